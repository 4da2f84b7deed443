/**
 * Whom the coming days will bring to contact, if nobody pays and each step is done on its day: so that a week can be planned, and a cadence judged
 * before it writes to anybody. The days are lived through by the very engine that plans today, with steps noted as done that are not.
 */
import { addDays, isoOf } from './calendar.ts';
import { draftRows, JournalPen } from './dunning/drafts.ts';
import { blocksOf } from './dunning/guards.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { isBusinessDay } from './law/holidays.ts';
import { toDecimal } from './money.ts';
import { onDay, type Study } from './study.ts';
import type { Channel, GuardId, JournalEntry, JournalEvent } from './types.ts';

/** One contact to come: one customer, at one address, on one day. */
export interface ComingContact {
  /** ISO day. */
  readonly on: string;
  readonly customer: string;
  /** Null when no address is known. */
  readonly to: string | null;
  /** The highest stage of the contact; channel null: hand-over, a decision and no contact. */
  readonly stage: string;
  readonly channel: Channel | null;
  /** What will be asked for, by currency. */
  readonly currencies: Readonly<Record<string, number>>;
  readonly invoices: readonly string[];
  /** What stands in its way today; it is counted as done all the same. */
  readonly blockedBy: readonly GuardId[];
}

/** Two weeks can be planned; beyond, payments will have changed everything. */
export const COMING_DAYS = 14;
const LONGEST = 366;

/** What is noted when a step is done, by its channel. */
function eventOf(channel: Channel | null): JournalEvent {
  switch (channel) {
    case null:
      return 'handed-over';
    case 'email':
      return 'sent';
    case 'call':
      return 'called';
    case 'letter':
    case 'registered-letter':
      return 'letter';
    default:
      return channel satisfies never;
  }
}

/**
 * The contacts of the study's day and of the following ones, `days` in all, in the order in which they come; of one day, in the order of its
 * worklist. What a credit covers is nobody's debt, and is left out.
 */
export function comingDays(today: Study, days: number = COMING_DAYS): ComingContact[] {
  const contacts: ComingContact[] = [];
  const done: JournalEntry[] = [...today.journal.slice(today.tabs.journal.length)];
  const pen = new JournalPen(today.journal, '', '');
  let study = today;
  let asOf = today.asOf;
  for (let n = 0; n < Math.min(days, LONGEST); n++) {
    if (n > 0) {
      asOf = addDays(asOf, 1);
      // Steps fall on business days; what a pause or a promise delays is found again on the next.
      if (!isBusinessDay(asOf, today.country)) continue;
      study = onDay(today, asOf, done);
    }
    for (const entry of study.work.entries) {
      if (!entry.due) continue;
      const blockedBy = blocksOf(entry, study.guards).map(({ guard }) => guard);
      if (blockedBy.includes('covered-by-credit')) continue;
      contacts.push(contactOf(study, entry, blockedBy));
      done.push(...draftRows(study, entry, eventOf(entry.channel), pen));
    }
  }
  return contacts;
}

function contactOf(study: Study, entry: WorkEntry, blockedBy: readonly GuardId[]): ComingContact {
  const { ledger } = study;
  const currencies: Record<string, number> = {};
  for (const [index, minor] of entry.totals) {
    const currency = ledger.currencies[index] ?? null;
    currencies[currency ?? ''] = toDecimal(minor, currency);
  }
  return {
    on: isoOf(study.asOf),
    customer: ledger.customers[entry.customer]?.name ?? '',
    to: entry.address === '' ? null : entry.address,
    stage: entry.stage,
    channel: entry.channel,
    currencies,
    invoices: entry.invoices.map((i) => ledger.number[i] as string),
    blockedBy,
  };
}
