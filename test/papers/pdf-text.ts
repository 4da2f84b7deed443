/**
 * Reads a PDF as Chromium writes it: how many pages it has and the text of each, from the fonts' own tables of characters. Text that cannot be found
 * there cannot be copied or searched by whoever receives the file either.
 */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

/** The text of each page, in the order in which it is drawn. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type\s*\/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const fonts = new Map<string, Map<string, string>>();
    const [, listed = ''] = /\/Font\s*<<([\s\S]*?)>>/.exec(dictionary) ?? [];
    for (const [, name, id] of listed.matchAll(/\/(\w+)\s+(\d+) 0 R/g)) fonts.set(name as string, charactersOf(objects, id as string));
    const [, contents = ''] = /\/Contents\s*\[?([^\]/>]*)/.exec(dictionary) ?? [];
    return [...contents.matchAll(/(\d+) 0 R/g)].map(([, id]) => shown(objects.get(id as string)?.stream ?? '', fonts)).join('');
  });
}

function objectsOf(file: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const [, id, body] of file.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)) {
    const at = (body as string).indexOf('stream\n');
    const dictionary = at < 0 ? (body as string) : (body as string).slice(0, at);
    const raw = at < 0 ? '' : (body as string).slice(at + 7).replace(/\n?endstream$/, '');
    const stream = dictionary.includes('/FlateDecode') && raw !== '' ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
    objects.set(id as string, { dictionary, stream });
  }
  return objects;
}

/** Glyph (as hexadecimal) → character, from the font's ToUnicode table. */
function charactersOf(objects: ReadonlyMap<string, PdfObject>, font: string): Map<string, string> {
  const [, table = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '') ?? [];
  const characters = new Map<string, string>();
  const text = objects.get(table)?.stream ?? '';
  const unicode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, code] of (block as string).matchAll(/<(\w+)>\s*<(\w+)>/g))
      characters.set((glyph as string).toUpperCase(), unicode(code as string));
  for (const [, block] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, code] of (block as string).matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let glyph = Number.parseInt(from as string, 16); glyph <= Number.parseInt(to as string, 16); glyph++) {
        const point = Number.parseInt(code as string, 16) + glyph - Number.parseInt(from as string, 16);
        characters.set(glyph.toString(16).toUpperCase().padStart(4, '0'), String.fromCodePoint(point));
      }
  return characters;
}

function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let characters: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const [, font, strings, hex] of content.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\]\s*TJ|<(\w+)>\s*Tj/g)) {
    if (font !== undefined) characters = fonts.get(font) ?? new Map();
    else
      for (const [, glyphs] of (hex === undefined ? (strings as string) : `<${hex}>`).matchAll(/<(\w+)>/g))
        for (const glyph of (glyphs as string).toUpperCase().match(/.{4}/g) ?? []) text += characters.get(glyph) ?? '';
  }
  return text;
}
