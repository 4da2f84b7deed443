/**
 * Writes cells into the XML of one sheet. The sheet belongs to its owner: everything that is not a cell of ours (widths, colours, merged titles,
 * filters, conditional formats, comments) stays the very text it was; only cells are replaced or slipped in at their place.
 */
import { dayFromIso, epochSerial } from '../../core/index.ts';
import type { CellEdit } from './cell-edits.ts';
import { columnOf, lettersOf } from './cell-names.ts';
import type { XlsxStyles } from './xlsx-styles.ts';
import { Tags } from './xml.ts';
import { escapedCell } from './xml-text.ts';

/** What the edits need to know of the workbook around the sheet. */
export interface SheetLook {
  /** 0-based column whose date style new dates borrow; null when there is none. */
  readonly dueColumn: number | null;
  /** 1-based; rows above hold no data. */
  readonly headerRow: number;
  readonly date1904: boolean;
  readonly styles: XlsxStyles;
  /** Told of every typed cell that could not be written: it is part of a formula that fills several cells. */
  readonly leave?: (row: number, column: number) => void;
}

interface Row {
  readonly number: number;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

interface PlacedFormula {
  readonly xml: string;
  /** Whether other cells depend on its being here. */
  readonly isShared: boolean;
}

interface PlacedCell {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly style: string | null;
}

/** Serial number of an ISO day, in the workbook's own count; null for what is no day or lies before the count can be trusted. */
export function serialOf(iso: string, date1904: boolean): number | null {
  const day = dayFromIso(iso);
  if (day === null) return null;
  const serial = day + epochSerial(date1904);
  return serial >= (date1904 ? 0 : 61) ? serial : null;
}

/** One cell as XML. `style` is the style's index as written, or null for the default one. */
export function cellXml(
  prefix: string,
  row: number,
  column: number,
  style: string | null,
  value: string | number | boolean | null,
  formula = '',
): string {
  const open = `<${prefix}c r="${lettersOf(column)}${row}"${style === null ? '' : ` s="${style}"`}`;
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) {
    return formula === '' ? `${open}/>` : `${open}>${formula}</${prefix}c>`;
  }
  if (typeof value === 'boolean') return `${open} t="b">${formula}<${prefix}v>${value ? 1 : 0}</${prefix}v></${prefix}c>`;
  if (formula !== '') {
    const type = typeof value === 'number' ? '' : /^#[A-Z0-9/]+[!?]?$/.test(value) ? ' t="e"' : ' t="str"';
    const result = typeof value === 'number' ? value : escapedCell(value);
    return `${open}${type}>${formula}<${prefix}v>${result}</${prefix}v></${prefix}c>`;
  }
  if (typeof value === 'number') return `${open}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  return `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapedCell(value)}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** A formula (with its `=`) as XML; `spill`: the area it fills, where it is more than its cell. */
export function formulaXml(prefix: string, formula: string, spill?: string): string {
  const filled = spill === undefined ? '' : ` t="array" ref="${spill}"`;
  return `<${prefix}f${filled}>${escapedCell(formula.slice(1))}</${prefix}f>`;
}

/** The sheet with `edits` (by 1-based row, columns ascending) written in. Cells that hold a formula are passed over. */
export function rewriteSheet(xml: string, edits: ReadonlyMap<number, readonly CellEdit[]>, look: SheetLook): string {
  return new SheetRewriter(xml, look).rewritten(edits);
}

class SheetRewriter {
  readonly #xml: string;
  readonly #look: SheetLook;
  readonly #rows: Row[] = [];
  #prefix = '';
  #dimension: { readonly start: number; readonly end: number } | null = null;
  /** The sheetData element: its opening tag, and where its rows end. */
  #dataStart = 0;
  #dataOpenEnd = 0;
  #dataEmpty = false;
  #rowsEnd = 0;
  /** Style of the due column's first true date. */
  #dueStyle: string | null = null;

  constructor(xml: string, look: SheetLook) {
    this.#xml = xml;
    this.#look = look;
    this.#survey();
  }

  /** Finds the rows, and the look of the due dates. */
  #survey(): void {
    const tags = new Tags(this.#xml);
    while (tags.next() && !tags.is('sheetData')) if (tags.is('dimension')) this.#dimension = tags.place('ref');
    this.#prefix = tags.prefix();
    this.#dataStart = tags.start;
    this.#dataOpenEnd = this.#rowsEnd = tags.end;
    this.#dataEmpty = tags.empty;
    if (tags.empty) return;
    let number = 0;
    let column = -1;
    let open: { readonly start: number; readonly openEnd: number } | null = null;
    while (tags.next()) {
      if (tags.is('row')) {
        if (!tags.closing) {
          number = Number(tags.raw('r') ?? number + 1);
          column = -1;
          open = { start: tags.start, openEnd: tags.end };
        }
        if (open !== null && (tags.closing || tags.empty)) {
          this.#rows.push({ number, ...open, closeStart: tags.closing ? tags.start : tags.end, end: tags.end });
          open = null;
        }
      } else if (tags.is('sheetData')) {
        this.#rowsEnd = tags.start;
        return;
      } else if (
        this.#dueStyle === null &&
        this.#look.dueColumn !== null &&
        !tags.closing &&
        tags.is('c') &&
        number > this.#look.headerRow
      ) {
        const reference = tags.raw('r');
        column = reference === null ? column + 1 : columnOf(reference);
        if (column === this.#look.dueColumn) this.#dueStyle = this.#dateStyle(tags.raw('s'));
      }
    }
  }

  /** The style itself when it shows a day, else null. */
  #dateStyle(style: string | null | undefined): string | null {
    return style !== null && style !== undefined && this.#look.styles.isDay(Number(style)) ? style : null;
  }

  rewritten(edits: ReadonlyMap<number, readonly CellEdit[]>): string {
    const xml = this.#xml;
    const pending = new Map(edits);
    const present = new Set(this.#rows.map((row) => row.number));
    const missing = [...edits.keys()].filter((row) => !present.has(row)).sort((a, b) => a - b);
    const out: string[] = [];
    let kept = this.#dataOpenEnd;
    let added = 0;
    const addUpTo = (limit: number) => {
      for (; added < missing.length && missing[added] < limit; added++)
        out.push(this.#newRow(missing[added], edits.get(missing[added]) ?? []));
    };
    for (const row of this.#rows) {
      const writes = pending.get(row.number);
      const comesFirst = added < missing.length && missing[added] < row.number;
      if (writes === undefined && !comesFirst) continue;
      out.push(xml.slice(kept, row.start));
      addUpTo(row.number);
      out.push(writes === undefined ? xml.slice(row.start, row.end) : this.#rewrittenRow(row, writes));
      pending.delete(row.number);
      kept = row.end;
    }
    out.push(xml.slice(kept, this.#rowsEnd));
    addUpTo(Number.POSITIVE_INFINITY);
    const rows = out.join('');
    const head = this.#head(edits);
    if (!this.#dataEmpty) return head + rows + xml.slice(this.#rowsEnd);
    if (rows === '') return head + xml.slice(this.#dataOpenEnd);
    return `${head}${rows}</${this.#prefix}sheetData>${xml.slice(this.#dataOpenEnd)}`;
  }

  /** All up to the rows, with the dimension stretched over the new cells. */
  #head(edits: ReadonlyMap<number, readonly CellEdit[]>): string {
    const xml = this.#xml;
    const opening = xml.slice(this.#dataStart, this.#dataOpenEnd);
    const data = this.#dataEmpty && edits.size > 0 ? opening.replace(/\s*\/>$/, '>') : opening;
    const place = this.#dimension;
    if (place === null) return xml.slice(0, this.#dataStart) + data;
    return xml.slice(0, place.start) + stretched(xml.slice(place.start, place.end), edits) + xml.slice(place.end, this.#dataStart) + data;
  }

  #newRow(number: number, writes: readonly CellEdit[]): string {
    const cells = writes
      .filter((edit) => (edit.value !== null && edit.value !== '') || edit.formula !== undefined)
      .map((edit) => this.#cell(number, edit, null, null, null, undefined));
    return cells.length === 0 ? '' : `<${this.#prefix}row r="${number}">${cells.join('')}</${this.#prefix}row>`;
  }

  #rewrittenRow(row: Row, writes: readonly CellEdit[]): string {
    const xml = this.#xml;
    const { cells, formulas } = this.#cellsOf(row);
    const due = cells.find((cell) => cell.column === this.#look.dueColumn)?.style ?? null;
    const out: string[] = [];
    let kept = row.openEnd;
    let next = 0;
    let last = -1;
    for (const edit of writes) {
      const formula = formulas.get(edit.column);
      // A formula that is written again with the area it fills takes its own place.
      const isTaken = formula !== undefined && edit.spill === undefined && (!edit.typed || formula.isShared);
      if (isTaken && edit.look !== 'result') {
        if (edit.typed) this.#look.leave?.(row.number, edit.column);
        continue;
      }
      while (next < cells.length && cells[next].column < edit.column) next++;
      const there = cells[next]?.column === edit.column ? cells[next] : null;
      const blank = (edit.value === null || edit.value === '') && edit.formula === undefined;
      if (there === null && blank) continue;
      const at = there?.start ?? cells[next]?.start ?? row.closeStart;
      // The header of a new column looks like the one at its left.
      const header = edit.look === 'header' ? (cells[next - 1]?.style ?? null) : null;
      out.push(xml.slice(kept, at), this.#cell(row.number, edit, there?.style ?? null, due, header, formula));
      kept = there?.end ?? at;
      if (!blank) last = Math.max(last, edit.column);
    }
    if (out.length === 0) return xml.slice(row.start, row.end);
    const opening = spanned(xml.slice(row.start, row.openEnd), last);
    if (row.closeStart === row.openEnd && row.end === row.openEnd)
      return `${opening.replace(/\s*\/>$/, '>')}${out.join('')}</${this.#prefix}row>`;
    return opening + out.join('') + xml.slice(kept, row.end);
  }

  #cellsOf(row: Row): { readonly cells: PlacedCell[]; readonly formulas: ReadonlyMap<number, PlacedFormula> } {
    const cells: PlacedCell[] = [];
    const formulas = new Map<number, PlacedFormula>();
    const tags = new Tags(this.#xml, row.openEnd);
    let column = -1;
    let start = 0;
    let style: string | null = null;
    while (row.end > row.openEnd && tags.next() && tags.start < row.closeStart) {
      if (tags.is('c')) {
        if (!tags.closing) {
          const reference = tags.raw('r');
          column = reference === null ? column + 1 : columnOf(reference);
          start = tags.start;
          style = tags.raw('s');
        }
        if (tags.closing || tags.empty) cells.push({ column, start, end: tags.end, style });
      } else if (tags.is('f') && !tags.closing) {
        const from = tags.start;
        const isShared = tags.raw('ref') !== null;
        if (!tags.empty) while (tags.next() && !tags.is('f'));
        formulas.set(column, { xml: this.#xml.slice(from, tags.end), isShared });
      }
    }
    return { cells, formulas };
  }

  #cell(
    row: number,
    edit: CellEdit,
    own: string | null,
    due: string | null,
    header: string | null,
    formula: PlacedFormula | undefined,
  ): string {
    const { value, look, column } = edit;
    if (look === 'result') return cellXml(this.#prefix, row, column, own, value, formula?.xml ?? '');
    const { plainDay } = this.#look.styles;
    const style = this.#dateStyle(own) ?? this.#dateStyle(due) ?? this.#dueStyle ?? (plainDay === null ? null : String(plainDay));
    if (edit.formula !== undefined)
      return cellXml(this.#prefix, row, column, look === 'day' ? style : own, value, formulaXml(this.#prefix, edit.formula, edit.spill));
    if (look === 'day' && typeof value === 'string') {
      const serial = serialOf(value, this.#look.date1904);
      if (serial !== null && style !== null) return cellXml(this.#prefix, row, column, style, serial);
    }
    return cellXml(this.#prefix, row, column, own ?? header, value);
  }
}

/** `A1:J20` stretched over every cell written. */
function stretched(reference: string, edits: ReadonlyMap<number, readonly CellEdit[]>): string {
  const found = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference);
  if (found === null) return reference;
  let [left, top, right, bottom] = [columnOf(found[1]), Number(found[2]), columnOf(found[3] ?? found[1]), Number(found[4] ?? found[2])];
  const before = `${left},${top},${right},${bottom}`;
  for (const [row, writes] of edits) {
    for (const { column, value } of writes) {
      if (value === null || value === '') continue;
      left = Math.min(left, column);
      top = Math.min(top, row);
      right = Math.max(right, column);
      bottom = Math.max(bottom, row);
    }
  }
  return before === `${left},${top},${right},${bottom}` ? reference : `${lettersOf(left)}${top}:${lettersOf(right)}${bottom}`;
}

/** A row's opening tag whose `spans` (a hint of its first and last column) reach the new cells. */
function spanned(opening: string, column: number): string {
  return opening.replace(
    /(\sspans\s*=\s*["']\d+:)(\d+)(?=["'])/,
    (_, before: string, last: string) => before + Math.max(Number(last), column + 1),
  );
}
