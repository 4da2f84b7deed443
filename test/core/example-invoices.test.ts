// Somebody without invoices asks for some: they are read like a sheet of their own, and nothing else in the workbook changes.
import { describe, expect, it } from '@jest/globals';
import { type Command, dayFromIso, perform, type Snapshot } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';

const empty = (locale: string, ...names: string[]): Snapshot => ({
  sheets: names.map((name) => ({ name, cells: [] })),
  locale,
  timeZone: null,
  date1904: false,
  workbookId: 'example',
});
const run = (host: MemoryHost, command: Command, asOf = '2026-11-23') =>
  host.run(perform(command, dayFromIso(asOf) as NonNullable<ReturnType<typeof dayFromIso>>));
const at = '2026-11-23T09:00:00';

const HOUSES = [
  { language: 'fr', locale: 'fr-FR', tab: 'Exemple de factures', currency: 'EUR', due: '30 octobre 2026' },
  { language: 'en', locale: 'en-GB', tab: 'Sample invoices', currency: 'GBP', due: '30 October 2026' },
] as const;

describe.each(HOUSES)('$language', ({ language, locale, tab, currency, due }) => {
  it('a tab of ten invoices, all of them understood', () => {
    const host = new MemoryHost(empty(locale, 'Feuille 1'));
    expect(run(host, { kind: 'open', at }).refusal).not.toBeNull();
    const { refusal, report, understood } = run(host, { kind: 'make-example', at, language, options: { panel: {} } });
    expect(refusal).toBeNull();
    expect(understood).toMatchObject({ sheet: tab, headerRow: 1, invoices: 10, confirmed: false });
    expect(host.sheets.map(({ name, cells }) => [name, cells.length])).toEqual([
      ['Feuille 1', 0],
      [tab, 11],
    ]);
    expect(host.cells(tab)[6]?.[4]).toBe(due);
    expect(report?.problems).toEqual([]);
    expect(report?.language).toBe(language);
    expect(report?.kpis.map((kpi) => [kpi.currency, kpi.outstanding])).toEqual([[currency, 8232.25]]);
  });

  it('something is late, something is coming, something was paid; refreshed, it is filled in', () => {
    const host = new MemoryHost(empty(locale, 'Feuille 1'));
    run(host, { kind: 'make-example', at, language });
    const { report, left } = run(host, { kind: 'refresh', at });
    expect(left).toEqual([]);
    expect(new Set(report?.invoices.map(({ status }) => status))).toEqual(new Set(['paid', 'overdue', 'watch', 'not-due']));
    expect(report?.worklist.filter((entry) => entry.due && entry.blockedBy.length === 0)).toHaveLength(4);
    expect(host.cells(tab)[6]?.length).toBeGreaterThan(8);
  });

  it('a sheet that bears the name already stays as it is', () => {
    const host = new MemoryHost(empty(locale, tab));
    host.cells(tab).push(['mine']);
    expect(run(host, { kind: 'make-example', at, language, options: { panel: {} } }).understood?.sheet).toBe(`${tab} (Relance)`);
    expect(host.cells(tab)).toEqual([['mine']]);
  });
});

it('a workbook that has invoices is given none', () => {
  const host = new MemoryHost(empty('fr-FR', 'Feuille 1'));
  run(host, { kind: 'make-example', at, language: 'fr' });
  run(host, { kind: 'make-example', at, language: 'fr' });
  expect(host.sheets).toHaveLength(2);
});
