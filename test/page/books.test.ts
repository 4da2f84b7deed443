/** Which journal belongs to which workbook, whatever the file is called: the one that speaks of its invoices. */
import { describe, expect, it } from '@jest/globals';
import { type Cell, JOURNAL_HEADERS, type Snapshot } from '../../core/index.ts';
import { journalsOf, missingRows } from '../../local/page/storage/books.ts';

const book = (...sheets: (readonly [string, Cell[][]])[]): Snapshot => ({
  sheets: sheets.map(([name, cells]) => ({ name, cells })),
  locale: null,
  timeZone: null,
  date1904: false,
});
const row = (id: string, customer: string, invoices: string, check = `c${id}`): string[] => [
  id,
  '2026-01-21T10:00:00',
  'intent',
  customer,
  invoices,
  ...Array.from({ length: JOURNAL_HEADERS.fr.length - 6 }, () => ''),
  check,
];
const journal = (name: string, ...rows: string[][]) => ({ book: name, name, header: JOURNAL_HEADERS.fr, rows });

describe('the journal of a workbook', () => {
  const mine = journal('mine', row('1', 'Durand', 'F-1;F-2'), row('2', 'Martin', 'F-3'));
  const another = journal('another', row('1', 'Autre', 'F-1'));
  const cells = (...rows: Cell[][]) => book(['Factures', rows]);
  it.each([
    ['names an invoice and its customer', cells(['F-1', 'Durand', 10]), 'mine'],
    ['in any spelling of case', cells([10, 'DURAND ', ' f-2']), 'mine'],
    ['the number alone is not enough: other firms count from 1 too', cells(['F-1', 'Quelqu’un', 10]), null],
    ['of two, the one that knows more rows', cells(['F-1', 'Durand'], ['F-3', 'Martin'], ['F-1', 'Autre']), 'mine'],
    ['knows nothing of it', cells(['F-9', 'Durand']), null],
  ])('%s', (_, snapshot, wanted) => {
    expect(journalsOf(snapshot, [another, mine])[0]?.book ?? null).toBe(wanted);
  });

  it('also by numbers that are numbers', () => {
    expect(journalsOf(book(['F', [[2025001, 'Durand']]]), [journal('n', row('1', 'Durand', '2025001'))])[0]?.book).toBe('n');
  });
});

describe('rows that the tab lacks', () => {
  const kept = journal('mine', row('1', 'Durand', 'F-1'), row('2', 'Martin', 'F-3'));
  const tab = (...rows: string[][]): Snapshot =>
    book(['Factures', [['F-1', 'Durand']]], ['Journal des relances', [[...JOURNAL_HEADERS.fr], ...rows]]);

  it('are all of them when there is no tab', () => {
    expect(missingRows(book(['Factures', []]), kept.rows, 'fr')).toMatchObject({
      tab: 'Journal des relances',
      create: true,
      rows: kept.rows,
    });
  });
  it('are none when the tab has them, in any order', () => {
    expect(missingRows(tab(kept.rows[1] as string[], kept.rows[0] as string[]), kept.rows, 'fr')).toBeNull();
  });
  it('are those the user deleted', () => {
    expect(missingRows(tab(kept.rows[0] as string[]), kept.rows, 'fr')?.rows).toEqual([kept.rows[1]]);
  });
  it('are also those of another history under the same id', () => {
    expect(missingRows(tab(row('1', 'X', 'F-9', 'other')), kept.rows, 'fr')?.rows).toEqual(kept.rows);
  });
  it('are none when nothing is kept', () => {
    expect(missingRows(tab(), [], 'fr')).toBeNull();
  });
});
