/**
 * What a refresh costs Google: the number of calls, which does not depend on the number of rows. A call takes a tenth of a second whatever it does; a
 * thousand of them would be the six minutes Google allows.
 */
import { describe, expect, it } from '@jest/globals';
import { type Cell, dayFromIso, perform, type Snapshot } from '../../core/index.ts';
import { IS_THOROUGH } from '../thorough.ts';
import { type BookData, type Counts, sheetsHost } from './sheets/index.ts';

const FEW = 100;
const MANY = IS_THOROUGH ? 50_000 : 2_000;
/** Writes a table of columns side by side may cost, and those besides. */
const [A_TABLE, BESIDES] = [3, 4];
const NEW_COLUMNS = ['Jours de retard', 'Statut', 'Dernière action', 'Prochaine action', 'Date prochaine action', 'Motif'];
const FIRST_NEW = 8;

const refresh = (day: string) => perform({ kind: 'refresh', at: `${day}T09:00:00` }, dayFromIso(day) as never);

/** A bound sheet whose due dates run over three months; every third invoice is paid. */
function invoices(count: number): Snapshot {
  const day = (days: number): Cell => ({ date: new Date(Date.UTC(2026, 0, 10 + days)).toISOString().slice(0, 10) });
  const rows = Array.from({ length: count }, (_, i): Cell[] => {
    const due = i % 90;
    return [
      `F-${i + 1}`,
      `Client ${i % 90}`,
      `client${i % 90}@a.example`,
      100 + i,
      day(due - 30),
      day(due),
      i % 3 === 0 ? day(due + 5) : null,
    ];
  });
  return {
    sheets: [{ name: 'Factures', cells: [['N° facture', 'Client', 'E-mail', 'Montant', 'Date facture', 'Échéance', 'Payée le'], ...rows] }],
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    date1904: false,
    workbookId: 'w',
    binding: {
      sheet: 'Factures',
      headerRow: 1,
      columns: { number: 'A', customer: 'B', email: 'C', amount: 'D', issuedOn: 'E', dueOn: 'F', paidOn: 'G' },
    },
  };
}

/** Words of the user's own in our columns, the same number in a short sheet and in a long one, spread over all of it. */
function scatter(book: BookData, rows: number): Map<string, unknown> {
  const sheet = book.sheet('Factures');
  const theirs = new Map<string, unknown>();
  for (let k = 0; k < 30; k++) {
    const row = 2 + Math.floor((k * rows) / 30);
    const column = FIRST_NEW + (k % NEW_COLUMNS.length);
    const stored = { value: k % 5 === 0 ? k + 0.5 : `voir Paul ${'x'.repeat(k)}`, formula: null, format: k % 2 === 0 ? '@' : null };
    sheet.put(row, column, typeof stored.value === 'number' ? { ...stored, format: '0.0' } : stored);
    theirs.set(`${row} ${column}`, sheet.at(row, column));
  }
  book.flush();
  return theirs;
}

/** Counts of three refreshes: the first, the next day's among the user's words, and another on that day. */
function counted(rows: number): { first: Counts; nextDay: Counts; again: Counts } {
  const host = sheetsHost(invoices(rows));
  host.run(refresh('2026-03-16'));
  const first = host.counts;
  const theirs = scatter(host.book, rows);
  host.run(refresh('2026-03-17'));
  const nextDay = host.counts;
  for (const [place, stored] of theirs) {
    const [row = 0, column = 0] = place.split(' ').map(Number);
    expect(host.book.sheet('Factures').at(row, column)).toEqual(stored);
  }
  host.run(refresh('2026-03-17'));
  return { first, nextDay, again: host.counts };
}

/** Each of the user's words is looked at for parts in other looks: as many looks as there are words in the way, whatever the rows. */
function withoutLooks({ byName, reads, writes, readsAfterWrites }: Counts): object {
  const names = Object.entries(byName).filter(([name]) => !name.startsWith('RichTextValue'));
  return { ...Object.fromEntries(names), reads, writes, readsAfterWrites };
}

describe('a refresh of a bound sheet', () => {
  it(`costs as many calls at ${MANY} rows as at ${FEW}: few reads, all before the writes but one, and few writes`, () => {
    const [few, many] = [counted(FEW), counted(MANY)];
    expect(many.first).toEqual(few.first);
    expect(withoutLooks(many.nextDay)).toEqual(withoutLooks(few.nextDay));
    for (const { reads, readsAfterWrites, writes } of [many.first, many.nextDay]) {
      expect(reads).toBeLessThanOrEqual(20);
      expect(readsAfterWrites).toBe(1);
      expect(writes).toBeLessThanOrEqual(A_TABLE + BESIDES);
    }
    expect(many.again.writes).toBe(0);
  });
});
