// The long promises (`npm run verify`): what takes minutes, or a program of others, and so is no part of every test run.
import short from './jest.config.js';

export default { ...short, testMatch: ['<rootDir>/test/verify/**/*.verify.ts'], testTimeout: 3_600_000 };
