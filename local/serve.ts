/**
 * Serves the built page, and the one file named on the command line, to this machine alone. Always the same address when it is free, because the
 * browser keeps the outbox and the journal by address.
 */
import { createReadStream, type Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, extname, join, sep } from 'node:path';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const FIRST_PORT = 8731;
const PORTS = 8;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv',
};

/** Serves `distDir` (the built page) and, under `file/`, the user's `file`. `port` 0: any free one. Rejects when no port can be had. */
export async function serve(distDir: string, file: string | null, { port }: { readonly port?: number } = {}): Promise<Served> {
  const names = await readdir(distDir, { recursive: true });
  // Only what was built is served: a path that is not in the list is not looked for on disk.
  const pages = new Map(names.map((name) => [`/${name.split(sep).join('/')}`, join(distDir, name)]));
  const ownPath = file === null ? null : `/file/${encodeURIComponent(basename(file))}`;

  const server = createServer((request, response) => {
    answer(request, response).catch(() => end(response, 404));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    // A page elsewhere may point its own name at this machine; it must not read the user's file under it.
    if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '')) return end(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    const path = url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname);
    const own = file !== null && url.pathname === ownPath ? file : null;
    const found = own ?? pages.get(path);
    const facts = found === undefined ? null : await stat(found).catch(() => null);
    if (found === undefined || !facts?.isFile()) return end(response, 404);
    response.setHeader('content-type', (own === null ? TYPES[extname(found)] : undefined) ?? 'application/octet-stream');
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('etag', tagOf(facts));
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (request.headers['if-none-match'] === tagOf(facts)) return end(response, 304);
    if (request.method === 'HEAD') return end(response, 200);
    if (own !== null) {
      // Held by the spreadsheet program that has it open, or not ours to read: said as such, not as a missing file.
      const bytes = await readFile(own).catch(() => null);
      if (bytes === null) return end(response, 423);
      response.end(bytes);
    } else
      createReadStream(found)
        .on('error', () => response.destroy())
        .pipe(response);
  }

  const address = await listening(server, port);
  const query = ownPath === null ? '' : `?file=${encodeURIComponent(basename(file as string))}`;
  return {
    url: `http://localhost:${address}/${query}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const tagOf = (facts: Stats): string => `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs * 1000).toString(36)}"`;

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.statusCode = status;
  response.end();
}

async function listening(server: ReturnType<typeof createServer>, wanted: number | undefined): Promise<number> {
  const candidates = wanted === undefined ? [...Array.from({ length: PORTS }, (_, i) => FIRST_PORT + i), 0] : [wanted];
  for (const port of candidates) {
    try {
      return await new Promise<number>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.removeListener('error', reject);
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port === candidates.at(-1)) throw error;
    }
  }
  throw new Error('no free port');
}
