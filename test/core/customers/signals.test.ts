// What is said of a customer in the report: signals, limits, concentration, suggestions; in both languages.
import { describe, expect, it } from '@jest/globals';
import type { ReportCustomer } from '../../../core/report.ts';
import { House } from '../dunning/house.ts';
import { type Around, type Row, reportOf, workbookOf } from '../workbook-of.ts';

const ASOF = '2025-09-17';
/** Settled invoices of Dupont, due on the 1st of the months from January on, so many days late. */
const settled = (...daysLate: number[]): Row[] =>
  daysLate.map((late, n) => {
    const due = Date.UTC(2025, n - daysLate.length + 8, 1);
    const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
    return { due: iso(due), paidOn: iso(due + late * 86_400_000) };
  });
const customers = (rows: readonly Row[], around: Around = {}) => reportOf(workbookOf(rows, around), ASOF).customers;
const first = (rows: readonly Row[], around: Around = {}): ReportCustomer => customers(rows, around)[0] as ReportCustomer;
const said = ({ signals }: ReportCustomer) => signals.map(({ message }) => message);

describe('signals', () => {
  it.each<[what: string, rows: Row[], english: string[], french: string[]]>([
    ['nothing to say', settled(0, 0, 0, 0, 0, 0), [], []],
    [
      'pays later than it used to',
      settled(0, -2, 0, 0, 0, 9, 10, 12),
      ['Pays later than it used to: latest invoices 10 days late, earlier ones on the day (medians).'],
      ['Paie plus tard qu’avant\u00a0: dernières factures 10\u00a0jours de retard, les précédentes à l’échéance (médianes).'],
    ],
    ['six days more is chance', settled(0, 0, 0, 6, 6, 6), [], []],
    ['less early is not late', settled(-20, -20, -20, 0, 0, 0), [], []],
    ['five are too few', settled(0, 0, 30, 30, 30), [], []],
    [
      'later than ever',
      [...settled(0, 1, 2), { due: '2025-08-18' }],
      ['An invoice is 30 days late, longer than it ever took (2).'],
      ['Une facture a 30\u00a0jours de retard, plus que jamais auparavant (2).'],
    ],
    ['a dispute explains why', [...settled(0, 1, 2), { due: '2025-08-18', status: 'Disputed' }], [], []],
  ])('%s', (_, rows, english, french) => {
    expect(said(first(rows))).toEqual(english);
    expect(said(first(rows, { french: true }))).toEqual(french);
  });
  it('names a first broken promise and a new dispute, and counts them in the score', () => {
    const house = new House([...settled(0, 0, 0), { number: 'P', due: '2025-08-20' }, { number: 'D', due: '2025-08-20' }]);
    house.does({ kind: 'promise', customer: 'Dupont', invoices: ['P'], until: '2025-09-05' }, '2025-09-01');
    house.does({ kind: 'dispute', customer: 'Dupont', invoices: ['D'], category: 'price' }, '2025-09-02');
    const at = (asOf: string) => house.does({ kind: 'open' }, asOf).report?.customers[0] as ReportCustomer;
    expect([at('2025-09-01').score, at('2025-09-02').score, at('2025-09-08').score]).toEqual([100, 98, 93]);
    expect(at('2025-09-08').scoreWhy).toEqual(['−5: one broken promise', '−2: one dispute']);
    expect(said(at('2025-09-08'))).toEqual([
      'An invoice is 19 days late, and it never paid late before.',
      'First broken promise: payment was promised for 5 Sep 2025.',
      'New dispute since 2 Sep 2025.',
    ]);
    expect(at('2025-12-20').signals.map(({ kind }) => kind)).toEqual(['later-than-ever']);
  });
});

describe('limits, insurance, concentration', () => {
  const tab = {
    tabs: {
      Customers: [
        ['Customer', 'Credit limit', 'Insured amount'],
        ['Dupont', 2500, 1000],
        ['Durand', 5000, ''],
      ],
    },
  };
  it('holds what is open against the limit and the insured amount', () => {
    const [dupont, durand, other] = customers(
      [
        { due: '2025-09-01' },
        { due: '2025-10-01', amount: 2000 },
        { due: '2025-09-02', customer: 'Durand' },
        { due: '2025-09-03', customer: 'Moreau' },
      ],
      tab,
    );
    const facts = (of: ReportCustomer | undefined) => [of?.creditLimit, of?.overLimit, of?.insured, of?.uninsured, of?.share];
    expect(facts(dupont)).toEqual([2500, 500, 1000, 2000, 0.6]);
    expect(facts(durand)).toEqual([5000, 0, null, null, 0.2]);
    expect(facts(other)).toEqual([null, null, null, null, 0.2]);
    expect(said(dupont as ReportCustomer)).toEqual(['Over its credit limit by 500.00.', '2,000.00 beyond the insured amount.']);
  });
  it('names a customer that a quarter of everything hangs on, among five or more, and the share of the ten largest', () => {
    const eleven = Array.from({ length: 11 }, (_, n): Row => ({ customer: `C${n}`, due: '2025-10-01', amount: n === 0 ? 5000 : 1000 }));
    const report = reportOf(workbookOf(eleven), ASOF);
    expect(report.customers.flatMap(said)).toEqual(['33% of all that is owed to you hangs on this customer.']);
    expect(report.concentration).toEqual([{ currency: null, debtors: 11, topTenShare: 14 / 15 }]);
    expect(customers(eleven.slice(0, 4)).flatMap(said)).toEqual([]);
  });
  it('gives each currency its shares, and a customer in credit none', () => {
    const lines = customers([
      { due: '2025-10-01', currency: 'EUR' },
      { due: '2025-10-01', currency: 'GBP', customer: 'Durand', amount: 3000 },
      { due: '2025-10-01', currency: 'GBP', amount: 1000 },
      { due: '2025-10-01', currency: 'EUR', customer: 'Moreau', amount: -50 },
    ]);
    expect(lines.map(({ name, currency, share }) => `${name} ${currency} ${share}`).sort()).toEqual([
      'Dupont EUR 1',
      'Dupont GBP 0.25',
      'Durand GBP 0.75',
      'Moreau EUR 0',
    ]);
  });
});

describe('suggestions', () => {
  it.each<[daysLate: number[], band: string, cadence: string | null, terms: string | null]>([
    [[0, 0, 0], 'good', 'gentle', 'Usual terms.'],
    [[10, 10, 10], 'watch', 'standard', 'No longer terms than now; no new order while an invoice is late.'],
    [[40, 40, 40], 'risky', 'prompt', 'A deposit or payment with the order; short terms until invoices are paid on time again.'],
    [[40], 'unknown', null, null],
  ])('%p is %s', (daysLate, band, cadence, terms) => {
    const { suggestedCadence, suggestedTerms, ...of } = first(settled(...daysLate));
    expect([of.band, suggestedCadence, suggestedTerms]).toEqual([band, cadence, terms]);
  });
});
