/**
 * Finds the invoices in a stranger's workbook: which sheet, which row holds the headers (under titles and preface lines, at any column), where the
 * table ends, what each column means. The user decides in the end, so every table that could be meant is proposed, the best first; when there is
 * none, what was seen is said, so that the refusal can be understood.
 */
import { addedColumn } from '../added-columns.ts';
import { OWNED_ROLES, type Role, type TablePlace } from '../types.ts';
import { folded } from '../words.ts';
import type { Binding, Cell, Sheet, Snapshot } from '../workbook.ts';
import { boundColumns } from './bound-columns.ts';
import { type ColumnRoles, languageOf, type ReadColumn, readColumns } from './column-roles.ts';
import { columnEvidence, type Evidence, isBlank } from './evidence.ts';
import { type Foreign, foreignKind, foreignWordsOf } from './foreign-tables.ts';
import { readHeader } from './header-match.ts';
import { blocksOf, type HeaderRow, headerRowsAt, headersOf, headerTexts, withSatellites } from './header-rows.ts';
import type { HeaderLanguage } from './header-words.ts';
import { columnLetter } from './problems.ts';
import { type LineItems, lineItemsOf, sidesOf } from './table-form.ts';
import { endOfTable, firstRows, isBlankRow, isDataLike, isHeaderLike, lastFilledRow, sampleRows } from './table-rows.ts';
import { hintsOf, missingIn, scoreOf } from './table-worth.ts';

export interface TableCandidate {
  readonly sheetIndex: number;
  readonly place: TablePlace;
  readonly score: number;
  /** Header text by column, '' where there is none. */
  readonly headers: readonly string[];
  readonly headerLanguage: HeaderLanguage;
  readonly language: 'fr' | 'en';
  /** Currency written in the header of the amounts, as text (`EUR`, `€`, `k€`); null. */
  readonly headerUnit: string | null;
  /** Roles whose cells say yes or no where an amount or a motive could stand. */
  readonly yesNoColumns: ReadonlySet<Role>;
  /** Columns of a row per item sold; null in sheets that have a row per invoice. */
  readonly lineItems: LineItems | null;
  /** Amounts stand in two columns, invoiced and credited: the sides of the customers' account. */
  readonly hasSides: boolean;
  /** Columns of statuses beside the one read: Odoo says "Not paid" in one and "Cancelled" in the other. */
  readonly alsoStatus: readonly number[];
  /** Filled columns left unread although another of the very same header was read: `D (Montant)`. */
  readonly twins: readonly string[];
  /** How many other tables of the workbook could be meant. */
  readonly passedOver: number;
}

/** Why no table was taken. `detail` is what was seen: sheet, row, nearest header; `language` is the headers'. */
export interface Refusal {
  readonly kind: 'empty' | 'no-header' | 'no-amount' | 'no-date' | 'no-such-sheet' | Foreign;
  readonly detail: string;
  readonly language?: 'fr' | 'en';
}

export interface TableWish {
  readonly sheet?: string;
  readonly binding?: Binding;
  /** Names of Relance's own tabs. */
  readonly ignoreSheets?: ReadonlySet<string>;
}

/** A table that lacks a column only the user can point at: "Fait le" may be a due date, or not. */
export interface NearTable {
  readonly sheetIndex: number;
  /** 1-based. */
  readonly headerRow: number;
  readonly lastRow: number;
  readonly headers: readonly string[];
  readonly columns: ReadonlyMap<Role, number>;
}

type Found = Omit<TableCandidate, 'passedOver'>;
interface NearMiss {
  readonly score: number;
  readonly refusal: Refusal;
  /** Null when it is another kind of list, not invoices. */
  readonly near: NearTable | null;
}

/** Rows tried for a header before a sheet, or what follows a table, is given up. */
const HEADER_REACH = 300;

/** Everything one reading of a header row gives: the tables found under it and, when there are none, the nearest miss. */
function readTables(snapshot: Snapshot, sheetIndex: number, way: HeaderRow, last: number): { found: Found[]; miss: NearMiss | null } {
  const sheet = snapshot.sheets[sheetIndex] as Sheet;
  const first = way.row + 1;
  const hints = hintsOf(snapshot, sheet);
  const nearRows = firstRows(sheet, first, last);
  // "Client: Martin, Date: 17/09" above the real headers is no table: what comes next is another header row.
  if (nearRows[0] !== undefined && isHeaderLike(sheet.cells[nearRows[0]], 3, 0)) return { found: [], miss: null };
  const near = evidenceIn(sheet, nearRows);
  // A short table has been seen whole at the first look.
  const whole = (end: number) => (end - first + 1 <= nearRows.length ? near : evidenceIn(sheet, sampleRows(sheet, first, end)));
  const found: Found[] = [];
  let miss: NearMiss | null = null;
  const seen = () => `${sheet.name} · ${way.row + 1} · ${way.headers.map((header) => header.headers[0]).join(' | ')}`.slice(0, 200);
  const blocks = blocksOf(way.headers, near);
  for (const block of blocks) {
    const roles = readColumns(block, near, hints);
    if (missingIn(roles.columns) !== null && blocks.length > 1) continue;
    const wide = blocks.length > 1 ? withSatellites(block, blocks, roles, near, hints) : block;
    const end = endOfTable(sheet, first, last, roles.columns);
    accept(wide, readColumns(wide, whole(end), hints), end);
  }
  // A blank column through a single table: its halves are nothing, the whole is one.
  if (found.length === 0 && blocks.length > 1) {
    const roles = readColumns(way.headers, near, hints);
    const end = endOfTable(sheet, first, last, roles.columns);
    accept(way.headers, readColumns(way.headers, whole(end), hints), end);
  }
  return { found, miss };

  function accept(headers: readonly ReadColumn[], roles: ColumnRoles, end: number): void {
    const score = scoreOf(roles, headers, Math.max(0, end - first + 1), sheet.name);
    const lacking = foreignKind(headers, roles, whole(end), sheet.name) ?? missingIn(roles.columns);
    if (lacking === null) found.push(candidate(sheetIndex, sheet, way.row, end, headers, roles, score));
    else if (miss === null || score > miss.score) {
      const refusal: Refusal = { kind: lacking, detail: seen(), language: roles.language === 'fr' ? 'fr' : 'en' };
      const isLacking = lacking === 'no-amount' || lacking === 'no-date';
      miss = { score, refusal, near: isLacking ? nearTable(sheetIndex, way.row, end, headers, roles.columns) : null };
    }
  }
}

function nearTable(
  sheetIndex: number,
  row: number,
  end: number,
  headers: readonly ReadColumn[],
  columns: ReadonlyMap<Role, number>,
): NearTable {
  return { sheetIndex, headerRow: row + 1, lastRow: end + 1, headers: headerTexts(headers), columns };
}

/** What stands under the row the user named, when it is not enough yet. */
function nearBound(snapshot: Snapshot, binding: Binding): NearTable | null {
  const sheetIndex = snapshot.sheets.findIndex((sheet) => sheet.name === binding.sheet);
  const sheet = snapshot.sheets[sheetIndex];
  const row = binding.headerRow - 1;
  const way = sheet && row >= 0 && row < sheet.cells.length ? headerRowsAt(sheet, row).find((each) => each.row === row) : undefined;
  if (!sheet || !way) return null;
  const bound = boundColumns(binding, headerTexts(way.headers));
  if (bound === null) return null;
  const last = lastFilledRow(sheet);
  const headers = way.headers.filter(({ column }) => !bound.ignored.has(column));
  const { columns } = readColumns(
    headers,
    evidenceIn(sheet, firstRows(sheet, row + 1, last)),
    hintsOf(snapshot, sheet),
    new Map(bound.roles),
  );
  return nearTable(sheetIndex, row, endOfTable(sheet, row + 1, last, columns), way.headers, columns);
}

function evidenceIn(sheet: Sheet, rows: readonly number[]): (column: number) => Evidence {
  const known = new Map<number, Evidence>();
  return (column) => {
    let evidence = known.get(column);
    if (evidence === undefined) {
      evidence = columnEvidence(sheet, column, rows);
      known.set(column, evidence);
    }
    return evidence;
  };
}

function candidate(
  sheetIndex: number,
  sheet: Sheet,
  headerRow: number,
  end: number,
  headers: readonly ReadColumn[],
  roles: ColumnRoles,
  score: number,
): Found {
  const texts = headerTexts(headers);
  const money = roles.columns.get('amount') ?? roles.columns.get('balance') ?? roles.columns.get('amountNet');
  return {
    sheetIndex,
    place: {
      sheet: sheet.name,
      headerRow: headerRow + 1,
      firstRow: headerRow + 2,
      lastRow: Math.max(headerRow + 1, end + 1),
      columns: roles.columns,
    },
    score,
    headers: texts,
    headerLanguage: roles.language,
    language: roles.language === 'fr' ? 'fr' : 'en',
    headerUnit: money === undefined ? null : readHeader(texts[money] ?? '').unit,
    yesNoColumns: roles.yesNo,
    lineItems: lineItemsOf(headers, roles.columns),
    hasSides: sidesOf(headers, roles.columns) !== null,
    alsoStatus: otherStatuses(headers, roles.columns),
    twins: twinsOf(sheet, headerRow, end, texts, roles.columns),
  };
}

/** Columns that no role took whose headers plainly say status. */
function otherStatuses(headers: readonly ReadColumn[], columns: ReadonlyMap<Role, number>): number[] {
  if (!columns.has('status')) return [];
  const taken = new Set(columns.values());
  const isStatus = (text: string) => readHeader(text).meanings.some(({ role, certainty }) => role === 'status' && certainty === 'words');
  return headers.filter((header) => !taken.has(header.column) && isStatus(header.headers[0] as string)).map((header) => header.column);
}

/** "Montant" and "Montant": one was read, and the user is told of the other. */
function twinsOf(sheet: Sheet, headerRow: number, end: number, texts: readonly string[], columns: ReadonlyMap<Role, number>): string[] {
  const read = new Set(columns.values());
  const words = new Set([...read].map((column) => folded(texts[column] ?? '')));
  const isFilled = (column: number) =>
    sheet.cells.slice(headerRow + 1, Math.min(end, headerRow + 100) + 1).some((row) => !isBlank(row[column]));
  return texts.flatMap((text, column) =>
    text !== '' && !read.has(column) && words.has(folded(text)) && isFilled(column) ? [`${columnLetter(column)} (${text})`] : [],
  );
}

function tablesIn(snapshot: Snapshot, sheetIndex: number): { found: Found[]; miss: NearMiss | null } {
  const sheet = snapshot.sheets[sheetIndex] as Sheet;
  const last = lastFilledRow(sheet);
  const found: Found[] = [];
  let miss: NearMiss | null = null;
  let reach = HEADER_REACH;
  for (let row = 0; row <= last && reach > 0; row++) {
    if (isBlankRow(sheet.cells[row])) continue;
    reach--;
    if (!isHeaderLike(sheet.cells[row], 2, 0.5)) continue;
    let best: Found[] = [];
    for (const way of headerRowsAt(sheet, row)) {
      const read = readTables(snapshot, sheetIndex, way, last);
      if (bestScore(read.found) > bestScore(best)) best = read.found;
      if (read.miss !== null && (miss === null || read.miss.score > miss.score)) miss = read.miss;
    }
    if (best.length === 0) continue;
    found.push(...best);
    row = Math.max(...best.map((table) => table.place.lastRow)) - 1;
    reach = HEADER_REACH;
  }
  return { found, miss };
}

function bestScore(found: readonly Found[]): number {
  return found.reduce((best, table) => Math.max(best, table.score), Number.NEGATIVE_INFINITY);
}

/** Headers in the words of another trade, too few of ours to be tried as invoices: a payroll, a stock. */
function foreignHeaders(snapshot: Snapshot, sheet: Sheet): Refusal | null {
  for (const row of firstRows(sheet, 0, lastFilledRow(sheet))) {
    const texts = headersOf(sheet.cells[row] ?? []).map((header) => header.headers[0] as string);
    const readings = texts.map(readHeader);
    const kind = foreignWordsOf(readings);
    if (kind === null) continue;
    const language = languageOf(readings, hintsOf(snapshot, sheet)) === 'fr' ? 'fr' : 'en';
    return { kind, detail: `${sheet.name} · ${row + 1} · ${texts.join(' | ')}`.slice(0, 200), language };
  }
  return null;
}

/** Rows of dates and amounts that begin without a word above them, or under words no language of ours knows. */
function headerless(sheet: Sheet): Refusal | null {
  const rows = firstRows(sheet, 0, lastFilledRow(sheet));
  const width = rows.reduce((widest, row) => Math.max(widest, sheet.cells[row]?.length ?? 0), 0);
  const evidenceOf = evidenceIn(sheet, rows);
  const columns = Array.from({ length: width }, (_, column) => evidenceOf(column));
  const dates = columns.some((e) => e.dates >= 0.5);
  const amounts = columns.some((e) => e.amounts >= 0.5 && e.dates < 0.2);
  const words = columns.some((e) => e.words >= 0.5 || e.codes >= 0.5);
  if (!dates || !amounts || !words) return null;
  const seen = (sheet.cells[rows[0] as number] ?? []).map((cell) => (typeof cell === 'object' ? '…' : String(cell ?? ''))).join(' | ');
  return { kind: 'no-header', detail: `${sheet.name} · ${(rows[0] as number) + 1} · ${seen}`.slice(0, 200) };
}

/**
 * The user's own table: the sheet is there, and the row still holds words above every column bound. Headers over two rows are read the way that
 * covers what was bound.
 */
function boundTable(snapshot: Snapshot, binding: Binding): Found | null {
  const sheetIndex = snapshot.sheets.findIndex((sheet) => sheet.name === binding.sheet);
  const sheet = snapshot.sheets[sheetIndex];
  const row = binding.headerRow - 1;
  if (!sheet || !(row >= 0) || row >= sheet.cells.length) return null;
  let best: Found | null = null;
  for (const way of headerRowsAt(sheet, row)) {
    const found = way.row === row ? boundUnder(snapshot, sheetIndex, way, binding) : null;
    if (found !== null && (best === null || found.score > best.score)) best = found;
  }
  return best === null ? null : { ...best, score: BOUND };
}

/** The user's word is worth more than any score. */
const BOUND = 1000;

function boundUnder(snapshot: Snapshot, sheetIndex: number, { row, headers: all }: HeaderRow, binding: Binding): Found | null {
  const sheet = snapshot.sheets[sheetIndex] as Sheet;
  const texts = headerTexts(all);
  const bound = boundColumns(binding, texts);
  if (bound === null) return null;
  const fixed = new Map(bound.roles);
  const header = sheet.cells[row] ?? [];
  for (const column of fixed.values())
    if (column !== null && ((texts[column] ?? '') === '' || (!isBlank(header[column]) && isDataLike(header[column] as Cell)))) return null;
  if (fixed.size === 0 && !isHeaderLike(header, 2, 0.5)) return null;
  const last = lastFilledRow(sheet);
  const hints = hintsOf(snapshot, sheet);
  const headers = all.filter(({ column }) => !bound.ignored.has(column));
  const near = readColumns(headers, evidenceIn(sheet, firstRows(sheet, row + 1, last)), hints, fixed);
  const end = endOfTable(sheet, row + 1, last, near.columns);
  // Where ours stands beside theirs, theirs is what is read: only they know that a customer has paid or complains.
  for (const role of OWNED_ROLES) {
    if (binding.owned?.[role] !== 'add' || fixed.has(role)) continue;
    const theirs = headers.find((each) =>
      readHeader(each.headers[0] as string).meanings.some((meaning) => meaning.role === role && meaning.score > 75),
    );
    if (theirs) fixed.set(role, theirs.column);
  }
  const roles = readColumns(headers, evidenceIn(sheet, sampleRows(sheet, row + 1, end)), hints, fixed);
  if (missingIn(roles.columns) !== null) return null;
  const score = scoreOf(roles, headers, Math.max(0, end - row), sheet.name);
  const found = candidate(sheetIndex, sheet, row, end, headers, roles, score);
  const ours = binding.owned?.status === 'add' ? addedColumn(header, 'status', roles.columns.get('status')) : null;
  return { ...found, headers: texts, alsoStatus: found.alsoStatus.filter((column) => column !== ours) };
}

/** Best first; empty when the workbook holds no invoice table, and then `refusal` says what was missing. */
export function findTables(
  snapshot: Snapshot,
  wish: TableWish,
): { candidates: readonly TableCandidate[]; refusal: Refusal | null; near?: NearTable | null } {
  const asked = wish.sheet === undefined ? null : sheetNamed(snapshot, wish.sheet);
  if (asked === -1)
    return { candidates: [], refusal: { kind: 'no-such-sheet', detail: snapshot.sheets.map((sheet) => sheet.name).join(', ') } };
  const found: Found[] = [];
  let miss: NearMiss | null = null;
  let blank = true;
  let rows: Refusal | null = null;
  const bound = wish.binding === undefined ? null : boundTable(snapshot, wish.binding);
  if (bound !== null && (asked === null || asked === bound.sheetIndex)) found.push(bound);
  snapshot.sheets.forEach((sheet, index) => {
    if (asked === null ? wish.ignoreSheets?.has(sheet.name) : asked !== index) return;
    if (lastFilledRow(sheet) < 0) return;
    blank = false;
    const tables = tablesIn(snapshot, index);
    for (const table of tables.found) if (!overlaps(table, bound)) found.push(table);
    if (tables.miss !== null && (miss === null || tables.miss.score > (miss as NearMiss).score)) miss = tables.miss;
    if (tables.found.length === 0 && tables.miss === null) rows ??= foreignHeaders(snapshot, sheet) ?? headerless(sheet);
  });
  if (found.length > 0) {
    const candidates = found
      .map((table, order) => ({ table, order }))
      .sort((a, b) => b.table.score - a.table.score || a.order - b.order)
      .map(({ table }) => ({ ...table, passedOver: found.length - 1 }));
    return { candidates, refusal: null };
  }
  const refusal = (miss as NearMiss | null)?.refusal ?? rows;
  const near = (wish.binding && nearBound(snapshot, wish.binding)) ?? (miss as NearMiss | null)?.near ?? null;
  if (refusal !== null) return { candidates: [], refusal, near };
  const names = snapshot.sheets.map((sheet) => sheet.name).join(', ');
  return { candidates: [], refusal: { kind: blank ? 'empty' : 'not-invoices', detail: names }, near };
}

function overlaps(table: Found, bound: Found | null): boolean {
  return (
    bound !== null &&
    table.sheetIndex === bound.sheetIndex &&
    table.place.headerRow <= bound.place.lastRow &&
    bound.place.headerRow <= table.place.lastRow
  );
}

function sheetNamed(snapshot: Snapshot, name: string): number {
  const exact = snapshot.sheets.findIndex((sheet) => sheet.name === name);
  return exact >= 0 ? exact : snapshot.sheets.findIndex((sheet) => folded(sheet.name) === folded(name));
}
