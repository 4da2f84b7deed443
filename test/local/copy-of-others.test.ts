/**
 * Workbooks made by other programs (openpyxl, XlsxWriter with macros, LibreOffice with a pivot table) come back from a copy with everything in them: charts,
 * comments, conditional formats, pictures, buttons, sparklines, validations, names, tables. Only what we write is different, to another reader as well.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { type CalendarDay, type ChangeSet, dayFromIso, perform } from '../../core/index.ts';
import { copyWorkbook } from '../../local/files/copy.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { copyNow } from '../../local/page/copy.ts';
import { MemoryHost } from '../hosts/memory.ts';

const DAY = '2026-03-16';
const REGISTERING = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml'];

const fixture = (name: string) => new Uint8Array(readFileSync(join(__dirname, 'fixtures', name)));

/** What a morning's commands write, in their order. */
function written(bytes: Uint8Array, name: string): ChangeSet[] {
  const changes: ChangeSet[] = [];
  const { snapshot } = openWorkbook(bytes, name);
  const host = new MemoryHost({ ...snapshot, locale: 'fr-FR', workbookId: 'w' });
  for (const kind of ['refresh', 'make-tab'] as const) {
    const command = { kind, at: `${DAY}T09:00:00`, tab: 'customers' } as Parameters<typeof perform>[0];
    host.run(perform(command, dayFromIso(DAY) as CalendarDay), (request) => {
      if (request.kind === 'write') changes.push(request.changes);
    });
  }
  return changes;
}

/** The copy after all of them, made one upon the other. */
function copied(bytes: Uint8Array, name: string): Uint8Array {
  return written(bytes, name).reduce((copy, change) => copyWorkbook(openWorkbook(copy, name), change).bytes, bytes);
}

/** Names of the parts that differ, added ones included; none may be lost. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [old, fresh] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(old).filter((part) => !(part in fresh))).toEqual([]);
  return Object.keys(fresh)
    .filter((part) => old[part] === undefined || Buffer.compare(Buffer.from(old[part]), Buffer.from(fresh[part] as Uint8Array)) !== 0)
    .sort();
}

/** All that another reader sees of the cells: values, types, formulas, formats, links, comments; and the names, widths and merges. */
function seen(bytes: Uint8Array): WorkBook {
  return read(bytes, { cellStyles: true, cellNF: true, cellFormula: true, sheetStubs: true, bookVBA: true });
}

interface Fixture {
  readonly file: string;
  readonly invoices: string;
  /** Parts, and elements of the invoice sheet, that show what the fixture is a fixture of. */
  readonly holds: readonly RegExp[];
  readonly elements: readonly string[];
}

const FIXTURES: readonly Fixture[] = [
  {
    file: 'openpyxl.xlsx',
    invoices: 'xl/worksheets/sheet1.xml',
    holds: [/charts\/chart1\.xml$/, /comments/, /commentsDrawing1\.vml$/, /tables\/table1\.xml$/, /worksheets\/sheet3\.xml$/],
    elements: ['conditionalFormatting', 'dataValidation', 'legacyDrawing', 'tablePart', 'pane', 'headerFooter'],
  },
  {
    file: 'xlsxwriter.xlsm',
    invoices: 'xl/worksheets/sheet1.xml',
    holds: [
      /vbaProject\.bin$/,
      /media\/image1\.png$/,
      /chartsheets\/sheet1\.xml$/,
      /charts\/chart2\.xml$/,
      /comments1\.xml$/,
      /metadata\.xml$/,
    ],
    elements: [
      'conditionalFormatting',
      'x14:dataBar',
      'x14:sparkline',
      'dataValidation',
      'hyperlink',
      'autoFilter',
      'drawing',
      'legacyDrawing',
      'ignoredError',
    ],
  },
  {
    file: 'libreoffice.xlsx',
    invoices: 'xl/worksheets/sheet1.xml',
    holds: [/pivotTables\/pivotTable1\.xml$/, /pivotCacheDefinition1\.xml$/, /pivotCacheRecords1\.xml$/, /comments1\.xml$/],
    elements: ['conditionalFormatting', 'dataValidation', 'legacyDrawing'],
  },
];

describe.each(FIXTURES)('$file', ({ file, invoices, holds, elements }) => {
  const bytes = fixture(file);
  const copy = copied(bytes, file);
  const [before, after] = [seen(bytes), seen(copy)];

  it('holds what a copy could lose', () => {
    const parts = Object.keys(unzipSync(bytes));
    for (const pattern of holds) expect(parts).toContainEqual(expect.stringMatching(pattern));
    const sheet = new TextDecoder().decode(unzipSync(bytes)[invoices]);
    for (const element of elements) expect([element, new RegExp(`<${element}[ />]`).test(sheet)]).toEqual([element, true]);
  });

  it('every part is byte-identical but the written sheet, the new tab and the three that register it', () => {
    const changed = differing(bytes, copy);
    const added = changed.filter((part) => !(part in unzipSync(bytes)));
    expect(added).toEqual([expect.stringMatching(/^xl\/worksheets\/sheet\d+\.xml$/)]);
    expect(changed).toEqual([...REGISTERING, invoices, ...added].sort());
  });

  it('another reader finds all other sheets, names and macros as they were', () => {
    expect(after.SheetNames.slice(0, before.SheetNames.length)).toEqual(before.SheetNames);
    for (const name of before.SheetNames.slice(1)) expect([name, after.Sheets[name]]).toEqual([name, before.Sheets[name]]);
    expect([after.Workbook?.Names, after.vbaraw]).toEqual([before.Workbook?.Names, before.vbaraw]);
  });

  it('and in the written sheet all cells but those in our own columns', () => {
    const [old, fresh] = [before.Sheets.Factures, after.Sheets.Factures];
    const ours = new Set(
      written(bytes, file).flatMap(({ sheet, columns }) => (sheet === 'Factures' ? columns.map(({ column }) => column) : [])),
    );
    const columnOf = (address: string) =>
      [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const cells = (sheet: typeof old) =>
      Object.fromEntries(Object.entries(sheet ?? {}).filter(([address]) => !address.startsWith('!') && !ours.has(columnOf(address))));
    expect(Object.keys(cells(old)).length).toBeGreaterThan(60);
    expect(cells(fresh)).toEqual(cells(old));
    expect([fresh?.['!merges'], fresh?.['!cols']?.slice(0, 5), fresh?.['!autofilter'], fresh?.['!margins']]).toEqual([
      old?.['!merges'],
      old?.['!cols']?.slice(0, 5),
      old?.['!autofilter'],
      old?.['!margins'],
    ]);
    // Ours are there.
    const filled = Object.keys(fresh ?? {}).filter((address) => !address.startsWith('!') && ours.has(columnOf(address)));
    expect(filled.length).toBeGreaterThan(9);
  });

  it('all of the sheet’s own XML outside its cells stays, letter by letter', () => {
    const text = (zip: Uint8Array) => new TextDecoder().decode(unzipSync(zip)[invoices]);
    const around = (xml: string) => xml.replace(/<sheetData>.*<\/sheetData>/s, '').replace(/<dimension [^>]*>/, '');
    expect(around(text(copy))).toBe(around(text(bytes)));
  });

  it('the page’s own copy, with a cell typed over, changes that sheet alone', () => {
    const opened = openWorkbook(bytes, file);
    const sheets = opened.snapshot.sheets.map((sheet, origin) => {
      if (origin !== 0) return { origin, sheet };
      const typed = sheet.cells.map((row, r) => row.map((cell, c) => (r === 2 && c === 1 ? 'Typed over' : cell)));
      return { origin, sheet: { ...sheet, cells: typed } };
    });
    const saved = copyNow(opened, sheets, null).bytes;
    const changed = differing(bytes, saved).filter((part) => part !== invoices);
    expect(changed).toEqual([]);
    expect(openWorkbook(saved, file).snapshot.sheets[0]?.cells[2]?.[1]).toBe('Typed over');
  });
});
