/**
 * What one typed amount says by its form alone: its digits as an exact integer, how many of them are decimals, its currency mark. `1 850,00 €`
 * has one reading; `1,234` has two (a thousand, or one and a bit) and stays open for the column and the locale to decide.
 */
import { isBlankText, isErrorText, plainText } from './cell-text.ts';
import { agreedMark, type CurrencyMark, currencyMark, type MarkReader } from './currency-words.ts';

export type DecimalSign = '.' | ',';

/** A sum as written: `(1,234.50)` is digits −123450 with 2 decimals, and shows that the point is the decimal sign. */
export interface WrittenAmount {
  /** Signed, all digits as one safe integer. */
  digits: number;
  decimals: number;
  /** The sign that could part thousands or three decimals; '' when the form has one reading (then `decimals` holds). */
  open: DecimalSign | '';
  /** The decimal sign this form proves; '' when it proves none. */
  proves: DecimalSign | '';
  mark: CurrencyMark | null;
}

/** Digits beyond this are not counted exactly in passing. */
const LARGEST_DIGITS = 1e15;

export type AmountText = WrittenAmount | 'blank' | 'unreadable' | 'unknown-currency' | 'cell-error';

const SPACE = 32;
const APOSTROPHE = 39;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;

/** The separator a code unit is, blanks and apostrophes of all kinds as one; 0 for none. */
function separatorOf(code: number): number {
  if (code === POINT || code === COMMA || code === SPACE || code === APOSTROPHE) return code;
  if (code === 160 || code === 8239 || code === 8201) return SPACE;
  return code === 8217 ? APOSTROPHE : 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * The commonest forms in one pass: `1850`, `-1850.5`, `1 850,00 €`, `CHF 1'234.50`. Fills `into` (so that a column makes no garbage) and answers
 * true, or false for any other form, which {@link readAmountText} takes. `markOf` knows the words that may stand before or after the number.
 */
export function readCommonAmount(text: string, into: WrittenAmount, markOf: MarkReader): boolean {
  const length = text.length;
  let start = 0;
  while (start < length && !isDigit(text.charCodeAt(start))) start++;
  let digits = 0;
  let lead = 0;
  let run = 0;
  let first = 0;
  let last = 0;
  let separators = 0;
  let inThrees = true;
  let at = start;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      digits = digits * 10 + (code - 48);
      run++;
      continue;
    }
    const separator = separatorOf(code);
    if (separator === 0 || !isDigit(text.charCodeAt(at + 1))) break;
    if (separators++ === 0) {
      first = separator;
      lead = run;
    } else if (run !== 3 || last !== first) inThrees = false;
    last = separator;
    run = 0;
  }
  if (at === start || at - start > 20 || !(digits < LARGEST_DIGITS)) return false;
  const parted = inThrees && lead <= 3 && text.charCodeAt(start) !== 48;
  const decimal = (last === POINT || last === COMMA) && run < 3 && (separators === 1 || (parted && last !== first));
  if (separators > 0 && !decimal && !(parted && run === 3 && last === first && (last === SPACE || last === APOSTROPHE))) return false;
  const negative = start === 1 && text.charCodeAt(0) === MINUS;
  const hasHead = start > 0 && !negative;
  into.mark = null;
  if (hasHead || at < length) {
    into.mark = !hasHead ? markOf(text, at, length) : at === length ? markOf(text, 0, start) : null;
    if (into.mark === null) return false;
  }
  into.digits = negative ? 0 - digits : digits;
  into.decimals = decimal ? run : 0;
  into.proves = decimal ? (last === POINT ? '.' : ',') : '';
  into.open = '';
  return true;
}

/** What stands before the first digit, from it to the last digit (on one line), after it. */
const PARTS = /^(\D*)(\d(?:.*\d)?)(\D*)$/;
/** `12,-` and `500.--`: no cents. */
const ROUND = /^([.,])-{1,2}(?!-)/;
const TAX_WORDS = new Set(['TTC', 'TVA', 'VAT', 'NET', 'INC']);

/** Reads any amount text; `locale` only names the dollar of a bare `$`. Two lines, two numbers or any word that is no currency: unreadable. */
export function readAmountText(text: string, locale: string | null): AmountText {
  const plain = plainText(text);
  if (isBlankText(plain)) return 'blank';
  if (isErrorText(plain)) return 'cell-error';
  const parts = plain.length < 60 ? PARTS.exec(plain) : null;
  if (parts === null)
    return /^[^\d-]*-[^\d-]*$/.test(plain) && currencyMark(plain.replace('-', '').trim(), locale) ? 'blank' : 'unreadable';
  let [, head, body, tail] = parts as unknown as [string, string, string, string];
  // `.50`, but `Fr.50` and `kr.50` are fifty.
  if (/[.,]$/.test(head) && currencyMark(head.replace(/^[-+(\s]+/, ''), locale) === null) {
    body = head.slice(-1) + body;
    head = head.slice(0, -1);
  }
  const round = ROUND.exec(tail);
  if (round) {
    body += `${round[1]}00`;
    tail = tail.slice(round[0].length);
  }
  const sign = readSign(head, tail);
  if (sign === null) return 'unreadable';
  const mark = readMarks(sign.head.trim(), sign.tail.trim(), locale);
  if (typeof mark === 'string') return mark;
  const form = readForm(body);
  if (form === null) return 'unreadable';
  return { ...form, digits: sign.negative ? 0 - form.digits : form.digits, mark };
}

/** Takes the one sign off: a minus in front or touching the number, behind it, or parentheses around; null for two of them. */
function readSign(before: string, after: string): { negative: boolean; head: string; tail: string } | null {
  let head = before.trimStart();
  let tail = after.trimEnd();
  const signs: string[] = [];
  if (head.includes('(') && tail.includes(')')) {
    signs.push('-');
    head = head.replace('(', ' ').trimStart();
    tail = tail.replace(')', ' ').trimEnd();
  }
  const leading = /^[-+]|[-+]$/.exec(head);
  if (leading) {
    signs.push(leading[0]);
    head = head.slice(0, leading.index) + head.slice(leading.index + 1);
  }
  // `1234-` and `1234 EUR-`, but not the hyphen of `1234-EUR`.
  if (/^-(?=\s|$)|[^\s-]-$/.test(tail)) {
    signs.push('-');
    tail = tail.replace('-', '');
  }
  return signs.length > 1 ? null : { negative: signs[0] === '-', head, tail };
}

/** The currency named before or after the number; null for none. Two currencies, or words that are none, are no amount. */
function readMarks(head: string, tail: string, locale: string | null): CurrencyMark | null | 'unreadable' | 'unknown-currency' {
  let agreed: CurrencyMark | null = null;
  for (const word of [head, tail]) {
    if (word === '') continue;
    const mark = currencyMark(word, locale);
    if (mark === null)
      return (/^[A-Z]{3}$/.test(word) && !TAX_WORDS.has(word)) || /^\p{Sc}$/u.test(word) ? 'unknown-currency' : 'unreadable';
    agreed = agreed === null ? mark : agreedMark(agreed, mark);
    if (agreed === null) return 'unreadable';
  }
  return agreed;
}

/** Digits with their separators: which can part thousands, which decimals. Null when no writing of numbers looks like it (`1.2.3`, `1,23,4`). */
function readForm(body: string): Omit<WrittenAmount, 'mark'> | null {
  const separators = body.replace(/\d/g, '');
  if (!/^(?:[ ']*|[.,' ]+)$/.test(separators)) return null;
  const groups = body.split(/[.,' ]/);
  const digits = Number(groups.join(''));
  if (!Number.isSafeInteger(digits)) return null;
  const count = separators.length;
  if (count === 0) return { digits, decimals: 0, open: '', proves: '' };
  const last = separators[count - 1] as string;
  const mayBeDecimal = last === '.' || last === ',';
  const decimals = (groups[count] as string).length;
  const asGroups = isGrouped(groups, separators);
  const asDecimal =
    mayBeDecimal && decimals > 0 && (count === 1 || (separators[0] !== last && isGrouped(groups.slice(0, -1), separators.slice(0, -1))));
  if (asGroups && asDecimal) return { digits, decimals: 0, open: last as DecimalSign, proves: '' };
  if (asDecimal) return { digits, decimals, open: '', proves: last as DecimalSign };
  return asGroups ? { digits, decimals: 0, open: '', proves: last === '.' ? ',' : last === ',' ? '.' : '' } : null;
}

/** `1 234 567` in threes with one sign throughout, or the Indian `12,34,567`. */
function isGrouped(groups: readonly string[], separators: string): boolean {
  const [first = '', ...others] = groups;
  const final = others.pop();
  if (first === '' || first.length > 3 || first[0] === '0' || final?.length !== 3) return false;
  if ([...separators].some((separator) => separator !== separators[0])) return false;
  const indian = separators[0] === ',' && others.length > 0 && first.length < 3 && others.every((group) => group.length === 2);
  return indian || others.every((group) => group.length === 3);
}
