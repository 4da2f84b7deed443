/** Français. */
import type { OwnActs } from './own-words.ts';

const S = '\u00a0';

export const ACTS_FR: OwnActs = {
  toldCall: (outcome) => `Appel noté (${outcome.toLowerCase()})`,
  cardOf: (customer) => `Fiche client${S}: ${customer}`,

  which: (count, amount) => `Factures concernées (${count})${amount === '' ? '' : `, ${amount}`}`,
  amountAll: (amount) => `tout${S}: ${amount}`,

  call: {
    ask: (contact) => `Demander ${contact}`,
  },
  plan: {
    line: (n) => `Échéance ${n}`,
    lineDay: (n) => `Échéance ${n}, date`,
    lineAmount: (n) => `Échéance ${n}, montant`,
    remove: (n) => `Retirer l’échéance ${n}`,
    whole: (sum) => `Le compte y est${S}: ${sum}.`,
    short: (missing, open) => `Il manque ${missing} sur ${open}.`,
    over: (extra, open) => `${extra} de trop pour ${open}.`,
  },

  result: {
    notPrepared: (count) => (count > 1 ? `${count} messages n’ont pas été préparés${S}:` : `Un message n’a pas été préparé${S}:`),
  },
  week: {
    title: (count) => `Cette semaine (${count})`,
    late: (day) => `en retard, ${day}`,
    more: (count) => (count > 1 ? `Voir les ${count} autres` : 'Voir l’autre'),
  },
  customer: {
    overdue: (amount) => `dont ${amount} en retard`,
    credits: (amount) => `${amount} de crédits non imputés`,
    open: (count) => `Factures ouvertes (${count})`,
    closed: (count) => `Autres factures (${count})`,
  },
};
