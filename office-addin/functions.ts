/** What Excel loads for the formulas: each name of functions.json is given its function. */
import { Formulas } from './formulas.ts';

/** The formulas of this runtime, for the pane to have them recalculated. */
export const formulas = new Formulas();
formulas.associate();
