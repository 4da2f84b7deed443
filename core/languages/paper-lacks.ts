/** What a paper lacks to be complete, and where to fill it: told to the user beside the preview, never printed. */
import type { LanguageCode } from './language.ts';

export interface PaperLacks {
  /** A setting is empty: `key` and `tab` as the user reads them. */
  setting(what: 'company' | 'address' | 'city' | 'id' | 'account' | 'signature', key: string, tab: string): string;
  customerAddress(customer: string, column: string, tab: string): string;
  readonly noEarlier: string;
  readonly provisional: string;
  shortNotice(days: number, usual: number): string;
  blocked(message: string, advice: string): string;
  leftOut(numbers: string): string;
}

const C = '\u00a0: ';

const WHAT_FR = {
  company: 'Le nom de votre société manque',
  address: 'L’adresse de votre société manque',
  city: 'La ville d’où la lettre est datée manque',
  id: 'Le numéro d’identification de votre société (SIREN) manque',
  account: 'Aucun compte ni lien de paiement n’est indiqué',
  signature: 'Le nom du signataire manque',
};
const WHAT_EN = {
  company: 'Your company’s name is missing',
  address: 'Your company’s address is missing',
  city: 'The town from which the letter is dated is missing',
  id: 'Your company’s registration number is missing',
  account: 'No account to pay to and no payment link is given',
  signature: 'The signatory’s name is missing',
};

export const PAPER_LACKS: Readonly<Record<LanguageCode, PaperLacks>> = {
  fr: {
    setting: (what, key, tab) => `${WHAT_FR[what]}${C}remplissez «\u00a0${key}\u00a0» dans l’onglet ${tab}.`,
    customerAddress: (customer, column, tab) => `L’adresse de ${customer} manque${C}remplissez la colonne ${column} de l’onglet ${tab}.`,
    noEarlier: 'Aucune relance datée n’est connue pour ces factures\u00a0: la lettre n’en cite aucune.',
    provisional: 'Un taux appliqué est provisoire\u00a0: vérifiez-le dans l’onglet Réglages avant d’envoyer.',
    shortNotice: (days, usual) =>
      `La lettre laisse ${days}\u00a0jours\u00a0; l’usage devant ces juridictions est de ${usual}\u00a0jours (réglage «\u00a0Délai de mise en demeure\u00a0»).`,
    blocked: (message, advice) => `À régler avant d’envoyer${C}${message} ${advice}`,
    leftOut: (numbers) =>
      `Ces factures ne figurent pas dans la lettre, car elles ne sont pas en retard ou suivent une autre voie${C}${numbers}.`,
  },
  en: {
    setting: (what, key, tab) => `${WHAT_EN[what]}: fill in “${key}” in the ${tab} tab.`,
    customerAddress: (customer, column, tab) => `The address of ${customer} is missing: fill in the ${column} column of the ${tab} tab.`,
    noEarlier: 'No dated reminder is known for these invoices: the letter quotes none.',
    provisional: 'A rate applied is provisional: check it in the Settings tab before sending.',
    shortNotice: (days, usual) => `The letter gives ${days} days; before these courts ${usual} days are usual (setting “Notice days”).`,
    blocked: (message, advice) => `To settle before sending: ${message} ${advice}`,
    leftOut: (numbers) => `These invoices are not in the letter, for they are not late or follow another path: ${numbers}.`,
  },
};
