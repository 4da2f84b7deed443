/** English. */
import type { OwnWords } from './own-words.ts';
import { ACTS_EN } from './words-acts-en.ts';
import { AHEAD_EN } from './words-ahead-en.ts';

const S = '\u00a0';
const many = (count: number | string, one: string, more = `${one}s`) =>
  `${count}${S}${Number(String(count).replace(/\D/g, '')) === 1 ? one : more}`;
const quoted = (text: string) => `“${text}”`;

export const EN: OwnWords = {
  language: 'English',
  colon: ': ',
  decimal: '.',
  percent: (digits) => `${digits}%`,
  days: (digits, isOne) => `${digits}${S}${isOne ? 'day' : 'days'}`,
  shortDays: (digits) => `${digits}${S}d`,
  notAvailable: 'not available',
  noCurrency: 'no currency named',
  head: {
    asOf: (day) => `as of ${day.replace(/ /g, S)}`,
  },
  doing: {
    open: 'Reading the sheet…',
    refresh: 'Filling the columns…',
    prepare: (count) => `Preparing ${many(count, 'draft')}…`,
    stop: 'Stop',
    tell: 'Writing it in the journal…',
    undo: 'Undoing the last refresh…',
  },
  failed: {
    title: 'This could not be finished.',
    advice: 'Try again. What was already prepared is found again and never prepared twice.',
    retry: 'Try again',
    close: 'Close',
  },
  result: {
    drafted: (count) => `${many(count, 'draft')} ready. Nothing is sent until you send it.`,
    notHonoured: (row) => `Row ${row} could not be read as the headers of an invoice table with these columns. Nothing was changed.`,
    left: (count) => `${many(count, 'cell')} left as found:`,
    more: (count) => `and ${count} more`,
    unfollowing: (count) => `${many(count, 'formula')} ${count === 1 ? 'does' : 'do'} not follow the sheet`,
  },
  sheet: {
    found: (invoices, sheet, row) => `${many(invoices, 'invoice')} in “${sheet}”, headers in row ${row}.`,
    tableAt: (sheet, row, rows) => `${sheet}, row ${row} (${many(rows, 'row')})`,
    meaning: (header) => `Meaning of “${header}”`,
    unused: (count) => `${many(count, 'column')} not used`,
    asSheet: (found) => `As in the sheet (${found})`,
    fill: (header) => `Fill “${header}”`,
    replaces: (count, typed) => `${many(count, 'cell')} of yours would be replaced (${typed.map(quoted).join(', ')}).`,
    staysTyped: (count, typed) => `Your own words stay there (${typed.map(quoted).join(', ')}: ${many(count, 'cell')}).`,
    twoWays: (count, order) => `${many(count, 'date')} can be read two ways. The rest of the sheet reads ${order}.`,
    readAll: (order) => `Read all as ${order}`,
    addedHere: (column) => `column ${column}`,
    problems: (count) => `${many(count, 'problem')} in the cells; the rest is computed.`,
  },
  today: {
    ofOutstanding: (amount) => `of ${amount} owed to you`,
    since: (day) => `Since your last visit, ${day}`,
    paidSince: (count) => `${many(count, 'invoice')} paid`,
    lateSince: (count) => `${many(count, 'invoice')} now late`,
    now: (count) => `To contact now (${count})`,
    weekend: (next) => `It is the weekend: reminders wait for a working day. The next one: ${next}.`,
    nothingNowNext: (day) => `Nobody to contact today. Next: ${day}.`,
    soon: (count) => `Coming up (${count})`,
    prepareAll: (count) => `Prepare ${many(count, 'draft')}`,
    on: (day) => `on ${day}`,
    toCheck: (count) => `${many(count, 'point')} to check`,
    forAll: (part, whole) => `For ${part} of ${whole} reminders.`,
    prepared: (count) => `Already prepared (${count})`,
  },
  entry: {
    dueOn: (day) => `due ${day}`,
    selectRow: (number) => `Show invoice ${number} in the sheet`,
    earlierOne: (stage, day) => `${stage}, ${day}`,
  },
  act: ACTS_EN,
  batch: {
    title: (count) => `Prepare ${many(count, 'draft')}?`,
    concerns: (customers) => `For ${customers}`,
    concernsMany: (count) => `For ${count} customers`,
    left: (count) => `Left out because blocked (${count})`,
    go: (count) => `Prepare ${many(count, 'draft')}`,
  },

  figures: {
    invoicesCount: (count) => many(count, 'invoice'),
    moreThan: (days) => `more than ${days}`,
    times: (digits) => `${digits}×${S}a${S}year`,
    unavailable: (count) => `Not available (${count})`,
    trendText: ({ from, to, first, last }) =>
      `Total owed at the end of each month, from ${first} in ${from} to ${last} in ${to}; the dark part is overdue.`,
    went: ({ from, to, first, last }) => `from ${first} in ${from} to ${last} in ${to}`,
    moves: {
      today: (days) => `Customers owe you ${days} of sales. These are made of:`,
      movers: (count) => (count === 1 ? 'The customer that moved it in 90 days:' : `The ${count} customers that moved it most in 90 days:`),
      added: (days) => `added ${days}`,
      took: (days) => `took off ${days}`,
    },
    receipts: {
      text: (weeks, amount) => `${amount} should come in over the next ${weeks} weeks.`,
      error: (percent) => `Over the last six months it was off by ${percent}.`,
      later: (amount) => `${amount} more should come in later.`,
      notCounted: (amount, why) => `Not counting ${amount} for which no day can be foreseen: ${why}.`,
      left: (count, amount) => `Invoices without a foreseeable day (${count}): ${amount}`,
    },
    board: {
      done: (tab) => `The figures are in the tab “${tab}”.`,
    },
  },

  customers: {
    count: (count) => many(count, 'customer'),
    overdue: (amount) => `${amount} overdue`,
    pays: (days, sign) => (sign > 0 ? `pays ${days} late on average` : sign < 0 ? `pays ${days} early on average` : 'pays on the day'),
    score: (score) => `${score} of 100`,
    scoredOn: (count, isScored) =>
      isScored
        ? `100 is always on time. From its ${many(count, 'paid invoice')}.`
        : `${many(count, 'paid invoice')}: three are needed for a score.`,
    beyond: (amount) => `${amount} beyond it`,
    steps: (name) => `Reminder steps “${name}”.`,
    suggestedHelp: (tab) => `Nothing changes by itself. Steps, limit and insured amount are set in the tab “${tab}”.`,
  },
  help: 'Help on this screen',

  invoice: {
    open: (number) => `Details of ${number}`,
    row: (row) => `row ${row}`,
    early: (days) => `${days} before the due date`,
  },

  follow: {
    madeOn: (day) => `made on ${day}`,
    older: (count) => `Show ${count} older`,
    mentioned: (numbers) => `also listed: ${numbers}`,
    until: (day) => `until ${day}`,
    by: (who) => `by ${who}`,
    invoicesOf: (numbers) => numbers,
  },

  problems: {
    place: (sheet, cell) => `${sheet}, ${cell}`,
    rowOf: (row) => `row ${row}`,
    jump: (place) => `Go to ${place}`,
  },

  settings: {
    daily: (hour) => `Refresh every day, at about ${hour}:00`,
    folderIs: (name) => `Kept in “${name}”.`,
  },
  ahead: AHEAD_EN,
};
