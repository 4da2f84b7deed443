/**
 * What the pane keeps: with the workbook, what goes wherever the file goes (the user's choices, beside the binding); with the reader, in the storage
 * of this browser, the day they last looked, for opening a file must not change it. Read once, then answered at once.
 */
import type { Run } from './formulas.ts';
import { WORKBOOK_ID } from './naming.ts';

export type Language = 'fr' | 'en';

/** The choices kept with the workbook. */
interface Choices {
  readonly language: Language;
  readonly automatic: boolean;
  readonly clientId: string;
}

const KEYS: Readonly<Record<keyof Choices, string>> = {
  language: 'relance.language',
  automatic: 'relance.automatic',
  clientId: 'relance.clientId',
};

const IS_SAID: { readonly [Key in keyof Choices]: (value: unknown) => value is Choices[Key] } = {
  language: (value): value is Language => value === 'fr' || value === 'en',
  automatic: (value): value is boolean => typeof value === 'boolean',
  clientId: (value): value is string => typeof value === 'string' && value !== '',
};

export class Kept {
  readonly #run: Run;
  #choices: Partial<Choices> = {};
  #workbookId: string | null = null;
  #visit: string | null = null;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Reads what the workbook keeps. Where it cannot be read nothing is chosen yet. */
  async load(): Promise<void> {
    try {
      await this.#run(async (context) => {
        const ask = (key: string) => context.workbook.settings.getItemOrNullObject(key).load('value');
        const id = ask(WORKBOOK_ID);
        const found = (Object.keys(KEYS) as (keyof Choices)[]).map((name) => [name, ask(KEYS[name])] as const);
        await context.sync();
        if (!id.isNullObject) this.#workbookId ??= String(id.value);
        for (const [name, { isNullObject, value }] of found)
          if (!isNullObject && IS_SAID[name](value) && !(name in this.#choices)) this.#choices = { ...this.#choices, [name]: value };
      });
    } catch {
      // The panel opens all the same, and says what it meets when it reads the invoices.
    }
  }

  /** Null: the user chose nothing. */
  get<Name extends keyof Choices>(name: Name): Choices[Name] | null {
    return this.#choices[name] ?? null;
  }

  /** Kept until the pane is closed where the file cannot be written. */
  set<Name extends keyof Choices>(name: Name, value: Choices[Name] | null): void {
    const { [name]: _before, ...others } = this.#choices;
    this.#choices = value === null ? (others as Partial<Choices>) : { ...this.#choices, [name]: value };
    void this.#run(async (context) => {
      const { settings } = context.workbook;
      if (value === null) settings.getItemOrNullObject(KEYS[name]).delete();
      else settings.add(KEYS[name], value);
      await context.sync();
    }).catch(() => undefined);
  }

  /** The workbook's name for ever, once it has one. */
  nameWorkbook(id: string | null): void {
    this.#workbookId = id;
  }

  lastVisit(): string | null {
    const key = this.#visitKey();
    try {
      return this.#visit ?? (key === null ? null : localStorage.getItem(key));
    } catch {
      return this.#visit;
    }
  }

  visited(day: string): void {
    this.#visit = day;
    const key = this.#visitKey();
    try {
      if (key !== null) localStorage.setItem(key, day);
    } catch {
      // Then it is known until the pane is closed.
    }
  }

  /** Office parts the storage of add-ins that share an origin. */
  #visitKey(): string | null {
    const partition = typeof Office === 'undefined' ? '' : (Office.context?.partitionKey ?? '');
    return this.#workbookId === null ? null : `${partition}relance-visit ${this.#workbookId}`;
  }
}
