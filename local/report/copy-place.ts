/**
 * Where a copy may be written: never over an invoice sheet it was made from nor over the journal, and under a name that says what is inside, or a
 * spreadsheet program will not open it.
 */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { writeWords } from '../files/file-words.ts';
import type { Opened } from '../files/open.ts';
import { WORDS } from './words.ts';

/** The file a path leads to, through links and whatever its spelling: a comparable name; the path's own place when there is no such file. */
function identity(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat) return `${stat.dev} ${stat.ino}`;
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

function identityOrPath(path: string): string {
  try {
    return identity(path);
  } catch {
    return path;
  }
}

/** Why `out` may not be written whatever the files hold; null when it may. */
export function overwriteTrouble(out: string, files: readonly string[], drafts: string | null, language: 'fr' | 'en'): string | null {
  const place = identityOrPath(out);
  if (files.some((file) => identityOrPath(file) === place)) {
    const { message, advice } = writeWords('over-input', out, language);
    return `${message} ${advice}`;
  }
  if (drafts !== null && identityOrPath(join(drafts, 'journal.csv')) === place) return WORDS[language].overJournal(out);
  return null;
}

/** The endings a copy of that file may have, the likeliest first. */
function endingsOf(file: string, { original }: Opened): readonly string[] {
  if (original.kind === 'xlsx') return [`.${original.extension}`];
  if (original.kind === 'other') return ['.xlsx'];
  const own = extname(file).toLowerCase();
  const usual = original.dialect.separator === '\t' ? '.tsv' : '.csv';
  return ['.csv', '.tsv', '.txt', '.tab'].includes(own) ? [...new Set([own, usual])] : [usual];
}

/** Why the copy may not bear that name; null when it may. */
export function endingTrouble(out: string, file: string, opened: Opened, language: 'fr' | 'en'): string | null {
  const endings = endingsOf(file, opened);
  const ending = extname(out);
  if (endings.includes(ending.toLowerCase())) return null;
  const [likeliest] = endings as [string];
  const known = /^\.(xlsx?|xlsm|xlsb|ods|csv|tsv|txt|tab|json)$/i.test(ending);
  return WORDS[language].wrongEnding(out, likeliest, `${known ? out.slice(0, -ending.length) : out}${likeliest}`);
}
