/** The user's sheet looks in the grid as it did in their spreadsheet; nothing of it reaches the engine or the copy. */
import { describe, expect, it } from '@jest/globals';
import type { IStyleData } from '@univerjs/core';
import { strToU8, zipSync } from 'fflate';
import { type Opened, openWith } from '../../local/files/open-with.ts';
import { bookOf } from '../../local/page/grid/book-of.ts';
import { heightOf } from '../../local/page/grid/dress.ts';
import { sheetOf } from '../../local/page/grid/sheet-of.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const FONTS =
  '<font><sz val="11"/><name val="Calibri"/></font><font><b/><i/><u/><strike val="0"/><sz val="16"/><color rgb="FF1F3A4D"/><name val="Georgia"/></font><font><sz val="11"/><color theme="4" tint="-0.25"/><name val="Calibri"/></font><font><sz val="11"/><color indexed="10"/><name val="Calibri"/></font>';
const FILLS =
  '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.5"/><bgColor indexed="64"/></patternFill></fill>';
const BORDERS =
  '<border><left/><right/><top/><bottom/></border><border><left/><right/><top style="thin"/><bottom style="double"><color rgb="FF00AA00"/></bottom></border>';
const XFS =
  '<xf/><xf fontId="1"/><xf fontId="2" fillId="2"/><xf fontId="3" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf><xf numFmtId="14"/><xf numFmtId="10" fillId="2"/>';

/** A workbook of one or two sheets; `sheet` is what stands in its worksheet part. */
function workbook(
  sheet: string,
  { second = '', date1904 = false }: { readonly second?: string; readonly date1904?: boolean } = {},
): Uint8Array {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const page = (inside: string) => strToU8(`<worksheet xmlns="${MAIN}">${inside}</worksheet>`);
  const other = second === '' ? '' : '<sheet name="Brouillon" sheetId="2" state="hidden" r:id="rId2"/>';
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="${PACKAGE}/content-types"/>`),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="Factures" sheetId="1" r:id="rId1"/>${other}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', 'worksheets/sheet2.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': page(sheet),
    'xl/worksheets/sheet2.xml': page(second),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${MAIN}"><fonts>${FONTS}</fonts><fills>${FILLS}</fills><borders>${BORDERS}</borders><cellXfs>${XFS}</cellXfs></styleSheet>`,
    ),
  });
}

const cell = (at: string, style: number, inside = '<v>1</v>', type = '') => `<c r="${at}" s="${style}"${type}>${inside}</c>`;
const rows = (...cells: readonly string[]) => `<sheetData><row r="1">${cells.join('')}</row></sheetData>`;
const neverOld = (): never => {
  throw new Error('not an old workbook');
};
const opened = (bytes: Uint8Array, withLooks = true): Opened => openWith({ readOldXls: neverOld, withLooks }, bytes, 'factures.xlsx');
function shown(bytes: Uint8Array) {
  const { snapshot, looks } = opened(bytes);
  const book = bookOf(snapshot, 'test', 'dmy', null, looks ?? null);
  const [sheet, second] = (book.sheetOrder ?? []).map((id) => book.sheets?.[id]);
  const styleAt = (row: number, column: number): IStyleData | null => {
    const style = sheet?.cellData?.[row]?.[column]?.s;
    return typeof style === 'string' ? (book.styles?.[style] ?? null) : null;
  };
  return { sheet, second, styleAt };
}

describe('a cell', () => {
  const table: readonly (readonly [string, number, IStyleData])[] = [
    ['plain', 0, { ff: 'Calibri, Carlito, Arial', fs: 11, vt: 3 }],
    ['in its font, bold, italic, underlined', 1, { ff: 'Georgia', fs: 16, bl: 1, it: 1, ul: { s: 1 }, cl: { rgb: '#1f3a4d' } }],
    ['in colours of the theme, darkened', 2, { cl: { rgb: '#2f5597' }, bg: { rgb: '#808080' } }],
    ['in an old colour, aligned, wrapped', 3, { cl: { rgb: '#ff0000' }, ht: 2, vt: 1, tb: 3 }],
    ['with borders', 3, { bd: { t: { s: 1, cl: { rgb: '#000000' } }, b: { s: 7, cl: { rgb: '#00aa00' } } } }],
    ['with the reader’s short date', 4, { n: { pattern: 'dd\\/mm\\/yyyy' } }],
    ['with a percentage on a fill', 5, { n: { pattern: '0.00%' }, bg: { rgb: '#808080' } }],
  ];
  it.each(table)('%s', (_, style, wanted) => {
    expect(shown(workbook(rows(cell('A1', style)))).styleAt(0, 0)).toMatchObject(wanted);
  });

  it('that is blank keeps its fill, and stays blank for the engine', () => {
    const bytes = workbook(rows('<c r="A1" s="2"/>', cell('B1', 0)));
    const { sheet, styleAt } = shown(bytes);
    expect(styleAt(0, 0)?.bg).toEqual({ rgb: '#808080' });
    const read = sheetOf('Factures', sheet?.cellData as never, { height: 1, width: 9 }, () => null);
    expect(read.cells).toEqual(opened(bytes).snapshot.sheets[0]?.cells);
  });

  it('of a 1904 workbook shows the day that was meant, and its number where it is no day', () => {
    const { sheet } = shown(workbook(rows(cell('A1', 4, '<v>44581</v>'), cell('B1', 5, '<v>0.2</v>')), { date1904: true }));
    expect([sheet?.cellData?.[0]?.[0]?.v, sheet?.cellData?.[0]?.[1]?.v]).toEqual([46043, 0.2]);
  });
});

describe('a sheet', () => {
  const around = (before: string, after = '') => workbook(`${before}${rows(cell('A1', 0))}${after}`);

  it('has its widths, its hidden columns and its coloured ones', () => {
    const columns =
      '<cols><col min="1" max="2" width="20"/><col min="3" max="3" width="9" hidden="1"/><col min="4" max="16384" width="8" style="2"/></cols>';
    const { sheet } = shown(around(columns));
    expect([0, 1, 2].map((column) => sheet?.columnData?.[column])).toMatchObject([{ w: 140 }, { w: 140 }, { w: 63, hd: 1 }]);
    expect(sheet?.columnData?.[3]?.s).toEqual(expect.any(String));
  });

  it('has its heights and its hidden rows', () => {
    const data = `<sheetFormatPr defaultRowHeight="15"/><sheetData><row r="1" ht="30">${cell('A1', 0)}</row><row r="2" hidden="1">${cell('A2', 0)}</row></sheetData>`;
    const { sheet } = shown(workbook(data));
    expect([sheet?.defaultRowHeight, sheet?.rowData?.[0], sheet?.rowData?.[1]]).toEqual([20, { h: 40 }, { hd: 1 }]);
  });

  it('has its merged cells, its frozen panes and no grid lines where it has none', () => {
    const view = '<sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews>';
    const { sheet } = shown(around(view, '<mergeCells><mergeCell ref="A1:D2"/></mergeCells>'));
    expect(sheet?.mergeData).toEqual([{ startRow: 0, startColumn: 0, endRow: 1, endColumn: 3 }]);
    expect(sheet?.freeze).toEqual({ xSplit: 1, ySplit: 2, startRow: 2, startColumn: 1 });
    expect(sheet?.showGridlines).toBe(0);
  });

  it('stays hidden when the user hid it', () => {
    const { sheet, second } = shown(workbook(rows(cell('A1', 0)), { second: '<sheetData/>' }));
    expect([sheet?.hidden, second?.hidden]).toEqual([0, 1]);
  });

  it('is tall enough for a title and for texts in several lines', () => {
    expect(heightOf('Suivi', { size: 16 }, 50)).toBeGreaterThan(heightOf('Suivi', { size: 11 }, 50));
    expect(heightOf('Conditions de paiement', { size: 11, wrapped: true }, 100)).toBeGreaterThan(
      1.9 * heightOf('Client', { size: 11 }, 100),
    );
  });
});

describe('looks that cannot be read', () => {
  it.each([
    ['an unfinished tail', `${rows(cell('A1', 0))}<mergeCells><mergeCell ref="A1:B`],
    ['a style there is not', rows(cell('A1', 999))],
    ['a merge of nothing', `${rows(cell('A1', 0))}<mergeCells><mergeCell ref="?"/></mergeCells>`],
  ])('%s: plain, and the cells are there', (_, sheet) => {
    expect(shown(workbook(sheet)).sheet?.cellData?.[0]?.[0]?.v).toBe(1);
  });

  it('are not looked for unless asked: the engine gets the same cells', () => {
    const bytes = workbook(rows(cell('A1', 1), cell('B1', 4, '<v>46043</v>')));
    const [plain, looked] = [opened(bytes, false), opened(bytes)];
    expect(plain.looks).toBeUndefined();
    expect(looked.snapshot).toEqual(plain.snapshot);
  });
});
