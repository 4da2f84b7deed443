/** More invoices than fit one exchange with Excel on the web, which refuses exchanges above 5 MB: the first refresh, which writes in every row, and the next. */
import { expect, it } from '@jest/globals';
import { IS_THOROUGH } from '../thorough.ts';
import { bound, invoices, open, sent } from './excel/desk-stories.ts';

const MEGABYTES = 1_000_000;
/** Cells heavier than those before them make a part smaller, never larger. */
const PART = 3 * MEGABYTES;

/** At a hundred thousand, as many as promised; at fifteen thousand there are several parts already. */
const ROWS = IS_THOROUGH ? 100_000 : 15_000;

it(`${ROWS} stay below 5 MB either way, and takes no more exchanges than their size asks for`, async () => {
  const { app, desk } = open(bound(invoices(ROWS)));
  await desk.ready;
  await sent(desk, 'refresh', { options: {} });
  const { requestBytes, responseBytes, syncs, cellsWritten } = app.counts();
  expect(cellsWritten).toBeGreaterThan(3 * ROWS);
  expect(Math.max(...requestBytes, ...responseBytes)).toBeLessThan(5 * MEGABYTES);
  const total = [...requestBytes, ...responseBytes].reduce((sum, bytes) => sum + bytes, 0);
  expect(syncs).toBeLessThanOrEqual(5 + Math.ceil(total / PART));
});
