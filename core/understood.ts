/**
 * What was understood of a stranger's sheet, told back so that the user can say yes or put it right: where the invoices stand, what each column
 * means with values one recognises, how money and days read, and which columns Relance would fill. Nothing is written before that yes.
 */
import { type CalendarDay, NO_DAY } from './calendar.ts';
import { sayIn } from './languages/index.ts';
import { isBlankCell, quotedAt } from './ledger/cell-text.ts';
import type { TableCandidate } from './ledger/columns.ts';
import { columnLetter } from './ledger/problems.ts';
import type { Study } from './study.ts';
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
  /** Up to three different values, from the top. */
  readonly examples: readonly string[];
}

/** One of the columns Relance writes: `column` null when the sheet has none. */
export interface OwnedChoice {
  readonly role: OwnedRole;
  readonly column: string | null;
  readonly choice: 'fill' | 'add';
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
  const columns = candidate.headers.flatMap((header, column): UnderstoodColumn[] => {
    const role = roleAt.get(column) ?? null;
    return header.trim() === '' && role === null
      ? []
      : [{ column: columnLetter(column), header: header.trim(), role, examples: examplesOf(study, column, role) }];
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
      const adds = column === undefined || binding?.owned?.[role] === 'add';
      return { role, column: column === undefined ? null : columnLetter(column), choice: adds ? 'add' : 'fill' };
    }),
    tables: others.map(({ place: other }) => ({
      sheet: other.sheet,
      headerRow: other.headerRow,
      rows: Math.max(0, other.lastRow - other.headerRow),
    })),
  };
}

/** The table found is the one the user spoke of: same place, and every column bound stands where it was bound. */
export function isBoundBy(binding: Binding, { place }: TableCandidate): boolean {
  if (binding.sheet !== place.sheet || binding.headerRow !== place.headerRow) return false;
  return (Object.entries(binding.columns) as [Role, string][]).every(([role, letters]) => {
    const column = place.columns.get(role);
    return letters === '' ? column === undefined : column !== undefined && columnLetter(column) === letters.toUpperCase();
  });
}

/** Values as the user knows them; days as days, for a serial number tells nobody anything. */
function examplesOf(study: Study, column: number, role: Role | null): string[] {
  const { ledger, candidate, snapshot } = study;
  const sheet = snapshot.sheets[candidate.sheetIndex] as Sheet;
  const { firstRow, lastRow } = candidate.place;
  const day = sayIn(study.language).day;
  const days = role === 'issuedOn' ? ledger.issuedOn : role === 'dueOn' ? ledger.dueOn : role === 'paidOn' ? ledger.paidOn : null;
  const dayOfRow = new Map<number, CalendarDay>();
  if (days)
    for (let i = 0; i < Math.min(ledger.size, EXAMPLE_REACH); i++)
      if (days[i] !== NO_DAY) dayOfRow.set(ledger.row[i] as number, days[i] as CalendarDay);
  const examples = new Set<string>();
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + EXAMPLE_REACH) && examples.size < EXAMPLES; row++) {
    const cell = sheet.cells[row - 1]?.[column];
    if (isBlankCell(cell)) continue;
    const read = typeof cell === 'string' ? undefined : dayOfRow.get(row);
    examples.add(
      read === undefined
        ? quotedAt(sheet, row - 1, column)
            .replace(/\s+/g, ' ')
            .trim()
        : day(read),
    );
  }
  return [...examples];
}
