/**
 * Every key of the Settings tab: what people may call it, what it means in both languages (the help page is made from this table), and how its
 * value reads. A house that sets none of them reminds as the trade does.
 */
import { cadenceId } from '../dunning/cadence.ts';
import { readIban } from '../iban.ts';
import type { Settings } from '../settings.ts';
import type { TabLine } from './tab-line.ts';
import type { ColumnOf } from './tab-shapes.ts';
import { LANGUAGE_WORDS, REGIME_WORDS, type Words, wordKey, YES_NO_WORDS } from './tab-words.ts';

export type SettingLine = TabLine<ColumnOf<'settings'>>;
/** The keys of one line each; rates have a line per half-year, disbursements a line each (see rate-lines, disbursement-lines). */
export type SettingId = Exclude<keyof Settings, 'rates' | 'disbursements'>;

/** One key: its names beside its id, its meaning, and the reading of its value; null when it cannot be read (the line has complained). */
export interface SettingKey<Id extends SettingId = SettingId> {
  readonly names: { readonly en: string; readonly fr: string };
  readonly alsoNamed: readonly string[];
  readonly means: { readonly en: string; readonly fr: string };
  read(line: SettingLine): NonNullable<Settings[Id]> | null;
}

function key<T>(en: string, fr: string, meansEn: string, meansFr: string, read: (line: SettingLine) => T | null, ...alsoNamed: string[]) {
  return { names: { en, fr }, alsoNamed, means: { en: meansEn, fr: meansFr }, read };
}

const text = (line: SettingLine) => line.text('value') || null;
const days = (line: SettingLine) => line.whole('value', 0, 3650);
const matching = (pattern: RegExp, wrong: string, tidy: (found: string) => string) => (line: SettingLine) => {
  const found = tidy(line.text('value'));
  return found === '' ? null : pattern.test(found) ? found : line.complain('value', wrong);
};
const oneOf =
  <T>(words: Words<T>, wrong: string) =>
  (line: SettingLine) =>
    line.word('value', words, wrong);
const choice = <T extends string>(table: Readonly<Record<T, readonly string[]>>): Words<T> =>
  new Map((Object.entries(table) as [T, string[]][]).flatMap(([id, words]) => [id, ...words].map((word) => [wordKey(word), id] as const)));

const yesOrNo = (line: SettingLine) => {
  const word = line.word('value', YES_NO_WORDS, 'not-yes-or-no');
  return word === null ? null : word === 'yes';
};

const COUNTRIES = choice({
  FR: ['France'],
  BE: ['Belgique', 'Belgium'],
  LU: ['Luxembourg'],
  CH: ['Suisse', 'Switzerland'],
  DE: ['Allemagne', 'Germany'],
  GB: ['UK', 'Royaume-Uni', 'United Kingdom', 'Great Britain', 'Angleterre', 'England'],
  ES: ['Espagne', 'Spain'],
  IT: ['Italie', 'Italy'],
  NL: ['Pays-Bas', 'Netherlands'],
  US: ['USA', 'États-Unis', 'United States'],
  CA: ['Canada'],
});
const DATE_ORDERS = choice<'dmy' | 'mdy' | 'ymd'>({
  dmy: ['jma', 'jj/mm/aaaa', 'dd/mm/yyyy', 'jour mois année', 'day month year', 'jj/mm/aa', 'dd/mm/yy'],
  mdy: ['mja', 'mm/jj/aaaa', 'mm/dd/yyyy', 'mois jour année', 'month day year', 'mm/dd/yy'],
  ymd: ['amj', 'aaaa-mm-jj', 'yyyy-mm-dd', 'année mois jour', 'year month day', 'ISO'],
});
const ENTRIES = choice<'ladder' | 'by-age'>({
  ladder: ['échelle', 'première étape', 'first stage'],
  'by-age': ['par âge', 'âge', 'age', 'ancienneté', 'par ancienneté'],
});
const MONTH_ENDS = choice<'days-then-end' | 'end-then-days'>({
  'days-then-end': ['jours puis fin de mois', 'days then end of month'],
  'end-then-days': ['fin de mois puis jours', 'end of month then days'],
});

function readCountry(line: SettingLine): string | null {
  const found = line.text('value');
  if (found === '') return null;
  return COUNTRIES.get(wordKey(found)) ?? (/^[a-z]{2}$/i.test(found) ? found.toUpperCase() : line.complain('value', 'unknown-country'));
}

/** A mistyped account would send the customers' money astray. */
function readAccount(line: SettingLine): string | null {
  const found = line.text('value');
  return found.replace(/[\s\u00a0\u202f-]/g, '') === '' ? null : (readIban(found) ?? line.complain('value', 'not-an-iban'));
}

/** The keys, in the order of the help page. */
export const SETTING_KEYS: { readonly [Id in SettingId]: SettingKey<Id> } = {
  company: key(
    'Company',
    'Société',
    'Your company, as reminders sign it',
    'Votre société, telle que les relances la signent',
    text,
    'Entreprise',
    'Raison sociale',
  ),
  companyAddress: key(
    'Company address',
    'Adresse de la société',
    'Your address, at the head of formal letters (several lines allowed)',
    'Votre adresse, en tête des courriers (plusieurs lignes possibles)',
    (line) => line.wording('value') || null,
    'Adresse',
    'Address',
  ),
  companyCity: key(
    'Company town',
    'Ville de la société',
    'The town from which letters are dated',
    'La ville d’où les courriers sont datés',
    text,
    'Ville',
    'Town',
    'City',
  ),
  companyId: key(
    'Company number',
    'SIREN',
    'Registration or VAT number, at the head of formal letters',
    'SIREN, RCS ou n° de TVA, en tête des courriers',
    text,
    'SIRET',
    'RCS',
    'N° de TVA',
    'VAT number',
    'Registration number',
  ),
  companyContact: key(
    'Company contact',
    'Coordonnées de la société',
    'Telephone and e-mail, at the head of formal letters',
    'Téléphone et e-mail, en tête des courriers',
    (line) => line.wording('value') || null,
    'Coordonnées',
    'Contact',
  ),
  signature: key(
    'Signature',
    'Signature',
    'The lines under every message',
    'Les lignes au bas de chaque message',
    (line) => line.wording('value') || null,
  ),
  by: key('By', 'Par', 'Who acts, noted in the journal', 'Qui agit, noté au journal', text, 'Auteur', 'Author'),
  iban: key(
    'IBAN',
    'IBAN',
    'The account to pay to, shown in reminders',
    'Le compte à créditer, indiqué dans les relances',
    readAccount,
    'Compte bancaire',
  ),
  bic: key(
    'BIC',
    'BIC',
    "The bank's BIC",
    'Le BIC de la banque',
    matching(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'not-a-bic', (found) => found.replace(/\s/g, '').toUpperCase()),
    'SWIFT',
  ),
  paymentLink: key(
    'Payment link',
    'Lien de paiement',
    'A page where the customer can pay (https)',
    'Une page où le client peut payer (https)',
    matching(/^https?:\/\/[^\s"'<>]+$/i, 'not-a-link', (found) => found),
  ),
  country: key(
    'Country',
    'Pays',
    'Country whose business days count (FR, BE …)',
    'Pays dont les jours ouvrés comptent (FR, BE …)',
    readCountry,
  ),
  currency: key(
    'Currency',
    'Devise',
    'Currency of amounts that name none',
    'Devise des montants qui n’en nomment pas',
    (line) => line.currency('value'),
    'Monnaie',
  ),
  language: key(
    'Language',
    'Langue',
    'Language of the panel and of messages (fr, en)',
    'Langue du panneau et des messages (fr, en)',
    oneOf(LANGUAGE_WORDS, 'unknown-language'),
  ),
  locale: key(
    'Locale',
    'Format régional',
    'How undecided dates and amounts read (fr-FR, en-US …)',
    'Comment lire dates et montants indécis (fr-FR, en-US …)',
    matching(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'unknown-locale', localeTag),
    'Paramètres régionaux',
    'Region',
  ),
  dateOrder: key(
    'Date order',
    'Ordre des dates',
    'Order of day, month, year in text dates (dmy, mdy, ymd)',
    'Ordre jour, mois, année des dates en texte (dmy, mdy, ymd)',
    oneOf(DATE_ORDERS, 'unknown-date-order'),
    'Format de date',
    'Date format',
  ),
  cadence: key(
    'Cadence',
    'Scénario',
    'The reminder cadence by default',
    'Le scénario de relance par défaut',
    (line) => cadenceId(line.text('value')) || null,
    'Scénario par défaut',
    'Default cadence',
    'Scénario de relance',
  ),
  minimumInterval: key(
    'Minimum interval',
    'Délai minimum',
    'Days a customer is left alone after any contact',
    'Jours sans nouveau contact avec un client',
    days,
    'Intervalle minimum',
    'Délai minimum entre contacts',
    'Délai minimal',
  ),
  rest: key(
    'Rest',
    'Repos',
    'Days an invoice rests after a contact about it',
    'Jours de repos d’une facture après un contact à son sujet',
    days,
  ),
  tolerance: key('Tolerance', 'Tolérance', 'At most this much left counts as paid', 'Un reste d’au plus ce montant vaut payé', (line) =>
    line.amount('value', 0),
  ),
  calls: key(
    'Calls',
    'Appels',
    'Whether the house calls its customers (yes, no)',
    'Si la maison appelle ses clients (oui, non)',
    yesOrNo,
    'Appels téléphoniques',
    'Phone calls',
  ),
  entry: key(
    'Entry',
    'Entrée',
    'Where an old invoice never chased starts: ladder (first stage) or by-age',
    'Où commence une vieille facture jamais relancée\u00a0: échelle (première étape) ou par âge',
    oneOf(ENTRIES, 'unknown-entry'),
    "Règle d'entrée",
    'Entry rule',
  ),
  repeatHandOver: key(
    'Repeat hand-over',
    'Répéter la transmission',
    'Days after which hand-over is proposed again',
    'Jours après lesquels la transmission est proposée à nouveau',
    (line) => line.whole('value', 1, 3650),
  ),
  regime: key(
    'Regime',
    'Régime',
    'Late-payment regime (FR, FR-PUBLIC, EU, DE, UK, CONSUMER, none)',
    'Régime des pénalités (FR, FR-PUBLIC, EU, DE, UK, CONSUMER, aucun)',
    oneOf(REGIME_WORDS, 'unknown-regime'),
  ),
  contractRate: key(
    'Contract rate',
    'Taux contractuel',
    'Yearly late-interest rate of your contracts (12 %)',
    'Taux annuel de pénalités de vos contrats (12 %)',
    (line) => line.fraction('value'),
    'Taux de pénalités',
    'Taux des pénalités de retard',
  ),
  noticeDays: key(
    'Notice days',
    'Délai de mise en demeure',
    'Days a formal notice gives to pay',
    'Jours laissés pour payer par une mise en demeure',
    (line) => line.whole('value', 1, 365),
    'Jours de mise en demeure',
  ),
  endOfMonthTerms: key(
    'End of month terms',
    'Fin de mois',
    'How a bare “45 FDM” reads: days-then-end or end-then-days',
    'Comment lire «\u00a045 FDM\u00a0»\u00a0: jours puis fin de mois, ou fin de mois puis jours',
    oneOf(MONTH_ENDS, 'unknown-terms'),
    'Délai fin de mois',
  ),
  agencyFrom: key(
    'Agency from',
    'Société de recouvrement dès',
    'From this amount on, a collection agency is proposed at hand-over',
    'À partir de ce montant, une société de recouvrement est proposée au passage au contentieux',
    (line) => line.amount('value', 0),
    'Seuil société de recouvrement',
    'Agency threshold',
  ),
  promiseGrace: key(
    'Promise grace',
    'Grâce promesse',
    'Days of grace after a promised date',
    'Jours de grâce après une date promise',
    days,
    'Délai de grâce',
    'Jours de grâce',
  ),
  disputeDays: key(
    'Dispute days',
    'Délai de litige',
    'Days in which a dispute is to be settled, where nobody named a day',
    'Jours pour régler un litige, quand aucune date n’est convenue',
    (line) => line.whole('value', 1, 3650),
    'Jours de litige',
    'Dispute deadline',
    'Échéance litige',
  ),
  paymentRunPause: key(
    'Payment run pause',
    'Pause règlement prévu',
    'Days an invoice is left alone once the customer says it is in the next payment run',
    'Jours sans relance quand le client annonce un règlement en cours',
    (line) => line.whole('value', 1, 365),
    'Pause paiement en cours',
  ),
};

/** `fr_fr` is fr-FR, `FR` is fr. */
function localeTag(found: string): string {
  return found
    .split(/[-_]/)
    .map((part, at) =>
      at === 0 ? part.toLowerCase() : part.length === 4 ? part[0]?.toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase(),
    )
    .join('-');
}

const BY_WORD = new Map<string, SettingId>(
  (Object.entries(SETTING_KEYS) as [SettingId, SettingKey][]).flatMap(([id, { names, alsoNamed }]) =>
    [id, names.en, names.fr, ...alsoNamed].map((word) => [wordKey(word), id] as const),
  ),
);

/** The setting a word of the key column means; null when none. */
export function settingId(word: string): SettingId | null {
  return BY_WORD.get(wordKey(word.replace(/\([^)]*\)/g, ' '))) ?? null;
}
