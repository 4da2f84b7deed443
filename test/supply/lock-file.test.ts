// Which packages are fetched, and what they may do on the machine that fetches them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lockFile, ROOT } from './two-builds.ts';

const lock = lockFile();
const packages = Object.entries(lock).filter(([place]) => place !== '');
const product = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const npmrc = readFileSync(join(ROOT, '.npmrc'), 'utf8');

describe('the lock file', () => {
  it('locks what package.json asks for, each at one version', () => {
    expect(lock['']).toMatchObject({ dependencies: product.dependencies, devDependencies: product.devDependencies });
    for (const [name, version] of Object.entries({ ...product.dependencies, ...product.devDependencies })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
      expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });

  it('names no address: no registry, no repository, no folder', () => {
    for (const [place, { resolved, link, version = '' }] of packages)
      expect([place, resolved, link, /[:/]/.test(version)]).toEqual([place, undefined, undefined, false]);
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"(?:git\+|file:|github:|https?:\/\/[^"]*\.tgz)/);
    expect(npmrc).toContain('omit-lockfile-registry-resolved=true');
    expect(npmrc).not.toMatch(/registry\s*=|_auth|token/i);
  });

  it('has the hash of every package the product is built from', () => {
    for (const [place, { integrity, dev }] of packages)
      if (dev !== true) expect([place, integrity]).toEqual([place, expect.stringMatching(/^sha512-/)]);
  });

  it('has that of every tool too, but for programs of other systems than the one it was made on', () => {
    const without = packages.filter(([, { integrity }]) => integrity === undefined);
    for (const [place, { optional, os, cpu }] of without)
      expect([place, optional === true && (os ?? cpu) !== undefined]).toEqual([place, true]);
    for (const [place, { integrity = 'sha512-' }] of packages) expect([place, integrity.startsWith('sha512-')]).toEqual([place, true]);
  });
});

describe('installing', () => {
  it('runs no script of any package, by our command or by hand', () => {
    expect(packages.some(([, { hasInstallScript }]) => hasInstallScript)).toBe(true);
    expect(readFileSync(join(ROOT, 'ready.mjs'), 'utf8')).toMatch(/\['ci', [^\]]*'--ignore-scripts'/);
    expect(npmrc).toMatch(/^ignore-scripts=true$/m);
    const scripts = Object.keys((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts);
    expect(scripts.filter((name) => /^(?:pre|post)|^(?:install|prepare)$/.test(name))).toEqual([]);
  });
});

describe('the packages the product is built from', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  it.each(Object.keys(product.dependencies))('%s has its reason in the README', (name) => {
    expect(readme.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`) && line.split('|')[2]?.trim() !== '')).toHaveLength(1);
  });
  it('are all the README gives a reason for', () => {
    const given = [...readme.matchAll(/^\| `([@\w/.-]+)` \| /gm)]
      .map(([, name = '']) => name)
      .filter((name) => name in { ...product.dependencies, ...product.devDependencies });
    expect(given.sort()).toEqual(Object.keys(product.dependencies).sort());
  });
});
