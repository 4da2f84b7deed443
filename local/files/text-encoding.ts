/**
 * What the letters of a text file are written in. Exports of accounting tools come in UTF-8, in Windows-1252 or in UTF-16, and a copy must give
 * back the very bytes of every line it does not change: so decoding here is exact, and `encodeText(decodeText(x))` is always `x`.
 */

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The file starts with a byte-order mark (not part of `text`). */
  readonly bom: boolean;
}

/** Windows-1252 from 0x80 to 0x9F; the five bytes it leaves undefined stay the control characters they are in Latin-1. */
const HIGH_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
/** A byte that is no UTF-8 in a file that otherwise is becomes U+DC80…U+DCFF, a place no real text uses. */
const STRAY = 0xdc00;
const STRAYS = /[\udc80-\udcff]/;
const LONE_STRAYS = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;

function textOfUnits(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8192) parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return parts.join('');
}

function from1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    units[i] = byte >= 0x80 && byte < 0xa0 ? HIGH_1252.charCodeAt(byte - 0x80) : byte;
  }
  return textOfUnits(units);
}

function fromUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const units = new Uint16Array(bytes.length >> 1);
  const low = littleEndian ? 0 : 1;
  for (let i = 0; i < units.length; i++) units[i] = bytes[2 * i + low] | (bytes[2 * i + 1 - low] << 8);
  return textOfUnits(units);
}

/** Length of the UTF-8 sequence at `at`, 0 when there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1];
  const from = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const to = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < from || second > to) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
  return length;
}

/** UTF-8 with a few stray bytes (two exports pasted together); null when strays are as many as true sequences: then it is no UTF-8. */
function fromTornUtf8(bytes: Uint8Array): string | null {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let strays = 0;
  let sequences = 0;
  let kept = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) {
      parts.push(decoder.decode(bytes.subarray(kept, at)), String.fromCharCode(STRAY + bytes[at]));
      strays++;
      kept = ++at;
    } else {
      if (length > 1) sequences++;
      at += length;
    }
  }
  if (strays >= sequences) return null;
  parts.push(decoder.decode(bytes.subarray(kept)));
  return parts.join('');
}

/** UTF-16 without its mark: in our alphabets every second byte is then zero. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const seen = Math.min(bytes.length, 4096) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < seen; i++) if (bytes[i] === 0) zeros[i & 1]++;
  if (seen < 8) return null;
  if (zeros[1] > seen * 0.35 && zeros[0] < seen * 0.05) return 'utf-16le';
  return zeros[0] > seen * 0.35 && zeros[1] < seen * 0.05 ? 'utf-16be' : null;
}

/** Reads text of unknown encoding: its mark, else UTF-8 when it is, else Windows-1252. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: fromUtf16(bytes.subarray(2), true), encoding: 'utf-16le', bom: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: fromUtf16(bytes.subarray(2), false), encoding: 'utf-16be', bom: true };
  const bare = bareUtf16(bytes);
  if (bare !== null) return { text: fromUtf16(bytes, bare === 'utf-16le'), encoding: bare, bom: false };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = bom ? bytes.subarray(3) : bytes;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), encoding: 'utf-8', bom };
  } catch {
    const torn = fromTornUtf8(body);
    if (torn !== null || bom) return { text: torn ?? new TextDecoder().decode(body), encoding: 'utf-8', bom };
    return { text: from1252(bytes), encoding: 'windows-1252', bom: false };
  }
}

/** A text as people read it: a stray byte shows as the Windows-1252 letter it most likely was. */
export function readable(text: string): string {
  if (!STRAYS.test(text)) return text;
  return text.replace(LONE_STRAYS, (stray) => from1252(Uint8Array.of(stray.charCodeAt(0) - STRAY)));
}

/** The text in that encoding, without a mark. Letters Windows-1252 lacks become their nearest plain form, else `?`. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return toUtf8(text);
  if (encoding === 'windows-1252') return to1252(text);
  const out = new Uint8Array(text.length * 2);
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out[2 * i + low] = unit & 0xff;
    out[2 * i + 1 - low] = unit >> 8;
  }
  return out;
}

/** The mark that opens a file of that encoding. */
export function markOf(encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Uint8Array.of(0xef, 0xbb, 0xbf);
  return encoding === 'utf-16le' ? Uint8Array.of(0xff, 0xfe) : encoding === 'utf-16be' ? Uint8Array.of(0xfe, 0xff) : new Uint8Array(0);
}

function toUtf8(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (!STRAYS.test(text)) return encoder.encode(text);
  const parts: Uint8Array[] = [];
  let kept = 0;
  for (const stray of text.matchAll(LONE_STRAYS)) {
    parts.push(encoder.encode(text.slice(kept, stray.index)), Uint8Array.of(stray[0].charCodeAt(0) - STRAY));
    kept = stray.index + 1;
  }
  parts.push(encoder.encode(text.slice(kept)));
  return joined(parts);
}

/** These bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function to1252(text: string): Uint8Array {
  const out: number[] = [];
  for (const letter of text) {
    const byte = byteOf1252(letter);
    if (byte >= 0) out.push(byte);
    else for (const plain of letter.normalize('NFKD')) if (!/\p{M}/u.test(plain)) out.push(Math.max(byteOf1252(plain), 0) || 0x3f);
  }
  return Uint8Array.from(out);
}

function byteOf1252(letter: string): number {
  const unit = letter.length === 1 ? letter.charCodeAt(0) : -1;
  if (unit === 0x202f) return 0xa0;
  if (unit >= 0 && (unit < 0x80 || (unit >= 0xa0 && unit <= 0xff))) return unit;
  const high = unit < 0 ? -1 : HIGH_1252.indexOf(letter);
  return high < 0 ? -1 : 0x80 + high;
}
