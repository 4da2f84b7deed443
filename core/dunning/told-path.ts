/**
 * What takes invoices off the ladder for a while, or back on it: a promise, a dispute, a pause; and what is worth remembering. One row for each
 * currency, for sums are of one.
 */
import { addDays } from '../calendar.ts';
import { LANGUAGES } from '../languages/index.ts';
import { toDecimal } from '../money.ts';
import type { Study } from '../study.ts';
import type { JournalEntry, JournalEvent } from '../types.ts';
import type { Command } from '../workbook.ts';
import { type About, aboutOf, byCurrency, currencyOf, openSum, partOf } from './about.ts';
import { isContested } from './contested.ts';
import type { JournalPen } from './drafts.ts';
import { dayToCome, type Refused, refuse } from './refused.ts';

type Of<Kind extends Command['kind']> = Command & { readonly kind: Kind };
type Rows = readonly JournalEntry[] | Refused;

/** A promise to pay by a day: all that is open of the invoices, or a sum of them together. */
export function promised(study: Study, command: Of<'promise'>, pen: JournalPen): Rows {
  const about = aboutOf(study, command);
  if ('why' in about) return about;
  const until = dayToCome(command.until, study.asOf);
  if (typeof until !== 'number') return until;
  const minor = command.amount === undefined ? null : partOf(study, about.invoices, command.amount);
  if (minor !== null && typeof minor !== 'number') return minor;
  return rowsOf(study, about, 'promise', pen, (invoices) => ({ until, ...amountOf(study, invoices, minor), text: noteOf(command) }));
}

/** A dispute of whole invoices, or of a part of one, to be settled in the days the house allows where nobody named one. Its category is the row's reference; who sees to it stands in the text. */
export function disputed(study: Study, command: Of<'dispute'>, pen: JournalPen): Rows {
  const about = aboutOf(study, command);
  if ('why' in about) return about;
  const until = command.until === undefined ? addDays(study.asOf, study.settings.disputeDays) : dayToCome(command.until, study.asOf);
  if (typeof until !== 'number') return until;
  if (command.amount !== undefined && about.invoices.length > 1) return refuse('part-of-several');
  const minor = command.amount === undefined ? null : partOf(study, about.invoices, command.amount);
  if (minor !== null && typeof minor !== 'number') return minor;
  const words = LANGUAGES[study.ownLanguage];
  const owner = (command.owner ?? '').trim();
  const text = [words.disputeCategories[command.category], owner === '' ? '' : words.seenBy(owner), noteOf(command)]
    .filter(Boolean)
    .join(' · ');
  const isWhole = minor === null || minor >= (openSum(study, about.invoices) ?? 0);
  return rowsOf(study, about, 'dispute', pen, (invoices) => ({
    until,
    ...(isWhole ? {} : amountOf(study, invoices, minor)),
    reference: command.category,
    text,
  }));
}

/** The end of a dispute, in whole or in part. */
export function resolved(study: Study, command: Of<'resolve'>, pen: JournalPen): Rows {
  const about = aboutOf(study, command, 'any');
  if ('why' in about) return about;
  const isDisputed = (i: number) => isContested(study, i);
  const calm = command.invoices === undefined ? undefined : about.invoices.find((i) => !isDisputed(i));
  const invoices = about.invoices.filter(isDisputed);
  if (calm !== undefined || invoices.length === 0)
    return refuse('not-disputed', { about: calm === undefined ? about.name : (study.ledger.number[calm] as string) });
  return rowsOf(study, { ...about, invoices }, 'resolved', pen, () => ({ text: noteOf(command) }));
}

/** A pause up to and including a day. The day before as-of ends one that is in force. */
export function held(study: Study, command: Of<'hold'>, pen: JournalPen): Rows {
  const about = aboutOf(study, command);
  if ('why' in about) return about;
  const isHeld = about.invoices.every((i) => study.chased.courses.get(i)?.detour?.kind === 'on-hold');
  const until = dayToCome(command.until, isHeld ? addDays(study.asOf, -1) : study.asOf);
  if (typeof until !== 'number') return until;
  return rowsOf(study, about, 'hold', pen, () => ({ until, text: noteOf(command) }));
}

/**
 * What the customer answered, or what is worth remembering: about named invoices (also one that left the sheet after it was reminded), or the
 * customer as a whole.
 */
export function noted(study: Study, command: Of<'reply' | 'note'>, pen: JournalPen): Rows {
  const text = noteOf(command);
  if (text === '') return refuse('no-words');
  const remembered = study.journal.filter((row) => row.customer === command.customer).flatMap((row) => row.invoices);
  const isKnown = command.invoices?.every((number) => remembered.includes(number)) === true;
  const about = aboutOf(study, command, 'any');
  if ('why' in about && !isKnown) return about;
  const customer = 'why' in about ? command.customer : about.name;
  return [pen.write(command.kind, study.asOf, { customer, invoices: command.invoices ?? [], text })];
}

function rowsOf(
  study: Study,
  { name, invoices }: About,
  event: JournalEvent,
  pen: JournalPen,
  told: (invoices: readonly number[]) => Parameters<JournalPen['write']>[2],
): JournalEntry[] {
  return [...byCurrency(study, invoices).values()].map((group) =>
    pen.write(event, study.asOf, { customer: name, invoices: group.map((i) => study.ledger.number[i] as string), ...told(group) }),
  );
}

/** A sum in decimals; all that is open of the invoices where none is named and every amount can be trusted. */
function amountOf(study: Study, invoices: readonly number[], minor: number | null): { amount?: number; currency?: string | null } {
  const sum = minor ?? openSum(study, invoices);
  const currency = currencyOf(study, invoices);
  return sum === null ? {} : { amount: toDecimal(sum, currency), currency };
}

function noteOf({ note = '' }: { readonly note?: string }): string {
  return note.trim();
}
