/** What both databases answer, and whether it is what the product says. Nothing is timed before all of it is the same. */
import { NO_DAY } from '../core/calendar.ts';
import { BUCKETS, NO_BUCKET } from '../core/types.ts';
import type { ProductAnswer } from './product.ts';
import type { Question } from './sql-question.ts';

/** Lines as a database hands them back, by column or by line as suits it. */
export interface SqlLines {
  readonly size: number;
  readonly at: (line: number, column: number) => number | string | null;
}

export type SqlAnswer = Readonly<Record<'invoices' | 'aging' | 'customers' | 'totals', SqlLines>>;

/** All parts asked one after the other. */
export async function sqlAnswer(asked: Question, lines: (sql: string) => Promise<SqlLines>): Promise<SqlAnswer> {
  return {
    invoices: await lines(asked.invoices),
    aging: await lines(asked.aging),
    customers: await lines(asked.customers),
    totals: await lines(asked.totals),
  };
}

const SHOWN = 5;

/** What differs between the product's answer and a database's, in words; empty when nothing does. */
export function sqlDifferences({ studied, kpis, customers }: ProductAnswer, found: SqlAnswer): string[] {
  const different: string[] = [];
  const same = (what: string, ours: unknown, theirs: unknown): void => {
    const equal = typeof ours === 'number' && typeof theirs === 'number' ? Math.abs(ours - theirs) < 1e-6 : ours === theirs;
    if (!equal && different.length < SHOWN) different.push(`${what}: ${String(theirs)}, the product says ${String(ours)}`);
  };
  const lineOf = (lines: SqlLines): Map<unknown, number> => new Map(Array.from({ length: lines.size }, (_, k) => [lines.at(k, 0), k]));
  const number = (lines: SqlLines, line: number | undefined, column: number): number =>
    line === undefined ? 0 : Number(lines.at(line, column));

  const { ledger, chased } = studied;
  const { exists, status, daysLate, bucket } = chased.assessment;
  let k = 0;
  for (let i = 0; i < ledger.size; i++) {
    if (exists[i] === 0) continue;
    const row = ledger.row[i] as number;
    same(`row`, row, found.invoices.at(k, 0));
    same(`status of row ${row}`, status[i], found.invoices.at(k, 1));
    same(`days late of row ${row}`, daysLate[i] === NO_DAY ? null : daysLate[i], found.invoices.at(k, 2));
    same(`bucket of row ${row}`, bucket[i] === NO_BUCKET ? null : bucket[i], found.invoices.at(k, 3));
    k++;
  }
  same('invoices', k, found.invoices.size);

  const figures = kpis[0];
  if (!figures) return [...different, 'the product has no figures'];
  const [owed, unapplied, sold] = [0, 1, 2].map((column) => number(found.totals, 0, column)) as [number, number, number];
  same('outstanding', figures.outstanding, owed / 100);
  same('unapplied', figures.unapplied, unapplied / 100);
  same('DSO', figures.dso, Math.round((owed / sold) * 90 * 100) / 100);
  const bucketLine = lineOf(found.aging);
  BUCKETS.forEach((name, b) => {
    same(`invoices of ${name}`, figures.aging[name].count, number(found.aging, bucketLine.get(b), 1));
    same(`amount of ${name}`, figures.aging[name].amount, number(found.aging, bucketLine.get(b), 2) / 100);
  });

  const customerLine = lineOf(found.customers);
  const indexes = new Map(ledger.customers.map(({ name }, c) => [name, c]));
  same('customers', customers.length, found.customers.size);
  for (const { name, open, overdue, notDue, unapplied, invoices } of customers) {
    const line = customerLine.get(name);
    [open, overdue, notDue, unapplied].forEach((sum, at) => {
      same(`sum ${at + 1} of ${name}`, sum, number(found.customers, line, at + 1) / 100);
    });
    same(`invoices of ${name}`, invoices, number(found.customers, line, 5));
    const contact = chased.contactOn[indexes.get(name) as number] as number;
    same(`last contact of ${name}`, contact === NO_DAY ? null : contact, found.customers.at(line ?? -1, 6));
  }
  return different;
}
