/** Why a copy could not be saved. Nothing is half-written: the file is either the old one or the whole new one. */

export type WriteTroubleKind = 'over-input' | 'no-permission' | 'disk-full' | 'no-folder' | 'is-folder' | 'failed';

/** What the disk's own codes mean, wherever a write fails. */
export const DISK_CODES = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  EBUSY: 'no-permission',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
} as const;

/** A file that was not written; whatever stood at `path` still stands there. */
export class WriteTrouble extends Error {
  readonly kind: WriteTroubleKind;
  readonly path: string;

  constructor(kind: WriteTroubleKind, path: string, cause?: unknown) {
    super(`${kind}: ${path}`, cause === undefined ? undefined : { cause });
    this.name = 'WriteTrouble';
    this.kind = kind;
    this.path = path;
  }
}
