/** Where a workbook comes from: the command line's file (served beside the page), a sample, or a file the user chose or dropped. */
export interface Source {
  readonly name: string;
  /** The day a sample's figures are for; null: today. */
  readonly asOf: string | null;
  bytes(): Promise<Uint8Array>;
  /** Whether the file on disk is no longer the one that was read. */
  hasChanged(): Promise<boolean>;
}

/** The file is not where it was. */
export class SourceGone extends Error {}

async function fetched(url: string, name: string): Promise<Response> {
  const response = await fetch(url, { cache: 'no-store' }).catch(() => null);
  if (!response?.ok) throw new SourceGone(name);
  return response;
}

/** A file served beside the page. */
export function served(url: string, name: string, asOf: string | null): Source {
  let tag: string | null = null;
  return {
    name,
    asOf,
    bytes: async () => {
      const response = await fetched(url, name);
      tag = response.headers.get('etag');
      return new Uint8Array(await response.arrayBuffer());
    },
    hasChanged: async () => {
      const response = await fetch(url, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
      return response !== null && tag !== null && response.headers.get('etag') !== tag;
    },
  };
}

/** A file of the user's, from a picker or dropped on the page. */
export function chosen(file: File): Source {
  const read = async () => new Uint8Array(await file.arrayBuffer());
  return {
    name: file.name,
    asOf: null,
    bytes: () =>
      read().catch(() => {
        throw new SourceGone(file.name);
      }),
    // Browsers refuse to read a chosen file again once it has changed.
    hasChanged: async () =>
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => false,
          () => true,
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
  if (!facts) throw new SourceGone(name);
  return served(`samples/${encodeURIComponent(name)}`, name, facts.asOf);
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
