/** Was deutschsprachige Programme ausgeben: Überschriften, Reihenfolge, Zahlen und Stände wie dort; alle Beträge sind erfunden. */
import { describe } from '@jest/globals';
import { csvFile, day, maybe, money, type Row, xlsxFile } from './export-file.ts';
import { isSettled, openOf, type Sale, salesOf } from './sales.ts';
import { itReads } from './tools.ts';

const AS_OF = '2025-09-17';
const NAMES = [
  'Bäckerei Schmidt GmbH',
  'Autohaus Klein',
  'Müller & Söhne KG',
  'Praxis Dr. Weiß',
  'Gasthof zum Löwen',
  'Stadtwerke Neuburg',
  'Tischlerei Groß',
  'Café Über',
];
const make = (seed: number, count: number, more: Partial<Parameters<typeof salesOf>[0]> = {}) =>
  salesOf({
    seed,
    count,
    customers: NAMES,
    number: (i) => `RE-${2001 + i}`,
    from: '2025-03-01',
    to: '2025-09-16',
    taxRate: 0.19,
    terms: [14, 14, 30],
    ...more,
  });
const words = (text: string): Row => text.split(';');
const state = (sale: Sale, paid: string, partial: string, late: string, open: string) =>
  isSettled(sale) ? paid : sale.paid > 0 ? partial : sale.due < AS_OF ? late : open;

describe('deutsche Programme', () => {
  const sales = make(31, 36);
  const dated = make(32, 36, { partial: false });
  const mixed = make(33, 36, { creditEvery: 9 });
  const open = mixed
    .filter((sale) => !isSettled(sale) || sale.total < 0)
    .map((sale) => ({ ...sale, total: openOf(sale), paid: 0, paidOn: null }));

  const lexoffice = words(
    'Belegart;Belegnummer;Belegdatum;Fälligkeitsdatum;Kunde;Kundennummer;Betrag (netto);Betrag (brutto);Offener Betrag;Währung;Status',
  );
  itReads({
    tool: 'lexoffice, Belegliste',
    file: 'belegliste.csv',
    bytes: csvFile(
      [
        lexoffice,
        ...sales.map(
          (sale): Row => [
            'Rechnung',
            sale.number,
            day.dot(sale.issued),
            day.dot(sale.due),
            sale.customer,
            sale.id.slice(1),
            money.de(sale.net),
            money.de(sale.total),
            money.de(openOf(sale)),
            'EUR',
            state(sale, 'Bezahlt', 'Teilbezahlt', 'Überfällig', 'Offen'),
          ],
        ),
      ],
      { separator: ';', encoding: 'utf-8-bom' },
    ),
    header: lexoffice,
    sales,
    language: 'en',
    mapping:
      'kind=Belegart · number=Belegnummer · issuedOn=Belegdatum · dueOn=Fälligkeitsdatum · customer=Kunde · customerId=Kundennummer · amountNet=Betrag (netto) · amount=Betrag (brutto) · balance=Offener Betrag · currency=Währung · status=Status',
    reading: { asOf: AS_OF, currency: 'EUR', paymentDays: false },
  });

  const sevDesk = words(
    'Rechnungsnr.;Status;Rechnungsdatum;Fälligkeit;Kunde;Kunden-Nr.;Betreff;Summe netto;Summe Steuern;Summe brutto;Bereits bezahlt;Offen;Währung;Zahldatum;Lieferdatum',
  );
  itReads({
    tool: 'sevDesk',
    file: 'Rechnungen.csv',
    bytes: csvFile(
      [
        sevDesk,
        ...dated.map(
          (sale): Row => [
            sale.number,
            state(sale, 'Bezahlt', '', 'Fällig', 'Offen'),
            day.dot(sale.issued),
            day.dot(sale.due),
            sale.customer,
            sale.id,
            `Rechnung Nr. ${sale.number}`,
            money.de(sale.net),
            money.de(sale.tax),
            money.de(sale.total),
            money.de(sale.paid),
            money.de(openOf(sale)),
            'EUR',
            maybe(day.dot, sale.paidOn),
            day.dot(sale.issued),
          ],
        ),
      ],
      { separator: ';', quote: 'all', encoding: 'windows-1252' },
    ),
    header: sevDesk,
    sales: dated,
    language: 'en',
    mapping:
      'number=Rechnungsnr. · status=Status · issuedOn=Rechnungsdatum · dueOn=Fälligkeit · customer=Kunde · customerId=Kunden-Nr. · notes=Betreff · amountNet=Summe netto · amount=Summe brutto · paidAmount=Bereits bezahlt · balance=Offen · currency=Währung · paidOn=Zahldatum · serviceOn=Lieferdatum',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const opos = words(
    'Konto;Beschriftung;Rechnungs-Nr.;Datum;Fälligkeit;Betrag Soll;Betrag Haben;Saldo;S/H;Zahlungskondition;Mahnstufe;Buchungstext',
  );
  itReads({
    tool: 'DATEV, OPOS-Liste Debitoren: Gutschriften im Haben',
    file: 'OPOS_Debitoren.csv',
    bytes: csvFile(
      [
        ['Musterfirma GmbH', '', '', '', '', '', '', '', '', '', '', ''],
        ['OPOS-Liste Debitoren zum 17.09.2025', '', '', '', '', '', '', '', '', '', '', ''],
        [],
        opos,
        ...open.map(
          (sale): Row => [
            `1${sale.id.slice(1)}`,
            sale.customer,
            sale.number,
            day.dot(sale.issued),
            day.dot(sale.due),
            sale.total > 0 ? money.de(sale.total) : '',
            sale.total < 0 ? money.de(-sale.total) : '',
            money.de(Math.abs(sale.total)),
            sale.total > 0 ? 'S' : 'H',
            '14',
            '0',
            'Rechnung',
          ],
        ),
        [
          '',
          'Summe',
          '',
          '',
          '',
          money.de(open.reduce((sum, sale) => sum + Math.max(0, sale.total), 0)),
          money.de(open.reduce((sum, sale) => sum + Math.max(0, -sale.total), 0)),
          '',
          '',
          '',
          '',
          '',
        ],
      ],
      { separator: ';', encoding: 'windows-1252' },
    ),
    header: opos,
    headerRow: 4,
    sales: open,
    language: 'en',
    mapping:
      'customerId=Konto · customer=Beschriftung · number=Rechnungs-Nr. · issuedOn=Datum · dueOn=Fälligkeit · amount=Betrag Soll · paidAmount=Betrag Haben · balance=Saldo · terms=Zahlungskondition · notes=Buchungstext',
    reading: { asOf: AS_OF },
  });

  const groups = NAMES.map((name) => ({ name, sales: open.filter((sale) => sale.customer === name) })).filter(
    (group) => group.sales.length > 0,
  );
  const lexware = words('Beleg-Nr.;Belegdatum;Fällig am;Text;Betrag;Offen;Überfällig seit');
  itReads({
    tool: 'Lexware, offene Posten: je Kunde eine Überschrift',
    file: 'Offene Posten.xlsx',
    bytes: xlsxFile(
      [
        ['Offene Posten Debitoren'],
        [],
        lexware,
        ...groups.flatMap(({ name, sales: own }, i): Row[] => [
          [10001 + i, name],
          ...own.map(
            (sale): Row => [
              sale.number,
              day.true(sale.issued),
              day.true(sale.due),
              'Rechnung',
              money.number(sale.total),
              money.number(sale.total),
              0,
            ],
          ),
          [
            'Summe',
            null,
            null,
            null,
            own.reduce((sum, sale) => sum + sale.total, 0) / 100,
            own.reduce((sum, sale) => sum + sale.total, 0) / 100,
          ],
        ]),
        ['Gesamtsumme', null, null, null, open.reduce((sum, sale) => sum + sale.total, 0) / 100],
      ],
      'OP',
    ),
    header: lexware,
    headerRow: 3,
    sales: groups.flatMap(({ name, sales: own }, i) => own.map((sale) => ({ ...sale, customer: `${10001 + i} ${name}` }))),
    language: 'en',
    mapping:
      'number=Beleg-Nr. · issuedOn=Belegdatum · dueOn=Fällig am · notes=Text · amount=Betrag · balance=Offen · daysLate=Überfällig seit',
    reading: { asOf: AS_OF },
  });

  const collmex = words('Rechnung Nr;Kunde Nr;Kunde;Rechnungsdatum;Fällig;Betrag;Bezahlt;Offen;Währung;Mahnstufe;Zahlungsbedingung');
  itReads({
    tool: 'Collmex, offene Posten',
    file: 'collmex_op.csv',
    bytes: csvFile(
      [
        collmex,
        ...sales.map(
          (sale): Row => [
            sale.number,
            sale.id.slice(1),
            sale.customer,
            day.compact(sale.issued),
            day.compact(sale.due),
            money.comma(sale.total),
            money.comma(sale.paid),
            money.comma(openOf(sale)),
            'EUR',
            '0',
            '14 Tage netto',
          ],
        ),
      ],
      { separator: ';', newline: '\n' },
    ),
    header: collmex,
    sales,
    language: 'en',
    mapping:
      'number=Rechnung Nr · customerId=Kunde Nr · customer=Kunde · issuedOn=Rechnungsdatum · dueOn=Fällig · amount=Betrag · paidAmount=Bezahlt · balance=Offen · currency=Währung · terms=Zahlungsbedingung',
    reading: { asOf: AS_OF, currency: 'EUR', paymentDays: false },
  });

  const fastBill = words(
    'Rechnungsnummer;Kundennummer;Firma;Vorname;Nachname;Rechnungsdatum;Fälligkeitsdatum;Zahlungsdatum;Nettobetrag;MwSt.;Bruttobetrag;Währung;Status',
  );
  itReads({
    tool: 'FastBill',
    file: 'fastbill.csv',
    bytes: csvFile(
      [
        fastBill,
        ...dated.map(
          (sale): Row => [
            sale.number,
            sale.id,
            sale.customer,
            'Eva',
            'Lang',
            sale.issued,
            sale.due,
            sale.paidOn ?? '0000-00-00',
            money.plain(sale.net),
            money.plain(sale.tax),
            money.plain(sale.total),
            'EUR',
            state(sale, 'bezahlt', '', 'überfällig', 'offen'),
          ],
        ),
      ],
      { quote: 'all' },
    ),
    header: fastBill,
    sales: dated,
    language: 'en',
    mapping:
      'number=Rechnungsnummer · customerId=Kundennummer · customer=Firma · issuedOn=Rechnungsdatum · dueOn=Fälligkeitsdatum · paidOn=Zahlungsdatum · amountNet=Nettobetrag · amount=Bruttobetrag · currency=Währung · status=Status',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const billomat = words('Nummer,Kunde,Kundennummer,Datum,Fällig am,Netto,Brutto,Bezahlt,Offen,Status,Bezahlt am'.replaceAll(',', ';'));
  itReads({
    tool: 'Billomat',
    file: 'rechnungen-billomat.tsv',
    bytes: csvFile(
      [
        billomat,
        ...sales.map(
          (sale): Row => [
            sale.number,
            sale.customer,
            sale.id,
            day.dot(sale.issued),
            day.dot(sale.due),
            `${money.de(sale.net)} €`,
            `${money.de(sale.total)} €`,
            `${money.de(sale.paid)} €`,
            `${money.de(openOf(sale))} €`,
            state(sale, 'bezahlt', 'teilweise bezahlt', 'überfällig', 'offen'),
            maybe(day.dot, sale.paidOn),
          ],
        ),
      ],
      { separator: '\t' },
    ),
    header: billomat,
    sales,
    language: 'en',
    mapping:
      'number=Nummer · customer=Kunde · customerId=Kundennummer · issuedOn=Datum · dueOn=Fällig am · amountNet=Netto · amount=Brutto · paidAmount=Bezahlt · balance=Offen · status=Status · paidOn=Bezahlt am',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const swiss = words('Rechnungsnr;Kunde;Datum;Zahlbar bis;Total CHF;Bezahlt CHF;Offen CHF;Status');
  itReads({
    tool: 'bexio in der Schweiz: Franken mit Apostroph',
    file: 'bexio.csv',
    bytes: csvFile(
      [
        swiss,
        ...sales.map(
          (sale): Row => [
            sale.number,
            sale.customer,
            day.dot(sale.issued),
            day.dot(sale.due),
            money.us(sale.total).replaceAll(',', "'"),
            money.us(sale.paid).replaceAll(',', "'"),
            money.us(openOf(sale)).replaceAll(',', "'"),
            state(sale, 'Bezahlt', 'Teilweise bezahlt', 'Überfällig', 'Ausstehend'),
          ],
        ),
      ],
      { separator: ';' },
    ),
    header: swiss,
    sales,
    language: 'en',
    mapping:
      'number=Rechnungsnr · customer=Kunde · issuedOn=Datum · dueOn=Zahlbar bis · amount=Total CHF · paidAmount=Bezahlt CHF · balance=Offen CHF · status=Status',
    reading: { asOf: AS_OF, currency: 'CHF', paymentDays: false },
  });
});
