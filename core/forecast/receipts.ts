/**
 * What each open invoice is expected to bring, and when: on the day that was promised or planned, else when its customer usually pays, else, where that
 * day has passed, some time after today. What nobody can date is left out, and named.
 */
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { FLAG, type Ledger } from '../types.ts';
import type { Awaited, AwaitedPaths } from './awaited.ts';
import type { Delays, Waits } from './delays.ts';
import type { OpenBalances } from './open-balances.ts';

/** Money expected of one invoice. Minor units of the invoice's currency. */
export interface Receipt {
  readonly invoice: number;
  minor: number;
  readonly dueOn: CalendarDay;
  /** The day it is expected; NO_DAY: spread over `waits`. */
  readonly on: CalendarDay;
  /** When such invoices came in, counted from the due date; null where a day is expected. */
  readonly waits: Waits | null;
  /** The day was agreed: no habit makes it later or earlier. */
  readonly isAgreed: boolean;
}

export type ExcludedWhy = 'disputed' | 'dispute-overdue' | 'legal' | 'undated' | 'no-experience';

/** Money of which nobody can say when it will come. */
export interface Excluded {
  readonly invoice: number;
  readonly minor: number;
  readonly why: ExcludedWhy;
}

export interface Receipts {
  readonly expected: readonly Receipt[];
  readonly excluded: readonly Excluded[];
}

/**
 * The receipts of everything open on a day. Cents within the tolerance are not expected; unapplied credits of a customer are taken off what it is
 * expected to pay, oldest due date first.
 */
export function receiptsOf(ledger: Ledger, open: OpenBalances, delays: Delays, paths: AwaitedPaths): Receipts {
  const asOf = open.on;
  const expected: Receipt[] = [];
  const excluded: Excluded[] = [];
  for (let k = 0; k < open.invoices.length; k++) {
    const i = open.invoices[k] as number;
    const left = open.left[k] as number;
    if ((ledger.flags[i] as number) & FLAG.credit) {
      excluded.push({ invoice: i, minor: left, why: 'undated' });
      continue;
    }
    const path = paths.size === 0 ? undefined : paths.get(i);
    const rest = path === undefined ? left : agreed(i, left, path, { ledger, asOf, delays, expected, excluded });
    if (rest <= 0) continue;
    const due = ledger.dueOn[i] as CalendarDay;
    if (due === NO_DAY) {
      excluded.push({ invoice: i, minor: rest, why: 'undated' });
      continue;
    }
    const customer = ledger.customer[i] as number;
    const usual = due + delays.median(customer);
    const notBefore = path?.notBefore ?? NO_DAY;
    const on = Math.max(usual, notBefore) as CalendarDay;
    if (on > asOf) {
      expected.push({ invoice: i, minor: rest, dueOn: due, on, waits: null, isAgreed: notBefore >= usual });
      continue;
    }
    const waits = delays.beyond(customer, asOf - due);
    if (waits === null) excluded.push({ invoice: i, minor: rest, why: 'no-experience' });
    else expected.push({ invoice: i, minor: rest, dueOn: due, on: NO_DAY, waits, isAgreed: false });
  }
  return { expected: lessCredits(ledger, open, expected), excluded };
}

interface Made {
  readonly ledger: Ledger;
  readonly asOf: CalendarDay;
  readonly delays: Delays;
  readonly expected: Receipt[];
  readonly excluded: Excluded[];
}

/** Receipts for what was said of an invoice; what is left of it goes by habit. Money expected for a day in its grace may come from tomorrow on. */
function agreed(invoice: number, open: number, path: Awaited, { ledger, asOf, delays, expected, excluded }: Made): number {
  const leaveOut = (minor: number, why: ExcludedWhy) => excluded.push({ invoice, minor, why });
  const tomorrow = addDays(asOf, 1);
  if (path.isLegal) {
    leaveOut(open, 'legal');
    return 0;
  }
  let left = open;
  const dueOn = ledger.dueOn[invoice] as CalendarDay;
  if (path.disputed !== null) {
    const minor = Math.min(left, path.disputed.minor);
    const { deadline } = path.disputed;
    left -= minor;
    if (deadline === null) leaveOut(minor, 'disputed');
    else if (deadline < asOf) leaveOut(minor, 'dispute-overdue');
    else {
      // Once it is settled it is owed like any other: not before the customer's usual day.
      const usual = dueOn === NO_DAY ? NO_DAY : dueOn + delays.median(ledger.customer[invoice] as number);
      expected.push({ invoice, minor, dueOn, on: Math.max(usual, deadline + 1) as CalendarDay, waits: null, isAgreed: true });
    }
  }
  for (const { on, minor } of path.parts) {
    const part = Math.min(left, minor);
    if (part <= 0) continue;
    left -= part;
    expected.push({ invoice, minor: part, dueOn, on: Math.max(on, tomorrow) as CalendarDay, waits: null, isAgreed: true });
  }
  return left;
}

/** Whoever has a credit deducts it from what it pays next. */
function lessCredits(ledger: Ledger, { credits, hasCredits }: OpenBalances, expected: readonly Receipt[]): readonly Receipt[] {
  const { customer, currency, currencies } = ledger;
  if (!hasCredits) return expected;
  const owing = new Map<number, Receipt[]>();
  for (const receipt of expected) {
    const who = customer[receipt.invoice] as number;
    const c = currency[receipt.invoice] as number;
    if (credits(who, c) <= 0) continue;
    const key = who * currencies.length + c;
    const known = owing.get(key);
    if (known) known.push(receipt);
    else owing.set(key, [receipt]);
  }
  if (owing.size === 0) return expected;
  for (const receipts of owing.values()) {
    const { invoice } = receipts[0] as Receipt;
    let credit = credits(customer[invoice] as number, currency[invoice] as number);
    receipts.sort((a, b) => a.dueOn - b.dueOn || a.invoice - b.invoice || a.on - b.on);
    for (const receipt of receipts) {
      const taken = Math.min(credit, receipt.minor);
      receipt.minor -= taken;
      credit -= taken;
    }
  }
  return expected.filter(({ minor }) => minor > 0);
}
