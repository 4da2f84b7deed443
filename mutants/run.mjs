// `npm run mutants [-- GROUP, FILE or FILE:FROM-TO …]`: how many of the small changes Stryker makes to our rules are noticed by the tests, group by group
// (groups.mjs), every survivor by name. Ends with exit code 1 when a group is under 90 %.
import { readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { groups } from './groups.mjs';

const wantedShare = 0.9;
const say = (text) => process.stdout.write(`${text}\n`);

/** The parts of groups to look at, each with the files asked for; all of them when nothing is asked. */
function asked(words) {
  const parts = Object.entries(groups).flatMap(([name, all]) => all.map((part) => ({ name, ...part })));
  const fileOf = (word) => word.split(':')[0];
  const unknown = words.filter((word) => !(word in groups) && !parts.some(({ files }) => files.includes(fileOf(word))));
  if (unknown.length > 0) {
    process.stderr.write(`mutants: nothing is called ${unknown.join(', ')}. Groups: ${Object.keys(groups).join(', ')}; or their files.\n`);
    process.exit(2);
  }
  return parts
    .map((part) =>
      words.length === 0 || words.includes(part.name)
        ? part
        : { ...part, files: words.filter((word) => part.files.includes(fileOf(word))) },
    )
    .filter(({ files }) => files.length > 0);
}

async function mutantsOf({ files, tests }) {
  const stryker = new Stryker({
    configFile: 'mutants/stryker.config.mjs',
    mutate: files,
    oneBundle: { testFiles: tests },
  });
  return await stryker.runMutationTest();
}

/** The text a mutant replaced, on one line. */
function replaced({ fileName, location: { start, end } }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join(' ');
}

const short = (text) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 110 ? `${line.slice(0, 107)}…` : line;
};

/** By group: how many mutants, how many noticed. */
const counts = new Map();
for (const part of asked(process.argv.slice(2))) {
  const results = await mutantsOf(part);
  const of = (...statuses) => results.filter(({ status }) => statuses.includes(status));
  const alive = of('Survived', 'NoCoverage');
  const before = counts.get(part.name) ?? { killed: 0, endless: 0, alive: 0 };
  counts.set(part.name, {
    killed: before.killed + of('Killed').length,
    endless: before.endless + of('Timeout').length,
    alive: before.alive + alive.length,
  });
  for (const mutant of alive) {
    const { fileName, location, mutatorName, replacement, status } = mutant;
    const file = fileName.slice(process.cwd().length + 1);
    const unreached = status === 'NoCoverage' ? ' (no test comes here)' : '';
    say(
      `  ${file}:${location.start.line}:${location.start.column} ${mutatorName}${unreached}\n    - ${short(replaced(mutant))}\n    + ${short(replacement)}`,
    );
  }
}

const row = (...cells) => say(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(14) : String(cell).padStart(10))).join(''));
say('');
row('group', 'mutants', 'killed', 'endless', 'survived', 'score');
let isEnough = true;
for (const [name, { killed, endless, alive }] of counts) {
  const share = (killed + endless) / Math.max(1, killed + endless + alive);
  row(name, killed + endless + alive, killed, endless, alive, `${(share * 100).toFixed(1)} %`);
  if (share < wantedShare) isEnough = false;
}
process.exitCode = isEnough ? 0 : 1;
