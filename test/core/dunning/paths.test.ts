// What a user tells in one click, and what it does to the chase. Due on Friday 2025-09-12; 1000 each unless said; English, no country.
import { describe, expect, it } from '@jest/globals';
import type { Row } from '../workbook-of.ts';
import { type Click, House } from './house.ts';

const DUE = '2025-09-12';
const F = (more: Row = {}): Row => ({ due: DUE, email: 'a@x.example', ...more });
const TODAY = '2025-09-17';
const about = { customer: 'Dupont' };
/** Types a value over a cell. */
function put(rows: unknown[][], row: number, column: number, value: unknown): void {
  (rows[row] as unknown[])[column] = value;
}

describe('what cannot be true is refused, and nothing is written', () => {
  const plan = (...parts: [on: string, amount: number][]): Click => ({
    kind: 'plan',
    ...about,
    instalments: parts.map(([on, amount]) => ({ on, amount })),
  });
  it.each<[what: string, click: Click, why: string]>([
    ['a customer nobody knows', { kind: 'promise', customer: 'Inconnu', until: '2025-09-20' }, 'unknown-customer'],
    ['an invoice of somebody else', { kind: 'promise', ...about, invoices: ['F3'], until: '2025-09-20' }, 'unknown-invoice'],
    ['a paid invoice', { kind: 'promise', ...about, invoices: ['F4'], until: '2025-09-20' }, 'not-open'],
    ['a promise in the past', { kind: 'promise', ...about, until: '2025-09-16' }, 'day-past'],
    ['no day at all', { kind: 'promise', ...about, until: 'soon' }, 'not-a-day'],
    ['more than is open', { kind: 'promise', ...about, until: '2025-09-20', amount: 2000.01 }, 'amount-above-open'],
    ['nothing promised', { kind: 'promise', ...about, until: '2025-09-20', amount: 0 }, 'amount-not-positive'],
    ['less than nothing contested', { kind: 'dispute', ...about, invoices: ['F1'], category: 'price', amount: -5 }, 'amount-not-positive'],
    ['a part of several contested', { kind: 'dispute', ...about, category: 'price', amount: 5 }, 'part-of-several'],
    ['no dispute to settle', { kind: 'resolve', ...about }, 'not-disputed'],
    ['a pause that is over', { kind: 'hold', ...about, until: '2025-09-16' }, 'day-past'],
    ['a plan of nothing', plan(), 'no-instalments'],
    ['a plan that does not add up', plan(['2025-10-01', 1000], ['2025-11-01', 999.99]), 'plan-not-whole'],
    ['a plan that goes back', plan(['2025-11-01', 1000], ['2025-10-01', 1000]), 'instalments-not-ascending'],
    ['a plan begun yesterday', plan(['2025-09-16', 1000], ['2025-10-01', 1000]), 'day-past'],
    ['a note without words', { kind: 'note', ...about, note: '  ' }, 'no-words'],
    ['an entry that is no more', { kind: 'log-call', entry: 'gone' }, 'unknown-entry'],
    ['nothing to take back', { kind: 'undo-last' }, 'nothing-to-undo'],
  ])('%s', (_, click, why) => {
    const house = new House([F(), F(), F({ customer: 'Durand', email: 'b@x.example' }), F({ paidOn: '2025-09-10' })]);
    const view = house.does(click, TODAY);
    expect([view.refused?.why, house.journal(), house.host.cellsWritten]).toEqual([why, [], 0]);
    expect(view.refused?.message).toMatch(/[.]$/);
  });
});

describe('a promise', () => {
  it('pauses, breaks once its grace has passed, is said once, and chasing resumes at the same rung', () => {
    const house = new House([F()]);
    house.does({ kind: 'promise', ...about, until: '2025-09-18', note: 'by transfer' }, TODAY);
    expect(house.journal()).toEqual(['promise F1 2025-09-18 1000 by transfer']);
    expect([house.stands('2025-09-20'), house.reason('2025-09-20')]).toEqual([
      ['F1 promised reminder 2025-09-22'],
      'Promised for 18 Sep 2025.',
    ]);
    house.does({ kind: 'refresh' }, '2025-09-20');
    for (const asOf of ['2025-09-22', '2025-09-23', '2025-09-21']) house.does({ kind: 'refresh' }, asOf);
    expect(house.journal()).toEqual(['promise F1 2025-09-18 1000 by transfer', 'promise-broken F1 2025-09-18']);
    expect(house.reason('2025-09-22')).toBe('Promised for 18 Sep 2025 and not paid.');
  });
  it('of a sum for several invoices is kept by what came in on all of them', () => {
    const paid = (on: string) => [F({ paid: 600, paidOn: on }), F()];
    const kept = (on: string) => {
      const house = new House([F({ paid: null, paidOn: null }), F()], { columns: ['paid', 'paidOn'] });
      house.does({ kind: 'promise', ...about, until: '2025-09-18', amount: 600 }, TODAY);
      house.host.cells('Invoices').splice(1, 2, ...new House(paid(on)).host.cells('Invoices').slice(1));
      house.does({ kind: 'refresh' }, '2025-09-24');
      return house.journal().length;
    };
    expect([kept('2025-09-19'), kept('2025-09-21')]).toEqual([1, 2]);
  });
});

describe('a dispute', () => {
  it('holds, says when its day has passed, and ends', () => {
    const house = new House([F()]);
    house.does({ kind: 'dispute', ...about, category: 'quality', owner: 'Marie', until: '2025-09-20' }, TODAY);
    expect(house.journal()).toEqual(['dispute F1 2025-09-20 Quality · seen to by Marie']);
    expect([house.reason(TODAY), house.reason('2025-09-21')]).toEqual([
      'Disputed: to be settled by 20 Sep 2025.',
      'Disputed: was to be settled by 20 Sep 2025.',
    ]);
    house.does({ kind: 'resolve', ...about }, '2025-09-22');
    expect(house.stands('2025-09-22')).toEqual(['F1 overdue reminder 2025-09-22']);
  });
  it('of a part leaves the rest to be chased, and counts in the dispute rate', () => {
    const house = new House([F()]);
    const view = house.does({ kind: 'dispute', ...about, invoices: ['F1'], category: 'price', amount: 300 }, TODAY);
    expect([view.report?.worklist[0]?.currencies, view.report?.kpis[0]?.disputeRate]).toEqual([{ '': 700 }, 0.3]);
    // Nobody named a day: it is to be settled within the house's thirty days.
    expect(house.journal()).toEqual(['dispute F1 2025-10-17 300 Price']);
  });
});

describe('a pause', () => {
  it('ends by itself, or on the word of the user', () => {
    const house = new House([F()]);
    house.does({ kind: 'hold', ...about, until: '2025-09-30' }, TODAY);
    expect(house.stands('2025-09-18')).toEqual(['F1 on-hold reminder 2025-10-01']);
    house.does({ kind: 'hold', ...about, until: '2025-09-17' }, '2025-09-18');
    expect(house.stands('2025-09-18')).toEqual(['F1 overdue reminder 2025-09-18']);
  });
});

describe('a plan', () => {
  const agreed = (around = {}) => {
    const house = new House([F({ due: '2025-09-12' }), F({ due: '2025-09-01', amount: 500 })], around);
    const instalments = [
      { on: '2025-10-01', amount: 700 },
      { on: '2025-11-01', amount: 800 },
    ];
    const view = house.does({ kind: 'plan', ...about, instalments, counterpart: 'no interest', confirm: true }, TODAY);
    return { house, view };
  };
  it('pays the oldest invoice first, line by line, and is confirmed in writing once', () => {
    const { house, view } = agreed();
    expect(house.host.cells('Plans')).toEqual([
      ['Invoice', 'Customer', 'Due on', 'Amount'],
      ['F2', 'Dupont', '2025-10-01', '500.00'],
      ['F1', 'Dupont', '2025-10-01', '200.00'],
      ['F1', 'Dupont', '2025-11-01', '800.00'],
    ]);
    expect(house.journal().map((row) => row.split(' ')[0])).toEqual(['plan', 'intent', 'drafted']);
    expect(view.drafted.length).toBe(1);
    expect(house.stands('2025-09-18')).toEqual(['F1 on-plan reminder 2025-10-06', 'F2 on-plan reminder 2025-10-06']);
    expect(house.reason('2025-09-18')).toBe('On a payment plan: next instalment on 1 Oct 2025.');
  });
  it('kept so far, then missed: all of it is due again, at the same rung', () => {
    const { house } = agreed({ columns: ['paid', 'paidOn'] });
    const cells = house.host.cells('Invoices');
    const at = (header: string) => (cells[0] ?? []).indexOf(header);
    // Booked on the younger invoice: together they have what was agreed.
    (cells[1] as unknown[])[at('Amount paid')] = 700;
    (cells[1] as unknown[])[at('Payment date')] = { date: '2025-10-03' };
    expect(house.stands('2025-10-06')).toEqual(['F1 on-plan reminder 2025-11-04', 'F2 on-plan reminder 2025-11-04']);
    expect(house.stands('2025-11-04')).toEqual(['F1 overdue reminder 2025-11-04', 'F2 overdue reminder 2025-11-04']);
    expect(house.reason('2025-11-04')).toBe('The instalment of 1 Nov 2025 did not come in: all of it is due again.');
  });
  it('typed in its tab is in force, and noted once', () => {
    const tabs = {
      Plans: [
        ['Invoice', 'Due on', 'Amount'],
        ['F1', '2025-10-01', 600],
        ['F1', '2025-11-01', 400],
      ],
    };
    const house = new House([F()], { tabs });
    house.does({ kind: 'refresh' }, TODAY);
    house.does({ kind: 'refresh' }, '2025-09-18');
    expect(house.journal()).toEqual(['plan F1 2025-11-01 1000 Found in the Plans tab']);
    expect(house.stands('2025-10-06')).toEqual(['F1 overdue reminder 2025-10-06']);
  });
  it('bad lines are said, and the rest applies', () => {
    const tabs = {
      Plans: [
        ['Invoice', 'Due on', 'Amount'],
        ['F9', '2025-10-01', 600],
        ['F1', 'soon', 400],
        ['F1', '2025-11-01', ''],
        ['F1', '2025-11-01', 1000],
      ],
    };
    const { report } = new House([F()], { tabs }).does({ kind: 'open' }, TODAY);
    expect(report?.problems.map(({ row, kind }) => `${row} ${kind}`)).toEqual(['3 bad-tab-line', '4 bad-tab-line', '2 bad-tab-line']);
    expect(report?.invoices[0]?.status).toBe('on-plan');
  });
  it.each<[currency: string, amount: number, locale: string, written: string]>([
    ['EUR', 1234.56, 'fr-FR', '1234.56'],
    ['TND', 123.456, 'fr-FR', '123.456'],
    ['JPY', 1234, 'en-US', '1234'],
  ])('in %s, %d is read back as it was agreed (%s)', (currency, amount, locale, written) => {
    const house = new House([F({ amount, currency })], { french: locale === 'fr-FR', locale });
    const view = house.does({ kind: 'plan', ...about, instalments: [{ on: '2025-10-01', amount }] }, TODAY);
    expect([house.host.sheets.find(({ name }) => /^Plans|^Éch/.test(name))?.cells[1]?.[3], view.report?.problems]).toEqual([written, []]);
    expect(view.report?.invoices[0]?.status).toBe('on-plan');
  });
  it('taken back is no more, though its lines stay; a new one replaces an old one', () => {
    const { house } = agreed();
    house.does({ kind: 'undo-last' }, '2025-09-18');
    house.does({ kind: 'refresh' }, '2025-09-18');
    expect(house.stands('2025-09-18').map((line) => line.split(' ')[1])).toEqual(['overdue', 'overdue']);
    house.does({ kind: 'plan', ...about, instalments: [{ on: '2025-12-01', amount: 1500 }] }, '2025-09-18');
    expect(house.stands('2025-11-15')).toEqual(['F1 on-plan reminder 2025-12-04', 'F2 on-plan reminder 2025-12-04']);
  });
});

describe('what a call came to', () => {
  it.each<[outcome: 'reached' | 'voicemail' | 'wrong-contact' | 'in-payment-run' | 'asks-for-copy', journal: string[], next: string]>([
    ['reached', ['called F1 call 1000 Reached · said so'], 'F1 overdue formal-reminder 2025-10-02'],
    ['voicemail', ['called F1 call 1000 Voicemail · said so'], 'F1 overdue formal-reminder 2025-10-02'],
    ['asks-for-copy', ['called F1 call 1000 Asks for a copy · said so'], 'F1 overdue formal-reminder 2025-10-02'],
    ['wrong-contact', ['note F1 1000 Wrong contact · said so'], 'F1 overdue call 2025-09-22'],
    [
      'in-payment-run',
      ['called F1 call 1000 In a payment run · said so', 'hold F1 2025-09-29 In a payment run · said so'],
      'F1 on-hold formal-reminder 2025-10-02',
    ],
  ])('%s', (outcome, journal, next) => {
    const house = new House([F({ last: 'Reminder (2025-09-15)' })]);
    const entry = house.does({ kind: 'open' }, '2025-09-22').report?.worklist[0]?.id as string;
    house.does({ kind: 'log-call', entry, outcome, note: 'said so' }, '2025-09-22');
    expect([house.journal(), house.stands('2025-09-22')]).toEqual([journal, [next]]);
    expect(house.does({ kind: 'open' }, '2025-09-22').report?.problems).toEqual([]);
  });
});

describe('taking back', () => {
  it('a dispute or a hand-over frees the invoice, though our label stood in its cell', () => {
    const house = new House([F({ due: '2025-07-01', status: null, last: 'Formal notice (2025-08-01)' })]);
    const label = () => house.host.cells('Invoices')[1]?.[house.host.cells('Invoices')[0]?.indexOf('Status') ?? -1];
    house.does({ kind: 'dispute', ...about, category: 'price' }, TODAY);
    expect(label()).toBe('Disputed');
    house.does({ kind: 'undo-last' }, TODAY);
    expect([label(), house.stands(TODAY)]).toEqual(['Overdue', ['F1 overdue hand-over 2025-09-17']]);
    const entry = house.does({ kind: 'open' }, TODAY).report?.worklist[0]?.id as string;
    house.does({ kind: 'log-hand-over', entry }, TODAY);
    expect(label()).toBe('Legal');
    house.does({ kind: 'undo-last' }, TODAY);
    expect([label(), house.stands(TODAY)]).toEqual(['Overdue', ['F1 overdue hand-over 2025-09-17']]);
  });
  it('one command at a time, and never a draft', () => {
    const house = new House([F()]);
    house.does({ kind: 'note', ...about, note: 'one' }, TODAY);
    house.does({ kind: 'promise', ...about, until: '2025-09-30' }, TODAY);
    house.does({ kind: 'undo-last' }, TODAY);
    expect(house.stands(TODAY)).toEqual(['F1 overdue reminder 2025-09-17']);
    house.does({ kind: 'undo-last' }, TODAY);
    expect(house.does({ kind: 'undo-last' }, TODAY).refused?.why).toBe('nothing-to-undo');
    house.does({ kind: 'prepare' }, TODAY);
    expect(house.does({ kind: 'undo-last' }, TODAY).refused?.why).toBe('drafts-stay');
    expect(house.does({ kind: 'prepare' }, TODAY).drafted).toEqual([]);
  });
});

describe('messages beside the ladder', () => {
  it('one of a kind a day; waiting it holds back reminders; thanks need a payment', () => {
    const house = new House([F()]);
    const write = (message: 'statement' | 'after-call' | 'thank-you', asOf = TODAY) =>
      house.does({ kind: 'write-to', ...about, message }, asOf);
    const refused = (message: 'statement' | 'after-call' | 'thank-you') => write(message).refused?.why;
    expect([write('statement').drafted.length, refused('statement'), refused('thank-you'), refused('after-call')]).toEqual([
      1,
      'written-before',
      'nothing-paid',
      'nothing-called',
    ]);
    expect(house.does({ kind: 'prepare' }, TODAY).drafted).toEqual([]);
    expect(house.does({ kind: 'open' }, TODAY).report?.worklist[0]?.blockedBy.map(({ guard }) => guard)).toEqual(['unsent-draft']);
    house.does({ kind: 'mark', draft: [...house.host.drafts.keys()][0] as string, fate: 'sent' }, TODAY);
    expect(house.stands(TODAY)).toEqual(['F1 overdue reminder 2025-09-24']);
  });
  it('never to two addresses at once', () => {
    const house = new House([F(), F({ email: 'b@x.example' })]);
    expect(house.does({ kind: 'write-to', ...about, message: 'statement' }, TODAY).refused?.why).toBe('several-addresses');
    expect(house.does({ kind: 'write-to', ...about, invoices: ['F2'], message: 'statement' }, TODAY).drafted.length).toBe(1);
  });
});

describe('asked for, and changed meanwhile', () => {
  it.each<[what: string, now: Row, why: string]>([
    ['paid', { paidOn: '2025-09-17' }, 'paid'],
    ['paid but for some cents', { paid: 999.95, paidOn: '2025-09-17' }, 'below-tolerance'],
    ['disputed', { dispute: 'oui' }, 'disputed'],
    ['its due date broken', { due: 'soon' }, 'held-row'],
    ['promised', { promiseOn: '2025-09-25' }, 'promised'],
    ['on hold', { hold: '2025-09-25' }, 'on-hold'],
    ['gone', { customer: 'Durand' }, 'entry-gone'],
  ])('%s', (_, now, why) => {
    const entry = new House([F()]).does({ kind: 'open' }, TODAY).report?.worklist[0]?.id as string;
    const { notPrepared, drafted } = new House([F(now)]).does({ kind: 'prepare', entries: [entry] }, TODAY);
    expect([drafted, notPrepared?.map((one) => one.why)]).toEqual([[], [why]]);
  });
  it('words written over a message that says something else by now are not used', () => {
    const seen = (house: House) => {
      const { report } = house.does({ kind: 'open' }, TODAY);
      const id = report?.worklist[0]?.id as string;
      const { messages } = house.does({ kind: 'open', options: { panel: { messages: [id] } } }, TODAY);
      return { id, basis: messages?.[0]?.basis as string };
    };
    const { id, basis } = seen(new House([F(), F()]));
    const edits = { [id]: { text: 'Pay F1 and F2.', basis } };
    const changed = new House([F(), F({ paidOn: '2025-09-17' })]).does({ kind: 'prepare', entries: [id], edits }, TODAY);
    expect([changed.drafted, changed.notPrepared?.[0]?.why]).toEqual([[], 'changed-meanwhile']);
    const tagged = { [id]: { text: 'Please pay {{AMOUNT}}.', basis } };
    const refused = new House([F(), F()]).does({ kind: 'prepare', entries: [id], edits: tagged }, TODAY);
    expect([refused.drafted, refused.notPrepared?.[0]?.why, refused.notPrepared?.[0]?.message]).toEqual([
      [],
      'tag-in-words',
      'Your text still holds “{{AMOUNT}}”, which would go out as it stands.',
    ]);
    expect(new House([F(), F()]).does({ kind: 'prepare', entries: [id], edits }, TODAY).drafted.length).toBe(1);
  });
});

describe('the thread of the journal', () => {
  const lived = () => {
    const house = new House([F(), F({ customer: 'Durand', email: 'b@x.example' })]);
    house.does({ kind: 'prepare' }, TODAY);
    house.does({ kind: 'note', ...about, note: 'one' }, TODAY);
    return house;
  };
  const TAB = 'Reminder journal';
  const said = (house: House) => house.does({ kind: 'open' }, TODAY).report?.problems.map(({ kind, row }) => `${kind} ${row}`);
  it.each<[what: string, edit: (rows: unknown[][]) => void, problems: string[]]>([
    ['untouched', () => {}, []],
    ['sorted', (rows) => void rows.splice(1, rows.length, ...rows.slice(1).reverse()), []],
    ['a row edited', (rows) => put(rows, 3, 3, 'Durand SA'), ['journal-chain-broken 4']],
    ['a row taken out', (rows) => void rows.splice(3, 1), ['journal-chain-broken 4']],
    [
      'rows typed by hand: told once',
      (rows) => void rows.push(['90', '2025-09-17', 'note', 'Dupont', 'F1'], ['91', '2025-09-17', 'note', 'Dupont', 'F1']),
      ['journal-chain-broken 7'],
    ],
  ])('%s', (_, edit, problems) => {
    const house = lived();
    edit(house.host.cells(TAB));
    expect(said(house)?.filter((one) => one.startsWith('journal'))).toEqual(problems);
  });
  it.each<[what: string, edit: (rows: unknown[][]) => void, problems: string[]]>([
    ['paid in part', (rows) => void (rows[1] as unknown[]).splice(6, 2, 400, { date: TODAY }), []],
    ['its amount raised', (rows) => put(rows, 1, 5, 1200), ['chased-invoice-changed 2']],
    ['given to somebody else', (rows) => put(rows, 2, 1, 'Martin'), ['chased-invoice-changed 3']],
    ['gone', (rows) => void rows.splice(2, 1), ['chased-invoice-vanished 5']],
  ])('a reminded invoice %s', (_, edit, problems) => {
    const house = new House([F(), F({ customer: 'Durand', email: 'b@x.example' })], { columns: ['paid', 'paidOn'] });
    house.does({ kind: 'prepare' }, TODAY);
    edit(house.host.cells('Invoices'));
    expect(said(house)).toEqual(problems);
  });
});

describe('the week', () => {
  it('lists what falls due, and what did and is still waited for', () => {
    const house = new House([F(), F(), F(), F()]);
    house.does({ kind: 'promise', ...about, invoices: ['F1'], until: '2025-09-17' }, TODAY);
    house.does({ kind: 'hold', ...about, invoices: ['F2'], until: '2025-09-20' }, TODAY);
    house.does({ kind: 'dispute', ...about, invoices: ['F3'], category: 'other', until: '2025-09-18' }, TODAY);
    house.does(
      {
        kind: 'plan',
        ...about,
        invoices: ['F4'],
        instalments: [
          { on: '2025-09-22', amount: 400 },
          { on: '2025-10-22', amount: 600 },
        ],
      },
      TODAY,
    );
    const { agenda, journal } = house.does({ kind: 'open', options: { panel: { customer: 'dupont' } } }, '2025-09-19');
    expect(agenda?.map(({ on, kind, invoices, amount }) => `${on} ${kind} ${invoices} ${amount}`)).toEqual([
      '2025-09-17 promise F1 1000',
      '2025-09-18 dispute-deadline F3 1000',
      '2025-09-20 hold-end F2 1000',
      '2025-09-22 instalment F4 400',
    ]);
    expect(journal?.total).toBe(4);
  });

  it('a sum promised for invoices together is one sum, less than what is open', () => {
    const house = new House([F(), F()]);
    house.does({ kind: 'promise', ...about, invoices: ['F1', 'F2'], until: '2025-09-19', amount: 600 }, TODAY);
    const { agenda } = house.does({ kind: 'open', options: { panel: {} } }, TODAY);
    expect(agenda?.map(({ invoices, amount }) => `${invoices} ${amount}`)).toEqual(['F1,F2 600']);
  });
});
