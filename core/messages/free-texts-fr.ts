/** Les messages hors de l'échelle, en français : suite d'appel, remerciement, relevé de compte, confirmation d'échéancier. */
import type { FreeTexts } from './free-texts.ts';
import { COLON } from './phrases-fr.ts';

export const FREE_TEXTS_FR: FreeTexts = {
  afterCall: {
    subject: (numbers) => `Suite à notre échange téléphonique${numbers === '' ? '' : `${COLON}${numbers}`}`,
    opening: (calledOn, outcome) =>
      outcome === 'voicemail' || outcome === 'wrong-contact'
        ? `Nous avons cherché à vous joindre par téléphone le ${calledOn}, sans succès.`
        : `Merci pour notre échange téléphonique du ${calledOn}.`,
    about: (count) =>
      count === 1
        ? `Pour mémoire, il s’agit de la facture suivante${COLON.trimEnd()}`
        : `Pour mémoire, il s’agit des ${count} factures suivantes${COLON.trimEnd()}`,
    promised: (on, amount) =>
      `Vous nous avez annoncé un règlement${amount === '' ? '' : ` de ${amount}`} pour le ${on}\u00a0; nous comptons dessus et vous en remercions.`,
    next: (outcome) => {
      switch (outcome) {
        case 'promise':
          return 'Si cette date devait changer, merci de nous prévenir en répondant à ce message.';
        case 'dispute':
          return 'Vous nous avez fait part d’un désaccord. Merci de nous le préciser par écrit, avec les pièces utiles, en réponse à ce message\u00a0: nous l’examinerons sans attendre.';
        case 'asks-for-copy':
          return 'Vous nous avez demandé une copie\u00a0: vous la trouverez avec ce message. Merci de nous indiquer ensuite la date de règlement prévue.';
        case 'in-payment-run':
          return 'Vous nous avez indiqué que le règlement est en cours. Merci de nous confirmer la date à laquelle il sera émis.';
        case 'wrong-contact':
          return 'Pourriez-vous transmettre ce message à la personne chargée des règlements, ou nous donner ses coordonnées\u00a0?';
        case 'voicemail':
          return 'Pourriez-vous nous rappeler, ou nous indiquer par retour la date de règlement prévue\u00a0?';
        case 'reached':
        case null:
          return 'Merci de nous confirmer par retour la date de règlement prévue.';
        default:
          return outcome satisfies never;
      }
    },
  },
  thankYou: {
    subject: (total) => `Merci pour votre règlement de ${total}`,
    received: (amount, on, numbers) =>
      `Nous avons bien reçu votre règlement de ${amount}${on === '' ? '' : ` le ${on}`}${numbers === '' ? '' : ` (${numbers})`} et vous en remercions.`,
    receivedSeveral: (total) => `Nous avons bien reçu vos règlements, ${total} au total, et vous en remercions${COLON.trimEnd()}`,
    settled: (count) => (count === 1 ? 'Cette facture est soldée.' : 'Ces factures sont soldées.'),
    stillOpen: `Pour information, il reste à régler${COLON.trimEnd()}`,
  },
  statement: {
    subject: (day) => `Relevé de compte au ${day}`,
    opening: (day) => `Voici la situation de votre compte chez nous au ${day}.`,
    nothing: 'Aucune facture n’est ouverte à ce jour.',
    total: 'Total des factures ouvertes',
    overdue: 'Dont échu',
    credits: 'Avoirs et trop-perçus non imputés',
    net: 'Solde après avoirs',
    oldest: 'Plus ancienne échéance',
    ask: 'Si ce relevé ne correspond pas à vos comptes, répondez à ce message en nous signalant l’écart\u00a0: nous le vérifierons avec vous.',
  },
  plan: {
    subject: (numbers) => `Confirmation de votre échéancier${numbers === '' ? '' : `${COLON}${numbers}`}`,
    opening: (count, total) =>
      count === 1
        ? `Comme convenu, la somme de ${total} sera réglée selon l’échéance ci-dessous.`
        : `Comme convenu, la somme de ${total} sera réglée en ${count} échéances, aux dates ci-dessous.`,
    columns: { rank: 'Échéance', on: 'Date', amount: 'Montant' },
    part: (rank, on, amount) => `Échéance ${rank}, le ${on}${COLON}${amount}`,
    total: 'Total',
    invoices: (count) => (count === 1 ? `Facture concernée${COLON.trimEnd()}` : `Factures concernées${COLON.trimEnd()}`),
    counterpart: (text) => `En contrepartie${COLON}${text}`,
    rule: 'Tant que ces échéances sont respectées, nous ne vous relancerons pas pour ces factures. Une échéance manquée rend l’ensemble du solde de nouveau exigible.',
    ask: 'Merci de nous confirmer votre accord en répondant à ce message.',
  },
};
