/** What the panel says of what lies ahead and of the house's rules: papers, ways on, coming days, ladders compared, tabs to be made. */
import type { House, PaperWish } from '../core/for-panel.ts';

type TabId = House['tabs'][number]['tab'];

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
    readonly none: string;
    readonly savedThenPrint: string;
  };
  readonly routes: {
    readonly title: string;
    readonly claim: string;
    readonly interest: string;
    readonly fee: string;
    readonly limitation: Readonly<Record<'unknown' | 'far' | 'near' | 'passed', string>>;
    readonly why: string;
    readonly fits: string;
    readonly needs: string;
    readonly cost: string;
    readonly delay: string;
    readonly source: string;
    readonly checked: (source: string, day: string) => string;
    readonly closed: (count: number) => string;
    readonly noAdvice: string;
  };
  readonly coming: {
    readonly open: string;
    readonly title: string;
    readonly back: string;
    readonly lead: string;
    readonly count: (contacts: number, customers: number) => string;
    readonly none: string;
    readonly todayOn: (day: string) => string;
    /** Sunday first. */
    readonly weekdays: readonly string[];
    readonly on: (weekday: string, day: string) => string;
    readonly toSettle: string;
  };
  readonly ladder: {
    readonly title: string;
    readonly help: string;
    readonly offset: (days: number) => string;
    readonly onlySegment: (segment: string) => string;
    readonly onlyFrom: (amount: string) => string;
    readonly change: string;
    readonly compare: string;
  };
  readonly backTest: {
    readonly lead: string;
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
    /** `D+3`, in a narrow table. */
    readonly at: (days: number) => string;
    readonly stage: string;
    readonly messages: string;
    readonly customers: string;
    readonly paidBefore: string;
    readonly paidBeforeHelp: string;
    readonly leftOut: (count: number) => string;
    readonly nothing: string;
  };
  readonly tabs: {
    readonly title: string;
    readonly help: string;
    readonly holds: Readonly<Record<TabId, string>>;
    /** When the tabs that make themselves come. */
    readonly comesBy: Readonly<Record<'plans' | 'journal', string>>;
    readonly see: (tab: string) => string;
    readonly make: (tab: string) => string;
    readonly filled: Readonly<Record<Exclude<TabId, 'plans' | 'journal'>, string>>;
    readonly confirmFirst: string;
    readonly made: string;
    readonly making: string;
  };
}
