/** Hosts over one contract, some lines each; Google Sheets is in a file of its own. */
import { describe } from '@jest/globals';
import type { Draft } from '../../core/index.ts';
import { contract } from './contract.ts';
import { excelHost } from './excel/index.ts';
import { MemoryHost } from './memory.ts';
import { someOf } from './stories.ts';

describe('memory', () => {
  for (const story of someOf('small table', 'a stranger’s sheet')) contract(({ snapshot }) => new MemoryHost(snapshot), story);
});
describe('Excel', () => {
  for (const story of someOf('small table', 'its English twin', 'a stranger’s sheet'))
    contract(({ snapshot }) => {
      const host = excelHost(snapshot);
      const outbox = new Map<string, string>();
      const drafts = {
        find: async (ids: readonly string[]) =>
          ids.map((id) => ({ id, state: outbox.has(id) ? ('drafted' as const) : ('absent' as const), reference: null })),
        draft: async ({ id, subject }: Draft) => {
          outbox.set(id, subject);
          return id;
        },
      };
      return { run: (command) => host.run(command, { drafts }), cells: (sheet) => host.cells(sheet) };
    }, story);
});
