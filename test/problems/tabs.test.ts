/** Lines of our own tabs: a bad one is said, the others apply. */
import { describeKinds } from './kinds.ts';

describeKinds('tabs', [
  {
    kind: 'bad-tab-line',
    severity: 'notice',
    row: {},
    column: 'B',
    found: { fr: 'cinq', en: 'five' },
    message: { fr: '«\u00a0cinq\u00a0»\u00a0: un nombre entier est attendu.', en: '“five”: a whole number is expected.' },
    advice: { fr: 'Corrigez la cellule\u00a0; les autres lignes s’appliquent.', en: 'Correct the cell; the other lines apply.' },
    at: 2,
    sheet: { fr: 'Réglages', en: 'Settings' },
    tabs: {
      fr: [
        {
          name: 'Réglages',
          cells: [
            ['clé', 'valeur'],
            ['minimumInterval', 'cinq'],
            ['company', 'Dupont'],
          ],
        },
      ],
      en: [
        {
          name: 'Settings',
          cells: [
            ['key', 'value'],
            ['minimumInterval', 'five'],
            ['company', 'Smith'],
          ],
        },
      ],
    },
  },
  {
    kind: 'payment-without-invoice',
    severity: 'notice',
    row: {},
    column: null,
    found: 'F-99',
    message: {
      fr: 'Ce paiement nomme la facture «\u00a0F-99\u00a0», absente de la feuille.',
      en: 'This payment names invoice “F-99”, which is not in the sheet.',
    },
    advice: { fr: 'Vérifiez le numéro de facture.', en: 'Check the invoice number.' },
    at: 2,
    sheet: { fr: 'Paiements', en: 'Payments' },
    tabs: {
      fr: [
        {
          name: 'Paiements',
          cells: [
            ['facture', 'client', 'date de paiement', 'montant', 'devise'],
            ['F-99', 'Beta', '2025-09-12', 40, 'EUR'],
          ],
        },
      ],
      en: [
        {
          name: 'Payments',
          cells: [
            ['invoice', 'customer', 'paidOn', 'amount', 'currency'],
            ['F-99', 'Beta', '2025-09-12', 40, 'EUR'],
          ],
        },
      ],
    },
  },
]);
