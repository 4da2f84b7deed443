/**
 * What is known of the open workbook from one reading to the next: where its sheets' cells stood and how heavy they were, so that the next reading
 * can ask for everything at once; and what a writing must know of the sheets it writes in. Only a help: whatever changed since is noticed and read.
 */
/** A rectangle of cells; row and column 0-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** `some`: without what is asked ahead of the sheets' names, spilled cells and the reader's culture. `few`: without the date system too. */
export type Fineness = 'all' | 'some' | 'few';

/** A sheet as it was last read. */
export interface KnownSheet {
  /** How its cells look, from A1; null where nobody chose. */
  readonly formats: readonly (readonly (string | null)[])[];
  /** Where it holds anything; null on a blank sheet. */
  readonly used: Place | null;
  readonly bytesPerRow: number;
  readonly isProtected: boolean;
  /** Whether some of its rows are hidden, by a filter for example. */
  readonly hidesRows: boolean;
}

export class KnownWorkbook {
  readonly sheets = new Map<string, KnownSheet>();
  /** The names of all sheets; null until read. */
  names: readonly string[] | null = null;
  /** Whether serial 0 is 1904-01-01; null until asked. */
  date1904: boolean | null = null;
  /** How finely this Excel is asked: an older one, or another program, lacks the finer questions. */
  fineness: Fineness = 'all';
  /** The last writing may have left events off: the next thing done turns them on again. */
  eventsMayBeOff = false;

  /** The sheet of that name, which Excel knows in any case of its letters; null for none. */
  nameOf(name: string): string | null {
    return this.names?.find((one) => one.toLowerCase() === name.toLowerCase()) ?? null;
  }

  /** The sheet holds, or will hold, something up to these rows and columns (counts from A1). */
  grew(name: string, rows: number, columns: number): void {
    const known = this.sheets.get(name);
    if (!known) return;
    const { row, column, ...size } = known.used ?? { row: 0, column: 0, rows: 0, columns: 0 };
    const wider = Math.max(size.columns, columns - column);
    this.sheets.set(name, {
      ...known,
      used: { row, column, rows: Math.max(size.rows, rows - row), columns: wider },
      bytesPerRow: known.bytesPerRow + (wider - size.columns) * 45,
    });
  }

  /** A blank sheet that is about to be added. */
  made(name: string): void {
    this.names = [...(this.names ?? []), name];
    this.sheets.set(name, { formats: [], used: null, bytesPerRow: 45, isProtected: false, hidesRows: false });
  }

  /** Nothing is known any more but what never changes. */
  forget(): void {
    this.names = null;
    this.sheets.clear();
  }
}
