// The whole of `npm test` in one run: every test in UTC, and in three more zones those that a zone could change. One run, for its workers are then never
// idle while the last file of a zone is under way.
import all from './jest.config.js';

/**
 * Most deadlines and due dates cross midnight somewhere: one zone behind UTC, one with summer time ahead of it, one a whole day ahead. Days are whole
 * numbers in the core: the zone of the machine can only come in where months are counted, for date-fns counts them by that clock, and where hosts hand over
 * instants. Each zone has one of the tests of both, and the one that once left out a day the test of every day; `npm run verify` runs in
 * each all that has dates in it.
 */
const ZONES = {
  'Europe/Paris': ['core/{day-cells,law-terms}.test.ts'],
  'Pacific/Kiritimati': ['laws/every-day.test.ts', 'golden/year.test.ts'],
  'America/Los_Angeles': ['hosts/sheets-host.test.ts'],
};
const WITH_DATES = [
  'core/**/*.test.ts',
  'golden/*.test.ts',
  'hosts/{contract,contract-sheets,sheets-host,formulas-sheets,formulas-excel,excel-host}.test.ts',
  'laws/{every-day,reading}.test.ts',
];
/** What goes through every case in the long run, and through some in the short one: see test/thorough.ts. */
const GONE_THROUGH = [
  'page/*.test.ts',
  'panel/*.test.ts',
  'sidebar/*.test.ts',
  'taskpane/*.test.ts',
  'hosts/*.test.ts',
  'core/**/*.test.ts',
  'laws/reading.test.ts',
  'local/*.test.ts',
  'supply/*.test.ts',
];

/**
 * Stories gone through in the long run alone: what each of them tells in a browser is proved in every run nearer to the rule, or by another shell (the
 * forms and papers in test/core, the same screens and clicks in test/panel, the sidebar and the pane, formulas in test/hosts). Two builds are compared there, too.
 */
const AT_LENGTH = [
  'page/screens',
  'page/story',
  'page/plans-kept',
  'page/follow-up',
  'page/fixes',
  'page/dashboard',
  'page/formulas',
  'panel/ahead',
  'supply/builds',
];

const isThorough = process.env.THOROUGH === 'yes';

// What holds for the run, and what for a project of it.
const { maxWorkers, testSequencer, ...one } = all;

/** Test files as they run in a zone. */
const inZone = (zone, names) => ({
  ...one,
  displayName: zone,
  testMatch: names.map((name) => `<rootDir>/test/${name}`),
  testEnvironment: '<rootDir>/test/in-zone.mjs',
  testEnvironmentOptions: { zone },
});

export default {
  maxWorkers,
  testSequencer,
  testTimeout: one.testTimeout,
  projects: [
    isThorough
      ? inZone('UTC', GONE_THROUGH)
      : {
          ...inZone('UTC', ['**/*.test.ts', '**/*.test.tsx']),
          testPathIgnorePatterns: AT_LENGTH.map((name) => `/test/${name}[.]test[.]ts$`),
        },
    ...Object.entries(ZONES).map(([zone, zoned]) => inZone(zone, isThorough ? WITH_DATES : zoned)),
  ],
};
