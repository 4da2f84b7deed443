/**
 * Reads an Excel workbook into a Snapshot: where a receivables ledger starts its day. One sync looks around (sheets, their used ranges, their
 * first rows, what we keep in the file), a second brings the cells; only what exceeds one answer takes more. Nothing here knows an invoice.
 */
import type { Binding, Cell, Sheet, Snapshot } from '../core/index.ts';
import { bytesOf, isTooBig, PART_BYTES } from './payload.ts';

/** Where the workbook keeps what is ours: its name for ever, and the user's word on the table. */
export const WORKBOOK_ID = 'relance.workbookId';
export const BINDING = 'relance.binding';

const GRIDS = 'values,formulas,numberFormat';
/** Read with the first look: small tabs need nothing more, and long ones tell how heavy their rows are. */
const HEAD = { address: 'A1:AZ40', rows: 40, columns: 52 };
/** Sheets looked at before their names are known; workbooks with more take one more sync. */
const SHEETS_AT_ONCE = 16;
/** 1970-01-01 as a serial of the 1904 system. The API has no such property, but DATE answers in the workbook's own system. */
const EPOCH_1904 = 24_107;

const ERRORS = new Set(
  '#N/A #VALUE! #REF! #DIV/0! #NUM! #NAME? #NULL! #SPILL! #CALC! #FIELD! #GETTING_DATA #BUSY! #CONNECT! #BLOCKED! #UNKNOWN! #EXTERNAL! #PYTHON! #TIMEOUT!'.split(
    ' ',
  ),
);

/** Which sheets are read: one by its name, or those whose names are said yes to. */
type Only = string | ((name: string) => boolean);

/**
 * The workbook as it is now; with `only`, just those sheets. `timeZone` is null (an Excel file has none). Read whole, the workbook is given its id
 * when it has none yet; where the file cannot be written the snapshot goes without.
 */
export async function readWorkbook(context: Excel.RequestContext, only?: Only): Promise<Snapshot> {
  // An Excel that lacks one of the finer questions still answers the plain ones.
  const found = await survey(context, true, only).catch(() => survey(context, false, only));
  const unseen = found.names.filter((name) => !found.looks.has(name));
  for (const [name, look] of await lookAt(context, unseen)) found.looks.set(name, look);
  const sheets = await readSheets(
    context,
    found.names.map((name) => blankSheet(name, found.looks.get(name) as Look)),
  );
  const workbookId = found.workbookId ?? (only === undefined ? await identify(context) : null);
  return {
    sheets,
    locale: found.locale ?? editingLanguage(),
    timeZone: null,
    date1904: found.date1904,
    ...(workbookId === null ? {} : { workbookId }),
    ...(found.binding === null ? {} : { binding: found.binding }),
  };
}

// ── What there is ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A first look at a sheet, before any answer came. */
interface Look {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly head: Excel.Range;
}

interface Survey {
  readonly names: readonly string[];
  readonly looks: Map<string, Look>;
  readonly workbookId: string | null;
  readonly binding: Binding | null;
  readonly locale: string | null;
  readonly date1904: boolean;
}

async function survey(context: Excel.RequestContext, finely: boolean, only?: Only): Promise<Survey> {
  const { workbook } = context;
  const kept = (key: string): Excel.Setting => workbook.settings.getItemOrNullObject(key).load('value');
  const [id, binding] = [kept(WORKBOOK_ID), kept(BINDING)];
  const names = workbook.worksheets.load('items/name');
  const looks = finely ? firstLooks(workbook, only) : [];
  const culture = finely && supports('1.11') ? context.application.cultureInfo.load('name') : null;
  const epoch = finely ? workbook.functions.date(1970, 1, 1).load('value') : null;
  await context.sync();
  return {
    names: names.items.map((sheet) => sheet.name).filter((name) => (typeof only === 'function' ? only(name) : name === (only ?? name))),
    looks: new Map(looks.filter(({ sheet }) => !sheet.isNullObject).map((seen) => [seen.sheet.name, seen])),
    workbookId: id.isNullObject ? null : String(id.value),
    binding: binding.isNullObject ? null : bindingIn(binding.value),
    locale: canonical(culture?.name),
    date1904: epoch?.value === EPOCH_1904,
  };
}

/** What can be looked at before the names are known. */
function firstLooks(workbook: Excel.Workbook, only: Only | undefined): Look[] {
  if (typeof only === 'function') return [];
  return only === undefined ? chain(workbook) : [look(workbook.worksheets.getItemOrNullObject(only))];
}

/** Each sheet leads to the next: after the last one come null objects, on which every question is answered by nothing. */
function chain(workbook: Excel.Workbook): Look[] {
  const looks: Look[] = [];
  for (let sheet = workbook.worksheets.getFirst(); looks.length < SHEETS_AT_ONCE; sheet = sheet.getNextOrNullObject())
    looks.push(look(sheet));
  return looks;
}

function look(sheet: Excel.Worksheet): Look {
  // Untracked: their answers are read at once, so Excel need not keep them, nor be told afterwards to forget them.
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load('rowIndex,columnIndex,rowCount,columnCount');
  return { sheet: sheet.load('name'), used, head: sheet.getRange(HEAD.address).untrack().load(GRIDS) };
}

async function lookAt(context: Excel.RequestContext, names: readonly string[]): Promise<Map<string, Look>> {
  const looks = new Map<string, Look>();
  // Heads weigh some 35 kB each, much more only in strange workbooks: thirty-two stay well below one answer.
  for (let i = 0; i < names.length; i += 32) {
    for (const name of names.slice(i, i + 32)) looks.set(name, look(context.workbook.worksheets.getItem(name)));
    await context.sync();
  }
  return looks;
}

/** Whether this Excel knows what came with that version of its interface. */
export const supports = (version: string): boolean =>
  typeof Office === 'undefined' || (Office.context?.requirements?.isSetSupported('ExcelApi', version) ?? true);

/** How this user's Excel reads dates and amounts; the file itself does not say. */
const editingLanguage = (): string | null => (typeof Office === 'undefined' ? null : canonical(Office.context?.contentLanguage));

function canonical(tag: string | undefined): string | null {
  try {
    return tag ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}

function bindingIn(value: unknown): Binding | null {
  try {
    return (typeof value === 'string' ? JSON.parse(value) : value) as Binding;
  } catch {
    return null;
  }
}

/** Names the workbook for ever. A copy of the file keeps the name, as it keeps the journal. */
async function identify(context: Excel.RequestContext): Promise<string | null> {
  const id = crypto.randomUUID();
  try {
    context.workbook.settings.add(WORKBOOK_ID, id);
    await context.sync();
    return id;
  } catch {
    return null;
  }
}

// ── The cells ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A sheet being filled, from A1 to the end of its used range. */
interface Filling {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly cells: Cell[][];
  readonly formats: (string | null)[][];
  readonly formulas: unknown[][];
  readonly firstColumn: number;
  readonly columns: number;
  readonly endRow: number;
  nextRow: number;
  bytesPerRow: number;
  hasFormulas: boolean;
}

function blankSheet(name: string, { sheet, used, head }: Look): Filling {
  const empty = used.isNullObject;
  const endRow = empty ? 0 : used.rowIndex + used.rowCount;
  const endColumn = empty ? 0 : used.columnIndex + used.columnCount;
  const filling: Filling = {
    name,
    sheet,
    cells: Array.from({ length: endRow }, () => []),
    formats: Array.from({ length: endRow }, () => []),
    formulas: Array.from({ length: endRow }, () => []),
    firstColumn: empty ? 0 : used.columnIndex,
    columns: empty ? 0 : used.columnCount,
    endRow,
    nextRow: empty ? 0 : used.rowIndex,
    bytesPerRow: empty ? 0 : used.columnCount * 45,
    hasFormulas: false,
  };
  if (!empty && endColumn <= HEAD.columns && used.rowIndex < HEAD.rows) place(filling, head, 0, Math.min(HEAD.rows, endRow), 0);
  return filling;
}

async function readSheets(context: Excel.RequestContext, sheets: readonly Filling[]): Promise<Sheet[]> {
  let budget = PART_BYTES;
  for (;;) {
    const parts = nextParts(sheets, budget);
    if (parts.length === 0) break;
    try {
      await context.sync();
    } catch (error) {
      // The rows turned out heavier than those above them.
      if (!isTooBig(error) || budget < 10_000) throw error;
      budget /= 4;
      continue;
    }
    for (const { of, range, row, rows } of parts) place(of, range, row, rows, of.firstColumn);
    budget = PART_BYTES;
  }
  return sheets.map(({ name, cells, formats, formulas, hasFormulas }) => ({ name, cells, formats, ...(hasFormulas ? { formulas } : {}) }));
}

interface Part {
  readonly of: Filling;
  readonly range: Excel.Range;
  readonly row: number;
  readonly rows: number;
}

/** Asks for as many of the rows still missing as fit in one answer. */
function nextParts(sheets: readonly Filling[], budget: number): Part[] {
  const parts: Part[] = [];
  let left = budget;
  for (const of of sheets) {
    const missing = of.endRow - of.nextRow;
    if (missing <= 0) continue;
    const fitting = Math.floor(left / of.bytesPerRow);
    if (fitting < 1 && parts.length > 0) break;
    const rows = Math.min(missing, Math.max(1, fitting));
    const range = of.sheet.getRangeByIndexes(of.nextRow, of.firstColumn, rows, of.columns).untrack().load(GRIDS);
    parts.push({ of, range, row: of.nextRow, rows });
    left -= rows * of.bytesPerRow;
  }
  return parts;
}

/** Puts the rows of an answer where they stand in the sheet, and learns from them how heavy the next ones will be. */
function place(of: Filling, range: Excel.Range, row: number, rows: number, fromColumn: number): void {
  const { values, formulas, numberFormat } = range;
  const endColumn = of.firstColumn + of.columns;
  let bytes = 0;
  for (let r = 0; r < rows; r++) {
    const cells = of.cells[row + r] as Cell[];
    const formats = of.formats[row + r] as (string | null)[];
    const answered = values[r] as unknown[];
    const written = formulas[r] as unknown[];
    const looks = numberFormat[r] as string[];
    for (let c = 0; c < endColumn; c++) {
      const i = c - fromColumn;
      if (i < 0) {
        cells.push(null);
        formats.push(null);
        continue;
      }
      const value = answered[i];
      const formula = written[i];
      const format = looks[i] as string;
      cells.push(cellOf(value));
      formats.push(format === 'General' ? null : shared(format));
      // Text that merely looks like a formula comes back as itself in both grids.
      if (typeof formula === 'string' && formula.charCodeAt(0) === 61 && formula !== value) {
        (of.formulas[row + r] as unknown[])[c] = formula;
        of.hasFormulas = true;
      }
      bytes += bytesOf(value) + bytesOf(formula) + bytesOf(format);
    }
  }
  of.nextRow = row + rows;
  if (rows > 0) of.bytesPerRow = Math.max(of.columns, (bytes / rows) * 1.1);
}

/** Excel answers '' for a blank and an error by its text. */
function cellOf(value: unknown): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string') return value.charCodeAt(0) === 35 && ERRORS.has(value) ? { error: value } : value;
  return value as number | boolean;
}

/** One text per format instead of one per cell. */
const knownFormats = new Map<string, string>();
function shared(format: string): string {
  const known = knownFormats.get(format);
  if (known !== undefined) return known;
  if (knownFormats.size < 1_000) knownFormats.set(format, format);
  return format;
}
