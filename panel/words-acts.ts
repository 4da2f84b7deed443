/** What the panel says around what the user tells it: calls, promises, disputes, plans, pauses, and what comes of them. */

export interface ActWords {
  readonly toldCall: (outcome: string) => string;
  readonly others: string;
  readonly card: string;
  readonly cardOf: (customer: string) => string;
  readonly back: string;

  readonly which: (count: string, amount: string) => string;
  readonly whichLabel: string;
  readonly noneChosen: string;
  readonly day: Readonly<Record<'promise' | 'dispute' | 'hold', string>>;
  readonly amount: Readonly<Record<'promise' | 'dispute', string>>;
  readonly amountAll: (amount: string) => string;
  readonly amountOfOne: string;
  readonly unreadable: string;
  /** For a notice that is posted without the contacts that should come before it. */
  readonly noteNotice: string;
  readonly category: string;
  readonly choose: string;
  readonly owner: string;

  readonly call: {
    readonly ask: (contact: string) => string;
    readonly phone: string;
    readonly noPhone: string;
    readonly outcomes: string;
  };
  readonly plan: {
    readonly line: (n: number) => string;
    readonly lineDay: (n: number) => string;
    readonly lineAmount: (n: number) => string;
    readonly remove: (n: number) => string;
    readonly whole: (sum: string) => string;
    readonly short: (missing: string, open: string) => string;
    readonly over: (extra: string, open: string) => string;
  };
  readonly write: {
    readonly which: string;
    readonly changed: string;
    readonly cannot: string;
  };

  readonly result: {
    readonly takenBack: string;
    readonly notDone: string;
    readonly notPrepared: (count: number) => string;
    readonly noName: string;
    readonly unconfirmed: string;
    readonly planStays: string;
    readonly undo: string;
  };
  readonly week: {
    readonly title: (count: string) => string;
    readonly late: (day: string) => string;
    readonly more: (count: number) => string;
    readonly fewer: string;
  };
  readonly customer: {
    readonly owes: string;
    readonly owesNothing: string;
    readonly overdue: (amount: string) => string;
    readonly credits: (amount: string) => string;
    readonly open: (count: string) => string;
    readonly closed: (count: string) => string;
    readonly history: string;
    readonly noHistory: string;
    /** Above what was typed as last action in the sheet itself. */
    readonly typed: string;
  };
  readonly undo: {
    readonly go: string;
    readonly title: string;
    readonly lead: string;
    readonly keep: string;
  };
}
