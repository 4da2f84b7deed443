/**
 * The dashboard in every host: the same page of live formulas, once, with charts where the host draws them; what the user wrote, formatted or renamed
 * stays, and an insertion that breaks off is completed by the next.
 */
import { describe, expect, it } from '@jest/globals';
import { type Board, type BoardCell, type FormulaDialect, formulaText, type HostRequest, perform, type View } from '../../core/index.ts';
import type { Snapshot } from '../../core/workbook.ts';
import { day, type Row, workbookOf } from '../core/workbook-of.ts';
import { plain } from './contract.ts';
import { letterOf } from './excel/address.ts';
import { type ExcelHost, excelHost } from './excel/index.ts';
import { MemoryHost } from './memory.ts';
import { type Fault, type SheetsHost, sheetsHost } from './sheets/index.ts';

const AS_OF = '2025-09-17';
const EPOCH = 25569;
/** Two currencies, nothing late: a refresh on the next day has nothing to say but the day. */
const ROWS: readonly Row[] = [
  { customer: 'Dupont', issued: '2025-06-01', due: '2025-07-01', amount: 1200, currency: 'EUR', paid: 1200, paidOn: '2025-06-28' },
  { customer: 'Martin', issued: '2025-06-05', due: '2025-07-05', amount: 800, currency: 'USD', paid: 800, paidOn: '2025-07-03' },
];
const WORKBOOK: Snapshot = { ...workbookOf(ROWS), workbookId: 'board', locale: 'fr-FR', timeZone: 'Europe/Paris' };
const TAB = 'Dashboard';

type Story = Generator<HostRequest, View, unknown>;
const command = (kind: 'dashboard' | 'refresh', on = AS_OF): Story => perform({ kind, at: `${on}T09:00:00` }, day(on));

/** The board the core posts into a workbook without one. */
function postedIn(workbook: Snapshot): Board {
  let board: Board | null = null;
  new MemoryHost(workbook).run(command('dashboard'), (request) => {
    if (request.kind === 'write' && request.changes.board) board = request.changes.board;
  });
  if (board === null) throw new Error('no board was posted');
  return board;
}
const BOARD = postedIn(WORKBOOK);

/** A workbook open in a host, as these tests look at it. Rows 1-based, columns 0-based. */
interface Open {
  readonly run: (story: Story) => View | Promise<View>;
  readonly sheets: () => readonly string[];
  /** The formula of a cell, else what it holds: days as numbers, blanks as null. */
  readonly at: (row: number, column: number) => unknown;
  readonly format: ((row: number, column: number) => string) | null;
  readonly write: (
    row: number,
    column: number,
    typed: { readonly text?: string; readonly formula?: string; readonly format?: string },
  ) => void;
  /** Title and figures of each chart, in order; null for a host that draws none. */
  readonly charts: (() => readonly (readonly [title: string, ranges: string])[]) | null;
}

const address = (row: number, column: number, rows: number, columns: number): string =>
  `${letterOf(column)}${row}:${letterOf(column + columns - 1)}${row + rows - 1}`;

function inMemory(workbook = WORKBOOK): Open {
  const host = new MemoryHost(workbook);
  const sheet = () => host.sheets.find(({ name }) => name === TAB);
  return {
    run: (story) => host.run(story),
    sheets: () => host.sheets.map(({ name }) => name),
    at: (row, column) => {
      const formula = sheet()?.formulas?.[row - 1]?.[column];
      return formula ? formula : (plain([[sheet()?.cells[row - 1]?.[column] ?? null]])[0]?.[0] ?? null);
    },
    format: null,
    write: (row, column, { text, formula }) => {
      const [cells, formulas] = [sheet()?.cells[row - 1] as unknown[], sheet()?.formulas?.[row - 1] as unknown[]];
      cells[column] = text ?? null;
      formulas[column] = formula ?? '';
    },
    charts: null,
  };
}

function inGoogle(host: SheetsHost = sheetsHost(WORKBOOK)): Open {
  const sheet = () => host.book.sheet(TAB);
  return {
    run: (story) => host.run(story),
    sheets: host.sheets,
    at: (row, column) => sheet().at(row, column + 1).formula ?? sheet().at(row, column + 1).value,
    format: (row, column) => sheet().at(row, column + 1).format ?? 'General',
    write: (row, column, { text, formula, format }) => {
      const before = sheet().at(row, column + 1);
      const touched = text !== undefined || formula !== undefined;
      sheet().put(row, column + 1, {
        value: touched ? (text ?? 2) : before.value,
        formula: touched ? (formula ?? null) : before.formula,
        format: format ?? before.format,
      });
      host.book.flush();
    },
    charts: () =>
      sheet().charts.map(({ options, ranges }) => [
        String(options.title),
        ranges.map((r) => address(r.row, r.column - 1, r.lastRow - r.row + 1, r.lastColumn - r.column + 1)).join(' '),
      ]),
  };
}

function inExcel(host: ExcelHost = excelHost(WORKBOOK)): Open {
  const sheet = () => host.app.book.sheet(TAB);
  return {
    run: (story) => host.run(story),
    sheets: () => host.app.book.sheets.map(({ name }) => name),
    at: (row, column) => sheet().formulaAt(row - 1, column) ?? sheet().valueAt(row - 1, column),
    format: (row, column) => sheet().formatAt(row - 1, column),
    write: (row, column, { text, formula, format }) => {
      const touched = text !== undefined || formula !== undefined;
      const [value, was] = [sheet().valueAt(row - 1, column), sheet().formulaAt(row - 1, column) ?? undefined];
      sheet().put(row - 1, column, touched ? (text ?? 2) : value, format, touched ? formula : was);
    },
    charts: () =>
      sheet().charts.map(({ title, series }) => [
        title,
        series
          .flatMap(({ names, values }) => [names, values])
          .map((area) => (area ? address(area.row + 1, area.column, area.rows, area.columns) : 'nothing'))
          .join(' '),
      ]),
  };
}

const HOSTS: readonly (readonly [name: string, open: () => Open, dialect: FormulaDialect])[] = [
  ['memory', inMemory, { prefix: '', invoices: 'bound', separator: ',' }],
  ['Google Sheets', inGoogle, { prefix: '', invoices: 'range', separator: ';' }],
  ['Excel', inExcel, { prefix: 'AR.', invoices: 'bound', separator: ',' }],
];

/** What a cell of the board is to hold. */
function wanted({ content }: BoardCell, board: Board, dialect: FormulaDialect): unknown {
  if ('formula' in content) return formulaText(content.formula, board, dialect);
  return 'day' in content ? (day(content.day) as number) + EPOCH : content.text;
}
const everywhere = (host: Open, board = BOARD): unknown[] => board.cells.map(({ row, column }) => host.at(row, column));

describe.each(HOSTS)('the dashboard in %s', (_, open, dialect) => {
  const expected = BOARD.cells.map((cell) => wanted(cell, BOARD, dialect));

  it('is a tab at the end, each cell as posted', async () => {
    const host = open();
    await host.run(command('dashboard'));
    expect(host.sheets()).toEqual(['Invoices', TAB]);
    expect(everywhere(host)).toEqual(expected);
  });

  it('looks as its figures are: money, shares, days, true dates in the form of the due dates', async () => {
    const host = open();
    await host.run(command('dashboard'));
    const { format } = host;
    if (format === null) return expect(dialect.prefix).toBe('');
    const formats = { money: '#,##0.00', percent: '0.0%', days: '0.0', count: '0' } as const;
    for (const { row, column, look } of [...BOARD.cells, ...BOARD.looks])
      if (look in formats) expect(format(row, column)).toBe(formats[look as keyof typeof formats]);
    expect(format(2, 1).toLowerCase()).toBe('dd/mm/yyyy');
  });

  it('stands once, however often it is asked for, and goes on from the language and place it has', async () => {
    const host = open();
    await host.run(command('dashboard'));
    const charts = host.charts?.();
    await host.run(command('dashboard', '2025-09-20'));
    expect(host.sheets()).toEqual(['Invoices', TAB]);
    expect(host.at(2, 1)).toBe((day('2025-09-20') as number) + EPOCH);
    expect(host.charts?.()).toEqual(charts);
  });

  it('leaves a cell the user took, names it, and keeps the formats they chose', async () => {
    const host = open();
    await host.run(command('dashboard'));
    host.write(6, 0, { text: 'My own figure' });
    host.write(6, 1, { formula: '=1+1' });
    host.write(7, 1, { format: '0.000%' });
    const view = await host.run(command('dashboard'));
    expect(view.left).toEqual([
      { sheet: TAB, row: 6, column: 'A', why: 'words' },
      { sheet: TAB, row: 6, column: 'B', why: 'formula' },
    ]);
    expect([host.at(6, 0), host.at(6, 1)]).toEqual(['My own figure', '=1+1']);
    if (host.format) expect(host.format(7, 1)).toBe('0.000%');
    const others = BOARD.cells.filter(({ row, column }) => row !== 6 || column > 1);
    expect(others.map(({ row, column }) => host.at(row, column))).toEqual(others.map((cell) => wanted(cell, BOARD, dialect)));
  });

  it('follows a refresh with its day, and nothing else of it is written', async () => {
    const host = open();
    await host.run(command('dashboard'));
    await host.run(command('refresh', '2025-09-18'));
    const next = BOARD.cells.map((cell, k) => ('day' in cell.content ? (day('2025-09-18') as number) + EPOCH : expected[k]));
    expect(everywhere(host)).toEqual(next);
  });
});

describe('a sheet of the user’s that bears its name', () => {
  const workbook = { ...WORKBOOK, sheets: [...WORKBOOK.sheets, { name: TAB, cells: [['Sales', 12]] }] };
  const hosts: readonly (readonly [string, () => Open])[] = [
    ['memory', () => inMemory(workbook)],
    ['Google Sheets', () => inGoogle(sheetsHost(workbook))],
    ['Excel', () => inExcel(excelHost(workbook))],
  ];
  it.each(hosts)('is not touched in %s', async (_, open) => {
    const host = open();
    await host.run(command('dashboard'));
    expect(host.sheets()).toEqual(['Invoices', TAB, 'Dashboard (Relance)']);
    expect([host.at(1, 0), host.at(1, 1), host.at(2, 0)]).toEqual(['Sales', 12, null]);
    expect(host.charts?.() ?? []).toEqual([]);
  });
});

describe('in Google Sheets', () => {
  /** Ranges of a chart: names of the points and figures, headers included; side by side they are one. */
  const drawn = BOARD.charts.map(({ title, data, series }) => [
    title,
    series.every(({ column }, i) => column === i + 1)
      ? address(data.row, data.column, data.rows, data.columns)
      : [0, ...series.map(({ column }) => column)].map((c) => address(data.row, data.column + c, data.rows, 1)).join(' '),
  ]);

  it('draws each chart over what its formula fills', () => {
    const host = inGoogle();
    host.run(command('dashboard'));
    expect(host.charts?.()).toEqual(drawn);
  });

  it('brings a chart of ours back to its figures where it stands, and leaves one the user renamed', () => {
    const sheets = sheetsHost(WORKBOOK);
    const host = inGoogle(sheets);
    host.run(command('dashboard'));
    const { charts } = sheets.book.sheet(TAB);
    const [first, second] = charts as [(typeof charts)[number], (typeof charts)[number]];
    charts[0] = { ...first, ranges: [{ row: 1, column: 1, lastRow: 2, lastColumn: 2 }], row: 40, column: 3 };
    charts[1] = { ...second, options: { title: 'My debtors' } };
    host.run(command('dashboard'));
    expect(host.charts?.().map(([title]) => title)).toEqual([first.options.title, 'My debtors', ...drawn.slice(2).map(([title]) => title)]);
    expect(charts[0]).toMatchObject({ ranges: first.ranges, row: 40, column: 3 });
  });

  it('leaves the user on the sheet they look at', () => {
    const sheets = sheetsHost(WORKBOOK);
    sheets.run(command('dashboard'));
    expect(sheets.counts.byName['Spreadsheet.setActiveSheet']).toBe(1);
  });

  it('costs one write to follow the day, and few calls however many rows there are', () => {
    const sheets = sheetsHost(WORKBOOK);
    sheets.run(command('refresh'));
    sheets.run(command('dashboard'));
    expect(sheets.counts.writes).toBeLessThan(60);
    expect(sheets.counts.readsAfterWrites).toBe(0);
    sheets.run(command('refresh', '2025-09-18'));
    expect(sheets.counts.writes).toBe(1);
  });

  it('takes a day in a cell of text for a date again', () => {
    const host = inGoogle();
    host.run(command('dashboard'));
    host.write(2, 1, { text: '15/09/2025', format: '@' });
    host.run(command('refresh', '2025-09-18'));
    expect([host.at(2, 1), host.format?.(2, 1).toLowerCase()]).toEqual([(day('2025-09-18') as number) + EPOCH, 'dd/mm/yyyy']);
  });

  it('is whole and single after a failure at any call', () => {
    const workbook = { ...WORKBOOK, sheets: workbookOf(ROWS.slice(0, 1)).sheets };
    const board = postedIn(workbook);
    const looks = (sheets: SheetsHost) => [
      everywhere(inGoogle(sheets), board),
      inGoogle(sheets).charts?.(),
      [...sheets.book.sheet(TAB).bold].sort(),
    ];
    const undisturbed = sheetsHost(workbook);
    undisturbed.run(command('dashboard'));
    const { total } = undisturbed.counts;
    // A script that dies has written nothing: a few deaths tell as much as many. After an error, what was written stays.
    for (const [kind, step] of [
      ['error', 1],
      ['crash', 29],
    ] as const satisfies readonly (readonly [Fault['kind'], number])[]) {
      for (let at = 1; at < total; at += step) {
        const sheets = sheetsHost(workbook);
        expect(() => sheets.run(command('dashboard'), { fault: { at, kind } })).toThrow();
        sheets.run(command('dashboard'));
        expect([at, sheets.sheets()]).toEqual([at, ['Invoices', TAB]]);
        expect([at, looks(sheets)]).toEqual([at, looks(undisturbed)]);
      }
    }
  });
});

describe('in Excel', () => {
  const drawn = BOARD.charts.map(({ title, data, series }) => [
    title,
    series
      .flatMap(({ column }) => [0, column])
      .map((c) => address(data.row + 1, data.column + c, data.rows - 1, 1))
      .join(' '),
  ]);

  it('tells each chart its series, which nobody could guess from formulas that have not answered yet', async () => {
    const app = excelHost(WORKBOOK);
    const host = inExcel(app);
    await host.run(command('dashboard'));
    expect(host.charts?.()).toEqual(drawn);
    const { charts } = app.app.book.sheet(TAB);
    expect(charts.map(({ name, place }) => [name, place])).toEqual(BOARD.charts.map(({ name, at }) => [name, { ...at, row: at.row - 1 }]));
    expect(charts[2]?.series.map(({ name }) => name)).toEqual(['DSO', 'Best possible DSO']);
  });

  it('draws a chart where the user put it, under the title they gave it', async () => {
    const app = excelHost(WORKBOOK);
    const host = inExcel(app);
    await host.run(command('dashboard'));
    const [first] = app.app.book.sheet(TAB).charts;
    if (!first) throw new Error('no chart');
    first.title = 'My aging';
    first.place = { row: 60, column: 2, rows: 9, columns: 4 };
    await host.run(command('dashboard'));
    expect(host.charts?.().map(([title]) => title)).toEqual(['My aging', ...drawn.slice(1).map(([title]) => title)]);
    expect(first.place).toEqual({ row: 60, column: 2, rows: 9, columns: 4 });
  });

  it('writes one cell to follow the day, with events off', async () => {
    const app = excelHost(WORKBOOK);
    await app.run(command('refresh'));
    await app.run(command('dashboard'));
    const before = app.counts.cellsWritten;
    await app.run(command('refresh', '2025-09-18'));
    expect(app.counts.cellsWritten - before).toBe(1);
    expect(app.app.book.noisyWrites).toBe(0);
  });

  it('counts days as a workbook of 1904 does', async () => {
    const host = inExcel(excelHost({ ...WORKBOOK, date1904: true }));
    await host.run(command('dashboard'));
    expect(host.at(2, 1)).toBe((day(AS_OF) as number) + EPOCH - 1462);
  });

  it('puts every cell on its own row where the user filtered the sheet', async () => {
    const app = excelHost(WORKBOOK);
    const host = inExcel(app);
    await host.run(command('dashboard'));
    app.app.book.sheet(TAB).filterOut([6, 7]);
    await host.run(command('dashboard'));
    const dialect = { prefix: 'AR.', invoices: 'bound', separator: ',' } as const;
    expect(everywhere(host)).toEqual(BOARD.cells.map((cell) => wanted(cell, BOARD, dialect)));
  });

  it('refuses a protected tab by name', async () => {
    const app = excelHost(WORKBOOK);
    await app.run(command('dashboard'));
    app.app.book.sheet(TAB).protected = true;
    await expect(app.run(command('dashboard'))).rejects.toMatchObject({ kind: 'protected-sheet', about: 'Dashboard' });
  });

  it('is whole and single after any lost sync', async () => {
    const undisturbed = excelHost(WORKBOOK);
    await undisturbed.run(command('dashboard'));
    const looks = (app: ExcelHost) => [
      everywhere(inExcel(app)),
      app.formats(TAB),
      [...app.app.book.sheet(TAB).bold].sort(),
      app.app.book.sheet(TAB).charts.map(({ name }) => name),
      inExcel(app).charts?.(),
    ];
    for (let position = 1; position <= undisturbed.counts.syncs; position++) {
      for (const moment of ['before', 'midway', 'after'] as const) {
        const app = excelHost(WORKBOOK);
        app.app.failSync(position, moment);
        await app.run(command('dashboard')).catch(() => undefined);
        await app.run(command('dashboard'));
        expect([position, moment, inExcel(app).sheets()]).toEqual([position, moment, ['Invoices', TAB]]);
        expect([position, moment, looks(app)]).toEqual([position, moment, looks(undisturbed)]);
      }
    }
  });
});
