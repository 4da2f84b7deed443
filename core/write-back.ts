/**
 * What to write in the owned columns: only cells whose value changes, found by number and fingerprint. Blanks and labels of ours are replaced; the
 * user's other words, formulas and stated facts stay, and are listed.
 */
import { addedColumn } from './added-columns.ts';
import { statusOf } from './assess.ts';
import { isoOf, NO_DAY } from './calendar.ts';
import { doneLabel, isActionLabel, stageLabel } from './dunning/action-label.ts';
import type { Chase } from './dunning/chase.ts';
import type { Planned } from './dunning/next-action.ts';
import { LANGUAGES, type LanguageCode } from './languages/index.ts';
import { isBlankCell } from './ledger/cell-text.ts';
import { textOf } from './ledger/cell-words.ts';
import { type DayContext, formatDayLike, readDayColumn } from './ledger/day-cells.ts';
import { columnLetter } from './ledger/problems.ts';
import { isStatusLabel, statusFact } from './ledger/status-words.ts';
import { isReasonText, reasonText } from './reason-text.ts';
import { remembered } from './remembered.ts';
import { FLAG, type Ledger, OWNED_ROLES, type OwnedRole, type Reason } from './types.ts';
import type { Cell, CellLook, ColumnEdits, LeftCell, Sheet } from './workbook.ts';

/** What the owned columns are to say; the same values the report shows. */
export interface OwnedValues {
  readonly chased: Chase;
  readonly reason: (i: number) => Reason;
  /** Plans that a call first has moved. */
  readonly planned: (i: number) => Planned | null;
  /** Offset of a stage for invoice `i`, for its label; null when unknown. */
  readonly offsetOf: (i: number, stage: string) => number | null;
  /** Names of the house's own stages, folded. */
  readonly ownStages: ReadonlySet<string>;
}

/** The sheet's own way of writing, and what the user chose at binding. */
export interface WriteContext {
  readonly sheet: Sheet;
  readonly language: LanguageCode;
  readonly owned: Readonly<Partial<Record<OwnedRole, 'fill' | 'add'>>>;
  /** The text form of the due dates when that column is text; null when they are true dates. */
  readonly dueTextFormat: string | null;
  readonly dayContext: DayContext;
}

const LOOKS: Readonly<Record<OwnedRole, CellLook>> = {
  daysLate: 'count',
  status: 'text',
  lastAction: 'text',
  nextAction: 'text',
  nextActionOn: 'day',
  reason: 'text',
};

/** Where an owned column stands, and the header to write when the sheet has none. */
interface Place {
  readonly column: number;
  readonly newHeader: string | null;
}

/** The edits that bring the owned columns up to date, and the cells left alone. */
export function ownedEdits(
  ledger: Ledger,
  values: OwnedValues,
  context: WriteContext,
): { readonly columns: readonly ColumnEdits[]; readonly left: readonly LeftCell[] } {
  const { place } = ledger;
  const { sheet } = context;
  const { exists } = values.chased.assessment;
  const twins = twinRows(ledger);
  const left: LeftCell[] = [];
  const leave = (row: number, column: number, why: LeftCell['why']) =>
    left.push({ sheet: place.sheet, row, column: columnLetter(column), why });
  for (const i of twins) leave(ledger.row[i] as number, place.columns.get('number') ?? 0, 'twin-rows');

  const columns: ColumnEdits[] = [];
  for (const [role, { column, newHeader }] of placesOf(ledger, context)) {
    const valueAt = VALUES[role](ledger, values, context);
    const cells = CELLS[role](ledger, values, context, column);
    const rows: number[] = [];
    const before: Cell[] = [];
    const after: (string | number | null)[] = [];
    const unchanged: number[] = [];
    for (let i = 0; i < ledger.size; i++) {
      if (exists[i] === 0 || twins.has(i)) continue;
      const value = valueAt(i);
      if (value === undefined) continue;
      const row = ledger.row[i] as number;
      const cell = newHeader === null ? (sheet.cells[row - 1]?.[column] ?? null) : null;
      const isBlank = isBlankCell(cell);
      if (isBlank ? value === null : value !== null && cells.isSame(cell, i, value)) {
        // What says the same in the user's own words is theirs.
        if (!isBlank && (cell === value || cells.isOurs(cell, i))) unchanged.push(row);
        continue;
      }
      const why = isFormula(sheet, row, column) ? 'formula' : isBlank || cells.isOurs(cell, i) ? null : 'words';
      if (why !== null) {
        leave(row, column, why);
        continue;
      }
      rows.push(row);
      before.push(cell);
      after.push(value);
    }
    // An empty new column is still added: its header shows where the answer will stand.
    if (rows.length === 0 && newHeader === null) continue;
    columns.push({
      role,
      column,
      newHeader,
      look: LOOKS[role],
      daysAsText: role === 'nextActionOn' && context.dueTextFormat !== null,
      rows,
      before,
      after,
      unchanged,
    });
  }
  return { columns, left };
}

/** The user's column where it is to be filled, else ours at the right: the one added before, or a new one. */
function placesOf({ place }: Ledger, { sheet, owned, language }: WriteContext): [OwnedRole, Place][] {
  const headers = sheet.cells[place.headerRow - 1] ?? [];
  let free = widthOf(sheet, place.headerRow, place.lastRow);
  return OWNED_ROLES.map((role) => {
    const mapped = place.columns.get(role);
    if (mapped !== undefined && owned[role] !== 'add') return [role, { column: mapped, newHeader: null }];
    const added = addedColumn(headers, role, mapped);
    return [role, added === null ? { column: free++, newHeader: LANGUAGES[language].headers[role] } : { column: added, newHeader: null }];
  });
}

// ── What a cell is to say ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The value of each invoice's cell; `undefined` leaves it alone. */
type ValueAt = (i: number) => string | number | null | undefined;

const VALUES: Readonly<Record<OwnedRole, (ledger: Ledger, values: OwnedValues, context: WriteContext) => ValueAt>> = {
  daysLate:
    (_, { chased }) =>
    (i) => {
      const days = chased.assessment.daysLate[i] as number;
      return days === NO_DAY ? null : Math.max(0, days);
    },
  status: (_, { chased }, { language }) => {
    const labels = LANGUAGES[language].statuses;
    return (i) => labels[statusOf(chased.assessment, i)];
  },
  // The cell is an input until the journal knows something newer.
  lastAction:
    (_, { chased, offsetOf }, { language }) =>
    (i) => {
      const standing = chased.standings.get(i);
      if (!standing?.isJournaled || standing.lastAction === null) return undefined;
      const { stage, on } = standing.lastAction;
      return doneLabel(stage, offsetOf(i, stage), on, language);
    },
  nextAction:
    (_, { planned }, { language }) =>
    (i) => {
      const plan = planned(i);
      return plan === null ? null : stageLabel(plan.action.stage, plan.stage?.offset ?? null, language);
    },
  nextActionOn:
    (_, { planned }, { language, dueTextFormat }) =>
    (i) => {
      const plan = planned(i);
      if (plan === null) return null;
      return dueTextFormat === null ? isoOf(plan.action.on) : formatDayLike(plan.action.on, dueTextFormat, language);
    },
  reason:
    ({ currencies, currency }, { reason }, { language }) =>
    (i) =>
      reasonText(reason(i), currencies[currency[i] as number] ?? null, language),
};

// ── What a cell says already ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How the filled cells of a column are judged. */
interface CellsOf {
  /** It says so already, in whatever form. */
  readonly isSame: (cell: Cell, i: number, value: string | number) => boolean;
  /** It may be replaced: something of ours stands there. */
  readonly isOurs: (cell: Cell, i: number) => boolean;
}

const text = (isLabel: (text: string) => boolean): CellsOf => {
  const isOurs = remembered(isLabel);
  return { isSame: (cell, _, value) => cell === value, isOurs: (cell) => isOurs(textOf(cell)) };
};

/** Labels are words: a bare number such as 15.5, which would read as a day, is the user's. */
const words = (isLabel: (text: string) => boolean): CellsOf => {
  const cells = text(isLabel);
  return { ...cells, isOurs: (cell, i) => typeof cell !== 'number' && cells.isOurs(cell, i) };
};

const CELLS: Readonly<Record<OwnedRole, (ledger: Ledger, values: OwnedValues, context: WriteContext, column: number) => CellsOf>> = {
  daysLate: () => {
    const count = text((found) => /^-?\d+([.,]0+)?$/.test(found));
    return { ...count, isSame: (cell, _, value) => cell === value || Number(textOf(cell).replace(',', '.')) === value };
  },
  status: statusCells,
  lastAction: (_, { ownStages }) => words((found) => isActionLabel(found, ownStages)),
  nextAction: (_, { ownStages }) => words((found) => isActionLabel(found, ownStages)),
  nextActionOn: ({ place, row }, { planned }, { sheet, dayContext }, column) => {
    // Read in one go: what stands there is a day, or the user's words.
    const { days } = readDayColumn(sheet, { from: place.firstRow - 1, to: place.lastRow }, column, dayContext);
    const dayOf = (i: number) => days[(row[i] as number) - place.firstRow] ?? NO_DAY;
    return { isSame: (cell, i, value) => cell === value || dayOf(i) === planned(i)?.action.on, isOurs: (_, i) => dayOf(i) !== NO_DAY };
  },
  reason: () => words(isReasonText),
};

/**
 * Status labels are ours; a fact is the user's to take back. Payment closes whatever was said before, and a dispute the journal opened and closed, or
 * that was just taken back, left our own label. A cell the payments or the journal contradict is the user's to mend.
 */
function statusCells(ledger: Ledger, { chased }: OwnedValues): CellsOf {
  const labels = remembered((found: string) => ({ isLabel: isStatusLabel(found), fact: statusFact(found) }));
  const read = (cell: Cell) => labels(textOf(cell));
  const contested = new Set(ledger.problems.filter(({ kind }) => kind === 'status-contradiction').map(({ row }) => row));
  return {
    // "Réglée le 14/09" says the same as "Payée": it stays.
    isSame: (cell, _, value) => {
      const { fact } = read(cell);
      return cell === value || (fact !== null && fact === statusFact(String(value)));
    },
    isOurs: (cell, i) => {
      const { isLabel, fact } = read(cell);
      if (!isLabel || contested.has(ledger.row[i] as number)) return false;
      if (fact === null || statusOf(chased.assessment, i) === 'paid') return true;
      const history = chased.standings.get(i)?.history;
      if ((fact === 'disputed' || fact === 'legal') && history?.justTakenBack.has(fact)) return true;
      return fact === 'disputed' && history?.disputeResolved === 'here';
    },
  };
}

function isFormula(sheet: Sheet, row: number, column: number): boolean {
  const formula = sheet.formulas?.[row - 1]?.[column];
  return typeof formula === 'string' && formula.startsWith('=');
}

/** The first column free of any content over the table's rows, so that nothing beside the table is ever overwritten. */
function widthOf(sheet: Sheet, headerRow: number, lastRow: number): number {
  let width = 0;
  for (let row = headerRow; row <= lastRow; row++) {
    const cells = sheet.cells[row - 1] ?? [];
    const formulas = sheet.formulas?.[row - 1] ?? [];
    for (let column = Math.max(cells.length, formulas.length) - 1; column >= width; column--)
      if (!isEmpty(cells[column]) || isFormula(sheet, row, column)) width = column + 1;
  }
  return width;
}

/** A dash is no value, but it is something the user typed. */
function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || cell === '';
}

/** Rows that nothing tells apart: the same number and the same input cells. */
function twinRows(ledger: Ledger): ReadonlySet<number> {
  const numbers = new Set(ledger.problems.filter(({ kind }) => kind === 'duplicate-number').map(({ row }) => row));
  const seen = new Map<string, number>();
  const twins = new Set<number>();
  for (let i = 0; i < ledger.size; i++) {
    if (!numbers.has(ledger.row[i] as number) && ((ledger.flags[i] as number) & FLAG.noNumber) === 0) continue;
    const key = `${ledger.number[i]}\u0000${ledger.fingerprint(i)}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, i);
    else twins.add(other).add(i);
  }
  return twins;
}
