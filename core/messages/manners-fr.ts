/**
 * Les mêmes relances dites à un bon payeur, plus chaleureusement, et à un mauvais, plus fermement. Les faits ne changent pas : ni somme, ni date, ni
 * droit ; et nul ne lit ici ce que l'on pense de ses habitudes.
 */
import { by, invoices, lateInvoices, sentence, until } from './phrases-fr.ts';
import type { Facts, MessageTexts } from './texts.ts';

const owing = (facts: Facts) => `${lateInvoices(facts)} ${by(facts, 'reste', 'restent')} à régler`;
const due = (facts: Facts) => `${lateInvoices(facts)} ${by(facts, 'reste due', 'restent dues', 'reste dû')}`;
const falls = (facts: Facts) =>
  facts.lines.length > 1 ? 'arrivent prochainement à échéance' : `arrive à échéance le ${facts.lines[0]?.dueOn}`;
/** Ce que la mise en demeure met en demeure de faire, ou la lettre qui le fait. */
const notice = (facts: Facts, alone: string) =>
  facts.letter === null
    ? alone
    : `Une mise en demeure vous est adressée par ${facts.letter === 'registered-letter' ? 'lettre recommandée avec avis de réception' : 'courrier'}\u00a0; nous tenons à vous en informer aussi par ce message.`;

export const MANNERS_FR: MessageTexts['manners'] = {
  good: {
    early: {
      opening: (facts) => `Juste un mot pour vous signaler que ${invoices(facts)} ${falls(facts)}.`,
      ask: (facts) =>
        `Merci de prévoir ${by(facts, 'son', 'leur')} règlement\u00a0; s’il vous manque quoi que ce soit (duplicata, RIB, numéro de commande), répondez simplement à ce message.`,
    },
    courtesy: {
      opening: (facts) => `Sauf erreur de notre part, ${owing(facts)}\u00a0: sans doute un simple oubli, cela arrive à tout le monde.`,
      ask: (facts) => `Merci d’avance pour ${by(facts, 'son', 'leur')} règlement quand vous aurez un moment.`,
    },
    reminder: {
      opening: (facts) => `Sauf erreur de notre part, ${owing(facts)}. Il s’agit sans doute d’un oubli.`,
      ask: (facts) =>
        `Pourriez-vous nous dire quand ${by(facts, 'son', 'leur')} règlement est prévu\u00a0? S’il vous manque une pièce, nous vous l’envoyons volontiers.`,
    },
    'reminder-2': {
      opening: (facts) =>
        `Nous nous permettons de revenir vers vous\u00a0: ${lateInvoices(facts)} ${by(facts, 'est', 'sont')} toujours en attente de règlement.`,
      ask: (facts) =>
        `Si un point vous gêne, dites-le-nous\u00a0: nous le réglerons ensemble. Sinon, merci de procéder à ${by(facts, 'son', 'leur')} règlement ${until(facts, 'dès que possible')}.`,
    },
    'reminder-3': {
      opening: (facts) =>
        `Nous nous permettons d’insister\u00a0: ${lateInvoices(facts)} ${by(facts, 'n’est toujours pas réglée', 'ne sont toujours pas réglées', 'n’est toujours pas réglé')}.`,
      ask: (facts) =>
        `Y a-t-il une difficulté dont nous pourrions parler\u00a0? Merci de ${by(facts, 'la', 'les', 'le')} régler ${until(facts, 'sans tarder')}, ou de nous répondre.`,
    },
    firm: {
      opening: (facts) => sentence(`${facts.contactedBefore ? 'malgré nos précédents contacts' : 'à ce jour'}, ${due(facts)}.`),
      ask: (facts) =>
        `Merci de ${by(facts, 'la', 'les', 'le')} régler ${until(facts, 'sans délai')}. Si quelque chose vous en empêche, appelez-nous\u00a0: nous tenons à notre relation et chercherons une solution avec vous.`,
    },
    final: {
      opening: (facts) =>
        `${sentence(due(facts))}. ${notice(facts, `C’est à regret que, par ce message, nous vous mettons en demeure de ${by(facts, 'la', 'les', 'le')} régler.`)}`,
      ask: (facts) =>
        `Nous vous demandons de régler cette somme ${until(facts, 'dès réception')}. Une solution amiable a toute notre préférence\u00a0: contactez-nous ${facts.deadline === '' ? 'sans attendre' : 'avant cette date'} si une difficulté ou un désaccord vous en empêche.`,
    },
  },
  bad: {
    early: {
      opening: (facts) => `Nous vous rappelons que ${invoices(facts)} ${falls(facts)}.`,
      ask: (facts) =>
        `Merci de programmer dès maintenant ${by(facts, 'son', 'leur')} règlement pour ${by(facts, 'cette date', 'ces dates')}. S’il vous manque une pièce (duplicata, RIB, numéro de commande), demandez-la-nous sans attendre.`,
    },
    courtesy: {
      opening: (facts) => sentence(`${owing(facts)}.`),
      ask: (facts) => `Merci de procéder à ${by(facts, 'son', 'leur')} règlement dès réception de ce message.`,
    },
    reminder: {
      opening: (facts) => sentence(`${owing(facts)}.`),
      ask: (facts) =>
        `Merci de procéder à ${by(facts, 'son', 'leur')} règlement dès réception de ce message, ou de nous indiquer par retour la date à laquelle il sera fait.`,
    },
    'reminder-2': {
      opening: (facts) =>
        sentence(
          `${lateInvoices(facts)} ${by(facts, 'n’est toujours pas réglée', 'ne sont toujours pas réglées', 'n’est toujours pas réglé')}.`,
        ),
      ask: (facts) =>
        `Nous vous demandons de ${by(facts, 'la', 'les', 'le')} régler ${until(facts, 'sans délai')}. Si un point est contesté, précisez-le par retour\u00a0: à défaut, nous considérons que rien ne s’oppose au paiement.`,
    },
    'reminder-3': {
      opening: (facts) => sentence(`${due(facts)}.`),
      ask: (facts) =>
        `Nous vous demandons de ${by(facts, 'la', 'les', 'le')} régler ${until(facts, 'sans délai')}. Une date de règlement ferme nous est nécessaire pour ne pas aller plus loin.`,
    },
    firm: {
      opening: (facts) => sentence(`${facts.contactedBefore ? 'malgré nos précédents contacts' : 'à ce jour'}, ${due(facts)}.`),
      ask: (facts) =>
        `Nous vous demandons de ${by(facts, 'la', 'les', 'le')} régler en totalité ${until(facts, 'sans délai')}. Sans règlement ni réponse de votre part, l’étape suivante sera une mise en demeure.`,
    },
    final: {
      opening: (facts) =>
        `${sentence(due(facts))}. ${notice(facts, `Par ce message, nous vous mettons en demeure de ${by(facts, 'la', 'les', 'le')} régler.`)}`,
      ask: (facts) =>
        `Nous vous demandons de régler cette somme en totalité ${until(facts, 'dès réception')}. Sans règlement ni réponse ${facts.deadline === '' ? 'de votre part' : 'à cette date'}, nous engagerons son recouvrement. Si une difficulté ou un désaccord vous empêche de payer, faites-le-nous savoir d’ici là.`,
    },
  },
};
