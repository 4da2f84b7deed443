/**
 * What was disputed and promised, as it was known on any day: by the sheet, which gives no day and so speaks on every one, and by the journal, up to
 * that day. The figures of a past month ask for it, and so must not know what was told later.
 */
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { isWordOfThePast } from '../indicators/disputes.ts';
import { toMinor } from '../money.ts';
import { remembered } from '../remembered.ts';
import type { Settings } from '../settings.ts';
import { FLAG, type Ledger, type PromiseOutcome, type ToldPaths } from '../types.ts';
import { nameKey } from '../words.ts';
import { contestedMinor, promiseOfSheet, sinceIssue } from './course.ts';
import {
  historiesOfCustomers,
  type InvoiceHistory,
  type JournalBook,
  type JournaledPaths,
  numberKey,
  type PromiseMade,
} from './journal.ts';
import { openAt, PromiseJudge } from './promises.ts';

type Paths = Pick<JournalBook, 'invoices' | 'customers'>;
const NOTHING: Paths = { invoices: new Map(), customers: new Map() };

/** What draws no promise of payment: it is nobody's debt. */
const NO_DEBT = FLAG.draft | FLAG.cancelled | FLAG.error | FLAG.credit;

/** What is told about the ledger's invoices, asked by day; looked for only when asked. */
export function toldPaths(ledger: Ledger, { paths }: JournalBook, settings: Settings): ToldPaths {
  const { issuedOn, customer, customers, flags, rare } = ledger;
  const pathsOn = paths?.on ?? (() => NOTHING);
  const wideOn = remembered((day: CalendarDay) => historiesOfCustomers(customers, pathsOn(day)));
  let keys: ReadonlyMap<number, string> | null = null;
  /** Keys of the invoices the journal ever disputed or promised, by index. */
  const named = (): ReadonlyMap<number, string> => (keys ??= paths === null ? new Map<number, string>() : namedIn(ledger, paths));
  const historyOn = (day: CalendarDay) => (i: number) => {
    const key = named().get(i);
    return key === undefined ? undefined : pathsOn(day).invoices.get(key);
  };
  const wideOf = (i: number, day: CalendarDay): InvoiceHistory | undefined => {
    const wide = wideOn(day)(customer[i] as number);
    return wide && sinceIssue(wide, issuedOn[i] as CalendarDay);
  };
  const toleranceOf = (i: number): number => toMinor(settings.tolerance, ledger.currencies[ledger.currency[i] as number] ?? null);
  let promised: readonly number[] | null = null;
  const mayBePromised = (): readonly number[] => {
    promised ??= [...new Set([...[...rare].filter(([, { promise }]) => promise).map(([i]) => i), ...named().keys()])];
    return promised;
  };
  return {
    contested: (i, on) => contestedMinor(ledger, i, historyOn(on)(i), wideOf(i, on), !isWordOfThePast(ledger, i, toleranceOf(i))),
    mayBeContested: (i) => ((flags[i] as number) & FLAG.disputed) !== 0 || named().has(i),
    promises: (on) => outcomesOn(ledger, settings, on, { invoices: mayBePromised(), historyOf: historyOn(on), wideOf: wideOn(on) }),
  };
}

/** The invoices the journal names, or whose customer it names as a whole. */
function namedIn({ size, number, customer, customers }: Ledger, paths: JournaledPaths): Map<number, string> {
  const isWide = customers.map(({ key, name }) => paths.customers.has(key) || paths.customers.has(nameKey(name)));
  const keyed = new Map<number, string>();
  for (let i = 0; i < size; i++) {
    const key = numberKey(number[i] as string);
    if (paths.numbers.has(key) || isWide[customer[i] as number] === true) keyed.set(i, key);
  }
  return keyed;
}

interface Told {
  /** Those that may have been promised. */
  readonly invoices: readonly number[];
  readonly historyOf: (i: number) => InvoiceHistory | undefined;
  readonly wideOf: (c: number) => InvoiceHistory | undefined;
}

/**
 * The promises whose day had come by `on` and whose outcome was known: kept, or their grace passed. One about several invoices is one promise, kept when
 * all of it is; one that another replaced before its grace had passed was never put to the test.
 */
function outcomesOn(ledger: Ledger, settings: Settings, on: CalendarDay, { invoices, historyOf, wideOf }: Told): PromiseOutcome[] {
  const { flags, rare, issuedOn, customer, currency, currencies } = ledger;
  const judge = new PromiseJudge(ledger, settings, on);
  const outcomes = new Map<string, PromiseOutcome & { kept: boolean; readonly isOver: boolean }>();
  const judged = (of: string, i: number, promise: PromiseMade): void => {
    if (promise.promisedOn > on) return;
    const c = currency[i] as number;
    const key = `${c} ${of}`;
    const kept = judge.isKept(i, promise);
    const known = outcomes.get(key);
    if (known) known.kept &&= kept;
    else
      outcomes.set(key, {
        customer: customer[i] as number,
        currency: c,
        promisedOn: promise.promisedOn,
        kept,
        isOver: judge.isOver(promise),
      });
  };
  const tested = (history: InvoiceHistory | undefined): PromiseMade[] =>
    (history?.promises ?? [])
      .filter(({ made, replacedOn }) => replacedOn === NO_DAY || replacedOn > judge.graceOf(made))
      .map(({ made }) => made);
  for (const i of invoices) {
    const issued = issuedOn[i] as number;
    if ((flags[i] as number) & NO_DEBT || issued > on) continue;
    const ofJournal = tested(historyOf(i));
    for (const promise of ofJournal) judged(keyOf(promise), i, promise);
    // The same promise noted in both places is one.
    const ofSheet = promiseOfSheet(ledger, i, rare.get(i));
    if (ofSheet !== null && !ofJournal.some(({ promisedOn }) => promisedOn === ofSheet.promisedOn)) judged(`sheet ${i}`, i, ofSheet);
    const tolerance = toMinor(settings.tolerance, currencies[currency[i] as number] ?? null);
    for (const promise of tested(wideOf(customer[i] as number))) {
      // Of the customer as a whole: about what was open when it was made.
      const isAbout = issued <= promise.madeOn && openAt(ledger, i, addDays(promise.madeOn, -1)) > tolerance;
      if (isAbout) judged(`customer ${customer[i]} ${keyOf(promise)}`, i, { ...promise, amount: null });
    }
  }
  return [...outcomes.values()].filter(({ kept, isOver }) => kept || isOver);
}

function keyOf({ madeOn, promisedOn, amount, invoices }: PromiseMade): string {
  return [madeOn, promisedOn, amount, ...invoices].join(' ');
}
