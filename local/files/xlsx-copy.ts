/**
 * A copy of an Excel workbook with our cells written. Only the parts of the sheets we write change, the three that register a tab when one is added,
 * and the workbook's own properties, where the user's word on the table is kept; macros, charts, pictures, styles and all else come back byte for byte.
 */
import type { Binding, LeftCell } from '../../core/index.ts';
import type { Edits, TabCell } from './cell-edits.ts';
import { lettersOf } from './cell-names.ts';
import { newProperties, PROPERTIES, PROPERTIES_RELATION, PROPERTIES_TYPE, withBinding } from './kept-binding.ts';
import { cellXml, formulaXml, rewriteSheet } from './sheet-xml.ts';
import { decodeText, encodeText, joined, markOf } from './text-encoding.ts';
import { FileTrouble } from './trouble.ts';
import { PACKAGE_RELATIONS, type XlsxBook, xmlOf } from './xlsx-book.ts';
import { withFormats } from './xlsx-more-styles.ts';
import { readStyles } from './xlsx-styles.ts';
import { beforeClose, Tags } from './xml.ts';
import { escaped } from './xml-text.ts';
import { partOf, type Zip } from './zip.ts';
import { rewriteZip } from './zip-write.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const TYPES = '[Content_Types].xml';

/** The parts a copy writes; a part may be rewritten several times. */
class Parts {
  readonly changed = new Map<string, Uint8Array>();
  readonly added = new Map<string, Uint8Array>();
  readonly book: XlsxBook;

  constructor(book: XlsxBook) {
    this.book = book;
  }

  /** Rewrites a part as text, in the encoding it has. */
  edit(part: string, rewrite: (xml: string) => string): void {
    const bytes = this.changed.get(part) ?? partOf(this.book.zip, part);
    if (bytes === null) throw new FileTrouble('damaged', part);
    const { text, encoding, bom } = decodeText(bytes);
    const rewritten = rewrite(text);
    if (rewritten === text) return;
    const written = encodeText(rewritten, encoding);
    this.changed.set(part, bom ? joined([markOf(encoding), written]) : written);
  }

  add(part: string, xml: string): void {
    this.added.set(part, encodeText(xml, 'utf-8'));
  }
}

/** The workbook's bytes with `edits` written; cells that could not be (part of a larger formula) are added to `left`. */
export function copyXlsx(
  book: XlsxBook,
  edits: Edits,
  table: { readonly headerRow: number; readonly dueColumn: number | null },
  left: LeftCell[] = [],
): Uint8Array {
  const tables = book.sheets.filter((sheet) => sheet.isTable);
  const parts = new Parts(book);
  const styles = readStyles(book);
  for (const [index, rows] of edits.sheets) {
    const { part, name } = tables[index];
    const isInvoices = index === edits.invoiceSheet;
    const look = {
      dueColumn: isInvoices ? table.dueColumn : null,
      headerRow: isInvoices ? table.headerRow : 1,
      date1904: book.date1904,
      styles,
      leave: (row: number, column: number) => left.push({ sheet: name, row, column: lettersOf(column), why: 'formula' }),
    };
    parts.edit(part, (xml) => rewriteSheet(xml, rows, look));
  }
  if (edits.newTabs.length > 0) addTabs(book, edits.newTabs, parts);
  if (edits.binding !== undefined) keepBinding(edits.binding, parts);
  const typed = [...edits.sheets.values()].some((rows) => [...rows.values()].some((cells) => cells.some((cell) => cell.typed)));
  return rewriteZip(book.zip, parts.changed, parts.added, typed ? withoutCalculationOrder(book, parts) : null);
}

/**
 * The order in which Excel last calculated names every formula; a user's edit that replaced one makes the list false, and a false list makes Excel
 * call the file damaged. Excel makes a new one when there is none. Answers the part to leave out.
 */
function withoutCalculationOrder(book: XlsxBook, parts: Parts): string | null {
  const part = [...book.zip.byName.values()].find((entry) => /\/calcChain\.xml$/i.test(entry.name))?.name;
  if (part === undefined) return null;
  parts.edit(book.relationsPath, (xml) => xml.replace(/<(?:\w+:)?Relationship\s[^>]*calcChain\.xml[^>]*\/>/i, ''));
  parts.edit(TYPES, (xml) => xml.replace(/<(?:\w+:)?Override\s[^>]*calcChain\.xml[^>]*\/>/i, ''));
  return part;
}

/** Puts the binding among the workbook's own properties, where it has some; else gives it such a part. */
function keepBinding(binding: Binding, parts: Parts): void {
  const { propertiesPart, zip } = parts.book;
  if (propertiesPart !== null) {
    // A broken part stays as broken as it is: the copy is worth more.
    if (isWhole(zip, propertiesPart)) parts.edit(propertiesPart, (xml) => withBinding(xml, binding));
    return;
  }
  // A part of that name which nobody names is not ours to replace.
  if (zip.byName.has(PROPERTIES.toLowerCase()) || !zip.byName.has(PACKAGE_RELATIONS)) return;
  parts.add(PROPERTIES, newProperties(binding));
  parts.edit(PACKAGE_RELATIONS, (xml) =>
    beforeClose(
      xml,
      'Relationships',
      (prefix) => `<${prefix}Relationship Id="rIdRelance" Type="${PROPERTIES_RELATION}" Target="${PROPERTIES}"/>`,
    ),
  );
  parts.edit(TYPES, (xml) =>
    beforeClose(xml, 'Types', (prefix) => `<${prefix}Override PartName="/${PROPERTIES}" ContentType="${PROPERTIES_TYPE}"/>`),
  );
}

function isWhole(zip: Zip, part: string): boolean {
  try {
    return partOf(zip, part) !== null;
  } catch {
    return false;
  }
}

interface NewTab {
  readonly part: string;
  readonly relation: string;
  readonly sheetId: number;
  readonly name: string;
}

function addTabs(book: XlsxBook, tabs: Edits['newTabs'], parts: Parts): void {
  const { zip, path, relationsPath } = book;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const isStrict = (xmlOf(zip, path) ?? '').includes(STRICT_MAIN);
  const relations = xmlOf(zip, relationsPath) ?? '';
  const names = new Set(book.sheets.map((sheet) => sheet.name.toLowerCase()));
  let sheetId = Math.max(0, ...book.sheets.map((sheet) => sheet.sheetId).filter(Number.isFinite));
  let number = 1;
  const styleOf = addFormats(book, tabs, parts);
  const registered = tabs.map((tab): NewTab => {
    while (zip.byName.has(`${folder}worksheets/sheet${number}.xml`.toLowerCase()) || relations.includes(`rIdRelance${number}`)) number++;
    const part = `${folder}worksheets/sheet${number}.xml`;
    parts.add(part, newSheetXml(tab.rows, isStrict ? STRICT_MAIN : MAIN, styleOf));
    const name = sheetName(tab.name, names);
    names.add(name.toLowerCase());
    sheetId++;
    return { part, relation: `rIdRelance${number++}`, sheetId, name };
  });
  parts.edit(path, (xml) => withSheets(xml, registered));
  parts.edit(relationsPath, (xml) => withRelations(xml, registered, folder, isStrict));
  parts.edit(TYPES, (xml) => withTypes(xml, registered));
}

function withSheets(xml: string, tabs: readonly NewTab[]): string {
  const tags = new Tags(xml);
  // The relations namespace goes by whatever prefix the workbook gave it.
  let id = 'r:id';
  while (tags.next()) {
    if (tags.closing || !tags.is('sheet')) continue;
    id = /\s([\w.-]+:id)\s*=/.exec(xml.slice(tags.nameEnd, tags.end))?.[1] ?? id;
    break;
  }
  return beforeClose(xml, 'sheets', (prefix) =>
    tabs.map((tab) => `<${prefix}sheet name="${escaped(tab.name)}" sheetId="${tab.sheetId}" ${id}="${tab.relation}"/>`).join(''),
  );
}

function withRelations(xml: string, tabs: readonly NewTab[], folder: string, isStrict: boolean): string {
  const type = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  return beforeClose(xml, 'Relationships', (prefix) =>
    tabs.map((tab) => `<${prefix}Relationship Id="${tab.relation}" Type="${type}" Target="${tab.part.slice(folder.length)}"/>`).join(''),
  );
}

function withTypes(xml: string, tabs: readonly NewTab[]): string {
  return beforeClose(xml, 'Types', (prefix) =>
    tabs.map((tab) => `<${prefix}Override PartName="/${tab.part}" ContentType="${SHEET_TYPE}"/>`).join(''),
  );
}

/** A name Excel accepts (31 characters, none of `[]:*?/\`, no quote at its ends) and no other sheet bears. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const plain =
    wanted
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a name may not hold
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
      .slice(0, 31)
      .replace(/^'+|'+$/g, '')
      .trim() || 'Relance';
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 30 - String(n).length)} ${n}`;
  return name;
}

/** Gives the workbook the number formats of new tabs; answers the style of each. Without a styles part, numbers stand as they are. */
function addFormats(book: XlsxBook, tabs: Edits['newTabs'], parts: Parts): (format: string | null) => number | null {
  const formats = tabs.flatMap(({ rows }) => rows.flat().flatMap((cell) => (typeof cell === 'object' && cell.format ? [cell.format] : [])));
  let known: ReadonlyMap<string, number> = new Map();
  if (formats.length > 0 && book.stylesPart !== null)
    parts.edit(book.stylesPart, (xml) => {
      const more = withFormats(xml, formats);
      known = more.styleOf;
      return more.xml;
    });
  return (format) => (format === null ? null : (known.get(format) ?? null));
}

/** A cell of a new tab. */
function tabCellXml(row: number, column: number, cell: TabCell, styleOf: (format: string | null) => number | null): string {
  if (typeof cell === 'string') return cell === '' ? '' : cellXml('', row, column, null, cell);
  const { value, formula, spill, format } = cell;
  const style = styleOf(format);
  if (value === null && formula === undefined && style === null) return '';
  const written = formula === undefined ? '' : formulaXml('', formula, spill);
  return cellXml('', row, column, style === null ? null : String(style), value, written);
}

/** A new sheet. */
function newSheetXml(rows: readonly (readonly TabCell[])[], namespace: string, styleOf: (format: string | null) => number | null): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const lines = rows.map((row, r) => {
    const cells = row.map((cell, c) => tabCellXml(r + 1, c, cell, styleOf));
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  const dimension = `A1:${lettersOf(width - 1)}${Math.max(1, rows.length)}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><dimension ref="${dimension}"/><sheetData>${lines.join('')}</sheetData></worksheet>`;
}
