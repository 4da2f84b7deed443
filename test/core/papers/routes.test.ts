import { describe, expect, it } from '@jest/globals';
import { type Claim, limitationOf, routesOf } from '../../../core/dunning/routes.ts';
import { LANGUAGES } from '../../../core/languages/index.ts';
import { ROUTE_WORDS } from '../../../core/languages/route-words.ts';
import { jurisdictionOf } from '../../../core/law/jurisdiction.ts';
import { ROUTE_IDS, ROUTES } from '../../../core/law/routes-table.ts';
import { day, workbookOf } from '../workbook-of.ts';
import { asked, HOUSE_FR } from './paper-of.ts';

const CLAIM: Claim = {
  jurisdiction: 'FR',
  debtor: 'business',
  currency: 'EUR',
  principalMinor: 300_000,
  interestMinor: 20_000,
  feeMinor: 4_000,
  disputed: 'no',
  isNoticed: true,
  limitation: { state: 'unknown' },
  agencyFrom: null,
};
const toldOf = (claim: Partial<Claim>) => routesOf({ ...CLAIM, ...claim });
const of = (claim: Partial<Claim>, verdict: string) => toldOf(claim).flatMap((route) => (route.verdict === verdict ? [route.id] : []));
const why = (claim: Partial<Claim>, id: string) => toldOf(claim).find((route) => route.id === id)?.why;

describe('the road taken', () => {
  it.each<[string, Partial<Claim>, string[]]>([
    ['small and uncontested', {}, ['small-claim']],
    ['5,000 with interest, to the cent', { principalMinor: 480_000, interestMinor: 20_000 }, ['small-claim']],
    ['a cent above', { principalMinor: 480_000, interestMinor: 20_001 }, ['order-to-pay']],
    ['large and uncontested', { principalMinor: 3_000_000 }, ['order-to-pay']],
    ['large, no notice yet', { principalMinor: 3_000_000, isNoticed: false }, []],
    ['contested', { disputed: 'all' }, ['mediation', 'claim']],
    ['contested in part', { disputed: 'part' }, ['mediation', 'interim', 'claim']],
    ['a public body', { debtor: 'public' }, ['administrative']],
    ['a consumer, contested', { debtor: 'consumer', disputed: 'all' }, ['claim']],
    ['above the agency’s threshold', { agencyFrom: 1000 }, ['small-claim', 'agency']],
    ['United Kingdom, no letter yet', { jurisdiction: 'UK', currency: 'GBP', isNoticed: false }, ['uk-letter']],
    ['United Kingdom, letter sent', { jurisdiction: 'UK', currency: 'GBP' }, ['uk-claim']],
    ['Germany', { jurisdiction: 'DE' }, ['de-order']],
    ['elsewhere', { jurisdiction: 'other' }, ['local-court']],
    ['elsewhere, contested', { jurisdiction: 'EU', disputed: 'all' }, ['neutral', 'local-court']],
  ])('%s', (_, claim, expected) => expect(of(claim, 'proposed')).toEqual(expected));

  it('says why not', () => {
    expect(why({ principalMinor: 600_000 }, 'small-claim')).toBe('over-limit');
    expect(why({ isNoticed: false }, 'order-to-pay')).toBe('notice-first');
    expect(why({ disputed: 'all' }, 'order-to-pay')).toBe('contested');
    expect(why({ debtor: 'public' }, 'claim')).toBe('public-debtor');
    expect(why({ debtor: 'consumer' }, 'mediation')).toBe('businesses-only');
    expect(why({ agencyFrom: 5000 }, 'agency')).toBe('agency-below');
    expect(why({ jurisdiction: 'UK', currency: 'EUR' }, 'uk-claim')).toBe('no-currency');
  });

  it('no court once the limitation has passed', () => {
    const limitation = { state: 'passed', on: day('2026-01-01'), number: 'F1' } as const;
    for (const jurisdiction of ['FR', 'UK', 'DE', 'EU', 'other'] as const)
      for (const { id, verdict } of toldOf({ limitation, jurisdiction })) expect(verdict === 'closed' || !ROUTES[id].isCourt).toBe(true);
  });
});

describe('limitation', () => {
  it.each([
    ['2020-03-10', 'FR', '2024-01-01', 'far'],
    ['2020-03-10', 'FR', '2024-09-09', 'far'],
    ['2020-03-10', 'FR', '2024-09-10', 'near'],
    ['2020-03-10', 'FR', '2025-03-10', 'near'],
    ['2020-03-10', 'FR', '2025-03-11', 'passed'],
    ['2023-03-10', 'CONSUMER', '2025-03-11', 'passed'],
    ['2020-03-10', 'EU', '2025-03-11', 'unknown'],
  ] as const)('due %s under %s, seen on %s: %s', (due, regime, asOf, state) =>
    expect(limitationOf([{ number: 'F1', dueOn: day(due), regime }], day(asOf)).state).toBe(state),
  );
  it('of several, the first to pass', () => {
    const two = [
      { number: 'new', dueOn: day('2024-01-01'), regime: 'FR' as const },
      { number: 'old', dueOn: day('2022-01-01'), regime: 'FR' as const },
    ];
    expect(limitationOf(two, day('2026-01-01'))).toMatchObject({ number: 'old', on: day('2027-01-01') });
  });
});

it.each([
  ['FR', null, 'EUR', 'en', 'FR'],
  ['CONSUMER', null, 'GBP', 'en', 'UK'],
  ['CONSUMER', 'FR', 'EUR', 'fr', 'FR'],
  ['none', 'BE', 'EUR', 'fr', 'EU'],
  ['none', null, 'USD', 'en', 'other'],
] as const)('courts of %s, house in %s, %s, %s: %s', (regime, country, currency, language, expected) =>
  expect(jurisdictionOf(regime, country, currency, language)).toBe(expected),
);

it('every route has its words, its source and a day it was checked, in every language', () => {
  for (const language of Object.keys(LANGUAGES) as ('fr' | 'en')[])
    for (const id of ROUTE_IDS) {
      const { title, fits, needs, cost, delay } = ROUTE_WORDS[language].routes[id];
      for (const text of [title, fits, cost, delay, ...needs]) expect(text.length).toBeGreaterThan(3);
      expect(needs.length).toBeGreaterThan(0);
      expect(ROUTES[id].checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
});

describe('in the panel', () => {
  const row = { customer: 'Berthier', email: 'a@x.example', due: '2025-04-30', amount: '3 000,00 €', last: 'Mise en demeure (20/05/2026)' };
  const workbook = workbookOf([row], { french: true, timeZone: 'Europe/Paris', locale: 'fr-FR', tabs: { Réglages: HOUSE_FR } });
  it.each(['fr', 'en'] as const)('an entry to hand over has its routes and its limitation, in %s', (language) => {
    const [handOver] = asked(workbook, '2026-09-03', [], language).view.routes ?? [];
    expect(handOver).toMatchObject({ currency: 'EUR', principal: 3000, fee: 40, limitation: { state: 'far' } });
    expect(handOver?.limitation.text).toContain(language === 'fr' ? '30 avril 2030' : '30 April 2030');
    expect(handOver?.routes[0]).toMatchObject({
      id: 'small-claim',
      verdict: 'proposed',
      title: language === 'fr' ? 'Procédure simplifiée des petites créances' : 'Simplified procedure for small claims (France)',
    });
    expect(handOver?.routes.find(({ id }) => id === 'order-to-pay')?.delay).toContain('2026');
  });
});
