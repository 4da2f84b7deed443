/** The words tools put in their status columns, in six languages: what they state as fact, and what the dates and payments say better. */
import { describe, expect, it } from '@jest/globals';
import { csvFile, type Row, reportOn } from './export-file.ts';

const AS_OF = '2025-09-17';
/** One open invoice of 120.00 due on 10 September, its status in that word. */
const statusOf = (word: string) => {
  const rows: Row[] = [
    ['Invoice number', 'Customer', 'Invoice date', 'Due date', 'Total', 'Status'],
    ['INV-1', 'Acme', '2025-08-10', '2025-09-10', '120.00', word],
    ['INV-2', 'Globex', '2025-08-13', '2025-09-30', '80.00', 'Open'],
  ];
  const { invoices, kpis, problems } = reportOn('list.csv', csvFile(rows), AS_OF);
  const [one] = invoices;
  const held = problems.some((problem) => problem.row === 2 && problem.severity !== 'notice');
  return `${one?.status}${held ? ' held' : ''} ${kpis[0]?.outstanding}`;
};

const TABLE: readonly (readonly [meaning: string, words: string])[] = [
  [
    'overdue 200',
    'Open · AUTHORISED · Awaiting Payment · past_due · Overdue · Sent · Unpaid · Not Paid · Partially Paid · Non payé · En attente · Impayée · offen · teilbezahlt · Überfällig · Vencida · Pendiente · No cobrada · Scaduta · Non saldata · Da incassare · Openstaand · Te laat · Niet betaald',
  ],
  [
    'paid 80',
    'Paid · PAID · Closed · Settled · Paid in full · Payé · Payée · Réglée · Soldé · Encaissée · Bezahlt · ausgeglichen · Cobrada · Cobrado · Pagada · Saldata · Pagata · Incassata · Betaald · Voldaan · Afgeletterd · refunded',
  ],
  ['draft 80', 'draft · Draft · Brouillon · Entwurf · Borrador · Bozza · Concept'],
  ['cancelled 80', 'void · VOIDED · Voided · DELETED · Cancelled · Annulée · Storniert · Anulada · Annullata · Geannuleerd'],
  ['written-off 80', 'uncollectible · Written off · Bad debt · Irrécouvrable · Uneinbringlich · Incobrable · Inesigibile · Oninbaar'],
  ['disputed 200', 'Disputed · En litige · Strittig · En disputa · Contestata · Betwist'],
  ['legal 200', 'In collections · Contentieux · Inkasso · Contencioso · Recupero crediti · Deurwaarder'],
  ['to-fix held 200', 'Rejected · Refusée · Rejetée · Abgelehnt · Rechazada · Scartata · Geweigerd'],
];

describe('status words of tools', () => {
  it.each(TABLE)('%s', (meaning, words) => {
    expect(words.split(' · ').map((word) => `${word}: ${statusOf(word)}`)).toEqual(words.split(' · ').map((word) => `${word}: ${meaning}`));
  });
  it('Odoo has two: a cancelled entry is not paid, and is not owed', () => {
    const header: Row = [
      'Number',
      'Invoice Partner Display Name',
      'Invoice/Bill Date',
      'Due Date',
      'Total Signed',
      'Amount Due Signed',
      'Payment Status',
      'Status',
    ];
    const row = (number: string, payment: string, status: string): Row => [
      number,
      'Azure Interior',
      '2025-08-01',
      '2025-08-31',
      '100.00',
      payment === 'Paid' ? '0.00' : '100.00',
      payment,
      status,
    ];
    const rows = [
      row('INV/1', 'Not Paid', 'Posted'),
      row('INV/2', 'Not Paid', 'Cancelled'),
      row('INV/3', 'Not Paid', 'Draft'),
      row('INV/4', 'Paid', 'Posted'),
    ];
    const { invoices, kpis, table } = reportOn('odoo.csv', csvFile([header, ...rows]), AS_OF);
    expect(table.columns.status).toBe('G');
    expect(invoices.map((invoice) => `${invoice.number} ${invoice.status}`)).toEqual([
      'INV/1 overdue',
      'INV/2 cancelled',
      'INV/3 draft',
      'INV/4 paid',
    ]);
    expect(kpis[0]?.outstanding).toBe(100);
  });
});

describe('signs of credit notes and balances', () => {
  const header: Row = ['Type', 'Invoice number', 'Customer', 'Invoice date', 'Due date', 'Total', 'Balance'];
  const read = (rows: readonly Row[]) => {
    const { invoices, kpis, problems } = reportOn('list.csv', csvFile([header, ...rows]), AS_OF);
    expect(problems.filter((problem) => problem.severity !== 'notice')).toEqual([]);
    return [
      ...invoices.map((invoice) => `${invoice.number} ${invoice.kind} ${invoice.amount} ${invoice.open}`),
      kpis[0]?.outstanding,
      kpis[0]?.unapplied,
    ];
  };
  const invoice: Row = ['Invoice', 'INV-1', 'Acme', '2025-08-10', '2025-09-10', '120.00', '120.00'];
  const wanted = ['INV-1 invoice 120 120', 'CN-2 credit-note -50 -50', 70, -50];
  it.each([
    ['both negative', '-50.00', '-50.00'],
    ['both positive, the type says it', '50.00', '50.00'],
    ['total negative, balance without sign', '-50.00', '50.00'],
    ['in parentheses', '(50.00)', '(50.00)'],
    ['minus behind', '50.00-', '50.00-'],
  ])('%s', (_, total, balance) => {
    expect(read([invoice, ['Credit note', 'CN-2', 'Acme', '2025-08-12', '2025-08-12', total, balance]])).toEqual(wanted);
  });
  it('a credit note already used is settled', () => {
    expect(read([invoice, ['Credit note', 'CN-2', 'Acme', '2025-08-12', '', '-50.00', '0.00']])).toEqual([
      'INV-1 invoice 120 120',
      'CN-2 credit-note -50 0',
      120,
      0,
    ]);
  });
});
