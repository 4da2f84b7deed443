/**
 * What the panel knows and does between two clicks: the last view, what is under way, what came of it. Commands go out one at a time and in order; a
 * failure keeps the last view on the screen and can be tried again, for no command prepares anything twice.
 */
import type {
  ActKind,
  Binding,
  CellPlace,
  ChosenFix,
  Command,
  FillPlace,
  FreeWish,
  JournalLine,
  LanguageCode,
  MadeTab,
  MessageEdit,
  View,
  WorklistEntry,
} from '../core/for-panel.ts';
import { localMoment, today } from './clock.ts';
import type { Desk, Hooks, Selection } from './desk.ts';
import { type Speech, speechOf } from './format.ts';
import { WORDS } from './languages.ts';
import { openInvoicesOf } from './long-lists.ts';
import type { OwnWords } from './own-words.ts';
import { happenedSince, type Since } from './since.ts';
import { joinedWishes, type Wish } from './wishes.ts';

export type Screen = 'today' | 'coming' | 'customers' | 'figures' | 'follow' | 'problems' | 'settings' | 'sheet';

/** In which order the customers are listed. */
export type CustomerOrder = 'overdue' | 'risk' | 'name';

/** A command without what the session adds to every one. */
type Without<T> = T extends Command ? Omit<T, 'at' | 'options'> : never;
export type Wanted = Without<Command>;

/** What is under way. */
export interface Doing {
  readonly kind: 'open' | 'refresh' | 'prepare' | 'tell' | 'make' | 'undo' | 'set';
  readonly count: number;
  /** How many of them are done; the rest may still be given up. */
  readonly done?: number;
}

/** Drafts asked for at once: few enough that one sees how far it is, and can stop between two goes. */
export const AT_ONCE = 10;

/** What came of the last command, until it is closed. */
export interface News extends Pick<View, 'left' | 'notPrepared' | 'unconfirmed'> {
  readonly kind:
    | 'refreshed'
    | 'drafted'
    | 'told'
    | 'taken-back'
    | 'undone'
    | 'kept'
    | 'made'
    | 'board'
    | 'fixed'
    | 'line-made'
    | 'followed'
    | 'not-honoured';
  /** Drafts made; cells put right or back; formulas that follow now; for `not-honoured` the row. */
  readonly count: number;
  /** For `board`: the tab the figures stand in. */
  readonly tab?: string;
  /** For `refreshed`: where the next actions stand. */
  readonly at?: CellPlace;
  /** For `told`: what, and about whom. */
  readonly told?: { readonly wanted: Wanted; readonly customer: string };
}

/** Something the user is about to tell of a customer. */
export interface Act {
  readonly kind: ActKind;
  readonly customer: string;
  /** The worklist entry it began from, which calls, letters and skips are about; null for none. */
  readonly entry: string | null;
  /** The invoices it is about unless others are chosen; null for all that are open. */
  readonly invoices: readonly string[] | null;
}

/** What is typed in the form of an act, kept until it is told or given up. */
export interface Filled {
  readonly fields: Readonly<Record<string, string>>;
  /** Invoices chosen; null while nothing was chosen. */
  readonly invoices: readonly string[] | null;
  /** The parts of a plan as changed by hand; null while they follow the proposal. */
  readonly parts: readonly { readonly on: string; readonly amount: string }[] | null;
}
const BLANK: Filled = { fields: {}, invoices: null, parts: null };

/** One form for each kind of act, customer and invoices it began with. */
function actKey({ kind, customer, entry, invoices }: Act): string {
  return [kind, customer, entry ?? '', ...(invoices ?? [])].join('\u0000');
}

/** What the user tries on the sheet screen before saying yes. */
export interface Trial {
  readonly sheet?: string;
  readonly binding?: Binding;
}

/** A message as the user changed it, and which proposal was changed. */
export type Edit = Required<MessageEdit>;

/** A message is that of an entry, its stage and its invoices: the next stage begins with the proposed words again. */
function editKey({ id, stage, invoices }: WorklistEntry): string {
  return [id, stage, ...invoices].join(' ');
}

/** Was everything done that was asked for? What was not is to be read, and stays until it is closed. */
export function isGood({ kind, count, left, notPrepared, unconfirmed }: News): boolean {
  const isWhole = !(kind === 'drafted' && count === 0) && !((kind === 'fixed' || kind === 'followed') && left.length > 0);
  return kind !== 'not-honoured' && isWhole && notPrepared === undefined && unconfirmed === undefined;
}

function newsOf({ left, drafted, notPrepared, unconfirmed }: View): Omit<News, 'kind'> {
  return { count: drafted.length, left, ...(notPrepared ? { notPrepared } : {}), ...(unconfirmed ? { unconfirmed } : {}) };
}

export class Session {
  view: View | null = null;
  doing: Doing | null = null;
  trouble: { readonly message: string; readonly advice: string | null; readonly again: () => Promise<void> } | null = null;
  news: News | null = null;
  screen: Screen = 'today';
  selection: Selection | null = null;
  /** The sheet was edited after the view was made. */
  stale = false;
  trial: Trial | null = null;
  /** What was tried and neither kept nor dropped when the user went elsewhere: it can be gone on with. */
  parked: Trial | null = null;
  /** The entry whose message is read. */
  message: string | null = null;
  journalLines = 100;
  /** The entry that is open in the worklist. */
  opened: string | null = null;
  /** What the user wrote over proposed messages, by {@link editKey}: kept while other screens are looked at. */
  edits: Readonly<Record<string, Edit>> = {};
  /** The customer whose card is open, and what is about to be told of one: they stand before the screen. */
  customer: string | null = null;
  act: Act | null = null;
  /** Whose further acts are unfolded: the button that was pressed is there again when its form is left. */
  unfolded: string | null = null;
  /** What is looked for among the customers, kept while a card is read. */
  customerList: { readonly text: string; readonly order: CustomerOrder } = { text: '', order: 'overdue' };
  /** The lines of help are unfolded. */
  isHelped = false;
  /** All drafts that are due are about to be prepared: the user is asked. */
  isAskingAll = false;
  /** What the user chose of the daily refresh, until the host has it. */
  dailyWanted: boolean | null = null;
  /** Why the last thing told was not noted. */
  refused: NonNullable<View['refused']> | null = null;
  private forms: Readonly<Record<string, Filled>> = {};
  folder: string | null = null;
  /** The user gave up what was not begun yet. */
  isStopped = false;
  /** What happened since the panel was last looked at; null when nobody remembers. */
  since: Since | null = null;
  /** The language spoken now, and its words. */
  spoken: readonly [LanguageCode, OwnWords] | null = null;
  readonly hooks: Hooks;
  private readonly desk: Desk;
  private wishes: readonly Wish[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private tail: Promise<unknown> = Promise.resolve();
  private keepsAutomatic = false;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private wasWelcomed = false;

  constructor(desk: Desk, hooks: Hooks) {
    this.desk = desk;
    this.hooks = hooks;
    this.stops.push(hooks.onSelection((selection) => this.set({ selection })));
    if (hooks.onEdit) this.stops.push(hooks.onEdit(() => this.edited()));
  }

  /** Calls back at every change; answers how to stop. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    clearTimeout(this.editTimer);
    for (const stop of this.stops) stop();
  }

  /** How the panel speaks; null until its first words are here. */
  get speech(): Speech | null {
    return this.spoken && speechOf(...this.spoken, this.view);
  }

  /** Brings the words of the language to be spoken about a view: the user's choice, else the file's language, else the browser's. */
  private async speakOf(view: View | null): Promise<void> {
    const chosen = this.hooks.language.get() ?? view?.words?.code;
    const code = chosen ?? (/^fr/i.test(globalThis.navigator?.language ?? '') ? 'fr' : 'en');
    if (this.spoken?.[0] !== code) this.set({ spoken: [code, await WORDS[code]()] });
  }

  /** Something is under way. */
  get isBusy(): boolean {
    return this.doing !== null;
  }

  get confirmed(): boolean {
    return this.view?.understood?.confirmed === true;
  }

  get automatic(): boolean {
    return this.hooks.automatic ? this.hooks.automatic.get() : this.keepsAutomatic;
  }

  setAutomatic(on: boolean): void {
    this.keepsAutomatic = on;
    this.hooks.automatic?.set(on);
    this.set({});
    if (on && this.stale) this.edited();
  }

  /** Today, where the workbook lives. */
  get today(): string {
    return this.hooks.asOf.today?.() ?? today();
  }

  /** Turns the host's own daily refresh on or off. */
  async setDaily(on: boolean): Promise<void> {
    const set = () => this.hooks.daily?.set(on).then(() => true) ?? Promise.resolve(false);
    this.set({ dailyWanted: on });
    await this.inOrder({ kind: 'set', count: 0 }, set, () => this.setDaily(on));
    this.set({ dailyWanted: null });
  }

  /** Shows a screen. What was tried on that of the sheet is in force nowhere else; back there, one goes on with it. */
  show(screen: Screen): void {
    const hasCard = this.customer !== null;
    const isSheet = screen === 'sheet';
    const tried = this.trial ?? this.parked;
    const isResumed = isSheet && this.parked !== null;
    this.set({
      screen,
      trial: isSheet ? tried : null,
      parked: isSheet ? null : tried,
      news: null,
      refused: null,
      act: null,
      customer: null,
      isAskingAll: false,
    });
    // The view was read for what was tried, or holds the journal of one customer.
    if ((!isSheet && this.wasTried) || isResumed || hasCard) void this.read();
  }

  /** Reads the workbook anew, as after another file was opened. */
  async open(): Promise<void> {
    await this.speakOf(null);
    this.wasWelcomed = false;
    this.forms = {};
    this.set({
      view: null,
      news: null,
      trouble: null,
      trial: null,
      parked: null,
      message: null,
      opened: null,
      edits: {},
      customer: null,
      act: null,
      refused: null,
      journalLines: 100,
      since: null,
      customerList: { text: '', order: 'overdue' },
      screen: 'today',
      stale: false,
    });
    await this.read();
  }

  /** Shows what is in the workbook; writes nothing. */
  async read(): Promise<void> {
    const view = await this.send({ kind: 'open' }, { kind: 'open', count: 0 }, () => this.read());
    if (view && !this.wasWelcomed && view.report) {
      this.wasWelcomed = true;
      this.remember(view);
      if (this.hooks.start === 'help') this.set({ isHelped: true });
      if (!this.confirmed && !this.hooks.isSample) this.set({ screen: 'sheet' });
      else if (this.hooks.start === 'settings') this.set({ screen: 'settings' });
      else if (this.hooks.start === 'prepare') this.askAll(true);
    }
  }

  /** Asks before all drafts that are due are prepared, or asks no longer. */
  askAll(isAsking: boolean): void {
    this.set({ isAskingAll: isAsking });
  }

  /** Notes that the panel was looked at, and tells what happened since the last time. */
  private remember(view: View): void {
    const { lastVisit } = this.hooks;
    const asOf = view.report?.asOf ?? '';
    const day = lastVisit?.get() ?? null;
    if (day === null || day < asOf) lastVisit?.set(asOf);
    if (day !== null && day < asOf) this.set({ since: happenedSince(day, view) });
  }

  /** Reads the sheet as the user would have it, without keeping anything. */
  async attempt(trial: Trial): Promise<void> {
    // Nothing chosen is nothing tried.
    this.set({ trial: trial.sheet === undefined && trial.binding === undefined ? null : trial, parked: null });
    await this.read();
  }

  /** Gives up what was tried on the sheet screen. */
  drop(): void {
    this.set({ parked: null });
  }

  /** Keeps the binding; then fills the sheet when asked. */
  async confirm(binding: Binding, fill: boolean): Promise<void> {
    this.set({ trial: null, parked: null });
    const view = await this.send({ kind: 'bind', binding }, { kind: 'open', count: 0 }, () => this.confirm(binding, fill));
    if (view === null) return;
    if (!this.confirmed) {
      this.set({ news: { kind: 'not-honoured', count: binding.headerRow, left: [] } });
      return;
    }
    this.show('today');
    if (fill) await this.refresh();
    else this.set({ news: { kind: 'kept', count: 0, left: [] } });
  }

  async refresh(): Promise<void> {
    const view = await this.send({ kind: 'refresh' }, { kind: 'refresh', count: 0 }, () => this.refresh());
    if (view) this.set({ news: { kind: 'refreshed', count: 0, left: view.left, ...(view.showAt && { at: view.showAt }) } });
  }

  /** A refresh asked for outside the panel: true when the user should look at it: the columns await a word, or something failed. */
  async refreshAsked(): Promise<boolean> {
    await this.tail;
    if (!this.confirmed) {
      if (this.view?.report) this.show('sheet');
      return true;
    }
    await this.refresh();
    return this.trouble !== null || this.news === null || !isGood(this.news);
  }

  /** Preparing asked for outside the panel: today's work, with the question which drafts to prepare; columns await a word first. */
  async prepareAsked(): Promise<void> {
    await this.tail;
    if (!this.view?.report) return;
    this.show(this.confirmed ? 'today' : 'sheet');
    if (this.confirmed) this.askAll(true);
  }

  /**
   * Prepares the drafts of these entries, with the user's own words where there are some, until all are done or the user stops. `from` and `before`
   * are how far an earlier attempt came.
   */
  async prepare(chosen: readonly WorklistEntry[], from = 0, before: News | null = null): Promise<void> {
    let news = before;
    this.isStopped = false;
    for (let done = from; done < chosen.length && !this.isStopped; done += AT_ONCE) {
      const some = chosen.slice(done, done + AT_ONCE);
      const edits: Record<string, Edit> = {};
      for (const entry of some) {
        const edit = this.editOf(entry);
        if (edit !== null) edits[entry.id] = edit;
      }
      const soFar = news;
      const view = await this.send(
        { kind: 'prepare', entries: some.map(({ id }) => id), edits },
        { kind: 'prepare', count: chosen.length, done },
        () => this.prepare(chosen, done, soFar),
      );
      if (view === null) return;
      const { count, left, notPrepared } = newsOf(view);
      const refused = [...(news?.notPrepared ?? []), ...(notPrepared ?? [])];
      news = {
        kind: 'drafted',
        count: (news?.count ?? 0) + count,
        left: [...(news?.left ?? []), ...left],
        ...(refused.length > 0 ? { notPrepared: refused } : {}),
      };
    }
    this.set({ news });
  }

  /** Gives up the drafts that were not begun. */
  stop(): void {
    this.set({ isStopped: true });
  }

  /**
   * Tells the journal something only the user knows. What is refused stays in its form; what is noted empties and closes it, and goes on to `next`
   * when one thing said calls for another.
   */
  async tell(wanted: Wanted, customer: string, act: Act | null = null, next: Act | null = null): Promise<void> {
    const view = await this.send(wanted, { kind: 'tell', count: 0 }, () => this.tell(wanted, customer, act, next));
    if (view === null) return;
    if (view.refused) {
      this.set({ refused: view.refused });
      return;
    }
    if (act !== null) this.giveUp(act);
    if (wanted.kind === 'write-to') this.set({ news: { ...newsOf(view), kind: 'drafted' } });
    else this.set({ news: { ...newsOf(view), kind: 'told', told: { wanted, customer } } });
    if (next !== null) await this.openForm(next);
  }

  /** Takes back what the last command told the journal. */
  async takeBack(): Promise<void> {
    const view = await this.send({ kind: 'undo-last' }, { kind: 'tell', count: 0 }, () => this.takeBack());
    if (view === null) return;
    if (view.refused) this.set({ refused: view.refused });
    else this.set({ news: { ...newsOf(view), kind: 'taken-back', count: view.fixed ?? 0 } });
  }

  /** Puts right the cells the user looked at. Our own columns follow at the next refresh. */
  async mend(cells: readonly ChosenFix[]): Promise<void> {
    const view = await this.send({ kind: 'fix', cells }, { kind: 'tell', count: 0 }, () => this.mend(cells));
    if (view === null) return;
    if (view.refused) this.set({ refused: view.refused });
    else this.set({ stale: true, news: { kind: 'fixed', count: view.fixed ?? 0, left: view.left } });
  }

  /** Opens the form of something to tell; reads what it shows: what to say on the telephone, the message to write. */
  async begin(act: Act): Promise<void> {
    this.moveOn();
    await this.openForm(act);
  }

  private async openForm(act: Act): Promise<void> {
    this.set({ act, refused: null });
    if (act.kind === 'log-call' || act.kind === 'write-to') await this.read();
  }

  /** Shows the further acts at a place; null folds them. */
  unfold(place: string | null): void {
    if (place !== null) this.moveOn();
    this.set({ unfolded: place });
  }

  /** Unfolds the lines of help, or folds them. */
  help(): void {
    this.set({ isHelped: !this.isHelped });
  }

  /** Looks for customers, or lists them in another order. */
  listCustomers(change: Partial<Session['customerList']>): void {
    this.set({ customerList: { ...this.customerList, ...change } });
  }

  /** Leaves what stands before the screen: a form, a card, the coming days. False where nothing does. */
  goBack(): boolean {
    if (this.act !== null) this.leave();
    else if (this.customer !== null) void this.openCustomer(null);
    else if (this.screen === 'coming') this.show('today');
    else return false;
    return true;
  }

  /** Leaves the form of an act; what was typed is kept. */
  leave(): void {
    this.set({ act: null, refused: null });
  }

  /** Leaves the form of an act and forgets what was typed. */
  giveUp(act: Act): void {
    const { [actKey(act)]: _, ...others } = this.forms;
    this.forms = others;
    this.set(this.act === act ? { act: null, refused: null } : {});
  }

  /** What is typed so far in the form of an act. */
  filledOf(act: Act): Filled {
    return this.forms[actKey(act)] ?? BLANK;
  }

  fill(act: Act, change: Partial<Filled>): void {
    const before = this.filledOf(act);
    const fields = { ...before.fields, ...change.fields };
    this.forms = { ...this.forms, [actKey(act)]: { ...before, ...change, fields } };
    this.set({ refused: null });
  }

  /** Shows the card of a customer; null closes it. Its history is read apart: the journal may be long. */
  async openCustomer(customer: string | null): Promise<void> {
    this.moveOn();
    this.set({ customer, act: null, refused: null, journalLines: 100 });
    await this.read();
  }

  /** The journal of the customer whose card is open, else of all; null while it is read. */
  get journal(): { readonly total: number; readonly lines: readonly JournalLine[] } | null {
    return this.journalIsOf === this.customer ? (this.view?.journal ?? null) : null;
  }

  async undo(): Promise<void> {
    const done = await this.inOrder(
      { kind: 'undo', count: 0 },
      async () => ({ view: (await this.hooks.undo(this.optionsOf(null))) ?? null }),
      () => this.undo(),
    );
    if (done === null) return;
    if (done.view === null) await this.read();
    else this.set({ view: done.view });
    this.set({ news: { kind: 'undone', count: 0, left: [] } });
  }

  /** Makes the formulas that the last refresh named follow the sheet. */
  async follow(): Promise<void> {
    const follow = async () => (await this.hooks.unfollowing?.follow()) ?? null;
    const followed = await this.inOrder({ kind: 'set', count: 0 }, follow, () => this.follow());
    if (followed) this.set({ news: { kind: 'followed', count: followed.done, left: followed.left } });
  }

  /** Shows or hides the message of an entry. */
  async showMessage(entry: string | null): Promise<void> {
    this.moveOn();
    this.set({ message: entry });
    if (entry !== null && !this.view?.messages?.some((message) => message.entry === entry)) await this.read();
  }

  async showOlder(): Promise<void> {
    this.set({ journalLines: this.journalLines + 400 });
    await this.read();
  }

  setAsOf(day: string): void {
    this.hooks.asOf.set(day);
    this.set({});
    void this.read();
  }

  setLanguage(language: LanguageCode | null): void {
    this.hooks.language.set(language);
    void this.speakOf(this.view);
    void this.read();
  }

  async chooseFolder(): Promise<void> {
    const folder = await this.hooks.pickFolder?.();
    if (folder) this.set({ folder });
  }

  openEntry(entry: string | null): void {
    this.moveOn();
    this.set({ opened: entry });
  }

  /** Keeps what the user wrote over the message of an entry; null takes it back. */
  edit(entry: WorklistEntry, edit: Edit | null): void {
    const { [editKey(entry)]: _, ...others } = this.edits;
    this.set({ edits: edit === null ? others : { ...others, [editKey(entry)]: edit } });
  }

  /** What the user wrote over the message of an entry; null for nothing. */
  editOf(entry: WorklistEntry): Edit | null {
    return this.edits[editKey(entry)] ?? null;
  }

  /** The user goes on to the next thing: good news was read. */
  private moveOn(): void {
    if (this.news !== null && isGood(this.news)) this.set({ news: null });
  }

  closeNews(): void {
    this.set({ news: null });
  }

  closeTrouble(): void {
    this.set({ trouble: null });
  }

  closeRefused(): void {
    this.set({ refused: null });
  }

  /** Selects a cell in the grid. */
  go(sheet: string, row: number, column: string | null): void {
    this.set({ selection: { sheet, row, column } });
    const shown = this.hooks.selectCell(sheet, row, column);
    shown?.catch((error: unknown) => this.failed(error, async () => this.go(sheet, row, column)));
  }

  deselect(): void {
    this.set({ selection: null });
  }

  private edited(): void {
    clearTimeout(this.editTimer);
    this.set({ stale: true });
    if (this.automatic && this.confirmed) this.editTimer = setTimeout(() => void this.refresh(), 600);
  }

  /** Was the last view made with something the user only tried? */
  private wasTried = false;
  /** Whose journal the last view holds. */
  private journalIsOf: string | null = null;

  private async send(wanted: Wanted, doing: Doing, again: () => Promise<void>): Promise<View | null> {
    let journalOf: string | null = null;
    const sent = await this.inOrder(
      doing,
      async () => {
        const isTrial = wanted.kind === 'open' && this.trial !== null;
        this.wasTried = isTrial;
        this.stale = false;
        journalOf = this.customer;
        const view = await this.desk.send({
          ...wanted,
          at: localMoment(),
          options: this.optionsOf(isTrial ? this.trial : null),
        } as Command);
        await this.speakOf(view);
        return view;
      },
      again,
    );
    if (sent === null) return null;
    this.journalIsOf = journalOf;
    this.set({ view: sent });
    return sent;
  }

  private optionsOf(trial: Trial | null): Command['options'] {
    const language = this.hooks.language.get();
    return {
      ...(language === null ? {} : { language }),
      ...(trial?.sheet === undefined ? {} : { sheet: trial.sheet }),
      ...(trial?.binding === undefined ? {} : { trial: trial.binding }),
      panel: {
        messages: this.message === null ? [] : [this.message],
        journalLines: this.journalLines,
        ...joinedWishes(this.wishes),
        ...(this.customer === null ? {} : { customer: this.customer }),
        ...(this.act?.kind === 'log-call' && this.act.entry !== null ? { scripts: [this.act.entry] } : {}),
        ...(this.act?.kind === 'write-to' ? { free: this.freeWish(this.act) } : {}),
      },
    };
  }

  /** The message beside the ladder that the form of an act asks for. Thanks are for what was paid, which is in no list of open invoices. */
  freeWish(act: Act): FreeWish {
    const { fields, invoices } = this.filledOf(act);
    const usual = openInvoicesOf(this.view, act.customer).length === 0 ? 'thank-you' : 'statement';
    const message = (fields.message ?? usual) as FreeWish['message'];
    const chosen = message === 'thank-you' ? null : (invoices ?? act.invoices);
    return { customer: act.customer, message, ...(chosen === null ? {} : { invoices: chosen }) };
  }

  /** Asks for something with every view from now on; answers how to ask no longer. */
  wish(wish: Wish): () => void {
    this.wishes = [...this.wishes, wish];
    void this.read();
    return () => {
      this.wishes = this.wishes.filter((other) => other !== wish);
    };
  }

  /** Makes one of our tabs, or a line of it, and shows the cell to type in. */
  async makeTab(tab: MadeTab, line?: string): Promise<void> {
    const wasThere = this.view?.house?.tabs.some((one) => one.tab === tab && one.firstRow !== null) === true;
    const wanted = { kind: 'make-tab', tab, ...(line === undefined ? {} : { line }) } as const;
    const view = await this.send(wanted, { kind: 'make', count: 0 }, () => this.makeTab(tab, line));
    if (!view?.showAt) return;
    this.set({ news: { kind: wasThere ? 'line-made' : 'made', count: 0, left: [] } });
    this.go(view.showAt.sheet, view.showAt.row, view.showAt.column);
  }

  /** Adds invented invoices to a workbook that holds none. */
  async makeExample(): Promise<void> {
    const language = this.spoken?.[0] ?? 'en';
    const view = await this.send({ kind: 'make-example', language }, { kind: 'make', count: 0 }, () => this.makeExample());
    const place = view?.understood;
    if (place) this.go(place.sheet, place.headerRow, 'A');
  }

  /** Puts the figures in a tab as formulas, or brings that tab up to date. */
  async putFigures(): Promise<void> {
    const view = await this.send({ kind: 'dashboard' }, { kind: 'make', count: 0 }, () => this.putFigures());
    if (view?.board === undefined) return;
    this.set({ news: { kind: 'board', count: 0, left: view.left, tab: view.board } });
    this.go(view.board, 1, 'A');
  }

  /** Shows the place to fill something in, making its line and its tab when there is none. */
  async fillAt(place: FillPlace): Promise<void> {
    if (place.kind === 'cell') this.go(place.sheet, place.row, place.column);
    else await this.makeTab(place.tab, place.line);
  }

  /** One thing at a time; null when it failed, and then the trouble says so. */
  private inOrder<Answer>(doing: Doing, act: () => Promise<Answer>, again: () => Promise<void>): Promise<Answer | null> {
    const turn = this.tail.then(async () => {
      this.set({ doing, trouble: null, ...(doing.kind === 'open' ? {} : { news: null, refused: null }) });
      try {
        return await act();
      } catch (error) {
        this.failed(error, again);
        return null;
      } finally {
        this.set({ doing: null });
      }
    });
    this.tail = turn;
    return turn;
  }

  private failed(error: unknown, again: () => Promise<void>): void {
    const { message, advice } = error as { message?: unknown; advice?: unknown };
    this.set({
      trouble: {
        message: typeof message === 'string' ? message : String(error),
        advice: typeof advice === 'string' ? advice : null,
        again,
      },
    });
  }

  private set(
    change: Partial<
      Pick<
        Session,
        | 'view'
        | 'doing'
        | 'trouble'
        | 'news'
        | 'screen'
        | 'selection'
        | 'stale'
        | 'trial'
        | 'parked'
        | 'message'
        | 'journalLines'
        | 'folder'
        | 'opened'
        | 'edits'
        | 'customer'
        | 'act'
        | 'unfolded'
        | 'refused'
        | 'spoken'
        | 'isStopped'
        | 'since'
        | 'customerList'
        | 'isHelped'
        | 'isAskingAll'
        | 'dailyWanted'
      >
    >,
  ): void {
    Object.assign(this, change);
    for (const listener of this.listeners) listener();
  }
}
