import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inCents } from '../../../core/messages/account.ts';
import type { Cell } from '../../../core/workbook.ts';
import { type Around, type Row, reportOf, workbookOf } from '../workbook-of.ts';
import { asked, HOUSE_EN, HOUSE_FR, paperOf, rowsOf, textOf } from './paper-of.ts';

const AS_OF = '2026-09-03';
const FRENCH: Around = { french: true, timeZone: 'Europe/Paris', locale: 'fr-FR' };
const CLIENTS: readonly (readonly Cell[])[] = [
  ['Client', 'Adresse', 'Contact', 'Type', 'Langue'],
  ['Berthier', '45 avenue Jean Jaurès\n69007 Lyon', 'Mme Roux', '', ''],
  ['Lopez', '3 rue Basse\n38000 Grenoble', '', 'particulier', ''],
  ['Brown', '10 High Street\nLeeds LS1 1AA', '', '', 'en'],
  ['Mairie', 'Place de la République\n69003 Lyon', '', 'public', ''],
];
const french = (rows: readonly Row[]) => workbookOf(rows, { ...FRENCH, tabs: { Réglages: HOUSE_FR, Clients: CLIENTS } });
const notice = (row: Row): Row => ({ email: 'a@x.example', last: 'Relance ferme (20/05/2026)', ...row });

/** 6 000 € due in November and 10 000 € partly paid: two half-years, a change of base. */
const BERTHIER: readonly Row[] = [
  notice({ number: 'F2025-0041', customer: 'Berthier', due: '2025-11-30', amount: '6 000,00 €' }),
  notice({
    number: 'F2025-0057',
    customer: 'Berthier',
    due: '2026-04-30',
    amount: '10 000,00 €',
    paid: '2 500,00 €',
    paidOn: '2026-06-15',
  }),
];

describe('every mention a formal notice needs', () => {
  const text = textOf(paperOf(french(BERTHIER), AS_OF, 'formal-notice', 'Berthier').html);
  it.each([
    ['the words', 'Mise en demeure de payer'],
    ['who writes', 'Atelier Morel SARL\n12 rue des Lices\n69005 Lyon\nSIREN 552 100 554 – RCS Lyon'],
    ['to whom', 'Berthier\nMme Roux\n45 avenue Jean Jaurès\n69007 Lyon'],
    ['how it is sent', 'Lettre recommandée avec accusé de réception'],
    ['place and date', 'Lyon, le 3 septembre 2026'],
    ['the invoices in the subject', 'Objet : mise en demeure de payer – factures F2025-0041 et F2025-0057'],
    ['number, issued, due, days, amount, paid, open', 'F2025-0057 | 31/03/2026 | 30/04/2026 | 126 | 10 000,00 € | 2 500,00 € | 7 500,00 €'],
    ['earlier reminders with their day', 'Relance ferme du 20 mai 2026'],
    ['interest: days, base and rate before a part payment', 'F2025-0057 | 01/05/2026 – 15/06/2026 | 46 | 10 000,00 € | 12,15 % | 153,12 €'],
    ['interest: after it', 'F2025-0057 | 16/06/2026 – 30/06/2026 | 15 | 7 500,00 € | 12,15 % | 37,45 €'],
    ['interest: in the next half-year', 'F2025-0057 | 01/07/2026 – 03/09/2026 | 65 | 7 500,00 € | 12,40 % | 165,62 €'],
    ['principal', 'Principal restant dû | 13 500,00 €'],
    ['interest so far', 'Intérêts de retard arrêtés au 3 septembre 2026 | 912,10 €'],
    ['the fee of each invoice', 'Indemnité forfaitaire pour frais de recouvrement (2 × 40,00 €) | 80,00 €'],
    ['the total', 'Total dû | 14 492,10 €'],
    [
      'the demand, in days and as a date',
      'nous vous mettons en demeure de nous régler la somme de 14 492,10 € dans un délai de 8 jours à compter de la date de cette lettre, soit au plus tard le 11 septembre 2026',
    ],
    ['the law of the notice', 'article 1344 du Code civil'],
    ['the law of the interest', 'article L441-10 II du Code de commerce'],
    ['the law of the fee', 'D441-5'],
    ['the account', 'IBAN : FR14 2004 1010 0505 0001 3M02 606'],
    ['the bank', 'BIC : PSSTFRPPLYO'],
    ['what follows', 'injonction de payer (articles 1405 et suivants du Code de procédure civile)'],
    ['who signs', 'Pour Atelier Morel SARL\nClaire Morel\nGérante'],
  ])('%s', (_, mention) => expect(text).toContain(mention));

  it('in English, before English courts', () => {
    const brown = [
      {
        number: 'INV-1',
        customer: 'Brown',
        email: 'b@x.example',
        due: '2026-05-31',
        amount: 5000,
        currency: 'GBP',
        last: 'Firm reminder (20/06/2026)',
      },
    ];
    const tabs = {
      Settings: HOUSE_EN,
      Customers: [
        ['Customer', 'Address'],
        ['Brown', '10 High Street\nLeeds LS1 1AA'],
      ],
    };
    const english = textOf(paperOf(workbookOf(brown, { tabs, locale: 'en-GB' }), AS_OF, 'formal-notice', 'Brown').html);
    for (const mention of [
      'Letter before claim – formal notice to pay',
      'Morel Workshop Ltd\n4 Mill Lane\nBristol BS1 4DJ\nCompany no. 01234567',
      'Brown\n10 High Street\nLeeds LS1 1AA',
      'Bristol, 3 September 2026',
      'INV-1 | 1 May 2026 | 31 May 2026 | 95 | £5,000.00 | £5,000.00',
      'Formal reminder of 20 June 2026',
      'INV-1 | 1 Jun 2026 – 3 Sep 2026 | 95 | £5,000.00 | 11.75 % | £152.91',
      'Fixed compensation for recovery costs (1 × £70.00) | £70.00',
      'pay us the sum of £5,222.91 within 14 days of the date of this letter, that is by 17 September 2026 at the latest',
      'Late Payment of Commercial Debts (Interest) Act 1998',
      'issue a claim in the County Court',
      'paragraphs 13 to 16',
    ])
      expect(english).toContain(mention);
  });

  it('in English under French law, the words mise en demeure stay', () => {
    const text = textOf(
      paperOf(french([notice({ customer: 'Brown', due: '2026-04-30', amount: '100,00 €' })]), AS_OF, 'formal-notice', 'Brown').html,
    );
    expect(text).toContain('Formal notice to pay (mise en demeure)');
    expect(text).toContain('within 8 days');
  });
});

describe('a consumer', () => {
  const paper = paperOf(french([notice({ customer: 'Lopez', due: '2026-04-30', amount: '900,00 €' })]), AS_OF, 'formal-notice', 'Lopez');
  it('never reads of the 40 €, nor of the interest of businesses', () => {
    const text = textOf(paper.html);
    expect(text).not.toMatch(/40,00|40 €|indemnité|L441|D441|pénalité|Banque centrale/i);
    expect(text).toContain('Total dû | 900,00 €');
    expect(text).toContain('médiation de la consommation');
  });
});

it('a public body is told its own law and the administrative court', () => {
  const text = textOf(
    paperOf(french([notice({ customer: 'Mairie', due: '2026-04-30', amount: '900,00 €' })]), AS_OF, 'formal-notice', 'Mairie').html,
  );
  expect(text).toContain('Code de la commande publique');
  expect(text).toContain('tribunal administratif');
  expect(text).not.toContain('injonction de payer');
});

describe('what goes in and what stays out', () => {
  it('only late invoices of that customer, on no other path', () => {
    const rows = [
      ...BERTHIER,
      notice({ number: 'SOON', customer: 'Berthier', due: '2026-09-20' }),
      notice({ number: 'PROM', customer: 'Berthier', due: '2026-04-30', promiseOn: '2026-09-15' }),
      notice({ number: 'LITIGE', customer: 'Berthier', due: '2026-04-30', dispute: 'oui' }),
      notice({ number: 'AUTRE', customer: 'Lopez', due: '2026-04-30' }),
    ];
    const { html } = paperOf(french(rows), AS_OF, 'formal-notice', 'Berthier');
    expect(html).toContain('F2025-0041');
    expect(html).not.toMatch(/SOON|PROM|LITIGE|AUTRE|Lopez/);
  });

  it('no letter about nothing late', () => {
    expect(
      asked(french([notice({ customer: 'Berthier', due: '2026-09-20' })]), AS_OF, [{ kind: 'formal-notice', of: 'Berthier' }]).papers,
    ).toEqual([]);
  });

  it('open credits are taken off the total', () => {
    const rows = [
      ...BERTHIER,
      { number: 'AV1', customer: 'Berthier', email: 'a@x.example', issued: '2026-06-01', due: '2026-06-01', amount: '-500,00 €' },
    ];
    const text = textOf(paperOf(french(rows), AS_OF, 'formal-notice', 'Berthier').html);
    expect(text).toContain('À déduire : crédits à votre compte (AV1) | -500,00 €');
    expect(text).toContain('Total dû | 13 992,10 €');
  });

  it('a contested part is set apart', () => {
    const row = notice({
      number: 'F9',
      customer: 'Berthier',
      due: '2026-04-30',
      amount: '1 000,00 €',
      dispute: 'oui',
      disputed: '200,00 €',
    });
    const text = textOf(paperOf(french([row]), AS_OF, 'formal-notice', 'Berthier').html);
    expect(text).toContain('Principal restant dû | 800,00 €');
    expect(text).toContain('La part que vous contestez n’est pas réclamée');
  });

  it('cells are shown as text, whatever they hold', () => {
    const evil = '<img src=x onerror=alert(1)> "&\'';
    const rows = [notice({ number: evil, customer: `Berthier ${evil}`, due: '2026-04-30', amount: '10,00 €' })];
    const { html, title, fileName } = paperOf(french(rows), AS_OF, 'formal-notice', `Berthier ${evil}`);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;&amp;&#39;');
    expect(html).not.toMatch(/<script|src="http|url\(/);
    expect(title).toContain('Berthier');
    expect(fileName).toMatch(/^[a-z0-9-]+$/);
  });
});

describe('what a paper lacks is said, with where to fill it', () => {
  it('nothing, once the house and the customer are known', () => {
    expect(paperOf(french(BERTHIER), AS_OF, 'formal-notice', 'Berthier').lacks).toEqual([]);
  });
  it('everything, in a bare workbook', () => {
    const bare = workbookOf([{ customer: 'Berthier', email: 'a@x.example', due: '2026-04-30', amount: '10,00 €' }], FRENCH);
    const { lacks } = paperOf(bare, AS_OF, 'formal-notice', 'Berthier');
    const all = lacks.map(({ text }) => text).join('\n');
    for (const word of [
      'Société',
      'Adresse de la société',
      'Ville de la société',
      'SIREN',
      'Signature',
      'IBAN',
      'colonne Adresse de l’onglet Clients',
      'Aucune relance datée',
    ])
      expect(all).toContain(word);
    const english = paperOf(bare, AS_OF, 'formal-notice', 'Berthier', 'en')
      .lacks.map(({ text }) => text)
      .join('\n');
    expect(english).toContain('fill in “Company address” in the Settings tab');
  });
});

describe('figures', () => {
  const cents = (text: string) => Math.round(Number(text.replace(/[^\d,-]/g, '').replace(',', '.')) * 100);

  it('are those of the report, invoice by invoice, and the lines add up, with 1 and with 60 invoices', () => {
    for (const count of [1, 60]) {
      const rows = Array.from({ length: count }, (_, k) =>
        notice({
          number: `F-${k + 1}`,
          customer: 'Berthier',
          due: `202${k % 2 === 0 ? 5 : 4}-${String((k % 12) + 1).padStart(2, '0')}-15`,
          amount: `${(k * 137.41 + 12.34).toFixed(2).replace('.', ',')} €`,
        }),
      );
      const workbook = french(rows);
      const printed = rowsOf(paperOf(workbook, AS_OF, 'formal-notice', 'Berthier').html);
      const { invoices } = reportOf(workbook, AS_OF);
      let interest = 0;
      let open = 0;
      let fees = 0;
      for (const invoice of invoices) {
        const stretches = printed.filter((row) => row[4]?.endsWith('%') && row[0] === invoice.number);
        expect(stretches.reduce((sum, row) => sum + cents(row[5] as string), 0)).toBe(Math.round((invoice.interest as number) * 100));
        expect(stretches.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(invoice.daysLate);
        interest += Math.round((invoice.interest as number) * 100);
        open += Math.round((invoice.open as number) * 100);
        fees += Math.round((invoice.recoveryFee as number) * 100);
      }
      const sums = printed.filter((row) => row.length === 2).map((row) => cents(row[1] as string));
      expect(sums).toEqual([open, interest, fees, open + interest + fees]);
    }
  });

  it('law: lines in whole cents add up to the total, each less than a cent from its exact value', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 40 }), (exacts) => {
        const total = Math.floor(exacts.reduce((sum, exact) => sum + exact, 0) + 0.5);
        const lines = inCents(
          exacts.map((exact) => ({ exact })),
          total,
        );
        expect(lines.reduce((sum, { minor }) => sum + minor, 0)).toBe(total);
        for (const [at, { minor }] of lines.entries()) expect(Math.abs(minor - (exacts[at] as number))).toBeLessThan(1.001);
      }),
    );
  });
});
