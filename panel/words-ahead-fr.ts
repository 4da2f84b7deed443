/** French. */
import type { AheadWords } from './words-ahead.ts';

const S = '\u00a0';
const many = (count: number, one: string, more = `${one}s`) => `${count}${S}${Math.abs(count) < 2 ? one : more}`;

export const AHEAD_FR: AheadWords = {
  paper: {
    show: { 'formal-notice': 'Voir la lettre', evidence: 'Dossier de preuves', statement: 'Relevé de compte' },
    ofCustomer: 'Papiers de ce client',
    lacks: (count) => `À compléter avant l’envoi (${count})`,
    fill: 'Remplir',
    print: 'Imprimer',
    save: 'Enregistrer dans un fichier',
    hide: 'Masquer',
    preview: (title) => `Aperçu${S}: ${title}`,
    none: 'Il n’y aurait rien dedans\u00a0: aucune facture de ce client n’est ouverte, ou aucune n’est en retard et relancée.',
    savedThenPrint: 'Ouvrez le fichier enregistré pour l’imprimer ou en faire un PDF.',
  },
  routes: {
    title: 'Ce que vous pouvez faire maintenant',
    claim: 'Créance',
    interest: 'Pénalités de retard',
    fee: 'Indemnité de recouvrement',
    limitation: {
      unknown: 'Temps pour agir',
      far: 'Temps pour agir',
      near: 'Il reste peu de temps pour agir',
      passed: 'Le délai pour agir est passé',
    },
    why: 'Pourquoi',
    fits: 'Convient quand',
    needs: 'Ce qu’il faut',
    cost: 'Coût',
    delay: 'Durée',
    source: 'Source',
    checked: (source, day) => `${source}, vérifié le ${day}`,
    closed: (count) => `${many(count, 'voie fermée', 'voies fermées')} à cette créance`,
    noAdvice: 'À titre d’information\u00a0: ce n’est pas un conseil juridique.',
  },
  coming: {
    open: 'Ce qui vient',
    title: 'Les 14 prochains jours',
    back: 'Retour à À faire',
    lead: 'Qui il faudra contacter si personne ne paie et si chaque étape est faite à son jour.',
    count: (contacts, customers) => `${many(contacts, 'contact')}, ${many(customers, 'client')}.`,
    none: 'Personne à contacter dans les 14 prochains jours.',
    todayOn: (day) => `Aujourd’hui, ${day}`,
    weekdays: ['Dimanche', 'Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi'],
    on: (weekday, day) => `${weekday} ${day}`,
    toSettle: 'À régler d’ici là',
  },
  ladder: {
    title: 'Étapes de relance',
    help: 'Ce qui arrive à une facture en retard, et quand. Chaque étape attend que la précédente soit faite.',
    offset: (days) =>
      days === 0
        ? 'le jour de l’échéance'
        : days < 0
          ? `${many(-days, 'jour')} avant l’échéance`
          : `${many(days, 'jour')} après l’échéance`,
    onlySegment: (segment) => `seulement pour les clients «${S}${segment}${S}»`,
    onlyFrom: (amount) => `seulement à partir de ${amount}`,
    change: 'Choisir d’autres étapes',
    compare: 'Comparer avec d’autres étapes',
  },
  backTest: {
    lead: 'Vos factures passées sont rejouées avec deux jeux d’étapes. Rien n’est envoyé et rien n’est écrit.',
    first: 'Comparer',
    second: 'avec',
    go: 'Comparer',
    sum: ({ messages, customers, invoices, since }) =>
      `${many(messages, 'message')} à ${many(customers, 'client')}, pour ${many(invoices, 'facture')} depuis le ${since}.`,
    spared: (none, all) => `${none} factures sur ${all} n’auraient reçu aucun message.`,
    at: (days) => (days < 0 ? `J−${-days}` : `J+${days}`),
    stage: 'Étape',
    messages: 'Messages',
    customers: 'Clients',
    paidBefore: 'Payées avant',
    paidBeforeHelp:
      'Payées avant\u00a0: la part des factures qui ont été payées avant que l’étape n’arrive. Si elle est élevée, l’étape peut venir plus tard.',
    leftOut: (count) =>
      count === 1
        ? '1\u00a0facture payée sans date de paiement ne peut pas être comptée.'
        : `${count}${S}factures payées sans date de paiement ne peuvent pas être comptées.`,
    nothing: 'Il n’y a pas de facture avec une échéance sur laquelle revenir.',
  },
  tabs: {
    title: 'Vos propres règles, dans votre classeur',
    help: 'Tout le reste se règle en tapant dans des onglets de votre classeur. Un onglet est créé avec ce qui vaut déjà\u00a0: le créer ne change rien.',
    holds: {
      settings: 'Votre société, son adresse, son compte bancaire, la signature\u00a0; les délais, le pays, la langue.',
      cadence: 'Les étapes de relance\u00a0: combien de jours après l’échéance, par e-mail, appel ou lettre.',
      templates: 'Les textes de vos messages, avec vos propres mots.',
      customers: 'Les adresses, les interlocuteurs, les langues, et les étapes de chaque client.',
      payments: 'Les paiements reçus, quand une facture est payée en plusieurs fois.',
      plans: 'Les paiements en plusieurs fois qui ont été convenus.',
      journal: 'Tout ce qui a été fait\u00a0: brouillons, appels, lettres, promesses.',
    },
    comesBy: { plans: 'Se crée avec le premier échéancier.', journal: 'Se crée avec la première action.' },
    see: (tab) => `Voir ${tab}`,
    make: (tab) => `Créer l’onglet ${tab}`,
    filled: {
      settings: 'Il contiendra chaque réglage, sa valeur et ce qu’il veut dire.',
      cadence: 'Il contiendra les cinq jeux d’étapes existants, à changer ligne par ligne.',
      templates: 'Il contiendra nos textes dans les deux langues, à réécrire.',
      customers: 'Il contiendra vos clients avec ce que vos factures disent d’eux.',
      payments: 'Il sera vide\u00a0: une ligne par paiement.',
    },
    confirmFirst: 'Confirmez d’abord ce qui a été compris de vos factures.',
    made: 'L’onglet est là. Tapez par-dessus ce qu’il dit\u00a0: cela compte dès la prochaine actualisation.',
    making: 'Création de l’onglet…',
  },
};
