/**
 * What falls due this week beside the reminders: promised payments, instalments, disputes to be settled, pauses that end. What fell due before and is
 * still waited for stays in the list until it is settled.
 */
import { statusOf } from '../assess.ts';
import { addDays, type CalendarDay, isoOf } from '../calendar.ts';
import { toDecimal, toMinor } from '../money.ts';
import type { Study } from '../study.ts';
import { numberKey } from './journal.ts';

/** Days looked ahead: the as-of day and the six after it. */
const WEEK = 7;

export interface AgendaItem {
  /** ISO day; before the as-of day for what is late. */
  readonly on: string;
  readonly kind: 'promise' | 'instalment' | 'dispute-deadline' | 'hold-end';
  readonly customer: string;
  readonly invoices: readonly string[];
  /** Decimal. */
  readonly amount: number;
  readonly currency: string | null;
}

interface Due {
  readonly on: CalendarDay;
  readonly kind: AgendaItem['kind'];
  readonly minor: number;
  /** What is promised for several invoices together; null for all that is open. */
  readonly promised?: number | null;
}

/** The list, earliest first; one line for a customer's invoices of one currency that wait for the same thing on the same day. */
export function agendaOf(study: Study): AgendaItem[] {
  const { ledger, chased, asOf } = study;
  const lines = new Map<string, AgendaItem & { minor: number; invoices: string[] }>();
  for (const [i] of chased.courses) {
    if (chased.assessment.exists[i] === 0) continue;
    const due = dueOf(study, i);
    if (due === null || due.on >= addDays(asOf, WEEK)) continue;
    const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
    const customer = ledger.customers[ledger.customer[i] as number]?.name ?? '';
    const key = `${due.on} ${due.kind} ${currency} ${customer}`;
    const known = lines.get(key) ?? { on: isoOf(due.on), kind: due.kind, customer, invoices: [], amount: 0, currency, minor: 0 };
    known.invoices.push(ledger.number[i] as string);
    // A sum promised for several invoices, or a plan's part, is one sum.
    known.minor = due.kind === 'instalment' ? Math.max(known.minor, due.minor) : known.minor + due.minor;
    if (due.promised != null) known.minor = Math.min(known.minor, due.promised);
    lines.set(key, known);
  }
  return [...lines.values()]
    .map(({ minor, ...line }) => ({ ...line, amount: toDecimal(minor, line.currency) }))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)) || (a.customer < b.customer ? -1 : Number(a.customer > b.customer)));
}

/** What invoice `i` waits for; null when nothing with a day. */
function dueOf(study: Study, i: number): Due | null {
  const { ledger, chased, book } = study;
  const course = chased.courses.get(i);
  const { detour = null, contestedMinor = 0 } = course ?? {};
  const open = chased.assessment.open[i] as number;
  const status = statusOf(chased.assessment, i);
  if (contestedMinor > 0 && status !== 'paid') {
    const deadline =
      book.invoices.get(numberKey(ledger.number[i] as string))?.dispute?.deadline ?? ledger.rare.get(i)?.disputeDeadline ?? null;
    if (deadline !== null) return { on: deadline, kind: 'dispute-deadline', minor: Math.min(contestedMinor, open) };
  }
  // The assessment has the last word: what is paid or held by a problem waits for nothing.
  switch (detour?.kind === status ? detour.kind : null) {
    case 'promised':
      return detour?.kind === 'promised' ? promiseDue(study, i, detour.promisedOn) : null;
    case 'on-plan': {
      const standing = chased.plans.of.get(i)?.standing;
      return standing?.kind === 'on-plan' ? { on: standing.next.on, kind: 'instalment', minor: standing.next.minor } : null;
    }
    case 'disputed':
      return detour?.kind === 'disputed' && detour.deadline !== null
        ? { on: detour.deadline, kind: 'dispute-deadline', minor: open }
        : null;
    case 'on-hold':
      return detour?.kind === 'on-hold' ? { on: detour.until, kind: 'hold-end', minor: open } : null;
    default:
      return null;
  }
}

/** A promise, with the sum that was promised when it was not all that is open. */
function promiseDue({ ledger, chased, book }: Study, i: number, on: CalendarDay): Due {
  const made = book.invoices.get(numberKey(ledger.number[i] as string))?.promise;
  const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
  const promised = made?.promisedOn === on && made.amount !== null ? toMinor(made.amount, currency) : null;
  return { on, kind: 'promise', minor: chased.assessment.open[i] as number, promised };
}
