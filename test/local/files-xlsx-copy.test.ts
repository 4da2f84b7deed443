import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import type { ChangeSet, Snapshot } from '../../core/workbook.ts';
import { copyWorkbook } from '../../local/files/copy.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { readZip } from '../../local/files/zip.ts';
import { tries } from '../thorough.ts';
import { at, changedParts, changes, edits, partsOf, workbookOf, worksheet } from './odd-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

/** Copies, and gives back the new sheet's XML, its snapshot and the names of the parts that changed. */
function copied(bytes: Uint8Array, change: ChangeSet) {
  const input = bytes.slice();
  const { bytes: out, extension, left } = copyWorkbook(openWorkbook(bytes, 'a.xlsx'), change);
  expect(bytes).toEqual(input);
  const { snapshot } = openWorkbook(out, `a.${extension}`);
  return {
    out,
    extension,
    left,
    snapshot,
    sheet: snapshot.sheets[0],
    xml: partsOf(out).get(SHEET) ?? '',
    changed: changedParts(bytes, out),
  };
}

const text = (name: string, value: string, style = '') =>
  `<c r="${name}"${style === '' ? '' : ` s="${style}"`} t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADERS = `<row r="1" spans="1:4" ht="30">${text('A1', 'N', '3')}${text('B1', 'Client', '3')}<c r="C1" s="3" t="str"><v>Echeance</v></c><c r="D1" s="3" t="str"><v>Statut</v></c></row>`;
const ROWS = `${HEADERS}<row r="2" spans="1:4">${text('A2', 'F1')}${text('B2', 'Dupont')}<c r="C2" s="1"><v>45910</v></c><c r="D2" s="2"/></row>\n<row r="3">${text('A3', 'F2')}<c r="C3" s="4"><v>45920</v></c><c r="D3" t="str"><f>IF(1,"x","y")</f><v>x</v></c></row>`;
const AFTER =
  '<autoFilter ref="A1:D3"/><mergeCells count="1"><mergeCell ref="A10:B10"/></mergeCells><conditionalFormatting sqref="C2:C3"><cfRule type="expression" priority="1"><formula>C2&lt;TODAY()</formula></cfRule></conditionalFormatting><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
const EXTRA = {
  'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
  'xl/vbaProject.bin': Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) & 255),
  'xl/tables/table1.xml': '<table ref="A1:D3"/>',
  'xl/comments1.xml': '<comments><text>é</text></comments>',
  'xl/charts/chart1.xml': '<c:chart xmlns:c="c"/>',
  'xl/calcChain.xml': '<calcChain><c r="D3" i="1"/></calcChain>',
  'docProps/app.xml': '<Properties><TitlesOfParts/></Properties>',
  'customXml/item1.xml': '<x/>',
};
const BOOK = workbookOf(
  [
    {
      name: 'Factures',
      xml: worksheet(ROWS, { dimension: 'A1:D3', before: '<cols><col min="1" max="4" width="20"/></cols>', after: AFTER }),
    },
  ],
  { macros: true, extra: EXTRA },
);
const OWNED = changes(
  'Factures',
  [
    edits(3, { 2: 'En retard', 3: 'Payée' }, { role: 'status' }),
    edits(4, { 2: 7 }, { role: 'daysLate', newHeader: 'Jours de retard', look: 'count' }),
    edits(5, { 2: '2025-10-02', 3: '2025-10-03' }, { role: 'nextActionOn', newHeader: 'Prochaine action le', look: 'day' }),
    edits(6, { 2: ' =HYPERLINK("x") & <b>', 3: null }, { newHeader: 'Motif' }),
  ],
  { dueColumn: 2 },
);

describe('a copy of an Excel workbook', () => {
  const result = copied(BOOK, OWNED);

  it('shows the edits', () => {
    const { sheet } = result;
    expect(sheet.cells[0]).toEqual(['N', 'Client', 'Echeance', 'Statut', 'Jours de retard', 'Prochaine action le', 'Motif']);
    expect(sheet.cells[1]).toEqual(['F1', 'Dupont', 45910, 'En retard', 7, 45932, ' =HYPERLINK("x") & <b>']);
    expect(sheet.cells[2]).toEqual(['F2', null, 45920, 'x', null, 45933]);
    expect(sheet.formulas?.flat().filter(Boolean)).toEqual(['=IF(1,"x","y")']);
  });
  it('leaves every other part byte-identical, in the same order, macros and all', () => {
    expect(result.extension).toBe('xlsm');
    expect(result.changed).toEqual([SHEET]);
    expect([...partsOf(result.out).keys()]).toEqual([...partsOf(BOOK).keys()]);
    const stamps = (bytes: Uint8Array) => readZip(bytes).entries.map((entry) => [entry.name, entry.stamp]);
    expect(stamps(result.out)).toEqual(stamps(BOOK));
  });
  it('leaves the rest of the sheet as it was, to the letter', () => {
    const { xml } = result;
    expect(xml.endsWith(`</row></sheetData>${AFTER}</worksheet>`)).toBe(true);
    expect(xml).toContain(
      '<cols><col min="1" max="4" width="20"/></cols><dimension ref="A1:G3"/><sheetData><row r="1" spans="1:7" ht="30">',
    );
    expect(xml).toContain('</row>\n<row r="3">');
    expect(xml).toContain('<c r="D3" t="str"><f>IF(1,"x","y")</f><v>x</v></c>');
  });
  it('new headers look like the last one, dates like the due date, filled cells keep their style', () => {
    const { xml } = result;
    expect(xml).toContain('<c r="E1" s="3" t="inlineStr"><is><t xml:space="preserve">Jours de retard</t></is></c><c r="F1" s="3"');
    expect(xml).toContain(
      '<c r="D2" s="2" t="inlineStr"><is><t xml:space="preserve">En retard</t></is></c><c r="E2"><v>7</v></c><c r="F2" s="1"><v>45932</v></c>',
    );
    expect(xml).toContain('<c r="F3" s="4"><v>45933</v></c></row>');
  });
  it('names the formula it left alone', () => {
    expect(result.left).toEqual([{ sheet: 'Factures', row: 3, column: 'D', why: 'formula' }]);
  });
  it('written twice, nothing more changes', () => {
    const again = changes(
      'Factures',
      OWNED.columns.map((column) => ({ ...column, newHeader: null })),
      { dueColumn: 2 },
    );
    expect(copied(result.out, again).sheet).toEqual(result.sheet);
  });
});

describe('where cells land in the XML', () => {
  const one = (rows: string, cells: Parameters<typeof edits>[], more: Partial<ChangeSet> = {}, options = {}) =>
    copied(
      workbookOf([{ name: 'A', xml: worksheet(rows) }], options),
      changes(
        'A',
        cells.map(([column, after, rest]) => edits(column, after, rest)),
        more,
      ),
    );
  const dataOf = (xml: string) => /<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1];
  const cell = (name: string, value: string) => `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;

  it.each<[string, string, Parameters<typeof edits>[], string]>([
    ['an empty row', '<row r="2"/>', [[1, { 2: 'x' }]], `<row r="2">${cell('B2', 'x')}</row>`],
    ['an empty row with attributes', '<row r="2" ht="12" />', [[1, { 2: 'x' }]], `<row r="2" ht="12">${cell('B2', 'x')}</row>`],
    [
      'a row that is not there, between two',
      '<row r="1"><c r="A1"/></row><row r="4"/>',
      [[0, { 3: 'x' }]],
      `<row r="1"><c r="A1"/></row><row r="3">${cell('A3', 'x')}</row><row r="4"/>`,
    ],
    [
      'rows that are not there, around one',
      '<row r="3"/>',
      [[0, { 1: 1, 3: 3, 5: 5 }]],
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="5"><c r="A5"><v>5</v></c></row>',
    ],
    [
      'a cell before, between and after',
      '<row r="1"><c r="B1"><v>1</v></c> <c r="D1"><v>2</v></c></row>',
      [
        [0, { 1: 7 }],
        [2, { 1: 8 }],
        [26, { 1: 9 }],
      ],
      '<row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>1</v></c> <c r="C1"><v>8</v></c><c r="D1"><v>2</v></c><c r="AA1"><v>9</v></c></row>',
    ],
    [
      'cells without references',
      '<row><c><v>1</v></c><c s="2"/><c><v>3</v></c></row>',
      [
        [1, { 1: 'x' }],
        [3, { 1: 4 }],
      ],
      `<row><c><v>1</v></c><c r="B1" s="2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c><c><v>3</v></c><c r="D1"><v>4</v></c></row>`,
    ],
    ['a formula', '<row r="1"><c r="A1"><f>1</f></c></row>', [[0, { 1: 'x' }]], '<row r="1"><c r="A1"><f>1</f></c></row>'],
    [
      'a cleared cell keeps its style',
      '<row r="1"><c r="A1" s="2" t="str"><v>x</v></c></row>',
      [
        [0, { 1: null }],
        [1, { 1: null }],
        [0, { 9: null }],
      ],
      '<row r="1"><c r="A1" s="2"/></row>',
    ],
    [
      'attributes in any order and quotes',
      `<row spans='1:1' r='1'><c t='str' s='2' r='A1' cm="1"><v>a > b</v></c></row>`,
      [
        [0, { 1: 5 }],
        [1, { 1: 6 }],
      ],
      `<row spans='1:2' r='1'><c r="A1" s="2"><v>5</v></c><c r="B1"><v>6</v></c></row>`,
    ],
    [
      'CDATA and comments that look like rows',
      '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</row>]]></t></is></c><!-- <c r="B1"> --><c r="C1"><v>1</v></c></row>',
      [[1, { 1: 2 }]],
      '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</row>]]></t></is></c><!-- <c r="B1"> --><c r="B1"><v>2</v></c><c r="C1"><v>1</v></c></row>',
    ],
    [
      'letters XML cannot hold',
      '',
      [[0, { 1: 'a\u0000\u0007b\ud800c\r\nd_x0041_' }]],
      `<row r="1">${cell('A1', 'abc\nd_x005F_x0041_')}</row>`,
    ],
  ])('%s', (_, rows, cells, expected) => {
    expect(dataOf(one(rows, cells).xml)).toBe(expected);
  });

  it('prefixed names, and a sheet without a row', () => {
    const NS = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const xml = (data: string) => `<x:worksheet ${NS}><x:dimension ref="A1"/>${data}</x:worksheet>`;
    const book = (data: string) => workbookOf([{ name: 'A', xml: xml(data) }], { prefix: 'x' });
    const written = changes('A', [edits(1, { 2: 'é' })]);
    const data =
      '<x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t xml:space="preserve">é</x:t></x:is></x:c></x:row></x:sheetData>';
    for (const empty of ['<x:sheetData/>', '<x:sheetData></x:sheetData>', '<x:sheetData><x:row r="2"/></x:sheetData>']) {
      const result = copied(book(empty), written);
      expect(Buffer.from(result.xml, 'latin1').toString()).toBe(xml(data).replace('ref="A1"', 'ref="A1:B2"'));
      expect(at(result.sheet, 'B2')).toBe('é');
    }
  });
  it('a day in the 1904 count; before the count, and where no style shows a day, it is ISO text', () => {
    const due = '<row r="2"><c r="A2" s="1"><v>44448</v></c></row>';
    const day = { look: 'day' as const };
    expect(at(one(due, [[1, { 2: '2025-09-10' }, day]], { dueColumn: 0 }, { date1904: true }).sheet, 'B2')).toBe(44448);
    expect(at(one(due, [[1, { 2: '1899-09-10' }, day]], { dueColumn: 0 }).sheet, 'B2')).toBe('1899-09-10');
    expect(at(one(due, [[1, { 2: '2025-02-30' }, day]], { dueColumn: 0 }).sheet, 'B2')).toBe('2025-02-30');
    expect(at(one(due, [[1, { 2: '10/09/2025' }, { ...day, daysAsText: true }]], { dueColumn: 0 }).sheet, 'B2')).toBe('10/09/2025');
    const bare = { extra: { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>' } };
    expect(at(one(due, [[1, { 2: '2025-09-10' }, day]], { dueColumn: 0 }, bare).sheet, 'B2')).toBe('2025-09-10');
  });
  it('a day borrows the column’s first date where its own row has none, then the plainest date style', () => {
    const rows =
      '<row r="1"><c r="A1" s="4" t="str"><v>Due</v></c></row><row r="2"><c r="A2" t="str"><v>?</v></c></row><row r="3"><c r="A3" s="1"><v>45910</v></c></row>';
    const day = { look: 'day' as const };
    expect(one(rows, [[1, { 2: '2025-09-10' }, day]], { dueColumn: 0 }).xml).toContain('<c r="B2" s="1"><v>45910</v>');
    expect(one(rows, [[1, { 2: '2025-09-10' }, day]]).xml).toContain('<c r="B2" s="4"><v>45910</v>');
    expect(
      one('<row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2" s="4"/></row>', [[1, { 2: '2025-09-10' }, day]], { dueColumn: 0 }).xml,
    ).toContain('<c r="B2" s="4"><v>45910</v>');
  });
  it('words standing where a new column was to go stay, and are named', () => {
    const result = one('<row r="1"><c r="A1" t="str"><v>N</v></c></row><row r="2"><c r="B2" t="str"><v>mine</v></c></row>', [
      [1, { 2: 'x', 3: 'y' }, { newHeader: 'Motif' }],
    ]);
    expect(result.sheet.cells).toEqual([
      ['N', 'Motif'],
      [null, 'mine'],
      [null, 'y'],
    ]);
    expect(result.left).toEqual([{ sheet: 'A', row: 2, column: 'B', why: 'words' }]);
  });
  it('refuses changes made for another workbook', () => {
    expect(() => copied(BOOK, changes('Ailleurs', OWNED.columns))).toThrow(RangeError);
  });
});

describe('tabs', () => {
  const HEADER = ['id', 'événement', 'texte'];
  const append = (rows: readonly (readonly string[])[], more = {}) => ({
    tab: 'Journal des relances',
    create: true,
    header: HEADER,
    rows,
    ...more,
  });

  it('a new tab is registered in three parts, by text put in, and nothing else changes', () => {
    const { out, changed, snapshot } = copied(
      BOOK,
      changes(null, [], { appends: [append([['1', 'intent', '=1+1']]), append([['2', 'drafted', '']])] }),
    );
    expect(changed).toEqual(['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet2.xml']);
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['Factures', 'Journal des relances']);
    expect(snapshot.sheets[1]).toEqual({ name: 'Journal des relances', cells: [HEADER, ['1', 'intent', '=1+1'], ['2', 'drafted']] });
    const [before, after] = [partsOf(BOOK), partsOf(out)];
    const without = (name: string, inserted: RegExp) => expect(after.get(name)?.replace(inserted, '')).toBe(before.get(name));
    without('[Content_Types].xml', /<Override PartName="\/xl\/worksheets\/sheet2.xml"[^>]*\/>/);
    without('xl/workbook.xml', /<sheet name="Journal des relances" sheetId="3" r:id="rIdRelance2"\/>/);
    without('xl/_rels/workbook.xml.rels', /<Relationship Id="rIdRelance2" [^>]*Target="worksheets\/sheet2.xml"\/>/);
  });
  it('names with & and quotes; a second one is added beside the first', () => {
    const book = workbookOf([{ name: 'A & "B"', xml: worksheet('') }], { prefix: 'x' });
    const first = copied(book, changes(null, [], { appends: [append([['1', 'a', 'b']], { tab: `L'été & "co" <1>` })] }));
    const second = copied(
      first.out,
      changes(null, [], { appends: [append([['2', 'a', 'b']], { tab: 'trop/long: un nom que le tableur refuse' })] }),
    );
    expect(second.snapshot.sheets.map((sheet) => sheet.name)).toEqual(['A & "B"', `L'été & "co" <1>`, 'trop long  un nom que le tableu']);
    expect(second.changed).toEqual(['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet3.xml']);
  });
  it('rows go after the last with content, under the tab’s own headers in its own order', () => {
    const journal = worksheet(
      `<row r="1">${text('A1', 'Texte')}${text('B1', 'ID')}${text('C1', 'Événement')}</row><row r="2">${text('B2', '1')}</row><row r="3"><c r="A3" s="1"/></row>`,
      { dimension: 'A1:C3' },
    );
    const book = workbookOf([
      { name: 'Factures', xml: worksheet(ROWS) },
      { name: 'Journal des relances', xml: journal },
    ]);
    const { changed, snapshot, out } = copied(
      book,
      changes('Factures', [], {
        appends: [
          append([
            ['2', 'sent', 't'],
            ['3', 'note', '-1'],
          ]),
          append([['4', 'note', '']], { tab: 'JOURNAL DES RELANCES', create: false }),
        ],
      }),
    );
    expect(changed).toEqual(['xl/worksheets/sheet2.xml']);
    expect(snapshot.sheets[1].cells).toEqual([
      ['Texte', 'ID', 'Événement'],
      [null, '1'],
      ['t', '2', 'sent'],
      ['-1', '3', 'note'],
      [null, '4', 'note'],
    ]);
    expect(partsOf(out).get('xl/worksheets/sheet2.xml')).toContain('<dimension ref="A1:C5"/>');
  });
  it('a header the tab lacks is added at its right; unknown headers go by place; an empty tab gets them all', () => {
    const write_ = (xml: string) =>
      copied(
        workbookOf([{ name: 'Journal des relances', xml: worksheet(xml) }]),
        changes(null, [], { appends: [append([['1', 'sent', 't']])] }),
      ).sheet.cells;
    expect(write_(`<row r="1">${text('A1', 'id')}${text('B1', 'événement')}${text('C1', 'mien')}</row>`)).toEqual([
      ['id', 'événement', 'mien', 'texte'],
      ['1', 'sent', null, 't'],
    ]);
    expect(write_(`<row r="1">${text('A1', 'a')}${text('B1', 'b')}${text('C1', 'c')}</row>`)).toEqual([
      ['a', 'b', 'c'],
      ['1', 'sent', 't'],
    ]);
    expect(write_('')).toEqual([HEADER, ['1', 'sent', 't']]);
  });
});

describe('the strict kind of workbook', () => {
  it('is read, written and given a tab in its own namespace', () => {
    const strict = new Map(
      [...partsOf(BOOK)].map(([name, part]) => [
        name,
        part
          .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      ]),
    );
    const book = zipSync(Object.fromEntries([...strict].map(([name, part]) => [name, new Uint8Array(Buffer.from(part, 'latin1'))])));
    const result = copied(book, { ...OWNED, appends: [{ tab: 'Journal', create: true, header: ['id'], rows: [['1']] }] });
    expect(result.sheet.cells[1].slice(3)).toEqual(['En retard', 7, 45932, ' =HYPERLINK("x") & <b>']);
    const added = `${partsOf(result.out).get('xl/worksheets/sheet2.xml')}${partsOf(result.out).get('xl/_rels/workbook.xml.rels')}`;
    expect(added).not.toContain('schemas.openxmlformats.org/spreadsheetml');
    expect(added).toContain('"rIdRelance2" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"');
    expect(result.snapshot.sheets[1].cells).toEqual([['id'], ['1']]);
  });
});

describe('files the library wrote', () => {
  it('shared strings are not touched, and the other sheets neither', () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.sheet_add_aoa(
        {},
        [
          ['N', 'Due'],
          ['F1', 'x'],
        ],
        { origin: 'B3' },
      ),
      'Factures',
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'Autre');
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer);
    const result = copied(bytes, changes('Factures', [edits(3, { 4: 'éà' }, { newHeader: 'Motif' })], { headerRow: 3 }));
    expect(result.changed).toEqual([SHEET]);
    expect(result.sheet.cells).toEqual([[], [], [null, 'N', 'Due', 'Motif'], [null, 'F1', 'x', 'éà']]);
  });
});

describe('laws', () => {
  const place = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 9 }));
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const readable = (written: unknown) =>
    typeof written === 'string'
      ? // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
        written.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '') || null
      : Object.is(written, -0)
        ? 0
        : written;

  it('what is written is what is read; what is not written stays', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('A', 'B', 'E', 'G').map(String), fc.integer({ min: 1, max: 8 })),
        fc.array(fc.tuple(place, value), { maxLength: 12 }),
        (standing, writes) => {
          const byRow = new Map<number, string>();
          for (const [column, row] of Object.entries(standing).sort())
            byRow.set(row, `${byRow.get(row) ?? ''}<c r="${column}${row}"><v>${row}.5</v></c>`);
          const rows = [...byRow].sort(([a], [b]) => a - b).map(([row, cells]) => `<row r="${row}">${cells}</row>`);
          const bytes = workbookOf([{ name: 'A', xml: worksheet(rows.join('')) }], { level: 0 });
          const expected = new Map<string, unknown>();
          for (const [column, row] of Object.entries(standing)) expected.set(`${row}:${column.charCodeAt(0) - 65}`, row + 0.5);
          for (const [[row, column], written] of writes) expected.set(`${row}:${column}`, readable(written));
          const { sheet } = copied(
            bytes,
            changes(
              'A',
              writes.map(([[row, column], written]) => edits(column, { [row]: written })),
            ),
          );
          for (let row = 1; row <= 12; row++) {
            for (let column = 0; column < 10; column++)
              expect(sheet.cells[row - 1]?.[column] ?? null).toEqual(expected.get(`${row}:${column}`) ?? null);
          }
        },
      ),
      { numRuns: tries(60) },
    );
  });
});

describe('formats that come out as a new .xlsx', () => {
  const snapshot: Snapshot = {
    sheets: [
      {
        name: 'Factures',
        cells: [
          ['N', 'Due', 'Montant', 'Vrai', 'Err'],
          ['F1', { date: '2025-09-10' }, { number: 1850.5, format: '#,##0.00 [$EUR]' }, true, { error: '#N/A' }],
          ['<&">', { date: 'hier' }, -2, false, null],
        ],
      },
      { name: 'Factures', cells: [] },
    ],
    locale: 'fr-FR',
    timeZone: null,
    date1904: false,
  };
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const change = changes('Factures', [edits(5, { 2: '2025-10-02' }, { newHeader: 'Le', look: 'day' })], {
    dueColumn: 1,
    appends: [{ tab: 'Journal', create: true, header: ['id'], rows: [['=1']] }],
  });

  it.each([false, true])('values, formats, dates and new tabs (1904 count: %s)', (date1904) => {
    const { bytes, extension } = copyWorkbook(openWorkbook(json({ ...snapshot, date1904 }), 'a.json'), change);
    const shift = date1904 ? 1462 : 0;
    expect(extension).toBe('xlsx');
    const copy = openWorkbook(bytes, 'a.xlsx').snapshot;
    expect(copy.date1904).toBe(date1904);
    expect(copy.sheets.map((sheet) => sheet.name)).toEqual(['Factures', 'Factures 2', 'Journal']);
    expect(copy.sheets[0].cells).toEqual([
      ['N', 'Due', 'Montant', 'Vrai', 'Err', 'Le'],
      ['F1', 45910 - shift, 1850.5, true, { error: '#N/A' }, 45932 - shift],
      ['<&">', 'hier', -2, false],
    ]);
    expect(copy.sheets[0].formats).toEqual([[], [null, 'm/d/yy', '#,##0.00 [$EUR]', null, null, 'm/d/yy'], []]);
    expect(copy.sheets[2].cells).toEqual([['id'], ['=1']]);
  });
  it.each(['ods', 'xls'] as const)('%s', (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['N', 'Due'],
      ['F1', 45910],
    ]);
    sheet.B2.z = 'dd/mm/yyyy';
    const bytes = new Uint8Array(write({ SheetNames: ['A'], Sheets: { A: sheet } }, { type: 'buffer', bookType }) as Buffer);
    const copy = copyWorkbook(
      openWorkbook(bytes, `a.${bookType}`),
      changes('A', [edits(2, { 2: '2025-10-02' }, { newHeader: 'Le', look: 'day' })], { dueColumn: 1 }),
    );
    const [written] = openWorkbook(copy.bytes, 'a.xlsx').snapshot.sheets;
    expect(written.cells).toEqual([
      ['N', 'Due', 'Le'],
      ['F1', 45910, 45932],
    ]);
    const format = bookType === 'ods' ? 'yyyy-mm-dd' : 'dd/mm/yyyy';
    expect(written.formats?.[1]).toEqual([null, format, format]);
  });
});
