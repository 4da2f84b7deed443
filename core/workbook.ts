/**
 * The port between Relance and any spreadsheet: what a host reads (a Snapshot), what a command asks of it (HostRequest) and what it must write
 * (a ChangeSet). Types only. A host knows nothing of invoices; the core knows nothing of hosts.
 */
import type { BackTest } from './back-test.ts';
import type { ComingContact } from './coming-days.ts';
import type { AgendaItem } from './dunning/agenda.ts';
import type { Contested } from './dunning/contested.ts';
import type { RefusedWhy } from './dunning/refused.ts';
import type { FreePreview } from './free-preview.ts';
import type { HandOver } from './hand-over.ts';
import type { House } from './house.ts';
import type { Indicator } from './indicators/indicator.ts';
import type { JournalLine, WaitingDraft } from './journal-view.ts';
import type { NearUnderstood } from './near-table.ts';
import type { PackedRows } from './packed-rows.ts';
import type { ViewWords } from './panel-view.ts';
import type { CallScript, MessagePreview } from './preview.ts';
import type { Report, ReportCustomer, ReportInvoice, ReportProblem, WorklistEntry } from './report.ts';
import type { GuardId, OwnedRole, Role } from './types.ts';
import type { Understood } from './understood.ts';

/** One cell as a host gives it. A `Date` is what Google Sheets returns: an instant, to be read as a day in the workbook's time zone. */
export type Cell = string | number | boolean | null | Date | NumberCell | DateCell | ErrorCell;
/** A number with the format that tells a date, a percentage or a currency: `{ number: 46043, format: 'dd/mm/yyyy' }`. */
export interface NumberCell {
  readonly number: number;
  readonly format: string;
}
/** A true date, as ISO text. */
export interface DateCell {
  readonly date: string;
}
/** A cell in error: `{ error: '#N/A' }`. */
export interface ErrorCell {
  readonly error: string;
}

/** One sheet: rows of cells from A1; rows may be ragged, missing cells are blank. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly (readonly Cell[])[];
  /** Number formats in the shape of `cells`, when the host has them apart (Excel); a cell's own format wins. */
  readonly formats?: readonly (readonly (string | null)[])[];
  /** In the shape of `cells`: text starting with `=` where the cell is a formula. Hosts may leave it out. */
  readonly formulas?: readonly (readonly unknown[])[];
}

/** A whole workbook at one moment: plain JSON (but for Dates), so that a bug report can be replayed. */
export interface Snapshot {
  readonly sheets: readonly Sheet[];
  /** BCP 47, such as `fr-FR`; null when the file does not say. */
  readonly locale: string | null;
  readonly timeZone: string | null;
  /** True when serial 0 is 1904-01-01 (old Macintosh workbooks). */
  readonly date1904: boolean;
  /** A table of text, such as a CSV: what is typed is all there is, and a true date has no meaning. */
  readonly isText?: boolean;
  /** What names this workbook for ever, when the host has such a name. */
  readonly workbookId?: string;
  /** What the user decided about this workbook's invoice table, kept with it. */
  readonly binding?: Binding;
}

/** The user's word on which table holds the invoices and what its columns mean. */
export interface Binding {
  readonly sheet: string;
  /** 1-based row of the headers. */
  readonly headerRow: number;
  /** Column letters by role. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  /** Letters of columns to leave unread, whatever their words say. */
  readonly ignored?: readonly string[];
  /** The words that stood above those columns, by letters: a column that was moved since is found again by them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For an owned column the sheet already has: fill it, or add ours at the right. Default: fill. */
  readonly owned?: Readonly<Partial<Record<OwnedRole, 'fill' | 'add'>>>;
  /** The user's word on how this table reads, which wins over the Settings tab: the currency of amounts that name none, and undecided cells. */
  readonly currency?: string;
  readonly locale?: string;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
}

/** How a written value is to look where the host can format: text, a day (value is a {@link CalendarDay} as ISO text), a whole number. */
export type CellLook = 'text' | 'day' | 'count';

/** The edits of one owned column: parallel arrays, rows ascending and 1-based. Only cells whose value changes are listed. */
export interface ColumnEdits {
  readonly role: OwnedRole;
  /** 0-based sheet column. */
  readonly column: number;
  /** The header to write in the header row when the column is new; null when the sheet has it. */
  readonly newHeader: string | null;
  /** `day`: values are ISO dates to write as true dates looking like the due-date column, unless `daysAsText`. `count`: whole numbers. */
  readonly look: CellLook;
  /** For `day`: write the text in `after` as it stands, because the sheet's own due dates are text. */
  readonly daysAsText: boolean;
  readonly rows: readonly number[];
  readonly before: readonly Cell[];
  readonly after: readonly (string | number | null)[];
  /**
   * Rows whose cells hold our own value, which stands: a host that can only write rectangles may write them again with what they hold. Ascending;
   * absent when not known.
   */
  readonly unchanged?: readonly number[];
}

/** Rows to append to one of Relance's own tabs; the tab is created with its header when the workbook has none. */
export interface TabAppend {
  readonly tab: string;
  readonly create: boolean;
  readonly header: readonly string[];
  /** Each value as text; never a formula, whatever it starts with. */
  readonly rows: readonly (readonly string[])[];
}

/** How a cell of the dashboard is to look where the host can format; amounts are in units of their currency, shares are fractions. */
export type BoardLook = 'title' | 'heading' | 'label' | 'note' | 'day' | 'money' | 'percent' | 'days' | 'count';

/** A formula of ours in a cell: its name in the file's language. `invoices`: the bound table, as a range or left out; `stamp`: the day above. */
export interface BoardFormula {
  readonly name: string;
  readonly arguments: readonly ('invoices' | 'stamp' | 'left-out' | { readonly text: string } | number)[];
}

/** One cell of the dashboard. Row 1-based, column 0-based; `day` is an ISO day to be written as a true date. */
export interface BoardCell {
  readonly row: number;
  readonly column: number;
  readonly content: { readonly text: string } | { readonly day: string } | { readonly formula: BoardFormula };
  readonly look: BoardLook;
}

/** A rectangle of the dashboard: row 1-based, column 0-based. */
export interface BoardArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A native chart over what a formula spills: below a row of headers, the first column of `data` names its points. */
export interface BoardChart {
  /** Stable: a chart of this name is brought up to date, not doubled. */
  readonly name: string;
  readonly title: string;
  readonly kind: 'columns' | 'bars' | 'line';
  readonly data: BoardArea;
  /** What is drawn: columns of `data`, counted from its first, and what they are called where the host does not read it in the headers. */
  readonly series: readonly { readonly column: number; readonly name: string }[];
  readonly at: BoardArea;
}

/** What is to be written in the dashboard tab: on request all of it, on refresh the day its formulas wait for. Other cells stay as they are. */
export interface Board {
  readonly tab: string;
  readonly create: boolean;
  readonly cells: readonly BoardCell[];
  /** How the cells that formulas fill look. */
  readonly looks: readonly (BoardArea & { readonly look: BoardLook })[];
  readonly charts: readonly BoardChart[];
  /** The sheet and the columns (`A:P`) the formulas are about, with the row of its headers (1-based) and the column of its due dates (0-based). */
  readonly invoices: { readonly sheet: string; readonly columns: string; readonly headerRow: number; readonly dueColumn: number | null };
  /** The cell of the day (`$B$2`). */
  readonly stamp: string;
}

/** What a formula over the invoices is told so that its answer follows the sheet, in a host that keeps answers by their arguments. */
export interface FormulaPlace extends Pick<Board, 'invoices'> {
  /** The dashboard's cell of the day, with its sheet (`'Dashboard'!$B$2`); null where there is no dashboard. */
  readonly stamp: string | null;
}

/**
 * One cell of the user's, put right on their word or put back. Row 1-based, column 0-based. A host writes it only where the cell still holds `before`
 * and no formula. `day` is an ISO day to be written as a true date; `text` stays text whatever it looks like, '' clears. `format`: the number format
 * to give the cell; null for the host's usual one, and for text that had none.
 */
export interface CellFix {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: Cell;
  readonly after: ({ readonly day: string } | { readonly text: string } | { readonly number: number }) & { readonly format: string | null };
}

/** Everything one command writes. Nothing is ever deleted. Applying it twice changes nothing more in the owned columns. */
export interface ChangeSet {
  /** The invoice table the edits belong to; null when only tabs are appended to. */
  readonly sheet: string | null;
  /** 1-based row of the headers. */
  readonly headerRow: number;
  /** 0-based column of the due dates, whose look new dates borrow; null when the sheet has none. */
  readonly dueColumn: number | null;
  readonly columns: readonly ColumnEdits[];
  readonly appends: readonly TabAppend[];
  /** Written after the appends, which tell of them. */
  readonly fixes?: readonly CellFix[];
  readonly board?: Board;
}

/** A message ready to become a draft in Gmail, Outlook or a folder. */
export interface Draft {
  /** One per invoice in the message: workbook, customer, number, stage, round, hashed. */
  readonly keys: readonly string[];
  /** Stable name made of the keys: two drafts of the same reminder have the same id. */
  readonly id: string;
  readonly customer: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** The last message sent to this customer about one of these invoices: its id, and the host's own name of it. A mail host may answer in its thread. */
  readonly earlier?: DraftPlace;
}

/** A draft by its id, and by the host's own name of it as the journal keeps it; '' when the journal does not say. */
export interface DraftPlace {
  readonly id: string;
  readonly reference: string;
}

/** Why a host laid no draft down. `made`: a mail program that does not answer may have made it, and is asked again at the next command. */
export interface NoDraft {
  readonly why: 'mail-quota' | 'mail-refused' | 'mail-silent' | 'stopped-by-you' | 'time-short';
  readonly made: 'no' | 'unknown';
  /** What the host itself said; '' for nothing. */
  readonly detail: string;
}

/**
 * What a host knows of a draft asked for by its id. A staged draft is published on being found, and is `drafted`. `gone`: a mail host that had it
 * has it no more (presumed sent). `absent`: it cannot be found, and nobody can say what became of it.
 */
export interface FoundDraft {
  readonly id: string;
  readonly state: 'drafted' | 'sent' | 'gone' | 'absent';
  /** The host's own name of the draft (a file, a Gmail draft id). */
  readonly reference: string | null;
}

/** What `perform` asks of its host, in the one safe order; the comment says what the host answers. */
export type HostRequest =
  /** → Snapshot; with `sheet`, only that sheet is needed. */
  | { readonly kind: 'read'; readonly sheet?: string }
  /** → FoundDraft[], one for each id; none for an id of which nobody can say anything now. `known`: those that were made, under the host's own names. */
  | { readonly kind: 'find-drafts'; readonly ids: readonly string[]; readonly known?: readonly DraftPlace[] }
  /** → null. Journal rows that announce drafts; a host that can keep a draft unpublished stages it before appending the rows. */
  | { readonly kind: 'intend'; readonly drafts: readonly Draft[]; readonly append: TabAppend }
  /** → the draft's reference; or a NoDraft, and then no other is asked for. */
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** → null, once written and flushed. */
  | { readonly kind: 'write'; readonly changes: ChangeSet }
  /** → null, once kept with the workbook: from now on every snapshot carries this binding. */
  | { readonly kind: 'keep'; readonly binding: Binding };

/** What the user asked for. `at` is the moment of the click, ISO date-time: the core has no clock. */
export type Command =
  | { readonly kind: 'open'; readonly at: string; readonly options?: CommandOptions }
  | { readonly kind: 'refresh'; readonly at: string; readonly options?: CommandOptions }
  /** Without `entries`, every due e-mail entry without a block; with it, those of these ids (see WorklistEntry). */
  | {
      readonly kind: 'prepare';
      readonly at: string;
      readonly options?: CommandOptions;
      readonly entries?: readonly string[];
      /** What the user wrote over the proposed message, by entry id. */
      readonly edits?: Readonly<Record<string, MessageEdit>>;
    }
  /** The user confirms or corrects what was understood of the sheet. Writes no cell. */
  | { readonly kind: 'bind'; readonly at: string; readonly options?: CommandOptions; readonly binding: Binding }
  /** What became of a waiting draft (its id), on `on` (ISO day; default: as-of). */
  | {
      readonly kind: 'mark';
      readonly at: string;
      readonly options?: CommandOptions;
      readonly draft: string;
      readonly fate: DraftFate;
      readonly on?: string;
    }
  /** The user called the customer of an entry, posted its letter, or handed its invoices over. A call may say what came of it. */
  | {
      readonly kind: 'log-call' | 'log-letter' | 'log-hand-over';
      readonly at: string;
      readonly options?: CommandOptions;
      readonly entry: string;
      readonly note?: string;
      readonly outcome?: CallOutcome;
    }
  /** The stage of an entry is passed over, without any contact, for a reason. */
  | { readonly kind: 'skip'; readonly at: string; readonly options?: CommandOptions; readonly entry: string; readonly reason: string }
  /** The customer promised to pay by `until` (ISO day): `amount` (decimal) when it is not all that is open. */
  | (About & { readonly kind: 'promise'; readonly until: string; readonly amount?: number })
  /** The customer contests the invoices, or `amount` of one of them; somebody sees to it until `until`. */
  | (About & {
      readonly kind: 'dispute';
      readonly category: DisputeCategory;
      readonly owner?: string;
      readonly until?: string;
      readonly amount?: number;
    })
  /** The dispute is settled; chasing goes on where it stood. */
  | (About & { readonly kind: 'resolve' })
  /** Nobody is reminded of these invoices up to and including `until`. */
  | (About & { readonly kind: 'hold'; readonly until: string })
  /** Payment by instalments agreed for the invoices together; the instalments add up to what is open. With `confirm`, its written confirmation is drafted. */
  | (About & {
      readonly kind: 'plan';
      readonly instalments: readonly Instalment[];
      readonly counterpart?: string;
      readonly confirm?: boolean;
    })
  /** What the customer answered, or what is worth remembering; no contact of ours. */
  | (About & { readonly kind: 'reply' | 'note' })
  /** A message beside the ladder: after a call, to thank for a payment, or a statement of account. */
  | (About & { readonly kind: 'write-to'; readonly message: FreeMessage; readonly edit?: MessageEdit })
  /** Makes true dates of cells the user looked at and named, each with what it held and what it is to be. Other cells change in nothing. */
  | { readonly kind: 'fix'; readonly at: string; readonly options?: CommandOptions; readonly cells: readonly ChosenFix[] }
  /** Takes back, by rows of their own, what the last command added to the journal. Drafts that were made stay known. */
  | { readonly kind: 'undo-last'; readonly at: string; readonly options?: CommandOptions }
  /** Puts the cells of our own columns back as they were before a refresh, where they still hold what it wrote. */
  | { readonly kind: 'put-back'; readonly at: string; readonly options?: CommandOptions; readonly written: Written }
  /** Adds the dashboard tab, or brings the one there is up to date in place. */
  | { readonly kind: 'dashboard'; readonly at: string; readonly options?: CommandOptions }
  /** Adds one of our tabs, filled with the presets, where the workbook has none; with `line` (see FillPlace), that line of it where the tab lacks it. */
  | {
      readonly kind: 'make-tab';
      readonly at: string;
      readonly options?: CommandOptions;
      readonly tab: MadeTab;
      readonly line?: string;
    }
  /** Adds a tab of invented invoices where the workbook has none of its own. */
  | { readonly kind: 'make-example'; readonly at: string; readonly options?: CommandOptions; readonly language: 'fr' | 'en' };

/** A cell that may be put right: the text in it, the key of its row, and the days it can mean (ISO): one, or several for the user to choose from. */
export interface OfferedFix {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly found: string;
  readonly key: string;
  readonly to: readonly string[];
}
/**
 * The cells a refresh wrote in our own columns. `keys` name the rows, so that a cell is found after a sort; a column's parallel arrays say which row
 * (by its place in `keys`), what stood there and what was written. Columns by letters, with the words above them.
 */
export interface Written {
  readonly sheet: string;
  readonly keys: readonly string[];
  readonly columns: readonly WrittenColumn[];
}
export interface WrittenColumn {
  readonly column: string;
  readonly header: string;
  readonly look: CellLook;
  readonly rows: readonly number[];
  readonly before: readonly (string | number | DateCell | null)[];
  readonly after: readonly (string | number | null)[];
}
/** The day the user consented to. */
export type ChosenFix = Omit<OfferedFix, 'to'> & { readonly to: string };

/** What a command about some invoices of a customer carries; without `invoices`, all that are open. */
interface About {
  readonly at: string;
  readonly options?: CommandOptions;
  /** The customer as the report names it. */
  readonly customer: string;
  /** Invoice numbers as the report writes them. */
  readonly invoices?: readonly string[];
  /** In the user's own words. */
  readonly note?: string;
}

/** What a call came to, in one click. */
export const CALL_OUTCOMES = ['reached', 'voicemail', 'promise', 'dispute', 'asks-for-copy', 'wrong-contact', 'in-payment-run'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
/** What a customer contests. */
export const DISPUTE_CATEGORIES = ['price', 'quantity', 'quality', 'delivery', 'not-ordered', 'already-paid', 'document', 'other'] as const;
export type DisputeCategory = (typeof DISPUTE_CATEGORIES)[number];
/** One part of a plan: an ISO day, and a decimal amount in the invoices' currency. */
export interface Instalment {
  readonly on: string;
  readonly amount: number;
}
/** Messages beside the ladder. */
export type FreeMessage = 'after-call' | 'thank-you' | 'statement';
/** Tabs that can be made on request; the journal and the plans make themselves. */
export type MadeTab = 'settings' | 'cadence' | 'templates' | 'customers' | 'payments';

/** A message as the user changed it; what is left out or blank stays as proposed. */
export interface MessageEdit {
  /** The `basis` of the preview that was changed: when the message would say something else by now, it is not prepared. */
  readonly basis?: string;
  readonly subject?: string;
  readonly text?: string;
}

/** What the user may say of a draft. */
export type DraftFate = 'sent' | 'discarded' | 'unknown';

/** Words of the user that win over what the workbook says of itself. */
export interface CommandOptions {
  readonly sheet?: string;
  readonly language?: 'fr' | 'en';
  /** The reader's own language, for what must be said when neither the command nor the file names one. */
  readonly readerLanguage?: 'fr' | 'en';
  /** Who acts, for the journal, where the Settings tab does not say. */
  readonly by?: string;
  readonly locale?: string;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  readonly currency?: string;
  readonly cadence?: string;
  /** Reads as if this binding were kept, for this command only: the user is trying it. */
  readonly trial?: Binding;
  /** Asks for what the panel shows beside the report. */
  readonly panel?: PanelWish;
}

/** What a panel needs of a view beyond the report. */
export interface PanelWish {
  /** Entries (ids) whose messages are shown. */
  readonly messages?: readonly string[];
  /** Entries (ids) whose customer is to be called, whatever their step: what to say. */
  readonly scripts?: readonly string[];
  /** A message beside the ladder, as `write-to` would draft it. */
  readonly free?: FreeWish;
  /** How many lines of the journal, newest first; default 100. */
  readonly journalLines?: number;
  /** Only the journal of this customer, as the report names it. */
  readonly customer?: string;
  /** Papers to print: the formal notice of an entry (its id), the evidence file or the statement of a customer (its name). */
  readonly papers?: readonly PaperWish[];
  /** Entries (ids) whose ways on after the last reminder are shown. */
  readonly routes?: readonly string[];
  /** How many of the coming days, today first, are to be lived through. */
  readonly comingDays?: number;
  /** Cadences (ids) to be replayed on past invoices. */
  readonly backTest?: readonly string[];
  /** Cells that may be put right. */
  readonly fixes?: boolean;
}

/** A message beside the ladder that is looked at before it is drafted. */
export interface FreeWish {
  readonly customer: string;
  readonly invoices?: readonly string[];
  readonly message: FreeMessage;
}

/** A paper asked for. */
export interface PaperWish {
  readonly kind: 'formal-notice' | 'evidence' | 'statement';
  /** An entry's id for a notice, else a customer as the report names it. */
  readonly of: string;
}

/** A paper made: a whole HTML page with A4 print styles, and a name for its file without ending. */
export interface Paper extends PaperWish {
  readonly title: string;
  readonly fileName: string;
  readonly html: string;
  /** What the paper lacks to be complete, in words, and where to fill it in: the company's address, the account to pay to. */
  readonly lacks: readonly PaperLack[];
}

/** Something a paper lacks. `fillAt` null: nothing to be typed in a tab of ours. */
export interface PaperLack {
  readonly text: string;
  readonly fillAt: FillPlace | null;
}

/** A cell as people name it: `row` is 1-based, `column` is letters. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

/** A cell whose formula shows the figure of another day, and the formula that would follow the sheet; null in the table itself, where none would. */
export interface UnfollowingCell extends CellPlace {
  readonly formula: string;
  readonly to: string | null;
}

/** One that can be made to follow the sheet. */
export interface FollowingCell extends UnfollowingCell {
  readonly to: string;
}

/** How many formulas follow the sheet now, and the cells that had changed since they were named. */
export interface Followed {
  readonly done: number;
  readonly left: readonly LeftCell[];
}

/** Where something is to be filled in: a cell, or a line that must be made first, in a tab that may have to be made as well. */
export type FillPlace =
  | (CellPlace & { readonly kind: 'cell' })
  | {
      readonly kind: 'make';
      readonly tab: MadeTab;
      /** Which: the id of a setting, the key of a customer. */
      readonly line: string;
    };

/** What the user sees after a command: the report, and what happened. */
export interface View {
  /** Null when the workbook holds no invoice table; `refusal` says why and what to do. */
  readonly report: Report | null;
  readonly refusal: { readonly message: string; readonly advice: string } | null;
  readonly drafted: readonly { readonly id: string; readonly customer: string; readonly reference: string }[];
  /** Why the command was not done; absent when it was. Nothing of it was written then. */
  readonly refused?: { readonly why: RefusedWhy | GuardId; readonly message: string; readonly advice: string };
  /** Why the confirmation of a plan was not drafted though the plan is kept; absent when it was, or not asked for. */
  readonly unconfirmed?: { readonly why: RefusedWhy | GuardId; readonly message: string; readonly advice: string };
  /** Entries that `prepare` named and did not draft, each with why; absent when there is none. */
  readonly notPrepared?: readonly NotPrepared[];
  /** How many cells were put right, or put back; in the answers to `fix`, to `undo-last` of one, and to `put-back`. */
  readonly fixed?: number;
  /** What a refresh wrote, for a `put-back`; with `options.panel`. Absent when nothing was written, or too much to be handed over. */
  readonly written?: Written;
  /** What the command was for, to be shown: the cell to type in after `make-tab`, the head of the next actions after `refresh`. */
  readonly showAt?: CellPlace;
  /** Cells that could not be put where they belong, or were left alone, said by name. */
  readonly left: readonly LeftCell[];
  /** What formulas over the invoices are told here; in the answers to `open` and `refresh`. */
  readonly formulas?: FormulaPlace;
  /** The indicators in the order in which they are shown; with `options.panel`. */
  readonly indicators?: readonly Pick<Indicator, 'id' | 'unit'>[];
  /** The tab in which the dashboard stands; only in the answer to `dashboard`. */
  readonly board?: string;
  /** With `options.panel`, from here on. What statuses, stages, channels, buckets and our columns are called. */
  readonly words?: ViewWords;
  /** Names of the sheets, and what was understood of the invoice table; null when there is none. */
  readonly sheets?: readonly string[];
  readonly understood?: Understood | null;
  /** Where no invoice table was found: the table that lacks only what the user can point at. */
  readonly near?: NearUnderstood | null;
  /** The long lists of the report; there they are then empty, so that a view of ten thousand invoices stays small. */
  readonly packed?: {
    readonly invoices: PackedRows<ReportInvoice>;
    readonly customers: PackedRows<ReportCustomer>;
    readonly worklist: PackedRows<WorklistEntry>;
    readonly problems: PackedRows<ReportProblem>;
  };
  readonly messages?: readonly MessagePreview[];
  readonly scripts?: readonly CallScript[];
  /** Null when none was asked for. */
  readonly free?: FreePreview | null;
  readonly journal?: { readonly total: number; readonly lines: readonly JournalLine[] };
  readonly outbox?: readonly WaitingDraft[];
  /** The tabs and the ladders of the house. */
  readonly house?: House;
  /** What falls due in the coming week, and what did and is still not settled. */
  readonly agenda?: readonly AgendaItem[];
  /** Who has an open dispute, and about what. */
  readonly contested?: readonly Contested[];
  readonly papers?: readonly Paper[];
  readonly routes?: readonly HandOver[];
  readonly comingDays?: readonly ComingContact[];
  readonly backTest?: readonly BackTest[];
  readonly fixes?: PackedRows<OfferedFix>;
}

/** An entry that was asked for and not drafted. `customer` is '' when nothing is left of it. */
export interface NotPrepared {
  readonly entry: string;
  readonly customer: string;
  readonly why: RefusedWhy | GuardId;
  readonly message: string;
  readonly advice: string;
}

/** An owned cell the command did not write, and why: the user's own words, a formula, a row that moved or changed meanwhile. */
export interface LeftCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly why: 'words' | 'formula' | 'row-changed' | 'twin-rows';
}
