// What Refresh writes in the user's sheet, and above all what it does not. As of 2025-09-17; French sheets, dates are true dates unless said.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, LeftCell, Snapshot } from '../../core/workbook.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { tries } from '../thorough.ts';
import { type Around, type Column, columnOf, INVOICES, journalOf, type Row, reportOf, run, workbookOf } from './workbook-of.ts';

const ASOF = '2025-09-17';
const LATE: Row = { due: '2025-09-12' };
const french = (rows: readonly Row[], more: Around = {}) => workbookOf(rows, { french: true, ...more });

/** Refreshes a workbook: its host, the cells of a column afterwards, the cells left alone. */
function refreshed(workbook: Snapshot, asOf = ASOF) {
  const host = new MemoryHost(workbook);
  const { left } = run(host, 'refresh', asOf);
  return {
    host,
    left,
    cells: host.cells(INVOICES),
    column: (of: Column) =>
      host
        .cells(INVOICES)
        .slice(1)
        .map((row) => row[columnOf(workbook, of)] ?? null),
  };
}
const leftText = (left: readonly LeftCell[]) => left.map(({ row, column, why }) => `${column}${row} ${why}`);

describe('columns the sheet lacks', () => {
  it.each<[boolean, string[]]>([
    [true, ['Jours de retard', 'Statut', 'Dernière action', 'Prochaine action', 'Date prochaine action', 'Motif']],
    [false, ['Days late', 'Status', 'Last action', 'Next action', 'Next action date', 'Reason']],
  ])('are added at the right, in the language of the file (French: %s)', (isFrench, headers) => {
    const { cells } = refreshed(workbookOf([LATE], { french: isFrench }));
    expect(cells[0]?.slice(5)).toEqual(headers);
    expect(cells[1]?.slice(5)).toEqual(
      isFrench
        ? [
            5,
            'En retard',
            null,
            'Relance J+3',
            { date: '2025-09-17' },
            '5\u00a0jours de retard\u00a0; cette étape était prévue après 3\u00a0jours.',
          ]
        : [5, 'Overdue', null, 'Reminder D+3', { date: '2025-09-17' }, '5 days late; this step was planned after 3 days.'],
    );
  });

  it('stand beyond whatever is beside the table', () => {
    const workbook = french([LATE, LATE]);
    const [sheet] = workbook.sheets;
    const beside = {
      ...workbook,
      sheets: [{ ...sheet, name: INVOICES, cells: (sheet?.cells ?? []).map((row, r) => (r === 2 ? [...row, null, 'note de Luc'] : row)) }],
    };
    expect(refreshed(beside).cells[0]?.slice(5, 9)).toEqual([null, null, 'Jours de retard', 'Statut']);
    expect(refreshed(beside).cells[2]?.[6]).toBe('note de Luc');
  });

  it('only those it lacks', () => {
    const { cells } = refreshed(french([{ ...LATE, status: null, next: null }], { columns: ['status', 'next'] }));
    expect(cells[0]?.slice(5)).toEqual([
      'Statut',
      'Prochaine action',
      'Jours de retard',
      'Dernière action',
      'Date prochaine action',
      'Motif',
    ]);
  });

  it('in the language of the sheet, whoever looks at it', () => {
    const host = new MemoryHost(french([LATE]));
    run(host, 'refresh', ASOF, { language: 'en' });
    expect(host.cells(INVOICES)[0]?.[6]).toBe('Statut');
    expect(host.cells(INVOICES)[1]?.[6]).toBe('En retard');
  });
});

describe('only what changes', () => {
  it('labels of ours are replaced, in whatever language they were written', () => {
    const { column, host } = refreshed(
      french([
        { ...LATE, late: 3, status: 'Watch', next: 'Pre-reminder D-7', nextOn: '2025-09-05', reason: '7 days before the due date.' },
      ]),
    );
    expect([column('late'), column('status'), column('next'), column('nextOn'), column('reason')]).toEqual([
      [5],
      ['En retard'],
      ['Relance J+3'],
      [{ date: '2025-09-17' }],
      ['5\u00a0jours de retard\u00a0; cette étape était prévue après 3\u00a0jours.'],
    ]);
    // Five cells of ours; the last action has nothing to say.
    expect(host.cellsWritten).toBe(5);
  });

  it('a bare number under our words is the user’s, even one that reads like a day', () => {
    const { host, column } = refreshed(french([{ ...LATE, late: 5, status: 'En retard', next: 15.5 as unknown as string }]));
    expect(column('next')).toEqual([15.5]);
    expect(leftText(run(host, 'refresh', ASOF).left)).toHaveLength(1);
  });

  it('a second refresh writes nothing, a new day only what it changes', () => {
    const { host } = refreshed(french([LATE, { due: '2025-10-30' }, { ...LATE, paidOn: '2025-09-16' }]));
    const first = host.cellsWritten;
    expect(leftText(run(host, 'refresh', ASOF).left)).toEqual([]);
    expect(host.cellsWritten - first).toBe(0);
    run(host, 'refresh', '2025-09-18');
    // Days late, date and reason of the late one; the others stay as they are.
    expect(host.cellsWritten - first).toBe(3);
  });

  it('the same value in another form stays as it is', () => {
    const rows: Row[] = [
      { ...LATE, late: '5', status: 'en retard', nextOn: '17/09/2025' },
      { ...LATE, late: 5.0, status: 'En retard', nextOn: { number: 45917, format: 'dd/mm/yyyy' } },
      { ...LATE, paidOn: '2025-09-16', status: 'Réglée le 16/09', late: { number: 4, format: '0' } },
    ];
    const { column, left } = refreshed(french(rows));
    expect(column('late')).toEqual(['5', 5, { number: 4, format: '0' }]);
    expect(column('nextOn').slice(0, 2)).toEqual(['17/09/2025', { number: 45917, format: 'dd/mm/yyyy' }]);
    expect(column('status')[2]).toBe('Réglée le 16/09');
    expect(leftText(left)).toEqual([]);
  });

  it('cells of an invoice that does not exist yet are left alone', () => {
    const { column } = refreshed(french([{ issued: '2025-10-01', due: '2025-10-31', status: 'prévue', late: 12 }]));
    expect([column('status'), column('late')]).toEqual([['prévue'], [12]]);
  });

  it('what no longer holds is cleared', () => {
    const { column } = refreshed(french([{ ...LATE, paidOn: '2025-09-16', next: 'Relance J+3', nextOn: '2025-09-15', late: 5 }]));
    expect([column('next'), column('nextOn'), column('late')]).toEqual([[null], [null], [4]]);
  });
});

describe("the user's own words", () => {
  it('stay, and are listed; blanks beside them are filled', () => {
    const rows: Row[] = [
      { ...LATE, status: 'Luc s’en occupe', next: 'appeler Mme Durand mardi', nextOn: 'mardi', reason: 'voir mail', late: 'beaucoup' },
      { ...LATE, status: null, next: '-' },
    ];
    const { column, left } = refreshed(french(rows));
    expect([column('status'), column('next'), column('nextOn')]).toEqual([
      ['Luc s’en occupe', 'En retard'],
      ['appeler Mme Durand mardi', 'Relance J+3'],
      ['mardi', { date: '2025-09-17' }],
    ]);
    expect(leftText(left).sort()).toEqual(['F2 words', 'G2 words', 'H2 words', 'I2 words', 'J2 words']);
  });

  it('formulas stay, whatever they show', () => {
    const workbook = french([{ ...LATE, late: 2 }, LATE]);
    const [sheet] = workbook.sheets;
    const late = columnOf(workbook, 'late');
    const formulas = [[], Array.from({ length: late + 1 }, (_, column) => (column === late ? '=TODAY()-D2' : null))];
    const { cells, left } = refreshed({ ...workbook, sheets: [{ name: INVOICES, cells: sheet?.cells ?? [], formulas }] });
    expect([cells[1]?.[late], cells[2]?.[late]]).toEqual([2, 5]);
    expect(leftText(left)).toEqual(['F2 formula']);
  });

  it.each<[what: string, status: string, more: Row, after: string, left: string[]]>([
    ['a fact stays', 'Litige', {}, 'Litige', []],
    ['a fact in other words', 'contestée', {}, 'contestée', []],
    ['a fact that payment settles', 'Litige', { paidOn: '2025-09-16' }, 'Payée', []],
    ['a notice is remembered in its cell', 'Mise en demeure', {}, 'Mise en demeure', ['words']],
    ['a notice, then paid', 'Mise en demeure', { paidOn: '2025-09-16' }, 'Payée', []],
    ['paid, by a payment still to come', 'Payée', { paidOn: '2025-09-20' }, 'Payée', ['words']],
    ['contradicted by the payments', 'Payée', { paid: 300, paidOn: '2025-09-16' }, 'Payée', ['words']],
    ['refused by the customer', 'Refusée', {}, 'Refusée', ['words']],
    ['a draft', 'brouillon', {}, 'brouillon', []],
    ['what only repeats the dates', 'à relancer', {}, 'En retard', []],
    ['partly paid', 'partiellement payée', { paid: 300, paidOn: '2025-09-16' }, 'En retard', []],
  ])('%s: %j', (_, status, more, after, expected) => {
    const { column, left } = refreshed(french([{ ...LATE, ...more, status }]));
    expect([column('status'), left.map(({ why }) => why)]).toEqual([[after], expected]);
  });

  it('a label of ours that the journal has closed is replaced', () => {
    const at = '2025-09-15';
    const entries = [
      { at, event: 'dispute', invoices: 'F1' },
      { at, event: 'resolved', invoices: 'F1' },
    ];
    expect(refreshed(french([{ ...LATE, status: 'Litige' }], { tabs: journalOf(entries) })).column('status')).toEqual(['En retard']);
    expect(refreshed(french([{ ...LATE, status: 'Litige' }], { tabs: journalOf(entries.slice(1)) })).column('status')).toEqual(['Litige']);
  });
});

describe('the last action', () => {
  const sent = { at: '2025-09-15', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'reminder' };
  it.each<[what: string, last: string | null, after: Cell]>([
    ['is written when the journal knows newer', null, 'Relance J+3 (15/09/2025)'],
    ['over an older label', 'Pré-rappel J-7 (05/09)', 'Relance J+3 (15/09/2025)'],
    ['not over a newer one', 'Appel (16/09/2025)', 'Appel (16/09/2025)'],
    ['not over words', 'mail à Mme Durand', 'mail à Mme Durand'],
  ])('%s', (_, last, after) => {
    expect(refreshed(french([{ ...LATE, last }], { columns: ['last'], tabs: journalOf([sent]) })).column('last')).toEqual([after]);
  });
  it('stays an input without a journal', () => {
    expect(refreshed(french([{ ...LATE, last: 'relance 1' }])).column('last')).toEqual(['relance 1']);
  });
  it("knows the stages of the house's own cadence", () => {
    const tabs = {
      ...journalOf([{ ...sent, stage: 'visite-sur-place' }]),
      Cadence: [
        ['stage', 'offset'],
        ['Visite sur place', 3],
        ['Mise en demeure', 30],
      ],
    };
    const host = refreshed(french([{ ...LATE, last: 'visite-sur-place J+3 (12/09/2025)' }], { tabs }));
    expect(host.column('last')).toEqual(['visite-sur-place J+3 (15/09/2025)']);
  });
});

describe('dates', () => {
  it.each<[what: string, dues: string[], after: string[]]>([
    ['as text where the due dates are text', ['12/09/2025', '25/09/2025'], ['17/09/2025', '18/09/2025']],
    ['in their very form', ['12.09.25', '25.09.25'], ['17.09.25', '18.09.25']],
    ['month first', ['09/12/2025', '09/25/2025'], ['09/17/2025', '09/18/2025']],
  ])('%s', (_, dues, after) => {
    const workbook = french(dues.map((due, i) => ({ customer: `C${i}`, due, issued: null })));
    const { cells, host } = refreshed(workbook);
    expect(cells.slice(1).map((row) => row[9])).toEqual(after);
    const written = host.cellsWritten;
    run(host, 'refresh', ASOF);
    expect(host.cellsWritten).toBe(written);
  });

  it('an undecided text of ours is read in the order of the due dates', () => {
    // 03/10 alone could be March; the due dates say day first.
    const { column } = refreshed(
      french([
        { due: '25/09/2025', issued: null, nextOn: '03/09/2025' },
        { due: '30/09/2025', issued: null, nextOn: '05/09/2025', customer: 'Durand' },
      ]),
    );
    expect(column('nextOn')).toEqual(['18/09/2025', '23/09/2025']);
  });
});

describe('rows that nothing tells apart', () => {
  it('are not written, and reported', () => {
    const twin: Row = { number: 'F9', due: '2025-09-12' };
    const { column, left } = refreshed(french([twin, twin, LATE], { columns: ['status'] }));
    expect(column('status')).toEqual([null, null, 'En retard']);
    expect(leftText(left)).toEqual(['A2 twin-rows', 'A3 twin-rows']);
  });
  it('the same number on rows that differ is written', () => {
    expect(
      refreshed(
        french(
          [
            { number: 'F9', due: '2025-09-12' },
            { number: 'F9', due: '2025-09-13' },
          ],
          { columns: ['status'] },
        ),
      ).column('status'),
    ).toEqual(['À corriger', 'À corriger']);
  });
});

describe('the choice at binding', () => {
  it('ours beside theirs, added once', () => {
    const bound = workbookOf([{ ...LATE, status: 'chez Luc' }], { french: true });
    const columns = reportOf(bound, ASOF).table.columns;
    const host = new MemoryHost({ ...bound, binding: { sheet: INVOICES, headerRow: 1, columns, owned: { status: 'add' } } });
    run(host, 'refresh', ASOF);
    const header = host.cells(INVOICES)[0] ?? [];
    expect(header.filter((cell) => cell === 'Statut').length).toBe(2);
    expect(host.cells(INVOICES)[1]?.filter((cell) => cell === 'chez Luc' || cell === 'En retard')).toEqual(['chez Luc', 'En retard']);
    const written = host.cellsWritten;
    run(host, 'refresh', ASOF);
    expect([host.cells(INVOICES)[0], host.cellsWritten]).toEqual([header, written]);
  });

  it.each([
    ['named', true],
    ['found by its words', false],
  ])('beside theirs, their own status column (%s) is still what is believed: who paid or complains is not reminded', (_, isNamed) => {
    const said = ['Mise en demeure', 'Litige', 'Payée', ''].map((status, at): Row => ({ ...LATE, due: `2025-08-0${at + 1}`, status }));
    const bound = workbookOf(said, { french: true });
    const { columns } = reportOf(bound, ASOF).table;
    const { status: _status, ...others } = columns;
    const binding = { sheet: INVOICES, headerRow: 1, columns: isNamed ? columns : others, owned: { status: 'add' } } as const;
    const host = new MemoryHost({ ...bound, binding });
    const stages = () => reportOf(host.snapshot(), ASOF).invoices.map(({ nextAction }) => nextAction?.stage ?? null);
    const before = stages();
    expect(before).toEqual(['hand-over', null, null, 'reminder']);
    run(host, 'refresh', ASOF);
    run(host, 'refresh', ASOF);
    expect(stages()).toEqual(before);
    // The dispute is over: the word Relance wrote beside it must not keep it alive.
    (host.cells(INVOICES)[2] as Cell[])[columnOf(bound, 'status')] = null;
    expect(stages()).toEqual(['hand-over', 'reminder', null, 'reminder']);
  });
});

// ── Laws ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const iso = (day: number) => new Date(Date.parse('2025-06-01') + day * 86_400_000).toISOString().slice(0, 10);
const dayText = (day: number) => iso(day).split('-').reverse().join('/');
const drawn = fc.record({
  due: fc.integer({ min: 0, max: 160 }),
  paid: fc.option(fc.integer({ min: 0, max: 1100 }), { freq: 2 }),
  paidOn: fc.option(fc.integer({ min: 0, max: 140 }), { freq: 2 }),
  last: fc.constantFrom('', '', 'Relance J+3 (05/08)', 'Appel', 'Mise en demeure', 'vu avec Luc'),
  status: fc.constantFrom('', '', 'Litige', 'Payée', 'En retard', 'Perte', 'chez Luc', 'Brouillon'),
  promiseOn: fc.option(fc.integer({ min: 60, max: 140 }), { freq: 1 }),
  customer: fc.constantFrom('Dupont', 'Durand', 'Martin'),
});

describe('laws', () => {
  it('a second refresh writes nothing and changes no figure, whatever the sheet holds', () => {
    fc.assert(
      fc.property(
        fc.array(drawn, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 60, max: 150 }),
        fc.boolean(),
        fc.boolean(),
        (rows, on, isFrench, isText) => {
          const date = (day: number | null) => (day === null ? null : isText ? dayText(day) : iso(day));
          const lines = rows.map(
            ({ due, paid, paidOn, promiseOn, ...row }): Row => ({
              ...row,
              due: date(due),
              issued: date(due - 30),
              paid,
              paidOn: date(paidOn),
              promiseOn: date(promiseOn),
            }),
          );
          // A sure date keeps the order of text dates decided.
          lines.push({ number: 'F99', due: date(28), issued: date(-2) });
          const workbook = workbookOf(lines, { french: isFrench, locale: 'fr-FR', columns: ['status', 'last'] });
          const host = new MemoryHost(workbook);
          const first = run(host, 'refresh', iso(on));
          const written = host.cellsWritten;
          const second = run(host, 'refresh', iso(on));
          expect(host.cellsWritten - written).toBe(0);
          const figures = (view: typeof first) => view.report?.invoices.map(({ row: _, ...invoice }) => invoice);
          expect(figures(second)).toEqual(figures(first));
          expect(second.report?.kpis).toEqual(first.report?.kpis);
          expect(second.left).toEqual(first.left);
        },
      ),
      { numRuns: tries(40) },
    );
  });
});
