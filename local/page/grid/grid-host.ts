/**
 * The user's workbook open in a real grid: read as any host is read, written as any host is written, and two-way selection for the panel beside
 * it. Knows cells, no invoices. Journal rows are written outside the grid's undo, because what was announced cannot be unannounced.
 */
import {
  type ICellData,
  ICommandService,
  type IStyleData,
  IUndoRedoService,
  type IWorksheetData,
  mergeWorksheetSnapshotWithDefault,
  type Styles,
  type Worksheet,
} from '@univerjs/core';
import { COMMAND_LISTENER_VALUE_CHANGE, type FWorkbook, type FWorksheet, SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import type { Binding, Board, CalendarDay, CellFix, ChangeSet, Sheet, Snapshot, TabAppend } from '../../../core/index.ts';
import type { BookLooks } from '../../files/looks.ts';
import { type Spill, withSpills } from '../../files/spill.ts';
import { boardCells, boardWidths } from './board.ts';
import { bookOf, HEADING, type InvoiceTable, LOOK, sheetId } from './book-of.ts';
import { styleOfLook } from './dress.ts';
import { type Order, orderOf, PLAIN_DATE, showsDay } from './formats.ts';
import { GridFormulas } from './formulas.ts';
import { columnWidths, MEASURED } from './looks.ts';
import { backOf, dressed } from './one-step.ts';
import { rowsPasted } from './pasted.ts';
import { readCell, sheetOf } from './sheet-of.ts';
import { habitsOf, typedCell } from './typed.ts';
import { type OpenGrid, openGrid } from './univer.ts';
import { type Cells, fixedCells, textCell, writtenCells } from './written.ts';

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
  /** The day formulas look from when they name none. */
  readonly today: () => CalendarDay;
}

/** How long a person may pause in typing before what they typed is looked at, in milliseconds. */
const PAUSE = 400;

export class GridHost {
  readonly #grid: OpenGrid;
  readonly #snapshot: Snapshot;
  readonly #order: Order;
  readonly #book: FWorkbook;
  readonly #styles: Styles;
  readonly #formulas: GridFormulas;
  readonly #selected = new Set<(place: Place) => void>();
  readonly #edited = new Set<() => void>();
  /** Values of the owned cells before the last refresh, to take it back. */
  #before: { readonly sheet: string; readonly old: Cells; readonly written: Cells } | null = null;
  #listening: { unsubscribe(): void } | null = null;
  /** The workbook as formulas read it, once for all of a calculation. */
  #calculated: Snapshot | null = null;
  #writing = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Whether a cell was changed, by hand or by a refresh, since the file was opened or last saved. */
  changed = false;
  /** The user's word on the invoice table. */
  binding: Binding | undefined;

  private constructor(grid: OpenGrid, snapshot: Snapshot, order: Order, { today, locale }: GridOptions) {
    this.#grid = grid;
    this.#snapshot = snapshot;
    this.#order = order;
    this.#book = grid.api.getActiveWorkbook() as FWorkbook;
    this.#styles = this.#book.getWorkbook().getStyles();
    this.binding = snapshot.binding;
    const host = this;
    this.#formulas = new GridFormulas(grid, {
      get today() {
        return today();
      },
      get workbook() {
        host.#calculated ??= host.snapshot();
        return host.#calculated;
      },
      locale,
      dayFormat: PLAIN_DATE[order],
      read: (data) => readCell(data, this.#styleOf),
    });
    grid.api.getFormula().calculationStart(() => {
      this.#calculated = null;
    });
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
    host = new GridHost(grid, options.isText ? { ...snapshot, isText: true } : snapshot, order, options);
    host.#listen(typed);
    host.recalculate();
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
    // What formulas fill stands in no cell, and is in the way all the same: a column added there would empty it.
    const sheets = this.sheets(only).map(({ sheet }) => withSpills(sheet, this.spills(sheet.name)));
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

  /** What the formulas of a sheet fill besides their own cells. */
  spills(name: string): Spill[] {
    const worksheet = this.#sheetNamed(name);
    if (worksheet === null) return [];
    const sheetId = worksheet.getSheetId();
    const matrix = worksheet.getSheet().getCellMatrix();
    return this.#formulas.formulasOf(sheetId).flatMap(({ row, column }): Spill[] => {
      const range = this.#formulas.spill({ sheetId, row, column });
      if (range === null) return [];
      const [rows, columns] = [range.endRow - range.startRow + 1, range.endColumn - range.startColumn + 1];
      const at = (r: number, c: number) => {
        const { v = null, t = null, ...rest } = this.#formulas.filled({ sheetId, row: row + r, column: column + c }) ?? {};
        const own = matrix.getValue(row + r, column + c);
        const { value, format } = readCell({ ...rest, v, t, ...(own?.s ? { s: own.s } : {}) }, this.#styleOf);
        return { value, format };
      };
      return [{ row, column, cells: Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => at(r, c))) }];
    });
  }

  /** The number format of a cell, from its 0-based place. */
  patternAt(sheet: Worksheet | undefined, row: number, column: number): string | null {
    const data = sheet?.getCellMatrix().getValue(row, column);
    return this.#styleOf(data?.s)?.n?.pattern ?? null;
  }

  // ── formulas of ours ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Has them answer anew: for another day, after a command, when a file is opened. */
  recalculate(): void {
    this.#formulas.recalculate(this.#book.getSheets().flatMap((sheet) => this.#formulas.formulasOf(sheet.getSheetId())));
  }

  /** Why the formula of a cell shows an error, in words; null when there is nothing to say. */
  whyError({ sheet, row, column }: Place): string | null {
    const sheetId = this.#sheetNamed(sheet)?.getSheetId();
    return sheetId === undefined ? null : this.#formulas.reason({ sheetId, row: row - 1, column });
  }

  // ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Writes what a command decided: the owned cells as one step the user can undo, journal rows for good. */
  write(changes: ChangeSet): void {
    for (const append of changes.appends) this.append(append);
    if (changes.board) this.#post(changes.board);
    if (changes.fixes) this.#mend(changes.fixes);
    const worksheet = changes.sheet === null || changes.columns.length === 0 ? null : this.#sheetNamed(changes.sheet);
    if (worksheet === null) return;
    const inside = worksheet.getSheet();
    const cells = writtenCells(changes, this.#order, (row, column) => this.patternAt(inside, row, column));
    const old = this.#set(worksheet, cells);
    this.#widen(worksheet, changes, cells);
    this.#before = { sheet: worksheet.getSheetId(), old, written: cells };
  }

  /** Cells put right on the user's word, or put back: those that still hold what was decided on. */
  #mend(fixes: readonly CellFix[]): void {
    for (const worksheet of this.#book.getSheets()) {
      const matrix = worksheet.getSheet().getCellMatrix();
      const standing = fixes.filter(({ sheet, row, column, before }) => {
        const { value, formula } = readCell(matrix.getValue(row - 1, column) ?? {}, this.#styleOf);
        return sheet === worksheet.getSheetName() && formula === null && value === before;
      });
      const pattern = (row: number, column: number) => this.patternAt(worksheet.getSheet(), row, column);
      this.#set(worksheet, fixedCells(standing, this.#order, pattern));
    }
  }

  /** Puts the dashboard in its tab, outside the user's undo: it is asked for, and asked for again. */
  #post(board: Board): void {
    const worksheet = this.#sheetNamed(board.tab) ?? this.#addTab(board.tab, boardWidths(board), 20);
    const inside = worksheet.getSheet();
    const matrix = inside.getCellMatrix();
    const { sheet, headerRow, dueColumn } = board.invoices;
    const invoices = this.#sheetNamed(sheet)?.getSheet();
    const due = dueColumn === null ? null : this.patternAt(invoices, headerRow, dueColumn);
    const cells = boardCells(board, {
      isBlank: (row, column) => !hasContent({ 0: matrix.getValue(row - 1, column) }),
      pattern: (row, column) => this.patternAt(inside, row - 1, column),
      dayFormat: due !== null && showsDay(due) ? due : PLAIN_DATE[this.#order],
    });
    this.#makeRoom(worksheet, cells);
    this.#mutate('sheet.mutation.set-range-values', { ...this.#place(worksheet), cellValue: cells });
    this.changed = true;
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
    const columnData = Object.fromEntries(columnWidths({ name, cells }, 0).map((w, column) => [column, { w }]));
    const freeze = { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 };
    return this.#addTab(name, columnData, (cells[0]?.length ?? 0) + 4, { rowCount: cells.length + 200, freeze });
  }

  #addTab(
    name: string,
    columnData: Record<number, { w: number }>,
    columnCount: number,
    more: Partial<IWorksheetData> = { rowCount: 200 },
  ): FWorksheet {
    const sheet = mergeWorksheetSnapshotWithDefault({ id: `tab-${name}`, name, columnCount, columnData, ...LOOK, ...more });
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
    const { unitId, subUnitId } = this.#place(worksheet);
    this.#makeRoom(worksheet, cells);
    const matrix = worksheet.getSheet().getCellMatrix();
    const id = 'sheet.mutation.set-range-values';
    const step = (cellValue: Cells) => ({ id, params: { unitId, subUnitId, cellValue } });
    const back = backOf(cells, matrix, this.#styles);
    this.#mutate(id, step(dressed(cells, matrix, this.#styles)).params);
    this.#grid.injector.get(IUndoRedoService).pushUndoRedo({ unitID: unitId, undoMutations: [step(back)], redoMutations: [step(cells)] });
    this.changed = true;
    return back;
  }

  /** Lengthens and widens a sheet that ends before these cells do. */
  #makeRoom(worksheet: FWorksheet, cells: Cells): void {
    const rows = Object.keys(cells).map(Number);
    const inside = worksheet.getSheet();
    const place = this.#place(worksheet);
    const last = rows.reduce((widest, row) => Math.max(widest, ...Object.keys(cells[row] ?? {}).map(Number)), 0);
    const bottom = rows.at(-1) ?? 0;
    if (inside.getColumnCount() <= last) this.#mutate('sheet.mutation.set-worksheet-column-count', { ...place, columnCount: last + 8 });
    if (inside.getRowCount() <= bottom) this.#mutate('sheet.mutation.set-worksheet-row-count', { ...place, rowCount: bottom + 100 });
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
    // Heard below the grid's event of that name, which does not tell what a person typed from what a formula came to.
    injector.get(ICommandService).onCommandExecuted(({ id }, how) => {
      if (this.#writing > 0 || how?.fromFormula || !COMMAND_LISTENER_VALUE_CHANGE.includes(id)) return;
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
