/** What the panel says of what lies ahead and of the house's rules: papers, ways on, coming days, ladders compared, tabs to be made. */
import type { PaperWish } from '../core/for-panel.ts';

export interface AheadWords {
  readonly paper: {
    /** On the button that shows it. */
    readonly show: Readonly<Record<PaperWish['kind'], string>>;
    readonly ofCustomer: string;
    readonly lacks: (count: number) => string;
    readonly fill: string;
    readonly print: string;
    readonly save: string;
    readonly hide: string;
    readonly preview: (title: string) => string;
  };
  readonly routes: {
    readonly checked: (source: string, day: string) => string;
    readonly closed: (count: number) => string;
  };
  readonly coming: {
    readonly open: string;
    readonly title: string;
    readonly count: (contacts: number, customers: number) => string;
    readonly none: string;
    readonly todayOn: (day: string) => string;
    readonly on: (weekday: string, day: string) => string;
    readonly toSettle: string;
  };
  readonly ladder: {
    readonly title: string;
    readonly offset: (days: number) => string;
    readonly onlySegment: (segment: string) => string;
    readonly onlyFrom: (amount: string) => string;
    readonly change: string;
    readonly compare: string;
  };
  readonly backTest: {
    readonly first: string;
    readonly second: string;
    readonly go: string;
    readonly sum: (facts: {
      readonly messages: number;
      readonly customers: number;
      readonly invoices: number;
      readonly since: string;
    }) => string;
    readonly spared: (none: string, all: string) => string;
    /** `after 3 days`, in a narrow table. */
    readonly at: (days: number) => string;
    readonly stage: string;
    readonly messages: string;
    readonly customers: string;
    readonly paidBefore: string;
    readonly leftOut: (count: number) => string;
    readonly nothing: string;
  };
  readonly tabs: {
    readonly title: string;
    readonly see: (tab: string) => string;
    readonly make: (tab: string) => string;
    readonly confirmFirst: string;
    readonly made: string;
    readonly making: string;
    /** A line was added to a tab that lacked it. */
    readonly line: string;
  };
}
