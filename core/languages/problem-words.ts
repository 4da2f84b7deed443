/**
 * What a panel says around what could not be trusted: how grave it is, and of cells it offers to put right what would change, what would not, and what
 * came of it. It travels with the view.
 */
import type { Severity } from '../types.ts';
import type { LanguageCode } from './language.ts';

export interface ProblemWords {
  readonly none: string;
  readonly noneHelp: string;
  /** Above what concerns the whole file. */
  readonly about: string;
  /** What each severity means for an invoice. */
  readonly severities: Readonly<Record<Severity, readonly [title: string, meaning: string]>>;
  /** Dates that are text, and why one might change them. */
  readonly texts: string;
  readonly textsHelp: string;
  /** Buttons: show what would change; change it; leave it as it is. */
  readonly look: string;
  readonly go: string;
  readonly leave: string;
  /** Before the days a text can mean. */
  readonly which: string;
  /** Read aloud between what stands in a cell and what would. */
  readonly becomes: string;
  /** What is promised before anything is written. */
  readonly only: string;
  /** Before the number of cells. */
  readonly done: string;
  readonly putBack: string;
  /** Of rows with the same number: what is not the same in all of them. */
  readonly differs: string;
}

export const PROBLEM_WORDS: Readonly<Record<LanguageCode, ProblemWords>> = {
  en: {
    none: 'No problem found.',
    noneHelp: 'Every row could be read and trusted.',
    about: 'About this file',
    severities: {
      error: ['Left out', 'The amount is in no total and is not chased.'],
      hold: ['Counted, not chased', 'In the totals; no reminder until it is put right.'],
      notice: ['To check', 'Counted and chased as usual.'],
    },
    texts: 'Dates typed as text',
    textsHelp: 'They are read correctly here. As true dates, they also sort and filter in your sheet.',
    look: 'See what would change',
    go: 'Make true dates',
    leave: 'Leave as it is',
    which: 'Which day is meant?',
    becomes: 'becomes',
    only: 'Only these cells change, each only if it still holds this text. You can undo it.',
    done: 'Cells changed',
    putBack: 'Cells put back as they were',
    differs: 'differs',
  },
  fr: {
    none: 'Aucune anomalie.',
    noneHelp: 'Toutes les lignes ont pu être lues et sont sûres.',
    about: 'À propos de ce fichier',
    severities: {
      error: ['Hors des totaux', 'Le montant n’entre dans aucun total et n’est pas relancé.'],
      hold: ['Comptée, pas relancée', 'Dans les totaux\u00a0; pas de relance avant correction.'],
      notice: ['À vérifier', 'Comptée et relancée comme d’habitude.'],
    },
    texts: 'Dates saisies en texte',
    textsHelp: 'Elles sont bien lues ici. Devenues de vraies dates, elles se trient et se filtrent aussi dans votre feuille.',
    look: 'Voir ce qui changerait',
    go: 'En faire de vraies dates',
    leave: 'Ne rien changer',
    which: 'De quel jour s’agit-il\u00a0?',
    becomes: 'devient',
    only: 'Seules ces cellules changent, chacune si elle contient encore ce texte. Vous pourrez annuler.',
    done: 'Cellules modifiées',
    putBack: 'Cellules remises comme avant',
    differs: 'différent',
  },
};
