/** English. */
import type { Words } from './words.ts';

const many = (count: number, one: string, others = `${one}s`) => `${count} ${count === 1 ? one : others}`;

export const en: Words = {
  help: `Relance: who owes what, how late, and what to do next.

  npm run --silent report -- FILE... [options]

FILE is an invoice sheet: .xlsx .xlsm .ods .csv .tsv, or a workbook .json. It is read, never modified.

  --as-of YYYY-MM-DD      the day the figures are for (default: today)
  --sheet NAME            the sheet that holds the invoices (default: found by itself)
  --lang fr|en            language of the answer (default: the file's)
  --locale en-GB          how undecided dates and amounts read
  --date-order dmy|mdy|ymd
                          the order of day, month and year in dates
  --currency EUR          the currency, when the sheet names none
  --cadence NAME          standard, classic, gentle, prompt or due-day
  --drafts FOLDER         write each due reminder as a draft (.eml) in that folder, once
  --out FILE              write a copy with days late, status and next action filled in
  --json                  the whole answer as JSON
  --help                  this page

Exit code: 0 when at least one file was read, 1 when none was or something could not be written, 2 when the command is misspelt.`,
  usage: {
    'unknown-option': ({ option, nearest }) => `There is no option ${option}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`,
    'missing-value': ({ option }, expected) => `${option} needs a value: ${expected}.`,
    'bad-value': ({ option, value }, expected) => `${option} cannot be "${value}": ${expected}.`,
    'no-value-taken': ({ option }) => `${option} takes no value: type it alone.`,
    'given-twice': ({ option }) => `${option} is given twice, with two values: keep one.`,
    'no-file': () => 'Which file? Give the invoice sheet to read, for instance: npm run --silent report -- invoices.xlsx',
    'out-of-several': () => '--out makes a copy of one file: give one file, or leave --out.',
  },
  expected: {
    day: 'type a day of the calendar as YYYY-MM-DD, for instance 2026-03-31',
    sheet: 'type the name of a sheet, for instance --sheet Invoices',
    locale: 'type a language and a country, for instance en-GB or fr-FR',
    currency: 'type the three letters of a currency, for instance EUR',
    folder: 'type the folder for the drafts, for instance --drafts drafts',
    file: 'type the name of the copy, for instance --out copy.xlsx',
    oneOf: (ids) => `type one of ${ids.join(', ')}`,
  },
  seeHelp: 'All options: npm run --silent report -- --help',
  wrongEnding: (path, ending, suggestion) =>
    `The copy of this file is ${ending}, and "${path}" does not end so. Type --out "${suggestion}".`,
  overJournal: (path) => `"${path}" is the journal of your reminders: Relance never writes a copy over it. Give the copy another name.`,

  path: {
    missing: (path) => `There is no file ${path}. Check its name and its folder.`,
    'is-folder': (path) => `${path} is a folder. Name a file in it.`,
    'no-permission': (path) => `You are not allowed to read ${path}. Ask for the right to, or copy it elsewhere.`,
    'not-a-file': (path) => `${path} is not an ordinary file. Save the invoices as a file first.`,
    unreadable: (path) => `${path} could not be read from its disk. Copy it elsewhere and try again.`,
  },
  folder: {
    'not-a-folder': (path) => `${path} is not a folder. Give another folder for the drafts.`,
    'no-permission': (path) =>
      `Relance is not allowed to write in ${path}. Choose another folder, or close the file if it is open elsewhere.`,
    'disk-full': (path) => `The disk is full: nothing more was written in ${path}. Free some space and run the command again.`,
    failed: (path) => `${path} could not be written. Try again, or choose another folder.`,
    busy: (path, holder) =>
      `Another Relance (process ${holder}) is working in ${path}. Wait until it has finished and run the command again; if none is running, delete ${path}/.relance.lock.`,
    'journal-unreadable': (path) =>
      `${path} cannot be read as a journal, so nobody can say which reminders were already prepared: none was prepared. Put back a good copy of it, or move it and its drafts to another folder.`,
    'journal-lost': (path) =>
      `${path} is empty although drafts lie beside it, so nobody can say which reminders were already prepared: none was prepared. Put back a good copy of it, or move it and its drafts to another folder.`,
  },
  unexpected: (detail) =>
    `Relance stumbled over this file, and that is a fault of Relance (${detail}). Please report it with the file if you can.`,

  prepared: (count, folder) => `${many(count, 'reminder')} prepared in ${folder}: open, check and send.`,
  nonePrepared: 'No new reminder to prepare.',
  cutLine: (row, customer) =>
    `Line ${row} of journal.csv is cut: ${customer === null ? 'no reminder was prepared, for it may already record any of them' : `no reminder was prepared for ${customer}, for it may already record it`}. Complete the line, or delete it if it records nothing.`,
  copyKept: (name) => `journal.csv was mended; the file as it was is kept as ${name}.`,
  copyWritten: (path) => `Copy written: ${path}.`,
  leftCells: (count) => `${many(count, 'cell was', 'cells were')} left as they are:`,
  why: {
    words: 'your own words',
    formula: 'a formula',
    'row-changed': 'the row changed meanwhile',
    'twin-rows': 'nothing tells this row from another',
  },
  cell: (sheet, row, column) => `${sheet} ${column}${row}`,

  page: {
    sheet: (name) => `sheet ${name}`,
    asOf: (day) => `as of ${day}`,
    invoices: (count) => many(count, 'invoice'),
    figures: {
      outstanding: 'Outstanding',
      overdue: 'Overdue',
      notDue: 'Not due',
      undated: 'Without due date',
      unapplied: 'Unapplied credit',
      dso: 'DSO',
      countBack: 'Count-back DSO',
      weightedDaysLate: 'Weighted days late',
    },
    days: (count) => `${count} days`,
    ofOutstanding: (share) => `${share} of outstanding`,
    bestAndLate: (best, late) => `best possible ${best}, delinquent ${late}`,
    moreThan: (days) => `more than ${days}`,
    unnamedCurrency: 'currency not named',
    aging: 'Aging balance',
    toDo: (count) => `To do now (${count})`,
    nothingToDo: 'Nothing to do today.',
    upcoming: (count) => `Coming next (${count})`,
    customers: (shown, all) =>
      shown < all ? `Customers, most overdue first (${shown} of ${all})` : `Customers, most overdue first (${all})`,
    score: (score, settled) => `${score} of 100, on ${many(settled, 'paid invoice')}`,
    forecast: 'Expected receipts',
    weekOf: (day) => `week of ${day}`,
    between: (low, high) => `${low} to ${high}`,
    planned: (sum) => `to pay out ${sum}`,
    later: 'later',
    notExpected: (count, sum) =>
      `Left out: ${many(count, 'invoice')}, ${sum}: nobody can say when (disputes, legal matters, no due date, too old; --json names them).`,
    forecastError: (share) => `Replayed over the last 26 weeks, this forecast was off by ${share} a week.`,
    alsoOpen: (numbers) => `also open: ${numbers}`,
    to: (address) => `to ${address}`,
    blocked: 'Blocked',
    careful: 'Careful',
    problems: (count) => `Problems (${count})`,
    noProblem: 'No problem found in the sheet.',
    severities: { error: 'out of the totals', hold: 'not chased', notice: 'to check' },
    place: (sheet, row, column) =>
      [sheet, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`].filter((part) => part !== null).join(', '),
    notices: 'About the file',
    andMore: (count) => `… and ${count} more (--json gives them all)`,
    prepared: 'Drafts',
  },
};
