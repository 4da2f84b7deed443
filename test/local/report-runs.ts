/** The report command run in this process, on a machine of our making: fixed clock, chosen language, what it says kept. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportCommand } from '../../local/report/command.ts';

export const ROOT = join(__dirname, '..', '..');
export const SAMPLES = join(ROOT, 'samples');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `report` with these words. The machine speaks English and has no terminal unless said. */
export function report(args: readonly string[], machine: { env?: Record<string, string>; columns?: number; now?: Date } = {}): Ran {
  let [out, err] = ['', ''];
  const code = reportCommand(args, {
    now: machine.now ?? new Date(2026, 2, 16, 9, 30),
    env: machine.env ?? { LANG: 'en_GB.UTF-8' },
    columns: machine.columns ?? null,
    out: (text) => {
      out += text;
    },
    say: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'relance-report-'));
}

/** The command as it is built for the user; answers the path of the script. */
export function builtReport(): string {
  const script = join(ROOT, 'node_modules', '.cache', `report-test-${process.pid}.mjs`);
  const build = `import { bundleForNode } from './build.mjs'; await bundleForNode('local/report/main.ts', ${JSON.stringify(script)});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { cwd: ROOT });
  return script;
}

/** A small house with five customers, written as a workbook `.json`. On 2026-03-16: three reminders are due, of four invoices. */
export function smallHouse(folder: string): string {
  const rows = [
    ['Invoice', 'Customer', 'Email', 'Invoice date', 'Due date', 'Amount', 'Currency', 'Paid on'],
    ['F-1', 'Alder Works', 'pay@alder.example', '2026-02-01', '2026-03-09', 100, 'EUR', null],
    ['F-2', 'Alder Works', 'pay@alder.example', '2026-02-02', '2026-03-10', 200, 'EUR', null],
    ['F-3', 'Alder Works', 'pay@alder.example', '2026-02-20', '2026-03-15', 50, 'EUR', null],
    ['F-4', 'Birch & Sons', 'accounts@birch.example', '2026-01-15', '2026-03-11', 300, 'EUR', null],
    ['F-5', '=HYPERLINK("http://x","y")', 'cedar@cedar.example', '2026-01-20', '2026-03-12', 400, 'EUR', null],
    ['F-6', 'Dogwood', 'two@dog.example, three@dog.example', '2026-01-20', '2026-03-12', 500, 'EUR', null],
    ['F-7', 'Elm', 'elm@elm.example', '2026-01-10', '2026-02-10', 600, 'EUR', '2026-03-13'],
  ];
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' && /^\d{4}-/.test(cell) ? { date: cell } : cell)));
  const path = join(folder, 'house.json');
  writeFileSync(
    path,
    JSON.stringify({ sheets: [{ name: 'Invoices', cells }], locale: 'en-GB', timeZone: 'Europe/London', date1904: false }),
  );
  return path;
}
