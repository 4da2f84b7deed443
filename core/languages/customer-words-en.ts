/** What is said of customers, in English. */
import type { CustomerWords } from './customer-words.ts';

const percent = (fraction: number) => `${Math.round(fraction * 100)}%`;
const tenth = (value: number) => String(Math.round(value * 10) / 10);
const days = (value: number) => `${tenth(value)} ${Math.round(value * 10) === 10 ? 'day' : 'days'}`;
const paidAt = (value: number) => (value > 0 ? `${days(value)} late` : value < 0 ? `${days(-value)} early` : 'on the day');

export const customerWordsEn: CustomerWords = {
  bands: { good: 'Good', watch: 'Watch', risky: 'Risky', unknown: 'Not enough history' },
  scoreParts: {
    average: (f) => `${days(f.averageDays)} late on average`,
    trend: (f) => `${days(f.recentDays ?? 0)} late on average lately`,
    share: (f) => `${percent(f.lateShare)} of its invoices paid late`,
    promises: (f) => (f.brokenPromises === 1 ? 'one broken promise' : `${f.brokenPromises} broken promises`),
    disputes: (f) => (f.disputes === 1 ? 'one dispute' : `${f.disputes} disputes`),
  },
  costs: (points, what) => `−${points}: ${what}`,
  terms: {
    good: 'Usual terms.',
    watch: 'No longer terms than now; no new order while an invoice is late.',
    risky: 'A deposit or payment with the order; short terms until invoices are paid on time again.',
    unknown: null,
  },
  signals: {
    'pays-later': (s) => `Pays later than it used to: latest invoices ${paidAt(s.recent)}, earlier ones ${paidAt(s.earlier)} (medians).`,
    'later-than-ever': (s) =>
      `An invoice is ${days(s.days)} late, ${s.longest <= 0 ? 'and it never paid late before' : `longer than it ever took (${s.longest})`}.`,
    'first-broken-promise': (s, say) => `First broken promise: payment was promised for ${say.day(s.promisedOn)}.`,
    'new-dispute': (s, say) => `New dispute since ${say.day(s.on)}.`,
    'over-limit': (s, say) => `Over its credit limit by ${say.money(s.minor, s.currency)}.`,
    uninsured: (s, say) => `${say.money(s.minor, s.currency)} beyond the insured amount.`,
    concentration: (s) => `${percent(s.share)} of all that is owed to you hangs on this customer.`,
  },
  notExpected: {
    disputed: 'disputed, with no day by which it is to be settled',
    'dispute-overdue': 'disputed, past the day by which it was to be settled',
    legal: 'handed over: no telling when it will be paid',
    undated: 'no due date',
    'no-experience': 'older than anything settled so far: nothing says when it will be paid',
  },
  sumNotExpected: {
    disputed: 'in dispute, with no day to settle it',
    'dispute-overdue': 'in dispute, past the day to settle it',
    legal: 'handed over',
    undated: 'no due date',
    'no-experience': 'nothing as old as this was ever paid',
  },
};
