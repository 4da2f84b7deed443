// The tabs behind the invoices: who the customers are, which payments came in parts, how the house reminds.
import { dateCell, moneyCell } from './cells.mjs';
import { CUSTOMERS } from './customers.mjs';
import { day, iso } from './days.mjs';
import { STRAY_PAYMENT } from './open-book.mjs';

/** Made for these samples: its check digits are right, its bank does not exist. */
const IBAN = 'FR76 9999 9000 0100 0123 4567 809';

const CUSTOMER_WORDS = {
  fr: {
    header: ['Client', 'E-mail', 'Contact', 'Téléphone', 'Langue', 'Type', 'Mode de paiement'],
    consumer: 'particulier',
    public: 'public',
    debit: 'prélèvement',
  },
  en: {
    header: ['Customer', 'Email', 'Contact', 'Phone', 'Language', 'Type', 'Payment method'],
    consumer: 'consumer',
    public: 'public',
    debit: 'direct debit',
  },
};

/** One line per customer: address, language, what it is, how it pays. */
export function customerSheet(lang) {
  const words = CUSTOMER_WORDS[lang];
  const line = (c) => [
    c.name,
    c.email || null,
    c.contact || null,
    c.phone,
    c.language ?? 'fr',
    words[c.type] ?? null,
    words[c.method] ?? null,
  ];
  return {
    name: lang === 'fr' ? 'Clients' : 'Customers',
    headerRow: 1,
    widths: [32, 40, 22, 16, 9, 13, 18],
    rows: [words.header.map((text) => ({ text, style: 'header' })), ...CUSTOMERS.map(line)],
  };
}

/** The payments that came in parts or that the invoice row does not tell, by date; one line names no invoice of the ledger. */
export function paymentSheet(rows, lang) {
  const header =
    lang === 'fr'
      ? ['Facture', 'Client', 'Date de paiement', 'Montant', 'Devise']
      : ['Invoice', 'Customer', 'Paid on', 'Amount', 'Currency'];
  const lines = rows.flatMap((row) =>
    (row.payments ?? []).map(([on, amount]) => ({ number: row.number, customer: row.customer, on, amount })),
  );
  lines.push({ ...STRAY_PAYMENT, on: iso(STRAY_PAYMENT.on) });
  lines.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return {
    name: lang === 'fr' ? 'Paiements' : 'Payments',
    headerRow: 1,
    widths: [14, 32, 17, 14, 9],
    rows: [
      header.map((text) => ({ text, style: 'header' })),
      ...lines.map((l) => [l.number, l.customer, dateCell(day(l.on)), moneyCell(l.amount), 'EUR']),
    ],
  };
}

const SETTINGS = {
  fr: [
    ['société', 'Atelier Morel'],
    ['signature', 'Claire Morel\nAtelier Morel, 3 chemin de la Scierie, Saint-Aubrac-sur-Lange\n04 65 71 20 26'],
    ['iban', IBAN],
    ['bic', 'DEMOFRPP'],
    ['pays', 'FR'],
    ['devise', 'EUR'],
    ['langue', 'fr'],
    ['scénario', 'standard'],
    ['régime', 'FR'],
  ],
  en: [
    ['company', 'Morel Workshop'],
    ['signature', 'Claire Morel\nMorel Workshop, 3 chemin de la Scierie, Saint-Aubrac-sur-Lange\n+33 4 65 71 20 26'],
    ['iban', IBAN],
    ['bic', 'DEMOFRPP'],
    ['country', 'FR'],
    ['currency', 'EUR'],
    ['language', 'en'],
    ['cadence', 'standard'],
    ['regime', 'FR'],
  ],
};

/** What reminders need to know of the house: name, signature, account, country, cadence. */
export function settingSheet(lang) {
  const header = lang === 'fr' ? ['Clé', 'Valeur'] : ['Key', 'Value'];
  return {
    name: lang === 'fr' ? 'Réglages' : 'Settings',
    headerRow: 1,
    widths: [16, 62],
    rows: [
      header.map((text) => ({ text, style: 'header' })),
      ...SETTINGS[lang].map(([key, value]) => [key, { text: value, style: 'wrapped' }]),
    ],
  };
}

const NOTES = {
  fr: [
    'Notes de Claire',
    'Fleurs Corymbe : pas de messagerie, passer à la boutique.',
    'Cévrin : les achats ont leur propre adresse depuis janvier.',
    'Coopérative et Ferme de la Houssette : même comptable, mais deux comptes.',
    'Les lignes sans numéro sûr : demander à Luc avant de relancer.',
    'Comptable : envoyer le fichier avant le 20 de chaque mois.',
  ],
  en: [
    "Claire's notes",
    'Fleurs Corymbe: no e-mail, call at the shop.',
    'Cévrin: purchasing has had its own address since January.',
    'The cooperative and Ferme de la Houssette: one bookkeeper, two accounts.',
    'Lines whose number is in doubt: ask Luke before reminding.',
    'Accountant: send the file before the 20th of each month.',
  ],
};

/** A page of plain words, as people keep beside their figures: no table to find in it. */
export function notesSheet(lang) {
  return { name: 'Notes', widths: [80], rows: NOTES[lang].map((text, i) => [i === 0 ? { text, style: 'title' } : text]) };
}
