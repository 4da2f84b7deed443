/**
 * The desk of the task pane: runs each command over the open workbook, one at a time, and holds what the panel asks of Excel besides. The pane
 * mounts the shared panel on it and knows nothing of ranges.
 */
import { type CalendarDay, type Command, dayFromIso, perform, type View, type Written } from '../core/index.ts';
import { localMoment, today as todayHere } from '../panel/clock.ts';
import type { Desk, Hooks } from '../panel/desk.ts';
import { runInExcel } from './driver.ts';
import type { Formulas, Run } from './formulas.ts';
import { Kept, type Language } from './kept.ts';
import { KnownWorkbook } from './known.ts';
import { Listening } from './listening.ts';
import { MailDesk, type MailStatus } from './mail/mail-desk.ts';
import { type MailPlace, mailPlace } from './mail/mail-place.ts';
import { inWords } from './trouble.ts';

export interface DeskOptions {
  /** How to talk to the workbook. Default: `Excel.run`, which waits while a cell is being typed in. */
  readonly run?: Run;
  /** The formulas of this runtime: every command that may have changed cells has them answer anew. */
  readonly formulas?: Pick<Formulas, 'recalculate' | 'recalculateNext'>;
  /** The reader's own language, for what is said before a workbook was read. Default: that of Office. */
  readonly readerLanguage?: Language;
  /** The application registered for drafts in Outlook, as the add-in was built; the workbook's own setting wins. */
  readonly clientId?: string | null;
  /** Outlook, the browser and the clock, as reminders need them; tests put theirs in place. */
  readonly mail?: MailPlace;
  /** Told what went wrong where no command runs (a draft that cannot be opened): an error whose message, and `advice` if it has one, can be shown. */
  readonly remark?: (error: Error) => void;
  /** Today, as ISO text. Default: of this computer. */
  readonly today?: () => string;
}

/** What the panel asks of Excel, ready to be handed to `mountPanel` together with what the pane adds (printing, opening files). */
export type DeskHooks = Pick<
  Hooks,
  'selectCell' | 'onSelection' | 'canUndo' | 'undo' | 'download' | 'draftsAreFiles' | 'asOf' | 'language'
> &
  Required<Pick<Hooks, 'onEdit' | 'lastVisit' | 'automatic'>>;

export interface ExcelDesk extends Desk {
  /** Resolves once what is kept with the workbook was read: mount the panel then. Never rejects. */
  readonly ready: Promise<void>;
  readonly hooks: DeskHooks;
  /** Which way reminders go from here, and why, in the language of the panel. */
  mail(): MailStatus;
  /** The application registered for drafts in Outlook, kept with the workbook; null: as the add-in was built. */
  readonly clientId: { get(): string | null; set(id: string | null): void };
  /** The language that is spoken: the user's choice, else the workbook's as far as known, else the reader's. */
  language(): Language;
  /** Stops waiting for Outlook: the command under way ends, and the next one takes up what was announced. */
  cancel(): void;
  /** Resolves once the commands sent so far have ended, one way or the other. */
  idle(): Promise<unknown>;
}

/** While a cell is being typed in, Excel refuses; a command can wait until that is done. */
const runExcel: Run = (batch) => Excel.run({ delayForCellEdit: true }, batch);

/** The desk of the open workbook. */
export function excelDesk(options: DeskOptions = {}): ExcelDesk {
  return new WorkbookDesk(options);
}

class WorkbookDesk implements ExcelDesk {
  readonly ready: Promise<void>;
  readonly hooks: DeskHooks;
  readonly clientId: ExcelDesk['clientId'];
  readonly #run: Run;
  readonly #options: DeskOptions;
  readonly #kept: Kept;
  readonly #known = new KnownWorkbook();
  readonly #mail: MailDesk;
  #filesLanguage: Language | null = null;
  /** The day the user chose; null: today. */
  #day: string | null = null;
  /** What the last refresh wrote, until it is taken back. */
  #written: Written | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: DeskOptions) {
    const run = options.run ?? runExcel;
    this.#run = run;
    this.#options = options;
    this.#kept = new Kept(run);
    this.ready = this.#kept.load();
    this.clientId = {
      get: () => this.#kept.get('clientId') ?? options.clientId ?? null,
      set: (id) => this.#kept.set('clientId', id?.trim() || null),
    };
    this.#mail = new MailDesk(options.mail ?? mailPlace(), this.clientId.get, () => this.language());
    this.hooks = this.#hooksOf(new Listening(run));
  }

  send(command: Command): Promise<View> {
    const turn = this.#last.then(() => this.#perform(command));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  mail(): MailStatus {
    return this.#mail.status();
  }

  language(): Language {
    return this.#kept.get('language') ?? this.#filesLanguage ?? this.#readersLanguage();
  }

  cancel(): void {
    this.#mail.cancel();
  }

  idle(): Promise<unknown> {
    return this.#last;
  }

  async #perform(command: Command): Promise<View> {
    await this.ready;
    const asOf = dayFromIso(this.hooks.asOf.get()) as CalendarDay;
    const by = command.options?.by ?? this.#mail.userName ?? undefined;
    const signed: Command = by === undefined ? command : { ...command, options: { ...command.options, by } };
    const drafts = this.#mail.begin();
    try {
      const { formulas } = this.#options;
      let isAsked = command.kind === 'open';
      const view = await this.#run(async (context) => {
        const done = await runInExcel(perform(signed, asOf), context, {
          drafts,
          known: this.#known,
          // What is read back after a writing goes in the same sync.
          onReadBack: () => {
            formulas?.recalculateNext(context);
            isAsked = true;
          },
          onRead: ({ workbookId }) => this.#kept.nameWorkbook(workbookId ?? null),
        });
        // The formulas answer by what stands in the cells now; looking changes nothing.
        if (!isAsked) await formulas?.recalculate(context).catch(() => undefined);
        return done;
      });
      this.#filesLanguage = view.report?.language ?? this.#filesLanguage;
      if (view.written !== undefined) this.#written = view.written;
      else if (command.kind === 'refresh' || command.kind === 'put-back') this.#written = null;
      return view;
    } catch (error) {
      this.#known.forget();
      throw inWords(error, this.language());
    }
  }

  #hooksOf(listening: Listening): DeskHooks {
    const kept = this.#kept;
    const mail = this.#mail;
    const today = this.#options.today ?? (() => todayHere());
    return {
      selectCell: (sheet, row, column) => this.#select(sheet, row, column),
      onSelection: (callback) => listening.onSelection(callback),
      onEdit: (callback) => listening.onEdit(callback),
      canUndo: () => this.#written !== null,
      undo: (options) => {
        const written = this.#written;
        if (written === null) return Promise.resolve();
        return this.send({ kind: 'put-back', at: localMoment(), written, ...(options ? { options } : {}) });
      },
      download: (id) => void this.#mail.show(id).catch((error: unknown) => this.#options.remark?.(inWords(error, this.language()))),
      // The user may name the application later.
      get draftsAreFiles() {
        return mail.isByFile;
      },
      asOf: {
        get: () => this.#day ?? today(),
        set: (day) => {
          this.#day = dayFromIso(day) === null || day === today() ? null : day;
        },
        today,
      },
      language: { get: () => kept.get('language'), set: (language) => kept.set('language', language) },
      lastVisit: { get: () => kept.lastVisit(), set: (day) => kept.visited(day) },
      automatic: { get: () => kept.get('automatic') === true, set: (on) => kept.set('automatic', on || null) },
    };
  }

  async #select(sheet: string, row: number, column: string | null): Promise<void> {
    try {
      await this.#run(async (context) => {
        const there = context.workbook.worksheets.getItem(sheet);
        there.activate();
        there
          .getRange(column === null ? `${row}:${row}` : `${column}${row}`)
          .untrack()
          .select();
        await context.sync();
      });
    } catch (error) {
      throw inWords(error, this.language());
    }
  }

  #readersLanguage(): Language {
    if (this.#options.readerLanguage) return this.#options.readerLanguage;
    const office = typeof Office === 'undefined' ? undefined : Office.context?.displayLanguage;
    return /^fr/i.test(office ?? (typeof navigator === 'undefined' ? '' : navigator.language)) ? 'fr' : 'en';
  }
}
