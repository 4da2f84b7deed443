/**
 * The customers of a study as the report shows them: what each owes, how it pays, what changed, and what that suggests. Most overdue first.
 */
import { NO_DAY } from '../calendar.ts';
import { LANGUAGES, sayIn } from '../languages/index.ts';
import { toDecimal, toMinor } from '../money.ts';
import type { ReportConcentration, ReportCustomer } from '../report.ts';
import type { Study } from '../study.ts';
import { type Exposure, exposure } from './exposure.ts';
import { type CustomerScore, SCORE_PARTS, scoreOf } from './score.ts';
import { type SignalFacts, signalsOf } from './signals.ts';
import { SUGGESTED_CADENCE } from './suggestions.ts';

/** Nobody in particular has no habits. */
const NOBODY: CustomerScore = scoreOf({ settled: 0, averageDays: 0, recentDays: null, lateShare: 0, brokenPromises: 0, disputes: 0 });
const TOP = 10;

/** One line per customer and currency. Limits and insured amounts hold against each currency by itself: two are never added. */
export function customersOf(study: Study): ReportCustomer[] {
  const { ledger, chased, asOf, language, record } = study;
  const words = LANGUAGES[language];
  const say = sayIn(language);
  const { settlements, incidents, scores } = study.habits();
  const lines = exposure(ledger, chased.assessment);
  const debtors = new Map<Exposure['currency'], number>();
  for (const { currency, open } of lines) if (open > 0) debtors.set(currency, (debtors.get(currency) ?? 0) + 1);
  return lines.map((line) => {
    const { customer, name, currency, open, overdue, notDue, unapplied, daysLateAverage, share, openDaysLate, invoices } = line;
    const { score, n, band, costs, facts } = scores[customer] ?? NOBODY;
    const { creditLimit = null, insured = null } = record(customer) ?? {};
    const beyond = (limit: number | null) => {
      if (limit === null) return null;
      const minor = Math.max(0, toMinor(open, currency) - toMinor(limit, currency));
      return toDecimal(minor, currency);
    };
    const overLimit = beyond(creditLimit);
    const uninsured = beyond(insured);
    const minorOf = (amount: number | null) => (amount === null ? null : toMinor(amount, currency));
    const told: SignalFacts = {
      asOf,
      settled: settlements.of(customer),
      openDaysLate: openDaysLate ?? NO_DAY,
      incidents: incidents(customer),
      overLimit: minorOf(overLimit),
      uninsured: minorOf(uninsured),
      currency,
      share,
      debtors: debtors.get(currency) ?? 0,
    };
    return {
      name,
      currency,
      open,
      overdue,
      notDue,
      unapplied,
      daysLateAverage,
      share,
      invoices,
      score,
      band,
      scoredOn: n,
      scoreWhy: SCORE_PARTS.flatMap((part) =>
        costs[part] > 0 ? [words.customers.costs(costs[part], words.customers.scoreParts[part](facts))] : [],
      ),
      signals: (customer < 0 ? [] : signalsOf(told)).map((signal) => {
        const inWords = words.customers.signals[signal.kind] as (signal: unknown, say: unknown) => string;
        return { kind: signal.kind, message: inWords(signal, say) };
      }),
      suggestedCadence: SUGGESTED_CADENCE[band],
      suggestedTerms: words.customers.terms[band],
      creditLimit,
      overLimit,
      insured,
      uninsured,
    };
  });
}

/** How much of what is owed in each currency hangs on the ten customers that owe most. */
export function concentrationOf(customers: readonly ReportCustomer[]): ReportConcentration[] {
  return [...new Set(customers.map(({ currency }) => currency))].map((currency) => {
    const owed = customers.filter((line) => line.currency === currency && line.open > 0).map(({ open }) => open);
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    const top = owed.sort((a, b) => b - a).slice(0, TOP);
    return { currency, debtors: owed.length, topTenShare: owed.length === 0 ? null : sum(top) / sum(owed) };
  });
}
