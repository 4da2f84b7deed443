/**
 * Writes a zip. The user's file comes back with every part we did not write exactly as it was, so entries are carried over still compressed, in
 * their order and with their dates; only the parts we change are packed again.
 */
import { deflateSync } from 'fflate';
import { crcOf } from './crc.ts';
import { packedBytes, type Zip } from './zip.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const UTF8_NAME = 0x0800;

interface Packed {
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly stamp: number;
  readonly crc: number;
  readonly size: number;
  readonly madeBy: number;
  readonly internal: number;
  readonly external: number;
  readonly data: Uint8Array;
}

/** 1980-01-01 00:00, the first moment a zip knows: our own parts carry no clock. */
const NO_STAMP = 0x00210000;

function packedPart(name: string, content: Uint8Array): Packed {
  const rawName = new TextEncoder().encode(name);
  const plain = { rawName, flags: UTF8_NAME, stamp: NO_STAMP, madeBy: 20, internal: 0, external: 0 };
  return { ...plain, method: 8, crc: crcOf(content), size: content.length, data: deflateSync(content, { level: 6 }) };
}

/** The same zip with the parts of `changed` (by name) replaced, those of `added` at its end and `dropped` left out; all others carried over as they are. */
export function rewriteZip(
  zip: Zip,
  changed: ReadonlyMap<string, Uint8Array>,
  added: ReadonlyMap<string, Uint8Array>,
  dropped: string | null = null,
): Uint8Array {
  const parts: Packed[] = [];
  for (const entry of zip.entries) {
    if (entry.name === dropped) continue;
    const content = changed.get(entry.name);
    // Sizes are written in the header, so the flag "sizes come after the data" goes; the utf-8 names flag stays.
    const kept = { ...entry, flags: entry.flags & ~0x0008 };
    if (content === undefined) parts.push({ ...kept, data: packedBytes(zip, entry) });
    else parts.push({ ...packedPart(entry.name, content), rawName: entry.rawName, flags: entry.flags & UTF8_NAME, stamp: entry.stamp });
  }
  for (const [name, content] of added) parts.push(packedPart(name, content));
  return zipOf(parts);
}

/** A new zip of these parts, in this order. */
export function newZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipOf([...parts].map(([name, content]) => packedPart(name, content)));
}

function zipOf(parts: readonly Packed[]): Uint8Array {
  let length = 22;
  for (const part of parts) length += 30 + 46 + 2 * part.rawName.length + part.data.length;
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  let at = 0;
  const u16 = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  const u32 = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const raw = (bytes: Uint8Array) => {
    out.set(bytes, at);
    at += bytes.length;
  };
  const common = (part: Packed) => {
    u16(20);
    u16(part.flags);
    u16(part.method);
    u32(part.stamp);
    u32(part.crc);
    u32(part.data.length);
    u32(part.size);
    u16(part.rawName.length);
    u16(0);
  };
  const offsets: number[] = [];
  for (const part of parts) {
    offsets.push(at);
    u32(LOCAL);
    common(part);
    raw(part.rawName);
    raw(part.data);
  }
  const start = at;
  parts.forEach((part, i) => {
    u32(CENTRAL);
    u16(part.madeBy);
    common(part);
    u16(0);
    u16(0);
    u16(part.internal);
    u32(part.external);
    u32(offsets[i]);
    raw(part.rawName);
  });
  const size = at - start;
  u32(END);
  u32(0);
  u16(parts.length);
  u16(parts.length);
  u32(size);
  u32(start);
  u16(0);
  return out;
}
