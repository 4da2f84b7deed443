/** Français. */
import type { Words } from './words.ts';

const many = (count: number, one: string, others = `${one}s`) => `${count}\u00a0${count < 2 ? one : others}`;
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

export const fr: Words = {
  help: `Relance\u00a0: qui doit quoi, avec quel retard, et que faire ensuite.

  npm run --silent report -- FICHIER... [options]

FICHIER est un tableau de factures\u00a0: .xlsx .xlsm .ods .csv .tsv, ou un classeur .json. Il est lu, jamais modifié.

  --as-of AAAA-MM-JJ      le jour où l’on se place (sinon\u00a0: aujourd’hui)
  --sheet NOM             la feuille des factures (sinon\u00a0: trouvée toute seule)
  --lang fr|en            langue de la réponse (sinon\u00a0: celle du fichier)
  --locale fr-FR          comment lire les dates et montants indécis
  --date-order dmy|mdy|ymd
                          l’ordre du jour (d), du mois (m) et de l’année (y) dans les dates
  --currency EUR          la devise, quand la feuille n’en nomme aucune
  --cadence NOM           standard, classic, gentle, prompt ou due-day
  --drafts DOSSIER        écrit chaque relance à faire en brouillon (.eml) dans ce dossier, une seule fois
  --out FICHIER           écrit une copie où retard, statut et prochaine action sont remplis
  --json                  toute la réponse en JSON
  --help                  cette page

Code de sortie\u00a0: 0 si un fichier au moins a été lu, 1 si aucun ne l’a été ou si quelque chose n’a pu être écrit, 2 si la commande est mal tapée.`,
  usage: {
    'unknown-option': ({ option, nearest }) =>
      `L’option ${option} n’existe pas.${nearest === null ? '' : ` Vouliez-vous ${nearest}\u00a0?`}`,
    'missing-value': ({ option }, expected) => `${option} demande une valeur\u00a0: ${expected}.`,
    'bad-value': ({ option, value }, expected) => `${option} ne peut être ${quoted(value)}\u00a0: ${expected}.`,
    'no-value-taken': ({ option }) => `${option} ne prend pas de valeur\u00a0: tapez-la seule.`,
    'given-twice': ({ option }) => `${option} est donnée deux fois, avec deux valeurs\u00a0: gardez-en une.`,
    'no-file': () =>
      'Quel fichier\u00a0? Donnez le tableau de factures à lire, par exemple\u00a0: npm run --silent report -- factures.xlsx',
    'out-of-several': () => '--out fait la copie d’un seul fichier\u00a0: donnez un fichier, ou retirez --out.',
  },
  expected: {
    day: 'tapez un jour du calendrier sous la forme AAAA-MM-JJ, par exemple 2026-03-31',
    sheet: 'tapez le nom d’une feuille, par exemple --sheet Factures',
    locale: 'tapez une langue et un pays, par exemple fr-FR ou en-GB',
    currency: 'tapez les trois lettres d’une devise, par exemple EUR',
    folder: 'tapez le dossier des brouillons, par exemple --drafts brouillons',
    file: 'tapez le nom de la copie, par exemple --out copie.xlsx',
    oneOf: (ids) => `tapez l’un de ces mots\u00a0: ${ids.join(', ')}`,
  },
  seeHelp: 'Toutes les options\u00a0: npm run --silent report -- --help',
  wrongEnding: (path, ending, suggestion) =>
    `La copie de ce fichier est un ${ending}, et ${quoted(path)} ne se termine pas ainsi. Tapez --out "${suggestion}".`,
  overJournal: (path) =>
    `${quoted(path)} est le journal de vos relances\u00a0: Relance n’écrit jamais de copie par-dessus. Donnez un autre nom à la copie.`,

  path: {
    missing: (path) => `Le fichier ${path} n’existe pas. Vérifiez son nom et son dossier.`,
    'is-folder': (path) => `${path} est un dossier. Nommez un fichier qui s’y trouve.`,
    'no-permission': (path) => `Vous n’avez pas le droit de lire ${path}. Demandez ce droit, ou copiez le fichier ailleurs.`,
    'not-a-file': (path) => `${path} n’est pas un fichier ordinaire. Enregistrez d’abord les factures dans un fichier.`,
    unreadable: (path) => `${path} n’a pas pu être lu sur son disque. Copiez-le ailleurs et réessayez.`,
  },
  folder: {
    'not-a-folder': (path) => `${path} n’est pas un dossier. Donnez un autre dossier pour les brouillons.`,
    'no-permission': (path) =>
      `Relance n’a pas le droit d’écrire dans ${path}. Choisissez un autre dossier, ou fermez le fichier s’il est ouvert ailleurs.`,
    'disk-full': (path) =>
      `Le disque est plein\u00a0: rien de plus n’a été écrit dans ${path}. Libérez de la place et relancez la commande.`,
    failed: (path) => `${path} n’a pas pu être écrit. Réessayez, ou choisissez un autre dossier.`,
    busy: (path, holder) =>
      `Un autre Relance (processus ${holder}) travaille dans ${path}. Attendez qu’il ait fini et relancez la commande\u00a0; si aucun ne tourne, supprimez ${path}/.relance.lock.`,
    'journal-unreadable': (path) =>
      `${path} ne se lit pas comme un journal\u00a0: personne ne peut dire quelles relances sont déjà prêtes, aucune n’a donc été préparée. Remettez-en une bonne copie, ou déplacez-le avec ses brouillons dans un autre dossier.`,
    'journal-lost': (path) =>
      `${path} est vide alors que des brouillons sont à côté\u00a0: personne ne peut dire quelles relances sont déjà prêtes, aucune n’a donc été préparée. Remettez-en une bonne copie, ou déplacez-le avec ses brouillons dans un autre dossier.`,
  },
  unexpected: (detail) =>
    `Relance a trébuché sur ce fichier, et c’est une faute de Relance (${detail}). Signalez-la, avec le fichier si vous le pouvez.`,

  prepared: (count, folder) => `${many(count, 'relance préparée', 'relances préparées')} dans ${folder}\u00a0: ouvrez, vérifiez, envoyez.`,
  nonePrepared: 'Aucune nouvelle relance à préparer.',
  cutLine: (row, customer) =>
    `La ligne ${row} de journal.csv est coupée\u00a0: ${customer === null ? 'aucune relance n’a été préparée, car elle peut en noter n’importe laquelle' : `aucune relance n’a été préparée pour ${customer}, car elle peut déjà la noter`}. Complétez la ligne, ou supprimez-la si elle ne note rien.`,
  copyKept: (name) => `journal.csv a été remis en état\u00a0; le fichier tel qu’il était est gardé sous le nom ${name}.`,
  copyWritten: (path) => `Copie écrite\u00a0: ${path}.`,
  leftCells: (count) => `${many(count, 'cellule laissée telle quelle', 'cellules laissées telles quelles')}\u00a0:`,
  why: {
    words: 'vos propres mots',
    formula: 'une formule',
    'row-changed': 'la ligne a changé entre-temps',
    'twin-rows': 'rien ne distingue cette ligne d’une autre',
  },
  cell: (sheet, row, column) => `${sheet} ${column}${row}`,

  page: {
    sheet: (name) => `feuille ${name}`,
    asOf: (day) => `au ${day}`,
    invoices: (count) => many(count, 'facture'),
    figures: {
      outstanding: 'Encours',
      overdue: 'Échu',
      notDue: 'Non échu',
      undated: 'Sans échéance',
      unapplied: 'Crédits non imputés',
      dso: 'DSO',
      countBack: 'DSO par épuisement',
      weightedDaysLate: 'Retard moyen pondéré',
    },
    days: (count) => `${count}\u00a0jours`,
    ofOutstanding: (share) => `${share} de l’encours`,
    bestAndLate: (best, late) => `au mieux ${best}, retard ${late}`,
    moreThan: (days) => `plus de ${days}`,
    unnamedCurrency: 'devise non nommée',
    aging: 'Balance âgée',
    toDo: (count) => `À faire maintenant (${count})`,
    nothingToDo: 'Rien à faire aujourd’hui.',
    upcoming: (count) => `À venir (${count})`,
    customers: (shown, all) =>
      shown < all ? `Clients, du plus échu au moins (${shown} sur ${all})` : `Clients, du plus échu au moins (${all})`,
    score: (score, settled) => `${score} sur 100, d’après ${many(settled, 'facture payée', 'factures payées')}`,
    forecast: 'Encaissements prévus',
    weekOf: (day) => `semaine du ${day}`,
    between: (low, high) => `de ${low} à ${high}`,
    planned: (sum) => `à décaisser ${sum}`,
    later: 'plus tard',
    notExpected: (count, sum) =>
      `Hors prévision\u00a0: ${many(count, 'facture')}, ${sum}\u00a0; nul ne peut dire quand (litiges, contentieux, sans échéance, trop anciennes\u00a0; --json les nomme).`,
    forecastError: (share) => `Rejouée sur les 26 dernières semaines, cette prévision s’écartait de ${share} par semaine.`,
    alsoOpen: (numbers) => `aussi dues\u00a0: ${numbers}`,
    to: (address) => `à ${address}`,
    blocked: 'Bloqué',
    careful: 'Attention',
    problems: (count) => `Anomalies (${count})`,
    noProblem: 'Aucune anomalie dans la feuille.',
    severities: { error: 'hors des totaux', hold: 'non relancée', notice: 'à vérifier' },
    place: (sheet, row, column) =>
      [sheet, row === null ? null : `ligne ${row}`, column === null ? null : `colonne ${column}`]
        .filter((part) => part !== null)
        .join(', '),
    notices: 'À propos du fichier',
    andMore: (count) => `… et ${count} de plus (--json les donne tous)`,
    prepared: 'Brouillons',
  },
};
