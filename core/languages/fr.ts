/** Français. */

import type { GapReason } from '../messages/template-fill.ts';
import { customerWordsFr } from './customer-words-fr.ts';
import { INDICATORS_FR } from './indicator-words-fr.ts';
import { daysIn, isOne, type Language, type TabTrouble } from './language.ts';

const quoted = (text: string) => `«\u00a0${text}\u00a0»`;
/** What was seen, behind the sentence. */
const seen = (detail: string) => (detail === '' ? '' : ` (${detail})`);
const days = (n: number) => `${n}\u00a0jour${Math.abs(n) > 1 ? 's' : ''}`;

const bucketOf: Language['bucketOf'] = (from, to) => (to === null ? `Plus de ${from - 1} jours` : `${from}–${to} jours`);
const due = (inDays: number) => (inDays === 0 ? 'Échéance aujourd’hui' : `Échéance dans ${days(inDays)}`);

/** Pourquoi une cellule d’un onglet ne peut servir. */
const TAB_TROUBLES: Language['tabTroubles'] = {
  'unknown-key': 'ce réglage n’existe pas',
  'missing-key': 'la ligne ne nomme aucun réglage',
  'repeated-key': 'ce réglage figure déjà plus haut',
  'not-an-iban': 'ce n’est pas un IBAN (sa clé de contrôle ne tombe pas juste)',
  'not-a-bic': 'ce n’est pas un BIC (8 ou 11 lettres et chiffres)',
  'not-a-link': 'ce n’est pas une adresse web (https://…)',
  'not-yes-or-no': 'répondez oui ou non',
  'unknown-country': 'ce pays est inconnu (FR, BE, DE …)',
  'unknown-locale': 'ce format régional est inconnu (fr-FR, en-US …)',
  'unknown-date-order': 'l’ordre est dmy, mdy ou ymd',
  'unknown-entry': 'la règle d’entrée est échelle ou par âge',
  'unknown-terms': 'la règle est jours puis fin de mois, ou fin de mois puis jours',
  'not-a-number': 'ce n’est pas un nombre',
  'ambiguous-number': 'cela peut se lire en milliers ou en décimales',
  'not-a-whole-number': 'un nombre entier est attendu',
  'rate-out-of-reach': 'le semestre n’est pas dans la table, ou le taux a plus de deux décimales',
  'out-of-range': 'le nombre est trop petit ou trop grand',
  'not-a-date': 'ce n’est pas une date (écrivez 31/03/2026)',
  'impossible-date': 'ce jour n’existe pas',
  'ambiguous-date': 'cela peut se lire jour d’abord ou mois d’abord',
  'other-currency': 'le montant est dans une autre devise que sa ligne ou sa facture',
  'unknown-currency': 'cette devise est inconnue (EUR, GBP …)',
  'unknown-cadence': 'aucun scénario ne porte ce nom (standard, classique … ou l’un de l’onglet Scénarios)',
  'unknown-channel': 'le canal est e-mail, appel, courrier ou lettre recommandée',
  'unknown-tone': 'le ton est courtois, relance, ferme ou dernier',
  'unknown-event': 'le journal ne connaît pas cet événement (envoyé, appelé, promesse …)',
  'unknown-type': 'le type est entreprise, public ou particulier',
  'unknown-regime': 'ce régime est inconnu (FR, EU, UK, aucun …)',
  'unknown-language': 'la langue est fr ou en',
  'missing-stage': 'l’étape manque',
  'missing-offset': 'le nombre de jours manque',
  'missing-customer': 'le client manque',
  'missing-invoice': 'le numéro de facture manque',
  'missing-amount': 'le montant manque',
  'missing-event': 'l’événement manque',
  'missing-date': 'la date manque',
  'missing-id': 'l’identifiant manque',
  'missing-headers': 'les en-têtes de cet onglet sont introuvables\u00a0: sa première ligne nomme les colonnes',
  'repeated-stage': 'cette étape figure déjà plus haut dans le même scénario',
  'repeated-customer': 'ce client figure déjà plus haut',
  'reserved-stage': 'le passage au contentieux suit toujours la dernière étape\u00a0: ce n’en est pas une',
  'unknown-invoice': 'la feuille n’a pas cette facture pour ce client',
  'plan-not-whole': 'les échéances ne font pas la somme qui reste due',
  'missing-body': 'le texte du message manque',
  'unknown-profile': 'le profil est bon, inconnu ou mauvais (vide\u00a0: tous)',
  'repeated-template': 'ce modèle figure déjà plus haut pour la même langue et le même profil',
  'unknown-placeholder': 'ce champ n’existe pas\u00a0; écrivez par exemple {{N° FACTURE}}, {{MONTANT}} ou {{ÉCHÉANCE}}',
  'unclosed-tag': 'un champ s’écrit entre doubles accolades, comme {{MONTANT}}',
  'unclosed-condition': 'cette condition n’est pas refermée\u00a0: ajoutez {{/si}} à la fin',
  'unopened-condition': 'rien n’est à refermer ici\u00a0: retirez-le, ou ouvrez la condition par {{#si …}}',
  'other-brackets': 'les champs s’écrivent entre doubles accolades\u00a0: {{…}}',
  'table-in-subject': 'ce champ prend plusieurs lignes\u00a0: il n’a pas sa place dans l’objet',
  'cell-error': 'la cellule contient une erreur',
};

const TEMPLATE_GAPS: Language['templateGaps'] = {
  empty:
    'rien ne le donne pour ce client\u00a0; complétez la feuille ou les Réglages, ou écrivez {{?…}} pour que la ligne disparaisse quand il est vide',
  'penalties-later':
    'les pénalités et l’indemnité ne sont dites qu’à partir du ton ferme\u00a0; écrivez {{?…}} pour que la ligne disparaisse avant',
  'penalties-never': 'un particulier ne doit ni ces pénalités ni cette indemnité\u00a0; écrivez {{?…}} pour que la ligne disparaisse',
  'no-template': 'le scénario nomme ce modèle, absent de l’onglet Modèles',
};

export const fr: Language = {
  code: 'fr',
  customers: customerWordsFr,
  quoted,
  tabTroubles: TAB_TROUBLES,
  templateGaps: TEMPLATE_GAPS,
  dayMark: 'J',
  statuses: {
    draft: 'Brouillon',
    cancelled: 'Annulée',
    'written-off': 'Perte',
    credit: 'Avoir',
    paid: 'Payée',
    'to-fix': 'À corriger',
    legal: 'Contentieux',
    disputed: 'Litige',
    'on-plan': 'Échéancier',
    promised: 'Promesse',
    'on-hold': 'En pause',
    overdue: 'En retard',
    watch: 'À surveiller',
    'not-due': 'Non échue',
  },
  stages: {
    'pre-reminder': 'Pré-rappel',
    reminder: 'Relance',
    'reminder-2': 'Deuxième relance',
    'reminder-3': 'Troisième relance',
    call: 'Appel',
    'formal-reminder': 'Relance ferme',
    'formal-notice': 'Mise en demeure',
    'hand-over': 'Passage au contentieux',
  },
  channels: { email: 'e-mail', call: 'appel', letter: 'courrier', 'registered-letter': 'lettre recommandée' },
  buckets: {
    'not-due': 'Non échu',
    '1-30': bucketOf(1, 30),
    '31-60': bucketOf(31, 60),
    '61-90': bucketOf(61, 90),
    'over-90': bucketOf(91, null),
  },
  bucketOf,
  indicators: INDICATORS_FR,
  headers: {
    daysLate: 'Jours de retard',
    status: 'Statut',
    lastAction: 'Dernière action',
    nextAction: 'Prochaine action',
    nextActionOn: 'Date prochaine action',
    reason: 'Motif',
  },
  roles: {
    number: 'Numéro de facture',
    customer: 'Client',
    customerId: 'Code client',
    owner: 'Responsable',
    email: 'E-mail',
    contact: 'Contact',
    phone: 'Téléphone',
    language: 'Langue',
    segment: 'Segment',
    kind: 'Type de document',
    creditOf: 'Avoir sur (facture)',
    currency: 'Devise',
    amount: 'Montant TTC',
    amountNet: 'Montant HT',
    paidAmount: 'Montant payé',
    balance: 'Reste dû',
    issuedOn: 'Date de facture',
    sentOn: 'Envoyée le',
    receivedOn: 'Reçue le',
    serviceOn: 'Date de prestation',
    dueOn: 'Échéance',
    terms: 'Conditions de paiement',
    paidOn: 'Date de paiement',
    paymentMethod: 'Mode de paiement',
    dispute: 'Litige',
    disputedAmount: 'Montant contesté',
    disputeDeadline: 'Échéance du litige',
    promiseOn: 'Date promise',
    promiseAmount: 'Montant promis',
    holdUntil: 'Pause jusqu’au',
    paymentLink: 'Lien de paiement',
    purchaseOrder: 'Bon de commande',
    document: 'Document',
    notes: 'Notes',
  },
  reasons: {
    paid: (r, say) => (r.on === null ? 'Payée.' : `Payée le ${say.day(r.on)}.`),
    'within-tolerance': (r, say, currency) => `Il ne reste que ${say.money(r.minor, currency)}\u00a0: comptée comme payée.`,
    draft: () => 'Brouillon\u00a0: ce n’est pas encore une facture.',
    cancelled: () => 'Annulée.',
    'written-off': () => 'Passée en perte\u00a0: on ne l’attend plus.',
    legal: () => 'Au contentieux\u00a0: plus de relance d’ici.',
    'handed-over': () => 'Au contentieux\u00a0: plus de relance d’ici.',
    undated: () => 'Pas d’échéance\u00a0: elle ne peut être en retard, rien n’est demandé.',
    credit: (r, say, currency) => `Avoir de ${say.money(r.minor, currency)}.`,
    disputed: (r, say) =>
      r.deadline === null ? 'En litige\u00a0: régler d’abord le litige.' : `En litige\u00a0: à régler avant le ${say.day(r.deadline)}.`,
    'dispute-overdue': (r, say) => `En litige\u00a0: devait être réglé avant le ${say.day(r.deadline)}.`,
    'to-fix': (r) => `À corriger d’abord\u00a0: ${TO_FIX[r.problem] ?? 'une cellule de la ligne n’est pas sûre'}.`,
    promised: (r, say) => `Promise pour le ${say.day(r.on)}.`,
    'on-hold': (r, say) => `En pause jusqu’au ${say.day(r.until)}.`,
    'on-plan': (r, say) => `Échéancier en cours\u00a0: prochaine échéance le ${say.day(r.until)}.`,
    'promise-broken': (r, say) => `Promise pour le ${say.day(r.promisedOn)} et non payée.`,
    'instalment-missed': (r, say) => `L’échéance du ${say.day(r.instalmentOn)} n’est pas arrivée\u00a0: tout est de nouveau dû.`,
    stage: (r) =>
      r.offset < 0
        ? `${days(-r.offset)} avant l’échéance.`
        : r.offset === 0
          ? 'Le jour de l’échéance.'
          : `${days(r.offset)} après l’échéance.`,
    'catch-up': (r) =>
      r.offset < 0
        ? `${due(-r.daysLate)}\u00a0; cette étape était prévue ${days(-r.offset)} avant.`
        : `${days(r.daysLate)} de retard\u00a0; cette étape était prévue ${r.offset === 0 ? 'le jour de l’échéance' : `après ${days(r.offset)}`}.`,
    rest: (r, say) => `${r.lastStage === 'call' ? 'Appel du' : 'Relancée le'} ${say.day(r.lastOn)}\u00a0: on laisse passer quelques jours.`,
    interval: (r, say) => `Client contacté le ${say.day(r.lastOn)}\u00a0: on le laisse quelques jours.`,
    'written-waits': (r, say) => `Un appel d’abord, le ${say.day(r.callOn)}\u00a0: la relance écrite attend.`,
    'already-drafted': (r, say) => `Un brouillon du ${say.day(r.on)} attend d’être envoyé.`,
    'covered-by-credit': (r, say, currency) => `Un avoir de ${say.money(r.minor, currency)} la couvre.`,
    'hand-over': (r) => `${days(r.daysLate)} de retard, toutes les étapes sont faites\u00a0: décider du contentieux.`,
    'no-stage': () => 'Le scénario n’a pas d’étape pour cette facture.',
  },
  problems: {
    'unreadable-amount': [
      (p) => (p.found === '' ? 'Le montant manque.' : `Le montant ${quoted(p.found)} est illisible.`),
      'Saisissez le montant comme un nombre.',
    ],
    'ambiguous-amount': [
      (p) => `${quoted(p.found)} peut se lire en milliers ou en décimales.`,
      'Saisissez un nombre simple, ou indiquez la langue des nombres.',
    ],
    'unknown-currency': [(p) => `La devise de ${quoted(p.found)} est inconnue.`, 'Indiquez un code de devise comme EUR sur la ligne.'],
    'cell-error': [(p) => `La cellule contient l’erreur ${quoted(p.found)}.`, 'Réparez la formule de cette cellule.'],
    'unreadable-row': [
      (p) => `Cette ligne n’est pas une facture\u00a0: ${quoted(p.found)}.`,
      'Complétez la ligne, ou sortez la note du tableau.',
    ],
    'duplicate-number': [
      (p) => `Le numéro ${quoted(p.found)} est aussi à la ligne ${p.detail}.`,
      'Gardez une des deux lignes, ou corrigez le numéro\u00a0: aucune n’est relancée d’ici là.',
    ],
    'unreadable-due-date': [(p) => `L’échéance ${quoted(p.found)} est illisible.`, 'Saisissez-la comme une date.'],
    'impossible-date': [(p) => `${quoted(p.found)} n’est pas une date possible.`, 'Corrigez la date.'],
    'ambiguous-date': [
      (p) => `${quoted(p.found)} peut se lire jour d’abord ou mois d’abord.`,
      'Indiquez l’ordre des dates, ou saisissez une vraie date.',
    ],
    'missing-due-date': [
      (p) =>
        p.found === ''
          ? 'Pas d’échéance, ni de conditions pour la calculer.'
          : `Pas d’échéance\u00a0: les conditions ${quoted(p.found)} n’en donnent pas.`,
      'Indiquez l’échéance ou les conditions de paiement.',
    ],
    'missing-customer': [() => 'Pas de client sur cette ligne.', 'Indiquez qui doit.'],
    'unreadable-payment': [
      (p) => `Le paiement ${quoted(p.found)} est illisible.`,
      'Saisissez le montant payé comme un nombre et le jour comme une date.',
    ],
    'payments-contradict': [
      (p) => `Ce qui est payé est dit de deux façons qui diffèrent\u00a0: ${quoted(p.found)}.`,
      'Corrigez le montant payé, le reste dû ou la date de paiement.',
    ],
    'status-contradiction': [
      (p) =>
        p.detail === 'refused'
          ? `La facture électronique est marquée ${quoted(p.found)}.`
          : `Le statut ${quoted(p.found)} ne s’accorde pas avec ${p.detail === 'journal' ? 'le journal des relances' : 'les paiements'}.`,
      'Corrigez la cellule qui se trompe\u00a0: rien n’est envoyé d’ici là.',
    ],
    'missing-number': [() => 'Pas de numéro de facture sur cette ligne.', 'Indiquez le numéro\u00a0: une relance doit le citer.'],
    'due-before-issue': [(p, say) => `L’échéance précède la date de facture (${daysIn(p.detail, say)}).`, 'Vérifiez les deux dates.'],
    'paid-before-issue': [(p, say) => `Le paiement précède la date de facture (${daysIn(p.detail, say)}).`, 'Vérifiez les deux dates.'],
    overpaid: [
      (p) => `On a payé plus que facturé\u00a0: ${(p.detail ?? '').replace('.', ',')} de trop.`,
      'Remboursez, ou imputez sur une autre facture.',
    ],
    'unlinked-credit': [
      (p) =>
        p.detail === undefined ? 'Cet avoir ne nomme aucune facture.' : `Cet avoir nomme ${quoted(p.detail)}, absente de la feuille.`,
      'Indiquez la facture qu’il réduit dans une colonne «\u00a0Avoir sur\u00a0».',
    ],
    'paid-without-date': [
      () => 'Payée, mais le jour n’est pas donné\u00a0: laissée hors des moyennes.',
      (p) =>
        p.detail === 'no-column'
          ? 'Ajoutez à la feuille une colonne «\u00a0Payée le\u00a0», et remplissez-y les dates de paiement.'
          : 'Indiquez la date de paiement.',
    ],
    'missing-issue-date': [
      (p) =>
        p.found === ''
          ? 'Pas de date de facture\u00a0: hors du chiffre d’affaires et du DSO.'
          : `La date de facture ${quoted(p.found)} est illisible\u00a0: hors du chiffre d’affaires et du DSO.`,
      'Indiquez la date de facture.',
    ],
    'terms-over-limit': [
      (p) =>
        p.detail === undefined
          ? `Les conditions ${quoted(p.found)} dépassent la limite légale.`
          : `Échéance ${p.detail} jours après la facture\u00a0: au-delà de la limite légale entre professionnels.`,
      'Vérifiez les conditions\u00a0: la loi admet 60 jours, ou 45 jours fin de mois.',
    ],
    'date-against-column-order': [
      (p) => `${quoted(p.found)} n’a de sens que dans un autre ordre que le reste de sa colonne.`,
      'Vérifiez que c’est la bonne date.',
    ],
    'look-alike-number': [
      (p) => `Le numéro ${quoted(p.found)} ressemble à ${quoted(p.detail ?? '')}.`,
      'Vérifiez que ce sont bien deux factures.',
    ],
    'disputed-part-paid': [() => 'En litige, et pourtant payée en partie.', 'Vérifiez si le litige est réglé.'],
    'bad-tab-line': [
      (p) =>
        `${p.found === '' ? 'La cellule est vide' : quoted(p.found)}\u00a0: ${TAB_TROUBLES[p.detail as TabTrouble] ?? 'ce n’est pas compris'}.`,
      'Corrigez la cellule\u00a0; les autres lignes s’appliquent.',
    ],
    'payment-without-invoice': [
      (p) => `Ce paiement nomme la facture ${quoted(p.found)}, absente de la feuille.`,
      'Vérifiez le numéro de facture.',
    ],
    'journal-chain-broken': [
      (p) => {
        const byHand = /^by-hand (\d+)$/.exec(p.detail ?? '')?.[1];
        if (byHand === undefined) return `La ligne ${p.found} du journal a été modifiée, ou celle d’avant a été retirée.`;
        return byHand === '1'
          ? 'Cette ligne a été saisie à la main dans le journal.'
          : `${byHand} lignes ont été saisies à la main dans le journal\u00a0; voici la première.`;
      },
      'Elles comptent comme les autres. Vérifiez qu’elles disent ce qui a été fait.',
    ],
    'chased-invoice-changed': [
      (p, say) => `La facture ${quoted(p.found)} a changé après sa relance (${daysIn(p.detail, say).replace(/(\d)\.(\d)/g, '$1,$2')}).`,
      'Vérifiez la ligne.',
    ],
    'chased-invoice-vanished': [
      (p) => `La facture ${quoted(p.found)} a été relancée et n’est plus dans la feuille.`,
      'Rétablissez la ligne, ou notez pourquoi elle est partie.',
    ],
  },
  guards: {
    'no-email': [(f) => `Pas d’adresse e-mail pour ${f.about}.`, 'Indiquez l’adresse dans la feuille ou dans l’onglet Clients.'],
    'invalid-email': [(f) => `${quoted(f.about)} n’est pas une adresse e-mail unique.`, 'Gardez exactement une adresse dans la cellule.'],
    'already-drafted': [
      (f, say) =>
        f.isUnsent
          ? `Un brouillon est prêt${f.about === '' ? '' : ` (${f.about})`}${f.day === null ? '' : `, préparé le ${say.day(f.day)}`}\u00a0: pas encore envoyé.`
          : `Cette relance a été préparée${f.day === null ? '' : ` le ${say.day(f.day)}`}${f.about === '' ? '' : ` (${f.about})`} et est peut-être partie.`,
      'Envoyez ou supprimez le brouillon, puis dites-le dans Suivi.',
    ],
    paid: [(f) => `${f.about} ${isOne(f.about) ? 'est payée' : 'sont payées'}.`, 'Rien à faire.'],
    disputed: [(f) => `${f.about} ${isOne(f.about) ? 'est' : 'sont'} en litige.`, 'Réglez d’abord le litige.'],
    promised: [(f, say) => `Paiement promis${f.day === null ? '' : ` pour le ${say.day(f.day)}`}.`, 'Attendez le jour promis.'],
    'on-hold': [(f, say) => `En pause${f.day === null ? '' : ` jusqu’au ${say.day(f.day)}`}.`, 'Attendez, ou mettez fin à la pause.'],
    interval: [
      (f, say) => `Contacté le ${f.day === null ? '?' : say.day(f.day)}, trop récemment pour réécrire.`,
      'Attendez la date indiquée.',
    ],
    'below-tolerance': [(f, say) => `Il ne reste que ${say.money(f.minor, f.currency)}.`, 'Rien à demander pour si peu.'],
    'covered-by-credit': [
      (f, say) => `Des avoirs non imputés de ${say.money(f.minor, f.currency)} couvrent la somme due.`,
      'Imputez d’abord l’avoir sur les factures.',
    ],
    'held-row': [
      (f) => (isOne(f.about) ? `${f.about} a une anomalie à corriger.` : `${f.about} ont des anomalies à corriger.`),
      'Corrigez d’abord l’anomalie dans la feuille.',
    ],
    'no-number': [() => 'Une facture sans numéro ne peut être relancée.', 'Indiquez le numéro.'],
    'template-broken': [
      ({ about, broken }) =>
        broken === undefined
          ? `Le modèle de cette étape est à corriger\u00a0: ${quoted(about)}.`
          : `Modèle de message${broken.where === '' ? '' : ` (${broken.where})`}, ${quoted(about)}\u00a0: ${TEMPLATE_GAPS[broken.why as GapReason] ?? TAB_TROUBLES[broken.why as TabTrouble]}${broken.instead === '' ? '.' : `\u00a0; vouliez-vous dire ${broken.instead}\u00a0?`}`,
      'Corrigez le texte dans l’onglet Modèles\u00a0: rien ne part d’ici là.',
    ],
    'unsent-draft': [
      (f, say) => `Un autre brouillon${f.stage === '' ? '' : ` (${say.stage(f.stage)})`} sur ${f.about} attend encore.`,
      'Envoyez-le ou supprimez-le d’abord.',
    ],
  },
  refused: {
    'unknown-customer': [(f) => `Aucun client ne s’appelle ${quoted(f.about)}.`, 'Nommez le client comme dans la feuille.'],
    'unknown-invoice': [(f) => `Ce client n’a pas de facture ${quoted(f.about)} dans la feuille.`, 'Vérifiez le numéro.'],
    'several-customers': [(f) => `Plusieurs clients s’appellent ${quoted(f.about)}.`, 'Nommez les factures, d’un seul client à la fois.'],
    'nothing-open': [(f) => `${f.about} n’a rien à payer.`, 'Rien à faire.'],
    'not-open': [(f) => `On n’attend plus rien de ${f.about}.`, 'Laissez-la de côté.'],
    'unknown-entry': [() => 'Ce qui était à faire a changé entre-temps.', 'Regardez de nouveau la liste.'],
    'unknown-draft': [() => 'Ce brouillon a déjà sa réponse, ou n’est pas connu.', 'Regardez de nouveau la liste.'],
    'not-a-day': [(f) => (f.about === '' ? 'La date manque.' : `${quoted(f.about)} n’est pas une date.`), 'Indiquez une date.'],
    'day-past': [(f, say) => `${f.day === null ? 'Ce jour' : `Le ${say.day(f.day)}`} est passé.`, 'Indiquez un jour à venir.'],
    'amount-not-positive': [() => 'Le montant doit être supérieur à zéro.', 'Corrigez le montant.'],
    'amount-above-open': [(f, say) => `Il ne reste que ${say.money(f.minor, f.currency)} à payer.`, 'Indiquez au plus cette somme.'],
    'several-currencies': [() => 'Ces factures sont en plusieurs devises.', 'Prenez une devise à la fois.'],
    'part-of-several': [() => 'Une part contestée est celle d’une seule facture.', 'Nommez cette facture, ou contestez le tout.'],
    'not-disputed': [(f) => `${f.about} n’est pas en litige.`, 'Rien à régler.'],
    'no-instalments': [() => 'L’échéancier n’a aucune échéance.', 'Indiquez au moins une date et un montant.'],
    'instalments-not-ascending': [() => 'Les dates des échéances ne se suivent pas.', 'Placez chacune après la précédente.'],
    'plan-not-whole': [
      (f, say) => `Les échéances ne font pas les ${say.money(f.minor, f.currency)} qui restent à payer.`,
      'Corrigez un montant, pour que l’échéancier couvre le tout.',
    ],
    'instalment-taken': [
      (f, say) => `L’onglet Échéanciers a déjà une autre échéance de ${f.about} ${f.day === null ? 'ce jour-là' : `le ${say.day(f.day)}`}.`,
      'Prenez un autre jour, ou supprimez cette ligne de l’ancien échéancier.',
    ],
    'no-words': [() => 'Il n’y a rien à noter.', 'Écrivez ce qu’il faut retenir.'],
    'several-addresses': [(f) => `Ces factures vont à plusieurs adresses\u00a0: ${f.about}.`, 'Nommez les factures d’une seule adresse.'],
    'nothing-called': [(f) => `Aucun appel à ${f.about} n’est noté.`, 'Notez d’abord l’appel et ce qu’il a donné.'],
    'nothing-paid': [(f) => `Aucun paiement récent de ${f.about} n’est saisi.`, 'Saisissez d’abord le paiement.'],
    'written-before': [
      (f, say) => {
        const on = f.day === null ? '' : ` le ${say.day(f.day)}`;
        return f.isUnsent
          ? `Un brouillon de ce message a été préparé${on}\u00a0: pas encore envoyé.`
          : `Ce message a été préparé${on} et est peut-être parti.`;
      },
      'Envoyez ou supprimez ce brouillon\u00a0; ou récrivez un autre jour.',
    ],
    'nothing-to-undo': [() => 'Le journal n’a rien à reprendre.', 'Rien à faire.'],
    'drafts-stay': [
      () => 'La dernière commande a créé des brouillons, et un brouillon ne se défait pas d’ici.',
      'Supprimez les brouillons, puis dites-le dans la liste des brouillons.',
    ],
    'ids-repeat': [
      () => 'Des lignes du journal ont le même numéro\u00a0: laquelle reprendre n’est pas certain.',
      'Corrigez vous-même la ligne dans le journal.',
    ],
    'entry-gone': [() => 'Ce client n’a plus rien à relancer ici.', 'Regardez de nouveau la liste.'],
    'not-due': [
      (f, say) => (f.day === null ? 'Rien n’est à faire pour l’instant.' : `Rien n’est à faire avant le ${say.day(f.day)}.`),
      'Attendez ce jour.',
    ],
    'not-a-message': [
      (f, say) => `L’étape ${f.stage === '' ? '' : `${quoted(say.stage(f.stage))} `}ne se fait pas par e-mail.`,
      'Faites-la depuis la liste.',
    ],
    'changed-meanwhile': [
      () => 'Ce que dit le message a changé depuis que vous l’avez écrit.',
      'Relisez le nouveau message et récrivez-le.',
    ],
    'tag-in-words': [
      (f) => `Votre texte contient encore «\u00a0${f.about}\u00a0», qui partirait tel quel.`,
      'Remplacez-le par les mots voulus.',
    ],
    'others-would-change': [
      () => 'Une fois ces cellules changées, d’autres dates de la feuille ne seraient plus lues comme elles le sont.',
      'Changez ensemble toutes les dates de la colonne, ou indiquez d’abord l’ordre des dates.',
    ],
    'mail-quota': [
      () => 'Votre messagerie n’accepte plus de brouillon pour l’instant\u00a0: celui-ci n’a pas été préparé.',
      'Préparez la suite plus tard, demain au plus tard\u00a0; rien n’est préparé deux fois.',
    ],
    'mail-refused': [
      ({ about }) => `Votre messagerie a refusé le brouillon${about === '' ? '' : ` (${about})`}\u00a0: il n’a pas été préparé.`,
      'Vérifiez que ce compte peut utiliser sa messagerie ici et que Relance a le droit d’écrire des brouillons, puis préparez de nouveau.',
    ],
    'mail-silent': [
      ({ about }) => `Votre messagerie n’a pas dit si le brouillon a été créé${about === '' ? '' : ` (${about})`}.`,
      'La prochaine actualisation le cherchera\u00a0; d’ici là, il n’est pas préparé une seconde fois.',
    ],
    'mail-stopped': [
      () => 'La messagerie n’a pas répondu pour le brouillon précédent\u00a0: celui-ci n’a pas été préparé.',
      'Préparez de nouveau pour continuer\u00a0; rien n’est préparé deux fois.',
    ],
    'stopped-by-you': [
      () => 'Vous avez arrêté avant que celui-ci ne soit préparé.',
      'Préparez de nouveau pour continuer\u00a0; ce qui est prêt le reste.',
    ],
    'time-short': [
      () => 'Le temps de ce clic était écoulé\u00a0: celui-ci n’a pas été préparé.',
      'Préparez de nouveau pour continuer\u00a0; ce qui est prêt le reste.',
    ],
  },
  callOutcomes: {
    reached: 'Joint',
    voicemail: 'Messagerie',
    promise: 'Promet de payer',
    dispute: 'Conteste',
    'asks-for-copy': 'Demande une copie',
    'wrong-contact': 'Mauvais contact',
    'in-payment-run': 'Règlement en cours',
  },
  disputeCategories: {
    price: 'Prix',
    quantity: 'Quantité',
    quality: 'Qualité',
    delivery: 'Livraison',
    'not-ordered': 'Non commandé',
    'already-paid': 'Déjà payé',
    document: 'Document manquant ou erroné',
    other: 'Autre',
  },
  freeMessages: {
    'after-call': 'Après un appel',
    'thank-you': 'Remerciement',
    statement: 'Relevé de compte',
    plan: 'Confirmation d’échéancier',
  },
  seenBy: (owner) => `suivi par ${owner}`,
  foundPlan: 'Trouvé dans l’onglet Échéanciers',
  datesMade: 'Texte changé en vraies dates\u00a0: ',
  useBackup: (address) => `Corrigez l’adresse, ou mettez à sa place ${address}, l’adresse de secours de l’onglet Clients.`,
  warnings: {
    'payments-not-entered-since': [
      (f, say) =>
        f.day === null ? 'Aucun paiement daté n’est saisi dans la feuille.' : `Le dernier paiement saisi est du ${say.day(f.day)}.`,
      (f) =>
        f.day === null
          ? 'Saisissez les paiements reçus, chacun avec sa date, pour ne relancer personne qui a payé.'
          : 'Saisissez les paiements reçus depuis, pour ne relancer personne qui a payé.',
    ],
    'shared-email': [(f) => `L’adresse sert aussi à ${f.about}.`, 'Chaque client reçoit son propre message\u00a0; vérifiez l’adresse.'],
    'direct-debit': [() => 'Payée par prélèvement.', 'Vérifiez que le prélèvement a été fait avant d’écrire.'],
    'notice-without-contacts': [
      () => 'Moins de deux contacts datés après l’échéance, dont un écrit, précèdent cette mise en demeure.',
      'Dites pourquoi vous l’envoyez quand même.',
    ],
    consumer: [() => 'Un particulier\u00a0: ni indemnité de recouvrement ni pénalités professionnelles.', 'Le message n’en parle pas.'],
    'stale-rate': [() => 'Le taux d’intérêt de ce semestre est provisoire.', 'Vérifiez le taux dans les Réglages.'],
    'same-name-other-address': [
      (f) => `Le même client a aussi ${f.about}.`,
      'Chaque adresse reçoit son propre message\u00a0; vérifiez laquelle est la bonne.',
    ],
    'written-stages-wait': [
      (f) => `Un appel d’abord\u00a0; les relances écrites attendent (${f.about}).`,
      'Elles reviennent après le délai.',
    ],
  },
  board: {
    asOf: 'À la date du',
    note: 'Actualiser met ce jour à jour, et tous les chiffres avec lui.',
    figure: 'Chiffre',
    amount: 'Montant',
    headlines: {
      outstanding: 'Encours',
      overdue: 'Échu',
      overdueRate: 'Taux d’échu',
      dso: 'DSO (jours)',
      bestPossibleDso: 'Meilleur DSO possible (jours)',
      averageDaysDelinquent: 'DSO de retard (jours)',
      weightedDaysLate: 'Retard pondéré (jours)',
      averagePaymentTime: 'Délai moyen de paiement (jours)',
      disputeRate: 'Taux de litige',
      badDebtRate: 'Taux d’irrécouvrables',
      receivablesTurnover: 'Rotation des créances (fois par an)',
    },
    tables: {
      aging: 'Balance âgée',
      debtors: 'Principaux débiteurs',
      trend: 'DSO sur 12 mois',
      receipts: 'Encaissements prévus par semaine',
    },
  },
  refusals: {
    empty: [() => 'Ce fichier est vide.', 'Ouvrez le fichier qui contient vos factures.'],
    'no-header': [
      (detail) => `Les factures n’ont pas de ligne de titres${detail === '' ? '' : ` (première ligne\u00a0: ${detail})`}.`,
      'Ajoutez une première ligne qui nomme les colonnes\u00a0: numéro, client, date, échéance, montant.',
    ],
    'no-amount': [
      (detail) => `Aucune colonne de montants n’a été trouvée${detail === '' ? '' : ` (${detail})`}.`,
      'Nommez la colonne des montants «\u00a0Montant TTC\u00a0».',
    ],
    'no-date': [
      (detail) => `Ni date de facture ni échéance n’a été trouvée${detail === '' ? '' : ` (${detail})`}.`,
      'Nommez les colonnes «\u00a0Date de facture\u00a0» et «\u00a0Échéance\u00a0».',
    ],
    'bank-statement': [
      (detail) => `Ceci est un relevé bancaire\u00a0: il montre ce qui a été payé, pas ce qui est dû${seen(detail)}.`,
      'Exportez de votre logiciel de facturation ou de comptabilité la liste des factures clients, avec leurs échéances.',
    ],
    journal: [
      (detail) =>
        `Ceci est un journal comptable (FEC, grand livre)\u00a0: chaque ligne est un côté d’une écriture, et rien ne dit quel règlement solde quelle facture${seen(detail)}.`,
      'Exportez l’échéancier clients, ou la liste des factures, avec leurs échéances.',
    ],
    balances: [
      (detail) => `Ceci donne un solde par client, sans les factures${seen(detail)}.`,
      'Exportez la liste détaillée\u00a0: une ligne par facture, avec son numéro et son échéance.',
    ],
    payments: [
      (detail) => `Ceci est une liste de paiements, pas de factures${seen(detail)}.`,
      'Ouvrez la liste des factures\u00a0; les paiements peuvent se trouver à côté, dans un onglet «\u00a0Paiements\u00a0».',
    ],
    payroll: [
      (detail) => `Ceci est un état de paie, pas une liste de factures${seen(detail)}.`,
      'Ouvrez la liste de ce que vos clients doivent.',
    ],
    products: [
      (detail) => `Ceci liste des produits ou des commandes, pas des factures${seen(detail)}.`,
      'Ouvrez la liste des factures, avec clients, totaux et échéances.',
    ],
    'supplier-bills': [
      (detail) => `Ce sont des factures de fournisseurs\u00a0: c’est vous qui les devez${seen(detail)}.`,
      'Ouvrez la liste des factures clients\u00a0: ce que l’on vous doit.',
    ],
    quotes: [(detail) => `Ce sont des devis\u00a0: rien n’est encore dû${seen(detail)}.`, 'Ouvrez la liste des factures.'],
    'not-invoices': [
      (detail) => `Ceci ne ressemble pas à une liste de factures${detail === '' ? '' : ` (${detail})`}.`,
      'Choisissez la feuille qui liste ce que vos clients doivent.',
    ],
    'no-such-sheet': [
      (detail) => `Cette feuille n’existe pas${detail === '' ? '' : `\u00a0; le fichier contient\u00a0: ${detail}`}.`,
      'Vérifiez le nom de la feuille.',
    ],
  },
  notices: {
    'no-currency': () =>
      'Aucune devise n’est nommée\u00a0: montants lus avec deux décimales\u00a0; pénalités et indemnités attendent qu’elle le soit, dans l’en-tête ou dans les Réglages.',
    'amounts-scaled': (factor) =>
      `La feuille tient ses montants en ${{ '0.01': 'centimes', '1000': 'milliers' }[factor] ?? 'millions'}\u00a0: chacun a été multiplié par ${factor.replace('.', ',').replace(/000/g, '\u202f000')}.`,
    'net-amounts': (detail) =>
      `Seuls des montants hors taxes ont été trouvés (${detail})\u00a0: les chiffres sont hors taxes, et les relances aussi.`,
    'twin-columns': (detail) =>
      `Des colonnes de même en-tête qu’une colonne lue sont laissées de côté\u00a0: ${detail}. Renommez la bonne, ou choisissez-la dans les colonnes.`,
    'ambiguous-terms': (detail) =>
      `Les conditions ${quoted(detail)} peuvent se lire de deux façons\u00a0; dites laquelle sous «\u00a0Fin de mois\u00a0» dans les Réglages.`,
    'stale-rate': () =>
      'Un taux d’intérêt utilisé ici est provisoire\u00a0: vérifiez-le, et donnez le taux publié dans les Réglages («\u00a0Taux 2027-S1\u00a0»).',
    'other-tables': (detail) =>
      `D’autres tableaux ressemblent à des factures\u00a0: ${detail}. Choisissez une autre feuille si ce n’est pas la bonne.`,
    'several-currencies-by-symbol': (detail) => `Les devises sont lues d’après les signes des cellules\u00a0: ${detail}.`,
    'sums-and-blanks-skipped': (detail) => `Lignes laissées de côté parce qu’elles en totalisent d’autres\u00a0: ${detail}.`,
    'line-items': (detail) =>
      `La feuille a une ligne par article vendu\u00a0: chaque facture est lue une fois (lignes laissées de côté\u00a0: ${detail}).`,
    'not-confirmed-sent': (detail) =>
      `Échues, sans envoi ni réception notés\u00a0: ${detail}. Vérifiez que le client les a bien reçues avant d’insister.`,
    'no-email-column': () =>
      'La feuille n’a pas de colonne e-mail\u00a0: les relances demandent une adresse, ici ou dans un onglet Clients.',
  },
};

/** La fin de «\u00a0À corriger d’abord\u00a0: …\u00a0». */
const TO_FIX: Readonly<Record<string, string>> = {
  'unreadable-amount': 'le montant est illisible',
  'ambiguous-amount': 'le montant peut se lire de deux façons',
  'unknown-currency': 'la devise est inconnue',
  'cell-error': 'une cellule contient une erreur',
  'duplicate-number': 'le numéro apparaît deux fois',
  'unreadable-due-date': 'l’échéance est illisible',
  'impossible-date': 'une date est impossible',
  'ambiguous-date': 'une date peut se lire de deux façons',
  'missing-due-date': 'l’échéance manque',
  'missing-customer': 'le client manque',
  'unreadable-payment': 'le paiement est illisible',
  'payments-contradict': 'les paiements se contredisent',
  'status-contradiction': 'le statut est contredit',
  'missing-number': 'le numéro manque',
};
