/** What users do to a sheet while a command is under way, and a law's way of putting it between two requests of the command. */
import fc from 'fast-check';
import type { HostRequest, View } from '../../core/index.ts';
import type { Plain, WorkedSheet } from './worked-sheet.ts';

/** Something a user does; numbers are reduced to what there is at that moment. */
export type Edit =
  | { readonly kind: 'type' | 'type-in-ours'; readonly row: number; readonly column: number }
  | { readonly kind: 'insert-row'; readonly at: number; readonly isFilled: boolean }
  | { readonly kind: 'insert-title' }
  | { readonly kind: 'delete-row'; readonly at: number }
  | { readonly kind: 'sort'; readonly seed: number }
  | { readonly kind: 'insert-column'; readonly at: number; readonly isFilled: boolean }
  | { readonly kind: 'move-column'; readonly from: number; readonly to: number };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('type' as const, 'type' as const, 'type-in-ours' as const),
      row: fc.nat(20),
      column: fc.nat(20),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sort' as const), seed: fc.integer({ min: 1, max: 1_000_000 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('insert-row' as const), at: fc.nat(20), isFilled: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete-row' as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('insert-title' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('insert-column' as const), at: fc.nat(20), isFilled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move-column' as const), from: fc.nat(20), to: fc.nat(20) }) },
);
type Timed = readonly [moment: number, edit: Edit];
export const movesColumn = ([, { kind }]: Timed): boolean => kind === 'insert-column' || kind === 'move-column';

export const movesTable = (timed: Timed): boolean => movesColumn(timed) || timed[1].kind === 'insert-title';

/** Edits by the moment at which they happen: up to `most`, or one column that moves. A command takes a second. */
export const edits = (moments: number, most: number): fc.Arbitrary<readonly Timed[]> =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: moments }), edit), { minLength: 1, maxLength: most }).map((all) => {
    const column = all.find(movesColumn);
    return column === undefined ? all : [column];
  });

/**
 * A sheet that only its user writes in, beside the one a host has: each edit is made in both. What the host's shows otherwise in the end was written by
 * Relance.
 */
export class UsersSheet {
  /** As the user left it. */
  readonly own: WorkedSheet;
  /** What the columns are, by a name of the test; inserted ones have none. */
  readonly columns: (string | null)[];
  /** The row of the headers, from 0. */
  headerRow: number;
  /** What the user typed meanwhile; typed in a cell of ours in the very moment between the reading and the writing, it cannot be seen. */
  readonly typedInOurs = new Set<Plain>();
  /** Numbers of the rows in which something we read was typed. */
  readonly changed = new Set<Plain>();
  readonly #ours: ReadonlySet<string>;
  #count = 0;

  constructor(own: WorkedSheet, columns: readonly string[], headerRow: number, ours: ReadonlySet<string>) {
    this.own = own;
    this.columns = [...columns];
    this.headerRow = headerRow;
    this.#ours = ours;
  }

  get numbers(): number {
    return this.columns.indexOf('number');
  }

  get size(): number {
    return this.own.cells().length - this.headerRow - 1;
  }

  /** The user's hands: in their own sheet, and in the host's. True when there was something to do. */
  do(edit: Edit, host: WorkedSheet): boolean {
    const both = [this.own, host];
    const { headerRow, size } = this;
    const first = headerRow + 1;
    switch (edit.kind) {
      case 'type':
      case 'type-in-ours': {
        const inOurs = edit.kind === 'type-in-ours';
        const mayType = this.columns.flatMap((name, at) =>
          name !== null && name !== 'number' && this.#ours.has(name) === inOurs ? [at] : [],
        );
        if (mayType.length === 0 || size < 1) return false;
        const column = mayType[edit.column % mayType.length] as number;
        const row = first + (edit.row % size);
        const name = this.columns[column];
        this.#count++;
        const value = name === 'amount' || name === 'paid' ? 7000 + this.#count : `typed ${this.#count}`;
        const number = this.own.cells()[row]?.[this.numbers] ?? null;
        if (inOurs) this.typedInOurs.add(value);
        else if (name !== 'notes') this.changed.add(number);
        for (const sheet of both) sheet.put(row, column, value);
        return true;
      }
      case 'insert-row': {
        const at = first + (edit.at % (size + 1));
        this.#count++;
        for (const sheet of both) {
          sheet.insertRow(at);
          if (!edit.isFilled) continue;
          for (const [column, name] of this.columns.entries()) {
            if (name === 'number') sheet.put(at, column, `N${this.#count}`);
            if (name === 'customer' || name === 'notes') sheet.put(at, column, `new ${this.#count}`);
          }
        }
        return true;
      }
      case 'insert-title':
        for (const sheet of both) {
          sheet.insertRow(0);
          sheet.put(0, 0, 'Our invoices');
        }
        this.headerRow++;
        return true;
      case 'delete-row': {
        if (size < 2) return false;
        for (const sheet of both) sheet.deleteRow(first + (edit.at % size));
        return true;
      }
      case 'sort': {
        const order = Array.from({ length: size }, (_, i) => i);
        for (let i = order.length - 1, seed = edit.seed; i > 0; i--) {
          seed = (seed * 48_271) % 2_147_483_647;
          const j = seed % (i + 1);
          [order[i], order[j]] = [order[j] as number, order[i] as number];
        }
        for (const sheet of both) sheet.orderRows(first, order);
        return true;
      }
      case 'insert-column': {
        // Between the user's last column and our first, in the second in which ours are made, nobody can say whose place it is.
        const at = edit.at % this.columns.length;
        this.#count++;
        for (const sheet of both) {
          sheet.insertColumn(at);
          if (!edit.isFilled) continue;
          sheet.put(headerRow, at, `Remarque ${this.#count}`);
          for (let row = 0; row < size; row++) sheet.put(first + row, at, `remark ${this.#count} ${row}`);
        }
        this.columns.splice(at, 0, null);
        return true;
      }
      case 'move-column': {
        const [from, to] = [edit.from % this.columns.length, edit.to % this.columns.length];
        if (from === to) return false;
        for (const sheet of both) sheet.moveColumn(from, to);
        this.columns.splice(to, 0, ...this.columns.splice(from, 1));
        return true;
      }
      default:
        return edit satisfies never;
    }
  }
}

/** A command with something happening just before its n-th request (from 0) reaches the host, and after its last answer. */
export function* meddled(
  command: Generator<HostRequest, View, unknown>,
  before: (n: number, request: HostRequest) => void,
  after: (n: number, request: HostRequest) => void = () => {},
): Generator<HostRequest, View, unknown> {
  let step = command.next();
  for (let n = 0; !step.done; n++) {
    const request: HostRequest = step.value;
    before(n, request);
    const answer: unknown = yield request;
    after(n, request);
    step = command.next(answer);
  }
  return step.value;
}
