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

/** What the story leaves in memory: worked out once, however many hosts are held against it. */
interface InMemory {
  readonly opened: View;
  readonly refreshed: View;
  /** Of the invoice sheet, refreshed. */
  readonly cells: readonly (readonly Cell[])[];
  /** The report after each tab that was made. */
  readonly tabbed: readonly View['report'][];
  readonly tabs: readonly { readonly name: string; readonly cells: readonly (readonly Cell[])[] }[];
  readonly prepared: View['drafted'];
}
const known = new Map<Story, InMemory>();

function inMemory(story: Story): InMemory {
  const before = known.get(story);
  if (before !== undefined) return before;
  const [host, tabbedHost] = [new MemoryHost(story.snapshot), new MemoryHost(story.snapshot)];
  const opened = host.run(command('open', story));
  const refreshed = host.run(command('refresh', story));
  const cells = plain(host.cells(refreshed.report?.table.sheet as string));
  const tabbed = MADE_TABS.map((tab) => tabbedHost.run(command('make-tab', story, { tab })).report);
  const made = tabbedHost.sheets.slice(story.snapshot.sheets.length);
  const tabs = made.map(({ name }) => ({ name, cells: plain(tabbedHost.cells(name)) }));
  const prepared = new MemoryHost(story.snapshot).run(command('prepare', story)).drafted;
  const found = { opened, refreshed, cells, tabbed, tabs, prepared };
  known.set(story, found);
  return found;
}

/** Holds a host against the memory host over a story: open, refresh, refresh again, prepare. */
export function contract(open: (story: Story) => OpenHost, story: Story): void {
  it(`${story.name}: opens to the same report, and writes nothing`, async () => {
    const host = open(story);
    const sheet = story.snapshot.sheets[0]?.name as string;
    const before = plain(host.cells(sheet));
    const view = await host.run(command('open', story));
    expect(view.report).toEqual(inMemory(story).opened.report);
    expect(plain(host.cells(sheet))).toEqual(before);
  });

  it(`${story.name}: a refresh leaves the same cells as in memory, a second one changes nothing`, async () => {
    const { refreshed, cells } = inMemory(story);
    const host = open(story);
    const sheet = refreshed.report?.table.sheet as string;
    const view = await host.run(command('refresh', story));
    expect(plain(host.cells(sheet))).toEqual(cells);
    expect(view.left).toEqual(refreshed.left);
    await host.run(command('refresh', story));
    expect(plain(host.cells(sheet))).toEqual(cells);
  });

  it(`${story.name}: tabs made on request are the same as in memory, are made once, and change nothing of the report`, async () => {
    const { opened, tabbed, tabs } = inMemory(story);
    const host = open(story);
    for (const [nth, tab] of MADE_TABS.entries()) {
      const { report } = await host.run(command('make-tab', story, { tab }));
      expect(report).toEqual(tabbed[nth]);
      expect(report).toEqual({ ...opened.report, notices: report?.notices });
    }
    await host.run(command('make-tab', story, { tab: 'settings' }));
    expect(tabs.map(({ name }) => plain(host.cells(name)))).toEqual(tabs.map(({ cells }) => cells));
  });

  it(`${story.name}: prepared reminders are in the same journal, and are not prepared twice`, async () => {
    const host = open(story);
    const view = await host.run(command('prepare', story));
    const named = (drafted: View['drafted']) => drafted.map(({ id, customer }) => [id, customer]);
    expect(named(view.drafted)).toEqual(named(inMemory(story).prepared));
    expect((await host.run(command('prepare', story))).drafted).toEqual([]);
  });
}
