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

/** What shells call `Excel.RequestContext`; its types belong to the add-in's room, and tests see it as the shell's argument. */
export type Context = Parameters<typeof readWorkbook>[0];

/** The part of the global `Excel` that shells use. */
export interface ExcelClient {
  run<T>(batch: (context: Context) => Promise<T>): Promise<T>;
}

let client: { excel: ExcelClient; talkTo(answer: Answer): void } | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** The client, talking to `answer`. It is loaded once and its runs take turns, so a run must not wait for another one inside itself. */
export function connectClient(answer: Answer): ExcelClient {
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

function loadClient(): NonNullable<typeof client> {
  const window = paneStub();
  vm.createContext(window);
  new vm.Script(readFileSync(clientPath(), 'utf8'), { filename: 'excel-web-16.00.debug.js' }).runInContext(window);
  const { OfficeExtension, Excel } = window as unknown as {
    OfficeExtension: { SessionBase: { _overrideSession: unknown } };
    Excel: ExcelClient;
  };
  let current: Answer | null = null;
  OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: 'https://excel.invalid', headers: {} }),
    _createRequestExecutorOrNull: () => {
      const answer = current as Answer;
      return {
        executeAsync: async (_customData: unknown, _flags: number, message: { Body: unknown }) =>
          overTheWire(answer(overTheWire(message.Body))),
      };
    },
  };
  return {
    excel: Excel,
    talkTo: (answer) => {
      current = answer;
    },
  };
}

/** Both sides only ever see JSON, as through the network. */
const overTheWire = <T>(message: unknown): T => JSON.parse(JSON.stringify(message)) as T;

function clientPath(): string {
  const found = createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json');
  return join(dirname(found), 'dist', 'excel-web-16.00.debug.js');
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
