/** Styles are bundled beside the scripts that ask for them. */
declare module '*.css';
