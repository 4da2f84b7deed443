// Why a file cannot be opened, a copy saved or a folder of drafts used: each met on a real disk by the command itself.
import fs, { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { LanguageCode } from '../../../core/index.ts';
import { fileWords, writeWords } from '../../../local/files/file-words.ts';
import { openWorkbook } from '../../../local/files/open.ts';
import { FileTrouble, type FileTroubleKind, type JsonFault, tooBig } from '../../../local/files/trouble.ts';
import { writeSafely } from '../../../local/files/write-safely.ts';
import { WriteTrouble, type WriteTroubleKind } from '../../../local/files/write-trouble.ts';
import type { Words } from '../../../local/report/words.ts';
import { WORDS } from '../../../local/report/words.ts';
import { withFault } from '../../local/faulty-disk.ts';
import { freshFolder, report, smallHouse } from '../../local/report-runs.ts';
import type { Family, InEach, MessageCase, Said } from '../message-case.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const compound = (name: string) =>
  Uint8Array.of(
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array(600).fill(0),
    ...[...name].flatMap((c) => [c.charCodeAt(0), 0]),
    0,
    0,
  );

// ── Opening ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What opening these bytes under this name is answered. */
function opening(name: string, bytes: () => Uint8Array, idOf: (trouble: FileTrouble) => string): (language: LanguageCode) => Said {
  return (language) => {
    try {
      openWorkbook(bytes(), name);
    } catch (error) {
      if (error instanceof FileTrouble) return { ids: [idOf(error)], at: error.detail, ...fileWords(error, name, language) };
      throw error;
    }
    throw new Error('opened');
  };
}
const unread = (id: FileTroubleKind, name: string, at: string, when: InEach, bytes: () => Uint8Array): MessageCase => ({
  id,
  when,
  at,
  said: opening(name, bytes, ({ kind }) => kind),
});

const FILE_KINDS = [
  'empty',
  'too-big',
  'password',
  'not-a-spreadsheet',
  'damaged',
  'unknown-type',
  'bad-json',
] as const satisfies readonly FileTroubleKind[];
export const FILES: Family = {
  title: ['Files that cannot be opened', 'Fichiers qui ne s’ouvrent pas'],
  intro: [
    'Said in the page and in the terminal; the file is left as it is.',
    'Dit dans la page et dans le terminal\u00a0; le fichier reste tel quel.',
  ],
  ids: () => FILE_KINDS,
  cases: [
    unread('empty', 'invoices.csv', '', ['a file without a single cell', 'un fichier sans une seule cellule'], () => utf8(';;\n;;\n')),
    {
      id: 'too-big',
      when: ['a file of more than 200 MB', 'un fichier de plus de 200\u00a0Mo'],
      at: '201',
      said: (language) => {
        const trouble = tooBig(201 * 1024 * 1024);
        return { ids: [trouble.kind], at: trouble.detail, ...fileWords(trouble, 'invoices.xlsx', language) };
      },
    },
    unread('password', 'invoices.xlsx', '', ['a workbook locked with a password', 'un classeur verrouillé par un mot de passe'], () =>
      compound('EncryptedPackage'),
    ),
    unread('not-a-spreadsheet', 'invoices.pdf', 'pdf', ['a PDF', 'un PDF'], () => utf8('%PDF-1.7 …')),
    unread('damaged', 'invoices.xlsx', 'zip', ['a download that was cut short', 'un téléchargement interrompu'], () =>
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }).slice(0, 40),
    ),
    unread('unknown-type', 'letter.md', '.md', ['a text that is no table', 'un texte qui n’est pas un tableau'], () =>
      utf8('Dear all\nplease find enclosed\n'),
    ),
    unread('bad-json', 'book.json', 'sheets', ['a workbook `.json` without its sheets', 'un classeur `.json` sans ses feuilles'], () =>
      utf8('{"sheets":1}'),
    ),
  ],
};

const fault = (id: JsonFault, at: string, text: string): MessageCase => ({
  id,
  when: [`\`${text}\``, `\`${text}\``],
  at,
  said: opening(
    'book.json',
    () => utf8(text),
    (trouble) => trouble.fault ?? trouble.kind,
  ),
});
const FAULTS = [
  'syntax',
  'workbook',
  'sheets',
  'sheet',
  'name',
  'rows',
  'row',
  'cell',
  'number-cell',
  'date-cell',
  'error-cell',
  'text-or-null',
  'text',
  'boolean',
  'binding',
] as const satisfies readonly JsonFault[];
export const JSON_FAULTS: Family = {
  title: ['Workbooks written by hand in JSON', 'Classeurs écrits à la main en JSON'],
  intro: ['Each is a `bad-json`, with the place.', 'Chacun est un `bad-json`, avec l’endroit.'],
  ids: () => FAULTS,
  cases: [
    fault('syntax', '1:14', '{"sheets":[1,]}'),
    fault('workbook', '', '[]'),
    fault('sheets', 'sheets', '{"sheets":{}}'),
    fault('sheet', 'sheets[0]', '{"sheets":[7]}'),
    fault('name', 'sheets[0].name', '{"sheets":[{"cells":[]}]}'),
    fault('rows', 'sheets[0].cells', '{"sheets":[{"name":"A"}]}'),
    fault('row', 'sheets[0].cells[0]', '{"sheets":[{"name":"A","cells":["x"]}]}'),
    fault('cell', 'sheets[0].cells[0][0]', '{"sheets":[{"name":"A","cells":[[{}]]}]}'),
    fault('number-cell', 'sheets[0].cells[0][0]', '{"sheets":[{"name":"A","cells":[[{"number":"1"}]]}]}'),
    fault('date-cell', 'sheets[0].cells[0][0]', '{"sheets":[{"name":"A","cells":[[{"date":1}]]}]}'),
    fault('error-cell', 'sheets[0].cells[0][0]', '{"sheets":[{"name":"A","cells":[[{"error":1}]]}]}'),
    fault('text-or-null', 'locale', '{"sheets":[],"locale":1}'),
    fault('text', 'workbookId', '{"sheets":[],"workbookId":1}'),
    fault('boolean', 'date1904', '{"sheets":[],"date1904":1}'),
    fault('binding', 'binding', '{"sheets":[],"binding":{"headerRow":1}}'),
  ],
};

// ── The command ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How the disk fails while the command works: `read`, whenever the file is opened; `write`, at the first step at which that is told of. */
interface Failing {
  readonly of: 'read' | 'write';
  readonly code: string;
}

/** The whole of what the command says on its error output, the folder it worked in left out. */
function saidBy(
  language: LanguageCode,
  argsIn: (folder: string) => readonly string[],
  failing: Failing | undefined,
  isSaid: () => boolean,
): string {
  for (let step = 1; step < 60; step++) {
    const folder = freshFolder();
    const args = [...argsIn(folder), '--lang', language];
    const run = () => report(args);
    const { err = '' } =
      (failing?.of === 'write'
        ? withFault(step, { how: 'fail', code: failing.code }, run).result
        : failing
          ? unopened(failing.code, run)
          : run()) ?? {};
    if (isSaid() || failing?.of !== 'write')
      return err.replaceAll(`${folder}/`, '').replaceAll(folder, '.').replaceAll(String(process.ppid), '4242').trim();
  }
  return '';
}

/** Runs while no file can be opened for reading. */
function unopened<T>(code: string, work: () => T): T {
  const real = fs.openSync;
  fs.openSync = () => {
    throw Object.assign(new Error(code), { code });
  };
  try {
    return work();
  } finally {
    fs.openSync = real;
  }
}

type RecordName = { readonly [Key in keyof Words]: Words[Key] extends Readonly<Record<string, unknown>> ? Key : never }[keyof Words];

/** A sentence of one record of the command's words, by the command line that meets it. */
function met(
  record: RecordName,
  id: string,
  at: string,
  when: InEach,
  argsIn: (folder: string) => readonly string[],
  failing?: Failing,
): MessageCase {
  return {
    id,
    when,
    at,
    said: (language) => {
      const words = WORDS[language][record] as Record<string, string | ((...facts: never[]) => string)>;
      const spoken = new Set<string>();
      const before = { ...words };
      for (const [key, say] of Object.entries(before))
        words[key] = (...facts: never[]) => {
          spoken.add(key);
          return typeof say === 'function' ? say(...facts) : say;
        };
      try {
        const said = saidBy(language, argsIn, failing, () => spoken.size > 0);
        const [message = ''] = said.split('\n');
        return { ids: [...spoken], at: message.includes(at) ? at : message, message, advice: '' };
      } finally {
        Object.assign(words, before);
      }
    },
  };
}

export const USAGE: Family = {
  title: ['The command line', 'La ligne de commande'],
  intro: [
    'Said before any file is opened, with where to find all options; the command ends with 2.',
    'Dit avant d’ouvrir le moindre fichier, avec l’endroit où trouver toutes les options\u00a0; la commande finit par 2.',
  ],
  ids: (language) => Object.keys(WORDS[language].usage),
  cases: [
    met('usage', 'unknown-option', '--as-off', ['`--as-off`', '`--as-off`'], () => ['a.csv', '--as-off', '2026-01-01']),
    met('usage', 'missing-value', '--as-of', ['`--as-of` and nothing after it', '`--as-of` et rien après'], () => ['a.csv', '--as-of']),
    met('usage', 'bad-value', '--as-of', ['`--as-of tomorrow`', '`--as-of tomorrow`'], () => ['a.csv', '--as-of', 'tomorrow']),
    met('usage', 'no-value-taken', '--json', ['`--json=yes`', '`--json=yes`'], () => ['a.csv', '--json=yes']),
    met('usage', 'given-twice', '--currency', ['`--currency EUR --currency USD`', '`--currency EUR --currency USD`'], () => [
      'a.csv',
      '--currency',
      'EUR',
      '--currency',
      'USD',
    ]),
    met('usage', 'no-file', '', ['no file', 'pas de fichier'], () => ['--json']),
    met('usage', 'out-of-several', '--out', ['`--out` with two files', '`--out` avec deux fichiers'], () => [
      'a.csv',
      'b.csv',
      '--out',
      'c.csv',
    ]),
  ],
};

/** For each option that takes a value: one it cannot use. */
const UNUSABLE: Readonly<Record<string, readonly [option: string, bad: string]>> = {
  day: ['--as-of', 'soon'],
  sheet: ['--sheet', ' '],
  locale: ['--locale', 'nowhere at all'],
  currency: ['--currency', 'shells'],
  folder: ['--drafts', ' '],
  file: ['--out', ' '],
  oneOf: ['--cadence', 'ferocious'],
};
export const OPTION_VALUES: Family = {
  title: ['What each option takes', 'Ce que prend chaque option'],
  intro: ['The end of the sentence about a value that cannot be used.', 'La fin de la phrase sur une valeur inutilisable.'],
  ids: (language) => Object.keys(WORDS[language].expected),
  cases: Object.entries(UNUSABLE).map(
    ([id, [option, bad]]): MessageCase => ({
      id,
      when: [`\`${option} "${bad}"\``, `\`${option} "${bad}"\``],
      at: option,
      said: (language) => {
        const { expected } = WORDS[language];
        const [message = ''] = saidBy(
          language,
          () => ['a.csv', option, bad],
          undefined,
          () => true,
        ).split('\n');
        const ends = Object.entries(expected).filter(([, end]) => message.includes(typeof end === 'string' ? end : end(['standard'])));
        return { ids: ends.map(([kind]) => kind), at: message.split(/[\s\u00a0]/)[0] ?? '', message, advice: '' };
      },
    }),
  ),
};

export const PATHS: Family = {
  title: ['Files the command cannot read', 'Fichiers que la commande ne peut lire'],
  intro: [
    'Said in the terminal in place of the answer; other files are answered all the same.',
    'Dit dans le terminal à la place de la réponse\u00a0; les autres fichiers ont la leur.',
  ],
  ids: (language) => Object.keys(WORDS[language].path),
  cases: [
    met('path', 'missing', 'invoices.csv', ['no such file', 'pas de tel fichier'], (folder) => [join(folder, 'invoices.csv')]),
    met('path', 'is-folder', '.', ['a folder in place of a file', 'un dossier à la place d’un fichier'], (folder) => [folder]),
    met(
      'path',
      'no-permission',
      'house.json',
      ['a file of somebody else', 'le fichier de quelqu’un d’autre'],
      (folder) => [smallHouse(folder)],
      { of: 'read', code: 'EACCES' },
    ),
    met('path', 'not-a-file', '/dev/null', ['a device', 'un périphérique'], () => ['/dev/null']),
    met('path', 'unreadable', 'house.json', ['the disk fails', 'le disque est en panne'], (folder) => [smallHouse(folder)], {
      of: 'read',
      code: 'EIO',
    }),
  ],
};

const drafts = (folder: string) => join(folder, 'drafts');
/** The command with a folder of drafts that holds these files. */
const withDrafts = (files: Readonly<Record<string, string>> | null) => (folder: string) => {
  if (files !== null) mkdirSync(drafts(folder));
  for (const [name, text] of Object.entries(files ?? {})) writeFileSync(join(drafts(folder), name), text);
  return [smallHouse(folder), '--drafts', drafts(folder)];
};

export const FOLDERS: Family = {
  title: ['The folder of drafts', 'Le dossier des brouillons'],
  intro: [
    'Said in the terminal. Nothing is half-done: what was announced is found again by the next command.',
    'Dit dans le terminal. Rien n’est fait à moitié\u00a0: la commande suivante retrouve ce qui était annoncé.',
  ],
  ids: (language) => Object.keys(WORDS[language].folder),
  cases: [
    met('folder', 'not-a-folder', 'drafts', ['`--drafts` names a file', '`--drafts` désigne un fichier'], (folder) => {
      writeFileSync(drafts(folder), 'x');
      return [smallHouse(folder), '--drafts', drafts(folder)];
    }),
    met('folder', 'no-permission', 'drafts', ['the folder may not be written', 'le dossier ne peut être écrit'], withDrafts({}), {
      of: 'write',
      code: 'EACCES',
    }),
    met('folder', 'disk-full', 'drafts', ['the disk is full', 'le disque est plein'], withDrafts({}), { of: 'write', code: 'ENOSPC' }),
    met('folder', 'failed', 'drafts', ['the disk fails', 'le disque est en panne'], withDrafts({}), { of: 'write', code: 'EIO' }),
    met(
      'folder',
      'busy',
      'drafts',
      ['another Relance is at work in the folder', 'un autre Relance travaille dans le dossier'],
      withDrafts({ '.relance.lock': `${process.ppid} ${hostname()} aaaaaa\n` }),
    ),
    met(
      'folder',
      'journal-unreadable',
      'drafts/journal.csv',
      ['`journal.csv` is no journal', '`journal.csv` n’est pas un journal'],
      withDrafts({ 'journal.csv': 'shopping list\nbread\n' }),
    ),
    met(
      'folder',
      'journal-lost',
      'drafts/journal.csv',
      ['`journal.csv` is empty, and drafts lie beside it', '`journal.csv` est vide, et des brouillons sont à côté'],
      withDrafts({ 'journal.csv': '', '0123456789abcdef.eml': 'x' }),
    ),
  ],
};

// ── The copy ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const COPY_KINDS = [
  'over-input',
  'no-permission',
  'disk-full',
  'no-folder',
  'is-folder',
  'failed',
] as const satisfies readonly WriteTroubleKind[];

/** Why `copy.xlsx` was not written in a fresh folder. */
function unwritten(id: WriteTroubleKind, when: InEach, name: string, before: (folder: string) => void, code?: string): MessageCase {
  return {
    id,
    when,
    at: name,
    said: (language) => {
      const folder = freshFolder();
      before(folder);
      const path = join(folder, name);
      const written = (): WriteTrouble | null => {
        try {
          writeSafely(path, utf8('x'), [join(folder, 'invoices.xlsx')]);
          return null;
        } catch (error) {
          if (error instanceof WriteTrouble) return error;
          throw error;
        }
      };
      const trouble = (code === undefined ? written() : withFault(2, { how: 'fail', code }, written).result) as WriteTrouble;
      return { ids: [trouble.kind], at: trouble.path.slice(folder.length + 1), ...writeWords(trouble.kind, name, language) };
    },
  };
}

export const COPIES: Family = {
  title: ['Copies that cannot be saved', 'Copies qui ne peuvent être enregistrées'],
  intro: [
    'Nothing is half-written: the file is the old one or the whole new one.',
    'Rien n’est écrit à moitié\u00a0: le fichier est l’ancien, ou le nouveau en entier.',
  ],
  ids: () => COPY_KINDS,
  cases: [
    unwritten(
      'over-input',
      ['`--out` names the invoices themselves', '`--out` désigne les factures elles-mêmes'],
      'invoices.xlsx',
      (folder) => writeFileSync(join(folder, 'invoices.xlsx'), 'x'),
    ),
    unwritten('no-permission', ['the folder may not be written', 'le dossier ne peut être écrit'], 'copy.xlsx', () => {}, 'EACCES'),
    unwritten('disk-full', ['the disk is full', 'le disque est plein'], 'copy.xlsx', () => {}, 'ENOSPC'),
    unwritten('no-folder', ['a folder that does not exist', 'un dossier qui n’existe pas'], 'nowhere/copy.xlsx', () => {}),
    unwritten('is-folder', ['a folder in place of a file', 'un dossier à la place d’un fichier'], 'copies', (folder) =>
      mkdirSync(join(folder, 'copies')),
    ),
    unwritten('failed', ['the disk fails', 'le disque est en panne'], 'copy.xlsx', () => {}, 'EIO'),
  ],
};
