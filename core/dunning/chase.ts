/**
 * The chase of a whole ledger on one day: for every invoice its last action, its next one and why. What was done and what holds an invoice is
 * gathered first (few rows have any of it), then the ledger is assessed, then each open invoice climbs its ladder.
 */
import { assess, paidBy, paidOnInvoice, type Path, settlementDay, statusOf } from '../assess.ts';
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { toDecimal } from '../money.ts';
import type { Settings } from '../settings.ts';
import { type Assessment, type Cadence, FLAG, type LastAction, type Ledger, type ProblemKind, type Reason } from '../types.ts';
import { overdueFrom, watchFrom } from './cadence.ts';
import type { JournalBook } from './journal.ts';
import { roundOf } from './journal.ts';
import { type ChaseRules, nextAction, type Planned } from './next-action.ts';
import { type Course, courseOf, LastActionCells, type Standing, standingOf } from './standing.ts';

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
  readonly rules: ChaseRules;
}

/** What the chase needs beside the ledger. */
export interface ChaseContext {
  readonly settings: Settings;
  readonly cadences: ReadonlyMap<string, Cadence>;
  readonly book: JournalBook;
  /** The terms of customer `c`; −1 (no customer) gives the default. */
  readonly termsOf: (c: number, i: number) => CustomerTerms;
  readonly country: string | null;
  /** The sheet's date order, for last-action cells; null when unknown. */
  readonly monthFirst: boolean | null;
}

/** Assesses the ledger and plans the next action of every open invoice on `asOf`. */
export function chase(ledger: Ledger, context: ChaseContext, asOf: CalendarDay): Chase {
  const { settings, book, termsOf } = context;
  const cells = new LastActionCells(ledger, context.monthFirst, asOf);
  const standings = new Map<number, Standing>();
  const courses = new Map<number, Course>();
  const paths = new Map<number, Path>();
  const contactOn = contactsOfCustomers(ledger, book);
  const marked = FLAG.rare | FLAG.legal | FLAG.disputed | FLAG.formalNotice;

  for (let i = 0; i < ledger.size; i++) {
    const customer = ledger.customer[i] as number;
    const terms = termsOf(customer, i);
    if (book.empty && ledger.lastAction[i] === 0 && ((ledger.flags[i] as number) & marked) === 0 && terms.holdUntil === null) continue;
    if ((ledger.issuedOn[i] as number) > asOf) continue;
    const standing = standingOf(ledger, i, book, cells, terms.cadence, context.cadences);
    if (standing.history || standing.done || standing.contactOn !== NO_DAY) standings.set(i, standing);
    if (customer >= 0 && standing.contactOn > (contactOn[customer] as number)) contactOn[customer] = standing.contactOn;
    const credits = ledger.rare.get(i)?.credits;
    const open = (ledger.amount[i] as number) - paidOnInvoice(ledger, i, asOf) - (credits ? paidBy(credits, asOf) : 0);
    const course = courseOf(ledger, i, standing.history, settings, open, asOf, terms.holdUntil);
    if (course.detour) paths.set(i, { status: course.detour.kind });
    if (course.detour || course.brokenPromiseOn !== NO_DAY) courses.set(i, course);
  }

  const usual = termsOf(-1, -1).cadence;
  const thresholds = new Map<Cadence, { overdueFrom: number; watchFrom: number }>();
  const thresholdsOf = (cadence: Cadence) => {
    let found = thresholds.get(cadence);
    if (!found) thresholds.set(cadence, (found = { overdueFrom: overdueFrom(cadence), watchFrom: watchFrom(cadence) }));
    return found;
  };
  const usualThresholds = thresholdsOf(usual);
  const assessment = assess(ledger, settings, asOf, {
    paths,
    thresholds: (i) => {
      const { cadence } = termsOf(ledger.customer[i] as number, i);
      return cadence === usual ? usualThresholds : thresholdsOf(cadence);
    },
  });

  const { rest, minimumInterval, calls, entry, noticeDays } = settings;
  const rules: ChaseRules = { rest, minimumInterval, calls, entry, noticeDays, country: context.country };
  const planned = new Array<Planned | null>(ledger.size).fill(null);
  for (let i = 0; i < ledger.size; i++) {
    if (assessment.exists[i] === 0 || !CHASED.has(statusOf(assessment, i)) || ledger.dueOn[i] === NO_DAY) continue;
    const customer = ledger.customer[i] as number;
    const terms = termsOf(customer, i);
    const standing = standings.get(i);
    const course = courses.get(i);
    const detour = course?.detour;
    const pause =
      detour?.kind === 'promised'
        ? { kind: 'promised' as const, until: detour.until, promisedOn: detour.promisedOn }
        : detour?.kind === 'on-hold'
          ? { kind: 'on-hold' as const, until: detour.until, promisedOn: NO_DAY }
          : null;
    const facts = {
      dueOn: ledger.dueOn[i] as CalendarDay,
      done: standing?.done ?? null,
      invoiceContactOn: standing?.contactOn ?? NO_DAY,
      customerContactOn: customer < 0 ? NO_DAY : (contactOn[customer] as CalendarDay),
      pause,
      brokenPromiseOn: course?.brokenPromiseOn ?? NO_DAY,
      segment: terms.segment,
      openAmount: toDecimal(assessment.open[i] as number, ledger.currencies[ledger.currency[i] as number] as string | null),
    };
    planned[i] = alreadyWaiting(nextAction(facts, terms.cadence, rules, asOf), standing);
  }
  return { assessment, planned, standings, courses, contactOn, rules };
}

const CHASED: ReadonlySet<string> = new Set(['overdue', 'watch', 'not-due', 'promised', 'on-hold', 'on-plan']);

/** A next action whose reminder may be on its way keeps its day, and says so. */
function alreadyWaiting(plan: Planned, standing: Standing | undefined): Planned {
  const waiting = standing?.history?.waiting.get(`${plan.action.stage}\u0000${roundOf(standing.history)}`);
  return waiting && waiting.state !== 'sent' ? { ...plan, reason: { kind: 'already-drafted', on: waiting.on, stage: waiting.stage } } : plan;
}

function contactsOfCustomers(ledger: Ledger, book: JournalBook): Int32Array {
  const contactOn = new Int32Array(ledger.customers.length).fill(NO_DAY);
  if (book.customers.size > 0)
    ledger.customers.forEach((customer, c) => {
      contactOn[c] = Math.max(book.customers.get(customer.key) ?? NO_DAY, book.customers.get(customer.name) ?? NO_DAY);
    });
  return contactOn;
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
    case 'legal':
      return { kind: status };
    case 'credit':
      return { kind: 'credit', minor: -(ledger.amount[i] as number) };
    case 'paid': {
      const left = assessment.open[i] as number;
      if (left > 0) return { kind: 'within-tolerance', minor: left };
      const on = settlementDay(ledger, i, assessment.asOf);
      return { kind: 'paid', on: on === NO_DAY ? null : on };
    }
    case 'to-fix':
      return { kind: 'to-fix', problem: problemOf(i) };
    case 'disputed': {
      const detour = chased.courses.get(i)?.detour;
      return { kind: 'disputed', deadline: detour?.kind === 'disputed' ? detour.deadline : null };
    }
    case 'on-plan':
    case 'promised':
    case 'on-hold':
    case 'overdue':
    case 'watch':
    case 'not-due':
      return chased.planned[i]?.reason ?? { kind: 'undated' };
    default:
      return status satisfies never;
  }
}
