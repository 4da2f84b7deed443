/**
 * How fast the whole product is, against the limit and the alternatives, in one run: `npm run bench -- [--json] [--million] [--quick] [--only KIND]`;
 * with `--page [ROWS ...]` the page in a browser instead, with `--formula` a formula in Google Sheets. Wrong answers end it with 1; a target missed is printed, for times depend on the machine and its hour. Each measure runs in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { freemem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type FormulaTask, formulaMeasures, formulaPage, measureFormula } from './formula.ts';
import { measureCold, measureMemory, measureWarm, median, type WarmTimes } from './measure.ts';
import { type KindMeasures, page, targetsOf } from './report.ts';
import { KINDS, type RowKind } from './rows.ts';

const COLD_ROWS = 10_000;
const MEMORY_ROWS = 100_000;
const GOOGLE_SCRIPT = 'dist/appsscript/relance.js';
/** A million rows, twice over, as JSON and as cells. */
const MILLION_NEEDS = 8e9;

/** More rounds where a call is short. */
const ROUNDS: readonly (readonly [rows: number, rounds: number])[] = [
  [1_000, 60],
  [10_000, 45],
  [100_000, 15],
  [1_000_000, 3],
];

const args = process.argv.slice(2);
const has = (flag: string): boolean => args.includes(flag);

if (args[0] === 'child') {
  const [, task, kind, one, two] = args as [string, string, RowKind, string, string];
  const answer =
    task === 'warm'
      ? measureWarm(kind, Number(one), Number(two))
      : task === 'cold'
        ? measureCold(one as 'product' | 'floor', kind, COLD_ROWS)
        : task === 'formula'
          ? measureFormula(kind as string as FormulaTask, GOOGLE_SCRIPT)
          : measureMemory(kind, MEMORY_ROWS);
  process.stdout.write(JSON.stringify(answer));
} else if (args[0] === '--page') {
  const { measurePage } = await import('./page.ts');
  const sizes = args
    .slice(1)
    .map(Number)
    .filter((rows) => rows > 0);
  await measurePage('dist/local', sizes.length > 0 ? sizes : [10_000, 50_000], has('--quick') ? 1 : 5);
} else if (args[0] === '--formula') {
  const measures = formulaMeasures(GOOGLE_SCRIPT, has('--quick') ? 5 : 11, (task) => child(['formula', task]));
  process.stdout.write(`${has('--json') ? JSON.stringify(measures, null, 2) : formulaPage(measures)}\n`);
} else run();

function run(): void {
  const only = args[args.indexOf('--only') + 1];
  const kinds = has('--only') ? KINDS.filter((kind) => kind === only) : KINDS;
  const measures: KindMeasures[] = [];
  for (const kind of kinds) {
    const withMillion = has('--million') || (kind === 'excel' && !has('--quick') && freemem() > MILLION_NEEDS);
    const warm: WarmTimes[] = [];
    for (const [rows, usual] of withMillion ? ROUNDS : ROUNDS.slice(0, -1)) {
      process.stderr.write(`bench: ${kind}, ${rows} rows\n`);
      const rounds = Math.ceil(usual / (has('--quick') ? 3 : 1));
      const measured = child<WarmTimes | readonly string[]>(['warm', kind, String(rows), String(rounds)]);
      if ('rounds' in measured) warm.push(measured);
      else {
        process.stderr.write(`bench: the product and the floor do not agree on ${rows} rows (${kind}):\n  ${measured.join('\n  ')}\n`);
        process.exitCode = 1;
        return;
      }
    }
    measures.push({ kind, warm, cold: coldOf(kind, has('--quick') ? 5 : 11), memory: child(['memory', kind]) });
  }
  const output = has('--json')
    ? JSON.stringify(
        measures.map((measured) => ({ ...measured, targets: targetsOf(measured) })),
        null,
        2,
      )
    : page(measures);
  process.stdout.write(`${output}\n`);
}

/** First calls in fresh processes, the two in turns. */
function coldOf(kind: RowKind, processes: number): KindMeasures['cold'] {
  process.stderr.write(`bench: ${kind}, first calls\n`);
  const times: { product: number; floor: number }[] = [];
  for (let turn = 0; turn < processes; turn++)
    times.push({ product: child(['cold', kind, 'product']), floor: child(['cold', kind, 'floor']) });
  return {
    product: median(times.map((time) => time.product)),
    floor: median(times.map((time) => time.floor)),
    ratio: median(times.map((time) => time.product / time.floor)),
    processes,
  };
}

function child<Answer>(task: readonly string[]): Answer {
  const flags = ['--expose-gc', '--max-old-space-size=7000'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, fileURLToPath(import.meta.url), 'child', ...task], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`bench ${task.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}
