/** The page is served to this machine alone: the built files, and the one file the user named. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Served, serve } from '../../local/serve.ts';

let folder: string;
let server: Served;
const NAME = 'Factures été 100 %.csv';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relance-serve-'));
  mkdirSync(join(folder, 'dist', 'samples'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'index.html'), '<p>page</p>');
  writeFileSync(join(folder, 'dist', 'samples', 'small.csv'), 'a;b');
  writeFileSync(join(folder, NAME), 'secret;1');
  writeFileSync(join(folder, 'other.csv'), 'not yours');
  server = await serve(join(folder, 'dist'), join(folder, NAME), { port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks as no browser would: the path as it stands, any host name. */
function ask(path: string, { host = 'localhost', method = 'GET', headers = {} } = {}): Promise<Answer> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host: `${host}:${port}`, ...headers } }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

it('names the file in its address, and gives its bytes', async () => {
  const name = new URL(server.url).searchParams.get('file');
  expect(name).toBe(NAME);
  expect(await ask(`/file/${encodeURIComponent(NAME)}`)).toMatchObject({ status: 200, body: 'secret;1' });
  expect(await ask('/')).toMatchObject({ status: 200, body: '<p>page</p>' });
  expect(await ask('/samples/small.csv')).toMatchObject({ status: 200, body: 'a;b' });
});

it.each([
  '/file/other.csv',
  '/../other.csv',
  '/..%2fother.csv',
  '/samples/..%2f..%2fother.csv',
  '/samples',
  '/file/',
  '/%zz',
  '//etc/passwd',
])('%s is not served', async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(404);
  expect(body).toBe('');
});

it('is closed to other names for this machine, and to other methods', async () => {
  expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
});

it('tells when the file on disk has changed', async () => {
  const path = `/file/${encodeURIComponent(NAME)}`;
  const before = (await ask(path, { method: 'HEAD' })).headers.etag as string;
  expect((await ask(path, { headers: { 'if-none-match': before } })).status).toBe(304);
  writeFileSync(join(folder, NAME), 'secret;12');
  expect((await ask(path, { method: 'HEAD' })).headers.etag).not.toBe(before);
});

it('keeps the same address when it can, and takes the next one when it is taken', async () => {
  const first = await serve(join(folder, 'dist'), null);
  const second = await serve(join(folder, 'dist'), null);
  expect(first.url).not.toBe(second.url);
  await first.close();
  await second.close();
});
