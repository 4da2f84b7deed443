/**
 * Where each open invoice stands on its ladder: the highest rung done, what was done last, who was contacted when. The journal is believed first;
 * the "last action" cell counts when the journal knows nothing newer of that invoice.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { remembered } from '../remembered.ts';
import { type Cadence, FLAG, type LastAction, type Ledger } from '../types.ts';
import { type DoneStage, type InvoiceHistory, type JournalBook, numberKey, roundOf } from './journal.ts';
import { type ActionLabel, actionDays, isStillToCome, lastActionReader, type StandsFor, standsFor } from './last-action.ts';

/** What was done about an invoice, on the ladder of its cadence. */
export interface Standing {
  /** The highest rung done in the current round: a call noted after the formal reminder does not bring the formal reminder back. */
  readonly done: StandsFor | null;
  /** The last thing done, whatever its rung; a skipped stage was not done. */
  readonly lastAction: LastAction | null;
  /** The last action is known from the journal, not from its cell. */
  readonly isJournaled: boolean;
  /** Last dated contact about this invoice; NO_DAY for none. */
  readonly contactOn: CalendarDay;
  readonly history: InvoiceHistory | undefined;
}

/** What a status cell that says "Mise en demeure" stands for. */
const NOTICE: ActionLabel = { word: 'formal-notice', offset: null, rank: null };
const NOTHING: Standing = { done: null, lastAction: null, isJournaled: false, contactOn: NO_DAY, history: undefined };

/** A text of the column, and what it can mean on the as-of day. */
interface KnownText {
  readonly label: ActionLabel;
  readonly onFor: (issuedOn: CalendarDay) => CalendarDay | null;
  readonly isStillToCome: boolean;
}

/** What a last-action cell says. */
interface CellSays {
  readonly stands: StandsFor | null;
  readonly on: CalendarDay | null;
}

function standingOfCell({ stands, on }: CellSays): Standing {
  const lastAction = stands === null ? null : { stage: stands.stage, on };
  return { done: stands, lastAction, isJournaled: false, contactOn: on ?? NO_DAY, history: undefined };
}

/** Reads the last-action cells once per distinct text. */
export class LastActionCells {
  readonly #texts: readonly (KnownText | null)[];
  readonly #stands = remembered((cadence: Cadence) => remembered((label: ActionLabel) => standsFor(label, cadence)));

  readonly #standings: (cadence: Cadence) => (Standing | undefined)[];

  constructor(ledger: Ledger, monthFirst: boolean | null, asOf: CalendarDay) {
    this.#standings = remembered(() => new Array(ledger.lastActions.length * 2));
    const reader = lastActionReader(monthFirst, asOf);
    this.#texts = ledger.lastActions.map((text) => {
      const read = reader(text);
      if (read === null) return null;
      const { label, date } = read;
      const onFor = actionDays(label.word === 'not-a-contact' ? null : date, asOf);
      return { label, onFor, isStillToCome: isStillToCome(date, asOf) };
    });
  }

  /** Where an invoice stands of which nothing but its cell tells. */
  alone(index: number, issuedOn: CalendarDay, cadence: Cadence): Standing {
    // A text is dated on one day or on none, whatever the invoice beside it.
    const isDated = typeof this.#texts[index]?.onFor(issuedOn) === 'number';
    const standings = this.#standings(cadence);
    const at = index * 2 + (isDated ? 1 : 0);
    const known = standings[at];
    if (known !== undefined) return known;
    const cell = this.read(index, issuedOn, cadence);
    const standing = cell === null ? NOTHING : standingOfCell(cell);
    standings[at] = standing;
    return standing;
  }

  /** What the cell of an invoice says was done and when; null for nothing, or nothing yet. A date beside unknown words is a contact without a stage. */
  read(index: number, issuedOn: CalendarDay, cadence: Cadence): CellSays | null {
    const text = this.#texts[index];
    if (!text) return null;
    const on = text.onFor(issuedOn);
    if (on === null && text.isStillToCome) return null;
    const stands = this.#stands(cadence)(text.label);
    return stands === null && on === null ? null : { stands, on };
  }
}

/**
 * The offset a journaled stage stands for: its own in the cadence. A stage of another cadence counts for the latest rung of that name its day had
 * reached, the lowest when no day tells; a name nobody knows counts from the due date.
 */
function offsetOf({ stage, on }: DoneStage, dueOn: CalendarDay, cadence: Cadence, cadences: ReadonlyMap<string, Cadence>): number {
  const own = cadence.stages.filter((candidate) => candidate.id === stage).at(-1);
  if (own) return own.offset;
  const offsets = [...cadences.values()].flatMap((other) =>
    other.stages.filter((candidate) => candidate.id === stage).map(({ offset }) => offset),
  );
  const reached = offsets.filter((offset) => on !== NO_DAY && dueOn !== NO_DAY && offset <= on - dueOn);
  return reached.length > 0 ? Math.max(...reached) : offsets.length > 0 ? Math.min(...offsets) : 0;
}

/** The highest rung of the round an invoice is in; null when nothing was done. */
function highestRung(
  history: InvoiceHistory | undefined,
  dueOn: CalendarDay,
  cadence: Cadence,
  cadences: ReadonlyMap<string, Cadence>,
): StandsFor | null {
  const round = roundOf(history);
  let highest: StandsFor | null = null;
  for (const done of history?.done ?? []) {
    if (done.round !== round) continue;
    const offset = offsetOf(done, dueOn, cadence, cadences);
    if (highest === null || offset >= highest.offset) highest = { stage: done.stage, offset };
  }
  return highest;
}

/** Where invoice `i` stands. */
export function standingOf(
  ledger: Ledger,
  i: number,
  book: JournalBook,
  cells: LastActionCells,
  cadence: Cadence,
  cadences: ReadonlyMap<string, Cadence>,
): Standing {
  const history = book.empty ? undefined : book.invoices.get(numberKey(ledger.number[i] as string));
  const cellIndex = ledger.lastAction[i] as number;
  const isNoticed = ((ledger.flags[i] as number) & FLAG.formalNotice) !== 0;
  if (!history && !isNoticed) return cellIndex === 0 ? NOTHING : cells.alone(cellIndex, ledger.issuedOn[i] as CalendarDay, cadence);

  const cell = cellIndex === 0 ? null : cells.read(cellIndex, ledger.issuedOn[i] as CalendarDay, cadence);
  const newest = history?.done.at(-1);
  const isCellNewer = cell !== null && (newest === undefined || (cell.on !== null && cell.on > newest.on));
  let done = highestRung(history, ledger.dueOn[i] as CalendarDay, cadence, cadences);
  const made = history?.done.filter(({ how }) => how !== 'skipped').at(-1);
  let lastAction: LastAction | null = made ? { stage: made.stage, on: made.on === NO_DAY ? null : made.on } : null;
  let isJournaled = made !== undefined;
  if (isCellNewer && cell.stands !== null) {
    if (done === null || cell.stands.offset > done.offset) done = cell.stands;
    lastAction = { stage: cell.stands.stage, on: cell.on };
    isJournaled = false;
  }
  const notice = isNoticed ? standsFor(NOTICE, cadence) : null;
  if (notice && (done === null || done.offset < notice.offset)) {
    done = notice;
    lastAction = { stage: notice.stage, on: null };
    isJournaled = false;
  }
  const contactOn = Math.max(history?.lastContactOn ?? NO_DAY, cell?.on ?? NO_DAY) as CalendarDay;
  return { done, lastAction, isJournaled, contactOn, history };
}
