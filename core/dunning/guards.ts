/**
 * What stands between a reminder and the customer, all in one place. A block stops the draft; a warning is shown beside it. Each says what to do,
 * in words in `languages/`.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { GuardFacts } from '../languages/language.ts';
import { readAddress } from '../messages/address.ts';
import type { TemplateBreak } from '../messages/template-break.ts';
import { type GuardId, type Ledger, TONES, type WarningId } from '../types.ts';
import { folded } from '../words.ts';
import type { Chase } from './chase.ts';
import { roundOf } from './journal.ts';
import type { WorkEntry } from './worklist.ts';

/** A guard that spoke, with what its sentence names. */
export interface GuardHit<Id> extends GuardFacts {
  readonly guard: Id;
}

/** What the guards look at beside the entry itself. */
export interface GuardContext {
  readonly ledger: Ledger;
  readonly chased: Chase;
  readonly asOf: CalendarDay;
  /** Unapplied credits (positive minor units) of a customer in a currency. */
  readonly unapplied: (customer: number, currency: number) => number;
  /** Names of the other customers an address serves. */
  readonly sharers: (address: string, customer: number) => readonly string[];
  /** Other addresses under which the same customer is in the sheet. */
  readonly otherAddresses: (customer: number, address: string) => readonly string[];
  readonly isConsumer: (customer: number) => boolean;
  readonly paymentMethod: (i: number) => string;
  readonly staleRate: (i: number) => boolean;
  /** Why the user's own words for an entry may not go out; null where they may, or ours do. */
  readonly templateBreak: (entry: WorkEntry) => TemplateBreak | null;
  /** Latest payment entered up to as-of; NO_DAY for none. */
  readonly lastPaymentOn: CalendarDay;
}

const hit = <Id>(guard: Id, about = '', more: Partial<Omit<GuardHit<Id>, 'guard' | 'about'>> = {}): GuardHit<Id> => ({
  guard,
  about,
  day: null,
  minor: 0,
  currency: null,
  stage: '',
  ...more,
});

/** Everything that blocks the entry; empty when it may be prepared. */
export function blocksOf(entry: WorkEntry, context: GuardContext): GuardHit<GuardId>[] {
  const { ledger, chased } = context;
  const hits: GuardHit<GuardId>[] = [];
  if (entry.channel === 'email') {
    const reading = readAddress(entry.address);
    if ('trouble' in reading)
      hits.push(
        reading.trouble === 'none' ? hit('no-email', ledger.customers[entry.customer]?.name ?? '') : hit('invalid-email', entry.address),
      );
  }
  for (const i of entry.invoices) {
    const plan = chased.planned[i];
    const history = chased.standings.get(i)?.history;
    if ((ledger.number[i] as string) === '') hits.push(hit('no-number'));
    if (!plan || !history) continue;
    const round = roundOf(history);
    for (const waiting of history.waiting.values()) {
      if (waiting.stage === plan.action.stage && waiting.round === round)
        hits.push(
          hit('already-drafted', ledger.number[i], { day: waiting.on, stage: waiting.stage, isUnsent: waiting.state === 'drafted' }),
        );
      else if (waiting.state !== 'sent') hits.push(hit('unsent-draft', ledger.number[i], { day: waiting.on, stage: waiting.stage }));
    }
  }
  for (const [currency, total] of entry.totals) {
    const credit = context.unapplied(entry.customer, currency);
    if (credit > 0 && credit >= total)
      hits.push(hit('covered-by-credit', '', { minor: credit, currency: ledger.currencies[currency] ?? null }));
  }
  const contactOn = chased.contactOn[entry.customer] as CalendarDay;
  // Without any contact, NO_DAY is long ago.
  if (context.asOf - contactOn < chased.rules.minimumInterval) hits.push(hit('interval', '', { day: contactOn }));
  for (const i of entry.invoices) {
    const reason = chased.planned[i]?.reason;
    // Instalments are promised too.
    if (reason?.kind === 'on-plan') hits.push(hit('promised', ledger.number[i], { day: reason.until }));
    if (reason?.kind === 'promised') hits.push(hit('promised', ledger.number[i], { day: reason.on }));
    if (reason?.kind === 'on-hold') hits.push(hit('on-hold', ledger.number[i], { day: reason.until }));
  }
  const broken = context.templateBreak(entry);
  if (broken !== null) hits.push(hit('template-broken', broken.about, { broken }));
  return onceEach(hits);
}

/** Days without any payment entered after which the user is asked to enter them before reminding anybody. */
const PAYMENTS_FRESH_FOR = 7;
const DIRECT_DEBIT =
  /prelevement|direct debit|sepa dd|sdd|lastschrift|bankeinzug|domiciliacion|domiciliazione|\brid\b|addebito|incasso|automatische/;

/** Everything worth knowing before the entry is prepared. */
export function warningsOf(entry: WorkEntry, context: GuardContext): GuardHit<WarningId>[] {
  const { ledger, asOf } = context;
  const hits: GuardHit<WarningId>[] = [];
  const { lastPaymentOn } = context;
  if (asOf - lastPaymentOn > PAYMENTS_FRESH_FOR)
    hits.push(hit('payments-not-entered-since', '', { day: lastPaymentOn === NO_DAY ? null : lastPaymentOn }));
  if (entry.address !== '') {
    const sharers = context.sharers(entry.address, entry.customer);
    if (sharers.length > 0) hits.push(hit('shared-email', sharers.join(', ')));
  }
  const others = context.otherAddresses(entry.customer, entry.address);
  if (others.length > 0) hits.push(hit('same-name-other-address', others.join(', ')));
  if (entry.invoices.some((i) => DIRECT_DEBIT.test(folded(context.paymentMethod(i))))) hits.push(hit('direct-debit'));
  if (entry.waiting.length > 0) hits.push(hit('written-stages-wait', entry.waiting.map((i) => ledger.number[i]).join(', ')));
  const firm = entry.rung !== null && TONES.indexOf(entry.rung.tone) >= TONES.indexOf('firm');
  if (firm && context.isConsumer(entry.customer)) hits.push(hit('consumer'));
  if (firm && entry.invoices.some(context.staleRate)) hits.push(hit('stale-rate'));
  if (entry.rung?.tone === 'final' && entry.invoices.some((i) => !hasTwoContacts(context, i))) hits.push(hit('notice-without-contacts'));
  return hits;
}

/** Two dated contacts after the due date, on two days, one of them written: house policy before a formal notice, not law. */
function hasTwoContacts({ ledger, chased }: GuardContext, i: number): boolean {
  const standing = chased.standings.get(i);
  if (!standing) return false;
  const days = new Map<number, boolean>();
  const due = ledger.dueOn[i] as number;
  for (const done of standing.history?.done ?? [])
    if (done.how !== 'skipped' && done.on > due) days.set(done.on, (days.get(done.on) ?? false) || done.how !== 'called');
  const last = standing.lastAction;
  if (last?.on != null && last.on > due) days.set(last.on, (days.get(last.on) ?? false) || last.stage !== 'call');
  return days.size >= 2 && [...days.values()].some(Boolean);
}

/** The same guard about several invoices speaks once, naming them all. */
function onceEach(hits: readonly GuardHit<GuardId>[]): GuardHit<GuardId>[] {
  const merged = new Map<GuardId, GuardHit<GuardId>>();
  for (const one of hits) {
    const before = merged.get(one.guard);
    const about =
      before && one.about !== '' && !before.about.split(', ').includes(one.about)
        ? [before.about, one.about].filter(Boolean).join(', ')
        : (before ?? one).about;
    // Of several drafts, one that may have left leaves the doubt.
    const isUnsent = one.isUnsent === true && before?.isUnsent !== false;
    merged.set(one.guard, { ...(before ?? one), about, ...(one.isUnsent === undefined ? {} : { isUnsent }) });
  }
  return [...merged.values()];
}
