/** The one thing used of Microsoft's library: in a piece of its own, so that the rest of it is left out and this comes only when a draft is asked for. */
export { createNestablePublicClientApplication } from '@azure/msal-browser';
