// What `npm run push:sheets` sends to Google: exactly the three built files, to a script that holds nothing else; and what it says when it cannot.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly all: string;
}
interface Push {
  readonly FILES: readonly string[];
  pushToSheets(given: {
    readonly root: string;
    readonly args?: readonly string[];
    readonly clasp: (args: string[]) => Promise<Answer>;
    readonly say: (text: string) => void;
  }): Promise<number>;
}

const ROOT = join(__dirname, '../..');
const CLASP = join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
const SCRIPT_ID = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefghijklm';
const push = () => import('../../appsscript/push.mjs' as string) as Promise<Push>;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'relance-push-'));
  for (const name of ['appsscript.json', 'relance.js', 'sidebar.html']) put(`dist/appsscript/${name}`, name.endsWith('.json') ? '{}' : '');
  project({ scriptId: SCRIPT_ID, rootDir: 'dist/appsscript' });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const project = (settings: object): void => put('.clasp.json', JSON.stringify(settings));

/** The true clasp, for what it does without Google. */
function trueClasp(args: readonly string[]): string {
  return execFileSync(process.execPath, [CLASP, ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, HOME: root } });
}

/** What clasp lists for a push, as the first test has it from clasp itself. */
function listed(): string[] {
  const { rootDir } = JSON.parse(readFileSync(join(root, '.clasp.json'), 'utf8'));
  return readdirSync(join(root, rootDir)).map((name) => `${rootDir}/${name}`);
}

/** Runs the command over a clasp that is logged in, unless `answers` says otherwise; `remote` is what the script of the spreadsheet holds. */
async function run(
  remote: Readonly<Record<string, string>>,
  { args = [], answers = {} }: { readonly args?: readonly string[]; readonly answers?: Readonly<Record<string, Partial<Answer>>> } = {},
) {
  const said: string[] = [];
  const ran: string[] = [];
  const clasp = async (given: string[]): Promise<Answer> => {
    const name = given.find((arg, i) => !arg.startsWith('-') && given[i - 1] !== '--project') as string;
    ran.push(name);
    const own = answers[name];
    if (own) return { code: 0, out: '', all: own.out ?? '', ...own };
    if (name === 'show-authorized-user') return { code: 0, out: '{ "loggedIn": true }', all: '' };
    if (name === 'show-file-status') return { code: 0, out: JSON.stringify({ filesToPush: listed() }), all: '' };
    if (name === 'pull')
      for (const [path, text] of Object.entries(remote)) writeFileSync(join(given[given.indexOf('--project') + 1] as string, path), text);
    return { code: 0, out: '', all: '' };
  };
  const { pushToSheets } = await push();
  const code = await pushToSheets({ root, args, clasp, say: (text) => void said.push(text) });
  return { code, said: said.join('\n'), sent: ran.includes('push') };
}

const NEW_SCRIPT = { 'appsscript.json': '{"timeZone":"Europe/Paris"}', 'Code.js': 'function myFunction() {\n  \n}\n' };

describe('what is sent', () => {
  it('is the manifest, the script and the sidebar, by the word of clasp itself', async () => {
    const { filesToPush, untrackedFiles } = JSON.parse(trueClasp(['show-file-status', '--json']));
    const { FILES } = await push();
    expect([...filesToPush].sort()).toEqual(FILES.map((name) => `dist/appsscript/${name}`));
    expect(untrackedFiles).toEqual([]);
  });

  it('goes to a script nobody wrote in, and again to one that holds Relance already', async () => {
    expect(await run(NEW_SCRIPT)).toMatchObject({ code: 0, sent: true, said: expect.stringContaining('Reload the spreadsheet') });
    expect(await run({ 'appsscript.json': '{}', 'relance.js': '// older', 'sidebar.html': '' })).toMatchObject({ code: 0, sent: true });
  });

  it('may be the variant without mail', async () => {
    for (const name of ['appsscript.json', 'relance.js', 'sidebar.html']) put(`dist/appsscript-no-mail/${name}`, '{}');
    project({ scriptId: SCRIPT_ID, rootDir: 'dist/appsscript-no-mail' });
    expect(await run(NEW_SCRIPT)).toMatchObject({ code: 0, sent: true });
  });

  it('the example names the folder of the build, and no script', async () => {
    const example = JSON.parse(readFileSync(join(ROOT, '.clasp.json.example'), 'utf8'));
    expect(example.rootDir).toBe('dist/appsscript');
    project(example);
    expect(await run(NEW_SCRIPT)).toMatchObject({ code: 1, sent: false, said: expect.stringContaining('no script ID') });
  });
});

describe('nothing is sent', () => {
  it('without a project, an ID or the right folder', async () => {
    rmSync(join(root, '.clasp.json'));
    expect(await run({})).toMatchObject({ code: 1, sent: false, said: expect.stringContaining('.clasp.json.example') });
    put('.clasp.json', '{ scriptId');
    expect(await run({})).toMatchObject({ code: 1, sent: false, said: expect.stringContaining('cannot be read') });
    project({ scriptId: SCRIPT_ID, rootDir: '.' });
    expect(await run({})).toMatchObject({ code: 1, sent: false, said: expect.stringContaining('"rootDir"') });
  });

  it('to somebody Google does not know here: the words say how to log in', async () => {
    const answers = { 'show-authorized-user': { out: trueClasp(['show-authorized-user', '--json']) } };
    expect(await run(NEW_SCRIPT, { answers })).toMatchObject({ code: 1, sent: false, said: expect.stringContaining('npx clasp login') });
  });

  it('when a file stands beside the build, or one is missing', async () => {
    put('dist/appsscript/notes.js', '');
    expect(await run(NEW_SCRIPT)).toMatchObject({ code: 1, sent: false, said: expect.stringContaining('dist/appsscript/notes.js') });
    rmSync(join(root, 'dist/appsscript/notes.js'));
    rmSync(join(root, 'dist/appsscript/sidebar.html'));
    expect(await run(NEW_SCRIPT)).toMatchObject({ code: 1, sent: false, said: expect.stringContaining('sidebar.html') });
  });

  it('over a script of the user’s own, unless that is what is asked', async () => {
    const own = { ...NEW_SCRIPT, 'Macros.js': 'function addVat() { return 1.2; }' };
    expect(await run(own)).toMatchObject({ code: 1, sent: false, said: expect.stringContaining('Macros.js') });
    expect(await run(own, { args: ['--replace'] })).toMatchObject({ code: 0, sent: true });
  });

  it('when Google does not show the script, or does not take it: its own words are passed on', async () => {
    const refused = { code: 1, all: 'User has not enabled the Apps Script API.' };
    expect(await run({}, { answers: { pull: refused } })).toMatchObject({
      code: 1,
      sent: false,
      said: expect.stringMatching(/not enabled[\s\S]*usersettings/),
    });
    expect(await run(NEW_SCRIPT, { answers: { push: { code: 1, all: 'Syntax error' } } })).toMatchObject({
      code: 1,
      said: expect.stringContaining('Syntax error'),
    });
  });
});
