/** The grid as a mirror: what goes in comes back, what a person types means what they meant, what is pasted lands cell by cell. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Cell, Sheet, Snapshot } from '../../core/index.ts';
import { bookOf } from '../../local/page/grid/book-of.ts';
import { isoOfSerial, orderOf, serialOf } from '../../local/page/grid/formats.ts';
import { columnWidths, headingRow, statusColours } from '../../local/page/grid/looks.ts';
import { rowsPasted } from '../../local/page/grid/pasted.ts';
import { withCommas } from '../../local/page/grid/separators.ts';
import { sheetOf } from '../../local/page/grid/sheet-of.ts';
import { habitsOf, typedCell } from '../../local/page/grid/typed.ts';
import { textCell, writtenCells } from '../../local/page/grid/written.ts';
import { tries } from '../thorough.ts';

const workbook = (sheet: Omit<Sheet, 'name'>, more: Partial<Snapshot> = {}): Snapshot => ({
  sheets: [{ name: 'Factures', ...sheet }],
  locale: 'fr-FR',
  timeZone: null,
  date1904: false,
  ...more,
});

/** Into the grid and back, without a grid: its data is plain. */
function mirrored(snapshot: Snapshot): Sheet {
  const { sheets, styles } = bookOf(snapshot, 'test', 'dmy', null);
  const cellData = sheets?.['sheet-0']?.cellData ?? {};
  const styleOf = (style: unknown) => (typeof style === 'string' ? (styles?.[style] ?? null) : null);
  return sheetOf('Factures', cellData as never, { height: snapshot.sheets[0]?.cells.length ?? 0, width: 99 }, styleOf as never);
}

describe('what goes in comes back', () => {
  const table: readonly (readonly [string, Cell, string | null, Cell, string | null])[] = [
    // a cell as the file has it, its format → as it is read back
    ['text', 'Dupont', null, 'Dupont', null],
    ['text that looks like a formula', '=HYPERLINK("x")', null, '=HYPERLINK("x")', null],
    ['text that looks like a number', '0012', null, '0012', null],
    ['a number', 1234.5, null, 1234.5, null],
    ['an amount', 1234.5, '#,##0.00\\ "€"', 1234.5, '#,##0.00\\ "€"'],
    ['a true date', 46043, 'dd/mm/yyyy', 46043, 'dd/mm/yyyy'],
    ['the reader’s short date', 46043, 'm/d/yy', 46043, 'm/d/yy'],
    ['a number with its own format', { number: 46043, format: 'yyyy-mm-dd' }, null, 46043, 'yyyy-mm-dd'],
    ['a date as ISO text', { date: '2026-01-21' }, null, 46043, 'dd/mm/yyyy'],
    ['a date before the calendar', { date: '1899-01-01' }, null, '1899-01-01', null],
    ['yes', true, null, true, null],
    ['no', false, null, false, null],
    ['an error', { error: '#N/A' }, null, { error: '#N/A' }, null],
    ['text that says an error', '#N/A', null, '#N/A', null],
  ];
  it.each(table)('%s', (_, cell, format, wanted, wantedFormat) => {
    const sheet = mirrored(workbook({ cells: [['', cell]], formats: [[null, format]] }));
    expect(sheet.cells[0]?.[1]).toEqual(wanted);
    expect(sheet.formats?.[0]?.[1] ?? null).toBe(wantedFormat);
  });

  it('keeps formulas, also those it cannot calculate', () => {
    const formulas = ['=A1+1', '={A1:A3}', '=[.A1]*2', "='[autre.xlsx]F'!A1"];
    const sheet = mirrored(workbook({ cells: [[1, 2, 3, 4]], formulas: [formulas] }));
    expect(sheet.formulas?.[0]).toEqual(formulas);
    expect(sheet.cells[0]).toEqual([1, 2, 3, 4]);
  });

  it('counts days of a 1904 workbook as everyone does', () => {
    const { cells } = mirrored(workbook({ cells: [[44581, 7]], formats: [['dd/mm/yyyy', null]] }, { date1904: true }));
    expect(cells[0]).toEqual([46043, 7]);
  });

  it('leaves out blanks at the end, and nothing else', () => {
    const cell = fc.oneof(fc.constant(null), fc.string({ minLength: 1 }), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (cells) => {
        const trimmed = (rows: readonly (readonly Cell[])[]) => {
          const lines = rows.map((row) =>
            row.slice(
              0,
              row.reduce<number>((last, one, i) => (one === null ? last : i + 1), 0),
            ),
          );
          return lines.slice(
            0,
            lines.reduce((last, row, i) => (row.length === 0 ? last : i + 1), 0),
          );
        };
        expect(mirrored(workbook({ cells })).cells).toEqual(trimmed(cells));
      }),
      { numRuns: tries(200) },
    );
  });
});

describe('what a person types', () => {
  const fr = habitsOf('fr-FR', orderOf('fr-FR'), false);
  const us = habitsOf('en-US', orderOf('en-US'), false);
  const unknown = habitsOf(null, null, false);
  const csv = habitsOf('fr-FR', 'dmy', true);
  const day = (iso: string) => serialOf(iso) as number;
  const table: readonly (readonly [string, string | null, typeof fr, string | number | null])[] = [
    // typed | format of the cell | habits → value (null: the grid’s own business)
    ['03/04/2026', null, fr, day('2026-04-03')],
    ['03/04/2026', null, us, day('2026-03-04')],
    ['03/04/2026', null, unknown, '03/04/2026'],
    ['03/04/2026', 'dd/mm/yyyy', unknown, day('2026-04-03')],
    ['03/04/2026', 'dd/mm/yyyy', us, day('2026-04-03')],
    ['03/04/2026', 'mm/dd/yyyy', fr, day('2026-03-04')],
    ['2026-04-03', null, unknown, day('2026-04-03')],
    ['3.4.2026', null, fr, day('2026-04-03')],
    ['31/02/2026', null, fr, '31/02/2026'],
    ['15/13/2026', null, us, '15/13/2026'],
    ['03/04/26', null, fr, '03/04/26'],
    ['1234,5', null, fr, 1234.5],
    ['1234.5', null, fr, 1234.5],
    ['1,234', null, us, 1234],
    ['1,234', null, fr, 1.234],
    ['1,234', null, unknown, '1,234'],
    ['1.234', null, fr, '1.234'],
    ['1 850,50', null, fr, 1850.5],
    ['1\u202f850,50', null, fr, 1850.5],
    ['1,850.50', null, us, 1850.5],
    ['1.850,50', null, us, '1.850,50'],
    ['-12', null, unknown, -12],
    ['0012', null, fr, '0012'],
    ['12345678901234567', null, fr, '12345678901234567'],
    ['06 12 34 56 78', null, fr, '06 12 34 56 78'],
    ['100 €', null, fr, '100 €'],
    ['20%', null, fr, null],
    ['Dupont', null, fr, null],
    ['=A1+B1', null, fr, null],
    ['', null, fr, null],
    ['1234', null, csv, '1234'],
    ['03/04/2026', null, csv, '03/04/2026'],
    ['1234', '@', fr, '1234'],
  ];
  it.each(table)('%s in a cell of format %s', (typed, format, habits, wanted) => {
    expect(typedCell(typed, format, habits)?.v ?? null).toBe(wanted);
  });
});

describe('what is pasted', () => {
  it.each([
    ['a', [['a']]],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines"\tb', [['two\nlines', 'b']]],
    ['"say ""no"""', [['say "no"']]],
    ['"open\tb', [['"open', 'b']]],
    ['a\t\tb', [['a', '', 'b']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j', (text, rows) => {
    expect(rowsPasted(text)).toEqual(rows);
  });
});

describe('what Relance writes', () => {
  it('writes text as text, days like the due dates, and a status in its colour', () => {
    const cells = writtenCells(
      {
        sheet: 'Factures',
        headerRow: 1,
        dueColumn: 2,
        appends: [],
        columns: [
          {
            role: 'status',
            column: 5,
            newHeader: 'Statut',
            look: 'text',
            daysAsText: false,
            rows: [2, 3],
            before: [null, 'Payée'],
            after: ['En retard', null],
          },
          {
            role: 'nextActionOn',
            column: 6,
            newHeader: null,
            look: 'day',
            daysAsText: false,
            rows: [2],
            before: [null],
            after: ['2026-01-21'],
          },
          { role: 'reason', column: 7, newHeader: null, look: 'text', daysAsText: false, rows: [2], before: [null], after: ['=1+1'] },
        ],
      },
      'dmy',
      (_, column) => (column === 2 ? 'dd-mm-yy' : null),
    );
    expect(cells[0]?.[5]).toMatchObject({ v: 'Statut' });
    expect(cells[1]?.[5]).toMatchObject({ v: 'En retard', s: { bg: { rgb: statusColours('Overdue')?.background } } });
    expect(cells[2]?.[5]).toMatchObject({ v: null, s: { bg: null } });
    expect(cells[1]?.[6]).toMatchObject({ v: 46043, s: { n: { pattern: 'dd-mm-yy' } } });
    expect(cells[1]?.[7]).toMatchObject({ v: '=1+1', t: 4 });
  });

  it.each([
    ['=x', 4],
    ["'x", 4],
    ['12', 4],
    ['15/09/2025', 4],
    ['true', 4],
    ['Dupont', 1],
    ['7 jours', 1],
  ])('%s is text of type %i', (text, type) => {
    expect(textCell(text).t).toBe(type);
  });
});

describe('looks', () => {
  it('finds the row that heads a table, under titles', () => {
    const cells = [['Suivi'], [], ['N°', 'Client', 'Montant'], ['F-1', 'Dupont', 12]];
    expect(headingRow({ name: 'x', cells })).toBe(2);
    expect(headingRow({ name: 'x', cells: [[1, 2, 3]] })).toBe(-1);
    expect(headingRow({ name: 'x', cells: [] })).toBe(-1);
  });

  it('gives every column a width a person can read', () => {
    for (const width of columnWidths({ name: 'x', cells: [['a', 'b'.repeat(500), null, 12]] }, 0)) {
      expect(width).toBeGreaterThanOrEqual(60);
      expect(width).toBeLessThanOrEqual(210);
    }
  });

  it('days and serials are one another’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
        expect(serialOf(isoOfSerial(serial))).toBe(serial);
      }),
    );
  });
});

describe('a formula as French hands type it', () => {
  const table: readonly (readonly [typed: string, read: string])[] = [
    ['=DSO(A:J;;90)', '=DSO(A:J,,90)'],
    ['=INTERETS_RETARD(1000,50;B2)', '=INTERETS_RETARD(1000.50,B2)'],
    ['=DATE_ECHEANCE("10/09/2025";"30 jours; fin de mois")', '=DATE_ECHEANCE("10/09/2025","30 jours; fin de mois")'],
    ["=SOMME('Ventes; 2025'!A1;1,5)", "=SOMME('Ventes; 2025'!A1,1.5)"],
    // Without a semicolon between arguments nothing says that a comma is decimal.
    ['=DSO(A:J,,90)', '=DSO(A:J,,90)'],
    ['=SUM(1,5)', '=SUM(1,5)'],
    ['=SUM({1;2})', '=SUM({1;2})'],
    ['=CONCATENATE("a;b","1,5")', '=CONCATENATE("a;b","1,5")'],
  ];
  it.each(table)('%s', (typed, read) => {
    expect(withCommas(typed)).toBe(read);
    // What was read is read the same again.
    expect(withCommas(read)).toBe(read);
  });
});
