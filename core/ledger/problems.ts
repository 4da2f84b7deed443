/**
 * The list of what could not be trusted while a sheet was read. A problem raises the flag of its row, so that no later step can forget it.
 */
import { FLAG, PROBLEM_SEVERITY, type Problem, type ProblemKind, type Severity } from '../types.ts';

/** `A` for 0, `AA` for 26. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** 0 for `A`, 26 for `AA`; −1 for what is no column. */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const SEVERITY_FLAG: Readonly<Record<Severity, number>> = { error: FLAG.error, hold: FLAG.held, notice: FLAG.notice };

/** Collects problems of one sheet and flags their rows. */
export class ProblemList {
  readonly problems: Problem[] = [];
  readonly #sheet: string;
  readonly #flags: Uint16Array;
  readonly #rows: Int32Array;

  constructor(sheet: string, flags: Uint16Array, rows: Int32Array) {
    this.#sheet = sheet;
    this.#flags = flags;
    this.#rows = rows;
  }

  /** Adds a problem of invoice `i`; `column` is 0-based, null for the whole row. */
  add(i: number, column: number | null, kind: ProblemKind, found: string, more: { detail?: string; severity?: Severity } = {}): void {
    const severity = more.severity ?? PROBLEM_SEVERITY[kind];
    this.#flags[i] = (this.#flags[i] as number) | SEVERITY_FLAG[severity];
    this.problems.push({
      sheet: this.#sheet,
      row: this.#rows[i] as number,
      column: column === null ? null : columnLetter(column),
      kind,
      severity,
      found,
      ...(more.detail === undefined ? {} : { detail: more.detail }),
    });
  }

  /** Adds a problem of a sheet row that became no invoice. */
  addRow(row: number, column: number | null, kind: ProblemKind, found: string): void {
    this.problems.push({
      sheet: this.#sheet,
      row,
      column: column === null ? null : columnLetter(column),
      kind,
      severity: PROBLEM_SEVERITY[kind],
      found,
    });
  }

  /** Puts what `find` adds behind the first `before` problems, as if it had been found then. */
  insert(before: number, find: () => void): void {
    const later = this.problems.splice(before);
    find();
    for (const problem of later) this.problems.push(problem);
  }

  /** In the order of the sheet. */
  sorted(): readonly Problem[] {
    return this.problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}
