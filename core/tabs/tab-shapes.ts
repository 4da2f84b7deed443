/**
 * The tabs a user may keep beside the invoices, as a page of words: what each is called, and what its columns are called. The first two words of
 * a column are those we write (English, French); the others are what people write in their place.
 */

import type { Role } from '../types.ts';

/** One tab: how it is named, what heads its columns, and what must be there for it to be that tab. */
export interface TabShape<Column extends string = string> {
  readonly names: { readonly en: string; readonly fr: string };
  /** Other names under which people keep it. */
  readonly alsoNamed: readonly string[];
  /** Column id → English header, French header, other words. */
  readonly columns: Readonly<Record<Column, readonly [en: string, fr: string, ...others: string[]]>>;
  /** Words too common to be trusted but under the tab's own name: "Date" in a sheet called Paiements. */
  readonly underItsName: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** What columns of an invoice sheet its columns are like: under its own name, their words in any language serve too. */
  readonly like?: Readonly<Partial<Record<Column, readonly Role[]>>>;
  /** Columns it needs under its own name; of an inner list, any one. */
  readonly needs: readonly (Column | readonly Column[])[];
  /** Columns by which it is known whatever its name; null: never without its name. */
  readonly unmistakable: readonly (Column | readonly Column[])[] | null;
}

const settings = {
  names: { en: 'Settings', fr: 'Réglages' },
  alsoNamed: ['Paramètres', 'Réglage', 'Setting'],
  columns: {
    key: ['Key', 'Clé', 'Setting', 'Réglage', 'Paramètre', 'Parameter'],
    value: ['Value', 'Valeur'],
    // For the reader's eyes: what the key means. Never read back.
    meaning: ['Meaning', 'Signification'],
  },
  underItsName: {},
  needs: ['key', 'value'],
  unmistakable: ['key', 'value'],
} as const satisfies TabShape;

const cadence = {
  names: { en: 'Cadence', fr: 'Scénarios' },
  alsoNamed: ['Cadences', 'Scénario', 'Scenarios', 'Scénarios de relance', 'Reminder cadence'],
  columns: {
    cadence: ['Cadence', 'Scénario', 'Scenario', 'Nom du scénario'],
    stage: ['Stage', 'Étape'],
    offset: ['Offset', 'Décalage', 'Décalage en jours', 'Offset in days', 'Décalage (jours)'],
    channel: ['Channel', 'Canal'],
    tone: ['Tone', 'Ton'],
    template: ['Template', 'Modèle'],
    segment: ['Segment', 'Segment'],
    minAmount: ['Minimum amount', 'Montant minimum', 'minAmount', 'Montant minimal', 'Min amount'],
    rest: ['Rest', 'Repos'],
  },
  underItsName: { offset: ['Days', 'Jours', 'J', 'Délai'] },
  needs: ['stage', 'offset'],
  unmistakable: ['stage', 'offset', 'channel'],
} as const satisfies TabShape;

const templates = {
  names: { en: 'Templates', fr: 'Modèles' },
  alsoNamed: ['Modèles de relance'],
  columns: {
    stage: ['Stage', 'Étape'],
    language: ['Language', 'Langue'],
    profile: ['Profile', 'Profil'],
    subject: ['Subject', 'Objet'],
    body: ['Body', 'Texte', 'Corps'],
  },
  underItsName: {},
  needs: ['stage', 'body'],
  unmistakable: ['stage', 'subject', 'body'],
} as const satisfies TabShape;

const customers = {
  names: { en: 'Customers', fr: 'Clients' },
  alsoNamed: ['Client', 'Customer', 'Fichier clients'],
  columns: {
    customer: ['Customer', 'Client', 'Customer name', 'Nom du client', 'Nom client'],
    customerId: ['Customer id', 'Code client', 'Customer code', 'Customer number', 'N° client', 'Numéro client', 'Id client'],
    email: ['Email', 'E-mail', 'Courriel', 'Mail', 'Email address', 'Adresse e-mail', 'Adresse mail'],
    backup: ['Backup email', 'E-mail de secours', 'Backup', 'Backup e-mail', 'Courriel de secours'],
    contact: ['Contact', 'Contact', 'Interlocuteur', 'Contact name', 'Nom du contact'],
    phone: ['Phone', 'Téléphone', 'Telephone', 'Tél.', 'Tel', 'Phone number', 'Mobile', 'Portable'],
    language: ['Language', 'Langue'],
    segment: ['Segment', 'Segment'],
    cadence: ['Cadence', 'Scénario', 'Scenario', 'Scénario de relance'],
    type: ['Type', 'Type', 'Customer type', 'Type de client'],
    regime: ['Regime', 'Régime'],
    paymentMethod: ['Payment method', 'Mode de paiement', 'Mode de règlement'],
    creditLimit: ['Credit limit', 'Plafond', 'Plafond de crédit', 'Limite de crédit'],
    insured: ['Insured', 'Montant assuré', 'Insured amount', 'Assuré'],
    holdUntil: ['Hold until', "Pause jusqu'au", 'En pause jusqu’au', 'On hold until'],
    owner: ['Owner', 'Responsable'],
    address: ['Address', 'Adresse', 'Postal address', 'Adresse postale', 'Adresse de facturation', 'Billing address'],
  },
  underItsName: { customer: ['Name', 'Nom', 'Raison sociale', 'Société', 'Entreprise', 'Company'], customerId: ['Code', 'Id'] },
  like: {
    customer: ['customer'],
    customerId: ['customerId'],
    email: ['email'],
    contact: ['contact'],
    phone: ['phone'],
    language: ['language'],
    segment: ['segment'],
    paymentMethod: ['paymentMethod'],
    holdUntil: ['holdUntil'],
    owner: ['owner'],
  },
  needs: [['customer', 'customerId']],
  unmistakable: ['customer', ['email', 'cadence', 'segment', 'phone']],
} as const satisfies TabShape;

const payments = {
  names: { en: 'Payments', fr: 'Paiements' },
  alsoNamed: ['Paiement', 'Payment', 'Règlements', 'Encaissements', 'Receipts'],
  columns: {
    invoice: [
      'Invoice',
      'Facture',
      'Invoice number',
      'N° facture',
      'Numéro de facture',
      'Numero facture',
      'Invoice no',
      'Invoice id',
      'N° de facture',
    ],
    customer: ['Customer', 'Client', 'Customer name', 'Nom du client', 'Nom client'],
    paidOn: [
      'Paid on',
      'Date de paiement',
      'Date paiement',
      'Payment date',
      'Date paid',
      'Paid date',
      'Date de règlement',
      'Date règlement',
      "Date d'encaissement",
      'Payé le',
      'Payée le',
      'Réglé le',
      'Réglée le',
      'Encaissé le',
      'Received on',
      'Reçu le',
    ],
    amount: ['Amount', 'Montant', 'Amount paid', 'Paid amount', 'Montant payé', 'Montant réglé', 'Montant encaissé'],
    currency: ['Currency', 'Devise', 'Monnaie', 'Currency code'],
  },
  underItsName: {
    invoice: ['Number', 'Numéro', 'N°', 'Référence', 'Reference'],
    paidOn: ['Date', 'On', 'Le'],
    amount: ['Payé', 'Paid', 'Total'],
  },
  like: { invoice: ['number'], customer: ['customer'], paidOn: ['paidOn'], amount: ['paidAmount', 'amount'], currency: ['currency'] },
  needs: ['invoice', 'amount'],
  unmistakable: ['invoice', 'paidOn', 'amount'],
} as const satisfies TabShape;

const plans = {
  names: { en: 'Plans', fr: 'Échéanciers' },
  alsoNamed: [],
  columns: {
    invoice: ['Invoice', 'Facture', 'Invoice number', 'N° facture', 'Numéro de facture'],
    customer: ['Customer', 'Client'],
    dueOn: ['Due on', 'Échéance', 'Due date', "Date d'échéance"],
    amount: ['Amount', 'Montant'],
  },
  underItsName: {},
  needs: ['invoice', 'dueOn', 'amount'],
  unmistakable: null,
} as const satisfies TabShape;

const journal = {
  names: { en: 'Reminder journal', fr: 'Journal des relances' },
  alsoNamed: ['Journal', 'journal.csv'],
  // Written in lower case: the same header heads the journal kept as a file beside the drafts.
  columns: {
    id: ['id', 'id', 'n°'],
    at: ['at', 'le', 'date'],
    event: ['event', 'événement'],
    customer: ['customer', 'client'],
    invoices: ['invoices', 'factures', 'invoice', 'facture'],
    stage: ['stage', 'étape'],
    round: ['round', 'tour'],
    channel: ['channel', 'canal'],
    amount: ['amount', 'montant'],
    currency: ['currency', 'devise'],
    until: ['until', "jusqu'au"],
    by: ['by', 'par'],
    reference: ['reference', 'référence'],
    text: ['text', 'texte'],
    check: ['check', 'contrôle'],
  },
  underItsName: {},
  needs: ['event', 'invoices', 'stage'],
  unmistakable: ['event', 'invoices', 'stage'],
} as const satisfies TabShape;

/** In the order in which a sheet is tried. */
export const TAB_SHAPES = { journal, settings, cadence, templates, customers, payments, plans } as const;
export type TabId = keyof typeof TAB_SHAPES;
export type ColumnOf<Id extends TabId> = keyof (typeof TAB_SHAPES)[Id]['columns'] & string;
export const TAB_IDS = Object.keys(TAB_SHAPES) as readonly TabId[];

/** What each tab is called in a workbook of that language. */
export const TAB_NAMES = Object.fromEntries(TAB_IDS.map((id) => [id, TAB_SHAPES[id].names])) as Record<
  TabId,
  { readonly en: string; readonly fr: string }
>;

/** The header row of a new tab, in the file's language. */
export function tabHeader(id: TabId, language: 'fr' | 'en'): string[] {
  return Object.values(TAB_SHAPES[id].columns).map((words) => words[language === 'en' ? 0 : 1]);
}
