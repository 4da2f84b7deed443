// Whom to contact now, in order: one entry per customer and exact address. As of Wednesday 2025-09-17; English, no country.
import { describe, expect, it } from '@jest/globals';
import { action, entryText, journalOf, type Row, reportOf, workbookOf } from './workbook-of.ts';

const ASOF = '2025-09-17';
const list = (rows: readonly Row[], asOf = ASOF, around: Parameters<typeof workbookOf>[1] = {}) =>
  reportOf(workbookOf(rows, around), asOf).worklist.map(entryText);
const late = (days: number, more: Row = {}): Row => ({
  due: new Date(Date.parse(ASOF) - days * 86_400_000).toISOString().slice(0, 10),
  email: 'a@x.example',
  ...more,
});

describe('one entry per customer and exact address', () => {
  it.each<[what: string, rows: Row[], entries: string[]]>([
    ['two invoices, one message', [late(5), late(4)], ['Dupont a@x.example: reminder now F1+F2']],
    [
      'the same name at two addresses: two messages',
      [late(5), late(4, { email: 'b@x.example' })],
      ['Dupont a@x.example: reminder now F1', 'Dupont b@x.example: reminder now F2'],
    ],
    [
      'one address of two customers: never merged',
      [late(5), late(4, { customer: 'Durand' })],
      ['Dupont a@x.example: reminder now F1', 'Durand a@x.example: reminder now F2'],
    ],
    [
      'a blank address inherits nothing',
      [late(5), late(4, { email: null })],
      ['Dupont a@x.example: reminder now F1', 'Dupont -: reminder now F2'],
    ],
    [
      'one address in several spellings',
      [late(5), late(4, { email: 'A@X.example' }), late(3, { email: 'Compta <a@x.example>' })],
      ['Dupont a@x.example: reminder now F1+F2+F3'],
    ],
    [
      'two addresses in a cell stay as typed',
      [late(5, { email: 'a@x.example; b@x.example' })],
      ['Dupont a@x.example; b@x.example: reminder now F1'],
    ],
    ['one customer in several spellings', [late(5), late(4, { customer: ' DUPONT' })], ['Dupont a@x.example: reminder now F1+F2']],
    [
      'ids tell customers apart',
      [late(5, { id: '1' }), late(4, { id: '2' })],
      ['Dupont a@x.example: reminder now F1', 'Dupont a@x.example: reminder now F2'],
    ],
  ])('%s', (_, rows, entries) => expect(list(rows)).toEqual(entries));

  it('sums are per currency, and a part in dispute is not asked for', () => {
    const { worklist } = reportOf(
      workbookOf([late(5, { currency: 'EUR' }), late(4, { currency: 'USD', amount: 250.5 }), late(4, { currency: 'EUR', disputed: 400 })]),
      ASOF,
    );
    expect(worklist.map(({ currencies }) => currencies)).toEqual([{ EUR: 1600, USD: 250.5 }]);
  });
});

describe('who advances, and what is also open', () => {
  it.each<[what: string, rows: Row[], entries: string[]]>([
    ['only what is due advances; the other late ones are listed', [late(5), late(2)], ['Dupont a@x.example: reminder now F1 (also F2)']],
    ['what is not late is not listed', [late(5), late(-30)], ['Dupont a@x.example: reminder now F1']],
    ['a courtesy due today goes along', [late(5), late(-5)], ['Dupont a@x.example: reminder now F1+F2']],
    ['each by its own stage, under the highest', [late(25, { last: 'Call' }), late(5)], ['Dupont a@x.example: formal-reminder now F1+F2']],
    [
      'a promised, paused, disputed one is not spoken of',
      [late(5), late(9, { promiseOn: '2025-09-30' }), late(9, { hold: '2025-09-30' }), late(9, { status: 'Litige' })],
      ['Dupont a@x.example: reminder now F1'],
    ],
    ['nor one that must be fixed', [late(5), late(9, { number: '' })], ['Dupont a@x.example: reminder now F1']],
    [
      'a notice names only what meets its conditions',
      [late(40, { last: 'Formal reminder' }), late(5)],
      ['Dupont a@x.example: formal-notice now F1 (also F2)'],
    ],
    [
      'an e-mail stage above a call: the call waits its turn',
      [late(25, { last: 'Call' }), late(12, { last: 'Reminder' })],
      ['Dupont a@x.example: formal-reminder now F1 (also F2)'],
    ],
    [
      'a hand-over goes with nothing',
      [late(60, { last: 'Formal notice' }), late(50, { last: 'Formal notice' })],
      ['Dupont a@x.example: hand-over now F1+F2'],
    ],
    [
      'a hand-over does not keep a reminder back',
      [late(60, { last: 'Formal notice' }), late(5)],
      ['Dupont a@x.example: reminder now F2 (also F1)'],
    ],
    ['nothing to do: no entry', [late(5, { paidOn: ASOF }), late(5, { status: 'Litige' })], []],
  ])('%s', (_, rows, entries) => expect(list(rows)).toEqual(entries));

  it('a call first: written stages wait for the interval, and say so', () => {
    const { worklist, invoices } = reportOf(workbookOf([late(12, { last: 'Reminder' }), late(5), late(4)]), ASOF);
    expect(worklist.map(entryText)).toEqual(['Dupont a@x.example: call now F1 (also F2+F3)']);
    expect(worklist[0]?.warnings.map(({ guard, message }) => `${guard}: ${message}`)).toContain(
      'written-stages-wait: A call comes first; written reminders wait (F2, F3).',
    );
    expect(invoices.map(({ nextAction, reason }) => `${action(nextAction)} ${reason}`)).toEqual([
      'call 2025-09-17 12 days late; this step was planned after 10 days.',
      'reminder 2025-09-22 A call comes first on 17 Sep 2025: the written reminder waits.',
      'reminder 2025-09-22 A call comes first on 17 Sep 2025: the written reminder waits.',
    ]);
  });

  it('of two stages of one tone, the later leads', () => {
    expect(list([late(5), late(-5)])).toEqual(['Dupont a@x.example: reminder now F1+F2']);
    expect(list([late(12, { last: 'Reminder' }), late(5)])).toEqual(['Dupont a@x.example: call now F1 (also F2)']);
  });
});

describe('what comes later', () => {
  it.each<[what: string, rows: Row[], entries: string[]]>([
    ['only when nothing is due now', [late(2), late(-20)], ['Dupont a@x.example: reminder 2025-09-18 F1']],
    ['the earliest day', [late(-20), late(-10)], ['Dupont a@x.example: pre-reminder 2025-09-22 F2']],
    ['left alone', [late(5, { last: 'Reminder (2025-09-15)' })], ['Dupont a@x.example: call 2025-09-22 F1']],
    ['promised', [late(5, { promiseOn: '2025-09-18' })], ['Dupont a@x.example: reminder 2025-09-22 F1']],
    [
      'per address',
      [late(5), late(-20, { email: 'b@x.example' })],
      ['Dupont a@x.example: reminder now F1', 'Dupont b@x.example: pre-reminder 2025-09-30 F2'],
    ],
  ])('%s', (_, rows, entries) => expect(list(rows)).toEqual(entries));
});

describe('the order', () => {
  it('due first; then tone, overdue amount, days late, name', () => {
    const rows: Row[] = [
      late(2, { customer: 'Later', amount: 90_000 }),
      late(5, { customer: 'Small', amount: 100 }),
      late(5, { customer: 'Zoe', amount: 500 }),
      late(5, { customer: 'Adam', amount: 500 }),
      late(6, { customer: 'Older', amount: 500 }),
      late(-5, { customer: 'Courtesy', amount: 50_000 }),
      late(25, { customer: 'Firm', amount: 50, last: 'Call' }),
      late(40, { customer: 'Notice', amount: 50, last: 'Formal reminder' }),
      late(60, { customer: 'Over', amount: 10, last: 'Formal notice' }),
      late(5, { customer: 'Also', amount: 100 }),
      late(2, { customer: 'Also', amount: 700 }),
    ];
    expect(list(rows).map((text) => text.split(' ')[0])).toEqual([
      'Over',
      'Notice',
      'Firm',
      'Also',
      'Older',
      'Adam',
      'Zoe',
      'Small',
      'Courtesy',
      'Later',
    ]);
  });
});

describe('the address', () => {
  it('of the Customers tab, where the row has none', () => {
    const around = {
      tabs: {
        Customers: [
          ['Customer', 'Email'],
          ['dupont', 'tab@x.example'],
        ],
      },
    };
    expect(list([late(5, { email: null }), late(4)], ASOF, around)).toEqual([
      'Dupont tab@x.example: reminder now F1',
      'Dupont a@x.example: reminder now F2',
    ]);
  });
  it('a drafted reminder keeps its entry, blocked', () => {
    const tabs = journalOf([{ at: '2025-09-16', event: 'drafted', customer: 'Dupont', invoices: 'F1', stage: 'reminder' }]);
    expect(list([late(5)], ASOF, { tabs })).toEqual(['Dupont a@x.example: reminder now F1']);
  });
});
