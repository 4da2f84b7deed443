/** Where a workbook comes from: the command line's file (served beside the page), a sample, or a file the user chose or dropped. */
import { FILE_LIMIT, tooBig } from '../files/trouble.ts';

/** How the server of `npm start` says that another program holds the file. */
const LOCKED = 423;

export interface Source {
  readonly name: string;
  readonly isSample: boolean;
  /** The day a sample's figures are for; null: today. */
  readonly asOf: string | null;
  /** Throws {@link SourceTrouble}. */
  bytes(): Promise<Uint8Array>;
  /** What became of the file on disk since it was read. `same` also when nobody can say. */
  fate(): Promise<'same' | 'changed' | 'gone'>;
}

/** Why a file could not be read: not there any more, held by another program, or `npm start` is no longer running. */
export type SourceTroubleKind = 'gone' | 'locked' | 'unreachable';

export class SourceTrouble extends Error {
  readonly kind: SourceTroubleKind;
  readonly file: string;
  constructor(kind: SourceTroubleKind, file: string) {
    super(`${kind}: ${file}`);
    this.name = 'SourceTrouble';
    this.kind = kind;
    this.file = file;
  }
}

async function fetched(url: string, name: string): Promise<Response> {
  const response = await fetch(url, { cache: 'no-store' }).catch(() => null);
  if (!response) throw new SourceTrouble('unreachable', name);
  if (!response.ok) throw new SourceTrouble(response.status === LOCKED ? 'locked' : 'gone', name);
  return response;
}

/** A file served beside the page. */
export function served(url: string, name: string, asOf: string | null): Source {
  let tag: string | null = null;
  return {
    name,
    isSample: false,
    asOf,
    bytes: async () => {
      const response = await fetched(url, name);
      tag = response.headers.get('etag');
      return new Uint8Array(await response.arrayBuffer());
    },
    fate: async () => {
      const response = await fetch(url, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
      if (response === null || tag === null) return 'same';
      if (response.status === 404) return 'gone';
      return response.ok && response.headers.get('etag') !== tag ? 'changed' : 'same';
    },
  };
}

/** A file of the user's, from a picker or dropped on the page. */
export function chosen(file: File): Source {
  const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';
  return {
    name: file.name,
    isSample: false,
    asOf: null,
    bytes: async () => {
      // Its size is known before a byte is read: a film dropped by mistake does not fill the memory.
      if (file.size > FILE_LIMIT) throw tooBig(file.size);
      const bytes = await file.arrayBuffer().catch((error: unknown) => {
        throw new SourceTrouble(isMissing(error) ? 'gone' : 'locked', file.name);
      });
      return new Uint8Array(bytes);
    },
    // Browsers refuse to read a chosen file again once it has changed.
    fate: async () =>
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => 'same',
          (error: unknown) => (isMissing(error) ? 'gone' : 'changed'),
        ),
  };
}

interface SampleFacts {
  readonly asOf: string;
  readonly language: 'fr' | 'en';
}
let samples: Promise<Readonly<Record<string, SampleFacts>>> | null = null;

/** The samples that come with the page, each with its day and language; none when there are none. */
export function sampleList(): Promise<Readonly<Record<string, SampleFacts>>> {
  samples ??= fetched('samples/samples.json', 'samples.json').then(
    (response) => response.json() as Promise<Readonly<Record<string, SampleFacts>>>,
    () => ({}),
  );
  return samples;
}

export async function sample(name: string): Promise<Source> {
  const facts = (await sampleList())[name];
  if (!facts) throw new SourceTrouble('gone', name);
  return { ...served(`samples/${encodeURIComponent(name)}`, name, facts.asOf), isSample: true };
}

/** What the page's address asks for: `?file=`, `?sample=`, or the sample in the reader's language. */
export async function asked(address: URL, language: 'fr' | 'en'): Promise<Source | null> {
  const asOf = address.searchParams.get('asOf');
  const file = address.searchParams.get('file');
  if (file !== null) return served(`file/${encodeURIComponent(file)}`, file, asOf);
  const list = await sampleList();
  const wanted =
    address.searchParams.get('sample') ?? Object.keys(list).find((name) => list[name]?.language === language && /\.xlsx$/.test(name));
  if (wanted === undefined) return null;
  const found = await sample(wanted);
  return asOf === null ? found : { ...found, asOf };
}
