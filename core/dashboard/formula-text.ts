/** The dashboard's formulas as each host writes them: the same questions, asked by a range in one host and of the bound table in another. */
import type { Board, BoardFormula } from '../workbook.ts';

/** How a host writes formulas of ours. */
export interface FormulaDialect {
  /** Before each name: `AR.` in Excel. */
  readonly prefix: string;
  /** `range`: the invoices are handed over, because the host keeps answers by their arguments (Google). `bound`: left out. */
  readonly invoices: 'range' | 'bound';
  /** Between arguments, whatever the workbook's locale: Google takes `;` in all of them, Excel's interface `,`. */
  readonly separator: ',' | ';';
}

/** The text of a formula for a cell. */
export function formulaText(
  formula: BoardFormula,
  { invoices, stamp }: Pick<Board, 'invoices' | 'stamp'>,
  dialect: FormulaDialect,
): string {
  const written = formula.arguments.map((argument) => {
    if (argument === 'stamp') return stamp;
    if (argument === 'invoices') return dialect.invoices === 'range' ? inSheet(invoices.sheet, invoices.columns) : '';
    if (argument === 'left-out') return '';
    return typeof argument === 'number' ? String(argument) : `"${argument.text.replaceAll('"', '""')}"`;
  });
  return `=${dialect.prefix}${formula.name}(${written.join(dialect.separator)})`;
}

/** Cells as a formula of any sheet names them. */
export function inSheet(sheet: string, cells: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cells}`;
}
