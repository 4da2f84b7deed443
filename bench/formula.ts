/**
 * How long a cell waits for `=DSO(A:J)` in Google Sheets, where every call starts in a context that has never seen the script: against what nobody
 * can do without, evaluating that script and looking at every cell once. `npm run bench -- --only formula`. Each call runs in a process of its own, on
 * the built script; the rows are made in the context, as Google's own would be, and Google's services answer at once.
 */
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { cellsOnce } from './cells-once.ts';
import { median } from './measure.ts';
import { AS_OF, rowsAsJson } from './rows.ts';

export const FORMULA_ROWS = 10_000;
/** At most so many times the floor. */
export const FORMULA_LIMIT = 3;

/** `formula`: the call; `floor`: every cell looked at once; `script`: neither. All three evaluate the script first. */
export type FormulaTask = 'formula' | 'floor' | 'script';

/** Milliseconds of one first call. */
export function measureFormula(task: FormulaTask, path: string): number {
  const source = readFileSync(path, 'utf8');
  const context = createContext({ json: rowsAsJson('google', FORMULA_ROWS) });
  const inContext = (text: string): unknown => new Script(text).runInContext(context);
  // As a whole column comes, with a thousand blank rows below.
  inContext(`rows = JSON.parse(json);
    for (const row of rows.slice(1)) for (const c of [3, 4, 7]) if (row[c] !== '') row[c] = new Date(row[c]);
    for (let i = 0; i < 1000; i++) rows.push(rows[0].map(() => ''));
    today = new Date(${AS_OF} * 86400000);
    SpreadsheetApp = { getActive: () => ({ getSpreadsheetTimeZone: () => 'Europe/Paris', getSpreadsheetLocale: () => 'fr_FR', getSheets: () => [], getId: () => 'x' }) };
    PropertiesService = { getDocumentProperties: () => null };`);
  const work =
    task === 'formula'
      ? () => inContext('DSO(rows, today)')
      : task === 'floor'
        ? () => inContext(`(${cellsOnce})({ sheets: [{ cells: rows }] })`)
        : () => null;
  const start = performance.now();
  new Script(source).runInContext(context);
  const answer = work();
  const end = performance.now();
  if (task !== 'script' && typeof answer !== 'number') throw new Error(`no figure: ${String(answer)}`);
  return end - start;
}

export interface FormulaMeasures {
  readonly rows: number;
  readonly scriptBytes: number;
  readonly script: number;
  readonly floor: number;
  readonly formula: number;
  /** Median of the ratios of each turn. */
  readonly ratio: number;
  readonly limit: number;
}

/** The three in turns; `child` runs one of them in a fresh process. */
export function formulaMeasures(path: string, turns: number, child: (task: FormulaTask) => number): FormulaMeasures {
  const times = Array.from({ length: turns }, () => ({ script: child('script'), floor: child('floor'), formula: child('formula') }));
  return {
    rows: FORMULA_ROWS,
    scriptBytes: readFileSync(path).byteLength,
    script: median(times.map((time) => time.script)),
    floor: median(times.map((time) => time.floor)),
    formula: median(times.map((time) => time.formula)),
    ratio: median(times.map((time) => time.formula / time.floor)),
    limit: FORMULA_LIMIT,
  };
}
