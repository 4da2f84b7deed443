/** Sections printed: for a terminal, and as the page `docs/bench.md`. */
import type { Section } from './report.ts';
import type { Made } from './results.ts';

const versionsOf = ({ versions }: Made): string =>
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version ?? 'not found'}`)
    .join(' · ');

/** Columns side by side; what is in a first column and what is said stand to the left. */
export function asText(made: Made, sections: readonly Section[]): string {
  const lines = [`Relance, ${made.on}${made.isQuick ? ', a quick run' : ''}: ${made.machine}`, versionsOf(made), ''];
  for (const { title, told, head, lines: rows } of sections) {
    lines.push(title, ...told.map((line) => `  ${line}`));
    const all = [head, ...rows];
    const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    const isText = head.map((_, column) => rows.some((row) => /[a-z]{3}/i.test(row[column] ?? '')));
    for (const row of head.length > 0 ? all : [])
      lines.push(
        `  ${row.map((cell, c) => (isText[c] ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))).join('  ')}`.trimEnd(),
      );
    lines.push('');
  }
  return lines.join('\n');
}

/** The results page. */
export function asMarkdown(made: Made, sections: readonly Section[]): string {
  const lines = [
    '# How fast it is',
    '',
    `Written by \`npm run bench -- --docs\`${made.isQuick ? ' with `--quick`: few rounds, a first idea only' : ''}. Run it on a machine with nothing else to do: times belong to`,
    'a machine and an hour, the ratios between contenders in the same minute are what we go by. Answers are compared before anything is timed; a',
    'run with a wrong answer stops.',
    '',
    `- Made on ${made.on}`,
    `- Machine: ${made.machine}`,
    `- ${versionsOf(made)}`,
    '- The invoices: two years of an invented house, one customer for fifty rows, 80 % paid, with credit notes, part payments, disputes and last actions',
    '  (`bench/rows.ts`; the same on every machine)',
    '- Again: `npm run bench` (a table), `-- --json`, `-- --quick`, `-- --only excel|google|text|sql|office|hosts|bundles|formula`, `-- --page` (the page in a',
    '  browser)',
  ];
  for (const { title, told, head, lines: rows } of sections) {
    lines.push('', `## ${title}`, '', ...told.flatMap((line) => [line, '']));
    if (head.length > 0) lines.push(row(head), row(head.map(() => '---')), ...rows.map(row));
    else lines.pop();
  }
  return `${lines.join('\n')}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
