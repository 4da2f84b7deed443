/**
 * The keyboard in the pane. In Excel on the web, office.js moves the Tab key through a list of its own: it passes over what unfolds, leaves the pane from
 * wherever a screen or a message took the keyboard, and takes Escape away from dialogs. Inside the pane the browser's own order is the right one; at its
 * ends office.js hands the keyboard back to Excel.
 */
const STOPS = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, iframe, [tabindex="0"]';

/** From now on. office.js listens on the window, after the document. */
export function keepKeys(): void {
  document.addEventListener('keydown', (event) => {
    const isAsked = document.querySelector('dialog[open]') !== null;
    const isKept = event.key === 'Tab' ? isAsked || !isAtTheEnd(event) : event.key === 'Escape' && isAsked;
    if (isKept) event.stopPropagation();
  });
}

function isAtTheEnd({ target, shiftKey }: KeyboardEvent): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter((element) => element.tabIndex >= 0 && isShown(element));
  return target === stops.at(shiftKey ? 0 : -1);
}

const isShown = (element: HTMLElement): boolean => element.checkVisibility?.() ?? element.offsetParent !== null;
