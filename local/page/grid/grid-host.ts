/**
 * The user's workbook open in a real grid: read as any host is read, written as any host is written, and two-way selection for the panel beside
 * it. Knows cells, no invoices. Journal rows are written outside the grid's undo, because what was announced cannot be unannounced.
 */
import {
  type ICellData,
  type IStyleData,
  IUndoRedoService,
  mergeWorksheetSnapshotWithDefault,
  type Styles,
  type Worksheet,
} from '@univerjs/core';
import { type FWorkbook, type FWorksheet, SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import type { Binding, ChangeSet, Sheet, Snapshot, TabAppend } from '../../../core/index.ts';
import type { BookLooks } from '../../files/looks.ts';
import { bookOf, HEADING, type InvoiceTable, LOOK, sheetId } from './book-of.ts';
import { styleOfLook } from './dress.ts';
import { type Order, orderOf } from './formats.ts';
import { columnWidths, MEASURED } from './looks.ts';
import { backOf, dressed } from './one-step.ts';
import { rowsPasted } from './pasted.ts';
import { readCell, sheetOf } from './sheet-of.ts';
import { habitsOf, typedCell } from './typed.ts';
import { type OpenGrid, openGrid } from './univer.ts';
import { type Cells, textCell, writtenCells } from './written.ts';

/** A place in the workbook; row and column from 1 and 0, as the report names them. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface GridOptions {
  readonly name: string;
  readonly language: 'fr' | 'en';
  /** Text tables (CSV) keep every cell as typed. */
  readonly isText: boolean;
  /** How the workbook, or the person typing, writes dates and amounts; null when nobody knows. */
  readonly locale: string | null;
  readonly table: InvoiceTable | null;
  /** How the file looks, where it tells. */
  readonly looks: BookLooks | null;
}

/** How long a person may pause in typing before what they typed is looked at, in milliseconds. */
const PAUSE = 400;

export class GridHost {
  readonly #grid: OpenGrid;
  readonly #snapshot: Snapshot;
  readonly #order: Order;
  readonly #book: FWorkbook;
  readonly #styles: Styles;
  readonly #selected = new Set<(place: Place) => void>();
  readonly #edited = new Set<() => void>();
  /** Values of the owned cells before the last refresh, to take it back. */
  #before: { readonly sheet: string; readonly old: Cells; readonly written: Cells } | null = null;
  #listening: { unsubscribe(): void } | null = null;
  #writing = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Whether a cell was changed, by hand or by a refresh, since the file was opened or last saved. */
  changed = false;
  /** The user's word on the invoice table. */
  binding: Binding | undefined;

  private constructor(grid: OpenGrid, snapshot: Snapshot, order: Order) {
    this.#grid = grid;
    this.#snapshot = snapshot;
    this.#order = order;
    this.#book = grid.api.getActiveWorkbook() as FWorkbook;
    this.#styles = this.#book.getWorkbook().getStyles();
    this.binding = snapshot.binding;
  }

  /** Shows the workbook in `container`. */
  static async open(container: HTMLElement, snapshot: Snapshot, options: GridOptions): Promise<GridHost> {
    const order = orderOf(options.locale) ?? (options.language === 'fr' ? 'dmy' : 'ymd');
    const book = bookOf(snapshot, options.name, order, options.table, options.looks, digitWidth(options.looks));
    const habits = habitsOf(options.locale, orderOf(options.locale), options.isText);
    let host: GridHost | null = null;
    const typed = (text: string, row: number, column: number) =>
      typedCell(text, host?.patternAt(host.#active, row, column) ?? null, habits);
    const grid = await openGrid(container, book, options.language, typed);
    host = new GridHost(grid, snapshot, order);
    host.#listen(typed);
    const table = host.#sheetNamed(options.table?.sheet ?? null);
    if (table) host.#grid.api.getActiveWorkbook()?.setActiveSheet(table);
    return host;
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#listening?.unsubscribe();
    this.#selected.clear();
    this.#edited.clear();
    this.#grid.dispose();
  }

  // ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The workbook as it stands; with `only`, that sheet alone. */
  snapshot(only?: string): Snapshot {
    const sheets = this.sheets(only).map(({ sheet }) => sheet);
    return { ...this.#snapshot, date1904: false, sheets, ...(this.binding ? { binding: this.binding } : {}) };
  }

  /** The sheets with the place each had in the file; null for one that was added since. */
  sheets(only?: string): { readonly origin: number | null; readonly sheet: Sheet }[] {
    const origins = new Map(this.#snapshot.sheets.map((_, index) => [sheetId(index), index]));
    const worksheets = this.#book.getSheets().filter((sheet) => only === undefined || sheet.getSheetName() === only);
    return worksheets.map((worksheet) => {
      const inside = worksheet.getSheet();
      const sheet = sheetOf(
        worksheet.getSheetName(),
        inside.getCellMatrix().getMatrix(),
        { height: inside.getCellMatrix().getLength(), width: inside.getColumnCount() },
        this.#styleOf,
      );
      return { origin: origins.get(worksheet.getSheetId()) ?? null, sheet };
    });
  }

  /** The number format of a cell, from its 0-based place. */
  patternAt(sheet: Worksheet | undefined, row: number, column: number): string | null {
    const data = sheet?.getCellMatrix().getValue(row, column);
    return this.#styleOf(data?.s)?.n?.pattern ?? null;
  }

  // ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Writes what a command decided: the owned cells as one step the user can undo, journal rows for good. */
  write(changes: ChangeSet): void {
    for (const append of changes.appends) this.append(append);
    const worksheet = changes.sheet === null || changes.columns.length === 0 ? null : this.#sheetNamed(changes.sheet);
    if (worksheet === null) return;
    const inside = worksheet.getSheet();
    const cells = writtenCells(changes, this.#order, (row, column) => this.patternAt(inside, row, column));
    const old = this.#set(worksheet, cells);
    this.#widen(worksheet, changes, cells);
    this.#before = { sheet: worksheet.getSheetId(), old, written: cells };
  }

  /** New columns get the width of what stands in them. */
  #widen(worksheet: FWorksheet, { columns }: ChangeSet, written: Cells): void {
    for (const { column, newHeader } of columns) {
      if (newHeader === null) continue;
      const first = Object.values(written).slice(0, MEASURED);
      const shown = first.map((line) => readCell(line[column] ?? {}, this.#styleOf));
      const sheet = { name: '', cells: shown.map(({ value }) => [value]), formats: shown.map(({ format }) => [format]) };
      const [width] = columnWidths(sheet, 0);
      const ranges = [{ startRow: 0, endRow: 0, startColumn: column, endColumn: column }];
      this.#mutate('sheet.mutation.set-worksheet-col-width', {
        unitId: this.#book.getId(),
        subUnitId: worksheet.getSheetId(),
        ranges,
        colWidth: width,
      });
    }
  }

  /** Whether there is a refresh to take back. */
  get canUndoRefresh(): boolean {
    return this.#before !== null;
  }

  /** Takes the last refresh back: every cell it wrote that still holds what it wrote. */
  undoRefresh(): void {
    const last = this.#before;
    const worksheet = this.#book.getSheets().find((sheet) => sheet.getSheetId() === last?.sheet);
    this.#before = null;
    if (!last || !worksheet) return;
    const matrix = worksheet.getSheet().getCellMatrix();
    const cells: Cells = {};
    for (const row of Object.keys(last.old).map(Number)) {
      for (const [key, data] of Object.entries(last.old[row] ?? {})) {
        const column = Number(key);
        const now = matrix.getValue(row, column)?.v ?? null;
        if (now === (last.written[row]?.[column]?.v ?? null)) cells[row] = { ...cells[row], [column]: data };
      }
    }
    this.#set(worksheet, cells);
  }

  /** Adds rows at the end of a tab, which is made when there is none. Not undoable. */
  append({ tab, header, rows }: TabAppend): void {
    const there = this.#sheetNamed(tab);
    const worksheet = there ?? this.#newTab(tab, [header, ...rows]);
    const inside = worksheet.getSheet();
    const matrix = inside.getCellMatrix();
    let last = matrix.getLength();
    while (last > 0 && !hasContent(matrix.getMatrix()[last - 1])) last--;
    const lines = last === 0 ? [header, ...rows] : rows;
    const cells: Cells = {};
    lines.forEach((line, i) => {
      cells[last + i] = Object.fromEntries(
        line.map((value, column) => [column, last + i === 0 ? { ...textCell(value), s: HEADING } : textCell(value)]),
      );
    });
    const { unitId, subUnitId } = this.#place(worksheet);
    if (inside.getRowCount() < last + lines.length)
      this.#mutate('sheet.mutation.set-worksheet-row-count', { unitId, subUnitId, rowCount: last + lines.length + 100 });
    if (inside.getColumnCount() < header.length)
      this.#mutate('sheet.mutation.set-worksheet-column-count', { unitId, subUnitId, columnCount: header.length + 2 });
    this.#mutate('sheet.mutation.set-range-values', { unitId, subUnitId, cellValue: cells });
    this.changed = true;
  }

  #newTab(name: string, cells: readonly (readonly string[])[]): FWorksheet {
    const id = `tab-${name}`;
    const columnData = Object.fromEntries(columnWidths({ name, cells }, 0).map((w, column) => [column, { w }]));
    const sheet = mergeWorksheetSnapshotWithDefault({
      id,
      name,
      rowCount: cells.length + 200,
      columnCount: (cells[0]?.length ?? 0) + 4,
      columnData,
      ...LOOK,
      freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
    });
    const shown = this.#book.getActiveSheet();
    this.#mutate('sheet.mutation.insert-sheet', { index: this.#book.getSheets().length, sheet, unitId: this.#book.getId() });
    // A tab of ours is made beside the user's work, not in front of it.
    this.#quietly(() => this.#book.setActiveSheet(shown));
    return this.#sheetNamed(name) as FWorksheet;
  }

  /** A change that is none of the user's doing: it has no undo. */
  #mutate(id: string, params: object): void {
    this.#quietly(() => this.#grid.api.syncExecuteCommand(id, params));
  }

  /** One step the user can undo; answers the cells that take it back. Written below the grid's own command, which measures every row it touches, and merges every style. */
  #set(worksheet: FWorksheet, cells: Cells): Cells {
    const rows = Object.keys(cells).map(Number);
    if (rows.length === 0) return {};
    const inside = worksheet.getSheet();
    const { unitId, subUnitId } = this.#place(worksheet);
    const last = rows.reduce((widest, row) => Math.max(widest, ...Object.keys(cells[row] ?? {}).map(Number)), 0);
    if (inside.getColumnCount() <= last)
      this.#mutate('sheet.mutation.set-worksheet-column-count', { unitId, subUnitId, columnCount: last + 8 });
    if (inside.getRowCount() <= Math.max(...rows.slice(-1))) {
      this.#mutate('sheet.mutation.set-worksheet-row-count', { unitId, subUnitId, rowCount: (rows.at(-1) as number) + 100 });
    }
    const matrix = inside.getCellMatrix();
    const id = 'sheet.mutation.set-range-values';
    const step = (cellValue: Cells) => ({ id, params: { unitId, subUnitId, cellValue } });
    const back = backOf(cells, matrix, this.#styles);
    this.#mutate(id, step(dressed(cells, matrix, this.#styles)).params);
    this.#grid.injector.get(IUndoRedoService).pushUndoRedo({ unitID: unitId, undoMutations: [step(back)], redoMutations: [step(cells)] });
    this.changed = true;
    return back;
  }

  #place(worksheet: FWorksheet): { readonly unitId: string; readonly subUnitId: string } {
    return { unitId: this.#book.getId(), subUnitId: worksheet.getSheetId() };
  }

  #quietly(action: () => void): void {
    this.#writing++;
    try {
      action();
    } finally {
      this.#writing--;
    }
  }

  // ── beside the panel ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Calls back with the first cell of every selection the user makes; answers how to stop. */
  onSelect(callback: (place: Place) => void): () => void {
    this.#selected.add(callback);
    return () => this.#selected.delete(callback);
  }

  /** Calls back once the user has changed cells and paused; answers how to stop. Our own writes do not count. */
  onEdit(callback: () => void): () => void {
    this.#edited.add(callback);
    return () => this.#edited.delete(callback);
  }

  /** Selects a whole row of the table (1-based) and brings it into sight; the keyboard stays where it is. */
  selectRow(sheet: string, row: number): void {
    const worksheet = this.#sheetNamed(sheet);
    const width = worksheet?.getSheet().getCellMatrix().getDataRange().endColumn ?? 0;
    this.#select(worksheet, row, 0, Math.max(1, width + 1));
  }

  /** Selects one cell and brings it into sight; the keyboard stays where it is. */
  jumpTo({ sheet, row, column }: Place): void {
    this.#select(this.#sheetNamed(sheet), row, column, 1);
  }

  #select(worksheet: FWorksheet | null, row: number, column: number, width: number): void {
    if (worksheet === null || row < 1) return;
    const focused = document.activeElement;
    this.#quietly(() => {
      this.#book.setActiveSheet(worksheet);
      worksheet.setActiveSelection(worksheet.getRange(row - 1, column, 1, width));
      worksheet.scrollToCell(Math.max(0, row - 6), Math.max(0, column - 3));
    });
    if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus({ preventScroll: true });
  }

  #listen(typed: (text: string, row: number, column: number) => ICellData | null): void {
    const { api, injector } = this.#grid;
    // Heard from the grid's own service: its event of that name is not there for the first seconds.
    this.#listening = injector.get(SheetsSelectionsService).selectionChanged$.subscribe((selections) => {
      const first = selections?.[0]?.range;
      if (this.#writing > 0 || !first) return;
      const sheet = this.#book.getActiveSheet().getSheetName();
      for (const callback of this.#selected) callback({ sheet, row: first.startRow + 1, column: first.startColumn });
    });
    api.addEvent(api.Event.SheetValueChanged, () => {
      if (this.#writing > 0) return;
      this.changed = true;
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => {
        for (const callback of this.#edited) callback();
      }, PAUSE);
    });
    api.addEvent(api.Event.BeforeClipboardPaste, (event) => {
      // What was copied inside the grid comes back as it was; what comes from elsewhere is text, read as if it were typed.
      if (event.html?.includes('data-copy-id') || !event.text) return;
      event.cancel = true;
      const range = event.worksheet.getActiveRange();
      if (!range) return;
      const [row, column] = [range.getRow(), range.getColumn()];
      const cells: Cells = {};
      rowsPasted(event.text).forEach((line, i) => {
        cells[row + i] = Object.fromEntries(line.map((text, j) => [column + j, typed(text, row + i, column + j) ?? textCell(text)]));
      });
      this.#set(event.worksheet, cells);
      for (const callback of this.#edited) callback();
    });
  }

  get #active(): Worksheet | undefined {
    return this.#book.getActiveSheet()?.getSheet();
  }

  /** Gives the keyboard to the grid. */
  focus(): void {
    this.#grid.focus();
  }

  /** Speaks another language from now on. */
  async speak(language: 'fr' | 'en'): Promise<void> {
    await this.#grid.speak(language);
  }

  #sheetNamed(name: string | null): FWorksheet | null {
    return name === null ? null : (this.#book.getSheetByName(name) ?? null);
  }

  readonly #styleOf = (style: ICellData['s']): IStyleData | null => {
    const found = typeof style === 'string' ? this.#styles.get(style) : style;
    return found || null;
  };
}

function hasContent(line: { readonly [column: number]: unknown } | undefined): boolean {
  return Object.values(line ?? {}).some((data) => {
    const { v, f, p } = (data ?? {}) as ICellData;
    return (v !== null && v !== undefined && v !== '') || f || p;
  });
}

/** Pixels of a digit in the workbook's usual font, which may be another here than where the file was made: columns are as wide as so many digits. */
function digitWidth(looks: BookLooks | null): number | undefined {
  const { ff, fs } = styleOfLook(looks?.looks[0] ?? {});
  const context = document.createElement('canvas').getContext('2d');
  if (!ff || !fs || !context) return undefined;
  context.font = `${fs}pt ${ff}`;
  return context.measureText('0'.repeat(20)).width / 20;
}
