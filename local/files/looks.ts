/**
 * How the user's workbook looks: fonts, colours, borders, widths, merged and hidden parts. For the eye only: the page shows it, nothing is decided
 * by it, and nothing of it is written, for a copy keeps the file's own bytes.
 */

export interface Edge {
  /** As Excel names it: `thin`, `medium`, `dashed`, `double`… */
  readonly style: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** The look of a cell; what is missing is plain. */
export interface CellLook {
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly struck?: true;
  /** `#rrggbb`, as is `fill`. */
  readonly colour?: string;
  readonly fill?: string;
  readonly edges?: Readonly<Partial<Record<'top' | 'right' | 'bottom' | 'left', Edge>>>;
  readonly across?: 'left' | 'center' | 'right' | 'justify';
  readonly upright?: 'top' | 'center' | 'bottom';
  readonly wrapped?: true;
}

/** A row or column. */
export interface LineLook {
  /** Height of a row in pixels, width of a column in digits of the usual font; null where the file leaves it to the program. */
  readonly size: number | null;
  readonly hidden: boolean;
  /** Index of the look of its blank cells, null for none. */
  readonly look: number | null;
}

/** 0-based rows and columns, both ends included. */
export interface Area {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

export interface SheetLooks {
  /** Index into the book's looks of each cell that has one, by row and column. */
  readonly cells: readonly (readonly (number | undefined)[])[];
  readonly columns: ReadonlyMap<number, LineLook>;
  readonly rows: ReadonlyMap<number, LineLook>;
  /** Height of rows without one of their own, in pixels; null where the file does not say. */
  readonly rowHeight: number | null;
  readonly merged: readonly Area[];
  /** How many rows and columns stay in sight; null when none do. */
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  readonly hasGridlines: boolean;
  readonly hidden: boolean;
}

export interface BookLooks {
  /** Index 0 is the look of cells without one. */
  readonly looks: readonly CellLook[];
  /** In the order of the snapshot's sheets. */
  readonly sheets: readonly SheetLooks[];
}
