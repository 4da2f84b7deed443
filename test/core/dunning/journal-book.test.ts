// What the journal remembers of each invoice, row by row; what comes of it for the chase is in test/core/journal.test.ts. As of 2025-09-17.
import { describe, expect, it } from '@jest/globals';
import { isoOf, NO_DAY } from '../../../core/calendar.ts';
import { foldJournal, numberKey, roundOf, takenBack } from '../../../core/dunning/journal.ts';
import type { JournalEntry, JournalEvent } from '../../../core/types.ts';
import { day } from '../workbook-of.ts';

const ASOF = day('2025-09-17');
const key = (name: string) => name.toLowerCase();

/** A row of the journal: about F1 of Dupont, the reminder of round 1, on 2025-09-15, draft d1, unless it says otherwise. */
function row(
  id: string,
  event: JournalEvent,
  more: Partial<Omit<JournalEntry, 'on' | 'until'>> & { on?: string; until?: string } = {},
): JournalEntry {
  const { on = '2025-09-15', until, ...rest } = more;
  return {
    id,
    on: day(on),
    at: `${on}T10:00:00`,
    event,
    customer: 'Dupont',
    invoices: ['F1'],
    stage: 'reminder',
    round: 1,
    channel: 'email',
    amount: null,
    currency: null,
    by: '',
    reference: 'd1',
    text: '',
    check: '',
    ...rest,
    until: until === undefined ? null : day(until),
  };
}
const book = (entries: readonly JournalEntry[], fresh: readonly JournalEntry[] = []) => foldJournal(entries, ASOF, key, fresh);
const of = (entries: readonly JournalEntry[], number = 'F1') => book(entries).invoices.get(number);
const done = (entries: readonly JournalEntry[], number = 'F1') =>
  (of(entries, number)?.done ?? []).map(({ stage, on, how }) => `${stage} ${how} ${isoOf(on).slice(5)}`);

describe('an invoice number', () => {
  it.each([
    ['f 1', 'F1'],
    [' F\u00a01 ', 'F1'],
    ['Ｆ１', 'F1'],
    ['F   2025  1', 'F20251'],
  ])('%j is %s', (typed, kept) => expect(numberKey(typed)).toBe(kept));
});

describe('what was taken back', () => {
  it.each<[what: string, rows: JournalEntry[], ever: string[], byNow: string[]]>([
    ['nothing', [row('1', 'sent')], [], []],
    ['a row', [row('1', 'sent'), row('2', 'undone', { reference: '1' })], ['1'], ['1']],
    ['the first row of all', [row('2', 'undone', { reference: '1' })], ['1'], ['1']],
    ['tomorrow', [row('1', 'sent'), row('2', 'undone', { reference: '1', on: '2025-09-18' })], ['1'], []],
    ['on the day one looks from', [row('1', 'sent'), row('2', 'undone', { reference: '1', on: '2025-09-17' })], ['1'], ['1']],
    ['and given back', [row('1', 'sent'), row('2', 'undone', { reference: '1' }), row('3', 'undone', { reference: '2' })], ['2'], ['2']],
    ['by a row that names none', [row('1', 'sent'), row('2', 'undone', { reference: '' })], [], []],
    ['by a row that is no taking back', [row('1', 'sent'), row('2', 'note', { reference: '1' })], [], []],
  ])('%s', (_, rows, ever, byNow) => expect([[...takenBack(rows, null)], [...takenBack(rows, ASOF)]]).toEqual([ever, byNow]));
});

describe('what was done', () => {
  const two = { invoices: ['F1', 'F2'] };
  it.each<[what: string, rows: JournalEntry[], f1: string[], f2: string[]]>([
    ['a reminder of two invoices', [row('1', 'sent', two)], ['reminder sent 09-15'], ['reminder sent 09-15']],
    [
      'a call, a letter, a step left out',
      [row('1', 'called', { stage: 'call' }), row('2', 'letter', { stage: 'formal-notice' }), row('3', 'skipped')],
      ['call called 09-15', 'formal-notice letter 09-15', 'reminder skipped 09-15'],
      [],
    ],
    ['nothing by a draft', [row('1', 'intent'), row('2', 'drafted'), row('3', 'unknown')], [], []],
    ['nothing tomorrow', [row('1', 'sent', { on: '2025-09-18' })], [], []],
    ['nothing without a stage', [row('1', 'sent', { stage: '' })], [], []],
    [
      'noted late, it stands on its day',
      [
        row('1', 'sent', { on: '2025-09-16' }),
        row('2', 'called', { stage: 'call', on: '2025-09-10' }),
        row('3', 'sent', { stage: 'x', on: '2025-09-16' }),
      ],
      ['call called 09-10', 'reminder sent 09-16', 'x sent 09-16'],
      [],
    ],
    [
      'presumed of both, then known of one',
      [row('1', 'presumed-sent', two), row('2', 'sent', { on: '2025-09-16' })],
      ['reminder sent 09-16'],
      ['reminder sent 09-15'],
    ],
    ['presumed, then thrown away', [row('1', 'presumed-sent', two), row('2', 'discarded')], [], ['reminder sent 09-15']],
    [
      'presumed, then presumed again',
      [row('1', 'presumed-sent'), row('2', 'presumed-sent', { on: '2025-09-16' })],
      ['reminder sent 09-16'],
      [],
    ],
    [
      'presumed, and another stage sent',
      [row('1', 'presumed-sent'), row('2', 'sent', { stage: 'x' })],
      ['reminder sent 09-15', 'x sent 09-15'],
      [],
    ],
    ['presumed, and drafted again', [row('1', 'presumed-sent'), row('2', 'drafted')], ['reminder sent 09-15'], []],
    [
      'known, then known again',
      [row('1', 'presumed-sent'), row('2', 'sent'), row('3', 'sent', { on: '2025-09-16' })],
      ['reminder sent 09-15', 'reminder sent 09-16'],
      [],
    ],
  ])('%s', (_, rows, f1, f2) => expect([done(rows), done(rows, 'F2')]).toEqual([f1, f2]));

  it('the round is the highest done', () => {
    expect([
      roundOf(undefined),
      roundOf(of([row('1', 'sent')])),
      roundOf(of([row('1', 'sent', { round: 3 }), row('2', 'sent', { round: 2 })])),
    ]).toEqual([1, 1, 3]);
  });
});

describe('what may be on its way', () => {
  it.each<[what: string, rows: JournalEntry[], waiting: string[]]>([
    ['announced', [row('1', 'intent')], ['reminder 1 intent']],
    ['announced tomorrow', [row('1', 'intent', { on: '2025-09-18' })], ['reminder 1 intent']],
    ['of two rounds', [row('1', 'drafted'), row('2', 'drafted', { round: 2 })], ['reminder 1 drafted', 'reminder 2 drafted']],
    ['nobody knows', [row('1', 'drafted'), row('2', 'unknown')], ['reminder 1 unknown']],
    ['thrown away', [row('1', 'drafted'), row('2', 'discarded')], []],
    ['sent', [row('1', 'sent')], ['reminder 1 sent']],
    ['presumed sent', [row('1', 'presumed-sent')], ['reminder 1 sent']],
    ['a letter that was drafted', [row('1', 'drafted'), row('2', 'letter')], ['reminder 1 sent']],
    ['a letter that was not', [row('2', 'letter')], []],
    ['a call', [row('1', 'called')], []],
    ['a note', [row('1', 'drafted'), row('2', 'note')], ['reminder 1 drafted']],
    ['taken back', [row('1', 'drafted'), row('2', 'undone', { reference: '1' })], []],
  ])('%s', (_, rows, waiting) =>
    expect([...(of(rows)?.waiting.values() ?? [])].map(({ stage, round, state }) => `${stage} ${round} ${state}`)).toEqual(waiting),
  );

  it.each<[what: string, rows: JournalEntry[], unfinished: string[], drafted: string[]]>([
    ['announced', [row('1', 'intent')], ['d1 1'], []],
    ['announced in two rows', [row('1', 'intent'), row('2', 'intent', { invoices: ['F2'] })], ['d1 1 2'], []],
    ['drafted in two rows', [row('1', 'intent'), row('2', 'drafted'), row('3', 'drafted', { invoices: ['F2'] })], [], ['d1 2 3']],
    ['sent', [row('1', 'intent'), row('2', 'drafted'), row('3', 'sent')], [], []],
    ['a note on it', [row('1', 'intent'), row('2', 'note')], ['d1 1'], []],
    ['without a draft’s name', [row('1', 'intent', { reference: '' }), row('2', 'drafted', { reference: '' })], [], []],
  ])('drafts: %s', (_, rows, unfinished, drafted) => {
    const made = book(rows);
    const ids = (of: ReadonlyMap<string, readonly JournalEntry[]>) =>
      [...of].map(([draft, all]) => [draft, ...all.map(({ id }) => id)].join(' '));
    expect([ids(made.unfinished), ids(made.drafted)]).toEqual([unfinished, drafted]);
  });
});

describe('when the customer was last spoken to', () => {
  it.each<[what: string, rows: JournalEntry[], customer: string | null, invoice: string | null]>([
    ['a message', [row('1', 'sent')], '2025-09-15', '2025-09-15'],
    ['the later of two', [row('1', 'sent', { on: '2025-09-16' }), row('2', 'called')], '2025-09-16', '2025-09-16'],
    ['a draft is none', [row('1', 'drafted')], null, null],
    ['a step left out is none', [row('1', 'skipped')], null, null],
    ['about another invoice', [row('1', 'sent', { invoices: ['F2'] })], '2025-09-15', null],
    ['about all of them', [row('1', 'called', { invoices: [] })], '2025-09-15', null],
    ['a presumption that ended in the bin', [row('1', 'presumed-sent'), row('2', 'discarded')], null, null],
    ['nobody named', [row('1', 'sent', { customer: '' })], null, '2025-09-15'],
  ])('%s', (_, rows, customer, invoice) => {
    const made = book(rows);
    const said = (on: number | undefined) => (on === undefined || on === NO_DAY ? null : isoOf(on as typeof ASOF));
    expect([made.contacts.size, said(made.contacts.get('dupont')), said(made.invoices.get('F1')?.lastContactOn)]).toEqual([
      customer === null ? 0 : 1,
      customer,
      invoice,
    ]);
  });
});

describe('promises', () => {
  const promise = (id: string, on: string, until?: string): JournalEntry =>
    row(id, 'promise', { on, ...(until === undefined ? {} : { until }), stage: '', reference: '' });
  const replaced = (rows: readonly JournalEntry[]) =>
    (of(rows)?.promises ?? []).map(
      ({ made, replacedOn }) => `${isoOf(made.promisedOn).slice(5)} ${replacedOn === NO_DAY ? 'stands' : isoOf(replacedOn).slice(5)}`,
    );
  it('each stands until the next one', () => {
    const rows = [
      promise('1', '2025-09-10', '2025-09-20'),
      promise('2', '2025-09-12', '2025-09-25'),
      promise('3', '2025-09-14', '2025-09-30'),
    ];
    expect(replaced(rows)).toEqual(['09-20 09-12', '09-25 09-14', '09-30 stands']);
    expect(of(rows)?.promise).toMatchObject({ promisedOn: day('2025-09-30'), madeOn: day('2025-09-14'), invoices: ['F1'], amount: null });
  });
  it('one without a day takes the one before away', () => {
    const rows = [promise('1', '2025-09-10', '2025-09-20'), promise('2', '2025-09-12')];
    expect([replaced(rows), of(rows)?.promise]).toEqual([['09-20 09-12'], null]);
    expect(replaced([...rows, promise('3', '2025-09-14', '2025-09-30')])).toEqual(['09-20 09-12', '09-30 stands']);
  });
  it.each<[what: string, until: string | undefined, stands: boolean]>([
    ['of its day', '2025-09-20', false],
    ['of a later day', '2025-09-21', false],
    ['of an earlier one, which it replaced', '2025-09-18', true],
    ['of no day', undefined, false],
  ])('said to be broken, %s', (_, until, stands) => {
    const made = of([promise('1', '2025-09-10', '2025-09-20'), row('2', 'promise-broken', until === undefined ? {} : { until })]);
    expect([made?.promise !== null, made?.brokenPromise !== null]).toEqual([stands, !stands]);
  });
  it('a promise nobody noted can be broken too, on its day or the day it was said', () => {
    expect(of([row('1', 'promise-broken', { until: '2025-09-11' })])?.brokenPromise).toEqual({
      promisedOn: day('2025-09-11'),
      amount: null,
      madeOn: NO_DAY,
      invoices: [],
    });
    expect(of([row('1', 'promise-broken')])?.brokenPromise?.promisedOn).toBe(day('2025-09-15'));
  });
});

describe('disputes, pauses, plans and hand-overs', () => {
  it.each<[what: string, rows: JournalEntry[], open: boolean, resolved: string]>([
    ['opened', [row('1', 'dispute')], true, 'no'],
    ['opened and settled', [row('1', 'dispute'), row('2', 'resolved')], false, 'here'],
    ['settled, and opened again', [row('1', 'dispute'), row('2', 'resolved'), row('3', 'dispute')], true, 'no'],
    ['settled, known from the sheet', [row('1', 'resolved')], false, 'elsewhere'],
    ['settled, opened about another invoice', [row('1', 'dispute', { invoices: ['F2'] }), row('2', 'resolved')], false, 'elsewhere'],
    [
      'settled, opened about it among others',
      [row('1', 'dispute', { invoices: ['F2', 'F1'] }), row('2', 'undone', { reference: '1' }), row('3', 'resolved')],
      false,
      'here',
    ],
    ['settled, opened about all', [row('1', 'dispute', { invoices: [] }), row('2', 'resolved')], false, 'here'],
    [
      'settled with another, and taken back before',
      [row('1', 'dispute'), row('2', 'undone', { reference: '1' }), row('3', 'resolved', { invoices: ['F1', 'F3'] })],
      false,
      'here',
    ],
  ])('a dispute %s', (_, rows, open, resolved) =>
    expect([of(rows)?.dispute !== null, of(rows)?.disputeResolved]).toEqual([open, resolved]),
  );

  it('a pause, a hand-over, and what was told of all a customer’s invoices', () => {
    const rows = [
      row('1', 'hold', { until: '2025-09-30' }),
      row('2', 'handed-over'),
      row('3', 'hold', { invoices: [], until: '2025-10-31' }),
      row('4', 'hold', { invoices: [], customer: '', until: '2025-12-31' }),
    ];
    expect([of(rows)?.holdUntil, of(rows)?.handedOverOn]).toEqual([day('2025-09-30'), day('2025-09-15')]);
    expect([...book(rows).customers].map(([name, { holdUntil }]) => [name, holdUntil])).toEqual([['dupont', day('2025-10-31')]]);
  });

  it('a plan stands from the day it was made, unless taken back', () => {
    const rows = [
      row('1', 'plan'),
      row('2', 'plan'),
      row('3', 'undone', { reference: '2' }),
      row('4', 'plan', { on: '2025-09-18' }),
      row('5', 'plan', { on: '2025-09-17' }),
    ];
    expect(book(rows).plans.map(({ entry, stands }) => `${entry.id} ${stands}`)).toEqual(['1 true', '2 false', '4 false', '5 true']);
    expect([book([]).empty, book(rows).empty]).toEqual([true, false]);
  });

  it('labels of ours that may still stand in the status cell', () => {
    const rows = [
      row('1', 'dispute'),
      row('2', 'undone', { reference: '1' }),
      row('3', 'handed-over', { on: '2025-09-18' }),
      row('4', 'hold', { on: '2025-09-18' }),
      row('5', 'dispute', { on: '2025-09-17' }),
    ];
    const labels = (fresh: readonly JournalEntry[]) => {
      const made = book(rows, fresh).invoices.get('F1');
      return [[...(made?.justTakenBack ?? [])], [...(made?.toldLater ?? [])]];
    };
    expect(labels([])).toEqual([[], ['legal']]);
    expect(labels(rows.slice(1, 2))).toEqual([['disputed'], ['legal']]);
    expect(labels(rows.slice(0, 1))).toEqual([[], ['legal']]);
  });

  it('disputes and promises of any day are kept apart', () => {
    const rows = [
      row('1', 'dispute', { on: '2025-09-10' }),
      row('2', 'resolved', { on: '2025-09-12' }),
      row('3', 'promise', { invoices: [], customer: 'Durand', until: '2025-09-30' }),
      row('4', 'promise', { invoices: [], customer: '', until: '2025-09-30' }),
    ];
    const { paths } = book(rows);
    const disputed = (on: string) => paths?.on(day(on)).invoices.get('F1')?.dispute != null;
    expect(['2025-09-09', '2025-09-10', '2025-09-11', '2025-09-12'].map(disputed)).toEqual([false, true, true, false]);
    expect([[...(paths?.numbers ?? [])], [...(paths?.customers ?? [])]]).toEqual([['F1'], ['durand']]);
    expect([book([row('1', 'sent')]).paths, book([row('1', 'undone', { reference: '9' })]).paths]).toEqual([null, null]);
  });
});
