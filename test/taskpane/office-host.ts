/**
 * Excel on the web around the built pane, in a real browser: Microsoft's own office.js loads Microsoft's own client and asks its host for a workbook, as
 * it does in Excel; we are that host. It stands in the same window, so that a test sees the pane as its user does.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Answer } from '../hosts/excel/client.ts';
import type { HostRequestBody, HostResponse } from '../hosts/excel/protocol.ts';

/** Where the add-in is served; anything else that is asked for, Microsoft's script apart, is a fault. */
export const ORIGIN = 'https://localhost:3000';
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

export interface ExcelLook {
  /** The language Excel speaks. */
  readonly locale: string;
}

/** The page as Excel opens it: the address tells office.js which Excel it is, that the runtime is shared, and how to talk to it. */
export function addressInExcel({ locale }: ExcelLook): string {
  const host = ['Excel', 'Web', '16.00', locale, 'test', '', '', '1'].join('$');
  const talk = `#&_xdm_Info=talk|pane|${encodeURIComponent(ORIGIN)}|&_serializer_version=1`;
  return `${ORIGIN}/taskpane.html?_host_Info=${encodeURIComponent(host)}${talk}`;
}

/** What office.js and its parts are, from the package Microsoft publishes them in; null for another address. */
export function microsoftFile(url: string): { readonly body: string; readonly contentType: string } | null {
  if (!url.startsWith(CDN)) return null;
  const name = url
    .slice(CDN.length)
    .replace(/[?#].*/, '')
    .toLowerCase();
  const folder = join(dirname(createRequire(__filename).resolve('@microsoft/office-js/package.json')), 'dist');
  const text = readFileSync(join(folder, name), 'utf8');
  // All that is told the client is where its requests go.
  const redirected = `${text}\n;OfficeExtension.SessionBase._overrideSession = window.hostSession;`;
  return { body: name.startsWith('excel-web') ? redirected : text, contentType: 'text/javascript' };
}

/** Puts the host into a page before it opens; `answer` is Excel's word to each sync. */
export async function standIn(page: Page, answer: Answer, look: ExcelLook): Promise<void> {
  await page.exposeFunction('excelAnswers', (body: string) => {
    const request = JSON.parse(body) as HostRequestBody;
    return JSON.stringify(isForOffice(request) ? agreed(request) : answer(request));
  });
  await page.addInitScript(inPage, look.locale);
}

/** Questions about the add-in itself (is the pane shown?) go to Office, not to the workbook. */
const isForOffice = ({ ObjectPaths }: HostRequestBody): boolean =>
  Object.values(ObjectPaths).some(({ ObjectPathType, Name }) => ObjectPathType === 2 && Name.startsWith('Microsoft.'));

const agreed = ({ Actions }: HostRequestBody): HostResponse => ({
  ErrorCode: '',
  Body: { Results: Actions.map(({ Id }) => ({ ActionId: Id, Value: null })) },
});

/** What the host was asked for beside the workbook: `SetAppRuntimeState` shows the pane. */
export const toldToOffice = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { hostTold: string[] }).hostTold);

/** Presses a button of the ribbon; resolves once it has told Excel that it is done. */
export async function pressInRibbon(page: Page, name: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { Office } = window as unknown as {
      Office: { actions: { _association: { mappings: Record<string, (event: object) => unknown> } } };
    };
    const work = Object.entries(Office.actions._association.mappings).find(([id]) => id.toLowerCase() === wanted)?.[1];
    await new Promise<void>((completed) => work?.({ source: { id: wanted }, completed }));
  }, name);
}

/** Runs in the page, before any script of it. */
function inPage(locale: string): void {
  const page = window as unknown as {
    hostSession: object;
    hostTold: string[];
    excelAnswers(body: string): Promise<string>;
  };
  page.hostTold = [];
  page.hostSession = {
    _resolveRequestUrlAndHeaderInfo: async () => ({ url: 'https://excel.invalid', headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: async (_data: unknown, _flags: number, { Body }: { Body: { Actions: { Name: string }[] } }) => {
        page.hostTold.push(...Body.Actions.map(({ Name }) => Name).filter((name) => name === 'SetAppRuntimeState'));
        return JSON.parse(await page.excelAnswers(JSON.stringify(Body)));
      },
    }),
  };
  const context = {
    _id: 'pane',
    _appName: 16,
    _appVersion: '16.0',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: 'https://example.org/invoices.xlsx',
    _clientMode: 0,
    _settings: [],
    _reason: 0,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'test',
    _requirementMatrix: JSON.stringify({
      ExcelApi: '1.17',
      SharedRuntime: '1.1',
      CustomFunctionsRuntime: '1.3',
    }),
    _initialDisplayMode: 1,
  };
  const post = window.postMessage.bind(window);
  window.postMessage = ((message: unknown, ...rest: never[]) => {
    const request = typeof message === 'string' && message.startsWith('{') ? JSON.parse(message) : null;
    if (request?._messageType !== 0) return post(message, ...rest);
    const answer = {
      ...request,
      _messageType: 1,
      _responseType: 0,
      _errorCode: 0,
      _data: request._actionName === 'ContextActivationManager_getAppContextAsync' ? context : {},
    };
    const event = new MessageEvent('message', { data: JSON.stringify(answer), origin: location.origin, source: window });
    setTimeout(() => window.dispatchEvent(event));
  }) as typeof window.postMessage;
}
