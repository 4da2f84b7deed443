/** Français. */
import type { OwnWords } from './own-words.ts';
import { ACTS_FR } from './words-acts-fr.ts';
import { AHEAD_FR } from './words-ahead-fr.ts';

const S = '\u00a0';
const C = `${S}: `;
const many = (count: number | string, one: string, more = `${one}s`) =>
  `${count}${S}${Number(String(count).replace(/\D/g, '')) > 1 ? more : one}`;
const quoted = (text: string) => `«${S}${text}${S}»`;

export const FR: OwnWords = {
  language: 'Français',
  colon: C,
  decimal: ',',
  percent: (digits) => `${digits}${S}%`,
  days: (digits) => `${digits}${S}${Math.abs(Number(digits.replace(',', '.').replace(/[^\d.-]/g, ''))) >= 2 ? 'jours' : 'jour'}`,
  shortDays: (digits) => `${digits}${S}j`,
  notAvailable: 'non disponible',
  noCurrency: 'devise non précisée',
  head: {
    asOf: (day) => `au${S}${day}`,
  },
  doing: {
    open: 'Lecture de la feuille…',
    refresh: 'Remplissage des colonnes…',
    prepare: (count) => `Préparation de ${many(count, 'brouillon')}…`,
    stop: 'Arrêter',
    tell: 'Inscription au journal…',
    undo: 'Annulation de la dernière actualisation…',
  },
  failed: {
    title: 'L’opération n’a pas pu se terminer.',
    advice: 'Réessayez. Ce qui était déjà préparé est retrouvé et n’est jamais préparé deux fois.',
    retry: 'Réessayer',
    close: 'Fermer',
  },
  result: {
    drafted: (count) => `${many(count, 'brouillon prêt', 'brouillons prêts')}. Rien ne part sans vous.`,
    notHonoured: (row) =>
      `La ligne ${row} ne peut pas être lue comme les titres d’un tableau de factures avec ces colonnes. Rien n’a été changé.`,
    left: (count) => `${many(count, 'cellule laissée telle quelle', 'cellules laissées telles quelles')}${C.trimEnd()}`,
    more: (count) => `et ${many(count, 'autre')}`,
    unfollowing: (count) => many(count, 'formule ne suit pas la feuille', 'formules ne suivent pas la feuille'),
  },
  sheet: {
    found: (invoices, sheet, row) => `${many(invoices, 'facture')} dans ${quoted(sheet)}, titres à la ligne ${row}.`,
    tableAt: (sheet, row, rows) => `${sheet}, ligne ${row} (${many(rows, 'ligne')})`,
    meaning: (header) => `Sens de ${quoted(header)}`,
    unused: (count) => many(count, 'colonne non utilisée', 'colonnes non utilisées'),
    asSheet: (found) => `Comme la feuille (${found})`,
    fill: (header) => `Remplir ${quoted(header)}`,
    replaces: (count, typed) =>
      `${many(count, 'cellule')} de vous y ${Number(count) > 1 ? 'seraient remplacées' : 'serait remplacée'} (${typed.map(quoted).join(', ')}).`,
    staysTyped: (count, typed) => `Vos mots y restent (${typed.map(quoted).join(', ')}${S}: ${many(count, 'cellule')}).`,
    twoWays: (count, order) =>
      `${many(count, 'date')} peu${Number(count) > 1 ? 'vent' : 't'} se lire de deux façons. Le reste de la feuille se lit ${order}.`,
    readAll: (order) => `Tout lire ${order}`,
    addedHere: (column) => `colonne ${column}`,
    problems: (count) => `${many(count, 'anomalie')} dans les cellules\u00a0; le reste est calculé.`,
  },
  today: {
    ofOutstanding: (amount) => `sur ${amount} qui vous sont dus`,
    since: (day) => `Depuis votre dernière visite, le ${day}`,
    paidSince: (count) => many(count, 'facture payée', 'factures payées'),
    lateSince: (count) => many(count, 'facture devenue en retard', 'factures devenues en retard'),
    now: (count) => `À contacter maintenant (${count})`,
    weekend: (next) => `C’est le week-end${S}: les relances attendent un jour ouvré. La prochaine${S}: ${next}.`,
    nothingNowNext: (day) => `Personne à contacter aujourd’hui. Prochaine relance\u00a0: ${day}.`,
    soon: (count) => `À venir (${count})`,
    prepareAll: (count) => `Préparer ${many(count, 'brouillon')}`,
    on: (day) => `le ${day}`,
    toCheck: (count) => `${many(count, 'point')} à vérifier`,
    forAll: (part, whole) => `Pour ${part} relances sur ${whole}.`,
    prepared: (count) => `Déjà préparées (${count})`,
  },
  entry: {
    dueOn: (day) => `échéance ${day}`,
    selectRow: (number) => `Montrer la facture ${number} dans la feuille`,
    earlierOne: (stage, day) => `${stage}, ${day}`,
  },
  act: ACTS_FR,
  batch: {
    title: (count) => `Préparer ${many(count, 'brouillon')}${S}?`,
    concerns: (customers) => `Pour ${customers}`,
    concernsMany: (count) => `Pour ${count} clients`,
    left: (count) => `Laissés de côté car bloqués (${count})`,
    go: (count) => `Préparer ${many(count, 'brouillon')}`,
  },

  figures: {
    invoicesCount: (count) => many(count, 'facture'),
    moreThan: (days) => `plus de ${days}`,
    times: (digits) => `${digits}×${S}par${S}an`,
    unavailable: (count) => `Non disponibles (${count})`,
    trendText: ({ from, to, first, last }) =>
      `Total dû à la fin de chaque mois, de ${first} en ${from} à ${last} en ${to}\u00a0; la partie foncée est en retard.`,
    went: ({ from, to, first, last }) => `de ${first} en ${from} à ${last} en ${to}`,
    moves: {
      today: (days) => `Vos clients vous doivent ${days} de ventes, qui se composent ainsi\u00a0:`,
      movers: (count) =>
        count > 1
          ? `Les ${count} clients qui l’ont le plus bougé en 90\u00a0jours\u00a0:`
          : 'Le client qui l’a bougé en 90\u00a0jours\u00a0:',
      added: (days) => `${days} de plus`,
      took: (days) => `${days} de moins`,
    },
    receipts: {
      text: (weeks, amount) => `${amount} devraient rentrer dans les ${weeks} semaines qui viennent.`,
      error: (percent) => `Sur les six derniers mois, la prévision s’est trompée de ${percent}.`,
      later: (amount) => `${amount} de plus devraient rentrer ensuite.`,
      notCounted: (amount, why) => `Sans compter ${amount} sans date prévisible\u00a0: ${why}.`,
      left: (count, amount) => `Factures sans date prévisible (${count})\u00a0: ${amount}`,
    },
    board: {
      done: (tab) => `Les chiffres sont dans l’onglet ${quoted(tab)}.`,
    },
  },

  customers: {
    count: (count) => many(count, 'client'),
    overdue: (amount) => `${amount} échus`,
    pays: (days, sign) =>
      sign > 0 ? `paie avec ${days} de retard en moyenne` : sign < 0 ? `paie avec ${days} d’avance en moyenne` : 'paie à l’échéance',
    score: (score) => `${score} sur 100`,
    scoredOn: (count, isScored) =>
      isScored
        ? `100, c’est toujours à l’heure. D’après ses ${many(count, 'facture payée', 'factures payées')}.`
        : `${many(count, 'facture payée', 'factures payées')}\u00a0: il en faut trois pour une note.`,
    beyond: (amount) => `${amount} au-delà`,
    steps: (name) => `Étapes de relance ${quoted(name)}.`,
    suggestedHelp: (tab) => `Rien ne change tout seul. Étapes, plafond et montant assuré se règlent dans l’onglet ${quoted(tab)}.`,
  },
  help: 'Aide sur cet écran',

  invoice: {
    open: (number) => `Détail de ${number}`,
    row: (row) => `ligne ${row}`,
    early: (days) => `${days} avant l’échéance`,
  },

  follow: {
    madeOn: (day) => `préparé le ${day}`,
    older: (count) => `Afficher ${many(count, 'ligne plus ancienne', 'lignes plus anciennes')}`,
    mentioned: (numbers) => `citées aussi\u00a0: ${numbers}`,
    until: (day) => `jusqu’au ${day}`,
    by: (who) => `par ${who}`,
    invoicesOf: (numbers) => numbers,
  },

  problems: {
    place: (sheet, cell) => `${sheet}, ${cell}`,
    rowOf: (row) => `ligne ${row}`,
    jump: (place) => `Aller à ${place}`,
  },

  settings: {
    daily: (hour) => `Actualiser chaque jour, vers ${hour}${S}h`,
    folderIs: (name) => `Gardés dans ${quoted(name)}.`,
  },
  ahead: AHEAD_FR,
};
