// A command that dies anywhere, once or twice, gives nobody two drafts and forgets nobody. All pairs of deaths are tried by `npm run verify`.
import { describe, expect, it } from '@jest/globals';
import { crashes, HOSTS, KINDS } from './crashes.ts';

/** Of the pairs of deaths, those tried in every test run: one in so many. */
const EVERY = 251;

describe.each(HOSTS)('%s', (host) => {
  it.each(KINDS)('%s dies anywhere, once and twice: no double draft, none lost', async (kind) => {
    await expect(crashes(host, kind, EVERY)).resolves.toMatch(/double drafts 0, lost 0$/);
  });
});
