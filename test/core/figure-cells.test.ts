/** Figures beside the table that are formulas of ours: the table is read as if they were not there. */
import { describe, expect, it } from '@jest/globals';
import { type Cell, dayFromIso, perform, type Snapshot, type View } from '../../core/index.ts';
import { withoutFigures } from '../../core/ledger/figure-cells.ts';

const TABLE: Cell[][] = [
  ['N°', 'Client', 'Échéance', 'Montant'],
  ['F-1', 'Dupont', '2025-07-02', 1200],
  ['F-2', 'Martin', '2025-07-31', 850.5],
];
const FIGURES: Cell[][] = [
  ['Tranche', 'Nombre', 'Montant', 'Part'],
  ['1–30 jours', 2, 2050.5, 1],
  ['Total', 2, 2050.5, 1],
];

/** The table with figures right beside it; the first of them is `formula`, the others are filled by it. */
function beside(formula: string): Snapshot {
  const cells = TABLE.map((row, r) => [...row, ...(FIGURES[r] as Cell[])]);
  const formulas = FIGURES.map((row, r) => [null, null, null, null, ...row.map((_, c) => (r + c === 0 ? formula : '={E1:H3}'))]);
  return { sheets: [{ name: 'Factures', cells, formulas }], locale: 'fr-FR', timeZone: null, date1904: false };
}

const alone: Snapshot = { sheets: [{ name: 'Factures', cells: TABLE }], locale: 'fr-FR', timeZone: null, date1904: false };

function opened(snapshot: Snapshot): View['report'] {
  const story = perform(
    { kind: 'open', at: '2025-08-01T10:00:00' },
    dayFromIso('2025-08-01') as NonNullable<ReturnType<typeof dayFromIso>>,
  );
  let step = story.next();
  while (!step.done) step = story.next(snapshot);
  return step.value.report;
}

describe('figures beside the table', () => {
  it.each(['=BALANCE_AGEE(A:D)', '=AR.AGING(A:D)', '=_xldudf_AR_AGING(A:D)', '=IFERROR(AGING(A:D),"")'])(
    '%s is no part of it',
    (formula) => {
      expect(opened(beside(formula))).toEqual(opened(alone));
    },
  );

  it('formulas that answer row by row are columns of the table, and other formulas are the user’s', () => {
    for (const formula of ['=DUE_DATE(C2,"30 days")', '=JOURS_RETARD(C2)', '=SUM(D:D)', '=MY_AGING(A:D)', 'AGING(A:D)']) {
      const snapshot = beside(formula);
      expect([formula, withoutFigures(snapshot) === snapshot]).toEqual([formula, true]);
    }
  });
});
