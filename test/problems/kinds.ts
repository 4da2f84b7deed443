/**
 * One small sheet per kind of problem, in French and in English: a row nobody can fault, and below it the row that has the problem. What the reader
 * of the problem is told is part of the table.
 */
import { describe, expect, it } from '@jest/globals';
import type { Cell, CommandOptions, Report, Sheet } from '../../core/index.ts';
import type { ProblemKind, Severity } from '../../core/types.ts';
import { invoiceAt, openSheets } from './opened.ts';

type InEach<Value> = Readonly<Record<'fr' | 'en', Value>>;

const HEADERS: InEach<readonly string[]> = {
  fr: [
    'N° facture',
    'Client',
    'Montant TTC',
    'Date facture',
    'Échéance',
    'Conditions de règlement',
    'Montant payé',
    'Payée le',
    'Statut',
    'Litige',
    'Devise',
    'Avoir sur',
  ],
  en: [
    'Invoice no',
    'Customer',
    'Amount',
    'Invoice date',
    'Due date',
    'Payment terms',
    'Amount paid',
    'Paid on',
    'Status',
    'Dispute',
    'Currency',
    'Credit of',
  ],
};
/** Column letters of {@link HEADERS}, by what they hold. */
const COLUMNS = {
  number: 0,
  customer: 1,
  amount: 2,
  issued: 3,
  due: 4,
  terms: 5,
  paid: 6,
  paidOn: 7,
  status: 8,
  dispute: 9,
  currency: 10,
  creditOf: 11,
} as const;
type Changed = Readonly<Partial<Record<keyof typeof COLUMNS, Cell>>>;

/** Row 2 of every sheet, and what rows are made from: 100 € a week late. */
const USUAL: readonly Cell[] = ['F-1', 'Alpha', 100, '2025-08-20', '2025-09-10', '', '', '', '', '', 'EUR', ''];

export interface KindOfProblem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** What row 3 has instead of the usual; a list for rows 3, 4 … The number is F-2, F-3 … unless said. */
  readonly row: Changed | readonly Changed[] | InEach<Changed>;
  /** Column letter (and row, unless 3) of the problem; null for the whole row. */
  readonly column: string | null;
  readonly at?: number;
  readonly found: string | InEach<string>;
  readonly message: InEach<string>;
  readonly advice: InEach<string>;
  readonly options?: CommandOptions;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Other problems that come with it, by kind. */
  readonly with?: readonly ProblemKind[];
  /** Further sheets. */
  readonly tabs?: InEach<readonly Sheet[]>;
  /** Name of the sheet the problem is on, when not the invoices'. */
  readonly sheet?: InEach<string>;
}

const SHEETS: InEach<string> = { fr: 'Factures', en: 'Invoices' };

function inEach<Value>(value: Value | InEach<Value>, language: 'fr' | 'en'): Value {
  return typeof value === 'object' && value !== null && 'fr' in value ? value[language] : (value as Value);
}

function rowsOf({ row }: KindOfProblem, language: 'fr' | 'en'): Cell[][] {
  const changes = Array.isArray(row) ? (row as readonly Changed[]) : [inEach(row as Changed, language)];
  return changes.map((changed, i) => {
    const cells = [...USUAL];
    cells[0] = `F-${i + 2}`;
    for (const [name, cell] of Object.entries(changed)) cells[COLUMNS[name as keyof typeof COLUMNS]] = cell as Cell;
    return cells;
  });
}

/** The report of the sheet of one kind. */
export function reportOfKind(problem: KindOfProblem, language: 'fr' | 'en'): Report {
  const cells: Cell[][] = [[...HEADERS[language]], [...USUAL], ...rowsOf(problem, language)];
  const { locale = language === 'fr' ? 'fr-FR' : 'en-US', options = {}, timeZone = null } = problem;
  const { report } = openSheets([{ name: SHEETS[language], cells }, ...(problem.tabs?.[language] ?? [])], { locale, options, timeZone });
  if (report === null) throw new Error('refused');
  return report;
}

/** Runs a family of kinds. */
export function describeKinds(family: string, kinds: readonly KindOfProblem[]): void {
  describe(family, () => {
    it.each(kinds.flatMap((problem) => (['fr', 'en'] as const).map((language) => [problem.kind, language, problem] as const)))(
      '%s (%s)',
      (kind, language, problem) => {
        const report = reportOfKind(problem, language);
        expect(report.language).toBe(language);
        const { row, column, severity, found, message, advice, sheet } =
          report.problems.find((each) => each.kind === kind && each.row === (problem.at ?? 3)) ?? {};
        expect({ sheet, row, column, severity, found, message, advice }).toEqual({
          sheet: problem.sheet?.[language] ?? SHEETS[language],
          row: problem.at ?? 3,
          column: problem.column,
          severity: problem.severity,
          found: inEach(problem.found, language),
          message: problem.message[language],
          advice: problem.advice[language],
        });
        const kinds = new Set(report.problems.map((each) => each.kind));
        expect([...kinds].sort()).toEqual([kind, ...(problem.with ?? [])].sort());
        // The row above is computed as if it stood alone.
        if (kind !== 'duplicate-number' && kind !== 'look-alike-number')
          expect(invoiceAt(report, 2)).toMatchObject({
            number: 'F-1',
            amount: 100,
            open: 100,
            daysLate: 7,
            bucket: '1-30',
            severity: null,
            currency: 'EUR',
          });
        if (problem.sheet !== undefined) return;
        // What the severity promises: an error is out of sums, a hold is summed, neither is chased.
        const invoice = report.invoices.find((each) => each.row === row);
        if (invoice === undefined) return;
        expect(invoice.severity).toBe(severity);
        const outstanding = report.invoices.reduce((sum, each) => sum + (each.open ?? 0), 0);
        expect(report.kpis.reduce((sum, each) => sum + each.outstanding, 0)).toBeCloseTo(outstanding, 6);
        if (severity === 'error')
          expect([invoice.amount, invoice.open, invoice.nextAction, invoice.status]).toEqual([null, null, null, 'to-fix']);
        if (severity === 'hold') expect([invoice.open === null, invoice.nextAction]).toEqual([false, null]);
        if (severity !== 'notice') expect(report.worklist.some((entry) => entry.invoices.includes(invoice.number))).toBe(false);
      },
    );
  });
}
