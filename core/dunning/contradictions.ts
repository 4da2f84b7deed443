/**
 * What the sheet says against the journal. A status word is a fact of the user's, the journal is the memory of what was done: where the two cannot
 * both be true nobody is reminded, the cell is left alone, and the row says so.
 */
import { paidOnInvoice } from '../assess.ts';
import type { CalendarDay } from '../calendar.ts';
import { columnLetter } from '../ledger/problems.ts';
import { statusFact } from '../ledger/status-words.ts';
import { toMinor } from '../money.ts';
import type { Settings } from '../settings.ts';
import { FLAG, type Ledger, PROBLEM_SEVERITY, type Problem, type ProblemKind } from '../types.ts';
import { type Journaled, remindedInvoices } from './chased-invoices.ts';
import { numberKey } from './journal.ts';

/**
 * The ledger with the rows that the journal contradicts held; disputes of the journal that were paid in part, and invoices that changed or left the
 * sheet after they were reminded, are noticed.
 */
export function againstJournal(ledger: Ledger, journaled: Journaled, settings: Settings, asOf: CalendarDay): Ledger {
  const { book } = journaled;
  if (book.invoices.size === 0) return ledger;
  const flags = ledger.flags.slice();
  const problems: Problem[] = [];
  const statusAt = ledger.place.columns.get('status');
  const complain = (i: number, kind: ProblemKind, detail: string) => {
    const severity = PROBLEM_SEVERITY[kind];
    flags[i] = (flags[i] as number) | (severity === 'hold' ? FLAG.held : FLAG.notice);
    const column = statusAt === undefined ? null : columnLetter(statusAt);
    problems.push({
      sheet: ledger.place.sheet,
      row: ledger.row[i] as number,
      column,
      kind,
      severity,
      found: ledger.text('status', i),
      detail,
    });
  };
  for (let i = 0; i < ledger.size; i++) {
    const history = book.invoices.get(numberKey(ledger.number[i] as string));
    if (!history) continue;
    const flag = ledger.flags[i] as number;
    // A dispute the journal itself opened and closed left our own label in the cell: that is no contradiction.
    if (flag & FLAG.disputed && history.disputeResolved === 'elsewhere' && statusFact(ledger.text('status', i)) === 'disputed')
      complain(i, 'status-contradiction', 'journal');
    if (flag & FLAG.draft && history.done.some(({ how }) => how !== 'skipped')) {
      flags[i] = (flags[i] as number) & ~FLAG.draft;
      complain(i, 'status-contradiction', 'journal');
    }
    const paid = paidOnInvoice(ledger, i, asOf);
    const tolerance = toMinor(settings.tolerance, ledger.currencies[ledger.currency[i] as number] ?? null);
    if (history.dispute && !(flag & FLAG.disputed) && paid > 0) {
      const left = (ledger.amount[i] as number) - paid;
      const { amount } = history.dispute;
      // Of a part contested, only a payment that eats into it is news.
      const contested =
        amount === null ? Number.POSITIVE_INFINITY : toMinor(amount, ledger.currencies[ledger.currency[i] as number] ?? null);
      if (left > tolerance && left < contested) complain(i, 'disputed-part-paid', 'journal');
    }
  }
  const { changed, vanished } = remindedInvoices(ledger, journaled, settings, asOf);
  for (const { i, detail } of changed) {
    complain(i, 'chased-invoice-changed', detail);
    const told = problems.pop() as Problem;
    problems.push({ ...told, column: null, found: ledger.number[i] as string });
  }
  problems.push(...vanished);
  if (problems.length === 0) return ledger;
  const sorted = [...ledger.problems, ...problems].sort(
    (a, b) => Number(a.sheet !== ledger.place.sheet) - Number(b.sheet !== ledger.place.sheet) || (a.row ?? 0) - (b.row ?? 0),
  );
  return { ...ledger, flags, problems: sorted };
}
