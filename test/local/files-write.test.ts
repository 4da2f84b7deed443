import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { writeWords } from '../../local/files/file-words.ts';
import { writeSafely } from '../../local/files/write-safely.ts';
import { WriteTrouble } from '../../local/files/write-trouble.ts';

const folder = mkdtempSync(join(tmpdir(), 'relance-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const bytes = (text: string) => new TextEncoder().encode(text);

function troubleOf(write: () => void): string {
  try {
    write();
  } catch (error) {
    if (!(error instanceof WriteTrouble)) throw error;
    for (const language of ['fr', 'en'] as const) {
      const { message, advice } = writeWords(error.kind, error.path, language);
      expect(message).toContain(error.path);
      expect(advice).not.toBe('');
    }
    return error.kind;
  }
  return 'written';
}

describe('writing safely', () => {
  it('writes a new file, and replaces one, leaving nothing beside', () => {
    writeSafely(path('new.csv'), bytes('a'));
    writeSafely(path('new.csv'), bytes('b'.repeat(100_000)));
    expect(readFileSync(path('new.csv'), 'utf8')).toBe('b'.repeat(100_000));
    expect(readdirSync(folder)).toEqual(['new.csv']);
  });
  it('keeps the rights of the file it replaces, and writes through a link', () => {
    writeFileSync(path('private.csv'), 'a', { mode: 0o600 });
    symlinkSync(path('private.csv'), path('link.csv'));
    writeSafely(path('link.csv'), bytes('b'));
    expect(readFileSync(path('private.csv'), 'utf8')).toBe('b');
    expect(statSync(path('private.csv')).mode & 0o777).toBe(0o600);
  });
  it('never writes over the file it came from, whatever it is called', () => {
    mkdirSync(path('sub'));
    writeFileSync(path('input.csv'), 'mine');
    symlinkSync(path('input.csv'), path('soft.csv'));
    linkSync(path('input.csv'), path('hard.csv'));
    for (const name of ['input.csv', 'soft.csv', 'hard.csv', 'sub/../input.csv']) {
      expect(troubleOf(() => writeSafely(`${folder}/${name}`, bytes('x'), [path('input.csv')]))).toBe('over-input');
    }
    expect(readFileSync(path('input.csv'), 'utf8')).toBe('mine');
  });
  it('says why it could not, and leaves what was there', () => {
    expect(troubleOf(() => writeSafely(path('nowhere/a.csv'), bytes('x')))).toBe('no-folder');
    expect(troubleOf(() => writeSafely(path('sub'), bytes('x')))).toBe('is-folder');
    expect(troubleOf(() => writeSafely(path('input.csv/a.csv'), bytes('x')))).toBe('no-folder');
    expect(troubleOf(() => writeSafely('/proc/relance.csv', bytes('x')))).not.toBe('written');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
