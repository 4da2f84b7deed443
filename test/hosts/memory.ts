/**
 * The simplest host: a workbook in memory. It is what the other hosts are held against, and where faults are easy to put.
 */
import {
  type Binding,
  type Board,
  type Cell,
  type CellFix,
  type ChangeSet,
  type Draft,
  type FoundDraft,
  formulaText,
  type HostRequest,
  type Sheet,
  type Snapshot,
  type TabAppend,
  type View,
} from '../../core/index.ts';

/** What happens just before the n-th request (from 0) is answered: throw to crash, or change the cells as a user would. */
export type Meanwhile = (request: HostRequest, n: number, host: MemoryHost) => void;

export class MemoryHost {
  readonly sheets: { name: string; cells: Cell[][]; formulas?: unknown[][] }[];
  readonly drafts = new Map<string, Draft>();
  /** How often each draft was made: never above 1. */
  readonly made = new Map<string, number>();
  requests = 0;
  cellsWritten = 0;
  binding: Binding | undefined;
  readonly #snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.binding = snapshot.binding;
    this.sheets = snapshot.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((row) => [...row]) }) as MemoryHost['sheets'][number]);
  }

  /** Drives a command to its end. */
  run(command: Generator<HostRequest, View, unknown>, meanwhile: Meanwhile = () => {}): View {
    let step = command.next();
    for (let n = 0; !step.done; n++) {
      meanwhile(step.value, n, this);
      this.requests++;
      step = command.next(this.answer(step.value));
    }
    return step.value;
  }

  snapshot(): Snapshot {
    return {
      ...this.#snapshot,
      ...(this.binding ? { binding: this.binding } : {}),
      sheets: this.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((row) => [...row]) }) as Sheet),
    };
  }

  cells(name: string): Cell[][] {
    return this.sheets.find((sheet) => sheet.name === name)?.cells ?? [];
  }

  private answer(request: HostRequest): unknown {
    switch (request.kind) {
      case 'read':
        return this.snapshot();
      case 'find-drafts':
        return request.ids.map(
          (id): FoundDraft => ({ id, state: this.drafts.has(id) ? 'drafted' : 'absent', reference: this.drafts.has(id) ? id : null }),
        );
      case 'intend':
        this.append(request.append);
        return null;
      case 'draft':
        this.drafts.set(request.draft.id, request.draft);
        this.made.set(request.draft.id, (this.made.get(request.draft.id) ?? 0) + 1);
        return request.draft.id;
      case 'write':
        this.apply(request.changes);
        return null;
      case 'keep':
        this.binding = request.binding;
        return null;
      default:
        return request satisfies never;
    }
  }

  private append(append: TabAppend): void {
    const known = this.sheets.find((candidate) => candidate.name === append.tab);
    const sheet = known ?? { name: append.tab, cells: [[...append.header]] };
    if (!known) this.sheets.push(sheet);
    if (sheet.cells.length === 0) sheet.cells.push([...append.header]);
    for (const row of append.rows) sheet.cells.push([...row]);
  }

  /** Formulas are kept as text, for whoever works them out. */
  private post(board: Board): void {
    const known = this.sheets.find(({ name }) => name === board.tab);
    const sheet = known ?? { name: board.tab, cells: [] };
    if (!known) this.sheets.push(sheet);
    sheet.formulas ??= [];
    for (const { row, column, content } of board.cells) {
      const formula = 'formula' in content ? formulaText(content.formula, board, { prefix: '', invoices: 'bound', separator: ',' }) : '';
      put(sheet.cells, row, column, 'text' in content ? content.text : 'day' in content ? { date: content.day } : null);
      put(sheet.formulas as Cell[][], row, column, formula);
      this.cellsWritten++;
    }
  }

  private mend({ sheet: name, row, column, before, after }: CellFix): void {
    const sheet = this.sheets.find((candidate) => candidate.name === name);
    const now = sheet?.cells[row - 1]?.[column] ?? null;
    if (!sheet || sheet.formulas?.[row - 1]?.[column] || JSON.stringify(now) !== JSON.stringify(before)) return;
    put(
      sheet.cells,
      row,
      column,
      'day' in after ? { date: after.day } : 'number' in after ? after.number : after.text === '' ? null : after.text,
    );
    this.cellsWritten++;
  }

  private apply(changes: ChangeSet): void {
    for (const append of changes.appends) this.append(append);
    if (changes.board) this.post(changes.board);
    for (const fix of changes.fixes ?? []) this.mend(fix);
    if (changes.sheet === null) return;
    const cells = this.cells(changes.sheet);
    for (const edits of changes.columns) {
      if (edits.newHeader !== null) put(cells, changes.headerRow, edits.column, edits.newHeader);
      edits.rows.forEach((row, k) => {
        const after = edits.after[k] as string | number | null;
        put(cells, row, edits.column, edits.look === 'day' && !edits.daysAsText && typeof after === 'string' ? { date: after } : after);
        this.cellsWritten++;
      });
    }
  }
}

function put(cells: Cell[][], row: number, column: number, value: Cell): void {
  while (cells.length < row) cells.push([]);
  const line = cells[row - 1] as Cell[];
  while (line.length < column) line.push(null);
  line[column] = value;
}
