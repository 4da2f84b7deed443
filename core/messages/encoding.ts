/**
 * How the bytes of a message travel through mail servers that only trust short lines of ASCII: UTF-8 by hand, base64 for headers,
 * quoted-printable for bodies. Apps Script has no TextEncoder.
 */

/** The longest line of a body or of a header with encoded words (RFC 2045, RFC 2047), without its CRLF. */
export const LINE_LENGTH = 76;
export const CRLF = '\r\n';

/** UTF-8 of one character (a code point); half a surrogate pair is written as U+FFFD. */
export function utf8(character: string): number[] {
  const found = character.codePointAt(0) as number;
  const code = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found;
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of some bytes, on one line. */
export function base64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i] as number, bytes[i + 1], bytes[i + 2]];
    text += BASE64.charAt(a >> 2) + BASE64.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    text += b === undefined ? '==' : BASE64.charAt(((b & 15) << 2) | ((c ?? 0) >> 6)) + (c === undefined ? '=' : BASE64.charAt(c & 63));
  }
  return text;
}

const HEX = '0123456789ABCDEF';

function escapedByte(byte: number): string {
  return `=${HEX.charAt(byte >> 4)}${HEX.charAt(byte & 15)}`;
}

/** One line in quoted-printable: soft breaks at 76, whole characters, no blank at the end of a line, no `From ` or `.` at its start. */
function quotedLine(line: string): string {
  const characters = [...line];
  let text = '';
  let width = 0;
  let offset = 0;
  characters.forEach((character, i) => {
    const code = character.codePointAt(0) as number;
    const last = i === characters.length - 1;
    const plain = (code > 0x20 && code < 0x7f && code !== 0x3d) || (code === 0x20 && !last);
    const token = plain ? character : utf8(character).map(escapedByte).join('');
    if (width + token.length > LINE_LENGTH - (last ? 0 : 1)) {
      text += `=${CRLF}`;
      width = 0;
    }
    // Mail servers of old take a line that starts so for a new message, or for its end.
    const risky = width === 0 && (character === '.' || (character === 'F' && line.startsWith('rom ', offset + 1)));
    const shown = risky ? escapedByte(code) : token;
    text += shown;
    width += shown.length;
    offset += character.length;
  });
  return text;
}

/** The text in quoted-printable UTF-8, every line break as CRLF, no line above {@link LINE_LENGTH}. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(quotedLine)
    .join(CRLF);
}
