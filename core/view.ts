/**
 * The study in words and decimals: the one report that the command line prints and the panel shows.
 */
import { paidOnInvoice, statusOf } from './assess.ts';
import { type CalendarDay, isoOf, isoOrNull, NO_DAY } from './calendar.ts';
import { concentrationOf, customersOf } from './customers/customers-of.ts';
import { lastActionOf, reasonOf } from './dunning/chase.ts';
import { blocksOf, type GuardHit, warningsOf } from './dunning/guards.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { forecastOf } from './forecast/forecast-of.ts';
import { hash64 } from './hash.ts';
import { kpis } from './indicators/index.ts';
import { LANGUAGES, type Language, saidOf } from './languages/index.ts';
import { columnLetter } from './ledger/problems.ts';
import { readAddress } from './messages/address.ts';
import { toDecimal } from './money.ts';
import { reasonText } from './reason-text.ts';
import type { Report, ReportInvoice, ReportProblem, ReportTable, WorklistEntry } from './report.ts';
import type { Study } from './study.ts';
import {
  BUCKETS,
  FLAG,
  type GuardId,
  NO_BUCKET,
  type Notice,
  type Problem,
  type ProblemKind,
  type Reason,
  type WarningId,
} from './types.ts';

/** The first problem that keeps each row from being chased, worst first. */
export function problemOfRow(study: Study): (i: number) => ProblemKind {
  let byRow: Map<number, Problem> | null = null;
  const weight = { error: 2, hold: 1, notice: 0 };
  return (i) => {
    if (byRow === null) {
      byRow = new Map();
      for (const problem of study.ledger.problems) {
        if (problem.row === null || problem.sheet !== study.ledger.place.sheet) continue;
        const known = byRow.get(problem.row);
        if (!known || weight[problem.severity] > weight[known.severity]) byRow.set(problem.row, problem);
      }
    }
    return byRow.get(study.ledger.row[i] as number)?.kind ?? 'unreadable-row';
  };
}

/** The reason of each invoice, as the sheet and the report give it. */
export function reasonsOf(study: Study): (i: number) => Reason {
  const { ledger, chased, work } = study;
  const problemOf = problemOfRow(study);
  const covered = coveredInvoices(study);
  return (i) => {
    const reason = work.moved.get(i)?.reason ?? reasonOf(ledger, chased, i, problemOf);
    const credit = covered.get(i);
    return credit === undefined || reason.kind === 'already-drafted' ? reason : { kind: 'covered-by-credit', minor: credit };
  };
}

/** Invoices to be reminded whose customer has credits for all that the message would ask, with the credit: minor units by index. */
function coveredInvoices({ ledger, work, guards }: Study): ReadonlyMap<number, number> {
  const covered = new Map<number, number>();
  for (const entry of work.entries)
    for (const i of entry.invoices) {
      const currency = ledger.currency[i] as number;
      const credit = guards.unapplied(entry.customer, currency);
      if (credit > 0 && credit >= (entry.totals.get(currency) ?? 0)) covered.set(i, credit);
    }
  return covered;
}

/** The next action of each invoice, after a call first has moved some. */
export function plannedOf(study: Study): (i: number) => Study['chased']['planned'][number] {
  return (i) => study.work.moved.get(i) ?? study.chased.planned[i] ?? null;
}

/** The stable name of a worklist entry. */
export function entryId(study: Study, { customer, address }: WorkEntry): string {
  return entryIdOf(study, customer, address);
}

/** The name of whatever entry a customer has at an address. */
export function entryIdOf({ ledger }: Study, customer: number, address: string): string {
  return hash64(`${ledger.customers[customer]?.key ?? ''}\u0000${address.toLowerCase()}`);
}

/** The whole report of a study. */
export function reportOf(study: Study, file: string): Report {
  const { ledger, chased, language, locale, asOf } = study;
  const words = LANGUAGES[language];
  const customers = customersOf(study);
  const { invoices, restOnStaleRate } = invoicesOf(study);
  const notices = restOnStaleRate ? [...study.notices, STALE_RATE] : study.notices;
  return {
    file,
    asOf: isoOf(asOf),
    language,
    locale,
    table: tableOf(study),
    invoices,
    customers,
    concentration: concentrationOf(customers),
    worklist: study.work.entries.map((entry) => entryOf(study, entry, words)),
    kpis: kpis(ledger, chased.assessment, asOf, language),
    ...forecastOf(study),
    problems: [...ledger.problems, ...study.tabs.problems, ...chased.plans.problems].map((problem) => inWords(problem, words)),
    notices: notices.map((notice) => ({ kind: notice.kind, message: words.notices[notice.kind](notice.detail ?? '') })),
  };
}

function tableOf(study: Study): ReportTable {
  const { place, size } = study.ledger;
  return {
    sheet: place.sheet,
    headerRow: place.headerRow,
    rows: size,
    columns: Object.fromEntries([...place.columns].map(([role, column]) => [role, columnLetter(column)])),
  };
}

const STALE_RATE: Notice = { kind: 'stale-rate' };

/** Every invoice, and whether interest shown for one of them rests on a rate that is not settled yet. */
function invoicesOf(study: Study): { readonly invoices: ReportInvoice[]; readonly restOnStaleRate: boolean } {
  const { ledger, chased, language, asOf } = study;
  const { assessment } = chased;
  const reason = reasonsOf(study);
  const planned = plannedOf(study);
  const invoices: ReportInvoice[] = [];
  let restOnStaleRate = false;
  for (let i = 0; i < ledger.size; i++) {
    if (assessment.exists[i] === 0) continue;
    const flags = ledger.flags[i] as number;
    const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
    const decimal = (minor: number) => (Number.isNaN(minor) ? null : toDecimal(minor, currency));
    const isError = (flags & FLAG.error) !== 0;
    const last = lastActionOf(chased, i);
    const plan = planned(i);
    const owed = study.lateness(i);
    restOnStaleRate ||= owed.stale;
    invoices.push({
      row: ledger.row[i] as number,
      number: ledger.number[i] as string,
      customer: ledger.customers[ledger.customer[i] as number]?.name ?? '',
      kind: flags & FLAG.credit ? 'credit-note' : 'invoice',
      currency,
      amount: isError ? null : decimal(ledger.amount[i] as number),
      paid: isError ? null : decimal(paidOnInvoice(ledger, i, asOf)),
      open: isError ? null : decimal(assessment.open[i] as number),
      issuedOn: isoOrNull(ledger.issuedOn[i] as CalendarDay),
      dueOn: isoOrNull(ledger.dueOn[i] as CalendarDay),
      paidOn: isoOrNull(lastPaidOn(study, i)),
      daysLate: assessment.daysLate[i] === NO_DAY ? null : (assessment.daysLate[i] as number),
      status: statusOf(assessment, i),
      partlyPaid: assessment.partlyPaid[i] === 1,
      bucket: assessment.bucket[i] === NO_BUCKET ? null : (BUCKETS[assessment.bucket[i] as number] ?? null),
      severity: isError ? 'error' : flags & FLAG.held ? 'hold' : flags & FLAG.notice ? 'notice' : null,
      lastAction: last === null ? null : { stage: last.stage, on: last.on === null || last.on === NO_DAY ? null : isoOf(last.on) },
      nextAction: plan === null ? null : { stage: plan.action.stage, channel: plan.action.channel, on: isoOf(plan.action.on) },
      reason: reasonText(reason(i), currency, language),
      interest: owed.interestMinor === null ? null : toDecimal(owed.interestMinor, currency),
      recoveryFee: owed.fee !== null && owed.fee.currency === currency ? toDecimal(owed.fee.minor, currency) : null,
    });
  }
  return { invoices, restOnStaleRate };
}

/** The last dated payment that has happened; credits are no payments. */
function lastPaidOn(study: Study, i: number): CalendarDay {
  const { ledger, asOf } = study;
  const payments = ledger.rare.get(i)?.payments;
  if (!payments) return ledger.paid[i] !== 0 && (ledger.paidOn[i] as number) <= asOf ? (ledger.paidOn[i] as CalendarDay) : NO_DAY;
  return payments.reduce((last: CalendarDay, { paidOn }) => (paidOn <= asOf && paidOn > last ? paidOn : last), NO_DAY);
}

function entryOf(study: Study, entry: WorkEntry, words: Language): WorklistEntry {
  const { ledger, guards } = study;
  const numbers = (indexes: readonly number[]) => indexes.map((i) => ledger.number[i] as string);
  const currencies: Record<string, number> = {};
  for (const [index, minor] of entry.totals) {
    const currency = ledger.currencies[index] ?? null;
    currencies[currency ?? ''] = toDecimal(minor, currency);
  }
  const backup = backupOf(study, entry);
  return {
    id: entryId(study, entry),
    customer: ledger.customers[entry.customer]?.name ?? '',
    to: entry.address === '' ? null : entry.address,
    backup,
    owner: ownerOf(study, entry),
    currencies,
    stage: entry.stage,
    channel: entry.channel,
    on: isoOf(entry.on),
    due: entry.due,
    invoices: numbers(entry.invoices),
    alsoOpen: numbers(entry.alsoOpen),
    blockedBy: blocksOf(entry, guards).map((hit) => {
      const said = guardInWords(hit, words.guards, words);
      const isAddress = hit.guard === 'no-email' || hit.guard === 'invalid-email';
      return isAddress && backup !== null ? { ...said, advice: words.useBackup(backup) } : said;
    }),
    warnings: warningsOf(entry, guards).map((hit) => guardInWords(hit, words.warnings, words)),
  };
}

/** The second address of the entry's customer, when it is one address and another one. */
function backupOf(study: Study, { customer, address }: WorkEntry): string | null {
  const read = readAddress(study.record(customer)?.backup ?? '');
  return 'address' in read && read.address.toLowerCase() !== address.toLowerCase() ? read.address : null;
}

/** Who is responsible for the entry's invoices: their rows say, else the customer's line; several are all named. */
function ownerOf({ ledger, record }: Study, { customer, invoices }: WorkEntry): string | null {
  const owners = new Set(invoices.map((i) => ledger.text('owner', i).trim() || (record(customer)?.owner ?? '')));
  owners.delete('');
  return owners.size === 0 ? null : [...owners].join(', ');
}

function guardInWords<Id extends GuardId | WarningId>(
  hit: GuardHit<Id>,
  list: Readonly<Record<Id, Language['guards'][GuardId]>>,
  words: Language,
): { guard: Id; message: string; advice: string } {
  return { guard: hit.guard, ...saidOf(list[hit.guard], hit, words.code) };
}

function inWords(problem: Problem, words: Language): ReportProblem {
  const { sheet, row, column, kind, severity, found } = problem;
  return { sheet, row, column, kind, severity, found, ...saidOf(words.problems[kind], problem, words.code) };
}
