/**
 * The reminder journal, read and written: the only memory of what was done. Users may sort it, so its order is that of the ids; and a row that is
 * partly unreadable still blocks a second draft when its event and invoice can be read. Writing and reading are one another's inverse.
 */
import { type CalendarDay, dayFromIso, isoOf, NO_DAY } from '../calendar.ts';
import type { JournalPlace } from '../dunning/chain.ts';
import { startsFormula } from '../formula-start.ts';
import type { Currency } from '../money.ts';
import type { JournalEntry, JournalEvent } from '../types.ts';
import { columnsOf } from './records.ts';
import { readMachineNumber } from './tab-cells.ts';
import type { TabLine } from './tab-line.ts';
import { type ColumnOf, TAB_SHAPES, tabHeader } from './tab-shapes.ts';
import { CHANNEL_WORDS, EVENT_WORDS, stageId } from './tab-words.ts';

/** The header row of a new journal. */
export const JOURNAL_HEADERS: { readonly fr: readonly string[]; readonly en: readonly string[] } = {
  fr: tabHeader('journal', 'fr'),
  en: tabHeader('journal', 'en'),
};

type Column = ColumnOf<'journal'>;
type Line = TabLine<Column>;

/** Events about a stage of named invoices; the others may be about a customer as a whole. */
const ABOUT_A_STAGE: ReadonlySet<JournalEvent> = new Set([
  'intent',
  'drafted',
  'sent',
  'presumed-sent',
  'discarded',
  'called',
  'letter',
  'skipped',
]);

/** Reads the lines, in the order in which they stand; `places` is told where each entry stands. */
export function readJournal(lines: Iterable<Line>, places: Map<JournalEntry, JournalPlace>): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const line of lines) {
    const entry = readEntry(line);
    if (entry === null) continue;
    entries.push(entry);
    places.set(entry, { sheet: line.sheet, row: line.row });
  }
  return entries;
}

function readEntry(line: Line): JournalEntry | null {
  const event = line.word('event', EVENT_WORDS, 'unknown-event');
  if (event === null) return line.complain('event', 'missing-event');
  const id = line.text('id');
  if (id === '') line.complain('id', 'missing-id');
  const invoices = splitNumbers(line.text('invoices'));
  const stage = stageId(line.text('stage'));
  const reference = line.text('reference');
  if (ABOUT_A_STAGE.has(event)) {
    if (invoices.length === 0) line.complain('invoices', 'missing-invoice');
    // A message beside the ladder has its draft and no stage; a call may be made while another step was due.
    if (stage === '' && event !== 'called' && reference === '') line.complain('stage', 'missing-stage');
  }
  const { on, at } = readMoment(line);
  const currency = line.currency('currency');
  return {
    id,
    on,
    at,
    event,
    customer: line.text('customer'),
    invoices,
    stage,
    round: line.whole('round', 1, 100_000) ?? 1,
    channel: line.word('channel', CHANNEL_WORDS, 'unknown-channel'),
    amount: readAmount(line, currency),
    currency,
    until: line.day('until'),
    by: line.text('by'),
    reference,
    text: line.wording('text'),
    check: line.text('check'),
  };
}

/** What we wrote is plain (`1234.567`) whatever the locale; what people add reads as in the sheet. */
function readAmount(line: Line, currency: Currency): number | null {
  const plain = readMachineNumber(line.text('amount'));
  return plain ?? line.money('amount', currency)?.amount ?? null;
}

const MOMENT = /^(.{6,}?)(?:[T ,]+(\d{1,2}:\d{2}.*))?$/;

/** Day and text of `at`. The day is the one written, whatever zone the text names; without a readable day, NO_DAY: done, nobody knows when. */
function readMoment(line: Line): { on: CalendarDay; at: string } {
  const text = line.text('at');
  const iso = dayFromIso(text.slice(0, 10));
  if (iso !== null && typeof line.cell('at') === 'string') return { on: iso, at: text };
  if (text === '') {
    line.complain('at', 'missing-date');
    return { on: NO_DAY, at: '' };
  }
  const [, date, time] = typeof line.cell('at') === 'string' ? (MOMENT.exec(text) ?? []) : [];
  const on = time === undefined ? line.day('at') : line.dayWithin('at', date as string);
  return on === null ? { on: NO_DAY, at: text } : { on, at: time === undefined ? isoOf(on) : `${isoOf(on)}T${time.padStart(5, '0')}` };
}

// ── Order ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** In the order of ids, figures in them by value (`9` before `10`, `a-2` before `a-10`); rows without an id stay last, as they stand. */
export function inOrder(entries: readonly JournalEntry[]): JournalEntry[] {
  const ranks = new Map(entries.map((entry) => [entry, rankOf(entry.id)]));
  return [...entries].sort((a, b) => compareRanks(ranks.get(a) as string[], ranks.get(b) as string[]));
}

function rankOf(id: string): string[] {
  return id === '' ? ['\uffff'] : (id.match(/\d+|\D+/g) ?? []);
}

function compareRanks(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [left, right] = [a[i] as string, b[i] as string];
    if (left === right) continue;
    const byValue = /^\d/.test(left) && /^\d/.test(right) ? Number(left) - Number(right) : 0;
    return byValue || (left < right ? -1 : 1);
  }
  return a.length - b.length;
}

// ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whether rows under this header are the journal's: other tabs of ours are appended to as well. */
export function isJournalHeader(header: readonly string[]): boolean {
  return columnsOf(TAB_SHAPES.journal, header).includes('event');
}

/** The cells of an entry in the order of a given header (French or English); '' under the user's own columns. */
export function journalRow(entry: JournalEntry, header: readonly string[]): string[] {
  const cells: Readonly<Record<Column, string>> = {
    id: entry.id,
    at: entry.at,
    event: entry.event,
    customer: entry.customer,
    invoices: joinNumbers(entry.invoices),
    stage: entry.stage,
    round: String(entry.round),
    channel: entry.channel ?? '',
    amount: entry.amount === null ? '' : String(entry.amount),
    currency: entry.currency ?? '',
    until: entry.until === null ? '' : isoOf(entry.until),
    by: entry.by,
    reference: entry.reference,
    text: entry.text,
    check: entry.check,
  };
  return columnsOf(TAB_SHAPES.journal, header).map((column) => (column === null ? '' : guarded(cells[column as Column])));
}

/** Reading takes off one apostrophe before what looks like a formula; a text that has one of its own is given a second. */
function guarded(text: string): string {
  return text.startsWith("'") && startsFormula(text.replace(/^'+/, '')) ? `'${text}` : text;
}

/** Invoice numbers as one cell: separated by `;`. A number that holds a `;` has it escaped, for two keys must never become three. */
export function joinNumbers(numbers: readonly string[]): string {
  return numbers.map((number) => number.replace(/;|\\(?=[;\\]|$)/g, '\\$&')).join('; ');
}

/** The inverse of {@link joinNumbers}; blanks around numbers do not count. */
export function splitNumbers(cell: string): string[] {
  const numbers: string[] = [];
  let number = '';
  for (let at = 0; at <= cell.length; at++) {
    const letter = cell[at];
    if (letter === '\\' && (cell[at + 1] === ';' || cell[at + 1] === '\\')) number += cell[++at];
    else if (letter === undefined || letter === ';') {
      if (number.trim() !== '') numbers.push(number.trim());
      number = '';
    } else number += letter;
  }
  return numbers;
}
