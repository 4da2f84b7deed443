// The picture of README: what `report` prints for the English sample, as an SVG anyone can make again: node docs/pictures/make-report-picture.mjs
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const sample = 'samples/invoices-morel-workshop.xlsx';
const LINES = 44;
const [WIDTH, LINE, LEFT] = [900, 19, 24];

const env = { ...process.env, COLUMNS: '104', NO_COLOR: '1', LANG: 'en_GB.UTF-8' };
const text = execFileSync(process.execPath, ['ready.mjs', 'run', 'report', sample], {
  cwd: root,
  env,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const escaped = (line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const lines = [`$ npm run --silent report -- ${sample}`, '', ...text.split('\n').slice(0, LINES), '…'];
const height = lines.length * LINE + 40;
const rows = lines.map((line, at) => {
  const look = at === 0 ? ' fill="#8fb7ff"' : /^\S/.test(line) && at > 2 ? ' font-weight="600" fill="#ffffff"' : '';
  return `<text x="${LEFT}" y="${30 + at * LINE}" xml:space="preserve"${look}>${escaped(line)}</text>`;
});
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="The report of a year of invoices">
<rect width="${WIDTH}" height="${height}" rx="10" fill="#1c2430"/>
<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="13.5" fill="#d5dde8">
${rows.join('\n')}
</g>
</svg>
`;
writeFileSync(join(here, 'report.svg'), svg);
