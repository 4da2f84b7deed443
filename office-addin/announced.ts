/**
 * Two people may prepare the same reminders at the same minute, each from a copy of Excel: the workbook has no lock. What was announced is therefore
 * read again before the first draft: who announced a reminder first makes it, the other makes none.
 */
import type { Draft, Sheet, TabAppend } from '../core/index.ts';

const lineOf = (cells: readonly unknown[]): string => {
  const texts = cells.map((cell) => String(cell ?? ''));
  while (texts.at(-1) === '') texts.pop();
  return texts.join('\u0000');
};

/**
 * Whether somebody else announced one of the drafts before us. `before`: the tab as it was decided on (undefined: there was none), `now`: as it is since
 * our rows were added; `own`: rows this command had added before.
 */
export function isForestalled(
  drafts: readonly Pick<Draft, 'id'>[],
  append: Pick<TabAppend, 'rows'>,
  own: readonly (readonly string[])[],
  before: Sheet | undefined,
  now: Sheet | undefined,
): boolean {
  const known = new Map<string, number>();
  const add = (cells: readonly unknown[]) => known.set(lineOf(cells), (known.get(lineOf(cells)) ?? 0) + 1);
  for (const cells of before?.cells ?? []) add(cells);
  for (const cells of own) add(cells);
  const ids = new Set(drafts.map(({ id }) => id));
  const ours = new Set(append.rows.map(lineOf));
  for (const cells of now?.cells ?? []) {
    const line = lineOf(cells);
    const times = known.get(line) ?? 0;
    if (times > 0) known.set(line, times - 1);
    else if (cells.some((cell) => typeof cell === 'string' && ids.has(cell))) {
      // The first new row about these drafts: ours, or a colleague's.
      if (!ours.has(line)) return true;
      for (const id of ids) if (cells.includes(id)) ids.delete(id);
    }
  }
  return false;
}
