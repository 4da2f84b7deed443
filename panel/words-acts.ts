/** What the panel says around what the user tells it: calls, promises, disputes, plans, pauses, and what comes of them. */
import type { AgendaItem } from '../core/for-panel.ts';

/** Everything one can do about a customer. */
export const ACTS = [
  'log-call',
  'promise',
  'dispute',
  'resolve',
  'hold',
  'plan',
  'reply',
  'note',
  'write-to',
  'log-letter',
  'log-hand-over',
  'skip',
] as const;
export type ActKind = (typeof ACTS)[number];

export interface ActWords {
  /** On the button that begins it, at the head of its form, and on the button that ends it. */
  readonly begin: Readonly<Record<ActKind, string>>;
  readonly titles: Readonly<Record<ActKind, string>>;
  readonly go: Readonly<Record<Exclude<ActKind, 'log-call'>, string>>;
  /** What was noted, about a customer. */
  readonly told: Readonly<Record<Exclude<ActKind, 'write-to'> | 'sent' | 'discarded' | 'unknown', (customer: string) => string>>;
  readonly toldCall: (outcome: string, customer: string) => string;
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
  /** What the words typed are. */
  readonly note: Readonly<Record<Exclude<ActKind, 'write-to'>, string>>;
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
    readonly deposit: string;
    readonly parts: string;
    readonly every: string;
    readonly rhythms: Readonly<Record<'month' | 'week' | 'days', string>>;
    readonly distance: string;
    readonly first: string;
    readonly lines: string;
    readonly none: string;
    readonly line: (n: number) => string;
    readonly lineDay: (n: number) => string;
    readonly lineAmount: (n: number) => string;
    readonly remove: (n: number) => string;
    readonly add: string;
    readonly again: string;
    readonly whole: (sum: string) => string;
    readonly short: (missing: string, open: string) => string;
    readonly over: (extra: string, open: string) => string;
    readonly unsure: string;
    readonly currencies: string;
    readonly counterpart: string;
    readonly counterpartHelp: string;
    readonly confirm: string;
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
    readonly kinds: Readonly<Record<AgendaItem['kind'], string>>;
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
  };
  readonly undo: {
    readonly go: string;
    readonly title: string;
    readonly lead: string;
    readonly stays: string;
    readonly keep: string;
  };
}
