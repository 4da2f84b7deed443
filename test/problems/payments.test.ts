/** Payments: sources that contradict each other, or that nobody can read, hold their row. */
import { describeKinds } from './kinds.ts';

describeKinds('payments', [
  {
    kind: 'unreadable-payment',
    severity: 'hold',
    row: { fr: { paid: 'acompte' }, en: { paid: 'deposit' } },
    column: 'G',
    found: { fr: 'acompte', en: 'deposit' },
    message: { fr: 'Le paiement «\u00a0acompte\u00a0» est illisible.', en: 'The payment “deposit” cannot be read.' },
    advice: {
      fr: 'Saisissez le montant payé comme un nombre et le jour comme une date.',
      en: 'Type the amount paid as a number and the day as a date.',
    },
  },
  {
    kind: 'unreadable-payment',
    severity: 'hold',
    row: { fr: { paidOn: 'virement' }, en: { paidOn: 'by transfer' } },
    column: 'H',
    found: { fr: 'virement', en: 'by transfer' },
    message: { fr: 'Le paiement «\u00a0virement\u00a0» est illisible.', en: 'The payment “by transfer” cannot be read.' },
    advice: {
      fr: 'Saisissez le montant payé comme un nombre et le jour comme une date.',
      en: 'Type the amount paid as a number and the day as a date.',
    },
  },
  {
    kind: 'payments-contradict',
    severity: 'hold',
    row: { paid: 0, paidOn: '2025-09-12' },
    column: 'G',
    found: '0 · 2025-09-12',
    message: {
      fr: 'Ce qui est payé est dit de deux façons qui diffèrent\u00a0: «\u00a00 · 2025-09-12\u00a0».',
      en: 'What was paid is said in two ways that differ: “0 · 2025-09-12”.',
    },
    advice: {
      fr: 'Corrigez le montant payé, le reste dû ou la date de paiement.',
      en: 'Correct the amount paid, the balance or the payment date.',
    },
  },
  {
    kind: 'status-contradiction',
    severity: 'hold',
    row: { fr: { status: 'Payée', paid: 40, paidOn: '2025-09-12' }, en: { status: 'Paid', paid: 40, paidOn: '2025-09-12' } },
    column: 'I',
    found: { fr: 'Payée', en: 'Paid' },
    message: {
      fr: 'Le statut «\u00a0Payée\u00a0» ne s’accorde pas avec les paiements.',
      en: 'The status “Paid” does not agree with the payments.',
    },
    advice: {
      fr: 'Corrigez la cellule qui se trompe\u00a0: rien n’est envoyé d’ici là.',
      en: 'Correct the cell that is wrong: nothing is sent meanwhile.',
    },
  },
  {
    kind: 'status-contradiction',
    severity: 'hold',
    row: { fr: { status: 'Refusée' }, en: { status: 'Rejected' } },
    column: 'I',
    found: { fr: 'Refusée', en: 'Rejected' },
    message: { fr: 'La facture électronique est marquée «\u00a0Refusée\u00a0».', en: 'The e-invoice is marked “Rejected”.' },
    advice: {
      fr: 'Corrigez la cellule qui se trompe\u00a0: rien n’est envoyé d’ici là.',
      en: 'Correct the cell that is wrong: nothing is sent meanwhile.',
    },
  },
  {
    kind: 'cell-error',
    severity: 'hold',
    row: { paid: { error: '#DIV/0!' } },
    column: 'G',
    found: '#DIV/0!',
    message: { fr: 'La cellule contient l’erreur «\u00a0#DIV/0!\u00a0».', en: 'The cell holds the error “#DIV/0!”.' },
    advice: { fr: 'Réparez la formule de cette cellule.', en: 'Mend the formula in this cell.' },
  },
  {
    kind: 'paid-before-issue',
    severity: 'notice',
    row: { paidOn: '2025-08-01' },
    column: 'H',
    found: '2025-08-01',
    message: {
      fr: 'Le paiement précède la date de facture (01/08/2025 < 20/08/2025).',
      en: 'The payment lies before the invoice date (1 Aug 2025 < 20 Aug 2025).',
    },
    advice: { fr: 'Vérifiez les deux dates.', en: 'Check both dates.' },
  },
  {
    kind: 'overpaid',
    severity: 'notice',
    row: { paid: 120.5, paidOn: '2025-09-12' },
    column: 'G',
    found: '120.5 · 2025-09-12',
    message: { fr: 'On a payé plus que facturé\u00a0: 20,50 EUR de trop.', en: 'More was paid than invoiced: 20.50 EUR too much.' },
    advice: { fr: 'Remboursez, ou imputez sur une autre facture.', en: 'Refund it, or apply it to another invoice.' },
  },
  {
    kind: 'paid-without-date',
    severity: 'notice',
    row: { paid: 40 },
    column: 'H',
    found: '',
    message: {
      fr: 'Payée, mais le jour n’est pas donné\u00a0: laissée hors des moyennes.',
      en: 'Paid, but the day is not given: left out of averages.',
    },
    advice: { fr: 'Indiquez la date de paiement.', en: 'Fill in the payment date.' },
  },
  {
    kind: 'unlinked-credit',
    severity: 'notice',
    row: { amount: -30, due: '' },
    column: 'L',
    found: '',
    message: { fr: 'Cet avoir ne nomme aucune facture.', en: 'This credit note names no invoice.' },
    advice: {
      fr: 'Indiquez la facture qu’il réduit dans une colonne «\u00a0Avoir sur\u00a0».',
      en: 'Name the invoice it reduces in a column “Credit of”.',
    },
  },
  {
    kind: 'unlinked-credit',
    severity: 'notice',
    row: { amount: -30, due: '', creditOf: 'F-77' },
    column: 'L',
    found: 'F-77',
    message: {
      fr: 'Cet avoir nomme «\u00a0F-77\u00a0», absente de la feuille.',
      en: 'This credit note names “F-77”, which is not in the sheet.',
    },
    advice: {
      fr: 'Indiquez la facture qu’il réduit dans une colonne «\u00a0Avoir sur\u00a0».',
      en: 'Name the invoice it reduces in a column “Credit of”.',
    },
  },
  {
    kind: 'disputed-part-paid',
    severity: 'notice',
    row: { fr: { paid: 40, paidOn: '2025-09-12', dispute: 'oui' }, en: { paid: 40, paidOn: '2025-09-12', dispute: 'yes' } },
    column: 'J',
    found: '40 · 2025-09-12',
    message: { fr: 'En litige, et pourtant payée en partie.', en: 'Disputed, yet part of it was paid.' },
    advice: { fr: 'Vérifiez si le litige est réglé.', en: 'Check whether the dispute is settled.' },
  },
]);
