/** What markup becomes: the bundler calls these two by name in every room that draws (see `jsxFactory` in build.mjs). */
export { Fragment, h } from 'preact';
