/**
 * What was understood of a stranger's sheet, told back so that the user can say yes or put it right: where the invoices stand, what each column
 * means with values one recognises, how money and days read, and which columns Relance would fill. Nothing is written before that yes.
 */
import { sayIn } from './languages/index.ts';
import { boundColumns } from './ledger/bound-columns.ts';
import { formatAt, isBlankCell, quotedAt } from './ledger/cell-text.ts';
import { isDayRole } from './ledger/column-roles.ts';
import type { TableCandidate } from './ledger/columns.ts';
import { readDay } from './ledger/day-cells.ts';
import { formatFacts } from './ledger/number-format.ts';
import { columnLetter } from './ledger/problems.ts';
import { moneyText } from './messages/money-text.ts';
import type { Study } from './study.ts';
import { type TypedStatuses, typedStatuses } from './typed-statuses.ts';
import { OWNED_ROLES, type OwnedRole, type Role } from './types.ts';
import type { Binding, Sheet } from './workbook.ts';

export interface Understood {
  /** The user has said yes to this very table; else it is a proposal. */
  readonly confirmed: boolean;
  readonly sheet: string;
  /** 1-based. */
  readonly headerRow: number;
  /** Invoices and credit notes read, whatever their day. */
  readonly invoices: number;
  /** Every column with a header, in the order of the sheet. */
  readonly columns: readonly UnderstoodColumn[];
  /** Currencies met, null for the unnamed one. */
  readonly currencies: readonly (string | null)[];
  readonly locale: string | null;
  /** How days written as text read; null: all are true dates, or nothing says. */
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
  /** What the user decided of the two above and of the currency; null: as the sheet says. */
  readonly decided: { readonly currency: string | null; readonly locale: string | null; readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null };
  readonly owned: readonly OwnedChoice[];
  /** Other tables that could be meant, best first. */
  readonly tables: readonly { readonly sheet: string; readonly headerRow: number; readonly rows: number }[];
}

export interface UnderstoodColumn {
  /** Its letters. */
  readonly column: string;
  readonly header: string;
  readonly role: Role | null;
  /** The user wants it left unread. */
  readonly ignored: boolean;
  /** Up to three different values, from the top. */
  readonly examples: readonly string[];
}

/** One of the columns Relance writes: `column` null when the sheet has none. */
export interface OwnedChoice {
  readonly role: OwnedRole;
  readonly column: string | null;
  /** Words of the user's are not filled over unless they say so. */
  readonly choice: 'fill' | 'add';
  /** What they typed there and filling would replace; left out where it is nothing. */
  readonly typed?: TypedStatuses;
}

/** Rows looked at for examples: enough to meet three values in a column that is mostly blank. */
const EXAMPLE_REACH = 200;
const EXAMPLES = 3;

/** What was understood of the study's workbook. `kept` is the binding kept with it, if any. */
export function understoodOf(study: Study, kept: Binding | undefined): Understood {
  const { candidate, ledger, reading, settings, snapshot, others } = study;
  const { place } = candidate;
  const binding = snapshot.binding;
  const roleAt = new Map([...place.columns].map(([role, column]) => [column, role]));
  const ignored = binding && isBoundBy(binding, candidate) ? boundColumns(binding, candidate.headers)?.ignored : undefined;
  const columns = candidate.headers.flatMap((text, column): UnderstoodColumn[] => {
    const role = roleAt.get(column) ?? null;
    const header = text.trim();
    if (header === '' && role === null) return [];
    return [
      { column: columnLetter(column), header, role, ignored: ignored?.has(column) === true, examples: examplesOf(study, column, role) },
    ];
  });
  return {
    confirmed: kept !== undefined && kept === binding && isBoundBy(kept, candidate),
    sheet: place.sheet,
    headerRow: place.headerRow,
    invoices: ledger.size,
    columns,
    currencies: [...new Set(ledger.currency)].map((index) => ledger.currencies[index] ?? null),
    locale: study.locale,
    dateOrder: settings.dateOrder ?? (reading.monthFirst === null ? null : reading.monthFirst ? 'mdy' : 'dmy'),
    decided: { currency: binding?.currency ?? null, locale: binding?.locale ?? null, dateOrder: binding?.dateOrder ?? null },
    owned: OWNED_ROLES.map((role) => {
      const column = place.columns.get(role);
      const typed = role === 'status' ? typedStatuses(study) : null;
      const hasTyped = typed !== null && typed.count > 0;
      const choice =
        column === undefined
          ? 'add'
          : (binding?.owned?.[role] ?? (hasTyped && !typed.isKeptLikeOurs && binding === undefined ? 'add' : 'fill'));
      return { role, column: column === undefined ? null : columnLetter(column), choice, ...(hasTyped ? { typed } : {}) };
    }),
    tables: others.map(({ place: other }) => ({
      sheet: other.sheet,
      headerRow: other.headerRow,
      rows: Math.max(0, other.lastRow - other.headerRow),
    })),
  };
}

/** The table found is the one the user spoke of: same place, and every column bound stands where it was bound, or where it was moved. */
export function isBoundBy(binding: Binding, { place, headers }: TableCandidate): boolean {
  if (binding.sheet !== place.sheet || binding.headerRow !== place.headerRow) return false;
  const bound = boundColumns(binding, headers);
  return bound !== null && [...bound.roles].every(([role, column]) => (place.columns.get(role) ?? null) === column);
}

/** Values as the user knows them, whatever the column was taken for: a day as a day, for a serial number tells nobody anything. */
function examplesOf(study: Study, column: number, role: Role | null): string[] {
  const isDay = role !== null && isDayRole(role);
  const sheet = study.snapshot.sheets[study.candidate.sheetIndex] as Sheet;
  const { firstRow, lastRow } = study.candidate.place;
  return examplesIn(sheet, column, firstRow - 1, lastRow, (row) => exampleAt(study, sheet, row, column, isDay));
}

/** Up to three different values of a column, from the top: rows `from` (0-based) up to, not with, `end`, each said by `text`. */
export function examplesIn(sheet: Sheet, column: number, from: number, end: number, text: (row: number) => string): string[] {
  const examples = new Set<string>();
  for (let row = from; row < Math.min(end, from + EXAMPLE_REACH + 1) && examples.size < EXAMPLES; row++)
    if (!isBlankCell(sheet.cells[row]?.[column])) examples.add(text(row));
  return [...examples];
}

function exampleAt({ language, reading, settings }: Study, sheet: Sheet, row: number, column: number, isDay: boolean): string {
  const cell = sheet.cells[row]?.[column] ?? null;
  const isHeld = typeof cell === 'object' && cell !== null;
  const format = isHeld && 'number' in cell ? cell.format : formatAt(sheet, row, column);
  const number = typeof cell === 'number' ? cell : isHeld && 'number' in cell ? cell.number : null;
  if (number === null ? isHeld : isDay || formatFacts(format, settings.locale).shown === 'date') {
    const read = readDay(cell, reading.dayContext, format);
    if (read !== null && 'day' in read) return sayIn(language).day(read.day);
  }
  const isWhole = number === null || Number.isInteger(number) || format?.includes('%');
  return isWhole ? quotedAt(sheet, row, column).replace(/\s+/g, ' ').trim() : moneyText(Math.round(number * 100), null, language);
}
