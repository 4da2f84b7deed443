/**
 * The formulas in Excel: functions.json as Microsoft's own tool understands it, and the built script under Microsoft's own runtime of custom
 * functions, called as Excel calls it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import {
  type Cell,
  dayFromIso,
  evaluate,
  type FormulaArgument,
  type FormulaSignature,
  type FormulaValue,
  FUNCTIONS,
  type Snapshot,
} from '../../core/index.ts';
import { Formulas } from '../../office-addin/formulas.ts';
import { built } from './built.ts';
import { type ExcelApp, openExcel } from './excel/index.ts';
import { callOf, TODAY, WORKBOOK } from './formula-calls.ts';

interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly { name: string; description: string; type: string; dimensionality: string; optional?: boolean }[];
    readonly result: { readonly type: string; readonly dimensionality: string };
    readonly options?: { readonly requiresParameterAddresses?: boolean };
  }[];
}

let script = '';
let metadata: Metadata;
beforeAll(async () => {
  const dist = await built('office-addin');
  script = dist.read('office-addin/functions.js');
  metadata = JSON.parse(dist.read('office-addin/functions.json')) as Metadata;
});

const day = (iso: string) => dayFromIso(iso) as NonNullable<ReturnType<typeof dayFromIso>>;
const EPOCH = { 1900: day('1899-12-30'), 1904: day('1904-01-01') } as const;

/** A cell as Excel hands it over: dates are serial numbers, blanks null. */
const handed =
  (epoch: number) =>
  (argument: FormulaArgument): unknown =>
    Array.isArray(argument)
      ? argument.map((row: readonly Cell[]) => row.map((cell) => cellHanded(cell, epoch)))
      : cellHanded(argument as Cell | undefined, epoch);
function cellHanded(cell: Cell | undefined, epoch: number): unknown {
  if (cell === undefined || cell === null) return null;
  return typeof cell === 'object' && 'date' in cell ? day(cell.date) - epoch : cell;
}

/** What a cell shows of the core's answer. */
function shown(value: FormulaValue, epoch: number): unknown {
  if (value === null) return '';
  if (typeof value !== 'object') return value;
  if ('date' in value) return day(value.date) - epoch;
  return expect.objectContaining({ message: value.error });
}

const workbook = (more: Partial<Snapshot> = {}): Snapshot => ({ ...WORKBOOK, timeZone: null, ...more });

/** A call with its arguments as Excel makes them by functions.json: a cell for a column is a column of one. */
function callIn(name: string, args: readonly unknown[]) {
  const known = metadata.functions.find(({ id }) => id === name);
  if (!known) throw new Error(`${name} is not in functions.json`);
  return {
    id: name,
    args: known.parameters.map(({ dimensionality }, i) => {
      const given = args[i] ?? null;
      return dimensionality === 'matrix' && given !== null && !Array.isArray(given) ? [[given]] : given;
    }),
  };
}

/** What the runtime puts in cells, errors by Excel's own codes. */
const NOT_AVAILABLE = 1;
const VALUE = 7;

async function asked(app: ExcelApp, name: string, args: readonly unknown[]) {
  const [answer] = await app.formulas(script).invoke([callIn(name, args)]);
  return answer;
}

describe('functions.json', () => {
  it('names every formula once, by the rules for ids, and each has its function', () => {
    const ids = metadata.functions.map(({ id }) => id);
    expect(ids).toEqual(FUNCTIONS.map(({ name }) => name));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,63}$/);
      // AR.X1 would be read as a cell of a sheet.
      expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/);
    }
    expect(openExcel(workbook()).formulas(script).associated).toEqual(ids);
  });

  it('says the same as Microsoft’s own tool makes of such functions', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relance-functions-'));
    const file = join(folder, 'functions.ts');
    const typeOf = (dimensionality: string) => (dimensionality === 'matrix' ? 'any[][]' : 'any');
    writeFileSync(
      file,
      metadata.functions
        .map(({ id, description, parameters, result, options }) =>
          [
            '/**',
            ` * ${description}`,
            ` * @customfunction ${id} ${id}`,
            ...parameters.map(({ name, description }) => ` * @param ${name} ${description}`),
            ...(options?.requiresParameterAddresses ? [' * @param invocation Where it stands.', ' * @requiresParameterAddresses'] : []),
            ' */',
            `export function f_${id}(${[
              ...parameters.map(({ name, dimensionality, optional }) => `${name}${optional ? '?' : ''}: ${typeOf(dimensionality)}`),
              ...(options?.requiresParameterAddresses ? ['invocation: CustomFunctions.Invocation'] : []),
            ].join(', ')}): ${typeOf(result.dimensionality)} { return []; }`,
          ].join('\n'),
        )
        .join('\n'),
    );
    const made = await generateCustomFunctionsMetadata(file);
    rmSync(folder, { recursive: true });
    expect(made.errors).toEqual([]);
    const plain = ({ functions }: Metadata) =>
      functions.map(({ id, name, parameters, result, options }) => ({
        id,
        name,
        parameters: parameters.map(({ name, type, dimensionality, optional }) => [
          name,
          type,
          dimensionality ?? 'scalar',
          optional ?? false,
        ]),
        result: result?.dimensionality ?? 'scalar',
        addresses: options?.requiresParameterAddresses ?? false,
      }));
    expect(plain(JSON.parse(made.metadataJson) as Metadata)).toEqual(plain(metadata));
  });
});

const pairs = FUNCTIONS.flatMap((signature, i) => (i % 2 === 0 ? [[signature, FUNCTIONS[i + 1] as FormulaSignature] as const] : []));

describe('under Microsoft’s runtime of custom functions', () => {
  it.each([1900, 1904] as const)('every formula answers like the core; dates are serials of %s, in and out', async (calendar) => {
    const epoch = EPOCH[calendar];
    const app = openExcel(workbook({ date1904: calendar === 1904 }));
    const calls = pairs.flatMap(([english, french]) => [english, french].map(({ name }) => ({ name, args: callOf(english) })));
    const answers = await app.formulas(script).invoke(calls.map(({ name, args }) => callIn(name, args.map(handed(epoch)))));
    for (const [i, { name, args }] of calls.entries()) {
      const context = {
        today: day(TODAY),
        locale: 'fr-FR',
        timeZone: null,
        date1904: calendar === 1904,
        workbook: workbook({ date1904: calendar === 1904 }),
      };
      const answer = evaluate(name, args, context);
      if (answer.kind === 'error') throw new Error(`${name}: ${answer.message}`);
      const rows = answer.kind === 'rows' ? answer.rows : [[answer.value]];
      const cells = rows.map((row) => row.map((value) => shown(value, epoch)));
      const isMatrix = metadata.functions.find(({ id }) => id === name)?.result.dimensionality === 'matrix';
      expect({ name, ...answers[i] }).toEqual({ name, value: isMatrix ? cells : cells[0]?.[0] });
    }
  });

  it('errors carry their reason: #VALUE! for an argument that cannot be read, #N/A for what the data cannot say', async () => {
    const app = openExcel(workbook());
    expect(await asked(app, 'DATE_ECHEANCE', ['31/02/2025', '30 jours'])).toEqual({
      errorCode: VALUE,
      message: expect.stringMatching(/31\/02\/2025/),
    });
    expect(await asked(app, 'CUSTOMER_SCORE', ['Perrin'])).toEqual({ errorCode: NOT_AVAILABLE, message: expect.stringMatching(/Too few/) });
  });

  it('a bad row of a column is an error in its own cell, the others answer', async () => {
    const app = openExcel(workbook());
    const answer = await asked(app, 'DUE_DATE', [[[45918], ['31/02/2025'], [null], [45920]], '30 days']);
    expect(answer).toEqual({
      value: [[45948], [expect.objectContaining({ type: 'Error', basicValue: '#VALUE!' })], [''], [45950]],
    });
  });

  it('cells in error do not take the figure away', async () => {
    const app = openExcel(workbook());
    const range = handed(EPOCH[1900])(callOf(FUNCTIONS[0] as FormulaSignature)[0]) as unknown[][];
    const spoilt = range.map((row, r) =>
      r === 2 ? row.map((cell, c) => (c === 7 ? { type: 'CustomFunctionError', code: '#N/A' } : cell)) : row,
    );
    const whole = await asked(app, 'OUTSTANDING', [range, 45917]);
    expect(await asked(app, 'OUTSTANDING', [spoilt, 45917])).toEqual(whole);
  });

  it('older versions hand blanks over as 0: the cells are looked at', async () => {
    const app = openExcel(workbook());
    // F-2 is not paid: G3 is blank. F-1 was paid: G2 is not.
    const call = callIn('DAYS_LATE', [45869, 0, 45917]);
    const client = app.formulas(script);
    const [seeing] = await client.invoke([{ ...call, addresses: ['', 'Factures!G3', ''] }]);
    expect(seeing).toEqual({ value: [[48]] });
    const [paid] = await client.invoke([{ ...call, addresses: ['', 'Factures!G2', ''] }]);
    expect(paid).toEqual({ value: [[45858 - 45869]] });
    const [blind] = await client.invoke([call]);
    expect(blind).not.toEqual(seeing);
  });

  it('three hundred cells without a range read the workbook once, and again after Refresh', async () => {
    const app = openExcel(workbook());
    const client = app.formulas(script);
    const one = callIn('OUTSTANDING', [null, 45917]);
    await client.invoke([one]);
    const once = app.counts().syncs;
    const many = openExcel(workbook());
    const answers = await many.formulas(script).invoke(Array.from({ length: 300 }, () => one));
    expect(many.counts().syncs).toBe(once);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await many.excel.run((context) => new Formulas().recalculate(context));
    expect(many.book.calculations).toBe(1);
  });

  it('what a cell cannot be told of the workbook it does without', async () => {
    const app = openExcel(workbook());
    for (const position of [1, 2, 3, 4]) app.failSync(position);
    expect(await asked(app, 'RECOVERY_FEE', [100, 'FR'])).toEqual({ value: [[40]] });
  });
});
