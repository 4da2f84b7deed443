/** `report --drafts`: each reminder exactly once, whatever happens to the process, the disk or the journal in between. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { Records } from '../../local/files/csv-records.ts';
import { everyThird } from '../thorough.ts';
import { type Fault, withFault } from './faulty-disk.ts';
import { freshFolder, report, SAMPLES, smallHouse } from './report-runs.ts';

const home = freshFolder();
afterAll(() => rmSync(home, { recursive: true }));
const file = smallHouse(home);
const DAY = ['--as-of', '2026-03-16'];
let made = 0;
const folders: string[] = [];
const newFolder = () => {
  const folder = join(home, `drafts-${++made}`);
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const prepare = (folder: string, ...more: string[]) => report([file, ...DAY, '--drafts', folder, ...more]);
const drafts = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort();
const journalText = (folder: string) => readFileSync(join(folder, 'journal.csv'), 'utf8');

type Row = Readonly<Record<string, string>>;
function rowsOf(folder: string): Row[] {
  const records = new Records(journalText(folder), ',');
  const lines: string[][] = [];
  while (records.next()) lines.push(records.fields.map((field) => field.value));
  const [header, ...rows] = lines as [string[], ...string[][]];
  for (const row of rows) expect(row.length).toBe(header.length);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] as string])));
}

/** What a folder must look like once all is done: every reminder once, announced once and confirmed once, nothing else lying about. */
const EXPECTED = (() => {
  const folder = join(home, 'as-it-should-be');
  expect(prepare(folder).code).toBe(0);
  return { names: drafts(folder), keys: keysIn(folder) };
})();

function keysIn(folder: string): string[] {
  return drafts(folder)
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^X-Relance-Key: (.*)$/gm)].map((found) => found[1] as string))
    .sort();
}

function expectEachOnce(folder: string): void {
  expect(drafts(folder)).toEqual(EXPECTED.names);
  expect(keysIn(folder)).toEqual(EXPECTED.keys);
  expect(readdirSync(folder).sort()).toEqual([...EXPECTED.names, 'journal.csv'].sort());
  const rows = rowsOf(folder);
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  for (const event of ['intent', 'drafted']) {
    const told = rows.filter((row) => row.event === event);
    expect(told.map((row) => `${row.reference}.eml`).sort()).toEqual(EXPECTED.names);
    expect(told.flatMap((row) => (row.invoices as string).split('; ')).sort()).toEqual(['F-1', 'F-2', 'F-4', 'F-5']);
  }
  expect(rows.some((row) => row.event === 'unknown')).toBe(false);
}

describe('a folder of drafts', () => {
  it('holds one draft per due reminder without a block, to one person each, unsent', async () => {
    const folder = newFolder();
    const { code, err } = prepare(folder);
    expect(code).toBe(0);
    expect(err).toContain('3 reminders prepared');
    expectEachOnce(folder);
    const addresses: string[] = [];
    for (const name of drafts(folder)) {
      const text = readFileSync(join(folder, name));
      expect(text.every((byte) => byte < 0x80)).toBe(true);
      const mail = await PostalMime.parse(text);
      expect(mail.to?.length).toBe(1);
      expect(mail.cc ?? []).toEqual([]);
      expect(mail.bcc ?? []).toEqual([]);
      expect(mail.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
      expect(mail.subject).not.toBe('');
      expect(mail.text).toMatch(/F-\d/);
      expect(mail.html).toContain('<html');
      addresses.push(mail.to?.[0]?.address ?? '');
    }
    expect(addresses.sort()).toEqual(['accounts@birch.example', 'cedar@cedar.example', 'pay@alder.example']);
  });

  it('changes nothing when the command is run again, on an earlier or a later day, in another language, or from a renamed file', () => {
    const folder = newFolder();
    prepare(folder);
    const before = journalText(folder);
    expect(prepare(folder).err).toContain('No new reminder');
    for (const day of ['2026-03-13', '2026-03-17', '2026-05-04']) report([file, '--as-of', day, '--drafts', folder]);
    expect(report([file, ...DAY, '--lang', 'fr', '--drafts', folder]).err).toContain('Aucune nouvelle relance');
    const renamed = join(home, 'renamed.json');
    writeFileSync(renamed, readFileSync(file));
    report([renamed, ...DAY, '--drafts', folder]);
    report([file, renamed, ...DAY, '--drafts', folder]);
    expectEachOnce(folder);
    expect(journalText(folder)).toBe(before);
  });

  it('gives pure JSON after preparing, and names the drafts on stderr', () => {
    const folder = newFolder();
    const { out, err } = prepare(folder, '--json');
    const answer = JSON.parse(out) as { worklist: { customer: string; due: boolean; blockedBy: { guard: string }[] }[] };
    for (const name of EXPECTED.names) expect(err).toContain(name);
    const alder = answer.worklist.find((entry) => entry.customer === 'Alder Works');
    expect(alder?.blockedBy.map((block) => block.guard)).toContain('already-drafted');
  });

  it('keeps what starts like a formula from running in the journal, and knows the customer again', () => {
    const folder = newFolder();
    prepare(folder);
    expect(journalText(folder)).toContain(`"'=HYPERLINK(`);
    expect(journalText(folder)).not.toMatch(/(^|,)"?[=@+-]/m);
  });

  it('gives the moment of the command on the day one looks from', () => {
    const folder = newFolder();
    prepare(folder);
    for (const row of rowsOf(folder)) expect(row.at).toBe('2026-03-16T09:30:00');
  });

  it('is made when missing, with the folders above it', () => {
    const folder = join(newFolder(), 'of', 'march');
    expect(prepare(folder).code).toBe(0);
    expect(drafts(folder)).toEqual(EXPECTED.names);
  });

  it('is not made for a file that cannot be read', () => {
    const folder = newFolder();
    expect(report([join(home, 'missing.csv'), '--drafts', folder]).code).toBe(1);
    expect(existsSync(folder)).toBe(false);
  });

  it('keeps a draft of that name as it lies, for it is the same reminder', () => {
    const folder = newFolder();
    mkdirSync(folder);
    const [name] = EXPECTED.names as [string];
    writeFileSync(join(folder, name), 'corrected by hand');
    prepare(folder);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('corrected by hand');
    expect(drafts(folder)).toEqual(EXPECTED.names);
    expect(readdirSync(folder).filter((other) => other.endsWith('.part'))).toEqual([]);
  });

  it('asks about a draft that was announced and can no longer be found, and does not make it again', () => {
    const folder = newFolder();
    prepare(folder);
    const [name] = EXPECTED.names as [string];
    const intents = journalText(folder)
      .split('\n')
      .filter((line) => !line.includes(',drafted,') && !line.includes(',mentioned,'));
    writeFileSync(join(folder, 'journal.csv'), intents.join('\n'));
    rmSync(join(folder, name));
    expect(prepare(folder).code).toBe(0);
    expect(drafts(folder)).toEqual(EXPECTED.names.slice(1));
    expect(
      rowsOf(folder)
        .filter((row) => row.event === 'unknown')
        .map((row) => `${row.reference}.eml`),
    ).toEqual([name]);
    prepare(folder);
    expect(drafts(folder)).toEqual(EXPECTED.names.slice(1));
  });

  it('looks for no file outside the folder, whatever the journal says', () => {
    const folder = newFolder();
    prepare(folder);
    writeFileSync(join(home, '.evil.eml.part'), 'x');
    writeFileSync(join(folder, 'journal.csv'), journalText(folder).replace(/(,intent,.*?),,,[0-9a-f]{16},/, '$1,,,../.evil,'));
    prepare(folder);
    expect(existsSync(join(home, 'evil.eml'))).toBe(false);
    expect(existsSync(join(home, '.evil.eml.part'))).toBe(true);
  });

  it('merges the journal of the workbook with its own', () => {
    const folder = newFolder();
    const workbook = JSON.parse(readFileSync(file, 'utf8'));
    const header = ['id', 'at', 'event', 'customer', 'invoices', 'stage', 'round', 'channel', 'reference'];
    workbook.sheets.push({
      name: 'Reminder journal',
      cells: [header, ['1', '2026-03-15T08:00:00', 'drafted', 'Birch & Sons', 'F-4', 'reminder', '1', 'email', 'aaaaaaaaaaaaaaaa']],
    });
    const own = join(home, 'own-journal.json');
    writeFileSync(own, JSON.stringify(workbook));
    report([own, ...DAY, '--drafts', folder]);
    expect(drafts(folder).length).toBe(2);
    expect(journalText(folder)).not.toContain('Birch');
    expect(rowsOf(folder)[0]?.id).toBe('2');
  });
});

describe('a command that is killed', () => {
  const { steps, writes } = withFault(0, { how: 'die-before' }, () => prepare(newFolder()));

  it.each(['die-before', 'die-within'] as const)('%s any of its steps: run again, each reminder is there once', (how) => {
    expect(steps).toBeGreaterThan(30);
    const moments = how === 'die-within' ? writes : Array.from({ length: steps }, (_, i) => i + 1);
    for (const at of everyThird(moments)) {
      const folder = newFolder();
      withFault(at, { how }, () => prepare(folder));
      // What is there now is already no more than once.
      if (existsSync(folder)) expect(EXPECTED.names).toEqual(expect.arrayContaining(drafts(folder)));
      expect(prepare(folder).code).toBe(0);
      expectEachOnce(folder);
    }
  });

  it('twice, and run again the next day: still once', () => {
    const how = fc.constantFrom('die-before', 'die-after', 'die-within');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: steps }), fc.integer({ min: 1, max: steps }), how, how, (first, second, a, b) => {
        const folder = newFolder();
        withFault(first, { how: a } as Fault, () => prepare(folder));
        withFault(second, { how: b } as Fault, () => prepare(folder));
        report([file, '--as-of', '2026-03-17', '--drafts', folder]);
        prepare(folder);
        const keys = keysIn(folder);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toEqual(EXPECTED.keys);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a disk that fails', () => {
  const steps = withFault(0, { how: 'die-before' }, () => prepare(newFolder())).steps;

  it('at any step: a clear error or all done, nothing half-done, and right once it works again', () => {
    for (const at of everyThird(Array.from({ length: steps }, (_, i) => i + 1))) {
      const code = ['ENOSPC', 'EACCES', 'EIO'][at % 3] as string;
      const folder = newFolder();
      const { result } = withFault(at, { how: 'fail', code }, () => prepare(folder, '--json'));
      const ran = result as NonNullable<typeof result>;
      expect([0, 1]).toContain(ran.code);
      const answer = JSON.parse(ran.out) as { error?: string };
      expect(answer.error === undefined).toBe(ran.code === 0);
      if (ran.code === 1) {
        expect(answer.error).not.toMatch(/fault of Relance|undefined/);
        expect(ran.err).toContain(folder);
      }
      if (existsSync(folder)) {
        const announced = existsSync(join(folder, 'journal.csv')) ? journalText(folder) : '';
        for (const name of readdirSync(folder).filter((there) => /\.eml(\.part)?$/.test(there))) {
          const id = /[0-9a-f]{16}/.exec(name)?.[0] ?? '?';
          // A failing unlink may leave a hidden file; a visible draft is always announced.
          if (name.endsWith('.eml')) expect(announced).toContain(id);
        }
      }
      expect(prepare(folder).code).toBe(0);
      expectEachOnce(folder);
    }
  });

  it('refuses a folder that is a file, and one below a file', () => {
    for (const place of [file, join(file, 'drafts')]) {
      const { code, out, err } = report([file, ...DAY, '--drafts', place]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('is not a folder');
      expect(report([file, '--drafts', place, '--lang', 'fr']).err).toContain('n’est pas un dossier');
    }
  });
});

describe('a lock', () => {
  const lockIn = (folder: string, text: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.relance.lock'), text);
  };

  it('of a living process keeps everybody else out', async () => {
    const folder = newFolder();
    const child = spawn('sleep', ['30']);
    try {
      for (const text of [`${child.pid}\n`, `${child.pid} ${hostname()} abc`, String(process.ppid)]) {
        lockIn(folder, text);
        const { code, err } = prepare(folder);
        expect(code).toBe(1);
        expect(err).toContain('Another Relance');
        expect(readdirSync(folder)).toEqual(['.relance.lock']);
      }
      lockIn(folder, `${child.pid}\n`);
    } finally {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.on('close', resolve));
    }
    expect(prepare(folder).code).toBe(0);
    expectEachOnce(folder);
  });

  it.each([
    ['of a dead process', '4194304 \n'],
    ['of a number given again to us', `${process.pid}\n`],
    ['that says nothing', ''],
    ['that says something else', 'hello\n'],
  ])('%s is taken over', (_, text) => {
    const folder = newFolder();
    lockIn(folder, text);
    writeFileSync(join(folder, '.relance.lock.4194304.0123456789ab'), '4194304 somewhere 0123456789ab');
    expect(prepare(folder).code).toBe(0);
    expect(readdirSync(folder).filter((name) => name === '.relance.lock')).toEqual([]);
    expect(drafts(folder)).toEqual(EXPECTED.names);
  });

  it('of another machine counts while it is fresh', () => {
    const folder = newFolder();
    lockIn(folder, '1 another-machine abc\n');
    expect(prepare(folder).code).toBe(1);
  });
});

describe('the sample', () => {
  it('gives the same drafts twice, and a journal the command reads back', () => {
    const folder = newFolder();
    const sample = join(SAMPLES, 'factures-atelier-morel.xlsx');
    expect(report([sample, '--drafts', folder]).code).toBe(0);
    const names = drafts(folder);
    expect(names.length).toBeGreaterThan(5);
    const text = journalText(folder);
    const again = report([sample, '--drafts', folder, '--json']);
    expect(drafts(folder)).toEqual(names);
    expect(journalText(folder)).toBe(text);
    const { problems } = JSON.parse(again.out) as { problems: { sheet: string }[] };
    expect(problems.filter((problem) => problem.sheet === 'journal.csv')).toEqual([]);
  });
});
