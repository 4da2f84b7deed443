/** Exports that are no list of sales invoices: each is refused, and the sentence says what it is, in the language of its headers. */
import { describe, expect, it } from '@jest/globals';
import { csvFile, expectRefusal, type Row, viewOf, xlsxFile } from './export-file.ts';

const rows = (text: string): Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.trim()));
/** A header and fifteen times the rows that hold a `#`, which is the turn's own number. */
const many = (text: string, times = 15): Row[] => {
  const lines = rows(text);
  const isModel = (row: Row) => row.some((cell) => String(cell).includes('#'));
  const turn = (i: number) =>
    lines.filter(isModel).map((row): Row => row.map((cell) => String(cell).replaceAll('#', String(i + 1).padStart(2, '0'))));
  return [...lines.filter((row) => !isModel(row)), ...Array.from({ length: times }, (_, i) => turn(i)).flat()];
};

const cases: readonly (readonly [what: string, file: string, why: RegExp, sheet: string])[] = [
  [
    'relevé Crédit Agricole, sous ses lignes de préface',
    'CA20250917.csv',
    /relevé bancaire/,
    'Téléchargement du 17/09/2025;;;\nCompte Courant n° 12345678;;;\nSolde au 17/09/2025 1 234,56 €;;;\n;;;\nDate;Libellé;Débit euros;Crédit euros\n#/08/2025;VIREMENT RECU SARL MARTIN;;1#,00',
  ],
  [
    'relevé Qonto',
    'qonto.csv',
    /relevé bancaire|bank statement/,
    'Date de l’opération (locale);Date de la valeur;Contrepartie;Montant;Débit;Crédit;Solde;Libellé;Moyen de paiement;IBAN\n#/08/2025;#/08/2025;Martin;1#,00;;1#,00;10#,00;VIR;Virement;FR76',
  ],
  [
    'Kontoauszug der Sparkasse',
    'umsatz.csv',
    /bank statement/,
    'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;BIC;Betrag;Waehrung;Info\nDE12;#.08.25;#.08.25;GUTSCHRIFT;RE 20#;Klein;DE34;X;1#,00;EUR;Umsatz gebucht',
  ],
  [
    'a bank statement in English',
    'statement.csv',
    /bank statement/,
    'Transaction Date;Transaction Description;Money Out;Money In;Balance;Reference\n#/08/2025;FASTER PAYMENT RIDGEWAY;;1#.00;10#.00;R#',
  ],
  [
    'extracto bancario',
    'movimientos.csv',
    /bank statement/,
    'Fecha operación;Fecha valor;Concepto;Importe;Saldo\n#/08/2025;#/08/2025;TRANSFERENCIA SOL;1#,00;10#,00',
  ],
  [
    'estratto conto',
    'movimenti.csv',
    /bank statement/,
    'Data contabile;Data valuta;Causale;Descrizione;Dare;Avere;Saldo\n#/08/2025;#/08/2025;BON;BONIFICO SOLE;;1#,00;10#,00',
  ],
  [
    'ING-afschrift',
    'ing.csv',
    /bank statement/,
    'Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mutatiesoort;Mededelingen\n202508#;Zorggroep;NL12;NL34;OV;Bij;1#,00;Overschrijving;F#',
  ],

  [
    'DATEV-Buchungsstapel',
    'EXTF_Buchungsstapel.csv',
    /accounting journal/,
    'Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Buchungstext\n1#,00;S;EUR;;;10001;8400;;#08;RE20#;Rechnung',
  ],
  [
    'QuickBooks, journal',
    'Journal.csv',
    /accounting journal/,
    'Date;Transaction Type;Num;Name;Memo/Description;Account;Debit;Credit\n08/#/2025;Invoice;10#;Cool Cars;;Accounts Receivable;1#.00;\n08/#/2025;Invoice;10#;Cool Cars;;Sales;;1#.00',
  ],
  [
    'Xero, general ledger',
    'GeneralLedger.csv',
    /accounting journal/,
    'Date;Source;Description;Reference;Account Code;Account;Debit;Credit\n#/08/2025;Receivable Invoice;Ridgeway;INV-10#;610;Accounts Receivable;;1#.00\n#/08/2025;Payment;Ridgeway;INV-10#;610;Accounts Receivable;1#.00;',
  ],
  [
    'libro diario',
    'diario.csv',
    /accounting journal/,
    'Asiento;Fecha;Cuenta;Concepto;Documento;Debe;Haber\n#;#/08/2025;43000001;Factura Sol;F#;1#,00;\n#;#/08/2025;70000000;Ventas;F#;;1#,00',
  ],

  [
    'QuickBooks, A/R aging summary',
    'AgingSummary.csv',
    /one balance per customer/,
    "Craig's Design;;;;;;\nA/R Aging Summary;;;;;;\nAs of September 17, 2025;;;;;;\n;;;;;;\nCustomer;Current;1 - 30;31 - 60;61 - 90;91 and over;Total\nCustomer #;1#.00;20.00;0.00;0.00;0.00;14#.00",
  ],
  [
    'Xero, aged receivables summary',
    'Aged_Receivables_Summary.csv',
    /one balance per customer/,
    'Aged Receivables Summary;;;;;;\nDemo Company;;;;;;\nAs at 17 September 2025;;;;;;\nContact;Current;< 1 Month;1 Month;2 Months;Older;Total\nCustomer #;1#.00;20.00;0.00;0.00;0.00;14#.00',
  ],
  [
    'balance âgée',
    'balance.csv',
    /un solde par client/,
    'Client;Non échu;0-30 jours;31-60 jours;61-90 jours;+90 jours;Total\nClient #;1#,00;20,00;0,00;0,00;0,00;14#,00',
  ],
  ['Saldenliste', 'Saldenliste.csv', /one balance per customer/, 'Debitor;Name;Saldo\n100#;Kunde #;1#,00'],
  ['saldos de clientes', 'saldos.csv', /one balance per customer/, 'Código cliente;Cliente;Saldo pendiente\nC#;Cliente #;1#,00'],

  [
    'livre de paie',
    'paie.csv',
    /état de paie/,
    'Matricule;Nom;Date;Salaire brut;Cotisations;Net à payer\n1#;Durand #;31/08/2025;25#,00;5#,00;20#,00',
  ],
  [
    'payroll',
    'payroll.csv',
    /payroll/,
    'Employee ID;Employee Name;Pay Date;Gross Pay;Deductions;Net Pay\nE#;Ann #;2025-08-31;25#.00;5#.00;20#.00',
  ],
  [
    'factures fournisseurs',
    'achats.csv',
    /factures de fournisseurs/,
    'N° facture;Fournisseur;Date facture;Échéance;Montant TTC;Statut\nA#;EDF;#/08/2025;#/09/2025;1#,00;À payer',
  ],
  [
    'Xero bills',
    'Bills.csv',
    /bills of your suppliers/,
    'ContactName;InvoiceNumber;InvoiceDate;DueDate;Total;InvoiceAmountPaid;InvoiceAmountDue;Currency;Type;Status\nPower Co;B#;#/08/2025;#/09/2025;1#.00;0.00;1#.00;GBP;Bill;Awaiting Payment',
  ],
  [
    'QuickBooks, A/P aging detail',
    'AP.csv',
    /bills of your suppliers/,
    'Date;Transaction Type;Num;Vendor;Due Date;Past Due;Amount;Open Balance\n08/#/2025;Bill;B#;Power Co;09/#/2025;3;1#.00;1#.00',
  ],
  [
    'Eingangsrechnungen',
    'eingang.csv',
    /bills of your suppliers/,
    'Rechnungsnummer;Lieferant;Rechnungsdatum;Fällig am;Bruttobetrag\nL#;Stadtwerke;#.08.2025;#.09.2025;1#,00',
  ],
  [
    'facturas recibidas',
    'recibidas.csv',
    /bills of your suppliers/,
    'Nº factura;Proveedor;Fecha;Vencimiento;Total\nP#;Endesa;#/08/2025;#/09/2025;1#,00',
  ],
  [
    'fatture passive',
    'acquisti.csv',
    /bills of your suppliers/,
    'Numero fattura;Fornitore;Data;Scadenza;Totale\nP#;Enel;#/08/2025;#/09/2025;1#,00',
  ],
  [
    'inkoopfacturen',
    'inkoop.csv',
    /bills of your suppliers/,
    'Factuurnummer;Leverancier;Factuurdatum;Vervaldatum;Bedrag incl. btw\nI#;Eneco;#-08-2025;#-09-2025;1#,00',
  ],
  ['devis', 'devis.csv', /devis/, 'N° devis;Client;Date devis;Validité;Montant TTC\nD#;Martin;#/08/2025;#/09/2025;1#,00'],
  ['products', 'products.csv', /products or orders/, 'SKU;Product;Stock;Unit price;Created;Amount\nS#;Screw;1#;1.20;2025-08-#;1#.00'],
];

describe('what is no list of invoices says what it is', () => {
  it.each(cases)('%s', (_, file, why, sheet) => {
    expectRefusal(file, csvFile(many(sheet), { separator: ';' }), why);
  });
  it('the same in a workbook, where the sheet has a name', () => {
    expectRefusal(
      'classeur.xlsx',
      xlsxFile(many('Client;Date;Montant;Mode\nMartin;#/08/2025;1#,00;Virement'), 'Encaissements'),
      /liste de paiements/,
    );
    expectRefusal(
      'book.xlsx',
      xlsxFile(many('Customer;Date;Amount;Method\nAcme;2025-08-#;1#.00;Transfer'), 'Payments'),
      /list of payments/,
    );
  });
  it('in the language asked for, else in that of the headers', () => {
    const bytes = csvFile(many('Employee ID;Employee Name;Pay Date;Gross Pay;Net Pay\nE#;Ann #;2025-08-31;25#.00;20#.00'));
    expect(viewOf('payroll.csv', bytes, '2025-09-17').refusal?.message).toMatch(/^This is a payroll/);
    expect(viewOf('payroll.csv', bytes, '2025-09-17', { language: 'fr' }).refusal?.message).toMatch(/^Ceci est un état de paie/);
  });
});
