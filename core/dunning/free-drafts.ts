/**
 * Messages beside the ladder, ready to be drafted by the same safe order as reminders: after a call, thanks, a statement, the confirmation of a plan.
 * They climb no rung; once sent they are a contact like any other, and the customer is left alone for a while.
 */
import { statusOf } from '../assess.ts';
import { addDays, type CalendarDay, isoOf, NO_DAY } from '../calendar.ts';
import { hash64 } from '../hash.ts';
import { LANGUAGES } from '../languages/index.ts';
import { readAddress } from '../messages/address.ts';
import { composeFree } from '../messages/free-compose.ts';
import type { FreeMessageId, FreeMessageInput, ReceivedPayment } from '../messages/free-message.ts';
import { templateBreak } from '../messages/template-break.ts';
import { toDecimal, toMinor } from '../money.ts';
import { basisOf, edited, tagLeftIn } from '../preview.ts';
import type { Study } from '../study.ts';
import type { JournalEntry, JournalEvent } from '../types.ts';
import { CALL_OUTCOMES, type CallOutcome, type Command, type Draft } from '../workbook.ts';
import { type About, aboutOf, byCurrency, currencyOf } from './about.ts';
import { correspondenceOf, type JournalPen, lineOf } from './drafts.ts';
import { numberKey, takenBack } from './journal.ts';
import { planDays } from './plans.ts';
import { type Refused, refuse } from './refused.ts';
import type { AgreedPlan } from './told-plan.ts';

/** A draft, and the journal rows that tell of it. */
export interface Announced {
  readonly draft: Draft;
  readonly rows: (event: JournalEvent, pen: JournalPen, text: string) => JournalEntry[];
}

/** Payments of this many days are still thanked for. */
const THANKS_FOR_DAYS = 30;

/** The message of a `write-to` command; one of a kind, customer and day. Words written over a message that says something else by now are not used. */
export function freeDraft(study: Study, command: Command & { readonly kind: 'write-to' }): Announced | Refused {
  const { message } = command;
  const about = message === 'thank-you' ? paidOnes(study, command) : sureOnes(study, command);
  if ('why' in about) return about;
  const address = oneAddress(study, about);
  if (typeof address !== 'string') return address;
  const correspondence = correspondenceOf(study, { customer: about.customer, address, first: about.invoices[0] as number }, [message]);
  const isOpenHere = (i: number) => (study.chased.assessment.open[i] as number) > 0 && statusOf(study.chased.assessment, i) !== 'paid';
  const lines = (message === 'thank-you' ? about.invoices.filter(isOpenHere) : about.invoices).map((i) => fullLine(study, i));
  const call = message === 'after-call' ? callOf(study, about) : null;
  if (message === 'after-call' && call === null) return refuse('nothing-called', { about: about.name });
  const input: FreeMessageInput =
    message === 'after-call'
      ? { ...correspondence, lines, kind: message, ...(call as CallMade) }
      : message === 'thank-you'
        ? { ...correspondence, lines, kind: message, payments: paymentsOf(study, about.invoices) }
        : { ...correspondence, lines, kind: message };
  const announced = announce(study, about, address, input, isoOf(study.asOf));
  if ('why' in announced) return announced;
  const { basis } = command.edit ?? {};
  if (basis !== undefined && basis !== basisOf(announced.draft)) return refuse('changed-meanwhile');
  const tag = tagLeftIn(command.edit);
  if (tag !== null) return refuse('tag-in-words', { about: tag });
  return { ...announced, draft: edited(announced.draft, command.edit) };
}

/** The written confirmation of a plan just agreed; one for each plan. */
export function planDraft(study: Study, { customer, invoices, parts, counterpart }: AgreedPlan): Announced | Refused {
  const about = { customer, name: study.ledger.customers[customer]?.name ?? '', invoices };
  const address = oneAddress(study, about);
  if (typeof address !== 'string') return address;
  const currency = currencyOf(study, invoices);
  const input: FreeMessageInput = {
    ...correspondenceOf(study, { customer, address, first: invoices[0] as number }, ['plan']),
    lines: invoices.map((i) => fullLine(study, i)),
    kind: 'plan',
    instalments: parts.map(({ on, minor }) => ({ on, minor, currency })),
    counterpart,
  };
  const numbers = invoices.map((i) => numberKey(study.ledger.number[i] as string)).sort();
  return announce(study, about, address, input, [planDays(parts), ...parts.map(({ minor }) => minor), ...numbers].join(' '));
}

/** All that is open of an invoice: these messages ask for nothing, so a contested part is not taken off. */
function fullLine(study: Study, i: number): ReturnType<typeof lineOf> {
  return { ...lineOf(study, i), openMinor: study.chased.assessment.open[i] as number };
}

function announce(study: Study, about: About, address: string, input: FreeMessageInput, occasion: string): Announced | Refused {
  const { ledger, snapshot, journal, asOf, ownLanguage } = study;
  const customer = ledger.customers[about.customer]?.key ?? '';
  const id = hash64([snapshot.workbookId ?? '', customer, address.toLowerCase(), input.kind, occasion].join('\u0000'));
  const taken = takenBack(journal, null);
  const before = journal.filter((row) => row.reference === id && row.event !== 'mentioned' && !taken.has(row.id)).at(-1);
  if (before !== undefined && before.event !== 'discarded')
    return refuse('written-before', {
      day: before.on === NO_DAY ? null : before.on,
      about: about.name,
      isUnsent: before.event === 'drafted',
    });
  const { subject, text, html, gaps } = composeFree(input);
  const broken = input.template === null ? null : templateBreak(input.template, gaps, input.language);
  if (broken !== null) return refuse('template-broken', { about: broken.about, broken });
  const draft = { keys: [id], id, customer: input.customer, to: input.to, subject, text, html, language: input.language };
  const kind: FreeMessageId = input.kind;
  const rows = (event: JournalEvent, pen: JournalPen, reference: string) =>
    [...byCurrency(study, about.invoices).values()].map((group) => {
      const sum = group.reduce((total, i) => total + sumOf(study, i, kind), 0);
      const currency = currencyOf(study, group);
      return pen.write(event, asOf, {
        customer: about.name,
        invoices: group.map((i) => ledger.number[i] as string),
        channel: 'email',
        amount: toDecimal(sum, currency),
        currency,
        reference: id,
        text: event === 'intent' ? LANGUAGES[ownLanguage].freeMessages[kind] : reference,
      });
    });
  return { draft, rows };
}

/** What the journal says a message was about: what was paid for thanks, else what is open. */
function sumOf(study: Study, i: number, kind: FreeMessageId): number {
  if (kind !== 'thank-you') return study.chased.assessment.open[i] as number;
  return paymentsOf(study, [i]).reduce((sum, { minor }) => sum + minor, 0);
}

/** Open invoices whose figures can be trusted; a held one is refused when named, and left out otherwise. */
function sureOnes(study: Study, command: Command & { readonly kind: 'write-to' }): About | Refused {
  const about = aboutOf(study, command);
  if ('why' in about) return about;
  const isHeld = (i: number) => statusOf(study.chased.assessment, i) === 'to-fix';
  const held = about.invoices.find(isHeld);
  if (held !== undefined && (command.invoices !== undefined || about.invoices.every(isHeld)))
    return refuse('held-row', { about: study.ledger.number[held] as string });
  return { ...about, invoices: about.invoices.filter((i) => !isHeld(i)) };
}

/** The named invoices with a late payment, else all of the customer's. */
function paidOnes(study: Study, command: Command & { readonly kind: 'write-to' }): About | Refused {
  const { ledger } = study;
  const all = [...ledger.number.keys()]
    .filter((i) => ledger.number[i] !== '' && paymentsOf(study, [i]).length > 0)
    .map((i) => ledger.number[i] as string);
  const about = aboutOf(study, { customer: command.customer, invoices: command.invoices ?? ownOf(study, command.customer, all) }, 'any');
  if ('why' in about) return about.why === 'nothing-open' ? refuse('nothing-paid', { about: command.customer }) : about;
  const invoices = about.invoices.filter((i) => paymentsOf(study, [i]).length > 0);
  return invoices.length === 0 ? refuse('nothing-paid', { about: about.name }) : { ...about, invoices };
}

function ownOf(study: Study, customer: string, numbers: readonly string[]): readonly string[] {
  return numbers.filter((number) => !('why' in aboutOf(study, { customer, invoices: [number] }, 'any')));
}

/** Payments of the last days on these invoices, oldest first. */
function paymentsOf({ ledger, asOf }: Study, invoices: readonly number[]): ReceivedPayment[] {
  const since = addDays(asOf, -THANKS_FOR_DAYS);
  return invoices
    .flatMap((i) => {
      const payments = ledger.rare.get(i)?.payments ?? [{ paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number }];
      const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
      return payments
        .filter(({ paidOn, minor }) => minor > 0 && paidOn > since && paidOn <= asOf)
        .map(({ paidOn, minor }) => ({ number: ledger.number[i] as string, paidOn, minor, currency }));
    })
    .sort((a, b) => a.paidOn - b.paidOn);
}

/** The one address of the invoices. */
function oneAddress(study: Study, { name, invoices }: About): string | Refused {
  const addresses = new Map(invoices.map((i) => [study.addressOf(i).toLowerCase(), study.addressOf(i)]));
  if (addresses.size > 1) return refuse('several-addresses', { about: [...addresses.values()].filter(Boolean).join(', ') });
  const [address = ''] = [...addresses.values()];
  const read = readAddress(address);
  if ('address' in read) return address;
  return read.trouble === 'none' ? refuse('no-email', { about: name }) : refuse('invalid-email', { about: address });
}

/** The last call to the customer: its day, what came of it, and the promise it brought. */
type CallMade = Pick<FreeMessageInput & { kind: 'after-call' }, 'calledOn' | 'outcome' | 'promise'>;

/** The last call of the journal, else of the "last action" cells; null when none is known: nobody is thanked for a call that was not made. */
function callOf(study: Study, { name, invoices }: About): CallMade | null {
  const { journal, book, chased, ledger, asOf } = study;
  const taken = takenBack(journal, asOf);
  const call = journal.filter((row) => row.event === 'called' && row.customer === name && row.on <= asOf && !taken.has(row.id)).at(-1);
  const made = invoices
    .map((i) => book.invoices.get(numberKey(ledger.number[i] as string))?.promise ?? null)
    .find((promise) => promise !== null && promise.promisedOn >= asOf);
  const currency = currencyOf(study, invoices);
  const inCells = invoices.reduce((last: CalendarDay, i) => {
    const action = chased.standings.get(i)?.lastAction;
    return action?.stage === 'call' && action.on !== null && action.on > last ? action.on : last;
  }, NO_DAY);
  const calledOn = call?.on ?? inCells;
  if (calledOn === NO_DAY) return null;
  return {
    calledOn,
    outcome: call === undefined ? null : outcomeIn(call.text),
    promise: made ? { on: made.promisedOn, minor: made.amount === null ? null : toMinor(made.amount, currency), currency } : null,
  };
}

/** A call's row begins with what came of it, in the words of either language. */
function outcomeIn(text: string): CallOutcome | null {
  const first = text.split(' · ')[0];
  return CALL_OUTCOMES.find((outcome) => Object.values(LANGUAGES).some(({ callOutcomes }) => callOutcomes[outcome] === first)) ?? null;
}
