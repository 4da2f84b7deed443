/**
 * Formulas that Google would never work out again: named after a refresh of the panel, made to follow the sheet on the user's word, and only those that
 * stand there as they were named.
 */
import { describe, expect, it } from '@jest/globals';
import type { Answer, Ask } from '../../appsscript/server/wire.ts';
import type { FollowingCell, Snapshot, UnfollowingCell } from '../../core/index.ts';
import { builtScript, Clicks, SHEET } from './sheets/built-script.ts';
import { bookOf, SheetData } from './sheets/index.ts';

const script = builtScript();

const DAY = '2026-03-16';
const columns = { number: 'A', customer: 'B', email: 'C', amount: 'D', issuedOn: 'E', dueOn: 'F', paidOn: 'G' } as const;
const BOUND: Snapshot = { ...SHEET, binding: { sheet: 'Factures', headerRow: 1, columns } };
/** All columns, those of ours included. */
const RANGE = "'Factures'!A:M";
const STAMP = "'Tableau de bord'!$B$2";

/** The spreadsheet after a first refresh, with these formulas (or texts) in a sheet of the user's, by their address in column B. */
function at(formulas: readonly string[], dashboard = true): Clicks {
  const clicks = new Clicks(script(), bookOf(BOUND));
  clicks.do({ kind: 'refresh' }, DAY);
  if (dashboard) clicks.do({ kind: 'dashboard' }, DAY);
  const sheet = new SheetData(clicks.book, 'Résumé');
  clicks.book.sheets.push(sheet);
  formulas.forEach((text, i) => {
    const formula = text.startsWith('=') ? text : null;
    sheet.put(i + 1, 2, { value: formula === null ? text : 40, formula, format: '0.0' });
  });
  clicks.book.flush();
  return clicks;
}

const refreshed = (clicks: Clicks): readonly UnfollowingCell[] => clicks.click({ kind: 'refresh' }, DAY).unfollowing ?? [];
const convert = (clicks: Clicks, cells: readonly UnfollowingCell[], more: Parameters<Clicks['ask']>[1] = {}): Answer =>
  clicks.ask({ kind: 'convert', cells: cells as FollowingCell[] }, more);
const formulas = ({ book }: Clicks): (string | null)[] => book.sheet('Résumé').rows.map((row) => row?.[1]?.formula ?? null);
const cell = (row: number, formula: string, to: string): UnfollowingCell => ({ sheet: 'Résumé', row, column: 'B', formula, to });

describe('after a refresh', () => {
  it('the formulas that name no invoices are named, with what they would become; texts, other formulas and our dashboard’s are not', () => {
    const clicks = at(['=DSO()', '=Factures!D2', 'DSO()', '=ROUND(ECHU(;;"Durand");1)', '=DSO(Factures!A:G)', '="DSO()"']);
    expect(refreshed(clicks)).toEqual([
      cell(1, '=DSO()', `=DSO(${RANGE};${STAMP})`),
      cell(4, '=ROUND(ECHU(;;"Durand");1)', `=ROUND(ECHU(${RANGE};${STAMP};"Durand");1)`),
    ]);
  });

  it('without a dashboard, the invoices alone are handed over', () => {
    expect(refreshed(at(['=DSO()'], false))).toEqual([cell(1, '=DSO()', `=DSO(${RANGE})`)]);
  });

  it('one among the columns of the table has no formula to become, and cannot be had written', () => {
    const clicks = at([]);
    clicks.book.sheet('Factures').put(2, 7, { value: 40, formula: '=DSO()', format: null });
    clicks.book.flush();
    const [cell] = refreshed(clicks);
    expect(cell).toEqual({ sheet: 'Factures', row: 2, column: 'G', formula: '=DSO()', to: null });
    expect(convert(clicks, [cell as UnfollowingCell])).toMatchObject({ ok: false });
  });

  it('fifty are named at most; the others the next time', () => {
    const clicks = at(Array.from({ length: 60 }, () => '=DSO()'));
    const first = refreshed(clicks);
    expect(first).toHaveLength(50);
    convert(clicks, first);
    expect(refreshed(clicks).map(({ row }) => row)).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60]);
  });

  it('it is one search, and one read where something is found, however many there are', () => {
    const costs = [[], ['=DSO()'], Array.from({ length: 30 }, () => '=DSO()')].map((some) => {
      // A sheet that is as large in each of them.
      const clicks = at([...some, ...Array.from({ length: 30 - some.length }, () => 'x')]);
      refreshed(clicks);
      const { counts } = clicks.last;
      return { searches: counts.byName['TextFinder.findAll'], reads: counts.reads, writes: counts.writes };
    });
    const [none, one, many] = costs as [(typeof costs)[0], (typeof costs)[0], (typeof costs)[0]];
    expect(one).toEqual({ ...none, reads: none.reads + 1 });
    expect(many).toEqual(one);
    expect(none).toMatchObject({ searches: 1, writes: 0 });
  });

  it('where the search fails, the refresh is done all the same, and nothing is named', () => {
    const clicks = at(['=DSO()']);
    const meanwhile = (_: number, name: string) => {
      if (name === 'TextFinder.findAll') throw new Error('Service Spreadsheets failed while accessing document.');
    };
    expect(clicks.click({ kind: 'refresh' }, DAY, { meanwhile }).unfollowing).toBeUndefined();
  });

  it('no other command looks for them', () => {
    const clicks = at(['=DSO()']);
    expect(clicks.click({ kind: 'open' }, DAY).unfollowing).toBeUndefined();
    expect(clicks.last.counts.byName).not.toHaveProperty('Spreadsheet.createTextFinder');
  });
});

describe('on the user’s word', () => {
  it('they follow the sheet: no other cell is written, and there is nothing left to name', () => {
    const clicks = at(['=DSO()', '=Factures!D2', '=ECHU()*2']);
    const answer = convert(clicks, refreshed(clicks));
    expect(answer).toMatchObject({ ok: true, view: null, converted: { done: 2, left: [] } });
    expect(formulas(clicks)).toEqual([`=DSO(${RANGE};${STAMP})`, '=Factures!D2', `=ECHU(${RANGE};${STAMP})*2`]);
    expect(clicks.last.written.map(({ sheet, row, column, what }) => [sheet, row, column, what])).toEqual([
      ['Résumé', 1, 2, 'formulas'],
      ['Résumé', 3, 2, 'formulas'],
    ]);
    expect(clicks.book.sheet('Résumé').at(1, 2).format).toBe('0.0');
    expect(refreshed(clicks)).toEqual([]);
  });

  it('a cell that changed since, or is gone, stays as it is and is named', () => {
    const clicks = at(['=DSO()', '=DSO()', '=DSO()']);
    const cells = refreshed(clicks);
    const sheet = clicks.book.sheet('Résumé');
    sheet.put(1, 2, { value: 12, formula: null, format: null });
    sheet.put(2, 2, { value: 40, formula: '=DSO()+1', format: null });
    const answer = convert(clicks, [...cells, { ...(cells[0] as UnfollowingCell), sheet: 'Ancien' }]);
    const left = (
      [
        ['Résumé', 1],
        ['Résumé', 2],
        ['Ancien', 1],
      ] as const
    ).map(([name, row]) => ({ sheet: name, row, column: 'B', why: 'row-changed' }));
    expect(answer).toMatchObject({ converted: { done: 1, left } });
    expect([sheet.at(1, 2).value, ...formulas(clicks)]).toEqual([12, null, '=DSO()+1', `=DSO(${RANGE};${STAMP})`]);
  });

  it('nothing else can be had written: not another formula, not once the dashboard has moved', () => {
    const clicks = at(['=DSO()', '=SUM(1;2)']);
    const [first] = refreshed(clicks) as [UnfollowingCell];
    const wishes = [{ ...first, to: '=IMPORTDATA("https://a.example")' }, cell(2, '=SUM(1;2)', '=SUM(1;2;3)'), { ...first, to: '=DSO()' }];
    expect(convert(clicks, wishes)).toMatchObject({ converted: { done: 0 } });
    clicks.book.sheet('Tableau de bord').name = 'Chiffres';
    expect(convert(clicks, [first])).toMatchObject({ converted: { done: 0 } });
    expect(formulas(clicks)).toEqual(['=DSO()', '=SUM(1;2)']);
  });

  it.each([
    ['no list', { kind: 'convert' }],
    ['a row that is none', { kind: 'convert', cells: [{ ...cell(1, '=DSO()', '=DSO(A:B)'), row: 0 }] }],
    ['a column that is none', { kind: 'convert', cells: [{ ...cell(1, '=DSO()', '=DSO(A:B)'), column: null }] }],
    ['no formula', { kind: 'convert', cells: [{ sheet: 'Résumé', row: 1, column: 'B', to: '=1' }] }],
  ])('%s is not understood', (_, ask) => {
    const clicks = at(['=DSO()']);
    expect(clicks.ask(ask as Ask)).toMatchObject({ ok: false });
    expect(formulas(clicks)).toEqual(['=DSO()']);
  });

  it('waits while somebody else refreshes, and says which range is protected', () => {
    const clicks = at(['=DSO()']);
    const cells = refreshed(clicks);
    clicks.book.lockedByAnother = true;
    expect(convert(clicks, cells)).toMatchObject({ ok: false, kind: 'busy' });
    clicks.book.lockedByAnother = false;
    clicks.book.sheet('Résumé').protections.push({ row: 1, column: 1, lastRow: 1, lastColumn: 3 });
    expect(convert(clicks, cells)).toMatchObject({ ok: false, kind: 'protected' });
    expect(formulas(clicks)).toEqual(['=DSO()']);
  });
});
