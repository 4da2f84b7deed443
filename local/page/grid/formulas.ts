/**
 * The formulas of the catalogue in the grid: `=DSO()` in an empty cell shows the figure, `=AGING(A:J)` its whole table. The grid's engine computes
 * them like its own; why a cell shows an error is kept here, for the page to say.
 */
import { type ICellData, InterceptorEffectEnum, type IRange } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FormulaDataModel,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  INTERCEPTOR_POINT,
  NullValueObject,
  NumberValueObject,
  SetTriggerFormulaCalculationStartMutation,
  SheetInterceptorService,
  StringValueObject,
} from '@univerjs/preset-sheets-core';
import {
  type Cell,
  evaluate,
  type FormulaArgument,
  type FormulaContext,
  type FormulaSignature,
  type FormulaValue,
  FUNCTIONS,
  needOf,
} from '../../../core/index.ts';
import { callsOurs } from '../../files/spill.ts';
import { serialOf } from './formats.ts';
import type { ReadCell } from './sheet-of.ts';
import type { OpenGrid } from './univer.ts';

/** What formulas ask of the workbook around them. */
export interface FormulaPlace extends Omit<FormulaContext, 'timeZone' | 'date1904'> {
  /** The number format of dates that come out. */
  readonly dayFormat: string;
  /** What a cell of the grid holds. */
  read(data: ICellData): ReadCell;
}

/** A cell of the grid, 0-based. */
export interface GridCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** A formula in the grid, whichever cell of a filled-down column it was typed in. */
interface FormulaCell extends GridCell {
  readonly formula: string;
}

/** The catalogue as the grid knows it. */
export class GridFormulas {
  readonly #grid: OpenGrid;
  readonly #model: FormulaDataModel;
  readonly #reasons = new Map<string, string>();

  /** Registers the whole catalogue. Below the grid's own interface, which has all formulas of the file computed anew: they keep the file's values. */
  constructor(grid: OpenGrid, place: FormulaPlace) {
    this.#grid = grid;
    this.#model = grid.injector.get(FormulaDataModel);
    const functions = grid.injector.get(IFunctionService);
    functions.registerExecutors(...FUNCTIONS.map((signature) => new CatalogueFunction(signature, place, this.#reasons)));
    grid.injector.get(IDescriptionService).registerDescriptions(FUNCTIONS.map(described));
    // Of the cells a formula fills the grid shows the values alone: a date would stand there as a number.
    grid.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 99,
      effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
      handler: (cell, { subUnitId, row, col }, next) => {
        const look = cell?.s ? undefined : this.filled({ sheetId: subUnitId, row, column: col })?.s;
        return next(look ? { ...cell, s: look } : cell);
      },
    });
  }

  /** Has the formulas of ours among these answer anew; all others keep their values until something they depend on changes. */
  recalculate(cells: Iterable<FormulaCell>): void {
    const dirtyRanges: object[] = [];
    for (const { sheetId, row, column, formula } of cells) {
      if (!callsOurs(formula)) continue;
      const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
      dirtyRanges.push({ unitId: this.#unit, sheetId, range });
    }
    if (dirtyRanges.length === 0) return;
    const nothingElse = {
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
    };
    const params = { forceCalculation: false, dirtyRanges, ...nothingElse };
    this.#grid.api.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, params, { onlyLocal: true });
  }

  /** Every formula of a sheet. */
  formulasOf(sheetId: string): FormulaCell[] {
    const found: FormulaCell[] = [];
    for (const [row, line] of Object.entries(this.#model.getFormulaData()[this.#unit]?.[sheetId] ?? {}))
      for (const [column, item] of Object.entries((line ?? {}) as Record<string, { readonly f?: string } | null>))
        if (item?.f) found.push({ sheetId, row: Number(row), column: Number(column), formula: item.f });
    return found;
  }

  /** Why the formula of a cell shows an error, in words; null when it shows none. */
  reason({ sheetId, row, column }: GridCell): string | null {
    return this.#reasons.get(keyOf(sheetId, row, column)) ?? null;
  }

  /** The cells that the formula of a cell fills, its own included; null when it fills no other. */
  spill({ sheetId, row, column }: GridCell): IRange | null {
    return this.#model.getArrayFormulaRange()[this.#unit]?.[sheetId]?.[row]?.[column] ?? null;
  }

  /** A cell that another one's formula fills, as that one shows it. */
  filled({ sheetId, row, column }: GridCell): ICellData | null {
    return this.#model.getArrayFormulaCellData()[this.#unit]?.[sheetId]?.[row]?.[column] ?? null;
  }

  get #unit(): string {
    return this.#grid.api.getActiveWorkbook()?.getId() ?? '';
  }
}

class CatalogueFunction extends BaseFunction {
  override needsReferenceObject = true;
  readonly #signature: FormulaSignature;
  readonly #place: FormulaPlace;
  readonly #reasons: Map<string, string>;

  constructor(signature: FormulaSignature, place: FormulaPlace, reasons: Map<string, string>) {
    super(signature.name);
    this.#signature = signature;
    this.#place = place;
    this.#reasons = reasons;
  }

  /** The grid would read a date in quotes as Americans write it. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...given: (BaseValueObject | BaseReferenceObject)[]): BaseValueObject {
    const place = this.#place;
    const { name } = this.#signature;
    const args = given.map((argument) => argumentOf(argument, place));
    const answer = evaluate(name, args, {
      today: place.today,
      locale: place.locale,
      timeZone: null,
      date1904: false,
      workbook: needOf(name, args) === 'nothing' ? null : place.workbook,
    });
    const key = keyOf(this.subUnitId ?? '', this.row, this.column);
    if (answer.kind !== 'error') this.#reasons.delete(key);
    switch (answer.kind) {
      case 'value':
        return shown(answer.value, place.dayFormat);
      case 'rows':
        return rowsShown(answer.rows, place.dayFormat);
      case 'error':
        this.#reasons.set(key, answer.message);
        return error(answer.code);
      default:
        return answer satisfies never;
    }
  }
}

const keyOf = (sheetId: string, row: number, column: number): string => `${sheetId} ${row} ${column}`;

// ── what goes in ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function argumentOf(given: BaseValueObject | BaseReferenceObject, place: FormulaPlace): FormulaArgument {
  if (given.isReferenceObject()) {
    const rows = cellsOf(given as BaseReferenceObject, place);
    return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
  }
  if (!(given instanceof ArrayValueObject)) return cellOf(given as BaseValueObject);
  return given.getArrayValue().map((row) => row.map((value) => (value ? cellOf(value) : null)));
}

/** The cells of a range as they are now, with what was computed a moment ago and does not stand in the sheet yet. */
function cellsOf(range: BaseReferenceObject, { read }: FormulaPlace): Cell[][] {
  const { startRow, endRow, startColumn, endColumn } = range.getRangePosition();
  const sheet = range.getCurrentActiveSheetData()?.cellData;
  const computed = [
    range.getCurrentRuntimeSheetData(),
    range.getCurrentRuntimeActiveArrayFormulaCellData(),
    range.getCurrentActiveArrayFormulaCellData(),
  ].filter((matrix) => matrix !== undefined && matrix.getLength() > 0);
  const rows: Cell[][] = [];
  for (let row = startRow; row <= endRow; row++) {
    const line: Cell[] = [];
    for (let column = startColumn; column <= endColumn; column++) {
      let data: ICellData | null = sheet?.getValue(row, column) ?? null;
      for (const matrix of computed) {
        const fresh = matrix?.getValue(row, column);
        if (!fresh) continue;
        data = { ...data, ...fresh };
        break;
      }
      if (data === null) {
        line.push(null);
        continue;
      }
      const { value, format } = read(data);
      line.push(typeof value === 'number' && format !== null ? { number: value, format } : value);
    }
    rows.push(line);
  }
  // Below the last entry a whole column is blank.
  while (rows.length > 1 && rows[rows.length - 1]?.every((cell) => cell === null)) rows.pop();
  return rows;
}

function cellOf(value: BaseValueObject): Cell {
  if (value.isNull()) return null;
  if (value.isError()) return { error: String((value as ErrorValueObject).getErrorType()) };
  const plain = value.getValue();
  const pattern = value.getPattern();
  return typeof plain === 'number' && pattern !== '' ? { number: plain, format: pattern } : plain;
}

// ── what comes out ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function shown(value: FormulaValue, dayFormat: string): BaseValueObject {
  if (value === null) return StringValueObject.create('');
  if (typeof value === 'string') return StringValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'number') return NumberValueObject.create(value);
  // The grid has errors for whole formulas: in a column, the reason itself stands in the cell.
  if ('error' in value) return StringValueObject.create(value.error);
  const serial = serialOf(value.date);
  return serial === null ? StringValueObject.create(value.date) : NumberValueObject.create(serial, dayFormat);
}

function rowsShown(rows: readonly (readonly FormulaValue[])[], dayFormat: string): ArrayValueObject {
  const columnCount = Math.max(1, ...rows.map((row) => row.length));
  const calculateValueList = rows.map((row) =>
    Array.from({ length: columnCount }, (_, c) => (c < row.length ? shown(row[c] as FormulaValue, dayFormat) : NullValueObject.create())),
  );
  const nowhere = { unitId: '', sheetId: '', row: -1, column: -1 };
  return ArrayValueObject.create({ calculateValueList, rowCount: rows.length, columnCount, ...nowhere });
}

const error = (code: 'value' | 'not-available'): ErrorValueObject =>
  ErrorValueObject.create(code === 'value' ? ErrorType.VALUE : ErrorType.NA);

/** What the grid offers while a name is being typed, and says of each argument. */
function described({ name, text, parameters }: FormulaSignature) {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: text,
    abstract: text,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.text,
      example: EXAMPLES[parameter.type],
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  };
}

const EXAMPLES = { range: 'A:J', any: 'A2', date: 'B2', number: '90', text: '"…"' } as const satisfies Record<
  FormulaSignature['parameters'][number]['type'],
  string
>;
