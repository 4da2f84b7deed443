// Puts the built add-in into the user's own Excel, by the ways Microsoft documents: a folder on a Mac, a registry value on Windows, an upload on the web;
// and serves its files to this machine alone, over https, for as long as it runs. The certificate is the user's own: it is made here, never leaves the
// machine, and is trusted by a command that is shown and left to the user.
//
//   sideload({ files, cache, say })   resolves to a server; close() ends it
//
// `files`: the folder with the built add-in · `cache`: where the certificate is kept · the rest is for tests.

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { extname, join, sep } from 'node:path';

const PORT = 3000;
/** The value that names us in the registry; the folder on a Mac holds one file of this name. */
const NAME = 'relance';
const WEF_MAC = ['Library', 'Containers', 'com.microsoft.Excel', 'Data', 'Documents', 'wef'];
const WEF_WINDOWS = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';
/** Some versions of Excel look for a certificate that lasts no longer than this. */
const DAYS = '365';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
};

const SAYS = {
  noOpenssl:
    'A certificate for https://localhost is made with openssl, which is not here. On Windows it comes with Git: open "Git Bash" and try again.',
  busy: `Another program uses port ${PORT} of this machine. Close it, then try again.`,
  trust: (command) => `Once: let this machine trust the certificate that was made for it. Type:\n\n  ${command}\n`,
  mac: 'Excel for Mac: the add-in is in place. Restart Excel; Home, Add-ins: Relance stands under Developer Add-ins.',
  windows: 'Excel for Windows: the add-in is in place. Restart Excel; the Home tab has a group Relance.',
  registry: (detail) => `Windows did not take the registry value; add the add-in by a shared folder instead (docs/excel.md). ${detail}`,
  web: (manifest) => `Excel on the web: Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in, and give it\n  ${manifest}`,
  serving: `Serving https://localhost:${PORT} until Ctrl+C. Excel needs it while Relance is open.`,
};

export async function sideload({ files, cache, say, platform = process.platform, home = homedir(), port = PORT, run = spawnSync }) {
  const manifest = join(files, 'manifest.xml');
  const { key, cert, isNew } = certificate(cache, run, say);
  if (!key) return null;
  const server = await served(files, { key, cert }, port, say);
  if (!server) return null;
  if (isNew) say(SAYS.trust(trustCommand(platform, join(cache, 'localhost.crt'))));
  if (platform === 'darwin') {
    const folder = join(home, ...WEF_MAC);
    mkdirSync(folder, { recursive: true });
    copyFileSync(manifest, join(folder, `${NAME}.xml`));
    say(SAYS.mac);
  } else if (platform === 'win32') {
    const { status, stderr } = run('reg', ['add', WEF_WINDOWS, '/v', NAME, '/t', 'REG_SZ', '/d', manifest, '/f'], { encoding: 'utf8' });
    say(status === 0 ? SAYS.windows : SAYS.registry(stderr ?? ''));
  }
  say(SAYS.web(manifest));
  say(SAYS.serving);
  return server;
}

/** The certificate of this machine, made at the first time. */
function certificate(cache, run, say) {
  const [key, cert] = [join(cache, 'localhost.key'), join(cache, 'localhost.crt')];
  const isNew = !existsSync(key) || !existsSync(cert);
  if (isNew) {
    mkdirSync(cache, { recursive: true });
    const subject = [
      '-subj',
      '/CN=Relance on this machine',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-addext',
      'extendedKeyUsage=serverAuth',
    ];
    const made = run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', DAYS, ...subject, '-keyout', key, '-out', cert]);
    if (made.status !== 0) {
      say(SAYS.noOpenssl);
      return { key: null, cert: null, isNew };
    }
  }
  return { key: readFileSync(key), cert: readFileSync(cert), isNew };
}

function trustCommand(platform, cert) {
  if (platform === 'darwin') return `security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db "${cert}"`;
  if (platform === 'win32') return `certutil -user -addstore Root "${cert}"`;
  return `certutil -d sql:$HOME/.pki/nssdb -A -t "C,," -n relance -i "${cert}"`;
}

/** Only what was built is served, and only to this machine. */
function served(files, identity, port, say) {
  const pages = new Map(
    readdirSync(files, { recursive: true })
      .filter((name) => extname(name) in TYPES)
      .map((name) => [`/${name.split(sep).join('/')}`, join(files, name)]),
  );
  const server = createServer(identity, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    const file = pages.get(pathname);
    if (!file || !['GET', 'HEAD'].includes(request.method ?? '')) return response.writeHead(404).end();
    // Excel on the web fetches functions.json from a page of its own.
    response.writeHead(200, {
      'content-type': TYPES[extname(file)],
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    return response.end(request.method === 'HEAD' ? undefined : readFileSync(file));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      say(SAYS.busy);
      return resolve(null);
    });
    server.listen(port, 'localhost', () => resolve(server));
  });
}
