/**
 * What is kept for one user of one workbook, on Google's side: the language of the panel, the day of the last visit, links of messages that wait, the
 * morning's digest. Convenience only: where Google keeps nothing, all else goes on.
 */
import { tried } from './google.ts';

/** Of a value, letters Google takes; more is refused with an error. */
export const MOST_KEPT = 8500;

export class KeptForUser {
  readonly #book: string;

  /** `book` names the workbook: one user's properties are shared by all of them. */
  constructor(book: string) {
    this.#book = book;
  }

  get(name: string): string | null {
    return tried(() => PropertiesService.getUserProperties().getProperty(this.#key(name)));
  }

  /** Keeps a text, or with null forgets it. False when Google kept nothing. */
  set(name: string, text: string | null): boolean {
    const done = tried(() => {
      const properties = PropertiesService.getUserProperties();
      if (text === null) properties.deleteProperty(this.#key(name));
      else properties.setProperty(this.#key(name), text);
      return true;
    });
    return done ?? false;
  }

  /** All that is kept under names that begin so, by the rest of their names. */
  all(start: string): ReadonlyMap<string, string> {
    const key = this.#key(start);
    const kept = tried(() => PropertiesService.getUserProperties().getProperties()) ?? {};
    return new Map(Object.entries(kept).flatMap(([name, text]) => (name.startsWith(key) ? [[name.slice(key.length), text]] : [])));
  }

  #key(name: string): string {
    return `relance.${this.#book}.${name}`;
  }
}
