/**
 * What the sidebar asks of the script and what the script answers: plain JSON, one call per click, because Google lets neither dates nor functions
 * through and takes a second for every call. Types only; both sides of the wire import them.
 */
import type { Command, Followed, FollowingCell, LanguageCode, UnfollowingCell, View } from '../../core/for-panel.ts';

/** Which screen the menu entry was about. */
export type Start = 'today' | 'prepare' | 'settings' | 'help';

/** What the user chose, kept for this user and this workbook; what is left out stays. */
export interface Kept {
  readonly language?: LanguageCode | null;
  /** The day (ISO) the panel is shown for. */
  readonly lastVisit?: string;
}

/**
 * `about: true` on any ask adds {@link About} to its answer, with the `lastVisit` of before the ask: what the sidebar needs once, when it opens, comes
 * with the first view. `keep` rides on the next ask for the same reason: a click is one call.
 */
export type Ask = {
  readonly about?: boolean;
  readonly keep?: Kept;
} /** Runs a command. The script gives the moment, in the spreadsheet's zone; `asOf` (ISO) only when the user chose another day than today. */ & (
  | { readonly kind: 'command'; readonly command: Command; readonly asOf: string | null }
  /** Shows a cell (`column` null: the row). */
  | { readonly kind: 'select'; readonly sheet: string; readonly row: number; readonly column: string | null }
  /** Turns the daily refresh on or off, for this user. */
  | { readonly kind: 'daily'; readonly on: boolean }
  /** Makes these formulas follow the sheet, as they were named and no other way. */
  | { readonly kind: 'convert'; readonly cells: readonly FollowingCell[] }
  /** Nothing but {@link About}. */
  | { readonly kind: 'about' }
);

/** What the script knows of this user and this workbook, beyond the cells. */
export interface About {
  /** What the user chose for the panel; null: as the file. */
  readonly language: LanguageCode | null;
  /** The language of the account, when it is one of ours. */
  readonly accountLanguage: LanguageCode | null;
  /** The day (ISO) the panel was last shown here; null: never. */
  readonly lastVisit: string | null;
  /** Whether this user's daily refresh is on, and at what hour (0–23, spreadsheet time) it runs or would. Null: cannot be known here. */
  readonly daily: { readonly on: boolean; readonly hour: number } | null;
  /** The account's address, so that a reader with several mailboxes is led to the right one; '' when Google does not say. */
  readonly account: string;
  /** `drafts`: reminders become drafts in Gmail; `links`: this installation may not use Gmail, they open as compose links. */
  readonly mail: 'drafts' | 'links';
  /** What the last daily refresh found, in words, once; null when there is nothing new. */
  readonly digest: string | null;
}

/** A reminder that opens in Gmail on a click, where no draft can be laid down. */
export interface ComposeLink {
  /** The draft's id, as in `view.drafted` and `view.outbox`. */
  readonly id: string;
  readonly url: string;
  /** The text was too long for a link: the message opens without it, and `text` is to be pasted. Half a text could be sent unseen. */
  readonly isShortened: boolean;
  /** The text to paste, when the link is without it and it is still known; else ''. */
  readonly text: string;
}

/** Why nothing, or nothing more, was done; with what to do. */
export interface Trouble {
  readonly kind: 'busy' | 'not-authorised' | 'quota' | 'protected' | 'time' | 'failed';
  readonly message: string;
  readonly advice: string;
}

/** What a click answers. */
export type Answer =
  | {
      readonly ok: true;
      /** Null where nothing was to be shown. */
      readonly view: View | null;
      /** Today in the spreadsheet's zone, ISO. */
      readonly today: string;
      /** Links of the messages that wait in the outbox, where Gmail drafts cannot be made; absent when there is none. */
      readonly links?: readonly ComposeLink[];
      readonly about?: About;
      /** After a refresh: formulas that do not follow the sheet; absent when there is none. */
      readonly unfollowing?: readonly UnfollowingCell[];
      /** After `convert`. */
      readonly converted?: Followed;
      /** Said beside the view: part of the work is left for the next click. */
      readonly remark?: Trouble;
    }
  | ({ readonly ok: false } & Trouble);
