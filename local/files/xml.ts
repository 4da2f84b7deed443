/**
 * Just enough XML to find the cells of an invoice sheet without disturbing a letter of what surrounds them: a walk over tags that knows where
 * each begins and ends in the text. No tree is built and nothing is written back but what we change.
 */
import { FileTrouble } from './trouble.ts';

import { unescaped } from './xml-text.ts';

/** Walks the tags of a text. After `next()`, the fields tell the current one. Comments, CDATA and declarations are passed over. */
export class Tags {
  readonly xml: string;
  /** Where the current tag starts (its `<`) and ends (after its `>`). */
  start = 0;
  end = 0;
  closing = false;
  /** `<row/>`: no content and no closing tag. */
  empty = false;
  nameStart = 0;
  localStart = 0;
  nameEnd = 0;

  constructor(xml: string, from = 0) {
    this.xml = xml;
    this.end = from;
  }

  /** Moves to the next tag; false at the end of the text, or where it is cut short. */
  next(): boolean {
    const { xml } = this;
    for (;;) {
      const at = xml.indexOf('<', this.end);
      if (at < 0) return false;
      const mark = xml.charCodeAt(at + 1);
      if (mark === 0x21 || mark === 0x3f) {
        const [opening, stop] = xml.startsWith('<!--', at)
          ? [4, '-->']
          : xml.startsWith('<![CDATA[', at)
            ? [9, ']]>']
            : mark === 0x3f
              ? [2, '?>']
              : [2, '>'];
        const close = xml.indexOf(stop, at + opening);
        if (close < 0) return false;
        this.end = close + stop.length;
        continue;
      }
      return this.#read(at, mark === 0x2f);
    }
  }

  #read(at: number, closing: boolean): boolean {
    const { xml } = this;
    this.start = at;
    this.closing = closing;
    this.nameStart = this.localStart = closing ? at + 2 : at + 1;
    let i = this.nameStart;
    for (; i < xml.length; i++) {
      const unit = xml.charCodeAt(i);
      if (unit === 0x3a) this.localStart = i + 1;
      else if (unit <= 0x20 || unit === 0x3e || unit === 0x2f) break;
    }
    this.nameEnd = i;
    // A `>` inside a quoted value does not end the tag.
    let quote = 0;
    for (; i < xml.length; i++) {
      const unit = xml.charCodeAt(i);
      if (quote !== 0) {
        if (unit === quote) quote = 0;
      } else if (unit === 0x22 || unit === 0x27) quote = unit;
      else if (unit === 0x3e) {
        this.empty = !closing && xml.charCodeAt(i - 1) === 0x2f;
        this.end = i + 1;
        return true;
      }
    }
    return false;
  }

  /** Whether the current tag bears this local name, whatever its prefix. */
  is(local: string): boolean {
    return this.nameEnd - this.localStart === local.length && this.xml.startsWith(local, this.localStart);
  }

  /** `x:` of `<x:row>`, '' of `<row>`. */
  prefix(): string {
    return this.xml.slice(this.nameStart, this.localStart);
  }

  /** Where the value of an attribute stands in the text, without its quotes; null when the tag has none of that name. */
  place(name: string): { readonly start: number; readonly end: number } | null {
    const { xml } = this;
    let i = this.nameEnd;
    while (i < this.end) {
      while (i < this.end && isGap(xml.charCodeAt(i))) i++;
      const from = i;
      while (i < this.end && !isGap(xml.charCodeAt(i)) && xml.charCodeAt(i) !== 0x3d) i++;
      if (i === from) return null;
      const matches = i - from === name.length && xml.startsWith(name, from);
      while (i < this.end && isGap(xml.charCodeAt(i))) i++;
      if (xml.charCodeAt(i) !== 0x3d) continue;
      i++;
      while (i < this.end && isGap(xml.charCodeAt(i))) i++;
      const quote = xml[i];
      if (quote !== '"' && quote !== "'") return null;
      const stop = xml.indexOf(quote, i + 1);
      if (matches) return { start: i + 1, end: stop };
      i = stop + 1;
    }
    return null;
  }

  /** An attribute as it is written (entities as they stand); null when absent. */
  raw(name: string): string | null {
    const found = this.place(name);
    return found === null ? null : this.xml.slice(found.start, found.end);
  }

  /** An attribute as text; null when absent. */
  value(name: string): string | null {
    const found = this.raw(name);
    return found === null ? null : unescaped(found);
  }
}

function isGap(unit: number): boolean {
  return unit <= 0x20 || unit === 0x2f || unit === 0x3e;
}

/** Text put right before the closing tag of that name. */
export function beforeClose(xml: string, name: string, text: (prefix: string) => string): string {
  const tags = new Tags(xml);
  while (tags.next()) if (tags.closing && tags.is(name)) return xml.slice(0, tags.start) + text(tags.prefix()) + xml.slice(tags.start);
  throw new FileTrouble('damaged', name);
}
