/**
 * Two rows with one invoice number cannot both be reminded; two numbers that only look alike (F2025-O041, F2025-0041) are worth a second look. One
 * table of hashes finds both in a single pass.
 */

import { seen } from '../words.ts';

/** Code unit as it looks: no case, separators gone (0), the letter O is a zero, I and l are a one. */
function looks(unit: number): number {
  return unit < LOOKS.length ? (LOOKS[unit] as number) : unit;
}

/** The looks of the units that invoice numbers are made of. */
const LOOKS = Uint8Array.from({ length: 192 }, (_, unit) => looked(unit));

function looked(unit: number): number {
  if (unit >= 97 && unit <= 122) unit -= 32;
  if (unit === 79) return 48;
  if (unit === 73 || unit === 76) return 49;
  if ((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit > 191) return unit;
  return 0;
}

/** Wide digits, accents in two parts, small accented letters and what shows nothing are told from the plain text by nobody; hardly a number has any. */
function plain(text: string): string {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return seen(text).normalize('NFKC').toUpperCase();
  return text;
}

function lookHash(text: string): number {
  // A signed word, as the table keeps it: a number of nothing but dashes has no other hash.
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) {
    const unit = looks(text.charCodeAt(at));
    if (unit !== 0) hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash;
}

function look(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const unit = looks(text.charCodeAt(at));
    if (unit !== 0) out += String.fromCharCode(unit);
  }
  return out;
}

/** The same number for a person: case and blanks apart. */
function isSame(left: string, right: string): boolean {
  return left === right || bare(left) === bare(right);
}

function bare(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** Pairs of rows (earlier, later) whose numbers are the same, or look alike. Empty numbers are left out. */
export interface NumberPairs {
  readonly same: readonly (readonly [number, number])[];
  readonly alike: readonly (readonly [number, number])[];
}

/** Finds rows that share a number, or nearly. `numbers` in row order; a repeated pair is reported against the first row. */
export function findNumberPairs(numbers: readonly string[]): NumberPairs {
  const texts = numbers.map(plain);
  let capacity = 16;
  while (capacity < numbers.length * 2) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  const hashes = new Int32Array(numbers.length);
  const same: [number, number][] = [];
  const alike: [number, number][] = [];
  for (let i = 0; i < numbers.length; i++) {
    const number = texts[i] as string;
    if (number === '') continue;
    const hash = lookHash(number);
    hashes[i] = hash;
    let slot = (hash ^ (hash >>> 15)) & (capacity - 1);
    for (let other = slots[slot] as number; other >= 0; other = slots[slot] as number) {
      if (hashes[other] === hash && isSame(texts[other] as string, number)) {
        same.push([other, i]);
        break;
      }
      if (hashes[other] === hash && look(texts[other] as string) === look(number)) alike.push([other, i]);
      slot = (slot + 1) & (capacity - 1);
    }
    if ((slots[slot] as number) < 0) slots[slot] = i;
  }
  return { same, alike };
}
