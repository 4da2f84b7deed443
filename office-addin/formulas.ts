/**
 * The formulas of the catalogue in the cells of Excel, behind Microsoft's custom functions. Hundreds of cells ask at once when a workbook
 * recalculates: what is read of it is read once for them all. Dates are serial numbers, in and out.
 */
import {
  bearsTabName,
  type CalendarDay,
  type Cell,
  dayFromIso,
  dayOf,
  evaluate,
  type FormulaAnswer,
  type FormulaArgument,
  type FormulaNeed,
  type FormulaSignature,
  type FormulaValue,
  FUNCTIONS,
  needOf,
  type Snapshot,
} from '../core/index.ts';
import { readWorkbook } from './read.ts';

/** What Excel puts in a cell. */
type Shown = string | number | boolean | CustomFunctions.Error;

/** How to talk to the workbook; tests put a client of theirs in place. */
export type Run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** While a cell is being typed in, Excel refuses; a formula can wait until that is done. */
const runInExcel: Run = (batch) => Excel.run({ delayForCellEdit: true }, batch);

/** How long what was read serves other cells, in milliseconds: about as long as one recalculation. */
const ONE_RECALCULATION = 2_000;
const EPOCH_1900 = dayFromIso('1899-12-30') as number;
const EPOCH_1904 = dayFromIso('1904-01-01') as number;

const SIGNATURES: ReadonlyMap<string, FormulaSignature> = new Map(FUNCTIONS.map((signature) => [signature.name, signature]));

/** The formulas of one runtime. */
export class Formulas {
  readonly #run: Run;
  readonly #read = new Map<FormulaNeed, { readonly snapshot: Promise<Snapshot>; readonly at: number }>();

  constructor(run: Run = runInExcel) {
    this.#run = run;
  }

  /** Tells Excel which function answers which formula of functions.json. */
  associate(): void {
    for (const { name } of FUNCTIONS) CustomFunctions.associate(name, (...given: unknown[]) => this.inCell(name, given) as Promise<Shown>);
  }

  /** Has every formula of the workbook answer anew, from the cells as they are now. */
  async recalculate(context: Excel.RequestContext): Promise<void> {
    this.recalculateNext(context);
    await context.sync();
  }

  /** The same with the next sync, whatever else that one is for. */
  recalculateNext(context: Excel.RequestContext): void {
    this.#read.clear();
    context.workbook.application.calculate('Full');
  }

  /** What a cell with the formula of this name shows; `given` as Excel hands it over: arguments, then what it says of the call. */
  async inCell(name: string, given: readonly unknown[]): Promise<Shown | Shown[][]> {
    const signature = SIGNATURES.get(name) as FormulaSignature;
    const { parameters } = signature;
    const invocation = given[parameters.length] as CustomFunctions.Invocation | undefined;
    const handed = await this.#withBlanks(given.slice(0, parameters.length), invocation?.parameterAddresses);
    const args = handed.map(argumentOf);
    const need = needOf(name, args);
    // Without a workbook to be read (Excel busy, an old version) the formula still answers what it can.
    const workbook = await this.#workbook(need).catch(() => null);
    const now = new Date();
    const answer = evaluate(name, args, {
      today: dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CalendarDay,
      locale: workbook?.locale ?? null,
      timeZone: null,
      date1904: workbook?.date1904 ?? false,
      workbook: need === 'nothing' ? null : workbook,
    });
    return result(answer, takesColumns(signature), workbook?.date1904 ?? false);
  }

  /** As much of the workbook as `need` says: its locale and calendar at least. */
  #workbook(need: FormulaNeed): Promise<Snapshot> {
    const known = this.#read.get('workbook') ?? this.#read.get(need);
    const now = Date.now();
    if (known && now - known.at < ONE_RECALCULATION) return known.snapshot;
    const wanted = { nothing: () => false, tabs: bearsTabName, workbook: () => true }[need];
    const snapshot = this.#run((context) => readWorkbook(context, wanted));
    // The time counts from when it was there: a large workbook is not read again because reading it took long.
    const keep = (at: number) => this.#read.set(need, { snapshot, at });
    keep(Number.POSITIVE_INFINITY);
    snapshot.then(
      () => this.#read.get(need)?.snapshot === snapshot && keep(Date.now()),
      () => this.#read.get(need)?.snapshot === snapshot && this.#read.delete(need),
    );
    return snapshot;
  }

  /**
   * Blank cells are null, but older versions of Excel hand them over as 0: a reminder never paid would be one paid on day 0. Where there are zeros and
   * no blank, the cells are looked at.
   */
  async #withBlanks(given: readonly unknown[], addresses: readonly (string | undefined)[] | undefined): Promise<readonly unknown[]> {
    const doubtful = given.flatMap((argument, i) => (addresses?.[i] && hasZerosOnly(argument) ? [{ i, address: addresses[i] }] : []));
    if (doubtful.length === 0) return given;
    const cells = await this.#run(async (context) => {
      const ranges = doubtful.map(({ address }) => rangeAt(context, address).load('values'));
      await context.sync();
      return ranges.map(({ values }) => values as unknown[][]);
    }).catch(() => []);
    return given.map((argument, i) => {
      const seen = cells[doubtful.findIndex((one) => one.i === i)];
      return seen === undefined ? argument : Array.isArray(argument) ? seen : seen[0]?.[0];
    });
  }
}

/** Whether a formula answers a column with a column. */
export const takesColumns = ({ parameters }: FormulaSignature): boolean => parameters.some(({ type }) => type === 'any');

function hasZerosOnly(argument: unknown): boolean {
  const cells = Array.isArray(argument) ? (argument as unknown[][]).flat() : [argument];
  return cells.includes(0) && !cells.some((cell) => cell === null || cell === '');
}

/** The range of an address such as `'Mes factures'!A1:B2`. */
function rangeAt({ workbook }: Excel.RequestContext, address: string): Excel.Range {
  const cut = address.lastIndexOf('!');
  const sheet = address
    .slice(0, Math.max(0, cut))
    .replace(/^'(.*)'$/, '$1')
    .replaceAll("''", "'");
  const { worksheets } = workbook;
  return (cut < 0 ? worksheets.getActiveWorksheet() : worksheets.getItem(sheet)).getRange(address.slice(cut + 1));
}

/** What was left out is null. A range of one cell is that cell. */
function argumentOf(given: unknown): FormulaArgument {
  if (given === null || given === undefined) return undefined;
  if (!Array.isArray(given)) return cellOf(given);
  const rows = given as unknown[][];
  return rows.length === 1 && rows[0]?.length === 1 ? cellOf(rows[0][0]) : rows.map((row) => row.map(cellOf));
}

/** An error in a cell comes as an object with its code, such as `#N/A`. */
function cellOf(given: unknown): Cell {
  if (given === null || given === undefined || given === '') return null;
  if (typeof given !== 'object') return given as Cell;
  const { code } = given as { readonly code?: unknown };
  return { error: typeof code === 'string' ? code : '#VALUE!' };
}

function result(answer: FormulaAnswer, asRows: boolean, date1904: boolean): Shown | Shown[][] {
  switch (answer.kind) {
    case 'value': {
      const value = shown(answer.value, date1904);
      return asRows ? [[value]] : value;
    }
    case 'rows':
      return answer.rows.map((row) => row.map((value) => shown(value, date1904)));
    case 'error':
      throw errorCell(answer.code, answer.message);
    default:
      return answer satisfies never;
  }
}

function errorCell(code: 'value' | 'not-available', message: string): CustomFunctions.Error {
  const { ErrorCode } = CustomFunctions;
  return new CustomFunctions.Error(code === 'value' ? ErrorCode.invalidValue : ErrorCode.notAvailable, message);
}

/** Excel shows null as 0; an empty text shows nothing. */
function shown(value: FormulaValue, date1904: boolean): Shown {
  if (value === null) return '';
  if (typeof value !== 'object') return value;
  if ('error' in value) return errorCell(value.code, value.error);
  const day = dayFromIso(value.date);
  return day === null ? value.date : day - (date1904 ? EPOCH_1904 : EPOCH_1900);
}
