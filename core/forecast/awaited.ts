/**
 * What was said about the money of an open invoice beside its due date: a promised day, the parts of a plan, a dispute, a pause, a hand-over. A day that
 * was agreed is believed before any habit.
 */
import { statusOf } from '../assess.ts';
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Chase } from '../dunning/chase.ts';
import { type JournalBook, numberKey } from '../dunning/journal.ts';
import type { Plan } from '../dunning/plans.ts';
import { toMinor } from '../money.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { type Assessment, CLOSED_STATUSES, FLAG, type Ledger } from '../types.ts';

/** A sum awaited on a day; infinite for all that is open. */
export interface AwaitedPart {
  readonly on: CalendarDay;
  readonly minor: number;
}

/** Another path to the money of one invoice. */
export interface Awaited {
  readonly isLegal: boolean;
  /** Infinite when the whole invoice is contested. `deadline` null: nobody named a day. */
  readonly disputed: { readonly minor: number; readonly deadline: CalendarDay | null } | null;
  readonly parts: readonly AwaitedPart[];
  /** Nothing is expected before this day; NO_DAY for none. */
  readonly notBefore: CalendarDay;
}

/** By index of the invoice; those that nothing was said about are not in it. */
export type AwaitedPaths = ReadonlyMap<number, Awaited>;

const ORDINARY: Awaited = { isLegal: false, disputed: null, parts: [], notBefore: NO_DAY };

/** What the columns of the sheet alone say: promises whose grace has not passed, disputes, pauses, hand-overs. */
export function awaitedInSheet(ledger: Ledger, assessment: Assessment): AwaitedPaths {
  const { asOf } = assessment;
  const paths = new Map<number, Awaited>();
  for (let i = 0; i < ledger.size; i++) {
    const flags = ledger.flags[i] as number;
    if ((flags & (FLAG.rare | FLAG.legal | FLAG.disputed)) === 0 || assessment.exists[i] === 0) continue;
    if (CLOSED_STATUSES.has(statusOf(assessment, i))) continue;
    const { promise, holdUntil, disputedMinor, disputeDeadline } = ledger.rare.get(i) ?? {};
    const isOver = promise == null || promise.promisedOn + DEFAULT_SETTINGS.promiseGrace < asOf;
    paths.set(i, {
      isLegal: (flags & FLAG.legal) !== 0,
      disputed: flags & FLAG.disputed ? { minor: disputedMinor ?? Number.POSITIVE_INFINITY, deadline: disputeDeadline ?? null } : null,
      parts: isOver ? [] : [{ on: promise.promisedOn, minor: promise.minor ?? Number.POSITIVE_INFINITY }],
      notBefore: holdUntil != null && holdUntil >= asOf ? holdUntil : NO_DAY,
    });
  }
  return paths;
}

/** What sheet, tabs and journal say together, as the chase has weighed it. */
export function awaitedIn(ledger: Ledger, { assessment, courses, plans }: Chase, book: JournalBook): AwaitedPaths {
  const paths = new Map<number, Awaited>();
  const promised = new Map<string, number[]>();
  const planned = new Set<Plan>();
  const historyOf = (i: number) => book.invoices.get(numberKey(ledger.number[i] as string));
  for (const [i, { detour, contestedMinor }] of courses) {
    const status = statusOf(assessment, i);
    if (assessment.exists[i] === 0 || CLOSED_STATUSES.has(status)) continue;
    const deadline = historyOf(i)?.dispute?.deadline ?? ledger.rare.get(i)?.disputeDeadline ?? null;
    const path = { ...ORDINARY, disputed: contestedMinor > 0 ? { minor: contestedMinor, deadline } : null };
    paths.set(i, path);
    // The assessment has the last word: a row held by a problem is on no path.
    switch (detour?.kind === status ? detour.kind : null) {
      case 'legal':
        paths.set(i, { ...path, isLegal: true });
        break;
      case 'disputed':
        if (detour?.kind === 'disputed')
          paths.set(i, { ...path, disputed: { minor: Number.POSITIVE_INFINITY, deadline: detour.deadline } });
        break;
      case 'on-hold':
        if (detour?.kind === 'on-hold') paths.set(i, { ...path, notBefore: detour.until });
        break;
      case 'promised': {
        if (detour?.kind !== 'promised') break;
        const made = historyOf(i)?.promise;
        const isOfJournal = made?.promisedOn === detour.promisedOn;
        const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
        const minor = isOfJournal
          ? made.amount === null
            ? null
            : toMinor(made.amount, currency)
          : (ledger.rare.get(i)?.promise?.minor ?? null);
        // A sum for several invoices is shared out below: oldest first.
        const key = isOfJournal && minor !== null ? [detour.promisedOn, minor, currency, ...made.invoices].join(' ') : `${i}`;
        promised.set(key, [...(promised.get(key) ?? []), i]);
        paths.set(i, { ...path, parts: [{ on: detour.promisedOn, minor: minor ?? Number.POSITIVE_INFINITY }] });
        break;
      }
      case 'on-plan': {
        const plan = plans.of.get(i);
        if (plan) planned.add(plan);
        break;
      }
      default:
    }
  }
  for (const invoices of promised.values()) {
    const part = (paths.get(invoices[0] as number) as Awaited).parts[0] as AwaitedPart;
    shareOut(ledger, assessment, paths, invoices, [part]);
  }
  for (const { invoices, parts } of planned) {
    const members = invoices.filter((i) => paths.has(i) && statusOf(assessment, i) === 'on-plan');
    shareOut(ledger, assessment, paths, members, stillToCome(parts, openSum(assessment, members)));
  }
  return paths;
}

function openSum({ open }: Assessment, invoices: readonly number[]): number {
  return invoices.reduce((sum, i) => sum + Math.max(0, open[i] as number), 0);
}

/** The parts that what is open still has to cover: what came in was for the first ones. */
function stillToCome(parts: readonly AwaitedPart[], open: number): AwaitedPart[] {
  let left = open;
  const coming: AwaitedPart[] = [];
  for (let p = parts.length - 1; p >= 0 && left > 0; p--) {
    const { on, minor } = parts[p] as AwaitedPart;
    coming.unshift({ on, minor: Math.min(minor, left) });
    left -= minor;
  }
  return coming;
}

/** Sums for several invoices, shared out to the oldest first. */
function shareOut(
  ledger: Ledger,
  { open }: Assessment,
  paths: Map<number, Awaited>,
  invoices: readonly number[],
  parts: readonly AwaitedPart[],
): void {
  const queue = [...parts];
  for (const i of [...invoices].sort((a, b) => (ledger.dueOn[a] as number) - (ledger.dueOn[b] as number) || a - b)) {
    let left = Math.max(0, open[i] as number);
    const own: AwaitedPart[] = [];
    while (left > 0 && queue.length > 0) {
      const { on, minor } = queue[0] as AwaitedPart;
      const taken = Math.min(left, minor);
      if (taken > 0) own.push({ on, minor: taken });
      left -= taken;
      if (minor > taken) queue[0] = { on, minor: minor - taken };
      else queue.shift();
    }
    paths.set(i, { ...(paths.get(i) as Awaited), parts: own });
  }
}
