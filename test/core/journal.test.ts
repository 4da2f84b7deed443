// What the journal makes of its rows: what was done, what may be on its way, what is told of a customer. Due on 2025-09-12; English, no country.
import { describe, expect, it } from '@jest/globals';
import { action, type Entry, journalOf, type Row, reportOf, workbookOf } from './workbook-of.ts';

const DUE = '2025-09-12';
const MAIL: Row = { due: DUE, email: 'compta@dupont.example' };
const row = (event: string, more: Partial<Entry> = {}): Entry => ({
  at: '2025-09-15',
  event,
  customer: 'Dupont',
  invoices: 'F1',
  stage: 'reminder',
  reference: 'd1',
  ...more,
});

/** Last action, next action, blocks of the customer's entry. */
const outcome = (entries: readonly Entry[], asOf = '2025-09-17', rows: readonly Row[] = [MAIL]): string => {
  const { invoices, worklist } = reportOf(workbookOf(rows, { tabs: journalOf(entries) }), asOf);
  const blocks = worklist.flatMap(({ blockedBy }) => blockedBy.map(({ guard }) => guard)).join('+');
  return `${action(invoices[0]?.lastAction)} | ${action(invoices[0]?.nextAction)} | ${blocks || 'free'}`;
};

describe('one reminder, from its announcement to its end', () => {
  it.each<[what: string, entries: Entry[], outcome: string]>([
    ['nothing', [], '– | reminder 2025-09-17 | free'],
    ['announced', [row('intent')], '– | reminder 2025-09-17 | already-drafted'],
    ['drafted', [row('intent'), row('drafted')], '– | reminder 2025-09-17 | already-drafted'],
    ['nobody knows', [row('intent'), row('unknown')], '– | reminder 2025-09-17 | already-drafted'],
    ['sent', [row('intent'), row('drafted'), row('sent')], 'reminder 2025-09-15 | call 2025-09-22 | interval'],
    ['presumed sent', [row('intent'), row('drafted'), row('presumed-sent')], 'reminder 2025-09-15 | call 2025-09-22 | interval'],
    ['discarded', [row('intent'), row('drafted'), row('discarded')], '– | reminder 2025-09-17 | free'],
    [
      'announced again after it was discarded',
      [row('intent'), row('discarded'), row('intent')],
      '– | reminder 2025-09-17 | already-drafted',
    ],
    [
      'presumed sent, then known: on its true day',
      [row('presumed-sent'), row('sent', { at: '2025-09-16' })],
      'reminder 2025-09-16 | call 2025-09-23 | interval',
    ],
    ['presumed sent, in truth thrown away', [row('presumed-sent'), row('discarded')], '– | reminder 2025-09-17 | free'],
    [
      'sent, and taken back: the draft still waits',
      [row('drafted'), row('sent'), row('undone', { reference: '2' })],
      '– | reminder 2025-09-17 | already-drafted',
    ],
    ['all of it taken back', [row('drafted'), row('undone', { reference: '1' })], '– | reminder 2025-09-17 | free'],
    [
      'the taking back taken back',
      [row('sent'), row('undone', { reference: '1' }), row('undone', { reference: '2' })],
      'reminder 2025-09-15 | call 2025-09-22 | interval',
    ],
    ['taking back nothing', [row('sent'), row('undone', { reference: '' })], 'reminder 2025-09-15 | call 2025-09-22 | interval'],
    [
      'taking back nothing, beside rows without an id',
      [row('sent', { id: '' }), row('undone', { id: '', reference: '' })],
      'reminder 2025-09-15 | call 2025-09-22 | interval',
    ],
    [
      'a draft of another stage waits',
      [row('drafted', { stage: 'pre-reminder', at: '2025-09-08' })],
      '– | reminder 2025-09-17 | unsent-draft',
    ],
    ['a draft of another round', [row('drafted', { round: 2 })], '– | reminder 2025-09-17 | unsent-draft'],
    [
      'a notice drafted and posted waits no more',
      [row('drafted', { stage: 'formal-notice' }), row('letter', { stage: 'formal-notice' })],
      'formal-notice 2025-09-15 | hand-over 2025-10-13 | interval',
    ],
    ['two invoices in one row', [row('sent', { invoices: 'F0; F1' })], 'reminder 2025-09-15 | call 2025-09-22 | interval'],
    ['a number typed in another way', [row('sent', { invoices: ' f 1 ' })], 'reminder 2025-09-15 | call 2025-09-22 | interval'],
  ])('%s', (_, entries, expected) => expect(outcome(entries)).toBe(expected));
});

describe('the day one looks from', () => {
  it.each<[what: string, entries: Entry[], asOf: string, outcome: string]>([
    [
      'a row of tomorrow blocks, and counts for nothing else',
      [row('sent', { at: '2025-09-20' })],
      '2025-09-17',
      '– | reminder 2025-09-17 | already-drafted',
    ],
    ['on its own day it counts', [row('sent', { at: '2025-09-20' })], '2025-09-20', 'reminder 2025-09-20 | call 2025-09-29 | interval'],
    ['drafted tomorrow', [row('drafted', { at: '2025-09-20' })], '2025-09-17', '– | reminder 2025-09-17 | already-drafted'],
    [
      'taken back tomorrow: today it was sent',
      [row('sent'), row('undone', { at: '2025-09-20', reference: '1' })],
      '2025-09-17',
      'reminder 2025-09-15 | call 2025-09-22 | interval',
    ],
    [
      'a promise of tomorrow',
      [row('promise', { at: '2025-09-20', stage: '', until: '2025-09-30' })],
      '2025-09-17',
      '– | reminder 2025-09-17 | free',
    ],
  ])('%s', (_, entries, asOf, expected) => expect(outcome(entries, asOf)).toBe(expected));
});

describe('rows sorted by the user', () => {
  const story = [
    row('intent'),
    row('drafted'),
    row('sent'),
    row('drafted', { at: '2025-09-22', stage: 'call', reference: 'd2' }),
    row('called', { at: '2025-09-23', stage: 'call', reference: 'd2' }),
  ];
  const numbered = story.map((entry, n) => ({ ...entry, id: String(n + 8) }));
  it.each<[string, (a: Entry, b: Entry) => number]>([
    ['backwards', (a, b) => Number(b.id) - Number(a.id)],
    ['by event', (a, b) => (a.event < b.event ? -1 : 1)],
    ['by id as text', (a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)],
  ])('%s: the same story', (_, order) => expect(outcome([...numbered].sort(order), '2025-09-24')).toBe(outcome(numbered, '2025-09-24')));
});

describe('what is told of the customer as a whole', () => {
  const wide = (event: string, more: Partial<Entry> = {}) => row(event, { invoices: '', stage: '', reference: '', ...more });
  const later: Row = { number: 'F2', due: '2025-10-17', issued: '2025-09-17', email: 'compta@dupont.example' };
  const both = (entries: readonly Entry[], asOf: string) => {
    const { invoices } = reportOf(workbookOf([MAIL, later], { tabs: journalOf(entries) }), asOf);
    return invoices.map(({ status, nextAction }) => `${status} ${action(nextAction)}`);
  };
  it.each<[what: string, entries: Entry[], asOf: string, outcome: string[]]>([
    [
      'a pause covers all invoices',
      [wide('hold', { until: '2025-10-31' })],
      '2025-10-21',
      ['on-hold reminder 2025-11-03', 'on-hold reminder 2025-11-03'],
    ],
    [
      'a promise is about the invoices there were',
      [wide('promise', { until: '2025-10-24' })],
      '2025-10-21',
      ['promised reminder 2025-10-27', 'overdue reminder 2025-10-21'],
    ],
    ['so is a dispute', [wide('dispute')], '2025-10-21', ['disputed –', 'overdue reminder 2025-10-21']],
    ['and a hand-over', [wide('handed-over')], '2025-10-21', ['legal –', 'overdue reminder 2025-10-21']],
    [
      'a call is a contact',
      [wide('called', { at: '2025-10-20' })],
      '2025-10-21',
      ['overdue reminder 2025-10-27', 'overdue reminder 2025-10-27'],
    ],
    [
      'of somebody else: nothing',
      [wide('hold', { customer: 'Durand', until: '2025-10-31' })],
      '2025-10-21',
      ['overdue reminder 2025-10-21', 'overdue reminder 2025-10-21'],
    ],
    [
      'the name as people type it',
      [wide('hold', { customer: ' DUPONT ', until: '2025-10-31' })],
      '2025-10-21',
      ['on-hold reminder 2025-11-03', 'on-hold reminder 2025-11-03'],
    ],
  ])('%s', (_, entries, asOf, expected) => expect(both(entries, asOf)).toEqual(expected));

  it('customers known by an id are known by their name in the journal', () => {
    const rows: Row[] = [{ ...MAIL, id: 'C-07' }];
    expect(outcome([wide('called', { at: '2025-09-16' })], '2025-09-17', rows)).toBe('– | reminder 2025-09-22 | interval');
    expect(outcome([wide('called', { at: '2025-09-16', customer: 'c-07' })], '2025-09-17', rows)).toBe(
      '– | reminder 2025-09-22 | interval',
    );
  });
});
