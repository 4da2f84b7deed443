/**
 * Microsoft's own Office.js client, unmodified, in a Node context of its own. It believes it runs in a task pane; every `context.sync()` it
 * makes arrives here as one request, and whatever we answer it treats as Excel's word. So load/sync rules, null objects and its own chunking
 * of large writes are the real ones: only the workbook behind them is ours.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import type { readWorkbook } from '../../../office-addin/read.ts';
import type { HostRequestBody, HostResponse } from './protocol.ts';

/** What the host answers to one sync. */
export type Answer = (body: HostRequestBody) => HostResponse;
/** The same as both sides see it, through the network: JSON. */
export type Exchange = (request: string) => string;

/** What shells call `Excel.RequestContext`; its types belong to the add-in's room, and tests see it as the shell's argument. */
export type Context = Parameters<typeof readWorkbook>[0];

/** The part of the global `Excel` that shells use. */
export interface ExcelClient {
  run<T>(batch: (context: Context) => Promise<T>): Promise<T>;
}

interface Loaded {
  readonly excel: ExcelClient;
  readonly window: vm.Context;
  talkTo(answer: Exchange): void;
}

let client: Loaded | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** What Excel tells its add-ins of the user, as the client knows it. */
const EVENTS = { changed: 10, selected: 14 } as const;
const FOR_ADD_INS = 65_536;

/** Tells the client of something the user did; who listens hears it. */
export function tell(event: keyof typeof EVENTS, about: object): void {
  const { OfficeExtension } = (client as Loaded).window as unknown as {
    OfficeExtension: { _testTriggerRichApiMessageEvent(message: object): void };
  };
  const entry = { messageCategory: FOR_ADD_INS, messageType: EVENTS[event], targetId: 'Workbook', message: JSON.stringify(about) };
  OfficeExtension._testTriggerRichApiMessageEvent({ entries: [entry] });
}

/** The client, talking to `answer`. It is loaded once and its runs take turns, so a run must not wait for another one inside itself. */
export function connectClient(answer: Exchange): ExcelClient {
  client ??= loadClient();
  const { excel, talkTo } = client;
  return {
    run: (batch) => {
      const mine = turn.then(() => {
        talkTo(answer);
        return excel.run(batch);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** What a cell received: a value or rows, or an error's code with what is said of it. */
export type CellAnswer = { readonly value: unknown } | { readonly errorCode: number; readonly message: unknown };

/** Microsoft's custom functions, in a client of their own with an add-in's script loaded. */
export interface FormulaClient {
  /** The ids the script gave a function, in order. */
  readonly associated: readonly string[];
  /**
   * Has the cells computed in one recalculation, as Excel asks for it: arguments in the order of functions.json, null for what is left out, errors as
   * `{ type: 'CustomFunctionError', code }`; `addresses` of the arguments where functions.json wants them.
   */
  invoke(
    calls: readonly { readonly id: string; readonly args: readonly unknown[]; readonly addresses?: readonly string[] }[],
  ): Promise<CellAnswer[]>;
}

/** How Excel marks a call that may be handed errors. */
const ERRORS_ALLOWED = 4;

export function formulaClient(answer: Exchange, script: string): FormulaClient {
  const loaded = loadClient((results) => {
    for (const [id, ok, value, errorCode] of results) {
      waiting.get(id)?.(ok ? { value } : { errorCode: errorCode as number, message: value });
      waiting.delete(id);
    }
  });
  const waiting = new Map<number, (answer: CellAnswer) => void>();
  loaded.talkTo(answer);
  const { window } = loaded as unknown as {
    window: vm.Context & {
      CustomFunctions: { associate(id: string, call: unknown): void };
      OfficeExtension: { HostBridge: { init(bridge: object): void } };
    };
  };
  const bridge: { onMessageFromHost?: (text: string) => void; sendMessageToHost: () => void } = { sendMessageToHost: () => undefined };
  window.OfficeExtension.HostBridge.init(bridge);
  const associated: string[] = [];
  const { associate } = window.CustomFunctions;
  window.CustomFunctions.associate = (id, call) => {
    associated.push(id);
    associate(id, call);
  };
  new vm.Script(script, { filename: 'functions.js' }).runInContext(window);
  let last = 0;
  return {
    associated,
    invoke: (calls) => {
      const answers: Promise<CellAnswer>[] = [];
      const entries = calls.map(({ id, args, addresses }) => {
        const invocation = ++last;
        answers.push(new Promise((resolve) => waiting.set(invocation, resolve)));
        return { messageCategory: 1, messageType: 1000, message: [invocation, id, args, null, ERRORS_ALLOWED, addresses ?? null] };
      });
      bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
      return Promise.all(answers);
    },
  };
}

type InvocationResult = readonly [id: number, ok: boolean, value: unknown, errorCode?: number];

/** `onResults` is told what the runtime of custom functions puts in cells. */
function loadClient(onResults?: (results: readonly InvocationResult[]) => void): Loaded {
  const window = paneStub();
  vm.createContext(window);
  if (onResults) new vm.Script(association(), { filename: 'office.debug.js' }).runInContext(window);
  new vm.Script(readFileSync(clientPath('excel-web-16.00.debug.js'), 'utf8'), { filename: 'excel-web-16.00.debug.js' }).runInContext(
    window,
  );
  const { OfficeExtension, Excel } = window as unknown as {
    OfficeExtension: { SessionBase: { _overrideSession: unknown }; _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void };
    Excel: ExcelClient;
  };
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  let current: Exchange | null = null;
  OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: 'https://excel.invalid', headers: {} }),
    _createRequestExecutorOrNull: () => {
      const answer = current as Exchange;
      return {
        executeAsync: async (_customData: unknown, _flags: number, message: { Body: unknown }) => {
          const text = JSON.stringify(message.Body);
          const isOfCells = text.includes('"SetInvocationArrayResults"');
          if (!isOfCells) return JSON.parse(answer(text)) as HostResponse;
          const results = (JSON.parse(text) as HostRequestBody).Actions.find(({ Name }) => Name === 'SetInvocationArrayResults');
          onResults?.(results?.ArgumentInfo?.Arguments?.[0] as readonly InvocationResult[]);
          return { ErrorCode: '', Body: { Results: [] } };
        },
      };
    },
  };
  return {
    window,
    excel: Excel,
    talkTo: (answer) => {
      current = answer;
    },
  };
}

/**
 * Where functions are associated: a page has it from office.js, before the client itself. Of that script, which would load half of Office, these
 * are the very lines.
 */
function association(): string {
  const office = readFileSync(clientPath('office.debug.js'), 'utf8');
  const from = office.search(/\(function \(OfficeExt\) \{\s+var Association/);
  const last = '(CustomFunctions || (CustomFunctions = {}));';
  return `var OfficeExt;\n${office.slice(from, office.indexOf(last, from) + last.length)}`;
}

function clientPath(file: string): string {
  const found = createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json');
  return join(dirname(found), 'dist', file);
}

/** The little of a browser window that the script looks at while loading. */
function paneStub(): vm.Context {
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    Promise,
    location: { href: 'https://pane.invalid/', search: '', hash: '' },
    navigator: { userAgent: 'node' },
    document: { createElement: () => ({}), getElementsByTagName: () => [], addEventListener: () => undefined },
    addEventListener: () => undefined,
  };
  window.window = window;
  window.self = window;
  return window;
}
