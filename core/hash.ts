/**
 * A short, stable, unkeyed hash: names drafts, links journal rows and recognises a row after a sort. It finds accidents and edits; it is no
 * signature.
 */

/** 64 bits of `text` as 16 hexadecimal digits; equal texts give equal hashes on every host and for ever. */
export function hash64(text: string): string {
  let low = 0x9e3779b1;
  let high = 0x85ebca77;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x27d4eb2f);
    high = Math.imul(high ^ unit, 0x165667b1);
    low ^= high >>> 15;
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
