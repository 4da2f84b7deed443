// What each invoice of a sheet has earned by its lateness: interest and the lump sum. 1 200 € due on Friday 2025-09-12, seen on 2025-10-12, in French.
import { describe, expect, it } from '@jest/globals';
import { jurisdictionOf, limitationRegime } from '../../core/law/jurisdiction.ts';
import type { Regime } from '../../core/settings.ts';
import { study } from '../../core/study.ts';
import { type Around, day, type Row, reportOf, workbookOf } from './workbook-of.ts';

const F = (more: Row = {}): Row => ({ issued: '2025-08-13', due: '2025-09-12', amount: 1200, currency: 'EUR', ...more });
const CREDIT: Row = { number: 'A1', kind: 'Avoir', creditOf: 'F1', issued: '2025-09-22', due: null, amount: -200, currency: 'EUR' };
const customer = (type: string, regime = ''): Around => ({
  tabs: {
    Clients: [
      ['Client', 'Type', 'Régime'],
      ['Dupont', type, regime],
    ],
  },
});

/** `interest fee` of the first invoice; `–` for nothing that the law gives. */
function earned(rows: readonly Row[], on = '2025-10-12', around: Around = {}, language: 'fr' | 'en' = 'fr'): string {
  const [first] = reportOf(workbookOf(rows, { french: true, ...around }), on, { language }).invoices;
  return `${first?.interest ?? '–'} ${first?.recoveryFee ?? '–'}`;
}

describe('what an invoice has earned', () => {
  it.each<[what: string, rows: Row[], on: string, earned: string]>([
    ['thirty days late', [F()], '2025-10-12', '11.98 40'],
    ['a day late', [F()], '2025-09-13', '0.4 40'],
    ['due today', [F()], '2025-09-12', '0 –'],
    ['not due yet', [F()], '2025-09-11', '0 –'],
    ['paid late: until the day it was', [F({ paidOn: '2025-10-12' })], '2025-12-01', '11.98 40'],
    ['paid on the day', [F({ paidOn: '2025-09-12' })], '2025-12-01', '0 –'],
    ['paid, nobody knows when', [F({ status: 'payée' })], '2025-12-01', '– –'],
    ['its sum paid, nobody knows when', [F({ paid: 1200 })], '2025-12-01', '– –'],
    ['paid in part', [F({ paid: 200, paidOn: '2025-09-22' })], '2025-10-12', '10.65 40'],
    ['credited in part', [F(), CREDIT], '2025-10-12', '10.65 40'],
    ['paid and credited in part', [F({ paid: 200, paidOn: '2025-09-22' }), CREDIT], '2025-10-12', '9.32 40'],
    ['without a due date', [F({ due: null })], '2025-10-12', '– –'],
    ['a draft', [F({ status: 'brouillon' })], '2025-10-12', '– –'],
    ['cancelled', [F({ status: 'annulée' })], '2025-10-12', '– –'],
    ['a credit note', [F({ amount: -1200 })], '2025-10-12', '– –'],
    ['in dollars', [F({ currency: 'USD' })], '2025-10-12', '– –'],
    ['in no named currency', [F({ currency: null })], '2025-10-12', '– –'],
    ['in pounds', [F({ currency: 'GBP' })], '2025-10-12', '12.08 70'],
    ['older than any rate we know', [F({ issued: '2008-01-01', due: '2008-02-01' })], '2025-10-12', '– 40'],
  ])('%s', (_, rows, on, expected) => expect(earned(rows, on)).toBe(expected));

  it.each<[what: string, around: Around, more: Row, earned: string]>([
    ['a business', customer('entreprise'), {}, '11.98 40'],
    ['a consumer', customer('particulier'), {}, '– –'],
    ['a public body', customer('public'), {}, '10.01 40'],
    ['a public body invoiced in pounds', customer('public'), { currency: 'GBP' }, '12.08 70'],
    ['a business under another regime', customer('entreprise', 'DE'), {}, '10.13 40'],
    ['a public body under a regime of its own', customer('public', 'UE'), {}, '10.01 40'],
    ['a consumer, whatever regime is said', customer('particulier', 'DE'), {}, '– –'],
  ])('by %s', (_, around, more, expected) => expect(earned([F(more)], '2025-10-12', around)).toBe(expected));

  it('no law gives interest on euros where nobody speaks French', () =>
    expect(earned([F()], '2025-10-12', { french: false }, 'en')).toBe('– –'));
});

describe('the debt behind the interest, for an account line by line', () => {
  const lateness = (rows: readonly Row[], on = '2025-10-12', around: Around = {}) => {
    const made = study(workbookOf(rows, { french: true, ...around }), day(on), { language: 'fr' });
    if ('refusal' in made) throw new Error('no table');
    return made.lateness;
  };
  const OWED = { amountMinor: 120_000, dueOn: day('2025-09-12'), until: day('2025-10-12'), regime: 'FR', contractRate: null };

  it.each<[what: string, rows: Row[], payments: unknown[]]>([
    ['nothing paid', [F()], []],
    ['paid in part', [F({ paid: 200, paidOn: '2025-09-22' })], [{ paidOn: day('2025-09-22'), minor: 20_000 }]],
  ])('%s', (_, rows, payments) => expect(lateness(rows).debt(0)).toMatchObject({ ...OWED, payments }));

  it.each<[what: string, row: Row, on: string, around: Around]>([
    ['no law gives any', F({ currency: 'USD' }), '2025-10-12', {}],
    ['a consumer owes none', F(), '2025-10-12', customer('particulier')],
    ['it is not issued yet', F(), '2025-08-12', {}],
    ['no rate is known', F({ issued: '2008-01-01', due: '2008-02-01' }), '2025-10-12', {}],
  ])('none where %s', (_, row, on, around) => {
    const of = lateness([row], on, around);
    expect([of.debt(0), of(0).interestMinor, of(0).stale]).toEqual([null, null, false]);
  });
});

describe('before whose courts', () => {
  it.each<[regime: Regime, country: string | null, currency: string | null, language: string, courts: string]>([
    ['FR', 'DE', 'EUR', 'de', 'FR'],
    ['FR-PUBLIC', null, 'EUR', 'fr', 'FR'],
    ['UK', null, 'GBP', 'en', 'UK'],
    ['DE', 'FR', 'EUR', 'fr', 'DE'],
    ['EU', 'FR', 'EUR', 'fr', 'EU'],
    ['none', 'FR', 'USD', 'en', 'FR'],
    ['CONSUMER', 'GB', 'EUR', 'fr', 'UK'],
    ['CONSUMER', 'UK', 'EUR', 'fr', 'UK'],
    ['CONSUMER', 'DE', 'EUR', 'fr', 'DE'],
    ['CONSUMER', 'BE', 'EUR', 'fr', 'EU'],
    ['none', 'CH', 'EUR', 'fr', 'other'],
    ['CONSUMER', null, 'EUR', 'fr', 'FR'],
    ['none', null, 'GBP', 'en', 'UK'],
    ['none', null, 'EUR', 'en', 'other'],
  ])('%s, house in %s, %s, %s: %s', (regime, country, currency, language, courts) =>
    expect(jurisdictionOf(regime, country, currency, language)).toBe(courts),
  );

  it.each([
    ['FR', 'FR', 'FR'],
    ['DE', 'FR', 'DE'],
    ['CONSUMER', 'FR', 'CONSUMER'],
    ['CONSUMER', 'UK', 'UK'],
    ['CONSUMER', 'DE', 'DE'],
    ['CONSUMER', 'EU', null],
    ['CONSUMER', 'other', null],
  ] as const)('a debt under %s before the courts of %s lapses by the rule of %s', (regime, courts, rule) =>
    expect(limitationRegime(regime, courts)).toBe(rule),
  );
});
