/** What the page itself says, beside the grid's own words and the panel's. */
import type { LanguageCode } from '../../core/index.ts';
import type { StorageTroubleKind } from './storage/trouble.ts';

interface Words {
  readonly open: string;
  readonly samples: string;
  readonly saveCopy: string;
  readonly saved: (name: string) => string;
  readonly savedBut: (cells: string) => string;
  readonly opening: (name: string) => string;
  readonly drop: string;
  readonly grid: string;
  readonly panel: string;
  readonly resize: string;
  readonly bar: string;
  readonly close: string;
  readonly gone: (name: string) => string;
  readonly changedMeanwhile: (name: string) => string;
  readonly failed: (detail: string) => string;
  readonly textCopy: string;
  readonly leave: string;
  readonly storage: Readonly<Record<StorageTroubleKind, string>>;
  readonly sampleNames: Readonly<Record<string, string>>;
}

export const WORDS: Readonly<Record<LanguageCode, Words>> = {
  fr: {
    open: 'Ouvrir…',
    samples: 'Exemples',
    saveCopy: 'Enregistrer une copie',
    saved: (name) => `Copie enregistrée dans vos téléchargements : ${name}`,
    savedBut: (cells) => `Laissées telles quelles, car elles font partie d’une formule : ${cells}.`,
    opening: (name) => `Ouverture de ${name}…`,
    drop: 'Déposez votre fichier ici',
    grid: 'Feuille de calcul',
    panel: 'Relance',
    resize: 'Largeur du panneau',
    bar: 'Fichier',
    close: 'Fermer',
    gone: (name) => `Le fichier ${name} est introuvable. Ouvrez-le avec le bouton « Ouvrir… ».`,
    changedMeanwhile: (name) =>
      `Le fichier ${name} a changé sur le disque depuis son ouverture. La copie part de la version ouverte ici ; rouvrez le fichier pour reprendre la nouvelle.`,
    failed: (detail) => `L’opération n’a pas abouti (${detail}). Rien n’est perdu : réessayez.`,
    textCopy: 'Un fichier CSV n’a pas d’onglets : le journal des relances reste dans ce navigateur.',
    leave: 'Les changements n’ont pas été enregistrés dans une copie. Ouvrir un autre fichier ?',
    storage: {
      refused:
        'Ce navigateur refuse de conserver des données pour cette page (navigation privée, ou cookies bloqués). Sans cela, une relance pourrait partir deux fois : rien n’a été préparé. Autorisez les données du site, ou ouvrez une fenêtre ordinaire.',
      full: 'Le disque est plein : la relance n’a pas pu être conservée, rien de plus n’a été préparé. Libérez de la place, puis réessayez.',
      'folder-refused': 'Le dossier choisi ne peut pas être écrit. La relance est dans la boîte d’envoi ; choisissez un autre dossier.',
      'folder-full':
        'Le disque du dossier choisi est plein. La relance est dans la boîte d’envoi ; libérez de la place ou choisissez un autre dossier.',
      failed: 'Ce navigateur n’a pas pu conserver la relance. Rien de plus n’a été préparé : réessayez.',
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
    panel: 'Relance',
    resize: 'Width of the panel',
    bar: 'File',
    close: 'Close',
    gone: (name) => `The file ${name} cannot be found. Open it with the "Open…" button.`,
    changedMeanwhile: (name) =>
      `The file ${name} has changed on disk since it was opened. The copy is made from the version opened here; open the file again to take up the new one.`,
    failed: (detail) => `This could not be done (${detail}). Nothing is lost: try again.`,
    textCopy: 'A CSV file has no tabs: the reminder journal stays in this browser.',
    leave: 'The changes are not saved in a copy. Open another file?',
    storage: {
      refused:
        'This browser refuses to keep data for this page (private window, or blocked cookies). Without it a reminder might go out twice, so nothing was prepared. Allow the site to keep data, or use an ordinary window.',
      full: 'The disk is full: the reminder could not be kept, and nothing more was prepared. Free some space, then try again.',
      'folder-refused': 'The chosen folder cannot be written. The reminder is in the outbox; choose another folder.',
      'folder-full': 'The disk of the chosen folder is full. The reminder is in the outbox; free some space or choose another folder.',
      failed: 'This browser could not keep the reminder. Nothing more was prepared: try again.',
    },
    sampleNames: {
      'factures-atelier-morel.xlsx': 'A year of invoices, in French',
      'factures-atelier-morel.csv': 'The same French year as CSV',
      'invoices-morel-workshop.xlsx': 'A year of invoices (Excel)',
      'small-table.csv': 'Three invoices',
    },
  },
};
