/**
 * Reads a Google spreadsheet into a Snapshot: where a receivables ledger starts its day. A call to Google costs the same for one row as for fifty
 * thousand, so each sheet is read whole and once. Nothing here knows an invoice.
 */
import { type Binding, type Cell, findBoard, type Sheet, type Snapshot } from '../../core/index.ts';
import { spreadsheet } from './google.ts';
import { isInstant } from './looks.ts';

/** Where the document keeps the user's word on the invoice table. */
export const BINDING = 'relance.binding';

/**
 * Range reads a command may cost in the usual workbook; of these, apply.ts needs four before it writes and the read-back one. Values of every
 * sheet come first; formulas and formats, which cost two more each, only where they can matter.
 */
const RANGE_READS = 20 - 5;

/**
 * The workbook as it is now. With `only`, just the values of that sheet, to see where the rows stand after a write, or of the sheets whose names it
 * says yes to.
 */
export function readWorkbook(only?: string | ((name: string) => boolean)): Snapshot {
  const book = spreadsheet();
  const wanted =
    typeof only === 'string' ? [book.getSheetByName(only)] : book.getSheets().filter((sheet) => only?.(sheet.getName()) ?? true);
  const found = wanted.flatMap((sheet) => (sheet ? readGrid(sheet) : []));
  const binding = bindingOf(PropertiesService.getDocumentProperties());
  const looked = only === undefined ? worthALook(found, binding) : new Set<Grid>();
  const timeZone = book.getSpreadsheetTimeZone();
  return {
    sheets: found.map((grid): Sheet => {
      const { name, range, cells } = grid;
      return looked.has(grid)
        ? { name, cells, formats: range.getNumberFormats(), formulas: withSpills(range.getFormulas()) }
        : { name, cells };
    }),
    locale: book.getSpreadsheetLocale()?.replace('_', '-') ?? null,
    timeZone,
    date1904: false,
    workbookId: book.getId(),
    ...(binding ? { binding } : {}),
  };
}

interface Grid {
  readonly name: string;
  readonly range: GoogleAppsScript.Spreadsheet.Range;
  readonly cells: readonly (readonly Cell[])[];
  /** Cells that hold a number: without one, no format has anything to tell. */
  readonly numbers: number;
  readonly size: number;
}

/** The values of a sheet; nothing for a sheet that is a chart. */
function readGrid(sheet: GoogleAppsScript.Spreadsheet.Sheet): Grid[] {
  try {
    const range = sheet.getDataRange();
    return [{ name: sheet.getName(), range, ...counted(range.getValues() as Cell[][]) }];
  } catch (error) {
    // A sheet whose cells cannot be read is no sheet without cells: to lose a journal is to draft twice.
    if (sheet.getType() === SpreadsheetApp.SheetType.GRID) throw error;
    return [];
  }
}

/** Counts the numbers, and gives dates made elsewhere (by Google's side of the bridge) the type our code knows. */
function counted(cells: Cell[][]): { cells: Cell[][]; numbers: number; size: number } {
  let numbers = 0;
  for (const row of cells) {
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (typeof cell === 'number') numbers++;
      else if (typeof cell === 'object' && !(cell instanceof Date)) row[c] = isInstant(cell) ? new Date(Number(cell)) : null; // else a picture
    }
  }
  return { cells, numbers, size: cells.length * (cells[0]?.length ?? 0) };
}

const SPILLS = /^=\s*(?:\{|.*\b(?:ARRAYFORMULA|MAP|BYROW|SCAN|SEQUENCE|FILTER|SORT|UNIQUE|QUERY|IMPORTRANGE)\s*\()/i;
/** Stands for the formula of a cell that another cell's formula fills. */
const SPILLED = '=ARRAYFORMULA()';

/**
 * Google shows a formula only where it was typed. The cells one formula fills below it look like typed ones, and writing in any of them would
 * empty them all: they are formulas too. Down to the next formula of the column.
 */
function withSpills(formulas: string[][]): string[][] {
  const spilling: boolean[] = [];
  for (const row of formulas) {
    for (let c = 0; c < row.length; c++) {
      if (row[c]) spilling[c] = SPILLS.test(row[c] as string);
      else if (spilling[c]) row[c] = SPILLED;
    }
  }
  return formulas;
}

/**
 * The bound sheet; before the user chose one, those with the most numbers, as far as the calls go. The dashboard too, where there is one: a formula
 * of the user's must be told from ours.
 */
function worthALook(grids: readonly Grid[], binding: Binding | null): ReadonlySet<Grid> {
  const bound = grids.find(({ name }) => name === binding?.sheet);
  const board = findBoard({ sheets: grids })?.sheet as Grid | undefined;
  if (bound) return new Set(board ? [bound, board] : [bound]);
  const affordable = Math.max(2, Math.floor((RANGE_READS - grids.length) / 2));
  const largest = grids.filter((grid) => grid !== board).sort((a, b) => b.numbers - a.numbers || b.size - a.size);
  return new Set(board ? [board, ...largest.slice(0, affordable - 1)] : largest.slice(0, affordable));
}

function bindingOf(properties: GoogleAppsScript.Properties.Properties | null): Binding | null {
  try {
    return JSON.parse(properties?.getProperty(BINDING) ?? 'null') as Binding | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
