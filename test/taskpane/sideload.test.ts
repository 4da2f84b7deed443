/** `npm run sideload:excel`: the files over https to this machine, the manifest where Excel looks for it, and nothing done that the user was not told. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:https';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Options {
  readonly files: string;
  readonly cache: string;
  readonly say: (text: string) => void;
  readonly platform: string;
  readonly home: string;
  readonly port: number;
  readonly run?: (command: string, args: readonly string[]) => { status: number; stderr?: string };
}
let sideload: (options: Options) => Promise<Server | null>;
let folder: string;
beforeAll(async () => {
  ({ sideload } = (await import('../../office-addin/sideload.mjs' as string)) as { sideload: typeof sideload });
  folder = mkdtempSync(join(tmpdir(), 'relance-sideload-'));
  mkdirSync(join(folder, 'files', 'icons'), { recursive: true });
  writeFileSync(join(folder, 'files', 'manifest.xml'), '<OfficeApp/>');
  writeFileSync(join(folder, 'files', 'taskpane.html'), '<p>pane</p>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function placed(platform: string, more: Partial<Options> = {}): Promise<{ said: string; server: Server | null }> {
  const said: string[] = [];
  const home = join(folder, platform);
  const server = await sideload({
    files: join(folder, 'files'),
    cache: join(folder, 'cache'),
    say: (text) => said.push(text),
    platform,
    home,
    port: 0,
    ...more,
  });
  return { said: said.join('\n'), server };
}

const asked = (server: Server, path: string): Promise<readonly [status: number | undefined, text: string]> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const ca = readFileSync(join(folder, 'cache', 'localhost.crt'));
    get({ host: 'localhost', port, path, ca }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve([response.statusCode, text]));
    }).on('error', reject);
  });

describe('sideloading', () => {
  it('makes a certificate of this machine’s own, says how to trust it, and serves what was built and nothing else', async () => {
    const { said, server } = await placed('linux');
    expect(said).toContain('certutil');
    expect(await asked(server as Server, '/taskpane.html')).toEqual([200, '<p>pane</p>']);
    expect((await asked(server as Server, '/../cache/localhost.key'))[0]).toBe(404);
    server?.close();
  });

  it('on a Mac, lays the manifest where Excel looks for it; the certificate is not made again', async () => {
    const { said, server } = await placed('darwin');
    server?.close();
    const wef = join(folder, 'darwin/Library/Containers/com.microsoft.Excel/Data/Documents/wef/relance.xml');
    expect(readFileSync(wef, 'utf8')).toBe('<OfficeApp/>');
    expect(said).not.toContain('trust');
    expect(said).toContain('Developer Add-ins');
  });

  it('on Windows, names the manifest in the user’s own registry', async () => {
    const ran: string[] = [];
    const run = (command: string, args: readonly string[]) => {
      ran.push([command, ...args].join(' '));
      return { status: 0 };
    };
    const { server } = await placed('win32', { run });
    server?.close();
    expect(ran).toEqual([
      `reg add HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer /v relance /t REG_SZ /d ${join(folder, 'files/manifest.xml')} /f`,
    ]);
  });

  it('says so when there is nothing to make a certificate with', async () => {
    const { said, server } = await placed('win32', { cache: join(folder, 'other'), run: () => ({ status: 1 }) });
    expect([server, said]).toEqual([null, expect.stringContaining('openssl')]);
  });
});
