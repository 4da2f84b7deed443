/**
 * What the panel asks of the host it stands in. The panel shows a View and sends a Command; reading, writing, files and drafts are the host's.
 */
import type { JSX } from 'preact';
import type { Command, Followed, LanguageCode, MailWords, Paper, UnfollowingCell, View } from '../core/for-panel.ts';

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

/** Which way reminders go, in the language of the panel. */
export interface MailStatus {
  /** What happens to a reminder that is prepared. */
  readonly title: string;
  readonly why: string;
  /** How to have it better; null when it is at its best. */
  readonly advice: string | null;
}

/** What a host can do beside commands. Optional members are what not every host has: the panel hides what rests on them. */
export interface Hooks {
  /** Shows and selects a cell (`column` null: the row). Rejects when it cannot be shown. */
  selectCell(sheet: string, row: number, column: string | null): void | Promise<void>;
  /** The user selected something in the grid, or nothing. Answers how to stop listening. */
  onSelection(callback: (selection: Selection | null) => void): () => void;
  /** The cells of the workbook were edited by the user (not by a command). Answers how to stop listening. */
  onEdit?(callback: () => void): () => void;
  /** Is there a last refresh to undo? */
  canUndo(): boolean;
  /** Takes the last refresh back out of the cells. Answers what is to be shown, made with `options`; else the panel reads again. */
  undo(options?: Command['options']): void | Promise<void> | Promise<View>;
  /** The workbook is one of our samples: its columns need no confirmation before its figures are shown. */
  readonly isSample?: boolean;
  /** Lets the user choose a file, or opens the sample of that name (see samples/). The host calls `reload` of the panel when it is open. */
  openFile?(): void;
  openSample?(name: string): void;
  /** Gives the user the draft of this id again: the draft where it is kept, or a file. */
  download(draftId: string): void;
  /** Drafts are .eml files, which a mail program opens: the button says so. */
  readonly draftsAreFiles?: boolean;
  /** What a draft says, for whoever has no program that opens it; null when it is not kept here. Absent where drafts wait in a mailbox. */
  draftWords?(draftId: string): Promise<MailWords | null>;
  /** Prints a paper alone, with the print dialogue of the browser. Where it cannot be, the paper is saved and printed from there. */
  print?(paper: Paper): void;
  /** Keeps a paper where this host keeps files. Without it, the panel hands it to the browser's downloads. */
  savePaper?(paper: Paper): void | Promise<void>;
  /** Takes a paper another way, where it can be neither printed nor saved: what its button and the line under it say. */
  readonly takePaper?: { words(): { readonly button: string; readonly note: string }; take(paper: Paper): void };
  /** Lets the user choose where drafts are kept; answers its name, null when the user gave up. */
  pickFolder?(): Promise<string | null>;
  /** The day the figures are for, as ISO text; `today` where the workbook lives, when that may be another day than on this machine. */
  readonly asOf: { get(): string; set(day: string): void; today?(): string };
  /** The user's choice of the panel's language; null: as the file. */
  readonly language: { get(): LanguageCode | null; set(language: LanguageCode | null): void };
  /** The day (ISO) for which the panel last showed this workbook; null when it never did. Kept for the workbook and its reader, wherever the host can. */
  readonly lastVisit?: { get(): string | null; set(day: string): void };
  /** Whether the cells are refreshed by themselves after an edit. Kept by the panel while it is open when the host cannot. */
  readonly automatic?: { get(): boolean; set(on: boolean): void };
  /** Which way reminders go from here, and why, where a host has more than one. */
  readonly mail?: { status(): MailStatus };
  /** A setting that only this host has, drawn by it among the others. */
  readonly OwnSetting?: () => JSX.Element;
  /** Whether the host refreshes the cells once a day by itself, and at what hour (0–23); null when it cannot be had. Rejects when it could not be set. */
  readonly daily?: { get(): { readonly on: boolean; readonly hour: number } | null; set(on: boolean): Promise<void> };
  /**
   * Formulas of the user's that show the figure of another day, as the last refresh found them; `follow` makes those, and only those, follow the sheet. Rejects
   * when it could not.
   */
  readonly unfollowing?: { get(): readonly UnfollowingCell[]; follow(): Promise<Followed> };
  /** More to say in the help of every screen: what is particular to this host. */
  help?(): readonly string[];
  /** What the user opened the panel for; today's work when nothing is said. */
  readonly start?: 'today' | 'prepare' | 'settings' | 'help';
}

/** A mounted panel. */
export interface Panel {
  /** Reads the workbook anew: another file was opened, or something changed that the panel cannot know of. */
  reload(): Promise<void>;
  /** Brings the owned columns up to date, as its button does; true when the panel has more to say than that it is done. */
  refresh(): Promise<boolean>;
  /** Asks the user which reminders to prepare, or says why none can be. Prepares nothing by itself. */
  askToPrepare(): Promise<void>;
  unmount(): void;
}
