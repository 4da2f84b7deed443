// The smallest .xlsx that Excel takes for one of its own: shared strings, styles, column widths, a frozen header, merged titles. Written here
// rather than by a library so that the same book always gives the same bytes.
//
// A cell is null, a string, `{ number, style }`, `{ formula, number, style }`, `{ error }` or `{ text, style }`; styles are the names below.
import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Order is the style's index in `cellXfs`. */
const STYLES = ['plain', 'title', 'subtitle', 'header', 'date', 'money', 'totalText', 'totalMoney', 'wrapped'];

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export function columnLetter(index) {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}

function stylesXml(formats) {
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="${escaped(formats.date)}"/><numFmt numFmtId="165" formatCode="${escaped(formats.money)}"/></numFmts>
<fonts count="4"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="16"/><color rgb="FF1F3A4D"/><name val="Calibri"/><family val="2"/></font><font><i/><sz val="10"/><color rgb="FF5F6B73"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6EC"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"><color rgb="FF1F3A4D"/></bottom><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF1F3A4D"/></top><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${STYLES.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="2" xfId="0" applyFont="1" applyBorder="1"/><xf numFmtId="165" fontId="1" fillId="0" borderId="2" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>`;
}

function cellXml(at, cell, strings) {
  if (cell === null || cell === undefined) return '';
  const style = cell.style ? ` s="${STYLES.indexOf(cell.style)}"` : '';
  if (cell.error) return `<c r="${at}"${style} t="e"><v>${cell.error}</v></c>`;
  if (cell.formula) return `<c r="${at}"${style}><f>${escaped(cell.formula)}</f><v>${cell.number}</v></c>`;
  if (cell.number !== undefined) return `<c r="${at}"${style}><v>${cell.number}</v></c>`;
  return `<c r="${at}"${style} t="s"><v>${strings(cell.text ?? cell)}</v></c>`;
}

function sheetXml(sheet, strings, isFirst) {
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const rows = sheet.rows.map((row, r) => {
    const cells = row.map((cell, c) => cellXml(`${columnLetter(c)}${r + 1}`, cell, strings)).join('');
    return cells === '' ? '' : `<row r="${r + 1}">${cells}</row>`;
  });
  const frozen = sheet.headerRow
    ? `<pane ySplit="${sheet.headerRow}" topLeftCell="A${sheet.headerRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
    : '';
  const columns = sheet.widths.map((w, c) => `<col min="${c + 1}" max="${c + 1}" width="${w}" customWidth="1"/>`).join('');
  const merges = sheet.merges?.length
    ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`
    : '';
  const red = sheet.red
    ? `<conditionalFormatting sqref="${sheet.red.range}"><cfRule type="expression" dxfId="0" priority="1"><formula>${escaped(sheet.red.when)}</formula></cfRule></conditionalFormatting>`
    : '';
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${columnLetter(width - 1)}${sheet.rows.length}"/><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>${merges}${red}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/></worksheet>`;
}

/** The bytes of a workbook: `sheets` in order, `formats` the number formats of its dates and its money. */
export function xlsx(sheets, formats) {
  const index = new Map();
  let uses = 0;
  const strings = (text) => {
    uses += 1;
    if (!index.has(text)) index.set(text, index.size);
    return index.get(text);
  };
  const pages = sheets.map((sheet, i) => sheetXml(sheet, strings, i === 0));
  const numbered = sheets.map((sheet, i) => ({ name: escaped(sheet.name), n: i + 1 }));
  const last = sheets.length;
  const relation = (id, type, target) => `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (part, type) => `<Override PartName="${part}" ContentType="${type}"/>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', `${TYPE}.sheet.main+xml`)}${numbered.map(({ n }) => override(`/xl/worksheets/sheet${n}.xml`, `${TYPE}.worksheet+xml`)).join('')}${override('/xl/styles.xml', `${TYPE}.styles+xml`)}${override('/xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews><sheets>${numbered.map(({ name, n }) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${numbered.map(({ n }) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`)).join('')}${relation(last + 1, 'styles', 'styles.xml')}${relation(last + 2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ...Object.fromEntries(pages.map((page, i) => [`xl/worksheets/sheet${i + 1}.xml`, page])),
    'xl/styles.xml': stylesXml(formats),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${index.size}">${[...index.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  };
  // A zip keeps local clock times: the same civil hour everywhere, so that the bytes are too.
  const mtime = new Date(2026, 2, 16, 12, 0, 0);
  const files = Object.entries(parts).map(([name, xml]) => [
    name,
    [strToU8(xml.startsWith('<?xml') ? xml : HEAD + xml), { mtime, level: 9 }],
  ]);
  return zipSync(Object.fromEntries(files));
}
