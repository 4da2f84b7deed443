// The dashboard tab: a page of formulas that stands once, changes no figure, and gives way to whatever the user typed.
import { describe, expect, it } from '@jest/globals';
import { type Board, formulaText, type HostRequest, perform, type View } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { day, INVOICES, type Row, reportOf, workbookOf } from './workbook-of.ts';

const AS_OF = '2025-09-17';
const ROWS: readonly Row[] = [
  { customer: 'Dupont', issued: '2025-07-01', due: '2025-08-01', amount: 1200 },
  { customer: 'Martin', issued: '2025-08-01', due: '2025-09-30', amount: 800 },
];
const TWO: readonly Row[] = ROWS.map((row, i) => ({ ...row, currency: i === 0 ? 'EUR' : 'USD' }));

function run(host: MemoryHost, kind: 'dashboard' | 'refresh', on = AS_OF): { readonly view: View; readonly board: Board | null } {
  let board: Board | null = null;
  const view = host.run(perform({ kind, at: `${on}T09:00:00` }, day(on)), (request: HostRequest) => {
    if (request.kind === 'write' && request.changes.board) board = request.changes.board;
  });
  return { view, board };
}

describe('the dashboard', () => {
  it.each([
    [true, 'Tableau de bord', "=DELAI_MOYEN_PAIEMENT('Invoices'!A:", 'À la date du'],
    [false, 'Dashboard', "=DSO('Invoices'!A:", 'As of'],
  ])('is in the language of the file (French: %s)', (french, tab, dso, asOf) => {
    const host = new MemoryHost(workbookOf(ROWS, { french }));
    const { board } = run(host, 'dashboard');
    expect(board).toMatchObject({ tab, create: true, stamp: '$B$2' });
    const formulas = board?.cells.flatMap(({ content }) =>
      'formula' in content
        ? [formulaText(content.formula, board as Board, { prefix: '', invoices: 'range', separator: ';' }).replace(INVOICES, 'Invoices')]
        : [],
    );
    expect(formulas?.filter((text) => text.startsWith(dso)).map((text) => text.slice(text.indexOf(';')))).toEqual([
      ';$B$2)',
      ';$B$2;;"best-possible")',
    ]);
    expect(host.cells(tab)[1]).toEqual([asOf, { date: AS_OF }, expect.any(String)]);
  });

  it('asks Excel about the bound table, with the day of the stamp', () => {
    const { board } = run(new MemoryHost(workbookOf(ROWS)), 'dashboard');
    const excel = { prefix: 'AR.', invoices: 'bound', separator: ',' } as const;
    const said = board?.cells.flatMap(({ content }) => ('formula' in content ? [formulaText(content.formula, board as Board, excel)] : []));
    expect(said).toContain('=AR.OVERDUE_RATE(,$B$2)');
    expect(said).toContain('=AR.TOP_DEBTORS(,$B$2,10)');
  });

  it('has a block for each currency, and no two of its cells, tables or charts meet', () => {
    const { board } = run(new MemoryHost(workbookOf(TWO)), 'dashboard');
    const cells = board?.cells.map(({ row, column }) => `${row} ${column}`) ?? [];
    const spilled = board?.looks.flatMap(({ row, column, rows }) => Array.from({ length: rows }, (_, r) => `${row + r} ${column}`)) ?? [];
    expect(new Set([...cells, ...spilled]).size).toBe(cells.length + spilled.length);
    expect(board?.charts.map(({ name }) => name)).toEqual(
      ['EUR', 'USD'].flatMap((c) => ['aging', 'debtors', 'trend', 'receipts'].map((t) => `${t} ${c}`)),
    );
    const covered = board?.charts.flatMap(({ at }) =>
      Array.from({ length: at.rows * at.columns }, (_, k) => `${at.row + Math.floor(k / at.columns)} ${at.column + (k % at.columns)}`),
    );
    expect(new Set([...(covered ?? []), ...cells, ...spilled]).size).toBe((covered?.length ?? 0) + cells.length + spilled.length);
  });

  it('changes nothing of the report, and is no list of invoices', () => {
    const before = workbookOf(ROWS);
    const host = new MemoryHost(before);
    run(host, 'dashboard');
    expect(host.cells(INVOICES)).toEqual(before.sheets[0]?.cells);
    expect(reportOf(host.snapshot(), AS_OF)).toEqual(reportOf(before, AS_OF));
  });

  it('is brought up to date in place, also when it was renamed and moved', () => {
    const host = new MemoryHost(workbookOf(ROWS));
    run(host, 'dashboard');
    const sheet = host.sheets.at(-1) as MemoryHost['sheets'][number];
    sheet.name = 'Figures of mine';
    sheet.cells.unshift(['For the bank']);
    sheet.formulas?.unshift([]);
    const { board, view } = run(host, 'dashboard', '2025-09-18');
    expect(board).toMatchObject({ tab: 'Figures of mine', create: false, stamp: '$B$3' });
    expect(view.left).toEqual([]);
    expect(host.sheets).toHaveLength(2);
    expect(host.cells('Figures of mine')[0]).toEqual(['For the bank']);
    expect(host.cells('Figures of mine')[2]?.[1]).toEqual({ date: '2025-09-18' });
  });

  it('leaves what the user typed over it, and names it', () => {
    const host = new MemoryHost(workbookOf(ROWS));
    run(host, 'dashboard');
    const sheet = host.sheets.at(-1) as MemoryHost['sheets'][number];
    (sheet.cells[4] as unknown[])[0] = 'My own figure';
    (sheet.formulas as unknown[][])[4] = ['', '=1+1'];
    const { view } = run(host, 'dashboard');
    expect(view.left).toEqual([
      { sheet: 'Dashboard', row: 5, column: 'A', why: 'words' },
      { sheet: 'Dashboard', row: 5, column: 'B', why: 'formula' },
    ]);
    expect(sheet.cells[4]?.[0]).toBe('My own figure');
    expect(sheet.formulas?.[4]).toEqual(['', '=1+1']);
  });

  it('stands beside a sheet of the user’s that bears its name', () => {
    const workbook = workbookOf(ROWS);
    const host = new MemoryHost({ ...workbook, sheets: [...workbook.sheets, { name: 'Dashboard', cells: [['Sales', 12]] }] });
    expect(run(host, 'dashboard').board).toMatchObject({ tab: 'Dashboard (Relance)', create: true });
    expect(host.cells('Dashboard')).toEqual([['Sales', 12]]);
  });
});

describe('its day', () => {
  it('follows a refresh, and nothing is written when it is right', () => {
    const host = new MemoryHost(workbookOf(ROWS));
    run(host, 'dashboard');
    expect(run(host, 'refresh').board).toBeNull();
    expect(run(host, 'refresh', '2025-09-20').board?.cells).toEqual([{ row: 2, column: 1, content: { day: '2025-09-20' }, look: 'day' }]);
    expect(host.cells('Dashboard')[1]?.[1]).toEqual({ date: '2025-09-20' });
    expect(run(host, 'refresh', '2025-09-20').board).toBeNull();
  });

  it('is left alone once the user replaced it by words', () => {
    const host = new MemoryHost(workbookOf(ROWS));
    run(host, 'dashboard');
    (host.cells('Dashboard')[1] as unknown[])[1] = 'last month';
    expect(run(host, 'refresh', '2025-09-20').board).toBeNull();
  });
});

it('is not made where there are no invoices', () => {
  const host = new MemoryHost({ sheets: [{ name: 'Notes', cells: [['hello']] }], locale: null, timeZone: null, date1904: false });
  const { view, board } = run(host, 'dashboard');
  expect([board, view.report, view.refusal !== null]).toEqual([null, null, true]);
});
