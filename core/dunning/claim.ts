/**
 * What would be handed over: the late invoices of a customer, currency by currency, with what decides the way on: how much, against whom, contested or
 * not, noticed or not, and until when it can be claimed at all.
 */
import { statusOf } from '../assess.ts';
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { jurisdictionOf, limitationRegime } from '../law/jurisdiction.ts';
import { type AccountLine, accountLine } from '../messages/account.ts';
import type { Currency } from '../money.ts';
import type { Study } from '../study.ts';
import { type Claim, limitationOf } from './routes.ts';

/** A claim and the invoices it is made of. */
export interface CustomerClaim {
  readonly claim: Claim;
  readonly lines: readonly AccountLine[];
}

/** The claims of these invoices of one customer, one per currency; invoices that are not late are left out. */
export function claimsOf(study: Study, customer: number, invoices: readonly number[]): CustomerClaim[] {
  const byCurrency = new Map<Currency, AccountLine[]>();
  for (const i of invoices) {
    const line = accountLine(study, i);
    if (!(line.openMinor > 0) || line.dueOn === NO_DAY || line.dueOn >= study.asOf) continue;
    byCurrency.set(line.currency, [...(byCurrency.get(line.currency) ?? []), line]);
  }
  return [...byCurrency].map(([currency, lines]) => ({ lines, claim: claimOf(study, customer, currency, lines) }));
}

function claimOf(study: Study, customer: number, currency: Currency, lines: readonly AccountLine[]): Claim {
  const { settings, country, ownLanguage, asOf, chased } = study;
  const regime = (lines[0] as AccountLine).regime;
  const jurisdiction = jurisdictionOf(regime, country, currency, ownLanguage);
  const type = study.record(customer)?.type ?? null;
  const contested = lines.filter((line) => isContested(study, line));
  const sum = (of: (line: AccountLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    jurisdiction,
    debtor: type === 'consumer' || regime === 'CONSUMER' ? 'consumer' : type === 'public' || regime === 'FR-PUBLIC' ? 'public' : 'business',
    currency,
    principalMinor: sum((line) => line.openMinor),
    interestMinor: sum((line) => line.interestMinor ?? 0),
    feeMinor: sum((line) => (line.fee !== null && line.fee.currency === currency ? line.fee.minor : 0)),
    disputed:
      contested.length === 0
        ? 'no'
        : contested.length === lines.length && contested.every((line) => isWhollyContested(study, line))
          ? 'all'
          : 'part',
    isNoticed: lines.every(({ i }) => {
      const standing = chased.standings.get(i);
      return (
        standing?.lastAction?.stage === 'formal-notice' ||
        (standing?.history?.done.some(({ stage, how }) => stage === 'formal-notice' && how !== 'skipped') ?? false)
      );
    }),
    limitation: limitationOf(
      lines.map(({ number, dueOn, regime: own }) => ({ number, dueOn: dueOn as CalendarDay, regime: limitationRegime(own, jurisdiction) })),
      asOf,
    ),
    agencyFrom: settings.agencyFrom,
  };
}

function isWhollyContested({ chased }: Study, { i }: AccountLine): boolean {
  return statusOf(chased.assessment, i) === 'disputed';
}

function isContested(study: Study, line: AccountLine): boolean {
  return isWhollyContested(study, line) || line.contestedMinor > 0;
}
