// The safe order of a command's effects: wherever a host stops, and however the user moves the rows meanwhile, no reminder is drafted twice, none is
// lost, every value stands on its own row or is named, and no cell of the user's is altered.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FoundDraft, type HostRequest, perform, type View } from '../../core/index.ts';
import type { Cell, Command, Snapshot } from '../../core/workbook.ts';
import { type Meanwhile, MemoryHost } from '../hosts/memory.ts';
import { tries } from '../thorough.ts';
import { AT, action, columnOf, day, INVOICES, JOURNAL, journalOf, type Row, reportOf, run, workbookOf } from './workbook-of.ts';

const ASOF = '2025-09-17';
const TAB = 'Reminder journal';
const late = (days: number, more: Row = {}): Row => ({
  due: new Date(Date.parse(ASOF) - days * 86_400_000).toISOString().slice(0, 10),
  email: 'a@x.example',
  ...more,
});
/** Three customers to remind: two stages in one message, one with an invoice only mentioned, one plain. */
const BOOK: readonly Row[] = [
  late(25, { customer: 'Dupont', last: 'Call' }),
  late(5, { customer: 'Dupont' }),
  late(5, { customer: 'Durand', email: 'b@x.example' }),
  late(2, { customer: 'Durand', email: 'b@x.example' }),
  late(5, { customer: 'Martin', email: 'c@x.example' }),
];
const command = (kind: 'open' | 'refresh' | 'prepare'): Command => ({ kind, at: AT });
const journalRows = (host: MemoryHost, event: string) =>
  host
    .cells(TAB)
    .slice(1)
    .filter((row) => row[2] === event);
const stories = (host: MemoryHost) =>
  host
    .cells(TAB)
    .slice(1)
    .map((row) => `${row[2]} ${row[4]} ${row[5]}`);

describe('preparing reminders', () => {
  it('announces all, drafts each, confirms all; each invoice by its own stage', () => {
    const host = new MemoryHost(workbookOf(BOOK));
    const requests: string[] = [];
    const view = host.run(perform(command('prepare'), day(ASOF)), ({ kind }) => requests.push(kind));
    expect(requests).toEqual(['read', 'intend', 'draft', 'draft', 'draft', 'write', 'write', 'read']);
    expect(view.drafted.map(({ customer }) => customer)).toEqual(['Dupont', 'Durand', 'Martin']);
    expect(stories(host)).toEqual([
      'intent F1 formal-reminder',
      'intent F2 reminder',
      'intent F3 reminder',
      'mentioned F4 reminder',
      'intent F5 reminder',
      'drafted F1 formal-reminder',
      'drafted F2 reminder',
      'drafted F3 reminder',
      'drafted F5 reminder',
    ]);
    expect(view.report?.worklist.map(({ customer, blockedBy }) => `${customer} ${blockedBy.map(({ guard }) => guard)}`)).toEqual([
      'Dupont already-drafted',
      'Durand already-drafted',
      'Martin already-drafted',
    ]);
  });

  it('once sent, each invoice stands on its own rung', () => {
    const host = new MemoryHost(workbookOf(BOOK));
    run(host, 'prepare', ASOF);
    const tabs = {
      [TAB]: [
        JOURNAL,
        ...journalRows(host, 'drafted').map((row, n) => row.map((cell, c) => (c === 2 ? 'sent' : c === 0 ? String(n + 1) : cell))),
      ],
    };
    const { invoices } = reportOf(workbookOf(BOOK, { tabs }), '2025-09-18');
    expect(invoices.map(({ lastAction }) => action(lastAction))).toEqual([
      'formal-reminder 2025-09-17',
      'reminder 2025-09-17',
      'reminder 2025-09-17',
      '–',
      'reminder 2025-09-17',
    ]);
  });

  it('only the entries named, and never a blocked one', () => {
    const host = new MemoryHost(workbookOf([...BOOK, late(5, { customer: 'Sans adresse', email: null })]));
    const { worklist } = reportOf(host.snapshot(), ASOF);
    const wished = worklist.filter(({ customer }) => customer !== 'Dupont').map(({ id }) => id);
    const view = host.run(perform({ ...command('prepare'), kind: 'prepare', entries: wished }, day(ASOF)));
    expect(view.drafted.map(({ customer }) => customer)).toEqual(['Durand', 'Martin']);
  });

  it('a second time prepares nothing more', () => {
    const host = new MemoryHost(workbookOf(BOOK));
    run(host, 'prepare', ASOF);
    expect(run(host, 'prepare', ASOF).drafted).toEqual([]);
    expect(run(host, 'prepare', '2025-09-12').drafted).toEqual([]);
    expect([...host.made.values()]).toEqual([1, 1, 1]);
    expect(journalRows(host, 'intent').length).toBe(4);
  });

  it.each<[what: string, tabs: Record<string, Cell[][]>, create: boolean[], header: readonly string[]]>([
    ['no journal: made once', {}, [true, false], JOURNAL],
    ['a blank sheet of its name: headed once', { [TAB]: [] }, [true, false], JOURNAL],
    [
      'a journal in another order',
      { Journal: [['event', 'id', 'at', 'invoices', 'stage', 'my notes']] },
      [false, false],
      ['event', 'id', 'at', 'invoices', 'stage', 'my notes'],
    ],
  ])('%s', (_, tabs, create, header) => {
    const host = new MemoryHost(workbookOf(BOOK, { tabs }));
    const appends: HostRequest[] = [];
    host.run(perform(command('prepare'), day(ASOF)), (request) => appends.push(request));
    const written = appends.flatMap((request) =>
      request.kind === 'intend' ? [request.append] : request.kind === 'write' ? request.changes.appends : [],
    );
    expect(written.map((append) => append.create)).toEqual(create);
    expect(written[0]?.header).toEqual(header);
    expect(written[0]?.rows[0]?.length).toBe(header.length);
  });
});

// ── What became of the drafts of before ─────────────────────────────────────────────────────────────────────────────────────────────────

describe('drafts of before', () => {
  const drafted = (event: string) =>
    journalOf([{ at: '2025-09-15', event, customer: 'Martin', invoices: 'F1', stage: 'reminder', reference: 'd1' }]);
  /** Refreshes with a host that answers so about the draft. */
  const settled = (event: string, state: FoundDraft['state'] | null) => {
    const host = new MemoryHost(workbookOf([late(5)], { tabs: drafted(event) }));
    const steps = perform(command('refresh'), day(ASOF));
    let step = steps.next();
    while (!step.done) {
      const request: HostRequest = step.value;
      const answer =
        request.kind === 'find-drafts' && state !== null
          ? request.ids.map((id): FoundDraft => ({ id, state, reference: 'r' }))
          : host.run(once(request));
      step = steps.next(answer);
    }
    return [
      host
        .cells(TAB)
        .slice(2)
        .map((row) => `${row[2]} ${row[1]}`)
        .join(', '),
      action(step.value.report?.invoices[0]?.nextAction),
    ];
  };
  it.each<[event: string, state: FoundDraft['state'], written: string, next: string]>([
    // Announced and never confirmed.
    ['intent', 'drafted', 'drafted 2025-09-15T09:00:00', 'reminder 2025-09-17'],
    ['intent', 'sent', 'sent 2025-09-15T09:00:00', 'call 2025-09-22'],
    ['intent', 'gone', 'presumed-sent 2025-09-15T09:00:00', 'call 2025-09-22'],
    ['intent', 'absent', 'unknown 2025-09-15T09:00:00', 'reminder 2025-09-17'],
    // Drafted: news only when it has left.
    ['drafted', 'drafted', '', 'reminder 2025-09-17'],
    ['drafted', 'absent', '', 'reminder 2025-09-17'],
    ['drafted', 'sent', 'sent 2025-09-15T09:00:00', 'call 2025-09-22'],
    ['drafted', 'gone', 'presumed-sent 2025-09-15T09:00:00', 'call 2025-09-22'],
    // Nothing more to ask.
    ['unknown', 'gone', '', 'reminder 2025-09-17'],
    ['sent', 'gone', '', 'call 2025-09-22'],
    ['discarded', 'gone', '', 'reminder 2025-09-17'],
  ])('%s, now %s: %j', (event, state, written, next) => expect(settled(event, state)).toEqual([written, next]));

  it('a refresh notes what became of them with the columns it fills, in one write, once', () => {
    const host = new MemoryHost(workbookOf(BOOK));
    host.run(perform(command('prepare'), day(ASOF)));
    host.drafts.clear();
    const goneIsSent = (request: HostRequest, run: (request: HostRequest) => unknown) =>
      request.kind === 'find-drafts' ? request.ids.map((id): FoundDraft => ({ id, state: 'gone', reference: null })) : run(request);
    const refresh = (): string[] => {
      const kinds: string[] = [];
      const steps = perform(command('refresh'), day(ASOF));
      for (let next = steps.next(); !next.done; ) {
        kinds.push(next.value.kind);
        next = steps.next(goneIsSent(next.value, (request) => host.run(once(request))));
      }
      return kinds;
    };
    expect(refresh()).toEqual(['read', 'find-drafts', 'write', 'read']);
    expect(journalRows(host, 'presumed-sent')).toHaveLength(4);
    expect(refresh()).toEqual(['read']);
    expect(journalRows(host, 'presumed-sent')).toHaveLength(4);
  });
});

/** One request as a command of its own. */
function once(request: HostRequest): Generator<HostRequest, View, unknown> {
  return (function* () {
    return (yield request) as View;
  })();
}

// ── Crashes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

class Crash extends Error {}

/** A host that keeps drafts unpublished before announcing them, as a folder does; it may stop at any of its steps. */
class StagingHost {
  readonly memory: MemoryHost;
  readonly #staged = new Map<string, Parameters<MemoryHost['drafts']['set']>[1]>();

  constructor(workbook: Snapshot) {
    this.memory = new MemoryHost(workbook);
  }

  /** Runs a command; throws {@link Crash} before its step number `crashAt`. True when it came to its end. */
  run(kind: 'refresh' | 'prepare', crashAt = Number.POSITIVE_INFINITY): boolean {
    let n = 0;
    const step = () => {
      if (n++ === crashAt) throw new Crash();
    };
    const steps = perform(command(kind), day(ASOF));
    try {
      for (let next = steps.next(); !next.done; ) next = steps.next(this.#answer(next.value, step));
      return true;
    } catch (error) {
      if (error instanceof Crash) return false;
      throw error;
    }
  }

  #answer(request: HostRequest, step: () => void): unknown {
    step();
    if (request.kind === 'intend')
      for (const draft of request.drafts) {
        this.#staged.set(draft.id, draft);
        step();
      }
    if (request.kind === 'find-drafts') for (const id of request.ids) this.#publish(id);
    return this.memory.run(once(request));
  }

  #publish(id: string): void {
    const draft = this.#staged.get(id);
    if (draft && !this.memory.drafts.has(id)) this.memory.run(once({ kind: 'draft', draft }));
  }
}

describe('stopped anywhere and run again', () => {
  const whole = new StagingHost(workbookOf(BOOK));
  whole.run('prepare');
  const STEPS = 11;
  const reminders = ['F1 formal-reminder', 'F2 reminder', 'F3 reminder', 'F5 reminder'];
  const settledAs = (host: StagingHost) =>
    journalRows(host.memory, 'drafted')
      .map((row) => `${row[4]} ${row[5]}`)
      .sort();

  it.each(Array.from({ length: STEPS + 1 }, (_, n) => n))(
    'before step %i: each reminder is drafted once, and the sheet is the same',
    (n) => {
      const host = new StagingHost(workbookOf(BOOK));
      expect(host.run('prepare', n)).toBe(n >= STEPS);
      host.run('prepare');
      expect([...host.memory.made.values()]).toEqual([1, 1, 1]);
      expect(settledAs(host)).toEqual(reminders);
      expect(host.memory.cells(INVOICES)).toEqual(whole.memory.cells(INVOICES));
    },
  );

  it('twice, anywhere', () => {
    for (let first = 0; first < STEPS; first++)
      for (let second = first % 2; second < STEPS; second += 3) {
        const host = new StagingHost(workbookOf(BOOK));
        host.run('prepare', first);
        host.run('prepare', second);
        host.run('prepare');
        expect([...host.memory.made.values()]).toEqual([1, 1, 1]);
        expect(settledAs(host)).toEqual(reminders);
        expect(host.memory.cells(INVOICES)).toEqual(whole.memory.cells(INVOICES));
        const ids = host.memory
          .cells(TAB)
          .slice(1)
          .map((row) => row[0]);
        expect(new Set(ids).size).toBe(ids.length);
      }
  });

  it('on a host that cannot stage: drafted once, or asked about; never twice, never forgotten', () => {
    for (let n = 0; n < 9; n++) {
      const host = new MemoryHost(workbookOf(BOOK));
      const crash: Meanwhile = (_, at) => {
        if (at === n) throw new Crash();
      };
      try {
        host.run(perform(command('prepare'), day(ASOF)), crash);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      run(host, 'prepare', ASOF);
      expect(Math.max(...host.made.values(), 1)).toBe(1);
      const known = [...journalRows(host, 'drafted'), ...journalRows(host, 'unknown')].map((row) => `${row[4]} ${row[5]}`).sort();
      expect(known).toEqual(reminders);
    }
  });
});

// ── Rows that move meanwhile ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a user may do to the rows of the sheet, by drawn numbers. */
type Move =
  | { readonly kind: 'sort'; readonly seed: number }
  | { readonly kind: 'insert' | 'delete' | 'title'; readonly at: number; readonly isFull: boolean };
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('sort' as const), seed: fc.integer({ min: 1, max: 1_000_000 }) }),
  fc.record({
    kind: fc.constantFrom('insert' as const, 'delete' as const, 'insert' as const, 'title' as const),
    at: fc.nat(20),
    isFull: fc.boolean(),
  }),
);
const INSERTED = 'typed meanwhile';

function moveRows(cells: Cell[][], move: Move, width: number): void {
  const header = cells.findIndex((row) => row.includes('Invoice number'));
  const rows = cells.splice(header + 1);
  if (move.kind === 'sort')
    rows.sort((a, b) => ((String(a[0]).charCodeAt(1) * move.seed) % 97) - ((String(b[0]).charCodeAt(1) * move.seed) % 97));
  else if (move.kind === 'delete') rows.splice(move.at % Math.max(1, rows.length), 1);
  else if (move.kind === 'insert')
    rows.splice(
      move.at % (rows.length + 1),
      0,
      move.isFull ? [`N${move.at}`, INSERTED, null, null, null, 'x'] : Array<Cell>(width).fill(null),
    );
  else cells.unshift(['Our invoices']);
  cells.push(...rows);
}

/** Owned cells by invoice number and column. */
function ownedOf(cells: readonly (readonly Cell[])[], from: number): Map<string, readonly Cell[]> {
  const header = cells.findIndex((row) => row.includes('Invoice number'));
  const width = (cells[header] ?? []).length;
  return new Map(
    cells.slice(header + 1).map((row) => [String(row[0]), Array.from({ length: width - from }, (_, c) => row[from + c] ?? null)]),
  );
}

describe('rows that move between the reading and the writing', () => {
  const rows = (n: number): Row[] =>
    Array.from({ length: n }, (_, i) => ({
      number: `F${i + 1}`,
      customer: `C${i}`,
      due: new Date(Date.parse('2025-08-01') + i * 9 * 86_400_000).toISOString().slice(0, 10),
      status: i % 3 === 1 ? 'chez Luc' : i % 4 === 0 ? 'Not due' : null,
      nextOn: i % 5 === 2 ? 'mardi' : i % 2 === 0 ? '2025-09-01' : null,
      ...(i % 4 === 3 ? { paidOn: '2025-09-01' } : {}),
    }));

  it('when the command has ended each value stands on its own row or is named, and no cell of the user is altered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 7 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), move), { maxLength: 4 }),
        (n, moves) => {
          const workbook = workbookOf(rows(n), { columns: ['status', 'nextOn', 'paidOn'] });
          const from = columnOf(workbook, 'status');
          const undisturbed = new MemoryHost(workbook);
          run(undisturbed, 'refresh', ASOF);
          const meant = ownedOf(undisturbed.cells(INVOICES), from);

          const host = new MemoryHost(workbook);
          const view = host.run(perform(command('refresh'), day(ASOF)), (_, at, disturbed) => {
            for (const [when, move] of moves) if (when === at) moveRows(disturbed.cells(INVOICES), move, from);
          });
          const cells = host.cells(INVOICES);
          const header = cells.findIndex((row) => row.includes('Invoice number'));
          const named = new Set(view.left.map(({ row, column }) => `${row} ${column}`));
          cells.forEach((row, r) => {
            if (r <= header) return;
            const expected = meant.get(String(row[0]));
            const input = workbook.sheets[0]?.cells.find((one) => one[0] === row[0]);
            if (input) expect(row.slice(0, from)).toEqual(input.slice(0, from));
            (cells[header] ?? []).slice(from).forEach((_, c) => {
              const isNamed = named.has(`${r + 1} ${String.fromCharCode(65 + from + c)}`);
              if (isNamed) return;
              const holds = row[from + c] ?? null;
              // A row typed meanwhile holds what was typed, or nothing.
              const should = expected === undefined ? [null, 'x'] : [expected[c]];
              expect(should).toContainEqual(holds);
            });
          });
          // Words of the user stand on their row unless the row is gone.
          for (const row of cells)
            if (/^F\d/.test(String(row[0])) && Number(String(row[0]).slice(1)) % 3 === 2) expect(row[from]).toBe('chez Luc');
          cells.slice(0, header).forEach((row, r) => {
            expect(row[0]).toBe('Our invoices');
            row.forEach((cell, c) => {
              if (c > 0 && cell !== null) expect(named).toContain(`${r + 1} ${String.fromCharCode(65 + c)}`);
            });
          });
        },
      ),
      { numRuns: tries(60) },
    );
  });

  it('a row changed meanwhile is not written, and named', () => {
    const workbook = workbookOf([{ due: '2025-09-12' }, { due: '2025-09-11', customer: 'Durand' }], { columns: ['status'] });
    const host = new MemoryHost(workbook);
    const { left } = host.run(perform(command('refresh'), day(ASOF)), ({ kind }, _, { sheets }) => {
      const cells = sheets[0]?.cells ?? [];
      if (kind === 'write' && cells[1]?.[4] === 1000) (cells[1] as Cell[])[4] = 1200;
    });
    const status = columnOf(workbook, 'status');
    expect(
      host
        .cells(INVOICES)
        .slice(1)
        .map((row) => row[status] ?? null),
    ).toEqual([null, 'Overdue']);
    expect(new Set(left.map(({ row, why }) => `${row} ${why}`))).toEqual(new Set(['2 row-changed']));
  });

  it('a word typed meanwhile on a row that moved is kept', () => {
    const workbook = workbookOf([{ due: '2025-09-12' }, { due: '2025-09-11', customer: 'Durand' }], { columns: ['status'] });
    const status = columnOf(workbook, 'status');
    const host = new MemoryHost(workbook);
    const { left } = host.run(perform(command('refresh'), day(ASOF)), (request, at, { sheets }) => {
      const cells = sheets[0]?.cells ?? [];
      if (request.kind !== 'read' || at === 0 || cells.length > 3) return;
      cells.splice(1, 0, ['F0', 'Nouveau']);
      (cells[2] as Cell[])[status] = 'chez Luc';
    });
    expect(
      host
        .cells(INVOICES)
        .slice(2)
        .map((row) => row[status]),
    ).toEqual(['chez Luc', 'Overdue']);
    expect(left).toEqual([{ sheet: INVOICES, row: 3, column: 'F', why: 'words' }]);
  });

  it('a true date and words put back in a column of days are what they were', () => {
    const rows: Row[] = [
      { due: '2025-10-30', nextOn: { number: 45953, format: 'dd/mm/yyyy' } },
      { due: '2025-09-12', nextOn: 'mardi', customer: 'Durand' },
      { due: '2025-09-12', nextOn: '2025-09-15', customer: 'Martin' },
    ];
    const workbook = workbookOf(rows);
    const on = columnOf(workbook, 'nextOn');
    const host = new MemoryHost(workbook);
    host.run(perform(command('refresh'), day(ASOF)), ({ kind }, at, { sheets }) => {
      if (kind === 'write' && at === 1) sheets[0]?.cells.splice(1, 3, ...(sheets[0]?.cells.slice(1) ?? []).reverse());
    });
    const shown = new Map(
      host
        .cells(INVOICES)
        .slice(1)
        .map((row) => [row[1], row[on]]),
    );
    expect([shown.get('Dupont'), shown.get('Durand'), shown.get('Martin')]).toEqual([
      { date: '2025-10-23' },
      'mardi',
      { date: '2025-09-17' },
    ]);
  });
});

describe('the journal while it is looked at', () => {
  it('rows sorted meanwhile lose none, and tell the same story', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 1000 })), { maxLength: 3 }), (sorts) => {
        const host = new MemoryHost(workbookOf(BOOK));
        host.run(perform(command('prepare'), day(ASOF)), (_, at, { sheets }) => {
          const journal = sheets.find(({ name }) => name === TAB)?.cells;
          for (const [when, seed] of sorts)
            if (journal && when === at)
              journal.splice(
                1,
                journal.length,
                ...journal.slice(1).sort((a, b) => ((Number(a[0]) * seed) % 7) - ((Number(b[0]) * seed) % 7)),
              );
        });
        expect(stories(host).length).toBe(9);
        const { worklist } = reportOf(host.snapshot(), ASOF);
        expect(worklist.flatMap(({ blockedBy }) => blockedBy.map(({ guard }) => guard))).toEqual([
          'already-drafted',
          'already-drafted',
          'already-drafted',
        ]);
      }),
      { numRuns: 15 },
    );
  });
});

it('a workbook without invoices is refused with what to do, and nothing is written', () => {
  const host = new MemoryHost({
    sheets: [{ name: 'Feuil1', cells: [['Recettes de cuisine']] }],
    locale: 'fr-FR',
    timeZone: null,
    date1904: false,
  });
  const { report, refusal } = run(host, 'refresh', ASOF);
  expect([report, host.cellsWritten]).toEqual([null, 0]);
  expect(refusal?.message).toMatch(/\.$/);
  expect(refusal?.advice).toMatch(/\.$/);
});
