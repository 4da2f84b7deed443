// What must not go wrong unnoticed: the rules behind every date, sum and reminder, and the tests that know them. A change to one line of these
// files (a mutant) must make one of the tests beside it fail. Word lists (headers, statuses, texts of messages) are no rules and not named here.
const inFolder = (folder, names) => names.map((name) => `${folder}/${name}.ts`);
const ledger = (...names) => inFolder('core/ledger', names);
const dunning = (...names) => inFolder('core/dunning', names);
const law = (...names) => inFolder('core/law', names);
const core = (...names) => inFolder('core', names);
const READ_BACK = [
  'misplaced',
  'comparison',
  'column-groups',
  'keyed-sheet',
  'moved-columns',
  'named-cells',
  'repairs',
  'standing',
  'strays',
];
const known = (files, ...tests) => ({ files, tests: tests.map((name) => `test/${name}.test.ts`) });

/** By group: files, and the tests that know them, the nearest first. */
export const groups = {
  dates: [
    known(core('calendar'), 'core/calendar'),
    known(ledger('day-text', 'day-cells', 'day-serials', 'day-orders', 'day-forms', 'civil-day'), 'core/day-cells', 'problems/dates'),
    known(ledger('later-days', 'due-dates'), 'problems/dates', 'core/law-terms', 'core/indicators-dso', 'exports/dutch', 'exports/german'),
  ],
  amounts: [
    known([...ledger('amount-cells', 'amount-text'), ...core('money')], 'core/amount-cells', 'problems/amounts'),
    known(ledger('numbers'), 'core/number-pairs', 'problems/names-and-numbers'),
    known(ledger('two-part-amounts', 'money-scales'), 'core/columns', 'problems/amounts', 'exports/german', 'exports/southern'),
  ],
  reading: [
    known(ledger('columns', 'header-match', 'header-rows'), 'core/columns', 'core/first-sheet', 'exports/dutch', 'exports/german'),
    known(
      ledger('table-rows', 'cells'),
      'core/hostile-tables',
      'core/columns',
      'exports/line-items',
      'exports/southern',
      'exports/refused',
    ),
    known(ledger('payments', 'settlement'), 'core/payments', 'problems/payments', 'core/typed-statuses', 'exports/statuses'),
  ],
  'next action': [
    known(dunning('next-action', 'cadence'), 'core/cadence', 'core/next-action'),
    known(dunning('last-action'), 'core/last-action', 'core/next-action'),
    known(dunning('chase', 'chased-invoices', 'chain'), 'core/next-action', 'core/journal', 'core/guards', 'core/dunning/paths'),
  ],
  guards: [
    known(
      dunning('guards', 'not-prepared', 'template-guard', 'refused'),
      'core/guards',
      'core/template-guard',
      'core/dunning/not-prepared',
      'core/dunning/paths',
    ),
  ],
  journal: [
    known(dunning('journal'), 'core/dunning/journal-book', 'core/journal'),
    known(dunning('told', 'told-draft', 'told-entry', 'told-path', 'told-paths', 'told-plan'), 'core/dunning/paths'),
    known([...core('row-key', 'write-back'), ...inFolder('core/read-back', READ_BACK)], 'core/write-back', 'core/fixes', 'core/read-back'),
  ],
  interest: [
    known(law('interest', 'rates', 'recovery-fee', 'limitation'), 'core/law-interest', 'core/law-holidays'),
    known(law('terms'), 'core/law-terms'),
    known(law('holidays'), 'core/law-holidays'),
    known(law('lateness', 'jurisdiction'), 'core/law-lateness'),
  ],
};
