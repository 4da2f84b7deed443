// A bookkeeper who clones this repository types one command and gets an answer. So every npm script passes through here: what is missing
// is installed, what is stale is rebuilt, then the command runs. Plain Node without dependencies, because on a fresh clone there are none.
// All chatter goes to stderr: stdout belongs to the command, and `report --json` must be pure JSON.
//
//   node ready.mjs build [--base-url URL]   builds dist/ anew
//   node ready.mjs run NAME [ARGS]          runs dist/cli/NAME.mjs in this process
//   node ready.mjs test [JEST ARGS]         all tests in UTC, in three more time zones those a zone could change; with arguments: jest as asked
//   node ready.mjs check                    types, lint, format
//   node ready.mjs push                     sends dist/appsscript to the user's spreadsheet
//   node ready.mjs sideload                 puts dist/office-addin into the user's own Excel, and serves it
//   node ready.mjs bench [ARGS]             runs bench/main.ts
//   node ready.mjs sbom                     what is shipped: packages, versions, licences, hashes (CycloneDX JSON on stdout)
//   node ready.mjs screenshots [DIR]        a picture of every screen of the page
//   node ready.mjs verify [JEST ARGS]       the long promises: another program's figures, thousands of random histories, every case of the tests
//   node ready.mjs mutants [GROUP, FILE]    how many small changes to our rules the tests notice, by group
//   node ready.mjs ci                       check, then test
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const inRoot = (...path) => join(root, ...path);
const say = (text) => process.stderr.write(`${text}\n`);

// What the build reads. Everything here is looked at before each command, so it must stay quick: names, sizes and times, no contents.
const { buildsFrom: sources } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
const installed = inRoot('node_modules', '.relance-lock');
const stamp = inRoot('node_modules', '.cache', 'relance-build.json');
const defaultBaseUrl = 'https://localhost:3000';

// ── is it fresh? ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const sha = (content) => createHash('sha256').update(content).digest('hex');

function readOrNull(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

const lockHash = () => `${sha(fs.readFileSync(inRoot('package-lock.json')))} ${process.platform} ${process.arch}`;
/**
 * Two sets of packages: those the product is built from and runs on (`dependencies`), enough for somebody who wants an answer, and those that
 * test and check it (`devDependencies`), three times as many.
 */
const isInstalled = (withTools) => {
  const [hash, set] = (readOrNull(installed) ?? '').split('\n');
  return hash === lockHash() && (set === 'with tools' || !withTools);
};

/** Someone ran `npm install` or `npm ci` by hand: what lies in node_modules is all the lock file asks for, no need to install again. */
function wasInstalledByHand() {
  const found = JSON.parse(readOrNull(inRoot('node_modules', '.package-lock.json')) ?? 'null');
  if (!found) return false;
  const wanted = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return (
    Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      const there = found.packages[path];
      return path === '' || (there ? there.version === version && there.integrity === integrity : optional);
    }) && Object.keys(found.packages).every((path) => path in wanted)
  );
}

function fingerprint() {
  const lines = [];
  const look = (path) => {
    const found = fs.statSync(inRoot(path), { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isDirectory()) lines.push(`${path} ${found.size} ${found.mtimeMs}`);
    else for (const name of fs.readdirSync(inRoot(path)).sort()) look(`${path}/${name}`);
  };
  sources.forEach(look);
  return sha(lines.join('\n'));
}

function isBuilt(baseUrl) {
  const text = readOrNull(stamp);
  if (!text) return false;
  const last = JSON.parse(text);
  return (
    last.fingerprint === fingerprint() &&
    (baseUrl === undefined || last.baseUrl === baseUrl) &&
    last.files.every(([file, size]) => fs.statSync(inRoot('dist', file), { throwIfNoEntry: false })?.size === size)
  );
}

// ── make it fresh, one process at a time ────────────────────────────────────────────────────────────────────────────────────────────

async function ready({ build = true, force = false, baseUrl, withTools = false } = {}) {
  const isReady = () => isInstalled(withTools) && (!build || (!force && isBuilt(baseUrl)));
  if (isReady()) return;
  const release = await hold(inRoot('.ready.lock'));
  try {
    if (isReady()) return; // another process did it while this one waited
    if (!isInstalled(withTools)) await install(withTools);
    if (build && (force || !isBuilt(baseUrl))) await rebuild(baseUrl);
  } finally {
    release();
  }
}

async function install(withTools) {
  const isWhole = wasInstalledByHand();
  if (!isWhole) {
    say(
      withTools
        ? 'relance: installing packages and test tools (once, about a minute)'
        : 'relance: installing packages (once, half a minute)',
    );
    const sets = [withTools ? '--include=dev' : '--omit=dev', '--include=optional'];
    const args = ['ci', ...sets, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const code = await run(...(npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args]), { quiet: true });
    if (code !== 0) throw new Error(`npm ci failed with exit code ${code}`);
  }
  fs.writeFileSync(installed, `${lockHash()}\n${isWhole || withTools ? 'with tools' : 'product only'}`);
}

/** The build goes to a directory of its own; then each file takes the place of the old one in a single step, so a report starting meanwhile reads the old file or the new one, whole. */
async function rebuild(baseUrl = defaultBaseUrl) {
  say('relance: building');
  for (const name of fs.readdirSync(root)) if (/^dist\..*\.tmp$/.test(name)) fs.rmSync(inRoot(name), { recursive: true });
  const fresh = `dist.${process.pid}.tmp`;
  const before = fingerprint();
  try {
    const { build } = await import('./build.mjs');
    await build({ out: inRoot(fresh), baseUrl, say });
    const files = filesUnder(inRoot(fresh));
    fs.rmSync(stamp, { force: true });
    for (const file of files) {
      fs.mkdirSync(dirname(inRoot('dist', file)), { recursive: true });
      fs.renameSync(inRoot(fresh, file), inRoot('dist', file));
    }
    for (const file of filesUnder(inRoot('dist'))) if (!files.includes(file)) fs.rmSync(inRoot('dist', file));
    fs.mkdirSync(dirname(stamp), { recursive: true });
    const sizes = files.map((file) => [file, fs.statSync(inRoot('dist', file)).size]);
    fs.writeFileSync(stamp, JSON.stringify({ fingerprint: before, baseUrl, files: sizes }));
  } finally {
    fs.rmSync(inRoot(fresh), { recursive: true, force: true });
  }
}

function filesUnder(directory) {
  if (!fs.existsSync(directory)) return [];
  const entries = fs.readdirSync(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(directory.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/**
 * A lock that outlives nobody: it names its holder, and a dead holder's lock is taken over. Taking over is itself done under a lock named
 * after the dead holder, otherwise two waiting processes could each remove the other's new lock.
 */
async function hold(lock) {
  const me = `${process.pid} ${randomUUID()}`;
  const mine = `${lock}.${me.replace(' ', '.')}`;
  fs.writeFileSync(mine, me);
  let told = false;
  try {
    for (;;) {
      try {
        fs.linkSync(mine, lock);
        break;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = readOrNull(lock);
      if (holder !== null && !isAlive(holder, lock)) {
        const release = await hold(`${lock}.${holder.split(' ')[1]?.slice(0, 8)}`);
        try {
          if (readOrNull(lock) === holder) {
            fs.renameSync(mine, lock);
            break;
          }
        } finally {
          release();
        }
      }
      if (!told) say('relance: waiting for another command to finish setting up');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
  const beat = setInterval(() => fs.utimesSync(lock, new Date(), new Date()), 5_000).unref();
  return () => {
    clearInterval(beat);
    if (readOrNull(lock) === me) fs.rmSync(lock, { force: true });
  };
}

/** Alive: the process exists and its lock was touched lately (a number may be given again to another process). */
function isAlive(holder, lock) {
  const touched = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - touched > 120_000) return false;
  try {
    process.kill(Number(holder.split(' ')[0]), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs a program to its end and answers its exit code. Quiet: its stdout joins stderr. */
function run(program, args, { quiet = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && program === 'npm';
    const child = spawn(program, args, { cwd: root, env, shell, stdio: ['inherit', quiet ? process.stderr : 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

// ── a browser for the tests of the page ─────────────────────────────────────────────────────────────────────────────────────────────

// Debian's Chromium without windows first: the same engine, and half the work around it.
const browsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const foundBrowser = () => [process.env.CHROMIUM, ...browsers].find((path) => path && fs.existsSync(path));

/** Browser tests are never skipped: Debian's Chromium is installed when it is missing and we may; else the message says what to install. */
async function browser() {
  if (!foundBrowser() && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    say('relance: installing Chromium for the tests of the page (once)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { quiet: true, env });
  }
  const path = foundBrowser();
  if (!path)
    throw new Error(
      'the tests of the page need Chromium or Chrome: install it (Debian: apt-get install chromium), or set CHROMIUM to its path',
    );
  process.env.CHROMIUM = path;
}

// ── another spreadsheet program, whose figures are not ours ─────────────────────────────────────────────────────────────────────────

const offices = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** The figures are recalculated by LibreOffice; without it nothing is verified, and that is a failure. */
function office() {
  const path = [process.env.SOFFICE, ...offices].find((place) => place && fs.existsSync(place));
  if (!path) throw new Error('verify needs LibreOffice: install it (Debian: apt-get install libreoffice-calc), or set SOFFICE to its path');
  process.env.SOFFICE = path;
}

// ── the commands ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const node = (script, args, { nodeArgs = [], ...options } = {}) =>
  run(process.execPath, [...nodeArgs, inRoot('node_modules', ...script.split('/')), ...args], options);

async function build(args) {
  const at = args.findIndex((arg) => arg.startsWith('--base-url'));
  const baseUrl = at < 0 ? defaultBaseUrl : args[at].includes('=') ? args[at].slice(args[at].indexOf('=') + 1) : args[at + 1];
  if (!baseUrl || !URL.canParse(baseUrl)) {
    say('usage: npm run build -- [--base-url https://example.org/relance]');
    return 2;
  }
  await ready({ force: true, baseUrl });
  return 0;
}

/** Runs the built file in this process: a second Node would cost more than most reports. */
async function runBuilt([name, ...args]) {
  await ready();
  const file = inRoot('dist', 'cli', `${name}.mjs`);
  if (!fs.existsSync(file)) {
    say(`relance: dist/cli/${name}.mjs was not built`);
    return 1;
  }
  // npm starts scripts in the project's folder; the files the user names are where the user is.
  if (process.env.INIT_CWD && process.cwd() === root && fs.existsSync(process.env.INIT_CWD)) process.chdir(process.env.INIT_CWD);
  process.argv = [process.execPath, file, ...args];
  nodeModule.enableCompileCache?.(); // from Node 22 on
  await import(pathToFileURL(file).href);
  return undefined; // the exit code is the script's to set
}

async function check() {
  await ready({ build: false, withTools: true });
  const types = await node('typescript/bin/tsc', ['-b', '--pretty', String(Boolean(process.stdout.isTTY))]);
  const style = await node('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']);
  say(`relance: types ${types === 0 ? 'ok' : 'FAILED'}, lint and format ${style === 0 ? 'ok' : 'FAILED'}`);
  return types || style;
}

/** The tests of jest.config.js, and in three more time zones those that a zone could change. */
const throughZones = 'jest.zones.config.js';

async function jest(zone, args, env = {}) {
  const results = inRoot('node_modules', '.cache', `jest-${process.pid}.json`);
  fs.mkdirSync(dirname(results), { recursive: true });
  fs.rmSync(results, { force: true });
  say(`\nrelance: tests, ${args.includes(throughZones) ? 'in UTC and three more time zones' : `time zone ${zone}`}`);
  const all = ['--passWithNoTests', '--json', '--outputFile', results, ...(process.env.CI ? ['--ci'] : []), ...args];
  // Room for what is young: a tenth of the processor's time would else go to clearing away what tests leave.
  const code = await node('jest/bin/jest.js', all, {
    quiet: true,
    nodeArgs: ['--max-semi-space-size=64'],
    env: { ...process.env, ...env, TZ: zone },
  });
  const found = JSON.parse(readOrNull(results) ?? 'null');
  fs.rmSync(results, { force: true });
  const passed = found?.numPassedTests ?? 0;
  const failed = (found?.numFailedTests ?? 0) + (found?.numRuntimeErrorTestSuites ?? 0);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Every command about tests ends with this line. No test run at all is a failure too. */
function total(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function testResults(args) {
  await ready({ baseUrl: defaultBaseUrl, withTools: true });
  await browser();
  if (args.length > 0) return [await jest(process.env.TZ || 'UTC', args)];
  return [await jest('UTC', ['--config', throughZones])];
}

async function verify(args) {
  await ready({ withTools: true });
  office();
  const results = [await jest('UTC', ['--config', 'jest.verify.config.js', ...args])];
  if (args.length === 0) {
    await browser();
    results.push(await jest('UTC', ['--config', throughZones], { THOROUGH: 'yes' }));
  }
  return total(results);
}

/** Mutation testing: no build, no browser, UTC. */
async function mutants(args) {
  await ready({ build: false, withTools: true });
  return run(process.execPath, [inRoot('mutants', 'run.mjs'), ...args], { env: { ...process.env, TZ: 'UTC' } });
}

async function ci() {
  const results = [];
  try {
    results.push({ passed: 0, failed: (await check()) === 0 ? 0 : 1 });
    results.push(...(await testResults([])));
  } catch (error) {
    say(error.stack);
    results.push({ passed: 0, failed: 1 });
  }
  return total(results);
}

/** Runs a TypeScript file that is a tool of ours and no part of dist/. */
async function tool(entry, args, nodeArgs = []) {
  await ready({ withTools: true });
  const { bundleForNode } = await import('./build.mjs');
  const file = inRoot('node_modules', '.cache', `relance-${entry.replaceAll('/', '-').replace('.ts', '.mjs')}`);
  await bundleForNode(entry, file, { packages: 'external' });
  return run(process.execPath, [...nodeArgs, file, ...args]);
}

async function screenshots(args) {
  await browser();
  return tool('test/page/make-screens.ts', args);
}

/** Builds, then sends the script with clasp, which keeps the user's login in their home and asks its questions in this terminal. */
async function sideloaded() {
  await ready({ baseUrl: defaultBaseUrl });
  const { sideload } = await import('./office-addin/sideload.mjs');
  const server = await sideload({ files: inRoot('dist', 'office-addin'), cache: inRoot('node_modules', '.cache', 'relance-excel'), say });
  return server ? undefined : 1; // it serves until it is stopped
}

async function push(args) {
  await ready({ withTools: true });
  const { pushToSheets } = await import('./appsscript/push.mjs');
  return pushToSheets({ root, args, say, clasp: claspIn(root) });
}

/** Runs clasp; answers its exit code, what it answered, and all it said. */
const claspIn = (cwd) => (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('node_modules/@google/clasp/build/src/index.js'), ...args], {
      cwd,
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    let [out, all] = ['', ''];
    child.stdout.on('data', (part) => {
      out += part;
      all += part;
    });
    child.stderr.on('data', (part) => {
      all += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, out, all: all.trim() }));
  });

async function bill() {
  await ready({ build: false });
  const { sbom } = await import('./sbom.mjs');
  process.stdout.write(`${JSON.stringify(await sbom(), null, 2)}\n`);
}

const bench = (args) => tool('bench/main.ts', args, ['--expose-gc']);
const commands = {
  build,
  run: runBuilt,
  check,
  ci,
  push,
  sideload: sideloaded,
  bench,
  sbom: bill,
  mutants,
  screenshots,
  verify,
  test: async (args) => total(await testResults(args)),
};
const [command, ...args] = process.argv.slice(2);

if (Object.hasOwn(commands, command ?? '')) {
  try {
    const code = await commands[command](args);
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    say(`relance: ${error.stack ?? error}`);
    process.exitCode = 1;
  }
} else {
  say(`usage: node ready.mjs ${Object.keys(commands).join(' | ')}`);
  process.exitCode = 2;
}
