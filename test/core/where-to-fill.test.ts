// Where one is led to fill in what is missing: the cell to type in, never the one that says what the line is about; and the line made first.
import { describe, expect, it } from '@jest/globals';
import { type PaperLack, perform, type View } from '../../core/index.ts';
import type { Cell, FillPlace, MadeTab } from '../../core/workbook.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { AT, day, INVOICES, type Row, workbookOf } from './workbook-of.ts';

const AS_OF = '2025-09-17';
const ROWS: readonly Row[] = [{ customer: 'Dupont', email: 'a@dupont.example', due: '2025-08-01' }];

const make = (host: MemoryHost, tab: MadeTab, line?: string): View =>
  host.run(perform({ kind: 'make-tab', at: AT, tab, ...(line === undefined ? {} : { line }), options: { panel: {} } }, day(AS_OF)));
const seen = (host: MemoryHost): View => host.run(perform({ kind: 'open', at: AT, options: { panel: {} } }, day(AS_OF)));
const having = (tabs: Record<string, Cell[][]>) => new MemoryHost(workbookOf(ROWS, { tabs }));

describe('a made tab shows the cell to type in', () => {
  it.each<readonly [MadeTab, string, Cell]>([
    ['settings', 'B2', ''],
    ['cadence', 'C2', '-7'],
    ['templates', 'D2', 'Soon due'],
    ['customers', 'C2', 'a@dupont.example'],
    ['payments', 'A2', ''],
  ])('%s: %s', (tab, place, holds) => {
    const host = new MemoryHost(workbookOf(ROWS));
    const { showAt, house } = make(host, tab);
    expect(`${showAt?.column}${showAt?.row}`).toBe(place);
    const cell = host.cells(showAt?.sheet ?? '')[1]?.[(showAt?.column.charCodeAt(0) ?? 65) - 65] ?? '';
    expect(String(cell)).toContain(holds);
    expect(house?.tabs.find((one) => one.tab === tab)).toMatchObject({ firstRow: 2, column: showAt?.column });
  });
});

describe('a line the tab lacks', () => {
  const OWN: Cell[][] = [
    ['My settings', null, null],
    ['Value', 'Key', 'What for'],
    ['Paris', 'Company town', null],
    ['Atelier', 'Société', null],
  ];

  it('is added under the tab’s own headers with what is in force, and its value is shown', () => {
    const host = having({ Settings: OWN });
    const { showAt } = make(host, 'settings', 'noticeDays');
    expect(showAt).toEqual({ sheet: 'Settings', row: 5, column: 'A' });
    expect(host.cells('Settings').slice(0, 4)).toEqual(OWN);
    expect(host.cells('Settings')[4]).toEqual(['8', 'Notice days', '']);
  });

  it('is not added where it stands already, in whatever language', () => {
    const host = having({ Settings: OWN });
    expect(make(host, 'settings', 'company').showAt).toEqual({ sheet: 'Settings', row: 4, column: 'A' });
    expect(host.cells('Settings')).toEqual(OWN);
  });

  it('of a customer who is not in the tab yet brings what its rows say', () => {
    const host = having({
      Customers: [
        ['Customer', 'Email'],
        ['Martin', 'm@martin.example'],
      ],
    });
    const { showAt } = make(host, 'customers', 'dupont');
    expect(host.cells('Customers')[2]).toEqual(['Dupont', 'a@dupont.example']);
    expect(showAt).toEqual({ sheet: 'Customers', row: 3, column: 'C' });
    make(host, 'customers', 'dupont');
    expect(host.cells('Customers')).toHaveLength(3);
  });

  it('nobody knows is none: the tab stays as it was', () => {
    const host = having({ Settings: OWN });
    make(host, 'settings', 'constructor');
    make(host, 'payments', 'company');
    expect(host.cells('Settings')).toEqual(OWN);
    expect(host.sheets.map(({ name }) => name)).toEqual([INVOICES, 'Settings', 'Payments']);
  });

  it('comes with its tab where there is none', () => {
    const host = new MemoryHost(workbookOf(ROWS));
    const { showAt } = make(host, 'settings', 'iban');
    expect(host.cells('Settings')[(showAt?.row ?? 0) - 1]?.[0]).toBe('IBAN');
    expect(showAt?.column).toBe('B');
  });

  it('changes nothing of the report', () => {
    const host = having({ Settings: OWN });
    const { report: before } = seen(host);
    const { report: after } = make(host, 'settings', 'minimumInterval');
    expect(after).toEqual(before);
  });
});

describe('what papers lack leads there', () => {
  const lacks = (host: MemoryHost): readonly PaperLack[] =>
    host.run(perform({ kind: 'open', at: AT, options: { panel: { papers: [{ kind: 'statement', of: 'Dupont' }] } } }, day(AS_OF)))
      .papers?.[0]?.lacks ?? [];

  it('to a line to be made, else to its cell', () => {
    const host = having({
      Settings: [
        ['Key', 'Value'],
        ['Company', ''],
      ],
    });
    const at = (found: string): FillPlace | null => lacks(host).find(({ text }) => text.includes(found))?.fillAt ?? null;
    expect(at('“Company”')).toEqual({ kind: 'cell', sheet: 'Settings', row: 2, column: 'B' });
    expect(at('“IBAN”')).toEqual({ kind: 'make', tab: 'settings', line: 'iban' });
    expect(at('address of Dupont')).toEqual({ kind: 'make', tab: 'customers', line: 'dupont' });
  });
});

describe('who signs', () => {
  it.each<readonly [string, Cell[][], FillPlace | null]>([
    [
      'nobody',
      [
        ['Key', 'Value'],
        ['Company', ''],
      ],
      { kind: 'cell', sheet: 'Settings', row: 2, column: 'B' },
    ],
    [
      'the company',
      [
        ['Key', 'Value'],
        ['Company', 'Atelier Morel'],
      ],
      null,
    ],
    [
      'a person',
      [
        ['Key', 'Value'],
        ['Signature', 'Luc Morel'],
      ],
      null,
    ],
  ])('%s', (_who, settings, at) => {
    expect(seen(having({ Settings: settings })).house?.signAt).toEqual(at);
  });

  it('nobody, without any tab', () => {
    expect(seen(new MemoryHost(workbookOf(ROWS))).house?.signAt).toEqual({ kind: 'make', tab: 'settings', line: 'company' });
  });
});

describe('after a refresh', () => {
  const refresh = (host: MemoryHost): View => host.run(perform({ kind: 'refresh', at: AT, options: { panel: {} } }, day(AS_OF)));

  it('the next actions are shown where they stand, be the column new or not', () => {
    const host = new MemoryHost(workbookOf(ROWS));
    const column = (view: View) => host.cells(INVOICES)[0]?.[(view.showAt?.column.charCodeAt(0) ?? 65) - 65];
    expect(column(refresh(host))).toBe('Next action');
    expect(column(refresh(host))).toBe('Next action');
  });
});
