/**
 * A plan agreed for one or several invoices of a currency: instalments that follow one another and add up to what is open, spread over the
 * invoices oldest first, so that each line of the Plans tab names the invoice it pays.
 */
import { type CalendarDay, dayFromIso, isoOf, NO_DAY } from '../calendar.ts';
import { decimalsOf, toDecimal, toMinor } from '../money.ts';
import type { Study } from '../study.ts';
import type { PlanText } from '../tabs/index.ts';
import type { JournalEntry } from '../types.ts';
import type { Command } from '../workbook.ts';
import { aboutOf, byCurrency, currencyOf, openSum } from './about.ts';
import type { JournalPen } from './drafts.ts';
import { numberKey } from './journal.ts';
import { type PlanPart, planDays } from './plans.ts';
import { type Refused, refuse } from './refused.ts';

/** A plan ready to be kept. */
export interface AgreedPlan {
  readonly customer: number;
  readonly invoices: readonly number[];
  readonly parts: readonly PlanPart[];
  readonly counterpart: string;
  /** The lines for the Plans tab, by column. */
  readonly lines: readonly PlanText[];
}

/** The plan of a command, its lines and its one journal row; a refusal when it cannot be. */
export function planned(
  study: Study,
  command: Command & { readonly kind: 'plan' },
  pen: JournalPen,
): { readonly rows: readonly JournalEntry[]; readonly plan: AgreedPlan } | Refused {
  const about = aboutOf(study, command);
  if ('why' in about) return about;
  if (byCurrency(study, about.invoices).size > 1) return refuse('several-currencies');
  const open = openSum(study, about.invoices);
  if (open === null) return refuse('held-row', { about: about.name });
  const currency = currencyOf(study, about.invoices);
  const parts = partsOf(study, command, currency);
  if ('why' in parts) return parts;
  const whole = parts.reduce((sum, { minor }) => sum + minor, 0);
  if (whole !== open) return refuse('plan-not-whole', { minor: open, currency });
  const invoices = [...about.invoices].sort((a, b) => ageOf(study, a) - ageOf(study, b));
  const counterpart = (command.counterpart ?? '').trim();
  const rows = [
    pen.write('plan', study.asOf, {
      customer: about.name,
      invoices: invoices.map((i) => study.ledger.number[i] as string),
      amount: toDecimal(whole, currency),
      currency,
      until: parts.at(-1)?.on ?? null,
      reference: planDays(parts),
      text: [counterpart, (command.note ?? '').trim()].filter(Boolean).join(' · '),
    }),
  ];
  const lines: AgreedPlan['lines'][number][] = [];
  for (const { i, on, minor } of spread(study, invoices, parts)) {
    const invoice = study.ledger.number[i] as string;
    // A line of a plan that stopped half-way is not written again; another sum on the same day would be taken for it.
    const there = study.tabs.plans.filter((line) => numberKey(line.invoice) === numberKey(invoice) && line.dueOn === on).at(-1);
    if (there !== undefined && toMinor(there.amount, currency) !== minor) return refuse('instalment-taken', { about: invoice, day: on });
    const amount = toDecimal(minor, currency).toFixed(decimalsOf(currency));
    if (there === undefined) lines.push({ invoice, customer: about.name, dueOn: isoOf(on), amount });
  }
  return { rows, plan: { customer: about.customer, invoices, parts, counterpart, lines } };
}

function partsOf(study: Study, { instalments }: Command & { readonly kind: 'plan' }, currency: string | null): PlanPart[] | Refused {
  if (instalments.length === 0) return refuse('no-instalments');
  const parts: PlanPart[] = [];
  for (const { on: text, amount } of instalments) {
    const on = dayFromIso(text);
    if (on === null) return refuse('not-a-day', { about: text });
    if (on < study.asOf) return refuse('day-past', { day: on });
    if (parts.some((part) => part.on >= on)) return refuse('instalments-not-ascending');
    const minor = Number.isFinite(amount) ? toMinor(amount, currency) : 0;
    if (minor <= 0) return refuse('amount-not-positive');
    parts.push({ on, minor });
  }
  return parts;
}

/** By due date; what has none comes last. */
function ageOf({ ledger }: Study, i: number): number {
  return ledger.dueOn[i] === NO_DAY ? Number.MAX_SAFE_INTEGER : (ledger.dueOn[i] as number);
}

/** Each instalment pays the oldest invoice first, then goes on to the next. */
function spread(
  { chased }: Study,
  invoices: readonly number[],
  parts: readonly PlanPart[],
): { readonly i: number; readonly on: CalendarDay; readonly minor: number }[] {
  const left = new Map(invoices.map((i) => [i, chased.assessment.open[i] as number]));
  return parts.flatMap(({ on, minor }) => {
    let rest = minor;
    return invoices.flatMap((i) => {
      const share = Math.min(rest, left.get(i) as number);
      if (share <= 0) return [];
      rest -= share;
      left.set(i, (left.get(i) as number) - share);
      return [{ i, on, minor: share }];
    });
  });
}
