/**
 * LibreOffice recalculating native formulas, without a window: how long its hard recalculation of an open workbook takes, how long all of it takes from
 * the file on the disk, and whether it finds what the product finds. Its own Basic holds the watch, so that neither start nor loading counts where it
 * should not.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NO_DAY } from '../core/calendar.ts';
import { BUCKETS, NO_BUCKET, STATUSES } from '../core/types.ts';
import { median } from './measure.ts';
import { FIGURES, FORMULA_COLUMN, officeWorkbook } from './office-sheet.ts';
import { type ProductAnswer, product } from './product.ts';
import { freshWorkbook, rowsAsJson } from './rows.ts';

const PLACES = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
export const officePath = (): string | undefined => [process.env.SOFFICE, ...PLACES].find((path) => path && existsSync(path));
export const officeVersion = (path: string): string =>
  /\d+(?:\.\d+)+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[0] ?? '?';

export interface OfficeTimes {
  readonly rows: number;
  readonly withCustomers: boolean;
  /** Median milliseconds of a hard recalculation in the open workbook, and of the product on the same cells. */
  readonly recalculated: number;
  readonly product: number;
  readonly over: number;
  /** Milliseconds of a fresh process from the .xlsx on the disk to the answer: LibreOffice to a CSV, the product's report to JSON. */
  readonly fromFile: number;
  readonly reportFromFile: number;
}

const LIMIT = 240_000;

const MACRO = `Sub Recalculate(source, target, times, watch)
  On Error Goto Finish
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  file = FreeFile
  Open watch For Output As #file
  For turn = 1 To CInt(times)
    started = GetSystemTicks()
    book.calculateAll()
    Print #file, CStr(GetSystemTicks() - started)
  Next
  Close #file
  Dim csv(1) As New com.sun.star.beans.PropertyValue
  csv(0).Name = "FilterName"
  csv(0).Value = "Text - txt - csv (StarCalc)"
  csv(1).Name = "FilterOptions"
  csv(1).Value = "59,34,76,1,,0,false,false"
  book.storeToURL(target, csv())
  book.close(True)
Finish:
  StarDesktop.terminate()
End Sub`;

/** Times, or what LibreOffice says otherwise than the product. */
export async function measureOffice(
  path: string,
  rows: number,
  withCustomers: boolean,
  rounds: number,
  report: string,
): Promise<OfficeTimes | readonly string[]> {
  const place = mkdtempSync(join(tmpdir(), 'relance-bench-'));
  try {
    const json = rowsAsJson('excel', rows);
    const [file, target, watch] = ['factures.xlsx', 'factures.csv', 'watch.txt'].map((name) => join(place, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(file, officeWorkbook(freshWorkbook('excel', json), withCustomers));
    const profile = await withMacro(path, join(place, 'profile'));
    const office = (args: readonly string[]): Promise<number> => run(path, [profile, '--headless', '--norestore', ...args]);
    const url = (name: string): string => pathToFileURL(name).href;
    await office([`macro:///Standard.Bench.Recalculate("${url(file)}","${url(target)}","${rounds}","${url(watch)}")`]);
    const recalculated = median(readFileSync(watch, 'utf8').trim().split(/\s+/).map(Number));
    const different = officeDifferences(product(freshWorkbook('excel', json)), readFileSync(target, 'utf8'), withCustomers);
    if (different.length > 0) return different;
    const fromFile = await office(['--convert-to', 'csv', '--outdir', place, file]);
    const start = performance.now();
    execFileSync(process.execPath, [report, file, '--as-of', '2025-09-17', '--json'], { stdio: 'pipe', maxBuffer: 1e9 });
    const reportFromFile = performance.now() - start;
    const ours = warmProduct(json, rows);
    return { rows, withCustomers, recalculated, product: ours, over: recalculated / ours, fromFile, reportFromFile };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function warmProduct(json: string, rows: number): number {
  const times: number[] = [];
  const unheard = Math.max(3, Math.round(200_000 / rows));
  for (let round = -unheard; round < 15; round++) {
    const workbook = freshWorkbook('excel', json);
    const start = performance.now();
    product(workbook);
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** Milliseconds of a run to its end. Longer than LIMIT, and all its processes are ended: an office without a window cannot say what it waits for. */
function run(path: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const office = spawn(path, args, { stdio: 'ignore', detached: true });
    const late = setTimeout(() => process.kill(-(office.pid as number), 'SIGKILL'), LIMIT);
    office.on('error', reject);
    office.on('close', (code) => {
      clearTimeout(late);
      if (code === 0) resolve(performance.now() - start);
      else reject(new Error(`LibreOffice ended with ${code ?? 'nothing, too late'}`));
    });
  });
}

/** A profile of its own, made by LibreOffice at its first start; then the macro is put in its library. */
async function withMacro(path: string, profile: string): Promise<string> {
  const argument = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  await run(path, [argument, '--headless', '--norestore', '--terminate_after_init']);
  const library = join(profile, 'user', 'basic', 'Standard');
  mkdirSync(library, { recursive: true });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  writeFileSync(
    join(library, 'Bench.xba'),
    `${head}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Bench" script:language="StarBasic">${MACRO}</script:module>`,
  );
  writeFileSync(
    join(library, 'script.xlb'),
    `${head}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Bench"/></library:library>`,
  );
  return argument;
}

const SHOWN = 5;

/** Rows held for twin numbers are left out: nobody asked LibreOffice to look for them. */
function officeDifferences({ studied, kpis, customers }: ProductAnswer, csv: string, withCustomers: boolean): string[] {
  const different: string[] = [];
  const same = (what: string, ours: unknown, theirs: unknown): void => {
    const equal = typeof ours === 'number' && typeof theirs === 'number' ? Math.abs(ours - theirs) < 0.006 : ours === theirs;
    if (!equal && different.length < SHOWN) different.push(`${what}: ${String(theirs)}, the product says ${String(ours)}`);
  };
  const lines = csv.split('\n').map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
  const number = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));
  const { ledger, chased } = studied;
  const { exists, status, daysLate, bucket } = chased.assessment;
  const owed = new Map(customers.map(({ name, open, overdue }) => [name, [open, overdue]]));
  for (let i = 0; i < ledger.size; i++) {
    const line = lines[(ledger.row[i] as number) - 1] ?? [];
    if (exists[i] === 0) continue;
    const row = ledger.row[i] as number;
    const ours = STATUSES[status[i] as number];
    if (ours !== 'to-fix') same(`status of row ${row}`, ours, line[FORMULA_COLUMN.status]);
    same(`days late of row ${row}`, daysLate[i] === NO_DAY ? null : daysLate[i], number(line[FORMULA_COLUMN.daysLate]));
    same(`bucket of row ${row}`, bucket[i] === NO_BUCKET ? null : bucket[i], number(line[FORMULA_COLUMN.bucket]));
    if (!withCustomers) continue;
    const [open, overdue] = owed.get(ledger.customers[ledger.customer[i] as number]?.name ?? '') ?? [];
    same(`owed by the customer of row ${row}`, open, number(line[FORMULA_COLUMN.customerOpen]));
    same(`owed late by the customer of row ${row}`, overdue, number(line[FORMULA_COLUMN.customerOverdue]));
  }
  const figures = kpis[0];
  const wanted = [...BUCKETS.map((name) => figures?.aging[name].amount), figures?.outstanding, figures?.sales[90], figures?.dso];
  FIGURES.forEach((name, k) => {
    same(name, wanted[k], number(lines[k + 1]?.[FORMULA_COLUMN.figure]));
  });
  return different;
}
