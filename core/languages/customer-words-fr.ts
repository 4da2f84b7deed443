/** What is said of customers, in French. */
import type { CustomerWords } from './customer-words.ts';

const percent = (fraction: number) => `${Math.round(fraction * 100)}\u00a0%`;
const tenth = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',');
const days = (value: number) => `${tenth(value)}\u00a0${Math.abs(value) < 2 ? 'jour' : 'jours'}`;
const paidAt = (value: number) => (value > 0 ? `${days(value)} de retard` : value < 0 ? `${days(-value)} d’avance` : 'à l’échéance');

export const customerWordsFr: CustomerWords = {
  bands: { good: 'Bon', watch: 'À surveiller', risky: 'À risque', unknown: 'Pas assez d’historique' },
  scoreParts: {
    average: (f) => `${days(f.averageDays)} de retard en moyenne`,
    trend: (f) => `${days(f.recentDays ?? 0)} de retard en moyenne dernièrement`,
    share: (f) => `${percent(f.lateShare)} de ses factures payées en retard`,
    promises: (f) => (f.brokenPromises === 1 ? 'une promesse non tenue' : `${f.brokenPromises} promesses non tenues`),
    disputes: (f) => (f.disputes === 1 ? 'un litige' : `${f.disputes} litiges`),
  },
  costs: (points, what) => `−${points}\u00a0: ${what}`,
  terms: {
    good: 'Conditions habituelles.',
    watch: 'Pas de délai plus long qu’aujourd’hui\u00a0; pas de nouvelle commande tant qu’une facture est en retard.',
    risky: 'Acompte ou paiement à la commande\u00a0; délai court jusqu’au retour de paiements à l’heure.',
    unknown: null,
  },
  signals: {
    'pays-later': (s) =>
      `Paie plus tard qu’avant\u00a0: dernières factures ${paidAt(s.recent)}, les précédentes ${paidAt(s.earlier)} (médianes).`,
    'later-than-ever': (s) =>
      `Une facture a ${days(s.days)} de retard, ${s.longest <= 0 ? 'alors qu’il n’avait jamais payé en retard' : `plus que jamais auparavant (${s.longest})`}.`,
    'first-broken-promise': (s, say) => `Première promesse non tenue\u00a0: paiement promis pour le ${say.day(s.promisedOn)}.`,
    'new-dispute': (s, say) => `Nouveau litige depuis le ${say.day(s.on)}.`,
    'over-limit': (s, say) => `Plafond dépassé de ${say.money(s.minor, s.currency)}.`,
    uninsured: (s, say) => `${say.money(s.minor, s.currency)} au-delà du montant assuré.`,
    concentration: (s) => `${percent(s.share)} de tout ce qu’on vous doit dépend de ce client.`,
  },
  notExpected: {
    disputed: 'en litige, sans date prévue pour le régler',
    'dispute-overdue': 'en litige, la date prévue pour le régler est passée',
    legal: 'transmise au contentieux\u00a0: nul ne sait quand elle sera payée',
    undated: 'sans échéance',
    'no-experience': 'plus ancienne que tout ce qui a été réglé jusqu’ici\u00a0: rien ne dit quand elle sera payée',
  },
  sumNotExpected: {
    disputed: 'en litige, sans date pour le régler',
    'dispute-overdue': 'en litige, la date pour le régler est passée',
    legal: 'au contentieux',
    undated: 'sans échéance',
    'no-experience': 'jamais rien d’aussi ancien n’a été payé',
  },
};
