/** Which way reminders go from Excel, and why not a better one, in both languages. */

/** `outlook`: drafts in the user's mailbox. `link`: a written message opened in Outlook on the web. `file`: an .eml. `copy`: the clipboard. */
export type MailWay = 'outlook' | 'link' | 'file' | 'copy';
/** Why drafts are not laid in Outlook. */
export type NotOutlook = 'no-client-id' | 'no-nested-sign-in';

export interface MailWords {
  readonly way: Readonly<Record<MailWay, string>>;
  readonly why: Readonly<Record<NotOutlook | 'outlook', string>>;
  readonly advice: Readonly<Record<NotOutlook, string>>;
  /** What is said beside Outlook's own code. */
  readonly trouble: Readonly<Record<'sign-in' | 'forbidden' | 'cancelled', string>>;
  /** Nothing was announced: the user is not known to Outlook. */
  readonly notSignedIn: { readonly message: string; readonly advice: string };
  /** A draft that was asked for and is not here. */
  readonly notHere: { readonly message: string; readonly advice: string };
}

const en: MailWords = {
  way: {
    outlook: 'Drafts are laid in your Outlook mailbox.',
    link: 'Each reminder opens in Outlook on the web, ready to be sent; a long one is saved as an .eml file.',
    file: 'Each reminder is saved as an .eml file, which your mail program opens as a draft.',
    copy: 'Each reminder is copied, to be pasted into a message.',
  },
  why: {
    outlook: 'You are signed in through Excel; Relance may write drafts, and sends nothing.',
    'no-client-id': 'No application is registered for drafts in Outlook.',
    'no-nested-sign-in': 'This version of Excel cannot sign you in to Outlook.',
  },
  advice: {
    'no-client-id': 'To have drafts in Outlook, give the application (client) id that your administrator registered.',
    'no-nested-sign-in': 'Update Excel, or open the workbook in Excel on the web.',
  },
  trouble: {
    'sign-in': 'you are not signed in',
    forbidden: 'your organisation does not let Relance write drafts; your administrator can allow Mail.ReadWrite',
    cancelled: 'you stopped it',
  },
  notSignedIn: {
    message: 'You are not signed in to Outlook, so no reminder was prepared.',
    advice: 'Try again and sign in; or take the application id out of the settings, and reminders open as messages to send.',
  },
  notHere: {
    message: 'This draft cannot be opened from here.',
    advice: 'Look for it in the Drafts folder of the mailbox it was made in, or on the computer where it was prepared.',
  },
};

const fr: MailWords = {
  way: {
    outlook: 'Les brouillons sont déposés dans votre boîte Outlook.',
    link: 'Chaque relance s’ouvre dans Outlook sur le web, prête à être envoyée\u00a0; une longue est enregistrée en fichier .eml.',
    file: 'Chaque relance est enregistrée en fichier .eml, que votre messagerie ouvre comme brouillon.',
    copy: 'Chaque relance est copiée, à coller dans un message.',
  },
  why: {
    outlook: 'Vous êtes connecté par Excel\u00a0; Relance peut écrire des brouillons, et n’envoie rien.',
    'no-client-id': 'Aucune application n’est inscrite pour les brouillons dans Outlook.',
    'no-nested-sign-in': 'Cette version d’Excel ne peut pas vous connecter à Outlook.',
  },
  advice: {
    'no-client-id':
      'Pour avoir les brouillons dans Outlook, indiquez l’identifiant d’application (client) inscrit par votre administrateur.',
    'no-nested-sign-in': 'Mettez Excel à jour, ou ouvrez le classeur dans Excel sur le web.',
  },
  trouble: {
    'sign-in': 'vous n’êtes pas connecté',
    forbidden: 'votre organisation ne laisse pas Relance écrire des brouillons\u00a0; votre administrateur peut autoriser Mail.ReadWrite',
    cancelled: 'vous l’avez arrêté',
  },
  notSignedIn: {
    message: 'Vous n’êtes pas connecté à Outlook : aucune relance n’a été préparée.',
    advice:
      'Réessayez et connectez-vous ; ou retirez l’identifiant d’application des réglages, et les relances s’ouvriront en messages à envoyer.',
  },
  notHere: {
    message: 'Ce brouillon ne peut pas être ouvert d’ici.',
    advice: 'Cherchez-le dans les brouillons de la messagerie où il a été créé, ou sur l’ordinateur où il a été préparé.',
  },
};

export const MAIL_WORDS: Readonly<Record<'fr' | 'en', MailWords>> = { fr, en };
