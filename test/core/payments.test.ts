/**
 * What was paid: Payments tab, paid amount, balance, payment date alone, the word "paid"; the first that speaks. Sources that contradict each other
 * hold the row: reminding somebody who paid is what must never happen.
 */
import { describe, expect, it } from '@jest/globals';
import type { Cell, Report, Sheet } from '../../core/index.ts';
import { type Around, openSheets, said } from '../problems/opened.ts';

interface Said {
  /** Lines of the Payments tab: day (null: none) and amount. */
  readonly tab?: readonly (readonly [on: Cell, amount: Cell])[];
  readonly paid?: Cell;
  readonly left?: Cell;
  readonly on?: Cell;
  readonly status?: Cell;
  readonly amount?: Cell;
  readonly issued?: Cell;
}

/** One invoice of 100 € issued on 20 August, due on 10 September, with what its sources say, beside one nobody paid. */
function opened(facts: Said, around: Around = {}): Report {
  const { tab = [], paid = null, left = null, on = null, status = null, amount = 100, issued = '2025-08-20' } = facts;
  const sheets: Sheet[] = [
    {
      name: 'Invoices',
      cells: [
        ['Number', 'Customer', 'Amount', 'Invoice date', 'Due date', 'Amount paid', 'Balance due', 'Paid on', 'Status', 'Currency'],
        ['F1', 'Alpha', amount, issued, '2025-09-10', paid, left, on, status, 'EUR'],
        ['F2', 'Beta', 40, '2025-08-20', '2025-09-10', null, null, null, null, 'EUR'],
        // What columns look like does not hang on the one row that is tried.
        ['F3', 'Beta', 30, '2025-08-20', '2025-09-10', 30.0, 0.0, '2025-09-01', 'Paid', 'EUR'],
        ['F4', 'Beta', 30, '2025-08-20', '2025-09-10', 10.5, 19.5, '2025-09-01', 'Open', 'EUR'],
      ],
    },
  ];
  if (tab.length > 0)
    sheets.push({
      name: 'Payments',
      cells: [
        ['invoice', 'customer', 'paidOn', 'amount', 'currency'],
        ...tab.map(([day, sum]): Cell[] => ['F1', 'Alpha', day, sum, 'EUR']),
      ],
    });
  const { report } = openSheets(sheets, around);
  if (report === null) throw new Error('refused');
  const [, other, paidUp, part] = report.invoices;
  expect([other, paidUp, part].map((each) => [each?.open, each?.status, each?.severity])).toEqual([
    [40, 'overdue', null],
    [0, 'paid', null],
    [19.5, 'overdue', null],
  ]);
  return report;
}

/** `paid open status daysLate paidOn` of F1, then its problems. */
function readOf(facts: Said, around: Around = {}): [string, readonly string[]] {
  const report = opened(facts, around);
  const { paid, open, status, daysLate, paidOn, partlyPaid } = report.invoices[0] as Report['invoices'][number];
  return [
    `${paid} ${open} ${status}${partlyPaid ? ' part' : ''} ${daysLate} ${paidOn}`,
    report.problems.filter(({ row }) => row === 2).map(said),
  ];
}

const DATE = '2025-09-14';

describe('the first source that speaks', () => {
  it.each<[string, Said, string, readonly string[]]>([
    ['nobody speaks', {}, '0 100 overdue 7 null', []],
    ['tab, in full', { tab: [[DATE, 100]] }, '100 0 paid 4 2025-09-14', []],
    ['tab, a part', { tab: [[DATE, 60]] }, '60 40 overdue part 7 2025-09-14', []],
    [
      'tab, two parts: settled by the last',
      {
        tab: [
          ['2025-09-05', 60],
          [DATE, 40],
        ],
      },
      '100 0 paid 4 2025-09-14',
      [],
    ],
    [
      'tab, in the other order',
      {
        tab: [
          [DATE, 40],
          ['2025-09-05', 60],
        ],
      },
      '100 0 paid 4 2025-09-14',
      [],
    ],
    ['tab, on the as-of day: it counts', { tab: [['2025-09-17', 100]] }, '100 0 paid 7 2025-09-17', []],
    ['tab, tomorrow: not yet', { tab: [['2025-09-18', 100]] }, '0 100 overdue 7 null', []],
    [
      'tab, a part of it tomorrow',
      {
        tab: [
          [DATE, 60],
          ['2025-09-18', 40],
        ],
      },
      '60 40 overdue part 7 2025-09-14',
      [],
    ],
    ['tab, undated', { tab: [[null, 100]] }, '100 0 paid null null', ['2 H notice paid-without-date ""']],
    ['tab and the same paid amount', { tab: [[DATE, 60]], paid: 60 }, '60 40 overdue part 7 2025-09-14', []],
    ['paid amount, dated', { paid: 100, on: DATE }, '100 0 paid 4 2025-09-14', []],
    ['paid amount, dated, a part', { paid: 60, on: DATE }, '60 40 overdue part 7 2025-09-14', []],
    ['paid amount, undated', { paid: 60 }, '60 40 overdue part 7 null', ['2 H notice paid-without-date ""']],
    ['paid amount, tomorrow', { paid: 100, on: '2025-09-18' }, '0 100 overdue 7 null', []],
    ['paid amount of nothing', { paid: 0 }, '0 100 overdue 7 null', []],
    ['a dash for a paid amount', { paid: '-' }, '0 100 overdue 7 null', []],
    ['paid amount as text', { paid: '60,00 €', on: DATE }, '60 40 overdue part 7 2025-09-14', []],
    ['balance of nothing: all is paid', { left: 0, on: DATE }, '100 0 paid 4 2025-09-14', []],
    ['balance, a part', { left: 40, on: DATE }, '60 40 overdue part 7 2025-09-14', []],
    ['balance of all: nothing is paid', { left: 100 }, '0 100 overdue 7 null', []],
    ['balance, undated', { left: 0 }, '100 0 paid null null', ['2 H notice paid-without-date ""']],
    ['balance below nothing', { left: -20, on: DATE }, '120 -20 paid 4 2025-09-14', ['2 F notice overpaid "-20 · 2025-09-14"']],
    ['paid amount and its balance', { paid: 60, left: 40, on: DATE }, '60 40 overdue part 7 2025-09-14', []],
    ['a date alone: paid in full', { on: DATE }, '100 0 paid 4 2025-09-14', []],
    ['a date alone, before the due date: early', { on: '2025-09-03' }, '100 0 paid -7 2025-09-03', []],
    ['a date alone, tomorrow', { on: '2025-09-18' }, '0 100 overdue 7 null', []],
    ['the word alone', { status: 'Payée' }, '100 0 paid null null', ['2 H notice paid-without-date ""']],
    ['the word and the date', { status: 'Paid', on: DATE }, '100 0 paid 4 2025-09-14', []],
    ['a label is no word: unpaid', { status: 'Unpaid' }, '0 100 overdue 7 null', []],
    ['a label is no word: partly paid', { status: 'Partiellement payée' }, '0 100 overdue 7 null', []],
    ['a label of ours against the payment', { status: 'En retard', on: DATE }, '100 0 paid 4 2025-09-14', []],
    ['ten cents left: paid', { paid: 99.9, on: DATE }, '99.9 0.1 paid 4 2025-09-14', []],
    ['eleven cents left: not', { paid: 99.89, on: DATE }, '99.89 0.11 overdue part 7 2025-09-14', []],
    ['the word, ten cents short', { paid: 99.95, on: DATE, status: 'Payée' }, '99.95 0.05 paid 4 2025-09-14', []],
    ['too much', { paid: 120, on: DATE }, '120 -20 paid 4 2025-09-14', ['2 F notice overpaid "120 · 2025-09-14"']],
    ['before the invoice', { paid: 100, on: '2025-08-01' }, '100 0 paid -40 2025-08-01', ['2 H notice paid-before-issue "2025-08-01"']],
    ['nothing owed', { amount: 0 }, '0 0 paid null null', []],
  ])('%s', (_, facts, read, problems) => {
    expect(readOf(facts)).toEqual([read, problems]);
  });
});

describe('sources that contradict each other hold the row', () => {
  it.each<[string, Said, string, readonly string[]]>([
    ['tab and paid amount', { tab: [[DATE, 60]], paid: 100 }, '60 40 to-fix part 7 2025-09-14', ['2 F hold payments-contradict "100"']],
    ['tab and balance', { tab: [[DATE, 60]], left: 100 }, '60 40 to-fix part 7 2025-09-14', ['2 F hold payments-contradict "100"']],
    [
      'tab and another payment date',
      { tab: [['2025-09-05', 60]], on: DATE },
      '60 40 to-fix part 7 2025-09-05',
      ['2 F hold payments-contradict "2025-09-14"'],
    ],
    [
      'paid amount and balance',
      { paid: 60, left: 60, on: DATE },
      '60 40 to-fix part 7 2025-09-14',
      ['2 F hold payments-contradict "60 · 60 · 2025-09-14"'],
    ],
    [
      'paid in full, all still left',
      { paid: 100, left: 100, on: DATE },
      '100 0 paid 4 2025-09-14',
      ['2 F hold payments-contradict "100 · 100 · 2025-09-14"'],
    ],
    ['nothing paid, on a day', { paid: 0, on: DATE }, '0 100 to-fix 7 null', ['2 F hold payments-contradict "0 · 2025-09-14"']],
    ['all still left, paid on a day', { left: 100, on: DATE }, '0 100 to-fix 7 null', ['2 F hold payments-contradict "100 · 2025-09-14"']],
    ['more left than was owed', { left: 130 }, '-30 130 to-fix 7 null', ['2 F hold payments-contradict "130"']],
    ['a payment below nothing', { paid: -60, on: DATE }, '0 100 to-fix 7 null', ['2 F hold unreadable-payment "-60 · 2025-09-14"']],
    [
      'the word, and a part',
      { paid: 60, on: DATE, status: 'Payée' },
      '60 40 to-fix part 7 2025-09-14',
      ['2 I hold status-contradiction "Payée"'],
    ],
    ['the word, and nothing paid', { paid: 0, status: 'Paid' }, '0 100 to-fix 7 null', ['2 I hold status-contradiction "Paid"']],
    ['the word, and all left', { left: 100, status: 'Réglée' }, '0 100 to-fix 7 null', ['2 I hold status-contradiction "Réglée"']],
    [
      'the word, and a part in the tab',
      { tab: [[DATE, 60]], status: 'Payée' },
      '60 40 to-fix part 7 2025-09-14',
      ['2 I hold status-contradiction "Payée"'],
    ],
    [
      'cancelled, and paid',
      { status: 'Annulée', paid: 100, on: DATE },
      '100 0 paid 4 2025-09-14',
      ['2 I hold status-contradiction "Annulée"'],
    ],
    [
      'a draft, and partly paid',
      { status: 'Brouillon', paid: 60, on: DATE },
      '60 40 to-fix part 7 2025-09-14',
      ['2 I hold status-contradiction "Brouillon"'],
    ],
    [
      'written off, and paid',
      { status: 'Perte', paid: 100, on: DATE },
      '100 0 paid 4 2025-09-14',
      ['2 I hold status-contradiction "Perte"'],
    ],
    ['refused by the customer', { status: 'Refusée' }, '0 100 to-fix 7 null', ['2 I hold status-contradiction "Refusée"']],
  ])('%s', (_, facts, read, problems) => {
    expect(readOf(facts)).toEqual([read, problems]);
    expect(opened(facts).invoices[0]?.nextAction).toBeNull();
  });
});

describe('what cannot be read in a paid cell holds the row, and says nothing', () => {
  it.each<[string, Said, string, readonly string[]]>([
    ['a word', { paid: 'acompte' }, '0 100 to-fix 7 null', ['2 F hold unreadable-payment "acompte"']],
    ['a percentage', { paid: { number: 0.5, format: '0%' } }, '0 100 to-fix 7 null', ['2 F hold unreadable-payment "50 %"']],
    ['a date', { paid: { date: DATE } }, '0 100 to-fix 7 null', ['2 F hold unreadable-payment "2025-09-14"']],
    ['a truth', { paid: true }, '0 100 to-fix 7 null', ['2 F hold unreadable-payment "TRUE"']],
    ['an error', { paid: { error: '#N/A' } }, '0 100 to-fix 7 null', ['2 F hold cell-error "#N/A"']],
    ['two readings', { paid: '1,234', amount: 5000 }, '0 5000 to-fix 7 null', ['2 F hold unreadable-payment "1,234"']],
    ['another currency', { paid: '60 $' }, '0 100 to-fix 7 null', ['2 F hold unreadable-payment "60 $"']],
    [
      '… then a date is not "paid in full"',
      { paid: 'acompte', on: DATE },
      '0 100 to-fix 7 null',
      ['2 F hold unreadable-payment "acompte"'],
    ],
    ['… nor is the word', { paid: '#N/A', status: 'Payée' }, '0 100 to-fix 7 null', ['2 F hold cell-error "#N/A"']],
    [
      '… but a balance is a figure',
      { paid: 'acompte', left: 40, on: DATE },
      '60 40 to-fix part 7 2025-09-14',
      ['2 F hold unreadable-payment "acompte"'],
    ],
    ['an unreadable balance', { left: 'solde', on: DATE }, '0 100 to-fix 7 null', ['2 G hold unreadable-payment "solde"']],
    [
      'a balance in error beside a paid amount',
      { paid: 60, left: { error: '#REF!' }, on: DATE },
      '60 40 to-fix part 7 2025-09-14',
      ['2 G hold cell-error "#REF!"'],
    ],
    ['an unreadable day', { on: 'payée' }, '0 100 to-fix 7 null', ['2 H hold unreadable-payment "payée"']],
    ['an impossible day', { on: '31/02/2025' }, '0 100 to-fix 7 null', ['2 H hold impossible-date "31/02/2025"']],
    ['a day of two readings', { on: '03/04/2025' }, '0 100 to-fix 7 null', ['2 H hold ambiguous-date "03/04/2025"']],
    ['a truth for a day', { on: true }, '0 100 to-fix 7 null', ['2 H hold impossible-date "TRUE"']],
    [
      'a line of the tab',
      { tab: [[DATE, 'beaucoup']] },
      '0 100 to-fix 7 null',
      ['2 - hold unreadable-payment "Payments 2"', '2 D notice bad-tab-line "beaucoup"'],
    ],
  ])('%s', (_, facts, read, problems) => {
    expect(readOf(facts)).toEqual([read, problems]);
    expect(opened(facts).invoices[0]).toMatchObject({ severity: 'hold', nextAction: null });
  });
});

describe('as of another day', () => {
  const facts: Said = {
    tab: [
      ['2025-09-05', 60],
      [DATE, 40],
    ],
  };
  it.each<[string, string]>([
    ['2025-09-04', '0 100 watch -6 null'],
    ['2025-09-05', '60 40 watch part -5 2025-09-05'],
    ['2025-09-13', '60 40 overdue part 3 2025-09-05'],
    ['2025-09-14', '100 0 paid 4 2025-09-14'],
    ['2026-09-14', '100 0 paid 4 2025-09-14'],
  ])('%s: %s', (asOf, read) => {
    const rows: Cell[][] = [
      ['Number', 'Customer', 'Amount', 'Invoice date', 'Due date', 'Currency'],
      ['F1', 'Alpha', 100, '2025-08-20', '2025-09-10', 'EUR'],
    ];
    const tab: Cell[][] = [
      ['invoice', 'customer', 'paidOn', 'amount', 'currency'],
      ...(facts.tab ?? []).map(([on, sum]): Cell[] => ['F1', '', on, sum, '']),
    ];
    const { report } = openSheets(
      [
        { name: 'Invoices', cells: rows },
        { name: 'Payments', cells: tab },
      ],
      { asOf },
    );
    const { paid, open, status, daysLate, paidOn, partlyPaid } = (report as Report).invoices[0] as Report['invoices'][number];
    expect(`${paid} ${open} ${status}${partlyPaid ? ' part' : ''} ${daysLate} ${paidOn}`).toBe(read);
  });

  it('an undated payment counts from the issue date on; before it, there is no invoice', () => {
    const rows: Cell[][] = [
      ['Number', 'Customer', 'Amount', 'Invoice date', 'Due date', 'Amount paid'],
      ['F1', 'Alpha', 100, '2025-08-20', '2025-09-10', 100],
      ['F2', 'Alpha', 50, '2025-01-01', '2025-02-01', ''],
    ];
    const on = (asOf: string) =>
      openSheets([{ name: 'Invoices', cells: rows }], { asOf }).report?.invoices.map(({ number, open }) => [number, open]);
    expect(on('2025-08-19')).toEqual([['F2', 50]]);
    expect(on('2025-08-20')).toEqual([
      ['F1', 0],
      ['F2', 50],
    ]);
  });
});

describe('a column that asks "paid?"', () => {
  it.each<[Cell, string, string | null]>([
    ['oui', 'paid', 'notice paid-without-date'],
    ['x', 'paid', 'notice paid-without-date'],
    [true, 'paid', 'notice paid-without-date'],
    ['Non', 'overdue', null],
    [false, 'overdue', null],
    ['', 'overdue', null],
    ['-', 'overdue', null],
    ['peut-être', 'to-fix', 'hold unreadable-payment'],
    ['31/02/2025', 'to-fix', 'hold unreadable-payment'],
    [50, 'to-fix', 'hold unreadable-payment'],
    [{ error: '#N/A' }, 'to-fix', 'hold cell-error'],
  ])('%j: %s', (cell, status, problem) => {
    const rows: Cell[][] = [
      ['Numéro', 'Client', 'Montant', 'Échéance', 'Payée'],
      ['F1', 'A', 100, '2025-09-10', cell],
      ['F2', 'B', 40, '2025-09-10', 'oui'],
      ['F3', 'B', 30, '2025-09-10', 'non'],
    ];
    const { report } = openSheets([{ name: 'Factures', cells: rows }]);
    expect(report?.invoices.map((read) => read.status)).toEqual([status, 'paid', 'overdue']);
    expect(report?.problems.filter(({ row }) => row === 2).map(({ column, severity, kind }) => `${column} ${severity} ${kind}`)).toEqual(
      problem === null ? [] : [`E ${problem}`],
    );
  });
});

describe('what counts nowhere counts nowhere, whatever else is wrong in its row', () => {
  it.each<[string, string]>([
    ['Brouillon', 'draft'],
    ['Annulée', 'cancelled'],
    ['Perte', 'written-off'],
  ])('%s without a number or a due date', (word, status) => {
    const rows: Cell[][] = [
      ['Numéro', 'Client', 'Montant', 'Date facture', 'Échéance', 'Statut'],
      ['', 'A', 100, '2025-08-20', '', word],
      ['F2', 'B', 40, '2025-08-20', '2025-09-10', 'En retard'],
    ];
    const { report } = openSheets([{ name: 'Factures', cells: rows }]);
    expect(report?.invoices.map((read) => read.status)).toEqual([status, 'overdue']);
    expect(report?.kpis[0]?.outstanding).toBe(40);
  });
});

describe('credit notes', () => {
  const rows = (...lines: Cell[][]): Cell[][] => [
    ['Numéro', 'Client', 'Montant', 'Date facture', 'Échéance', 'Type', 'Avoir sur', 'Montant payé', 'Payé le'],
    ...lines,
  ];
  const invoice: Cell[] = ['F1', 'A', 100, '2025-08-20', '2025-09-10', 'Facture', '', '', ''];
  const open = (...lines: Cell[][]) =>
    openSheets([{ name: 'Factures', cells: rows(...lines) }], { options: { currency: 'EUR' } }).report as Report;
  it('reduces the invoice it names; what exceeds it is unapplied', () => {
    const some = open(invoice, ['A1', 'A', -30, '2025-09-01', '', 'Avoir', 'F1', '', '']);
    expect(some.invoices.map((each) => [each.kind, each.open])).toEqual([
      ['invoice', 70],
      ['credit-note', 0],
    ]);
    const more = open(invoice, ['A1', 'A', -130, '2025-09-01', '', 'Avoir', 'F1', '', '']);
    expect(more.invoices.map((each) => each.open)).toEqual([0, -30]);
    expect(more.kpis[0]).toMatchObject({ outstanding: -30, unapplied: -30, overdue: 0 });
    expect([...some.problems, ...more.problems]).toEqual([]);
  });
  it('typed without its sign', () => {
    expect(open(invoice, ['A1', 'A', 30, '2025-09-01', '', 'Avoir', 'F1', '', '']).invoices.map((each) => each.open)).toEqual([70, 0]);
  });
  it('that names nobody, or an invoice that is not there, is unapplied and says so', () => {
    const report = open(
      invoice,
      ['A1', 'A', -30, '2025-09-01', '', 'Avoir', '', '', ''],
      ['A2', 'A', -20, '2025-09-01', '', 'Avoir', 'F7', '', ''],
    );
    expect(report.problems.map(said)).toEqual(['3 G notice unlinked-credit ""', '4 G notice unlinked-credit "F7"']);
    expect(report.kpis[0]).toMatchObject({ outstanding: 50, unapplied: -50, overdue: 100 });
  });
  it('refunded: nothing is left', () => {
    expect(open(invoice, ['A1', 'A', -30, '2025-09-01', '', 'Avoir', '', 30, '2025-09-05']).invoices[1]).toMatchObject({
      paid: -30,
      open: 0,
    });
  });
});
