/**
 * Whether invoices that were reminded are still what the customer was told. The journal remembers number, customer, sum and currency of each reminder;
 * an invoice that is gone, went to another customer, or whose amount no payment can explain, is said: the customer holds another paper.
 */
import { type CalendarDay, isoOf } from '../calendar.ts';
import { decimalsOf, toDecimal, toMinor } from '../money.ts';
import type { Settings } from '../settings.ts';
import { FLAG, type JournalEntry, type JournalEvent, type Ledger, type Problem } from '../types.ts';
import { nameKey } from '../words.ts';
import type { JournalPlace } from './chain.ts';
import { type JournalBook, numberKey, takenBack } from './journal.ts';

/** The journal, folded and row by row. */
export interface Journaled {
  readonly book: JournalBook;
  readonly journal: readonly JournalEntry[];
  readonly places: ReadonlyMap<JournalEntry, JournalPlace>;
}

const REMINDED: ReadonlySet<JournalEvent> = new Set(['drafted', 'sent', 'presumed-sent', 'letter'] as const);

/** Invoices (by index) that changed, with what changed, and problems for those that left; each by its newest reminder. */
export function remindedInvoices(
  ledger: Ledger,
  { book, journal, places }: Journaled,
  settings: Settings,
  asOf: CalendarDay,
): { readonly changed: readonly { readonly i: number; readonly detail: string }[]; readonly vanished: readonly Problem[] } {
  const taken = takenBack(journal, asOf);
  const newest = new Map<string, JournalEntry>();
  for (const entry of journal) {
    if (entry.on > asOf || taken.has(entry.id)) continue;
    // A note about an invoice that left is the user's word on it: enough said.
    // Thanks and statements ask for nothing: their sums are others.
    if (REMINDED.has(entry.event) && entry.stage !== '') for (const number of entry.invoices) newest.set(numberKey(number), entry);
    else if (entry.event === 'note') for (const number of entry.invoices) newest.delete(numberKey(number));
  }
  if (newest.size === 0) return { changed: [], vanished: [] };
  const byNumber = new Map<string, number[]>();
  ledger.number.forEach((number, i) => {
    const key = numberKey(number);
    byNumber.set(key, [...(byNumber.get(key) ?? []), i]);
  });
  const changed: { i: number; detail: string }[] = [];
  const vanished: Problem[] = [];
  const weighed = new Set<JournalEntry>();
  for (const [key, entry] of newest) {
    const rows = byNumber.get(key);
    const place = places.get(entry);
    if (rows === undefined) {
      const found = entry.invoices.find((number) => numberKey(number) === key) ?? key;
      if (place)
        vanished.push({ ...place, column: null, kind: 'chased-invoice-vanished', severity: 'notice', found, detail: entry.customer });
      continue;
    }
    const i = rows.find((row) => isOf(ledger, row, entry.customer)) ?? (rows[0] as number);
    const detail = changeOf(ledger, i, entry);
    if (detail !== null) changed.push({ i, detail });
    else if (!weighed.has(entry)) {
      weighed.add(entry);
      const members = entry.invoices.map((number) => byNumber.get(numberKey(number))?.[0]);
      const sum = members.every((member) => member !== undefined) ? otherSum(ledger, members as number[], entry, book, settings) : null;
      if (sum !== null) changed.push({ i, detail: sum });
    }
  }
  return { changed, vanished };
}

function isOf(ledger: Ledger, i: number, name: string): boolean {
  const customer = ledger.customers[ledger.customer[i] as number];
  return customer !== undefined && (nameKey(customer.name) === nameKey(name) || customer.key === nameKey(name));
}

/** Another customer or currency than reminded, as `Dupont → Durand`; null when they agree. */
function changeOf(ledger: Ledger, i: number, entry: JournalEntry): string | null {
  const customer = ledger.customers[ledger.customer[i] as number];
  if (entry.customer !== '' && customer !== undefined && !isOf(ledger, i, entry.customer)) return `${entry.customer} → ${customer.name}`;
  const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
  return entry.currency !== null && currency !== null && currency !== entry.currency ? `${entry.currency} → ${currency}` : null;
}

/**
 * What was asked lies between all that was invoiced and what no payment or credit has taken off to this day; a sum outside cannot be the same
 * invoices. Null when it can, and where a dispute was ever noted, for then only a part may have been asked.
 */
function otherSum(ledger: Ledger, members: readonly number[], entry: JournalEntry, book: JournalBook, settings: Settings): string | null {
  const currency = ledger.currencies[ledger.currency[members[0] as number] as number] ?? null;
  if (entry.amount === null) return null;
  const asked = toMinor(entry.amount, currency);
  const tolerance = toMinor(settings.tolerance, currency);
  let most = 0;
  let least = 0;
  for (const i of members) {
    const history = book.invoices.get(numberKey(ledger.number[i] as string));
    const wasDisputed = history !== undefined && (history.dispute !== null || history.disputeResolved !== 'no');
    const facts = ledger.rare.get(i);
    if (wasDisputed || ((ledger.flags[i] as number) & (FLAG.error | FLAG.disputed)) !== 0 || facts?.disputedMinor != null) return null;
    const amount = ledger.amount[i] as number;
    const credited = (facts?.credits ?? []).reduce((sum, { minor }) => sum + minor, 0);
    most += amount;
    least += Math.min(amount, amount - (ledger.paid[i] as number) - credited);
  }
  if (asked <= most + tolerance && asked >= least - tolerance) return null;
  const text = (minor: number) => [toDecimal(minor, currency).toFixed(decimalsOf(currency)), currency].filter(Boolean).join(' ');
  return `${text(asked)} → ${text(most)}, ${isoOf(entry.on)}`;
}
