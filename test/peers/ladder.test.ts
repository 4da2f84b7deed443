// What the best tools of the trade agree on about ladders, where DOMAIN agrees: run through the report command. Due on Monday 2025-06-02 unless said;
// standard: pre-reminder 26 May, reminder 5 June, call 12 June, formal reminder 22 June (a Sunday: 23), formal notice 2 July.
import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../core/workbook.ts';
import type { Entry, Row } from '../core/workbook-of.ts';
import { asked, type Beside, first, work } from './asked.ts';

const DUE = '2025-06-02';
const F1: Row = { due: DUE };
const did = (event: string, at: string, stage: string, invoices = 'F1', more: Partial<Entry> = {}): Entry => ({
  at,
  event,
  customer: 'Dupont',
  invoices,
  stage,
  ...more,
});

describe('on or after, never exactly on', () => {
  it.each([
    // as of | next action · status
    ['2025-05-20', 'pre-reminder 2025-05-26 · not-due'],
    ['2025-05-26', 'pre-reminder 2025-05-26 · watch'],
    ['2025-05-28', 'pre-reminder 2025-05-28 · watch'],
    ['2025-05-31', 'pre-reminder 2025-06-02 · watch'],
    ['2025-06-02', 'pre-reminder 2025-06-02 · watch'],
    ['2025-06-03', 'reminder 2025-06-05 · watch'],
    ['2025-06-05', 'reminder 2025-06-05 · overdue'],
    ['2025-06-07', 'reminder 2025-06-09 · overdue'],
    ['2025-06-25', 'reminder 2025-06-25 · overdue'],
    ['2026-01-05', 'reminder 2026-01-05 · overdue'],
  ])('never chased, as of %s: %s', (asOf, expected) => expect(first([F1], asOf)).toBe(expected));

  it('a pre-due reminder that a weekend would push past the due date has expired', () => {
    expect(first([{ due: '2025-05-31' }], '2025-05-31')).toBe('reminder 2025-06-03 · watch');
  });
});

describe('a rung is climbed only after the one below was done', () => {
  it.each<[string, Entry[], string, string]>([
    // what | journal | as of | next action · status
    ['sent on its day', [did('sent', '2025-06-05', 'reminder')], '2025-06-06', 'call 2025-06-12 · overdue'],
    ['sent late: the invoice rests 7 days', [did('sent', '2025-06-10', 'reminder')], '2025-06-11', 'call 2025-06-17 · overdue'],
    ['presumed sent', [did('presumed-sent', '2025-06-05', 'reminder')], '2025-06-06', 'call 2025-06-12 · overdue'],
    [
      'called',
      [did('sent', '2025-06-05', 'reminder'), did('called', '2025-06-12', 'call')],
      '2025-06-13',
      'formal-reminder 2025-06-23 · overdue',
    ],
    ['one rung missed for months: not two at once', [did('sent', '2025-06-05', 'reminder')], '2025-09-17', 'call 2025-09-17 · overdue'],
    [
      'skipped: advances, and is no contact',
      [did('sent', '2025-06-05', 'reminder'), did('skipped', '2025-06-20', 'call')],
      '2025-06-21',
      'formal-reminder 2025-06-23 · overdue',
    ],
    ['only mentioned: no rest, no rung', [did('mentioned', '2025-06-04', 'reminder')], '2025-06-05', 'reminder 2025-06-05 · overdue'],
    ['a draft advances nothing', [did('drafted', '2025-06-05', 'reminder')], '2025-06-20', 'reminder 2025-06-20 · overdue'],
    [
      'a discarded draft neither',
      [
        did('drafted', '2025-06-05', 'reminder', 'F1', { reference: 'd' }),
        did('discarded', '2025-06-06', 'reminder', 'F1', { reference: 'd' }),
      ],
      '2025-06-20',
      'reminder 2025-06-20 · overdue',
    ],
    [
      'sent and taken back',
      [did('sent', '2025-06-05', 'reminder', 'F1', { id: '1' }), did('undone', '2025-06-05', '', '', { id: '2', reference: '1' })],
      '2025-06-06',
      'reminder 2025-06-06 · overdue',
    ],
    [
      'the notice posted: its 8 days pass first',
      [did('letter', '2025-07-02', 'formal-notice')],
      '2025-07-03',
      'hand-over 2025-07-11 · overdue',
    ],
    ['handed over', [did('handed-over', '2025-07-11', 'hand-over')], '2025-07-20', '– · legal'],
    [
      'done in the future of the day looked at: not yet',
      [did('sent', '2025-06-05', 'reminder')],
      '2025-06-04',
      'reminder 2025-06-05 · watch',
    ],
    [
      'another’s invoice',
      [did('sent', '2025-06-05', 'reminder', 'X9', { customer: 'Somebody' })],
      '2025-06-06',
      'reminder 2025-06-06 · overdue',
    ],
  ])('%s', (_, journal, asOf, expected) => expect(first([F1], asOf, { journal })).toBe(expected));

  it('hand-over comes again every N days, if set', () => {
    const beside: Beside = { journal: [did('handed-over', '2025-07-11', 'hand-over')], settings: [['repeatHandOver', 30]] };
    expect(asked([F1], '2025-07-20', beside).invoices[0]?.nextAction).toEqual({ stage: 'hand-over', channel: null, on: '2025-08-11' });
  });
});

describe('a customer is left alone five days after any contact', () => {
  const rows: Row[] = [{ due: '2025-05-20' }, { due: DUE }];
  it.each<[string, Entry[], string, string]>([
    // what | journal (about F1) | as of | next action of F2
    ['written to yesterday', [did('sent', '2025-06-04', 'reminder')], '2025-06-05', 'reminder 2025-06-09'],
    ['exactly five days ago is free', [did('sent', '2025-05-31', 'reminder')], '2025-06-05', 'reminder 2025-06-05'],
    ['a call is a contact', [did('called', '2025-06-04', 'call')], '2025-06-05', 'reminder 2025-06-09'],
    ['a letter is a contact', [did('letter', '2025-06-04', 'formal-notice')], '2025-06-05', 'reminder 2025-06-09'],
    ['a skip is none', [did('skipped', '2025-06-04', 'call')], '2025-06-05', 'reminder 2025-06-05'],
    ['a mention is none', [did('mentioned', '2025-06-04', 'call')], '2025-06-05', 'reminder 2025-06-05'],
    ['a draft is none', [did('drafted', '2025-06-04', 'reminder')], '2025-06-05', 'reminder 2025-06-05'],
    ['another customer’s is none', [did('sent', '2025-06-04', 'reminder', 'X', { customer: 'Else' })], '2025-06-05', 'reminder 2025-06-05'],
  ])('%s', (_, journal, asOf, expected) => {
    const next = asked(rows, asOf, { journal }).invoices[1]?.nextAction;
    expect(`${next?.stage} ${next?.on}`).toBe(expected);
  });
  it('the interval is a setting', () => {
    const beside: Beside = { journal: [did('sent', '2025-06-04', 'reminder')], settings: [['minimumInterval', 1]] };
    expect(asked(rows, '2025-06-05', beside).invoices[1]?.nextAction?.on).toBe('2025-06-05');
  });
});

describe('the last action typed in the sheet', () => {
  it.each<[string, Cell, Entry[], string, string]>([
    // what | cell | journal | as of | next action · status
    ['stage and date', 'Reminder 2025-06-05', [], '2025-06-06', 'call 2025-06-12 · overdue'],
    ['stage without date: done, no dated contact', 'Reminder', [], '2025-06-06', 'call 2025-06-12 · overdue'],
    ['D+n', 'D+3 (2025-06-05)', [], '2025-06-06', 'call 2025-06-12 · overdue'],
    ['J+n', 'J+20', [], '2025-06-24', 'formal-notice 2025-07-02 · overdue'],
    ['the ordinal among written post-due stages', 'Rappel 2', [], '2025-06-24', 'formal-notice 2025-07-02 · overdue'],
    ['French words', 'Mise en demeure 2025-07-02', [], '2025-07-03', 'hand-over 2025-07-11 · overdue'],
    [
      'the journal knows something newer',
      'Reminder 2025-06-05',
      [did('called', '2025-06-12', 'call')],
      '2025-06-13',
      'formal-reminder 2025-06-23 · overdue',
    ],
    [
      'the cell is newer than the journal',
      'Call 2025-06-16',
      [did('sent', '2025-06-05', 'reminder')],
      '2025-06-17',
      'formal-reminder 2025-06-23 · overdue',
    ],
  ])('%s', (_, last, journal, asOf, expected) => expect(first([{ ...F1, last }], asOf, { journal })).toBe(expected));

  it('"Mise en demeure" in the status means that the notice was sent', () => {
    expect(asked([{ ...F1, status: 'Mise en demeure' }], '2025-07-03').invoices[0]?.nextAction?.stage).toBe('hand-over');
  });
});

describe('most specific wins: customer before default, row before customer', () => {
  it.each<[string, Row, string, Beside, string]>([
    ['classic', F1, '2025-06-03', { args: ['--cadence', 'classic'] }, 'reminder 2025-06-09 · watch'],
    ['prompt', F1, '2025-06-03', { args: ['--cadence', 'prompt'] }, 'reminder 2025-06-03 · overdue'],
    ['due-day reminds on the due date', F1, '2025-06-02', { args: ['--cadence', 'due-day'] }, 'reminder 2025-06-02 · watch'],
    ['which never expires', F1, '2025-06-20', { args: ['--cadence', 'due-day'] }, 'reminder 2025-06-20 · overdue'],
    ['the house’s default', F1, '2025-06-03', { settings: [['cadence', 'prompt']] }, 'reminder 2025-06-03 · overdue'],
    [
      'the customer’s own',
      F1,
      '2025-06-03',
      { settings: [['cadence', 'classic']], customers: [['Dupont', '', '', 'prompt']] },
      'reminder 2025-06-03 · overdue',
    ],
    ['another customer’s', F1, '2025-06-03', { customers: [['Durand', '', '', 'prompt']] }, 'reminder 2025-06-05 · watch'],
    [
      'gentle spares ordinary customers the pre-reminder',
      F1,
      '2025-05-28',
      { args: ['--cadence', 'gentle'] },
      'reminder 2025-06-12 · watch',
    ],
    ['but not large amounts', { ...F1, amount: 5000 }, '2025-05-28', { args: ['--cadence', 'gentle'] }, 'pre-reminder 2025-05-28 · watch'],
    [
      'nor sensitive customers',
      F1,
      '2025-05-28',
      { args: ['--cadence', 'gentle'], customers: [['Dupont', '', 'Sensible']] },
      'pre-reminder 2025-05-28 · watch',
    ],
    [
      'nor sensitive invoices',
      { ...F1, segment: 'sensitive' },
      '2025-05-28',
      { args: ['--cadence', 'gentle'], customers: [['Dupont', '', 'SME']] },
      'pre-reminder 2025-05-28 · watch',
    ],
    [
      'the row’s segment wins',
      { ...F1, segment: 'SME' },
      '2025-05-28',
      { args: ['--cadence', 'gentle'], customers: [['Dupont', '', 'Sensible']] },
      'reminder 2025-06-12 · watch',
    ],
    [
      'a stage for one segment only',
      F1,
      '2025-06-10',
      {
        cadence: [
          ['standard', 'call', 4, '', '', 'key accounts'],
          ['standard', 'reminder', 8, '', ''],
        ],
      },
      'reminder 2025-06-10 · overdue',
    ],
    [
      'a stage from an amount on',
      { ...F1, amount: 999 },
      '2025-06-10',
      {
        cadence: [
          ['standard', 'call', 4, '', '', '', 1000],
          ['standard', 'reminder', 8, '', ''],
        ],
      },
      'reminder 2025-06-10 · overdue',
    ],
    [
      'which the amount reaches',
      F1,
      '2025-06-10',
      {
        cadence: [
          ['standard', 'call', 4, '', '', '', 1000],
          ['standard', 'reminder', 8, '', ''],
        ],
      },
      'call 2025-06-10 · overdue',
    ],
    [
      'a cadence in the tab replaces the whole preset',
      F1,
      '2025-05-28',
      { cadence: [['standard', 'reminder', 8, '', '']] },
      'reminder 2025-06-10 · watch',
    ],
    [
      'a house without calls',
      F1,
      '2025-06-06',
      { settings: [['calls', 'no']], journal: [did('sent', '2025-06-05', 'reminder')] },
      'formal-reminder 2025-06-23 · overdue',
    ],
    [
      'a stage with its own rest',
      F1,
      '2025-06-06',
      {
        cadence: [
          ['standard', 'reminder', 3],
          ['standard', 'call', 5, '', '', '', '', 20],
        ],
        journal: [did('sent', '2025-06-05', 'reminder')],
      },
      'call 2025-06-25 · overdue',
    ],
    [
      'by age: the stage the age has reached',
      F1,
      '2025-06-25',
      { settings: [['entry', 'by-age']] },
      'formal-reminder 2025-06-25 · overdue',
    ],
    ['by age: never at the notice', F1, '2025-08-25', { settings: [['entry', 'by-age']] }, 'formal-reminder 2025-08-25 · overdue'],
    [
      'classic after the same stage of standard',
      F1,
      '2025-06-06',
      { args: ['--cadence', 'classic'], journal: [did('sent', '2025-06-05', 'reminder')] },
      'reminder-2 2025-06-17 · watch',
    ],
    [
      'classic after a call at +10',
      F1,
      '2025-06-13',
      { args: ['--cadence', 'classic'], journal: [did('called', '2025-06-12', 'call')] },
      'reminder-2 2025-06-19 · overdue',
    ],
    [
      'classic after a formal reminder at +20',
      F1,
      '2025-06-24',
      { args: ['--cadence', 'classic'], journal: [did('sent', '2025-06-23', 'formal-reminder')] },
      'reminder-3 2025-07-02 · overdue',
    ],
  ])('%s', (_, row, asOf, beside, expected) => expect(first([row], asOf, beside)).toBe(expected));

  it('a cadence that does not exist is a located problem, and the default applies', () => {
    const { problems, invoices } = asked([F1], '2025-06-05', { customers: [['Dupont', '', '', 'nowhere']] });
    expect(problems.map(({ sheet, row, column, kind }) => `${sheet} ${column}${row} ${kind}`)).toEqual(['Customers D2 bad-tab-line']);
    expect(invoices[0]?.nextAction?.on).toBe('2025-06-05');
  });
});

describe('nothing is reminded twice', () => {
  it.each<[string, Entry[], string, string[]]>([
    [
      'announced',
      [did('intent', '2025-06-05', 'reminder', 'F1', { reference: 'd' })],
      '2025-06-05',
      ['Dupont: reminder now F1 1000 !already-drafted'],
    ],
    ['drafted', [did('drafted', '2025-06-05', 'reminder')], '2025-06-20', ['Dupont: reminder now F1 1000 !already-drafted']],
    [
      'drafted after the day looked at',
      [did('drafted', '2025-06-20', 'reminder')],
      '2025-06-05',
      ['Dupont: reminder now F1 1000 !already-drafted'],
    ],
    [
      'another stage’s draft waits',
      [did('drafted', '2025-05-26', 'pre-reminder')],
      '2025-06-05',
      ['Dupont: reminder now F1 1000 !unsent-draft'],
    ],
    [
      'free after the draft was thrown away',
      [
        did('drafted', '2025-06-05', 'reminder', 'F1', { reference: 'd' }),
        did('discarded', '2025-06-06', 'reminder', 'F1', { reference: 'd' }),
      ],
      '2025-06-20',
      ['Dupont: reminder now F1 1000'],
    ],
  ])('%s', (_, journal, asOf, expected) => expect(work([F1], asOf, { journal })).toEqual(expected));
});
