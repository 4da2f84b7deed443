/** Sheets with a row per item sold, and the doubts that must stay doubts: the same number twice where no item explains it. */
import { describe, expect, it } from '@jest/globals';
import { csvFile, expectRefusal, type Row, reportOn } from './export-file.ts';

const AS_OF = '2025-09-17';
const cells = (text: string): Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.trim()));
const read = (text: string) => {
  const { invoices, kpis, problems, notices } = reportOn('export.csv', csvFile(cells(text)), AS_OF);
  return {
    invoices: invoices.map((invoice) => `${invoice.row} ${invoice.number} ${invoice.amount} ${invoice.severity ?? 'sure'}`),
    outstanding: kpis[0]?.outstanding,
    held: problems.filter((problem) => problem.severity === 'hold').map((problem) => `${problem.row} ${problem.kind}`),
    lines: notices.find((notice) => notice.kind === 'line-items')?.message ?? null,
  };
};

describe('a row per item', () => {
  it('the total repeated on each line is one total', () => {
    expect(
      read(`
Invoice Number;Customer;Invoice Date;Due Date;Total;Item Name;Quantity;Item Price
INV-1;Acme;2025-08-01;2025-08-31;300.00;Camera;1;200.00
INV-1;Acme;2025-08-01;2025-08-31;300.00;Lens;2;50.00
INV-2;Globex;2025-08-03;2025-09-02;50.00;Lens;1;50.00`),
    ).toEqual({
      invoices: ['2 INV-1 300 sure', '4 INV-2 50 sure'],
      outstanding: 350,
      held: [],
      lines: expect.stringMatching(/each invoice is read once \(further rows left out: 1\)/),
    });
  });
  it('the total on the first line only', () => {
    expect(
      read(`
Invoice Number;Customer;Invoice Date;Due Date;Total;Item Name;Quantity;Item Price
INV-1;Acme;2025-08-01;2025-08-31;300.00;Camera;1;200.00
INV-1;;;;;Lens;2;50.00
INV-2;Globex;2025-08-03;2025-09-02;50.00;Lens;1;50.00`),
    ).toMatchObject({ invoices: ['2 INV-1 300 sure', '4 INV-2 50 sure'], outstanding: 350, held: [] });
  });
  it('only the lines have totals: an invoice is their sum', () => {
    expect(
      read(`
Invoice Number;Customer;Invoice Date;Due Date;Item;Quantity;Rate;Line Total
INV-1;Acme;2025-08-01;2025-08-31;Camera;1;200.00;200.00
INV-1;Acme;2025-08-01;2025-08-31;Lens;2;50.00;100.00
INV-1;Acme;2025-08-01;2025-08-31;Lens;2;50.00;100.00
INV-2;Globex;2025-08-03;2025-09-02;Lens;1;50.00;50.00`),
    ).toMatchObject({ invoices: ['2 INV-1 400 sure', '5 INV-2 50 sure'], outstanding: 450, held: [] });
  });
  it('quantity times price is the amount: they are line totals under another name', () => {
    expect(
      read(`
Facture;Client;Date;Échéance;Désignation;Quantité;Prix unitaire;Montant TTC
F-1;A SARL;2025-08-01;2025-08-31;Caméra;1;200.00;240.00
F-1;A SARL;2025-08-01;2025-08-31;Objectif;2;50.00;120.00
F-2;B SAS;2025-08-03;2025-09-02;Objectif;1;50.00;60.00`),
    ).toMatchObject({ invoices: ['2 F-1 360 sure', '4 F-2 60 sure'], outstanding: 420, held: [] });
  });
  it('another total, another customer, another day, rows apart: doubts, summed and held', () => {
    const header = 'Invoice Number;Customer;Invoice Date;Due Date;Total;Item Name;Quantity';
    const first = 'INV-1;Acme;2025-08-01;2025-08-31;300.00;Camera;1';
    for (const second of [
      'INV-1;Acme;2025-08-01;2025-08-31;310.00;Lens;2',
      'INV-1;Globex;2025-08-01;2025-08-31;300.00;Lens;2',
      'INV-1;Acme;2025-08-02;2025-08-31;300.00;Lens;2',
    ])
      expect(read(`${header}\n${first}\n${second}`).held).toEqual(['2 duplicate-number', '3 duplicate-number']);
    expect(read(`${header}\n${first}\nINV-2;Acme;2025-08-01;2025-08-31;10.00;Lens;1\n${first}`)).toMatchObject({
      outstanding: 610,
      held: ['2 duplicate-number', '4 duplicate-number'],
      lines: null,
    });
  });
  it('without a column of items the same row twice stays a doubt', () => {
    expect(
      read(`
Invoice Number;Customer;Invoice Date;Due Date;Total;Description
INV-1;Acme;2025-08-01;2025-08-31;300.00;Camera
INV-1;Acme;2025-08-01;2025-08-31;300.00;Camera`),
    ).toEqual({
      invoices: ['2 INV-1 300 hold', '3 INV-1 300 hold'],
      outstanding: 600,
      held: ['2 duplicate-number', '3 duplicate-number'],
      lines: null,
    });
  });
  it('the price of a piece is no invoice once somebody buys two', () => {
    const lines = (quantity: number) =>
      csvFile(
        cells(`*ContactName;*InvoiceNumber;*InvoiceDate;*DueDate;*Description;*Quantity;*UnitAmount;*AccountCode;*TaxType
Acme;INV-1;2025-08-01;2025-08-31;Camera;${quantity};200.00;200;20%
Globex;INV-2;2025-08-01;2025-08-31;Lens;1;50.00;200;20%`),
      );
    expect(reportOn('xero.csv', lines(1), AS_OF).kpis[0]?.outstanding).toBe(250);
    expectRefusal('xero.csv', lines(2), /No column of amounts/);
  });
  it('Shopify lists orders', () => {
    expectRefusal(
      'orders_export.csv',
      csvFile(
        cells(`Name;Email;Financial Status;Paid at;Fulfillment Status;Currency;Subtotal;Shipping;Taxes;Total;Created at;Lineitem quantity;Lineitem name;Lineitem price;Billing Name;Payment Method;Outstanding Balance;Id
#1001;a@a.example;paid;2025-08-01 10:00:00 +0200;fulfilled;EUR;100.00;5.00;20.00;125.00;2025-08-01 09:00:00 +0200;1;Lamp;100.00;Ann;card;0.00;501
#1002;b@b.example;pending;;unfulfilled;EUR;50.00;5.00;10.00;65.00;2025-08-02 09:00:00 +0200;1;Lamp;50.00;Bob;manual;65.00;502`),
      ),
      /products or orders/,
    );
  });
});

describe('two columns for one amount', () => {
  it('paid and left, without a total, are the invoice', () => {
    expect(
      read(`
Invoice;Customer;Date;Due date;Paid;Due
INV-1;Acme;2025-08-01;2025-08-31;100.00;0.00
INV-2;Globex;2025-08-13;2025-09-02;20.00;30.00
INV-3;Initech;2025-08-14;2025-09-03;;70.00`),
    ).toMatchObject({ invoices: ['2 INV-1 100 notice', '3 INV-2 50 notice', '4 INV-3 70 sure'], outstanding: 100, held: [] });
  });
  it('what is due shrinks, or stays whole, as it is paid: the payments tell', () => {
    const header = 'Number;Customer;Created (UTC);Due Date (UTC);Amount Due;Amount Paid;Status';
    const shrinks = read(`${header}\nA-1;Acme;2025-08-01;2025-08-31;0.00;100.00;paid\nA-2;Globex;2025-08-13;2025-09-02;80.00;0.00;open`);
    const stays = read(`${header}\nA-1;Acme;2025-08-01;2025-08-31;100.00;100.00;paid\nA-2;Globex;2025-08-13;2025-09-02;80.00;0.00;open`);
    expect(shrinks).toEqual(stays);
    expect(stays).toMatchObject({ invoices: ['2 A-1 100 notice', '3 A-2 80 sure'], outstanding: 80 });
  });
  it('the credit side of an account is a credit', () => {
    expect(
      read(`
Code tiers;Intitulé;N° pièce;Date pièce;Échéance;Débit;Crédit
C1;A SARL;FA1;2025-08-01;2025-08-31;100.00;
C1;A SARL;AV2;2025-08-15;2025-08-15;;40.00
C2;B SAS;FA3;2025-08-17;2025-09-16;60.00;10.00`),
    ).toMatchObject({ outstanding: 110, held: [] });
  });
});
