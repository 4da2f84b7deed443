/** What is to be done in the workbook, gathered before the first of it is sent: in as few requests as their size allows, with events off. */
import { bytesOf, PART_BYTES } from './payload.ts';
import type { Wire } from './wire.ts';

/** One range to write. `sheet` is a function because a tab may have to be made first. */
export interface RangeWrite {
  readonly sheet: () => Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly what: 'values' | 'formulas' | 'numberFormat';
  readonly grid: Wire[][];
}

/** Anything else done to a sheet: a look, a chart. */
export interface Touch {
  readonly sheet: () => Excel.Worksheet;
  readonly touch: (sheet: Excel.Worksheet) => void;
}

export type Write = RangeWrite | Touch;

/** What one thing asked for weighs besides its cells, in bytes. */
const REQUEST = 400;
/** A chart takes several. */
const TOUCH = 4_000;

const weightOf = (write: Write): number =>
  'touch' in write
    ? TOUCH
    : REQUEST + write.grid.reduce((sum, line) => sum + line.reduce<number>((all, value) => all + bytesOf(value), 2), 0);

/** Sends the writes in their order, and lets events sound again whatever happened. */
export async function send(context: Excel.RequestContext, writes: readonly Write[]): Promise<void> {
  let bytes = 0;
  context.runtime.enableEvents = false;
  try {
    for (const write of writes) {
      const weight = weightOf(write);
      if (bytes > 0 && bytes + weight > PART_BYTES) {
        await context.sync();
        bytes = 0;
      }
      if ('touch' in write) write.touch(write.sheet());
      else {
        const { row, column, grid } = write;
        const range = write.sheet().getRangeByIndexes(row - 1, column, grid.length, (grid[0] as Wire[]).length);
        range.untrack()[write.what] = grid;
      }
      bytes += weight;
    }
    context.runtime.enableEvents = true;
    await context.sync();
  } catch (error) {
    context.runtime.enableEvents = true;
    await context.sync().catch(() => undefined);
    throw error;
  }
}
