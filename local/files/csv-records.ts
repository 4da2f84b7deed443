/**
 * Records and fields of a separated text, with the place of each, because a copy must give back the lines it does not change to the byte. Line
 * ends may be mixed; quotes are read as spreadsheet programs read them, and one that is never closed costs its own field, not the invoices below.
 */

/** One field: `start`–`end` is its raw text, quotes included. */
export interface Field {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const QUOTE = 0x22;
const SPACE = 0x20;

/** Walks records. After `next()`: `fields`, the record's own `start`–`end` and, after its line end, `after`. */
export class Records {
  readonly text: string;
  readonly separator: string;
  fields: Field[] = [];
  start = 0;
  end = 0;
  after: number;
  readonly #separator: number;

  constructor(text: string, separator: string, from = 0) {
    this.text = text;
    this.separator = separator;
    this.#separator = separator.charCodeAt(0);
    this.after = from;
  }

  /** Moves to the next record; false when the text is used up. A line end at the very end opens no further record. */
  next(): boolean {
    const { text } = this;
    if (this.after >= text.length) return false;
    this.start = this.after;
    this.fields = [];
    for (let at = this.start; ; ) {
      const field = this.#quoted(at) ?? this.#plain(at);
      this.fields.push(field);
      at = field.end;
      if (text.charCodeAt(at) === this.#separator && at < text.length) {
        at++;
        continue;
      }
      this.end = at;
      this.after = at >= text.length ? at : text.startsWith('\r\n', at) ? at + 2 : at + 1;
      return true;
    }
  }

  /** Whether every field of the record is blank. */
  blank(): boolean {
    return this.fields.every((field) => field.value === '');
  }

  #stops(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit === this.#separator || unit === 0x0a || unit === 0x0d || at >= this.text.length;
  }

  #plain(start: number): Field {
    let end = start;
    while (!this.#stops(end)) end++;
    return { start, end, value: this.text.slice(start, end) };
  }

  /** A quoted field, or null when the field at `start` does not open with a quote, or with one that cannot be meant as such. */
  #quoted(start: number): Field | null {
    const { text } = this;
    let open = start;
    while (text.charCodeAt(open) === SPACE && this.#separator !== SPACE) open++;
    if (text.charCodeAt(open) !== QUOTE) return null;
    let close = open + 1;
    let doubled = false;
    for (;;) {
      close = text.indexOf('"', close);
      if (close < 0) return null;
      if (text.charCodeAt(close + 1) !== QUOTE) break;
      doubled = true;
      close += 2;
    }
    const inside = text.slice(open + 1, close);
    const value = doubled ? inside.replaceAll('""', '"') : inside;
    let end = close + 1;
    while (text.charCodeAt(end) === SPACE) end++;
    if (this.#stops(end)) return { start, end, value };
    // Text goes on after the quote, as in `"Dupont" SARL`: fine on one line; across lines it is a quote that was never closed.
    if (open > start || inside.includes('\n') || inside.includes('\r')) return null;
    while (!this.#stops(end)) end++;
    return { start, end, value: value + text.slice(close + 1, end) };
  }
}
