/**
 * A stranger's workbook: which table, which header, which column. Headers below are those of real exports; every name and figure is invented.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findTables, type TableCandidate } from '../../core/ledger/columns.ts';
import { columnEvidence } from '../../core/ledger/evidence.ts';
import { readHeader } from '../../core/ledger/header-match.ts';
import { FOREIGN_WORDS, HEADER_WORDS, OTHER_COLUMNS, type Words } from '../../core/ledger/header-words.ts';
import type { Role } from '../../core/types.ts';
import { folded } from '../../core/words.ts';
import type { Cell, Sheet, Snapshot } from '../../core/workbook.ts';
import { tries } from '../thorough.ts';

function workbook(...sheets: { name?: string; cells: readonly (readonly Cell[])[] }[]): Snapshot {
  const named: Sheet[] = sheets.map((sheet, i) => ({ name: sheet.name ?? `Sheet${i + 1}`, cells: sheet.cells }));
  return { sheets: named, locale: null, timeZone: null, date1904: false };
}

/** Lines of a table written with `;`, digits kept as text as a CSV gives them. */
function lines(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.trim()));
}

function csv(text: string, name = 'Sheet1'): Snapshot {
  return workbook({ name, cells: lines(text) });
}

function best(snapshot: Snapshot): TableCandidate {
  const { candidates, refusal } = findTables(snapshot, {});
  if (candidates.length === 0) throw new Error(`refused: ${refusal?.kind} ${refusal?.detail}`);
  return candidates[0] as TableCandidate;
}

/** `number=Num customer=Client`: the roles by the header they were given. */
function roles(table: TableCandidate): string {
  return [...table.place.columns]
    .map(([role, column]) => `${role}=${table.headers[column]}`)
    .sort()
    .join(' · ');
}

function expected(text: string): string {
  return text.split(' · ').sort().join(' · ');
}

const valueUnder = (header: string, n: number): Cell =>
  ({ Pièce: `F-${n}`, Client: 'Durand', Échéance: `0${n}/09/2025`, Somme: `${n}00,00` })[header] ?? (header === 'Suivi' ? 'vu' : `${n},50`);

interface Export {
  readonly tool: string;
  readonly language: string;
  readonly sheet: string;
  readonly roles: string;
}

const EXPORTS: readonly Export[] = [
  {
    tool: 'the trade article',
    language: 'fr',
    sheet: `
Numero Facture;Client;Montant;Date Facture;Echeance;Date Paiement;Jours Retard;Statut;Derniere Action;Prochaine Action
F2025-0012;Client A;1850.00;2025-08-20;2025-09-10;2025-09-14;4;Payee;Relance J+3;
F2025-0041;Client B;3200.00;2025-08-28;2025-09-12;;5;En retard;Appel J+10 (15/09);Mail J+20 (22/09)
F2025-0057;Client C;980.00;2025-09-01;2025-09-16;;1;A surveiller;Pre-rappel J-7;Relance J+3 (20/09)`,
    roles:
      'number=Numero Facture · customer=Client · amount=Montant · issuedOn=Date Facture · dueOn=Echeance · paidOn=Date Paiement · daysLate=Jours Retard · status=Statut · lastAction=Derniere Action · nextAction=Prochaine Action',
  },
  {
    tool: 'IBM ledger',
    language: 'en',
    sheet: `
countryCode;customerID;PaperlessDate;invoiceNumber;InvoiceDate;DueDate;InvoiceAmount;Disputed;SettledDate;PaperlessBill;DaysToSettle;DaysLate
391;0101-AAAAA;4/6/2013;611365;1/2/2013;2/1/2013;55.94;No;1/15/2013;Paper;13;0
406;0202-BBBBB;3/3/2012;7900770;1/26/2013;2/25/2013;61.74;Yes;3/3/2013;Electronic;36;6
391;0303-CCCCC;1/26/2012;9231909;7/3/2013;8/2/2013;65.88;No;7/8/2013;Electronic;5;0`,
    roles:
      'customer=customerID · number=invoiceNumber · issuedOn=InvoiceDate · dueOn=DueDate · amount=InvoiceAmount · dispute=Disputed · paidOn=SettledDate · daysLate=DaysLate',
  },
  {
    tool: 'Xero',
    language: 'en',
    sheet: `
*ContactName;EmailAddress;POAddressLine1;POCity;*InvoiceNumber;Reference;*InvoiceDate;*DueDate;Total;TaxTotal;InvoiceAmountPaid;InvoiceAmountDue;InventoryItemCode;*Description;*Quantity;*UnitAmount;Discount;LineAmount;*AccountCode;*TaxType;TaxAmount;Currency;Type;Sent;Status
Ridgeway University;ap@ridgeway.example;1 High St;Leeds;INV-0021;P/O 9711;14/08/2025;24/08/2025;6187.50;1031.25;0.00;6187.50;;Consulting;1;5156.25;;5156.25;200;20% VAT;1031.25;GBP;Sales invoice;Sent;Awaiting Payment
Port & Philip Freight;;9 Quay;Hull;INV-0022;Monthly;20/08/2025;30/08/2025;541.25;90.21;541.25;0.00;;Support;1;451.04;;451.04;200;20% VAT;90.21;GBP;Sales invoice;;Paid
City Agency;x@city.example;2 Row;York;CN-0023;;21/08/2025;21/08/2025;-100.00;-16.67;0.00;-100.00;;Refund;1;-83.33;;-83.33;200;20% VAT;-16.67;GBP;Sales credit note;;Awaiting Payment`,
    roles:
      'customer=*ContactName · email=EmailAddress · number=*InvoiceNumber · purchaseOrder=Reference · issuedOn=*InvoiceDate · dueOn=*DueDate · amount=Total · paidAmount=InvoiceAmountPaid · balance=InvoiceAmountDue · currency=Currency · kind=Type · status=Status · notes=*Description',
  },
  {
    tool: 'QuickBooks, under preface lines',
    language: 'en',
    sheet: `
Ewing Consulting
Invoice List by Date
January - September 2025

Date;Transaction Type;Num;Name/Customer;Memo;Due Date;Amount;Open Balance
08/12/2025;Invoice;1001;Cool Cars;Garden work;09/11/2025;2,194.00;2,194.00
08/15/2025;Invoice;1002;Diego Rodriguez;;09/14/2025;69.00;0.00
08/16/2025;Credit Memo;1003;Cool Cars;;08/16/2025;-50.00;-50.00`,
    roles:
      'issuedOn=Date · kind=Transaction Type · number=Num · customer=Name/Customer · notes=Memo · dueOn=Due Date · amount=Amount · balance=Open Balance',
  },
  {
    tool: 'Zoho',
    language: 'en',
    sheet: `
Invoice Date;Invoice ID;Invoice Number;Invoice Status;Customer ID;Customer Name;Template Name;Currency Code;Exchange Rate;PurchaseOrder;SubTotal;Total;Balance;Notes;Payment Terms;Payment Terms Label;Due Date;Last Payment Date;Expected Payment Date;Item Name;Quantity;Item Total;Item Price
2025-08-01;46000001;INV-000001;Closed;4600900;Bowman and Co;Classic;USD;1.0;;375.00;393.75;0.00;Thanks;30;Net 30;2025-08-31;2025-08-20;;Camera;1;375.00;375.00
2025-08-03;46000002;INV-000002;Overdue;4600901;Lectus;Classic;USD;1.0;PO-12;100.00;105.00;105.00;Thanks;15;Net 15;2025-08-18;;;Lamp;2;100.00;50.00`,
    roles:
      'issuedOn=Invoice Date · number=Invoice Number · status=Invoice Status · customerId=Customer ID · customer=Customer Name · currency=Currency Code · purchaseOrder=PurchaseOrder · amountNet=SubTotal · amount=Total · balance=Balance · notes=Notes · terms=Payment Terms · dueOn=Due Date · paidOn=Last Payment Date · promiseOn=Expected Payment Date',
  },
  {
    tool: 'Odoo',
    language: 'en',
    sheet: `
Number;Invoice Partner Display Name;Invoice/Bill Date;Due Date;Next Activity;Untaxed Amount Signed;Tax Signed;Total Signed;Amount Due;Payment Status;Status
INV/2025/00001;Azure Interior;2025-08-08;2025-09-07;;1799.00;269.85;2068.85;2068.85;Not Paid;Posted
INV/2025/00002;Deco Addict;2025-08-10;2025-09-09;;300.00;45.00;345.00;0.00;Paid;Posted`,
    roles:
      'number=Number · customer=Invoice Partner Display Name · issuedOn=Invoice/Bill Date · dueOn=Due Date · amountNet=Untaxed Amount Signed · amount=Total Signed · balance=Amount Due · status=Payment Status · nextAction=Next Activity',
  },
  {
    tool: 'Odoo in French',
    language: 'fr',
    sheet: `
Numéro;Nom d'affichage du partenaire de la facture;Date de facturation;Date d'échéance;Montant hors taxes signé;Total signé;Montant dû;Statut du paiement
FAC/2025/0001;Azur Intérieur;08/08/2025;07/09/2025;1000,00;1200,00;1200,00;Non payé
FAC/2025/0002;Déco Plus;10/08/2025;09/09/2025;300,00;360,00;0,00;Payé`,
    roles:
      "number=Numéro · customer=Nom d'affichage du partenaire de la facture · issuedOn=Date de facturation · dueOn=Date d'échéance · amountNet=Montant hors taxes signé · amount=Total signé · balance=Montant dû · status=Statut du paiement",
  },
  {
    tool: 'FEC (Sage and others)',
    language: 'fr',
    sheet: `
JournalCode;JournalLib;EcritureNum;EcritureDate;CompteNum;CompteLib;CompAuxNum;CompAuxLib;PieceRef;PieceDate;EcritureLib;Debit;Credit;EcritureLet;DateLet;ValidDate;Montantdevise;Idevise
VE;Ventes;1;20250820;411000;Clients;C0001;Boulangerie Martin;FA250012;20250820;Facture Martin;1850,00;0,00;A;20250914;20250831;;
VE;Ventes;2;20250828;411000;Clients;C0002;Garage Petit;FA250041;20250828;Facture Petit;3200,00;0,00;;;20250831;;
VE;Ventes;3;20250901;411000;Clients;C0003;Fleurs Lys;FA250057;20250901;Facture Lys;980,00;0,00;;;20250930;;`,
    roles:
      'customerId=CompAuxNum · customer=CompAuxLib · number=PieceRef · issuedOn=PieceDate · notes=EcritureLib · amount=Debit · paidAmount=Credit · paidOn=DateLet · currency=Idevise',
  },
  {
    tool: 'Sage, French receivables',
    language: 'fr',
    sheet: `
Code tiers;Intitulé tiers;N° pièce;Date pièce;Échéance;Libellé;Débit;Crédit;Solde;Mode de règlement
CMART;Boulangerie Martin;FA0012;20/08/25;19/09/25;Facture août;1 850,00;;1 850,00;Virement
CPETI;Garage Petit;FA0041;28/08/25;27/09/25;Facture août;3 200,00;200,00;3 000,00;Chèque`,
    roles:
      'customerId=Code tiers · customer=Intitulé tiers · number=N° pièce · issuedOn=Date pièce · dueOn=Échéance · notes=Libellé · amount=Débit · paidAmount=Crédit · balance=Solde · paymentMethod=Mode de règlement',
  },
  {
    tool: 'Pennylane',
    language: 'fr',
    sheet: `
Numéro de facture;Date d'émission;Date d'échéance;Client;E-mail;Montant HT;TVA;Montant TTC;Restant à payer;Devise;Statut
F-2025-08-001;20/08/2025;19/09/2025;Atelier Bleu;compta@atelierbleu.example;1 000,00;200,00;1 200,00;1 200,00;EUR;En retard
F-2025-08-002;22/08/2025;21/09/2025;Cave du Port;cave@port.example;500,00;100,00;600,00;0,00;EUR;Payée`,
    roles:
      "number=Numéro de facture · issuedOn=Date d'émission · dueOn=Date d'échéance · customer=Client · email=E-mail · amountNet=Montant HT · amount=Montant TTC · balance=Restant à payer · currency=Devise · status=Statut",
  },
  {
    tool: 'Henrri',
    language: 'fr',
    sheet: `
N°;Date;Client;Objet;Total HT;Total TVA;Total TTC;Échéance;Réglé;Reste à payer;État
FAC-0001;20/08/2025;Atelier Bleu;Site;1000,00 €;200,00 €;1200,00 €;19/09/2025;0,00 €;1200,00 €;Impayée
FAC-0002;21/08/2025;Cave du Port;Logo;500,00 €;100,00 €;600,00 €;20/09/2025;600,00 €;0,00 €;Payée`,
    roles:
      'number=N° · issuedOn=Date · customer=Client · notes=Objet · amountNet=Total HT · amount=Total TTC · dueOn=Échéance · paidAmount=Réglé · balance=Reste à payer · status=État',
  },
  {
    tool: 'lexoffice / sevDesk',
    language: 'de',
    sheet: `
Rechnungsnummer;Rechnungsdatum;Fälligkeitsdatum;Kundennummer;Kunde;Nettobetrag;MwSt-Betrag;Bruttobetrag;Bezahlt;Offen;Zahlungseingang;Status;Währung
RE-1001;20.08.2025;03.09.2025;10001;Bäckerei Schmidt GmbH;1.000,00;190,00;1.190,00;0,00;1.190,00;;überfällig;EUR
RE-1002;21.08.2025;04.09.2025;10002;Autohaus Klein;500,00;95,00;595,00;595,00;0,00;01.09.2025;bezahlt;EUR`,
    roles:
      'number=Rechnungsnummer · issuedOn=Rechnungsdatum · dueOn=Fälligkeitsdatum · customerId=Kundennummer · customer=Kunde · amountNet=Nettobetrag · amount=Bruttobetrag · paidAmount=Bezahlt · balance=Offen · paidOn=Zahlungseingang · status=Status · currency=Währung',
  },
  {
    tool: 'DATEV open items',
    language: 'de',
    sheet: `
Konto;Name;Rechnungs-Nr.;Belegdatum;Fälligkeit;Betrag Soll;Betrag Haben;Saldo;Mahnstufe
10001;Bäckerei Schmidt;2025-118;20.08.2025;19.09.2025;1.190,00;;1.190,00;1
10002;Autohaus Klein;2025-119;21.08.2025;20.09.2025;595,00;95,00;500,00;0`,
    roles:
      'customerId=Konto · customer=Name · number=Rechnungs-Nr. · issuedOn=Belegdatum · dueOn=Fälligkeit · amount=Betrag Soll · paidAmount=Betrag Haben · balance=Saldo',
  },
  {
    tool: 'German sheet with a payment target',
    language: 'de',
    sheet: `
kdnr;rechnungsnummer;betrag;faelligkeitsdatum;zahlungsziel;aktuelloffen;mahnstufe
1001;R-1;100,00;2025-09-01;14 Tage;100,00;1
1002;R-2;250,50;2025-09-05;30 Tage;0,00;0`,
    roles: 'customer=kdnr · number=rechnungsnummer · amount=betrag · dueOn=faelligkeitsdatum · terms=zahlungsziel · balance=aktuelloffen',
  },
  {
    tool: 'Holded',
    language: 'es',
    sheet: `
Fecha;Nº Factura;Cliente;NIF;Concepto;Base imponible;Cuota IVA;Total;Vencimiento;Cobrado;Pendiente;Estado;Método Pago
20/08/2025;F250012;Panadería Sol;B12345674;Servicios;1.000,00;210,00;1.210,00;19/09/2025;0,00;1.210,00;Vencida;Transferencia
21/08/2025;F250013;Taller Luna;B76543214;Servicios;500,00;105,00;605,00;20/09/2025;605,00;0,00;Cobrada;Domiciliación`,
    roles:
      'issuedOn=Fecha · number=Nº Factura · customer=Cliente · customerId=NIF · notes=Concepto · amountNet=Base imponible · amount=Total · dueOn=Vencimiento · paidAmount=Cobrado · balance=Pendiente · status=Estado · paymentMethod=Método Pago',
  },
  {
    tool: 'Contasol',
    language: 'es',
    sheet: `
Serie;Número;Fecha factura;Cliente;Nombre;Base imponible;% IVA;Total factura;Fecha de vencimiento;Cobrada (sí/no)
A;120;20/08/2025;00012;Panadería Sol;1.000,00;21;1.210,00;19/09/2025;No
A;121;21/08/2025;00019;Taller Luna;500,00;21;605,00;20/09/2025;Sí`,
    roles:
      'number=Número · issuedOn=Fecha factura · customerId=Cliente · customer=Nombre · amountNet=Base imponible · amount=Total factura · dueOn=Fecha de vencimiento · paidAmount=Cobrada (sí/no)',
  },
  {
    tool: 'Fatture in Cloud',
    language: 'it',
    sheet: `
Data;Prox. scadenza;Numero;Cliente;P.IVA;Imponibile;IVA;Totale;Saldato;Stato
20/08/2025;19/09/2025;12;Panificio Sole srl;IT01234567890;1.000,00;220,00;1.220,00;No;Scaduta
21/08/2025;20/09/2025;13;Officina Luna;IT09876543210;500,00;110,00;610,00;Si;Pagata`,
    roles:
      'issuedOn=Data · dueOn=Prox. scadenza · number=Numero · customer=Cliente · customerId=P.IVA · amountNet=Imponibile · amount=Totale · paidAmount=Saldato · status=Stato',
  },
  {
    tool: 'Danea',
    language: 'it',
    sheet: `
Tipo documento;Data documento;Num. doc.;Cod. cliente;Cliente;Tot. imponibile;Tot. documento;Data scadenza;Importo pagato;Saldo;Data Pagamento
Fattura;20/08/2025;12;0001;Panificio Sole;1.000,00;1.220,00;19/09/2025;0,00;1.220,00;
Nota di credito;21/08/2025;13;0002;Officina Luna;-500,00;-610,00;21/08/2025;0,00;-610,00;`,
    roles:
      'kind=Tipo documento · issuedOn=Data documento · number=Num. doc. · customerId=Cod. cliente · customer=Cliente · amountNet=Tot. imponibile · amount=Tot. documento · dueOn=Data scadenza · paidAmount=Importo pagato · balance=Saldo · paidOn=Data Pagamento',
  },
  {
    tool: 'Italian sheet with a paid tick',
    language: 'it',
    sheet: `
Numero fattura;Data Emissione;Debitore;Importo;Scadenza;Pagata (boolean);PEC
1/2025;20/08/2025;Panificio Sole;1.220,00;19/09/2025;FALSE;sole@pec.example
2/2025;21/08/2025;Officina Luna;610,00;20/09/2025;TRUE;luna@pec.example`,
    roles:
      'number=Numero fattura · issuedOn=Data Emissione · customer=Debitore · amount=Importo · dueOn=Scadenza · paidAmount=Pagata (boolean) · email=PEC',
  },
  {
    tool: 'Dutch debtor list whose Boekstuk holds the date',
    language: 'nl',
    sheet: `
Factuurnr.;Naam;Deb.nr.;Omschrijving factuur;Boekstuk;Vervalt;Factuur;Saldo;Factuurreferentie;Aanmaningen;Vervaldagen;Factuur Gbl.;Aut. bet./inc.;IBAN-nr.;Betaaltermijnen;Betaalwijze;Factuurstatus
12300139;Zorggroep Noord;3332;Zorg januari;2025-01-23;2025-02-06;25717.69;25717.69;;0;7;0;0;;0;0;Wacht op betaling debiteur
21004743;Zorggroep Zuid;3333;Zorg december;2025-01-24;2025-02-07;73092.18;73092.18;;0;6;0;0;;0;0;Wacht op betaling debiteur
21004841;Zorggroep West;3335;Zorg februari;2025-02-08;2025-02-22;4965.8;4965.8;;0;-9;0;0;;0;0;Niet vervallen`,
    roles:
      'number=Factuurnr. · customer=Naam · customerId=Deb.nr. · notes=Omschrijving factuur · issuedOn=Boekstuk · dueOn=Vervalt · amount=Factuur · balance=Saldo · purchaseOrder=Factuurreferentie · daysLate=Vervaldagen · terms=Betaaltermijnen · status=Factuurstatus',
  },
  {
    tool: 'e-Boekhouden',
    language: 'nl',
    sheet: `
Factuurnummer;Factuurdatum;Vervaldatum;Relatie;Bedrag excl. btw;Btw;Bedrag incl. btw;Betaald;Openstaand
20250012;20-08-2025;03-09-2025;Bakkerij Zon;1.000,00;210,00;1.210,00;0,00;1.210,00
20250013;21-08-2025;04-09-2025;Garage Maan;500,00;105,00;605,00;605,00;0,00`,
    roles:
      'number=Factuurnummer · issuedOn=Factuurdatum · dueOn=Vervaldatum · customer=Relatie · amountNet=Bedrag excl. btw · amount=Bedrag incl. btw · paidAmount=Betaald · balance=Openstaand',
  },
  {
    tool: 'Stripe',
    language: 'en',
    sheet: `
id;Number;Customer Name;Customer Email;Amount Due;Amount Paid;Currency;Due Date (UTC);Created (UTC);Status
in_1A;7C9F-0001;Acme;billing@acme.example;120.00;120.00;eur;2025-09-10 00:00;2025-08-11 09:12;paid
in_1B;7C9F-0002;Globex;ap@globex.example;80.50;0.00;eur;2025-09-12 00:00;2025-08-13 10:01;open`,
    roles:
      'number=Number · customer=Customer Name · email=Customer Email · amount=Amount Due · paidAmount=Amount Paid · currency=Currency · dueOn=Due Date (UTC) · issuedOn=Created (UTC) · status=Status',
  },
  {
    tool: 'FreshBooks',
    language: 'en',
    sheet: `
Client Name;Invoice #;Date Issued;Invoice Status;Date Paid;Item Name;Rate;Quantity;Line Subtotal;Tax 1 Amount;Line Total;Currency
Acme;0000012;2025-08-20;paid;2025-09-14;Design;100.00;2;200.00;0.00;200.00;EUR
Globex;0000013;2025-08-28;overdue;;Design;100.00;5;500.00;0.00;500.00;EUR`,
    roles:
      'customer=Client Name · number=Invoice # · issuedOn=Date Issued · status=Invoice Status · paidOn=Date Paid · amount=Line Total · currency=Currency',
  },
  {
    tool: 'HighRadius',
    language: 'en',
    sheet: `
business_code;cust_number;name_customer;clear_date;buisness_year;doc_id;posting_date;document_create_date;due_in_date;invoice_currency;document type;posting_id;total_open_amount;baseline_create_date;cust_payment_terms;invoice_id;isOpen
U001;200769623;WAL-MAR corp;2020-02-11;2020;1930438491;2020-01-26;20200125;20200210;USD;RV;1;54273.28;20200126;NAH4;1930438491;0
U001;200980828;BEN E;;2019;1929646410;2019-07-22;20190722;20190811;USD;RV;1;79656.6;20190722;NAD1;1929646410;1
CA02;140105686;SYSC llc;2020-03-25;2020;2960623488;2020-03-30;20200330;20200331;CAD;RV;1;2253.86;20200331;CA10;2960623488;0`,
    roles:
      'customerId=cust_number · customer=name_customer · paidOn=clear_date · number=invoice_id · issuedOn=posting_date · dueOn=due_in_date · currency=invoice_currency · amount=total_open_amount · terms=cust_payment_terms',
  },
];

describe('real exports are read with no mapping by hand', () => {
  for (const one of EXPORTS) {
    it(one.tool, () => {
      const table = best(csv(one.sheet));
      expect(roles(table)).toBe(expected(one.roles));
      expect(table.headerLanguage).toBe(one.language);
      expect(table.language).toBe(one.language === 'fr' ? 'fr' : 'en');
    });
  }
});

describe('one word written by many tools', () => {
  const same: readonly [Role, string][] = [
    [
      'number',
      'InvoiceNumber · *InvoiceNumber · invoice_number · INVOICE NO. · Invoice # · "Invoice No" · Invoice Number: · \ufeffInvoice Number · Invoice\u200b Number · In\u00advoice Number\u2060 · N° facture · Nº Factura · N. fattura · Facture n° · No facture · Num. facture · numéro_de_facture · Factuurnr · Rechnungs-Nr. · Rechnungsnummer · N°Facture · Numero de la facture',
    ],
    [
      'dueOn',
      "Due Date · Due\u200b Date · due_date · DUEDATE · dueDate · Échéance · ECHEANCE · Date d'échéance · Date d’échéance : · date\u00a0d'échéance · Due Date (dd/mm/yyyy) · Fällig am · Faellig am · Fecha de vencimiento · Data di scadenza · Vervaldatum · À payer avant le",
    ],
    [
      'amount',
      'Montant TTC · Montant (TTC) · montant_ttc · TTC · Total TTC (€) · Montant TTC en euros · Amount (incl. VAT) · Gross amount EUR · Bruttobetrag · Importe total · Totale documento · Bedrag incl. btw · converted_usd',
    ],
    [
      'balance',
      'Reste dû · RESTE DU · Solde dû (EUR) · Amount due · Montant dû TTC · Restant dû · Offener Betrag · Importe pendiente · Openstaand bedrag',
    ],
    ['paidOn', 'Payée le · Date de règlement · SettledDate · Bezahlt am · Pagata il · Betaald op · Cobrada el · Date d’encaissement'],
    [
      'daysLate',
      'Jours de retard · Retard (j) · jours_retard · DaysLate · Days overdue · Tage überfällig · Giorni di ritardo · Dagen te laat · Días de retraso',
    ],
    [
      'email',
      'E-mail · Email · e_mail · EmailAddress · Courriel · Adresse e-mail · Adresse e-mail de facturation · Correo electrónico · E-Mail-Adresse',
    ],
    ['holdUntil', "Hold until · Pause jusqu'au"],
    ['promiseOn', 'Promise date · Date promesse · Date de promesse · Promise to pay'],
    ['creditOf', 'Credit of · Avoir sur'],
    ['disputeDeadline', 'Dispute deadline · Échéance litige'],
    ['disputedAmount', 'Disputed amount · Montant contesté'],
    ['sentOn', 'Sent on · Envoyée le'],
    ['receivedOn', 'Received on · Reçue le'],
    ['owner', 'Owner · Responsable'],
    ['paymentMethod', 'Payment method · Mode de paiement'],
    ['status', 'Statut · STATUS · Statut du paiement · Zahlungsstatus'],
    ['nextActionOn', 'Date prochaine action · Next action date'],
    ['reason', 'Motif · Raison · Reason'],
  ];
  it.each(same)('%s', (role, headers) => {
    for (const header of headers.split(' · ')) expect(`${header}: ${readHeader(header).meanings[0]?.role}`).toBe(`${header}: ${role}`);
  });
  const nothing =
    'PaperlessDate · DaysToSettle · countryCode · TVA · Adresse client · Niveau de relance · isOpen · Tranche · Taux de TVA · Nombre de factures · Code postal · Prix unitaire';
  it('columns that are no role of ours are left unread', () => {
    for (const header of nothing.split(' · ')) expect(`${header}: ${readHeader(header).meanings[0]?.role}`).toBe(`${header}: undefined`);
  });
  it('the tables hold words in the form in which headers are compared', () => {
    const all: Words[] = [...Object.values(OTHER_COLUMNS), ...Object.values(FOREIGN_WORDS)];
    for (const { words, lastResort, ifCellsAgree } of Object.values(HEADER_WORDS)) all.push(words, lastResort ?? {}, ifCellsAgree ?? {});
    for (const words of all) {
      for (const list of Object.values(words))
        for (const word of list.split(', ')) expect(folded(word).replace(/du$/, 'dû')).toBe(word.replace(/du$/, 'dû'));
    }
  });
});

describe('the cells decide where words are open', () => {
  const cases: readonly [string, string, string][] = [
    [
      'Règlement with words is the status',
      'Facture;Client;Montant TTC;Échéance;Règlement\nF1;A SARL;100,00;10/09/2025;Payé\nF2;B SAS;200,00;11/09/2025;En attente',
      'number=Facture · customer=Client · amount=Montant TTC · dueOn=Échéance · status=Règlement',
    ],
    [
      'Règlement with dates is the payment date',
      'Facture;Client;Montant TTC;Échéance;Règlement\nF1;A SARL;100,00;10/09/2025;12/09/2025\nF2;B SAS;200,00;11/09/2025;',
      'number=Facture · customer=Client · amount=Montant TTC · dueOn=Échéance · paidOn=Règlement',
    ],
    [
      'Règlement with means of payment is the method',
      'Facture;Client;Montant TTC;Échéance;Règlement\nF1;A SARL;100,00;10/09/2025;Virement\nF2;B SAS;200,00;11/09/2025;Chèque',
      'number=Facture · customer=Client · amount=Montant TTC · dueOn=Échéance · paymentMethod=Règlement',
    ],
    [
      'Client with codes beside names is the customer id',
      'Facture;Client;Nom client;Montant;Échéance\nF1;C001;A SARL;100,00;10/09/2025\nF2;C002;B SAS;200,00;11/09/2025',
      'number=Facture · customerId=Client · customer=Nom client · amount=Montant · dueOn=Échéance',
    ],
    [
      'a code alone is the customer',
      'Facture;Code client;Montant;Échéance\nF1;C001;100,00;10/09/2025\nF2;C002;200,00;11/09/2025',
      'number=Facture · customer=Code client · amount=Montant · dueOn=Échéance',
    ],
    [
      'a Date column of sentences is no date',
      'Facture;Client;Montant;Date;Échéance\nF1;A;100,00;fin de chantier;10/09/2025\nF2;B;200,00;à la livraison;11/09/2025',
      'number=Facture · customer=Client · amount=Montant · dueOn=Échéance',
    ],
    [
      'Échéance with terms is terms',
      'Facture;Client;Montant;Date facture;Échéance\nF1;A;100,00;10/09/2025;30 jours\nF2;B;200,00;11/09/2025;45 jours fin de mois',
      'number=Facture · customer=Client · amount=Montant · issuedOn=Date facture · terms=Échéance',
    ],
    [
      'zahlungsziel with dates is the due date',
      'Rechnungsnummer;Kunde;Betrag;zahlungsziel\nR1;A GmbH;100,00;10.09.2025\nR2;B GmbH;200,00;11.09.2025',
      'number=Rechnungsnummer · customer=Kunde · amount=Betrag · dueOn=zahlungsziel',
    ],
    [
      'of two columns called Date the earlier is the issue',
      'Facture;Client;Montant;Date;Date\nF1;A;100,00;10/09/2025;10/08/2025\nF2;B;200,00;11/09/2025;12/08/2025',
      'number=Facture · customer=Client · amount=Montant · issuedOn=Date · dueOn=Date',
    ],
    [
      'incl. tax is preferred, excl. tax is net',
      'Facture;Client;Total;Montant HT;TTC;Échéance\nF1;A;120,00;100,00;120,00;10/09/2025\nF2;B;240,00;200,00;240,00;11/09/2025',
      'number=Facture · customer=Client · amount=TTC · amountNet=Montant HT · dueOn=Échéance',
    ],
    [
      'Amount, VAT, Total: the larger is what is owed',
      'Invoice;Client;Total;VAT;Amount;Due date\nF1;A;100.00;20.00;120.00;2025-09-10\nF2;B;200.00;40.00;240.00;2025-09-11',
      'number=Invoice · customer=Client · amountNet=Total · amount=Amount · dueOn=Due date',
    ],
    [
      'Prochaine relance with dates is a date',
      'Facture;Client;Montant;Échéance;Prochaine relance\nF1;A;100,00;10/09/2025;13/09/2025\nF2;B;200,00;11/09/2025;14/09/2025',
      'number=Facture · customer=Client · amount=Montant · dueOn=Échéance · nextActionOn=Prochaine relance',
    ],
    [
      'Reference is the invoice when no other number is',
      'Reference;Customer;Amount;Due Date\nA-1;Acme;100.00;2025-09-10\nA-2;Globex;200.00;2025-09-11',
      'number=Reference · customer=Customer · amount=Amount · dueOn=Due Date',
    ],
    [
      'Payé with dates, Payé with amounts, Payé with yes and no',
      'Facture;Client;Montant;Échéance;Payé;Montant payé\nF1;A;100,00;10/09/2025;12/09/2025;100,00\nF2;B;200,00;11/09/2025;;',
      'number=Facture · customer=Client · amount=Montant · dueOn=Échéance · paidOn=Payé · paidAmount=Montant payé',
    ],
    [
      'a balance alone is enough',
      'Facture;Client;Reste dû;Échéance\nF1;A;100,00;10/09/2025\nF2;B;200,00;11/09/2025',
      'number=Facture · customer=Client · balance=Reste dû · dueOn=Échéance',
    ],
    [
      'hostile amounts do not hide their column',
      'Facture;Client;Montant;Échéance\nF1;A;abc;10/09/2025\nF2;B;12 %;11/09/2025\nF3;C;n/a;31/02/2025',
      'number=Facture · customer=Client · amount=Montant · dueOn=Échéance',
    ],
  ];
  it.each(cases)('%s', (_, sheet, wanted) => {
    expect(roles(best(csv(sheet)))).toBe(expected(wanted));
  });
  it('yes and no are told from amounts', () => {
    const yesNo = (paid: string) => [
      ...best(csv(`Facture;Client;Montant;Échéance;Payé\nF1;A;100,00;10/09/2025;${paid}\nF2;B;200,00;11/09/2025;`)).yesNoColumns,
    ];
    expect(yesNo('Oui')).toEqual(['paidAmount']);
    expect(yesNo('x')).toEqual(['paidAmount']);
    expect(yesNo('100,00')).toEqual([]);
    expect([...best(csv(EXPORTS[1]?.sheet as string)).yesNoColumns]).toEqual(['dispute']);
  });
  it('how a column is answered is no part of its name', () => {
    const table = best(csv('Facture;Client;Montant;Échéance;Réglée O/N\nF1;A;100,00;10/09/2025;O\nF2;B;200,00;11/09/2025;N'));
    expect(roles(table)).toContain('paidAmount=Réglée O/N');
  });
  it('a payment date answered by yes and no is an answer', () => {
    const table = best(csv('Facture;Client;Montant;Échéance;Payée le\nF1;A;100,00;10/09/2025;Oui\nF2;B;200,00;11/09/2025;Non'));
    expect([...table.yesNoColumns]).toEqual(['paidOn']);
  });
  it('true dates, serials with or without a format, Dates and text are dates', () => {
    const dated = (issued: Cell, due: Cell) =>
      roles(
        best(
          workbook({
            cells: [
              ['Facture', 'Client', 'Montant', 'Date', 'Échéance'],
              ['F1', 'A', 100, issued, due],
              ['F2', 'B', 200.5, issued, due],
            ],
          }),
        ),
      );
    const wanted = expected('number=Facture · customer=Client · amount=Montant · issuedOn=Date · dueOn=Échéance');
    expect(dated(45889, 45910)).toBe(wanted);
    expect(dated({ number: 45889, format: 'dd/mm/yyyy' }, { number: 45910, format: 'dd/mm/yyyy' })).toBe(wanted);
    expect(dated({ date: '2025-08-20' }, { date: '2025-09-10' })).toBe(wanted);
    expect(dated(new Date(1755648000000), new Date(1757462400000))).toBe(wanted);
    expect(dated('20 août 2025', '10 sept. 2025')).toBe(wanted);
    expect(dated('Aug 20, 2025', 'Sep 10, 2025')).toBe(wanted);
  });
  it('the currency in the header is said', () => {
    const unit = (header: string) => best(csv(`Facture;Client;${header};Échéance\nF1;A;100,00;10/09/2025`)).headerUnit;
    expect(['Montant (EUR)', 'Total €', 'converted_usd', 'Montant en euros', 'Montant (k€)', 'Montant'].map(unit)).toEqual([
      'EUR',
      '€',
      'USD',
      'EUR',
      'k€',
      null,
    ]);
  });
});

const HEADER = ['N° facture', 'Client', 'Montant TTC', 'Date facture', 'Échéance'];
const rowsOf = (count: number, from = 1): Cell[][] =>
  Array.from({ length: count }, (_, i) => [
    `F${from + i}`,
    `Client ${String.fromCharCode(65 + (i % 26))}`,
    100 + i,
    { date: '2025-08-20' },
    { date: '2025-09-10' },
  ]);

describe('where the table stands', () => {
  it('at row 7, column C, under a merged title and preface lines', () => {
    const cells: Cell[][] = [
      ['Suivi des factures clients'],
      [],
      ['Société', 'Atelier Bleu'],
      ['Date', '17/09/2025'],
      [],
      [],
      ...[HEADER, ...rowsOf(5)].map((row) => [null, null, ...row]),
    ];
    const table = best(workbook({ cells }));
    expect(table.place).toMatchObject({ headerRow: 7, firstRow: 8, lastRow: 12 });
    expect(table.place.columns.get('number')).toBe(2);
  });
  it('under preface lines that use the same words', () => {
    const cells: Cell[][] = [['Client', 'Tous', 'Montant', '4 180,00', 'Date', '17/09/2025'], [], HEADER, ...rowsOf(3)];
    expect(best(workbook({ cells })).place).toMatchObject({ headerRow: 3, lastRow: 6 });
    expect(best(workbook({ cells: cells.filter((row) => row.length > 0) })).place).toMatchObject({ headerRow: 2, lastRow: 5 });
  });
  it('under a summary by customer', () => {
    const cells: Cell[][] = [['Client', 'Encours', 'Date'], ['A', 300, '17/09/2025'], [], HEADER, ...rowsOf(8)];
    expect(best(workbook({ cells })).place).toMatchObject({ headerRow: 4, lastRow: 12 });
  });
  it('with its total row still in it, for the reader to skip', () => {
    const cells: Cell[][] = [HEADER, ...rowsOf(3), ['Total', null, 303], []];
    expect(best(workbook({ cells })).place.lastRow).toBe(5);
  });
  it('with the columns of an ageing balance beside its amounts', () => {
    const table = best(
      csv(
        'Client;N° facture;Date;Échéance;Non échu;1-30;31-60;61-90;> 90;Total\nA;F1;10/08/2025;10/09/2025;;100,00;;;;100,00\nB;F2;11/08/2025;11/10/2025;50,00;;;;;50,00',
      ),
    );
    expect(roles(table)).toBe(expected('customer=Client · number=N° facture · issuedOn=Date · dueOn=Échéance · amount=Total'));
  });
  it('ends before a second table below, which is counted', () => {
    const cells: Cell[][] = [HEADER, ...rowsOf(5), [], ['Salarié', 'Client', 'Email', 'Téléphone'], ['x', 'y', 'z@z.fr', '01 02 03 04 05']];
    expect(best(workbook({ cells })).place.lastRow).toBe(6);
    const other = ['Facture', 'Client', 'Montant TTC', 'Date facture', 'Échéance'];
    const twice = findTables(workbook({ cells: [HEADER, ...rowsOf(5), other, ...rowsOf(9, 20)] }), {});
    expect(twice.candidates.map((table) => [table.place.headerRow, table.place.lastRow, table.passedOver])).toEqual([
      [7, 16, 1],
      [1, 6, 1],
    ]);
  });
  it('goes on after its own headers repeated on the next page, and ends before them after a gap', () => {
    expect(best(workbook({ cells: [HEADER, ...rowsOf(3), HEADER, ...rowsOf(3, 10)] })).place.lastRow).toBe(8);
    expect(
      findTables(workbook({ cells: [HEADER, ...rowsOf(3), [], HEADER, ...rowsOf(3, 10)] }), {})
        .candidates.map((table) => table.place.lastRow)
        .sort(),
    ).toEqual([4, 9]);
  });
  it('keeps rows after blank rows, and leaves a legend out', () => {
    const kept: Cell[][] = [HEADER, ...rowsOf(3), [], [], [], ...rowsOf(2, 10)];
    expect(best(workbook({ cells: kept })).place.lastRow).toBe(9);
    const legend: Cell[][] = [HEADER, ...rowsOf(3), [], [], ['Légende'], ['En retard', 'à relancer']];
    expect(best(workbook({ cells: legend })).place.lastRow).toBe(4);
  });
  it('ends before a table beside it', () => {
    const beside: Cell[][] = [[...HEADER, null, 'Client', 'Email'], ...rowsOf(3).map((row, i) => [...row, null, `Client ${i}`, 'a@b.fr'])];
    const table = best(workbook({ cells: beside }));
    expect(roles(table)).toBe(
      expected('number=N° facture · customer=Client · amount=Montant TTC · issuedOn=Date facture · dueOn=Échéance'),
    );
  });
  it('bridges a blank column in its middle', () => {
    const cells: Cell[][] = [[...HEADER, null, 'Statut', 'Prochaine action'], ...rowsOf(3).map((row) => [...row, null, 'En retard', ''])];
    expect(roles(best(workbook({ cells })))).toContain('nextAction=Prochaine action');
    const split: Cell[][] = [
      ['Facture', 'Client', null, 'Montant', 'Échéance'],
      ['F1', 'A', null, 100, '10/09/2025'],
      ['F2', 'B', null, 100, '10/09/2025'],
    ];
    expect(roles(best(workbook({ cells: split })))).toBe(expected('number=Facture · customer=Client · amount=Montant · dueOn=Échéance'));
  });
  it('has headers over two rows', () => {
    const wrapped: Cell[][] = [
      ['Numéro', 'Client', 'Date', 'Date', 'Montant'],
      ['de facture', '', 'de facture', "d'échéance", 'TTC'],
      ...rowsOf(0),
      ['F1', 'A', '10/08/2025', '10/09/2025', 100],
      ['F2', 'B', '10/08/2025', '10/09/2025', 100],
    ];
    const table = best(workbook({ cells: wrapped }));
    expect(table.place).toMatchObject({ headerRow: 2, firstRow: 3 });
    expect(roles(table)).toBe(
      expected("number=Numéro de facture · customer=Client · issuedOn=Date de facture · dueOn=Date d'échéance · amount=Montant TTC"),
    );
    const grouped: Cell[][] = [
      ['Facture', null, null, null, 'Client', null, 'Paiement', null],
      ['Numéro', 'Date', 'Échéance', 'Montant', 'Nom', 'Email', 'Date', 'Montant'],
      ['F1', '10/08/2025', '10/09/2025', 100.5, 'A SARL', 'a@a.fr', '12/09/2025', 50.25],
      ['F2', '10/08/2025', '10/09/2025', 100.5, 'B SAS', 'b@b.fr', '', ''],
    ];
    const columns = best(workbook({ cells: grouped })).place.columns;
    expect(Object.fromEntries(columns)).toEqual({
      number: 0,
      issuedOn: 1,
      dueOn: 2,
      amount: 3,
      customer: 4,
      email: 5,
      paidOn: 6,
      paidAmount: 7,
    });
  });
  it('is the best of several sheets; own tabs are not looked at; a named sheet is', () => {
    const snapshot = workbook(
      {
        name: 'Paiements',
        cells: [
          ['Facture', 'Client', 'Date', 'Montant'],
          ['F1', 'A', '10/09/2025', 100],
        ],
      },
      { name: 'Factures', cells: [HEADER, ...rowsOf(5)] },
      { name: 'Archive', cells: [HEADER, ...rowsOf(2)] },
    );
    const found = findTables(snapshot, {});
    expect(found.candidates[0]?.place.sheet).toBe('Factures');
    expect(findTables(snapshot, { sheet: 'archive' }).candidates.map((table) => table.place.sheet)).toEqual(['Archive']);
    expect(findTables(snapshot, { ignoreSheets: new Set(['Factures', 'Paiements']) }).candidates.map((table) => table.place.sheet)).toEqual(
      ['Archive'],
    );
    expect(findTables(snapshot, { sheet: 'Nope' }).refusal).toEqual({ kind: 'no-such-sheet', detail: 'Paiements, Factures, Archive' });
  });
  it('is read when it holds no row yet', () => {
    expect(best(workbook({ cells: [HEADER] })).place).toMatchObject({ headerRow: 1, firstRow: 2, lastRow: 1 });
  });
});

describe('the language of the headers', () => {
  it('is theirs, ties going to the sheet and the locale', () => {
    const neutral = 'Client;Date;Total;Notes\nA;2025-09-10;100.00;x\nB;2025-09-10;200.00;y';
    expect(best({ ...csv(neutral), locale: 'fr-FR' }).language).toBe('fr');
    expect(best({ ...csv(neutral), locale: 'en-GB' }).language).toBe('en');
    expect(best(csv(neutral, 'Factures')).language).toBe('fr');
    expect(best({ ...csv(EXPORTS[1]?.sheet as string), locale: 'fr-FR' }).language).toBe('en');
  });
});

describe('what the user bound', () => {
  const snapshot = workbook({
    cells: [
      ['Montant', 'Brut', 'Client', 'Facture', 'Échéance'],
      [100, 120, 'A', 'F1', '10/09/2025'],
      [100, 120, 'B', 'F2', '10/09/2025'],
    ],
  });
  it('wins over every word, and the rest is found', () => {
    const { candidates } = findTables(snapshot, { binding: { sheet: 'Sheet1', headerRow: 1, columns: { amount: 'B' } } });
    expect(Object.fromEntries(candidates[0]?.place.columns ?? [])).toEqual({ amount: 1, customer: 2, number: 3, dueOn: 4 });
    expect(candidates[0]?.passedOver).toBe(0);
  });
  it.each<[string, string, string | null]>([
    [
      'nothing moved',
      'Pièce;Client;Perçu;Échéance;Somme',
      'number=Pièce · customer=Client · paidAmount=Perçu · dueOn=Échéance · amount=Somme',
    ],
    [
      'one inserted at the left',
      'Suivi;Pièce;Client;Perçu;Échéance;Somme',
      'number=Pièce · customer=Client · paidAmount=Perçu · dueOn=Échéance · amount=Somme',
    ],
    [
      'two changed places',
      'Pièce;Client;Somme;Échéance;Perçu',
      'number=Pièce · customer=Client · paidAmount=Perçu · dueOn=Échéance · amount=Somme',
    ],
    [
      'one reworded',
      'Pièce;Client;Encaissé à ce jour;Échéance;Somme',
      'number=Pièce · customer=Client · paidAmount=Encaissé à ce jour · dueOn=Échéance · amount=Somme',
    ],
    ['one taken away: nobody can say', 'Pièce;Client;Échéance;Somme', null],
    ['one inserted that bears the same words: nobody can say', 'Somme;Pièce;Client;Perçu;Échéance;Somme', null],
  ])('bound columns are found again by their words: %s', (_, header, wanted) => {
    const cells = [header.split(';'), ...[1, 2, 3].map((n) => header.split(';').map((word) => valueUnder(word, n)))];
    const binding = {
      sheet: 'Sheet1',
      headerRow: 1,
      columns: { number: 'A', customer: 'B', paidAmount: 'C', dueOn: 'D', amount: 'E' },
      headers: { A: 'Pièce', B: 'Client', C: 'Perçu', D: 'Échéance', E: 'Somme' },
    };
    const [found] = findTables(workbook({ cells }), { binding }).candidates;
    expect(found && found.score === 1000 ? roles(found) : null).toBe(wanted && expected(wanted));
  });

  it('headers over two rows may be bound, those that stand only in the upper row included', () => {
    const cells = [
      ['N°', 'Client', 'Montant', '', 'Échéance'],
      ['', '', 'HT', 'TTC', ''],
      ...[1, 2, 3].map((n) => [`F-${n}`, 'Durand', `${n}00,00`, `${n}20,00`, `0${n}/09/2025`]),
    ];
    const [proposed] = findTables(workbook({ cells }), {}).candidates;
    const columns = { number: 'A', customer: 'B', amountNet: 'C', amount: 'D', dueOn: 'E' };
    const [bound] = findTables(workbook({ cells }), { binding: { sheet: 'Sheet1', headerRow: 2, columns } }).candidates;
    expect(bound?.score).toBe(1000);
    expect(bound?.place).toEqual(proposed?.place);
  });

  it('is given up when the sheet is gone or the row holds no headers any more', () => {
    const moved = { ...snapshot, sheets: [{ name: 'Sheet1', cells: [['Titre'], [], ...(snapshot.sheets[0] as Sheet).cells] }] };
    expect(
      findTables(moved, { binding: { sheet: 'Sheet1', headerRow: 1, columns: { amount: 'B', number: 'D' } } }).candidates[0]?.place
        .headerRow,
    ).toBe(3);
    expect(findTables(snapshot, { binding: { sheet: 'Gone', headerRow: 1, columns: {} } }).candidates).toHaveLength(1);
  });
  it('a role bound to no column stays without', () => {
    const { candidates } = findTables(snapshot, { binding: { sheet: 'Sheet1', headerRow: 1, columns: { number: '' } } });
    expect(candidates[0]?.place.columns.has('number')).toBe(false);
  });
});

describe('what is refused, and what was seen', () => {
  const refusals: readonly [string, string, string, string][] = [
    ['nothing at all', 'empty', 'Sheet1', ''],
    ['blank cells', 'empty', 'Sheet1', ' ; \n ; '],
    [
      'rows without headers',
      'no-header',
      'Sheet1',
      'F1;Client A;100,00;10/09/2025\nF2;Client B;200,00;11/09/2025\nF3;Client C;300,00;12/09/2025',
    ],
    [
      'headers in a language we do not know',
      'no-header',
      'Sheet1',
      'Numer faktury;Nabywca;Kwota;Termin\nF1;Firma A;100,00;10/09/2025\nF2;Firma B;200,00;11/09/2025',
    ],
    ['no amount', 'no-amount', 'Sheet1', 'Facture;Client;Échéance\nF1;A;10/09/2025'],
    ['no date', 'no-date', 'Sheet1', 'Facture;Client;Montant\nF1;A;100,00'],
    [
      'a bank statement',
      'bank-statement',
      'Sheet1',
      'Date;Libellé;Débit;Crédit;Solde\n10/09/2025;VIR SEPA MARTIN;;100,00;1 100,00\n11/09/2025;PRLV EDF;50,00;;1 050,00',
    ],
    [
      'a bank statement in English',
      'bank-statement',
      'Sheet1',
      'Date;Description;Reference;Amount;Balance\n2025-09-10;CARD PAYMENT;A123;-10.00;90.00\n2025-09-11;TRANSFER;B124;20.00;110.00',
    ],
    [
      'a bank statement in German',
      'bank-statement',
      'Sheet1',
      'Buchungstag;Wertstellung;Name;Verwendungszweck;Betrag;Saldo nach Buchung\n10.09.2025;10.09.2025;Klein;Rechnung 12;100,00;1.100,00',
    ],
    [
      'a payroll',
      'payroll',
      'Sheet1',
      'Matricule;Nom;Date;Salaire brut;Net à payer\n12;Durand;31/08/2025;2500,00;1950,00\n13;Petit;31/08/2025;2600,00;2050,00',
    ],
    [
      'a product list',
      'products',
      'Sheet1',
      'Référence;Désignation;Prix;Date;Stock\nA1;Vis;1,20;10/09/2025;100\nA2;Clou;1,30;10/09/2025;50',
    ],
    [
      'sales by product',
      'products',
      'Sheet1',
      'Order ID;Product;Quantity;Date;Amount\nA1;Screw;2;2025-09-10;12.00\nA2;Nail;3;2025-09-11;13.00',
    ],
    [
      'supplier bills',
      'supplier-bills',
      'Sheet1',
      'N° facture;Fournisseur;Date facture;Échéance;Montant TTC\nA1;EDF;10/09/2025;10/10/2025;120,00',
    ],
    [
      'supplier bills in English',
      'supplier-bills',
      'Sheet1',
      'Bill No;Vendor;Date;Due Date;Amount\nA1;Power Co;2025-09-10;2025-10-10;120.00',
    ],
    ['payments', 'payments', 'Encaissements', 'Client;Date;Montant;Mode\nA;10/09/2025;100,00;Virement'],
    ['quotes', 'quotes', 'Sheet1', 'N° devis;Client;Date;Montant;Validité\nD1;A;10/09/2025;100,00;10/10/2025'],
    ['one day and an amount, with nobody named', 'not-invoices', 'Sheet1', 'Due date;Amount;Paid\n2025-09-10;100.00;0.00'],
    ['a recipe', 'not-invoices', 'Sheet1', 'Farine;250 g\nŒufs;3\nLait;50 cl'],
  ];
  it.each(refusals)('%s: %s', (_, kind, name, sheet) => {
    const { candidates, refusal } = findTables(csv(sheet, name), {});
    expect(candidates).toEqual([]);
    expect(refusal?.kind).toBe(kind);
  });
  it('both days and an amount are invoices, though nobody and no number is named: what is pointed at for a figure', () => {
    const { candidates } = findTables(csv('Invoice date;Due date;Amount\n2025-08-11;2025-09-10;100.00'), {});
    expect(candidates).toHaveLength(1);
  });
  it('the refusal names the place', () => {
    expect(findTables(csv('Facture;Client;Montant\nF1;A;100,00', 'Suivi'), {}).refusal?.detail).toBe(
      'Suivi · 1 · Facture | Client | Montant',
    );
  });
});

describe('laws', () => {
  const sheets = EXPORTS.map((one) => lines(one.sheet));
  it('the order of the columns changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EXPORTS.filter((one) => one.tool !== 'QuickBooks, under preface lines')),
        fc.infiniteStream(fc.nat(1000)),
        (one, stream) => {
          const cells = lines(one.sheet);
          const order = (cells[0] as string[])
            .map((_, i) => ({ i, at: stream.next().value as number }))
            .sort((a, b) => a.at - b.at || a.i - b.i);
          const moved = cells.map((row) => order.map(({ i }) => row[i] ?? ''));
          expect(roles(best(workbook({ cells: moved })))).toBe(expected(one.roles));
        },
      ),
      { numRuns: tries(60) },
    );
  });
  it('titles above and blank columns at the left move the table and nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sheets), fc.nat(8), fc.nat(4), (cells, down, right) => {
        const from = best(workbook({ cells }));
        const moved = [
          ...Array.from({ length: down }, (_, i) => (i % 2 === 0 ? ['Titre'] : [])),
          ...cells.map((row) => [...Array<string>(right).fill(''), ...row]),
        ];
        const to = best(workbook({ cells: moved }));
        expect(to.place.headerRow).toBe(from.place.headerRow + down);
        expect([...to.place.columns].map(([role, column]) => [role, column - right]).sort()).toEqual([...from.place.columns].sort());
      }),
      { numRuns: tries(60) },
    );
  });
  it('no role has two columns, no column two roles, whatever the headers', () => {
    const words = [...new Set(sheets.flatMap((cells) => cells[0] as string[]))];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }),
        fc.array(fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 14 }), { maxLength: 6 }),
        (header, rows) => {
          for (const { place } of findTables(workbook({ cells: [header, ...rows] }), {}).candidates) {
            expect(new Set(place.columns.values()).size).toBe(place.columns.size);
            expect(place.lastRow).toBeGreaterThanOrEqual(place.headerRow);
          }
        },
      ),
      { numRuns: tries(150) },
    );
  });
  it('a hundred thousand rows cost no more than a glance', () => {
    const cells: Cell[][] = [HEADER, ...rowsOf(100_000)];
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      expect(best(workbook({ cells })).place.lastRow).toBe(100_001);
      return performance.now() - started;
    });
    // The best of five: other work on the machine is no cost of ours.
    expect(Math.min(...times)).toBeLessThan(200);
  });
  it('the sample tells shares', () => {
    const sheet: Sheet = { name: 'x', cells: [['Oui'], ['Non'], [''], [12.5], ['a@b.fr']] };
    expect(columnEvidence(sheet, 0, [0, 1, 2, 3, 4])).toMatchObject({ filled: 4, yesNo: 0.5, amounts: 0.25, emails: 0.25, decimals: 0.25 });
  });
});
