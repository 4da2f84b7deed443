// What was on the list when it was looked at, and is not prepared any more: what the answer says. Due on Friday 2025-09-12; English, no country.
import { describe, expect, it } from '@jest/globals';
import { dayToCome, type Refused } from '../../../core/dunning/refused.ts';
import { day, type Row } from '../workbook-of.ts';
import { House } from './house.ts';

const TODAY = '2025-09-17';
const F = (more: Row = {}): Row => ({ due: '2025-09-12', email: 'a@x.example', ...more });
const CALL = F({ due: '2025-09-05', last: 'Reminder (2025-09-10)' });
const OTHER: Row = { customer: 'Durand', email: 'b@x.example', due: '2025-09-12' };

/** Asks for the first entry of the list as it was, in the sheet as it is. */
function asked(before: readonly Row[], now: readonly Row[]): string {
  const entry = new House(before).does({ kind: 'open' }, TODAY).report?.worklist[0]?.id as string;
  const { notPrepared, drafted } = new House(now).does({ kind: 'prepare', entries: [entry] }, TODAY);
  expect(drafted).toEqual([]);
  return (notPrepared ?? []).map(({ customer, why, message }) => `${customer} ${why}: ${message}`).join('\n');
}

describe('asked for, and not prepared', () => {
  it.each<[what: string, before: Row[], now: Row[], said: string]>([
    ['the first paid last', [F(), F()], [F({ paidOn: '2025-09-17' }), F({ paidOn: '2025-09-16' })], 'Dupont paid: F1 is paid.'],
    ['the second paid last', [F(), F()], [F({ paidOn: '2025-09-16' }), F({ paidOn: '2025-09-17' })], 'Dupont paid: F2 is paid.'],
    ['paid but for some cents', [F()], [F({ paid: 999.95, paidOn: '2025-09-17' })], 'Dupont below-tolerance: Only 0.05 left.'],
    [
      'one paid but for some cents, the other whole',
      [F(), F()],
      [F({ paid: 999.95, paidOn: '2025-09-17' }), F({ paidOn: '2025-09-16' })],
      'Dupont paid: F1 is paid.',
    ],
    [
      'paid but for some cents, in euros',
      [F({ currency: 'EUR' })],
      [F({ currency: 'EUR', paid: 999.95, paidOn: '2025-09-17' })],
      'Dupont below-tolerance: Only €0.05 left.',
    ],
    ['paid, a line without a customer above', [F()], [F({ customer: null }), F({ paidOn: '2025-09-16' })], 'Dupont paid: F2 is paid.'],
    ['disputed', [F()], [F({ dispute: 'yes' })], 'Dupont disputed: F1 is disputed.'],
    ['one disputed, one paid', [F(), F()], [F({ dispute: 'yes' }), F({ paidOn: '2025-09-16' })], 'Dupont disputed: F1 is disputed.'],
    ['one broken, one disputed', [F(), F()], [F({ due: 'soon' }), F({ dispute: 'yes' })], 'Dupont held-row: F1 has a problem to fix.'],
    ['promised', [F()], [F({ promiseOn: '2025-09-25' })], 'Dupont promised: Payment is promised for 25 Sep 2025.'],
    ['not due yet', [F({ due: '2025-10-10' })], [F({ due: '2025-10-10' })], 'Dupont not-due: Nothing is due before 3 Oct 2025.'],
    ['a call', [CALL], [CALL], 'Dupont not-a-message: The step is “Call”, which is not sent by e-mail.'],
    ['somebody else’s now', [F()], [F({ customer: 'Durand' })], ' entry-gone: This customer has nothing more to be reminded of here.'],
    [
      'another address now',
      [F()],
      [F({ email: 'c@x.example', paidOn: '2025-09-16' })],
      ' entry-gone: This customer has nothing more to be reminded of here.',
    ],
    ['paid, others still owe', [F()], [F({ paidOn: '2025-09-16' }), OTHER], 'Dupont paid: F1 is paid.'],
    ['paid, others disputed', [F()], [{ ...OTHER, dispute: 'yes' }, F({ paidOn: '2025-09-16' })], 'Dupont paid: F2 is paid.'],
  ])('%s', (_, before, now, said) => expect(asked(before, now)).toBe(said));
});

describe('a day to come', () => {
  const asOf = day(TODAY);
  it.each<[text: string, said: Partial<Refused> | number]>([
    ['2025-09-18', day('2025-09-18')],
    [TODAY, asOf],
    ['2025-09-16', { why: 'day-past', day: day('2025-09-16'), about: '' }],
    ['soon', { why: 'not-a-day', day: null, about: 'soon' }],
  ])('%s', (text, said) => {
    const answer = dayToCome(text, asOf);
    if (typeof said === 'number') expect(answer).toBe(said);
    else expect(answer).toMatchObject(said);
  });
});
