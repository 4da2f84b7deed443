// An oracle that is not ours: LibreOffice recalculates the year of invoices with native formulas, and must find the figures of the report.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CalendarDay, dayFromIso, perform, type Report } from '../../core/index.ts';
import { sample } from '../golden/page-of.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { type Books, CHECKED, nativeWorkbook } from './native-formulas.ts';

const DAYS = ['2026-03-16', '2025-12-31', '2025-10-15', '2025-06-30'];
const NAME = 'factures-atelier-morel.xlsx';
const office = process.env.SOFFICE as string;
const place = mkdtempSync(join(tmpdir(), 'relance-verify-'));
let found: Record<string, Record<string, number>>;

const reportOn = (day: string) =>
  new MemoryHost(sample(NAME)).run(perform({ kind: 'open', at: `${day}T09:00:00` }, dayFromIso(day) as CalendarDay)).report as Report;

/** Invoices as the last report reads them; payments and links straight from the cells of the sample. */
function books(): Books {
  const { invoices, table } = reportOn(DAYS[0] as string);
  const sheets = read(readFileSync(join('samples', NAME)), { cellDates: false }).Sheets;
  const rows = utils.sheet_to_json<unknown[]>(sheets[table.sheet] ?? {}, { header: 1, blankrows: true });
  const links = invoices.map(({ row, number }): [string, unknown] => [
    number,
    rows[row - 1]?.[utils.decode_col(table.columns.creditOf ?? 'A')],
  ]);
  const payments = utils.sheet_to_json<unknown[]>(sheets.Paiements ?? {}, { header: 1 });
  const header = payments.findIndex((line) => line.some((cell) => cell === 'Facture'));
  const at = (name: string) => (payments[header] as unknown[]).indexOf(name);
  return {
    invoices,
    creditOf: new Map(links.flatMap(([number, link]) => (link ? [[number, String(link)] as const] : []))),
    payments: payments.slice(header + 1).map((line) => ({
      invoice: String(line[at('Facture')]),
      paidOn: new Date((Number(line[at('Date de paiement')]) - 25_569) * 86_400_000).toISOString().slice(0, 10),
      amount: Number(line[at('Montant')]),
    })),
  };
}

beforeAll(() => {
  if (!office || !existsSync(office)) throw new Error('LibreOffice is needed for this: install it, or set SOFFICE to its path');
  writeFileSync(join(place, 'year.xlsx'), nativeWorkbook(books(), DAYS));
  const profile = `-env:UserInstallation=file://${join(place, 'profile')}`;
  execFileSync(office, [profile, '--headless', '--convert-to', 'csv', '--outdir', place, join(place, 'year.xlsx')], { stdio: 'pipe' });
  const lines = readFileSync(join(place, 'year.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  found = Object.fromEntries(
    DAYS.map((day, d) => [day, Object.fromEntries(lines.map((line) => [line[0] as string, Number(line[d + 1])]))]),
  );
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('LibreOffice, with native formulas, finds our figures of the year sample', () => {
  it.each(DAYS)('on %s', (day) => {
    const [ours] = reportOn(day).kpis;
    if (!ours) throw new Error('no figures');
    const { aging, sales, outstanding, overdue, undated, unapplied, dso, overdueRate } = ours;
    const buckets = Object.fromEntries(Object.entries(aging).map(([bucket, { amount }]) => [bucket, amount]));
    const said = { ...buckets, outstanding, overdue, undated, unapplied, sales: sales[90], dso, overdueRate } as Record<
      string,
      number | null
    >;
    const theirs = found[day] ?? {};
    console.info(`${day}: ${CHECKED.map((name) => `${name} ${theirs[name]}`).join(' · ')}`);
    for (const name of CHECKED)
      expect([name, theirs[name]]).toEqual([name, expect.closeTo(said[name] as number, name === 'overdueRate' ? 8 : 2)]);
  });
});
