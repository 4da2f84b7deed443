/**
 * The words between `{{` and `}}` of the user's own messages: one table for both languages, with the names people copy from articles about
 * reminders. The first two names are those we write (English, French). Compared without accents, capitals, spaces, underscores or brackets:
 * `{{N° FACTURE}}`, `{{n_facture}}` and `{{N° facture (ex. F-12)}}` are one.
 */
import { folded } from '../words.ts';

type Names = readonly [en: string, fr: string, ...others: string[]];

/** Said on one line, or on a few (a signature). */
const WORDS = {
  number: [
    'Invoice',
    'N° FACTURE',
    'Numéro de facture',
    'Facture',
    'Factures',
    'Numéros de facture',
    'N° de facture',
    'N° factures',
    'Numéro facture',
    'Invoice number',
    'Invoice no',
    'Invoices',
    'Invoice numbers',
    'Référence facture',
  ],
  dueOn: ['Due date', 'ÉCHÉANCE', 'Date d’échéance', 'Date échéance', 'Due on', 'Due', 'Plus ancienne échéance', 'Oldest due date'],
  issuedOn: ['Invoice date', 'DATE FACTURE', 'Date de facture', 'Date de la facture', 'Date d’émission', 'Issue date', 'Issued on'],
  amount: [
    'Amount',
    'MONTANT',
    'Montant TTC',
    'Montant dû',
    'Montant total',
    'Montant total dû',
    'Total à payer',
    'Total à régler',
    'Reste dû',
    'Restant dû',
    'Reste à payer',
    'Solde',
    'Somme due',
    'Total',
    'Amount due',
    'Open amount',
    'Balance',
    'Total amount',
    'Outstanding amount',
  ],
  invoiced: ['Invoiced amount', 'MONTANT FACTURÉ', 'Montant initial', 'Original amount'],
  daysLate: ['Days late', 'JOURS DE RETARD', 'Nombre de jours de retard', 'Nb jours de retard', 'Retard', 'Days overdue'],
  purchaseOrder: [
    'Purchase order',
    'N° COMMANDE',
    'Commande',
    'Numéro de commande',
    'Bon de commande',
    'N° de commande',
    'Order number',
    'PO',
    'PO number',
  ],
  document: [
    'Invoice copy',
    'COPIE FACTURE',
    'Copie de la facture',
    'Lien vers la facture',
    'Lien facture',
    'Duplicata',
    'Invoice link',
    'Document',
  ],
  customer: ['Customer', 'CLIENT', 'Nom du client', 'Nom client', 'Customer name', 'Client name'],
  contact: [
    'Contact',
    'Prénom Nom',
    'Prénom',
    'Nom',
    'Nom Prénom',
    'Nom du contact',
    'Interlocuteur',
    'Civilité Nom',
    'Prénom et nom',
    'First name',
    'Last name',
    'First name Last name',
    'Name',
    'Full name',
    'Contact name',
  ],
  contactOrTeam: [
    'Contact / Accounts team',
    'Prénom Nom / Équipe Comptable',
    'Prénom Nom / Service Comptable',
    'Contact / Service comptable',
    'Name / Accounts team',
    'Name / Accounts payable',
  ],
  company: [
    'Our company',
    'NOTRE SOCIÉTÉ',
    'Notre entreprise',
    'Votre entreprise',
    'Votre société',
    'Nom de votre entreprise',
    'Nom de votre société',
    'Company',
    'Your company',
    'Société émettrice',
  ],
  signature: ['Signature', 'Signature', 'Votre signature', 'Your signature'],
  today: ['Today', 'DATE DU JOUR', 'Aujourd’hui', 'Date', 'Today’s date'],
  paymentLink: ['Payment link', 'LIEN DE PAIEMENT', 'Lien paiement', 'Payer en ligne', 'Pay link', 'Pay online'],
  bank: ['Bank details', 'RIB', 'IBAN', 'Coordonnées bancaires', 'IBAN BIC', 'IBAN / BIC', 'Compte bancaire', 'Bank account'],
  howToPay: [
    'How to pay',
    'LIEN DE PAIEMENT / RIB',
    'RIB / Lien de paiement',
    'Moyens de paiement',
    'Modalités de paiement',
    'Payment link / Bank details',
    'Payment details',
    'Pour régler',
  ],
  notice: ['Notice', 'DÉLAI', 'Délai de règlement', 'Délai de paiement', 'Délai accordé', 'Nombre de jours', 'Notice period'],
  deadline: ['Deadline', 'DATE LIMITE', 'Date limite de paiement', 'Date limite de règlement', 'Pay by', 'Payment deadline'],
  interest: [
    'Interest',
    'PÉNALITÉS',
    'Pénalités de retard',
    'Intérêts',
    'Intérêts de retard',
    'Montant des pénalités',
    'Late interest',
    'Penalties',
    'Late fees',
  ],
  fee: [
    'Recovery fee',
    'INDEMNITÉ',
    'Indemnité forfaitaire',
    'Indemnité de recouvrement',
    'Indemnité forfaitaire de recouvrement',
    'Frais de recouvrement',
    'Indemnité 40 €',
    '40 €',
    'Compensation',
  ],
  grandTotal: ['Total with penalties', 'TOTAL AVEC PÉNALITÉS', 'Total à ce jour', 'Total to date', 'Grand total'],
  earlier: [
    'Earlier reminders',
    'RELANCES PRÉCÉDENTES',
    'Précédentes relances',
    'Rappels précédents',
    'Dernière relance',
    'Previous reminders',
    'Last reminder',
  ],
  credits: ['Credits', 'AVOIRS', 'Avoir', 'Crédits', 'Credit notes'],
  paid: ['Payment', 'PAIEMENT REÇU', 'Montant payé', 'Montant reçu', 'Règlement reçu', 'Payment received', 'Amount paid'],
  counterpart: ['Counterpart', 'CONTREPARTIE', 'In return'],
} as const satisfies Record<string, Names>;

/** Takes whole lines or a table. */
const BLOCKS = {
  table: [
    'Table',
    'TABLEAU',
    'Tableau des factures',
    'Liste des factures',
    'Liste',
    'Détail des factures',
    'Détail',
    'Invoice table',
    'Invoice list',
    'List of invoices',
  ],
  alsoOpen: ['Also open', 'AUTRES FACTURES', 'Aussi ouvertes', 'Autres factures ouvertes', 'Other invoices', 'Other open invoices'],
  instalments: ['Instalments', 'ÉCHÉANCIER', 'Plan de paiement', 'Payment plan', 'Installments'],
} as const satisfies Record<string, Names>;

/** Only asked after `if`: what is so, without a value to show. */
const CLAIMS = {
  several: ['Several', 'PLUSIEURS', 'Plusieurs factures', 'Several invoices'],
  single: ['Single', 'UNE SEULE', 'Une seule facture', 'Single invoice'],
} as const satisfies Record<string, Names>;

export type WordId = keyof typeof WORDS;
export type BlockId = keyof typeof BLOCKS;
export type ClaimId = keyof typeof CLAIMS;
export type PlaceholderId = WordId | BlockId;

export const PLACEHOLDER_NAMES: Readonly<Record<PlaceholderId | ClaimId, Names>> = { ...WORDS, ...BLOCKS, ...CLAIMS };

/** What a name is compared by: what it says in brackets, such as an example, does not count. */
function nameKey(name: string): string {
  const bare = name.replace(/\([^)]*\)/g, ' ').replace(/\s*\([^)]*$/, '');
  return folded(bare.trim() === '' ? name : bare).replace(/ /g, '');
}

const BY_NAME = new Map(
  (Object.entries(PLACEHOLDER_NAMES) as [PlaceholderId | ClaimId, Names][]).flatMap(([id, names]) =>
    [id, ...names].map((name) => [nameKey(name), id] as const),
  ),
);

/** What a name between the tags stands for; null for a name nobody knows. */
export function placeholderId(name: string): PlaceholderId | ClaimId | null {
  return BY_NAME.get(nameKey(name)) ?? null;
}

export function isBlock(id: PlaceholderId | ClaimId): id is BlockId {
  return id in BLOCKS;
}

export function isClaim(id: PlaceholderId | ClaimId): id is ClaimId {
  return id in CLAIMS;
}

/** The name to write in the user's language. */
export function placeholderName(id: PlaceholderId | ClaimId, language: 'fr' | 'en'): string {
  return PLACEHOLDER_NAMES[id][language === 'en' ? 0 : 1];
}

/** The known name that looks most like a mistyped one, at most a third of its letters away; null when none does. */
export function likelyName(name: string): PlaceholderId | ClaimId | null {
  const key = nameKey(name);
  let best: PlaceholderId | ClaimId | null = null;
  let least = Math.floor(key.length / 3) + 1;
  for (const [known, id] of BY_NAME) {
    const distance = lettersApart(key, known);
    if (distance < least) [least, best] = [distance, id];
  }
  return best;
}

/** How many letters must be changed, added or taken away to turn one word into the other. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] as number) + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}
