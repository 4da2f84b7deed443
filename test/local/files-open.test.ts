import { read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { fileWords } from '../../local/files/file-words.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { FileTrouble } from '../../local/files/trouble.ts';
import { workbookOf, worksheet } from './odd-workbook.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const opened = (bytes: Uint8Array, name = 'factures.xlsx') => openWorkbook(bytes, name).snapshot;

function troubleOf(bytes: Uint8Array, name: string): FileTrouble {
  try {
    openWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof FileTrouble) return error;
    throw error;
  }
  throw new Error('opened');
}

const SMALL = [
  ['Facture', 'Client', 'Montant', 'Échéance'],
  ['F1', 'Dupont & Fils', 1850.5, 45910],
];

function madeBy(bookType: 'xlsx' | 'ods' | 'xls' | 'xlsb'): Uint8Array {
  const sheet = utils.aoa_to_sheet(SMALL);
  sheet.D2.z = 'dd/mm/yyyy';
  return new Uint8Array(write({ SheetNames: ['Factures'], Sheets: { Factures: sheet } }, { type: 'buffer', bookType }) as Buffer);
}

describe('formats, by what is inside', () => {
  it.each([
    ['xlsx', 'factures.xlsx'],
    ['xlsx', 'factures.csv'],
    ['xlsx', 'factures'],
    ['ods', 'factures.ods'],
    ['ods', 'factures.xlsx'],
    ['xls', 'factures.xls'],
  ] as const)('a workbook written as %s and called %s', (bookType, name) => {
    const { sheets, locale, timeZone, date1904 } = opened(madeBy(bookType), name);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Factures']);
    expect(sheets[0].cells).toEqual(SMALL);
    expect(sheets[0].formats?.[1]?.[3]).toMatch(/yy/);
    expect({ locale, timeZone, date1904 }).toEqual({ locale: null, timeZone: null, date1904: false });
  });

  it.each([
    ['factures.csv', 'a;b\n1;2\n'],
    ['factures.xls', 'a\tb\n1\t2\n'],
    ['factures.txt', 'a|b\n1|2\n'],
    ['export', 'a,b\n1,2\n'],
  ])('text called %s', (name, text) => {
    const [sheet] = opened(utf8(text), name).sheets;
    expect(sheet.cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(sheet.name).toBe(name.split('.')[0]);
  });
});

describe('files that cannot be opened', () => {
  const compound = (name: string) =>
    Uint8Array.of(
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array(600).fill(0),
      ...[...name].flatMap((c) => [c.charCodeAt(0), 0]),
      0,
      0,
    );
  const whole = workbookOf([{ name: 'A', xml: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>') }]);
  const cut = workbookOf([{ name: 'A', xml: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>' }]);
  const zipOf = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  const lying = () => {
    const bytes = workbookOf([{ name: 'A', xml: worksheet(`<row r="1"><c r="A1" t="str"><v>${'x'.repeat(9000)}</v></c></row>`) }]);
    const name = Buffer.from(bytes).lastIndexOf('xl/worksheets/sheet1.xml');
    new DataView(bytes.buffer).setUint32(name - 46 + 24, 500, true);
    return bytes;
  };
  it.each<[string, Uint8Array, string, string, string]>([
    ['nothing', new Uint8Array(0), 'a.xlsx', 'empty', ''],
    ['spaces only', utf8('\ufeff \r\n\r\n'), 'a.csv', 'empty', ''],
    ['separators only', utf8(';;\n;;\n'), 'a.csv', 'empty', ''],
    ['a locked modern workbook', compound('EncryptedPackage'), 'a.xlsx', 'password', ''],
    ['a letter of old that carries a workbook', compound('WordDocument Workbook'), 'a.doc', 'not-a-spreadsheet', 'office'],
    [
      'a page saved whole',
      utf8('MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"\n'),
      'a.xls',
      'not-a-spreadsheet',
      'html',
    ],
    ['a Word file of old', compound('WordDocument'), 'a.xls', 'not-a-spreadsheet', 'office'],
    ['an old workbook in pieces', compound('Workbook'), 'a.xls', 'damaged', ''],
    ['a page called .xls', utf8('  <html><table><tr><td>1</td></tr></table></html>'), 'a.xls', 'not-a-spreadsheet', 'html'],
    ['a page called .csv', utf8('<!DOCTYPE html><p>Session expired, please log in'), 'a.csv', 'not-a-spreadsheet', 'html'],
    ['a PDF', utf8('%PDF-1.7 …'), 'a.pdf', 'not-a-spreadsheet', 'pdf'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3), 'a.png', 'not-a-spreadsheet', 'image'],
    ['bytes', Uint8Array.of(1, 2, 0, 0, 7, 9, 200, 0, 3), 'a.csv', 'not-a-spreadsheet', 'binary'],
    ['bytes called .xlsx', Uint8Array.of(1, 2, 0, 0, 7, 9, 200, 0, 3), 'a.xlsx', 'damaged', ''],
    ['prose', utf8('Dear all\nplease find enclosed\n'), 'a.md', 'unknown-type', '.md'],
    ['prose called .xlsx', utf8('Dear all\nplease find enclosed\n'), 'a.xlsx', 'not-a-spreadsheet', ''],
    ['half a zip', whole.slice(0, whole.length >> 1), 'a.xlsx', 'damaged', 'zip'],
    ['a zip of something', zipOf({ 'readme.txt': 'hello' }), 'a.zip', 'not-a-spreadsheet', 'zip'],
    ['a Word file', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'a.xlsx', 'not-a-spreadsheet', 'office'],
    ['a Numbers file', zipOf({ 'Index/Document.iwa': '' }), 'a.numbers', 'unknown-type', '.numbers'],
    ['a binary workbook', madeBy('xlsb'), 'a.xlsb', 'unknown-type', '.xlsb'],
    [
      'a locked OpenDocument',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': '?',
        'META-INF/manifest.xml': '<m:encryption-data/>',
      }),
      'a.ods',
      'password',
      '',
    ],
    [
      'a letter in OpenDocument',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'a.ods',
      'not-a-spreadsheet',
      'office',
    ],
    [
      'OpenDocument without content',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'a.ods',
      'damaged',
      'content.xml',
    ],
    ['a sheet cut short inside', cut, 'a.xlsx', 'damaged', 'xl/worksheets/sheet1.xml'],
    ['a sheet larger than it says', lying(), 'a.xlsx', 'damaged', 'xl/worksheets/sheet1.xml'],
    [
      'an Excel 2003 XML',
      utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'a.xls',
      'unknown-type',
      'Excel 2003 XML',
    ],
  ])('%s', (_, bytes, name, kind, detail) => {
    const trouble = troubleOf(bytes, name);
    expect(trouble.kind).toBe(kind);
    expect(trouble.detail).toBe(detail);
    for (const language of ['fr', 'en'] as const) {
      const { message, advice } = fileWords(trouble, name, language);
      expect(message).toContain(name);
      expect(`${message} ${advice}`).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('refuses what unpacks beyond the limit before unpacking it', () => {
    const bytes = workbookOf([{ name: 'A', xml: worksheet('') }], { extra: { 'xl/media/a.bin': new Uint8Array(8) } });
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/media/a.bin']) {
      const huge = bytes.slice();
      const name = Buffer.from(huge).lastIndexOf(part);
      new DataView(huge.buffer).setUint32(name - 46 + 24, part.includes('media') ? 2 ** 31 : 300 * 2 ** 20, true);
      const trouble = troubleOf(huge, 'a.xlsx');
      expect(trouble.kind).toBe('too-big');
      expect(Number(trouble.detail)).toBeGreaterThan(200);
    }
  });
});

describe('xlsx as other programs write it', () => {
  const first = (rows: string, more = {}) => opened(workbookOf([{ name: 'A', xml: worksheet(rows) }], more)).sheets[0];

  it('rows start at A1, wherever the first cell is', () => {
    expect(first('<row r="3"><c r="C3"><v>7</v></c></row>').cells).toEqual([[], [], [null, null, 7]]);
  });
  it('rows and cells without references follow one another', () => {
    expect(first('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"/><row><c r="B5"><v>5</v></c></row>').cells).toEqual([
      [1, null, 3],
      [],
      [],
      [],
      [null, 5],
    ]);
  });
  it('prefixed names', () => {
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>é</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(opened(workbookOf([{ name: 'A', xml }], { prefix: 'x' })).sheets[0].cells).toEqual([['é', 2]]);
  });
  it('texts: spaces kept, rich text and phonetics, CDATA, far letters, codes', () => {
    const cell = (name: string, inside: string) => `<c r="${name}" t="inlineStr"><is>${inside}</is></c>`;
    const rows = `<row r="1">${cell('A1', '<t xml:space="preserve"> a </t>')}${cell('B1', '<r><t>Du</t></r><r><t>pont</t></r><rPh sb="0" eb="1"><t>no</t></rPh>')}${cell('C1', '<t><![CDATA[a</row>&b]]></t>')}${cell('D1', '<t>&#x1F600;&#233;</t>')}${cell('E1', '<t>a_x000D_</t>')}</row>`;
    expect(first(rows).cells).toEqual([[' a ', 'Dupont', 'a</row>&b', '😀é', 'a\r']]);
  });
  it('shared strings, booleans, errors, blanks', () => {
    const strings =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>x</t></si><si><r><t>y</t></r><r><t>z</t></r></si><si><t/></si></sst>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="s"><v>2</v></c><c r="G1" s="2"/></row>';
    expect(first(rows, { strings }).cells).toEqual([['x', 'yz', true, { error: '#N/A' }, { error: '#REF!' }]]);
  });
  it('formulas beside their last value; one without a value is an error, never a blank', () => {
    const sheet = first(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>A1*2</f></c><c r="D1" t="str"><f>"x"</f><v>x</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    );
    expect(sheet.cells).toEqual([[2, null, { error: '#CALC!' }, 'x'], [1]]);
    expect(sheet.formulas).toEqual([['=1+1', '=""', '=A1*2', '="x"'], []]);
  });
  it('number formats of numbers only', () => {
    const sheet = first(
      '<row r="1"><c r="A1" s="1"><v>45910</v></c><c r="B1" s="2"><v>12.5</v></c><c r="C1"><v>3</v></c><c r="D1" s="1" t="str"><v>x</v></c></row>',
    );
    expect(sheet.cells).toEqual([[45910, 12.5, 3, 'x']]);
    expect(sheet.formats?.[0]).toEqual(['dd/mm/yyyy', '#,##0.00']);
  });
  it('the 1904 count, hidden sheets, names with & and quotes, chart sheets left out', () => {
    const bytes = workbookOf(
      [
        { name: 'A & "B"', xml: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>') },
        { name: "L'été", xml: worksheet('<row r="1"><c r="A1"><v>2</v></c></row>') },
      ],
      { date1904: true },
    );
    const { sheets, date1904 } = opened(bytes);
    expect(date1904).toBe(true);
    expect(sheets.map((sheet) => [sheet.name, sheet.cells[0][0]])).toEqual([
      ['A & "B"', 1],
      ["L'été", 2],
    ]);
    const hidden = read(madeBy('xlsx'));
    hidden.Workbook = { Sheets: [{ Hidden: 2 }] };
    utils.book_append_sheet(hidden, utils.aoa_to_sheet([['x']]), 'Autre');
    expect(opened(new Uint8Array(write(hidden, { type: 'buffer', bookType: 'xlsx' }) as Buffer)).sheets.map((sheet) => sheet.name)).toEqual(
      ['Factures', 'Autre'],
    );
  });
  it('a broken comment, picture or macro does not stand in the way', () => {
    const extra = { 'xl/comments1.xml': '<broken', 'xl/media/image1.png': 'x', 'xl/worksheets/_rels/sheet1.xml.rels': '<nonsense' };
    expect(
      opened(workbookOf([{ name: 'A', xml: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>') }], { extra })).sheets[0].cells,
    ).toEqual([[1]]);
  });
  it('something before the zip does not hide it', () => {
    const whole = workbookOf([{ name: 'A', xml: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>') }]);
    const stub = new Uint8Array(whole.length + 4);
    stub.set([0x50, 0x4b, 3, 4]);
    stub.set(whole, 4);
    expect(opened(stub).sheets[0].cells).toEqual([[1]]);
  });
});

describe('ods', () => {
  const ods = (rows: string) =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(
        `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Factures">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    });
  const date = (iso: string) =>
    `<table:table-cell office:value-type="date" office:date-value="${iso}"><text:p>x</text:p></table:table-cell>`;
  const text = (value: string) => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

  it('dates are whole civil days whatever the machine’s zone', () => {
    const [sheet] = opened(
      ods(`<table:table-row>${date('2025-09-10')}${date('2025-03-30')}${date('2024-02-29')}${date('2025-10-26')}</table:table-row>`),
      'a.ods',
    ).sheets;
    expect(sheet.cells).toEqual([['2025-09-10', '2025-03-30', '2024-02-29', '2025-10-26'].map((iso) => ({ date: iso }))]);
  });
  it('repeated blank rows and cells keep the others in their place', () => {
    const rows = `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="2"/>${text('x &amp; y')}<table:table-cell office:value-type="float" office:value="1850.5"><text:p>1 850,50</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    expect(opened(ods(rows), 'a.ods').sheets[0].cells).toEqual([[], [], [null, null, 'x & y', 1850.5]]);
  });
});

describe('ods cells', () => {
  const row = (cells: string) =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(
        `<office:document-content><office:automatic-styles><number:date-style style:name="N84"><number:day/></number:date-style><style:style style:name="ce1" style:data-style-name="N84"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A"><table:table-row>${cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    });
  const cell = (attributes: string, inside = '<text:p>x</text:p>') => `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
  it.each<[string, string, unknown]>([
    [
      'a currency',
      cell('office:value-type="currency" office:currency="EUR" office:value="12.5"'),
      { number: 12.5, format: '#,##0.00 [$EUR]' },
    ],
    ['a percentage', cell('office:value-type="percentage" office:value="0.2"'), { number: 0.2, format: '0.00%' }],
    ['a boolean', cell('office:value-type="boolean" office:boolean-value="true"'), true],
    ['a moment', cell('office:value-type="date" office:date-value="2025-09-10T23:30:00"'), { date: '2025-09-10' }],
    ['a value without text', '<table:table-cell office:value-type="float" office:value="-3"/>', -3],
    [
      'an error',
      cell('office:value-type="string" office:string-value="" calcext:value-type="error"', '<text:p>#N/A</text:p>'),
      { error: '#N/A' },
    ],
    ['a formula', cell('table:formula="of:=[.A1]+1" office:value-type="float" office:value="5"'), 5],
    ['a formula never calculated', '<table:table-cell table:formula="of:=[.B1]+1"/>', { error: '#CALC!' }],
    [
      'spaces, lines, links',
      cell(
        'office:value-type="string"',
        '<text:p>a<text:s text:c="2"/>b<text:line-break/><text:a>c &amp;</text:a></text:p>\n<text:p>d</text:p>',
      ),
      'a  b\nc &\nd',
    ],
    [
      'a note pinned to it',
      cell('office:value-type="string"', '<office:annotation><text:p>note</text:p></office:annotation><text:p>x</text:p>'),
      'x',
    ],
    ['a covered cell', '<table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell>', 'hidden'],
  ])('%s', (_, xml, expected) => {
    expect(opened(row(xml), 'a.ods').sheets[0].cells[0][0]).toEqual(expected);
  });
  it('a number shown as a day says so; formulas are marked', () => {
    const sheet = opened(
      row(
        `${cell('table:style-name="ce1" office:value-type="float" office:value="45910"')}${cell('table:formula="of:=1" office:value-type="float" office:value="1"')}`,
      ),
      'a.ods',
    ).sheets[0];
    expect(sheet).toEqual({ name: 'A', cells: [[45910, 1]], formats: [['yyyy-mm-dd']], formulas: [[null, '=1']] });
  });
});

describe('workbook json', () => {
  const book = {
    sheets: [
      { name: 'F', cells: [['N°', 1, true, null, { number: 46043, format: 'dd/mm/yyyy' }, { date: '2025-09-10' }, { error: '#N/A' }]] },
    ],
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    date1904: false,
  };
  it('is read as it stands', () => {
    expect(opened(utf8(JSON.stringify(book)), 'a.json')).toEqual(book);
    expect(opened(utf8(`\ufeff${JSON.stringify(book)}`), 'a.json')).toEqual(book);
    expect(opened(utf8(JSON.stringify({ sheets: [] })), 'a.json')).toEqual({ sheets: [], locale: null, timeZone: null, date1904: false });
    const binding = { sheet: 'F', headerRow: 3, columns: { number: 'A', dueOn: 'AB' }, owned: { status: 'add' } };
    expect(opened(utf8(JSON.stringify({ ...book, binding, workbookId: 'w1' })), 'a.json')).toEqual({ ...book, binding, workbookId: 'w1' });
  });
  it.each([
    ['{"sheets":[\n{"name":"F","cells":[[1,]]}]}', '2:25', 'syntax'],
    ['{"sheets":[}', '1:12', 'syntax'],
    ['{"sheets":[] "x":1}', '1:14', 'syntax'],
    ['{"sheets":["a\nb"]}', '1:12', 'syntax'],
    ['', null, null],
    ['[]', '', 'workbook'],
    ['{"cells":[]}', '', 'workbook'],
    ['{"sheets":{}}', 'sheets', 'sheets'],
    ['{"sheets":[null]}', 'sheets[0]', 'sheet'],
    ['{"sheets":[{"cells":[]}]}', 'sheets[0].name', 'name'],
    ['{"sheets":[{"name":"F"}]}', 'sheets[0].cells', 'rows'],
    ['{"sheets":[{"name":"F","cells":[[],{}]}]}', 'sheets[0].cells[1]', 'row'],
    ['{"sheets":[{"name":"F","cells":[[1,[]]]}]}', 'sheets[0].cells[0][1]', 'cell'],
    ['{"sheets":[{"name":"F","cells":[[1e999]]}]}', 'sheets[0].cells[0][0]', 'cell'],
    ['{"sheets":[{"name":"F","cells":[[{"value":1}]]}]}', 'sheets[0].cells[0][0]', 'cell'],
    ['{"sheets":[{"name":"F","cells":[[{"number":"1","format":""}]]}]}', 'sheets[0].cells[0][0]', 'number-cell'],
    ['{"sheets":[{"name":"F","cells":[[{"date":1}]]}]}', 'sheets[0].cells[0][0]', 'date-cell'],
    ['{"sheets":[{"name":"F","cells":[[{"error":1}]]}]}', 'sheets[0].cells[0][0]', 'error-cell'],
    ['{"sheets":[],"locale":3}', 'locale', 'text-or-null'],
    ['{"sheets":[],"date1904":"no"}', 'date1904', 'boolean'],
    ['{"sheets":[],"binding":{"sheet":"F","headerRow":0,"columns":{}}}', 'binding.headerRow', 'binding'],
    ['{"sheets":[],"binding":{"sheet":"F","headerRow":1,"columns":{"number":3}}}', 'binding.columns', 'binding'],
  ])('%s is refused at its place', (text, detail, fault) => {
    const trouble = troubleOf(utf8(text), 'a.json');
    if (fault === null) expect(trouble.kind).toBe('empty');
    else expect([trouble.kind, trouble.detail, trouble.fault]).toEqual(['bad-json', detail, fault]);
    expect(fileWords(trouble, 'a.json', 'fr').message).not.toContain('undefined');
  });
});
