/** `npm start`: the figures of a file, or of the sample, and the address of the page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { browserFor } from '../../local/start/browser-for.ts';
import { type Started, startCommand } from '../../local/start/start-command.ts';

let pages: string;
let started: Started | null = null;
const file = (name: string) => join(pages, name);

beforeAll(() => {
  pages = mkdtempSync(join(tmpdir(), 'relance-start-'));
  writeFileSync(file('index.html'), '<p>page</p>');
  writeFileSync(file('factures.csv'), 'N° facture;Client;Échéance;Montant TTC\nF-1;Durand;15/01/2026;1 850,00\n');
  writeFileSync(file('notes.csv'), 'une;liste\nde;courses\n');
  writeFileSync(file('broken.xlsx'), 'PK\u0003\u0004 cut');
});
afterEach(async () => {
  await started?.close();
  started = null;
});
afterAll(() => rmSync(pages, { recursive: true, force: true }));

async function start(args: readonly string[], lang = 'en_GB.UTF-8') {
  let [out, err] = ['', ''];
  started = await startCommand(
    args,
    {
      now: new Date(2026, 2, 16, 9, 30),
      env: { LANG: lang },
      columns: null,
      out: (text) => {
        out += text;
      },
      say: (text) => {
        err += text;
      },
    },
    pages,
    0,
  );
  return { ...started, out, err };
}

const answers = async (url: string | null) => (url === null ? null : (await fetch(url)).status);

it('without a file, says what the sample of the machine’s language owes, and where the page is', async () => {
  const { code, out, url } = await start([]);
  expect(code).toBe(0);
  expect(out).toContain('invoices-morel-workshop.xlsx');
  expect(out).toMatch(/Overdue\s+€49,040\.48/);
  expect(out).toContain(`Relance is at ${url}`);
  expect(await answers(url)).toBe(200);
  expect(new URL(url as string).search).toBe('');
  await started?.close();
  expect((await start([], 'fr_FR.UTF-8')).out).toMatch(
    /factures-atelier-morel\.xlsx[\s\S]*Échu\s+49\u202f040,48\s€[\s\S]*Relance est à l’adresse/,
  );
});

it('with a file, says what it owes, and the page is asked for it', async () => {
  const { out, url } = await start([file('factures.csv'), '--as-of', '2026-02-01', '--lang=en']);
  expect(out).toMatch(/factures\.csv[\s\S]*Overdue\s+1,850\.00/);
  expect(Object.fromEntries(new URL(url as string).searchParams)).toEqual({ file: 'factures.csv', lang: 'en', asOf: '2026-02-01' });
});

describe('a file that cannot be shown', () => {
  it.each([
    ['without invoices', 'notes.csv', /notes|invoice/],
    ['damaged', 'broken.xlsx', /broken\.xlsx/],
  ])('%s: is told, and the page is there for another one', async (_why, name, said) => {
    const { code, err, url } = await start([file(name)]);
    expect(code).toBe(0);
    expect(err).toMatch(said);
    expect(await answers(url)).toBe(200);
  });

  it('is not there: ends at once', async () => {
    const { code, err, url } = await start([file('nowhere.csv')]);
    expect([code, url]).toEqual([1, null]);
    expect(err).toContain('nowhere.csv');
  });
});

it.each([
  ['two files', ['a.csv', 'b.csv'], 'b.csv'],
  ['an unknown option', ['--port', '80'], '--port'],
  ['no such day', ['--as-of', '2026-02-30'], '2026-02-30'],
  ['no such language', ['--lang', 'de'], '--lang'],
])('%s: refused by name, with what to type', async (_what, args, named) => {
  const { code, err, url } = await start(args);
  expect([code, url]).toEqual([2, null]);
  expect(err).toContain(named);
  expect(err).toContain('npm start --');
});

it('opens a browser only where somebody can see it', () => {
  expect(browserFor('linux', {})).toBeNull();
  expect(browserFor('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
  expect(browserFor('darwin', { CI: 'true' })).toBeNull();
  expect(browserFor('darwin', {})).toEqual(['open']);
});
