/** What the user does in the grid, told to the panel: what is selected, and that cells were edited. What Relance writes itself is no edit of the user's. */
import type { Selection } from '../panel/desk.ts';
import type { Run } from './formulas.ts';
import { supports } from './read.ts';

/** From this Excel on, all sheets can be listened to at once. */
const EVENTS = '1.9';

export class Listening {
  readonly #run: Run;
  readonly #selected = new Set<(selection: Selection | null) => void>();
  readonly #edited = new Set<() => void>();
  #isHearingSelections = false;
  #isHearingEdits = false;
  #selections = 0;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Answers how to stop. Where Excel tells nothing, nothing is ever called. */
  onSelection(callback: (selection: Selection | null) => void): () => void {
    this.#selected.add(callback);
    if (!this.#isHearingSelections && supports(EVENTS)) {
      this.#isHearingSelections = true;
      this.#hear((sheets) => sheets.onSelectionChanged.add((event) => this.#onSelected(event)));
    }
    return () => this.#selected.delete(callback);
  }

  onEdit(callback: () => void): () => void {
    this.#edited.add(callback);
    if (!this.#isHearingEdits && supports(EVENTS)) {
      this.#isHearingEdits = true;
      this.#hear((sheets) => sheets.onChanged.add((event) => this.#onEdited(event)));
    }
    return () => this.#edited.delete(callback);
  }

  #hear(ask: (sheets: Excel.WorksheetCollection) => void): void {
    void this.#run(async (context) => {
      ask(context.workbook.worksheets);
      await context.sync();
    }).catch(() => undefined);
  }

  async #onEdited({ triggerSource }: Excel.WorksheetChangedEventArgs): Promise<void> {
    if (triggerSource === 'ThisLocalAddin') return;
    for (const callback of this.#edited) callback();
  }

  /** Of selections that follow one another quickly, only the last is told. */
  async #onSelected({ address, worksheetId }: Excel.WorksheetSelectionChangedEventArgs): Promise<void> {
    const mine = ++this.#selections;
    const place = firstCell(address);
    const name = await this.#run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(worksheetId).load('name');
      await context.sync();
      return sheet.name;
    }).catch(() => null);
    if (mine !== this.#selections) return;
    const selection = name === null || place === null ? null : { sheet: name, ...place };
    for (const callback of this.#selected) callback(selection);
  }
}

const ADDRESS = /^(?:.*!)?\$?([A-Z]*)\$?(\d*)(?::|,|$)/i;

/** The first cell of an address such as `B4:C9`, `4:9` (a whole row has no column) or `B:C`; null for none. */
export function firstCell(address: string): Omit<Selection, 'sheet'> | null {
  const found = ADDRESS.exec(address);
  const [, letters = '', row = ''] = found ?? [];
  if (letters === '' && row === '') return null;
  return { row: row === '' ? 1 : Number(row), column: letters === '' ? null : letters.toUpperCase() };
}
