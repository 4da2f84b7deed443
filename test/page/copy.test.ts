/** Save a copy: what was typed in the grid is in the file, formulas stay formulas, and all the rest stays as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Cell, Sheet } from '../../core/index.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { shiftedFormula } from '../../local/files/shifted-formula.ts';
import { copyNow } from '../../local/page/copy.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(__dirname, '../../samples', name)));

type Change = readonly [row: number, column: number, cell: Cell, format?: string | undefined, formula?: string];

/** The sheet with some cells changed, as the grid reads it. */
function changed(sheet: Sheet, changes: readonly Change[]): Sheet {
  const cells = sheet.cells.map((row) => [...row]);
  const formats = cells.map((_, r) => [...(sheet.formats?.[r] ?? [])]);
  const formulas = cells.map((_, r) => [...(sheet.formulas?.[r] ?? [])]);
  for (const [row, column, cell, format, formula] of changes) {
    while (cells.length < row) {
      cells.push([]);
      formats.push([]);
      formulas.push([]);
    }
    for (const line of [cells, formats, formulas])
      while ((line[row - 1] as unknown[]).length <= column) (line[row - 1] as unknown[]).push(null);
    (cells[row - 1] as Cell[])[column] = cell;
    (formats[row - 1] as (string | null)[])[column] = format ?? formats[row - 1]?.[column] ?? null;
    (formulas[row - 1] as unknown[])[column] = formula ?? null;
  }
  return { ...sheet, cells, formats, formulas };
}

/** A file, changed as in the grid, saved and opened again. */
function saved(bytes: Uint8Array, name: string, changes: readonly Change[], more: readonly { origin: null; sheet: Sheet }[] = []) {
  const opened = openWorkbook(bytes, name);
  const sheets = opened.snapshot.sheets.map((sheet, origin) => ({ origin, sheet: origin === 0 ? changed(sheet, changes) : sheet }));
  const copy = copyNow(opened, [...sheets, ...more], null);
  return { ...copy, reopened: openWorkbook(copy.bytes, `copy.${copy.extension}`).snapshot, text: new TextDecoder().decode(copy.bytes) };
}

/** A small workbook whose last column is a formula filled down, with the order of calculation. */
function withFormulas(): Uint8Array {
  const cell = (r: string, inside: string, type = '') => `<c r="${r}"${type}>${inside}</c>`;
  const text = (r: string, value: string) => cell(r, `<is><t>${value}</t></is>`, ' t="inlineStr"');
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${text('A1', 'N°')}${text('B1', 'HT')}${text('C1', 'TTC')}${text('D1', 'Double')}</row><row r="2">${text('A2', 'F-1')}${cell('B2', '<v>10</v>')}${cell('C2', '<f t="shared" ref="C2:C4" si="0">B2*$B$9</f><v>12</v>')}${cell('D2', '<f>B2*2</f><v>20</v>')}</row><row r="3">${text('A3', 'F-2')}${cell('B3', '<v>20</v>')}${cell('C3', '<f t="shared" si="0"/><v>24</v>')}</row><row r="4">${text('A4', 'F-3')}${cell('B4', '<v>30</v>')}${cell('C4', '<f t="shared" si="0"/><v>36</v>')}</row></sheetData></worksheet>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('calcChain.xml', 'calcChain')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'calcChain', 'calcChain.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/calcChain.xml':
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D2" i="1"/><c r="C2"/></calcChain>',
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

describe('an Excel workbook', () => {
  it('nothing changed: the same parts, byte for byte', () => {
    const bytes = bytesOf('factures-atelier-morel.xlsx');
    const copy = saved(bytes, 'a.xlsx', []);
    expect(unzipSync(copy.bytes)).toEqual(unzipSync(bytes));
  });

  it('carries numbers, days, texts, truths and blanks typed into cells', () => {
    const changes: Change[] = [
      [6, 7, 99.5],
      [6, 3, 46043, 'dd/mm/yyyy'],
      [6, 15, '=not a formula'],
      [7, 15, true],
      [7, 1, null],
      [300, 0, 'F-new'],
    ];
    const [sheet] = saved(bytesOf('factures-atelier-morel.xlsx'), 'a.xlsx', changes).reopened.sheets;
    expect(sheet?.cells[5]?.[7]).toBe(99.5);
    expect([sheet?.cells[5]?.[3], sheet?.formats?.[5]?.[3]]).toEqual([46043, 'dd/mm/yyyy']);
    expect([sheet?.cells[5]?.[15], sheet?.formulas?.[5]?.[15] ?? null]).toEqual(['=not a formula', null]);
    expect(sheet?.cells[6]?.[15]).toBe(true);
    expect(sheet?.cells[6]?.[1] ?? null).toBeNull();
    expect(sheet?.cells[299]?.[0]).toBe('F-new');
  });

  it('adds tabs the grid has and the file has not', () => {
    const sheet: Sheet = {
      name: 'Journal des relances',
      cells: [
        ['id', 'le'],
        ['1', '2026-01-21T10:00:00'],
      ],
    };
    const { reopened } = saved(bytesOf('factures-atelier-morel.xlsx'), 'a.xlsx', [], [{ origin: null, sheet }]);
    expect(reopened.sheets.at(-1)).toMatchObject(sheet);
  });

  it('keeps a formula of ours with the area it fills, in a new tab and when it fills more or less of it later', () => {
    const filled = (rows: readonly (readonly [string, number])[]) => ({
      row: 1,
      column: 0,
      cells: rows.map(([label, value]) => [
        { value: label, format: null },
        { value, format: '0.0' },
      ]),
    });
    const board: Sheet = {
      name: 'Board',
      cells: [['Day', 46_097], ['Month']],
      formats: [[null, 'dd/mm/yyyy']],
      formulas: [[], ['=DSO_TREND(,$B$1)']],
    };
    const spilled = {
      origin: null,
      sheet: board,
      spills: [
        filled([
          ['Month', 1],
          ['May', 40.5],
          ['June', 41],
        ]),
      ],
    };
    const opened = openWorkbook(bytesOf('factures-atelier-morel.xlsx'), 'a.xlsx');
    const own = opened.snapshot.sheets.map((sheet, origin) => ({ origin, sheet }));
    const first = openWorkbook(copyNow(opened, [...own, spilled], null).bytes, 'b.xlsx');
    const tab = first.snapshot.sheets.at(-1) as Sheet;
    expect(tab.cells).toEqual([
      ['Day', 46_097],
      ['Month', 1],
      ['May', 40.5],
      ['June', 41],
    ]);
    expect(tab.formulas?.slice(1, 3)).toEqual([
      ['=DSO_TREND(,$B$1)', '={A2:B4}'],
      ['={A2:B4}', '={A2:B4}'],
    ]);
    expect([tab.formats?.[0]?.[1], tab.formats?.[2]?.[1]]).toEqual(['dd/mm/yyyy', '0.0']);

    const again = (rows: readonly (readonly [string, number])[]) => {
      const sheets = first.snapshot.sheets.map((sheet, origin) => ({ origin, sheet }));
      const now = { origin: sheets.length - 1, sheet: board, spills: [filled(rows)] };
      const copy = copyNow(first, [...sheets.slice(0, -1), now], null);
      expect(copy.left).toEqual([]);
      return openWorkbook(copy.bytes, 'c.xlsx').snapshot.sheets.at(-1) as Sheet;
    };
    const same = again([
      ['Month', 1],
      ['May', 42],
      ['June', 41],
    ]);
    expect([same.cells[2], same.formulas?.[2]]).toEqual([
      ['May', 42],
      ['={A2:B4}', '={A2:B4}'],
    ]);
    const less = again([
      ['Month', 1],
      ['May', 40.5],
    ]);
    expect([less.cells[3]?.[0] ?? null, less.formulas?.[1], less.formulas?.[3] ?? []]).toEqual([
      null,
      ['=DSO_TREND(,$B$1)', '={A2:B3}'],
      [],
    ]);
    const more = again([
      ['Month', 1],
      ['May', 40.5],
      ['June', 41],
      ['July', 39],
    ]);
    expect([more.cells[4], more.formulas?.[1]]).toEqual([
      ['July', 39],
      ['=DSO_TREND(,$B$1)', '={A2:B5}'],
    ]);
  });

  it('reads a formula filled down as what it is in each row', () => {
    const [sheet] = openWorkbook(withFormulas(), 'f.xlsx').snapshot.sheets;
    expect([1, 2, 3].map((row) => sheet?.formulas?.[row]?.[2])).toEqual(['=B2*$B$9', '=B3*$B$9', '=B4*$B$9']);
  });

  it('keeps a formula whose result changed, and gives its new result', () => {
    const { reopened } = saved(withFormulas(), 'f.xlsx', [
      [3, 1, 50],
      [3, 2, 60, undefined, '=B3*$B$9'],
    ]);
    expect([reopened.sheets[0]?.cells[2]?.[2], reopened.sheets[0]?.formulas?.[2]?.[2]]).toEqual([60, '=B3*$B$9']);
  });

  it('lets the user put a value in place of a formula, and a formula in place of a value; no stale order of calculation stays', () => {
    const { reopened, bytes, left } = saved(withFormulas(), 'f.xlsx', [
      [2, 3, 21],
      [3, 2, 25],
      [4, 1, 31, undefined, '=B3+11'],
    ]);
    const [sheet] = reopened.sheets;
    expect([sheet?.cells[1]?.[3], sheet?.formulas?.[1]?.[3] ?? null]).toEqual([21, null]);
    expect([sheet?.cells[2]?.[2], sheet?.formulas?.[2]?.[2] ?? null]).toEqual([25, null]);
    expect([sheet?.cells[3]?.[1], sheet?.formulas?.[3]?.[1]]).toEqual([31, '=B3+11']);
    expect(left).toEqual([]);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)).not.toContain('xl/calcChain.xml');
    for (const part of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
      expect(new TextDecoder().decode(parts[part])).not.toContain('calcChain');
  });

  it('names the one cell it cannot change: the one a filled-down formula hangs on', () => {
    const { reopened, left } = saved(withFormulas(), 'f.xlsx', [[2, 2, 13]]);
    expect(left).toEqual([{ sheet: 'F', row: 2, column: 'C', why: 'formula' }]);
    expect(reopened.sheets[0]?.formulas?.[1]?.[2]).toBe('=B2*$B$9');
  });
});

describe('what the user said of the table', () => {
  const binding = {
    sheet: 'F',
    headerRow: 1,
    columns: { number: 'A', amount: 'C' },
    headers: { C: 'T & "C" <>' },
    owned: { status: 'add' },
  } as const;
  const kept = (bytes: Uint8Array, name = 'a.xlsx') => {
    const opened = openWorkbook(bytes, name);
    const sheets = opened.snapshot.sheets.map((sheet, origin) => ({ origin, sheet }));
    return copyNow(opened, sheets, null, binding).bytes;
  };
  const bindingIn = (bytes: Uint8Array) => openWorkbook(bytes, 'copy.xlsx').snapshot.binding;

  it('goes with the workbook, among its own properties; all its other parts stay byte for byte', () => {
    const bytes = withFormulas();
    const copy = kept(bytes);
    expect(bindingIn(bytes)).toBeUndefined();
    expect(bindingIn(copy)).toEqual(binding);
    const [before, after] = [unzipSync(bytes), unzipSync(copy)];
    expect(Object.keys(after).filter((part) => String(after[part]) !== String(before[part]))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/custom.xml',
    ]);
    // Saved again, nothing is different.
    expect(unzipSync(kept(copy))).toEqual(after);
  });

  it.each([
    ['', '<Properties xmlns="p"></Properties>'],
    ['', '<Properties xmlns="p"/>'],
    ['<property pid="7" name="Client"><v:lpwstr>Morel</v:lpwstr></property>', '<Properties xmlns="p">$</Properties>'],
    ['<p:property pid="2" name="Relance"><v:lpwstr>{}</v:lpwstr></p:property>', '<p:Properties xmlns:p="p">$</p:Properties>'],
  ])('leaves the properties it finds (%s in %s)', (property, part) => {
    const parts = unzipSync(kept(withFormulas()));
    parts['docProps/custom.xml'] = strToU8(part.replace('$', property));
    const copy = kept(zipSync(parts));
    expect(bindingIn(copy)).toEqual(binding);
    const xml = new TextDecoder().decode(unzipSync(copy)['docProps/custom.xml']);
    expect([xml.match(/name="Relance"/g)?.length, xml.includes(property) || property.includes('Relance')]).toEqual([1, true]);
  });

  it('that cannot be is as if it were not said; the file is opened all the same', () => {
    for (const text of ['', '{', '{"sheet":3}', '{"sheet":"F","headerRow":1,"columns":{"amount":"4"}}']) {
      const parts = unzipSync(kept(withFormulas()));
      parts['docProps/custom.xml'] = strToU8(`<Properties><property pid="2" name="Relance"><v>${text}</v></property></Properties>`);
      expect(openWorkbook(zipSync(parts), 'a.xlsx').snapshot).toMatchObject({ sheets: [{ name: 'F' }] });
      expect(bindingIn(zipSync(parts))).toBeUndefined();
    }
  });

  it('goes with a workbook of another format, too', () => {
    const json = JSON.stringify({ sheets: [{ name: 'F', cells: [['N°'], ['F-1']] }] });
    expect(bindingIn(kept(strToU8(json), 'a.json'))).toEqual(binding);
  });
});

describe('a text table', () => {
  it('carries typed texts as typed, and lines below the last', () => {
    const { text } = saved(strToU8('N°;Client;Montant\nF-1;Dupont;10,00\n'), 'a.csv', [
      [2, 2, '-12,50'],
      [4, 0, 'F-3'],
      [4, 1, 'Martin; fils'],
    ]);
    expect(text).toBe('N°;Client;Montant\nF-1;Dupont;-12,50\n\nF-3;"Martin; fils"\n');
  });

  it('never leaves a field that a spreadsheet would run', () => {
    const { text } = saved(strToU8('N°,Client\nF-1,Dupont\n'), 'a.csv', [[2, 1, '=HYPERLINK("x")']]);
    expect(text).toContain("'=HYPERLINK");
  });

  it('has no tabs: with one more it becomes a workbook that reads the same', () => {
    const sheet: Sheet = { name: 'Journal', cells: [['id', '2026-03-16']] };
    const { extension, reopened } = saved(
      strToU8('N°,Client,Dû\nF-1,=Dupont,"10,00"\n'),
      'a.csv',
      [[2, 2, '12,50']],
      [{ origin: null, sheet }],
    );
    expect(extension).toBe('xlsx');
    expect(reopened.sheets.map(({ cells }) => cells)).toEqual([
      [
        ['N°', 'Client', 'Dû'],
        ['F-1', '=Dupont', '12,50'],
      ],
      [['id', '2026-03-16']],
    ]);
    expect(reopened.sheets.flatMap(({ formulas }) => formulas?.flat() ?? []).filter(Boolean)).toEqual([]);
  });
});

describe('a formula moved', () => {
  it.each([
    ['=A1+B2', 2, 1, '=B3+C4'],
    ['=$A1+B$2+$C$3', 2, 1, '=$A3+C$2+$C$3'],
    ['=SUM(A1:A9)*LOG10(B1)', 1, 0, '=SUM(A2:A10)*LOG10(B2)'],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ["='A1 b'!C3", 1, 0, "='A1 b'!C4"],
    ['=Q1!A1', 1, 0, '=Q1!A2'],
    ['=TVA_20*A1', 1, 0, '=TVA_20*A2'],
    ['=A1', 0, 0, '=A1'],
  ])('%s by %i rows and %i columns', (formula, rows, columns, wanted) => {
    expect(shiftedFormula(formula, rows, columns)).toBe(wanted);
  });
});
