// Sends the built script to a spreadsheet of the user's, with Google's own clasp. A push replaces all a script project holds: what would be sent, and what
// would be lost, is looked at first. Plain Node; everything said goes to `say`, in words with what to do.
//
//   pushToSheets({ root, clasp, say, args })   answers the exit code

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Exactly what Google gets. */
export const FILES = ['appsscript.json', 'relance.js', 'sidebar.html'];
const FOLDERS = ['dist/appsscript', 'dist/appsscript-no-mail'];

const GUIDE = 'Step by step: docs/google-sheets.md.';
const SAYS = {
  noProject: `Which spreadsheet? Copy .clasp.json.example to .clasp.json and put the ID of its script there. In the spreadsheet: Extensions, Apps Script, then Project Settings, Script ID. ${GUIDE}`,
  unreadable: 'The file .clasp.json cannot be read. Make it anew from .clasp.json.example.',
  noId: `There is no script ID in .clasp.json yet. In the spreadsheet: Extensions, Apps Script, then Project Settings, Script ID. ${GUIDE}`,
  folder: `In .clasp.json, "rootDir" must be "${FOLDERS.join('" or "')}".`,
  noLogin: `Google does not know you here yet. Run: npx clasp login (a browser window opens), then npm run push:sheets again. ${GUIDE}`,
  notOurs: (files) =>
    `Nothing was sent: ${files.join(', ')} would go to Google beside, or in place of, ${FILES.join(', ')}. Remove what is no part of the build, then run npm run build.`,
  unreached: (detail) =>
    `The script could not be looked at, so nothing was sent.\n${detail}\nCheck the script ID, and that the Apps Script API is on: https://script.google.com/home/usersettings`,
  others: (files) =>
    `Nothing was sent: the script of this spreadsheet holds something else (${files.join(', ')}), and a push would erase it. Use a spreadsheet without a script of its own, or, to erase it: npm run push:sheets -- --replace`,
  failed: (detail) => `Google did not take it.\n${detail}`,
  done: 'Sent. Reload the spreadsheet: the menu Relance comes after a few seconds.',
};

/** What Google puts in a script nobody wrote in. */
const isEmptyScript = (text) => /^\s*(?:function myFunction\(\)\s*\{\s*\})?\s*$/.test(text);

/** `clasp(args)` runs clasp in `root` and answers `{ code, out, all }`: its stdout, and all it said. */
export async function pushToSheets({ root, clasp, say, args = [] }) {
  const stop = (words) => {
    say(words);
    return 1;
  };
  const file = join(root, '.clasp.json');
  if (!existsSync(file)) return stop(SAYS.noProject);
  const project = parsed(readFileSync(file, 'utf8'));
  if (project === null) return stop(SAYS.unreadable);
  if (!/^[\w-]{20,}$/.test(project.scriptId ?? '')) return stop(SAYS.noId);
  if (!FOLDERS.includes(project.rootDir)) return stop(SAYS.folder);
  if (parsed((await clasp(['show-authorized-user', '--json'])).out)?.loggedIn !== true) return stop(SAYS.noLogin);

  const toPush = parsed((await clasp(['show-file-status', '--json'])).out)?.filesToPush ?? [];
  const paths = FILES.map((name) => `${project.rootDir}/${name}`);
  const odd = [...toPush.filter((path) => !paths.includes(path)), ...paths.filter((path) => !toPush.includes(path))];
  if (odd.length > 0) return stop(SAYS.notOurs(odd));

  if (!args.includes('--replace')) {
    const there = await scriptNow(project.scriptId, clasp);
    if (typeof there === 'string') return stop(SAYS.unreached(there));
    if (there.length > 0) return stop(SAYS.others(there));
  }
  // The manifest is ours: without --force clasp asks whether to overwrite it.
  const { code, all } = await clasp(['push', '--force']);
  if (code !== 0) return stop(SAYS.failed(all));
  say(SAYS.done);
  return 0;
}

/** Files in the script as it is now that are neither ours nor empty; a text when they cannot be looked at. */
async function scriptNow(scriptId, clasp) {
  const folder = mkdtempSync(join(tmpdir(), 'relance-script-'));
  try {
    writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId }));
    const { code, all } = await clasp(['--project', folder, 'pull']);
    if (code !== 0) return all;
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '.clasp.json' && !FILES.includes(entry.name))
      .filter((entry) => !isEmptyScript(readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8')))
      .map((entry) => basename(entry.name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
