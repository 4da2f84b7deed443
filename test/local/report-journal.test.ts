/** The journal beside the drafts, as people and their programs leave it: every row it ever held stays, and none of them is reminded again. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeText } from '../../local/files/text-encoding.ts';
import { readJournalFile, withRows } from '../../local/report/journal-file.ts';
import { tries } from '../thorough.ts';
import { freshFolder, report, smallHouse } from './report-runs.ts';

const home = freshFolder();
afterAll(() => rmSync(home, { recursive: true }));
const file = smallHouse(home);
const prepare = (folder: string, ...more: string[]) => report([file, '--as-of', '2026-03-16', '--drafts', folder, ...more]);
const listed = (folder: string) => readdirSync(folder).sort();
const drafts = (folder: string) => listed(folder).filter((name) => name.endsWith('.eml'));
const path = (folder: string) => join(folder, 'journal.csv');

/** A folder whose reminders were prepared and whose drafts were then sent and put away: only the journal knows of them. */
let made = 0;
function afterSending(): { folder: string; text: string } {
  const folder = join(home, `f${++made}`);
  prepare(folder);
  const text = readFileSync(path(folder), 'utf8');
  for (const name of drafts(folder)) rmSync(join(folder, name));
  return { folder, text };
}

const utf8 = (text: string) => encodeText(text, 'utf-8');

describe('a journal somebody else saved', () => {
  const respelled = (text: string) => text.replace(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ';');
  it.each<[string, (text: string) => Uint8Array]>([
    ['as it was', utf8],
    ['with a mark', (text) => utf8(`\ufeff${text}`)],
    ['with semicolons and Windows line ends, by Excel', (text) => utf8(`\ufeff${respelled(text).replaceAll('\n', '\r\n')}`)],
    ['in the letters of Windows, by an older Excel', (text) => encodeText(respelled(text), 'windows-1252')],
    ['in UTF-16, by Notepad', (text) => Uint8Array.of(0xff, 0xfe, ...encodeText(text, 'utf-16le'))],
    ['without its last line end', (text) => utf8(text.trimEnd())],
    ['with blank lines and a title', (text) => utf8(`Reminders of March\n\n${text}\n\n`)],
    ['with sep=, above', (text) => utf8(`sep=,\n${text}`)],
    [
      'with every field quoted',
      (text) =>
        utf8(
          text.replace(/^.*$/gm, (line) =>
            line === ''
              ? ''
              : line
                  .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
                  .map((field) => (field.startsWith('"') ? field : `"${field}"`))
                  .join(','),
          ),
        ),
    ],
    ['sorted the other way', (text) => utf8([text.split('\n')[0], ...text.trimEnd().split('\n').slice(1).reverse(), ''].join('\n'))],
    [
      'with a column of the user’s own',
      (text) =>
        utf8(
          text
            .split('\n')
            .map((line, i) => (line === '' ? '' : `${i === 0 ? 'my notes' : 'x'},${line}`))
            .join('\n'),
        ),
    ],
    [
      'with French headers',
      (text) =>
        utf8(
          text.replace(/^.*\n/, 'id,le,événement,client,factures,étape,tour,canal,montant,devise,jusqu’au,par,référence,texte,contrôle\n'),
        ),
    ],
  ])('%s: nothing is prepared again', (_, spell) => {
    const { folder, text } = afterSending();
    writeFileSync(path(folder), spell(text));
    const before = readFileSync(path(folder));
    const { code, err } = prepare(folder);
    expect(code).toBe(0);
    expect(err).toContain('No new reminder');
    expect(listed(folder)).toEqual(['journal.csv']);
    expect(readFileSync(path(folder)).equals(before)).toBe(true);
  });
});

describe('a journal that was cut', () => {
  it('at any byte: its lines stay, and what it may hold is not prepared again', () => {
    const { folder, text } = afterSending();
    const header = text.indexOf('\n') + 1;
    // The rows that announce come first: cutting in them is what could lose a reminder.
    const end = text.split('\n').slice(0, 4).join('\n').length;
    for (let cut = header; cut <= end; cut += 11) {
      writeFileSync(path(folder), text.slice(0, cut));
      for (const name of listed(folder)) if (name !== 'journal.csv') rmSync(join(folder, name));
      const kept = text.slice(0, cut).split('\n').slice(1);
      expect(prepare(folder).code).toBe(0);
      const again = drafts(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n');
      // Whole lines surely block their customers; so does the cut one when it says whose it is.
      for (const line of kept) {
        const [, customer, invoices] = /intent,("[^"]*(?:""[^"]*)*"|[^,]*),([^,]*)/.exec(line) ?? [];
        if (customer !== undefined && invoices !== undefined && invoices !== '')
          for (const number of invoices.replaceAll('"', '').split('; '))
            if (/^F-\d$/.test(number)) expect(again).not.toContain(`${number} `);
      }
      const last = kept.at(-1) as string;
      if (last !== '' && last.split(',').length <= 4) expect(again).toBe('');
      // Nothing of the old text is lost, here or in the copy kept.
      const now = [
        readFileSync(path(folder), 'utf8'),
        ...listed(folder)
          .filter((name) => name.startsWith('journal-'))
          .map((name) => readFileSync(join(folder, name), 'utf8')),
      ];
      expect(now.some((journal) => journal.startsWith(text.slice(0, cut)))).toBe(true);
    }
  });

  it('says which line, and whose reminder waits', () => {
    const { folder, text } = afterSending();
    const lines = text.trimEnd().split('\n');
    const birch = lines.findIndex((line) => line.includes('intent,Birch'));
    writeFileSync(path(folder), [lines[0], (lines[birch] as string).split(',').slice(0, 5).join(',')].join('\n'));
    const { err } = prepare(folder);
    expect(err).toContain('Line 2 of journal.csv is cut');
    expect(err).toContain('Birch & Sons');
    const prepared = drafts(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(prepared.length).toBe(2);
    expect(prepared.join('')).not.toContain('accounts@birch.example');
    expect(prepare(folder, '--lang', 'fr').err).toContain('La ligne 2 de journal.csv est coupée');
  });

  it('in the middle of a quote: mended, and kept as it was beside', () => {
    const { folder, text } = afterSending();
    const lines = text.trimEnd().split('\n');
    const torn = `${lines[0]}\n1,2026-03-16T09:30:00,intent,"=HYPERLINK(""http`;
    writeFileSync(path(folder), torn);
    const { code, err } = prepare(folder);
    expect(code).toBe(0);
    expect(err).toContain('Line 2 of journal.csv is cut');
    expect(drafts(folder)).toEqual([]);
    // Once something has to be added, the open quote is closed, or it would swallow the rows after it.
    const { bytes, normalised } = withRows(utf8(torn), { tab: '', create: false, header: [], rows: [['2', 'x', 'a "quoted", b']] });
    expect(normalised).toBe(true);
    expect(readJournalFile(bytes)?.sheet.cells.at(-1)).toEqual(['2', 'x', 'a "quoted", b']);
  });

  it.each<[string, Uint8Array]>([
    ['noise', Uint8Array.from({ length: 400 }, (_, i) => (i * 7919 + 13) % 256)],
    ['half its header', utf8('id,at,event,cust')],
    ['another table', utf8('name,price\nnails,3\n')],
    ['a workbook under a false name', utf8('PK\u0003\u0004 something')],
  ])('%s is no journal: refused, untouched', (_, bytes) => {
    const { folder } = afterSending();
    writeFileSync(path(folder), bytes);
    const { code, out, err } = prepare(folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('cannot be read as a journal');
    expect(JSON.parse(prepare(folder, '--json', '--lang', 'fr').out).error).toContain('ne se lit pas comme un journal');
    expect(listed(folder)).toEqual(['journal.csv']);
    expect(readFileSync(path(folder)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('to nothing is refused beside drafts, and a new journal where there is none', () => {
    const folder = join(home, `f${++made}`);
    prepare(folder);
    const names = drafts(folder);
    writeFileSync(path(folder), '');
    expect(prepare(folder)).toMatchObject({ code: 1, err: expect.stringContaining('is empty although drafts lie beside it') });
    for (const name of names) rmSync(join(folder, name));
    expect(prepare(folder).code).toBe(0);
    expect(drafts(folder)).toEqual(names);
  });
});

describe('rows added to a journal', () => {
  const append = (rows: string[][]) => ({ tab: 'journal.csv', create: false, header: ['id', 'event', 'invoices', 'stage', 'text'], rows });

  it('read back as they were, whatever is in them', () => {
    const cell = fc
      .oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('=1+1', '-5', 'a;b', 'a,b', '"', 'a\nb', ' x ', '\t', '@x', '+33 1', '\n=1', '＝1+1'),
      )
      .filter(
        // An apostrophe of the user's own before a sign is doubled by the core.
        (text) => !/^'+[=+\-@\t\r\n＝＋－＠]/.test(text),
      );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (rows, split) => {
          const first = withRows(null, append(rows.slice(0, split))).bytes;
          const second = withRows(first, append(rows.slice(split)));
          expect(second.normalised).toBe(false);
          const read = readJournalFile(second.bytes);
          if (read === null) throw new Error('unreadable');
          expect(read.cutLines).toEqual([]);
          const texts = read.sheet.cells
            .slice(1)
            .map((cells) => cells.map((value) => String(value ?? '').replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')));
          const wanted = rows.map((row) => row.map((value) => value.replace(/[\0\p{Cs}]/gu, '\ufffd')));
          expect(texts.map((row) => (row.length === 0 ? ['', '', '', '', ''] : row))).toEqual(wanted);
        },
      ),
      { numRuns: tries(200) },
    );
  });

  it('leave every byte before them as it was, in the file’s own letters', () => {
    const old = encodeText('id;événement;factures;étape;texte\r\n1;envoyé;F1;relance;à voir\r\n', 'windows-1252');
    const { bytes, normalised } = withRows(old, append([['2', 'drafted', 'F2; F3', 'reminder', 'déjà']]));
    expect(normalised).toBe(false);
    expect(Buffer.from(bytes).subarray(0, old.length).equals(Buffer.from(old))).toBe(true);
    expect(readJournalFile(bytes)?.sheet.cells[2]).toEqual(['2', 'drafted', 'F2; F3', 'reminder', 'déjà']);
  });

  it('turn the file into UTF-8 when its letters lack one of theirs', () => {
    const old = encodeText('id;événement;factures;étape;texte\r\n1;envoyé;F1;relance;à voir\r\n', 'windows-1252');
    const { bytes, normalised } = withRows(old, append([['2', 'drafted', 'F2', 'reminder', 'Жуков']]));
    expect(normalised).toBe(true);
    const cells = readJournalFile(bytes)?.sheet.cells;
    expect(cells?.[1]).toEqual(['1', 'envoyé', 'F1', 'relance', 'à voir']);
    expect(cells?.[2]?.[4]).toBe('Жуков');
  });
});
