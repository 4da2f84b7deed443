/** What is behind the pane: the desk and the answers of formulas, with all that is known of receivables. It comes once the pane is shown, in a piece of its own. */
import { type DeskOptions, excelDesk } from './desk.ts';
import { Formulas } from './formulas.ts';

const formulas = new Formulas();

/** What a cell shows, for a formula as Excel asks for it. */
export const answerCell = (name: string, given: readonly unknown[]) => formulas.inCell(name, given);

/** The desk over the open workbook. */
export const openDesk = (options: Pick<DeskOptions, 'remark'>) => excelDesk({ ...options, formulas });
