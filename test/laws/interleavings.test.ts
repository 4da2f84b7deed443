// Whatever users do to the sheet between two steps of a command, nothing of theirs is lost, and every value of ours stands on its own row or is named.
import { expect, it } from '@jest/globals';
import { interleavings } from './interleavings.ts';
import { sizeOf, tried } from './law.ts';
import { ONCE_BROKEN } from './once-broken.ts';

it.each(['memory', 'Google Sheets', 'Excel'] as const)('users at work in the same sheet: %s', async (host) => {
  const law = interleavings(host);
  await expect(tried(law, sizeOf(law.name, 'short'))).resolves.toMatch(/^interleavings in /);
});

it.each(ONCE_BROKEN)('%s', async (_, host, how) => {
  await interleavings(host).holds(how, new Map());
});
