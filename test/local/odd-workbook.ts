/**
 * Workbooks as other programs write them, made by hand: prefixes, cells without references, CDATA, merged titles, tables, comments, conditional
 * formats, macros and charts. What a copy must give back untouched.
 */
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { ChangeSet, ColumnEdits, Sheet } from '../../core/workbook.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface OddSheet {
  readonly name: string;
  readonly xml: string;
}

export interface OddOptions {
  readonly macros?: boolean;
  readonly date1904?: boolean;
  readonly strings?: string;
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
  /** Prefix of the workbook part's own elements. */
  readonly prefix?: string;
  readonly level?: 0 | 6;
}

/** Style 0 plain, 1 `dd/mm/yyyy` with a border, 2 two decimals, 3 bold header, 4 `dd/mm/yyyy` bare. */
export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="2"><border/><border><left style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`;

/** A worksheet around its rows; `after` follows sheetData. */
export function worksheet(rows: string, { dimension = '', before = '', after = '' } = {}): string {
  const ref = dimension === '' ? '' : `<dimension ref="${dimension}"/>`;
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${R}">${before}${ref}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function workbookOf(sheets: readonly OddSheet[], options: OddOptions = {}): Uint8Array {
  const { macros = false, date1904 = false, strings, extra = {}, prefix = '', level = 6 } = options;
  const p = prefix === '' ? '' : `${prefix}:`;
  const list = sheets
    .map(
      (sheet, i) =>
        `<${p}sheet name="${sheet.name.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" sheetId="${i * 3 + 2}" r:id="rId${i + 1}"/>`,
    )
    .join('');
  const relations = sheets
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${R}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('');
  const overrides = sheets
    .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
    .join('');
  const main = macros ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${TYPE}.sheet.main+xml`;
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/>${overrides}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${strings === undefined ? '' : `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>`}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<${p}workbook xmlns${prefix === '' ? '' : `:${prefix}`}="${MAIN}" xmlns:r="${R}"><${p}workbookPr${date1904 ? ' date1904="1"' : ''}/><${p}sheets>${list}</${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}<Relationship Id="rId90" Type="${R}/styles" Target="styles.xml"/>${strings === undefined ? '' : `<Relationship Id="rId91" Type="${R}/sharedStrings" Target="/xl/sharedStrings.xml"/>`}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet.xml])),
    'xl/styles.xml': STYLES,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
    ...extra,
  };
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]));
  return zipSync(bytes, { level, mtime: new Date(2024, 4, 6, 7, 8, 10) });
}

/** The parts of a zip as text, by name and in order. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('latin1')]));
}

/** Names of the parts whose content differs between two zips, added ones included. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const old = partsOf(before);
  return [...partsOf(after)].filter(([name, content]) => old.get(name) !== content).map(([name]) => name);
}

/** Edits of one column; what is not said is a text column. */
export function edits(
  column: number,
  after: Readonly<Record<number, string | number | null>>,
  more: Partial<ColumnEdits> = {},
): ColumnEdits {
  const rows = Object.keys(after).map(Number);
  return {
    role: 'reason',
    column,
    newHeader: null,
    look: 'text',
    daysAsText: false,
    rows,
    before: rows.map(() => null),
    after: rows.map((row) => after[row] ?? null),
    ...more,
  };
}

export function changes(sheet: string | null, columns: readonly ColumnEdits[], more: Partial<ChangeSet> = {}): ChangeSet {
  return { sheet, headerRow: 1, dueColumn: null, columns, appends: [], ...more };
}

/** A cell by its A1 name. */
export function at(sheet: Sheet | undefined, name: string): unknown {
  const column = name.charCodeAt(0) - 65;
  return sheet?.cells[Number(name.slice(1)) - 1]?.[column] ?? null;
}
