/** What the task pane says for itself, before there is a panel or where there can be none. All else is said by the panel. */
import type { LanguageCode } from '../core/for-panel.ts';

export interface PaneWords {
  readonly opening: string;
  /** Excel has not answered for a while. */
  readonly slow: string;
  /** The page was opened elsewhere than in Excel. */
  readonly outside: {
    readonly title: string;
    readonly what: string;
    readonly how: string;
    readonly steps: readonly string[];
    readonly manifest: string;
    readonly nothing: string;
  };
  /** Microsoft's script did not come. */
  readonly noOffice: { readonly title: string; readonly advice: string };
  /** Our own scripts did not come. */
  readonly noEngine: { readonly title: string; readonly advice: string };
  /** In a cell, for the same reason. */
  readonly noFormulas: string;
  /** The id that lets drafts be laid in Outlook, and the button that keeps it with the workbook. */
  readonly mail: { readonly title: string; readonly clientId: string; readonly keep: string };
  /** A paper where Excel lets a pane neither print nor save (on a Mac). */
  readonly copyPaper: { readonly button: string; readonly note: string; readonly done: string };
  readonly retry: string;
  readonly close: string;
}

const S = '\u00a0';

export const PANE_WORDS: Readonly<Record<LanguageCode, PaneWords>> = {
  en: {
    opening: 'Opening Relance…',
    slow: 'Excel is taking its time to answer. If nothing happens, close this pane and open it again.',
    outside: {
      title: 'Relance for Excel',
      what: 'This page is a task pane of Excel: it shows who owes you money beside your invoices. Opened in a browser, it has no workbook to read.',
      how: 'To have it in Excel on the web:',
      steps: [
        'Keep the file below on your computer.',
        'In Excel, open a workbook, then Home, Add-ins, More Add-ins.',
        'Under My Add-ins, choose Upload My Add-in, and give that file.',
      ],
      manifest: 'Keep manifest.xml',
      nothing: 'Nothing was read, and nothing was sent.',
    },
    noOffice: {
      title: 'Microsoft’s part of this page did not come.',
      advice:
        'Excel lends its workbook through a script at appsforoffice.microsoft.com. Check the Internet connection, or ask whoever looks after the network to let that address through. Your workbook is untouched.',
    },
    noEngine: {
      title: 'Part of Relance could not be loaded.',
      advice: 'Check the connection to the server Relance was installed from, then try again. Your workbook is untouched.',
    },
    noFormulas: 'Relance could not be loaded. Check the connection, then open Relance and refresh.',
    mail: { title: 'How reminders go', clientId: 'Application (client) id', keep: 'Keep this id' },
    copyPaper: {
      button: 'Copy',
      note: 'Excel for Mac lets a pane neither print nor save. Paste the copy into a blank Word document, then print it from there; or open the workbook in Excel on the web.',
      done: 'Copied. Paste it into a blank Word document.',
    },
    retry: 'Try again',
    close: 'Close',
  },
  fr: {
    opening: 'Ouverture de Relance…',
    slow: 'Excel tarde à répondre. S’il ne se passe rien, fermez ce volet et rouvrez-le.',
    outside: {
      title: 'Relance pour Excel',
      what: `Cette page est un volet d’Excel${S}: elle montre qui vous doit de l’argent à côté de vos factures. Ouverte dans un navigateur, elle n’a pas de classeur à lire.`,
      how: `Pour l’avoir dans Excel sur le web${S}:`,
      steps: [
        'Enregistrez le fichier ci-dessous sur votre ordinateur.',
        'Dans Excel, ouvrez un classeur, puis Accueil, Compléments, Plus de compléments.',
        'Sous Mes compléments, choisissez Charger mon complément, et donnez ce fichier.',
      ],
      manifest: 'Enregistrer manifest.xml',
      nothing: 'Rien n’a été lu, et rien n’a été envoyé.',
    },
    noOffice: {
      title: 'La partie de Microsoft n’est pas arrivée.',
      advice:
        'Excel prête son classeur par un script d’appsforoffice.microsoft.com. Vérifiez la connexion à Internet, ou demandez à qui s’occupe du réseau de laisser passer cette adresse. Votre classeur est intact.',
    },
    noEngine: {
      title: 'Une partie de Relance n’a pas pu être chargée.',
      advice: 'Vérifiez la connexion au serveur d’où Relance a été installé, puis réessayez. Votre classeur est intact.',
    },
    noFormulas: 'Relance n’a pas pu être chargé. Vérifiez la connexion, puis ouvrez Relance et actualisez.',
    mail: { title: 'Par où passent les relances', clientId: 'Identifiant d’application (client)', keep: 'Garder cet identifiant' },
    copyPaper: {
      button: 'Copier',
      note: 'Excel pour Mac ne laisse un volet ni imprimer ni enregistrer. Collez la copie dans un document Word vierge, puis imprimez-la de là, ou ouvrez le classeur dans Excel sur le web.',
      done: 'Copié. Collez-le dans un document Word vierge.',
    },
    retry: 'Réessayer',
    close: 'Fermer',
  },
};
