/** What stands in the pane when there is no panel: that it is on its way, or why it cannot come. */
import { render } from 'preact';
import { paneWords, readersLanguage } from './reader.ts';

/** A sentence while something is on its way. */
export function showWaiting(element: Element, text: string): void {
  render(
    <p class="alone" role="status">
      {text}
    </p>,
    element,
  );
}

/** Something that the pane rests on did not come; loading it anew is safe, nothing was begun. */
export function showMissing(element: Element, missing: 'noOffice' | 'noEngine'): void {
  const words = paneWords();
  render(
    <main class="alone">
      <h1>{words[missing].title}</h1>
      <p role="alert">{words[missing].advice}</p>
      <button type="button" class="button primary" onClick={() => location.reload()}>
        {words.retry}
      </button>
    </main>,
    element,
  );
}

/** The page in an ordinary browser: what it is, and how to have it where it works. */
export function showOutside(element: Element): void {
  const { outside } = paneWords();
  render(
    <main class="alone">
      <h1>{outside.title}</h1>
      <p>{outside.what}</p>
      <p>{outside.how}</p>
      <ol>
        {outside.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a href="manifest.xml" download>
          {outside.manifest}
        </a>
      </p>
      <p class="muted">{outside.nothing}</p>
    </main>,
    element,
  );
}

/** Gives the place up to the panel. */
export function clear(element: Element): void {
  render(null, element);
}

/** What is said here is in the reader's language. */
export function nameLanguage(): void {
  document.documentElement.lang = readersLanguage();
}
