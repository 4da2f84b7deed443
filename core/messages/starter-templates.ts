/**
 * The texts a Templates tab begins with, one per written stage: ours in the plain words anybody pays by, in the language of placeholders, to be
 * typed over. From the moment they stand in the tab, they are the house's own.
 */
import type { StageId } from '../types.ts';

interface Starter {
  readonly subject: string;
  readonly body: string;
}

/** Singular and plural of a reminder, by the one condition that tells them apart. */
const fr = (one: string, several: string) => `{{#si UNE SEULE}}${one}{{/si}}{{#si PLUSIEURS}}${several}{{/si}}`;
const en = (one: string, several: string) => `{{#if Single}}${one}{{/if}}{{#if Several}}${several}{{/if}}`;

function frenchBody(opening: string, ask: string, penalties: string): string {
  return [
    `Bonjour {{Prénom Nom}},\n\n${opening}\n{{?RELANCES PRÉCÉDENTES}}`,
    '{{#si PLUSIEURS}}\n{{TABLEAU}}\n{{/si}}',
    ...(penalties === '' ? [] : [penalties]),
    ask,
    '{{#si LIEN DE PAIEMENT / RIB}}\nPour régler\u00a0:\n{{LIEN DE PAIEMENT / RIB}}\n{{/si}}',
    'Si votre règlement a croisé ce message, merci de ne pas en tenir compte.',
    'Cordialement,\n{{?Signature}}',
  ].join('\n\n');
}

function englishBody(opening: string, ask: string, penalties: string): string {
  return [
    `Hello {{Contact}},\n\n${opening}\n{{?Earlier reminders}}`,
    '{{#if Several}}\n{{Table}}\n{{/if}}',
    ...(penalties === '' ? [] : [penalties]),
    ask,
    '{{#if How to pay}}\nHow to pay:\n{{How to pay}}\n{{/if}}',
    'If your payment has crossed this message, please disregard it.',
    'Kind regards,\n{{?Signature}}',
  ].join('\n\n');
}

const FR_PENALTIES =
  '{{#si PÉNALITÉS}}Pénalités de retard à ce jour\u00a0: {{PÉNALITÉS}}{{/si}}\n{{#si INDEMNITÉ}}Indemnité forfaitaire pour frais de recouvrement\u00a0: {{INDEMNITÉ}}{{/si}}\n{{#si TOTAL AVEC PÉNALITÉS}}Total à ce jour\u00a0: {{TOTAL AVEC PÉNALITÉS}}{{/si}}';
const EN_PENALTIES =
  '{{#if Interest}}Late-payment interest to date: {{Interest}}{{/if}}\n{{#if Recovery fee}}Fixed compensation for recovery costs: {{Recovery fee}}{{/if}}\n{{#if Total with penalties}}Total to date: {{Total with penalties}}{{/if}}';

const FR_WHAT = fr('la facture {{N° FACTURE}} de {{MONTANT}}', 'les factures {{N° FACTURE}}, {{MONTANT}} au total,');
const EN_WHAT = en('invoice {{Invoice}} for {{Amount}}', 'invoices {{Invoice}}, {{Amount}} in total,');
const FR_SUBJECT = fr('facture {{N° FACTURE}} de {{MONTANT}}', 'factures {{N° FACTURE}}, {{MONTANT}} au total');
const EN_SUBJECT = en('invoice {{Invoice}} for {{Amount}}', 'invoices {{Invoice}}, {{Amount}} in total');
const FR_SINCE = fr(', échue', ' dont la plus ancienne est échue');
const EN_SINCE = en(', due', ' the oldest of them due');

const FR: Readonly<Record<StageId, Starter>> = {
  'pre-reminder': {
    subject: `Prochaine échéance\u00a0: ${FR_SUBJECT}`,
    body: frenchBody(
      `Nous nous permettons de vous rappeler que ${FR_WHAT} ${fr('arrive à échéance', 'arrivent prochainement à échéance, la première')} le {{ÉCHÉANCE}}.`,
      'Merci d’en prévoir le règlement. S’il vous manque une pièce, répondez simplement à ce message.',
      '',
    ),
  },
  reminder: {
    subject: `Rappel\u00a0: ${FR_SUBJECT}`,
    body: frenchBody(
      `Sauf erreur de notre part, ${FR_WHAT}${FR_SINCE} depuis le {{ÉCHÉANCE}}, ${fr('reste', 'restent')} à régler.`,
      'Pourriez-vous procéder au règlement, ou nous indiquer la date à laquelle il est prévu\u00a0?',
      '',
    ),
  },
  'reminder-2': {
    subject: `Rappel\u00a0: ${FR_SUBJECT}`,
    body: frenchBody(
      `À ce jour, ${FR_WHAT}${FR_SINCE} depuis le {{ÉCHÉANCE}}, ${fr('est', 'sont')} toujours en attente de règlement.`,
      'Merci de procéder au règlement sans tarder, ou de nous indiquer à quelle date il interviendra. Si un point pose question, dites-le-nous.',
      '',
    ),
  },
  'reminder-3': {
    subject: `Rappel\u00a0: ${FR_SUBJECT}`,
    body: frenchBody(
      `À ce jour, ${FR_WHAT}${FR_SINCE} depuis le {{ÉCHÉANCE}}, ${fr('n’est toujours pas réglée', 'ne sont toujours pas réglées')}.`,
      'Nous vous demandons de régler sans délai, ou de nous dire dès maintenant ce qui s’y oppose.',
      FR_PENALTIES,
    ),
  },
  'formal-reminder': {
    subject: `Relance\u00a0: ${FR_SUBJECT}`,
    body: frenchBody(
      `À ce jour, ${FR_WHAT}${FR_SINCE} depuis le {{ÉCHÉANCE}}, ${fr('reste due', 'restent dues')}.`,
      'Nous vous demandons de régler sans délai. En cas de difficulté ou de désaccord, répondez-nous rapidement\u00a0: nous chercherons une solution avec vous.',
      FR_PENALTIES,
    ),
  },
  'formal-notice': {
    subject: `Mise en demeure\u00a0: ${FR_SUBJECT}`,
    body: frenchBody(
      `À ce jour, ${FR_WHAT}${FR_SINCE} depuis le {{ÉCHÉANCE}}, ${fr('reste due', 'restent dues')}. Nous vous mettons en demeure de régler cette somme.`,
      'Nous vous demandons de régler au plus tard le {{DATE LIMITE}}. Si une difficulté ou un désaccord vous en empêche, contactez-nous avant cette date\u00a0: une solution amiable reste possible.',
      FR_PENALTIES,
    ),
  },
};

const EN: Readonly<Record<StageId, Starter>> = {
  'pre-reminder': {
    subject: `Soon due: ${EN_SUBJECT}`,
    body: englishBody(
      `This is just to let you know that ${EN_WHAT} ${en('falls due', 'will soon fall due, the first of them')} on {{Due date}}.`,
      'Please plan payment. If you are missing anything, simply reply to this message.',
      '',
    ),
  },
  reminder: {
    subject: `Reminder: ${EN_SUBJECT}`,
    body: englishBody(
      `Unless we are mistaken, ${EN_WHAT}${EN_SINCE} since {{Due date}}, ${en('is', 'are')} still open.`,
      'Could you please arrange payment, or tell us the date on which it is planned?',
      '',
    ),
  },
  'reminder-2': {
    subject: `Reminder: ${EN_SUBJECT}`,
    body: englishBody(
      `As of today, ${EN_WHAT}${EN_SINCE} since {{Due date}}, ${en('is', 'are')} still awaiting payment.`,
      'Please arrange payment without delay, or let us know when we can expect it. If anything is unclear, tell us.',
      '',
    ),
  },
  'reminder-3': {
    subject: `Reminder: ${EN_SUBJECT}`,
    body: englishBody(
      `As of today, ${EN_WHAT}${EN_SINCE} since {{Due date}}, ${en('has', 'have')} still not been settled.`,
      'We ask you to pay without delay, or to tell us now what stands in the way.',
      EN_PENALTIES,
    ),
  },
  'formal-reminder': {
    subject: `Payment request: ${EN_SUBJECT}`,
    body: englishBody(
      `As of today, ${EN_WHAT}${EN_SINCE} since {{Due date}}, ${en('remains', 'remain')} outstanding.`,
      'We ask you to pay without delay. If you are in difficulty or disagree, please reply promptly and we will look for a solution with you.',
      EN_PENALTIES,
    ),
  },
  'formal-notice': {
    subject: `Formal notice: ${EN_SUBJECT}`,
    body: englishBody(
      `As of today, ${EN_WHAT}${EN_SINCE} since {{Due date}}, ${en('remains', 'remain')} outstanding. We give you formal notice to pay this sum.`,
      'We ask you to pay by {{Deadline}} at the latest. If a difficulty or a disagreement prevents you, please contact us before that date: an amicable solution is still possible.',
      EN_PENALTIES,
    ),
  },
};

/** The starting text of a stage; null for a call and for stages of the house's own. */
export function starterTemplate(stage: StageId, language: 'fr' | 'en'): Starter | null {
  return (language === 'fr' ? FR : EN)[stage] ?? null;
}

export const STARTER_STAGES: readonly StageId[] = Object.keys(FR);
