/** Why a folder of drafts cannot be used. Nothing is half-done then: what was announced can be found again, what was not is as if never tried. */

import { DISK_CODES } from '../files/write-trouble.ts';

export type FolderTroubleKind = 'not-a-folder' | 'no-permission' | 'disk-full' | 'failed' | 'busy' | 'journal-unreadable' | 'journal-lost';

export class FolderTrouble extends Error {
  readonly kind: FolderTroubleKind;
  readonly path: string;
  /** For `busy`: who holds the folder. */
  readonly holder: string;

  constructor(kind: FolderTroubleKind, path: string, holder = '', cause?: unknown) {
    super(`${kind}: ${path}`, cause === undefined ? undefined : { cause });
    this.name = 'FolderTrouble';
    this.kind = kind;
    this.path = path;
    this.holder = holder;
  }
}

const KIND_OF_CODE: Readonly<Record<string, FolderTroubleKind>> = {
  ...DISK_CODES,
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
};

/** What a failed step on `path` means. */
export function troubleOf(error: unknown, path: string): FolderTrouble {
  if (error instanceof FolderTrouble) return error;
  return new FolderTrouble(KIND_OF_CODE[(error as { code?: string }).code ?? ''] ?? 'failed', path, '', error);
}
