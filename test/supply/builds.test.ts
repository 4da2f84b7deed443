// What is shipped: the same bytes whoever builds it, made of packages that are named, locked and free to pass on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { filesUnder, lockFile, twoBuilds } from './two-builds.ts';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly properties: readonly { readonly value: string }[];
}

let folder = '';
let components: readonly Component[] = [];
beforeAll(async () => {
  folder = await twoBuilds();
  components = (JSON.parse(readFileSync(join(folder, 'bill.json'), 'utf8')) as { components: Component[] }).components;
});

describe('two builds in two folders, two time zones and two languages', () => {
  it('are the same files, byte for byte', () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    expect(filesUnder(one).length).toBeGreaterThan(40);
    expect(filesUnder(one)).toEqual(filesUnder(two));
    for (const file of filesUnder(one))
      expect([file, readFileSync(join(one, file)).equals(readFileSync(join(two, file)))]).toEqual([file, true]);
  });

  it('name no folder of the machine they were made on, and no day', () => {
    const made = filesUnder(join(folder, 'one')).filter((file) => !file.includes('/samples/') && !file.endsWith('.png'));
    for (const file of made)
      expect([
        file,
        /relance-workshop-|\/home\/|\/Users\/|[A-Z]:\\Users/.exec(readFileSync(join(folder, 'one', file), 'utf8'))?.[0],
      ]).toEqual([file, undefined]);
  });
});

describe('the bill of materials', () => {
  /** Licences that let anybody pass the program on, changed or not, with their notice. */
  const ALLOWED = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']);

  it('names every package once, with its version, its licence and the hash of the archive it came in', () => {
    const lock = Object.entries(lockFile());
    expect(new Set(components.map(({ purl }) => purl)).size).toBe(components.length);
    for (const { name, version, hashes } of components) {
      expect(
        lock.some(([place, locked]) => place.endsWith(`node_modules/${name}`) && locked.version === version && locked.dev !== true),
      ).toBe(true);
      expect([name, hashes.map(({ alg, content }) => `${alg} ${content.length}`)]).toEqual([name, ['SHA-512 128']]);
    }
  });

  it('is the same whenever it is made: it bears no day and no number of its own', () => {
    const bill = JSON.parse(readFileSync(join(folder, 'bill.json'), 'utf8')) as { metadata: object };
    expect([Object.keys(bill), Object.keys(bill.metadata)]).toEqual([
      ['bomFormat', 'specVersion', 'version', 'metadata', 'components'],
      ['component'],
    ]);
  });

  it('has only licences that let anybody pass it on', () => {
    for (const { name, licenses } of components) expect([name, ALLOWED.has(licenses[0]?.license.id ?? '')]).toEqual([name, true]);
  });

  it.each([
    ['appsscript', ['date-fns', 'preact', 'uqr']],
    ['office-addin', ['@azure/msal-browser', '@azure/msal-common', 'date-fns', 'preact', 'uqr']],
    ['cli', ['@e965/xlsx', 'date-fns', 'fflate', 'uqr']],
  ])('%s is made of these packages and no other', (part, names) => {
    expect(components.filter(({ properties }) => properties.some(({ value }) => value === `dist/${part}`)).map(({ name }) => name)).toEqual(
      names,
    );
  });

  it('beside those, only the grid and what it rests on is in the page', () => {
    const page = components.filter(({ properties }) => properties.some(({ value }) => value === 'dist/local')).map(({ name }) => name);
    const lock = lockFile();
    const grid = new Set<string>();
    const add = (name: string) => {
      if (grid.has(name)) return;
      grid.add(name);
      for (const [place, { dependencies, ...rest }] of Object.entries(lock))
        if (place.endsWith(`node_modules/${name}`)) {
          const peers = (rest as { peerDependencies?: Record<string, string> }).peerDependencies;
          for (const next of Object.keys({ ...dependencies, ...peers })) add(next);
        }
    };
    add('@univerjs/preset-sheets-core');
    expect(page.filter((name) => !grid.has(name))).toEqual(['@e965/xlsx', 'date-fns', 'fflate', 'preact', 'uqr']);
  });
});

describe('the licences', () => {
  it('lie beside each part, for every package that is in it; for Google Sheets, to which no other file is sent, below the script', () => {
    for (const part of ['appsscript', 'office-addin', 'local', 'cli']) {
      const file = part === 'appsscript' ? 'relance.js' : 'licences.txt';
      const text = readFileSync(join(folder, 'one', part, file), 'utf8');
      const shipped = components.filter(({ properties }) => properties.some(({ value }) => value === `dist/${part}`));
      expect(shipped.length).toBeGreaterThan(1);
      expect(shipped.filter(({ name, version }) => !text.includes(`${name} ${version}`)).map(({ name }) => name)).toEqual([]);
      expect(text).toContain('Permission is hereby granted, free of charge');
    }
  });
});
