/**
 * Finds the invoices in a stranger's workbook: which sheet, which row holds the headers (under titles and preface lines, at any column), where the
 * table ends, what each column means. The user decides in the end, so every table that could be meant is proposed, the best first; when there is
 * none, what was seen is said, so that the refusal can be understood.
 */
import { OWNED_ROLES, type Role, type TablePlace } from '../types.ts';
import type { Binding, Cell, Sheet, Snapshot } from '../workbook.ts';
import { folded } from '../words.ts';
import { type ColumnRoles, type ReadColumn, readColumns } from './column-roles.ts';
import { columnEvidence, type Evidence, isBlank, textOf } from './evidence.ts';
import { readHeader } from './header-match.ts';
import { type FOREIGN_WORDS, HEADER_LANGUAGES, type HeaderLanguage, SHEET_WORDS } from './header-words.ts';

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
  /** How many other tables of the workbook could be meant. */
  readonly passedOver: number;
}

/** Why no table was taken. `detail` is what was seen: sheet, row, nearest header. */
export type Refusal = { kind: 'empty' | 'no-header' | 'no-amount' | 'no-date' | 'not-invoices' | 'no-such-sheet'; detail: string };

export interface TableWish {
  readonly sheet?: string;
  readonly binding?: Binding;
  /** Names of Relance's own tabs. */
  readonly ignoreSheets?: ReadonlySet<string>;
}

type Found = Omit<TableCandidate, 'passedOver'>;
interface NearMiss {
  readonly score: number;
  readonly refusal: Refusal;
}

/** How much a role says that a table holds invoices. */
const WEIGHT: Readonly<Partial<Record<Role, number>>> = {
  number: 3,
  customer: 3,
  amount: 4,
  dueOn: 4,
  issuedOn: 3,
  balance: 2,
  paidOn: 2,
  amountNet: 1,
  paidAmount: 1.5,
  status: 1,
  daysLate: 1,
  email: 1,
  customerId: 0.5,
  currency: 0.5,
  terms: 0.5,
  lastAction: 1,
  nextAction: 1,
};
const SAMPLE = 100;
/** Rows looked at before the end of the table is known. */
const FIRST_LOOK = 25;
/** Rows tried for a header before a sheet, or what follows a table, is given up. */
const HEADER_REACH = 300;

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function isBlankRow(row: readonly Cell[] | undefined): boolean {
  return row?.every(isBlank) ?? true;
}

/** True for cells no header is made of: numbers, dates, texts that begin like one. */
function isDataLike(cell: Cell): boolean {
  if (typeof cell === 'string') {
    const first = cell.charCodeAt(0);
    return (first >= 48 && first <= 57) || /^\s*[-+(]?[€$£]?\s*\d/.test(cell);
  }
  return cell !== null && typeof cell !== 'boolean';
}

/** Could this row hold headers: at least `least` different roles named, and few cells that look like data. */
function isHeaderLike(row: readonly Cell[] | undefined, least: number, dataAllowed: number): boolean {
  if (!row) return false;
  const roles = new Set<Role>();
  let filled = 0;
  let dataLike = 0;
  for (const cell of row) {
    if (isBlank(cell)) continue;
    filled++;
    if (isDataLike(cell)) dataLike++;
    else if (typeof cell === 'string' && cell.length <= 80) {
      const reading = readHeader(cell.trim());
      const best = reading.known ? reading.meanings.find((meaning) => !roles.has(meaning.role)) : undefined;
      if (best) roles.add(best.role);
    }
  }
  return roles.size >= least && dataLike <= dataAllowed * filled;
}

/** A row of words only, such as the second line of headers written over two rows. */
function isWordsOnly(row: readonly Cell[] | undefined): boolean {
  let filled = 0;
  for (const cell of row ?? []) {
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || /\d|@/.test(cell)) return false;
    filled++;
  }
  return filled >= 2;
}

function lastFilledRow(sheet: Sheet): number {
  let last = sheet.cells.length - 1;
  while (last >= 0 && isBlankRow(sheet.cells[last])) last--;
  return last;
}

/** At most SAMPLE filled rows of a range, spread over it. */
function sampleRows(sheet: Sheet, first: number, last: number): number[] {
  const rows: number[] = [];
  const step = Math.max(1, (last - first + 1) / SAMPLE);
  for (let at = first; at <= last; at += step) if (!isBlankRow(sheet.cells[Math.floor(at)])) rows.push(Math.floor(at));
  return rows;
}

/** The filled rows right under the headers, up to the first gap: surely of this table. */
function firstRows(sheet: Sheet, first: number, last: number): number[] {
  const rows: number[] = [];
  let row = first;
  while (row <= last && isBlankRow(sheet.cells[row])) row++;
  for (; row <= last && rows.length < FIRST_LOOK && !isBlankRow(sheet.cells[row]); row++) {
    if (rows.length > 0 && isHeaderLike(sheet.cells[row], 3, 0)) break;
    rows.push(row);
  }
  return rows;
}

/**
 * Last row (0-based) of the table whose headers stand above `first`: a new header row ends it; so do two blank rows when what follows has not the
 * shape of its rows. Looks at one column of most rows, so that a hundred thousand cost a millisecond.
 */
function endOfTable(sheet: Sheet, first: number, last: number, columns: ReadonlyMap<Role, number>): number {
  const pivot = columns.get('amount') ?? columns.get('balance') ?? columns.get('amountNet');
  if (pivot === undefined) return last;
  const core = (['number', 'customer', 'amount', 'amountNet', 'balance', 'issuedOn', 'dueOn'] as const)
    .map((role) => columns.get(role))
    .filter((column) => column !== undefined);
  const cells = sheet.cells;
  let end = first - 1;
  let gap = 0;
  for (let row = first; row <= last; row++) {
    const cell = cells[row]?.[pivot];
    const blank = isBlank(cell);
    if (blank && isBlankRow(cells[row])) {
      gap++;
      continue;
    }
    if (blank || gap > 0 || (typeof cell === 'string' && !isDataLike(cell))) {
      if (row > first && isHeaderLike(cells[row], 3, 0)) return end;
      if (gap >= 2 && end >= first && !blockBelongs(cells, row, last, core)) return end;
    }
    gap = 0;
    end = row;
  }
  return end;
}

function blockBelongs(cells: Sheet['cells'], from: number, last: number, core: readonly number[]): boolean {
  for (let row = from; row <= last && row < from + 20 && !isBlankRow(cells[row]); row++) {
    if (core.filter((column) => !isBlank(cells[row]?.[column])).length >= Math.min(3, core.length)) return true;
  }
  return false;
}

// ── One header row ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Headers split where a column is blank from top to bottom: side by side tables. */
function blocksOf(headers: readonly ReadColumn[], evidenceOf: (column: number) => Evidence): ReadColumn[][] {
  const blocks: ReadColumn[][] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const header of headers) {
    let apart = false;
    for (let column = previous + 1; column < header.column && !apart; column++) apart = evidenceOf(column).filled === 0;
    if (blocks.length === 0 || apart) blocks.push([]);
    (blocks[blocks.length - 1] as ReadColumn[]).push(header);
    previous = header.column;
  }
  return blocks;
}

function missingIn(columns: ReadonlyMap<Role, number>): Refusal['kind'] | null {
  const any = (...roles: Role[]) => roles.some((role) => columns.has(role));
  if (!any('amount', 'amountNet', 'balance')) return 'no-amount';
  if (!any('issuedOn', 'dueOn')) return 'no-date';
  return any('number', 'customer') ? null : 'not-invoices';
}

/** Tables of the bank, the payroll, the shelf, a supplier: they have dates and amounts, and are owed by nobody. */
function isForeign(headers: readonly ReadColumn[], roles: ColumnRoles, sheetName: string): boolean {
  const read = headers.map((header) => readHeader(header.headers[0] as string));
  const foreign = (kind: keyof typeof FOREIGN_WORDS) => read.filter((reading) => reading.foreign.includes(kind)).length;
  const named = folded(sheetName).split(' ');
  const namesInvoice = read.some((reading) => reading.namesInvoice);
  if (foreign('supplier-bills') > 0 && !roles.plain.has('customer')) return true;
  if (roles.columns.has('dueOn')) return false;
  if (named.some((word) => SHEET_WORDS.other.includes(word)) && !namesInvoice) return true;
  const sure = namesInvoice || named.some((word) => SHEET_WORDS.invoices.includes(word));
  if (sure) return false;
  if ((foreign('quotes') > 0 && !roles.plain.has('number')) || foreign('payroll') >= 2 || foreign('bank') >= 2 || foreign('products') >= 2)
    return true;
  if (foreign('bank') > 0 && !roles.plain.has('customer')) return true;
  // Complete, but only in words anybody could have written: "Date, Reference, Amount, Balance".
  if (missingIn(roles.columns) !== null || roles.plain.has('customer') || roles.plain.has('number')) return false;
  return !(roles.columns.has('customer') && roles.columns.has('number'));
}

function scoreOf(roles: ColumnRoles, headers: readonly ReadColumn[], rows: number, sheetName: string): number {
  let score = 0;
  for (const [role, at] of roles.scores) score += ((WEIGHT[role] ?? 0.25) * Math.max(0, at)) / 100;
  if (headers.some((header) => readHeader(header.headers[0] as string).namesInvoice)) score += 2;
  const named = folded(sheetName).split(' ');
  if (named.some((word) => SHEET_WORDS.invoices.includes(word))) score += 2;
  if (named.some((word) => SHEET_WORDS.other.includes(word))) score -= 6;
  return score + 2 * Math.log10(1 + rows);
}

function hintsOf(snapshot: Snapshot, sheet: Sheet): HeaderLanguage[] {
  const name = folded(sheet.name);
  const byName = (['fr', 'en', 'de', 'es', 'it', 'nl'] as const).find((_, i) =>
    [/factures?\b|creances|feuil/, /invoice/, /rechnung|tabelle/, /facturas?\b|hoja/, /fattur|foglio/, /factuur|facturen|blad/][i]?.test(
      name,
    ),
  );
  const byLocale = HEADER_LANGUAGES.find((language) => snapshot.locale?.toLowerCase().startsWith(language));
  return [byName, byLocale].filter((hint) => hint !== undefined);
}

interface HeaderRow {
  /** 0-based. */
  readonly row: number;
  readonly headers: readonly ReadColumn[];
}

/** The ways to read a header row: alone, continued by the row below, or under the group titles of the row above. */
function headerRowsAt(sheet: Sheet, row: number): HeaderRow[] {
  const alone = headersOf(sheet.cells[row] ?? []);
  const ways: HeaderRow[] = [{ row, headers: alone }];
  if (isWordsOnly(sheet.cells[row + 1])) {
    ways.unshift({ row: row + 1, headers: joined(sheet.cells[row] ?? [], sheet.cells[row + 1] ?? []) });
    ways.push({ row: row + 1, headers: headersOf(sheet.cells[row + 1] ?? []) });
  }
  const above = sheet.cells[row - 1];
  if (isWordsOnly(above)) ways.push({ row, headers: joined(above ?? [], sheet.cells[row] ?? []) });
  return ways;
}

function headersOf(row: readonly Cell[]): ReadColumn[] {
  const headers: ReadColumn[] = [];
  row.forEach((cell, column) => {
    if (isBlank(cell)) return;
    const text = typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
    if (text !== '') headers.push({ column, headers: [text] });
  });
  return headers;
}

/** Headers over two rows: "Date" + "d'échéance"; or a group title, merged to the right, over its columns: "Paiement" over "Date", "Montant". */
function joined(upper: readonly Cell[], lower: readonly Cell[]): ReadColumn[] {
  const headers: ReadColumn[] = [];
  let group = '';
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const above = textOf(upper[column]);
    const below = textOf(lower[column]);
    if (above !== '') group = above;
    if (below === '') {
      if (above !== '') headers.push({ column, headers: [above] });
      continue;
    }
    headers.push({ column, headers: group === '' ? [below] : [`${group} ${below}`, below] });
  }
  return headers;
}

function headerTexts(headers: readonly ReadColumn[]): string[] {
  const texts: string[] = [];
  for (const { column, headers: each } of headers) {
    while (texts.length < column) texts.push('');
    texts.push(each[0] as string);
  }
  return texts;
}

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
    const lacking = isForeign(headers, roles, sheet.name) ? 'not-invoices' : missingIn(roles.columns);
    if (lacking === null) found.push(candidate(sheetIndex, sheet, way.row, end, headers, roles, score));
    else if (miss === null || score > miss.score) miss = { score, refusal: { kind: lacking, detail: seen() } };
  }
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

/** The block with those beside it that only carry its own columns on: no role twice, no table of their own, filled as far as it or not at all. */
function withSatellites(
  block: ReadColumn[],
  blocks: readonly ReadColumn[][],
  roles: ColumnRoles,
  evidenceOf: (column: number) => Evidence,
  hints: readonly HeaderLanguage[],
): ReadColumn[] {
  const whole = [...block];
  const held = new Set(roles.columns.keys());
  for (const other of blocks) {
    if (other === block) continue;
    const theirs = readColumns(other, evidenceOf, hints);
    const theirRoles = [...theirs.columns.keys()];
    const partial = other.some(({ column }) => evidenceOf(column).filled > 0 && evidenceOf(column).fill < 0.5);
    if (theirRoles.length === 0 || theirRoles.some((role) => held.has(role)) || missingIn(theirs.columns) === null) continue;
    if (partial && theirRoles.length < other.length) continue;
    whole.push(...other);
    for (const role of theirRoles) held.add(role);
  }
  return whole.sort((a, b) => a.column - b.column);
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
  };
}

// ── The workbook ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

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

/** The user's own table: the sheet is there, and the row still holds words above every column bound by letter. */
function boundTable(snapshot: Snapshot, binding: Binding): Found | null {
  const sheetIndex = snapshot.sheets.findIndex((sheet) => sheet.name === binding.sheet);
  const sheet = snapshot.sheets[sheetIndex];
  const row = binding.headerRow - 1;
  if (!sheet || !(row >= 0) || row >= sheet.cells.length) return null;
  const fixed = new Map<Role, number | null>();
  for (const [role, letters] of Object.entries(binding.columns) as [Role, string][])
    fixed.set(role, letters === '' ? null : columnOfLetters(letters));
  const header = sheet.cells[row] ?? [];
  for (const column of fixed.values()) {
    const cell = column === null ? '' : header[column];
    if (column !== null && (isBlank(cell) || isDataLike(cell as Cell))) return null;
  }
  if (fixed.size === 0 && !isHeaderLike(header, 2, 0.5)) return null;
  const last = lastFilledRow(sheet);
  const hints = hintsOf(snapshot, sheet);
  const headers = headersOf(header);
  const near = readColumns(headers, evidenceIn(sheet, firstRows(sheet, row + 1, last)), hints, fixed);
  const end = endOfTable(sheet, row + 1, last, near.columns);
  // Where the user asked for a column of ours beside theirs, ours is the one at the right.
  for (const role of OWNED_ROLES) {
    if (binding.owned?.[role] !== 'add' || fixed.has(role)) continue;
    const named = headers.filter((each) =>
      readHeader(each.headers[0] as string).meanings.some((meaning) => meaning.role === role && meaning.score > 75),
    );
    if (named.length > 1) fixed.set(role, (named[named.length - 1] as ReadColumn).column);
  }
  const roles = readColumns(headers, evidenceIn(sheet, sampleRows(sheet, row + 1, end)), hints, fixed);
  if (missingIn(roles.columns) !== null) return null;
  return candidate(sheetIndex, sheet, row, end, headers, roles, 1000);
}

/** 0-based column of its letters: A is 0, AA is 26. */
function columnOfLetters(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Best first; empty when the workbook holds no invoice table, and then `refusal` says what was missing. */
export function findTables(snapshot: Snapshot, wish: TableWish): { candidates: readonly TableCandidate[]; refusal: Refusal | null } {
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
    if (tables.found.length === 0 && tables.miss === null) rows ??= headerless(sheet);
  });
  if (found.length > 0) {
    const candidates = found
      .map((table, order) => ({ table, order }))
      .sort((a, b) => b.table.score - a.table.score || a.order - b.order)
      .map(({ table }) => ({ ...table, passedOver: found.length - 1 }));
    return { candidates, refusal: null };
  }
  const refusal = (miss as NearMiss | null)?.refusal ?? rows;
  if (refusal !== null) return { candidates: [], refusal };
  const names = snapshot.sheets.map((sheet) => sheet.name).join(', ');
  return { candidates: [], refusal: { kind: blank ? 'empty' : 'not-invoices', detail: names } };
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
