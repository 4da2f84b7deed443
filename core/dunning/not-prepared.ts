/**
 * What was asked to be prepared and is not, and why. Between the list the user looked at and the click, a payment may have been typed, a dispute
 * opened, a row broken: each entry asked for is either drafted or answered for, never passed over in silence.
 */
import { statusOf } from '../assess.ts';
import type { CalendarDay } from '../calendar.ts';
import type { Study } from '../study.ts';
import { entryId, entryIdOf } from '../view.ts';
import { blocksOf } from './guards.ts';
import { type Refused, refuse } from './refused.ts';

/** Why the entry of that id is not prepared as the study stands; null when nothing speaks against it. */
export function whyNot(study: Study, id: string): { readonly refused: Refused; readonly customer: string } | null {
  const entry = study.work.entries.find((candidate) => entryId(study, candidate) === id);
  if (entry === undefined) return goneWhy(study, id);
  const customer = study.ledger.customers[entry.customer]?.name ?? '';
  const [block] = blocksOf(entry, study.guards);
  if (block !== undefined) {
    const { guard, ...facts } = block;
    return { refused: refuse(guard, facts), customer };
  }
  if (!entry.due) return { refused: refuse('not-due', { day: entry.on }), customer };
  return entry.channel === 'email' ? null : { refused: refuse('not-a-message', { stage: entry.stage }), customer };
}

/** An entry of an older view: its customer and address tell which invoices it was about, and what has become of them. */
function goneWhy(study: Study, id: string): { readonly refused: Refused; readonly customer: string } {
  const { ledger, chased, addressOf } = study;
  const own: number[] = [];
  for (let i = 0; i < ledger.size; i++)
    if (
      chased.assessment.exists[i] === 1 &&
      (ledger.customer[i] as number) >= 0 &&
      entryIdOf(study, ledger.customer[i] as number, addressOf(i)) === id
    )
      own.push(i);
  const customer = own.length === 0 ? '' : (ledger.customers[ledger.customer[own[0] as number] as number]?.name ?? '');
  const about = (members: readonly number[]) => members.map((i) => ledger.number[i]).join(', ');
  const withStatus = (status: string) => own.filter((i) => statusOf(chased.assessment, i) === status);
  const held = withStatus('to-fix');
  if (held.length > 0) return { refused: refuse('held-row', { about: about(held) }), customer };
  const disputed = withStatus('disputed');
  if (disputed.length > 0) return { refused: refuse('disputed', { about: about(disputed) }), customer };
  const paid = withStatus('paid');
  const few = paid.find((i) => (chased.assessment.open[i] as number) > 0);
  if (few !== undefined && paid.length === 1) {
    const currency = ledger.currencies[ledger.currency[few] as number] ?? null;
    return {
      refused: refuse('below-tolerance', { about: about([few]), minor: chased.assessment.open[few] as number, currency }),
      customer,
    };
  }
  // The one paid last is what changed since.
  const last = [...paid].sort(
    (a, b) => (chased.assessment.settledOn[b] as CalendarDay) - (chased.assessment.settledOn[a] as CalendarDay),
  )[0];
  return { refused: last === undefined ? refuse('entry-gone') : refuse('paid', { about: about([last]) }), customer };
}
