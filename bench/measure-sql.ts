/** The databases against the product in one process, in turns, after their answers were compared; their first call and their memory in fresh ones. */
import { askDuckDb, duckDbVersion } from './duckdb.ts';
import { median } from './measure.ts';
import { product } from './product.ts';
import { freshWorkbook, type RowKind, rowsAsJson } from './rows.ts';
import { sqlDifferences } from './sql-answers.ts';
import { askSqlite, sqliteVersion } from './sqlite.ts';

export const DATABASES = ['duckdb', 'sqlite'] as const;
export type Database = (typeof DATABASES)[number];
type Contender = Database | 'product';

export const ASK = { duckdb: askDuckDb, sqlite: askSqlite } as const;

/** Milliseconds from cells to answers, ingest included. */
export interface SqlTimes {
  readonly rows: number;
  readonly rounds: number;
  readonly milliseconds: Readonly<Record<Contender, number>>;
  /** The database's median over the product's. */
  readonly over: Readonly<Record<Database, number>>;
}

const kept: { answer?: unknown } = {};

async function timed(contender: Contender, kind: RowKind, json: string): Promise<number> {
  const workbook = freshWorkbook(kind, json);
  const start = performance.now();
  kept.answer = contender === 'product' ? product(workbook) : await ASK[contender](workbook, kind);
  return performance.now() - start;
}

export async function measureSql(kind: RowKind, rows: number, rounds: number): Promise<SqlTimes | readonly string[]> {
  const json = rowsAsJson(kind, rows);
  const ours = product(freshWorkbook(kind, json));
  for (const database of DATABASES) {
    const different = sqlDifferences(ours, await ASK[database](freshWorkbook(kind, json), kind));
    if (different.length > 0) return different.map((line) => `${database}: ${line}`);
  }
  const times: Record<Contender, number[]> = { product: [], duckdb: [], sqlite: [] };
  // The first rounds of the product run on code not yet compiled; it is heard while the databases wait.
  const unheard = rows > 100_000 ? 0 : Math.max(1, Math.round(200_000 / rows));
  for (let round = 0; round < unheard; round++) await timed('product', kind, json);
  for (let round = 0; round < rounds; round++)
    for (const contender of ['product', ...DATABASES] as const) times[contender].push(await timed(contender, kind, json));
  const [mine, duckdb, sqlite] = [median(times.product), median(times.duckdb), median(times.sqlite)];
  return { rows, rounds, milliseconds: { product: mine, duckdb, sqlite }, over: { duckdb: duckdb / mine, sqlite: sqlite / mine } };
}

/** Milliseconds of the first call in this process, the database's start included. */
export const measureSqlCold = (contender: Contender, kind: RowKind, rows: number): Promise<number> =>
  timed(contender, kind, rowsAsJson(kind, rows));

/** Bytes a row by which this process grew while it answered once and kept what it keeps. */
export async function measureSqlMemory(contender: Contender, kind: RowKind, rows: number): Promise<number> {
  const json = rowsAsJson(kind, rows);
  await timed(contender, kind, rowsAsJson(kind, 1000));
  const workbook = freshWorkbook(kind, json);
  const resident = (): number => {
    for (let again = 0; again < 3; again++) globalThis.gc?.();
    return process.memoryUsage().rss;
  };
  const before = resident();
  kept.answer = contender === 'product' ? product(workbook) : await ASK[contender](workbook, kind);
  return (resident() - before) / rows;
}

export const databaseVersions = async (): Promise<Record<Database, string>> => ({
  duckdb: duckDbVersion(),
  sqlite: await sqliteVersion(),
});
