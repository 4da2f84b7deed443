// The tests run the TypeScript sources as they are. Modules are compiled to CommonJS (no experimental Node flag); imports keep their
// `.ts` extension. Packages that ship ES modules only are compiled too: add their name to `modules`.
import { availableParallelism } from 'node:os';

const modules = ['date-fns', 'preact', 'postal-mime', 'fast-check', 'pure-rand', 'fflate'];

const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];

export default {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testEnvironment: 'node',
  testSequencer: '<rootDir>/test/longest-first.mjs',
  transform: { '\\.ts$': swc(false), '\\.(tsx|m?js)$': swc(true) },
  transformIgnorePatterns: [`/node_modules/(?!(?:${modules.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/[^/]*\\.tmp'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // One more than there are processors: whoever has a browser before it waits for it half of the time.
  maxWorkers: availableParallelism() + 1,
  // Long enough for a machine that is busy with other things; what hangs still ends.
  testTimeout: 300_000,
};
