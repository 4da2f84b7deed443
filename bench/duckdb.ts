/** DuckDB asked the question: a columnar database in this process, on all processors, its cells handed over by the thousand as it likes them best. */
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
  version,
} from '@duckdb/node-api';
import type { Snapshot } from '../core/workbook.ts';
import type { RowKind } from './rows.ts';
import { type SqlAnswer, type SqlLines, sqlAnswer } from './sql-answers.ts';
import { columnsOf } from './sql-cells.ts';
import { type Dialect, OTHER_COLUMNS, question, TEXT_COLUMNS } from './sql-question.ts';

const DIALECT: Dialect = {
  dayOfIso: (text) => `date_diff('day', DATE '1970-01-01', TRY_CAST(${text} AS DATE))`,
  dayOfFrench: (text) => `date_diff('day', DATE '1970-01-01', CAST(strptime(${text}, '%d/%m/%Y') AS DATE))`,
};
/** What DuckDB takes at once. */
const CHUNK = 2048;

export const duckDbVersion = (): string => version().replace('v', '');

let open: DuckDBConnection | undefined;

/** From cells to answers, in tables made for them. The first call also opens the database. */
export async function askDuckDb(workbook: Snapshot, kind: RowKind): Promise<SqlAnswer> {
  open ??= await (await DuckDBInstance.create(':memory:')).connect();
  const connection = open;
  const asked = question(kind, DIALECT, { text: 'VARCHAR', number: 'DOUBLE' });
  await connection.run(asked.clear);
  await connection.run(asked.table);
  await insert(connection, columnsOf(workbook, kind), kind);
  for (const step of asked.steps) await connection.run(step);
  return sqlAnswer(asked, async (sql) => {
    const columns = (await connection.runAndReadAll(sql)).getColumns();
    return { size: columns[0]?.length ?? 0, at: (line, column) => plain(columns[column]?.[line]) } satisfies SqlLines;
  });
}

async function insert(connection: DuckDBConnection, columns: readonly DuckDBValue[][], kind: RowKind): Promise<void> {
  const types = [INTEGER, ...TEXT_COLUMNS.map(() => VARCHAR), ...OTHER_COLUMNS.map(() => (kind === 'text' ? VARCHAR : DOUBLE))];
  const appender = await connection.createAppender('sheet');
  const rows = columns[0]?.length ?? 0;
  for (let from = 0; from < rows; from += CHUNK) {
    const size = Math.min(CHUNK, rows - from);
    const chunk = DuckDBDataChunk.create(types, size);
    chunk.setColumns(columns.map((column) => column.slice(from, from + size)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** Sums come as big integers. */
const plain = (value: DuckDBValue | undefined): number | string | null =>
  typeof value === 'bigint' ? Number(value) : typeof value === 'number' || typeof value === 'string' ? value : null;
