/**
 * What to write in the owned columns: only cells whose value changes, found by number and fingerprint. Blanks and labels of ours are replaced; the
 * user's other words, formulas and stated facts stay, and are listed.
 */
import { statusOf } from './assess.ts';
import { type CalendarDay, isoOf, NO_DAY } from './calendar.ts';
import type { Chase } from './dunning/chase.ts';
import { doneLabel, isActionLabel, stageLabel } from './dunning/action-label.ts';
import { LANGUAGES, type LanguageCode } from './languages/index.ts';
import { displayText, formatAt, isBlankCell } from './ledger/cell-text.ts';
import { type DayContext, formatDayLike, readDay } from './ledger/day-cells.ts';
import { columnLetter } from './ledger/problems.ts';
import { isStatusLabel, statusFact } from './ledger/status-words.ts';
import { isReasonText, reasonText } from './reason-text.ts';
import { FLAG, type Ledger, OWNED_ROLES, type OwnedRole, type Reason, type Status } from './types.ts';
import type { Cell, CellLook, ColumnEdits, LeftCell, Sheet } from './workbook.ts';

/** What the owned columns are to say; the same arrays the report shows. */
export interface OwnedValues {
  readonly chased: Chase;
  readonly reason: (i: number) => Reason;
  /** Plans that a call first has moved. */
  readonly planned: (i: number) => Chase['planned'][number];
  /** Offset of a stage for invoice `i`, for its label; null when unknown. */
  readonly offsetOf: (i: number, stage: string) => number | null;
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

const LOOKS: Readonly<Record<OwnedRole, CellLook>> = { daysLate: 'count', status: 'text', lastAction: 'text', nextAction: 'text', nextActionOn: 'day', reason: 'text' };

/** Facts a user typed in the status cell: they stay as long as they decide the status. */
const FACT_STATUS: Partial<Record<string, Status>> = { draft: 'draft', cancelled: 'cancelled', 'written-off': 'written-off', paid: 'paid', legal: 'legal', disputed: 'disputed', credit: 'credit' };

/** The value a cell of an owned column is to hold; `undefined` leaves it alone. */
function valueOf(role: OwnedRole, ledger: Ledger, i: number, values: OwnedValues, context: WriteContext): string | number | null | undefined {
  const { chased } = values;
  const { language } = context;
  switch (role) {
    case 'daysLate': {
      const days = chased.assessment.daysLate[i] as number;
      return days === NO_DAY ? null : Math.max(0, days);
    }
    case 'status':
      return LANGUAGES[language].statuses[statusOf(chased.assessment, i)];
    case 'lastAction': {
      // The cell is an input until the journal knows something newer.
      const standing = chased.standings.get(i);
      const journaled = standing?.history?.done.at(-1);
      if (!journaled || standing?.lastAction?.stage !== journaled.stage || standing.lastAction.on !== journaled.on) return undefined;
      return doneLabel(journaled.stage, values.offsetOf(i, journaled.stage), journaled.on, language);
    }
    case 'nextAction': {
      const plan = values.planned(i);
      return plan === null ? null : stageLabel(plan.action.stage, plan.stage?.offset ?? null, language);
    }
    case 'nextActionOn': {
      const plan = values.planned(i);
      if (plan === null) return null;
      return context.dueTextFormat === null ? isoOf(plan.action.on) : formatDayLike(plan.action.on, context.dueTextFormat, language);
    }
    case 'reason':
      return reasonText(values.reason(i), ledger.currencies[ledger.currency[i] as number] ?? null, language);
    default:
      return role satisfies never;
  }
}

/** Whether what stands in the cell may be replaced: a blank or something of ours. */
function isOurs(role: OwnedRole, cell: Cell, status: Status, context: WriteContext): boolean {
  const text = displayText(cell).trim();
  switch (role) {
    case 'daysLate':
      return /^-?\d+([.,]0+)?$/.test(text);
    case 'status': {
      if (!isStatusLabel(text)) return false;
      const fact = statusFact(text);
      // Paid closes whatever was said before; any other fact is the user's to take back.
      return fact === null || fact === 'paid' || status === 'paid';
    }
    case 'lastAction':
    case 'nextAction':
      return isActionLabel(text);
    case 'nextActionOn': {
      const read = readDay(cell, context.dayContext, null);
      return read !== null && 'day' in read;
    }
    case 'reason':
      return isReasonText(text);
    default:
      return role satisfies never;
  }
}

function isSame(role: OwnedRole, cell: Cell, value: string | number | null, status: Status, context: WriteContext, format: string | null): boolean {
  if (isBlankCell(cell)) return value === null || value === '';
  if (value === null) return false;
  if (role === 'daysLate') return Number(displayText(cell)) === value;
  if (role === 'nextActionOn') {
    if (context.dueTextFormat !== null) return cell === value;
    const read = readDay(cell, context.dayContext, format);
    return read !== null && 'day' in read && isoOf(read.day as CalendarDay) === value;
  }
  if (role === 'status') {
    const fact = statusFact(displayText(cell));
    if (fact !== null && FACT_STATUS[fact] === status) return true;
  }
  return cell === value;
}

/** The edits that bring the owned columns up to date, and the cells left alone. */
export function ownedEdits(ledger: Ledger, values: OwnedValues, context: WriteContext): { readonly columns: readonly ColumnEdits[]; readonly left: readonly LeftCell[] } {
  const { place } = ledger;
  const twins = twinRows(ledger);
  const left: LeftCell[] = twins.size === 0 ? [] : [...twins].map((i) => ({ sheet: place.sheet, row: ledger.row[i] as number, column: 'A', why: 'twin-rows' as const }));
  let free = widthOf(context.sheet, place.headerRow, place.lastRow);
  const columns: ColumnEdits[] = [];
  for (const role of OWNED_ROLES) {
    const mapped = place.columns.get(role);
    const isNew = mapped === undefined || context.owned[role] === 'add';
    const column = isNew ? free++ : mapped;
    const rows: number[] = [];
    const before: Cell[] = [];
    const after: (string | number | null)[] = [];
    for (let i = 0; i < ledger.size; i++) {
      if (values.chased.assessment.exists[i] === 0 || twins.has(i)) continue;
      const value = valueOf(role, ledger, i, values, context);
      if (value === undefined) continue;
      const row = ledger.row[i] as number;
      const cell = isNew ? null : (context.sheet.cells[row - 1]?.[column] ?? null);
      const status = statusOf(values.chased.assessment, i);
      if (isSame(role, cell, value, status, context, formatAt(context.sheet, row - 1, column))) continue;
      if (!isBlankCell(cell)) {
        const why = isFormula(context.sheet, row, column) ? 'formula' : !isOurs(role, cell, status, context) || isContested(ledger, i, role) ? 'words' : null;
        if (why !== null) {
          left.push({ sheet: place.sheet, row, column: columnLetter(column), why });
          continue;
        }
      } else if (isFormula(context.sheet, row, column)) {
        left.push({ sheet: place.sheet, row, column: columnLetter(column), why: 'formula' });
        continue;
      }
      rows.push(row);
      before.push(cell);
      after.push(value);
    }
    // An empty new column is still added: its header shows where the answer will stand.
    if (rows.length > 0 || isNew)
      columns.push({
        role,
        column,
        newHeader: isNew ? LANGUAGES[context.language].headers[role] : null,
        look: LOOKS[role],
        daysAsText: role === 'nextActionOn' && context.dueTextFormat !== null,
        rows,
        before,
        after,
      });
  }
  return { columns, left };
}

/** A status cell contradicted by the payments is the user's to mend. */
function isContested(ledger: Ledger, i: number, role: OwnedRole): boolean {
  return role === 'status' && ledger.problems.some((problem) => problem.kind === 'status-contradiction' && problem.row === ledger.row[i]);
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
    for (let column = cells.length - 1; column >= width; column--) if (!isBlankCell(cells[column]) || isFormula(sheet, row, column)) width = column + 1;
  }
  return width;
}

/** Rows that nothing tells apart: the same number and the same input cells. */
function twinRows(ledger: Ledger): ReadonlySet<number> {
  const doubtful: number[] = [];
  const numbers = new Set(ledger.problems.filter((problem) => problem.kind === 'duplicate-number').map((problem) => problem.row));
  for (let i = 0; i < ledger.size; i++) if (numbers.has(ledger.row[i] as number) || (ledger.flags[i] as number) & FLAG.noNumber) doubtful.push(i);
  const seen = new Map<string, number>();
  const twins = new Set<number>();
  for (const i of doubtful) {
    const key = `${ledger.number[i]}\u0000${ledger.fingerprint(i)}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, i);
    else twins.add(other).add(i);
  }
  return twins;
}
