// Who is to act, at which address, under which law, and whether the invoice ever left the house: what the tabs and the finer columns add to a reminder.
import { describe, expect, it } from '@jest/globals';
import { type CalendarDay, dayFromIso, perform } from '../../core/index.ts';
import type { Cell, Snapshot } from '../../core/workbook.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { reportOf, workbookOf } from './workbook-of.ts';

const AS_OF = '2025-09-17';
const customers = (...lines: Cell[][]) => ({
  Customers: [['Customer', 'Customer id', 'Email', 'Backup', 'Owner', 'Type', 'Segment', 'Cadence'], ...lines],
});
const sheet = (header: string[], ...lines: Cell[][]): Snapshot => ({
  sheets: [
    {
      name: 'Invoices',
      cells: [
        header,
        ...lines.map((line) => line.map((cell) => (typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell) ? { date: cell } : cell))),
      ],
    },
  ],
  locale: null,
  timeZone: null,
  date1904: false,
});

describe('a second address', () => {
  it.each<[string, string, string | null, string]>([
    // first | backup | offered | advice names it
    ['', 'second@x.example', 'second@x.example', 'second@x.example'],
    ['not an address', 'second@x.example', 'second@x.example', 'second@x.example'],
    ['first@x.example', 'second@x.example', 'second@x.example', ''],
    ['first@x.example', 'FIRST@x.example', null, ''],
    ['', 'a@x.example, b@x.example', null, ''],
    ['', '', null, ''],
  ])('%j with backup %j', (email, backup, offered, named) => {
    const [entry] = reportOf(workbookOf([{ due: '2025-09-10' }], { tabs: customers(['Dupont', '', email, backup]) }), AS_OF).worklist;
    expect(entry?.to).toBe(email === '' ? null : email);
    expect(entry?.backup).toBe(offered);
    expect(entry?.blockedBy.map(({ guard }) => guard)).toEqual(email === '' ? ['no-email'] : email.includes('@') ? [] : ['invalid-email']);
    expect(entry?.blockedBy.some(({ advice }) => named !== '' && advice.includes(named)) ?? false).toBe(named !== '');
  });
});

describe('who is to act', () => {
  it('the row’s owner, else the customer’s; several are all named', () => {
    const header = ['Invoice number', 'Customer', 'Due date', 'Amount', 'Owner'];
    const owners = (...lines: Cell[][]) => {
      const book = sheet(header, ...lines);
      const tab = { name: 'Customers', cells: customers(['Dupont', '', '', '', 'Anne']).Customers };
      return reportOf({ ...book, sheets: [...book.sheets, tab] }, AS_OF).worklist.map(({ owner }) => owner);
    };
    expect(owners(['F1', 'Dupont', '2025-09-10', 10, ''])).toEqual(['Anne']);
    expect(owners(['F1', 'Dupont', '2025-09-10', 10, 'Bruno'])).toEqual(['Bruno']);
    expect(owners(['F1', 'Dupont', '2025-09-10', 10, 'Bruno'], ['F2', 'Dupont', '2025-09-10', 10, ''])).toEqual(['Bruno, Anne']);
    expect(owners(['F1', 'Durand', '2025-09-10', 10, ''])).toEqual([null]);
  });
});

describe('a name copied from a page, with what shows nothing in it', () => {
  it.each(['\u200bDupont', 'Du\u00adpont', '\u2068Dupont\u2069', '\ufeffDUPONT'])(
    '%j is the customer of that name: its pause holds',
    (name) => {
      const tabs = {
        Customers: [
          ['Customer', 'Hold until'],
          [name, { date: '2025-10-01' }],
        ] as Cell[][],
      };
      const book = workbookOf([{ due: '2025-09-10' }, { customer: name, due: '2025-09-01' }], { tabs });
      expect(reportOf(book, AS_OF).invoices.map(({ status }) => status)).toEqual(['on-hold', 'on-hold']);
    },
  );
});

describe('a look-up that found nothing', () => {
  it.each<[string, Cell, Cell]>([
    ['as its text', '#N/A', '#REF!'],
    ['as an error', { error: '#N/A' }, { error: '#REF!' }],
    ['in French, behind a blank', ' #N/A', '\n#REF !'],
  ])('%s greets nobody and names no order; its owner is nobody', (_, contact, order) => {
    const header = ['Invoice number', 'Customer', 'Due date', 'Amount', 'Email', 'Contact', 'PO number', 'Owner'];
    const book = sheet(
      header,
      ['F1', 'Dupont', '2025-09-10', 10, 'a@x.example', contact, order, contact],
      ['F2', 'Durand', '2025-09-10', 20, 'b@x.example', 'Anne Durand', 'PO-7', 'Bruno'],
    );
    expect(reportOf(book, AS_OF).worklist.map(({ owner }) => owner)).toEqual(['Bruno', null]);
    const host = new MemoryHost(book);
    host.run(perform({ kind: 'prepare', at: `${AS_OF}T09:00:00` }, dayFromIso(AS_OF) as CalendarDay));
    const texts = [...host.drafts.values()].map(({ subject, text, html }) => `${subject} ${text} ${html}`);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('Anne Durand') && text.includes('PO-7'))).toHaveLength(1);
    for (const text of texts) expect(text).not.toMatch(/#(?:N\/A|REF)/);
  });
});

describe('a name in which nobody sees anything', () => {
  it('is missing, and said so', () => {
    const { problems, invoices } = reportOf(
      workbookOf([
        { customer: '\u00ad', due: '2025-09-10' },
        { customer: 'Dupont', due: '2025-09-10' },
      ]),
      AS_OF,
    );
    expect(problems.filter(({ kind }) => kind.includes('customer')).map(({ kind, row }) => `${kind} ${row}`)).toEqual([
      'missing-customer 2',
    ]);
    expect(invoices.map(({ customer }) => customer)).toEqual(['', 'Dupont']);
  });
});

describe('which line of the Customers tab is a customer’s', () => {
  it.each<[string, Cell[][], string | null]>([
    ['its id', [['Other name', 'C1', 'id@x.example']], 'id@x.example'],
    ['its name, where the line has no id', [['Dupont', '', 'name@x.example']], 'name@x.example'],
    ['never that of a namesake with another id', [['Dupont', 'C9', 'other@x.example']], null],
    [
      'its name without id before a namesake’s',
      [
        ['Dupont', 'C9', 'other@x.example'],
        ['Dupont', '', 'name@x.example'],
      ],
      'name@x.example',
    ],
  ])('%s', (_, lines, to) => {
    const [entry] = reportOf(workbookOf([{ due: '2025-09-10', id: 'C1' }], { tabs: customers(...lines) }), AS_OF).worklist;
    expect(entry?.to).toBe(to);
  });

  it('a customer without id: the one namesake, never one of two', () => {
    const to = (...lines: Cell[][]) => reportOf(workbookOf([{ due: '2025-09-10' }], { tabs: customers(...lines) }), AS_OF).worklist[0]?.to;
    expect(to(['Dupont', 'C1', 'one@x.example'])).toBe('one@x.example');
    expect(to(['Dupont', 'C1', 'one@x.example'], ['Dupont', 'C2', 'two@x.example'])).toBeNull();
  });
});

describe('invoicing hygiene', () => {
  const overLimit = (issued: string, due: string, french = true, settings: Cell[][] = []) =>
    reportOf(
      workbookOf([{ issued, due }], { french, tabs: settings.length > 0 ? { Settings: [['Key', 'Value'], ...settings] } : {} }),
      AS_OF,
    )
      .problems.filter(({ kind }) => kind === 'terms-over-limit')
      .map(({ row, column, severity, message }) => `${row}${column} ${severity} ${message}`);
  it.each<[string, string, boolean]>([
    // issued | due | over the limit
    ['2025-03-10', '2025-05-09', false], // 60 days net
    ['2025-03-10', '2025-05-10', false], // 61 days, within end of March + 45 (15 May)
    ['2025-03-10', '2025-05-15', false],
    ['2025-03-10', '2025-05-16', true],
    ['2025-02-15', '2025-04-30', false], // +45, end of month
    ['2025-02-15', '2025-05-01', true],
    ['2024-12-31', '2025-03-01', false],
    ['2024-12-31', '2025-03-02', true],
  ])('issued %s, due %s', (issued, due, isOver) => {
    const days = (Date.parse(due) - Date.parse(issued)) / 86_400_000;
    const said = `2D notice Échéance ${days} jours après la facture\u00a0: au-delà de la limite légale entre professionnels.`;
    expect(overLimit(issued, due)).toEqual(isOver ? [said] : []);
  });
  it('is French law: not told elsewhere, nor to a house that chose another regime', () => {
    expect(overLimit('2025-02-15', '2025-05-01', false)).toEqual([]);
    expect(overLimit('2025-02-15', '2025-05-01', true, [['regime', 'UK']])).toEqual([]);
    expect(overLimit('2025-02-15', '2025-05-01', true, [['regime', 'FR']])).toHaveLength(1);
  });

  it('names overdue invoices neither sent nor received, where the sheet notes either', () => {
    const notices = (book: Snapshot) =>
      reportOf(book, AS_OF)
        .notices.filter(({ kind }) => kind === 'not-confirmed-sent')
        .map(({ message }) => message);
    const header = ['Invoice number', 'Customer', 'Due date', 'Amount', 'Sent on', 'Received on', 'Payment date'];
    const lines: Cell[][] = [
      ['F1', 'Dupont', '2025-09-01', 10, '2025-08-01', '', ''],
      ['F2', 'Dupont', '2025-09-01', 10, '', '2025-08-03', ''],
      ['F3', 'Dupont', '2025-09-01', 10, '', '', ''],
      ['F4', 'Dupont', '2025-09-17', 10, '', '', ''],
      ['F5', 'Dupont', '2025-09-01', 10, '', '', '2025-09-02'],
    ];
    expect(notices(sheet(header, ...lines))).toEqual([
      'Past due, and nobody noted that they were sent or received: F3. Check that the customer has them before insisting.',
    ]);
    expect(notices(sheet(header.slice(0, 4), ...lines.map((line) => line.slice(0, 4))))).toEqual([]);
  });

  it.each(['Acompte', 'Facture d’acompte', 'Deposit', 'Facture de solde', 'Down payment', 'Progress invoice'])(
    'a %s is an invoice',
    (kind) => {
      const [invoice] = reportOf(workbookOf([{ due: '2025-09-01', kind }]), AS_OF).invoices;
      expect(invoice).toMatchObject({ kind: 'invoice', open: 1000, status: 'overdue', severity: null });
    },
  );
});

describe('customer types and rates', () => {
  const owed = (type: string, extra: Cell[][] = []) =>
    reportOf(
      workbookOf([{ due: '2025-07-01', amount: 10_000, currency: 'EUR' }], {
        french: true,
        tabs: {
          Clients: [
            ['Client', 'Type'],
            ['Dupont', type],
          ],
          ...(extra.length > 0 ? { Réglages: [['Clé', 'Valeur'], ...extra] } : {}),
        },
      }),
      '2025-09-09',
    ).invoices.map(({ interest, recoveryFee }) => [interest, recoveryFee])[0];
  it.each<[string, Cell[][], [number | null, number | null] | undefined]>([
    // 70 days of 2025-S2: 12.15 % for a business, 10.15 % for a public body.
    ['entreprise', [], [233.01, 40]],
    ['secteur public', [], [194.66, 40]],
    ['particulier', [], [null, null]],
    ['entreprise', [['Taux BCE 2025-S2', '2,65 %']], [242.6, 40]],
    ['entreprise', [['Rate 2025 S2', 2.65]], [242.6, 40]],
    ['entreprise', [['Taux 2025-S2', { number: 0.0265, format: '0.00%' }]], [242.6, 40]],
    ['entreprise', [['Bank rate 2025-S2', 9]], [233.01, 40]],
  ])('%s %j', (type, extra, expected) => {
    expect(owed(type, extra)).toEqual(expected);
  });

  it.each<[string, Cell, string]>([
    ['Rate 2035-S1', 2, 'rate-out-of-reach'],
    ['Rate 2025-S2', 2.655, 'rate-out-of-reach'],
    ['Rate 2025-S2', 'much', 'not-a-number'],
    ['Rate 2025-S2', 2000, 'out-of-range'],
  ])('%s = %j is a located problem, and the published rate stands', (key, value) => {
    const { problems } = reportOf(
      workbookOf([{ due: '2025-07-01' }], {
        tabs: {
          Settings: [
            ['Key', 'Value'],
            [key, value],
          ],
        },
      }),
      AS_OF,
    );
    expect(problems.map(({ sheet: where, row, kind }) => `${where} ${row} ${kind}`)).toEqual(['Settings 2 bad-tab-line']);
  });

  it('a rate said twice: the first stands; the half-year after the last may be added', () => {
    const { problems } = reportOf(
      workbookOf([{ due: '2025-07-01' }], {
        tabs: {
          Settings: [
            ['Key', 'Value'],
            ['Rate 2027-S2', 3],
            ['ECB rate 2025-S2', 2],
            ['Taux 2025-S2', 3],
          ],
        },
      }),
      AS_OF,
    );
    expect(problems.map(({ row, column }) => `${row}${column}`)).toEqual(['4A']);
  });
});
