/** The report command as people and scripts use it: what it prints, what it refuses, and the files it leaves alone. */
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { widthOf } from '../../local/report/layout.ts';
import { freshFolder, report, SAMPLES, smallHouse } from './report-runs.ts';

const home = freshFolder();
afterAll(() => rmSync(home, { recursive: true }));
const place = (name: string) => join(home, name);
const written = (name: string, content: string | Uint8Array) => {
  writeFileSync(place(name), content);
  return place(name);
};
const small = join(SAMPLES, 'small-table.csv');
const morel = join(SAMPLES, 'factures-atelier-morel.xlsx');
const house = smallHouse(home);
const copyOfSmall = written('small.csv', readFileSync(small));
const FR = { env: { LANG: 'fr_FR.UTF-8' } };

interface Json {
  readonly file: string;
  readonly error?: string;
  readonly asOf?: string;
  readonly language?: string;
  readonly invoices?: { number: string; status: string; daysLate: number; nextAction: { stage: string; on: string } | null }[];
  readonly kpis?: { outstanding: number }[];
}
const json = (...args: string[]) => JSON.parse(report([...args, '--json']).out) as Json;

describe('one file', () => {
  it('answers the small table as of its own day', () => {
    const answer = json(small);
    expect(answer).toMatchObject({ file: small, asOf: '2025-09-17', language: 'fr', kpis: [{ outstanding: 4180 }] });
    expect(
      answer.invoices?.map((invoice) => [
        invoice.daysLate,
        invoice.status,
        invoice.nextAction?.stage ?? null,
        invoice.nextAction?.on ?? null,
      ]),
    ).toEqual([
      [4, 'paid', null, null],
      [5, 'overdue', 'formal-reminder', '2025-10-02'],
      [1, 'watch', 'reminder', '2025-09-19'],
    ]);
  });

  it('takes the day asked for, else the sample’s, else today where the user is', () => {
    expect(json(small, '--as-of', '2025-10-01').asOf).toBe('2025-10-01');
    expect(json(copyOfSmall).asOf).toBe('2026-03-16');
    const lateEvening = new Date(2026, 2, 16, 23, 59, 59);
    expect(JSON.parse(report([copyOfSmall, '--json'], { now: lateEvening }).out).asOf).toBe('2026-03-16');
    symlinkSync(small, place('linked.csv'));
    expect(json(place('linked.csv')).asOf).toBe('2025-09-17');
  });

  it('keeps stdout pure JSON, also with drafts and a copy', () => {
    const { code, out, err } = report([house, '--json', '--as-of', '2026-03-16', '--drafts', place('d'), '--out', place('house.xlsx')]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Json).file).toBe(house);
    expect(err).toContain('3 reminders prepared');
    expect(err).toContain('Copy written');
  });

  it('says in one sentence why a file is not read, in either language', () => {
    const cut = readFileSync(morel).subarray(0, 9000);
    mkdirSync(place('a-folder'));
    const files: [path: string, en: RegExp, fr: RegExp][] = [
      [place('missing.csv'), /There is no file/, /n’existe pas/],
      [place('a-folder'), /is a folder/, /est un dossier/],
      [join(small, 'x'), /There is no file/, /n’existe pas/],
      ['/dev/zero', /not an ordinary file/, /pas un fichier ordinaire/],
      [written('empty.csv', ''), /is empty/, /est vide/],
      [written('cut.xlsx', cut), /damaged or incomplete/, /abîmé ou incomplet/],
      [
        written(
          'noise.xlsx',
          Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256),
        ),
        /noise\.xlsx/,
        /noise\.xlsx/,
      ],
      [written('letter.docx', 'Dear Sir'), /type Relance does not read/, /ne lit pas/],
      [written('bad.json', '{"sheets": ['), /not valid JSON/, /pas du JSON valide/],
      [written('locked.xlsx', lockedWorkbook()), /password/, /mot de passe/],
    ];
    for (const [path, en, fr] of files) {
      expect(json(path)).toEqual({ file: path, error: expect.stringMatching(en) });
      expect(json(path, '--lang', 'fr').error).toMatch(fr);
      const ran = report([path], FR);
      expect({ code: ran.code, out: ran.out }).toEqual({ code: 1, out: '' });
      expect(ran.err).toMatch(fr);
      expect(ran.err.trim().split('\n').length).toBe(1);
    }
  });

  it('says why a file without invoices is not read, and which sheets there are', () => {
    expect(json(written('list.csv', 'name;town\nAnn;Lyon\n')).error).not.toBe('');
    expect(json(morel, '--sheet', 'Nowhere').error).toContain('Factures');
  });
});

/** What a password makes of a workbook: an old compound file holding an encrypted package. */
function lockedWorkbook(): Uint8Array {
  const bytes = Buffer.alloc(4096);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1024);
  return bytes;
}

describe('several files', () => {
  it('come back in order, an unreadable one as its error, and one that was read is enough', () => {
    const missing = place('none.csv');
    const { code, out } = report([missing, small, house, '--json']);
    expect(code).toBe(0);
    const answers = JSON.parse(out) as Json[];
    expect(answers.map((answer) => [answer.file, answer.error !== undefined, answer.asOf])).toEqual([
      [missing, true, undefined],
      [small, false, '2025-09-17'],
      [house, false, '2026-03-16'],
    ]);
    expect(report([missing, place('none-either.csv'), '--json']).code).toBe(1);
    expect(JSON.parse(report([missing, missing, '--json']).out)).toHaveLength(2);
  });

  it('make one page after the other', () => {
    const { code, out, err } = report([small, place('none.csv'), house]);
    expect(code).toBe(0);
    expect(out.indexOf('small-table')).toBeLessThan(out.indexOf('house.json'));
    expect(err).toContain('none.csv');
  });
});

describe('a copy', () => {
  it('is never written over what was read, whatever name it goes by', () => {
    const input = written('in.csv', readFileSync(small));
    symlinkSync(input, place('soft.csv'));
    linkSync(input, place('hard.csv'));
    const before = statSync(input);
    for (const out of [input, place('soft.csv'), place('hard.csv'), join(home, '.', 'a-folder', '..', 'in.csv')]) {
      const { code, out: page, err } = report([input, '--out', out, '--drafts', place('never')]);
      expect({ code, page }).toEqual({ code: 2, page: '' });
      expect(err).toContain('never writes over it');
    }
    expect(report([place('soft.csv'), '--out', input, '--lang', 'fr'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('ne l’écrase jamais'),
    });
    expect(readFileSync(input).equals(readFileSync(small))).toBe(true);
    expect(statSync(input).mtimeMs).toBe(before.mtimeMs);
    expect(() => statSync(place('never'))).toThrow();
  });

  it('is never written over the journal', () => {
    report([house, '--as-of', '2026-03-16', '--drafts', place('kept')]);
    const journal = readFileSync(place('kept/journal.csv'));
    const ran = report([copyOfSmall, '--drafts', place('kept'), '--out', place('kept/journal.csv')]);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('journal of your reminders') });
    expect(readFileSync(place('kept/journal.csv')).equals(journal)).toBe(true);
  });

  it.each([
    ['small.csv', 'copy.xlsx', 'copy.csv'],
    ['small.csv', 'copy', 'copy.csv'],
    ['house.json', 'copy.json', 'copy.xlsx'],
    ['house.json', 'copy.v2', 'copy.v2.xlsx'],
    ['morel.xlsx', 'copy.xlsm', 'copy.xlsx'],
    ['morel.xlsx', 'copy.csv', 'copy.xlsx'],
  ])('of %s cannot be called %s: %s is proposed', (input, wrong, right) => {
    written('morel.xlsx', readFileSync(morel));
    const { code, out, err } = report([place(input), '--out', place(wrong)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`--out "${place(right)}"`);
    expect(() => statSync(place(wrong))).toThrow();
    expect(report([place(input), '--out', place(right)]).code).toBe(0);
    rmSync(place(right));
  });

  it('has the owned columns filled, and reads back the same', () => {
    const out = place('filled.csv');
    expect(report([small, '--out', out, '--lang', 'fr']).code).toBe(0);
    expect(readFileSync(out, 'utf8').split('\n')[2]).toMatch(/^F2025-0041,Client B,3200.00,2025-08-28,2025-09-12,,5,En retard,/);
    const again = json(out, '--as-of', '2025-09-17');
    expect(again.invoices?.map((invoice) => invoice.status)).toEqual(['paid', 'overdue', 'watch']);
    expect(report([out, '--as-of', '2025-09-17', '--out', place('twice.csv')]).code).toBe(0);
    expect(readFileSync(place('twice.csv'), 'utf8')).toBe(readFileSync(out, 'utf8'));
  });

  it('names the cells it left alone', () => {
    const input = written('words.csv', readFileSync(small, 'utf8').replace('2025-09-12,,,,', '2025-09-12,,,ask Paul,'));
    const { err } = report([input, '--as-of', '2025-09-17', '--out', place('words-copy.csv'), '--lang', 'en']);
    expect(err).toContain('1 cell was left');
    expect(err).toContain('H3: your own words');
  });

  it('that cannot be written is an error, and the answer is still given', () => {
    for (const out of [place('no-such-folder/copy.csv'), place('a-folder-too.csv')]) {
      if (out.endsWith('too.csv')) mkdirSync(out);
      const ran = report([copyOfSmall, '--json', '--out', out]);
      expect(ran.code).toBe(1);
      expect((JSON.parse(ran.out) as Json).file).toBe(copyOfSmall);
      expect(ran.err).toContain(out);
    }
  });
});

describe('the page', () => {
  it.each([
    [
      'fr',
      'factures-atelier-morel.xlsx',
      ['Encours', '101\u202f829,68\u00a0€', 'Balance âgée', 'À faire maintenant', 'Anomalies', 'Bloqué\u00a0:', 'ligne 254, colonne H'],
    ],
    ['en', 'invoices-morel-workshop.xlsx', ['Outstanding', '€101,829.68', 'Aging balance', 'To do now', 'Problems', 'Blocked:', 'column']],
  ])('in %s says who owes what, what to do and what is wrong', (_, sample, said) => {
    const { code, out } = report([join(SAMPLES, sample)]);
    expect(code).toBe(0);
    for (const words of said) expect(out).toContain(words);
  });

  it('keeps to the width of the terminal, and has no colours but on one', () => {
    for (const columns of [48, 80, 120]) {
      const { out } = report([morel], { columns, env: { NO_COLOR: '1' } });
      expect(out).not.toContain('\u001b');
      const tooWide = out.split('\n').filter((line) => widthOf(line) > columns && !/\S{20,}/.test(line));
      expect(tooWide).toEqual([]);
    }
    expect(report([morel]).out).not.toContain('\u001b');
    expect(report([morel], { columns: 80, env: { TERM: 'dumb' } }).out).not.toContain('\u001b');
    expect(report([morel], { columns: 80 }).out).toContain('\u001b[1m');
  });

  it('never lets a cell command the terminal', () => {
    const evil = written(
      'evil.csv',
      'Invoice,Customer,Date,Due,Amount\n"F\u001b]0;x\u00071","Bad\u001b[2J\u202e Guy",2026-01-01,2026-02-01,nope\u001b[31m\nF2,"Bad\u001b[2J Guy",2026-01-01,2026-02-01,10.00\n',
    );
    const { out, err } = report([evil, '--as-of', '2026-03-16', '--locale', 'en-GB']);
    for (const command of ['\u001b', '\u0007', '\u202e']) expect(out + err).not.toContain(command);
    expect(out).toContain('F2');
  });
});
