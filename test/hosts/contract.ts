/**
 * The contract every host passes: the same story on the same workbook leaves the same cells. A new host is one line below and these tests.
 */
import { expect, it } from '@jest/globals';
import { type Cell, type Command, dayFromIso, type HostRequest, perform, type Snapshot, type View } from '../../core/index.ts';
import { MemoryHost } from './memory.ts';
import { plain } from './plain.ts';

export { plain } from './plain.ts';

/** A workbook open in some host. */
export interface OpenHost {
  run(command: Generator<HostRequest, View, unknown>): View | Promise<View>;
  /** What stands in a sheet: dates as day numbers, blanks as null, from A1. */
  cells(sheet: string): readonly (readonly Cell[])[];
}

/** A story: the workbook it happens in, the sheet that is written, the day. */
export interface Story {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly asOf: string;
}

const MADE_TABS = ['settings', 'cadence', 'templates', 'customers', 'payments'] as const;

function command(kind: Command['kind'], story: Story, more: object = {}): Generator<HostRequest, View, unknown> {
  const day = dayFromIso(story.asOf);
  if (day === null) throw new Error(`no day: ${story.asOf}`);
  return perform({ kind, at: `${story.asOf}T09:30:00`, ...more } as Command, day);
}

/** Holds a host against the memory host over a story: open, refresh, refresh again, prepare. */
export function contract(open: (story: Story) => OpenHost, story: Story): void {
  it(`${story.name}: opens to the same report, and writes nothing`, async () => {
    const memory = new MemoryHost(story.snapshot);
    const host = open(story);
    const before = plain(host.cells(story.snapshot.sheets[0]?.name as string));
    const [view, wanted] = [await host.run(command('open', story)), memory.run(command('open', story))];
    expect(view.report).toEqual(wanted.report);
    expect(plain(host.cells(wanted.report?.table.sheet as string))).toHaveLength(before.length);
  });

  it(`${story.name}: a refresh leaves the same cells as in memory`, async () => {
    const memory = new MemoryHost(story.snapshot);
    const host = open(story);
    const wanted = memory.run(command('refresh', story));
    const view = await host.run(command('refresh', story));
    const sheet = wanted.report?.table.sheet as string;
    expect(plain(host.cells(sheet))).toEqual(plain(memory.cells(sheet)));
    expect(view.left).toEqual(wanted.left);
  });

  it(`${story.name}: a second refresh changes nothing`, async () => {
    const host = open(story);
    await host.run(command('refresh', story));
    const sheet = story.snapshot.sheets.find((one) => one.cells.length > 3)?.name as string;
    const after = plain(host.cells(sheet));
    await host.run(command('refresh', story));
    expect(plain(host.cells(sheet))).toEqual(after);
  });

  it(`${story.name}: tabs made on request are the same as in memory, are made once, and change nothing of the report`, async () => {
    const memory = new MemoryHost(story.snapshot);
    const host = open(story);
    const before = memory.run(command('open', story)).report;
    for (const tab of MADE_TABS) {
      const seen = memory.run(command('make-tab', story, { tab }));
      const view = await host.run(command('make-tab', story, { tab }));
      expect(view.report).toEqual(seen.report);
      expect(view.report).toEqual({ ...before, notices: seen.report?.notices });
    }
    await host.run(command('make-tab', story, { tab: 'settings' }));
    for (const { name } of memory.sheets.slice(story.snapshot.sheets.length))
      expect(plain(host.cells(name))).toEqual(plain(memory.cells(name)));
  });

  it(`${story.name}: prepared reminders are in the same journal, and are not prepared twice`, async () => {
    const memory = new MemoryHost(story.snapshot);
    const host = open(story);
    const wanted = memory.run(command('prepare', story));
    const view = await host.run(command('prepare', story));
    expect(view.drafted.map(({ id, customer }) => [id, customer])).toEqual(wanted.drafted.map(({ id, customer }) => [id, customer]));
    expect((await host.run(command('prepare', story))).drafted).toEqual([]);
  });
}
