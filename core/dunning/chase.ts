/**
 * The chase of a whole ledger on one day: for every invoice its last action, its next one and why. What was done and what holds an invoice is
 * gathered first (few rows have any of it), then the ledger is assessed, then each open invoice climbs its ladder.
 */
import { assess, type Path, statusOf } from '../assess.ts';
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { toDecimal } from '../money.ts';
import type { Settings } from '../settings.ts';
import type { PlanLine } from '../tabs/index.ts';
import {
  type Assessment,
  type Cadence,
  FLAG,
  type LastAction,
  type Ledger,
  type ProblemKind,
  type Reason,
  STATUSES,
  type Status,
} from '../types.ts';
import { nameKey } from '../words.ts';
import { overdueFrom, watchFrom } from './cadence.ts';
import { type Course, courseOf, type Detour } from './course.ts';
import { historiesOfCustomers, type JournalBook, roundOf, stageKey } from './journal.ts';
import { type ChaseFacts, type ChaseRules, nextAction, type Planned } from './next-action.ts';
import { plainPlans } from './plain-plans.ts';
import { type Plans, plansInForce } from './plans.ts';
import { openAt, PromiseJudge } from './promises.ts';
import { LastActionCells, type Standing, standingOf } from './standing.ts';
import { toldPaths } from './told-paths.ts';

/** Whom the ledger's customers are beside their name: by index of `ledger.customers`. */
export interface CustomerTerms {
  readonly cadence: Cadence;
  /** Folded; '' for none. */
  readonly segment: string;
  readonly holdUntil: CalendarDay | null;
}

/** The ledger, assessed and chased, parallel to its rows. */
export interface Chase {
  readonly assessment: Assessment;
  /** Next action, its stage and reason; null where nothing is to be done. */
  readonly planned: readonly (Planned | null)[];
  readonly standings: ReadonlyMap<number, Standing>;
  readonly courses: ReadonlyMap<number, Course>;
  /** Last contact of each customer (index into `ledger.customers`), NO_DAY for none. */
  readonly contactOn: Int32Array;
  readonly plans: Plans;
  readonly rules: ChaseRules;
}

/** What the chase needs beside the ledger. */
export interface ChaseContext {
  readonly settings: Settings;
  readonly cadences: ReadonlyMap<string, Cadence>;
  readonly book: JournalBook;
  readonly planLines: readonly PlanLine[];
  /** The terms of customer `c` for invoice `i`; −1 (no customer) gives the default. */
  readonly termsOf: (c: number, i: number) => CustomerTerms;
  readonly country: string | null;
  /** The sheet's date order, for last-action cells; null when unknown. */
  readonly monthFirst: boolean | null;
}

/** Assesses the ledger and plans the next action of every open invoice on `asOf`. */
export function chase(ledger: Ledger, context: ChaseContext, asOf: CalendarDay): Chase {
  const { standings, courses, contactOn, plans } = whatWasDone(ledger, context, asOf);
  const assessed = assess(ledger, context.settings, asOf, { paths: pathsOf(courses), thresholds: thresholdsBy(ledger, context) });
  const assessment = { ...assessed, told: toldPaths(ledger, context.book, context.settings) };
  const { rest, minimumInterval, calls, entry, noticeDays, repeatHandOver } = context.settings;
  const rules: ChaseRules = { rest, minimumInterval, calls, entry, noticeDays, repeatHandOver, country: context.country };

  const openAmount = (i: number): number =>
    toDecimal(assessment.open[i] as number, ledger.currencies[ledger.currency[i] as number] ?? null);
  const plain = plainPlans(rules, asOf, openAmount);
  const planned = new Array<Planned | null>(ledger.size).fill(null);
  for (let i = 0; i < ledger.size; i++) {
    if (assessment.exists[i] === 0 || IS_CHASED[assessment.status[i] as number] === 0 || ledger.dueOn[i] === NO_DAY) continue;
    const customer = ledger.customer[i] as number;
    const { cadence, segment } = context.termsOf(customer, i);
    const standing = standings.get(i);
    const course = courses.get(i);
    const dueOn = ledger.dueOn[i] as CalendarDay;
    const customerContactOn = customer < 0 ? NO_DAY : (contactOn[customer] as CalendarDay);
    if (standing === undefined && course === undefined) {
      planned[i] = plain(i, cadence, segment, dueOn, customerContactOn);
      continue;
    }
    const facts: ChaseFacts = {
      dueOn,
      done: standing?.done ?? null,
      invoiceContactOn: standing?.contactOn ?? NO_DAY,
      customerContactOn,
      lastStage: standing?.lastAction?.stage ?? '',
      pause: pauseOf(course?.detour),
      brokenPromiseOn: course?.brokenPromiseOn ?? NO_DAY,
      missedInstalmentOn: course?.missedInstalmentOn ?? NO_DAY,
      handedOverOn: course?.handedOverOn ?? NO_DAY,
      segment,
      openAmount: openAmount(i),
    };
    planned[i] = alreadyWaiting(nextAction(facts, cadence, rules, asOf), standing);
  }
  return { assessment, planned, standings, courses, contactOn, plans, rules };
}

const CHASED: ReadonlySet<Status> = new Set<Status>(['overdue', 'watch', 'not-due', 'promised', 'on-hold', 'on-plan']);
/** The same by index of the status. */
const IS_CHASED = Uint8Array.from(STATUSES, (status) => (CHASED.has(status) ? 1 : 0));

/** What is known of the past before anything is planned. */
interface Past {
  readonly standings: Map<number, Standing>;
  readonly courses: Map<number, Course>;
  readonly contactOn: Int32Array;
  readonly plans: Plans;
}

/** What was done about each invoice and what holds it: gathered only where the sheet or the journal says something. */
function whatWasDone(ledger: Ledger, context: ChaseContext, asOf: CalendarDay): Past {
  const { settings, book, termsOf, cadences } = context;
  const cells = new LastActionCells(ledger, context.monthFirst, asOf);
  const standings = new Map<number, Standing>();
  const courses = new Map<number, Course>();
  const contactOn = contactsOfCustomers(ledger, book);
  const wideOf = historiesOfCustomers(ledger.customers, book);
  const plans = plansInForce(ledger, context.planLines, book, settings, asOf);
  const judge = new PromiseJudge(ledger, settings, asOf);
  const hasPlans = plans.of.size > 0;
  const marked = FLAG.rare | FLAG.legal | FLAG.disputed | FLAG.formalNotice;
  for (let i = 0; i < ledger.size; i++) {
    const customer = ledger.customer[i] as number;
    const terms = termsOf(customer, i);
    const plan = hasPlans ? plans.of.get(i) : undefined;
    if (book.empty && !plan && ledger.lastAction[i] === 0 && ((ledger.flags[i] as number) & marked) === 0 && terms.holdUntil === null)
      continue;
    if ((ledger.issuedOn[i] as number) > asOf) continue;
    const standing = standingOf(ledger, i, book, cells, terms.cadence, cadences);
    if (standing.history || standing.done || standing.contactOn !== NO_DAY) standings.set(i, standing);
    if (customer >= 0 && standing.contactOn > (contactOn[customer] as number)) contactOn[customer] = standing.contactOn;
    const wide = wideOf(customer);
    const isSilent = !standing.history && !wide && !plan && terms.holdUntil === null && ((ledger.flags[i] as number) & marked) === 0;
    if (isSilent) continue;
    const sources = { history: standing.history, wide, customerHold: terms.holdUntil, plan };
    const course = courseOf(ledger, i, sources, settings, openAt(ledger, i, asOf), asOf, judge);
    const isLadder = course.detour === null && course.contestedMinor === 0 && course.handedOverOn === NO_DAY;
    if (!isLadder || course.brokenPromiseOn !== NO_DAY || course.missedInstalmentOn !== NO_DAY) courses.set(i, course);
  }
  return { standings, courses, contactOn, plans };
}

function pathsOf(courses: ReadonlyMap<number, Course>): ReadonlyMap<number, Path> {
  const paths = new Map<number, Path>();
  for (const [i, { detour }] of courses) if (detour) paths.set(i, { status: detour.kind });
  return paths;
}

/** From which day an invoice is watched and from which it is overdue, by its cadence. */
function thresholdsBy(ledger: Ledger, { termsOf }: ChaseContext): (i: number) => { overdueFrom: number; watchFrom: number } {
  const known = new Map<Cadence, { overdueFrom: number; watchFrom: number }>();
  let last: Cadence | null = null;
  let ofLast = { overdueFrom: 0, watchFrom: 0 };
  return (i) => {
    const { cadence } = termsOf(ledger.customer[i] as number, i);
    if (cadence === last) return ofLast;
    last = cadence;
    ofLast = known.get(cadence) ?? { overdueFrom: overdueFrom(cadence), watchFrom: watchFrom(cadence) };
    known.set(cadence, ofLast);
    return ofLast;
  };
}

function pauseOf(detour: Detour | null | undefined): ChaseFacts['pause'] {
  switch (detour?.kind) {
    case 'promised':
      return { kind: detour.kind, until: detour.until, awaitedOn: detour.promisedOn };
    case 'on-plan':
      return { kind: detour.kind, until: detour.until, awaitedOn: detour.nextOn };
    case 'on-hold':
      return { kind: detour.kind, until: detour.until, awaitedOn: detour.until };
    default:
      return null;
  }
}

/** A next action whose reminder may be on its way keeps its day, and says so. */
function alreadyWaiting(plan: Planned | null, standing: Standing | undefined): Planned | null {
  const waiting = plan && standing?.history?.waiting.get(stageKey(plan.action.stage, roundOf(standing.history)));
  return waiting && waiting.state !== 'sent'
    ? { ...plan, reason: { kind: 'already-drafted', on: waiting.on, stage: waiting.stage } }
    : plan;
}

/** The journal names customers as people do: by name, or by the id they have in the sheet. */
function contactsOfCustomers(ledger: Ledger, { contacts }: JournalBook): Int32Array {
  const contactOn = new Int32Array(ledger.customers.length).fill(NO_DAY);
  if (contacts.size > 0)
    ledger.customers.forEach(({ key, name }, c) => {
      contactOn[c] = Math.max(contacts.get(key) ?? NO_DAY, contacts.get(nameKey(name)) ?? NO_DAY);
    });
  return contactOn;
}

/** What is asked for invoice `i`, in minor units: its open balance less a contested part. */
export function askedOf(chased: Chase, i: number): number {
  return (chased.assessment.open[i] as number) - (chased.courses.get(i)?.contestedMinor ?? 0);
}

/** The last thing done about invoice `i`; null when nothing is known. */
export function lastActionOf(chased: Chase, i: number): LastAction | null {
  return chased.standings.get(i)?.lastAction ?? null;
}

/** Why invoice `i` is to be chased then, or why not at all. `problemOf` names what holds a row. */
export function reasonOf(ledger: Ledger, chased: Chase, i: number, problemOf: (i: number) => ProblemKind): Reason {
  const { assessment } = chased;
  const status = statusOf(assessment, i);
  switch (status) {
    case 'draft':
    case 'cancelled':
    case 'written-off':
      return { kind: status };
    case 'legal': {
      const detour = chased.courses.get(i)?.detour;
      return { kind: detour?.kind === 'legal' && detour.isJournaled ? 'handed-over' : 'legal' };
    }
    case 'credit':
      return { kind: 'credit', minor: -(ledger.amount[i] as number) };
    case 'paid': {
      const left = assessment.open[i] as number;
      if (left > 0) return { kind: 'within-tolerance', minor: left };
      const on = assessment.settledOn[i] as CalendarDay;
      return { kind: 'paid', on: on === NO_DAY ? null : on };
    }
    case 'to-fix':
      return { kind: 'to-fix', problem: problemOf(i) };
    case 'disputed': {
      const detour = chased.courses.get(i)?.detour;
      const deadline = detour?.kind === 'disputed' ? detour.deadline : null;
      return deadline !== null && deadline < assessment.asOf ? { kind: 'dispute-overdue', deadline } : { kind: 'disputed', deadline };
    }
    case 'on-plan':
    case 'promised':
    case 'on-hold':
    case 'overdue':
    case 'watch':
    case 'not-due':
      return chased.planned[i]?.reason ?? { kind: ledger.dueOn[i] === NO_DAY ? 'undated' : 'no-stage' };
    default:
      return status satisfies never;
  }
}
