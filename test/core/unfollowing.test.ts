// Formulas that do not follow the sheet: which calls of ours they are, and what they become. Whatever else stands in a cell stays to the letter.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FormulaPlace, FUNCTIONS, followingFormula, isUnfollowing, perform, UNFOLLOWING_CALLS } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { tries } from '../thorough.ts';
import { day, type Row, workbookOf } from './workbook-of.ts';

const STAMP = "'Tableau de bord'!$B$2";
const PLACE: FormulaPlace = { invoices: { sheet: 'Factures', columns: 'A:J', headerRow: 3, dueColumn: 4 }, stamp: STAMP };
const RANGE = "'Factures'!A:J";
const ELSEWHERE = { sheet: 'Résumé', row: 2, column: 'B' };
const follow = (formula: string, place = PLACE, cell = ELSEWHERE) => followingFormula(formula, cell, place);

describe('a call that names no invoices', () => {
  it.each([
    ['=DSO()', `=DSO(${RANGE};${STAMP})`],
    ['=DELAI_MOYEN_PAIEMENT()', `=DELAI_MOYEN_PAIEMENT(${RANGE};${STAMP})`],
    ['=encours( )', `=encours(${RANGE};${STAMP})`],
    ['=OVERDUE(;;"Durand")', `=OVERDUE(${RANGE};${STAMP};"Durand")`],
    ['=OVERDUE(, ,"Durand")', `=OVERDUE(${RANGE},${STAMP},"Durand")`],
    ['=DSO(;)', `=DSO(${RANGE};${STAMP})`],
    // A day of the user's own stays the day asked for.
    ['=ECHU(; "2026-01-31")', `=ECHU(${RANGE}; "2026-01-31")`],
    ['=DSO(,DATE(2026,1,31),60)', `=DSO(${RANGE},DATE(2026,1,31),60)`],
    // These ask about a period, not about a day.
    ['=CEI()', `=CEI(${RANGE})`],
    ['=TAUX_RECOUVREMENT(;A1;A2)', `=TAUX_RECOUVREMENT(${RANGE};A1;A2)`],
  ])('%s becomes %s', (formula, to) => {
    expect(follow(formula)).toBe(to);
  });

  it.each([
    ['=DSO()*2', `=DSO(${RANGE};${STAMP})*2`],
    ['=DSO()*1,5', `=DSO(${RANGE};${STAMP})*1,5`],
    ['=ROUND(DSO(),1)', `=ROUND(DSO(${RANGE},${STAMP}),1)`],
    ['=SI(ECHU()>0;DSO();"DSO()")', `=SI(ECHU(${RANGE};${STAMP})>0;DSO(${RANGE};${STAMP});"DSO()")`],
    ['="Il dit ""DSO()"": "&DSO()', `="Il dit ""DSO()"": "&DSO(${RANGE};${STAMP})`],
    ["='L''année, DSO()'!A1+DSO()", `='L''année, DSO()'!A1+DSO(${RANGE};${STAMP})`],
    ['=DSO(A:J)+OUTSTANDING()', `=DSO(A:J)+OUTSTANDING(${RANGE};${STAMP})`],
  ])('within a larger formula, only its own parentheses are filled: %s', (formula, to) => {
    expect(follow(formula)).toBe(to);
  });

  it.each([
    ['=DSO()', `=DSO(${RANGE})`],
    ['=OVERDUE(;;"Durand")', `=OVERDUE(${RANGE};;"Durand")`],
    ['=DSO(;;60)', `=DSO(${RANGE};;60)`],
  ])('without a dashboard there is no day to name: %s becomes %s', (formula, to) => {
    expect(follow(formula, { ...PLACE, stamp: null })).toBe(to);
  });

  it('the name of the sheet is quoted, its apostrophes doubled', () => {
    const invoices = { ...PLACE.invoices, sheet: "L'année d'avant" };
    expect(follow('=DSO()', { invoices, stamp: null })).toBe("=DSO('L''année d''avant'!A:J)");
  });
});

describe('left alone', () => {
  it.each([
    '=DSO(Factures!A:J)',
    `=DSO(${RANGE};$B$2)`,
    '=SUM()',
    '=MY_DSO()',
    '=AR.DSO()',
    '="DSO()"',
    "='DSO()'!A1",
    '=DUE_DATE()',
    '=CUSTOMER_SCORE("Durand")',
    'DSO()',
    '',
  ])('%s', (formula) => {
    expect([follow(formula), isUnfollowing(formula)]).toEqual([null, false]);
  });

  it('a formula in the table itself would count its own cell; above the table it counts from the headers down', () => {
    const at = (row: number, column: string) => follow('=DSO()', { ...PLACE, stamp: null }, { sheet: 'Factures', row, column });
    expect([at(1, 'C'), at(3, 'J'), at(40, 'A'), at(40, 'K')]).toEqual(["=DSO('Factures'!A3:J)", null, null, `=DSO(${RANGE})`]);
    expect(isUnfollowing('=DSO()')).toBe(true);
  });
});

describe('laws', () => {
  const ours = FUNCTIONS.filter(({ parameters: [first] }) => first?.type === 'range');
  const asked = fc.constantFrom('()', '( )', '(;)', '(,)', '(;;)', '(;A1)', '(,,"x")', '(A:B)', '(A:B;A1)');
  const piece = fc.oneof(
    fc.tuple(fc.constantFrom(...ours.map(({ name }) => name), 'SUM', 'DUE_DATE'), asked).map(([name, args]) => `${name}${args}`),
    fc.constantFrom('"DSO()"', "'DSO()'!A1", '2', '(', ')', '"', "'", ';', ',', '+', 'É', '{1\\2}'),
  );
  const formula = fc.array(piece, { maxLength: 6 }).map((pieces) => `=${pieces.join('+')}`);

  it('each of our formulas over the invoices is known by both its names', () => {
    expect(ours).toHaveLength(32);
    for (const { name } of ours) expect(follow(`=${name}()`)).toContain(RANGE);
  });

  it('what follows is not changed again, and the search finds all that does not', () => {
    const found = new RegExp(UNFOLLOWING_CALLS, 'i');
    fc.assert(
      fc.property(formula, (text) => {
        const to = follow(text);
        if (to === null) return;
        expect(text).toMatch(found);
        expect(follow(to)).toBeNull();
        // Without what was put in, the formula is as it was typed, but for blanks.
        const bare = (one: string) =>
          one
            .replaceAll(RANGE, '')
            .replaceAll(STAMP, '')
            .replaceAll(/[;,\s]/g, '');
        expect(bare(to)).toBe(bare(text));
      }),
      { numRuns: tries(500) },
    );
  });
});

describe('what formulas are told', () => {
  const ROWS: readonly Row[] = [{ customer: 'Dupont', due: '2025-08-01', amount: 1200 }];
  const run = (host: MemoryHost, kind: 'open' | 'refresh' | 'dashboard') =>
    host.run(perform({ kind, at: '2025-09-17T09:00:00' }, day('2025-09-17')));

  it('is the same after a refresh as when the sheet is opened again, columns that were added included; the day once there is a dashboard', () => {
    const host = new MemoryHost(workbookOf(ROWS, { french: true }));
    const before = run(host, 'open').formulas;
    const after = run(host, 'refresh').formulas;
    expect(after).toEqual(run(host, 'open').formulas);
    expect(after?.stamp).toBeNull();
    expect(after?.invoices.columns).not.toBe(before?.invoices.columns);
    run(host, 'dashboard');
    expect(run(host, 'open').formulas).toEqual({ ...after, stamp: STAMP });
  });
});
