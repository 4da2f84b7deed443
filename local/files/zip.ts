/**
 * The zip a workbook is. Read by its directory, part by part, and checked while unpacking: a zip may lie about its sizes, and a part cut short
 * would be a shorter list of invoices.
 */
import { Inflate } from 'fflate';
import { crcOf } from './crc.ts';
import { FILE_LIMIT, FileTrouble, tooBig, ZIP_LIMIT } from './trouble.ts';

/** One part of the zip, as its central directory describes it. */
export interface ZipEntry {
  /** With forward slashes, whatever the writer used. */
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
  /** DOS time and date, kept as they stand. */
  readonly stamp: number;
  readonly madeBy: number;
  readonly internal: number;
  readonly external: number;
}

export interface Zip {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** By name, case folded: part names in a workbook ignore case. */
  readonly byName: ReadonlyMap<string, ZipEntry>;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL_32 = 0xffffffff;

/** Reads the directory of a zip; throws `damaged` when it has none or it is cut short, `too-big` when its parts claim too much. */
export function readZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return directoryOf(bytes, view);
  } catch (error) {
    if (error instanceof FileTrouble) throw error;
    throw new FileTrouble('damaged', 'zip');
  }
}

function directoryOf(bytes: Uint8Array, view: DataView): Zip {
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new FileTrouble('damaged', 'zip');
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let directoryEnd = end;
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR_64) {
    const end64 = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(end64, true) === END_64) {
      count = Number(view.getBigUint64(end64 + 32, true));
      size = Number(view.getBigUint64(end64 + 40, true));
      start = Number(view.getBigUint64(end64 + 48, true));
      directoryEnd = end64;
    }
  }
  // Something may stand before the zip (a stub, a mail header): every offset is then shifted by its length.
  const shift = directoryEnd - size - start;
  const entries: ZipEntry[] = [];
  const byName = new Map<string, ZipEntry>();
  let at = start + shift;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new FileTrouble('damaged', 'zip');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    let packedSize = view.getUint32(at + 20, true);
    let unpacked = view.getUint32(at + 24, true);
    let offset = view.getUint32(at + 42, true);
    let extra = at + 46 + nameLength;
    const extraEnd = extra + extraLength;
    while (extra + 4 <= extraEnd) {
      const id = view.getUint16(extra, true);
      const length = view.getUint16(extra + 2, true);
      if (id === 1) {
        let field = extra + 4;
        const next = () => {
          field += 8;
          return Number(view.getBigUint64(field - 8, true));
        };
        if (unpacked === FULL_32) unpacked = next();
        if (packedSize === FULL_32) packedSize = next();
        if (offset === FULL_32) offset = next();
      }
      extra += 4 + length;
    }
    const entry: ZipEntry = {
      name: new TextDecoder().decode(rawName).replaceAll('\\', '/'),
      rawName,
      method: view.getUint16(at + 10, true),
      flags: view.getUint16(at + 8, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size: unpacked,
      offset: offset + shift,
      stamp: view.getUint32(at + 12, true),
      madeBy: view.getUint16(at + 4, true),
      internal: view.getUint16(at + 36, true),
      external: view.getUint32(at + 38, true),
    };
    total += unpacked;
    entries.push(entry);
    byName.set(entry.name.toLowerCase(), entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  if (total > ZIP_LIMIT) throw tooBig(total);
  return { bytes, entries, byName };
}

/** The bytes of a part as they stand in the zip, still compressed. */
export function packedBytes(zip: Zip, entry: ZipEntry): Uint8Array {
  const { bytes } = zip;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw new FileTrouble('damaged', entry.name);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packedSize > bytes.length) throw new FileTrouble('damaged', entry.name);
  return bytes.subarray(start, start + entry.packedSize);
}

/** The unpacked bytes of a part, checked against its size and checksum; null when the zip has no such part. */
export function partOf(zip: Zip, name: string): Uint8Array | null {
  const entry = zip.byName.get(name.toLowerCase());
  return entry === undefined ? null : unpacked(zip, entry);
}

function unpacked(zip: Zip, entry: ZipEntry): Uint8Array {
  if (entry.flags & 1) throw new FileTrouble('password', entry.name);
  if (entry.size > FILE_LIMIT) throw tooBig(entry.size);
  const packed = packedBytes(zip, entry);
  let out: Uint8Array;
  if (entry.method === 0) out = packed;
  else if (entry.method === 8) out = inflated(packed, entry);
  else throw new FileTrouble('damaged', entry.name);
  if (out.length !== entry.size || crcOf(out) !== entry.crc) throw new FileTrouble('damaged', entry.name);
  return out;
}

function inflated(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const out = new Uint8Array(entry.size);
  let filled = 0;
  try {
    const inflate = new Inflate((chunk) => {
      if (filled + chunk.length > out.length) throw new FileTrouble('damaged', entry.name);
      out.set(chunk, filled);
      filled += chunk.length;
    });
    // In steps, so that a part larger than it claims is caught long before it fills the memory.
    const step = 1 << 16;
    for (let at = 0; at < packed.length || at === 0; at += step) inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    throw new FileTrouble('damaged', entry.name);
  }
  if (filled !== out.length) throw new FileTrouble('damaged', entry.name);
  return out;
}
