/**
 * What went wrong with a customer beside paying late: promises that were not kept, invoices it contested. The journal tells of them with their days;
 * where there is none, the columns of the sheet do.
 */
import { statusOf } from '../assess.ts';
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { numberKey, takenBack } from '../dunning/journal.ts';
import { type Assessment, CLOSED_STATUSES, FLAG, type JournalEntry, type Ledger } from '../types.ts';
import { nameKey } from '../words.ts';

/** Counts of one customer, up to the assessment's day. */
export interface Incidents {
  readonly brokenPromises: number;
  /** The day last promised in vain; NO_DAY for none. */
  readonly lastBrokenOn: CalendarDay;
  /** One about several invoices is one. */
  readonly disputes: number;
  /** Day of the last dispute that the journal tells; NO_DAY for none: a sheet does not say since when. */
  readonly lastDisputeOn: CalendarDay;
}

/** By index of the customer. */
export type IncidentsOf = (customer: number) => Incidents;

const NONE: Incidents = { brokenPromises: 0, lastBrokenOn: NO_DAY, disputes: 0, lastDisputeOn: NO_DAY };

/** The incidents of every customer; `journal` are all rows of the journal, where there is one. */
export function incidentsOf(ledger: Ledger, assessment: Assessment, journal: readonly JournalEntry[] = []): IncidentsOf {
  const of = new Map<number, { -readonly [Key in keyof Incidents]: Incidents[Key] }>();
  const at = (customer: number) => {
    const known = of.get(customer) ?? { ...NONE };
    of.set(customer, known);
    return known;
  };
  for (const { customer, kept, promisedOn } of assessment.told?.promises(assessment.asOf) ?? []) {
    if (kept) continue;
    const incidents = at(customer);
    incidents.brokenPromises++;
    if (promisedOn > incidents.lastBrokenOn) incidents.lastBrokenOn = promisedOn;
  }
  const { told, named } = disputesTold(ledger, assessment.asOf, journal);
  for (const { customer, on } of told) {
    const incidents = at(customer);
    incidents.disputes++;
    if (on > incidents.lastDisputeOn) incidents.lastDisputeOn = on;
  }
  for (let i = 0; i < ledger.size; i++) {
    if (((ledger.flags[i] as number) & FLAG.disputed) === 0 || assessment.exists[i] === 0) continue;
    if (CLOSED_STATUSES.has(statusOf(assessment, i)) || named.has(numberKey(ledger.number[i] as string))) continue;
    at(ledger.customer[i] as number).disputes++;
  }
  return (customer) => of.get(customer) ?? NONE;
}

interface TellsOfDispute {
  readonly customer: number;
  readonly on: CalendarDay;
}

/**
 * The disputes of the journal up to a day that were not taken back. The label of one told on any day may stand in the sheet as if it had always been
 * there: the invoices they all name are judged by the journal alone.
 */
function disputesTold(ledger: Ledger, asOf: CalendarDay, journal: readonly JournalEntry[]) {
  const told: TellsOfDispute[] = [];
  const named = new Set<string>();
  const taken = takenBack(journal, asOf);
  const rows = journal.filter(({ event }) => event === 'dispute');
  if (rows.length === 0) return { told, named };
  const owner = new Map(ledger.number.map((number, i) => [numberKey(number), ledger.customer[i] as number]));
  const byName = new Map(ledger.customers.flatMap(({ key, name }, c) => [key, nameKey(name)].map((word) => [word, c] as const)));
  for (const { id, customer, invoices, on } of rows) {
    const keys = invoices.map(numberKey);
    for (const key of keys) named.add(key);
    if (on > asOf || taken.has(id)) continue;
    const who = keys.map((key) => owner.get(key)).find((c) => c !== undefined) ?? byName.get(nameKey(customer));
    if (who !== undefined) told.push({ customer: who, on });
  }
  return { told, named };
}
