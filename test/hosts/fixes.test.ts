/**
 * Cells put right on the user's word, in every host: true dates in the look of their column, text again letter by letter on undo, nothing over a formula
 * or over what somebody typed meanwhile, and never a change without its trace, wherever the host stops.
 */
import { describe, expect, it } from '@jest/globals';
import { type ChosenFix, type Command, type HostRequest, perform, type View } from '../../core/index.ts';
import { unpacked } from '../../core/packed-rows.ts';
import type { Cell, Snapshot } from '../../core/workbook.ts';
import { day } from '../core/workbook-of.ts';
import { IS_THOROUGH } from '../thorough.ts';
import { plain } from './contract.ts';
import { type ExcelHost, excelHost } from './excel/index.ts';
import { MemoryHost } from './memory.ts';
import { isCrash, type SheetsHost, sheetsHost } from './sheets/index.ts';

const AS_OF = '2025-09-17';
const SHEET = 'Factures';
const JOURNAL = 'Journal des relances';
const EPOCH = 25569;
const serial = (iso: string): number => (day(iso) as number) + EPOCH;
const DATE = 'dd/mm/yyyy';
const BLANKS = [null, null, null, null, null];
const WORKBOOK: Snapshot = {
  workbookId: 'fixes',
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
  binding: { sheet: SHEET, headerRow: 1, columns: { number: 'A', customer: 'B', issuedOn: 'C', dueOn: 'D', amount: 'E' } },
  sheets: [
    {
      name: SHEET,
      cells: [
        ['N° facture', 'Client', 'Date de facture', 'Échéance', 'Montant TTC'],
        ['F-1', 'Durand', { date: '2025-06-01' }, { date: '2025-07-01' }, 100],
        ['F-2', 'Durand', { date: '2025-06-01' }, '15/09/2025', 200],
        ['F-3', 'Martin', { date: '2025-06-01' }, '12/25/2025', 300],
        ['F-4', 'Martin', { date: '2025-06-01' }, '16/09/2025', 400],
        ['F-5', 'Martin', { date: '2025-06-01' }, { date: '2025-08-01' }, 500],
        ['F-6', 'Martin', { date: '2025-06-01' }, '1er août 2025', 600],
      ],
      formats: [
        BLANKS,
        [null, null, DATE, DATE, null],
        [null, null, DATE, '@', null],
        [null, null, DATE, null, null],
        [null, null, DATE, null, null],
        [null, null, DATE, DATE, null],
        [null, null, DATE, DATE, null],
      ],
      formulas: [[], [], [], [], [null, null, null, '=TEXT(C5+107,"dd/mm/yyyy")']],
    },
  ],
};

type Wanted = { readonly kind: 'open' | 'undo-last' } | { readonly kind: 'fix'; readonly cells: readonly ChosenFix[] };
let clicks = 0;
const story = (wanted: Wanted): Generator<HostRequest, View, unknown> => {
  clicks++;
  const at = `${AS_OF}T09:${String(Math.floor(clicks / 60) % 60).padStart(2, '0')}:${String(clicks % 60).padStart(2, '0')}`;
  return perform({ ...wanted, at, options: { panel: { fixes: true } } } as Command, day(AS_OF));
};

/** A workbook open in a host, as these tests look at it. */
interface Open {
  readonly run: (wanted: Wanted) => View | Promise<View>;
  readonly cells: (sheet: string) => readonly (readonly Cell[])[];
  /** Number formats of the due dates; null for a host that has none. */
  readonly formats: (() => readonly string[]) | null;
  /** Somebody types a due date as text. */
  readonly type: (row: number, text: string) => void;
}

const DUE = 3;
const rows = [2, 3, 4, 5, 6, 7];
function inMemory(): Open {
  const host = new MemoryHost(WORKBOOK);
  return {
    run: (wanted) => host.run(story(wanted)),
    cells: (sheet) => host.cells(sheet),
    formats: null,
    type: (row, text) => {
      (host.cells(SHEET)[row - 1] as Cell[])[DUE] = text;
    },
  };
}
function inGoogle(host: SheetsHost = sheetsHost(WORKBOOK)): Open {
  const sheet = () => host.book.sheet(SHEET);
  return {
    run: (wanted) => host.run(story(wanted)),
    cells: (name) => (host.sheets().includes(name) ? host.cells(name) : []),
    formats: () => rows.map((row) => sheet().at(row, DUE + 1).format ?? 'General'),
    type: (row, value) => {
      sheet().put(row, DUE + 1, { value, formula: null, format: null });
      host.book.flush();
    },
  };
}
function inExcel(host: ExcelHost = excelHost(WORKBOOK)): Open {
  return {
    run: (wanted) => host.run(story(wanted)),
    cells: (name) => (host.app.book.sheets.some((sheet) => sheet.name === name) ? host.cells(name) : []),
    formats: () => rows.map((row) => host.app.book.sheet(SHEET).formatAt(row - 1, DUE)),
    type: (row, text) => host.app.book.sheet(SHEET).put(row - 1, DUE, text),
  };
}

const HOSTS: readonly (readonly [name: string, open: () => Open])[] = [
  ['memory', inMemory],
  ['Google Sheets', () => inGoogle()],
  ['Excel', () => inExcel()],
];

const chosenIn = ({ fixes }: View): ChosenFix[] =>
  fixes === undefined ? [] : unpacked(fixes).map(({ to, ...offer }) => ({ ...offer, to: to[0] as string }));
const offered = async (host: Pick<Open, 'run'>): Promise<ChosenFix[]> => chosenIn(await host.run({ kind: 'open' }));
const dues = (host: Open) => plain(host.cells(SHEET)).map((row) => row[DUE] ?? null);

describe.each(HOSTS)('cells put right in %s', (_, open) => {
  const before = plain(open().cells(SHEET));
  const fixed = [
    'Échéance',
    serial('2025-07-01'),
    serial('2025-09-15'),
    serial('2025-12-25'),
    '16/09/2025',
    serial('2025-08-01'),
    serial('2025-08-01'),
  ];

  it('are true dates that look like their column; every other cell, and the formula, stays', async () => {
    const host = open();
    const cells = await offered(host);
    expect(cells.map(({ row, to }) => `${row} ${to}`)).toEqual(['3 2025-09-15', '4 2025-12-25', '7 2025-08-01']);
    const view = await host.run({ kind: 'fix', cells });
    expect([view.fixed, view.left]).toEqual([3, []]);
    expect(plain(host.cells(SHEET))).toEqual(before.map((row, i) => row.map((cell, column) => (column === DUE ? fixed[i] : cell))));
    const looks = host.formats?.();
    if (looks) expect([looks[1], looks[2], looks[5]]).toEqual([DATE, DATE, DATE]);
    expect(await offered(host)).toEqual([]);
  });

  it('are put back as they were typed, with the format they had', async () => {
    const host = open();
    const looks = host.formats?.();
    await host.run({ kind: 'fix', cells: await offered(host) });
    const view = await host.run({ kind: 'undo-last' });
    expect([view.fixed, view.left]).toEqual([3, []]);
    expect(plain(host.cells(SHEET))).toEqual(before);
    expect(host.formats?.()).toEqual(looks);
    expect(await offered(host)).toHaveLength(3);
  });

  it('are left alone once they hold anything else', async () => {
    const host = open();
    const cells = await offered(host);
    host.type(4, '13/10/2025');
    const view = await host.run({ kind: 'fix', cells });
    expect([view.fixed, view.left.map(({ row, why }) => `${row} ${why}`)]).toEqual([2, ['4 row-changed']]);
    expect(dues(host)).toEqual(fixed.map((due, i) => (i === 3 ? '13/10/2025' : due)));
  });
});

/** Before or after: never a cell changed that the journal does not tell of, and tried again it is whole. */
async function holdsAfterAll(host: Open): Promise<void> {
  const changed = dues(host).filter((due, i) => i > 0 && typeof due === 'number').length - 2;
  const told = plain(host.cells(JOURNAL)).filter((row) => row[2] === 'note').length;
  if (changed > 0) expect(told).toBeGreaterThan(0);
  const rest = await offered(host);
  expect(rest).toHaveLength(3 - changed);
  if (rest.length > 0) expect((await host.run({ kind: 'fix', cells: rest })).fixed).toBe(rest.length);
  expect(dues(host).filter((due) => typeof due === 'number')).toHaveLength(5);
  // As often as it was told: each undo takes one telling back.
  for (let n = told + (rest.length > 0 ? 1 : 0); n > 0; n--) await host.run({ kind: 'undo-last' });
  expect(dues(host).slice(1)).toEqual([
    serial('2025-07-01'),
    '15/09/2025',
    '12/25/2025',
    '16/09/2025',
    serial('2025-08-01'),
    '1er août 2025',
  ]);
}

describe('a host that stops', () => {
  /** Every call in the long run, every third one in every run. */
  const STEP = IS_THOROUGH ? 1 : 3;

  it.each(['crash', 'error'] as const)('Google, by a %s at any call', async (kind) => {
    let stopped = 0;
    for (let at = 1; ; at += STEP) {
      const host = sheetsHost(WORKBOOK);
      const cells = chosenIn(host.run(story({ kind: 'open' })));
      try {
        host.run(story({ kind: 'fix', cells }), { fault: { at, kind } });
        if (host.counts.total < at) break;
      } catch (error) {
        if (kind === 'crash' && !isCrash(error)) throw error;
      }
      stopped++;
      await holdsAfterAll(inGoogle(host));
    }
    expect(stopped).toBeGreaterThan(20 / STEP);
  });

  it.each(['before', 'midway', 'after'] as const)('Excel, at any sync, %s it is done', async (moment) => {
    for (let position = 1; ; position++) {
      const host = excelHost(WORKBOOK);
      const cells = chosenIn(await host.run(story({ kind: 'open' })));
      const from = host.counts.syncs;
      host.app.failSync(position, moment);
      await host.run(story({ kind: 'fix', cells })).catch(() => undefined);
      if (host.counts.syncs - from < position) break;
      await holdsAfterAll(inExcel(host));
    }
  });

  it('Excel, on a protected sheet: nothing is changed, and nothing told', async () => {
    const host = excelHost(WORKBOOK);
    const cells = chosenIn(await host.run(story({ kind: 'open' })));
    host.app.book.sheet(SHEET).protected = true;
    const before = host.cells(SHEET);
    await expect(host.run(story({ kind: 'fix', cells }))).rejects.toThrow('protected');
    expect(host.cells(SHEET)).toEqual(before);
    expect(host.app.book.sheets.map(({ name }) => name)).toEqual([SHEET]);
  });

  it('Excel, under a filter: each day lands on its own row', async () => {
    const host = excelHost(WORKBOOK);
    const cells = chosenIn(await host.run(story({ kind: 'open' })));
    host.app.book.sheet(SHEET).filterOut([3]);
    expect((await host.run(story({ kind: 'fix', cells }))).fixed).toBe(3);
    expect(
      host
        .cells(SHEET)
        .slice(2, 4)
        .map((row) => row[DUE]),
    ).toEqual([serial('2025-09-15'), serial('2025-12-25')]);
  });
});
