/** Tables as they are found in Excel: filtered, protected, merged, spilled into, of the 1904 system. Each value stands on its row, or is named. */
import { describe, expect, it } from '@jest/globals';
import type { Cell, View } from '../../core/index.ts';
import { bound, cellsOf, INPUTS, invoices, type Opened, open, sent } from './excel/desk-stories.ts';

const SHEET = 'Factures';
const named = ({ left }: View): string[] => left.map(({ column, row, why }) => `${column}${row} ${why}`);

/** What a calm refresh leaves in our columns, without the dates' system. */
async function calm(count: number): Promise<Cell[][]> {
  const opened = open(bound(invoices(count)));
  await sent(opened.desk, 'refresh');
  return cellsOf(opened.app.book, SHEET);
}

const sheetOf = ({ app }: Opened) => app.book.sheet(SHEET);

describe('a filtered table', () => {
  it('is written on every row, hidden or not, as if nothing was hidden', async () => {
    const opened = open(bound(invoices(40)));
    sheetOf(opened).filterOut(Array.from({ length: 40 }, (_, i) => i + 2).filter((row) => row % 3 !== 0));
    const view = await sent(opened.desk, 'refresh');
    expect([cellsOf(opened.app.book, SHEET), named(view)]).toEqual([await calm(40), []]);
  });

  it('filtered by a colleague between any two exchanges is put right, or named', async () => {
    const wanted = await calm(40);
    for (let position = 1; position <= 4; position++) {
      const opened = open(bound(invoices(40)));
      await opened.desk.ready;
      opened.app.beforeSync(position, (book) => book.sheet(SHEET).filterOut([3, 4, 5, 9, 20, 21]));
      const view = await sent(opened.desk, 'refresh');
      const left = new Set(view.left.map(({ row, column }) => `${column}${row}`));
      const astray = cellsOf(opened.app.book, SHEET).flatMap((line, row) =>
        line.flatMap((cell, column) => (cell === (wanted[row]?.[column] ?? null) ? [] : [`${String.fromCharCode(65 + column)}${row + 1}`])),
      );
      expect(astray.filter((cell) => !left.has(cell))).toEqual([]);
    }
  });
});

describe('a protected sheet', () => {
  it.each([
    ['fr', 'La feuille «\u00a0Factures\u00a0» est protégée', 'Révision'],
    ['en', 'The sheet “Factures” is protected', 'Review'],
  ] as const)('is said by its name with what to do, in %s, and nothing is half done', async (language, message, advice) => {
    for (const kind of ['refresh', 'prepare'] as const) {
      const opened = open(bound(invoices(14)));
      await sent(opened.desk, 'open');
      opened.desk.hooks.language.set(language);
      sheetOf(opened).protected = true;
      await expect(sent(opened.desk, kind)).rejects.toMatchObject({
        message: expect.stringContaining(message),
        advice: expect.stringContaining(advice),
      });
      expect([opened.app.counts().cellsWritten, opened.mail.messages, opened.app.book.sheets.length]).toEqual([0, [], 1]);
      sheetOf(opened).protected = false;
      await sent(opened.desk, kind);
      expect(opened.mail.messages).toHaveLength(kind === 'prepare' ? 4 : 0);
    }
  });

  it('may be looked at: reading needs no permission', async () => {
    const opened = open(bound(invoices(14)));
    sheetOf(opened).protected = true;
    expect((await sent(opened.desk, 'open')).report?.invoices ?? []).toBeDefined();
  });
});

describe('cells that are not ours to write', () => {
  it('formulas in our columns, and cells a formula fills, stay and are named', async () => {
    const opened = open(bound(invoices(14)));
    await sent(opened.desk, 'refresh');
    const first = INPUTS.length;
    const sheet = sheetOf(opened);
    sheet.put(2, first, 7, undefined, '=TODAY()-F3');
    // One formula in the reasons' column fills the rows below it.
    for (let row = 5; row < 9; row++) sheet.put(row, first + 5, `filtre ${row}`, undefined, row === 5 ? '=FILTER(A:A,B:B="x")' : undefined);
    sheet.spills.push({ row: 5, column: first + 5, rows: 4, columns: 1 });
    for (const [row, text] of [6, 7, 8].map((row) => [row, `filtre ${row}`] as const)) expect(sheet.valueAt(row, first + 5)).toBe(text);
    const view = await sent(opened.desk, 'refresh');
    expect(named(view).filter((one) => one.endsWith('formula'))).toEqual([
      'H3 formula',
      'M6 formula',
      'M7 formula',
      'M8 formula',
      'M9 formula',
    ]);
    expect([5, 6, 7, 8].map((row) => sheet.valueAt(row, first + 5))).toEqual(['filtre 5', 'filtre 6', 'filtre 7', 'filtre 8']);
    expect(sheet.formulaAt(2, first)).toBe('=TODAY()-F3');
  });

  it('cells merged away keep nothing: they are named, and their neighbours are right', async () => {
    const wanted = await calm(14);
    const opened = open(bound(invoices(14)));
    const reason = INPUTS.length + 5;
    sheetOf(opened).merged.push({ row: 3, column: reason, rows: 3, columns: 1 });
    const view = await sent(opened.desk, 'refresh');
    expect(named(view)).toEqual(['M5 row-changed', 'M6 row-changed']);
    const blank = wanted.map((line, row) => line.map((cell, column) => (column === reason && (row === 4 || row === 5) ? null : cell)));
    expect(cellsOf(opened.app.book, SHEET)).toEqual(blank);
  });
});

describe('dates', () => {
  it('of the 1904 system are read and written in it, and mean the same days', async () => {
    const shift = 1462;
    const [header = [], ...rows] = invoices(14);
    const in1904 = rows.map((row) =>
      row.map(
        (cell): Cell => (typeof cell === 'object' && cell !== null && 'number' in cell ? { ...cell, number: cell.number - shift } : cell),
      ),
    );
    const opened = open(bound([header, ...in1904], { date1904: true }));
    await sent(opened.desk, 'refresh');
    const days = [4, 5, 6, INPUTS.length + 4];
    const back = cellsOf(opened.app.book, SHEET).map((line, row) =>
      line.map((cell, column) => (row > 0 && days.includes(column) && typeof cell === 'number' ? cell + shift : cell)),
    );
    expect(back).toEqual(await calm(14));
  });
});

describe('a table moved between two readings', () => {
  it('is found by its words: columns inserted and rows added are read whole', async () => {
    const opened = open(bound(invoices(60)));
    await sent(opened.desk, 'refresh');
    const sheet = sheetOf(opened);
    for (let i = 0; i < 30; i++)
      for (const [column, cell] of (invoices(100)[61 + i] ?? []).entries())
        if (cell !== null)
          sheet.put(61 + i, column, typeof cell === 'object' && 'number' in cell ? cell.number : (cell as string), 'dd/mm/yyyy');
    const view = await sent(opened.desk, 'refresh', { options: {} });
    expect(view.report?.invoices).toHaveLength(90);
  });

  it('in many parts is read again when its rows move on the way, and refused when they never rest', async () => {
    const [header = [], ...rows] = invoices(1_500);
    const opened = open(bound([[...header, 'Notes'], ...rows.map((row) => [...row, 'n'.repeat(3_000)])]));
    await opened.desk.ready;
    opened.app.beforeSync(3, (book) => book.sheet(SHEET).insertRow(500));
    const view = await sent(opened.desk, 'open', { options: {} });
    expect(view.report?.invoices).toHaveLength(1_500);
    for (let position = 1; position < 40; position++) opened.app.beforeSync(position, (book) => book.sheet(SHEET).insertRow(500));
    await expect(sent(opened.desk, 'open', { options: {} })).rejects.toMatchObject({ message: expect.stringContaining('lignes') });
  });
});
