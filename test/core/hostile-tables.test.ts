/**
 * Whole sheets as people leave them: titles, totals, notes, other tables, shuffled columns, thousands, two currencies. The invoices in them are read as
 * if nothing else were there; what cannot be trusted has its place.
 */
import { describe, expect, it } from '@jest/globals';
import type { Cell, Report, Sheet } from '../../core/index.ts';
import { type Around, invoiceAt, openSheets, problemsOf, reportOf } from '../problems/opened.ts';

const HEADER: readonly Cell[] = ['Numéro', 'Client', 'Montant TTC', 'Date facture', 'Échéance', 'Payé le', 'Montant payé', 'Email'];
/** Invoice n: 100 + n euros, due a week before the as-of day, owed by a customer of its own. */
const invoice = (n: number): Cell[] => [`F-${n}`, `Client ${n}`, 100 + n, '2025-08-20', '2025-09-10', '', '', `c${n}@ex.fr`];
const invoices = (...numbers: number[]): Cell[][] => numbers.map(invoice);

/** The rows of F-1, F-2 … as the report has them: all there, right to the cent, late by seven days, and nothing else summed. */
function expectOnly(report: Report, rowsByNumber: Readonly<Record<string, number>>): void {
  expect(report.invoices.map(({ number, row }) => [number, row])).toEqual(Object.entries(rowsByNumber));
  let sum = 0;
  for (const read of report.invoices) {
    const n = Number(read.number.slice(2));
    expect(read).toMatchObject({
      customer: `Client ${n}`,
      amount: 100 + n,
      open: 100 + n,
      issuedOn: '2025-08-20',
      dueOn: '2025-09-10',
      daysLate: 7,
    });
    expect([read.severity, read.status]).toEqual([null, 'overdue']);
    sum += 100 + n;
  }
  expect(report.kpis.map(({ outstanding, overdue }) => [outstanding, overdue])).toEqual([[sum, sum]]);
}

/** Kinds of the notices about the file, without the two every sheet here has. */
const noticesOf = (report: Report) =>
  report.notices.map(({ kind }) => kind).filter((kind) => kind !== 'no-currency' && kind !== 'no-email-column');

describe('what stands around the table', () => {
  it.each<[string, readonly (readonly Cell[])[], Readonly<Record<string, number>>]>([
    ['nothing', [HEADER, ...invoices(1, 2)], { 'F-1': 2, 'F-2': 3 }],
    [
      'a merged title, preface lines, the header on row 7',
      [
        ['Société Dupont — Factures 2025', null, null],
        [],
        ['Édité le', '17/09/2025'],
        ['Client :', 'Tous', 'Total', 4180],
        [],
        [],
        HEADER,
        ...invoices(1, 2),
      ],
      { 'F-1': 8, 'F-2': 9 },
    ],
    ['blank rows under the header', [HEADER, [], ...invoices(1, 2)], { 'F-1': 3, 'F-2': 4 }],
    [
      'blank rows between',
      [HEADER, invoice(1), [], invoice(2), [], [], invoice(3), [], [], [], invoice(4)],
      { 'F-1': 2, 'F-2': 4, 'F-3': 7, 'F-4': 11 },
    ],
    [
      'rows of blanks and dashes',
      [HEADER, invoice(1), ['', ' ', null, '\u00a0'], ['-', '-', '-', '-'], invoice(2)],
      { 'F-1': 2, 'F-2': 5 },
    ],
    ['the header on every page', [HEADER, invoice(1), HEADER, invoice(2), HEADER, invoice(3)], { 'F-1': 2, 'F-2': 4, 'F-3': 6 }],
    ['empty columns at the left', [HEADER, ...invoices(1, 2)].map((row) => [null, '', ...row]), { 'F-1': 2, 'F-2': 3 }],
    [
      'a table of orders below',
      [HEADER, ...invoices(1, 2), [], ['N° commande', 'Article', 'Quantité', 'Prix'], ['C1', 'Vis', 3, 4.5], ['C2', 'Clou', 3, 4.5]],
      { 'F-1': 2, 'F-2': 3 },
    ],
    [
      'a table of stock beside',
      [
        [...HEADER, '', 'Article', 'Stock', 'Prix'],
        [...invoice(1), '', 'Vis', 3, 1.5],
        [...invoice(2), '', 'Clou', 3, 2.5],
        [...Array(HEADER.length).fill(''), '', 'Écrou', 3, 3.5],
      ],
      { 'F-1': 2, 'F-2': 3 },
    ],
    ['ragged rows', [HEADER, invoice(1), [...invoice(2), ...Array(40).fill(null), 'loin']], { 'F-1': 2, 'F-2': 3 }],
  ])('%s', (_, rows, found) => {
    const report = reportOf(rows);
    expectOnly(report, found);
    expect(problemsOf(report)).toEqual([]);
  });

  it('columns in any order, headers in any case, accent or style', () => {
    const order = [4, 2, 7, 0, 6, 3, 1, 5];
    const shuffled = [HEADER, ...invoices(1, 2)].map((row) => order.map((at) => row[at] as Cell));
    expectOnly(reportOf(shuffled), { 'F-1': 2, 'F-2': 3 });
    for (const header of [
      ['NUMERO', 'CLIENT', 'MONTANT TTC', 'DATE FACTURE', 'ECHEANCE', 'PAYE LE', 'MONTANT PAYE', 'EMAIL'],
      ['numero_facture', 'nom_client', 'montant_ttc', 'date_facture', 'date_echeance', 'date_paiement', 'montant_paye', 'email_client'],
      ['InvoiceNumber', 'CustomerName', 'TotalAmount', 'InvoiceDate', 'DueDate', 'PaidDate', 'AmountPaid', 'CustomerEmail'],
      ['invoice_number', 'customer_name', 'total_amount', 'issue_date', 'due_date', 'paid_date', 'amount_paid', 'email'],
      [' N° de facture ', 'Client*', 'Montant TTC', 'Date de facture :', "Date d'échéance", 'Date de\npaiement', 'Montant payé', 'E-mail'],
      ['Rechnungsnummer', 'Kunde', 'Bruttobetrag', 'Rechnungsdatum', 'Fälligkeitsdatum', 'Bezahlt am', 'Betrag bezahlt', 'E-Mail'],
      ['Nº factura', 'Cliente', 'Importe total', 'Fecha factura', 'Vencimiento', 'Fecha cobro', 'Importe cobrado', 'Correo electrónico'],
      ['Numero fattura', 'Cliente', 'Importo totale', 'Data fattura', 'Scadenza', 'Data pagamento', 'Importo pagato', 'Email'],
      ['Factuurnummer', 'Klant', 'Totaalbedrag', 'Factuurdatum', 'Vervaldatum', 'Betaald op', 'Betaald bedrag', 'E-mailadres'],
    ])
      expectOnly(reportOf([header, ...invoices(1, 2)]), { 'F-1': 2, 'F-2': 3 });
  });

  it('two invoice tables: the better one is read whole, the other is named', () => {
    const other = ['Facture', 'Client', 'Montant TTC', 'Date facture', 'Échéance'];
    const report = reportOf([HEADER, ...invoices(1, 2, 3), [], [], other, ['G-9', 'Client 9', 50, '2025-08-20', '2025-09-10']]);
    expectOnly(report, { 'F-1': 2, 'F-2': 3, 'F-3': 4 });
    expect(noticesOf(report)).toEqual(['other-tables']);
  });
});

describe('rows that are no invoices', () => {
  it.each<[string, readonly Cell[]]>([
    ['Total', ['Total', '', 400]],
    ['a total under the customers', ['', 'TOTAL GÉNÉRAL', 400]],
    ['a subtotal', ['Sous-total', null, 400]],
    ['a total with a date', ['Total', '', 400, '', '2025-09-17']],
    ['a count beside it', [3, 'Total', 400]],
    ['a total where nobody looks', [null, null, 400, null, null, null, null, null, 'Total']],
    ['a sum without a word', [null, null, 400]],
    ['a sum in text', ['', '', '400,00']],
    ['Summe', ['Summe', '', 400]],
    ['Σ', ['Σ', '', 400]],
    ['Montant total', ['', 'Montant total', 400]],
    ['another sum called a total', ['Totaux', '', 9999]],
  ])('%s is left out of every figure, and named', (_, line) => {
    const report = reportOf([HEADER, ...invoices(1, 2, 97), line, invoice(4)].map((row) => [...row]));
    const wrong = report.invoices.filter(({ number }) => !/^F-\d+$/.test(number));
    expect([wrong, problemsOf(report), noticesOf(report)]).toEqual([[], [], ['sums-and-blanks-skipped']]);
    expect(report.notices.find(({ kind }) => kind === 'sums-and-blanks-skipped')?.message).toMatch(/: 5\.$/);
    expect(report.kpis.reduce((sum, { outstanding }) => sum + outstanding, 0)).toBe(101 + 102 + 197 + 104);
  });

  it('a formula that sums is a total whatever its value', () => {
    const rows = [HEADER, ...invoices(1, 2), [null, null, 50]];
    const formulas = [[], [], [], [null, null, '=SOMME(C2:C3)']];
    expect(noticesOf(reportOf(rows, { formulas }))).toEqual(['sums-and-blanks-skipped']);
    expect(problemsOf(reportOf(rows))).toEqual(['4 C error unreadable-row "50"']);
  });

  it.each<[string, readonly Cell[], readonly string[]]>([
    ['a note at the bottom', ['Note : ne pas relancer Client 1'], ['4 A error unreadable-row "Note : ne pas relancer Client 1"']],
    ['a note under the customers', [null, 'voir avec Paul'], ['4 B error unreadable-row "voir avec Paul"']],
    ['an amount alone that adds up nothing', [null, null, 999], ['4 C error unreadable-row "999"']],
    ['a row somebody began, worth the sum above', [null, '2 factures', 203], ['4 B error unreadable-row "2 factures"']],
  ])('%s is said, and not summed', (_, line, problems) => {
    const report = reportOf([HEADER, ...invoices(1, 2), line, invoice(3)]);
    expectOnly(report, { 'F-1': 2, 'F-2': 3, 'F-3': 5 });
    expect(problemsOf(report)).toEqual(problems);
  });

  it.each<[string, readonly Cell[], readonly string[]]>([
    ['a customer called Total', ['F-9', 'Total Énergies', 50, '2025-08-20', '2025-09-10'], []],
    ['a number that begins like a total', ['TOTAL-0012', 'Client 9', 50, '2025-08-20', '2025-09-10'], []],
    ['an amount equal to the sum above', ['F-9', 'Client 9', 203, '2025-08-20', '2025-09-10'], []],
    ['no number', ['', 'Client 9', 50, '2025-08-20', '2025-09-10'], ['4 A hold missing-number ""']],
    ['no customer', ['F-9', '', 50, '2025-08-20', '2025-09-10'], ['4 B hold missing-customer ""']],
    ['a customer of blanks', ['F-9', '\u00a0 ', 50, '2025-08-20', '2025-09-10'], ['4 B hold missing-customer ""']],
    ['no dates', ['F-9', 'Client 9', 50], ['4 D notice missing-issue-date ""', '4 E hold missing-due-date ""']],
    ['no amount', ['F-9', 'Client 9', null, '2025-08-20', '2025-09-10'], ['4 C error unreadable-amount ""']],
  ])('an invoice with %s stays one', (_, line, problems) => {
    const report = reportOf([HEADER, ...invoices(1, 2), line, invoice(3)]);
    expect(report.invoices.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    expect(problemsOf(report).sort()).toEqual(problems);
  });
});

describe('sheets', () => {
  const book = (...sheets: [string, readonly (readonly Cell[])[]][]): Sheet[] => sheets.map(([name, cells]) => ({ name, cells }));
  const table = [HEADER, ...invoices(1, 2)];
  it.each<[string, Sheet[], string]>([
    [
      'a sheet of notes first',
      book(['Notes', [['Bonjour'], ['Client à rappeler', 'Montant à vérifier'], ['Dupont', 'urgent']]], ['Factures', table]),
      'Factures',
    ],
    ['empty sheets around', book(['Feuil1', []], ['Feuil2', [[]]], ['Feuil3', [['', null]]], ['Suivi', table]), 'Suivi'],
    ['an archive with fewer rows', book(['Archive', [HEADER, invoice(7)]], ['Factures', table]), 'Factures'],
    [
      'payments beside',
      book(
        [
          'Encaissements',
          [
            ['Client', 'Date', 'Montant'],
            ['Client 1', '2025-09-01', 50],
          ],
        ],
        ['Factures', table],
      ),
      'Factures',
    ],
  ])('%s', (_, sheets, name) => {
    const { report } = openSheets(sheets);
    expect(report?.table.sheet).toBe(name);
    expectOnly(report as Report, { 'F-1': 2, 'F-2': 3 });
  });

  it.each<[string, Sheet[]]>([
    ['no sheet at all', []],
    ['an empty sheet', book(['Feuil1', []])],
    ['blank cells', book(['Feuil1', [['', ' '], [null]]])],
    [
      'headers and no amount',
      book([
        'Feuil1',
        [
          ['Numéro', 'Client', 'Échéance'],
          ['F1', 'A', '2025-09-10'],
        ],
      ]),
    ],
    ['rows without headers', book(['Feuil1', invoices(1, 2, 3)])],
    [
      'a recipe',
      book([
        'Feuil1',
        [
          ['Farine', '250 g'],
          ['Œufs', 3],
        ],
      ]),
    ],
  ])('%s is refused with a reason and an advice', (_, sheets) => {
    for (const language of ['fr', 'en'] as const) {
      const { report, refusal } = openSheets(sheets, { options: { language } });
      expect(report).toBeNull();
      expect(refusal?.message).toMatch(/\w.*\.$/);
      expect(refusal?.advice).toMatch(/\w.*\.$/);
    }
  });
});

describe('amounts in thousands are not read as units', () => {
  const KEYS = ['Numéro', 'Client'];
  const DATES = ['Date facture', 'Échéance'];
  const sheet = (header: string, ...amounts: Cell[]): Cell[][] => [
    [...KEYS, header, ...DATES],
    ...amounts.map((amount, i): Cell[] => [`F${i}`, 'A', amount, '2025-08-20', '2025-09-10']),
  ];
  it.each<[string, number, string | null]>([
    ['Montant (k€)', 12_500, 'EUR'],
    ['Montant TTC k€', 12_500, 'EUR'],
    ['Montant KEUR', 12_500, 'EUR'],
    ["Montant en milliers d'euros", 12_500, 'EUR'],
    ['Montant (en milliers)', 12_500, null],
    ['Amount ($ thousands)', 12_500, 'USD'],
    ['Amount (£k)', 12_500, 'GBP'],
    ["Amount (€'000)", 12_500, 'EUR'],
    ['Betrag (T€)', 12_500, 'EUR'],
    ['Importe (miles de euros)', 12_500, 'EUR'],
    ['Montant (M€)', 12_500_000, 'EUR'],
    ['Amount (USD millions)', 12_500_000, 'USD'],
    ['Amount (cents)', 0.13, null],
    ['Montant (€)', 12.5, 'EUR'],
    ['Montant', 12.5, null],
  ])('12.5 under %j is %d', (header, amount, currency) => {
    const report = reportOf(sheet(header, 12.5));
    expect(invoiceAt(report, 2)).toMatchObject({ amount, open: amount, currency, severity: null });
    expect(noticesOf(report)).toEqual(Math.round(amount * 100) === 1250 ? [] : ['amounts-scaled']);
  });

  it('as text too, to the cent; an amount with a currency sign of its own is asked', () => {
    const report = reportOf(sheet('Montant (k€)', '12,5', '12,345', '12,34567', '1,234567', '12 500 €', '1.234'), { locale: 'fr-FR' });
    expect(report.invoices.map(({ amount }) => amount)).toEqual([12_500, 12_345, 12_345.67, null, null, 1_234_000]);
    expect(problemsOf(report)).toEqual(['5 C error unreadable-amount "1,234567"', '6 C error ambiguous-amount "12 500 €"']);
  });

  it('said above the table or in a row of units; the paid amount follows unless it says otherwise', () => {
    const rows = [
      ['Balance clients en K€'],
      [...KEYS, 'Montant', ...DATES, 'Montant payé'],
      ['F1', 'A', 12.5, '2025-08-20', '2025-09-10', 2],
    ];
    expect(invoiceAt(reportOf(rows), 3)).toMatchObject({ amount: 12_500, paid: 2000, open: 10_500 });
    const inEuros = rows.map((row, i) => (i === 1 ? [...row.slice(0, 5), 'Montant payé (€)'] : row));
    expect(invoiceAt(reportOf(inEuros), 3)).toMatchObject({ amount: 12_500, paid: 2, open: 12_498 });
    const units = reportOf([
      [...KEYS, 'Montant', ...DATES],
      ['', '', 'k€'],
      ['F1', 'A', 12.5, '2025-08-20', '2025-09-10'],
    ]);
    expect(invoiceAt(units, 3).amount).toBe(12_500);
    expect(invoiceAt(reportOf([['CA 2025 : 350 k€'], ...sheet('Montant', 12.5)]), 3).amount).toBe(12.5);
  });
});

describe('amounts that are not what the customer owes', () => {
  const D = ['2025-08-20', '2025-09-10'];
  it('only amounts without tax: read, and said', () => {
    const report = reportOf([
      ['Numéro', 'Client', 'Date facture', 'Échéance', 'Montant HT'],
      ['F1', 'A', ...D, 100],
    ]);
    expect([invoiceAt(report, 2).amount, noticesOf(report)]).toEqual([100, ['net-amounts']]);
    const both = reportOf([
      ['Numéro', 'Client', 'Date facture', 'Échéance', 'Montant HT', 'Montant TTC'],
      ['F1', 'A', ...D, 100, 120],
    ]);
    expect([invoiceAt(both, 2).amount, noticesOf(both)]).toEqual([120, []]);
  });
  it('only what is left to pay: a payment date does not settle it', () => {
    const report = reportOf([
      ['Numéro', 'Client', 'Date facture', 'Échéance', 'Reste à payer', 'Payée le'],
      ['F1', 'A', ...D, 100, '2025-09-14'],
      ['F2', 'A', ...D, 50, ''],
      ['F3', 'A', ...D, 0, '2025-09-14'],
    ]);
    expect(report.invoices.map(({ open, severity }) => [open, severity])).toEqual([
      [100, 'hold'],
      [50, null],
      [0, null],
    ]);
    expect(problemsOf(report)).toEqual(['2 F hold payments-contradict "2025-09-14"']);
  });
  it.each([
    'Devis',
    'Proforma',
    'Bon de commande',
    'Quote',
    'Sales order',
    'Delivery note',
    'Paiement',
    'Payment',
    'Facture fournisseur',
    'Vendor bill',
  ])('a row whose kind is %j is no invoice', (kind) => {
    const rows = ['Facture', kind, 'Facture', 'Avoir'].map((word, i): Cell[] => [`F${i}`, 'A', ...D, 100, word]);
    const report = reportOf([['Numéro', 'Client', 'Date facture', 'Échéance', 'Montant TTC', 'Type'], ...rows]);
    expect(report.invoices.map(({ amount }) => amount)).toEqual([100, null, 100, -100]);
    expect(problemsOf(report)[0]).toBe(`3 F error unreadable-row ${JSON.stringify(kind)}`);
    expect(report.kpis[0]?.outstanding).toBe(100);
  });
  it('formulas copied down over nothing are nothing', () => {
    const zero = { number: 0, format: 'dd/mm/yyyy' };
    const report = reportOf([
      HEADER,
      invoice(1),
      ['', '', 0, zero, zero, '', 0],
      [null, null, '0,00 €', '', '-'],
      ['', '', 0, '', { number: 0, format: '' }],
    ]);
    expectOnly(report, { 'F-1': 2 });
    expect(problemsOf(report)).toEqual([]);
  });
});

describe('columns that share a header', () => {
  it('Date and Date: the earlier is the issue, the later the due date, on either side', () => {
    const rows = (first: string, second: string): Cell[][] => [
      ['Numéro', 'Client', 'Montant', 'Date', 'Date'],
      ['F1', 'A', 10, first, second],
      ['F2', 'A', 10, first, second],
    ];
    for (const report of [reportOf(rows('2025-08-20', '2025-09-10')), reportOf(rows('2025-09-10', '2025-08-20'))])
      expect(invoiceAt(report, 2)).toMatchObject({ issuedOn: '2025-08-20', dueOn: '2025-09-10', daysLate: 7 });
  });
  it('two amounts of the same name: one is read, the other is named', () => {
    const report = reportOf([
      ['Numéro', 'Client', 'Montant', 'Montant', 'Échéance'],
      ['F1', 'A', 12.5, 99, '2025-09-10'],
    ]);
    expect(noticesOf(report)).toEqual(['twin-columns']);
    expect(report.notices.find(({ kind }) => kind === 'twin-columns')?.message).toContain('D (Montant)');
  });
});

describe('what a stranger may put in a cell', () => {
  const at = (changes: Readonly<Record<number, Cell>>): Cell[] => invoice(9).map((cell, column) => changes[column] ?? cell);
  it.each<[string, Readonly<Record<number, Cell>>, object, readonly string[]]>([
    [
      'a formula for a name',
      { 1: '=HYPERLINK("http://x.example","cliquez")' },
      { customer: '=HYPERLINK("http://x.example","cliquez")', severity: null },
      [],
    ],
    ['+ - @ for a name', { 1: '@SUM(A1:A9)' }, { customer: '@SUM(A1:A9)', severity: null }, []],
    ['#N/A for a name', { 1: '#N/A' }, { customer: '', severity: 'hold' }, ['3 B hold cell-error "#N/A"']],
    ['an error for a name', { 1: { error: '#REF!' } }, { customer: '', severity: 'hold' }, ['3 B hold cell-error "#REF!"']],
    ['#N/A for a number', { 0: '#N/A' }, { severity: 'hold', amount: 109 }, ['3 A hold cell-error "#N/A"']],
    ['an error for a number', { 0: { error: '#VALUE!' } }, { severity: 'hold', amount: 109 }, ['3 A hold cell-error "#VALUE!"']],
    ['zeros in front', { 0: '000123' }, { number: '000123', severity: null }, []],
    ['a number of figures', { 0: 20250041 }, { number: '20250041', severity: null }, []],
    ['a number in scientific text', { 0: '1.0E+05' }, { number: '1.0E+05', severity: null }, []],
    ['a number as large as a day', { 0: { number: 45910, format: '0' } }, { number: '45910', severity: null }, []],
    ['a name of figures', { 1: 411000 }, { customer: '411000', severity: null }, []],
    ['a name on two lines', { 1: 'Client\n9' }, { customer: 'Client 9', severity: null }, []],
    ['a dash for a name', { 1: '—' }, { customer: '', severity: 'hold' }, ['3 B hold missing-customer "—"']],
    ['a truth for a name', { 1: true }, { customer: '', severity: 'hold' }, ['3 B hold missing-customer "TRUE"']],
    ['a dash for a number', { 0: '-' }, { number: '', severity: 'hold' }, ['3 A hold missing-number "-"']],
    ['a truth for a number', { 0: false }, { number: '', severity: 'hold' }, ['3 A hold missing-number "FALSE"']],
    ['a prototype for a name', { 1: '__proto__' }, { customer: '__proto__', severity: null }, []],
    ['a constructor for a number', { 0: 'constructor' }, { number: 'constructor', severity: null }, []],
    ['nothing owed', { 2: 0 }, { amount: 0, open: 0, status: 'paid', severity: null }, []],
    [
      'a negative amount',
      { 2: -50 },
      { kind: 'credit-note', amount: -50, open: -50, bucket: null, status: 'credit' },
      ['3 C notice unlinked-credit ""'],
    ],
    ['a million millions', { 2: 1e12 }, { amount: 1e12, open: 1e12, severity: null }, []],
    ['more than there is', { 2: 1e15 }, { amount: null, severity: 'error' }, ['3 C error unreadable-amount "1000000000000000"']],
    [
      'a percentage owed',
      { 2: { number: 0.2, format: '0%' } },
      { amount: null, open: null, severity: 'error' },
      ['3 C error unreadable-amount "20 %"'],
    ],
    ['a date owed', { 2: { date: '2025-09-10' } }, { amount: null, severity: 'error' }, ['3 C error unreadable-amount "2025-09-10"']],
    ['a truth owed', { 2: true }, { amount: null, severity: 'error' }, ['3 C error unreadable-amount "TRUE"']],
    ['an error owed', { 2: { error: '#DIV/0!' } }, { amount: null, severity: 'error' }, ['3 C error cell-error "#DIV/0!"']],
    ['an error for an issue date', { 3: { error: '#N/A' } }, { issuedOn: null, severity: 'hold' }, ['3 D hold cell-error "#N/A"']],
    [
      'an error for a due date',
      { 4: '#VALEUR!' },
      { dueOn: null, daysLate: null, bucket: null, severity: 'hold' },
      ['3 E hold cell-error "#VALEUR!"'],
    ],
    ['an error for a payment date', { 5: { error: '#N/A' } }, { open: 109, severity: 'hold' }, ['3 F hold cell-error "#N/A"']],
    ['an error for a payment', { 6: '#REF!' }, { open: 109, severity: 'hold' }, ['3 G hold cell-error "#REF!"']],
    ['a truth for a payment date', { 5: true }, { open: 109, severity: 'hold' }, ['3 F hold impossible-date "TRUE"']],
    ['a truth for a payment', { 6: true }, { open: 109, severity: 'hold' }, ['3 G hold unreadable-payment "TRUE"']],
    [
      'a due date before the invoice',
      { 4: '2025-08-01' },
      { daysLate: 47, severity: 'notice', status: 'overdue' },
      ['3 E notice due-before-issue "2025-08-01"'],
    ],
    [
      'an issue date nobody reads',
      { 3: 'août' },
      { issuedOn: null, severity: 'notice', open: 109 },
      ['3 D notice missing-issue-date "août"'],
    ],
  ])('%s', (_, changes, read, problems) => {
    const report = reportOf([HEADER, invoice(1), at(changes), invoice(2)]);
    expect(invoiceAt(report, 3)).toMatchObject(read);
    expect(problemsOf(report)).toEqual(problems);
    for (const row of [2, 4])
      expect(invoiceAt(report, row)).toMatchObject({ severity: null, daysLate: 7, status: 'overdue', open: row === 2 ? 101 : 102 });
    expect(Number.isFinite(report.kpis[0]?.outstanding)).toBe(true);
  });

  it.each<[string, Cell, string]>([
    ['a line break', 'a@b.fr\nBcc: x@y.z', 'invalid-email'],
    ['two addresses', 'a@b.fr; c@d.fr', 'invalid-email'],
    ['no @', 'a.b.fr', 'invalid-email'],
    ['nothing', '', 'no-email'],
    ['an error', { error: '#N/A' }, 'invalid-email'],
    ['a number', 12, 'invalid-email'],
  ])('an address with %s blocks its message and no other', (_, address, guard) => {
    const report = reportOf(
      [HEADER, invoice(1), at({ 7: address }), invoice(2)].map((row, i) =>
        i === 2 ? row.map((cell, c) => (c === 7 ? address : cell)) : row,
      ),
    );
    expect(problemsOf(report)).toEqual([]);
    for (const { customer, blockedBy } of report.worklist)
      expect([customer, blockedBy.map((hit) => hit.guard)]).toEqual([customer, customer === 'Client 9' ? [guard] : []]);
  });

  it('error cells in every role hold or stop their row, whatever the column', () => {
    for (let column = 0; column < HEADER.length - 1; column++)
      for (const cell of [{ error: '#REF!' }, '#REF!', '#N/A', '#VALEUR!'] as Cell[]) {
        const report = reportOf([HEADER, invoice(1), at({ [column]: cell }), invoice(2)]);
        const { severity, nextAction } = invoiceAt(report, 3);
        expect([column, cell, severity, nextAction]).toEqual([column, cell, column === 2 ? 'error' : 'hold', null]);
        expect(report.problems.map(({ row, kind, column: at }) => [row, kind, at])).toEqual([[3, 'cell-error', 'ABCDEFG'[column]]]);
      }
  });

  it('errors where a fact may have stood: status, dispute, last action, kind, customer code', () => {
    const header = [
      'Numéro',
      'Client',
      'Montant TTC',
      'Date facture',
      'Échéance',
      'Statut',
      'Litige',
      'Dernière action',
      'Type',
      'Code client',
    ];
    const usual = (n: number): Cell[] => [...invoice(n).slice(0, 5), '', 'non', '', 'Facture', `C0${n}`];
    for (let column = 5; column < header.length; column++) {
      const broken = (n: number) => usual(n).map((cell, at) => (at === column ? { error: '#N/A' } : cell));
      const report = reportOf([header, usual(1), broken(8), broken(9), usual(2)]);
      expect(problemsOf(report)).toEqual([3, 4].map((row) => `${row} ${'ABCDEFGHIJ'[column]} hold cell-error "#N/A"`));
      expect(report.invoices.map(({ customer, severity }) => [customer, severity])).toEqual([
        ['Client 1', null],
        ['Client 8', 'hold'],
        ['Client 9', 'hold'],
        ['Client 2', null],
      ]);
    }
  });

  it('a row of truths, a row of errors, a row of objects: each is out, and alone', () => {
    const odd: Cell[][] = [
      Array(8).fill(true),
      Array(8).fill(false),
      Array(8).fill({ error: '#N/A' }),
      Array(8).fill({ number: Number.NaN, format: '' }),
      Array(8).fill({ date: 'x' }),
    ];
    const report = reportOf([HEADER, invoice(1), ...odd, invoice(2)]);
    expect(invoiceAt(report, 2)).toMatchObject({ severity: null, open: 101, daysLate: 7 });
    expect(invoiceAt(report, 8)).toMatchObject({ severity: null, open: 102, daysLate: 7 });
    for (const row of [3, 4, 5, 6, 7]) expect(invoiceAt(report, row)).toMatchObject({ severity: 'error', amount: null, nextAction: null });
    expect(report.kpis.map(({ outstanding }) => outstanding)).toEqual([203]);
  });
});

describe('one sheet, the same invoices, in the cells of each host', () => {
  const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
  const table = (issued: Cell, due: Cell): Cell[][] => [
    [...HEADER],
    [...invoice(1).slice(0, 3), issued, due],
    [...invoice(2).slice(0, 3), issued, due],
  ];
  const serial = (iso: string) => day(iso) + 25569;
  it.each<[string, Cell, Cell, Around]>([
    ['serials without a format', serial('2025-08-20'), serial('2025-09-10'), {}],
    [
      'serials with a format',
      { number: serial('2025-08-20'), format: 'dd/mm/yyyy' },
      { number: serial('2025-09-10'), format: 'd-mmm-yy' },
      {},
    ],
    ['serials of 1904', serial('2025-08-20') - 1462, serial('2025-09-10') - 1462, { date1904: true }],
    ['serials as text', String(serial('2025-08-20')), String(serial('2025-09-10')), {}],
    ['true dates', { date: '2025-08-20' }, { date: '2025-09-10' }, {}],
    ['instants of New York', new Date('2025-08-20T04:00:00Z'), new Date('2025-09-10T04:00:00Z'), { timeZone: 'America/New_York' }],
    ['instants of Paris', new Date('2025-08-19T22:00:00Z'), new Date('2025-09-09T22:00:00Z'), { timeZone: 'Europe/Paris' }],
    ['French text', '20/08/2025', '10/09/2025', { locale: 'fr-FR' }],
    ['American text', '08/20/2025', '09/10/2025', { locale: 'en-US' }],
    ['text with a clock', '20/08/2025 00:00:00', '10/09/2025 00:00', { locale: 'fr-FR' }],
    ['ISO with a zone', '2025-08-20T00:00:00Z', '2025-09-10T00:00:00.000Z', { timeZone: 'America/New_York' }],
    ['words', '20 août 2025', 'Sep 10, 2025', {}],
    ['figures', 20250820, '20250910', {}],
  ])('%s', (_, issued, due, around) => {
    const report = reportOf(table(issued, due), around);
    expect(problemsOf(report)).toEqual([]);
    expectOnly(report, { 'F-1': 2, 'F-2': 3 });
  });

  it('a column that mixes them all', () => {
    const issued: Cell[] = [
      serial('2025-08-20'),
      { date: '2025-08-20' },
      '2025-08-20',
      '20 août 2025',
      '20.08.2025',
      new Date('2025-08-20T00:00:00Z'),
      '2025-08-20T00:00:00Z',
    ];
    const rows = issued.map((cell, i): Cell[] => [...invoice(i + 1).slice(0, 3), cell, '2025-09-10']);
    const report = reportOf([HEADER, ...rows]);
    expectOnly(report, Object.fromEntries(rows.map((_, i) => [`F-${i + 1}`, i + 2])));
  });

  it('a column in two orders: what has one reading is read and noticed, the rest is asked', () => {
    const due = ['13/08/2025', '08/14/2025', '09/10/2025'];
    const report = reportOf([['Numéro', 'Client', 'Montant', 'Échéance'], ...due.map((cell, i): Cell[] => [`F${i}`, 'A', 10, cell])]);
    expect(report.invoices.map(({ dueOn, severity }) => [dueOn, severity])).toEqual([
      ['2025-08-13', 'notice'],
      ['2025-08-14', 'notice'],
      [null, 'hold'],
    ]);
    expect(problemsOf(report)).toEqual([
      '2 D notice date-against-column-order "13/08/2025"',
      '3 D notice date-against-column-order "08/14/2025"',
      '4 D hold ambiguous-date "09/10/2025"',
    ]);
  });
});

describe('columns of ours that are already there', () => {
  it('are outputs: formulas, labels and lies in them change no figure', () => {
    const header = [...HEADER, 'Jours de retard', 'Statut', 'Prochaine action', 'Date prochaine action', 'Motif'];
    const outputs = (daysLate: Cell, status: Cell, next: Cell, on: Cell, why: Cell): Cell[] => [daysLate, status, next, on, why];
    const rows = [
      header,
      [...invoice(1), ...outputs(999, 'Non échue', 'Relance', '31/12/2030', 'rien')],
      [...invoice(2), ...outputs({ error: '#VALUE!' }, 'En retard', { error: '#REF!' }, 'demain', true)],
      [...invoice(3), ...outputs('abc', 'À relancer', 12, { error: '#N/A' }, null)],
    ];
    const formulas = rows.map((_, i) => (i === 0 ? [] : [...Array(8).fill(null), `=TODAY()-E${i + 1}`]));
    const report = reportOf(rows, { formulas });
    expect(problemsOf(report)).toEqual([]);
    expectOnly(report, { 'F-1': 2, 'F-2': 3, 'F-3': 4 });
  });

  it('formulas copied down below the last invoice are no invoices', () => {
    const header = [...HEADER, 'Jours de retard', 'Statut'];
    const rows = [
      header,
      [...invoice(1), 7, 'En retard'],
      [...Array(8).fill(''), 0, ''],
      [...Array(8).fill(''), '', '-'],
      [...Array(8).fill(null), 45917, 'Non échue'],
    ];
    const report = reportOf(rows);
    expect(problemsOf(report)).toEqual([]);
    expectOnly(report, { 'F-1': 2 });
  });
});

describe('currencies of the whole sheet', () => {
  it('two by their signs, without a column: two groups, never one sum; the bare amount is asked', () => {
    const rows = ['10,00 €', '$20.00', '£30.00', '40'].map((amount, i): Cell[] => [`F${i}`, 'A', amount, '2025-09-10']);
    const report = reportOf([['Numéro', 'Client', 'Montant', 'Échéance'], ...rows]);
    expect(
      report.kpis
        .map(({ currency, outstanding }) => [currency, outstanding])
        .filter(([, sum]) => sum !== 0)
        .sort(),
    ).toEqual([
      ['EUR', 10],
      ['GBP', 30],
      ['USD', 20],
    ]);
    expect(problemsOf(report)).toEqual(['5 C error unknown-currency "40"']);
  });

  it('yen have no decimals, dinars three', () => {
    const rows: Cell[][] = [
      ['Numéro', 'Client', 'Montant', 'Échéance', 'Devise'],
      ['F1', 'A', 1234.5, '2025-09-10', 'JPY'],
      ['F2', 'A', 1.2345, '2025-09-10', 'TND'],
      ['F3', 'A', '1 234,567', '2025-09-10', 'TND'],
      ['F4', 'A', '12,50', '2025-09-10', 'JPY'],
      ['F5', 'A', '12,505', '2025-09-10', 'EUR'],
    ];
    const report = reportOf(rows, { locale: 'fr-FR' });
    expect(report.invoices.map(({ amount }) => amount)).toEqual([1235, 1.235, 1234.567, null, null]);
    expect(problemsOf(report)).toEqual(['5 C error unreadable-amount "12,50"', '6 C error unreadable-amount "12,505"']);
  });
});
