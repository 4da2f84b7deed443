/** The looks of the user's file in the grid's terms, so that they find their sheet as they left it. */
import type { IBorderStyleData, IColumnData, IObjectArrayPrimitiveType, IRange, IRowData, IStyleData } from '@univerjs/core';
import type { CellLook, SheetLooks } from '../../files/looks.ts';

/** The grid's numbers for borders, by Excel's names. */
const BORDERS = [
  'none',
  'thin',
  'hair',
  'dotted',
  'dashed',
  'dashDot',
  'dashDotDot',
  'double',
  'medium',
  'mediumDashed',
  'mediumDashDot',
  'mediumDashDotDot',
  'slantDashDot',
  'thick',
];
const ACROSS = { left: 1, center: 2, right: 3, justify: 4 } as const;
const UPRIGHT = { top: 1, center: 2, bottom: 3 } as const;
const WRAPPED = 3;
/** The fonts of Office are on few machines but Windows; these have the same widths, or nearly. */
const STAND_INS: Readonly<Record<string, string>> = { Calibri: 'Calibri, Carlito, Arial', Cambria: 'Cambria, Caladea, serif' };

/** A cell's look as a style of the grid. */
export function styleOfLook(look: CellLook): IStyleData {
  const edges = Object.entries(look.edges ?? {}).map(([side, { style, colour }]) => {
    const border: IBorderStyleData = { s: Math.max(1, BORDERS.indexOf(style)), cl: { rgb: colour } };
    return [side[0], border];
  });
  return {
    ...(look.font ? { ff: STAND_INS[look.font] ?? look.font } : {}),
    ...(look.size ? { fs: look.size } : {}),
    ...(look.bold ? { bl: 1 } : {}),
    ...(look.italic ? { it: 1 } : {}),
    ...(look.underline ? { ul: { s: 1 } } : {}),
    ...(look.struck ? { st: { s: 1 } } : {}),
    ...(look.colour ? { cl: { rgb: look.colour } } : {}),
    ...(look.fill ? { bg: { rgb: look.fill } } : {}),
    ...(edges.length > 0 ? { bd: Object.fromEntries(edges) } : {}),
    ...(look.across ? { ht: ACROSS[look.across] } : {}),
    ...(look.upright ? { vt: UPRIGHT[look.upright] } : {}),
    ...(look.wrapped ? { tb: WRAPPED } : {}),
  };
}

/**
 * Columns as the file has them, the rest as wide as `widths` says. `digit`: pixels of a digit in
 * the usual font, by which files measure; `idOf` answers the style behind a look.
 */
export function columnsOf(
  looks: SheetLooks | null,
  widths: readonly number[],
  digit: number,
  idOf: (look: number) => string,
): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  const columns: IObjectArrayPrimitiveType<Partial<IColumnData>> = {};
  widths.forEach((w, column) => {
    columns[column] = { w };
  });
  looks?.columns.forEach(({ size, hidden, look }, column) => {
    const w = size === null ? widths[column] : Math.round(size * digit);
    columns[column] = { ...(w === undefined ? {} : { w }), ...(hidden ? { hd: 1 } : {}), ...(look === null ? {} : { s: idOf(look) }) };
  });
  return columns;
}

/** Rows the file gives a height of their own, hides or colours. */
export function rowsOf(looks: SheetLooks | null, idOf: (look: number) => string): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const rows: IObjectArrayPrimitiveType<Partial<IRowData>> = {};
  looks?.rows.forEach(({ size, hidden, look }, row) => {
    rows[row] = {
      ...(size === null ? {} : { h: Math.round(size) }),
      ...(hidden ? { hd: 1 } : {}),
      ...(look === null ? {} : { s: idOf(look) }),
    };
  });
  return rows;
}

/** Pixels of a point, of a line of text in letters of one pixel, of the average letter in them, and of what a cell keeps free at its sides. */
const [POINT, LINE, LETTER, SIDES] = [4 / 3, 1.3, 0.55, 8];

/** The height a text needs in a column so wide, in pixels, by measure of thumb: the grid itself measures no row it is given. */
export function heightOf(text: string, look: CellLook, width: number): number {
  const size = (look.size ?? 11) * POINT;
  const letter = size * LETTER * (look.bold ? 1.1 : 1);
  const lines = look.wrapped
    ? text.split('\n').map((line) => Math.max(1, Math.ceil((line.length * letter) / Math.max(1, width - SIDES))))
    : [1];
  return Math.ceil(lines.reduce((sum, count) => sum + count, 0) * size * LINE);
}

/** Cells shown as one. */
export function mergesOf(looks: SheetLooks | null): IRange[] {
  return (looks?.merged ?? []).map((area) => ({ ...area }));
}

/** What stays in sight: what the file says, else `heading` rows (0: none). */
export function freezeOf(looks: SheetLooks | null, heading: number) {
  const { rows, columns } = looks?.frozen ?? { rows: heading, columns: 0 };
  return { xSplit: columns, ySplit: rows, startRow: rows === 0 ? -1 : rows, startColumn: columns === 0 ? -1 : columns };
}
