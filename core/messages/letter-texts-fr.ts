/** La mise en demeure, en français. */
import type { RouteId } from '../law/routes-table.ts';
import type { Legal, LetterTexts } from './letter-texts.ts';

const COLON = '\u00a0: ';

function all(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts[parts.length - 1]}`;
}

/** Ce qui suivra, selon la voie que prendrait le dossier. */
const CONSEQUENCES: Partial<Record<RouteId, string>> = {
  'small-claim':
    'confier le dossier à un commissaire de justice en vue d’une procédure simplifiée de recouvrement (article L125-1 du Code des procédures civiles d’exécution), ou saisir la juridiction compétente, notamment par voie d’injonction de payer (articles 1405 et suivants du Code de procédure civile)',
  'order-to-pay':
    'saisir la juridiction compétente, notamment par voie d’injonction de payer (articles 1405 et suivants du Code de procédure civile)',
  interim: 'saisir la juridiction compétente, notamment en référé-provision',
  claim: 'assigner devant la juridiction compétente',
  administrative: 'saisir le tribunal administratif, notamment en référé-provision (article R. 541-1 du Code de justice administrative)',
  'uk-claim': 'saisir la juridiction compétente (County Court) d’une demande en paiement',
  'de-order': 'demander une injonction de payer (Mahnbescheid) à la juridiction compétente',
  'eu-order': 'demander une injonction de payer à la juridiction compétente',
};

export const LETTER_FR: LetterTexts = {
  account: {
    number: 'Facture',
    purchaseOrder: 'Commande',
    issuedOn: 'Émise le',
    dueOn: 'Échéance',
    daysLate: 'Retard (j)',
    amount: 'Montant TTC',
    paid: 'Réglé',
    credited: 'Avoirs',
    open: 'Reste dû',
    contested: 'Part contestée',
    period: 'Période',
    days: 'Jours',
    base: 'Base',
    rate: 'Taux annuel',
    interest: 'Intérêts',
    fee: 'Indemnité',
    total: 'Total',
    sum: 'Montant',
    unknownNumber: 'Sans numéro',
    from: (first, last) => (first === last ? first : `${first} – ${last}`),
    interestOf: (number) => `Facture ${number}`,
    percent: (rate) =>
      `${String(rate)
        .replace('.', ',')
        .replace(/(,\d)$/, '$10')}\u00a0%`,
    rounding: 'La somme exacte est arrondie une seule fois au centime\u00a0; les lignes sont arrondies de façon à lui être égales.',
    method:
      'Intérêts simples\u00a0: base TTC restant due × taux annuel × jours / 365, du lendemain de l’échéance jusqu’au jour du paiement ou du présent décompte\u00a0; un règlement partiel diminue la base dès le lendemain.',
  },
  foot: 'Mise en demeure',
  title: () => 'Mise en demeure de payer',
  registered: 'Lettre recommandée avec accusé de réception',
  subjectLabel: `Objet${COLON}`,
  subject: (_, numbers) =>
    `mise en demeure de payer${numbers.length === 0 ? '' : ` – ${numbers.length > 1 ? 'factures' : 'facture'} ${all(numbers)}`}`,
  orderLabel: `Vos commandes${COLON}`,
  placeAndDate: (city, day) => (city === '' ? `Le ${day}` : `${city}, le ${day}`),
  greeting: 'Madame, Monsieur,',
  opening: ({ count, customer, total, day }) =>
    count > 1
      ? `Sauf erreur de notre part, les ${count} factures ci-dessous, adressées à ${customer} et arrivées à échéance, ne sont pas réglées au ${day}. Il reste dû ${total} en principal.`
      : `Sauf erreur de notre part, la facture ci-dessous, adressée à ${customer} et arrivée à échéance, n’est pas réglée au ${day}. Il reste dû ${total} en principal.`,
  earlierHeading: `Cette lettre fait suite aux démarches suivantes, restées sans effet${COLON.trimEnd()}`,
  earlierOne: (what, day, channel, numbers) =>
    `${what} du ${day}${channel === '' ? '' : ` (${channel})`}${numbers === '' ? '' : `, ${numbers}`}`,
  invoicesCaption: 'Factures impayées',
  interestCaption: (day) => `Intérêts de retard arrêtés au ${day}`,
  owedCaption: 'Sommes dues',
  principal: 'Principal restant dû',
  interestTo: (day) => `Intérêts de retard arrêtés au ${day}`,
  fee: (count, each) => `Indemnité forfaitaire pour frais de recouvrement (${count}\u00a0×\u00a0${each})`,
  credits: (numbers) => `À déduire${COLON}crédits à votre compte${numbers === '' ? '' : ` (${numbers})`}`,
  grandTotal: 'Total dû',
  demand: ({ total, days, deadline, legal }) =>
    `Par la présente, nous vous mettons en demeure de nous régler la somme de ${total} dans un délai de ${days}\u00a0jours à compter de la date de cette lettre, soit au plus tard le ${deadline}.${
      legal.jurisdiction === 'FR' ? ' Cette lettre vaut mise en demeure au sens de l’article 1344 du Code civil.' : ''
    }`,
  laws: lawsOf,
  contestedNote:
    'La part que vous contestez n’est pas réclamée par la présente\u00a0; elle est traitée séparément et nos droits sont réservés à son égard.',
  pay: {
    heading: 'Pour régler',
    holder: 'Titulaire',
    iban: 'IBAN',
    bic: 'BIC',
    link: 'Paiement en ligne',
    reference: 'Référence à rappeler',
    qr: 'Virement par code QR',
  },
  consequence: (route, legal, deadline) => {
    const way = (route === null ? undefined : CONSEQUENCES[route]) ?? 'saisir la juridiction compétente';
    const more = legal.consumer
      ? ', en demandant en outre les intérêts et les frais que la loi met à votre charge'
      : ', en demandant en outre les intérêts courus jusqu’au paiement, les frais de recouvrement justifiés et les dépens';
    return `À défaut de règlement complet au ${deadline}, nous nous verrons contraints de ${way}, sans autre avis${more}.`;
  },
  amicable: (legal, contact) =>
    `Si un désaccord ou une difficulté vous empêche de régler, écrivez-nous avant cette date${contact === '' ? '' : ` (${contact})`}\u00a0: une solution amiable reste possible.${
      legal.consumer && legal.jurisdiction === 'FR'
        ? ' Vous pouvez aussi recourir gratuitement à la médiation de la consommation (article L612-1 du Code de la consommation).'
        : ''
    }`,
  crossed: 'Si votre règlement a croisé cette lettre, veuillez ne pas en tenir compte.',
  closing: 'Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
  forCompany: 'Pour',
  enclosed: `Pièces jointes${COLON}`,
  enclosures: { invoices: 'copie des factures', reminders: 'copie des relances' },
  colon: COLON,
  all,
};

function lawsOf({ regimes, jurisdiction, consumer, contractRate }: Legal): string[] {
  if (consumer)
    return jurisdiction === 'FR'
      ? ['À compter de la présente mise en demeure, la somme due porte intérêt au taux légal (article 1231-6 du Code civil).']
      : [];
  const rate = contractRate === '' ? '' : `au taux contractuel de ${contractRate} l’an`;
  const laws: Record<string, string> = {
    FR: `Entre professionnels, les pénalités de retard sont exigibles de plein droit, sans rappel, dès le lendemain de l’échéance (article L441-10 II du Code de commerce)${rate === '' ? ', au taux de la Banque centrale européenne majoré de 10\u00a0points, celui du 1er janvier ou du 1er juillet de chaque semestre' : `, ${rate}`}. L’indemnité forfaitaire de 40\u00a0€ par facture est due de plein droit (articles L441-10 II et D441-5 du même code).`,
    'FR-PUBLIC': `Les intérêts moratoires sont dus de plein droit, sans demande, par le pouvoir adjudicateur (articles L2192-12 et suivants du Code de la commande publique)${rate === '' ? ', au taux de la Banque centrale européenne majoré de 8\u00a0points' : `, ${rate}`}, ainsi que l’indemnité forfaitaire de 40\u00a0€ par facture.`,
    EU: `Les intérêts de retard sont dus de plein droit entre professionnels (directive 2011/7/UE et loi qui la transpose)${rate === '' ? ', au taux de référence majoré de 8\u00a0points' : `, ${rate}`}, ainsi que l’indemnité de 40\u00a0€ par facture.`,
    DE: `Les intérêts de retard sont dus entre professionnels selon le § 288 alinéa 2 du Code civil allemand (BGB)${rate === '' ? ', au taux de base majoré de 9\u00a0points' : `, ${rate}`}, ainsi que l’indemnité de 40\u00a0€ (§ 288 alinéa 5).`,
    UK: `Les intérêts et l’indemnité sont dus selon le Late Payment of Commercial Debts (Interest) Act 1998${rate === '' ? ', au taux de la Banque d’Angleterre majoré de 8\u00a0points' : `, ${rate}`}.`,
    none: rate === '' ? '' : `Les intérêts de retard sont dus ${rate}.`,
  };
  const said = regimes.flatMap((regime) => laws[regime] || []);
  return said.length === 0 ? [] : [...said, 'Les intérêts continuent de courir jusqu’au complet paiement.'];
}
