/**
 * A copy of an Excel workbook with our cells written. Only the parts of the sheets we write change, and the three that register a tab when one
 * is added; macros, charts, pictures, styles and all else come back byte for byte.
 */
import type { LeftCell } from '../../core/index.ts';
import type { Edits } from './cell-edits.ts';
import { lettersOf } from './cell-names.ts';
import { cellXml, rewriteSheet } from './sheet-xml.ts';
import { decodeText, encodeText, joined, markOf } from './text-encoding.ts';
import { FileTrouble } from './trouble.ts';
import { type XlsxBook, xmlOf } from './xlsx-book.ts';
import { readStyles } from './xlsx-styles.ts';
import { Tags } from './xml.ts';
import { escaped } from './xml-text.ts';
import { partOf } from './zip.ts';
import { rewriteZip } from './zip-write.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const TYPES = '[Content_Types].xml';

/** A part rewritten as text, in the encoding it has. */
function rewrittenPart(book: XlsxBook, part: string, rewrite: (xml: string) => string): Uint8Array {
  const bytes = partOf(book.zip, part);
  if (bytes === null) throw new FileTrouble('damaged', part);
  const { text, encoding, bom } = decodeText(bytes);
  const written = encodeText(rewrite(text), encoding);
  return bom ? joined([markOf(encoding), written]) : written;
}

/** The workbook's bytes with `edits` written; cells that could not be (part of a larger formula) are added to `left`. */
export function copyXlsx(
  book: XlsxBook,
  edits: Edits,
  table: { readonly headerRow: number; readonly dueColumn: number | null },
  left: LeftCell[] = [],
): Uint8Array {
  const tables = book.sheets.filter((sheet) => sheet.isTable);
  const changed = new Map<string, Uint8Array>();
  const added = new Map<string, Uint8Array>();
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
    changed.set(
      part,
      rewrittenPart(book, part, (xml) => rewriteSheet(xml, rows, look)),
    );
  }
  if (edits.newTabs.length > 0) addTabs(book, edits.newTabs, changed, added);
  const typed = [...edits.sheets.values()].some((rows) => [...rows.values()].some((cells) => cells.some((cell) => cell.typed)));
  return rewriteZip(book.zip, changed, added, typed ? withoutCalculationOrder(book, changed) : null);
}

/**
 * The order in which Excel last calculated names every formula; a user's edit that replaced one makes the list false, and a false list makes Excel
 * call the file damaged. Excel makes a new one when there is none. Answers the part to leave out.
 */
function withoutCalculationOrder(book: XlsxBook, changed: Map<string, Uint8Array>): string | null {
  const part = [...book.zip.byName.values()].find((entry) => /\/calcChain\.xml$/i.test(entry.name))?.name;
  if (part === undefined) return null;
  const rewrite = (name: string, tag: RegExp) => {
    const bytes = changed.get(name);
    const without = (xml: string) => xml.replace(tag, '');
    changed.set(name, bytes === undefined ? rewrittenPart(book, name, without) : encodeText(without(decodeText(bytes).text), 'utf-8'));
  };
  rewrite(book.relationsPath, /<(?:\w+:)?Relationship\s[^>]*calcChain\.xml[^>]*\/>/i);
  rewrite(TYPES, /<(?:\w+:)?Override\s[^>]*calcChain\.xml[^>]*\/>/i);
  return part;
}

interface NewTab {
  readonly part: string;
  readonly relation: string;
  readonly sheetId: number;
  readonly name: string;
}

function addTabs(book: XlsxBook, tabs: Edits['newTabs'], changed: Map<string, Uint8Array>, added: Map<string, Uint8Array>): void {
  const { zip, path, relationsPath } = book;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const isStrict = (xmlOf(zip, path) ?? '').includes(STRICT_MAIN);
  const relations = xmlOf(zip, relationsPath) ?? '';
  const names = new Set(book.sheets.map((sheet) => sheet.name.toLowerCase()));
  let sheetId = Math.max(0, ...book.sheets.map((sheet) => sheet.sheetId).filter(Number.isFinite));
  let number = 1;
  const registered = tabs.map((tab): NewTab => {
    while (zip.byName.has(`${folder}worksheets/sheet${number}.xml`.toLowerCase()) || relations.includes(`rIdRelance${number}`)) number++;
    const part = `${folder}worksheets/sheet${number}.xml`;
    added.set(part, encodeText(newSheetXml(tab.rows, isStrict ? STRICT_MAIN : MAIN), 'utf-8'));
    const name = sheetName(tab.name, names);
    names.add(name.toLowerCase());
    sheetId++;
    return { part, relation: `rIdRelance${number++}`, sheetId, name };
  });
  const edit = (part: string, rewrite: (xml: string) => string) => changed.set(part, rewrittenPart(book, part, rewrite));
  edit(path, (xml) => withSheets(xml, registered));
  edit(relationsPath, (xml) => withRelations(xml, registered, folder, isStrict));
  edit(TYPES, (xml) => withTypes(xml, registered));
}

/** Text put right before the closing tag of that name. */
function beforeClose(xml: string, name: string, text: (prefix: string) => string): string {
  const tags = new Tags(xml);
  while (tags.next()) if (tags.closing && tags.is(name)) return xml.slice(0, tags.start) + text(tags.prefix()) + xml.slice(tags.start);
  throw new FileTrouble('damaged', name);
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

/** A sheet of text cells. */
function newSheetXml(rows: readonly (readonly string[])[], namespace: string): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const lines = rows.map((row, r) => {
    const cells = row.map((value, c) => (value === '' ? '' : cellXml('', r + 1, c, null, value)));
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  const dimension = `A1:${lettersOf(width - 1)}${Math.max(1, rows.length)}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><dimension ref="${dimension}"/><sheetData>${lines.join('')}</sheetData></worksheet>`;
}
