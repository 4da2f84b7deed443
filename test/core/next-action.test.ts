// Which reminder comes next, on which day, and why. Sheets are English with no country unless said: weekends only. 2025-09-12 is a Friday.
import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../core/workbook.ts';
import { type Around, action, type Entry, invoiceOf, journalOf, type Row, reportOf, workbookOf } from './workbook-of.ts';

type Options = Parameters<typeof invoiceOf>[3];
const DUE = '2025-09-12';
const next = (row: Row, asOf: string, around: Around = {}, options: Options = {}) =>
  action(invoiceOf({ due: DUE, ...row }, asOf, around, options)?.nextAction);
const why = (row: Row, asOf: string, around: Around = {}, options: Options = {}) =>
  invoiceOf({ due: DUE, ...row }, asOf, around, options)?.reason;
const journal = (...entries: readonly Partial<Entry>[]): Around => ({
  tabs: journalOf(
    entries.map((entry) => ({ at: '2025-09-15', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'reminder', ...entry })),
  ),
});
const settings = (...lines: [string, Cell][]): Record<string, Cell[][]> => ({ Settings: [['Key', 'Value'], ...lines] });

describe('the ladder of each preset, rung by rung', () => {
  it.each<[cadence: string, done: string, asOf: string, next: string]>([
    // cadence | last action (dated) | as of | next
    ['standard', '', '2025-08-25', 'pre-reminder 2025-09-05'],
    ['standard', '', '2025-09-05', 'pre-reminder 2025-09-05'],
    ['standard', '', '2025-09-10', 'pre-reminder 2025-09-10'],
    ['standard', 'Pre-reminder D-7 (2025-09-05)', '2025-09-10', 'reminder 2025-09-15'],
    ['standard', '', '2025-09-15', 'reminder 2025-09-15'],
    ['standard', 'Reminder D+3 (2025-09-15)', '2025-09-16', 'call 2025-09-22'],
    ['standard', 'Call D+10 (2025-09-22)', '2025-09-23', 'formal-reminder 2025-10-02'],
    ['standard', 'Formal reminder D+20 (2025-10-02)', '2025-10-03', 'formal-notice 2025-10-13'],
    ['standard', 'Formal notice (2025-10-13)', '2025-11-03', 'hand-over 2025-11-03'],
    ['classic', '', '2025-09-15', 'reminder 2025-09-17'],
    ['classic', 'Reminder D+5 (2025-09-17)', '2025-09-18', 'reminder-2 2025-09-29'],
    ['classic', 'Second reminder (2025-09-29)', '2025-09-30', 'reminder-3 2025-10-13'],
    ['classic', 'Third reminder (2025-10-13)', '2025-10-14', 'formal-notice 2025-10-27'],
    ['classic', 'Formal notice (2025-10-27)', '2025-12-01', 'hand-over 2025-12-01'],
    ['gentle', '', '2025-09-04', 'reminder 2025-09-22'],
    ['gentle', 'Reminder (2025-09-22)', '2025-09-23', 'call 2025-10-02'],
    ['gentle', 'Call (2025-10-02)', '2025-10-03', 'formal-notice 2025-10-27'],
    ['prompt', '', '2025-09-12', 'reminder 2025-09-15'],
    ['prompt', 'Reminder (2025-09-15)', '2025-09-16', 'call 2025-09-22'],
    ['prompt', 'Call (2025-09-22)', '2025-09-23', 'reminder-2 2025-09-29'],
    ['prompt', 'Rappel 2 (2025-09-29)', '2025-09-30', 'formal-notice 2025-10-13'],
    ['due-day', '', '2025-09-12', 'reminder 2025-09-12'],
    ['due-day', 'Reminder (2025-09-12)', '2025-09-13', 'reminder-2 2025-09-19'],
    ['due-day', 'Reminder 2 (2025-09-19)', '2025-09-20', 'call 2025-09-26'],
    ['due-day', 'Call (2025-09-26)', '2025-09-27', 'formal-notice 2025-10-13'],
  ])('%s, %j done, as of %s: %s', (cadence, last, asOf, expected) => expect(next({ last }, asOf, {}, { cadence })).toBe(expected));

  it.each<[row: Row, asOf: string, next: string]>([
    // The pre-reminder of "gentle" is for sensitive customers and large sums.
    [{}, '2025-09-01', 'reminder 2025-09-22'],
    [{ segment: 'Sensible' }, '2025-09-01', 'pre-reminder 2025-09-08'],
    [{ segment: 'sensitive' }, '2025-09-01', 'pre-reminder 2025-09-08'],
    [{ amount: 4999.99 }, '2025-09-01', 'reminder 2025-09-22'],
    [{ amount: 5000 }, '2025-09-01', 'pre-reminder 2025-09-08'],
    // Partly paid: what is open counts.
    [{ amount: 9000, paid: 5000, paidOn: '2025-08-20' }, '2025-09-01', 'reminder 2025-09-22'],
  ])('gentle, %j as of %s: %s', (row, asOf, expected) => expect(next(row, asOf, {}, { cadence: 'gentle' })).toBe(expected));
});

describe('on or after its day, never exactly on it', () => {
  it.each<[what: string, row: Row, asOf: string, next: string, reason: string]>([
    ['its very day', {}, '2025-09-15', 'reminder 2025-09-15', '3 days after the due date.'],
    ['a day missed', {}, '2025-09-16', 'reminder 2025-09-16', '4 days late; this step was planned after 3 days.'],
    [
      'an old invoice nobody chased starts at the first stage',
      {},
      '2025-12-12',
      'reminder 2025-12-12',
      '91 days late; this step was planned after 3 days.',
    ],
    ['on a Sunday it waits for Monday', {}, '2025-09-21', 'reminder 2025-09-22', '9 days late; this step was planned after 3 days.'],
    ['a pre-reminder in catch-up', {}, '2025-09-09', 'pre-reminder 2025-09-09', 'Due in 3 days; this step was planned 7 days before.'],
    ['a pre-reminder on the due day', {}, '2025-09-12', 'pre-reminder 2025-09-12', 'Due today; this step was planned 7 days before.'],
    ['a pre-reminder expires once late', {}, '2025-09-13', 'reminder 2025-09-15', '3 days after the due date.'],
    // Due on Sunday 14: from Saturday 13 the next business day would be past it.
    [
      'a pre-reminder expires when the weekend would carry it past the due date',
      { due: '2025-09-14' },
      '2025-09-13',
      'reminder 2025-09-17',
      '3 days after the due date.',
    ],
    [
      'the day before it still goes',
      { due: '2025-09-14' },
      '2025-09-12',
      'pre-reminder 2025-09-12',
      'Due in 2 days; this step was planned 7 days before.',
    ],
    [
      'a promise broken before the step has come is no reason for it',
      { last: 'Pre-reminder (2025-09-01)', promiseOn: '2025-09-05' },
      '2025-09-11',
      'reminder 2025-09-15',
      '3 days after the due date.',
    ],
    ['a stage on the due day never expires', {}, '2025-09-13', 'reminder 2025-09-15', '3 days after the due date.'],
  ])('%s', (_, row, asOf, expected, reason) => expect([next(row, asOf), why(row, asOf)]).toEqual([expected, reason]));

  it.each([
    ['ladder', 'reminder'],
    ['by-age', 'formal-reminder'],
  ])('100 days late and never chased, entry %s: %s', (entry, stage) => {
    expect(next({}, '2025-12-22', { tabs: settings(['entry', entry]) })).toBe(`${stage} 2025-12-22`);
  });
  it('by age, the rung its age has reached, and the courtesy before the due date', () => {
    const byAge = { tabs: settings(['entry', 'by-age']) };
    expect(
      ['2025-09-08', '2025-09-15', '2025-09-22', '2025-10-02', '2025-10-13'].map((asOf) => next({}, asOf, byAge).split(' ')[0]),
    ).toEqual(['pre-reminder', 'reminder', 'call', 'formal-reminder', 'formal-reminder']);
  });
});

describe('rest, interval and pauses', () => {
  it.each<[what: string, row: Row, asOf: string, around: Around, next: string, reason: string]>([
    [
      'seven days of rest after a late reminder',
      { last: 'Reminder (2025-09-19)' },
      '2025-09-20',
      {},
      'call 2025-09-26',
      'Reminded on 19 Sep 2025: left in peace a few days.',
    ],
    [
      'the rest of a call',
      { last: 'Call (2025-09-30)' },
      '2025-10-01',
      {},
      'formal-reminder 2025-10-07',
      'Called on 30 Sep 2025: left in peace a few days.',
    ],
    [
      'rest over on the day itself',
      { last: 'Reminder (2025-09-19)' },
      '2025-09-26',
      {},
      'call 2025-09-26',
      '14 days late; this step was planned after 10 days.',
    ],
    [
      'the sheet says something was done, not when',
      { last: 'Reminder' },
      '2025-09-22',
      {},
      'call 2025-09-22',
      '10 days after the due date.',
    ],
    [
      'a shorter rest of the house: the customer is still left alone',
      { last: 'Reminder (2025-09-19)' },
      '2025-09-22',
      { tabs: settings(['rest', 3]) },
      'call 2025-09-24',
      'Customer contacted on 19 Sep 2025: left alone a few days.',
    ],
    [
      'neither rest nor interval',
      { last: 'Reminder (2025-09-19)' },
      '2025-09-22',
      { tabs: settings(['rest', 0], ['minimumInterval', 0]) },
      'call 2025-09-22',
      '10 days after the due date.',
    ],
    [
      'promised: its day and two more, then the next business day',
      { promiseOn: '2025-09-18' },
      '2025-09-17',
      {},
      'reminder 2025-09-22',
      'Promised for 18 Sep 2025.',
    ],
    ['promised, the last day of grace', { promiseOn: '2025-09-18' }, '2025-09-20', {}, 'reminder 2025-09-22', 'Promised for 18 Sep 2025.'],
    [
      'broken: chasing resumes at the same rung',
      { promiseOn: '2025-09-18', last: 'Reminder (2025-09-15)' },
      '2025-09-22',
      {},
      'call 2025-09-22',
      'Promised for 18 Sep 2025 and not paid.',
    ],
    ['on hold up to and including its day', { hold: '2025-09-23' }, '2025-09-17', {}, 'reminder 2025-09-24', 'On hold until 23 Sep 2025.'],
    [
      'a hold ends by itself',
      { hold: '2025-09-23' },
      '2025-09-24',
      {},
      'reminder 2025-09-24',
      '12 days late; this step was planned after 3 days.',
    ],
    ['a hold that ends before the stage', { hold: '2025-09-01' }, '2025-08-28', {}, 'pre-reminder 2025-09-05', 'On hold until 1 Sep 2025.'],
  ])('%s', (_, row, asOf, around, expected, reason) =>
    expect([next(row, asOf, around), why(row, asOf, around)]).toEqual([expected, reason]),
  );

  it.each<[asOf: string, next: string]>([
    // The customer was reminded of another invoice on Monday 15: left alone less than five days; exactly five is free.
    ['2025-09-18', 'reminder 2025-09-22'],
    ['2025-09-19', 'reminder 2025-09-22'],
    ['2025-09-20', 'reminder 2025-09-22'],
  ])('a customer contacted on 2025-09-15, as of %s: %s', (asOf, expected) => {
    const other: Row = { due: '2025-09-01', last: 'Reminder (2025-09-15)' };
    const report = reportOf(workbookOf([{ due: '2025-09-15' }, other]), asOf);
    expect(action(report.invoices[0]?.nextAction)).toBe(expected);
  });
  it.each<[contact: string, asOf: string, next: string]>([
    ['2025-09-15', '2025-09-19', 'reminder 2025-09-22'],
    ['2025-09-14', '2025-09-19', 'reminder 2025-09-19'],
    ['2025-09-17', '2025-09-19', 'reminder 2025-09-22'],
  ])('contacted on %s, as of Friday %s: %s', (contact, asOf, expected) => {
    const report = reportOf(workbookOf([{ due: DUE }, { due: '2025-08-01', last: `Call (${contact})` }]), asOf);
    expect(action(report.invoices[0]?.nextAction)).toBe(expected);
  });
  it('a contact about an invoice since paid is still a contact of the customer', () => {
    const paid: Row = { due: '2025-08-20', last: 'Call (2025-09-15)', paidOn: '2025-09-16' };
    expect(reportOf(workbookOf([{ due: DUE }, paid]), '2025-09-17').invoices[0]?.reason).toBe(
      'Customer contacted on 15 Sep 2025: left alone a few days.',
    );
  });
});

describe('what the journal says', () => {
  it.each<[what: string, entries: Partial<Entry>[], asOf: string, next: string]>([
    ['sent', [{}], '2025-09-16', 'call 2025-09-22'],
    ['called', [{}, { at: '2025-09-22', event: 'called', stage: 'call' }], '2025-09-23', 'formal-reminder 2025-10-02'],
    ['a letter posted', [{ at: '2025-10-13', event: 'letter', stage: 'formal-notice' }], '2025-11-03', 'hand-over 2025-11-03'],
    ['skipped: advances, and starts no rest', [{ event: 'skipped' }], '2025-09-22', 'call 2025-09-22'],
    ['mentioned: neither', [{ at: '2025-09-19', event: 'mentioned' }], '2025-09-19', 'reminder 2025-09-19'],
    ['a note', [{ event: 'note', stage: '' }], '2025-09-19', 'reminder 2025-09-19'],
    ['promised', [{ event: 'promise', stage: '', until: '2025-09-25' }], '2025-09-17', 'reminder 2025-09-29'],
    [
      'a promise said to be broken',
      [
        { event: 'promise', stage: '', until: '2025-09-25' },
        { event: 'promise-broken', stage: '' },
      ],
      '2025-09-17',
      'reminder 2025-09-17',
    ],
    ['on hold', [{ event: 'hold', stage: '', until: '2025-09-30' }], '2025-09-17', 'reminder 2025-10-01'],
    ['disputed', [{ event: 'dispute', stage: '' }], '2025-09-17', '–'],
    [
      'disputed and resolved',
      [
        { event: 'dispute', stage: '' },
        { at: '2025-09-16', event: 'resolved', stage: '' },
      ],
      '2025-09-17',
      'reminder 2025-09-17',
    ],
    ['handed over', [{ event: 'handed-over', stage: '' }], '2025-09-17', '–'],
    // A word about the customer as a whole.
    ['the customer on hold', [{ event: 'hold', stage: '', invoices: '', until: '2025-09-30' }], '2025-09-17', 'reminder 2025-10-01'],
    ['the customer called about everything', [{ event: 'called', stage: '', invoices: '' }], '2025-09-17', 'reminder 2025-09-22'],
    [
      'noted late, done early: the highest rung counts',
      [
        { at: '2025-10-02', stage: 'formal-reminder' },
        { at: '2025-09-22', event: 'called', stage: 'call' },
      ],
      '2025-10-03',
      'formal-notice 2025-10-13',
    ],
    [
      'a call after the formal reminder does not bring it back',
      [
        { at: '2025-10-02', stage: 'formal-reminder' },
        { at: '2025-10-06', event: 'called', stage: 'call' },
      ],
      '2025-10-07',
      'formal-notice 2025-10-13',
    ],
  ])('%s', (_, entries, asOf, expected) => expect(next({}, asOf, journal(...entries))).toBe(expected));

  it.each<[cadence: string, entry: Partial<Entry>, asOf: string, next: string]>([
    // After a change of cadence: the first stage whose offset exceeds the last done one.
    ['standard', { stage: 'reminder-2', at: '2025-09-29' }, '2025-10-06', 'formal-reminder 2025-10-06'],
    ['standard', { stage: 'reminder-2', at: '2025-09-19' }, '2025-10-06', 'call 2025-10-06'],
    ['standard', { stage: 'reminder-3', at: '2025-10-13' }, '2025-10-20', 'hand-over 2025-10-20'],
    ['classic', { stage: 'call', event: 'called', at: '2025-09-22' }, '2025-10-06', 'reminder-2 2025-10-06'],
    ['classic', { stage: 'call', event: 'called', at: '2025-10-02' }, '2025-10-20', 'reminder-3 2025-10-20'],
    ['classic', { stage: 'formal-reminder', at: '2025-10-02' }, '2025-10-20', 'reminder-3 2025-10-20'],
    // The same name is the same rung, whatever its day.
    ['gentle', {}, '2025-10-02', 'call 2025-10-02'],
    ['prompt', {}, '2025-10-02', 'call 2025-10-02'],
  ])('now %s, %j done: as of %s %s', (cadence, entry, asOf, expected) =>
    expect(next({}, asOf, journal(entry), { cadence })).toBe(expected),
  );

  it('a notice known from the status cell', () => {
    expect(next({ status: 'Mise en demeure' }, '2025-11-03')).toBe('hand-over 2025-11-03');
    expect(
      next({ status: 'Mise en demeure' }, '2025-11-03', {
        tabs: {
          Cadence: [
            ['stage', 'offset'],
            ['reminder', 3],
            ['reminder-2', 10],
          ],
        },
      }),
    ).toBe('hand-over 2025-11-03');
  });
});

describe('promises', () => {
  const paid = (amount: number, on: string): Row => ({ paid: amount, paidOn: on });
  const promise = (amount: number | undefined) =>
    journal({ event: 'promise', stage: '', until: '2025-09-25', ...(amount === undefined ? {} : { amount }) });
  it.each<[what: string, amount: number | undefined, row: Row, asOf: string, next: string, reason: string]>([
    [
      'the whole, and a part came in: broken',
      undefined,
      paid(500, '2025-09-20'),
      '2025-09-29',
      'reminder 2025-09-29',
      'Promised for 25 Sep 2025 and not paid.',
    ],
    [
      'a part, and it came in: kept, the rest is chased',
      500,
      paid(500, '2025-09-20'),
      '2025-09-29',
      'reminder 2025-09-29',
      '17 days late; this step was planned after 3 days.',
    ],
    [
      'a part, and it came in early: the pause is over',
      500,
      paid(500, '2025-09-18'),
      '2025-09-19',
      'reminder 2025-09-19',
      '7 days late; this step was planned after 3 days.',
    ],
    [
      'a part, paid before it was promised: still to come',
      500,
      paid(500, '2025-09-10'),
      '2025-09-19',
      'reminder 2025-09-29',
      'Promised for 25 Sep 2025.',
    ],
    [
      'a part, on the last day of grace',
      500,
      paid(500, '2025-09-27'),
      '2025-09-29',
      'reminder 2025-09-29',
      '17 days late; this step was planned after 3 days.',
    ],
    ['a part, a day too late', 500, paid(500, '2025-09-28'), '2025-09-29', 'reminder 2025-09-29', 'Promised for 25 Sep 2025 and not paid.'],
  ])('%s', (_, amount, row, asOf, expected, reason) =>
    expect([next(row, asOf, promise(amount)), why(row, asOf, promise(amount))]).toEqual([expected, reason]),
  );

  it('of the sheet, with its amount: kept by what came in, once its day has passed', () => {
    const row: Row = { promiseOn: '2025-09-25', promised: 500, ...paid(500, '2025-09-20') };
    expect([why(row, '2025-09-22'), why(row, '2025-09-29')]).toEqual([
      'Promised for 25 Sep 2025.',
      '17 days late; this step was planned after 3 days.',
    ]);
  });
  it('a payment of tomorrow keeps nothing today', () => {
    expect(why(paid(500, '2025-09-20'), '2025-09-19', promise(500))).toBe('Promised for 25 Sep 2025.');
  });
});

describe('disputes of a part', () => {
  it('the rest is chased, and only the rest is asked for', () => {
    const report = reportOf(workbookOf([{ due: DUE, disputed: 300 }]), '2025-09-17');
    expect([report.invoices[0]?.status, action(report.invoices[0]?.nextAction), report.worklist[0]?.currencies]).toEqual([
      'overdue',
      'reminder 2025-09-17',
      { '': 700 },
    ]);
  });
  it('of the whole: nothing is asked for', () => {
    expect(reportOf(workbookOf([{ due: DUE, disputed: 1000 }]), '2025-09-17').invoices[0]?.status).toBe('disputed');
  });
  it('closed by a settling payment, kept with a notice by a partial one', () => {
    const status = (row: Row) => {
      const report = reportOf(workbookOf([{ due: DUE, paidOn: '2025-09-16', ...row }]), '2025-09-17');
      return [report.invoices[0]?.status, report.problems.map(({ kind }) => kind)];
    };
    expect(status({ status: 'Litige', paid: 1000 })).toEqual(['paid', []]);
    expect(status({ status: 'Litige', paid: 400 })).toEqual(['disputed', ['disputed-part-paid']]);
    const journaled = reportOf(
      workbookOf([{ due: DUE, paid: 400, paidOn: '2025-09-16' }], journal({ event: 'dispute', stage: '' })),
      '2025-09-17',
    );
    expect([journaled.invoices[0]?.status, journaled.invoices[0]?.severity, journaled.problems[0]?.kind]).toEqual([
      'disputed',
      'notice',
      'disputed-part-paid',
    ]);
  });
});

describe('a status word against the journal', () => {
  it.each<[what: string, status: string, entries: Partial<Entry>[], outcome: string]>([
    ['disputed in the cell, resolved in the journal', 'Litige', [{ event: 'resolved', stage: '' }], 'to-fix hold status-contradiction'],
    [
      'our own label of a dispute the journal closed',
      'Disputed',
      [
        { event: 'dispute', stage: '' },
        { event: 'resolved', stage: '' },
      ],
      'overdue – –',
    ],
    ['a draft that was reminded', 'Draft', [{}], 'to-fix hold status-contradiction'],
    ['a draft that was not', 'Draft', [{ event: 'note', stage: '' }], 'draft – –'],
    ['cancelled after a reminder', 'Cancelled', [{}], 'cancelled – –'],
  ])('%s', (_, status, entries, outcome) => {
    const report = reportOf(workbookOf([{ due: DUE, status }], journal(...entries)), '2025-09-17');
    const [invoice] = report.invoices;
    expect(`${invoice?.status} ${invoice?.severity ?? '–'} ${report.problems[0]?.kind ?? '–'}`).toBe(outcome);
  });
});

describe('whom nobody calls', () => {
  it('calls = no drops the call stages', () => {
    const around = { tabs: settings(['calls', 'no']) };
    expect(next({ last: 'Reminder (2025-09-15)' }, '2025-09-22', around)).toBe('formal-reminder 2025-10-02');
    expect(next({ last: 'Call (2025-09-22)' }, '2025-09-30', around)).toBe('formal-reminder 2025-10-02');
  });
});

describe('business days of France', () => {
  const french = (due: string, asOf: string, last = '', around: Around = {}) => next({ due, last }, asOf, { french: true, ...around });
  it.each([
    // due | as of | next: the stage falls on the day in brackets
    ['2025-07-11', '2025-07-12', 'reminder 2025-07-15'], // 14 July, a Monday
    ['2025-04-28', '2025-04-29', 'reminder 2025-05-02'], // 1 May
    ['2025-04-18', '2025-04-19', 'reminder 2025-04-22'], // Easter Monday
    ['2025-05-26', '2025-05-27', 'reminder 2025-05-30'], // Ascension
    ['2025-12-22', '2025-12-23', 'reminder 2025-12-26'], // Christmas
    ['2026-05-05', '2026-05-06', 'reminder 2026-05-11'], // 8 May, a Friday
  ])('due %s, as of %s: %s', (due, asOf, expected) => expect(french(due, asOf)).toBe(expected));

  it('due days never move', () => expect(invoiceOf({ due: '2025-07-14' }, '2025-07-15', { french: true })?.daysLate).toBe(1));

  it.each<[what: string, around: Around, options: Options, expected: string]>([
    ['an English sheet', {}, {}, '2025-07-14'],
    ['its time zone is Paris', { timeZone: 'Europe/Paris' }, {}, '2025-07-15'],
    ['its language is French', { french: true }, {}, '2025-07-15'],
    ['a French sheet looked at in English', { french: true }, { language: 'en' }, '2025-07-15'],
    ['an English sheet looked at in French', {}, { language: 'fr' }, '2025-07-14'],
    ['the country is set', { tabs: settings(['country', 'FR']) }, {}, '2025-07-15'],
    ['another country is set', { timeZone: 'Europe/Paris', tabs: settings(['country', 'BE']) }, {}, '2025-07-14'],
  ])('%s: the 14 July reminder on %s', (_, around, options, expected) =>
    expect(next({ due: '2025-07-11' }, '2025-07-12', around, options)).toBe(`reminder ${expected}`),
  );
});

describe('after the last stage', () => {
  const notice = { at: '2025-10-13', event: 'letter', stage: 'formal-notice' };
  it.each<[asOf: string, next: string]>([
    // The notice gives eight days to pay: they are waited for.
    ['2025-10-14', 'hand-over 2025-10-22'],
    ['2025-10-22', 'hand-over 2025-10-22'],
    ['2025-12-01', 'hand-over 2025-12-01'],
  ])('as of %s: %s', (asOf, expected) => expect(next({}, asOf, journal(notice))).toBe(expected));

  it.each<[what: string, row: Row, around: Around, asOf: string, next: string, reason: string]>([
    [
      'the notice had its days',
      {},
      journal(notice),
      '2025-10-22',
      'hand-over 2025-10-22',
      '40 days late, every step done: decide to hand over.',
    ],
    ['it has them still', {}, journal(notice), '2025-10-14', 'hand-over 2025-10-22', 'Reminded on 13 Oct 2025: left in peace a few days.'],
    [
      'a notice before its time',
      {},
      journal({ ...notice, at: '2025-09-17' }),
      '2025-09-29',
      'hand-over 2025-10-13',
      '17 days late, every step done: decide to hand over.',
    ],
    [
      'the customer was called since about another invoice',
      {},
      journal(notice, { at: '2025-11-03', event: 'called', stage: 'call', invoices: 'F9' }),
      '2025-11-04',
      'hand-over 2025-11-10',
      'Customer contacted on 3 Nov 2025: left alone a few days.',
    ],
    ['a promise since', { promiseOn: '2025-11-20' }, journal(notice), '2025-11-04', 'hand-over 2025-11-24', 'Promised for 20 Nov 2025.'],
    [
      'a promise broken since',
      { promiseOn: '2025-10-30' },
      journal(notice),
      '2025-11-04',
      'hand-over 2025-11-04',
      'Promised for 30 Oct 2025 and not paid.',
    ],
  ])('%s', (_, row, around, asOf, expected, reason) =>
    expect([next(row, asOf, around), why(row, asOf, around)]).toEqual([expected, reason]),
  );

  it.each<[what: string, entries: Partial<Entry>[], asOf: string, next: string]>([
    ['after the notice', [notice], '2025-12-01', 'hand-over 2026-01-02'],
    ['in the middle of the ladder: no reminder any more', [{}], '2025-12-01', 'hand-over 2026-01-02'],
    ['before any reminder', [], '2025-12-01', 'hand-over 2026-01-02'],
  ])('handed over %s, and to be asked again', (_, entries, asOf, expected) => {
    const handed = journal(...entries, { at: '2025-11-03', event: 'handed-over', stage: '' });
    expect(next({}, asOf, { tabs: { ...handed.tabs, ...settings(['repeatHandOver', 60]) } })).toBe(expected);
  });

  it.each([
    ['2025-09-12', 'reminder 2025-09-15', 'On a payment plan: next instalment on 10 Sep 2025.'],
    ['2025-09-19', 'reminder 2025-09-19', 'The instalment of 10 Sep 2025 did not come in: all of it is due again.'],
  ])('an instalment missed on 2025-09-10, as of %s: %s', (asOf, expected, reason) => {
    const plan = {
      tabs: {
        Plans: [
          ['Invoice', 'Customer', 'Due on', 'Amount'],
          ['F1', 'Dupont', '2025-09-10', 400],
          ['F1', 'Dupont', '2025-11-10', 600],
        ],
      },
    };
    expect([next({}, asOf, plan), why({}, asOf, plan)]).toEqual([expected, reason]);
  });

  it('handed over: legal, and asked again only when the house wants it', () => {
    const handed = journal(notice, { at: '2025-11-03', event: 'handed-over', stage: '' });
    const again: Around = { tabs: { ...handed.tabs, ...settings(['repeatHandOver', 60]) } };
    expect([next({}, '2025-12-01', handed), why({}, '2025-12-01', handed)]).toEqual(['–', 'Handed over: no reminder from here.']);
    expect([next({}, '2025-12-01', again), next({}, '2026-01-05', again)]).toEqual(['hand-over 2026-01-02', 'hand-over 2026-01-05']);
  });
});

describe('a cadence of the house', () => {
  const tab = (...lines: Cell[][]): Around => ({ tabs: { Cadence: [['cadence', 'stage', 'offset', 'channel', 'tone'], ...lines] } });
  it.each<[what: string, around: Around, row: Row, asOf: string, next: string, reason: string]>([
    [
      'replaces the whole preset of its name',
      tab(['standard', 'reminder', 5, '', '']),
      {},
      '2025-09-05',
      'reminder 2025-09-17',
      '5 days after the due date.',
    ],
    [
      'its own stage',
      tab(['standard', 'Visite sur place', 12, 'call', '']),
      {},
      '2025-09-15',
      'visite-sur-place 2025-09-24',
      '12 days after the due date.',
    ],
    [
      'only before the due date: nothing to do after',
      tab(['standard', 'pre-reminder', -5, '', '']),
      {},
      '2025-09-17',
      '–',
      'The cadence has no step for this invoice.',
    ],
    [
      'only before the due date, and that was done: nothing to do after',
      tab(['standard', 'pre-reminder', -5, '', '']),
      { last: 'Pre-reminder (2025-09-05)' },
      '2025-09-17',
      '–',
      'The cadence has no step for this invoice.',
    ],
    [
      'one step on the due day, done: then it is handed over',
      tab(['standard', 'reminder', 0, '', '']),
      { last: 'Reminder (2025-09-12)' },
      '2025-09-22',
      'hand-over 2025-09-22',
      '10 days late, every step done: decide to hand over.',
    ],
    [
      'two steps on one day: the second after the first',
      tab(['standard', 'reminder', 3, 'email', ''], ['standard', 'call', 3, 'call', '']),
      { last: 'Reminder (2025-09-15)' },
      '2025-09-22',
      'call 2025-09-22',
      '10 days late; this step was planned after 3 days.',
    ],
    [
      'two steps on one day, the second done',
      tab(['standard', 'reminder', 3, 'email', ''], ['standard', 'call', 3, 'call', ''], ['standard', 'formal-reminder', 20, '', '']),
      { last: 'Call (2025-09-15)' },
      '2025-09-22',
      'formal-reminder 2025-10-02',
      '20 days after the due date.',
    ],
    [
      'a rest of its own',
      {
        tabs: {
          Cadence: [
            ['stage', 'offset', 'rest'],
            ['reminder', 3, ''],
            ['reminder-2', 10, 12],
          ],
        },
      },
      { last: 'Reminder (2025-09-15)' },
      '2025-09-22',
      'reminder-2 2025-09-29',
      'Reminded on 15 Sep 2025: left in peace a few days.',
    ],
  ])('%s', (_, around, row, asOf, expected, reason) =>
    expect([next(row, asOf, around), why(row, asOf, around)]).toEqual([expected, reason]),
  );
});

describe('who has no next action', () => {
  it.each<[row: Row, reason: string]>([
    [{ paidOn: '2025-09-16' }, 'Paid on 16 Sep 2025.'],
    [{ status: 'Paid' }, 'Paid.'],
    [{ status: 'Cancelled' }, 'Cancelled.'],
    [{ status: 'Written off' }, 'Written off: no longer expected.'],
    [{ status: 'Legal' }, 'Handed over: no reminder from here.'],
    [{ status: 'Disputed' }, 'Disputed: settle the dispute first.'],
    [{ status: 'Draft' }, 'Draft: not an invoice yet.'],
    [{ amount: -50 }, 'Credit note of 50.00.'],
    [{ due: null, issued: '2025-08-01' }, 'To fix first: the due date is missing.'],
    [{ customer: '' }, 'To fix first: the customer is missing.'],
    [{ number: '' }, 'To fix first: the number is missing.'],
    [{ amount: 'to see' }, 'To fix first: the amount cannot be read.'],
    [{ paid: 999.95, paidOn: '2025-09-16' }, 'Only 0.05 left: counts as paid.'],
  ])('%j: %s', (row, reason) => expect([next(row, '2025-09-17'), why(row, '2025-09-17')]).toEqual(['–', reason]));
});
