// What holds an invoice or takes it off the list: payments, credits, promises, disputes, holds, plans. Due on Monday 2025-06-02 unless said.
import { describe, expect, it } from '@jest/globals';
import type { Entry, Row } from '../core/workbook-of.ts';
import { asked, type Beside, first, work } from './asked.ts';

const F1: Row = { due: '2025-06-02' };
const said = (event: string, at: string, more: Partial<Entry> = {}): Entry => ({ at, event, customer: 'Dupont', invoices: 'F1', ...more });

describe('payments, tolerance, credits', () => {
  it.each<[string, Row, string, Beside, string, number]>([
    // what | row | as of | beside | next action · status | open
    ['paid in full', { ...F1, paid: 1000, paidOn: '2025-06-04' }, '2025-06-05', {}, '– · paid', 0],
    ['a date alone is paid in full', { ...F1, paidOn: '2025-06-04' }, '2025-06-05', {}, '– · paid', 0],
    ['the word paid', { ...F1, status: 'Payée' }, '2025-06-05', {}, '– · paid', 0],
    ['paid today counts', { ...F1, paidOn: '2025-06-05' }, '2025-06-05', {}, '– · paid', 0],
    ['paid tomorrow has not happened', { ...F1, paidOn: '2025-06-06' }, '2025-06-05', {}, 'reminder 2025-06-05 · overdue', 1000],
    ['ten cents left are nothing', { ...F1, paid: 999.9, paidOn: '2025-06-04' }, '2025-06-05', {}, '– · paid', 0.1],
    ['eleven cents are', { ...F1, paid: 999.89, paidOn: '2025-06-04' }, '2025-06-05', {}, 'reminder 2025-06-05 · overdue', 0.11],
    [
      'the tolerance is a setting',
      { ...F1, paid: 995, paidOn: '2025-06-04' },
      '2025-06-05',
      { settings: [['tolerance', 5]] },
      '– · paid',
      5,
    ],
    ['part paid: the rest is chased', { ...F1, paid: 400, paidOn: '2025-06-04' }, '2025-06-05', {}, 'reminder 2025-06-05 · overdue', 600],
    [
      'the Payments tab',
      F1,
      '2025-06-05',
      {
        payments: [
          ['F1', '', '2025-06-01', 400],
          ['F1', '', '2025-06-03', 600],
        ],
      },
      '– · paid',
      0,
    ],
    [
      'its later lines have not happened',
      F1,
      '2025-06-05',
      {
        payments: [
          ['F1', '', '2025-06-01', 400],
          ['F1', '', '2025-06-30', 600],
        ],
      },
      'reminder 2025-06-05 · overdue',
      600,
    ],
    [
      'it agrees with the amount paid',
      { ...F1, paid: 400 },
      '2025-06-05',
      { payments: [['F1', '', '2025-06-01', 400]] },
      'reminder 2025-06-05 · overdue',
      600,
    ],
    [
      'it contradicts the amount paid: held',
      { ...F1, paid: 300 },
      '2025-06-05',
      { payments: [['F1', '', '2025-06-01', 400]] },
      '– · to-fix',
      600,
    ],
    ['draft', { ...F1, status: 'Brouillon' }, '2025-06-05', {}, '– · draft', 1000],
    ['cancelled', { ...F1, status: 'Cancelled' }, '2025-06-05', {}, '– · cancelled', 1000],
    ['written off', { ...F1, status: 'Perte' }, '2025-06-05', {}, '– · written-off', 1000],
    ['with the lawyers', { ...F1, status: 'Contentieux' }, '2025-06-05', {}, '– · legal', 1000],
    ['an e-invoice refused is held, to ask', { ...F1, status: 'Refusée' }, '2025-06-05', {}, '– · to-fix', 1000],
    ['our own label is no fact', { ...F1, status: 'En pause' }, '2025-06-05', {}, 'reminder 2025-06-05 · overdue', 1000],
  ])('%s', (_, row, asOf, beside, expected, open) => {
    const { invoices } = asked([row], asOf, beside);
    expect(`${first([row], asOf, beside)} ${invoices[0]?.open}`).toBe(`${expected} ${open}`);
  });

  const credit = (amount: number, more: Row = {}): Row => ({
    number: 'A1',
    amount,
    issued: '2025-06-01',
    due: '2025-06-01',
    kind: 'Credit note',
    ...more,
  });
  it.each<[string, Row[], string[], number]>([
    // what | rows | worklist on 2025-06-05 | unapplied
    ['a linked credit note reduces its invoice', [F1, credit(-300, { creditOf: 'F1' })], ['Dupont: reminder now F1 700'], 0],
    ['down to nothing', [F1, credit(-1000, { creditOf: 'F1' })], [], 0],
    ['its excess is unapplied', [F1, credit(-1200, { creditOf: 'F1' })], [], -200],
    ['an unlinked one that covers all blocks', [F1, credit(-1000)], ['Dupont: reminder now F1 1000 !covered-by-credit'], -1000],
    ['a smaller one does not', [F1, credit(-999)], ['Dupont: reminder now F1 1000'], -999],
    ['another customer’s is not ours', [F1, credit(-1000, { customer: 'Durand' })], ['Dupont: reminder now F1 1000'], -1000],
    [
      'an overpayment counts as a credit',
      [F1, { due: '2025-05-01', amount: 100, paid: 1100, paidOn: '2025-05-01' }],
      ['Dupont: reminder now F1 1000 !covered-by-credit'],
      -1000,
    ],
    [
      'another currency covers nothing',
      [{ ...F1, currency: 'EUR' }, credit(-1000, { currency: 'USD' })],
      ['Dupont: reminder now F1 1000'],
      -1000,
    ],
  ])('%s', (_, rows, expected, unapplied) => {
    expect(work(rows, '2025-06-05')).toEqual(expected);
    expect(asked(rows, '2025-06-05').kpis.reduce((sum, kpi) => sum + kpi.unapplied, 0)).toBe(unapplied);
  });
});

describe('promises', () => {
  it.each<[string, Row, string, Beside, string]>([
    ['waited for', { ...F1, promiseOn: '2025-06-10' }, '2025-06-09', {}, 'reminder 2025-06-13 · promised'],
    ['with two days of grace', { ...F1, promiseOn: '2025-06-10' }, '2025-06-12', {}, 'reminder 2025-06-13 · promised'],
    ['broken: the same rung', { ...F1, promiseOn: '2025-06-10' }, '2025-06-13', {}, 'reminder 2025-06-13 · overdue'],
    ['kept', { ...F1, promiseOn: '2025-06-10', paidOn: '2025-06-10' }, '2025-06-13', {}, '– · paid'],
    [
      'the grace is a setting',
      { ...F1, promiseOn: '2025-06-10' },
      '2025-06-11',
      { settings: [['promiseGrace', 0]] },
      'reminder 2025-06-11 · overdue',
    ],
    [
      'in the journal',
      F1,
      '2025-06-09',
      { journal: [said('promise', '2025-06-06', { until: '2025-06-10' })] },
      'reminder 2025-06-13 · promised',
    ],
    [
      'broken after a reminder: its next rung, not the first again',
      F1,
      '2025-06-18',
      { journal: [said('sent', '2025-06-05', { stage: 'reminder' }), said('promise', '2025-06-06', { until: '2025-06-10' })] },
      'call 2025-06-18 · overdue',
    ],
    [
      'said to be broken',
      F1,
      '2025-06-09',
      { journal: [said('promise', '2025-06-06', { until: '2025-06-20' }), said('promise-broken', '2025-06-08')] },
      'reminder 2025-06-09 · overdue',
    ],
    [
      'about all of a customer’s invoices',
      F1,
      '2025-06-09',
      { journal: [said('promise', '2025-06-06', { until: '2025-06-10', invoices: '' })] },
      'reminder 2025-06-13 · promised',
    ],
    [
      'another customer’s',
      F1,
      '2025-06-09',
      { journal: [said('promise', '2025-06-06', { until: '2025-06-10', invoices: 'X', customer: 'Else' })] },
      'reminder 2025-06-09 · overdue',
    ],
  ])('%s', (_, row, asOf, beside, expected) => expect(first([row], asOf, beside)).toBe(expected));

  it('a promised part that came in is kept: the rest is not a broken promise', () => {
    const row: Row = { ...F1, paid: 400, paidOn: '2025-06-10' };
    const journal = [said('promise', '2025-06-06', { until: '2025-06-10', amount: 400 })];
    const { invoices } = asked([row], '2025-06-16', { journal });
    expect(invoices[0]).toMatchObject({ status: 'overdue', open: 600, nextAction: { stage: 'reminder', on: '2025-06-16' } });
    expect(invoices[0]?.reason).not.toMatch(/promise/i);
    expect(asked([{ ...row, paid: 300 }], '2025-06-16', { journal }).invoices[0]?.reason).toMatch(/promise/i);
  });
});

describe('disputes', () => {
  it.each<[string, Row, string, Beside, string]>([
    ['in its column', { ...F1, dispute: 'yes' }, '2025-06-05', {}, '– · disputed'],
    ['in the status', { ...F1, status: 'Litige' }, '2025-06-05', {}, '– · disputed'],
    ['in the journal', F1, '2025-06-05', { journal: [said('dispute', '2025-06-04')] }, '– · disputed'],
    [
      'resolved: chasing goes on',
      F1,
      '2025-06-06',
      { journal: [said('dispute', '2025-06-04'), said('resolved', '2025-06-05')] },
      'reminder 2025-06-06 · overdue',
    ],
    [
      'resolved at the same rung',
      F1,
      '2025-06-20',
      { journal: [said('sent', '2025-06-05', { stage: 'reminder' }), said('dispute', '2025-06-06'), said('resolved', '2025-06-19')] },
      'call 2025-06-20 · overdue',
    ],
    ['closed by a settling payment', { ...F1, dispute: 'yes', paidOn: '2025-06-04' }, '2025-06-05', {}, '– · paid'],
    ['kept by a partial one', { ...F1, dispute: 'yes', paid: 400, paidOn: '2025-06-04' }, '2025-06-05', {}, '– · disputed'],
  ])('%s', (_, row, asOf, beside, expected) => expect(first([row], asOf, beside)).toBe(expected));

  it('may cover a part: the rest is chased, all of it stays owed', () => {
    const rows: Row[] = [{ ...F1, dispute: 'yes', disputed: 300 }];
    expect(work(rows, '2025-06-05')).toEqual(['Dupont: reminder now F1 700']);
    expect(asked(rows, '2025-06-05').kpis[0]).toMatchObject({ outstanding: 1000, overdue: 1000 });
  });
  it('a partial payment beside a dispute is said', () => {
    const { problems } = asked([{ ...F1, dispute: 'yes', paid: 400, paidOn: '2025-06-04' }], '2025-06-05');
    expect(problems.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(['disputed-part-paid notice']);
  });
});

describe('holds and plans', () => {
  const plan = [
    ['F1', 'Dupont', '2025-06-20', 500],
    ['F1', 'Dupont', '2025-07-21', 500],
  ];
  it.each<[string, Row, string, Beside, string]>([
    ['held by its row', { ...F1, hold: '2025-06-10' }, '2025-06-05', {}, 'reminder 2025-06-11 · on-hold'],
    ['up to and including its day', { ...F1, hold: '2025-06-10' }, '2025-06-10', {}, 'reminder 2025-06-11 · on-hold'],
    ['holds end by themselves', { ...F1, hold: '2025-06-10' }, '2025-06-11', {}, 'reminder 2025-06-11 · overdue'],
    ['held by its customer', F1, '2025-06-05', { customers: [['Dupont', '', '', '', '', '2025-06-10']] }, 'reminder 2025-06-11 · on-hold'],
    [
      'held by the journal',
      F1,
      '2025-06-05',
      { journal: [said('hold', '2025-06-04', { until: '2025-06-13' })] },
      'reminder 2025-06-16 · on-hold',
    ],
    [
      'the longest holds',
      { ...F1, hold: '2025-06-10' },
      '2025-06-05',
      { customers: [['Dupont', '', '', '', '', '2025-06-17']] },
      'reminder 2025-06-18 · on-hold',
    ],
    ['a missed instalment reopens the whole balance at the same rung', F1, '2025-07-01', { plans: plan }, 'reminder 2025-07-01 · overdue'],
    [
      'at the rung where it was',
      F1,
      '2025-07-01',
      { plans: plan, journal: [said('sent', '2025-06-05', { stage: 'reminder' })] },
      'call 2025-07-01 · overdue',
    ],
    ['all instalments in', { ...F1, paid: 1000, paidOn: '2025-07-01' }, '2025-08-01', { plans: plan }, '– · paid'],
  ])('%s', (_, row, asOf, beside, expected) => expect(first([row], asOf, beside)).toBe(expected));

  it.each<[string, Row, string, number]>([
    ['before its first part', F1, '2025-06-10', 1000],
    ['its first part in', { ...F1, paid: 500, paidOn: '2025-06-19' }, '2025-07-01', 500],
  ])('on a plan, %s: nothing is due, ages move on', (_, row, asOf, open) => {
    const { invoices, worklist } = asked([row], asOf, { plans: plan });
    expect(invoices[0]).toMatchObject({ status: 'on-plan', open, bucket: '1-30' });
    expect(worklist.some(({ due }) => due)).toBe(false);
  });
});

describe('one message, by the highest stage', () => {
  const reminded: Entry = { at: '2025-06-05', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'reminder' };
  const warned: Entry = { at: '2025-06-12', event: 'called', customer: 'Dupont', invoices: 'F1', stage: 'call' };
  it.each<[string, Row[], string, Beside, string[]]>([
    ['all that is due, once', [F1, { due: '2025-06-01' }], '2025-06-05', {}, ['Dupont: reminder now F1+F2 2000']],
    [
      'what is late and not at a stage is listed as also open',
      [F1, { due: '2025-06-04' }],
      '2025-06-05',
      {},
      ['Dupont: reminder now F1 1000 (also F2)'],
    ],
    ['what is not yet late is not', [F1, { due: '2025-06-20' }], '2025-06-05', {}, ['Dupont: reminder now F1 1000']],
    [
      'each to its own stage, in the words of the firmest',
      [F1, { due: '2025-06-18' }],
      '2025-06-23',
      { journal: [reminded, warned] },
      ['Dupont: formal-reminder now F1+F2 2000'],
    ],
    [
      'a call first: what is written waits',
      [F1, { due: '2025-06-09' }],
      '2025-06-12',
      { journal: [reminded] },
      ['Dupont: call now F1 1000 (also F2)'],
    ],
    [
      'a notice names only its own invoices',
      [F1, { due: '2025-06-27' }],
      '2025-07-02',
      { journal: [reminded, warned, { ...reminded, at: '2025-06-23', stage: 'formal-reminder' }] },
      ['Dupont: formal-notice now F1 1000 (also F2)'],
    ],
    [
      'two addresses: two messages',
      [F1, { ...F1, email: 'b@dupont.example' }],
      '2025-06-05',
      {},
      ['Dupont: reminder now F1 1000', 'Dupont: reminder now F2 1000'],
    ],
    [
      'two customers, one address: never merged',
      [F1, { ...F1, customer: 'Durand' }],
      '2025-06-05',
      {},
      ['Dupont: reminder now F1 1000', 'Durand: reminder now F2 1000'],
    ],
    ['a promised invoice is not spoken of', [F1, { ...F1, promiseOn: '2025-06-10' }], '2025-06-05', {}, ['Dupont: reminder now F1 1000']],
    ['a disputed one neither', [F1, { ...F1, dispute: 'yes' }], '2025-06-05', {}, ['Dupont: reminder now F1 1000']],
    [
      'totals per currency',
      [
        { ...F1, currency: 'EUR' },
        { ...F1, currency: 'USD', amount: 5 },
      ],
      '2025-06-05',
      {},
      ['Dupont: reminder now F1+F2 1000/5'],
    ],
    ['no address', [{ ...F1, email: '' }], '2025-06-05', {}, ['Dupont: reminder now F1 1000 !no-email']],
    [
      'two addresses in one cell',
      [{ ...F1, email: 'a@x.example, b@x.example' }],
      '2025-06-05',
      {},
      ['Dupont: reminder now F1 1000 !invalid-email'],
    ],
    [
      'the address of the Customers tab',
      [{ ...F1, email: '' }],
      '2025-06-05',
      { customers: [['Dupont', 'tab@dupont.example']] },
      ['Dupont: reminder now F1 1000'],
    ],
    ['the same number twice holds both', [F1, { ...F1, number: 'F1' }], '2025-06-05', {}, []],
    [
      'firmest first, then the most overdue',
      [
        { ...F1, customer: 'Small', amount: 10 },
        { ...F1, customer: 'Large', amount: 99 },
      ],
      '2025-06-05',
      {},
      ['Large: reminder now F2 99', 'Small: reminder now F1 10'],
    ],
  ])('%s', (_, rows, asOf, beside, expected) => expect(work(rows, asOf, beside)).toEqual(expected));

  it.each<[string, Row[], string, Beside, string[]]>([
    [
      'an address that serves two customers',
      [
        { ...F1, paidOn: null },
        { ...F1, customer: 'Durand' },
      ],
      '2025-06-05',
      {},
      ['payments-not-entered-since', 'shared-email'],
    ],
    [
      'a direct debit',
      [F1],
      '2025-06-05',
      { customers: [['Dupont', '', '', '', '', '', 'SEPA direct debit']] },
      ['direct-debit', 'payments-not-entered-since'],
    ],
    [
      'payments entered this week',
      [F1, { customer: 'Else', due: '2025-05-01', paidOn: '2025-06-03', email: 'e@x.example' }],
      '2025-06-05',
      {},
      [],
    ],
    [
      'a notice after one contact only',
      [F1],
      '2025-07-02',
      {
        journal: [reminded, { ...warned, event: 'skipped' }, { ...reminded, event: 'skipped', at: '2025-06-23', stage: 'formal-reminder' }],
      },
      ['notice-without-contacts', 'payments-not-entered-since'],
    ],
    [
      'a notice after two, one of them written',
      [F1],
      '2025-07-02',
      { journal: [reminded, warned, { ...reminded, event: 'skipped', at: '2025-06-23', stage: 'formal-reminder' }] },
      ['payments-not-entered-since'],
    ],
    [
      'a consumer from the firm stage on',
      [F1],
      '2025-06-23',
      { journal: [reminded, warned], customers: [['Dupont', '', '', '', 'consumer']] },
      ['consumer', 'payments-not-entered-since'],
    ],
  ])('warned: %s', (_, rows, asOf, beside, expected) => {
    const [entry] = asked(rows, asOf, beside).worklist;
    expect(entry?.warnings.map(({ guard }) => guard).sort()).toEqual(expected);
  });
});
