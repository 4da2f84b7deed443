/**
 * What the panel asks of the host it stands in. The panel shows a View and sends a Command; reading, writing, files and drafts are the host's.
 */
import type { Command, LanguageCode, Paper, View } from '../core/for-panel.ts';

/** Where commands go: `perform` in this page, or a server behind it. Rejects when the command could not end; the panel says so and offers to retry. */
export interface Desk {
  send(command: Command): Promise<View>;
}

/** A place in the workbook. `row` is 1-based; `column` is letters, null for the whole row. */
export interface Selection {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
}

/** What a host can do beside commands. Optional members are what not every host has: the panel hides what rests on them. */
export interface Hooks {
  /** Shows and selects a cell (`column` null: the row). */
  selectCell(sheet: string, row: number, column: string | null): void;
  /** The user selected something in the grid, or nothing. Answers how to stop listening. */
  onSelection(callback: (selection: Selection | null) => void): () => void;
  /** The cells of the workbook were edited by the user (not by a command). Answers how to stop listening. */
  onEdit?(callback: () => void): () => void;
  /** Is there a last refresh to undo? */
  canUndo(): boolean;
  /** Takes the last refresh back out of the cells; the panel reads again afterwards. */
  undo(): void | Promise<void>;
  /** The workbook is one of our samples: its columns need no confirmation before its figures are shown. */
  readonly isSample?: boolean;
  /** Lets the user choose a file, or opens the sample of that name (see samples/). The host calls `reload` of the panel when it is open. */
  openFile?(): void;
  openSample?(name: string): void;
  /** Gives the user the draft of this id again: the draft where it is kept, or a file. */
  download(draftId: string): void;
  /** Drafts are .eml files, which a mail program opens: the button says so. */
  readonly draftsAreFiles?: boolean;
  /** Prints a paper alone, with the print dialogue of the browser. Where it cannot be, the paper is saved and printed from there. */
  print?(paper: Paper): void;
  /** Keeps a paper where this host keeps files. Without it, the panel hands it to the browser's downloads. */
  savePaper?(paper: Paper): void | Promise<void>;
  /** Lets the user choose where drafts are kept; answers its name, null when the user gave up. */
  pickFolder?(): Promise<string | null>;
  /** The day the figures are for, as ISO text. */
  readonly asOf: { get(): string; set(day: string): void };
  /** The user's choice of the panel's language; null: as the file. */
  readonly language: { get(): LanguageCode | null; set(language: LanguageCode | null): void };
  /** The day (ISO) for which the panel last showed this workbook; null when it never did. Kept for the workbook and its reader, wherever the host can. */
  readonly lastVisit?: { get(): string | null; set(day: string): void };
  /** Whether the cells are refreshed by themselves after an edit. Kept by the panel while it is open when the host cannot. */
  readonly automatic?: { get(): boolean; set(on: boolean): void };
}

/** A mounted panel. */
export interface Panel {
  /** Reads the workbook anew: another file was opened, or something changed that the panel cannot know of. */
  reload(): Promise<void>;
  unmount(): void;
}
