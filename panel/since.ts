/**
 * What happened since the panel was last looked at: who paid, and which invoices have fallen late. The dates in the sheet tell it, so that a host has
 * but one day to remember.
 */
import { CLOSED_STATUSES, type ReportInvoice, rowAt, type View, valueAt } from '../core/for-panel.ts';

export interface Since {
  /** ISO day of the last visit. */
  readonly day: string;
  readonly paid: readonly ReportInvoice[];
  readonly late: readonly ReportInvoice[];
}

/** What the invoices of a view say of the days after `day` (ISO), up to the day the view is of. A payment without a date is of no day. */
export function happenedSince(day: string, { report, packed }: View): Since {
  const rows = packed?.invoices;
  const asOf = report?.asOf ?? '';
  const paid: ReportInvoice[] = [];
  const late: ReportInvoice[] = [];
  for (let i = 0; rows && i < rows.size; i++) {
    const status = valueAt(rows, 'status', i);
    const dueOn = valueAt(rows, 'dueOn', i);
    if (status === 'paid') {
      if ((valueAt(rows, 'paidOn', i) ?? '') > day) paid.push(rowAt(rows, i) as ReportInvoice);
    } else if (dueOn !== null && dueOn >= day && dueOn < asOf && !CLOSED_STATUSES.has(status)) late.push(rowAt(rows, i) as ReportInvoice);
  }
  return { day, paid, late };
}
