/** What is to be done in the workbook, gathered before the first of it is sent: in as few requests as their size allows, with events off. */
import type { KnownWorkbook } from './known.ts';
import { bytesOf, PART_BYTES } from './payload.ts';
import type { Wire } from './wire.ts';

/** One range to write, row 1-based. `sheet` is a function because a tab may have to be made first. */
export interface RangeWrite {
  readonly sheet: () => Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly what: 'values' | 'formulas' | 'numberFormat';
  readonly grid: Wire[][];
}

/** Rows under the last one of a sheet: Excel finds the place while it writes, so that rows a colleague adds or inserts meanwhile stay. */
export interface AppendWrite {
  readonly sheet: () => Excel.Worksheet;
  readonly below: Wire[][];
}

/** Anything else done to a sheet: a look, a chart. */
export interface Touch {
  readonly sheet: () => Excel.Worksheet;
  readonly touch: (sheet: Excel.Worksheet) => void;
}

export type Write = RangeWrite | AppendWrite | Touch;

/** What one thing asked for weighs besides its cells, in bytes. */
const REQUEST = 400;
/** A chart takes several. */
const TOUCH = 4_000;

const weightOfGrid = (grid: readonly (readonly Wire[])[]): number =>
  REQUEST + grid.reduce((sum, line) => sum + line.reduce<number>((all, value) => all + bytesOf(value), 2), 0);

function weightOf(write: Write): number {
  if ('touch' in write) return TOUCH;
  return 'below' in write ? 3 * REQUEST + weightOfGrid(write.below) : weightOfGrid(write.grid);
}

/** Untracked all along: ranges nobody asks again would cost a request to be let go. */
function ask(write: Write): void {
  const sheet = write.sheet();
  if ('touch' in write) write.touch(sheet);
  else if ('below' in write) {
    const { below } = write;
    const first = sheet.getUsedRange(true).untrack().getLastRow().untrack().getCell(1, 0).untrack();
    first.getResizedRange(below.length - 1, (below[0] as Wire[]).length - 1).untrack().values = below;
  } else {
    const { row, column, grid, what } = write;
    sheet.getRangeByIndexes(row - 1, column, grid.length, (grid[0] as Wire[]).length).untrack()[what] = grid;
  }
}

/** Sends the writes in their order, and lets events sound again whatever happened; where even that fails, the next thing done does it. */
export async function send(context: Excel.RequestContext, writes: readonly Write[], known: KnownWorkbook): Promise<void> {
  let bytes = 0;
  known.eventsMayBeOff = true;
  context.runtime.enableEvents = false;
  try {
    for (const write of writes) {
      const weight = weightOf(write);
      if (bytes > 0 && bytes + weight > PART_BYTES) {
        await context.sync();
        bytes = 0;
      }
      ask(write);
      bytes += weight;
    }
    context.runtime.enableEvents = true;
    await context.sync();
    known.eventsMayBeOff = false;
  } catch (error) {
    context.runtime.enableEvents = true;
    await context.sync().then(
      () => {
        known.eventsMayBeOff = false;
      },
      () => undefined,
    );
    throw error;
  }
}
