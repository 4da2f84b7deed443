// Whatever users do to the sheet between two steps of a command, nothing of theirs is lost, and every value of ours stands on its own row or is named.
import { expect, it } from '@jest/globals';
import { interleavings } from './interleavings.ts';
import { sizeOf, tried } from './law.ts';

it.each(['memory', 'Google Sheets', 'Excel'] as const)('users at work in the same sheet: %s', async (host) => {
  const law = interleavings(host);
  await expect(tried(law, sizeOf(law.name, 'short'))).resolves.toMatch(/^interleavings in /);
});
