/** The measures as tables people read: the same in a terminal and on the page `docs/bench.md`. */
import { FORMULA_ROWS } from './formula.ts';
import type { Results } from './results.ts';
import type { RowKind } from './rows.ts';
import { targetsOf } from './targets.ts';

export interface Section {
  readonly title: string;
  /** Paragraphs: what is compared, what each contender does and does not do. */
  readonly told: readonly string[];
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

const KIND: Readonly<Record<RowKind, string>> = {
  excel: 'Excel (day numbers)',
  google: 'Google (Dates)',
  text: 'text (dd/mm/yyyy, 1 850,00 €)',
};
const count = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;
const ms = (milliseconds: number): string => (milliseconds < 10 ? milliseconds.toFixed(2) : count(milliseconds));
const kilobytes = (bytes: number): string => count(bytes / 1000);

/** Everything measured, in the order of the page. */
export function sectionsOf(results: Results): Section[] {
  return [targets, limit, growth, first, databases, databasesOnce, nativeFormulas, hosts, bundles, formula].flatMap(
    (of) => of(results) ?? [],
  );
}

function targets(results: Results): Section | null {
  const all = targetsOf(results);
  if (all.length === 0) return null;
  return {
    title: 'Targets',
    told: [`${all.filter(({ holds }) => holds).length} of ${all.length} met.`],
    head: ['', 'measured', '', 'target', 'what'],
    lines: all.map(({ name, value, limit, kind, holds }) => [holds ? 'met' : 'MISSED', value.toFixed(2), kind, String(limit), name]),
  };
}

function limit({ limit }: Results): Section | null {
  if (limit.length === 0) return null;
  return {
    title: 'Against the limit: warm',
    told: [
      'Relance: cells → statuses, next actions with their reasons, all indicators, 12-month history, customers with scores and signals, forecast.',
      'Same answers: Relance asked for no more than the floor finds: no customers, no forecast.',
      'Floor: one loop tuned by hand over this very sheet, told where the columns stand. It finds the same statuses, next actions, main indicators and history (compared row by row before anything is timed), and neither customers nor forecast nor problems.',
      'Cells once: every cell looked at once, nothing understood. JSON.parse: the same cells made from text by the engine itself.',
      'Medians, nanoseconds a row, each round on cells never read before.',
    ],
    head: [
      'cells as from',
      'rows',
      'Relance',
      'same answers',
      'floor',
      'cells once',
      'JSON.parse',
      'same / floor',
      'all / floor',
      '/ once',
      '/ parse',
    ],
    lines: limit.flatMap(({ kind, warm }) =>
      warm.map(({ rows, nanoseconds: ns, over, likeForLike }) => [
        KIND[kind],
        count(rows),
        count(ns.product),
        count(ns.same),
        count(ns.floor),
        count(ns.touch),
        count(ns.parse),
        times(likeForLike),
        times(over.floor),
        times(over.touch),
        times(over.parse),
      ]),
    ),
  };
}

function growth({ limit }: Results): Section | null {
  const lines = limit.flatMap(({ kind, warm }) =>
    warm.slice(1).map(({ rows, nanoseconds }, k) => {
      const before = warm[k];
      return [
        KIND[kind],
        `${count(before?.rows ?? 0)} → ${count(rows)}`,
        times(nanoseconds.product / (before?.nanoseconds.product ?? Number.NaN)),
      ];
    }),
  );
  return lines.length === 0
    ? null
    : {
        title: 'Growth',
        told: ['What a row costs in the larger sheet over one in the smaller: 1 is linear.'],
        head: ['cells as from', 'rows', 'a row costs'],
        lines,
      };
}

function first({ limit }: Results): Section | null {
  if (limit.length === 0) return null;
  return {
    title: 'Against the limit: first call, memory',
    told: [
      'The very first call of a fresh process on 10 000 rows, milliseconds; memory on 100 000 rows, bytes a row beside the cells: what a study keeps, and of that the answer alone.',
    ],
    head: ['cells as from', 'Relance', 'floor', '/ floor', 'kept', 'of that the answer'],
    lines: limit.map(({ kind, cold, memory }) => [
      KIND[kind],
      ms(cold.product),
      ms(cold.floor),
      times(cold.ratio),
      count(memory.kept),
      count(memory.answer),
    ]),
  };
}

function databases({ sql }: Results): Section | null {
  if (!sql) return null;
  return {
    title: 'Against databases, ingest included',
    told: [
      'Each starts from the same cells in memory and ends with answers in JavaScript, in the same process, in turns. Their answers are compared with ours first: status, days late and bucket of every invoice, aging balance, DSO, sums and last contact (a join with what the last-action cells say) of every customer.',
      'They are told where nine columns stand, how dates and amounts are written and what the few words mean; they do neither next actions, business days, history, scores, forecast nor problems, and do not read the e-mail addresses. Relance does all of it, in its time here too.',
      'DuckDB: native, all processors, cells appended by chunks, its database open already. SQLite: WebAssembly, prepared inserts of fifty rows, its database open already. Milliseconds, medians.',
    ],
    head: ['cells as from', 'rows', 'Relance', 'DuckDB', 'SQLite', 'DuckDB / Relance', 'SQLite / Relance'],
    lines: sql.warm.map(({ kind, times: { rows, milliseconds: each, over } }) => [
      KIND[kind],
      count(rows),
      ms(each.product),
      ms(each.duckdb),
      ms(each.sqlite),
      times(over.duckdb),
      times(over.sqlite),
    ]),
  };
}

function databasesOnce({ sql }: Results): Section | null {
  if (!sql) return null;
  const { cold, memory } = sql;
  return {
    title: 'Against databases: first call, memory',
    told: [
      'Excel’s cells. First call of a fresh process on 10 000 rows, the database’s start included, milliseconds; bytes a row by which the whole process grew on 100 000 rows, answers kept (a process also grows by what it has not given back yet, so this is coarse).',
    ],
    head: ['', 'Relance', 'DuckDB', 'SQLite'],
    lines: [
      ['first call', ms(cold.product), ms(cold.duckdb), ms(cold.sqlite)],
      ['growth of the process', count(memory.product), count(memory.duckdb), count(memory.sqlite)],
    ],
  };
}

function nativeFormulas({ office }: Results): Section | null {
  const told = [
    'LibreOffice, without a window, recalculates the sheet with native formulas: open balance, days late, status and bucket in every row, aging balance and DSO once; with customers, two SUMIFS more in every row (what its customer owes, what of it late). Its answers are compared with ours; twin numbers are not looked for there.',
    'Recalculation: a hard recalculation of the open workbook, by its own clock; loading and start are left out. Relance: the same cells to all its answers, next actions, history, customers and forecast included. From the file: a fresh process from the .xlsx on the disk to a CSV (LibreOffice) or the report as JSON (Relance). Milliseconds, medians.',
    'With customers, the work grows with the square of the rows: 100 000 rows are not run.',
  ];
  const head = [
    'rows',
    'customer sums',
    'LibreOffice',
    'Relance',
    'LibreOffice / Relance',
    'from the file: LibreOffice',
    'from the file: Relance',
  ];
  if (!office)
    return { title: 'Against native formulas', told: ['LibreOffice was not found on this machine: not measured.'], head: [], lines: [] };
  if (office.length === 0) return null;
  const lines = office.map((one) => [
    count(one.rows),
    one.withCustomers ? 'yes' : 'no',
    ms(one.recalculated),
    ms(one.product),
    times(one.over),
    ms(one.fromFile),
    ms(one.reportFromFile),
  ]);
  return { title: 'Against native formulas', told, head, lines };
}

function hosts({ hosts }: Results): Section | null {
  if (hosts.length === 0) return null;
  return {
    title: 'What a refresh asks of its host',
    told: [
      'Counted on doubles that behave as strictly as the hosts (for Excel, under Microsoft’s own client). The columns were confirmed before; the first refresh adds and fills ours. Cells of Google’s writes are whole areas, formats included; bytes are those of requests and answers, in thousands. Core: what the engine asks any host, as JSON.',
    ],
    head: [
      'rows',
      'refresh',
      'Sheets calls (reads, writes)',
      'Sheets cells',
      'Excel exchanges',
      'kB sent',
      'kB received',
      'largest kB',
      'Excel cells',
      'core requests',
      'kB read',
      'kB to write',
      'cells',
    ],
    lines: hosts.map(({ rows, moment, sheets, excel, core }) => [
      count(rows),
      moment,
      `${sheets.calls} (${sheets.reads}, ${sheets.writes})`,
      count(sheets.cellsWritten),
      String(excel.syncs),
      kilobytes(excel.sent),
      kilobytes(excel.received),
      kilobytes(excel.largest),
      count(excel.cellsWritten),
      String(core.requests),
      kilobytes(core.read),
      kilobytes(core.write),
      count(core.cellsWritten),
    ]),
  };
}

function bundles({ bundles }: Results): Section | null {
  if (bundles.length === 0) return null;
  return {
    title: 'What is loaded',
    told: [
      'All files a shell may load, in thousands of bytes, and compressed; the time until its code has run once, milliseconds: alone in V8, as a new process beside an empty one, or in a browser until the page first waits (parts asked for later are not in that time).',
    ],
    head: ['shell', 'kB', 'kB compressed', 'evaluated in', 'how'],
    lines: bundles.map(({ name, bytes, gzip, evaluated, how }) => [
      name,
      kilobytes(bytes),
      kilobytes(gzip),
      evaluated === null ? 'no browser here' : ms(evaluated),
      how,
    ]),
  };
}

function formula({ formula }: Results): Section | null {
  if (!formula) return null;
  return {
    title: 'A formula in Google Sheets',
    told: [
      `=DSO(A:J) over ${count(FORMULA_ROWS)} rows, first call in a context that has never seen the script, as Google makes one for every call. Milliseconds.`,
    ],
    head: ['evaluating the script', '… and every cell looked at once', '… and =DSO(A:J)', 'over the look'],
    lines: [[ms(formula.script), ms(formula.floor), ms(formula.formula), times(formula.ratio)]],
  };
}
