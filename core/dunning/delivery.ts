/**
 * Whether the customer has the invoice at all: the first thing to know before insisting. In a sheet that notes when invoices are sent or received,
 * an overdue one with neither may never have left the house.
 */
import { statusOf } from '../assess.ts';
import type { Assessment, Ledger, Notice, Status } from '../types.ts';

/** Enough to find them; the sheet has the rest. */
const NAMED = 10;
const OWED: ReadonlySet<Status> = new Set<Status>(['overdue', 'watch', 'promised', 'on-hold', 'on-plan']);

/** The notice that names overdue invoices neither sent nor received; none when the sheet has no such column, or all is noted. */
export function deliveryNotices(ledger: Ledger, assessment: Assessment): Notice[] {
  const roles = (['sentOn', 'receivedOn'] as const).filter((role) => ledger.place.columns.has(role));
  if (roles.length === 0) return [];
  const unconfirmed: string[] = [];
  for (let i = 0; i < ledger.size; i++) {
    if (assessment.exists[i] === 0 || (assessment.daysLate[i] as number) < 1 || !OWED.has(statusOf(assessment, i))) continue;
    if (roles.every((role) => ledger.text(role, i).trim() === '')) unconfirmed.push(ledger.number[i] as string);
  }
  if (unconfirmed.length === 0) return [];
  const rest = unconfirmed.length > NAMED ? ` +${unconfirmed.length - NAMED}` : '';
  return [{ kind: 'not-confirmed-sent', detail: `${unconfirmed.slice(0, NAMED).join(', ')}${rest}` }];
}
