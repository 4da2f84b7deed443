/**
 * Where each payment plan stands on a day. Every instalment must be in by its day and some days of grace; one that is not reopens the whole balance,
 * at the rung where it was. A plan moves neither ages nor interest.
 */
import { addDays, type CalendarDay, dayFromIso, isoOf } from '../calendar.ts';
import { toMinor } from '../money.ts';
import type { Settings } from '../settings.ts';
import type { PlanLine } from '../tabs/index.ts';
import type { JournalEntry, Ledger, Problem } from '../types.ts';
import { nameKey } from '../words.ts';
import { type JournalBook, numberKey } from './journal.ts';
import { openAt } from './promises.ts';

/** One part, in minor units. */
export interface PlanPart {
  readonly on: CalendarDay;
  readonly minor: number;
}

/** Where the plan of an invoice stands. `next`: the first part still to come, which is waited for up to and including `until`. */
export type PlanStanding =
  | { readonly kind: 'on-plan'; readonly next: PlanPart; readonly until: CalendarDay }
  | { readonly kind: 'missed'; readonly missedOn: CalendarDay }
  | { readonly kind: 'over' };

/** A plan in force: its invoices (indexes), and its parts in order of their days. */
export interface Plan {
  readonly invoices: readonly number[];
  readonly parts: readonly PlanPart[];
  readonly standing: PlanStanding;
}

/** What the Plans tab comes to on a day. */
export interface Plans {
  /** The plan of each invoice, by index. */
  readonly of: ReadonlyMap<number, Plan>;
  /** Plans the tab holds and the journal does not know. */
  readonly unnoted: readonly Plan[];
  readonly problems: readonly Problem[];
}

const NO_PLANS: Plans = { of: new Map(), unnoted: [], problems: [] };

/** A journal row's reference to the days of a plan's parts: by them the plan's lines are told from those of a former plan. */
export function planDays(parts: readonly { readonly on: CalendarDay }[]): string {
  return [...new Set(parts.map(({ on }) => isoOf(on)))].join(' ');
}

function daysNamed({ reference }: JournalEntry): readonly CalendarDay[] {
  return reference
    .split(' ')
    .map(dayFromIso)
    .filter((day) => day !== null);
}

/** The plans in force on `asOf`. */
export function plansInForce(ledger: Ledger, lines: readonly PlanLine[], book: JournalBook, settings: Settings, asOf: CalendarDay): Plans {
  if (lines.length === 0) return NO_PLANS;
  const { byInvoice, problems } = matched(ledger, lines);
  const of = new Map<number, Plan>();
  const unnoted: Plan[] = [];
  const current = new Map([...byInvoice].map(([i, own]) => [i, currentLines(ledger, i, own, book, settings, asOf)] as const));
  for (const [i, { lines: own, newest }] of current) {
    if (of.has(i) || own.length === 0) continue;
    // Invoices put on one plan are judged together: the money may have been booked on either.
    const members = newest === null ? [i] : [...current].filter(([, other]) => other.newest === newest).map(([member]) => member);
    const parts = merged(members.flatMap((member) => current.get(member)?.lines ?? []));
    const plan = { invoices: members, parts, standing: standingOfPlan(ledger, members, parts, settings, asOf) };
    for (const member of members) of.set(member, plan);
    if (newest !== null) continue;
    unnoted.push(plan);
    const whole = parts.reduce((sum, { minor }) => sum + minor, 0);
    if (!addsUp(ledger, i, whole, settings, asOf)) problems.push(problemAt((own[0] as OwnLine).line, 'plan-not-whole'));
  }
  return { of, unnoted, problems };
}

interface OwnLine {
  readonly line: PlanLine;
  readonly part: PlanPart;
}

/** The lines of each invoice of the sheet, in the order in which they stand; a second line for the same day replaces the first. */
function matched(ledger: Ledger, lines: readonly PlanLine[]): { byInvoice: Map<number, OwnLine[]>; problems: Problem[] } {
  const byNumber = new Map<string, number[]>();
  ledger.number.forEach((number, i) => {
    const key = numberKey(number);
    if (key !== '') byNumber.set(key, [...(byNumber.get(key) ?? []), i]);
  });
  const byInvoice = new Map<number, OwnLine[]>();
  const problems: Problem[] = [];
  for (const line of lines) {
    const isOf = (i: number) => {
      const customer = ledger.customers[ledger.customer[i] as number];
      return line.customer === '' || nameKey(customer?.name ?? '') === nameKey(line.customer) || customer?.key === nameKey(line.customer);
    };
    const i = (byNumber.get(numberKey(line.invoice)) ?? []).find(isOf);
    const currency = i === undefined ? null : (ledger.currencies[ledger.currency[i] as number] ?? null);
    if (i === undefined || (line.currency !== null && line.currency !== currency)) {
      problems.push(problemAt(line, i === undefined ? 'unknown-invoice' : 'other-currency'));
      continue;
    }
    const own = (byInvoice.get(i) ?? []).filter(({ part }) => part.on !== line.dueOn);
    byInvoice.set(i, [...own, { line, part: { on: line.dueOn, minor: toMinor(line.amount, currency) } }]);
  }
  return { byInvoice, problems };
}

/**
 * Which lines are the plan of today, and the journal row that made it (null: none does yet). Lines for days that only a former plan (or one taken back, or one made later) named are no more; lines the
 * journal does not know are a new plan when they make what is open, else a change of the one there is.
 */
function currentLines(
  ledger: Ledger,
  i: number,
  own: readonly OwnLine[],
  book: JournalBook,
  settings: Settings,
  asOf: CalendarDay,
): { readonly lines: readonly OwnLine[]; readonly newest: JournalEntry | null } {
  const key = numberKey(ledger.number[i] as string);
  const noted = book.plans.filter(({ entry }) => entry.invoices.some((number) => numberKey(number) === key));
  const newest = noted.filter(({ stands }) => stands).at(-1)?.entry ?? null;
  const named = new Set(noted.flatMap(({ entry }) => daysNamed(entry)));
  const unnamed = own.filter(({ part }) => !named.has(part.on));
  const whole = unnamed.reduce((sum, { part }) => sum + part.minor, 0);
  const isNew = unnamed.length > 0 && Math.abs(whole - openAt(ledger, i, asOf)) <= toleranceOf(ledger, i, settings);
  if (newest === null || isNew) return { lines: unnamed, newest: null };
  const kept = new Set(daysNamed(newest));
  return { lines: own.filter(({ part }) => kept.has(part.on) || !named.has(part.on)), newest };
}

/** Parts of one day together, days ascending. */
function merged(lines: readonly OwnLine[]): PlanPart[] {
  const byDay = new Map<CalendarDay, number>();
  for (const { part } of lines) byDay.set(part.on, (byDay.get(part.on) ?? 0) + part.minor);
  return [...byDay].map(([on, minor]) => ({ on, minor })).sort((a, b) => a.on - b.on);
}

/**
 * A part is in when what is left open is no more than the parts still to come. Where the sheet has one payment cell, only the last payment has a day:
 * then what is open now decides. What was open at first is what the plan adds up to, or all that was invoiced where it covers less than is open:
 * rather too patient than too hard.
 */
function standingOfPlan(
  ledger: Ledger,
  members: readonly number[],
  parts: readonly PlanPart[],
  settings: Settings,
  asOf: CalendarDay,
): PlanStanding {
  const hasDays = (i: number) => ledger.rare.get(i)?.payments !== undefined;
  const openOn = (day: CalendarDay) => members.reduce((sum, i) => sum + Math.max(0, openAt(ledger, i, hasDays(i) ? day : asOf)), 0);
  const whole = parts.reduce((sum, { minor }) => sum + minor, 0);
  const tolerance = toleranceOf(ledger, members[0] as number, settings);
  const invoiced = members.reduce((sum, i) => sum + (ledger.amount[i] as number), 0);
  let left = whole + tolerance >= openOn(asOf) ? whole : invoiced;
  for (const part of parts) {
    left -= part.minor;
    const until = addDays(part.on, settings.promiseGrace);
    const isIn = openOn(Math.min(until, asOf) as CalendarDay) <= left + tolerance;
    if (!isIn) return until < asOf ? { kind: 'missed', missedOn: part.on } : { kind: 'on-plan', next: part, until };
  }
  return { kind: 'over' };
}

function addsUp(ledger: Ledger, i: number, whole: number, settings: Settings, asOf: CalendarDay): boolean {
  const tolerance = toleranceOf(ledger, i, settings);
  return [ledger.amount[i] as number, openAt(ledger, i, asOf)].some((sum) => Math.abs(sum - whole) <= tolerance);
}

function toleranceOf(ledger: Ledger, i: number, settings: Settings): number {
  return toMinor(settings.tolerance, ledger.currencies[ledger.currency[i] as number] ?? null);
}

function problemAt({ sheet, row, invoice }: PlanLine, detail: string): Problem {
  return { sheet, row, column: null, kind: 'bad-tab-line', severity: 'notice', found: invoice, detail };
}
