/** Reads a workbook without a host: what a file is, before it is shown; whose invoices it holds. Nothing is written. */
import { type Command, dayFromIso, perform, type Snapshot, type View } from '../../core/index.ts';
import type { Named } from './storage/books.ts';

/** What *open* would show on `asOf` (an ISO day, valid). `whole`: with its invoices, and not only what was understood. */
export function firstLook(snapshot: Snapshot, asOf: string, whole = false): View {
  const command: Command = { kind: 'open', at: `${asOf}T00:00:00`, ...(whole ? {} : { options: { panel: {} } }) };
  const story = perform(command, dayFromIso(asOf) as NonNullable<ReturnType<typeof dayFromIso>>);
  let step = story.next();
  while (!step.done) step = story.next(snapshot);
  return step.value;
}

/** The invoices of the workbook with their customers as the ledger reads them: a title above the rows may be the only place that names one. */
export function invoicesNamed(snapshot: Snapshot, asOf: string): readonly Named[] {
  return firstLook(snapshot, asOf, true).report?.invoices ?? [];
}
