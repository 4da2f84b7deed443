/**
 * Excel in a test: first that our Excel behaves as Excel does where it can hurt (through Microsoft's own client), then that the add-in reads
 * and writes it rightly.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, ChangeSet, ColumnEdits, HostRequest, Sheet, Snapshot, View } from '../../core/index.ts';
import { applyChanges } from '../../office-addin/apply.ts';
import { runInExcel } from '../../office-addin/driver.ts';
import { KnownWorkbook } from '../../office-addin/known.ts';
import { readWorkbook } from '../../office-addin/read.ts';
import { asText } from '../../office-addin/wire.ts';
import { tries } from '../thorough.ts';
import { excelHost, openExcel, PAYLOAD_LIMIT } from './excel/index.ts';

const snapshotOf = (cells: Cell[][], more: Partial<Snapshot> = {}, sheet: Partial<Sheet> = {}): Snapshot => ({
  sheets: [{ name: 'Factures', cells, ...sheet }],
  locale: 'fr-FR',
  timeZone: null,
  date1904: false,
  ...more,
});

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no error').catch((error) => String(error.code ?? error));

describe('our Excel, seen through Microsoft’s client', () => {
  const T45915 = 45915; // 15 September 2025
  it.each<[typed: string | number | boolean, format: string, value: Cell, look: string]>([
    ['Payée', 'General', 'Payée', 'General'],
    ['1850', 'General', 1850, 'General'],
    ['1,850.50', 'General', 1850.5, 'General'],
    ['€ 12', 'General', 12, '€#,##0.00'],
    ['40%', 'General', 0.4, '0%'],
    ['9/15/2025', 'General', T45915, 'm/d/yyyy'],
    ['15/09/2025', 'General', '15/09/2025', 'General'],
    ['2025-09-15', 'General', T45915, 'm/d/yyyy'],
    ['Sep 15, 2025', 'General', T45915, 'm/d/yyyy'],
    ['2025-09-15', '@', '2025-09-15', '@'],
    ["'2025-09-15", 'General', '2025-09-15', 'General'],
    ["'=1+1", 'General', '=1+1', 'General'],
    ["''quoted", 'General', "'quoted", 'General'],
    ['=1+1', '@', '=1+1', '@'],
    ['true', 'General', true, 'General'],
    ['#N/A', 'General', { error: '#N/A' }, 'General'],
    [45915, '@', '45915', '@'],
    [45915, 'dd/mm/yyyy', T45915, 'dd/mm/yyyy'],
    [true, 'General', true, 'General'],
    ['', 'dd/mm/yyyy', null, 'dd/mm/yyyy'],
  ])('reads %j typed into a %s cell as %j', async (typed, format, value, look) => {
    const { excel, book } = openExcel(snapshotOf([['x']], {}, { formats: [[format]] }));
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Factures').getRange('A1').values = [[typed]];
    });
    expect([book.sheet('Factures').valueAt(0, 0), book.sheet('Factures').formatAt(0, 0)]).toEqual([value, look]);
  });

  it.each(['=1+1', '=HYPERLINK("http://x")', '+A1', '-A1', '@SUM'])('makes a formula of %s', async (text) => {
    const { excel, book } = openExcel(snapshotOf([['x']]));
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Factures').getRange('A1').values = [[text]];
    });
    expect(book.sheet('Factures').formulaAt(0, 0)).not.toBeNull();
  });

  it('leaves null alone, clears on empty text, and refuses an array of another size', async () => {
    const { excel, book } = openExcel(snapshotOf([['a'], ['b'], ['c']]));
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Factures').getRange('A1:A3').values = [[null], [''], ['C']];
    });
    expect([0, 1, 2].map((row) => book.sheet('Factures').valueAt(row, 0))).toEqual(['a', null, 'C']);
    const wrong = excel.run(async (context) => {
      context.workbook.worksheets.getItem('Factures').getRange('A1:A3').values = [['1'], ['2']];
    });
    expect(await codeOf(wrong)).toBe('InvalidArgument');
  });

  it('speaks the client’s own rules: not loaded, not found, null objects', async () => {
    const { excel } = openExcel(snapshotOf([['a']]));
    const unloaded = excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Factures').getRange('A1');
      await context.sync();
      return range.values;
    });
    expect(await codeOf(unloaded)).toBe('PropertyNotLoaded');
    const unknown = excel.run(async (context) => {
      context.workbook.worksheets.getItem('Nowhere').getRange('A1').load('values');
    });
    expect(await codeOf(unknown)).toBe('ItemNotFound');
    await excel.run(async (context) => {
      const nowhere = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      const used = nowhere.getUsedRangeOrNullObject(true).load('address');
      const factures = context.workbook.worksheets.getItem('Factures').getUsedRange(true).load('address,cellCount');
      await context.sync();
      expect([nowhere.isNullObject, used.isNullObject, factures.isNullObject]).toEqual([true, true, false]);
      expect([factures.address, factures.cellCount]).toEqual(['Factures!A1', 1]);
    });
  });

  it('has no transactions: what came before a refused action stays', async () => {
    const { excel, book } = openExcel(snapshotOf([['a'], ['b']]));
    const work = excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Factures');
      sheet.getRange('A1').values = [['done']];
      sheet.getRange('A2').values = [['too', 'wide']];
      sheet.getRange('A2').values = [['never']];
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
    expect([0, 1].map((row) => book.sheet('Factures').valueAt(row, 0))).toEqual(['done', 'b']);
  });

  it('takes long columns in the parts the client makes, and misplaces writes into filtered rows', async () => {
    const { excel, book } = openExcel(snapshotOf([['a'], ['b'], ['c'], ['d']]));
    await excel.run(async (context) => {
      const column = context.workbook.worksheets.getItem('Factures').getRange('C1:C4000');
      column.values = Array.from({ length: 4000 }, (_, i) => [i]);
    });
    expect([0, 1499, 1500, 3999].map((row) => book.sheet('Factures').valueAt(row, 2))).toEqual([0, 1499, 1500, 3999]);
    book.sheet('Factures').filterOut([2, 3]);
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Factures').getRange('A1:A4').values = [['1'], ['2'], ['3'], ['4']];
    });
    expect([0, 1, 2, 3].map((row) => book.sheet('Factures').valueAt(row, 0))).toEqual([1, 'b', 'c', 1]);
  });

  it('refuses what is protected or too big', async () => {
    const { excel, book, counts } = openExcel(snapshotOf([['x'.repeat(1000)]]));
    const tooMuch = excel.run(async (context) => {
      context.workbook.worksheets.getItem('Factures').getRange('A1:A6000').values = Array.from({ length: 6000 }, () => ['x'.repeat(1000)]);
    });
    expect(await codeOf(tooMuch)).toBe('RequestPayloadSizeLimitExceeded');
    expect(counts().requestBytes[0]).toBeGreaterThan(PAYLOAD_LIMIT);
    book.sheet('Factures').protected = true;
    const denied = excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Factures');
      const protection = sheet.protection.load('protected');
      await context.sync();
      expect(protection.protected).toBe(true);
      sheet.getRange('A1').values = [['x']];
    });
    expect(await codeOf(denied)).toBe('AccessDenied');
  });

  it('keeps settings, tables and names, and says which date system it counts in', async () => {
    const { excel, book } = openExcel(
      snapshotOf(
        [
          ['n', 'd'],
          ['1', '2'],
        ],
        { date1904: true },
      ),
    );
    book.sheet('Factures').tables.push({ name: 'Table1', area: { row: 0, column: 0, rows: 2, columns: 2 } });
    book.names.set('Ledger', { sheet: book.sheet('Factures'), area: { row: 0, column: 0, rows: 2, columns: 2 } });
    await excel.run(async (context) => {
      context.workbook.settings.add('key', 'kept');
      const kept = context.workbook.settings.getItemOrNullObject('key').load('value');
      const body = context.workbook.tables.getItem('Table1').getDataBodyRange().load('address');
      const tables = context.workbook.tables.load('items/name');
      const named = context.workbook.names.getItem('Ledger').getRange().load('address');
      const day = context.workbook.functions.date(1904, 1, 2).load('value');
      context.application.calculate('Recalculate');
      await context.sync();
      expect([kept.value, body.address, tables.items.map(({ name }: { name: string }) => name), named.address, day.value]).toEqual([
        'kept',
        'Factures!A2:B2',
        ['Table1'],
        'Factures!A1:B2',
        1,
      ]);
    });
    expect(book.calculations).toBe(1);
  });

  it.each(['before', 'midway', 'after'] as const)('can lose a sync %s its work', async (moment) => {
    const app = openExcel(snapshotOf([['a'], ['b']]));
    app.failSync(2, moment);
    const work = app.excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Factures');
      sheet.getRange('A1').load('values');
      await context.sync();
      sheet.getRange('A1').untrack().values = [['first']];
      sheet.getRange('A2').untrack().values = [['second']];
      await context.sync();
    });
    expect(await codeOf(work)).toBe('GeneralException');
    const cells = [0, 1].map((row) => app.book.sheet('Factures').valueAt(row, 0));
    expect(cells).toEqual({ before: ['a', 'b'], midway: ['first', 'b'], after: ['first', 'second'] }[moment]);
  });

  it('lets a colleague insert or sort rows between two syncs', async () => {
    const app = openExcel(snapshotOf([['a'], ['b'], ['c']]));
    app.beforeSync(2, (book) => {
      book.sheet('Factures').sortRows(1, 3, 0);
      book.sheet('Factures').insertRow(1);
    });
    const seen = await app.excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Factures').getRange('A1:A4').load('values');
      await context.sync();
      const first = range.values;
      range.load('values');
      await context.sync();
      return [first, range.values];
    });
    expect(seen).toEqual([
      [['a'], ['b'], ['c'], ['']],
      [[''], ['c'], ['b'], ['a']],
    ]);
  });
});

describe('reading', () => {
  const read = (app: ReturnType<typeof openExcel>, only?: string): Promise<Snapshot> =>
    app.excel.run((context) => readWorkbook(context, only));

  it('gives every sheet from A1, with its formats, formulas and errors', async () => {
    const app = openExcel({
      sheets: [
        {
          name: 'Factures',
          cells: [
            [],
            [],
            [null, null, 'N°', 'Montant', 'Échéance'],
            [null, null, 'F1', 1850, { date: '2025-09-10' }],
            [null, null, 'F2', { error: '#N/A' }, { number: 0.2, format: '0%' }],
          ],
          formulas: [[], [], [], [null, null, null, '=1800+50']],
        },
        { name: 'Vide', cells: [] },
        { name: 'Clients', cells: [['=pas une formule', true, '']] },
      ],
      locale: 'fr-FR',
      timeZone: 'Europe/Paris',
      date1904: false,
      workbookId: 'w1',
      binding: { sheet: 'Factures', headerRow: 3, columns: { number: 'C' } },
    });
    const snapshot = await read(app);
    expect(snapshot).toEqual({
      sheets: [
        {
          name: 'Factures',
          cells: [
            [],
            [],
            [null, null, 'N°', 'Montant', 'Échéance'],
            [null, null, 'F1', 1850, 45910],
            [null, null, 'F2', { error: '#N/A' }, 0.2],
          ].map(padded),
          formats: [[], [], [], [null, null, null, null, 'dd/mm/yyyy'], [null, null, null, null, '0%']].map(padded),
          formulas: [[], [], [], [undefined, undefined, undefined, '=1800+50'], []],
        },
        { name: 'Vide', cells: [], formats: [] },
        { name: 'Clients', cells: [['=pas une formule', true]], formats: [[null, null]] },
      ],
      locale: 'fr-FR',
      timeZone: null,
      date1904: false,
      workbookId: 'w1',
      binding: { sheet: 'Factures', headerRow: 3, columns: { number: 'C' } },
    });
    expect(app.counts().syncs).toBe(1);
    expect(app.counts().cellsWritten).toBe(0);
    expect((await read(app, 'Clients')).sheets.map(({ name }) => name)).toEqual(['Clients']);
  });

  // Rows above the used range come without cells to its left edge only when they are beyond the first forty.
  const padded = <T>(row: (T | null)[]): (T | null)[] => [...row, ...new Array<null>(5 - row.length).fill(null)];

  it('reads any ledger whole, wherever it stands, in the cells’ own order', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.boolean(),
      fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/^#/.test(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 60 }), fc.nat(50), fc.nat(60), async (rows, down, right) => {
        const cells: Cell[][] = [
          ...Array.from({ length: down }, () => []),
          ...rows.map((row) => [...new Array<null>(right).fill(null), ...row]),
        ];
        const app = openExcel(snapshotOf(cells, { workbookId: 'w' }));
        const [sheet] = (await read(app)).sheets;
        const whole = (grid: readonly (readonly Cell[])[]): Cell[][] =>
          cells.map((_, row) => Array.from({ length: right + 6 }, (_, column) => grid[row]?.[column] ?? null));
        expect(whole((sheet as Sheet).cells)).toEqual(whole(cells));
        expect(app.counts().syncs).toBeLessThanOrEqual(2);
      }),
      { numRuns: tries(40) },
    );
  });

  it('names a workbook once', async () => {
    const app = openExcel(snapshotOf([['a']]));
    const first = await read(app);
    expect(first.workbookId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await read(app)).workbookId).toBe(first.workbookId);
    expect(app.counts().syncs).toBe(3);
  });

  it('does without a name when the file cannot be written', async () => {
    const app = openExcel(snapshotOf([['a']]));
    app.failSync(2, 'before', 'AccessDenied');
    expect((await read(app)).workbookId).toBeUndefined();
  });

  it.each([
    ['a lost first look', 1],
    ['a lost answer', 2],
  ])('recovers from or passes on %s', async (_what, position) => {
    const app = openExcel(snapshotOf(ledger(2_000), { workbookId: 'w' }));
    app.failSync(position);
    const outcome = await codeOf(read(app));
    expect(outcome).toBe(position === 1 ? 'no error' : 'GeneralException');
  });

  it('knows the 1904 system and its locale', async () => {
    const app = openExcel(snapshotOf([[{ date: '2025-09-10' }]], { date1904: true, locale: 'de-CH', workbookId: 'w' }));
    const snapshot = await read(app);
    expect([snapshot.date1904, snapshot.locale, snapshot.sheets[0]?.cells]).toEqual([true, 'de-CH', [[44448]]]);
  });

  it('reads workbooks with many sheets', async () => {
    const sheets = Array.from({ length: 40 }, (_, i) => ({ name: `S${i}`, cells: [[i]] }));
    const app = openExcel({ sheets, locale: null, timeZone: null, date1904: false, workbookId: 'w' });
    const snapshot = await read(app);
    expect(snapshot.sheets.map(({ name, cells }) => [name, cells])).toEqual(sheets.map(({ name, cells }) => [name, cells]));
    expect(app.counts().syncs).toBe(2);
  });

  it('takes a long ledger in few answers, each under the limit, even when its rows grow heavier', async () => {
    const heavy = ledger(12_000).map((row, i) => (i > 3_000 ? [...row, 'é'.repeat(200)] : row));
    for (const [cells, syncs] of [
      [ledger(10_000), 2],
      [heavy, 8],
    ] as const) {
      const app = openExcel(snapshotOf(cells, { workbookId: 'w' }));
      const [sheet] = (await read(app)).sheets;
      expect([sheet?.cells.length, sheet?.cells.at(-1)?.[0]]).toEqual([cells.length, cells.at(-1)?.[0]]);
      expect(app.counts().syncs).toBeLessThanOrEqual(syncs);
    }
  });
});

const ledger = (rows: number): Cell[][] => [
  ['Numéro', 'Client', 'Montant', 'Date', 'Échéance', 'Payée le', 'Statut'],
  ...Array.from({ length: rows }, (_, i): Cell[] => [
    `F2025-${String(i).padStart(6, '0')}`,
    `Client ${i % 400}`,
    1000 + i / 4,
    { number: 45900 + (i % 60), format: 'dd/mm/yyyy' },
    { number: 45930 + (i % 60), format: 'dd/mm/yyyy' },
    i % 3 ? { number: 45940 + (i % 60), format: 'dd/mm/yyyy' } : null,
    i % 3 ? 'Payée' : 'En retard',
  ]),
];

describe('writing', () => {
  const edits = (more: Partial<ColumnEdits> & Pick<ColumnEdits, 'column' | 'rows' | 'after'>): ColumnEdits => ({
    role: 'status',
    newHeader: null,
    look: 'text',
    daysAsText: false,
    before: more.rows.map(() => null),
    ...more,
  });
  const changesOf = (columns: ColumnEdits[], more: Partial<ChangeSet> = {}): ChangeSet => ({
    sheet: 'Factures',
    headerRow: 1,
    dueColumn: 1,
    columns,
    appends: [],
    ...more,
  });
  const apply = (host: ReturnType<typeof excelHost>, changes: ChangeSet): Promise<void> =>
    host.app.excel.run(async (context) => {
      const known = new KnownWorkbook();
      await readWorkbook(context, undefined, known);
      await applyChanges(context, changes, known);
    });

  const table = (): Snapshot =>
    snapshotOf(
      [
        ['N°', 'Échéance', 'Statut'],
        ['F1', { date: '2025-09-10' }, 'Payée'],
        ['F2', { date: '2025-09-12' }, 'mes mots'],
        ['F3', { date: '2025-09-16' }, null],
      ],
      { workbookId: 'w' },
    );

  it('writes only the cells listed, in one sync after the reading', async () => {
    const host = excelHost(table());
    await apply(
      host,
      changesOf([
        edits({ column: 2, rows: [2, 4], after: [null, 'À surveiller'] }),
        edits({ role: 'daysLate', column: 3, newHeader: 'Jours de retard', look: 'count', rows: [2, 3, 4], after: [4, 5, 1] }),
        edits({
          role: 'nextActionOn',
          column: 4,
          newHeader: 'Prochaine date',
          look: 'day',
          rows: [3, 4],
          after: ['2025-10-02', '2025-09-19'],
        }),
        edits({ role: 'reason', column: 5, newHeader: 'Motif', rows: [2, 3], after: ['=HYPERLINK("x")', '15/09 : promis'] }),
      ]),
    );
    expect(host.cells('Factures')).toEqual([
      ['N°', 'Échéance', 'Statut', 'Jours de retard', 'Prochaine date', 'Motif'],
      ['F1', 45910, null, 4, null, '=HYPERLINK("x")'],
      ['F2', 45912, 'mes mots', 5, 45932, '15/09 : promis'],
      ['F3', 45916, 'À surveiller', 1, 45919, null],
    ]);
    expect(host.formats('Factures').map((row) => row[4])).toEqual(['General', 'General', 'dd/mm/yyyy', 'dd/mm/yyyy']);
    expect([host.counts.syncs, host.counts.cellsWritten, host.app.book.noisyWrites, host.app.book.eventsOn]).toEqual([2, 12, 0, true]);
  });

  it('asks Excel for nothing when there is nothing to write', async () => {
    const host = excelHost(table());
    await host.app.excel.run((context) => applyChanges(context, changesOf([edits({ column: 2, rows: [], after: [] })])));
    expect(host.counts.requestBytes[0]).toBeLessThan(200); // the client's own greeting
    expect([host.counts.syncs, host.counts.cellsWritten]).toEqual([1, 0]);
  });

  it.each([
    ['1900', false, 45932],
    ['1904', true, 44470],
  ])('writes days as serials of the %s system, as text where the sheet’s dates are text', async (_system, date1904, serial) => {
    const host = excelHost({ ...table(), date1904 });
    await apply(
      host,
      changesOf([
        edits({ column: 3, look: 'day', rows: [2], after: ['2025-10-02'] }),
        edits({ column: 4, look: 'day', daysAsText: true, rows: [2], after: ['02/10/2025'] }),
        edits({ column: 5, look: 'day', rows: [2, 3], after: ['bientôt', null] }),
      ]),
    );
    expect(host.cells('Factures')[1]?.slice(3)).toEqual([serial, '02/10/2025', 'bientôt']);
    expect(host.formats('Factures').map((row) => row[5])).toEqual(['General', 'General', 'General', 'General']);
  });

  it('keeps the user’s own formats but where they would spoil the value', async () => {
    const formats = [[null], [null, 'd mmm', null, '@', 'd mmm yy', '@'], [], []];
    const [sheet] = table().sheets;
    const cells = [...(sheet as Sheet).cells.map((row) => [...row]), [null, null, null, null, null, 'le mien']];
    const host = excelHost(snapshotOf(cells, { workbookId: 'w' }, { formats }));
    await apply(
      host,
      changesOf([
        edits({ column: 3, look: 'count', rows: [2], after: [4] }),
        edits({ column: 4, look: 'day', rows: [2], after: ['2025-10-02'] }),
        edits({ column: 5, look: 'day', rows: [2], after: ['2025-10-02'] }),
      ]),
    );
    expect(host.cells('Factures')[1]?.slice(3)).toEqual([4, 45932, 45932]);
    expect(host.formats('Factures')[1]?.slice(3)).toEqual(['General', 'd mmm yy', 'dd/mm/yyyy']);
  });

  it('puts every value on its own row of a filtered sheet', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => i + 2);
    const cells: Cell[][] = [['N°', 'Échéance', 'Statut'], ...rows.map((row): Cell[] => [`F${row}`, 45900 + row, null])];
    const host = excelHost(snapshotOf(cells));
    host.app.book.sheet('Factures').filterOut(rows.filter((row) => row % 3 !== 0));
    await apply(host, changesOf([edits({ column: 2, newHeader: 'Statut', rows, after: rows.map((row) => `Reminder ${row}`) })]));
    expect(host.cells('Factures').map((row) => row[2])).toEqual(['Statut', ...rows.map((row) => `Reminder ${row}`)]);
  });

  it('refuses a protected sheet or tab by name, before writing anything', async () => {
    for (const name of ['Factures', 'Journal']) {
      const host = excelHost({ ...table(), sheets: [...table().sheets, { name: 'Journal', cells: [['id']] }] });
      host.app.book.sheet(name).protected = true;
      const appends = [{ tab: 'Journal', create: false, header: ['id'], rows: [['1']] }];
      const work = apply(host, changesOf([edits({ column: 2, rows: [2], after: ['x'] })], { appends }));
      await expect(work).rejects.toMatchObject({ kind: 'protected-sheet', about: name });
      expect(host.counts.cellsWritten).toBe(0);
    }
  });

  it('makes a tab with its header, then appends to it, everything as text', async () => {
    const host = excelHost(table());
    const rows = [['1', '2025-09-17T10:00:00Z', '=cmd', '+33 6', '1,850', "l'avis", 'TRUE', 'sent', '', '@a']];
    const header = ['id', 'at', 'text', 'phone', 'amount', 'note', 'truth', 'event', 'blank', 'last'];
    const append = { tab: 'Journal des relances', create: true, header, rows };
    await apply(host, changesOf([], { sheet: null, appends: [append] }));
    await apply(host, changesOf([], { sheet: null, appends: [{ ...append, create: false }, append] }));
    const [row = []] = rows;
    const line = row.map((text) => text || null);
    expect(host.cells('Journal des relances')).toEqual([header, line, line, line]);
    expect(host.formats('Journal des relances').flat()).toEqual(new Array(40).fill('General'));
  });

  it('appends below a tab that starts elsewhere, and heads one that is empty', async () => {
    const host = excelHost({
      ...table(),
      sheets: [...table().sheets, { name: 'Journal', cells: [[], [null, 'id', 'at'], [null, 'a', 'b']] }, { name: 'Vide', cells: [] }],
    });
    const append = { create: false, header: ['id', 'at'], rows: [['c', 'd']] };
    await apply(
      host,
      changesOf([], {
        sheet: null,
        appends: [
          { ...append, tab: 'journal' },
          { ...append, tab: 'Vide' },
        ],
      }),
    );
    expect(host.cells('Journal')[3]).toEqual([null, 'c', 'd']);
    expect(host.cells('Vide')).toEqual([
      ['id', 'at'],
      ['c', 'd'],
    ]);
  });

  it('gives back any text as it was', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }),
      fc.constantFrom(
        'Sep 15',
        'mars 2025',
        'Rappel 2',
        'VRAI',
        'true',
        '1e5',
        '12:30',
        '10%',
        '#N/A',
        "'",
        "'a",
        '(5)',
        ' 15/09',
        'J+3',
        '½',
        '$5',
        'EUR 5',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 20 }), async (after) => {
        const host = excelHost(table());
        await apply(host, changesOf([edits({ column: 5, rows: after.map((_, i) => i + 2), after })]));
        expect(after.map((_, i) => host.cells('Factures')[i + 1]?.[5])).toEqual(after);
      }),
      { numRuns: tries(60) },
    );
  });

  it.each([
    ['Payée', 'Payée'],
    ['À surveiller', 'À surveiller'],
    ['Relance J+3 (15/09)', 'Relance J+3 (15/09)'],
    ['promis pour le 28/09', 'promis pour le 28/09'],
    ['Mars 2025', "'Mars 2025"],
    ['15/09/2025', "'15/09/2025"],
    ['-5', "'-5"],
    ['faux', "'faux"],
    ['', ''],
  ])('marks as text only what Excel would read otherwise: %s', (text, given) => {
    expect(asText(text)).toBe(given);
  });

  it.each(['before', 'midway', 'after'] as const)('lets events sound again when the write is lost %s', async (moment) => {
    const host = excelHost(table());
    host.app.failSync(2, moment);
    const work = apply(host, changesOf([edits({ column: 2, rows: [2, 3, 4], after: ['a', 'b', 'c'] })]));
    expect(await codeOf(work)).toBe('GeneralException');
    expect(host.app.book.eventsOn).toBe(true);
  });

  it('is the same written twice', async () => {
    const host = excelHost(table());
    const changes = changesOf([edits({ column: 3, newHeader: 'Retard', look: 'count', rows: [2, 4], after: [4, 1] })]);
    await apply(host, changes);
    const once = [host.cells('Factures'), host.formats('Factures')];
    await apply(host, changes);
    expect([host.cells('Factures'), host.formats('Factures')]).toEqual(once);
  });

  it('sends a long write in parts under the limit, and a sparse one in little', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => i + 2);
    const host = excelHost(snapshotOf(ledger(20_000)));
    await apply(host, changesOf([edits({ column: 8, rows, after: rows.map((row) => `${'é'.repeat(150)} ${row}`) })], { dueColumn: 4 }));
    expect(host.cells('Factures').at(-1)?.[8]).toBe(`${'é'.repeat(150)} 20001`);
    expect(Math.max(...host.counts.requestBytes)).toBeLessThan(PAYLOAD_LIMIT);
    expect(host.counts.syncs).toBe(5);
    await apply(host, changesOf([edits({ column: 8, rows: [2, 10_000, 20_000], after: ['a', 'b', 'c'] })], { dueColumn: 4 }));
    expect(host.counts.requestBytes.at(-1)).toBeLessThan(3_000);
  });
});

describe('driving a command', () => {
  const view = (left: View['left']): View => ({ report: null, refusal: null, drafted: [], left });
  const changes: ChangeSet = { sheet: 'Factures', headerRow: 1, dueColumn: null, columns: [], appends: [] };

  it('answers each request in its order, and gives failures back to the command', async () => {
    function* command(): Generator<HostRequest, View, unknown> {
      const before = (yield { kind: 'read' }) as Snapshot;
      expect(yield { kind: 'find-drafts', ids: ['d1'] }).toEqual([{ id: 'd1', state: 'absent', reference: null }]);
      expect(yield { kind: 'intend', drafts: [], append: { tab: 'Journal', create: true, header: ['id'], rows: [['intent']] } }).toBeNull();
      try {
        yield { kind: 'draft', draft: {} as never };
      } catch {
        yield { kind: 'write', changes: { ...changes, appends: [{ tab: 'Journal', create: true, header: ['id'], rows: [['failed']] }] } };
      }
      const after = (yield { kind: 'read', sheet: 'Journal' }) as Snapshot;
      return view([{ sheet: `${before.sheets.length} then ${JSON.stringify(after.sheets[0]?.cells)}`, row: 1, column: 'A', why: 'words' }]);
    }
    const host = excelHost(snapshotOf([['a']]));
    const { left } = await host.run(command());
    expect(left[0]?.sheet).toBe('1 then [["id"],["intent"],["failed"]]');
  });

  it('lets drafts be made elsewhere', async () => {
    function* command(): Generator<HostRequest, View, unknown> {
      yield { kind: 'intend', drafts: [], append: { tab: 'Journal', create: true, header: ['id'], rows: [['intent']] } };
      const reference = (yield { kind: 'draft', draft: { id: 'd1' } as never }) as string;
      return { ...view([]), drafted: [{ id: 'd1', customer: 'A', reference }] };
    }
    const { excel } = openExcel(snapshotOf([['a']]));
    const asked: string[] = [];
    const drafts = {
      find: async () => [],
      stage: async () => {
        asked.push('stage');
      },
      draft: async ({ id }: { id: string }) => {
        asked.push(id);
        return `ref-${id}`;
      },
    };
    const { drafted } = await excel.run((context) => runInExcel(command(), context, { drafts }));
    expect([drafted[0]?.reference, asked]).toEqual(['ref-d1', ['stage', 'd1']]);
  });
});
