/**
 * Reads an Excel workbook into a Snapshot: where a receivables ledger starts its day. What stood there last time is asked for at once; the first time,
 * one sync looks around (sheets, their used ranges, their first rows, what we keep in the file) and a second brings the cells. Only what exceeds one
 * answer takes more. Nothing here knows an invoice.
 */
import { type Binding, epochSerial, type Snapshot } from '../core/index.ts';
import { blankSheet, cellsOf, knownSheet, type Look, readSheets, sheetOf, Torn } from './filling.ts';
import { KnownWorkbook, type Place } from './known.ts';
import { Naming, WORKBOOK_ID } from './naming.ts';
import { PART_BYTES } from './payload.ts';
import { spilledFormulas } from './spills.ts';
import { codeOf, ExcelTrouble } from './trouble.ts';

/** Where the workbook keeps the user's word on the table. */
export const BINDING = 'relance.binding';

/** Read with the first look: small tabs need nothing more, and long ones tell how heavy their rows are. */
const HEAD: Place = { row: 0, column: 0, rows: 40, columns: 52 };
/** Rows asked for beyond the known ones: a colleague may have added some. */
const MORE_ROWS = 15;
/** Sheets looked at before their names are known; workbooks with more take one more sync. */
const SHEETS_AT_ONCE = 16;
/** How often a workbook is read again because its rows moved meanwhile. */
const READINGS = 3;
/** 1970-01-01 as a serial of the 1904 system. The API has no such property, but DATE answers in the workbook's own system. */
const EPOCH_1904 = epochSerial(true);

/** Which sheets are read: one by its name, or those whose names are said yes to. */
type Only = string | ((name: string) => boolean);

/**
 * The workbook as it is now; with `only`, just those sheets. `timeZone` is null (an Excel file has none). Read whole, the workbook is given its id
 * when it has none yet; where the file cannot be written the snapshot goes without. Throws an {@link ExcelTrouble} when its rows move all the time.
 */
export async function readWorkbook(context: Excel.RequestContext, only?: Only, known = new KnownWorkbook()): Promise<Snapshot> {
  for (let reading = 1; ; reading++) {
    try {
      return await readOnce(context, known, only);
    } catch (error) {
      if (!(error instanceof Torn)) throw error;
      known.forget();
      if (reading === READINGS) throw new ExcelTrouble('rows-move');
    }
  }
}

async function readOnce(context: Excel.RequestContext, known: KnownWorkbook, only?: Only): Promise<Snapshot> {
  const found = await firstSurvey(context, known, only);
  const unseen = found.names.filter((name) => !found.looks.has(name));
  for (const [name, look] of await lookAt(context, unseen, known.fineness === 'all')) found.looks.set(name, look);
  const fillings = found.names.map((name) => blankSheet(name, found.looks.get(name) as Look));
  // The name goes with the first cells that are asked for.
  let workbookId = found.workbookId;
  const naming = workbookId === null && only === undefined ? new Naming(context) : null;
  await readSheets(context, fillings, naming);
  if (naming) workbookId = await naming.given();
  const writable = found.binding === null ? fillings : fillings.filter(({ name }) => name === found.binding?.sheet);
  if (only === undefined) await spilledFormulas(context, writable);
  known.date1904 = found.date1904;
  for (const filling of fillings) known.sheets.set(filling.name, knownSheet(filling));
  if (only === undefined) for (const name of known.sheets.keys()) if (!found.names.includes(name)) known.sheets.delete(name);
  return {
    sheets: fillings.map(sheetOf),
    locale: found.locale ?? editingLanguage(),
    timeZone: null,
    date1904: found.date1904,
    ...(workbookId === null ? {} : { workbookId }),
    ...(found.binding === null ? {} : { binding: found.binding }),
  };
}

// ── What there is ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Survey {
  readonly names: readonly string[];
  readonly looks: Map<string, Look>;
  readonly workbookId: string | null;
  readonly binding: Binding | null;
  readonly locale: string | null;
  readonly date1904: boolean;
}

/** Refusals that pass: of the network, of the moment, of a size. Any other is of the question. */
const PASSING = new Set([
  'GeneralException',
  'Timeout',
  'RequestAborted',
  'ConnectionFailure',
  'HttpRequestTimeout',
  'ActivityLimitReached',
  'InvalidOperationInCellEditMode',
  'AccessDenied',
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
]);

/** What was known may be too much by now, and an Excel that lacks one of the finer questions still answers the plain ones. */
async function firstSurvey(context: Excel.RequestContext, known: KnownWorkbook, only?: Only): Promise<Survey> {
  for (let hasPassed = false; ; ) {
    try {
      return await survey(context, known, only);
    } catch (error) {
      known.forget();
      if (PASSING.has(codeOf(error))) {
        if (hasPassed) throw error;
        hasPassed = true;
      } else if (known.fineness === 'few') throw error;
      else known.fineness = known.fineness === 'all' ? 'some' : 'few';
    }
  }
}

async function survey(context: Excel.RequestContext, known: KnownWorkbook, only?: Only): Promise<Survey> {
  const finely = known.fineness === 'all';
  const { workbook } = context;
  if (known.eventsMayBeOff) context.runtime.enableEvents = true;
  const kept = (key: string): Excel.Setting => workbook.settings.getItemOrNullObject(key).load('value');
  const [id, binding] = [kept(WORKBOOK_ID), kept(BINDING)];
  const names = workbook.worksheets.load('items/name');
  const looks = finely ? firstLooks(workbook, known, only) : [];
  const glimpses = finely ? glimpsesOf(workbook, known, only) : [];
  const culture = finely && supports('1.11') ? context.application.cultureInfo.load('name') : null;
  const epoch = known.fineness !== 'few' && known.date1904 === null ? workbook.functions.date(1970, 1, 1).load('value') : null;
  await context.sync();
  known.eventsMayBeOff = false;
  const seen = new Map(looks.filter(({ sheet }) => !sheet.isNullObject).map((one) => [one.sheet.name, one]));
  for (const { name, ...glimpse } of glimpses) {
    const one = seen.get(name);
    if (one && !glimpse.range.isNullObject) one.glimpse = glimpse;
  }
  const all = names.items.map((sheet) => sheet.name);
  known.names = all;
  return {
    names: all.filter((name) => (typeof only === 'function' ? only(name) : name === (only ?? name))),
    looks: seen,
    workbookId: id.isNullObject ? null : String(id.value),
    binding: binding.isNullObject ? null : bindingIn(binding.value),
    locale: canonical(culture?.name),
    date1904: epoch === null ? (known.date1904 ?? false) : epoch.value === EPOCH_1904,
  };
}

/** What can be looked at before the names are known. */
function firstLooks(workbook: Excel.Workbook, known: KnownWorkbook, only: Only | undefined): Look[] {
  if (typeof only === 'function') return [];
  if (only !== undefined) return [look(workbook.worksheets.getItemOrNullObject(only), !known.sheets.has(only), true)];
  // Each sheet leads to the next: after the last one come null objects, on which every question is answered by nothing.
  const looks: Look[] = [];
  const most = Math.max(SHEETS_AT_ONCE, known.sheets.size);
  for (let sheet = workbook.worksheets.getFirst(); looks.length < most; sheet = sheet.getNextOrNullObject())
    looks.push(look(sheet, known.sheets.size === 0, true));
  return looks;
}

/** The cells of sheets that are known, where they stood, as far as one answer holds them. */
function glimpsesOf(
  workbook: Excel.Workbook,
  known: KnownWorkbook,
  only: Only | undefined,
): { readonly name: string; readonly place: Place; readonly range: Excel.Range }[] {
  let left = PART_BYTES;
  return [...known.sheets].flatMap(([name, { used, bytesPerRow }]) => {
    if (typeof only === 'function' || (only !== undefined && only !== name) || used === null) return [];
    const rows = Math.min(used.rows + MORE_ROWS, Math.floor(left / bytesPerRow), SHEET_ROWS - used.row);
    if (rows < 1) return [];
    left -= rows * bytesPerRow;
    const place = { ...used, rows };
    return [{ name, place, range: cellsOf(workbook.worksheets.getItemOrNullObject(name), place) }];
  });
}

const SHEET_ROWS = 1_048_576;

function look(sheet: Excel.Worksheet, withHead: boolean, finely: boolean): Look {
  const spill = finely && supports('1.12') ? ',hasSpill' : '';
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load(`rowIndex,columnIndex,rowCount,columnCount,rowHidden${spill}`);
  return {
    sheet: sheet.load('name'),
    used,
    protection: sheet.protection.load('protected'),
    isFine: spill !== '',
    glimpse: withHead ? { place: HEAD, range: cellsOf(sheet, HEAD) } : null,
  };
}

async function lookAt(context: Excel.RequestContext, names: readonly string[], finely: boolean): Promise<Map<string, Look>> {
  const looks = new Map<string, Look>();
  // Heads weigh some 35 kB each, much more only in strange workbooks: thirty-two stay well below one answer.
  for (let i = 0; i < names.length; i += 32) {
    for (const name of names.slice(i, i + 32)) looks.set(name, look(context.workbook.worksheets.getItem(name), true, finely));
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
