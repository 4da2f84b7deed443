// Commands that die before and after every step, once and in all pairs, in memory and with the drafts of Gmail and Outlook: no double draft, none lost.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HOSTS, KINDS } from '../laws/crashes.ts';
import { type LongRun, longRun } from './in-node.ts';

let laws: LongRun;
beforeAll(() => {
  laws = longRun();
});
afterAll(() => laws.remove());

it.each(HOSTS.flatMap((host) => KINDS.map((kind) => [kind, host] as const)))('%s on %s', async (kind, host) => {
  const line = await laws.line('crashes', host, kind);
  console.info(line);
  expect(line).toMatch(/double drafts 0, lost 0$/);
});
