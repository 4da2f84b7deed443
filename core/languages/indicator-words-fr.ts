/** Les chiffres du poste clients, en français. */
import type { IndicatorWords } from './indicator-words.ts';

export const INDICATORS_FR: IndicatorWords = {
  outstanding: {
    label: 'Encours clients',
    means: 'Tout ce que les clients doivent ce jour-là, moins les crédits pas encore imputés sur une facture.',
  },
  overdue: { label: 'Échu', means: 'Ce qui est dû sur les factures dont l’échéance est passée d’un jour au moins.' },
  notDue: { label: 'Non échu', means: 'Ce qui est dû sur les factures dont l’échéance n’est pas passée.' },
  undated: { label: 'Sans échéance', means: 'Ce qui est dû sur les factures sans échéance\u00a0: nul ne peut dire si c’est en retard.' },
  unapplied: { label: 'Crédits non imputés', means: 'Avoirs et trop-perçus qu’aucune facture n’a encore absorbés.' },
  aging: { label: 'Balance âgée', means: 'Ce qui est dû, selon le nombre de jours de retard.' },
  dsoSplit: {
    label: 'De quoi le DSO est fait',
    means: 'Le DSO en trois parts\u00a0: les jours que vos conditions accordent, les jours contestés, et les jours de simple retard.',
  },
  dso: {
    label: 'DSO',
    means: 'Combien de jours de ventes vos clients vous doivent encore\u00a0: encours / ventes des 90 derniers jours × 90.',
  },
  dsoCountBack: {
    label: 'DSO par épuisement',
    means: 'Combien de jours des dernières ventes restent à payer, en remontant mois par mois\u00a0; les saisons ne le faussent pas.',
  },
  dsoCountBackMoreThan: {
    label: 'DSO par épuisement, plus de',
    means: 'Les clients doivent plus que toutes les ventes de votre feuille\u00a0: le DSO dépasse ce nombre de jours.',
  },
  bestPossibleDso: { label: 'Meilleur DSO possible', means: 'Ce que serait le DSO si chaque client payait à l’échéance.' },
  averageDaysDelinquent: {
    label: 'DSO de retard',
    means: 'Les jours de DSO que coûtent les retards\u00a0: DSO moins meilleur DSO possible.',
  },
  overdueRate: { label: 'Taux d’échu', means: 'La part de l’encours dont l’échéance est passée.' },
  recoveryRate: {
    label: 'Taux de recouvrement',
    means: 'De ce qui était échu il y a 90 jours ou l’est devenu depuis, la part payée pendant ces 90 jours.',
  },
  collectionEffectiveness: {
    label: 'Efficacité du recouvrement (CEI)',
    means:
      'De tout ce qui pouvait être encaissé ces 90 derniers jours, la part encaissée\u00a0; 100\u00a0% quand il ne reste que du non échu.',
  },
  weightedDaysLate: {
    label: 'Retard moyen pondéré',
    means:
      'Avec combien de jours de retard l’argent rentre, les grosses factures pesant plus\u00a0; factures soldées dans l’année, et celles en retard aujourd’hui.',
  },
  averagePaymentTime: {
    label: 'Délai moyen de paiement',
    means: 'Jours entre la facture et son paiement, les grosses factures pesant plus\u00a0; factures soldées dans l’année.',
  },
  disputeRate: { label: 'Taux de litige', means: 'La part de l’encours que les clients contestent.' },
  disputeRateByNumber: { label: 'Taux de litige en nombre', means: 'Combien des factures ouvertes sont contestées.' },
  badDebtRate: { label: 'Taux d’irrécouvrables', means: 'Ce qui a été passé en perte en douze mois, rapporté aux ventes de ces mois.' },
  receivablesTurnover: {
    label: 'Rotation des créances',
    means: 'Combien de fois par an les créances deviennent de l’argent\u00a0: un an de ventes / moyenne de l’encours au début et à la fin.',
  },
  promisesKept: { label: 'Promesses tenues', means: 'Des promesses de paiement arrivées à échéance dans l’année, la part tenue.' },
  invoicingDelay: {
    label: 'Délai de facturation',
    means: 'Jours en moyenne entre la prestation ou la livraison et la facture, factures d’un an\u00a0; négatif si vous facturez d’avance.',
  },
  sendingDelay: { label: 'Délai d’envoi', means: 'Jours en moyenne entre la date de la facture et son envoi, factures d’un an.' },
};
