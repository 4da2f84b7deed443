// Stryker's settings for `npm run mutants`; the files and tests of each group come from groups.mjs, through run.mjs.
export default {
  plugins: ['./mutants/one-bundle-runner.mjs'],
  testRunner: 'one-bundle',
  coverageAnalysis: 'perTest',
  // Left out, because the compiler already refuses them: a tag ('sent', 'held-row') that becomes '', a `?.` that becomes a `.` before what may be
  // missing. The other texts are words, which are data: languages, headers and the messages have tests of their own.
  mutator: { excludedMutations: ['StringLiteral', 'OptionalChaining'] },
  reporters: ['progress-append-only'],
  concurrency: 1,
  // A busy machine is no endless loop: those are stopped by counting how often the mutant is passed.
  timeoutMS: 10_000,
  timeoutFactor: 3,
  tempDirName: 'node_modules/.cache/stryker',
  ignorePatterns: ['/*', '!/core', '!/local', '!/panel', '!/samples', '!/test', '!/mutants', '!/package.json'],
  disableTypeChecks: false,
  logLevel: 'warn',
  allowConsoleColors: false,
};
