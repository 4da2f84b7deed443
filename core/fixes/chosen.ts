/**
 * What is written of the cells a user consented to. The engine works out anew what it would offer: a cell that holds anything else by now, in a row
 * that is not the one that was looked at, is left alone. And where one date shows how the others are meant, making it a true date must not leave
 * them without a meaning: then nothing is done at all.
 */
import { type CalendarDay, dayFromIso, NO_DAY } from '../calendar.ts';
import { lastActionOf } from '../dunning/chase.ts';
import type { JournalPen } from '../dunning/drafts.ts';
import { type Refused, refuse } from '../dunning/refused.ts';
import { LANGUAGES } from '../languages/index.ts';
import { formatAt } from '../ledger/cell-text.ts';
import { formatReader } from '../ledger/number-format.ts';
import { columnIndex } from '../ledger/problems.ts';
import { type Study, study } from '../study.ts';
import type { JournalEntry } from '../types.ts';
import type { Cell, CellFix, ChosenFix, Command, LeftCell, Snapshot } from '../workbook.ts';
import { dayColumns, daysOf, invoiceSheet, offeredFixes } from './offers.ts';
import { markOf, traceReference, traceTexts } from './trace.ts';

/** Cells to be written, those left alone, and when the journal tells of it: a change is never without its trace, nor said to be undone before it is. */
export interface Mending {
  readonly cells: readonly CellFix[];
  readonly left: readonly LeftCell[];
  readonly trace: 'before' | 'after';
}

/** What a `fix` comes to. */
export function fixed(
  studied: Study,
  command: Command & { readonly kind: 'fix' },
  pen: JournalPen,
): { readonly rows: readonly JournalEntry[]; readonly mending: Mending } | Refused {
  const { chosen, left } = stillOffered(studied, command.cells);
  if (chosen.length > 0 && changesElsewhere(studied, chosen, command)) return refuse('others-would-change');
  const sheet = invoiceSheet(studied);
  const formats = new Map(dayColumns(studied).map((column) => [column, dayFormatOf(studied, column)]));
  const cells = chosen.map(({ row, column, found, to }): CellFix => {
    const at = columnIndex(column);
    return { sheet: sheet.name, row, column: at, before: found, after: { day: to, format: formats.get(at) ?? null } };
  });
  const traced = cells.map(({ row, column, before }, k) => ({
    row,
    column,
    was: before as string,
    format: formatAt(sheet, row - 1, column),
    day: (chosen[k] as ChosenFix).to,
    mark: markOf(sheet.cells[row - 1], studied.ledger.place.columns),
  }));
  const reference = traceReference(sheet.name);
  const rows = traceTexts(traced, LANGUAGES[studied.ownLanguage].datesMade).map((text) =>
    pen.write('note', studied.asOf, { reference, text }),
  );
  return { rows, mending: { cells, left, trace: 'before' } };
}

/** Those of the chosen fixes that would be offered this very moment, each cell once. */
function stillOffered(studied: Study, wanted: readonly ChosenFix[]): { readonly chosen: ChosenFix[]; readonly left: LeftCell[] } {
  const nameOf = ({ sheet, row, column }: Pick<ChosenFix, 'sheet' | 'row' | 'column'>) => `${row} ${column} ${sheet}`;
  const offers = new Map(offeredFixes(studied).map((offer) => [nameOf(offer), offer]));
  const chosen = new Map<string, ChosenFix>();
  const left: LeftCell[] = [];
  for (const fix of wanted) {
    const offer = offers.get(nameOf(fix));
    const isOffered = offer !== undefined && offer.found === fix.found && offer.key === fix.key && offer.to.includes(fix.to);
    if (isOffered && !chosen.has(nameOf(fix))) chosen.set(nameOf(fix), fix);
    else left.push({ sheet: fix.sheet, row: fix.row, column: fix.column, why: 'row-changed' });
  }
  return { chosen: [...chosen.values()], left };
}

/** Whether true dates in these cells would change what any other cell is read as. */
function changesElsewhere(studied: Study, chosen: readonly ChosenFix[], { options = {} }: Command): boolean {
  const after = study(withDates(studied, chosen), studied.asOf, options);
  if ('refusal' in after || !isSameTable(studied, after)) return true;
  const { firstRow } = studied.ledger.place;
  for (const column of dayColumns(studied)) {
    const [was, now] = [daysOf(studied, column).days, daysOf(after, column).days];
    const meant = new Map(
      chosen.filter((fix) => columnIndex(fix.column) === column).map(({ row, to }) => [row - firstRow, dayFromIso(to) as CalendarDay]),
    );
    if (now.some((day, index) => day !== (meant.get(index) ?? was[index]))) return true;
  }
  return Array.from(studied.ledger.row).some((_, i) => {
    const [was, now] = [lastActionOf(studied.chased, i), lastActionOf(after.chased, i)];
    return (was?.stage ?? '') !== (now?.stage ?? '') || (was?.on ?? NO_DAY) !== (now?.on ?? NO_DAY);
  });
}

function isSameTable(one: Study, other: Study): boolean {
  const [a, b] = [one.ledger, other.ledger];
  const isPlace =
    a.place.sheet === b.place.sheet &&
    a.place.headerRow === b.place.headerRow &&
    a.place.firstRow === b.place.firstRow &&
    a.place.lastRow === b.place.lastRow &&
    a.place.columns.size === b.place.columns.size &&
    [...a.place.columns].every(([role, column]) => b.place.columns.get(role) === column);
  return isPlace && a.size === b.size && a.row.every((row, i) => row === b.row[i] && Object.is(a.amount[i], b.amount[i]));
}

function withDates({ snapshot, candidate }: Study, chosen: readonly ChosenFix[]): Snapshot {
  const sheets = [...snapshot.sheets];
  const sheet = invoiceSheet({ snapshot, candidate });
  const cells: (readonly Cell[])[] = [...sheet.cells];
  for (const { row, column, to } of chosen) {
    const line = [...(cells[row - 1] as readonly Cell[])];
    line[columnIndex(column)] = { date: to };
    cells[row - 1] = line;
  }
  sheets[candidate.sheetIndex] = { ...sheet, cells };
  return { ...snapshot, sheets };
}

/** How true dates look in a column, else how its texts do, where that is a format; null when nothing says. */
function dayFormatOf(studied: Study, column: number): string | null {
  const sheet = invoiceSheet(studied);
  const shown = formatReader(studied.reading.dayContext.locale);
  for (let row = studied.ledger.place.firstRow; row <= studied.ledger.place.lastRow; row++) {
    const cell = sheet.cells[row - 1]?.[column];
    if (cell === null || cell === undefined || typeof cell === 'string') continue;
    const format = typeof cell === 'object' && 'number' in cell ? cell.format : formatAt(sheet, row - 1, column);
    if (format !== null && shown(format).shown === 'date') return format;
  }
  const { textFormat } = daysOf(studied, column);
  return textFormat === 'serial' ? null : textFormat;
}
