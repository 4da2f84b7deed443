/**
 * The words people write in a "last action" cell, in the six languages, by what was done. Compared folded (no accents, no capitals). The order is
 * the order of trial: "pré-rappel" holds "rappel", "letzte Mahnung" holds "Mahnung". Separated by commas.
 */
export type ActionWord = 'hand-over' | 'pre-reminder' | 'formal-notice' | 'call' | 'formal-reminder' | 'written' | 'not-a-contact';

const listed = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

export const ACTION_WORDS: readonly (readonly [ActionWord, readonly string[]])[] = [
  [
    'hand-over',
    listed(
      'contentieux, huissier, commissaire de justice, injonction de payer, recouvrement judiciaire, societe de recouvrement',
      'cabinet de recouvrement, hand over, handed over, hand to collection, collection agency, debt collector, legal action, court claim, court',
      'solicitor, inkasso, inkassoburo, mahnbescheid, juzgado, monitorio, recupero crediti, decreto ingiuntivo, incasso, incassobureau, deurwaarder',
    ),
  ],
  [
    'pre-reminder',
    listed(
      'pre rappel, prerappel, rappel preventif, rappel avant echeance, rappel amiable avant, pre relance, prerelance',
      'pre reminder, prereminder, courtesy reminder, upcoming reminder, vorab, vorerinnerung, recordatorio previo',
      'pre aviso, preaviso, preavviso, pre sollecito, vooraankondiging, vooraf herinnering',
    ),
  ],
  [
    'formal-notice',
    listed(
      'mise en demeure, med, lrar, recommande, lettre recommandee, formal notice, final notice, letter before action',
      'registered letter, letzte mahnung, einschreiben, inverzugsetzung, requerimiento, burofax, messa in mora, diffida',
      'raccomandata, ingebrekestelling, aangetekend',
    ),
  ],
  [
    'call',
    listed(
      'appel, appele, appelee, appels, rappele, tel, telephone, telephonique, call, calls, called, phone, phoned, rang',
      'voicemail, messagerie, anruf, anrufe, angerufen, telefonat, telefonisch, llamada, llamadas, llamado, telefono',
      'chiamata, chiamato, telefonata, gebeld, telefoontje, telefoon, belletje',
    ),
  ],
  [
    'formal-reminder',
    listed(
      'relance ferme, rappel ferme, relance formelle, rappel formel, dernier rappel, derniere relance, formal reminder',
      'firm reminder, final reminder, last reminder, strenge mahnung, recordatorio firme, sollecito formale',
      'dringende herinnering',
    ),
  ],
  [
    'written',
    listed(
      'relance, relances, relancee, relancer, rappel, rappels, mail, mails, e mail, e mails, email, emails, mel',
      'courriel, courriels, courrier, courriers, lettre, lettres, reminder, reminders, reminded, letter, mahnung',
      'mahnungen, gemahnt, zahlungserinnerung, erinnerung, recordatorio, correo, sollecito, sollecitato, promemoria',
      'herinnering, aanmaning, emailed, chased, dunning',
    ),
  ],
  [
    'not-a-contact',
    listed(
      'facture, facturee, invoice, invoiced, emise, rechnung, factura, fattura, factuur, aucune, none, ras, neant',
      'keine, ninguna, nessuna, geen, paye, payee, paid',
    ),
  ],
];

/** Ordinals, folded, up to the fourth: "deuxième relance", "2nd reminder". */
export const ORDINALS: readonly (readonly string[])[] = [
  listed('premier, premiere, 1er, 1re, 1ere, first, 1st, erste, erster, 1a, primera, primer, primo, prima, eerste, 1e'),
  listed('deuxieme, second, seconde, 2e, 2eme, 2nd, 2de, zweite, zweiter, segunda, segundo, secondo, seconda, tweede, 2a', '2o, ii'),
  listed('troisieme, 3e, 3eme, third, 3rd, dritte, dritter, tercera, tercer, terzo, terza, derde, 3a, 3o, iii'),
  listed('quatrieme, 4e, 4eme, fourth, 4th, vierte, cuarta, cuarto, quarto, quarta, vierde'),
];
