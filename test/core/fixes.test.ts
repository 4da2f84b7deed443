// Cells of the user's put right on their word: what is offered, that nothing else moves, and that undo puts every letter back.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tracedIn, traceTexts } from '../../core/fixes/trace.ts';
import { type HostRequest, perform, type View } from '../../core/index.ts';
import { unpacked } from '../../core/packed-rows.ts';
import type { Cell, ChosenFix, Command, CommandOptions, OfferedFix, Snapshot } from '../../core/workbook.ts';
import { type Meanwhile, MemoryHost } from '../hosts/memory.ts';
import { tries } from '../thorough.ts';
import { day, INVOICES, type Row, workbookOf } from './workbook-of.ts';

const ASOF = '2025-09-17';
const DUE = 3;
type Wanted = { readonly [Kind in Command['kind']]: Omit<Extract<Command, { kind: Kind }>, 'at' | 'options'> }[Command['kind']];

let clicks = 0;
/** Each click has its own moment. */
const at = () => `${ASOF}T09:${String(Math.floor(++clicks / 60) % 60).padStart(2, '0')}:${String(clicks % 60).padStart(2, '0')}`;
const story = (wanted: Wanted, options: CommandOptions = {}): Generator<HostRequest, View, unknown> =>
  perform({ ...wanted, at: at(), options: { ...options, panel: { fixes: true } } } as Command, day(ASOF));
const send = (host: MemoryHost, wanted: Wanted, options: CommandOptions = {}, meanwhile?: Meanwhile): View =>
  host.run(story(wanted, options), meanwhile);
const offersOf = (host: MemoryHost, options: CommandOptions = {}): OfferedFix[] => {
  const { fixes } = send(host, { kind: 'open' }, options);
  return fixes === undefined ? [] : unpacked(fixes);
};
const first = ({ to, ...offer }: OfferedFix): ChosenFix => ({ ...offer, to: to[0] as string });
const sheetOf = (host: MemoryHost): Cell[][] => structuredClone(host.cells(INVOICES));
const journal = (host: MemoryHost) => host.cells('Reminder journal').slice(1);

const dues = (texts: readonly Cell[]): Row[] => texts.map((due, i) => ({ due, issued: '2025-06-01', number: `F${i + 1}` }));

describe('what is offered', () => {
  const cases: readonly (readonly [what: string, texts: readonly Cell[], offers: readonly string[], around?: object])[] = [
    ['text among true dates, read one way', ['2025-07-01', '15/09/2025'], ['D3 15/09/2025 → 2025-09-15']],
    ['a month in letters', ['2025-07-01', '15 sept. 2025'], ['D3 15 sept. 2025 → 2025-09-15']],
    [
      'text that another text of the column explains',
      ['03/04/2025', '15/09/2025'],
      ['D2 03/04/2025 → 2025-04-03', 'D3 15/09/2025 → 2025-09-15'],
    ],
    ['text that nothing explains: either of two days', ['03/04/2025'], ['D2 03/04/2025 → 2025-04-03 | 2025-03-04']],
    [
      'both orders in one column: choose',
      ['03/04/2025', '25/12/2025', '12/25/2025'],
      ['D2 03/04/2025 → 2025-04-03 | 2025-03-04', 'D3 25/12/2025 → 2025-12-25', 'D4 12/25/2025 → 2025-12-25'],
    ],
    ['what the locale alone decides', ['03/04/2025'], [], { locale: 'fr-FR' }],
    ['against the locale, yet with one reading', ['12/25/2025'], ['D2 12/25/2025 → 2025-12-25'], { locale: 'fr-FR' }],
    ['no such day', ['31/02/2025'], []],
    ['unreadable', ['mid-July'], []],
    ['a day with its hour', ['15/09/2025 14:30', '15/09/2025 14h', '2025-09-15T00:00:00'], []],
    ['true dates', ['2025-07-01'], []],
    ['no date at all', [null, '-'], []],
    ['a true date on row 2', [{ date: '2025-07-01' }], []],
  ];
  it.each(cases)('%s', (_, texts, offers, around = {}) => {
    // A day of a test row is a true date; text is given by what is typed.
    const host = new MemoryHost(workbookOf(dues(texts), around));
    expect(offersOf(host).map(({ row, column, found, to }) => `${column}${row} ${found} → ${to.join(' | ')}`)).toEqual(offers);
  });

  it('the user’s word on the order of dates decides', () => {
    const host = new MemoryHost(workbookOf(dues(['03/04/2025'])));
    expect(offersOf(host, { dateOrder: 'mdy' }).map(({ to }) => to)).toEqual([['2025-03-04']]);
  });

  it('nothing is offered over a formula, nor in a table of text', () => {
    const book = workbookOf(dues(['15/09/2025', '16/09/2025']));
    const sheet = book.sheets[0] as Snapshot['sheets'][number];
    const formulas = [[], [null, null, null, '=TEXT(TODAY(),"dd/mm/yyyy")']];
    expect(offersOf(new MemoryHost({ ...book, sheets: [{ ...sheet, formulas }] })).map(({ row }) => row)).toEqual([3]);
    expect(offersOf(new MemoryHost({ ...book, isText: true }))).toEqual([]);
  });
});

describe('a fix', () => {
  const BOOK = dues(['2025-07-01', '15/09/2025', 'someday', '2025-08-01']);

  it('makes a true date of the cell that was looked at, says so in the journal, and changes no other cell of the user’s', () => {
    const host = new MemoryHost(workbookOf(BOOK));
    const before = sheetOf(host);
    const offers = offersOf(host);
    const view = send(host, { kind: 'fix', cells: [first(offers[0] as OfferedFix)] });
    expect([view.fixed, view.left]).toEqual([1, []]);
    const expected = structuredClone(before);
    (expected[2] as Cell[])[DUE] = { date: '2025-09-15' };
    expect(sheetOf(host)).toEqual(expected);
    expect(journal(host).map((row) => [row[2], String(row[13]).replace(/ #\w+/, '')])).toEqual([
      ['note', 'Text made true dates: D3 "15/09/2025" → 2025-09-15'],
    ]);
  });

  it('of a date with two readings is what the user chose', () => {
    for (const chosen of [0, 1]) {
      const host = new MemoryHost(workbookOf(dues(['2025-07-01', '03/04/2025'])));
      const [{ to, ...offer }] = offersOf(host) as [OfferedFix];
      expect(to).toEqual(['2025-04-03', '2025-03-04']);
      const view = send(host, { kind: 'fix', cells: [{ ...offer, to: to[chosen] as string }] });
      expect(view.fixed).toBe(1);
      expect((host.cells(INVOICES)[2] as Cell[])[DUE]).toEqual({ date: to[chosen] });
      expect(send(host, { kind: 'open' }, { panel: {} }).report?.problems).toEqual([]);
    }
  });

  it('is a day the engine itself would offer, in a cell and a row that are still what was looked at', () => {
    const host = new MemoryHost(workbookOf(BOOK));
    const offer = first(offersOf(host)[0] as OfferedFix);
    const others: readonly ChosenFix[] = [
      { ...offer, to: '2025-09-16' },
      { ...offer, to: '=1+1' },
      { ...offer, found: '14/09/2025' },
      { ...offer, key: 'another row' },
      { ...offer, row: 5 },
      { ...offer, row: 2 },
      { ...offer, column: 'A' },
      { ...offer, sheet: 'Elsewhere' },
    ];
    const before = sheetOf(host);
    const view = send(host, { kind: 'fix', cells: others });
    expect(view.fixed).toBe(0);
    expect(view.left).toHaveLength(others.length);
    expect(sheetOf(host)).toEqual(before);
    expect(journal(host)).toEqual([]);
  });

  it('after a sort between the look and the click writes nothing', () => {
    const host = new MemoryHost(workbookOf(dues(['15/09/2025', '15/09/2025', '15/09/2025'])));
    const cells = offersOf(host).map(first);
    const rows = host.cells(INVOICES);
    rows.splice(1, 3, ...rows.slice(1, 4).reverse());
    const before = sheetOf(host);
    const view = send(host, { kind: 'fix', cells: [cells[0] as ChosenFix, cells[2] as ChosenFix] });
    expect([view.fixed, view.left.map(({ row, why }) => `${row} ${why}`)]).toEqual([0, ['2 row-changed', '4 row-changed']]);
    expect(sheetOf(host)).toEqual(before);
  });

  it('does nothing where the other dates would lose what explains them', () => {
    const host = new MemoryHost(workbookOf(dues(['03/04/2025', '15/09/2025'])));
    const offers = offersOf(host);
    const before = sheetOf(host);
    const refused = send(host, { kind: 'fix', cells: [first(offers[1] as OfferedFix)] });
    expect(refused.refused?.why).toBe('others-would-change');
    expect(sheetOf(host)).toEqual(before);
    const view = send(host, { kind: 'fix', cells: offers.map(first) });
    expect([view.fixed, view.refused]).toEqual([2, undefined]);
  });

  it('that stops before the cells are written has changed none; its trace does no harm', () => {
    const host = new MemoryHost(workbookOf(BOOK));
    const before = sheetOf(host);
    const cells = [first(offersOf(host)[0] as OfferedFix)];
    const crash: Meanwhile = (request, _, stopped) => {
      if (request.kind !== 'write' || !request.changes.fixes?.length) return;
      stopped.run(
        (function* (): Generator<HostRequest, View, unknown> {
          yield { kind: 'write', changes: { ...request.changes, fixes: [] } };
          return {} as View;
        })(),
      );
      throw new Error('the host stopped');
    };
    expect(() => send(host, { kind: 'fix', cells }, {}, crash)).toThrow('stopped');
    expect(sheetOf(host)).toEqual(before);
    expect(send(host, { kind: 'fix', cells }).fixed).toBe(1);
    expect(send(host, { kind: 'undo-last' }).fixed).toBe(1);
    expect(send(host, { kind: 'undo-last' })).toMatchObject({ fixed: 0, left: [] });
    expect(sheetOf(host)).toEqual(before);
  });

  it('that lands beside its row, because rows moved in that moment, is taken back there', () => {
    const host = new MemoryHost(workbookOf(dues(['15/09/2025', '16/09/2025', '2025-08-01'])));
    const texts = sheetOf(host)
      .slice(1)
      .map((row) => [row[0], row[DUE]]);
    const cells = offersOf(host).map(first);
    let isMoved = false;
    const view = send(host, { kind: 'fix', cells }, {}, ({ kind }, n, moved) => {
      // Between the write and the read back: the days stand on rows that are no longer theirs.
      if (kind !== 'read' || n < 2 || isMoved) return;
      isMoved = true;
      const rows = moved.cells(INVOICES);
      const days = rows.slice(1, 3).map((row) => row[DUE] as Cell);
      const [one, two] = [rows[1] as Cell[], rows[2] as Cell[]];
      rows[1] = [...two.slice(0, DUE), days[0] as Cell, ...two.slice(DUE + 1)];
      rows[2] = [...one.slice(0, DUE), days[1] as Cell, ...one.slice(DUE + 1)];
    });
    expect([view.fixed, view.left.map(({ row }) => row)]).toEqual([0, [2, 3]]);
    const now = sheetOf(host)
      .slice(1)
      .map((row) => [row[0], row[DUE]]);
    expect([...now].sort()).toEqual([...texts].sort());
  });
});

describe('undo', () => {
  it('puts the old text back letter by letter, wherever a sort has taken the row, and leaves what was typed since', () => {
    const odd = '\u00a015 sept.\u202f2025 ';
    const host = new MemoryHost(workbookOf(dues([odd, '16/09/2025', '17/09/2025', '2025-08-01'])));
    send(host, { kind: 'fix', cells: offersOf(host).map(first) });
    const rows = host.cells(INVOICES);
    rows.splice(1, 4, ...rows.slice(1, 5).reverse());
    (rows[2] as Cell[])[DUE] = { date: '2025-10-01' };
    const view = send(host, { kind: 'undo-last' });
    expect([view.fixed, view.left]).toEqual([2, [{ sheet: INVOICES, row: 4, column: 'D', why: 'row-changed' }]]);
    expect(
      host
        .cells(INVOICES)
        .slice(1)
        .map((row) => row[DUE]),
    ).toEqual([{ date: '2025-08-01' }, { date: '2025-10-01' }, '16/09/2025', odd]);
  });

  it('puts back nothing that a rewritten journal says', () => {
    const host = new MemoryHost(workbookOf(dues(['15/09/2025', '2025-08-01'])));
    send(host, { kind: 'fix', cells: offersOf(host).map(first) });
    const row = journal(host)[0] as Cell[];
    row[13] = String(row[13]).replace('15/09/2025', '=HYPERLINK(1)');
    expect(send(host, { kind: 'undo-last' }).fixed).toBe(0);
    expect((host.cells(INVOICES)[1] as Cell[])[DUE]).toEqual({ date: '2025-09-15' });
  });
});

describe('laws', () => {
  const texts = fc.oneof(
    fc.constantFrom<Cell>(
      '2025-07-01',
      '15/09/2025',
      '03/04/2025',
      '04/03/2025',
      '12/25/2025',
      '1 août 2025',
      '20/9/25',
      '31/02/2025',
      null,
      'later',
    ),
    fc.constantFrom<Cell>('45910', '2025-07-02 10:00', '07.08.2025', ' 16/09/2025', '３０/06/2025'),
  );
  const around = fc.constantFrom({}, { locale: 'fr-FR' }, { locale: 'en-US' }, { french: true });

  it('whatever is chosen, only these cells change; they are read as offered, the others as before; and undo restores the sheet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 7 }),
        around,
        fc.infiniteStream(fc.nat(5)),
        (dates, where, dice) => {
          const rows = dates.map(
            ([due, paidOn], i): Row => ({ number: `F${i + 1}`, issued: '2025-01-01', due, paidOn, last: 'Reminder 03/04' }),
          );
          const host = new MemoryHost(workbookOf(rows, { ...where, columns: ['due', 'paidOn'] }));
          send(host, { kind: 'refresh' });
          const before = sheetOf(host);
          const was = send(host, { kind: 'open' }, { panel: undefined as never });
          const cells = offersOf(host).flatMap(({ to, ...offer }): ChosenFix[] => {
            const die = dice.next().value;
            return die === 0 ? [] : [{ ...offer, to: to[die % to.length] as string }];
          });
          const view = send(host, { kind: 'fix', cells });
          if (view.refused) {
            expect(sheetOf(host)).toEqual(before);
            return;
          }
          expect([view.fixed, view.left]).toEqual([cells.length, []]);
          const expected = structuredClone(before);
          for (const { row, column, to } of cells) (expected[row - 1] as Cell[])[column.charCodeAt(0) - 65] = { date: to };
          expect(sheetOf(host)).toEqual(expected);
          const after = send(host, { kind: 'open' }, { panel: undefined as never });
          for (const invoice of after.report?.invoices ?? []) {
            const old = was.report?.invoices.find(({ row }) => row === invoice.row);
            const fixedHere = cells.filter(({ row }) => row === invoice.row);
            const due = fixedHere.find(({ column }) => column === 'D')?.to ?? old?.dueOn;
            expect(invoice.dueOn).toBe(due);
            if (fixedHere.length === 0) expect(invoice).toEqual(old);
          }
          if (cells.length === 0) return;
          expect(send(host, { kind: 'undo-last' }).fixed).toBe(cells.length);
          expect(sheetOf(host)).toEqual(before);
        },
      ),
      { numRuns: tries(150) },
    );
  });

  it('a trace read back is what was written, whatever was typed', () => {
    const traced = fc.record({
      row: fc.integer({ min: 1, max: 1_000_000 }),
      column: fc.integer({ min: 0, max: 700 }),
      was: fc.string({ unit: 'binary' }),
      format: fc.option(fc.string()),
      day: fc.constant('2025-09-15'),
      mark: fc.stringMatching(/^[0-9a-f]{8}$/),
    });
    fc.assert(
      fc.property(fc.array(traced, { maxLength: 6 }), (cells) => {
        expect(traceTexts(cells, 'Text made true dates: ').flatMap(tracedIn)).toEqual(cells);
      }),
    );
  });
});
