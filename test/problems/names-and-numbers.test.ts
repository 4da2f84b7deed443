/** Who owes, and which invoice: without both nobody is reminded. */
import { describeKinds } from './kinds.ts';

describeKinds('names and numbers', [
  {
    kind: 'missing-number',
    severity: 'hold',
    row: { number: '' },
    column: 'A',
    found: '',
    message: { fr: 'Pas de numéro de facture sur cette ligne.', en: 'No invoice number on this row.' },
    advice: { fr: 'Indiquez le numéro\u00a0: une relance doit le citer.', en: 'Fill in the number: a reminder must name it.' },
  },
  {
    kind: 'missing-customer',
    severity: 'hold',
    row: { customer: '' },
    column: 'B',
    found: '',
    message: { fr: 'Pas de client sur cette ligne.', en: 'No customer on this row.' },
    advice: { fr: 'Indiquez qui doit.', en: 'Fill in who owes.' },
  },
  {
    kind: 'duplicate-number',
    severity: 'hold',
    row: { number: 'F-1' },
    column: 'A',
    found: 'F-1',
    message: { fr: 'Le numéro «\u00a0F-1\u00a0» est aussi à la ligne 2.', en: 'Number “F-1” is also on row 2.' },
    advice: {
      fr: 'Gardez une des deux lignes, ou corrigez le numéro\u00a0: aucune n’est relancée d’ici là.',
      en: 'Keep one of the two, or correct the number: neither is reminded meanwhile.',
    },
  },
  {
    kind: 'cell-error',
    severity: 'hold',
    row: { customer: { error: '#REF!' } },
    column: 'B',
    found: '#REF!',
    message: { fr: 'La cellule contient l’erreur «\u00a0#REF!\u00a0».', en: 'The cell holds the error “#REF!”.' },
    advice: { fr: 'Réparez la formule de cette cellule.', en: 'Mend the formula in this cell.' },
  },
  {
    kind: 'cell-error',
    severity: 'hold',
    row: { number: '#N/A' },
    column: 'A',
    found: '#N/A',
    message: { fr: 'La cellule contient l’erreur «\u00a0#N/A\u00a0».', en: 'The cell holds the error “#N/A”.' },
    advice: { fr: 'Réparez la formule de cette cellule.', en: 'Mend the formula in this cell.' },
  },
  {
    kind: 'look-alike-number',
    severity: 'notice',
    row: [{ number: 'F2025-0041' }, { number: 'F2025-OO41' }],
    column: 'A',
    found: 'F2025-0041',
    message: {
      fr: 'Le numéro «\u00a0F2025-0041\u00a0» ressemble à «\u00a0F2025-OO41\u00a0».',
      en: 'Number “F2025-0041” looks like “F2025-OO41”.',
    },
    advice: { fr: 'Vérifiez que ce sont bien deux factures.', en: 'Check that these are two invoices.' },
  },
]);
