/**
 * What the panel knows and does between two clicks: the last view, what is under way, what came of it. Commands go out one at a time and in order; a
 * failure keeps the last view on the screen and can be tried again, for no command prepares anything twice.
 */
import type {
  Binding,
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
import { localMoment } from './clock.ts';
import type { Desk, Hooks, Selection } from './desk.ts';
import { type Speech, speechOf } from './format.ts';
import { openInvoicesOf } from './long-lists.ts';
import { joinedWishes, type Wish } from './wishes.ts';
import type { ActKind } from './words-acts.ts';

export type Screen = 'today' | 'coming' | 'figures' | 'follow' | 'problems' | 'settings' | 'sheet';

/** A command without what the session adds to every one. */
type Without<T> = T extends Command ? Omit<T, 'at' | 'options'> : never;
export type Wanted = Without<Command>;

/** What is under way. */
export interface Doing {
  readonly kind: 'open' | 'refresh' | 'prepare' | 'tell' | 'make' | 'undo';
  readonly count: number;
}

/** What came of the last command, until it is closed. */
export interface News extends Pick<View, 'left' | 'notPrepared' | 'unconfirmed'> {
  readonly kind: 'refreshed' | 'drafted' | 'told' | 'taken-back' | 'undone' | 'kept' | 'made' | 'not-honoured';
  /** Drafts made; for `not-honoured` the row. */
  readonly count: number;
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
  /** Why the last thing told was not noted. */
  refused: NonNullable<View['refused']> | null = null;
  #filled: Readonly<Record<string, Filled>> = {};
  folder: string | null = null;
  readonly hooks: Hooks;
  readonly #desk: Desk;
  #wishes: readonly Wish[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #tail: Promise<unknown> = Promise.resolve();
  #automatic = false;
  #edit: ReturnType<typeof setTimeout> | undefined;
  #welcomed = false;

  constructor(desk: Desk, hooks: Hooks) {
    this.#desk = desk;
    this.hooks = hooks;
    this.#stops.push(hooks.onSelection((selection) => this.#set({ selection })));
    if (hooks.onEdit) this.#stops.push(hooks.onEdit(() => this.#edited()));
  }

  /** Calls back at every change; answers how to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    clearTimeout(this.#edit);
    for (const stop of this.#stops) stop();
  }

  /** The user's choice, else the file's language, else the browser's. */
  get language(): LanguageCode {
    const chosen = this.hooks.language.get() ?? this.view?.report?.language;
    return chosen ?? (/^fr/i.test(globalThis.navigator?.language ?? '') ? 'fr' : 'en');
  }

  get speech(): Speech {
    return speechOf(this.language, this.view);
  }

  get confirmed(): boolean {
    return this.view?.understood?.confirmed === true;
  }

  get automatic(): boolean {
    return this.hooks.automatic ? this.hooks.automatic.get() : this.#automatic;
  }

  setAutomatic(on: boolean): void {
    this.#automatic = on;
    this.hooks.automatic?.set(on);
    this.#set({});
    if (on && this.stale) this.#edited();
  }

  show(screen: Screen): void {
    const hasCard = this.customer !== null;
    this.#set({ screen, trial: screen === 'sheet' ? this.trial : null, news: null, refused: null, act: null, customer: null });
    // The view was read for what was tried, or holds the journal of one customer.
    if ((screen !== 'sheet' && this.#tried) || hasCard) void this.read();
  }

  /** Reads the workbook anew, as after another file was opened. */
  async open(): Promise<void> {
    this.#welcomed = false;
    this.#filled = {};
    this.#set({
      view: null,
      news: null,
      trouble: null,
      trial: null,
      message: null,
      opened: null,
      edits: {},
      customer: null,
      act: null,
      refused: null,
      journalLines: 100,
      screen: 'today',
      stale: false,
    });
    await this.read();
  }

  /** Shows what is in the workbook; writes nothing. */
  async read(): Promise<void> {
    const view = await this.#send({ kind: 'open' }, { kind: 'open', count: 0 }, () => this.read());
    if (view && !this.#welcomed && view.report) {
      this.#welcomed = true;
      if (!this.confirmed && !this.hooks.isSample) this.#set({ screen: 'sheet' });
    }
  }

  /** Reads the sheet as the user would have it, without keeping anything. */
  async attempt(trial: Trial): Promise<void> {
    this.#set({ trial });
    await this.read();
  }

  /** Keeps the binding; then fills the sheet when asked. */
  async confirm(binding: Binding, fill: boolean): Promise<void> {
    this.#set({ trial: null });
    const view = await this.#send({ kind: 'bind', binding }, { kind: 'open', count: 0 }, () => this.confirm(binding, fill));
    if (view === null) return;
    if (!this.confirmed) {
      this.#set({ news: { kind: 'not-honoured', count: binding.headerRow, left: [] } });
      return;
    }
    this.show('today');
    if (fill) await this.refresh();
    else this.#set({ news: { kind: 'kept', count: 0, left: [] } });
  }

  async refresh(): Promise<void> {
    const view = await this.#send({ kind: 'refresh' }, { kind: 'refresh', count: 0 }, () => this.refresh());
    if (view) this.#set({ news: { kind: 'refreshed', count: 0, left: view.left } });
  }

  /** Prepares the drafts of these entries, with the user's own words where there are some. */
  async prepare(chosen: readonly WorklistEntry[]): Promise<void> {
    const entries = chosen.map(({ id }) => id);
    const edits: Record<string, Edit> = {};
    for (const entry of chosen) {
      const edit = this.editOf(entry);
      if (edit !== null) edits[entry.id] = edit;
    }
    const view = await this.#send({ kind: 'prepare', entries, edits }, { kind: 'prepare', count: entries.length }, () =>
      this.prepare(chosen),
    );
    if (view) this.#set({ news: { ...newsOf(view), kind: 'drafted' } });
  }

  /**
   * Tells the journal something only the user knows. What is refused stays in its form; what is noted empties and closes it, and goes on to `next`
   * when one thing said calls for another.
   */
  async tell(wanted: Wanted, customer: string, act: Act | null = null, next: Act | null = null): Promise<void> {
    const view = await this.#send(wanted, { kind: 'tell', count: 0 }, () => this.tell(wanted, customer, act, next));
    if (view === null) return;
    if (view.refused) {
      this.#set({ refused: view.refused });
      return;
    }
    if (act !== null) this.giveUp(act);
    if (wanted.kind === 'write-to') this.#set({ news: { ...newsOf(view), kind: 'drafted' } });
    else this.#set({ news: { ...newsOf(view), kind: 'told', told: { wanted, customer } } });
    if (next !== null) await this.#begin(next);
  }

  /** Takes back what the last command told the journal. */
  async takeBack(): Promise<void> {
    const view = await this.#send({ kind: 'undo-last' }, { kind: 'tell', count: 0 }, () => this.takeBack());
    if (view === null) return;
    if (view.refused) this.#set({ refused: view.refused });
    else this.#set({ news: { ...newsOf(view), kind: 'taken-back' } });
  }

  /** Opens the form of something to tell; reads what it shows: what to say on the telephone, the message to write. */
  async begin(act: Act): Promise<void> {
    // What was noted may be taken back until something else is; the rest was read.
    this.#set(this.news?.kind === 'told' ? {} : { news: null });
    await this.#begin(act);
  }

  async #begin(act: Act): Promise<void> {
    this.#set({ act, refused: null });
    if (act.kind === 'log-call' || act.kind === 'write-to') await this.read();
  }

  /** Shows the further acts at a place; null folds them. */
  unfold(place: string | null): void {
    this.#set({ unfolded: place });
  }

  /** Leaves the form of an act; what was typed is kept. */
  leave(): void {
    this.#set({ act: null, refused: null });
  }

  /** Leaves the form of an act and forgets what was typed. */
  giveUp(act: Act): void {
    const { [actKey(act)]: _, ...others } = this.#filled;
    this.#filled = others;
    this.#set(this.act === act ? { act: null, refused: null } : {});
  }

  /** What is typed so far in the form of an act. */
  filledOf(act: Act): Filled {
    return this.#filled[actKey(act)] ?? BLANK;
  }

  fill(act: Act, change: Partial<Filled>): void {
    const before = this.filledOf(act);
    const fields = { ...before.fields, ...change.fields };
    this.#filled = { ...this.#filled, [actKey(act)]: { ...before, ...change, fields } };
    this.#set({});
  }

  /** Shows the card of a customer; null closes it. Its history is read apart: the journal may be long. */
  async openCustomer(customer: string | null): Promise<void> {
    this.#set({ customer, act: null, refused: null, journalLines: 100 });
    await this.read();
  }

  /** The journal of the customer whose card is open, else of all; null while it is read. */
  get journal(): { readonly total: number; readonly lines: readonly JournalLine[] } | null {
    return this.#journalOf === this.customer ? (this.view?.journal ?? null) : null;
  }

  async undo(): Promise<void> {
    const done = await this.#inOrder(
      { kind: 'undo', count: 0 },
      async () => {
        await this.hooks.undo();
        return true;
      },
      () => this.undo(),
    );
    if (!done) return;
    await this.read();
    this.#set({ news: { kind: 'undone', count: 0, left: [] } });
  }

  /** Shows or hides the message of an entry. */
  async showMessage(entry: string | null): Promise<void> {
    this.#set({ message: entry });
    if (entry !== null && !this.view?.messages?.some((message) => message.entry === entry)) await this.read();
  }

  async showOlder(): Promise<void> {
    this.#set({ journalLines: this.journalLines + 400 });
    await this.read();
  }

  setAsOf(day: string): void {
    this.hooks.asOf.set(day);
    this.#set({});
    void this.read();
  }

  setLanguage(language: LanguageCode | null): void {
    this.hooks.language.set(language);
    this.#set({});
    void this.read();
  }

  async chooseFolder(): Promise<void> {
    const folder = await this.hooks.pickFolder?.();
    if (folder) this.#set({ folder });
  }

  openEntry(entry: string | null): void {
    this.#set({ opened: entry });
  }

  /** Keeps what the user wrote over the message of an entry; null takes it back. */
  edit(entry: WorklistEntry, edit: Edit | null): void {
    const { [editKey(entry)]: _, ...others } = this.edits;
    this.#set({ edits: edit === null ? others : { ...others, [editKey(entry)]: edit } });
  }

  /** What the user wrote over the message of an entry; null for nothing. */
  editOf(entry: WorklistEntry): Edit | null {
    return this.edits[editKey(entry)] ?? null;
  }

  closeNews(): void {
    this.#set({ news: null });
  }

  closeTrouble(): void {
    this.#set({ trouble: null });
  }

  closeRefused(): void {
    this.#set({ refused: null });
  }

  /** Selects a cell in the grid. */
  go(sheet: string, row: number, column: string | null): void {
    this.hooks.selectCell(sheet, row, column);
    this.#set({ selection: { sheet, row, column } });
  }

  deselect(): void {
    this.#set({ selection: null });
  }

  #edited(): void {
    clearTimeout(this.#edit);
    this.#set({ stale: true });
    if (this.automatic && this.confirmed) this.#edit = setTimeout(() => void this.refresh(), 600);
  }

  /** Was the last view made with something the user only tried? */
  #tried = false;
  /** Whose journal the last view holds. */
  #journalOf: string | null = null;

  async #send(wanted: Wanted, doing: Doing, again: () => Promise<void>): Promise<View | null> {
    let journalOf: string | null = null;
    const sent = await this.#inOrder(
      doing,
      () => {
        const isTrial = wanted.kind === 'open' && this.trial !== null;
        this.#tried = isTrial;
        this.stale = false;
        journalOf = this.customer;
        return this.#desk.send({ ...wanted, at: localMoment(), options: this.#options(isTrial ? this.trial : null) } as Command);
      },
      again,
    );
    if (sent === null) return null;
    this.#journalOf = journalOf;
    this.#set({ view: sent });
    return sent;
  }

  #options(trial: Trial | null): Command['options'] {
    const language = this.hooks.language.get();
    return {
      ...(language === null ? {} : { language }),
      ...(trial?.sheet === undefined ? {} : { sheet: trial.sheet }),
      ...(trial?.binding === undefined ? {} : { trial: trial.binding }),
      panel: {
        messages: this.message === null ? [] : [this.message],
        journalLines: this.journalLines,
        ...joinedWishes(this.#wishes),
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
    this.#wishes = [...this.#wishes, wish];
    void this.read();
    return () => {
      this.#wishes = this.#wishes.filter((other) => other !== wish);
    };
  }

  /** Makes one of our tabs and shows it in the grid. */
  async makeTab(tab: MadeTab): Promise<void> {
    const view = await this.#send({ kind: 'make-tab', tab }, { kind: 'make', count: 0 }, () => this.makeTab(tab));
    const made = view?.house?.tabs.find((one) => one.tab === tab);
    if (!made || made.firstRow === null) return;
    this.#set({ news: { kind: 'made', count: 0, left: [] } });
    this.go(made.sheet, made.firstRow, 'A');
  }

  /** Shows the place to fill something in, making its tab when there is none. */
  async fillAt(place: FillPlace): Promise<void> {
    if (place.kind === 'cell') this.go(place.sheet, place.row, place.column);
    else await this.makeTab(place.tab);
  }

  /** One thing at a time; null when it failed, and then the trouble says so. */
  #inOrder<Answer>(doing: Doing, act: () => Promise<Answer>, again: () => Promise<void>): Promise<Answer | null> {
    const turn = this.#tail.then(async () => {
      this.#set({ doing, trouble: null, ...(doing.kind === 'open' ? {} : { news: null, refused: null }) });
      try {
        return await act();
      } catch (error) {
        const { message, advice } = error as { message?: unknown; advice?: unknown };
        this.#set({
          trouble: {
            message: typeof message === 'string' ? message : String(error),
            advice: typeof advice === 'string' ? advice : null,
            again,
          },
        });
        return null;
      } finally {
        this.#set({ doing: null });
      }
    });
    this.#tail = turn;
    return turn;
  }

  #set(
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
        | 'message'
        | 'journalLines'
        | 'folder'
        | 'opened'
        | 'edits'
        | 'customer'
        | 'act'
        | 'unfolded'
        | 'refused'
      >
    >,
  ): void {
    Object.assign(this, change);
    for (const listener of this.#listeners) listener();
  }
}
