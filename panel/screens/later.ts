/** The screens one comes to by a click: a file of their own, so that what is to be done today is on the screen sooner. */
export { Figures } from './figures.tsx';
export { Settings } from './settings.tsx';
