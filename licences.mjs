// The licences of what is shipped: parts of these packages lie in the folders of dist/, and whoever hands them on hands on these texts too, as the
// packages ask.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const LICENCE = /^licen[cs]e(?:\.(?:md|txt))?$/i;
/** Who holds the rights; the template at the end of the Apache licence says so of nobody. */
const HOLDER = /^\s*(?:The MIT License.*|MIT License|.*Copyright (?:\(c\)|©|\d).*|All rights reserved\.?)\s*$/gim;

/** `node_modules/a/node_modules/@b/c` of a file in that package; null for a file of ours, or one the build makes up. */
function packageOf(path) {
  return /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

/** The packages some code of which is in a bundle made of these files. */
export function packagesOf(paths) {
  return [...new Set([...paths].map(packageOf).filter((place) => place !== null))].sort();
}

/** The texts for packages at these places, each text once, with whoever it speaks for. */
export function licencesOf(places) {
  const byText = new Map();
  const silent = [];
  for (const place of places) {
    const { name, version, license, author } = JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, place)).find((each) => LICENCE.test(each));
    if (!file) {
      silent.push(`${name} ${version}: ${license ?? 'see its project'}${author ? `, by ${author.name ?? author}` : ''}`);
      continue;
    }
    const whole = readFileSync(join(root, place, file), 'utf8').replace(/\r\n/g, '\n');
    const holders = (whole.match(HOLDER) ?? []).map((line) => line.trim()).filter((line) => /copyright/i.test(line));
    const text = whole
      .replace(HOLDER, '')
      .replace(/^#+ .*$/gm, '')
      .trim()
      .replace(/\n{3,}/g, '\n\n');
    const key = text.replace(/\s+/g, ' ').toLowerCase();
    const known = byText.get(key) ?? { text, spoken: [] };
    known.spoken.push([`${name} ${version}`, ...holders].join(' · '));
    byText.set(key, known);
  }
  const parts = [...byText.values()].map(({ text, spoken }) => `${spoken.join('\n')}\n\n${text}`);
  if (silent.length > 0) parts.push(`These carry no text of their own:\n${silent.join('\n')}`);
  return `Relance is under the MIT licence. Parts of these packages are in it:\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
