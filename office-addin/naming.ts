/** The name a workbook has for ever, by which reminders are told from those of another file. */

/** Where the workbook keeps it. */
export const WORKBOOK_ID = 'relance.workbookId';

/** Names the workbook for ever. A copy of the file keeps the name, as it keeps the journal. */
export class Naming {
  readonly #context: Excel.RequestContext;
  readonly #id = crypto.randomUUID();
  state: 'due' | 'asked' | 'given' | 'refused' = 'due';

  constructor(context: Excel.RequestContext) {
    this.#context = context;
  }

  /** To be done by the next sync. */
  ask(): void {
    this.#context.workbook.settings.add(WORKBOOK_ID, this.#id);
    this.state = 'asked';
  }

  /** The name, once it is kept; null where the file cannot be written. */
  async given(): Promise<string | null> {
    if (this.state === 'due') {
      this.ask();
      this.state = await this.#context.sync().then(
        () => 'given' as const,
        () => 'refused' as const,
      );
    }
    return this.state === 'given' ? this.#id : null;
  }
}
