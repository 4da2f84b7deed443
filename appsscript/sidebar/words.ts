/** What the sidebar itself says: the script was not reached, or answered nothing. All else is said by the script or by the panel. */
import type { LanguageCode } from '../../core/for-panel.ts';
import type { Unreached } from './script.ts';

/** What happened, and what to do; '' where the panel's own advice to try again will do. */
export type Said = readonly [message: string, advice: string];

export interface Words extends Readonly<Record<Unreached['unreached'], (detail: string) => Said>> {
  readonly close: string;
  /** No link of a message is known, or a link without its text, which is no longer known either. */
  readonly noLink: string;
  /** A link without its text, which stands below. */
  readonly tooLong: string;
}

export const WORDS: Readonly<Record<LanguageCode, Words>> = {
  fr: {
    close: 'Fermer',
    offline: () => ['Pas de connexion à Internet. Rien n’a été demandé à Google.', 'Réessayez quand elle est revenue.'],
    cut: () => ['La connexion avec Google a été coupée\u00a0: la réponse n’est pas arrivée.', ''],
    refused: () => [
      'Google refuse l’accès à Relance.',
      'Rouvrez-le par le menu Relance et accordez les droits. Plusieurs comptes Google dans ce navigateur\u00a0? N’y gardez que celui de cette feuille.',
    ],
    late: () => ['Google n’a pas répondu à temps.', ''],
    failed: (detail) => [`Google répond\u00a0: ${detail}`, ''],
    noLink: 'Ce message n’est plus connu ici. S’il n’est pas parti, cliquez sur «\u00a0Supprimé\u00a0», puis préparez-le de nouveau.',
    tooLong: 'Trop long pour un lien\u00a0: copiez ce texte dans le message qui vient de s’ouvrir.',
  },
  en: {
    close: 'Close',
    offline: () => ['There is no internet connection. Nothing was asked of Google.', 'Try again when it is back.'],
    cut: () => ['The connection with Google was cut: no answer came.', ''],
    refused: () => [
      'Google refuses access to Relance.',
      'Open it again from the Relance menu and grant the rights. Several Google accounts in this browser? Keep only the one of this sheet.',
    ],
    late: () => ['Google did not answer in time.', ''],
    failed: (detail) => [`Google answers: ${detail}`, ''],
    noLink: 'This message is no longer known here. If it was not sent, press “Discarded”, then prepare it again.',
    tooLong: 'Too long for a link: copy this text into the message that has just opened.',
  },
};
