/**
 * Google Sheets: first that the double behaves like Google, then what the shell reads and writes there.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyChanges } from '../../appsscript/server/apply.ts';
import { isPlainWords } from '../../appsscript/server/looks.ts';
import { readWorkbook } from '../../appsscript/server/read.ts';
import { type Cell, type ChangeSet, type ColumnEdits, dayFromIso, perform, type Snapshot } from '../../core/index.ts';
import { tries } from '../thorough.ts';
import { type BookData, bookOf, Crash, cellsOf, Execution, inScript, type RunOptions, sheetsHost, surroundings } from './sheets/index.ts';

type Grid = readonly (readonly Cell[])[];

const bookWith = (cells: Grid, more: Partial<Snapshot> = {}, formats?: (string | null)[][], formulas?: string[][]): BookData =>
  bookOf({
    sheets: [{ name: 'Factures', cells, ...(formats ? { formats } : {}), ...(formulas ? { formulas } : {}) }],
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    date1904: false,
    ...more,
  });

/** Runs `act` as one script run; answers it with the run's counts. */
function script<T>(book: BookData, act: () => T, options: RunOptions = {}): { answer: T; execution: Execution } {
  const execution = new Execution(surroundings(book, {}, options));
  return { answer: inScript(execution, act), execution };
}

const NOTHING: ChangeSet = { sheet: 'Factures', headerRow: 1, dueColumn: null, columns: [], appends: [] };
const edits = (column: number, rows: readonly number[], after: ColumnEdits['after'], more: Partial<ColumnEdits> = {}): ColumnEdits => ({
  role: 'status',
  column,
  newHeader: null,
  look: 'text',
  daysAsText: false,
  rows,
  before: rows.map(() => null),
  after,
  ...more,
});
const write = (book: BookData, columns: readonly ColumnEdits[], more: Partial<ChangeSet> = {}, options: RunOptions = {}): Execution =>
  script(book, () => applyChanges({ ...NOTHING, columns, ...more }), options).execution;

const at = (book: BookData, a1: string, sheet = 'Factures') => book.sheet(sheet).at(Number(a1.slice(1)), a1.charCodeAt(0) - 64);

describe('the double behaves like Google', () => {
  const typed: readonly (readonly [locale: string, typed: string, format: string | null, value: unknown, shows: string])[] = [
    ['fr-FR', '03/04/2025', null, new Date('2025-04-02T22:00:00Z'), '03/04/2025'],
    ['en-US', '03/04/2025', null, new Date('2025-03-03T23:00:00Z'), '3/4/2025'],
    ['fr-FR', '31/02/2025', null, '31/02/2025', '31/02/2025'],
    ['fr-FR', '1,5', null, 1.5, '1,5'],
    ['en-US', '1.5', null, 1.5, '1.5'],
    ['en-US', '1,5', null, '1,5', '1,5'],
    ['fr-FR', '1 850,00 €', null, 1850, '1850'],
    ['fr-FR', '12 %', null, 0.12, '12%'],
    ['fr-FR', '+5', null, 5, '5'],
    ['fr-FR', 'VRAI', null, true, 'VRAI'],
    ['fr-FR', '=1+1', null, '#NAME?', '#NAME?'],
    ['fr-FR', "'03/04", null, '03/04', '03/04'],
    ['fr-FR', '03/04', '@', '03/04', '03/04'],
    ['fr-FR', '=1+1', '@', '=1+1', '=1+1'],
    ['fr-FR', 'Relance J+3', null, 'Relance J+3', 'Relance J+3'],
    ['en-US', 'Sep 15, 2025', null, new Date('2025-09-14T22:00:00Z'), '9/15/2025'],
    ['fr-FR', '', null, '', ''],
  ];
  it.each(typed)('%s: "%s" under %s', (locale, text, format, value, shows) => {
    const book = bookWith([[null]], { locale }, [[format]]);
    const { answer } = script(book, () => {
      const range = SpreadsheetApp.getActive().getSheetByName('Factures').getRange(1, 1);
      range.setValues([[text]]);
      return [range.getValue(), range.getDisplayValues()[0]?.[0]];
    });
    expect(answer).toEqual([value, shows]);
  });

  const refused: readonly (readonly [string, (sheet: GoogleSheet) => unknown, string])[] = [
    ['rows that do not fit', (sheet) => sheet.getRange(1, 1, 2, 1).setValues([['a']]), 'The data has 1 but the range has 2.'],
    ['columns that do not fit', (sheet) => sheet.getRange(1, 1, 1, 2).setValues([['a']]), 'The number of columns in the data'],
    ['a range beyond the grid', (sheet) => sheet.getRange(1, 4), 'outside the dimensions of the sheet'],
    ['no rows', (sheet) => sheet.getRange(1, 1, 0, 1), 'must be at least 1'],
    ['a protected cell', (sheet) => sheet.getRange('B1:B2').setNumberFormat('@'), 'protected cell or object'],
  ];
  it.each(refused)('refuses %s', (_, act, message) => {
    const book = bookWith([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    book.sheet('Factures').protections.push({ row: 2, column: 2, lastRow: 2, lastColumn: 2 });
    expect(() => script(book, () => act(SpreadsheetApp.getActive().getSheetByName('Factures')))).toThrow(message);
  });

  it('keeps what was flushed of a script that dies, and nothing else', () => {
    const book = bookWith([['a', 'b']]);
    const act = () => {
      const sheet = SpreadsheetApp.getActive().getSheetByName('Factures');
      sheet.getRange(1, 1).setValues([['first']]);
      SpreadsheetApp.flush();
      sheet.getRange(1, 2).setValues([['second']]);
      SpreadsheetApp.flush();
    };
    expect(() => script(book, act, { fault: { at: 8, kind: 'crash' } })).toThrow(Crash);
    expect(cellsOf(book.sheet('Factures'))).toEqual([['first', 'b']]);
  });

  it('gives a Date of the spreadsheet’s zone, whatever the zone of the script or of this machine', () => {
    for (const timeZone of ['UTC', 'Europe/Paris', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      const host = sheetsHost({ ...invoices(1), timeZone }, { scriptTimeZone: 'Asia/Tokyo' });
      const view = host.run(perform({ kind: 'open', at: '2026-03-16T09:00:00' }, dayFromIso('2026-03-16') as never));
      expect(view.report?.invoices[0]?.dueOn).toBe('2026-01-10');
    }
  });
});

describe('reading', () => {
  it('takes locale, zone, id and the user’s binding from the spreadsheet', () => {
    const binding = { sheet: 'Factures', headerRow: 1, columns: { number: 'A' } } as const;
    const book = bookWith([['N°'], ['F-1']], { workbookId: 'abc', timeZone: 'America/New_York', binding });
    expect(script(book, readWorkbook).answer).toMatchObject({
      locale: 'fr-FR',
      timeZone: 'America/New_York',
      workbookId: 'abc',
      date1904: false,
      binding,
    });
  });

  it('gives numbers with their formats, dates as instants, formulas apart, errors as their text', () => {
    const book = bookWith(
      [[0.2, { date: '2026-01-10' }, 12, '#N/A', true, null]],
      {},
      [['0%', 'dd/mm/yyyy', '#,##0.00 [$€]', null, null, null]],
      [['', '', '=10+2', '=NA()', '', '']],
    );
    const [sheet] = script(book, readWorkbook).answer.sheets;
    expect(sheet?.cells).toEqual([[0.2, new Date('2026-01-09T23:00:00Z'), 12, '#N/A', true]]);
    expect(sheet?.formats?.[0]?.slice(0, 3)).toEqual(['0%', 'dd/mm/yyyy', '#,##0.00 [$€]']);
    expect(sheet?.formulas?.[0]?.slice(2, 4)).toEqual(['=10+2', '=NA()']);
  });

  it('takes the cells one formula fills for formulas', () => {
    const formulas = [
      ['', '={"Statut";ARRAYFORMULA(IF(A2:A="";"";"Payée"))}'],
      ['', ''],
      ['', '=1'],
      ['', ''],
    ];
    const book = bookWith(
      [
        ['N°', 'Statut'],
        ['F-1', 'Payée'],
        ['F-2', 1],
        ['F-3', 'Payée'],
      ],
      {},
      undefined,
      formulas,
    );
    const read = script(book, readWorkbook).answer.sheets[0]?.formulas;
    expect(read?.map((row) => [row[0] !== '', row[1] !== ''])).toEqual([
      [false, true],
      [false, true],
      [false, true],
      [false, false],
    ]);
  });

  it('costs the same number of calls at any length, and leaves out charts that fill a sheet', () => {
    const counts = [10, 1000].map((rows) => {
      const book = bookOf(invoices(rows));
      book.sheets.push(Object.assign(bookOf(invoices(1)).sheet('Factures'), { name: 'Graphique', kind: 'OBJECT' }));
      const { answer, execution } = script(book, readWorkbook);
      expect(answer.sheets.map(({ name }) => name)).toEqual(['Factures']);
      return execution.counts;
    });
    expect(counts[0]).toEqual(counts[1]);
  });

  it('of a bound workbook with every tab, reads formats and formulas of the invoices only', () => {
    const tabs = ['Réglages', 'Scénarios', 'Modèles', 'Clients', 'Paiements', 'Échéanciers', 'Journal des relances'];
    const invoiceSheet = invoices(5).sheets;
    const sheets = [...tabs.map((name) => ({ name, cells: [['a', 'b']] })), ...invoiceSheet];
    const binding = { sheet: 'Factures', headerRow: 1, columns: {} };
    expect(script(bookOf({ ...invoices(5), sheets, binding }), readWorkbook).execution.counts.reads).toBe(10);
    expect(script(bookOf({ ...invoices(5), sheets }), readWorkbook).execution.counts.reads).toBeLessThanOrEqual(15);
  });

  it('stops when a sheet cannot be read, rather than go on without it', () => {
    const book = bookOf(invoices(3));
    expect(() => script(book, readWorkbook, { fault: { at: 5, kind: 'error' } })).toThrow('Service Spreadsheets failed');
  });
});

describe('writing', () => {
  it('lands every text as that very text, in every locale', () => {
    const texts = [
      '=HYPERLINK("http://x";"y")',
      '+5',
      '-3',
      '@SUM(A1)',
      '03/04',
      '15/09/2025',
      '1,5',
      '12 %',
      'VRAI',
      'Sep 15',
      'Relance J+3',
      'J-7',
      '\tx',
    ];
    for (const locale of ['fr-FR', 'en-US']) {
      const book = bookWith([['Statut'], ...texts.map(() => [null])], { locale });
      write(book, [
        edits(
          0,
          texts.map((_, i) => i + 2),
          texts,
        ),
      ]);
      expect(cellsOf(book.sheet('Factures'))).toEqual([['Statut'], ...texts.map((text) => [text])]);
      expect(texts.map((_, i) => at(book, `A${i + 2}`).formula)).toEqual(texts.map(() => null));
    }
  });

  it('leaves the format of plain words alone, which no locale reads as anything else', () => {
    const book = bookWith([['Statut'], [null], [null]]);
    expect(write(book, [edits(0, [2, 3], ['En retard', 'Payée'])]).counts.writes).toBe(1);
    expect(at(book, 'A2')).toEqual({ value: 'En retard', formula: null, format: null });
    expect(['En retard', 'Relance J+3', '3 jours', 'Mai 2025', 'sept. 15', 'J-7', 'Faux', '=x', ' x'].map(isPlainWords)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('writes days as true dates that look like the due dates, exact in any zone', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Africa/Cairo']) {
      const book = bookWith(
        [
          ['Échéance', 'Le'],
          [{ date: '2026-01-10' }, null],
          [null, null],
        ],
        { timeZone },
        [[null], ['d mmm yyyy'], [null]],
      );
      write(book, [edits(1, [2, 3], ['2026-04-24', '2026-10-25'], { look: 'day' })], { dueColumn: 0 });
      expect(at(book, 'B2')).toEqual({ value: 46136, formula: null, format: 'd mmm yyyy' });
      expect(at(book, 'B3').value).toBe(46320);
    }
  });

  it('writes days as text where the due dates are text', () => {
    const book = bookWith([['Le'], [null]]);
    write(book, [edits(0, [2], ['24/04/2026'], { look: 'day', daysAsText: true })]);
    expect(at(book, 'A2')).toEqual({ value: '24/04/2026', formula: null, format: '@' });
  });

  it('makes room at the right for new columns, headers and all, in three writes', () => {
    const book = bookWith([['Titre'], ['N°'], ['F-1'], ['F-2'], ['F-3']]);
    const columns = [
      edits(1, [3, 5], [4, 0], { newHeader: 'Jours de retard', look: 'count' }),
      edits(2, [3, 4], ['En retard', 'Payée'], { newHeader: 'Statut' }),
      edits(3, [], [], { newHeader: 'Dernière action' }),
      edits(4, [3], ['2026-04-24'], { newHeader: 'Date prochaine action', look: 'day' }),
    ];
    const { counts } = write(book, columns, { headerRow: 2 });
    expect(counts.byName).toMatchObject({ 'Sheet.insertColumnsAfter': 1, 'Range.setNumberFormats': 1, 'Range.setValues': 1 });
    expect(counts.writes).toBe(3);
    expect(cellsOf(book.sheet('Factures'))).toEqual([
      ['Titre', null, null, null, null],
      ['N°', 'Jours de retard', 'Statut', 'Dernière action', 'Date prochaine action'],
      ['F-1', 4, 'En retard', null, 46136],
      ['F-2', null, 'Payée', null, null],
      ['F-3', 0, null, null, null],
    ]);
    expect(write(book, columns, { headerRow: 2 }).counts.writes).toBe(0);
  });

  it('takes as many calls at 5,000 rows as at 100', () => {
    const counts = [100, 5000].map((n) => {
      const rows = Array.from({ length: n }, (_, i) => i + 2);
      const changed = rows.filter((row) => row % 7 === 0);
      const unchanged = rows.filter((row) => row % 7 !== 0);
      const book = bookWith(
        [['Retard', 'Motif'], ...rows.map((row) => [row, `${row} jours`])],
        {},
        rows.map(() => [null, '@']),
      );
      const { counts } = write(book, [
        edits(
          0,
          changed,
          changed.map((row) => row + 1),
          { look: 'count', before: changed, unchanged },
        ),
        edits(
          1,
          changed,
          changed.map((row) => `${row + 1} jours`),
          { before: changed.map((row) => `${row} jours`), unchanged },
        ),
      ]);
      expect(at(book, `B${14}`).value).toBe('15 jours');
      expect(at(book, 'B15').value).toBe('15 jours');
      return counts;
    });
    expect(counts[0]).toEqual(counts[1]);
    expect(counts[0]?.writes).toBeLessThanOrEqual(3);
  });

  it('never writes again the user’s words, formulas or anything not ours between changed rows', () => {
    const cells: Grid = [
      ['Statut'],
      ['En retard'],
      ['voir Paul'],
      ['En retard'],
      ['=A1'],
      ['En retard'],
      [7],
      ['En retard'],
      ['03/04'],
      ['En retard'],
      [null],
      ['En retard'],
    ];
    const changed = [2, 4, 6, 8, 10, 12];
    const book = bookWith(
      cells,
      {},
      undefined,
      cells.map((_, r) => (r === 4 ? ['=A1'] : [''])),
    );
    const before = book.sheet('Factures').rows.map(([cell]) => cell);
    const execution = write(book, [
      edits(
        0,
        changed,
        changed.map(() => 'Payée'),
        { before: changed.map(() => 'En retard') },
      ),
    ]);
    const touched = execution.written.flatMap(({ row, lastRow }) => Array.from({ length: lastRow - row + 1 }, (_, i) => row + i));
    expect(touched).toEqual([2, 4, 6, 8, 10, 11, 12]);
    for (const row of [3, 5, 7, 9]) expect(at(book, `A${row}`)).toEqual(before[row - 1]);
  });

  it('bridges only what comes back as it was, and stops at the last changed cell', () => {
    const cells: Grid = [['Statut'], ['En retard'], [null], ['03/04'], ['En retard'], ['Litige'], ['En retard'], [null]];
    const book = bookWith(cells);
    const change = edits(0, [2, 5, 7], ['Payée', 'Payée', 'Payée'], { before: ['En retard', 'En retard', 'En retard'], unchanged: [4, 6] });
    const { written } = write(book, [change]);
    expect(written.map(({ row, lastRow }) => [row, lastRow])).toEqual([
      [2, 2],
      [5, 7],
    ]);
    expect(at(book, 'A4')).toEqual({ value: '03/04', formula: null, format: null });
  });

  describe('where changed cells lie scattered among many words of the user’s', () => {
    const rows = Array.from({ length: 40 }, (_, i) => i + 2);
    const changed = rows.filter((row) => row % 2 === 0);
    const change = edits(
      0,
      changed,
      changed.map(() => 'Payée'),
      { before: changed.map(() => 'En retard'), unchanged: [] },
    );
    const scattered = (): BookData => bookWith([['Statut'], ...rows.map((row) => [row % 2 === 0 ? 'En retard' : `voir Paul ${row}x`])]);

    it('plain words are written again as they stand, in one go', () => {
      const book = scattered();
      const { counts } = write(book, [change]);
      expect(counts.writes).toBe(1);
      expect(cellsOf(book.sheet('Factures')).slice(1)).toEqual(rows.map((row) => [row % 2 === 0 ? 'Payée' : `voir Paul ${row}x`]));
    });

    it.each(['parts', 'link'] as const)('a text with %s is never written again', (rich) => {
      const book = scattered();
      const dressed = { value: 'voir le contrat', formula: null, format: null, rich };
      book.sheet('Factures').put(21, 1, dressed);
      book.flush();
      const { written } = write(book, [change]);
      expect(written.map(({ row, lastRow }) => [row, lastRow])).toEqual([
        [2, 20],
        [22, 40],
      ]);
      expect(at(book, 'A21')).toEqual(dressed);
    });
  });

  it('leaves a cell to whoever changed it since the decision', () => {
    const book = bookWith([['Statut'], ['j’ai appelé'], [null]]);
    write(book, [edits(0, [2, 3], ['En retard', 'Payée'], { before: ['Non échue', null] })]);
    expect(cellsOf(book.sheet('Factures'))).toEqual([['Statut'], ['j’ai appelé'], ['Payée']]);
  });

  it('leaves a column to whoever put one there since the decision', () => {
    const book = bookWith([
      ['N°', 'Mes notes'],
      ['F-1', null],
    ]);
    expect(write(book, [edits(1, [2], ['Payée'], { newHeader: 'Statut' })]).counts.writes).toBe(0);
  });

  it('law: only listed cells change, whatever stands around them, and a second time nothing does', () => {
    const cell = fc.constantFrom<Cell>(null, 'En retard', 'voir Paul', '03/04', '=x', 5, true, '12 jours');
    const case_ = fc.array(
      fc.record({ cell, format: fc.constantFrom(null, '@'), formula: fc.boolean(), change: fc.boolean(), same: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(case_, fc.boolean(), (lines, listed) => {
        const formulas = lines.map(({ formula }) => [formula ? '=1' : '']);
        const book = bookWith(
          lines.map((line) => [line.cell]),
          {},
          lines.map(({ format }) => [format]),
          formulas,
        );
        const before = lines.map((_, i) => at(book, `A${i + 1}`));
        const rows = lines.flatMap(({ change }, i) => (change ? [i + 1] : []));
        const unchanged = lines.flatMap(({ change, same }, i) => (!change && same ? [i + 1] : []));
        const change = edits(
          0,
          rows,
          rows.map((row) => `${row}/04`),
          { before: rows.map((row) => lines[row - 1]?.cell ?? null), ...(listed ? { unchanged } : {}) },
        );
        write(book, [change]);
        lines.forEach((line, i) => {
          const now = at(book, `A${i + 1}`);
          if (line.change && !line.formula) expect(now.value).toBe(`${i + 1}/04`);
          else expect([now.value, now.formula]).toEqual([before[i]?.value, before[i]?.formula]);
        });
        expect(write(book, [change]).counts.writes).toBe(0);
      }),
      { numRuns: tries(150) },
    );
  });

  it('appends to a tab as text, makes it with its header, and lengthens it when it is full', () => {
    const book = bookWith([['N°']]);
    const header = ['id', 'client', 'texte'];
    const append = (rows: string[][], create = false) =>
      write(book, [], { sheet: null, appends: [{ tab: 'Journal', create, header, rows }] }).counts;
    append([['1', '=HYPERLINK("x")', '03/04']], true);
    book.sheet('Journal').maxRows = 2;
    expect(append([['2', '+33', '']]).writes).toBe(3);
    expect(cellsOf(book.sheet('Journal'))).toEqual([header, ['1', '=HYPERLINK("x")', '03/04'], ['2', '+33', null]]);
    expect(book.sheet('Journal').at(2, 2).formula).toBeNull();
  });

  it('says what Google says of a protected column, and has written nothing to it', () => {
    const book = bookWith([['Statut'], [null]]);
    book.sheet('Factures').protections.push({ row: 1, column: 1, lastRow: 1000, lastColumn: 1 });
    expect(() => write(book, [edits(0, [2], ['Payée'])])).toThrow('protected cell or object');
    expect(at(book, 'A2').value).toBeNull();
  });
});

describe('a refresh', () => {
  const refresh = (day: string) => perform({ kind: 'refresh', at: `${day}T09:00:00` }, dayFromIso(day) as never);

  it('writes nothing when nothing changed', () => {
    const host = sheetsHost(invoices(30));
    host.run(refresh('2026-03-16'));
    host.run(refresh('2026-03-16'));
    expect(host.counts.writes).toBe(0);
  });

  it('costs as many calls at 2,000 rows as at 100, all reads before the writes but the one that looks where the rows stand', () => {
    const counts = [100, 2000].map((rows) => {
      const host = sheetsHost(invoices(rows));
      host.run(refresh('2026-03-16'));
      return host.counts;
    });
    expect(counts[0]).toEqual(counts[1]);
    expect(counts[0]).toMatchObject({ readsAfterWrites: 1, writes: 3 });
  });
});

/** The part of Google's globals these tests call themselves; the room of the shell has the whole of it. */
interface GoogleSheet {
  getRange(...place: (number | string)[]): {
    getValue(): unknown;
    getDisplayValues(): string[][];
    setValues(values: unknown[][]): unknown;
    setNumberFormat(format: string): unknown;
  };
}
declare const SpreadsheetApp: { getActive(): { getSheetByName(name: string): GoogleSheet }; flush(): void };

/** A ledger of `count` invoices; the first is due on 2026-01-10. */
function invoices(count: number): Snapshot {
  const day = (days: number): Cell => ({ date: new Date(Date.UTC(2026, 0, 10 + days)).toISOString().slice(0, 10) });
  const rows = Array.from({ length: count }, (_, i): Cell[] => [
    `F-${i + 1}`,
    `Client ${i % 9}`,
    `client${i % 9}@a.example`,
    100 + i,
    day((i % 60) - 30),
    day(i % 60),
  ]);
  return {
    sheets: [{ name: 'Factures', cells: [['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Échéance'], ...rows] }],
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    date1904: false,
    workbookId: 'w',
  };
}
