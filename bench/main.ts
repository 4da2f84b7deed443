/**
 * How fast the whole product is, against the limit and the alternatives, in one run: `npm run bench -- [--json] [--docs] [--quick] [--million] [--only PART]`
 * (a part: excel, google, text, sql, office, hosts, bundles, formula); with `--page [ROWS ...]` the page in a browser instead. `--docs` writes docs/bench.md.
 * Wrong answers end it with 1; a target missed is printed, for times depend on the machine and its hour. Each measure runs in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Bundle, measureBundles } from './bundles.ts';
import { type FormulaTask, formulaMeasures, measureFormula } from './formula.ts';
import { type HostCost, measureHosts } from './host-costs.ts';
import { measureCold, measureMemory, measureWarm, median, type WarmTimes } from './measure.ts';
import { DATABASES, type Database, databaseVersions, measureSql, measureSqlCold, measureSqlMemory, type SqlTimes } from './measure-sql.ts';
import { measureOffice, type OfficeTimes, officePath, officeVersion } from './office.ts';
import { asMarkdown, asText } from './print.ts';
import { sectionsOf } from './report.ts';
import { type KindMeasures, machineClass, type Results, type SqlMeasures } from './results.ts';
import { KINDS, type RowKind } from './rows.ts';
import { targetsOf } from './targets.ts';

const COLD_ROWS = 10_000;
const MEMORY_ROWS = 100_000;
const GOOGLE_SCRIPT = 'dist/appsscript/relance.js';
const REPORT = 'dist/cli/report.mjs';
const PAGE = 'docs/bench.md';
/** A million rows, twice over, as JSON and as cells. */
const MILLION = 1_000_000;
const MILLION_NEEDS = 8e9;

/** More rounds where a call is short. */
const ROUNDS: Readonly<Record<number, number>> = { 1000: 60, 10000: 45, 100000: 15, [MILLION]: 3 };
const SQL_ROUNDS: Readonly<Record<number, number>> = { 1000: 31, 10000: 15, 100000: 5, [MILLION]: 1 };
const OFFICE_ROUNDS = 5;
/** LibreOffice's runs; those with customer sums grow with the square of the rows. */
const OFFICE_RUNS = [
  { rows: 1_000, withCustomers: false },
  { rows: 1_000, withCustomers: true },
  { rows: 10_000, withCustomers: false },
  { rows: 10_000, withCustomers: true },
  { rows: 100_000, withCustomers: false },
] as const;

const args = process.argv.slice(2);
const has = (flag: string): boolean => args.includes(flag);
const isQuick = has('--quick');
const only = has('--only') ? args[args.indexOf('--only') + 1] : undefined;
const isAsked = (part: string): boolean => only === undefined || only === part;
const few = (rounds: number): number => Math.ceil(rounds / (isQuick ? 3 : 1));
const hasRoomForMillion = has('--million') || (!isQuick && freemem() > MILLION_NEEDS);

/** Two answers that are not the same: nothing more is measured. */
class Different extends Error {}

if (args[0] === 'child') {
  const [, task, one, two, three] = args as [string, string, string, string, string];
  process.stdout.write(JSON.stringify(await answerOf(task, one, two, three)), () => process.exit());
} else if (args[0] === '--page') {
  const { measurePage } = await import('./page.ts');
  const sizes = args
    .slice(1)
    .map(Number)
    .filter((rows) => rows > 0);
  await measurePage('dist/local', sizes.length > 0 ? sizes : [10_000, 50_000], isQuick ? 1 : 5);
} else if (has('--docs') && only !== undefined) {
  process.stderr.write('bench: the page holds a whole run: --docs goes without --only\n');
  process.exitCode = 2;
} else
  try {
    tell(run());
  } catch (error) {
    if (!(error instanceof Different)) throw error;
    process.stderr.write(`bench: ${error.message}\n`);
    process.exitCode = 1;
  }

/** What a process of its own is asked. */
function answerOf(task: string, one: string, two: string, three: string): unknown {
  const kind = one as RowKind;
  switch (task) {
    case 'warm':
      return measureWarm(kind, Number(two), Number(three));
    case 'cold':
      return measureCold(two as 'product' | 'floor', kind, COLD_ROWS);
    case 'memory':
      return measureMemory(kind, MEMORY_ROWS);
    case 'sql':
      return measureSql(kind, Number(two), Number(three));
    case 'sql-cold':
      return measureSqlCold(two as Database, kind, COLD_ROWS);
    case 'sql-memory':
      return measureSqlMemory(two as Database, kind, MEMORY_ROWS);
    case 'sql-versions':
      return databaseVersions();
    case 'office':
      return measureOffice(officePath() ?? '', Number(one), two === 'with', Number(three), REPORT);
    case 'hosts':
      return measureHosts(Number(one));
    case 'bundles':
      return measureBundles('dist', Number(one));
    case 'formula':
      return measureFormula(one as FormulaTask, GOOGLE_SCRIPT);
    default:
      throw new Error(`no such measure: ${task}`);
  }
}

function run(): Results {
  const office = officePath();
  const versions = child<Record<Database, string>>(['sql-versions']);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return {
    made: {
      on: new Date().toISOString().slice(0, 10),
      isQuick,
      machine: machineClass(),
      versions: {
        Relance: version,
        'Node.js': process.version.slice(1),
        DuckDB: versions.duckdb,
        SQLite: versions.sqlite,
        LibreOffice: office ? officeVersion(office) : null,
      },
    },
    limit: KINDS.filter(isAsked).map(limitOf),
    sql: isAsked('sql') ? sqlOf() : null,
    office: !isAsked('office') ? [] : office ? officeOf() : null,
    hosts: isAsked('hosts') ? [1_000, 10_000].flatMap((rows) => child<HostCost[]>(['hosts', String(rows)])) : [],
    bundles: isAsked('bundles') ? child<Bundle[]>(['bundles', String(few(7))]) : [],
    formula: isAsked('formula') ? formulaMeasures(GOOGLE_SCRIPT, few(11), (task) => child(['formula', task])) : null,
  };
}

function tell(results: Results): void {
  const sections = sectionsOf(results);
  if (has('--docs')) writeFileSync(PAGE, asMarkdown(results.made, sections));
  process.stdout.write(
    `${has('--json') ? JSON.stringify({ ...results, targets: targetsOf(results) }, null, 2) : asText(results.made, sections)}\n`,
  );
}

function limitOf(kind: RowKind): KindMeasures {
  const warm = Object.entries(ROUNDS)
    .filter(([rows]) => Number(rows) < MILLION || hasRoomForMillion)
    .map(([rows, rounds]) => same(child<WarmTimes | readonly string[]>(['warm', kind, rows, String(few(rounds))]), `the floor, ${kind}`));
  return { kind, warm, cold: coldOf(kind, few(11)), memory: child(['memory', kind]) };
}

/** First calls in fresh processes, the two in turns. */
function coldOf(kind: RowKind, processes: number): KindMeasures['cold'] {
  const times = Array.from({ length: processes }, () => ({
    product: child<number>(['cold', kind, 'product']),
    floor: child<number>(['cold', kind, 'floor']),
  }));
  return {
    product: median(times.map((time) => time.product)),
    floor: median(times.map((time) => time.floor)),
    ratio: median(times.map((time) => time.product / time.floor)),
    processes,
  };
}

/** All hosts' cells at the sizes promised; the shortest and the longest sheet with Excel's alone. */
function sqlOf(): SqlMeasures {
  const warm = KINDS.flatMap((kind) =>
    Object.entries(SQL_ROUNDS)
      .filter(([rows]) => ['10000', '100000'].includes(rows) || (kind === 'excel' && (Number(rows) < MILLION || hasRoomForMillion)))
      .map(([rows, rounds]) => ({
        kind,
        times: same(child<SqlTimes | readonly string[]>(['sql', kind, rows, String(few(rounds))]), `a database, ${kind}`),
      })),
  );
  const each = (task: string, turns: number): SqlMeasures['cold'] => {
    const of = (contender: Database | 'product'): number =>
      median(Array.from({ length: turns }, () => child<number>([task, 'excel', contender])));
    const [product, duckdb, sqlite] = ['product' as const, ...DATABASES].map(of) as [number, number, number];
    return { product, duckdb, sqlite };
  };
  return { warm, cold: each('sql-cold', few(5)), memory: each('sql-memory', 1) };
}

function officeOf(): OfficeTimes[] {
  return OFFICE_RUNS.filter(({ rows }) => !isQuick || rows <= 10_000).map(({ rows, withCustomers }) =>
    same(
      child<OfficeTimes | readonly string[]>(['office', String(rows), withCustomers ? 'with' : 'without', String(few(OFFICE_ROUNDS))]),
      'LibreOffice',
    ),
  );
}

/** Times, where the answers were the same. */
function same<Times extends object>(answer: Times | readonly string[], whom: string): Times {
  if (Array.isArray(answer)) throw new Different(`Relance and ${whom} do not agree:\n  ${answer.join('\n  ')}`);
  return answer as Times;
}

function child<Answer>(task: readonly string[]): Answer {
  process.stderr.write(`bench: ${task.join(' ')}\n`);
  const flags = ['--expose-gc', '--max-old-space-size=7000'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, fileURLToPath(import.meta.url), 'child', ...task], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`bench ${task.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}
