// What is shipped, named: every package of which some code lies in dist/, with its version, its licence and the hash of the archive it came in
// (CycloneDX 1.6). Made from what the bundler says it put in and from the lock file; no clock and no chance, so two of the same commit are the same.
//
//   npm run --silent sbom > sbom.json
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The folders of dist/ that are made of bundles; the Apps Script without mail is the same code under another manifest. */
const FOLDERS = ['appsscript', 'office-addin', 'local', 'cli'];

/** Packages that say their licence in a file only. */
const LICENCE_FILES = { '@univerjs/telemetry': 'Apache-2.0' };

/** Builds each folder into `out`, and answers the packages (their places in the lock file) it is made of. */
export async function packagesByFolder(out) {
  const found = new Map();
  for (const only of FOLDERS) for (const [folder, packages] of await build({ out, only })) found.set(folder, packages);
  return found;
}

/** The bill of materials of these packages. */
export function billOf(byFolder, lock = json('package-lock.json'), product = json('package.json')) {
  const places = [...new Set([...byFolder.values()].flatMap((places) => [...places]))].sort();
  const components = places.map((place) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = lock.packages[place];
    if (known === undefined) throw new Error(`${name} is shipped and not in the lock file`);
    const purl = `pkg:npm/${name.replace('@', '%40')}@${known.version}`;
    return {
      type: 'library',
      'bom-ref': purl,
      name,
      version: known.version,
      purl,
      licenses: [{ license: { id: known.license ?? LICENCE_FILES[name] ?? 'NONE' } }],
      hashes: hashesOf(known.integrity),
      properties: FOLDERS.filter((folder) => byFolder.get(folder)?.has(place)).map((folder) => ({
        name: 'relance:shipped-in',
        value: `dist/${folder}`,
      })),
    };
  });
  const whole = {
    type: 'application',
    'bom-ref': product.name,
    name: product.name,
    version: product.version,
    licenses: [{ license: { id: product.license } }],
  };
  return { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: whole }, components };
}

/** npm writes hashes in base64, CycloneDX in hexadecimals. */
function hashesOf(integrity) {
  const [, algorithm, base64] = /^sha(512|384|256|1)-(.+)$/.exec(integrity ?? '') ?? [];
  return base64 === undefined ? [] : [{ alg: `SHA-${algorithm}`, content: Buffer.from(base64, 'base64').toString('hex') }];
}

/** The bill of what a build makes here and now. */
export async function sbom() {
  const out = mkdtempSync(join(tmpdir(), 'relance-sbom-'));
  try {
    return billOf(await packagesByFolder(out));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
