// How Stryker runs our tests. A mutant must cost a few hundredths of a second, or nobody runs thousands of them: Jest would look at every
// test file and load some three hundred modules again for each one. Here the tests of a group and the core they test are bundled once into
// one script (esbuild, as the build does); for each mutant the script is evaluated anew, so that nothing remembered under one mutant is
// seen under the next, and the tests that reach the mutant are run until one fails. Expectations are Jest's own. The laws run a third
// of their times, always with the same seed: a mutant killed today is killed tomorrow.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Script } from 'node:vm';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { expect } from 'expect';

const LOADING = ' › loading';
const requireHere = createRequire(import.meta.url);

/** fast-check as the tests know it, but with a third of the runs, one seed, and no search for the smallest example: that a law fails is enough here. */
const fewRuns = {
  name: 'few-runs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^fast-check$/ }, ({ importer, pluginData, resolveDir }) =>
      pluginData === 'real' || importer.includes('node_modules')
        ? undefined
        : { path: 'fast-check', namespace: 'few-runs', pluginData: resolveDir },
    );
    onResolve({ filter: /^@jest\/globals$/ }, ({ path }) => ({ path, namespace: 'globals' }));
    onLoad({ filter: /.*/, namespace: 'globals' }, () => ({ contents: 'module.exports = { describe, it, test, expect };' }));
    onLoad({ filter: /[/]test[/].*[.]ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    }));
    onLoad({ filter: /.*/, namespace: 'few-runs' }, ({ pluginData: resolveDir }) => ({
      resolveDir,
      pluginData: 'real',
      contents: `
        import * as whole from 'fast-check';
        export * from 'fast-check';
        export const assert = (law, asked) =>
          whole.assert(law, { ...asked, numRuns: Math.max(10, Math.ceil((asked?.numRuns ?? 100) / 3)), seed: 1, endOnFailure: true });
        export default { ...whole, assert };`,
    }));
  },
};

async function bundled(testFiles) {
  const { outputFiles } = await build({
    stdin: {
      contents: testFiles.map((file) => `inFile(${JSON.stringify(file)}, () => require('./${file}'));`).join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'node',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [fewRuns],
  });
  const names = ['require', 'inFile', 'describe', 'it', 'test', 'expect'];
  return new Script(`(function (${names.join(', ')}) {${outputFiles[0].text}\n})`, { filename: 'tests.js' });
}

/** The test files of the script, in order: what one declares, by `describe`, `it` and their tables, is known once it is opened. */
function testFilesOf(script) {
  const files = [];
  const seen = new Map();
  let found = [];
  let path = [];
  const within = (name, declare) => {
    const outer = path;
    path = [...path, name];
    declare();
    path = outer;
  };
  const add = (name, run) => {
    const whole = [...path, name].join(' › ');
    const times = seen.get(whole) ?? 0;
    seen.set(whole, times + 1);
    found.push({ id: times ? `${whole} (${times})` : whole, run });
  };
  const withTable = (declare) => {
    declare.each = (table) => (name, run) => {
      const isOfRows = table.every(Array.isArray);
      table.forEach((row, index) => {
        declare(`${name} #${index}`, () => (isOfRows ? run(...row) : run(row)));
      });
    };
    return declare;
  };
  const inFile = (fileName, declare) => {
    const open = () => {
      found = [];
      within(fileName, declare);
      return found;
    };
    files.push({ fileName, open });
  };
  const test = withTable(add);
  script.runInThisContext()(requireHere, inFile, withTable(within), test, test, expect);
  return files;
}

class OneBundleRunner {
  static inject = tokens(commonTokens.options);

  constructor(options) {
    this.testFiles = options.oneBundle.testFiles;
    this.stryker = globalThis.__stryker__ ??= {};
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.script = await bundled(this.testFiles);
  }

  async dryRun({ coverageAnalysis }) {
    const run = await this.#run({ bail: false });
    const coverage = this.stryker.mutantCoverage;
    return coverageAnalysis === 'off' || run.status !== DryRunStatus.Complete ? run : { ...run, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    this.stryker.activeMutant = activeMutant.id;
    this.stryker.hitCount = hitLimit === undefined ? undefined : 0;
    this.stryker.hitLimit = hitLimit;
    try {
      return toMutantRunResult(await this.#run({ only: testFilter && new Set(testFilter), bail: !disableBail }), disableBail);
    } finally {
      this.stryker.activeMutant = undefined;
    }
  }

  /** Runs the tests asked for (all without `only`), file by file; the files that hold none of them are not even opened. */
  async #run({ only, bail }) {
    const filesAsked = only && new Set([...only].map((id) => id.split(' › ', 1)[0]));
    const results = [];
    for (const { fileName, open } of testFilesOf(this.script)) {
      if (filesAsked && !filesAsked.has(fileName)) continue;
      for (const { id, run } of this.#opened(fileName, open)) {
        if (only && !only.has(id) && !id.endsWith(LOADING)) continue;
        this.stryker.currentTestId = id;
        const start = performance.now();
        let outcome = { status: TestStatus.Success };
        try {
          await run();
        } catch (error) {
          outcome = { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
        }
        this.stryker.currentTestId = undefined;
        results.push({ id, name: id, fileName, timeSpentMs: performance.now() - start, ...outcome });
        const endless = determineHitLimitReached(this.stryker.hitCount, this.stryker.hitLimit);
        if (endless) return endless;
        if (bail && outcome.status === TestStatus.Failed) return { status: DryRunStatus.Complete, tests: results };
      }
    }
    return { status: DryRunStatus.Complete, tests: results };
  }

  /** A mutant under which a file's tests cannot even be declared fails that file. */
  #opened(fileName, open) {
    try {
      return open();
    } catch (error) {
      return [{ id: `${fileName}${LOADING}`, run: () => Promise.reject(error) }];
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-bundle', OneBundleRunner)];

export const strykerValidationSchema = {
  properties: {
    oneBundle: {
      type: 'object',
      properties: { testFiles: { type: 'array', items: { type: 'string' } } },
      additionalProperties: false,
    },
  },
};
