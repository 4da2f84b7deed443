/** What the page itself says, beside the grid's own words and the panel's. */
import type { LanguageCode } from '../../core/index.ts';
import type { SourceTroubleKind } from './sources.ts';
import type { StorageTroubleKind } from './storage/trouble.ts';

/** What happened and what is safe; then what to do. */
export interface Said {
  readonly message: string;
  readonly advice: string;
}

interface Words {
  readonly open: string;
  readonly samples: string;
  readonly saveCopy: string;
  readonly saved: (name: string) => string;
  readonly savedBut: (cells: string) => string;
  readonly opening: (name: string) => string;
  readonly drop: string;
  readonly grid: string;
  /** How to leave the grid, which keeps the Tab key for itself. */
  readonly keys: string;
  readonly resize: string;
  readonly bar: string;
  readonly close: string;
  readonly source: Readonly<Record<SourceTroubleKind, (name: string) => string>>;
  readonly since: Readonly<Record<'changed' | 'gone', (name: string) => string>>;
  readonly failed: (detail: string) => Said;
  readonly foundAgain: (count: number) => string;
  readonly choiceNotKept: string;
  readonly draftNotHere: string;
  readonly textCopy: string;
  readonly leave: string;
  readonly storage: Readonly<Record<StorageTroubleKind, Said>>;
  readonly sampleNames: Readonly<Record<string, string>>;
}

export const WORDS: Readonly<Record<LanguageCode, Words>> = {
  fr: {
    open: 'Ouvrir…',
    samples: 'Exemples',
    saveCopy: 'Enregistrer une copie',
    saved: (name) => `Copie enregistrée dans vos téléchargements : ${name}`,
    savedBut: (cells) => `Laissées telles quelles, car elles font partie d’une formule : ${cells}.`,
    opening: (name) => `Ouverture de ${name}…`,
    drop: 'Déposez votre fichier ici',
    grid: 'Feuille de calcul',
    keys: 'Au clavier : F6 va de la feuille au panneau, puis à la barre ; Maj+F6 en sens inverse. Dans la feuille, Tab passe à la cellule suivante.',
    resize: 'Largeur du panneau',
    bar: 'Fichier',
    close: 'Fermer',
    source: {
      gone: (name) => `Le fichier ${name} est introuvable. Vérifiez où il se trouve, puis ouvrez-le avec le bouton « Ouvrir… ».`,
      locked: (name) =>
        `Le fichier ${name} ne se laisse pas lire : un autre programme le tient, ou il vient de changer. Fermez-le là où il est ouvert, puis ouvrez-le de nouveau.`,
      unreachable: (name) =>
        `${name} n’a pas pu être chargé : la commande « npm start » n’est plus en marche. Ce qui est à l’écran est intact : enregistrez une copie, relancez « npm start », puis rechargez la page.`,
    },
    since: {
      changed: (name) =>
        `Le fichier ${name} a changé sur le disque depuis son ouverture. La copie part de la version ouverte ici ; rouvrez le fichier pour reprendre la nouvelle.`,
      gone: (name) =>
        `Le fichier ${name} n’est plus à sa place sur le disque (supprimé, déplacé ou renommé). La copie contient tout ce qui était ouvert ici : gardez-la.`,
    },
    failed: (detail) => ({ message: `L’opération n’a pas abouti (${detail}). Rien n’est perdu.`, advice: 'Réessayez.' }),
    foundAgain: (count) =>
      count === 1
        ? 'Une relance préparée avant l’interruption a été retrouvée. Elle est dans le journal, parmi les brouillons ; elle n’est pas préparée une seconde fois.'
        : `${count} relances préparées avant l’interruption ont été retrouvées. Elles sont dans le journal, parmi les brouillons ; aucune n’est préparée une seconde fois.`,
    choiceNotKept:
      'Votre choix vaut jusqu’à la fermeture de cette page : ce navigateur ne veut pas le conserver. Il vous sera redemandé à la prochaine ouverture.',
    draftNotHere:
      'Ce brouillon n’est pas dans ce navigateur : il a été préparé ailleurs, ou les données du site ont été effacées. Cherchez-le dans le dossier des brouillons ou dans le navigateur d’origine ; il n’est pas préparé une seconde fois.',
    textCopy: 'Un fichier CSV n’a pas d’onglets\u00a0: la copie est un classeur Excel, avec le journal et vos réglages.',
    leave: 'Les changements n’ont pas été enregistrés dans une copie. Ouvrir un autre fichier ?',
    storage: {
      refused: {
        message:
          'Ce navigateur refuse de conserver des données pour cette page (navigation privée, ou cookies bloqués). Sans cela, une relance pourrait partir deux fois : rien n’a été préparé ni noté. La feuille est intacte.',
        advice: 'Autorisez ce site à conserver des données, ou ouvrez cette page dans une fenêtre ordinaire.',
      },
      full: {
        message: 'Le disque est plein : la relance n’a pas pu être conservée, et rien de plus n’a été préparé. La feuille est intacte.',
        advice: 'Libérez de la place, puis réessayez : ce qui est déjà préparé est retrouvé, et jamais préparé deux fois.',
      },
      'folder-refused': {
        message: 'Le dossier choisi ne peut pas être écrit. Les brouillons sont tout de même dans le journal, où chacun se télécharge.',
        advice: 'Choisissez un autre dossier pour les suivants.',
      },
      'folder-full': {
        message: 'Le disque du dossier choisi est plein. Les brouillons sont tout de même dans le journal, où chacun se télécharge.',
        advice: 'Libérez de la place, ou choisissez un autre dossier pour les suivants.',
      },
      failed: {
        message: 'Ce navigateur n’a pas pu conserver la relance, et rien de plus n’a été préparé. La feuille est intacte.',
        advice: 'Fermez les autres fenêtres de Relance, puis réessayez : ce qui est déjà préparé n’est jamais préparé deux fois.',
      },
    },
    sampleNames: {
      'factures-atelier-morel.xlsx': 'Une année de factures (Excel)',
      'factures-atelier-morel.csv': 'La même année en CSV',
      'invoices-morel-workshop.xlsx': 'Une année de factures, en anglais',
      'small-table.csv': 'Trois factures',
    },
  },
  en: {
    open: 'Open…',
    samples: 'Samples',
    saveCopy: 'Save a copy',
    saved: (name) => `Copy saved in your downloads: ${name}`,
    savedBut: (cells) => `Left as they were, because they are part of a formula: ${cells}.`,
    opening: (name) => `Opening ${name}…`,
    drop: 'Drop your file here',
    grid: 'Spreadsheet',
    keys: 'By keyboard: F6 goes from the sheet to the panel, then to the bar; Shift+F6 the other way. In the sheet, Tab goes to the next cell.',
    resize: 'Width of the panel',
    bar: 'File',
    close: 'Close',
    source: {
      gone: (name) => `The file ${name} cannot be found. Check where it is, then open it with the “Open…” button.`,
      locked: (name) =>
        `The file ${name} cannot be read: another program holds it, or it has just changed. Close it where it is open, then open it again.`,
      unreachable: (name) =>
        `${name} could not be loaded: the command “npm start” is no longer running. What is on the screen is safe: save a copy, run “npm start” again, then reload the page.`,
    },
    since: {
      changed: (name) =>
        `The file ${name} has changed on disk since it was opened. The copy is made from the version opened here; open the file again to take up the new one.`,
      gone: (name) =>
        `The file ${name} is no longer in its place on disk (deleted, moved or renamed). The copy holds all that was open here: keep it.`,
    },
    failed: (detail) => ({ message: `This could not be done (${detail}). Nothing is lost.`, advice: 'Try again.' }),
    foundAgain: (count) =>
      count === 1
        ? 'A reminder prepared before the interruption was found again. It is in the journal, among the drafts; it is not prepared a second time.'
        : `${count} reminders prepared before the interruption were found again. They are in the journal, among the drafts; none is prepared a second time.`,
    choiceNotKept: 'Your choice holds until this page is closed: this browser will not keep it. You will be asked again next time.',
    draftNotHere:
      'This draft is not in this browser: it was prepared elsewhere, or the site’s data was cleared. Look for it in the folder of drafts or in the browser it was made in; it is not prepared a second time.',
    textCopy: 'A CSV file has no tabs: the copy is an Excel workbook, with the journal and your settings.',
    leave: 'The changes are not saved in a copy. Open another file?',
    storage: {
      refused: {
        message:
          'This browser refuses to keep data for this page (private window, or blocked cookies). Without it a reminder might go out twice, so nothing was prepared or noted. The sheet is untouched.',
        advice: 'Allow this site to keep data, or open this page in an ordinary window.',
      },
      full: {
        message: 'The disk is full: the reminder could not be kept, and nothing more was prepared. The sheet is untouched.',
        advice: 'Free some space, then try again: what is already prepared is found again, and never prepared twice.',
      },
      'folder-refused': {
        message: 'The chosen folder cannot be written. The drafts are in the journal all the same, where each can be downloaded.',
        advice: 'Choose another folder for the next ones.',
      },
      'folder-full': {
        message: 'The disk of the chosen folder is full. The drafts are in the journal all the same, where each can be downloaded.',
        advice: 'Free some space, or choose another folder for the next ones.',
      },
      failed: {
        message: 'This browser could not keep the reminder, and nothing more was prepared. The sheet is untouched.',
        advice: 'Close the other windows of Relance, then try again: what is already prepared is never prepared twice.',
      },
    },
    sampleNames: {
      'factures-atelier-morel.xlsx': 'A year of invoices, in French',
      'factures-atelier-morel.csv': 'The same French year as CSV',
      'invoices-morel-workshop.xlsx': 'A year of invoices (Excel)',
      'small-table.csv': 'Three invoices',
    },
  },
};
