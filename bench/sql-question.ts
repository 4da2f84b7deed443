/**
 * The question put to SQL: where every invoice stands, what was done last, the aging balance, what each customer owes, what DSO is made of. Like the
 * floor it is told where the columns stand, how dates are written, what the sheet's few words mean and which day it is; all it is not asked for
 * (reminders to come, business days, twelve months of history, scores, forecast, problems) makes it faster.
 */
import { STATUSES } from '../core/types.ts';
import { AS_OF, type RowKind } from './rows.ts';

/** What the two dialects say differently. */
export interface Dialect {
  /** A text `yyyy-mm-dd` as days since 1970; null where there is no such day, as on 29 February of most years. */
  readonly dayOfIso: (text: string) => string;
  /** A text `dd/mm/yyyy` as days since 1970. */
  readonly dayOfFrench: (text: string) => string;
}

/** Columns of the table as they are handed over, in order: the text of a cell, its number, or a Date's milliseconds. */
export const TEXT_COLUMNS = ['number', 'customer', 'said', 'told'] as const;
export const OTHER_COLUMNS = ['issued', 'due', 'paid_on', 'amount', 'paid'] as const;

export interface Question {
  /** The table cells are put in. */
  readonly table: string;
  /** Takes all tables away, so that the next sheet is read anew. */
  readonly clear: string;
  /** What is worked out in it, in order. */
  readonly steps: readonly string[];
  /** One line an invoice in the order of the sheet: place, status (index into STATUSES), days late, bucket, last rung done, day of that contact. Null where there is none. */
  readonly invoices: string;
  /** One line a bucket: bucket, invoices, cents. */
  readonly aging: string;
  /** One line a customer: name, open, overdue, not due, unapplied (cents), invoices, last contact. */
  readonly customers: string;
  /** Cents owed, cents of unapplied credits, cents sold in 90 days. */
  readonly totals: string;
}

const [CREDIT, PAID, TO_FIX, DISPUTED, OVERDUE, WATCH, NOT_DUE] = (
  ['credit', 'paid', 'to-fix', 'disputed', 'overdue', 'watch', 'not-due'] as const
).map((status) => STATUSES.indexOf(status));
const YEAR = new Date(AS_OF * 86_400_000).getUTCFullYear();

/** The question in a dialect, about the cells of a host. */
export function question(kind: RowKind, dialect: Dialect, types: { readonly text: string; readonly number: string }): Question {
  const other = kind === 'text' ? types.text : types.number;
  const columns = [...TEXT_COLUMNS.map((name) => `${name} ${types.text}`), ...OTHER_COLUMNS.map((name) => `${name} ${other}`)];
  const day = (column: string): string =>
    kind === 'excel'
      ? `CAST(floor(${column}) AS INTEGER) - 25569`
      : kind === 'google'
        ? // Midnight in Paris is at most two hours before that of Greenwich: half a day later is the same day in both.
          `CAST(floor((${column} + 43200000) / 86400000) AS INTEGER)`
        : dialect.dayOfFrench(column);
  const cents = (column: string): string =>
    kind === 'text'
      ? `CAST(replace(replace(replace(${column}, '\u202f', ''), ',', ''), '\u00a0€', '') AS BIGINT)`
      : `CAST(round(${column} * 100) AS BIGINT)`;
  const toldOn = (year: number): string => dialect.dayOfIso(`'${year}-' || substr(told, -3, 2) || '-' || substr(told, -6, 2)`);
  return {
    table: `CREATE TABLE sheet (place INTEGER, ${columns.join(', ')})`,
    clear: 'DROP TABLE IF EXISTS sheet; DROP TABLE IF EXISTS actions; DROP TABLE IF EXISTS invoices;',
    steps: [
      `CREATE TABLE actions AS
        SELECT told, stage, CASE WHEN this_year <= ${AS_OF} THEN this_year ELSE last_year END AS told_on
        FROM (SELECT told,
          CASE WHEN told LIKE 'Pré-rappel%' THEN 0 WHEN told LIKE 'Relance J+3%' THEN 1 WHEN told LIKE 'Appel%' THEN 2
            WHEN told LIKE 'Relance%' THEN 3 ELSE 4 END AS stage,
          CASE WHEN told LIKE '%)' THEN ${toldOn(YEAR)} END AS this_year,
          CASE WHEN told LIKE '%)' THEN ${toldOn(YEAR - 1)} END AS last_year
          FROM (SELECT DISTINCT told FROM sheet WHERE told IS NOT NULL) AS each_text) AS both_years`,
      `CREATE TABLE invoices AS
        WITH cells AS (
          SELECT place, customer, said, told, number IN (SELECT number FROM sheet GROUP BY number HAVING count(*) > 1) AS is_twin,
            ${day('issued')} AS issued, ${day('due')} AS due, ${day('paid_on')} AS paid_on, ${cents('amount')} AS amount, ${cents('paid')} AS paid
          FROM sheet),
        paid AS (
          SELECT *, amount - CASE WHEN paid_on > ${AS_OF} THEN 0 WHEN paid IS NOT NULL THEN paid WHEN paid_on IS NULL THEN 0 ELSE amount END AS open,
            ${AS_OF} - due AS age
          FROM cells WHERE issued <= ${AS_OF}),
        standing AS (
          SELECT *, CASE WHEN amount < 0 THEN ${CREDIT} WHEN open <= 10 THEN ${PAID} WHEN is_twin THEN ${TO_FIX} WHEN said = 'Litige' THEN ${DISPUTED}
            WHEN age >= 3 THEN ${OVERDUE} WHEN age >= -7 THEN ${WATCH} ELSE ${NOT_DUE} END AS status
          FROM paid)
        SELECT place, customer, issued, amount, open, status,
          CASE status WHEN ${CREDIT} THEN NULL WHEN ${PAID} THEN paid_on - due ELSE age END AS days_late,
          CASE WHEN amount < 0 OR open <= 0 THEN NULL WHEN age <= 0 THEN 0 WHEN age <= 30 THEN 1 WHEN age <= 60 THEN 2 WHEN age <= 90 THEN 3 ELSE 4 END AS bucket,
          stage, CASE WHEN told_on >= issued THEN told_on END AS contact_on
        FROM standing LEFT JOIN actions USING (told)`,
    ],
    invoices: `SELECT place, status, days_late, bucket, stage, contact_on FROM invoices ORDER BY place`,
    aging: `SELECT bucket, count(*), sum(open) FROM invoices WHERE bucket IS NOT NULL GROUP BY bucket ORDER BY bucket`,
    customers: `SELECT customer, sum(open), sum(CASE WHEN bucket > 0 THEN open ELSE 0 END), sum(CASE WHEN bucket = 0 THEN open ELSE 0 END),
        sum(CASE WHEN open < 0 THEN open ELSE 0 END), count(*), max(contact_on)
      FROM invoices GROUP BY customer`,
    totals: `SELECT sum(open), sum(CASE WHEN open < 0 THEN open ELSE 0 END), sum(CASE WHEN issued > ${AS_OF - 90} THEN amount ELSE 0 END) FROM invoices`,
  };
}
