// What stands between a reminder and the customer: each block, each warning, and what to do about it. As of Wednesday 2025-09-17.
import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../core/workbook.ts';
import { type Around, type Entry, journalOf, type Row, reportOf, workbookOf } from './workbook-of.ts';

const ASOF = '2025-09-17';
const late = (days: number, more: Row = {}): Row => ({
  due: new Date(Date.parse(ASOF) - days * 86_400_000).toISOString().slice(0, 10),
  email: 'a@x.example',
  ...more,
});
/** Somebody else's payment of this week: the sheet is kept up to date. */
const FRESH: Row = { number: 'P1', customer: 'Payer', due: '2025-09-10', paidOn: '2025-09-15' };
const entriesOf = (rows: readonly Row[], around: Around = {}) => reportOf(workbookOf([...rows, FRESH], around), ASOF).worklist;
const blocks = (rows: readonly Row[], around: Around = {}) =>
  entriesOf(rows, around).map(({ blockedBy }) => blockedBy.map(({ guard }) => guard).join('+') || 'free');
const warnings = (rows: readonly Row[], around: Around = {}) =>
  entriesOf(rows, around).map((entry) => entry.warnings.map(({ guard }) => guard).join('+') || 'none');
const journal = (...entries: Partial<Entry>[]): Around => ({
  tabs: journalOf(
    entries.map((entry) => ({ at: '2025-09-15', event: 'drafted', customer: 'Dupont', invoices: 'F1', stage: 'reminder', ...entry })),
  ),
});
const customers = (...lines: Cell[][]): Around => ({
  tabs: { Customers: [['Customer', 'Type', 'Payment method', 'Hold until'], ...lines] },
});

describe('blocks', () => {
  it.each<[what: string, rows: Row[], around: Around, blocks: string[]]>([
    ['all is well', [late(5)], {}, ['free']],
    ['no address', [late(5, { email: null })], {}, ['no-email']],
    ['a call needs no address', [late(12, { email: null, last: 'Reminder' })], {}, ['free']],
    ['nor does a letter', [late(40, { email: null, last: 'Formal reminder' })], {}, ['free']],
    ['no address at all', [late(5, { email: 'dupont' })], {}, ['invalid-email']],
    ['two addresses in one cell', [late(5, { email: 'a@x.example, b@x.example' })], {}, ['invalid-email']],
    ['a line break in the cell', [late(5, { email: 'a@x.example\nBcc: b@x.example' })], {}, ['invalid-email']],
    ['drafted already', [late(5)], journal({}), ['already-drafted']],
    ['announced', [late(5)], journal({ event: 'intent' }), ['already-drafted']],
    ['sent after the as-of day', [late(5)], journal({ event: 'sent', at: '2025-09-20' }), ['already-drafted']],
    ['one of two invoices drafted', [late(5), late(4)], journal({}), ['already-drafted']],
    ['another stage still in Drafts', [late(5)], journal({ stage: 'pre-reminder' }), ['unsent-draft']],
    ['left alone', [late(5, { last: 'Reminder (2025-09-15)' }), late(5)], {}, ['interval']],
    ['the same stage of another round in Drafts', [late(5)], journal({ round: 2 }), ['unsent-draft']],
    [
      'paid in instalments',
      [late(5)],
      {
        tabs: {
          Plans: [
            ['Invoice', 'Customer', 'Due on', 'Amount'],
            ['F1', 'Dupont', '2025-10-01', 1000],
          ],
        },
      },
      ['promised'],
    ],
    ['left alone, the last day of five', [late(5, { last: 'Reminder (2025-09-13)' }), late(5)], {}, ['interval']],
    ['left alone long enough', [late(5, { last: 'Reminder (2025-09-12)' }), late(5)], {}, ['free']],
    ['another stage sent after the as-of day', [late(5)], journal({ event: 'sent', stage: 'pre-reminder', at: '2025-09-20' }), ['free']],
    ['promised', [late(5, { promiseOn: '2025-09-20' })], {}, ['promised']],
    ['on hold', [late(5, { hold: '2025-09-20' })], {}, ['on-hold']],
    ['the customer on hold', [late(5)], customers(['Dupont', null, null, '2025-09-20']), ['on-hold']],
    ['credits cover it', [late(5), { number: 'A1', due: null, issued: '2025-09-01', amount: -1000 }], {}, ['covered-by-credit']],
    ['an overpayment covers it', [late(5), late(60, { paid: 2000, paidOn: '2025-09-12' })], {}, ['covered-by-credit']],
    ['credits cover less', [late(5), { number: 'A1', due: null, issued: '2025-09-01', amount: -999.99 }], {}, ['free']],
    [
      'the credit of another customer',
      [late(5), { number: 'A1', customer: 'Durand', due: null, issued: '2025-09-01', amount: -1000 }],
      {},
      ['free'],
    ],
    [
      'the credit in another currency',
      [late(5, { currency: 'EUR' }), { number: 'A1', due: null, issued: '2025-09-01', amount: -1000, currency: 'USD' }],
      {},
      ['free'],
    ],
    ['the credit of tomorrow', [late(5), { number: 'A1', due: null, issued: '2025-09-18', amount: -1000 }], {}, ['free']],
  ])('%s', (_, rows, around, expected) => expect(blocks(rows, around)).toEqual(expected));

  it('held rows and rows without a number are in no entry', () => {
    expect(blocks([late(5, { number: '' })])).toEqual([]);
    expect(blocks([late(5), late(5, { number: 'F1' })])).toEqual([]);
  });
  it('rows whose only number is the same dash are one another’s double: held', () => {
    expect(blocks([late(5, { number: '-' }), late(5, { number: '-' })])).toEqual([]);
  });
  it('a covered invoice says so on its row; two that one credit cannot cover do not', () => {
    const credit: Row = { number: 'A1', due: null, issued: '2025-09-01', amount: -1200 };
    const reasons = (rows: readonly Row[]) => reportOf(workbookOf(rows), ASOF).invoices.map(({ reason }) => reason);
    expect(reasons([late(5), credit])[0]).toBe('A credit of 1,200.00 covers it.');
    expect(reasons([late(5), late(5), credit]).slice(0, 2)).toEqual([
      '5 days late; this step was planned after 3 days.',
      '5 days late; this step was planned after 3 days.',
    ]);
  });
  it('a drafted one says so on its row', () => {
    expect(reportOf(workbookOf([late(5)], journal({})), ASOF).invoices[0]?.reason).toBe('A draft of 15 Sep 2025 is waiting to be sent.');
  });
});

describe('warnings', () => {
  const firm = (more: Row = {}) => late(25, { last: 'Call', currency: 'EUR', ...more });
  const notice = (more: Row = {}) => late(40, { last: 'Formal reminder', ...more });
  it.each<[what: string, rows: Row[], around: Around, warnings: string[]]>([
    ['nothing to say', [late(5)], {}, ['none']],
    ['one address for two customers', [late(5), late(4, { customer: 'Durand' })], {}, ['shared-email', 'shared-email']],
    ['shared with somebody who paid', [late(5), late(4, { customer: 'Durand', paidOn: '2025-09-15' })], {}, ['shared-email']],
    [
      'the same name at two addresses',
      [late(5), late(4, { email: 'b@x.example' })],
      {},
      ['same-name-other-address', 'same-name-other-address'],
    ],
    ['direct debit in the sheet', [late(5, { method: 'Prélèvement' })], {}, ['direct-debit']],
    ['direct debit in the tab', [late(5)], customers(['Dupont', null, 'SEPA direct debit', null]), ['direct-debit']],
    ['one of two by direct debit', [late(5, { method: 'Virement' }), late(4, { method: 'Prélèvement' })], {}, ['direct-debit']],
    ['a transfer', [late(5, { method: 'Virement' })], {}, ['none']],
    [
      'two customers without an address share none',
      [late(5, { email: null }), late(4, { customer: 'Durand', email: null })],
      {},
      ['none', 'none'],
    ],
    ['a consumer, from the firm stage on', [firm()], customers(['Dupont', 'consumer', null, null]), ['consumer']],
    ['a consumer, courteously', [late(5)], customers(['Dupont', 'consumer', null, null]), ['none']],
    ['a notice after one contact without a day', [notice()], {}, ['notice-without-contacts']],
    ['a notice after one dated contact', [notice({ last: 'Formal reminder (2025-09-01)' })], {}, ['notice-without-contacts']],
    [
      'a notice after two days, one written',
      [notice()],
      journal(
        { event: 'sent', at: '2025-08-20' },
        { event: 'called', stage: 'call', at: '2025-08-27' },
        { event: 'sent', stage: 'formal-reminder', at: '2025-09-05' },
      ),
      ['none'],
    ],
    [
      'a notice after two calls only',
      [notice({ last: null })],
      {
        tabs: {
          ...journal(
            { event: 'called', at: '2025-08-20', stage: 'call' },
            { event: 'called', at: '2025-08-27', stage: 'call' },
            { event: 'skipped', at: '2025-08-28', stage: 'formal-reminder' },
          ).tabs,
        },
      },
      ['notice-without-contacts'],
    ],
    [
      'a notice after two contacts on one day',
      [notice()],
      journal({ event: 'sent', at: '2025-09-05', stage: 'reminder' }, { event: 'sent', at: '2025-09-05', stage: 'formal-reminder' }),
      ['notice-without-contacts'],
    ],
    [
      'a notice after contacts before the due date',
      [late(40, { last: null })],
      journal({ event: 'sent', at: '2025-08-01', stage: 'reminder' }, { event: 'sent', at: '2025-08-02', stage: 'formal-reminder' }),
      ['notice-without-contacts'],
    ],
    [
      'a notice after a contact on the due date and one after it',
      [late(40, { last: null })],
      journal({ event: 'sent', at: '2025-08-08', stage: 'reminder' }, { event: 'sent', at: '2025-08-20', stage: 'formal-reminder' }),
      ['notice-without-contacts'],
    ],
    [
      'a notice after a written contact in the journal and one in the sheet',
      [notice({ last: 'Formal reminder (2025-09-05)' })],
      journal({ event: 'sent', at: '2025-08-20', stage: 'reminder' }),
      ['none'],
    ],
    [
      'a notice after a call in the journal and a written contact in the sheet',
      [notice({ last: 'Formal reminder (2025-09-05)' })],
      journal({ event: 'called', at: '2025-08-20', stage: 'call' }),
      ['none'],
    ],
    [
      'a notice after a call and a message on one day, and a call on another',
      [notice({ last: null })],
      journal(
        { event: 'sent', at: '2025-08-20', stage: 'reminder' },
        { event: 'called', at: '2025-08-20', stage: 'call' },
        { event: 'called', at: '2025-08-27', stage: 'call' },
        { event: 'skipped', at: '2025-08-28', stage: 'formal-reminder' },
      ),
      ['none'],
    ],
    [
      'a notice of two invoices, one of them without its contacts',
      [notice({ last: null }), notice()],
      journal({ event: 'sent', at: '2025-08-20' }, { event: 'sent', stage: 'formal-reminder', at: '2025-09-05' }),
      ['notice-without-contacts'],
    ],
  ])('%s', (_, rows, around, expected) => expect(warnings(rows, around)).toEqual(expected));

  it('a notice after calls alone, in the journal and in the sheet', () => {
    const cadences = {
      Cadences: [
        ['Cadence', 'Stage', 'Offset', 'Channel', 'Tone'],
        ['standard', 'Reminder', 3, 'email', 'reminder'],
        ['standard', 'Call', 10, 'call', 'reminder'],
        ['standard', 'Formal notice', 30, 'registered letter', 'final'],
      ],
    };
    const called = journal({ event: 'called', at: '2025-08-20', stage: 'call' });
    const all = { tabs: { ...called.tabs, ...cadences } };
    expect(warnings([notice({ last: 'Call (2025-09-05)' })], all)).toEqual(['notice-without-contacts']);
    expect(warnings([notice({ last: 'Reminder (2025-09-05)' })], all)).toEqual(['none']);
  });

  it('a notice that is the house’s first step', () => {
    const tabs = {
      Cadences: [
        ['Cadence', 'Stage', 'Offset', 'Channel', 'Tone'],
        ['standard', 'Formal notice', 30, 'registered letter', 'final'],
      ],
    };
    expect(warnings([late(40)], { tabs })).toEqual(['notice-without-contacts']);
  });

  it('a firm message that counts interest at a rate not published yet', () => {
    const row = (due: string, more: Row = {}): Row => ({ due, email: 'a@x.example', currency: 'GBP', last: 'Call', ...more });
    const said = (rows: readonly Row[]) =>
      reportOf(workbookOf([...rows, { ...FRESH, paidOn: '2027-02-04' }]), '2027-02-05').worklist[0]?.warnings.map(({ guard }) => guard);
    expect(said([row('2027-01-10')])).toEqual(['stale-rate']);
    expect(said([row('2026-12-28'), row('2027-01-10')])).toEqual(['stale-rate']);
    expect(said([row('2026-12-28')])).toEqual([]);
    expect(said([row('2027-01-25', { last: null })])).toEqual([]);
  });

  it.each([
    ['2025-09-10', 'none'],
    ['2025-09-09', 'payments-not-entered-since'],
    ['2025-09-18', 'payments-not-entered-since'],
  ])('the last payment entered is of %s: %s', (paidOn, expected) => {
    const { worklist } = reportOf(workbookOf([late(5), { ...FRESH, paidOn }]), ASOF);
    expect(worklist[0]?.warnings.map(({ guard }) => guard).join('+') || 'none').toBe(expected);
  });
});

describe('each names what it is about', () => {
  const said = (rows: readonly Row[], around: Around = {}): string[] =>
    reportOf(workbookOf(rows, around), ASOF).worklist.flatMap((entry) =>
      [...entry.blockedBy, ...entry.warnings].map(({ message }) => message),
    );
  const sentToCome = { event: 'sent', at: '2025-09-20' };
  const credit: Row = { number: 'A1', due: null, issued: '2025-09-01', amount: -1000, currency: 'EUR' };
  it.each<[what: string, rows: Row[], around: Around, first: string]>([
    ['the customer without an address', [late(5, { email: null })], {}, 'No e-mail address for Dupont.'],
    ['the cell that is no address', [late(5, { email: 'dupont' })], {}, '“dupont” is not one e-mail address.'],
    ['a draft not sent', [late(5)], journal({}), 'A draft is ready (F1), made on 15 Sep 2025: not sent yet.'],
    ['both drafts', [late(5), late(4)], journal({}, { invoices: 'F2' }), 'A draft is ready (F1, F2), made on 15 Sep 2025: not sent yet.'],
    ['a draft announced', [late(5)], journal({ event: 'intent' }), 'This reminder was prepared on 15 Sep 2025 (F1) and may be on its way.'],
    [
      'one of two that may have left, the second',
      [late(5), late(4)],
      journal({}, { invoices: 'F2', ...sentToCome }),
      'This reminder was prepared on 15 Sep 2025 (F1, F2) and may be on its way.',
    ],
    [
      'one of two that may have left, the first',
      [late(5), late(4)],
      journal(sentToCome, { invoices: 'F2' }),
      'This reminder was prepared on 20 Sep 2025 (F1, F2) and may be on its way.',
    ],
    ['the other stage in Drafts', [late(5)], journal({ stage: 'pre-reminder' }), 'Another draft (Pre-reminder) about F1 still waits.'],
    [
      'the day of the last contact',
      [late(5, { last: 'Reminder (2025-09-15)' }), late(5)],
      {},
      'Contacted on 15 Sep 2025, too recently to write again.',
    ],
    ['the day promised', [late(5, { promiseOn: '2025-09-20' })], {}, 'Payment is promised for 20 Sep 2025.'],
    ['the day a hold ends', [late(5, { hold: '2025-09-20' })], {}, 'On hold until 20 Sep 2025.'],
    ['the credit', [late(5, { currency: 'EUR' }), credit], {}, 'Unapplied credits of €1,000.00 cover what is due.'],
    [
      'all others at the address',
      [late(5), late(4, { customer: 'Durand' }), late(4, { customer: 'Durant' }), FRESH],
      {},
      'The address also serves Durand, Durant.',
    ],
    [
      'all other addresses',
      [late(5), late(4, { email: 'b@x.example' }), late(4, { email: 'c@x.example' }), FRESH],
      {},
      'The same customer also has b@x.example, c@x.example.',
    ],
    [
      'the invoices that wait for a call',
      [late(12, { last: 'Reminder (2025-09-01)' }), late(5), late(4), FRESH],
      {},
      'A call comes first; written reminders wait (F2, F3).',
    ],
    ['that nothing was ever paid', [late(5)], {}, 'No dated payment is entered in the sheet.'],
    ['the last payment', [late(5), { ...FRESH, paidOn: '2025-09-01' }], {}, 'The last payment entered is of 1 Sep 2025.'],
  ])('%s', (_, rows, around, first) => expect(said(rows, around)[0]).toBe(first));
});

describe('each says what to do, in the language of the answer', () => {
  it.each(['fr', 'en'] as const)('%s', (language) => {
    const rows = [
      late(5, { email: null }),
      late(4, { customer: 'Durand', email: 'a@x.example; b@x.example' }),
      late(3, { customer: 'Durant', method: 'Prélèvement' }),
    ];
    const { worklist } = reportOf(workbookOf(rows), ASOF, { language });
    const said = worklist.flatMap((entry) => [...entry.blockedBy, ...entry.warnings]);
    expect(said.length).toBeGreaterThanOrEqual(6);
    for (const { message, advice } of said) {
      expect(`${message} ${advice}`).toMatch(/^[A-Z«“].+\. \p{Lu}.+\.$/u);
      expect(`${message} ${advice}`).not.toMatch(/undefined|null|NaN|\?/);
    }
  });
});
