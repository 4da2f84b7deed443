/** Wat Nederlandse en Belgische pakketten exporteren: hun koppen, volgorde en statussen; alle bedragen zijn verzonnen. */
import { describe } from '@jest/globals';
import { csvFile, day, maybe, money, type Row, xlsxFile } from './export-file.ts';
import { isSettled, openOf, type Sale, salesOf } from './sales.ts';
import { itReads } from './tools.ts';

const AS_OF = '2025-09-17';
const NAMES = [
  'Bakkerij De Zon',
  'Garage Maan B.V.',
  'Zorggroep Noord',
  'Gemeente Zoetermeer',
  'Café ’t Hoekje',
  'Van der Meer & Zn.',
  'Drukkerij Été',
];
const make = (seed: number, more: Partial<Parameters<typeof salesOf>[0]> = {}) =>
  salesOf({
    seed,
    count: 36,
    customers: NAMES,
    number: (i) => String(20250012 + i),
    from: '2025-03-01',
    to: '2025-09-16',
    taxRate: 0.21,
    terms: [14, 30],
    ...more,
  });
const words = (text: string): Row => text.split(';');
const state = (sale: Sale, paid: string, partial: string, late: string, open: string) =>
  isSettled(sale) ? paid : sale.paid > 0 ? partial : sale.due < AS_OF ? late : open;

describe('Nederlandse pakketten', () => {
  const sales = make(61);
  const dated = make(62, { partial: false });
  const mixed = make(63, { creditEvery: 9 });

  const moneybird = words(
    'Factuurnummer;Status;Contact;Klantnummer;Factuurdatum;Vervaldatum;Referentie;Valuta;Totaal excl. btw;Btw;Totaal incl. btw;Betaald op;Openstaand bedrag',
  );
  itReads({
    tool: 'Moneybird',
    file: 'verkoopfacturen.csv',
    bytes: csvFile([
      moneybird,
      ...dated.map(
        (sale): Row => [
          sale.number,
          state(sale, 'betaald', '', 'te laat', 'openstaand'),
          sale.customer,
          sale.id,
          sale.issued,
          sale.due,
          '',
          'EUR',
          money.plain(sale.net),
          money.plain(sale.tax),
          money.plain(sale.total),
          sale.paidOn,
          money.plain(openOf(sale)),
        ],
      ),
    ]),
    header: moneybird,
    sales: dated,
    language: 'en',
    mapping:
      'number=Factuurnummer · status=Status · customer=Contact · customerId=Klantnummer · issuedOn=Factuurdatum · dueOn=Vervaldatum · purchaseOrder=Referentie · currency=Valuta · amountNet=Totaal excl. btw · amount=Totaal incl. btw · paidOn=Betaald op · balance=Openstaand bedrag',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const eBoekhouden = words(
    'Factuurnr;Datum;Relatiecode;Bedrijf;Bedrag excl;BTW bedrag;Bedrag incl;Betaald;Openstaand;Vervaldatum;Betalingstermijn',
  );
  itReads({
    tool: 'e-Boekhouden',
    file: 'facturen.csv',
    bytes: csvFile(
      [
        eBoekhouden,
        ...sales.map(
          (sale): Row => [
            sale.number,
            day.dash(sale.issued),
            sale.id,
            sale.customer,
            money.de(sale.net),
            money.de(sale.tax),
            money.de(sale.total),
            money.de(sale.paid),
            money.de(openOf(sale)),
            day.dash(sale.due),
            '14',
          ],
        ),
      ],
      { separator: ';', encoding: 'windows-1252' },
    ),
    header: eBoekhouden,
    sales,
    language: 'en',
    mapping:
      'number=Factuurnr · issuedOn=Datum · customerId=Relatiecode · customer=Bedrijf · amountNet=Bedrag excl · amount=Bedrag incl · paidAmount=Betaald · balance=Openstaand · dueOn=Vervaldatum · terms=Betalingstermijn',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const exact = words(
    'Debiteur;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Omschrijving;Uw ref.;Valuta;Bedrag;Openstaand;Dagen te laat;Betalingsconditie',
  );
  itReads({
    tool: 'Exact Online, openstaande posten',
    file: 'Openstaande posten - Debiteuren.xlsx',
    bytes: xlsxFile(
      [
        ['Openstaande posten: Debiteuren'],
        ['Peildatum: 17-09-2025'],
        [],
        exact,
        ...mixed.map(
          (sale): Row => [
            sale.id.slice(1),
            sale.customer,
            sale.number,
            day.true(sale.issued),
            day.true(sale.due),
            'Factuur',
            '',
            'EUR',
            money.number(sale.total),
            money.number(openOf(sale)),
            0,
            '30 dagen netto',
          ],
        ),
        ['Totaal', null, null, null, null, null, null, null, mixed.reduce((sum, sale) => sum + sale.total, 0) / 100],
      ],
      'Blad1',
    ),
    header: exact,
    headerRow: 4,
    sales: mixed,
    language: 'en',
    mapping:
      'customerId=Debiteur · customer=Naam · number=Factuurnummer · issuedOn=Factuurdatum · dueOn=Vervaldatum · notes=Omschrijving · purchaseOrder=Uw ref. · currency=Valuta · amount=Bedrag · balance=Openstaand · daysLate=Dagen te laat · terms=Betalingsconditie',
    reading: { asOf: AS_OF, currency: 'EUR', paymentDays: false },
  });

  const twinfield = words('Klantcode;Klantnaam;Factuurnr.;Boekdatum;Vervaldatum;Valuta;Bedrag;Openstaand;Status;Aanmaning');
  itReads({
    tool: 'Twinfield',
    file: 'twinfield.csv',
    bytes: csvFile(
      [
        twinfield,
        ...sales.map(
          (sale): Row => [
            sale.id,
            sale.customer,
            sale.number,
            day.slash(sale.issued),
            day.slash(sale.due),
            'EUR',
            money.de(sale.total),
            money.de(openOf(sale)),
            state(sale, 'Afgeletterd', 'Openstaand', 'Openstaand', 'Openstaand'),
            '0',
          ],
        ),
      ],
      { separator: ';' },
    ),
    header: twinfield,
    sales,
    language: 'en',
    mapping:
      'customerId=Klantcode · customer=Klantnaam · number=Factuurnr. · issuedOn=Boekdatum · dueOn=Vervaldatum · currency=Valuta · amount=Bedrag · balance=Openstaand · status=Status',
    reading: { asOf: AS_OF, currency: 'EUR', paymentDays: false },
  });

  const snelStart = words('Factuur;Klant;Datum;Vervaldatum;Factuurbedrag;Nog te betalen;Betaaldatum');
  itReads({
    tool: 'SnelStart',
    file: 'snelstart.csv',
    bytes: csvFile(
      [
        snelStart,
        ...dated.map(
          (sale): Row => [
            sale.number,
            sale.customer,
            day.dash(sale.issued),
            day.dash(sale.due),
            `€ ${money.de(sale.total)}`,
            `€ ${money.de(openOf(sale))}`,
            maybe(day.dash, sale.paidOn),
          ],
        ),
      ],
      { separator: ';' },
    ),
    header: snelStart,
    sales: dated,
    language: 'en',
    mapping:
      'number=Factuur · customer=Klant · issuedOn=Datum · dueOn=Vervaldatum · amount=Factuurbedrag · balance=Nog te betalen · paidOn=Betaaldatum',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });
});
