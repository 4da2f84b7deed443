/** What each of our tabs holds, and how it comes to be: read in the panel before one is made. */
import type { TabId } from '../tabs/tab-shapes.ts';
import type { LanguageCode } from './language.ts';

export interface TabWords {
  readonly holds: string;
  /** What it is filled with when it is made; or when the tabs that make themselves do. */
  readonly comes: string;
}

export const HOUSE_WORDS: Readonly<Record<LanguageCode, Readonly<Record<TabId, TabWords>>>> = {
  en: {
    settings: {
      holds: 'Your company, address, bank account, signature; delays, country, language.',
      comes: 'It will list every setting, its value and what it means.',
    },
    cadence: {
      holds: 'The reminder steps: how many days after the due date, by e-mail, call or letter.',
      comes: 'It will hold the five sets of steps there are, to be changed line by line.',
    },
    templates: {
      holds: 'The texts of your messages, in your own words.',
      comes: 'It will hold our texts in both languages, to be reworded.',
    },
    customers: {
      holds: 'Addresses, contacts, languages, credit limits, and the steps of each customer.',
      comes: 'It will list your customers with what your invoices say of them.',
    },
    payments: {
      holds: 'Payments received, when one invoice is paid in several goes.',
      comes: 'It will be empty: one line for each payment.',
    },
    plans: { holds: 'Payments by instalments that were agreed.', comes: 'Creates itself with the first plan.' },
    journal: {
      holds: 'All that was done: drafts, calls, letters, promises.',
      comes: 'Creates itself with the first thing done.',
    },
  },
  fr: {
    settings: {
      holds: 'Votre société, son adresse, son compte bancaire, la signature\u00a0; les délais, le pays, la langue.',
      comes: 'Il contiendra chaque réglage, sa valeur et ce qu’il veut dire.',
    },
    cadence: {
      holds: 'Les étapes de relance\u00a0: combien de jours après l’échéance, par e-mail, appel ou lettre.',
      comes: 'Il contiendra les cinq jeux d’étapes existants, à changer ligne par ligne.',
    },
    templates: {
      holds: 'Les textes de vos messages, avec vos propres mots.',
      comes: 'Il contiendra nos textes dans les deux langues, à réécrire.',
    },
    customers: {
      holds: 'Les adresses, les interlocuteurs, les langues, les plafonds, et les étapes de chaque client.',
      comes: 'Il contiendra vos clients avec ce que vos factures disent d’eux.',
    },
    payments: {
      holds: 'Les paiements reçus, quand une facture est payée en plusieurs fois.',
      comes: 'Il sera vide\u00a0: une ligne par paiement.',
    },
    plans: { holds: 'Les paiements en plusieurs fois qui ont été convenus.', comes: 'Se crée avec le premier échéancier.' },
    journal: {
      holds: 'Tout ce qui a été fait\u00a0: brouillons, appels, lettres, promesses.',
      comes: 'Se crée avec la première action.',
    },
  },
};
