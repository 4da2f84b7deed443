/** French. */
import type { OwnAhead } from './own-words.ts';

const S = '\u00a0';
const many = (count: number, one: string, more = `${one}s`) => `${count}${S}${Math.abs(count) < 2 ? one : more}`;

export const AHEAD_FR: OwnAhead = {
  paper: {
    lacks: (count) => `À compléter avant l’envoi (${count})`,
    preview: (title) => `Aperçu${S}: ${title}`,
  },
  routes: {
    checked: (source, day) => `${source}, vérifié le ${day}`,
    closed: (count) => `${many(count, 'voie fermée', 'voies fermées')} à cette créance`,
  },
  coming: {
    count: (contacts, customers) => `${many(contacts, 'contact')}, ${many(customers, 'client')}.`,
    todayOn: (day) => `Aujourd’hui, ${day}`,
    on: (weekday, day) => `${weekday} ${day}`,
  },
  ladder: {
    offset: (days) =>
      days === 0
        ? 'le jour de l’échéance'
        : days < 0
          ? `${many(-days, 'jour')} avant l’échéance`
          : `${many(days, 'jour')} après l’échéance`,
    onlySegment: (segment) => `seulement pour les clients «${S}${segment}${S}»`,
    onlyFrom: (amount) => `seulement à partir de ${amount}`,
  },
  backTest: {
    sum: ({ messages, customers, invoices, since }) =>
      `${many(messages, 'message')} à ${many(customers, 'client')}, pour ${many(invoices, 'facture')} depuis le ${since}.`,
    spared: (none, all) => `${none} factures sur ${all} n’auraient reçu aucun message.`,
    at: (days) => (days < 0 ? `${many(-days, 'jour')} avant` : `après ${many(days, 'jour')}`),
    leftOut: (count) =>
      count === 1
        ? '1\u00a0facture payée sans date de paiement ne peut pas être comptée.'
        : `${count}${S}factures payées sans date de paiement ne peuvent pas être comptées.`,
  },
  tabs: {
    see: (tab) => `Voir ${tab}`,
    make: (tab) => `Créer l’onglet ${tab}`,
  },
};
