/**
 * What the panel knows and does between two clicks: the last view, what is under way, what came of it. Commands go out one at a time and in order; a
 * failure keeps the last view on the screen and can be tried again, for no command prepares anything twice.
 */
import type { Binding, Command, LanguageCode, View, WorklistEntry } from '../core/for-panel.ts';
import { localMoment } from './clock.ts';
import type { Desk, Hooks, Selection } from './desk.ts';
import { type Speech, speechOf } from './format.ts';

export type Screen = 'today' | 'figures' | 'follow' | 'problems' | 'settings' | 'sheet';

/** A command without what the session adds to every one. */
type Without<T> = T extends Command ? Omit<T, 'at' | 'options'> : never;
export type Wanted = Without<Command>;

/** What is under way. */
export interface Doing {
  readonly kind: 'open' | 'refresh' | 'prepare' | 'tell' | 'undo';
  readonly count: number;
}

/** What came of the last command, until it is closed. */
export interface News {
  readonly kind: 'refreshed' | 'drafted' | 'told' | 'undone' | 'kept' | 'not-honoured';
  readonly count: number;
  readonly left: View['left'];
}

/** What the user tries on the sheet screen before saying yes. */
export interface Trial {
  readonly sheet?: string;
  readonly binding?: Binding;
}

/** A message is that of an entry, its stage and its invoices: the next stage begins with the proposed words again. */
function editKey({ id, stage, invoices }: WorklistEntry): string {
  return [id, stage, ...invoices].join(' ');
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
  edits: Readonly<Record<string, { readonly subject: string; readonly text: string }>> = {};
  folder: string | null = null;
  readonly hooks: Hooks;
  readonly #desk: Desk;
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
    this.#set({ screen, trial: screen === 'sheet' ? this.trial : null, news: null });
    if (screen !== 'sheet' && this.#tried) void this.read();
  }

  /** Reads the workbook anew, as after another file was opened. */
  async open(): Promise<void> {
    this.#welcomed = false;
    this.#set({
      view: null,
      news: null,
      trouble: null,
      trial: null,
      message: null,
      opened: null,
      edits: {},
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
    const edits: Record<string, { subject: string; text: string }> = {};
    for (const entry of chosen) {
      const edit = this.editOf(entry);
      if (edit !== null) edits[entry.id] = edit;
    }
    const view = await this.#send({ kind: 'prepare', entries, edits }, { kind: 'prepare', count: entries.length }, () =>
      this.prepare(chosen),
    );
    if (view) this.#set({ news: { kind: 'drafted', count: view.drafted.length, left: view.left } });
  }

  /** Tells the journal something only the user knows. */
  async tell(wanted: Wanted): Promise<void> {
    const view = await this.#send(wanted, { kind: 'tell', count: 0 }, () => this.tell(wanted));
    if (view) this.#set({ news: { kind: 'told', count: 0, left: view.left } });
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
  edit(entry: WorklistEntry, edit: { readonly subject: string; readonly text: string } | null): void {
    const { [editKey(entry)]: _, ...others } = this.edits;
    this.#set({ edits: edit === null ? others : { ...others, [editKey(entry)]: edit } });
  }

  /** What the user wrote over the message of an entry; null for nothing. */
  editOf(entry: WorklistEntry): { readonly subject: string; readonly text: string } | null {
    return this.edits[editKey(entry)] ?? null;
  }

  closeNews(): void {
    this.#set({ news: null });
  }

  closeTrouble(): void {
    this.#set({ trouble: null });
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

  async #send(wanted: Wanted, doing: Doing, again: () => Promise<void>): Promise<View | null> {
    const sent = await this.#inOrder(
      doing,
      () => {
        const isTrial = wanted.kind === 'open' && this.trial !== null;
        this.#tried = isTrial;
        this.stale = false;
        return this.#desk.send({ ...wanted, at: localMoment(), options: this.#options(isTrial ? this.trial : null) } as Command);
      },
      again,
    );
    if (sent === null) return null;
    this.#set({ view: sent });
    return sent;
  }

  #options(trial: Trial | null): Command['options'] {
    const language = this.hooks.language.get();
    return {
      ...(language === null ? {} : { language }),
      ...(trial?.sheet === undefined ? {} : { sheet: trial.sheet }),
      ...(trial?.binding === undefined ? {} : { trial: trial.binding }),
      panel: { messages: this.message === null ? [] : [this.message], journalLines: this.journalLines },
    };
  }

  /** One thing at a time; null when it failed, and then the trouble says so. */
  #inOrder<Answer>(doing: Doing, act: () => Promise<Answer>, again: () => Promise<void>): Promise<Answer | null> {
    const turn = this.#tail.then(async () => {
      this.#set({ doing, trouble: null, ...(doing.kind === 'open' ? {} : { news: null }) });
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
      >
    >,
  ): void {
    Object.assign(this, change);
    for (const listener of this.#listeners) listener();
  }
}
