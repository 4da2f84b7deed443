/**
 * Every sentence the panel says by itself, in one shape that the compiler holds each language to. Statuses, stages, reasons, problems and guards are
 * not here: they come from the core, in the view.
 */
import type { LanguageCode, MailWay } from '../core/for-panel.ts';
import type { ActWords } from './words-acts.ts';
import type { AheadWords } from './words-ahead.ts';

export interface Words {
  readonly language: string;
  readonly colon: string;
  readonly decimal: string;
  readonly percent: (digits: string) => string;
  /** `5 days`, `1 jour`. */
  readonly days: (digits: string, isOne: boolean) => string;
  readonly shortDays: (digits: string) => string;
  readonly notAvailable: string;
  readonly noCurrency: string;

  readonly nav: {
    readonly label: string;
    readonly today: string;
    readonly customers: string;
    readonly figures: string;
    readonly follow: string;
    readonly problems: string;
    readonly settings: string;
  };
  readonly head: {
    readonly asOf: (day: string) => string;
    readonly refresh: string;
    readonly confirm: string;
    readonly changed: string;
    readonly moved: string;
    readonly noWorkbook: string;
  };
  readonly doing: {
    readonly open: string;
    readonly refresh: string;
    readonly prepare: (count: number) => string;
    readonly stop: string;
    readonly tell: string;
    readonly undo: string;
  };
  readonly failed: { readonly title: string; readonly advice: string; readonly retry: string; readonly close: string };
  readonly result: {
    readonly refreshed: string;
    readonly drafted: (count: number) => string;
    readonly nothingDrafted: string;
    readonly undone: string;
    readonly kept: string;
    readonly notHonoured: (row: number) => string;
    readonly left: (count: number) => string;
    readonly seeOutbox: string;
    readonly seeColumns: string;
    readonly undo: string;
    readonly close: string;
    readonly show: string;
    /** What was tried on the sheet screen and neither kept nor dropped. */
    readonly notKept: string;
    readonly resume: string;
    readonly drop: string;
    readonly more: (count: number) => string;
    /** Formulas that show the figure of another day, and what makes them follow the sheet. */
    readonly unfollowing: (count: number) => string;
    readonly unfollowingWhy: string;
    /** In place of what a formula would become, where it stands in the table. */
    readonly inTable: string;
    readonly follow: string;
    readonly followed: string;
  };

  readonly welcome: {
    readonly title: string;
    readonly lead: string;
    readonly open: string;
    readonly sample: string;
    readonly smallSample: string;
    /** Where no file can be opened: invented invoices in a tab of their own. */
    readonly example: string;
    readonly privacy: string;
    readonly whichColumn: string;
    readonly otherSheet: string;
    readonly chooseSheet: string;
    readonly headerRow: string;
    readonly tryRow: string;
  };
  readonly sheet: {
    readonly title: string;
    readonly titleConfirmed: string;
    readonly found: (invoices: string, sheet: string, row: number) => string;
    readonly nothingWritten: string;
    readonly table: string;
    readonly tableAt: (sheet: string, row: number, rows: string) => string;
    readonly otherSheets: string;
    readonly headerRow: string;
    readonly reread: string;
    readonly columns: string;
    readonly columnsHelp: string;
    readonly meaning: (header: string) => string;
    readonly notUsed: string;
    readonly unused: (count: number) => string;
    readonly examples: string;
    readonly blank: string;
    readonly noHeader: string;
    readonly reading: string;
    readonly currency: string;
    readonly asSheet: (found: string) => string;
    readonly dateOrder: string;
    readonly orders: Readonly<Record<'dmy' | 'mdy' | 'ymd', string>>;
    readonly trueDates: string;
    readonly noCurrency: string;
    readonly asCells: string;
    readonly numbers: string;
    readonly numberStyles: Readonly<Record<'fr-FR' | 'en-US' | 'de-DE', string>>;
    readonly writes: string;
    readonly fill: (header: string) => string;
    /** What the user typed in a column would be replaced, or stays. */
    readonly replaces: (count: string, words: readonly string[]) => string;
    readonly staysTyped: (count: string, words: readonly string[]) => string;
    /** Dates that read two ways, beside others that read in one order. */
    readonly twoWays: (count: string, order: string) => string;
    readonly readAll: (order: string) => string;
    readonly add: string;
    readonly added: string;
    readonly addedHere: (column: string) => string;
    readonly problems: (count: string) => string;
    readonly noProblems: string;
    readonly see: string;
    readonly confirmAndFill: string;
    readonly confirmOnly: string;
    readonly lookFirst: string;
    readonly save: string;
  };

  readonly today: {
    readonly overdue: string;
    readonly ofOutstanding: (amount: string) => string;
    readonly nothingOverdue: string;
    readonly since: (day: string) => string;
    readonly paidSince: (count: string) => string;
    readonly lateSince: (count: string) => string;
    readonly notWritten: string;
    readonly check: string;
    readonly now: (count: string) => string;
    readonly nothingNow: string;
    readonly nothingNowNext: (day: string) => string;
    /** Nobody is written to on a Saturday or a Sunday. */
    readonly weekend: (next: string) => string;
    readonly soon: (count: string) => string;
    readonly prepareAll: (count: string) => string;
    readonly nonePreparable: string;
    readonly handOver: string;
    readonly on: (day: string) => string;
    readonly blocked: string;
    readonly toCheck: (count: number) => string;
    readonly forAll: (part: string, whole: string) => string;
    readonly prepared: (count: string) => string;
  };
  readonly entry: {
    readonly invoices: string;
    readonly invoice: string;
    readonly due: string;
    readonly dueOn: (day: string) => string;
    readonly late: string;
    readonly open: string;
    readonly alsoOpen: string;
    readonly selectRow: (number: string) => string;
    readonly blocks: string;
    readonly warnings: string;
    readonly showMessage: string;
    readonly showScript: string;
    readonly showLetter: string;
    readonly hide: string;
    readonly to: string;
    readonly noAddress: string;
    readonly subject: string;
    readonly text: string;
    readonly writtenIn: Readonly<Record<LanguageCode, string>>;
    readonly script: string;
    readonly letter: string;
    readonly edited: string;
    readonly restore: string;
    readonly earlier: string;
    readonly earlierOne: (stage: string, day: string) => string;
    readonly noneEarlier: string;
    readonly copy: string;
    readonly copied: string;
    readonly prepare: string;
    /** What every message would lack, and where to mend it. */
    readonly unsigned: string;
    readonly noCurrency: string;
    readonly nameCurrency: string;
    readonly cancel: string;
  };
  readonly act: ActWords;
  readonly batch: {
    readonly title: (count: string) => string;
    readonly lead: string;
    readonly messages: string;
    readonly check: string;
    readonly concerns: (customers: string) => string;
    readonly concernsMany: (count: string) => string;
    readonly left: (count: string) => string;
    readonly go: (count: string) => string;
    readonly cancel: string;
  };

  readonly figures: {
    readonly currency: string;
    readonly bucket: string;
    readonly amount: string;
    readonly share: string;
    readonly proof: string;
    readonly proofFails: string;
    readonly invoicesCount: (count: string) => string;
    readonly all: string;
    readonly moreThan: (days: string) => string;
    /** `6.9× a year`. */
    readonly times: (digits: string) => string;
    readonly unavailable: (count: string) => string;
    readonly unavailableWhy: string;
    readonly trend: string;
    readonly trendText: (facts: { readonly from: string; readonly to: string; readonly first: string; readonly last: string }) => string;
    /** How a figure went, from one month to another. */
    readonly went: (facts: { readonly from: string; readonly to: string; readonly first: string; readonly last: string }) => string;
    readonly trendTable: string;
    readonly month: string;
    readonly noInvoices: string;
    /** What DSO is made of, and who moved it. */
    readonly moves: {
      readonly title: string;
      readonly today: (days: string) => string;
      readonly parts: Readonly<Record<'bestPossible' | 'late' | 'disputed', string>>;
      readonly movers: (count: number) => string;
      readonly added: (days: string) => string;
      readonly took: (days: string) => string;
    };
    /** What should come in. */
    readonly receipts: {
      readonly title: string;
      readonly text: (weeks: number, amount: string) => string;
      readonly expected: string;
      readonly range: string;
      readonly rangeHelp: string;
      readonly planned: string;
      readonly week: string;
      readonly table: string;
      readonly error: (percent: string) => string;
      readonly untried: string;
      readonly later: (amount: string) => string;
      readonly none: string;
      /** What is in no week, and why. */
      readonly notCounted: (amount: string, why: string) => string;
      readonly left: (count: number, amount: string) => string;
    };
    /** The tab of figures. */
    readonly board: { readonly go: string; readonly done: (tab: string) => string };
  };

  readonly customers: {
    readonly search: string;
    readonly sort: string;
    readonly orders: Readonly<Record<'overdue' | 'risk' | 'name', string>>;
    readonly count: (count: string) => string;
    readonly none: string;
    readonly empty: string;
    readonly noName: string;
    readonly owesNothing: string;
    readonly overdue: (amount: string) => string;
    /** How it paid so far: sign 1 late, -1 early, 0 on the day. */
    readonly pays: (days: string, sign: number) => string;
    readonly score: (score: number) => string;
    readonly title: string;
    readonly scoredOn: (count: number, isScored: boolean) => string;
    readonly points: string;
    readonly signals: string;
    readonly share: string;
    readonly limit: string;
    readonly insured: string;
    readonly within: string;
    readonly beyond: (amount: string) => string;
    readonly suggested: string;
    readonly steps: (name: string) => string;
    readonly suggestedHelp: (tab: string) => string;
  };
  /** On the button that unfolds it. */
  readonly help: string;

  readonly invoice: {
    readonly open: (number: string) => string;
    readonly close: string;
    readonly row: (row: number) => string;
    readonly select: string;
    readonly partlyPaid: string;
    readonly left: string;
    readonly early: (days: string) => string;
    readonly notLate: string;
    readonly none: string;
    readonly interest: string;
    readonly fee: string;
    readonly noNumber: string;
    readonly creditNote: string;
    readonly amountUnreadable: string;
  };

  readonly follow: {
    readonly outbox: string;
    readonly outboxEmpty: string;
    readonly madeOn: (day: string) => string;
    readonly open: string;
    readonly openFile: string;
    /** Where drafts are files: for whoever has no program that opens them. */
    readonly otherWays: string;
    readonly copy: string;
    readonly ways: Readonly<Record<MailWay, string>>;
    readonly ownWay: string;
    readonly tooLong: string;
    readonly noWords: string;
    readonly sent: string;
    readonly sentShort: string;
    readonly discarded: string;
    readonly discardedShort: string;
    readonly journal: string;
    readonly older: (count: string) => string;
    readonly mentioned: (numbers: string) => string;
    readonly until: (day: string) => string;
    readonly by: (who: string) => string;
    readonly invoicesOf: (numbers: string) => string;
  };

  readonly problems: {
    readonly place: (sheet: string, cell: string) => string;
    readonly rowOf: (row: number) => string;
    readonly jump: (place: string) => string;
    readonly column: string;
  };

  readonly settings: {
    readonly title: string;
    readonly asOf: string;
    readonly today: string;
    readonly automatic: string;
    readonly daily: (hour: number) => string;
    readonly setting: string;
    readonly language: string;
    readonly asFile: string;
    readonly sheet: string;
    readonly sheetGo: string;
    readonly undo: string;
    readonly undoGo: string;
    readonly undoNone: string;
    readonly folder: string;
    readonly folderGo: string;
    readonly folderIs: (name: string) => string;
    readonly file: string;
  };
  readonly ahead: AheadWords;
}
