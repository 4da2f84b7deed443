/**
 * When each invoice is due: its own date, else the one its terms give from the invoice date. Without either it is summed and never chased.
 */
import { type CalendarDay, isoOf, NO_DAY } from '../calendar.ts';
import { isOverFrenchLimit, readTerms } from '../law/terms.ts';
import type { Settings } from '../settings.ts';
import { FLAG, type Notice } from '../types.ts';
import { displayText, isBlankCell } from './cell-text.ts';
import type { LedgerDraft } from './ledger-draft.ts';

/** Fills the missing due dates from terms; the notices name terms that can be read in two ways. */
export function readDueDates(draft: LedgerDraft, settings: Settings, frenchTerms: boolean): Notice[] {
  const { columns, problems, issuedOn, dueOn, source } = draft;
  const dueAt = columns.dueOn?.column ?? null;
  const termsAt = columns.at('terms');
  // The limit binds businesses under French law: a house that chose another regime for all its customers is not told of it.
  const isLimited = frenchTerms && (settings.regime === null || settings.regime === 'FR' || settings.regime === 'FR-PUBLIC');
  const ambiguous = new Set<string>();
  for (let k = 0; k < draft.size; k++) {
    const issued = issuedOn[k] as CalendarDay;
    const due = dueOn[k] as CalendarDay;
    const i = source[k] as number;
    if (due !== NO_DAY) {
      if (due < issued && issued !== NO_DAY)
        problems.add(k, dueAt, 'due-before-issue', draft.dayShown(columns.dueOn, k), { detail: `${isoOf(due)} < ${isoOf(issued)}` });
      else if (isLimited && issued !== NO_DAY && !draft.has(k, FLAG.credit) && isOverFrenchLimit(issued, due))
        problems.add(k, dueAt, 'terms-over-limit', draft.dayShown(columns.dueOn, k), { detail: String(due - issued) });
      continue;
    }
    // A due date that is there and cannot be read has its own problem: terms must not talk over it. A credit note needs none.
    if (draft.has(k, FLAG.credit) || !isBlankCell(columns.cell(i, dueAt))) continue;
    const terms = columns.cell(i, termsAt);
    const written = (typeof terms === 'string' || typeof terms === 'number') && !isBlankCell(terms) ? terms : null;
    const read = written === null ? null : readTerms(written, issued, settings.endOfMonthTerms, isLimited);
    if (read?.dueOn != null) {
      dueOn[k] = read.dueOn;
      draft.raise(k, FLAG.dueFromTerms);
      if (read.overLimit) problems.add(k, termsAt, 'terms-over-limit', displayText(terms));
    } else problems.add(k, dueAt ?? termsAt, 'missing-due-date', written === null ? '' : displayText(terms));
    if (read?.ambiguous) ambiguous.add(displayText(terms));
  }
  return [...ambiguous].map((detail) => ({ kind: 'ambiguous-terms', detail }));
}
