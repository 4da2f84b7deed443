/**
 * What Excel is told before any code runs. The official schema says how it must be written; here stands what neither the schema nor Microsoft's own
 * check sees: that everything named is there, that every name is used, that what is said fits where it is shown.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../../office-addin/commands.ts';
import { type AddIn, addIn } from './add-in.ts';
import { apiUsed, isAtLeast } from './api-used.ts';
import { type Element, everything, treeOf } from './xml-tree.ts';

const ADDIN = join(__dirname, '../../office-addin');
const BASE = 'https://localhost:3000/';

let dist: AddIn;
let manifest: Element;
let all: Element[];
beforeAll(async () => {
  dist = await addIn();
  manifest = treeOf(text('manifest.xml'));
  all = everything(manifest);
});
const text = (name: string): string => String(dist.get(name));

const named = (name: string): Element[] => all.filter((element) => element.name === name);
const only = (name: string): Element => {
  const [first, ...others] = named(name);
  if (!first || others.length > 0) throw new Error(`one ${name} expected`);
  return first;
};
const resources = (): Element[] => everything(only('Resources')).filter(({ attributes }) => attributes.id !== undefined);
const toldAt = (resid: string | undefined): string =>
  resources().find(({ attributes }) => attributes.id === resid)?.attributes.DefaultValue ?? '';
/** What a string says in each language, the default first. */
const sayings = ({ attributes, children }: Element): string[] => [
  attributes.DefaultValue ?? '',
  ...children.map((override) => override.attributes.Value ?? ''),
];

describe('what the manifest names', () => {
  it('is there: every resource that is referred to stands once, and none stands for nothing', () => {
    const ids = resources().map(({ attributes }) => attributes.id);
    const referred = all.flatMap(({ attributes }) => attributes.resid ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(referred)].sort()).toEqual([...ids].sort());
  });

  it('is one page for pane, formulas and buttons', () => {
    const page = only('Runtime').attributes.resid;
    const places = ['Page', 'FunctionFile', 'Action'].flatMap(named).flatMap((element) => everything(element));
    const urls = new Set(places.flatMap(({ attributes }) => attributes.resid ?? []));
    expect([...urls]).toEqual([page]);
    expect(only('Runtime').attributes.lifetime).toBe('long');
    expect(toldAt(page)).toBe(`${BASE}taskpane.html`);
  });

  it('is part of what is built', () => {
    const addresses = all
      .flatMap(({ attributes }) => [attributes.DefaultValue ?? ''])
      .filter((value) => value.startsWith('http'))
      .map((address) => address.slice(BASE.length));
    expect(addresses.length).toBeGreaterThan(15);
    for (const path of addresses) expect(dist.has(path)).toBe(true);
  });

  it('has icons of the size it says', () => {
    const told = named('Image').filter(({ attributes }) => attributes.size);
    const own = [
      ['64', only('IconUrl').attributes.DefaultValue],
      ['128', only('HighResolutionIconUrl').attributes.DefaultValue],
    ] as const;
    const icons = [...told.map(({ attributes }) => [attributes.size, toldAt(attributes.resid)] as const), ...own];
    for (const [size, address] of icons) {
      const png = readFileSync(join(ADDIN, (address as string).slice(BASE.length)));
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', Number(size), Number(size)]);
    }
    const drawn = readdirSync(join(ADDIN, 'icons')).map((name) => `icons/${name}`);
    expect(new Set(icons.map(([, address]) => (address as string).slice(BASE.length)))).toEqual(new Set(drawn));
    for (const icon of named('Icon'))
      expect(icon.children.map(({ attributes }) => attributes.size)).toEqual(expect.arrayContaining(['16', '32', '80']));
  });

  it('has a function behind every button', () => {
    expect(named('FunctionName').map(({ text }) => text)).toEqual([...COMMANDS]);
  });

  it('moves with the address it is served at', async () => {
    const moved = String((await addIn('https://addins.example.org/relance/')).get('manifest.xml'));
    expect(moved).not.toContain('localhost');
    expect(moved).toContain('"https://addins.example.org/relance/taskpane.html"');
    expect(moved).not.toMatch(/[^:]\/\//);
  });
});

describe('what the manifest says', () => {
  it('is in French wherever it is in English, and short enough to be shown', () => {
    const most: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 };
    for (const [place, limit] of Object.entries(most))
      for (const string of only(place).children) {
        const said = sayings(string);
        const isName = said[0] === 'AR' || said[0] === 'Relance';
        expect(string.children.map(({ attributes }) => attributes.Locale)).toEqual(isName ? [] : ['fr-FR', 'fr-CA']);
        for (const text of said) expect(text.length).toBeLessThanOrEqual(limit);
        if (!isName) expect(said[1]).not.toBe(said[0]);
      }
    const most125 = manifest.children.filter(({ name }) => name === 'DisplayName');
    const most250 = manifest.children.filter(({ name }) => name === 'Description');
    for (const said of most125.flatMap(sayings)) expect(said.length).toBeLessThanOrEqual(125);
    for (const said of most250.flatMap(sayings)) expect(said.length).toBeLessThanOrEqual(250);
  });

  it('fits on a button: no label beyond what the ribbon shows in two lines', () => {
    const labels = named('Label').flatMap(({ attributes }) =>
      sayings(resources().find((one) => one.attributes.id === attributes.resid) as Element),
    );
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(25);
  });

  it('keeps to what Excel takes for names', () => {
    for (const { attributes } of all) for (const id of [attributes.resid, attributes.id]) if (id) expect(id.length).toBeLessThanOrEqual(32);
    expect(only('Id').text).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(only('Version').text).toMatch(/^[1-9]\d*(\.\d+){3}$/);
    expect(toldAt(only('Namespace').attributes.resid)).toBe('AR');
    expect(only('Permissions').text).toBe('ReadWriteDocument');
  });
});

describe('what the manifest requires', () => {
  it('is what the code cannot do without, and no more', () => {
    const required = new Map(named('Set').map(({ attributes }) => [attributes.Name as string, attributes.MinVersion as string]));
    const used = apiUsed(ADDIN);
    const most = new Map<string, string>();
    for (const { set, version, isAsked } of used) if (!isAsked && !isAtLeast(most.get(set) ?? '0', version)) most.set(set, version);
    expect(Object.fromEntries(required)).toEqual({ SharedRuntime: '1.1', ...Object.fromEntries(most) });
  });
});
