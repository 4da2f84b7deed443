/**
 * The looks of an Excel workbook, gathered beside the reading of its cells: the same walk passes over both, so the page need not read a large file
 * twice. What cannot be read looks plain; no look ever keeps a person from their invoices.
 */
import { columnOf } from './cell-names.ts';
import type { Area, CellLook, Edge, LineLook, SheetLooks } from './looks.ts';
import { type XlsxBook, xmlOf } from './xlsx-book.ts';
import { type ColourOf, coloursOf } from './xlsx-colours.ts';
import { Tags } from './xml.ts';

/** Pixels of a point. */
const POINT = 4 / 3;
/** A sheet may be styled down to its last row: looks of so many cells are kept, the rest is plain. */
const CELLS = 2_000_000;
const LAST_COLUMN = 1024;

/** The look behind each cell style. */
export function cellLooks(book: XlsxBook): CellLook[] {
  const xml = book.stylesPart === null ? null : xmlOf(book.zip, book.stylesPart);
  const colourOf = coloursOf(book);
  const [fonts, fills, borders, looks]: [CellLook[], CellLook[], CellLook[], CellLook[]] = [[], [], [], []];
  const tags = new Tags(xml ?? '');
  while (tags.next()) {
    if (tags.closing || tags.empty) continue;
    if (tags.is('fonts')) eachChild(tags, 'font', () => fonts.push(fontOf(tags, colourOf)));
    else if (tags.is('fills')) eachChild(tags, 'fill', () => fills.push(fillOf(tags, colourOf)));
    else if (tags.is('borders')) eachChild(tags, 'border', () => borders.push(borderOf(tags, colourOf)));
    else if (tags.is('cellXfs')) {
      eachChild(tags, 'xf', () => {
        const part = (from: CellLook[], name: string) => from[Number(tags.raw(name) ?? 0)];
        looks.push({ ...part(fonts, 'fontId'), ...part(fills, 'fillId'), ...part(borders, 'borderId'), ...alignmentOf(tags) });
      });
    }
  }
  return looks;
}

/** Calls `read` on the opening tag of each child; what `read` leaves of the child is passed over. */
function eachChild(tags: Tags, child: string, read: () => void): void {
  const parent = tags.xml.slice(tags.localStart, tags.nameEnd);
  while (tags.next()) {
    if (tags.closing && tags.is(parent)) return;
    if (!tags.closing && tags.is(child)) read();
  }
}

/** Calls `read` on each opening tag inside the element the walk stands on, and ends after it. */
function inside(tags: Tags, read: () => void): void {
  if (tags.empty) return;
  const name = tags.xml.slice(tags.localStart, tags.nameEnd);
  while (tags.next()) {
    if (tags.closing && tags.is(name)) return;
    if (!tags.closing) read();
  }
}

const isOn = (tags: Tags): boolean => !/^(?:0|false|none)$/.test(tags.raw('val') ?? '1');

function fontOf(tags: Tags, colourOf: ColourOf): CellLook {
  const look: { -readonly [K in keyof CellLook]: CellLook[K] } = {};
  inside(tags, () => {
    if (tags.is('name')) look.font = tags.value('val') ?? '';
    else if (tags.is('sz')) look.size = Number(tags.raw('val')) || 11;
    else if (tags.is('color')) {
      const colour = colourOf(tags);
      if (colour !== null) look.colour = colour;
    } else if (!isOn(tags)) return;
    else if (tags.is('b')) look.bold = true;
    else if (tags.is('i')) look.italic = true;
    else if (tags.is('u')) look.underline = true;
    else if (tags.is('strike')) look.struck = true;
  });
  return look;
}

function fillOf(tags: Tags, colourOf: ColourOf): CellLook {
  let pattern = 'none';
  let front: string | null = null;
  let back: string | null = null;
  inside(tags, () => {
    if (tags.is('patternFill')) pattern = tags.raw('patternType') ?? 'none';
    else if (tags.is('fgColor')) front = colourOf(tags);
    else if (tags.is('bgColor')) back = colourOf(tags);
    // Of a gradient, its first colour.
    else if (tags.is('color') && front === null) [pattern, front] = ['solid', colourOf(tags)];
  });
  // A hatching is shown by the colour behind it.
  const fill = pattern === 'solid' ? front : pattern === 'none' ? null : back;
  return fill === null ? {} : { fill };
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

function borderOf(tags: Tags, colourOf: ColourOf): CellLook {
  const edges: { [side in (typeof SIDES)[number]]?: Edge } = {};
  let side: (typeof SIDES)[number] | undefined;
  inside(tags, () => {
    const named = SIDES.find((name) => tags.is(name) || tags.is(name === 'left' ? 'start' : name === 'right' ? 'end' : name));
    if (named === undefined && !tags.is('color')) side = undefined;
    else if (named !== undefined) {
      side = named;
      const style = tags.raw('style') ?? 'none';
      if (style !== 'none') edges[named] = { style, colour: '#000000' };
    } else if (side !== undefined && edges[side])
      edges[side] = { style: edges[side]?.style ?? 'thin', colour: colourOf(tags) ?? '#000000' };
  });
  return Object.keys(edges).length === 0 ? {} : { edges };
}

const ACROSS: Readonly<Record<string, NonNullable<CellLook['across']>>> = {
  left: 'left',
  center: 'center',
  centerContinuous: 'center',
  right: 'right',
  justify: 'justify',
  distributed: 'justify',
};

function alignmentOf(tags: Tags): CellLook {
  const look: { -readonly [K in keyof CellLook]: CellLook[K] } = { upright: 'bottom' };
  inside(tags, () => {
    if (!tags.is('alignment')) return;
    const across = ACROSS[tags.raw('horizontal') ?? ''];
    if (across) look.across = across;
    const upright = tags.raw('vertical');
    if (upright === 'top' || upright === 'center') look.upright = upright;
    if (/^(?:1|true)$/.test(tags.raw('wrapText') ?? '')) look.wrapped = true;
  });
  return look;
}

/** Gathers the looks of one sheet while its cells are read. */
export class SheetLooksReader {
  readonly #cells: (number | undefined)[][] = [];
  readonly #columns = new Map<number, LineLook>();
  readonly #rows = new Map<number, LineLook>();
  readonly #merged: Area[] = [];
  #frozen: SheetLooks['frozen'] = null;
  #hasGridlines = true;
  #rowHeight: number | null = null;
  #count = 0;

  /** A tag before the cells. */
  head(tags: Tags): void {
    if (tags.closing) return;
    if (tags.is('sheetView')) this.#hasGridlines = !/^(?:0|false)$/.test(tags.raw('showGridLines') ?? '');
    else if (tags.is('pane') && /^frozen/.test(tags.raw('state') ?? '')) {
      const count = (name: string) => Math.max(0, Math.trunc(Number(tags.raw(name) ?? 0)) || 0);
      this.#frozen = { rows: count('ySplit'), columns: count('xSplit') };
    } else if (tags.is('sheetFormatPr')) this.#rowHeight = lineLook(tags, 'defaultRowHeight', POINT, 's').size;
    else if (tags.is('col')) {
      const line = lineLook(tags, 'width', 1, 'style');
      const last = Math.min(Number(tags.raw('max')), LAST_COLUMN);
      for (let column = Number(tags.raw('min')) - 1; column >= 0 && column < last; column++) this.#columns.set(column, line);
    }
  }

  row(tags: Tags, row: number): void {
    const line = lineLook(tags, 'ht', POINT, 's');
    if (line.size !== null || line.hidden || line.look !== null) this.#rows.set(row, line);
  }

  cell(row: number, column: number, style: string | null): void {
    if (style === null || !(column >= 0 && column < LAST_COLUMN) || row < 0 || ++this.#count > CELLS) return;
    while (this.#cells.length <= row) this.#cells.push([]);
    const line = this.#cells[row];
    while (line.length < column) line.push(undefined);
    line[column] = Number(style);
  }

  /** A tag after the cells. */
  tail(tags: Tags): void {
    if (tags.closing || !tags.is('mergeCell')) return;
    const [from = '', to = from] = (tags.raw('ref') ?? '').split(':');
    const row = (name: string) => Number(/\d+$/.exec(name)?.[0] ?? 0) - 1;
    const area = { startRow: row(from), startColumn: columnOf(from), endRow: row(to), endColumn: columnOf(to) };
    if (area.startRow >= 0 && area.startColumn >= 0 && area.endRow >= area.startRow && area.endColumn >= area.startColumn)
      this.#merged.push(area);
  }

  looks(hidden: boolean): SheetLooks {
    return {
      cells: this.#cells,
      columns: this.#columns,
      rows: this.#rows,
      rowHeight: this.#rowHeight,
      merged: this.#merged,
      frozen: this.#frozen,
      hasGridlines: this.#hasGridlines,
      hidden,
    };
  }
}

function lineLook(tags: Tags, size: string, unit: number, style: string): LineLook {
  const length = Number(tags.raw(size) ?? Number.NaN);
  const look = tags.raw(style);
  return {
    size: Number.isFinite(length) && length > 0 ? length * unit : null,
    hidden: /^(?:1|true)$/.test(tags.raw('hidden') ?? ''),
    look: look === null || look === '0' ? null : Number(look),
  };
}
