/**
 * The law of the sheet under our hands: whatever users type, sort, insert, delete and move between any two steps of a command, when it has ended no cell
 * of theirs is lost or altered without being named, and every value of ours stands on its own row or is named.
 */
import fc from 'fast-check';
import {
  type Binding,
  type CalendarDay,
  type Cell,
  type Command,
  columnLetter,
  dayFromIso,
  perform,
  type Snapshot,
  type View,
  type Written,
} from '../../core/index.ts';
import { excelHost } from '../hosts/excel/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { sheetsHost } from '../hosts/sheets/index.ts';
import { count, type Law, type LawName, type Tally } from './law.ts';
import { edits, meddled, movesColumn, movesTable, UsersSheet } from './meddling.ts';
import { cellSheet, excelSheet, googleSheet, type Plain, type WorkedSheet } from './worked-sheet.ts';

const SHEET = 'Invoices';
const AS_OF = '2026-03-16';
const TODAY = dayFromIso(AS_OF) as CalendarDay;

// ── The books ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Columns by a name of this test, with their headers; those that can be ours are called as roles are. */
const HEADERS: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  number: ['Invoice number', 'N° facture'],
  customer: ['Customer', 'Client'],
  email: ['Email', 'E-mail'],
  amount: ['Amount', 'Montant TTC'],
  issuedOn: ['Invoice date', 'Date de facture'],
  dueOn: ['Due date', 'Échéance'],
  paid: ['Amount paid', 'Montant payé'],
  notes: ['My words', 'Mes mots'],
  daysLate: ['Days late', 'Jours de retard'],
  status: ['Status', 'Statut'],
  lastAction: ['Last action', 'Dernière action'],
  nextAction: ['Next action', 'Prochaine action'],
  nextActionOn: ['Next action date', 'Date prochaine action'],
  reason: ['Reason', 'Motif'],
};
const INPUTS = ['number', 'customer', 'email', 'amount', 'issuedOn', 'dueOn', 'paid', 'notes'] as const;
export const OURS: ReadonlySet<string> = new Set(['daysLate', 'status', 'lastAction', 'nextAction', 'nextActionOn', 'reason']);

const invoice = fc.record({
  late: fc.integer({ min: -20, max: 60 }),
  customer: fc.nat(3),
  isPaid: fc.boolean(),
  notes: fc.constantFrom<Cell>(null, 'à rappeler', 'see Paul', 12),
  status: fc.constantFrom<Cell>(null, null, 'chez Luc', 'Not due'),
  nextActionOn: fc.constantFrom<Cell>(null, null, 'mardi', { date: '2026-03-02' }),
  reason: fc.constantFrom<Cell>(null, null, 'ma raison'),
});
const book = fc.record({
  invoices: fc.array(invoice, { minLength: 2, maxLength: 7 }),
  french: fc.boolean(),
  titles: fc.nat(2),
  left: fc.nat(1),
  ours: fc.subarray(['status', 'nextActionOn', 'reason', 'daysLate']),
  order: fc.shuffledSubarray([...INPUTS], { minLength: INPUTS.length }),
});
type Book = typeof book extends fc.Arbitrary<infer Value> ? Value : never;

interface Laid {
  readonly snapshot: Snapshot;
  /** Of the columns from the first, that to the left of the table too. */
  readonly columns: readonly string[];
  readonly headerRow: number;
}

function laid({ invoices, french, titles, left, ours, order }: Book): Laid {
  const columns = [...Array.from({ length: left }, () => 'beside'), ...order, ...ours];
  const iso = (days: number): Cell => ({ date: new Date(Date.parse(AS_OF) - days * 86_400_000).toISOString().slice(0, 10) });
  const lines = invoices.map((one, i): Cell[] =>
    columns.map((name): Cell => {
      switch (name) {
        case 'number':
          return `F${i + 1}`;
        case 'customer':
          return `Maison ${one.customer}`;
        case 'email':
          return `m${one.customer}@x.example`;
        case 'amount':
          return 1000 + i;
        case 'issuedOn':
          return iso(one.late + 30);
        case 'dueOn':
          return iso(one.late);
        case 'paid':
          return one.isPaid ? 1000 + i : null;
        case 'notes':
        case 'status':
        case 'nextActionOn':
        case 'reason':
          return one[name];
        default:
          return null;
      }
    }),
  );
  const header = columns.map((name) => HEADERS[name]?.[french ? 1 : 0] ?? null);
  const above = Array.from({ length: titles }, (_, i): Cell[] => (i === 0 ? ['Suivi'] : []));
  return {
    snapshot: {
      sheets: [{ name: SHEET, cells: [...above, header, ...lines] }],
      locale: french ? 'fr-FR' : 'en-GB',
      timeZone: 'Europe/Paris',
      date1904: false,
      workbookId: 'w',
    },
    columns,
    headerRow: titles,
  };
}

// ── The hosts ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A workbook open somewhere: its invoice sheet, and how a command runs there with something happening before each of its steps. */
export interface Place {
  readonly sheet: () => WorkedSheet;
  run(command: Command, before: (n: number) => void): Promise<View>;
}

export type HostName = 'memory' | 'Google Sheets' | 'Excel';

/** In the doubles, steps are finer than the core's requests: each call of a service of Google's, each exchange with Excel. */
const OPEN: Readonly<Record<HostName, (snapshot: Snapshot) => Place>> = {
  memory: (snapshot) => {
    const host = new MemoryHost(snapshot);
    return {
      sheet: () => cellSheet(host.cells(SHEET)),
      run: async (command, before) => host.run(meddled(perform(command, TODAY), before)),
    };
  },
  'Google Sheets': (snapshot) => {
    const host = sheetsHost(snapshot);
    // Blank rows below, as every spreadsheet has.
    host.book.sheet(SHEET).grow(1000, 0);
    return {
      sheet: () => googleSheet(host.book.sheet(SHEET)),
      run: async (command, before) => {
        // From the first thing the core asks after its reading on: a sheet that changes while it is read, call by call, was never there as it was read.
        let n = 0;
        const begins = (request: number): void => {
          if (request > 0) n = Math.max(n, 1);
        };
        const meanwhile = (_: number, name: string): void => {
          if (n > 0 && /\.(getDataRange|set(Values|NumberFormats?))$/.test(name)) before(n++);
        };
        return host.run(meddled(perform(command, TODAY), begins), { meanwhile });
      },
    };
  },
  Excel: (snapshot) => {
    const host = excelHost(snapshot);
    return {
      sheet: () => excelSheet(host.app.book.sheet(SHEET)),
      run: (command, before) => {
        const from = host.counts.syncs;
        for (let position = 1; position <= 16; position++) host.app.beforeSync(position, () => before(position - 1));
        void from;
        return host.run(perform(command, TODAY), {
          drafts: {
            find: async (ids) => ids.map((id) => ({ id, state: 'absent', reference: null })),
            draft: async ({ id }) => `made ${id}`,
          },
        });
      },
    };
  },
};

// ── The law ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** In how many ways each command is disturbed. */
export const WAYS = 5;
const KINDS = ['refresh', 'refresh', 'refresh', 'prepare', 'bind', 'put-back', 'dashboard'] as const;
const way = (moments: number, most: number) =>
  fc
    .record({ edits: edits(moments, most), second: fc.option(fc.integer({ min: 1, max: moments }), { freq: 5, nil: null }) })
    // Two people, and a whole table that moves, within one second: left to chance.
    .map((one) => (one.edits.some(movesTable) ? { ...one, second: null } : one));
const meddling = (moments: number, most: number) =>
  fc.record({
    book,
    kind: fc.constantFrom(...KINDS),
    isBound: fc.boolean(),
    /** The same command on the same book, disturbed in several ways. */
    ways: fc.array(way(moments, most), { minLength: WAYS, maxLength: WAYS }),
  });
/** `second`: a colleague refreshes before this step. */
export type Meddling = ReturnType<typeof meddling> extends fc.Arbitrary<infer Value> ? Value : never;

const at = `${AS_OF}T09:30:00`;
const refresh: Command = { kind: 'refresh', at, options: { panel: {} } };
const nothing = (): void => {};

function bindingOf({ snapshot, columns, headerRow }: Laid): Binding {
  const named = columns.flatMap((name, at): [string, string][] =>
    name === 'beside' || name === 'notes' ? [] : [[name === 'paid' ? 'paidAmount' : name, columnLetter(at)]],
  );
  const words = snapshot.sheets[0]?.cells[headerRow] ?? [];
  return {
    sheet: SHEET,
    headerRow: headerRow + 1,
    columns: Object.fromEntries(named),
    headers: Object.fromEntries(
      named.map(([, letter]) => [letter, String(words[columns.findIndex((_, at) => columnLetter(at) === letter)])]),
    ),
  };
}

/** What stands in the columns that can be ours, by invoice number and column. */
type Values = ReadonlyMap<Plain, ReadonlyMap<string, Plain>>;
type Cells = readonly (readonly Plain[])[];

const ROLES: ReadonlyMap<Plain, string> = new Map(
  Object.entries(HEADERS).flatMap(([name, words]) => (OURS.has(name) ? words.map((word) => [word, name] as const) : [])),
);

/** The columns of the book, and those a refresh has added. */
const columnsIn = (cells: Cells, { columns, headerRow }: Laid): string[] =>
  Array.from(
    { length: Math.max(columns.length, (cells[headerRow] ?? []).length) },
    (_, at) => columns[at] ?? ROLES.get(cells[headerRow]?.[at] ?? null) ?? 'beside',
  );

function valuesOf(cells: Cells, columns: readonly string[], headerRow: number): Values {
  const numbers = columns.indexOf('number');
  return new Map(
    cells.slice(headerRow + 1).map((row) => [row[numbers] ?? null, new Map(columns.map((name, column) => [name, row[column] ?? null]))]),
  );
}

/** The command, and the workbook at the moment it is given: putting back follows a refresh. */
async function begun(
  host: HostName,
  laidOut: Laid,
  { kind, isBound }: Pick<Meddling, 'kind' | 'isBound'>,
): Promise<{ place: Place; command: Command }> {
  const binding = bindingOf(laidOut);
  const place = OPEN[host](isBound && kind !== 'bind' ? { ...laidOut.snapshot, binding } : laidOut.snapshot);
  if (kind === 'bind') return { place, command: { kind, at, binding } };
  if (kind !== 'put-back') return { place, command: { kind, at, options: { panel: {} } } };
  const { written } = await place.run(refresh, nothing);
  return { place, command: written === undefined ? { kind: 'open', at } : { kind, at, written: written as Written } };
}

/** What a command leaves in calm. */
async function calm(host: HostName, laidOut: Laid, how: Pick<Meddling, 'kind' | 'isBound'>): Promise<Values> {
  const { place, command } = await begun(host, laidOut, how);
  const before = columnsIn(place.sheet().cells(), laidOut);
  await place.run(command, nothing);
  const cells = place.sheet().cells();
  const columns = columnsIn(cells, laidOut);
  return valuesOf(cells, before.length >= columns.length ? before : columns, laidOut.headerRow);
}

async function holds(host: HostName, one: Meddling, tally: Tally): Promise<void> {
  const laidOut = laid(one.book);
  const wanted = await calm(host, laidOut, one);
  const colleague = one.kind === 'refresh' ? wanted : await calm(host, laidOut, { ...one, kind: 'refresh' });
  for (const way of one.ways) await disturbed(host, { laidOut, one, way, wanted, colleague }, tally);
}

interface Disturbed {
  readonly laidOut: Laid;
  readonly one: Meddling;
  readonly way: Meddling['ways'][number];
  readonly wanted: Values;
  readonly colleague: Values;
}

async function disturbed(host: HostName, { laidOut, one, way, wanted, colleague }: Disturbed, tally: Tally): Promise<void> {
  const { place, command } = await begun(host, laidOut, one);
  const start = place.sheet().cells();
  const users = new UsersSheet(cellSheet(start.map((row): Cell[] => [...row])), columnsIn(start, laidOut), laidOut.headerRow, OURS);
  let happened = 0;
  const meanwhile = (n: number): void => {
    // Taking back clears headers, and a column without any that moves in that second cannot be found again.
    for (const [moment, edit] of way.edits.filter((timed) => command.kind !== 'put-back' || !movesColumn(timed)))
      if (moment === n && users.do(edit, place.sheet())) happened++;
    // In Google Sheets the document's lock holds a colleague's command off until this one has ended.
    if (n !== way.second || host === 'Google Sheets') return;
    refreshByHand(place.sheet(), users, colleague, one.book.french);
    happened++;
  };
  const view = await place.run(command, meanwhile);
  count(tally, happened > 0 ? 'commands disturbed' : 'commands that ended before anybody came');
  count(tally, 'edits between their steps', happened);
  judged(
    {
      now: place.sheet().cells(),
      users,
      added: new Set(columnsIn(start, laidOut).slice(laidOut.columns.length)),
      left: view.left,
      wanted: way.second === null ? [wanted] : [wanted, colleague],
    },
    tally,
  );
}

/** A colleague's refresh that came in between: what it writes is there at once. */
function refreshByHand(sheet: WorkedSheet, users: UsersSheet, values: Values, french: boolean): void {
  const [cells, theirs] = [sheet.cells(), users.own.cells()];
  let free = Math.max(users.columns.length, ...cells.slice(users.headerRow).map((row) => row.length));
  for (const name of OURS) {
    if (![...values.values()].some((row) => row.has(name))) continue;
    const word = HEADERS[name]?.[french ? 1 : 0] as string;
    const there = users.columns.indexOf(name) >= 0 ? users.columns.indexOf(name) : (cells[users.headerRow] ?? []).indexOf(word);
    const column = there >= 0 ? there : free++;
    if (there < 0) sheet.put(users.headerRow, column, word);
    for (let row = users.headerRow + 1; row < cells.length; row++) {
      const number = cells[row]?.[users.numbers] ?? null;
      const value = number === null || users.changed.has(number) ? null : (values.get(number)?.get(name) ?? null);
      if (value !== null && (cells[row]?.[column] ?? null) === (theirs[row]?.[column] ?? null)) sheet.put(row, column, value as string);
    }
  }
}

interface Outcome {
  readonly now: Cells;
  readonly users: UsersSheet;
  /** Columns of ours that an earlier refresh had added. */
  readonly added: ReadonlySet<string>;
  readonly left: View['left'];
  readonly wanted: readonly Values[];
}

/** Holds the sheet, as it stands when the command has ended, against what its user made of it. */
function judged({ now, users, added, left, wanted }: Outcome, tally: Tally): void {
  const theirs = users.own.cells();
  const named = new Set(left.map(({ row, column }) => `${row} ${column}`));
  const rows = Math.max(now.length, theirs.length);
  const columns = Math.max(...now.map((row) => row.length), ...theirs.map((row) => row.length), 0);
  for (let column = 0; column < columns; column++) {
    const name =
      column < users.columns.length ? (users.columns[column] ?? null) : (ROLES.get(now[users.headerRow]?.[column] ?? null) ?? 'beyond');
    const isOurs = name !== null && (OURS.has(name) || name === 'beyond');
    const isNew = column >= users.columns.length || (name !== null && added.has(name));
    for (let row = 0; row < rows; row++) {
      const [holds, was] = [now[row]?.[column] ?? null, theirs[row]?.[column] ?? null];
      const number = row > users.headerRow ? (theirs[row]?.[users.numbers] ?? null) : null;
      if (row === users.headerRow && isNew && (holds === null || ROLES.has(holds))) continue;
      const should = isOurs && row > users.headerRow ? wanted.map((values) => values.get(number)?.get(name) ?? null) : [was];
      const isChanged = users.changed.has(number) || !wanted[0]?.has(number);
      if (should.includes(holds) || (isChanged && holds === was) || users.typedInOurs.has(holds)) continue;
      if (users.typedInOurs.has(was)) count(tally, 'words typed in a cell of ours in the very moment it was written');
      else if (named.has(`${row + 1} ${columnLetter(column)}`))
        count(
          tally,
          holds === was
            ? 'cells not brought up to date, named'
            : isOurs
              ? 'cells of our columns named'
              : 'cells of the user’s altered and named',
        );
      else
        throw new Error(
          `row ${row + 1}, column ${columnLetter(column)} (${name}, ${number}): holds ${JSON.stringify(holds)}, the user left ${JSON.stringify(was)}, wanted ${JSON.stringify(should)}; named: ${[...named].join(', ') || 'nothing'}`,
        );
    }
  }
}

/** Steps of the commands, in the core's requests or in what the double counts. */
const MOMENTS: Readonly<Record<HostName, number>> = { memory: 5, 'Google Sheets': 10, Excel: 6 };

/** How many edits fall into one command: in memory more than there is time for; in the doubles, whose steps are finer, two. */
const MOST: Readonly<Record<HostName, number>> = { memory: 5, 'Google Sheets': 2, Excel: 2 };

export function interleavings(host: HostName): Law<Meddling> {
  return {
    name: (host === 'memory' ? 'interleavings in memory' : `interleavings in ${host}`) as LawName,
    cases: meddling(MOMENTS[host], MOST[host]),
    holds: (one, tally) => holds(host, one, tally),
    never: ['user cells lost or altered unnamed', 'values of ours on another row unnamed'],
  };
}
