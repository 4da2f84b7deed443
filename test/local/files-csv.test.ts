import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { ChangeSet } from '../../core/workbook.ts';
import { copyWorkbook } from '../../local/files/copy.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { decodeText, type Encoding, encodeText, joined, markOf } from '../../local/files/text-encoding.ts';
import { tries } from '../thorough.ts';
import { changes, edits } from './odd-workbook.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const in1252 = (text: string) => encodeText(text, 'windows-1252');
const cellsOf = (bytes: Uint8Array, name = 'a.csv') => openWorkbook(bytes, name).snapshot.sheets[0].cells;

/** The copy as text in the file's own encoding. */
function copied(bytes: Uint8Array, change: ChangeSet, name = 'a.csv') {
  const { bytes: out, extension, left } = copyWorkbook(openWorkbook(bytes, name), change);
  return { out, text: decodeText(out).text, extension, left };
}

describe('reading', () => {
  it.each<[string, string, unknown]>([
    [
      'semicolons, decimal commas',
      'N;Client;Montant\nF1;A;1850,00\nF2;B;3200,50\n',
      [
        ['N', 'Client', 'Montant'],
        ['F1', 'A', '1850,00'],
        ['F2', 'B', '3200,50'],
      ],
    ],
    [
      'commas',
      'N,Client,Amount\nF1,"A; B; C",10\n',
      [
        ['N', 'Client', 'Amount'],
        ['F1', 'A; B; C', '10'],
      ],
    ],
    [
      'tabs among commas',
      'N\tClient\tMontant\nF1\tA, B, C\t1,5\n',
      [
        ['N', 'Client', 'Montant'],
        ['F1', 'A, B, C', '1,5'],
      ],
    ],
    [
      'bars',
      'N|Client\nF1|A\n',
      [
        ['N', 'Client'],
        ['F1', 'A'],
      ],
    ],
    [
      'a title above',
      'Factures, relances et autres, 2025\n\nN;Client;M\nF1;A;1\nF2;B;2\nF3;C;3\n',
      [['Factures, relances et autres, 2025'], [], ['N', 'Client', 'M'], ['F1', 'A', '1'], ['F2', 'B', '2'], ['F3', 'C', '3']],
    ],
    [
      'a sep= line is obeyed, not shown',
      'sep=|\r\nN|C\r\nF;1|2\r\n',
      [
        ['N', 'C'],
        ['F;1', '2'],
      ],
    ],
    [
      'quotes, line ends inside, doubled quotes',
      'N;C\n"F1";"Dupont\r\n& ""Fils"""\n',
      [
        ['N', 'C'],
        ['F1', 'Dupont\r\n& "Fils"'],
      ],
    ],
    [
      'mixed line ends',
      'N;C\r\nF1;A\nF2;B\rF3;C',
      [
        ['N', 'C'],
        ['F1', 'A'],
        ['F2', 'B'],
        ['F3', 'C'],
      ],
    ],
    ['ragged and blank lines', 'N;C;M\nF1\n\n;;\nF2;B;3;4\n', [['N', 'C', 'M'], ['F1'], [], [null, null, null], ['F2', 'B', '3', '4']]],
    [
      'numbers stay text',
      'N;M\n007;1e5\n+33;0x10\n',
      [
        ['N', 'M'],
        ['007', '1e5'],
        ['+33', '0x10'],
      ],
    ],
    [
      'spaces around quotes',
      'N, C, M\nF1, "Dupont, SARL" , 10\n',
      [
        ['N', ' C', ' M'],
        ['F1', 'Dupont, SARL', ' 10'],
      ],
    ],
    [
      'a quote inside a word',
      'N;C\n5" pipe;A\nF1;B"C\n',
      [
        ['N', 'C'],
        ['5" pipe', 'A'],
        ['F1', 'B"C'],
      ],
    ],
    [
      'text after a closed quote',
      'N;C;M\nF1;"Dupont" SARL;10\nF2;"Martin" SA;20\n',
      [
        ['N', 'C', 'M'],
        ['F1', 'Dupont SARL', '10'],
        ['F2', 'Martin SA', '20'],
      ],
    ],
    [
      'a quote never closed costs its own field only',
      'N;C;M\nF1;"Dupont;10\nF2;Martin;20\n',
      [
        ['N', 'C', 'M'],
        ['F1', '"Dupont', '10'],
        ['F2', 'Martin', '20'],
      ],
    ],
    [
      'a quote never closed before a quoted one',
      'N;C;M\nF1;"Dupont;10\nF2;"Martin";20\n',
      [
        ['N', 'C', 'M'],
        ['F1', '"Dupont', '10'],
        ['F2', 'Martin', '20'],
      ],
    ],
  ])('%s', (_, text, cells) => {
    expect(cellsOf(utf8(text))).toEqual(cells);
  });

  const TABLE = 'N°;Société;Reçu le\r\nF1;Müller & Œuvre;10/09/2025\r\n';
  const EXPECTED = [
    ['N°', 'Société', 'Reçu le'],
    ['F1', 'Müller & Œuvre', '10/09/2025'],
  ];
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(TABLE)],
    ['UTF-8 with its mark', utf8(`\ufeff${TABLE}`)],
    ['Windows-1252', in1252(TABLE)],
    ['UTF-16 little-endian', joined([markOf('utf-16le'), encodeText(TABLE, 'utf-16le')])],
    ['UTF-16 big-endian', joined([markOf('utf-16be'), encodeText(TABLE, 'utf-16be')])],
    ['UTF-16 without its mark', encodeText(TABLE, 'utf-16le')],
  ])('in %s', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual(EXPECTED);
  });
  it('a line pasted from another encoding does not spoil the rest', () => {
    const bytes = joined([utf8(TABLE), in1252('F2;Été;x\r\n'), utf8('F3;été é è;y\r\n')]);
    expect(cellsOf(bytes)).toEqual([...EXPECTED, ['F2', 'Été', 'x'], ['F3', 'été é è', 'y']]);
    const { out } = copied(bytes, changes('a', [edits(2, { 4: 'z' })]));
    expect(out).toEqual(joined([utf8(TABLE), in1252('F2;Été;x\r\n'), utf8('F3;été é è;z\r\n')]));
  });

  it('agrees with the kept CSV library on every well-formed table', () => {
    const field = fc
      .string({ unit: fc.constantFrom('a', 'é', '1', ',', ';', '"', ' ', '\n', "'"), maxLength: 6 })
      .filter((text) => !/^ +"/.test(text));
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(';', ',', '\t'),
        fc.boolean(),
        fc.constantFrom('\r\n', '\n'),
        (rows, delimiter, quotes, newline) => {
          const text = Papa.unparse(rows, { delimiter, quotes, newline });
          const expected = Papa.parse<string[]>(text, { delimiter, newline }).data.map((row) =>
            row.length === 1 && row[0] === '' ? [] : row.map((cell) => cell || null),
          );
          expect(cellsOf(utf8(`sep=${delimiter}\n${text}${newline}end${delimiter}x`))).toEqual([...expected, ['end', 'x']]);
        },
      ),
      { numRuns: tries(300) },
    );
  });
});

describe('encodings', () => {
  it('decoding loses nothing: encoding gives the same bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom('', 'éàü ç œ', 'plain'), (bytes, start) => {
        const file = joined([utf8(start), bytes]);
        const { text, encoding, bom } = decodeText(file);
        const whole = encoding.startsWith('utf-16') ? file.subarray(0, file.length & ~1) : file;
        const body = encodeText(text, encoding);
        // A marked file that is no UTF-8 at all is the one that cannot be given back; it is read with replacement signs.
        if (!(bom && encoding === 'utf-8' && text.includes('\ufffd'))) expect(bom ? joined([markOf(encoding), body]) : body).toEqual(whole);
      }),
      { numRuns: tries(500) },
    );
  });
  it.each<[Encoding, string, number[]]>([
    ['windows-1252', '€ é – ’ œ', [0x80, 32, 0xe9, 32, 0x96, 32, 0x92, 32, 0x9c]],
    ['windows-1252', '1\u202f850 ≥ ǎ', [49, 0xa0, 56, 53, 48, 32, 0x3f, 32, 97]],
    ['utf-16be', 'é', [0, 0xe9]],
  ])('%s of %s', (encoding, text, bytes) => {
    expect([...encodeText(text, encoding)]).toEqual(bytes);
  });
});

describe('a copy', () => {
  const TABLE =
    'Numéro;Client;Montant;Échéance;Statut\r\nF1;"Dupont; Fils";1850,00;10/09/2025;\r\nF2;"Sté ""X""\nLyon";3200,00;12/09/2025;Payée\r\n;;;;\r\nTotal;;5050,00';
  const OWNED = changes('a', [
    edits(4, { 2: 'En retard' }, { role: 'status' }),
    edits(5, { 2: 7, 3: 0 }, { newHeader: 'Jours de retard', look: 'count', role: 'daysLate' }),
    edits(6, { 2: 'Relancé; « fermement »\nle 12', 3: null }, { newHeader: 'Motif' }),
  ]);

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', utf8],
    ['UTF-8 with its mark', (text) => utf8(`\ufeff${text}`)],
    ['Windows-1252', in1252],
    ['UTF-16', (text) => joined([markOf('utf-16le'), encodeText(text, 'utf-16le')])],
  ])('keeps separator, quotes, line ends and %s', (_, write) => {
    const input = write(TABLE);
    const before = input.slice();
    const { out, extension } = copied(input, OWNED);
    expect(input).toEqual(before);
    expect(extension).toBe('csv');
    expect(out).toEqual(
      write(
        'Numéro;Client;Montant;Échéance;Statut;Jours de retard;Motif\r\nF1;"Dupont; Fils";1850,00;10/09/2025;En retard;7;"Relancé; « fermement »\nle 12"\r\nF2;"Sté ""X""\nLyon";3200,00;12/09/2025;Payée;0;\r\n;;;;\r\nTotal;;5050,00',
      ),
    );
  });
  it('lines that do not change are the same bytes, odd quotes and line ends too', () => {
    const text = 'Titre\n\nN;C;S\r\n"F1" x;  "A"  ;\nF2;B"B;\r\rF3;"open;\n';
    expect(copied(utf8(text), changes('a', [edits(2, { 5: 'x' })], { headerRow: 3 })).text).toBe(text.replace('B"B;', 'B"B;x'));
    expect(copied(utf8(text), changes('a', [])).out).toEqual(utf8(text));
  });
  it('ragged lines are brought to the width of the table before ours', () => {
    const text = 'N;C;S\nF1\nF2;B\nF3;C;ok;mine\n\nnote; below\n';
    const result = copied(utf8(text), changes('a', [edits(3, { 2: 'x', 4: 'y' }, { newHeader: 'Motif' })]));
    expect(result.text).toBe('N;C;S;Motif\nF1;;;x\nF2;B;;\nF3;C;ok;mine\n\nnote; below\n');
    expect(result.left).toEqual([{ sheet: 'a', row: 4, column: 'D', why: 'words' }]);
  });
  it.each([
    ['all quoted', '"N","S"\n"F1",""\n"F2","x"\n', '"N","S","D","R"\n"F1","late","3","why"\n"F2","x","",""\n'],
    ['filled ones quoted', '"N","S"\n"F1",\n"F2","x"\n', '"N","S","D","R"\n"F1","late","3","why"\n"F2","x",,\n'],
    ['texts quoted', '"N","S",\n"F1",,\n"F2","x",5\n', '"N","S","D","R"\n"F1","late",3,"why"\n"F2","x",5,\n'],
    ['only where needed', 'N,S\nF1,\n"F,2",x\n', 'N,S,D,R\nF1,late,3,why\n"F,2",x,,\n'],
  ])('quotes as the file does: %s', (_, text, expected) => {
    const written = [
      edits(1, { 2: 'late' }),
      edits(2, { 2: 3 }, { newHeader: 'D', look: 'count' }),
      edits(3, { 2: 'why' }, { newHeader: 'R' }),
    ];
    expect(copied(utf8(text), changes('a', written)).text).toBe(expected);
  });
  it.each(['=1+1', '+33 1', '-5', '@x', '\tx', '\n=1', '＝1+1', '＠x'])('what would run as a formula is written as text: %j', (value) => {
    const text = copied(utf8('N;S\nF1;\n'), changes('a', [edits(1, { 2: value })])).text;
    expect(text === `N;S\nF1;'${value}\n` || text === `N;S\nF1;"'${value}"\n`).toBe(true);
  });
  it('tabs stay a .tsv; the journal stays out', () => {
    const append = { tab: 'Journal', create: true, header: ['id'], rows: [['1']] };
    const result = copied(utf8('N\tS\nF1\t\n'), changes('a', [edits(1, { 2: 'a\tb' })], { appends: [append] }), 'a.txt');
    expect([result.text, result.extension]).toEqual(['N\tS\nF1\t"a\tb"\n', 'tsv']);
  });
  it('sep= and a missing last line end are kept', () => {
    expect(copied(utf8('sep=;\r\nN;S\r\nF1;'), changes('a', [edits(1, { 2: 'x' })])).text).toBe('sep=;\r\nN;S\r\nF1;x');
  });

  it('law: what is written is what is read, every other field is as it was', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '1', ',', ';', '"', ' ', '\n'), maxLength: 5 });
    const row = fc.tuple(fc.constant('F'), field, field, fc.constant('z'));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.array(field, { maxLength: 6 }),
        fc.constantFrom(';', '\t'),
        fc.boolean(),
        (rows, values, delimiter, quotes) => {
          const bytes = utf8(Papa.unparse([['N', 'A', 'B', 'C'], ...rows], { delimiter, quotes, newline: '\n' }));
          const { cells } = openWorkbook(bytes, 'a.csv').snapshot.sheets[0];
          if (cells.length !== rows.length + 1 || cells[0].length !== 4) return;
          const written = values.slice(0, rows.length);
          const after = Object.fromEntries(written.map((value, i) => [i + 2, value]));
          const { out } = copied(bytes, changes('a', [edits(4, after, { newHeader: 'Motif' })]));
          const expected = cells.map((line, i) => [...line, i === 0 ? 'Motif' : (written[i - 1] ?? '').replace(/^(?=\n)/, "'") || null]);
          expect(cellsOf(out)).toEqual(expected);
        },
      ),
      { numRuns: tries(200) },
    );
  });
});
