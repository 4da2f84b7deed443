/** The desk of a test file: a browser at the bare page, and a folder for the files that are opened there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { builtPage, opened, Town, type Visit, type VisitOptions } from './page.ts';

export interface Desk {
  /** There from the first test on. */
  readonly town: Town;
  /** Puts a file on the desk; answers its path. */
  put(name: string, content: string | Uint8Array): string;
  /** Opens the page, and waits until its file is. */
  visit(options?: VisitOptions): Promise<Visit>;
}

/** Set up before the tests of a file, cleared away after them. */
export function bareDesk(): Desk {
  const own = mkdtempSync(join(tmpdir(), 'relance-desk-'));
  let town: Town;
  let page: string;
  beforeAll(async () => {
    [town, page] = await Promise.all([Town.open(), builtPage('bare')]);
  });
  afterAll(async () => {
    await town?.close();
    rmSync(own, { recursive: true, force: true });
  });
  return {
    get town() {
      return town;
    },
    put: (name, content) => {
      writeFileSync(join(own, name), content);
      return join(own, name);
    },
    visit: async (options) => {
      const visit = await town.visit(page, options);
      await opened(visit.page);
      return visit;
    },
  };
}
