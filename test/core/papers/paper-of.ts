// Papers made through the front door from workbooks told as the trade tells them, with their text as a reader reads it.
import type { Paper, PaperWish, View } from '../../../core/index.ts';
import { unpacked } from '../../../core/packed-rows.ts';
import type { Cell, Snapshot } from '../../../core/workbook.ts';
import { MemoryHost } from '../../hosts/memory.ts';
import { run } from '../workbook-of.ts';

/** A house that has filled in all a letter needs. */
export const HOUSE_FR: readonly (readonly Cell[])[] = [
  ['Clé', 'Valeur'],
  ['Société', 'Atelier Morel SARL'],
  ['Adresse de la société', '12 rue des Lices\n69005 Lyon'],
  ['Ville de la société', 'Lyon'],
  ['SIREN', 'SIREN 552 100 554 – RCS Lyon'],
  ['Coordonnées de la société', '04 72 00 00 00\ncompta@morel.example'],
  ['Signature', 'Claire Morel\nGérante'],
  ['IBAN', 'FR14 2004 1010 0505 0001 3M02 606'],
  ['BIC', 'PSSTFRPPLYO'],
];
export const HOUSE_EN: readonly (readonly Cell[])[] = [
  ['Key', 'Value'],
  ['Company', 'Morel Workshop Ltd'],
  ['Company address', '4 Mill Lane\nBristol BS1 4DJ'],
  ['Company town', 'Bristol'],
  ['Company number', 'Company no. 01234567'],
  ['Company contact', '0117 496 0000\naccounts@morel.example'],
  ['Signature', 'Claire Morel\nDirector'],
  ['IBAN', 'GB29 NWBK 6016 1331 9268 19'],
  ['Notice days', 14],
];

export interface Asked {
  readonly view: View;
  readonly papers: readonly Paper[];
}

/** What the panel gets for these wishes; a notice is wished for by the customer's name, and asked for by the id of the entry. */
export function asked(workbook: Snapshot, asOf: string, wishes: readonly PaperWish[], language?: 'fr' | 'en'): Asked {
  const host = new MemoryHost(workbook);
  const options = language === undefined ? {} : { language };
  const first = run(host, 'open', asOf, { ...options, panel: {} });
  const entries = first.packed === undefined ? [] : unpacked(first.packed.worklist);
  const papers = wishes.map((wish) =>
    wish.kind === 'formal-notice' ? { ...wish, of: entries.find(({ customer }) => customer === wish.of)?.id ?? '' } : wish,
  );
  const routes = entries.map(({ id }) => id);
  const view = run(host, 'open', asOf, { ...options, panel: { papers, routes } });
  return { view, papers: view.papers ?? [] };
}

/** The first paper of a kind about a customer; fails when there is none. */
export function paperOf(workbook: Snapshot, asOf: string, kind: PaperWish['kind'], of: string, language?: 'fr' | 'en'): Paper {
  const [paper] = asked(workbook, asOf, [{ kind, of }], language).papers;
  if (paper === undefined) throw new Error(`no ${kind} of ${of}`);
  return paper;
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** The text of a page as it reads: no style, no tags, spaces of every width as one, lines apart. */
export function textOf(html: string): string {
  return html
    .replace(/<(style|title|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/(p|div|tr|li|h\d|caption)>/g, '\n')
    .replace(/<\/t[dh]>/g, ' | ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] as string)
    .replace(/[\u00a0\u202f ]+/g, ' ')
    .replace(/ ?\| ?\n/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** The rows of a page's tables, cell by cell. */
export function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr class="[^"]*">(.*?)<\/tr>/g)].map(([, row]) =>
    [...(row as string).matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => textOf(cell as string)),
  );
}
