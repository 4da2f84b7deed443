/**
 * A new Excel workbook from a snapshot: what an `.ods`, an old `.xls` or a workbook `.json` comes out as. Values and number formats of every
 * sheet are kept; formulas become their last values.
 */
import type { Binding, Cell, Snapshot } from '../../core/index.ts';
import type { CellEdit, Edits, TabCell } from './cell-edits.ts';
import { lettersOf } from './cell-names.ts';
import { newProperties, PROPERTIES, PROPERTIES_RELATION, PROPERTIES_TYPE } from './kept-binding.ts';
import { cellXml, formulaXml, serialOf } from './sheet-xml.ts';
import { encodeText } from './text-encoding.ts';
import { sheetName } from './xlsx-copy.ts';
import { showsDay } from './xlsx-styles.ts';
import { escaped, escapedCell } from './xml-text.ts';
import { newZip } from './zip-write.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** The reader's own short date: built-in format 14, shown day first in French and month first in American English. */
const SHORT_DATE = 'm/d/yy';

/** Styles of the new workbook: 0 is plain, one more for each number format. */
class Formats {
  readonly #styles = new Map<string, number>();

  styleOf(format: string | null): number | null {
    if (format === null || format === '' || format === 'General') return null;
    const known = this.#styles.get(format) ?? this.#styles.size + 1;
    this.#styles.set(format, known);
    return known;
  }

  xml(): string {
    const formats = [...this.#styles.keys()];
    const own = formats.filter((format) => format !== SHORT_DATE);
    const idOf = (format: string) => (format === SHORT_DATE ? 14 : 164 + own.indexOf(format));
    const custom = own.map((format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${escaped(format)}"/>`).join('');
    const styles = formats.map(
      (format) => `<xf numFmtId="${idOf(format)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    );
    return `${HEAD}<styleSheet xmlns="${MAIN}">${own.length === 0 ? '' : `<numFmts count="${own.length}">${custom}</numFmts>`}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

interface Styled {
  readonly value: Cell;
  readonly format: string | null;
}

function styled(cell: Cell | undefined, format: string | null | undefined, date1904: boolean): Styled {
  if (cell === undefined) return { value: null, format: null };
  if (cell instanceof Date) return styled({ date: cell.toISOString().slice(0, 10) }, SHORT_DATE, date1904);
  if (typeof cell === 'object' && cell !== null) {
    if ('number' in cell) return { value: cell.number, format: cell.format };
    if ('date' in cell) {
      const serial = serialOf(cell.date, date1904);
      return serial === null ? { value: cell.date, format: null } : { value: serial, format: format ?? SHORT_DATE };
    }
  }
  return { value: cell, format: format ?? null };
}

function xmlOfCell(row: number, column: number, { value, format }: Styled, formats: Formats): string {
  const style = typeof value === 'number' ? formats.styleOf(format) : null;
  const attribute = style === null ? '' : ` s="${style}"`;
  const open = `<c r="${lettersOf(column)}${row}"${attribute}`;
  if (typeof value === 'boolean') return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object' && value !== null && 'error' in value) return `${open} t="e"><v>${escapedCell(value.error)}</v></c>`;
  if (value === null || value === '') return '';
  return cellXml('', row, column, style === null ? null : String(style), typeof value === 'number' ? value : String(value));
}

function xmlOfTabCell(row: number, column: number, cell: TabCell, formats: Formats): string {
  if (typeof cell === 'string') return xmlOfCell(row, column, { value: cell, format: null }, formats);
  const { value, formula, spill, format } = cell;
  if (formula === undefined) return xmlOfCell(row, column, { value, format }, formats);
  const style = formats.styleOf(format);
  return cellXml('', row, column, style === null ? null : String(style), value, formulaXml('', formula, spill));
}

/** The snapshot with `edits` written, as an `.xlsx`. New dates take the format of their row's due date, else the reader's short date. */
export function freshXlsx(snapshot: Snapshot, edits: Edits, dueColumn: number | null): Uint8Array {
  const formats = new Formats();
  const names = new Set<string>();
  const sheets: { readonly name: string; readonly xml: string }[] = [];
  const add = (name: string, rows: string) => {
    const free = sheetName(name, names);
    names.add(free.toLowerCase());
    sheets.push({ name: free, xml: `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>` });
  };
  snapshot.sheets.forEach((sheet, index) => {
    const writes = edits.sheets.get(index) ?? new Map<number, readonly CellEdit[]>();
    let last = sheet.cells.length;
    for (const row of writes.keys()) last = Math.max(last, row);
    const lines: string[] = [];
    for (let row = 1; row <= last; row++) {
      const line: Styled[] = (sheet.cells[row - 1] ?? []).map((cell, c) => styled(cell, sheet.formats?.[row - 1]?.[c], snapshot.date1904));
      const due = index === edits.invoiceSheet && dueColumn !== null ? (line[dueColumn]?.format ?? null) : null;
      for (const edit of writes.get(row) ?? []) {
        while (line.length < edit.column) line.push({ value: null, format: null });
        line[edit.column] = written(edit, due, snapshot.date1904, line[edit.column]?.format ?? null);
      }
      const cells = line.map((cell, column) => xmlOfCell(row, column, cell, formats)).join('');
      if (cells !== '') lines.push(`<row r="${row}">${cells}</row>`);
    }
    add(sheet.name, lines.join(''));
  });
  for (const tab of edits.newTabs) {
    const lines = tab.rows.map((row, r) => {
      const cells = row.map((cell, column) => xmlOfTabCell(r + 1, column, cell, formats));
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    });
    add(tab.name, lines.join(''));
  }
  return packed(sheets, formats.xml(), snapshot.date1904, edits.binding ?? null);
}

function written({ value, look, typed }: CellEdit, due: string | null, date1904: boolean, own: string | null): Styled {
  const serial = look === 'day' && typeof value === 'string' ? serialOf(value, date1904) : null;
  if (serial === null) return { value, format: typed ? own : null };
  return { value: serial, format: due !== null && showsDay(due) ? due : SHORT_DATE };
}

function packed(
  sheets: readonly { readonly name: string; readonly xml: string }[],
  styles: string,
  date1904: boolean,
  binding: Binding | null,
): Uint8Array {
  const parts = new Map<string, Uint8Array>();
  const put = (name: string, xml: string) => parts.set(name, encodeText(xml, 'utf-8'));
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const listed = sheets.length > 0 ? sheets : [{ name: 'Relance', xml: `${HEAD}<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` }];
  put(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${listed.map((_, i) => type(`worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}${type('styles.xml', 'styles')}${binding === null ? '' : `<Override PartName="/${PROPERTIES}" ContentType="${PROPERTIES_TYPE}"/>`}</Types>`,
  );
  put(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}${binding === null ? '' : `<Relationship Id="rId2" Type="${PROPERTIES_RELATION}" Target="${PROPERTIES}"/>`}</Relationships>`,
  );
  if (binding !== null) put(PROPERTIES, newProperties(binding));
  put(
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.map((sheet, i) => `<sheet name="${escaped(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  );
  put(
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${listed.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation(`rId${listed.length + 1}`, 'styles', 'styles.xml')}</Relationships>`,
  );
  listed.forEach((sheet, i) => {
    put(`xl/worksheets/sheet${i + 1}.xml`, sheet.xml);
  });
  put('xl/styles.xml', styles);
  return newZip(parts);
}
