// One page a bookkeeper can review: what Relance says of a workbook on a day, what it would write in the sheet, which reminders it would prepare.
// `UPDATE_GOLDEN=1 npx jest test/golden` writes the pages anew: read them before keeping them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type CalendarDay, dayFromIso, type HostRequest, LANGUAGES, perform, type Report } from '../../core/index.ts';
import type { Cell, Draft, Snapshot } from '../../core/workbook.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { MemoryHost } from '../hosts/memory.ts';

const ROOT = join(__dirname, '../..');

/** The sample of that name, opened as the command line opens it. */
export function sample(name: string): Snapshot {
  return openWorkbook(new Uint8Array(readFileSync(join(ROOT, 'samples', name))), name).snapshot;
}

/** Everything the page tells, in the order in which a person would ask. */
export function pageOf(workbook: Snapshot, asOf: string): string {
  const day = dayFromIso(asOf) as CalendarDay;
  const at = `${asOf}T09:00:00`;
  const { report } = new MemoryHost(workbook).run(perform({ kind: 'open', at }, day));
  const host = new MemoryHost(workbook);
  const refreshed = host.run(perform({ kind: 'refresh', at }, day));
  const drafts: Draft[] = [];
  const mailer = new MemoryHost(workbook);
  mailer.run(perform({ kind: 'prepare', at }, day), (request: HostRequest) => {
    if (request.kind === 'draft') drafts.push(request.draft);
  });
  if (report === null) throw new Error('refused');
  return [
    `════ ${report.table.sheet}, ${asOf} (${report.language})`,
    headline(report),
    '════ worklist',
    ...report.worklist.map((entry) => workLine(entry, report)),
    '',
    '════ open invoices, and paid ones with something to say',
    table([
      ['row', 'number', 'customer', 'amount', 'open', 'due', 'late', 'status', 'last action', 'next action', 'reason'],
      ...report.invoices.filter(isOfInterest).map((invoice) => invoiceLine(invoice)),
    ]),
    '════ problems',
    ...report.problems.map(
      ({ sheet, row, column, severity, message, advice }) => `${sheet} ${column ?? ''}${row ?? ''} [${severity}] ${message} ${advice}`,
    ),
    '',
    '════ notices',
    ...report.notices.map(({ message }) => message),
    '',
    '════ customers',
    table([
      ['customer', 'open', 'overdue', 'not due', 'unapplied', 'average days late'],
      ...report.customers
        .filter(({ open }) => open !== 0)
        .map((of) => [
          of.name,
          money(of.open),
          money(of.overdue),
          money(of.notDue),
          money(of.unapplied),
          String(of.daysLateAverage ?? '–'),
        ]),
    ]),
    '════ history',
    table([
      ['month', 'outstanding', 'overdue', 'sales', 'DSO'],
      ...report.kpis.flatMap(({ history }) =>
        history.map((month) => [month.month, money(month.outstanding), money(month.overdue), money(month.sales), String(month.dso ?? '–')]),
      ),
    ]),
    '════ what Refresh writes',
    written(workbook, host, report),
    ...refreshed.left.map(({ row, column, why }) => `left alone: ${column}${row} (${why})`),
    '',
    '════ reminders prepared',
    ...drafts.map(({ to, subject, language }) => `${to} (${language}): ${subject}`),
    '',
  ].join('\n');
}

/** Holds a page against the one kept in `pages/`; with UPDATE_GOLDEN=1, keeps it. */
export function expectPage(name: string, page: string): void {
  const file = join(__dirname, 'pages', `${name}.txt`);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, page);
  expect(page).toBe(readFileSync(file, 'utf8'));
}

function headline(report: Report): string {
  return report.kpis
    .map((kpis) => {
      const { outstanding, overdue, notDue, undated, unapplied, aging, currency } = kpis;
      const buckets = Object.entries(aging).map(([bucket, line]) => `${bucket}: ${money(line.amount)} (${line.count})`);
      const days = `DSO ${kpis.dso}, count-back ${kpis.dsoCountBack}, best possible ${kpis.bestPossibleDso}, delinquent ${kpis.averageDaysDelinquent}, weighted days late ${kpis.weightedDaysLate}`;
      return `${currency ?? 'no currency named'}: outstanding ${money(outstanding)} = ${buckets.join(' + ')} + undated ${money(undated)} + unapplied ${money(unapplied)}\noverdue ${money(overdue)}, not due ${money(notDue)}\n${days}\n`;
    })
    .join('\n');
}

function workLine(
  { customer, to, currencies, stage, channel, on, due, invoices, alsoOpen, blockedBy, warnings }: Report['worklist'][number],
  report: Report,
): string {
  const sums = Object.entries(currencies).map(([currency, sum]) => `${money(sum)} ${currency}`.trim());
  const lines = [
    `${due ? 'now       ' : on} ${LANGUAGES[report.language].stages[stage] ?? stage} (${channel ?? 'decide'}): ${customer}, ${to ?? 'no address'}, ${sums.join(' and ')}: ${invoices.join(', ')}${alsoOpen.length > 0 ? `; also open ${alsoOpen.join(', ')}` : ''}`,
  ];
  for (const { message, advice } of blockedBy) lines.push(`           blocked: ${message} ${advice}`);
  for (const { message, advice } of warnings) lines.push(`           note: ${message} ${advice}`);
  return lines.join('\n');
}

type Invoice = Report['invoices'][number];
const isOfInterest = ({ status, severity, open }: Invoice) => status !== 'paid' || severity !== null || open !== 0;

function invoiceLine({
  row,
  number,
  customer,
  amount,
  open,
  dueOn,
  daysLate,
  status,
  partlyPaid,
  lastAction,
  nextAction,
  reason,
}: Invoice): string[] {
  const did = lastAction ? `${lastAction.stage}${lastAction.on ? ` ${lastAction.on}` : ''}` : '';
  const next = nextAction ? `${nextAction.stage} ${nextAction.on}` : '';
  return [
    String(row),
    number,
    customer,
    amount === null ? '?' : money(amount),
    open === null ? '?' : money(open),
    dueOn ?? '–',
    String(daysLate ?? '–'),
    `${status}${partlyPaid ? ' (part)' : ''}`,
    did,
    next,
    reason,
  ];
}

/** The cells that change, by row; of the settled rows only how many there are. */
function written(before: Snapshot, host: MemoryHost, report: Report): string {
  const old = before.sheets.find(({ name }) => name === report.table.sheet)?.cells ?? [];
  const cells = host.cells(report.table.sheet);
  const header = cells[report.table.headerRow - 1] ?? [];
  const isNew = (row: number, column: number) =>
    JSON.stringify(cells[row]?.[column] ?? null) !== JSON.stringify(old[row]?.[column] ?? null);
  const columns = header.map((_, column) => column).filter((column) => cells.some((_, row) => isNew(row, column)));
  const settled = new Set(report.invoices.filter((invoice) => !isOfInterest(invoice)).map(({ row }) => row - 1));
  const changed = cells.map((_, row) => row).filter((row) => row >= report.table.headerRow && columns.some((column) => isNew(row, column)));
  const isShort = changed.length < 20;
  const rows = changed.filter((row) => isShort || !settled.has(row));
  const mark = (row: number, column: number) => (isNew(row, column) ? shown(cells[row]?.[column] ?? null) : '·');
  const lines = rows.map((row) => [String(row + 1), ...columns.map((column) => mark(row, column))]);
  const others = rows.length < changed.length ? `and ${changed.length - rows.length} settled invoices: days late and reason\n` : '';
  return `${table([['row', ...columns.map((column) => shown(header[column] ?? null))], ...lines])}${others}`;
}

const shown = (cell: Cell): string => (cell === null ? '' : typeof cell === 'object' && 'date' in cell ? cell.date : String(cell));
const money = (amount: number): string => amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ' ');

/** Columns side by side; figures to the right. */
function table(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const isFigures = widths.map((_, column) => lines.slice(1).every((line) => /^[-\d ?–.·]*$/.test(line[column] ?? '')));
  const lined = lines.map((line) =>
    line
      .map((text, column) => (isFigures[column] ? text.padStart(widths[column] as number) : text.padEnd(widths[column] as number)))
      .join('  ')
      .trimEnd(),
  );
  return `${lined.join('\n')}\n`;
}
