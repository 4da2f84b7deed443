/**
 * Les relances en français : courtes, courtoises, fermes sans menace. Les pénalités et l'indemnité sont dues de plein droit entre
 * professionnels ; aucun texte ne les fait dépendre d'une mention sur la facture. Un particulier n'en lit jamais un mot.
 */
import type { StageId } from '../types.ts';
import { MANNERS_FR } from './manners-fr.ts';
import { all, by, COLON, due, invoices, lateInvoices, owed, sentence, until } from './phrases-fr.ts';
import type { Facts, MessageTexts, SaidLine } from './texts.ts';

const EARLIER: ReadonlyMap<StageId, string> = new Map([
  ['pre-reminder', 'message'],
  ['reminder', 'rappel'],
  ['reminder-2', 'rappel'],
  ['reminder-3', 'rappel'],
  ['call', 'appel'],
  ['formal-reminder', 'relance'],
  ['formal-notice', 'mise en demeure'],
]);

const ORDINALS = ['Rappel', 'Deuxième rappel', 'Troisième rappel'];

function reminderOrdinal(facts: Facts): string {
  return ORDINALS[facts.remindersSent] ?? 'Nouveau rappel';
}

export const TEXTS_FR: MessageTexts = {
  stages: {
    courtesy: {
      subject: () => 'Rappel amical',
      opening: (facts) =>
        `Sauf erreur de notre part, ${lateInvoices(facts)} ${by(facts, 'reste', 'restent')} à régler. Il s’agit sans doute d’un simple oubli.`,
      ask: (facts) => `Merci de bien vouloir procéder à ${by(facts, 'son', 'leur')} règlement dès que possible.`,
      formal: false,
    },
    reminder: {
      subject: reminderOrdinal,
      opening: (facts) => `Sauf erreur de notre part, ${lateInvoices(facts)} ${by(facts, 'reste', 'restent')} à régler.`,
      ask: (facts) =>
        `Pourriez-vous procéder à ${by(facts, 'son', 'leur')} règlement, ou nous indiquer la date à laquelle il est prévu\u00a0?`,
      formal: false,
    },
    'reminder-2': {
      subject: reminderOrdinal,
      opening: (facts) => sentence(`${lateInvoices(facts)} ${by(facts, 'est', 'sont')} toujours en attente de règlement.`),
      ask: (facts) =>
        `Merci de procéder à ${by(facts, 'son', 'leur')} règlement ${until(facts, 'sans tarder')}, ou de nous indiquer à quelle date il interviendra. Si un point pose question, dites-le-nous\u00a0: nous le réglerons avec vous.`,
      formal: false,
    },
    'reminder-3': {
      subject: reminderOrdinal,
      opening: (facts) =>
        sentence(
          `${lateInvoices(facts)} ${by(facts, 'n’est toujours pas réglée', 'ne sont toujours pas réglées', 'n’est toujours pas réglé')}.`,
        ),
      ask: (facts) =>
        `Nous vous demandons de ${by(facts, 'la', 'les', 'le')} régler ${until(facts, 'sans délai')}, ou de nous dire dès maintenant ce qui s’y oppose.`,
      formal: true,
    },
    firm: {
      subject: () => 'Relance',
      opening: (facts) =>
        sentence(
          `${facts.contactedBefore ? 'malgré nos précédents contacts' : 'à ce jour'}, ${lateInvoices(facts)} ${by(facts, 'reste due', 'restent dues', 'reste dû')}.`,
        ),
      ask: (facts) =>
        `Nous vous demandons de ${by(facts, 'la', 'les', 'le')} régler ${until(facts, 'sans délai')}. En cas de difficulté ou de désaccord, répondez-nous rapidement\u00a0: nous chercherons une solution avec vous.`,
      formal: true,
    },
    final: {
      subject: () => 'Mise en demeure',
      opening: (facts) => {
        const owing = sentence(`${lateInvoices(facts)} ${by(facts, 'reste due', 'restent dues', 'reste dû')}.`);
        if (facts.letter === null)
          return `${owing} Par ce message, nous vous mettons en demeure de ${by(facts, 'la', 'les', 'le')} régler.`;
        const letter = facts.letter === 'registered-letter' ? 'lettre recommandée avec avis de réception' : 'courrier';
        return `${owing} Une mise en demeure vous est adressée par ${letter}\u00a0; nous tenons à vous en informer aussi par ce message.`;
      },
      ask: (facts) =>
        `Nous vous demandons de régler cette somme ${until(facts, 'dès réception')}. Si une difficulté ou un désaccord vous en empêche, contactez-nous ${facts.deadline === '' ? 'sans attendre' : 'avant cette date'}\u00a0: une solution amiable reste possible.`,
      formal: true,
    },
  },
  call: {
    subject: (facts) => `Appel${facts.customer === '' ? '' : ` à ${facts.customer}`}${COLON}${about(facts)}`,
    lines: (facts, { contact, company, earlier }) => [
      `Demander${COLON}${contact === '' ? 'la personne chargée des règlements' : contact}.${earlier === '' ? '' : ` ${earlier}`}`,
      `«\u00a0Bonjour, ${company === '' ? '' : `${company} à l’appareil, `}je vous appelle au sujet ${spoken(facts)} Quand le règlement est-il prévu\u00a0?\u00a0»`,
      'Une date est donnée\u00a0: la répéter, la noter comme promesse et remercier.',
      'Un désaccord ou une difficulté\u00a0: noter le motif, proposer d’envoyer la pièce manquante et convenir du prochain contact.',
    ],
  },
  subject: (prefix, facts) => {
    const what = about(facts);
    return facts.timing === 'early' ? sentence(what) : `${prefix}${COLON}${what}`;
  },
  greeting: (contact, formal) => (contact === '' ? (formal ? 'Madame, Monsieur,' : 'Bonjour,') : `Bonjour ${contact},`),
  early: {
    opening: (facts) => {
      const [line] = facts.lines as [SaidLine];
      const falls = facts.lines.length > 1 ? 'arrivent prochainement à échéance' : `arrive à échéance le ${line.dueOn}`;
      return `Nous nous permettons de vous rappeler que ${invoices(facts)} ${falls}.`;
    },
    ask: (facts) =>
      `Merci de prévoir ${by(facts, 'son', 'leur')} règlement pour ${by(facts, 'cette date', 'ces dates')}. S’il vous manque une pièce (duplicata, RIB, numéro de commande), répondez simplement à ce message.`,
  },
  manners: MANNERS_FR,
  oldest: (facts) => `${facts.sameDue ? 'Elles sont échues' : 'La plus ancienne est échue'} depuis le ${facts.oldestDue}.`,
  earlierOne: (stage, day, concerned) => `notre ${EARLIER.get(stage) ?? 'message'} du ${day}${concerned === '' ? '' : ` (${concerned})`}`,
  follows: (what, earlier) =>
    `${what === 'call' ? 'Cet appel' : 'Ce message'} fait suite à ${all(earlier.map((one, i) => (i === 0 ? one : `à ${one}`)))}.`,
  crossed: (facts) =>
    facts.timing === 'early'
      ? 'Si votre règlement est déjà parti, merci de ne pas tenir compte de ce message.'
      : 'Si votre règlement a croisé ce message, merci de ne pas en tenir compte.',
  alsoOpen: (count) =>
    count === 1
      ? `Pour information, une autre facture est également en attente de règlement${COLON.trimEnd()}`
      : `Pour information, ${count} autres factures sont également en attente de règlement${COLON.trimEnd()}`,
  soonDue: (count) =>
    count === 1
      ? `Une autre facture arrive à échéance${COLON.trimEnd()}`
      : `${count} autres factures arrivent à échéance${COLON.trimEnd()}`,
  credits: (credits) => {
    const named = credits.map(({ number, amount }) => `${amount}${number === '' ? '' : ` (${number})`}`);
    return credits.length === 1
      ? `Un crédit de ${all(named)} figure à votre compte\u00a0; il n’est pas déduit des montants ci-dessus.`
      : `Des crédits de ${all(named)} figurent à votre compte\u00a0; ils ne sont pas déduits des montants ci-dessus.`;
  },
  listed: (line) => {
    const number = line.number === '' ? 'Facture' : line.number;
    const issued = line.issuedShort === '' ? '' : ` du ${line.issuedShort}`;
    const order = line.purchaseOrder === '' ? '' : ` (commande ${line.purchaseOrder})`;
    const interest = line.interest === '' ? '' : ` + ${line.interest} de pénalités`;
    const fee = line.fee === '' ? '' : ` + ${line.fee} d’indemnité`;
    return `${number}${issued}${order}${due(line, line.dueShort)}${COLON}${owed(line)}${interest}${fee}`;
  },
  columns: {
    number: 'Facture',
    issuedOn: 'Date',
    purchaseOrder: 'Commande',
    dueOn: 'Échéance',
    amount: 'Montant',
    open: 'Reste dû',
    daysLate: 'Jours de retard',
    interest: 'Pénalités',
    fee: 'Indemnité',
  },
  sums: {
    total: 'Total à régler',
    principal: 'Restant dû',
    interest: (day) => `Pénalités de retard au ${day}`,
    fee: 'Indemnité forfaitaire pour frais de recouvrement',
    grandTotal: 'Total à ce jour',
    withSoonDue: 'Total avec les factures à échoir',
  },
  pay: {
    heading: 'Pour régler',
    iban: 'IBAN',
    bic: 'BIC',
    link: 'Paiement en ligne',
    reference: 'Référence à rappeler',
    document: 'Copie de la facture',
  },
  accountsTeam: 'Équipe comptable',
  days: (count) => (count === 1 ? '1\u00a0jour' : `${count}\u00a0jours`),
  closing: 'Cordialement',
  colon: COLON,
  all,
};

/** L'objet sans son premier mot : numéro, montant, échéance, retard. */
function about({ lines, timing, total }: Facts): string {
  const [line] = lines as [SaidLine];
  if (lines.length > 1) {
    const kind = { late: 'factures échues', early: 'factures bientôt à échéance', open: 'factures à régler' }[timing];
    return `${lines.length} ${kind}, ${total} au total`;
  }
  const number = line.number === '' ? '' : ` ${line.number}`;
  return `${line.partlyPaid ? `solde de ${line.open} de la facture${number}` : `facture${number} de ${line.open}`}${due(line, line.dueOn)}`;
}

/** Les mêmes faits, dits au téléphone. */
function spoken({ lines, total }: Facts): string {
  const [line] = lines as [SaidLine];
  if (lines.length > 1) return `de ${lines.length} factures en attente de règlement, ${total} au total.`;
  const number = line.number === '' ? '' : ` ${line.number}`;
  const what = line.partlyPaid ? `du solde de ${line.open} de la facture${number}` : `de la facture${number} de ${line.open}`;
  return `${what}${due(line, line.dueOn)}.`;
}
