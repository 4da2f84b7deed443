/** What the accounting tools of the English-speaking world export: header words, column order, dates and statuses are theirs, every figure is invented. */
import { describe, expect, it } from '@jest/globals';
import { csvFile, day, type Field, jsonFile, maybe, money, type Row, reportOn, xlsxFile } from './export-file.ts';
import { isSettled, later, openOf, type Sale, salesOf } from './sales.ts';
import { itReads } from './tools.ts';

const AS_OF = '2025-09-17';
const NAMES = [
  'Cool Cars',
  'Freeman Sporting Goods',
  'Ridgeway University',
  'Port & Philip Freight',
  "Mark's Diner, Inc.",
  'City Agency',
  'Bayside Club',
  'Hamilton Smith Ltd',
];
const make = (seed: number, count: number, more: Partial<Parameters<typeof salesOf>[0]> = {}) =>
  salesOf({
    seed,
    count,
    customers: NAMES,
    number: (i) => `INV-${String(1001 + i).padStart(4, '0')}`,
    from: '2025-03-03',
    to: '2025-09-16',
    ...more,
  });
const words = (text: string): Row => text.split(',');
const is = (sale: Sale) =>
  sale.total < 0 ? 'credit' : isSettled(sale) ? 'paid' : sale.paid > 0 ? 'partial' : sale.due < AS_OF ? 'overdue' : 'open';
const total = (sales: readonly Sale[]) => sales.reduce((sum, sale) => sum + sale.total, 0);
const totalOpen = (sales: readonly Sale[]) => sales.reduce((sum, sale) => sum + openOf(sale), 0);

describe('QuickBooks', () => {
  const sales = make(1, 40, { number: (i) => String(1037 + i), creditEvery: 13, taxRate: 0 });
  const header = words('Date,Transaction type,Num,Name,Memo/Description,Due date,Amount,Open balance');
  itReads({
    tool: 'Online (US), Invoice List by Date: preface, footer, US dates',
    file: 'Craig+Design_Invoice List by Date.csv',
    bytes: csvFile([
      ["Craig's Design and Landscaping Services", null, null, null, null, null, null, null],
      ['Invoice List by Date', null, null, null, null, null, null, null],
      ['March 1 - September 17, 2025', null, null, null, null, null, null, null],
      [],
      header,
      ...sales.map(
        (sale): Row => [
          day.us(sale.issued),
          sale.total < 0 ? 'Credit Memo' : 'Invoice',
          sale.number,
          sale.customer,
          '',
          day.us(sale.due),
          money.us(sale.total),
          money.us(openOf(sale)),
        ],
      ),
      [],
      [],
      ['Wednesday, Sep 17, 2025 09:12:45 AM GMT-7 - Accrual Basis', null, null, null, null, null, null, null],
    ]),
    header,
    headerRow: 5,
    sales,
    language: 'en',
    mapping:
      'issuedOn=Date · kind=Transaction type · number=Num · customer=Name · notes=Memo/Description · dueOn=Due date · amount=Amount · balance=Open balance',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const open = sales.filter((sale) => !isSettled(sale) || sale.total < 0);
  const aging = words(',Date,Transaction type,Num,Customer full name,Due date,Amount,Open balance');
  const late = open.filter((sale) => sale.due < AS_OF);
  const current = open.filter((sale) => sale.due >= AS_OF);
  const line = (sale: Sale): Row => [
    '',
    day.us(sale.issued),
    sale.total < 0 ? 'Credit Memo' : 'Invoice',
    sale.number,
    sale.customer,
    day.us(sale.due),
    money.us(sale.total),
    money.us(openOf(sale)),
  ];
  itReads({
    tool: 'Online (US), A/R Aging Detail: rows under age titles, dollars in the sums',
    file: 'AR Aging Detail.xlsx',
    bytes: xlsxFile(
      [
        ['A/R Aging Detail Report'],
        ["Craig's Design and Landscaping Services"],
        ['As of Sep 17, 2025'],
        [],
        aging,
        ['1 - 30 days past due'],
        ...late.map(line),
        ['Total for 1 - 30 days past due', '', '', '', '', '', money.dollars(total(late)), money.dollars(totalOpen(late))],
        ['Current'],
        ...current.map(line),
        ['Total for Current', '', '', '', '', '', money.dollars(total(current)), money.dollars(totalOpen(current))],
        ['TOTAL', '', '', '', '', '', money.dollars(total(open)), money.dollars(totalOpen(open))],
        [],
        ['Wednesday, September 17, 2025 09:20 AM GMTZ'],
      ],
      'A_R Aging Detail',
    ),
    header: aging,
    headerRow: 5,
    sales: [...late, ...current],
    language: 'en',
    mapping:
      'issuedOn=Date · kind=Transaction type · number=Num · customer=Customer full name · dueOn=Due date · amount=Amount · balance=Open balance',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const uk = words('Date,Transaction Type,No.,Customer,Memo/Description,Due Date,Amount,Open Balance');
  itReads({
    tool: 'Online (UK), Invoice List: day first, pounds',
    file: 'Invoice List.csv',
    bytes: csvFile([
      uk,
      ...sales.map(
        (sale): Row => [
          day.slash(sale.issued),
          sale.total < 0 ? 'Credit Note' : 'Invoice',
          sale.number,
          sale.customer,
          null,
          day.slash(sale.due),
          `£${money.us(sale.total)}`.replace('£-', '-£'),
          `£${money.us(openOf(sale))}`.replace('£-', '-£'),
        ],
      ),
    ]),
    header: uk,
    sales,
    language: 'en',
    mapping:
      'issuedOn=Date · kind=Transaction Type · number=No. · customer=Customer · notes=Memo/Description · dueOn=Due Date · amount=Amount · balance=Open Balance',
    reading: { asOf: AS_OF, paymentDays: false, currency: 'GBP' },
  });

  const groups = NAMES.map((name) => ({ name, sales: open.filter((sale) => sale.customer === name) })).filter(
    (group) => group.sales.length > 0,
  );
  const desktop = words(',Type,Date,Num,P. O. #,Terms,Due Date,Aging,Open Balance');
  itReads({
    tool: 'Desktop, Open Invoices: one title per customer, no customer column',
    file: 'Open Invoices.csv',
    bytes: csvFile([
      desktop,
      ...groups.flatMap(({ name, sales: own }): Row[] => [
        [name, '', '', '', '', '', '', '', ''],
        ...own.map(
          (sale): Row => [
            '',
            sale.total < 0 ? 'Credit Memo' : 'Invoice',
            day.us(sale.issued),
            sale.number,
            '',
            'Net 30',
            day.us(sale.due),
            '',
            money.plain(openOf(sale)),
          ],
        ),
        [`Total ${name}`, '', '', '', '', '', '', '', money.plain(totalOpen(own))],
      ]),
      ['TOTAL', '', '', '', '', '', '', '', money.plain(totalOpen(open))],
    ]),
    header: desktop,
    sales: groups.flatMap((group) => group.sales).map((sale) => ({ ...sale, total: openOf(sale), paid: 0, paidOn: null })),
    language: 'en',
    mapping: 'kind=Type · issuedOn=Date · number=Num · purchaseOrder=P. O. # · terms=Terms · dueOn=Due Date · balance=Open Balance',
    reading: { asOf: AS_OF },
  });

  const balance = words(',Date,Transaction Type,Num,Due Date,Amount,Open Balance,Balance');
  const running = (own: readonly Sale[], upTo: number) => own.slice(0, upTo + 1).reduce((sum, sale) => sum + openOf(sale), 0);
  itReads({
    tool: 'Online, Customer Balance Detail: the running balance is not what an invoice owes',
    file: 'Customer Balance Detail.csv',
    bytes: csvFile([
      ["Craig's Design", ...Array<string>(7).fill('')],
      ['Customer Balance Detail', ...Array<string>(7).fill('')],
      ['All Dates', ...Array<string>(7).fill('')],
      [],
      balance,
      ...groups.flatMap(({ name, sales: own }): Row[] => [
        [name, '', '', '', '', '', '', ''],
        ...own.map(
          (sale, i): Row => [
            '',
            day.us(sale.issued),
            sale.total < 0 ? 'Credit Memo' : 'Invoice',
            sale.number,
            day.us(sale.due),
            money.us(sale.total),
            money.us(openOf(sale)),
            money.us(running(own, i)),
          ],
        ),
        [`Total for ${name}`, '', '', '', '', money.dollars(total(own)), money.dollars(totalOpen(own)), ''],
      ]),
      ['TOTAL', '', '', '', '', money.dollars(total(open)), money.dollars(totalOpen(open)), ''],
    ]),
    header: balance,
    headerRow: 5,
    sales: groups.flatMap((group) => group.sales),
    language: 'en',
    mapping: 'issuedOn=Date · kind=Transaction Type · number=Num · dueOn=Due Date · amount=Amount · balance=Open Balance',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const page = words('Date,No.,Customer,Memo,Amount,Status');
  it('Online, the Invoices page: the due day is only in the status, and is missed by name', () => {
    const bytes = csvFile([
      page,
      ...sales
        .filter((sale) => sale.total > 0)
        .map(
          (sale): Row => [
            day.us(sale.issued),
            sale.number,
            sale.customer,
            '',
            money.us(sale.total),
            isSettled(sale) ? 'Paid' : sale.due < AS_OF ? 'Overdue 12 days' : 'Due in 3 days',
          ],
        ),
    ]);
    const report = reportOn('invoices.csv', bytes, AS_OF);
    expect(new Set(report.problems.map((problem) => problem.kind))).toEqual(new Set(['missing-due-date', 'paid-without-date']));
    expect(report.kpis[0]?.undated).toBe(report.kpis[0]?.outstanding);
  });
});

describe('Xero', () => {
  const sales = make(2, 36, { taxRate: 0.2 });
  const header = words(
    'ContactName,EmailAddress,POAddressLine1,POAddressLine2,POCity,PORegion,POPostalCode,POCountry,InvoiceNumber,Reference,InvoiceDate,DueDate,PlannedDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,Description,Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,TrackingName1,TrackingOption1,TrackingName2,TrackingOption2,Currency,Type,Sent,Status',
  );
  const lineOf = (sale: Sale, net: number, text: string): Row => [
    sale.customer,
    sale.email,
    '1 High Street',
    '',
    'Leeds',
    '',
    'LS1 1AA',
    'United Kingdom',
    sale.number,
    'Monthly support',
    day.slash(sale.issued),
    day.slash(sale.due),
    '',
    money.plain(sale.total),
    money.plain(sale.tax),
    money.plain(sale.paid),
    money.plain(openOf(sale)),
    '',
    text,
    '1.0000',
    money.plain(net),
    '',
    money.plain(net),
    '200',
    '20% (VAT on Income)',
    money.plain(Math.round(net / 5)),
    '',
    '',
    '',
    '',
    'GBP',
    'Sales invoice',
    'Sent',
    isSettled(sale) ? 'Paid' : 'Awaiting Payment',
  ];
  const half = (sale: Sale) => Math.floor(sale.net / 2);
  itReads({
    tool: 'Sales invoices, two lines an invoice: each invoice once',
    file: 'SalesInvoices.csv',
    bytes: csvFile([
      header,
      ...sales.flatMap((sale, i): Row[] =>
        i % 3 === 0
          ? [lineOf(sale, sale.net, 'Consulting')]
          : [lineOf(sale, half(sale), 'Consulting'), lineOf(sale, sale.net - half(sale), 'Support')],
      ),
    ]),
    header,
    sales,
    language: 'en',
    mapping:
      'customer=ContactName · email=EmailAddress · number=InvoiceNumber · purchaseOrder=Reference · issuedOn=InvoiceDate · dueOn=DueDate · amount=Total · paidAmount=InvoiceAmountPaid · balance=InvoiceAmountDue · notes=Description · currency=Currency · kind=Type · status=Status',
    reading: { asOf: AS_OF, currency: 'GBP', paymentDays: false },
    also: (report) => expect(report.notices.filter((notice) => notice.kind === 'line-items').length).toBe(1),
  });

  const open = sales.filter((sale) => !isSettled(sale));
  const groups = NAMES.map((name) => ({ name, sales: open.filter((sale) => sale.customer === name) })).filter(
    (group) => group.sales.length > 0,
  );
  const aged = words('Invoice Date,Due Date,Invoice Number,Invoice Reference,Current,< 1 Month,1 Month,2 Months,3 Months,Older,Total');
  const buckets = (sale: Sale): Field[] => [
    sale.due >= AS_OF ? money.number(openOf(sale)) : 0,
    sale.due < AS_OF ? money.number(openOf(sale)) : 0,
    0,
    0,
    0,
    0,
  ];
  const sums = (list: readonly Sale[]): Field[] => [0, 0, 0, 0, 0, 0, totalOpen(list) / 100];
  itReads({
    tool: 'Aged Receivables Detail: one title per customer, buckets beside the total',
    file: 'Demo_Company__UK__-_Aged_Receivables_Detail.xlsx',
    bytes: xlsxFile(
      [
        ['Aged Receivables Detail'],
        ['Demo Company (UK)'],
        ['As at 17 September 2025'],
        ['Ageing by due date'],
        [],
        aged,
        [],
        ...groups.flatMap(({ name, sales: own }): Row[] => [
          [name],
          ...own.map(
            (sale): Row => [day.true(sale.issued), day.true(sale.due), sale.number, '', ...buckets(sale), money.number(openOf(sale))],
          ),
          [`Total ${name}`, null, null, null, ...sums(own)],
          [],
        ]),
        ['Total', null, null, null, ...sums(open)],
        ['Percentage of total', null, null, null, '12.00%', '88.00%', '0.00%', '0.00%', '0.00%', '0.00%', '100.00%'],
      ],
      'Aged Receivables Detail',
    ),
    header: aged,
    headerRow: 6,
    sales: groups.flatMap((group) => group.sales).map((sale) => ({ ...sale, total: openOf(sale), paid: 0, paidOn: null })),
    language: 'en',
    mapping: 'issuedOn=Invoice Date · dueOn=Due Date · number=Invoice Number · purchaseOrder=Invoice Reference · amount=Total',
    reading: { asOf: AS_OF },
  });

  const list = words('Number,Ref,To,Date,Due Date,Paid,Due,Status,Sent');
  itReads({
    tool: 'the invoice list copied from the screen: tabs, words for dates',
    file: 'xero.tsv',
    bytes: csvFile(
      [
        list,
        ...sales.map(
          (sale): Row => [
            sale.number,
            '',
            sale.customer,
            day.words(sale.issued),
            day.words(sale.due),
            money.us(sale.paid),
            money.us(openOf(sale)),
            isSettled(sale) ? 'Paid' : 'Awaiting Payment',
            'Sent',
          ],
        ),
      ],
      { separator: '\t' },
    ),
    header: list,
    sales: sales.map((sale) => ({ ...sale, total: sale.total })),
    language: 'en',
    mapping:
      'number=Number · purchaseOrder=Ref · customer=To · issuedOn=Date · dueOn=Due Date · paidAmount=Paid · balance=Due · status=Status',
    reading: { asOf: AS_OF, paymentDays: false },
  });
});

describe('Zoho Books', () => {
  const sales = make(3, 30, { taxRate: 0.1, number: (i) => `INV-${String(i + 1).padStart(6, '0')}` });
  const header = words(
    'Invoice Date,Invoice ID,Invoice Number,Estimate Number,Invoice Status,Customer Name,Customer ID,Company ID,Due Date,Expected Payment Date,PurchaseOrder,Template Name,Currency Code,Exchange Rate,Discount Type,Is Discount Before Tax,Entity Discount Percent,SubTotal,Total,Balance,Adjustment,Shipping Charge,Payment Terms,Payment Terms Label,Notes,Terms & Conditions,Primary Contact EmailID,Last Payment Date,Item Name,Item Desc,Quantity,Discount,Item Total,Usage unit,Item Price,Item Tax,Item Tax %,Item Tax Amount,Sales person',
  );
  const lineOf = (sale: Sale, i: number, net: number, item: string): Row => [
    sale.issued,
    `46000000${1000 + i}`,
    sale.number,
    '',
    isSettled(sale) ? 'Closed' : sale.due < AS_OF ? 'Overdue' : 'Sent',
    sale.customer,
    sale.id,
    '',
    sale.due,
    '',
    '',
    'Classic',
    'USD',
    '1.00',
    'entity_level',
    'true',
    '0.00',
    money.plain(sale.net),
    money.plain(sale.total),
    money.plain(openOf(sale)),
    '0.00',
    '0.00',
    '30',
    'Net 30',
    'Thanks for your business.',
    '',
    sale.email,
    sale.paidOn ?? '',
    item,
    '',
    '1.00',
    '0.00',
    money.plain(net),
    '',
    money.plain(net),
    'Tax',
    '10',
    money.plain(Math.round(net / 10)),
    'Paul',
  ];
  itReads({
    tool: 'invoices export: three lines an invoice, every field repeated',
    file: 'Invoice.csv',
    bytes: csvFile([
      header,
      ...sales.flatMap((sale, i): Row[] =>
        ['Camera', 'Tripod', 'Lens']
          .slice(0, 1 + (i % 3))
          .map((item, at) => lineOf(sale, i, Math.floor(sale.net / (1 + (i % 3))) + at, item)),
      ),
    ]),
    header,
    sales,
    language: 'en',
    mapping:
      'issuedOn=Invoice Date · number=Invoice Number · status=Invoice Status · customer=Customer Name · customerId=Customer ID · dueOn=Due Date · promiseOn=Expected Payment Date · purchaseOrder=PurchaseOrder · currency=Currency Code · amountNet=SubTotal · amount=Total · balance=Balance · terms=Payment Terms · notes=Notes · email=Primary Contact EmailID · paidOn=Last Payment Date · owner=Sales person',
    reading: { asOf: AS_OF, currency: 'USD' },
  });
});

describe('FreshBooks', () => {
  const sales = make(4, 24, { taxRate: 0, partial: false, number: (i) => String(12 + i).padStart(7, '0') });
  const header = words(
    'Client Name,Invoice #,Issue Date,Due Date,Invoice Status,Date Paid,Item Name,Item Description,Rate,Quantity,Discount Percentage,Line Subtotal,Tax 1 Type,Tax 1 Amount,Tax 2 Type,Tax 2 Amount,Line Total,Currency',
  );
  const lineOf = (sale: Sale, cents: number, item: string): Row => [
    sale.customer,
    sale.number,
    sale.issued,
    sale.due,
    isSettled(sale) ? 'paid' : sale.due < AS_OF ? 'overdue' : 'sent',
    sale.paidOn ?? '',
    item,
    '',
    money.plain(cents),
    '1',
    '0',
    money.plain(cents),
    '',
    '0.00',
    '',
    '0.00',
    money.plain(cents),
    'CAD',
  ];
  itReads({
    tool: 'Invoice Details: only lines have totals, an invoice is their sum',
    file: 'invoice_details.csv',
    bytes: csvFile(
      [
        header,
        ...sales.flatMap((sale, i): Row[] =>
          i % 2 === 0 ? [lineOf(sale, sale.total, 'Design')] : [lineOf(sale, sale.total - 1500, 'Design'), lineOf(sale, 1500, 'Hosting')],
        ),
      ],
      { quote: 'all' },
    ),
    header,
    sales,
    language: 'en',
    mapping:
      'customer=Client Name · number=Invoice # · issuedOn=Issue Date · dueOn=Due Date · status=Invoice Status · paidOn=Date Paid · amount=Line Total · currency=Currency',
    reading: { asOf: AS_OF, currency: 'CAD' },
  });
});

describe('other English tools', () => {
  const sales = make(5, 30, { taxRate: 0.2 });

  const wave = words('Invoice Number,Customer,Invoice Date,Due Date,Status,Currency,Subtotal,Tax,Total,Amount Paid,Balance Due');
  itReads({
    tool: 'Wave',
    file: 'wave-invoices.csv',
    bytes: csvFile([
      wave,
      ...sales.map(
        (sale): Row => [
          sale.number,
          sale.customer,
          sale.issued,
          sale.due,
          { credit: 'Sent', paid: 'Paid', partial: 'Partial', overdue: 'Overdue', open: 'Unsent' }[is(sale)],
          'USD',
          money.us(sale.net),
          money.us(sale.tax),
          money.us(sale.total),
          money.us(sale.paid),
          money.us(openOf(sale)),
        ],
      ),
    ]),
    header: wave,
    sales,
    language: 'en',
    mapping:
      'number=Invoice Number · customer=Customer · issuedOn=Invoice Date · dueOn=Due Date · status=Status · currency=Currency · amountNet=Subtotal · amount=Total · paidAmount=Amount Paid · balance=Balance Due',
    reading: { asOf: AS_OF, currency: 'USD', paymentDays: false },
  });

  const stripe = words(
    'id,Amount Due,Amount Paid,Amount Remaining,Billing,Closed,Currency,Customer,Customer Email,Customer Name,Date (UTC),Due Date (UTC),Finalized At (UTC),Number,Paid,Paid At (UTC),Subscription,Subtotal,Tax,Tax Percent,Total,Status,Minimum Line Item Period Start (UTC),Maximum Line Item Period End (UTC)',
  );
  const utc = (iso: string | null) => (iso === null ? '' : `${iso} 10:04`);
  const stripeSales = make(6, 30, { taxRate: 0.2, partial: false, number: (i) => `7C9F1B2-${String(i + 1).padStart(4, '0')}` });
  itReads({
    tool: 'Stripe',
    file: 'invoices.csv',
    bytes: csvFile([
      stripe,
      ...stripeSales.map(
        (sale, i): Row => [
          `in_1Pq${i}abc`,
          money.plain(sale.total),
          money.plain(sale.paid),
          money.plain(openOf(sale)),
          'send_invoice',
          'FALSE',
          'eur',
          `cus_Q${sale.id}`,
          sale.email,
          sale.customer,
          utc(sale.issued),
          utc(sale.due),
          utc(sale.issued),
          sale.number,
          isSettled(sale) ? 'TRUE' : 'FALSE',
          utc(sale.paidOn),
          '',
          money.plain(sale.net),
          money.plain(sale.tax),
          '20.0',
          money.plain(sale.total),
          isSettled(sale) ? 'paid' : 'open',
          utc(later(sale.issued, -30)),
          utc(sale.issued),
        ],
      ),
    ]),
    header: stripe,
    sales: stripeSales,
    language: 'en',
    mapping:
      'paidAmount=Amount Paid · balance=Amount Remaining · currency=Currency · customerId=Customer · email=Customer Email · customer=Customer Name · issuedOn=Date (UTC) · dueOn=Due Date (UTC) · number=Number · paidOn=Paid At (UTC) · amountNet=Subtotal · amount=Total · status=Status',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const odoo = words(
    'Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Next Activity,Untaxed Amount Signed,Tax Signed,Total Signed,Total in Currency Signed,Amount Due Signed,Currency,Payment Status,Status',
  );
  const odooSales = make(7, 30, { taxRate: 0.15, creditEvery: 9, number: (i) => `INV/2025/${String(i + 1).padStart(5, '0')}` });
  const odooRows = odooSales.map(
    (sale): Row => [
      sale.number,
      sale.customer,
      sale.issued,
      sale.due,
      '',
      money.number(sale.net),
      money.number(sale.tax),
      money.number(sale.total),
      money.number(sale.total),
      money.number(openOf(sale)),
      'USD',
      { credit: 'Not Paid', paid: 'In Payment', partial: 'Partially Paid', overdue: 'Not Paid', open: 'Not Paid' }[is(sale)],
      'Posted',
    ],
  );
  itReads({
    tool: 'Odoo',
    file: 'Journal Entry (account.move).xlsx',
    bytes: xlsxFile([odoo, ...odooRows], 'Sheet1'),
    header: odoo,
    sales: odooSales,
    language: 'en',
    mapping:
      'number=Number · customer=Invoice Partner Display Name · issuedOn=Invoice/Bill Date · dueOn=Due Date · nextAction=Next Activity · amountNet=Untaxed Amount Signed · amount=Total Signed · balance=Amount Due Signed · currency=Currency · status=Payment Status',
    reading: { asOf: AS_OF, currency: 'USD', paymentDays: false },
  });

  const highRadius = words(
    'business_code,cust_number,name_customer,clear_date,buisness_year,doc_id,posting_date,document_create_date,document_create_date.1,due_in_date,invoice_currency,document type,posting_id,area_business,total_open_amount,baseline_create_date,cust_payment_terms,invoice_id,isOpen',
  );
  const arSales = make(8, 40, { taxRate: 0, partial: false, number: (i) => `19304${String(38491 + 13 * i)}.0` });
  itReads({
    tool: 'HighRadius, the receivables set of many courses',
    file: 'dataset.csv',
    bytes: csvFile([
      highRadius,
      ...arSales.map(
        (sale): Row => [
          'U001',
          `02007${sale.id.slice(1)}`,
          sale.customer,
          sale.paidOn === null ? '' : `${sale.paidOn} 00:00:00`,
          '2025.0',
          sale.number.replace('.0', ''),
          sale.issued,
          day.compact(sale.issued),
          day.compact(sale.issued),
          `${day.compact(sale.due)}.0`,
          'USD',
          'RV',
          '1.0',
          '',
          money.plain(sale.total),
          `${day.compact(sale.issued)}.0`,
          'NAH4',
          sale.number,
          isSettled(sale) ? '0' : '1',
        ],
      ),
    ]),
    header: highRadius,
    sales: arSales.map((sale) => ({ ...sale, number: sale.number.replace('.0', '') })),
    language: 'en',
    mapping:
      'customerId=cust_number · customer=name_customer · paidOn=clear_date · number=doc_id · issuedOn=posting_date · dueOn=due_in_date · currency=invoice_currency · amount=total_open_amount · terms=cust_payment_terms',
    reading: { asOf: AS_OF, currency: 'USD' },
  });

  const sap = words(
    'Customer,Name 1,Assignment,Document Number,Document Type,Document Date,Posting Date,Net due date,Arrears after net due date,Amount in doc. curr.,Document currency,Clearing Document,Clearing date,Terms of Payment,Text',
  );
  const sapSales = make(9, 30, { taxRate: 0, creditEvery: 10, partial: false, number: (i) => String(1800004321 + i) });
  itReads({
    tool: 'SAP, customer line items (FBL5N)',
    file: 'FBL5N.xlsx',
    bytes: xlsxFile(
      [
        sap,
        ...sapSales.map(
          (sale): Row => [
            `10${sale.id.slice(1)}`,
            sale.customer,
            '',
            sale.number,
            sale.total < 0 ? 'RG' : 'RV',
            day.true(sale.issued),
            day.true(sale.issued),
            day.true(sale.due),
            3,
            money.number(sale.total),
            'EUR',
            sale.paidOn === null ? '' : '1400000123',
            maybe(day.true, sale.paidOn),
            '0001',
            '',
          ],
        ),
        ['', '', '', '', '', '', '', '', '', money.number(total(sapSales)), 'EUR'],
      ],
      'Sheet1',
    ),
    header: sap,
    sales: sapSales,
    language: 'en',
    mapping:
      'customerId=Customer · customer=Name 1 · number=Document Number · issuedOn=Document Date · dueOn=Net due date · daysLate=Arrears after net due date · amount=Amount in doc. curr. · currency=Document currency · paidOn=Clearing date · terms=Terms of Payment · notes=Text',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const sapList = words(
    '|St|Customer|Name 1|DocumentNo|Type|Doc. Date|Net due dt|Amount in doc. curr.|Curr.|Clrng doc.|Text|'.replaceAll('|', ','),
  );
  const minusBehind = (cents: number) => (cents < 0 ? `${money.de(-cents)}-` : `${money.de(cents)} `);
  const sapOpen = sapSales.filter((sale) => !isSettled(sale) || sale.total < 0);
  itReads({
    tool: 'SAP, the unconverted list: bars, rules, minus signs behind',
    file: 'FBL5N.txt',
    bytes: csvFile(
      [
        ['Customer Line Item Display'],
        ['Company Code 1000   Open at key date 17.09.2025'],
        ['-'.repeat(120)],
        sapList,
        ['-'.repeat(120)],
        ...sapOpen.map(
          (sale): Row => [
            '',
            '@5B@',
            `10${sale.id.slice(1)} `,
            sale.customer.padEnd(24),
            `${sale.number} `,
            sale.total < 0 ? 'RG' : 'RV',
            day.dot(sale.issued),
            day.dot(sale.due),
            minusBehind(sale.total).padStart(16),
            'EUR  ',
            '          ',
            'Invoice',
            '',
          ],
        ),
        ['-'.repeat(120)],
        ['', '*', '', '', '', '', '', '', minusBehind(total(sapOpen)).padStart(16), 'EUR  ', '', '', ''],
      ],
      { separator: '|', encoding: 'windows-1252' },
    ),
    header: sapList,
    headerRow: 4,
    sales: sapOpen,
    language: 'en',
    mapping:
      'customerId=Customer · customer=Name 1 · number=DocumentNo · issuedOn=Doc. Date · dueOn=Net due dt · amount=Amount in doc. curr. · currency=Curr. · notes=Text',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const netSuite = words(
    'Transaction Type,Date,Document Number,Customer,P.O. No.,Due Date,Age,Amount (Foreign Currency),Open Balance,Currency,Status',
  );
  itReads({
    tool: 'NetSuite, A/R aging detail',
    file: 'ARAgingDetail.csv',
    bytes: csvFile([
      ['Wolfe Electronics'],
      ['A/R Aging Detail'],
      ['As of September 17, 2025'],
      netSuite,
      ...sales
        .filter((sale) => !isSettled(sale))
        .map(
          (sale): Row => [
            'Invoice',
            day.usShort(sale.issued),
            sale.number,
            `${sale.id} ${sale.customer}`,
            '',
            day.usShort(sale.due),
            '12',
            money.dollars(sale.total),
            money.dollars(openOf(sale)),
            'US Dollar',
            'Open',
          ],
        ),
      ['Total', '', '', '', '', '', '', '', money.dollars(totalOpen(sales.filter((sale) => !isSettled(sale)))), '', ''],
    ]),
    header: netSuite,
    headerRow: 4,
    sales: sales.filter((sale) => !isSettled(sale)).map((sale) => ({ ...sale, customer: `${sale.id} ${sale.customer}` })),
    language: 'en',
    mapping:
      'kind=Transaction Type · issuedOn=Date · number=Document Number · customer=Customer · purchaseOrder=P.O. No. · dueOn=Due Date · amount=Amount (Foreign Currency) · balance=Open Balance · currency=Currency · status=Status',
    reading: { asOf: AS_OF, currency: 'USD', paymentDays: false },
  });

  const freeAgent = words(
    'Reference,Contact Name,Contact Organisation,Dated on,Due on,Currency,Net value,Sales tax,Total value,Paid value,Due value,Status,Paid on',
  );
  itReads({
    tool: 'FreeAgent',
    file: 'invoices-export.csv',
    bytes: csvFile([
      freeAgent,
      ...sales.map(
        (sale): Row => [
          sale.number,
          'Jo Brown',
          sale.customer,
          day.words(sale.issued),
          day.words(sale.due),
          'GBP',
          money.plain(sale.net),
          money.plain(sale.tax),
          money.plain(sale.total),
          money.plain(sale.paid),
          money.plain(openOf(sale)),
          isSettled(sale) ? 'Paid' : sale.due < AS_OF ? 'Overdue' : 'Open',
          maybe(day.words, sale.paidOn),
        ],
      ),
    ]),
    header: freeAgent,
    sales,
    language: 'en',
    mapping:
      'number=Reference · contact=Contact Name · customer=Contact Organisation · issuedOn=Dated on · dueOn=Due on · currency=Currency · amountNet=Net value · amount=Total value · paidAmount=Paid value · balance=Due value · status=Status · paidOn=Paid on',
    reading: { asOf: AS_OF, currency: 'GBP' },
  });

  const harvest = words(
    'Issue Date,Last Payment Date,ID,PO Number,Client,Subject,Invoice Amount,Paid Amount,Balance,Subtotal,Discount,Tax,Tax2,Currency,Currency Symbol,Document Type,Due Date',
  );
  itReads({
    tool: 'Harvest',
    file: 'harvest_invoice_report.csv',
    bytes: csvFile([
      harvest,
      ...sales.map(
        (sale): Row => [
          sale.issued,
          sale.paidOn ?? '',
          sale.number,
          '',
          sale.customer,
          'Design work',
          money.plain(sale.total),
          money.plain(sale.paid),
          money.plain(openOf(sale)),
          money.plain(sale.net),
          '0.0',
          money.plain(sale.tax),
          '0.0',
          'United States Dollar - USD',
          '$',
          'Invoice',
          sale.due,
        ],
      ),
    ]),
    header: harvest,
    sales,
    language: 'en',
    mapping:
      'issuedOn=Issue Date · paidOn=Last Payment Date · number=ID · purchaseOrder=PO Number · customer=Client · notes=Subject · amount=Invoice Amount · paidAmount=Paid Amount · balance=Balance · amountNet=Subtotal · currency=Currency · kind=Document Type · dueOn=Due Date',
    reading: { asOf: AS_OF, currency: 'USD' },
  });

  const central = words(
    'Posting Date,Document Type,Document No.,Customer No.,Customer Name,Description,Currency Code,Original Amount,Amount,Remaining Amount,Due Date,Pmt. Discount Date,Open,Entry No.',
  );
  itReads({
    tool: 'Dynamics 365 Business Central, customer ledger entries',
    file: 'Customer Ledger Entries.xlsx',
    bytes: xlsxFile(
      [
        central,
        ...sales.map(
          (sale, i): Row => [
            day.true(sale.issued),
            'Invoice',
            sale.number,
            sale.id,
            sale.customer,
            `Order SO${100 + i}`,
            'GBP',
            money.number(sale.total),
            money.number(sale.total),
            money.number(openOf(sale)),
            day.true(sale.due),
            null,
            isSettled(sale) ? 'No' : 'Yes',
            2700 + i,
          ],
        ),
      ],
      'Customer Ledger Entries',
    ),
    header: central,
    sales,
    language: 'en',
    mapping:
      'issuedOn=Posting Date · kind=Document Type · number=Document No. · customerId=Customer No. · customer=Customer Name · notes=Description · currency=Currency Code · amount=Original Amount · balance=Remaining Amount · dueOn=Due Date',
    reading: { asOf: AS_OF, currency: 'GBP', paymentDays: false },
  });

  const sage = words('A/C,Name,Inv No,Type,Date,Due Date,Ref,Details,Gross,Paid,O/S Balance');
  itReads({
    tool: 'Sage 50 (UK), aged debtors detail',
    file: 'Aged Debtors.csv',
    bytes: csvFile(
      [
        sage,
        ...sales.map(
          (sale): Row => [
            sale.id,
            sale.customer,
            sale.number,
            'SI',
            day.slash(sale.issued),
            day.slash(sale.due),
            '',
            'Goods',
            money.us(sale.total),
            money.us(sale.paid),
            money.us(openOf(sale)),
          ],
        ),
      ],
      { encoding: 'windows-1252' },
    ),
    header: sage,
    sales,
    language: 'en',
    mapping:
      'customerId=A/C · customer=Name · number=Inv No · issuedOn=Date · dueOn=Due Date · purchaseOrder=Ref · notes=Details · amount=Gross · paidAmount=Paid · balance=O/S Balance',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const kaggle = words(
    'invoice_number,customer_name,customer_email,invoice_date,due_date,amount,currency,payment_date,payment_status,days_overdue,aging_bucket',
  );
  itReads({
    tool: 'a receivables table of a course, as JSON',
    file: 'ar.json',
    bytes: jsonFile(
      [
        kaggle,
        ...stripeSales.map(
          (sale): Row => [
            sale.number,
            sale.customer,
            sale.email,
            sale.issued,
            sale.due,
            money.number(sale.total),
            'USD',
            sale.paidOn,
            isSettled(sale) ? 'PAID' : 'OPEN',
            0,
            '0-30',
          ],
        ),
      ],
      'ar_ledger',
      'en-US',
    ),
    header: kaggle,
    sales: stripeSales,
    language: 'en',
    mapping:
      'number=invoice_number · customer=customer_name · email=customer_email · issuedOn=invoice_date · dueOn=due_date · amount=amount · currency=currency · paidOn=payment_date · status=payment_status · daysLate=days_overdue',
    reading: { asOf: AS_OF, currency: 'USD' },
  });
});
