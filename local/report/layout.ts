/**
 * Text that stands straight in a terminal: widths as a terminal counts them, lines wrapped between words, columns aligned. What a sheet holds may
 * be anything, so control characters never reach the screen.
 */

const INVISIBLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** Text from a sheet on one line, without anything a terminal would obey. */
export function plain(text: string): string {
  return text.replace(INVISIBLE, ' ').trim();
}

const MARK = /\p{M}/u;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns a text takes in a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    if (letter > '\u02ff' || letter.length > 1) width += MARK.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
    else width++;
  return width;
}

/** Padded with spaces on the right to `width` columns. */
export function left(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Padded with spaces on the left to `width` columns. */
export function right(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Lines of at most `width` columns, broken between words; `indent` goes before every line, `first` before the first instead. */
export function wrapped(text: string, width: number, indent = '', first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** How lines are dressed: bold titles and a few colours on a screen, nothing in a file or a pipe. */
export interface Dress {
  readonly title: (text: string) => string;
  readonly alarm: (text: string) => string;
  readonly care: (text: string) => string;
  readonly faint: (text: string) => string;
}

const as = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
export const COLOURS: Dress = { title: as(1), alarm: as(31), care: as(33), faint: as(2) };
export const NO_COLOURS: Dress = { title: (text) => text, alarm: (text) => text, care: (text) => text, faint: (text) => text };
