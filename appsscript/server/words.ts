/**
 * What the script itself says: the menu, what went wrong and what to do about it, and the morning's digest. All else comes from the engine in its
 * own words. One table, both languages.
 */
import type { LanguageCode } from '../../core/index.ts';
import type { Trouble } from './wire.ts';

type Said = readonly [message: string, advice: string];

export interface Words {
  readonly menu: {
    readonly open: string;
    readonly refresh: string;
    readonly prepare: string;
    readonly settings: string;
    readonly help: string;
  };
  readonly trouble: Readonly<Record<Exclude<Trouble['kind'], 'protected' | 'failed'>, Said>>;
  /** `where`: the protected range as people know it; '' when Google does not say. */
  readonly protected: (where: string) => Said;
  readonly failed: (said: string) => Said;
  /** The panel asked for what this script does not know. */
  readonly notUnderstood: Said;
  /** A cell that is not there (any more). */
  readonly noCell: (sheet: string) => Said;
  /** Time ran out before the owned columns were written. */
  readonly columnsLater: Said;
  /** Time ran out before all drafts were made. */
  readonly draftsLater: Said;
  readonly refreshed: (left: number) => string;
  readonly digest: {
    readonly subject: (book: string, day: string) => string;
    readonly title: (day: string) => string;
    readonly overdue: (amount: string) => string;
    readonly emails: (count: number) => string;
    readonly calls: (count: number) => string;
    readonly others: (count: number) => string;
    readonly nothingDue: string;
    readonly problems: (count: number) => string;
    readonly notRefreshed: (why: string) => string;
    readonly nobodyMailed: string;
  };
}

const many = (count: number, one: string, more: string): string => `${count}\u00a0${count > 1 ? more : one}`;

export const WORDS: Readonly<Record<LanguageCode, Words>> = {
  fr: {
    menu: {
      open: 'Ouvrir',
      refresh: 'Actualiser',
      prepare: 'Préparer les relances',
      settings: 'Réglages',
      help: 'Aide',
    },
    trouble: {
      busy: ['Une autre actualisation est en cours dans cette feuille.', 'Réessayez dans une minute.'],
      'not-authorised': [
        'Google demande votre autorisation avant de continuer.',
        'Choisissez Relance → Actualiser dans le menu de la feuille, acceptez la demande de Google, puis recommencez ici.',
      ],
      quota: [
        'Google n’accepte plus de demandes de votre compte pour l’instant.',
        'Réessayez dans quelques minutes, demain au plus tard\u00a0; rien n’est perdu ni fait deux fois.',
      ],
      time: [
        'Google limite la durée d’un clic, et cette limite était proche\u00a0: rien n’a été écrit de plus.',
        'Recommencez\u00a0: ce qui est fait n’est pas refait. Si cela se répète, archivez les factures réglées dans une autre feuille.',
      ],
    },
    protected: (where) => [
      where === ''
        ? 'Une plage de la feuille est protégée\u00a0: Google ne vous laisse pas y écrire.'
        : `La plage ${where} est protégée\u00a0: Google ne vous laisse pas y écrire.`,
      'Demandez à qui l’a protégée le droit de la modifier, ou laissez Relance ajouter ses propres colonnes (Réglages, colonnes).',
    ],
    failed: (said) => [
      `Google a répondu\u00a0: «\u00a0${said}\u00a0»`,
      'Rien d’autre n’a été écrit. Recommencez\u00a0; ce qui est fait n’est pas refait.',
    ],
    notUnderstood: [
      'Le panneau a demandé ce que le script ne connaît pas.',
      'Rechargez la feuille et ouvrez de nouveau Relance\u00a0: panneau et script ne sont sans doute pas de la même version.',
    ],
    noCell: (sheet) => [
      `Cette cellule n’est plus dans la feuille «\u00a0${sheet}\u00a0».`,
      'Actualisez\u00a0: la feuille a changé depuis.',
    ],
    columnsLater: [
      'Le temps de ce clic était écoulé\u00a0: les colonnes de la feuille n’ont pas été mises à jour.',
      'Actualisez pour terminer\u00a0; ce qui est fait n’est pas refait.',
    ],
    draftsLater: [
      'Le temps de ce clic était écoulé\u00a0: une partie des relances reste à préparer.',
      'Préparez de nouveau pour continuer\u00a0; ce qui est prêt le reste.',
    ],
    refreshed: (left) =>
      left === 0
        ? 'La feuille est à jour.'
        : `La feuille est à jour\u00a0; ${many(left, 'cellule laissée telle quelle', 'cellules laissées telles quelles')}.`,
    digest: {
      subject: (book, day) => `Relance\u00a0: ${book}, ${day}`,
      title: (day) => `Actualisé le ${day}.`,
      overdue: (amount) => `En retard\u00a0: ${amount}.`,
      emails: (count) => `${many(count, 'relance à préparer', 'relances à préparer')}.`,
      calls: (count) => `${many(count, 'client à appeler', 'clients à appeler')}.`,
      others: (count) => `${many(count, 'autre action à faire', 'autres actions à faire')}.`,
      nothingDue: 'Rien à faire aujourd’hui.',
      problems: (count) => `${many(count, 'problème à corriger dans la feuille', 'problèmes à corriger dans la feuille')}.`,
      notRefreshed: (why) => `L’actualisation quotidienne n’a pas pu se faire. ${why}`,
      nobodyMailed: 'Aucun client n’a reçu de message.',
    },
  },
  en: {
    menu: { open: 'Open', refresh: 'Refresh', prepare: 'Prepare reminders', settings: 'Settings', help: 'Help' },
    trouble: {
      busy: ['Another refresh is running in this sheet.', 'Try again in a minute.'],
      'not-authorised': [
        'Google asks for your permission before going on.',
        'Choose Relance → Refresh in the menu of the sheet, accept what Google asks, then do it again here.',
      ],
      quota: [
        'Google takes no more requests from your account for now.',
        'Try again in a few minutes, tomorrow at the latest; nothing is lost or done twice.',
      ],
      time: [
        'Google limits how long a click may take, and the limit was near: nothing more was written.',
        'Do it again: what is done is not done twice. If it comes back, move settled invoices to another sheet.',
      ],
    },
    protected: (where) => [
      where === ''
        ? 'A range of the sheet is protected: Google does not let you write there.'
        : `The range ${where} is protected: Google does not let you write there.`,
      'Ask whoever protected it for the right to edit it, or let Relance add columns of its own (Settings, columns).',
    ],
    failed: (said) => [`Google answered: “${said}”`, 'Nothing else was written. Do it again; what is done is not done twice.'],
    notUnderstood: [
      'The panel asked for something this script does not know.',
      'Reload the sheet and open Relance again: panel and script are probably not of the same version.',
    ],
    noCell: (sheet) => [`That cell is no longer in the sheet “${sheet}”.`, 'Refresh: the sheet has changed since.'],
    columnsLater: [
      'There was no time left in this click: the columns of the sheet were not brought up to date.',
      'Refresh to finish; what is done is not done twice.',
    ],
    draftsLater: [
      'There was no time left in this click: some reminders are still to be prepared.',
      'Prepare again to go on; what is prepared stays prepared.',
    ],
    refreshed: (left) =>
      left === 0 ? 'The sheet is up to date.' : `The sheet is up to date; ${many(left, 'cell left as found', 'cells left as found')}.`,
    digest: {
      subject: (book, day) => `Relance: ${book}, ${day}`,
      title: (day) => `Refreshed on ${day}.`,
      overdue: (amount) => `Overdue: ${amount}.`,
      emails: (count) => `${many(count, 'reminder to prepare', 'reminders to prepare')}.`,
      calls: (count) => `${many(count, 'customer to call', 'customers to call')}.`,
      others: (count) => `${many(count, 'other thing to do', 'other things to do')}.`,
      nothingDue: 'Nothing to do today.',
      problems: (count) => `${many(count, 'problem to mend in the sheet', 'problems to mend in the sheet')}.`,
      notRefreshed: (why) => `The daily refresh could not be done. ${why}`,
      nobodyMailed: 'No customer was sent anything.',
    },
  },
};
