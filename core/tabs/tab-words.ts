/**
 * The words people write in their tabs for stages, channels, tones, events and the like, English and French, beside the ids. Compared without
 * accents, capitals, spaces or hyphens: "Lettre recommandée", "lettre-recommandee" and "LRAR" are one channel.
 */

import type { PayerProfile } from '../customers/payer-profile.ts';
import type { FreeMessageId } from '../messages/free-message.ts';
import type { Regime } from '../settings.ts';
import type { Channel, JournalEvent, StageId, Tone } from '../types.ts';
import { folded } from '../words.ts';

const keys = new Map<string, string>();

/** A word, folded to compare. Remembered: a journal of thousands of rows has a handful of words. */
export function wordKey(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    if (keys.size > 1000) keys.clear();
    key = folded(text).replace(/ /g, '');
    keys.set(text, key);
  }
  return key;
}

/** A vocabulary: what each word stands for. */
export type Words<T> = ReadonlyMap<string, T>;

function words<T extends string>(table: Readonly<Record<T, readonly string[]>>): Words<T> {
  const entries = Object.entries(table) as [T, readonly string[]][];
  return new Map(entries.flatMap(([id, others]) => [id, ...others].map((word) => [wordKey(word), id] as const)));
}

export const CHANNEL_WORDS: Words<Channel> = words<Channel>({
  email: ['e-mail', 'mail', 'courriel', 'mél', 'message'],
  call: ['appel', 'phone', 'téléphone', 'tél', 'tel', 'telephone', 'phone call', 'appel téléphonique', 'coup de fil'],
  letter: ['courrier', 'lettre', 'post', 'lettre simple', 'courrier simple', 'plain letter'],
  'registered-letter': [
    'lettre recommandée',
    'recommandé',
    'recommandée',
    'LRAR',
    'LR AR',
    'RAR',
    'LRE',
    'courrier recommandé',
    'registered',
    'registered mail',
    'registered post',
    'lettre recommandée avec accusé de réception',
    'lettre recommandée AR',
  ],
});

export const TONE_WORDS: Words<Tone> = words<Tone>({
  courtesy: ['courtois', 'courtoise', 'courteous', 'courtoisie', 'polite', 'friendly', 'amical', 'amicale'],
  reminder: ['rappel', 'relance'],
  firm: ['ferme'],
  final: ['dernier', 'dernière', 'last', 'finale'],
});

/** The stages Relance has words for; a house may add its own. */
const STAGE_WORDS: Words<StageId> = words({
  'pre-reminder': ['pré-relance', 'pré-rappel', 'rappel préventif', 'rappel avant échéance', 'avant échéance', 'courtesy reminder'],
  reminder: [
    'relance',
    'rappel',
    'relance 1',
    'rappel 1',
    'reminder 1',
    'première relance',
    'premier rappel',
    'first reminder',
    '1re relance',
    '1er rappel',
  ],
  'reminder-2': [
    'relance 2',
    'rappel 2',
    'deuxième relance',
    'seconde relance',
    'deuxième rappel',
    'second rappel',
    'second reminder',
    '2e relance',
    '2e rappel',
    '2nd reminder',
  ],
  'reminder-3': [
    'relance 3',
    'rappel 3',
    'troisième relance',
    'troisième rappel',
    'third reminder',
    '3e relance',
    '3e rappel',
    '3rd reminder',
  ],
  call: ['appel', 'phone call', 'téléphone', 'appel téléphonique', 'phone'],
  'formal-reminder': ['relance ferme', 'rappel ferme', 'relance formelle', 'rappel formel', 'firm reminder'],
  'formal-notice': ['mise en demeure', 'MED', 'final notice', 'notice', 'letter before action'],
  'hand-over': ['handover', 'transmission', 'remise au recouvrement', 'remise au contentieux', 'contentieux', 'recouvrement'],
});

export const EVENT_WORDS: Words<JournalEvent> = words<JournalEvent>({
  intent: ['intention', 'prévu'],
  drafted: ['draft', 'brouillon', 'brouillon créé', 'rédigé', 'rédigée'],
  sent: ['envoyé', 'envoyée', 'envoi'],
  'presumed-sent': ['présumé envoyé', 'présumée envoyée', 'presumed'],
  discarded: ['abandonné', 'abandonnée', 'brouillon supprimé', 'supprimé', 'supprimée', 'deleted'],
  unknown: ['inconnu', 'inconnue', 'sort inconnu'],
  called: ['appelé', 'appelée', 'appel', 'call', 'phoned', 'appel passé', 'téléphoné'],
  letter: ['lettre', 'courrier', 'lettre envoyée', 'courrier envoyé', 'posted'],
  mentioned: ['mentionné', 'mentionnée', 'mention'],
  skipped: ['skip', 'sauté', 'sautée', 'passé', 'passée', 'étape sautée'],
  promise: ['promesse', 'promised', 'promesse de paiement'],
  'promise-broken': ['promesse rompue', 'promesse non tenue', 'broken promise'],
  dispute: ['litige', 'disputed', 'contestation', 'contestée'],
  resolved: ['résolu', 'résolue', 'litige résolu', 'litige levé'],
  hold: ['pause', 'en pause', 'on hold', 'suspension'],
  plan: ['échéancier', 'payment plan', 'plan de paiement'],
  reply: ['réponse', 'answer', 'replied'],
  'handed-over': ['transmis', 'transmise', 'transmission', 'hand-over', 'remis au recouvrement', 'remis au contentieux'],
  note: ['remarque', 'commentaire', 'comment'],
  undone: ['annulé', 'annulée', 'undo'],
});

export const YES_NO_WORDS: Words<'yes' | 'no'> = words({
  yes: ['oui', 'o', 'y', 'true', 'vrai', '1', 'on', 'activé', 'x'],
  no: ['non', 'n', 'false', 'faux', '0', 'off', 'désactivé', 'aucun', 'none', 'sans'],
});

export const LANGUAGE_WORDS: Words<'fr' | 'en'> = words({
  fr: ['français', 'française', 'french', 'fr-FR', 'fr-BE', 'fr-CH', 'fr-CA', 'fr-LU'],
  en: ['anglais', 'anglaise', 'english', 'en-US', 'en-GB', 'en-IE', 'en-CA', 'en-AU'],
});

export type CustomerType = 'business' | 'public' | 'consumer';
export const CUSTOMER_TYPE_WORDS: Words<CustomerType> = words({
  business: ['entreprise', 'professionnel', 'professionnelle', 'société', 'company', 'b2b', 'pro'],
  public: ['secteur public', 'administration', 'collectivité', 'public sector', 'b2g', 'public body', 'organisme public'],
  consumer: ['particulier', 'consommateur', 'consommatrice', 'private', 'individual', 'b2c'],
});

/** How a customer pays, as a template may ask for it; `any` for every payer. */
export const PROFILE_WORDS: Words<PayerProfile | 'any'> = words<PayerProfile | 'any'>({
  good: ['bon', 'bon payeur', 'bonne', 'bons payeurs', 'good payer', 'fiable', 'reliable'],
  unknown: ['inconnu', 'nouveau', 'neutre', 'new', 'neutral', 'moyen', 'average'],
  bad: ['mauvais', 'mauvais payeur', 'mauvais payeurs', 'bad payer', 'à risque', 'risky', 'risque', 'difficile'],
  any: ['tous', 'toutes', 'all', 'every', '*', 'tout'],
});

/** The messages beside the ladder. */
const FREE_MESSAGE_WORDS: Words<FreeMessageId> = words<FreeMessageId>({
  'after-call': ['après appel', 'suite d’appel', "suite à l'appel", 'compte rendu d’appel', 'after a call', 'call follow-up'],
  'thank-you': ['remerciement', 'remerciements', 'merci', 'merci paiement', 'thanks', 'thank you'],
  statement: ['relevé', 'relevé de compte', 'situation de compte', 'account statement', 'statement of account'],
  plan: ['échéancier', 'plan de paiement', 'payment plan', 'confirmation d’échéancier', 'plan confirmation'],
});

export const REGIME_WORDS: Words<Regime> = words<Regime>({
  FR: ['france'],
  'FR-PUBLIC': ['france public', 'public'],
  EU: ['UE', 'europe'],
  DE: ['allemagne', 'germany'],
  UK: ['GB', 'royaume-uni', 'united kingdom'],
  CONSUMER: ['consommateur', 'particulier'],
  none: ['aucun', 'sans', 'non', 'no'],
});

/**
 * The id of a stage from what somebody typed: one of ours for a known word, else the words themselves joined by hyphens, so that a house may name
 * its own stages ("Visite sur place" is `visite-sur-place`) and find them again in the journal. '' for a blank.
 */
export function stageId(text: string): StageId {
  return (
    STAGE_WORDS.get(wordKey(text)) ??
    folded(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replace(/ /g, '-')
  );
}

/** What a tab made by us writes in a French workbook, where an id of ours would not be read by everybody. Each reads back as its id. */
const WRITTEN_IN_FRENCH: Readonly<Record<string, string>> = {
  yes: 'oui',
  no: 'non',
  courtesy: 'courtois',
  reminder: 'rappel',
  firm: 'ferme',
  final: 'final',
  ladder: 'échelle',
  'by-age': 'par âge',
  'days-then-end': 'jours puis fin de mois',
  'end-then-days': 'fin de mois puis jours',
  none: 'aucun',
  classic: 'classique',
  gentle: 'doux',
  prompt: 'rapide',
  'due-day': 'jour d’échéance',
  sensitive: 'sensible',
};

/** How a tab made by us writes an id: in French where French has a word that reads back. */
export function written(id: string, language: 'fr' | 'en'): string {
  return language === 'fr' ? (WRITTEN_IN_FRENCH[id] ?? id) : id;
}

/** What a template is for: a message beside the ladder, else a stage or a name of the house's own. '' for a blank. */
export function templateName(text: string): string {
  return FREE_MESSAGE_WORDS.get(wordKey(text)) ?? stageId(text);
}
