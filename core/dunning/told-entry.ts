/**
 * What was done about an entry of the list outside: a call, a letter, a hand-over, or a step passed over. A message left is a call made; a wrong
 * person at the other end is no contact of the customer, and only noted.
 */
import { addDays } from '../calendar.ts';
import { LANGUAGES } from '../languages/index.ts';
import type { Study } from '../study.ts';
import type { JournalEntry, JournalEvent } from '../types.ts';
import type { Command } from '../workbook.ts';
import { draftRows, JournalPen } from './drafts.ts';
import type { WorkEntry } from './worklist.ts';

export type AboutEntry = Command & { readonly kind: 'log-call' | 'log-letter' | 'log-hand-over' | 'skip' };

const EVENT: Readonly<Record<AboutEntry['kind'], JournalEvent>> = {
  'log-call': 'called',
  'log-letter': 'letter',
  'log-hand-over': 'handed-over',
  skip: 'skipped',
};

/** One row for each stage and currency of the entry; with a pause where the customer's payment is on its way. */
export function toldOfEntry(study: Study, command: AboutEntry, entry: WorkEntry, pen: JournalPen): JournalEntry[] {
  const outcome = command.kind === 'log-call' ? command.outcome : undefined;
  const isContact = outcome !== 'wrong-contact';
  const event = isContact ? EVENT[command.kind] : 'note';
  const note = (command.kind === 'skip' ? command.reason : (command.note ?? '')).trim();
  const text = [outcome === undefined ? '' : LANGUAGES[study.ownLanguage].callOutcomes[outcome], note].filter(Boolean).join(' · ');
  // A call made while a letter or an e-mail was due is a contact, and leaves that step to be done.
  const isItsStep = isContact && (command.kind !== 'log-call' || entry.channel === 'call');
  const channel = command.kind === 'log-call' ? 'call' : entry.channel;
  const about = draftRows(study, entry, event, new JournalPen([], command.at, ''));
  const rows = about.map(({ customer, invoices, stage, round, amount, currency }) =>
    pen.write(event, study.asOf, { customer, invoices, stage: isItsStep ? stage : '', round, channel, amount, currency, text }),
  );
  if (outcome !== 'in-payment-run') return rows;
  const until = addDays(study.asOf, study.settings.paymentRunPause);
  return [...rows, ...about.map(({ customer, invoices }) => pen.write('hold', study.asOf, { customer, invoices, until, text }))];
}
