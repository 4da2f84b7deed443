/**
 * Why a reminder could not be kept: the browser refuses storage (private window, blocked cookies), never answers (another window holds it), or the
 * disk is full.
 */
export type StorageTroubleKind = 'refused' | 'full' | 'folder-refused' | 'folder-full' | 'failed';

export class StorageTrouble extends Error {
  readonly kind: StorageTroubleKind;
  constructor(kind: StorageTroubleKind, cause?: unknown) {
    super(kind, { cause });
    this.name = 'StorageTrouble';
    this.kind = kind;
  }
}

const REFUSALS = [
  'SecurityError',
  'InvalidStateError',
  'NotAllowedError',
  'UnknownError',
  'NoModificationAllowedError',
  'NotSupportedError',
];

/** The trouble behind whatever the browser threw. */
export function storageTrouble(error: unknown, folder = false): StorageTrouble {
  if (error instanceof StorageTrouble) return error;
  const name = error instanceof DOMException ? error.name : '';
  const full = name === 'QuotaExceededError' || (error instanceof Error && /quota|disk|space/i.test(error.message));
  if (full) return new StorageTrouble(folder ? 'folder-full' : 'full', error);
  return new StorageTrouble(folder ? 'folder-refused' : REFUSALS.includes(name) ? 'refused' : 'failed', error);
}
