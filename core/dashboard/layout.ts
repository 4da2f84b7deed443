/**
 * The dashboard as a page of formulas: the figures a manager asks for first, then for each currency the aging balance, who owes most, the DSO of
 * twelve months and what is expected to come in. Every figure is live: a formula over the user's own table and the day in the stamp cell.
 */
import { isoOf } from '../calendar.ts';
import { type FormulaId, formulaName } from '../functions/names.ts';
import { FORMULA_WORDS, type FormulaWords } from '../functions/words.ts';
import { LANGUAGES } from '../languages/index.ts';
import type { Currency } from '../money.ts';
import type { Study } from '../study.ts';
import type { Board, BoardArea, BoardCell, BoardChart, BoardFormula, BoardLook } from '../workbook.ts';
import { BOARD_TITLES } from './find-board.ts';

/** What the tab is called in a workbook of that language. */
export const BOARD_NAMES = { en: 'Dashboard', fr: 'Tableau de bord' } as const;

/** The cell of the day, counted from the title's. */
export const STAMP = { row: 1, column: 1 } as const;

/** The headline figures: the formula, what stands between its day and its currency, and its look. */
const HEADLINES = [
  ['outstanding', 'OUTSTANDING', ['left-out'], 'money'],
  ['overdue', 'OVERDUE', ['left-out'], 'money'],
  ['overdueRate', 'OVERDUE_RATE', [], 'percent'],
  ['dso', 'DSO', ['left-out', 'left-out'], 'days'],
  ['bestPossibleDso', 'DSO', ['left-out', { text: 'best-possible' }], 'days'],
  ['averageDaysDelinquent', 'AVERAGE_DAYS_DELINQUENT', ['left-out'], 'days'],
  ['weightedDaysLate', 'WEIGHTED_DAYS_LATE', [], 'days'],
  ['averagePaymentTime', 'AVERAGE_PAYMENT_TIME', [], 'days'],
  ['disputeRate', 'DISPUTE_RATE', [], 'percent'],
  ['badDebtRate', 'BAD_DEBT_RATE', [], 'percent'],
  ['receivablesTurnover', 'RECEIVABLES_TURNOVER', [], 'days'],
] as const satisfies readonly (readonly [string, FormulaId, BoardFormula['arguments'], BoardLook])[];
export type HeadlineId = (typeof HEADLINES)[number][0];

/** The tables of a currency: where each begins in its block, how far its formula spills, how its columns look, and its chart. */
const TABLES = [
  ['aging', 'AGING', ['left-out'], { row: 0, column: 0, rows: 9 }, ['label', 'count', 'money', 'percent'], ['columns', 6, [[2, 'amount']]]],
  [
    'debtors',
    'TOP_DEBTORS',
    [10],
    { row: 0, column: 5, rows: 11 },
    ['label', 'money', 'money', 'percent', 'days'],
    ['bars', 11, [[1, 'open']]],
  ],
  [
    'trend',
    'DSO_TREND',
    ['left-out'],
    { row: 14, column: 0, rows: 13 },
    ['label', 'days', 'days'],
    [
      'line',
      13,
      [
        [1, 'dso'],
        [2, 'bestPossibleDso'],
      ],
    ],
  ],
  [
    'receipts',
    'EXPECTED_RECEIPTS',
    ['left-out'],
    { row: 14, column: 5, rows: 14 },
    ['day', 'money', 'money', 'money'],
    ['columns', 14, [[1, 'expected']]],
  ],
] as const satisfies readonly (readonly [
  string,
  FormulaId,
  BoardFormula['arguments'],
  { row: number; column: number; rows: number },
  readonly BoardLook[],
  readonly [BoardChart['kind'], rows: number, series: readonly (readonly [column: number, header: keyof FormulaWords['headers']])[]],
])[];
export type BoardTable = (typeof TABLES)[number][0];

const FIRST_HEADLINE = 4;
const FIRST_BLOCK = FIRST_HEADLINE + HEADLINES.length + 2;
const BLOCK_HEIGHT = 32;
/** Charts stand at the right of the tables. */
const CHARTS = { column: 11, columns: 5, rows: 13 };

/** The page with its title at `row` and `column`, in the file's language: one block for each currency of the ledger. */
export function boardPage(study: Study, row: number, column: number): Pick<Board, 'cells' | 'looks' | 'charts'> {
  const { ledger, ownLanguage: language, asOf } = study;
  const words = LANGUAGES[language].board;
  const cells: BoardCell[] = [];
  const looks: (BoardArea & { look: BoardLook })[] = [];
  const charts: BoardChart[] = [];
  const put = (down: number, right: number, content: BoardCell['content'], look: BoardLook) =>
    cells.push({ row: row + down, column: column + right, content, look });
  const formula = (id: FormulaId, between: BoardFormula['arguments'], currency: Currency): BoardCell['content'] => {
    // A sheet of one currency needs no word of it, and nothing is left out at the end of a formula.
    const asked = ledger.currencies.length > 1 && currency !== null ? [...between, { text: currency }] : between;
    const rest = asked.every((argument) => argument === 'left-out') ? [] : asked;
    return { formula: { name: formulaName(id, language), arguments: ['invoices', 'stamp', ...rest] } };
  };

  put(0, 0, { text: BOARD_TITLES[language] }, 'title');
  put(STAMP.row, 0, { text: words.asOf }, 'label');
  put(STAMP.row, STAMP.column, { day: isoOf(asOf) }, 'day');
  put(STAMP.row, 2, { text: words.note }, 'note');
  put(FIRST_HEADLINE - 1, 0, { text: words.figure }, 'heading');
  HEADLINES.forEach(([id], line) => {
    put(FIRST_HEADLINE + line, 0, { text: words.headlines[id] }, 'label');
  });
  ledger.currencies.forEach((currency, c) => {
    put(FIRST_HEADLINE - 1, 1 + c, { text: currency ?? words.amount }, 'heading');
    HEADLINES.forEach(([, id, between, look], line) => {
      put(FIRST_HEADLINE + line, 1 + c, formula(id, between, currency), look);
    });

    const block = FIRST_BLOCK + c * BLOCK_HEIGHT;
    for (const [name, id, between, at, columns, [kind, rows, series]] of TABLES) {
      const heading = currency === null ? words.tables[name] : `${words.tables[name]} (${currency})`;
      const top = block + at.row;
      put(top, at.column, { text: heading }, 'heading');
      put(top + 1, at.column, formula(id, between, currency), 'label');
      columns.forEach((look, k) => {
        looks.push({ row: row + top + 2, column: column + at.column + k, rows: at.rows - 1, columns: 1, look });
      });
      charts.push({
        name: `${name} ${currency ?? ''}`.trim(),
        title: heading,
        kind,
        data: { row: row + top + 1, column: column + at.column, rows, columns: 1 + Math.max(...series.map(([drawn]) => drawn)) },
        series: series.map(([drawn, header]) => ({ column: drawn, name: FORMULA_WORDS[language].headers[header] })),
        at: {
          row: row + top,
          column: column + CHARTS.column + (at.column === 0 ? 0 : CHARTS.columns),
          rows: CHARTS.rows,
          columns: CHARTS.columns,
        },
      });
    }
  });
  return { cells, looks, charts };
}

/** Whether words of the dashboard stand there, in either language: they may be written again. */
export function isBoardText(text: string): boolean {
  return Object.entries(LANGUAGES).some(([code, { board }]) => {
    const tables = Object.values(board.tables);
    return (
      text === BOARD_TITLES[code as keyof typeof BOARD_TITLES] ||
      [board.asOf, board.note, board.figure, board.amount, ...Object.values(board.headlines)].includes(text) ||
      /^[A-Z]{3}$/.test(text) ||
      tables.some((table) => text === table || text.replace(/ \([A-Z]{3}\)$/, '') === table)
    );
  });
}
