/** SQLite asked the question: the database of every telephone, compiled to WebAssembly so that it runs wherever the product does. */
import initSqlJs, { type Database } from 'sql.js';
import type { Snapshot } from '../core/workbook.ts';
import type { RowKind } from './rows.ts';
import { type SqlAnswer, type SqlLines, sqlAnswer } from './sql-answers.ts';
import { columnsOf, type SqlCell } from './sql-cells.ts';
import { type Dialect, question } from './sql-question.ts';

const DIALECT: Dialect = {
  // SQLite takes 29 February of any year for the first of March.
  dayOfIso: (text) => `CASE WHEN date(${text}) = ${text} THEN CAST(julianday(${text}) - 2440587.5 AS INTEGER) END`,
  dayOfFrench: (text) =>
    `CAST(julianday(substr(${text}, 7, 4) || '-' || substr(${text}, 4, 2) || '-' || substr(${text}, 1, 2)) - 2440587.5 AS INTEGER)`,
};
/** Rows bound at once: a call into WebAssembly costs more than a row. */
const BLOCK = 50;

let open: Database | undefined;

async function database(): Promise<Database> {
  // SQLite's own functions, not the older ones of the package, which warn at every call.
  const options: Parameters<typeof initSqlJs>[0] & { useOldExtensionFunctions: boolean } = { useOldExtensionFunctions: false };
  open ??= new (await initSqlJs(options)).Database();
  return open;
}

export const sqliteVersion = async (): Promise<string> => String((await database()).exec('SELECT sqlite_version()')[0]?.values[0]?.[0]);

/** From cells to answers, in tables made for them. The first call also starts SQLite. */
export async function askSqlite(workbook: Snapshot, kind: RowKind): Promise<SqlAnswer> {
  const engine = await database();
  const asked = question(kind, DIALECT, { text: 'TEXT', number: 'REAL' });
  engine.run(asked.clear);
  engine.run(asked.table);
  engine.run('BEGIN');
  insert(engine, columnsOf(workbook, kind));
  engine.run('COMMIT');
  for (const step of asked.steps) engine.run(step);
  return sqlAnswer(asked, async (sql) => {
    const lines = (engine.exec(sql)[0]?.values ?? []) as SqlCell[][];
    return { size: lines.length, at: (line, column) => lines[line]?.[column] ?? null } satisfies SqlLines;
  });
}

function insert(engine: Database, columns: readonly SqlCell[][]): void {
  const rows = columns[0]?.length ?? 0;
  const inBlocks = rows - (rows % BLOCK);
  insertBlocks(engine, columns, BLOCK, 0, inBlocks);
  insertBlocks(engine, columns, 1, inBlocks, rows);
}

function insertBlocks(engine: Database, columns: readonly SqlCell[][], block: number, from: number, until: number): void {
  const line = `(${columns.map(() => '?').join()})`;
  const statement = engine.prepare(`INSERT INTO sheet VALUES ${Array.from({ length: block }, () => line).join()}`);
  for (let first = from; first < until; first += block) {
    const values: SqlCell[] = [];
    for (let i = first; i < first + block; i++) for (const column of columns) values.push(column[i] as SqlCell);
    statement.run(values);
  }
  statement.free();
}
