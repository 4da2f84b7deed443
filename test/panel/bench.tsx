/** The panel on a workbench: a workbook in memory behind a Desk, hooks that only take notes. Runs in the browser. */
import {
  type Binding,
  type Command,
  dayFromIso,
  type HostRequest,
  type LanguageCode,
  perform,
  type Snapshot,
  type View,
} from '../../core/index.ts';
import { type Desk, type Hooks, mountPanel, type Panel, type Selection } from '../../panel/main.tsx';
import { MemoryHost } from '../hosts/memory.ts';

/** What a test puts on the bench. */
export interface Setup {
  readonly snapshot: Snapshot;
  readonly asOf: string;
  readonly language?: LanguageCode | null;
  /** The day the panel was last looked at, as the host remembers it. */
  readonly lastVisit?: string;
}

/** What a test may look at and move while the panel is open. */
export interface Bench {
  readonly desk: Desk;
  lastVisit(): string | null;
  readonly commands: Command[];
  readonly selected: (readonly [sheet: string, row: number, column: string | null])[];
  readonly downloads: string[];
  readonly samples: string[];
  failNext: string | null;
  /** While it is so each command waits until it is let go, as over a slow line. */
  isSlow: boolean;
  /** Lets the command go that waits. */
  letGo(): void;
  bound(): Binding | undefined;
  cellsWritten(): number;
  drafts(): { readonly to: string; readonly subject: string; readonly text: string; readonly html: string }[];
  journal(): string[][];
  cells(sheet: string): unknown[][];
  select(selection: Selection | null): void;
  /** The user types into the grid. */
  type(sheet: string, row: number, column: number, value: string | number | null): void;
  readonly panel: Panel;
}

declare global {
  interface Window {
    startBench(setup: Setup): void;
    bench: Bench;
  }
}

/** Adds what a true host keeps beside the cells: the binding. */
function* keeping(command: Generator<HostRequest, View, unknown>, kept: { binding?: Binding }): Generator<HostRequest, View, unknown> {
  let step = command.next();
  while (!step.done) {
    let answer: unknown = null;
    if (step.value.kind === 'keep') kept.binding = step.value.binding;
    else answer = yield step.value;
    if (step.value.kind === 'read' && kept.binding) answer = { ...(answer as Snapshot), binding: kept.binding };
    step = command.next(answer);
  }
  return step.value;
}

window.startBench = ({ snapshot, asOf, language = null, lastVisit = null }) => {
  const host = new MemoryHost(snapshot);
  const kept: { binding?: Binding } = {};
  let day = asOf;
  let chosen = language;
  let visit: string | null = lastVisit;
  let before: unknown = null;
  const waiting: (() => void)[] = [];
  let onSelection: (selection: Selection | null) => void = () => {};
  let onEdit = () => {};
  const sheetsNow = () => JSON.stringify(host.sheets);
  const hooks: Hooks = {
    selectCell: (sheet, row, column) => void bench.selected.push([sheet, row, column]),
    onSelection: (callback) => {
      onSelection = callback;
      return () => {};
    },
    onEdit: (callback) => {
      onEdit = callback;
      return () => {};
    },
    canUndo: () => before !== null,
    undo: () => {
      host.sheets.splice(0, host.sheets.length, ...JSON.parse(before as string));
      before = null;
    },
    openFile: () => {},
    openSample: (name) => void bench.samples.push(name),
    draftsAreFiles: true,
    download: (id) => void bench.downloads.push(id),
    draftWords: async (id) => host.drafts.get(id) ?? null,
    pickFolder: async () => 'Relances',
    lastVisit: {
      get: () => visit,
      set: (next) => {
        visit = next;
      },
    },
    asOf: {
      get: () => day,
      set: (next) => {
        day = next;
      },
    },
    language: {
      get: () => chosen,
      set: (next) => {
        chosen = next;
      },
    },
  };
  const desk = {
    send: async (command: Command): Promise<View> => {
      bench.commands.push(command);
      if (bench.isSlow) await new Promise<void>((go) => waiting.push(go));
      if (bench.failNext !== null) {
        const message = bench.failNext;
        bench.failNext = null;
        throw new Error(message);
      }
      if (command.kind === 'refresh') before = sheetsNow();
      const asOfDay = dayFromIso(day);
      if (asOfDay === null) throw new Error(`no day: ${day}`);
      // As over Google's wire: plain JSON.
      return JSON.parse(JSON.stringify(host.run(keeping(perform(command, asOfDay), kept))));
    },
  };
  const element = document.getElementById('panel') as HTMLElement;
  const bench: Bench = {
    desk,
    lastVisit: () => visit,
    commands: [],
    selected: [],
    downloads: [],
    samples: [],
    failNext: null,
    isSlow: false,
    letGo: () => {
      for (const go of waiting.splice(0)) go();
    },
    bound: () => kept.binding,
    cellsWritten: () => host.cellsWritten,
    drafts: () => [...host.drafts.values()],
    journal: () => (host.sheets.find(({ name }) => /journal/i.test(name))?.cells ?? []) as string[][],
    cells: (name) => host.cells(name),
    select: (selection) => onSelection(selection),
    type: (sheet, row, column, value) => {
      (host.cells(sheet)[row - 1] as unknown[])[column] = value;
      onEdit();
    },
    panel: null as unknown as Panel,
  };
  window.bench = bench;
  (bench as { panel: Panel }).panel = mountPanel(element, desk, hooks);
};
