// The help page about the tabs, made from the tables the reader itself works with, so that it can never disagree with them.
import { PRESETS } from '../../core/dunning/cadence.ts';
import { LANGUAGES } from '../../core/languages/index.ts';
import { isBlock, isClaim, PLACEHOLDER_NAMES, placeholderName } from '../../core/messages/placeholders.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { settingLines, stageLine } from '../../core/tabs/made-tabs.ts';
import { TAB_SHAPES, type TabId } from '../../core/tabs/tab-shapes.ts';
import { CUSTOMER_TYPE_WORDS, REGIME_WORDS, written } from '../../core/tabs/tab-words.ts';

type Code = 'en' | 'fr';

const SAYS = {
  en: {
    title: 'The tabs of your workbook',
    intro:
      'Relance reads these tabs beside your invoices, on every command. Each is optional; Relance makes one on request, filled with what is in force. ' +
      'A tab is found by its name or its headers, in either language and in any order; other columns and sheets are yours. ' +
      'A line that cannot be used is named, with its cell and what to do; the rest applies.',
    tab: 'Tab',
    columns: 'Columns',
    alsoRead: 'Also read as',
    settings: 'Settings',
    key: 'Key',
    blank: '*blank*',
    byDefault: 'By default',
    meaning: 'Meaning',
    rates:
      'A line `Rate 2027-S1` (`ECB rate`, `Bank rate`, `Basiszinssatz`) corrects a central bank rate of that half-year, in percent, as published.',
    cadences: 'Cadences',
    cadencesNote:
      'A cadence named in the tab replaces the whole one of that name; any other name is a cadence of your own. A line with a segment or a minimum amount is only for those invoices. Stages: ',
    customers: 'Customers',
    customersNote: 'Types and regimes: ',
    backup: 'The backup e-mail is shown when the first one is missing or wrong; nothing is sent to it by itself.',
    placeholders: 'Placeholders of templates',
    placeholdersNote: 'Between double braces, in either language. An unknown or empty one is shown, and blocks the message.',
    lines: 'whole lines',
    onlyIf: 'only after *if*',
  },
  fr: {
    title: 'Les onglets de votre classeur',
    intro:
      'Relance lit ces onglets à côté de vos factures, à chaque commande. Aucun n’est obligatoire\u00a0; Relance en crée un sur demande, rempli de ce qui s’applique. ' +
      'Un onglet se reconnaît à son nom ou à ses titres de colonnes, dans les deux langues et dans n’importe quel ordre\u00a0; les autres colonnes et feuilles sont à vous. ' +
      'Une ligne inutilisable est signalée, avec sa cellule et ce qu’il faut faire\u00a0; le reste s’applique.',
    tab: 'Onglet',
    columns: 'Colonnes',
    alsoRead: 'Se lit aussi',
    settings: 'Réglages',
    key: 'Clé',
    blank: '*vide*',
    byDefault: 'Par défaut',
    meaning: 'Signification',
    rates:
      'Une ligne `Taux 2027-S1` (`Taux BCE`, `Bank rate`, `Basiszinssatz`) corrige le taux d’une banque centrale pour ce semestre, en pour cent, tel qu’il est publié.',
    cadences: 'Scénarios',
    cadencesNote:
      'Un scénario nommé dans l’onglet remplace en entier celui de ce nom\u00a0; tout autre nom est un scénario à vous. Une ligne avec un segment ou un montant minimum ne vaut que pour ces factures. Étapes\u00a0: ',
    customers: 'Clients',
    customersNote: 'Types et régimes\u00a0: ',
    backup: 'L’e-mail de secours s’affiche quand le premier manque ou est faux\u00a0; rien n’y est envoyé de soi-même.',
    placeholders: 'Champs des modèles',
    placeholdersNote: 'Entre doubles accolades, dans l’une ou l’autre langue. Un champ inconnu ou vide est montré, et bloque le message.',
    lines: 'lignes entières',
    onlyIf: 'seulement après *si*',
  },
} as const;

const row = (...cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
const table = (head: readonly string[], lines: readonly (readonly string[])[]) => [
  row(...head),
  `|${head.map(() => '---').join('|')}|`,
  ...lines.map((line) => row(...line)),
  '',
];

function part(code: Code): string[] {
  const says = SAYS[code];
  const at = code === 'en' ? 0 : 1;
  const tabs = Object.values(TAB_SHAPES).map(({ names, columns }) => [
    `**${names[code]}**`,
    (Object.values(columns) as readonly (readonly string[])[]).map((words) => words[at]).join(' · '),
  ]);
  const columns = (Object.keys(TAB_SHAPES) as TabId[]).flatMap((id) =>
    (Object.values(TAB_SHAPES[id].columns) as readonly (readonly string[])[])
      .filter((words) => words.length > 2)
      .map((words) => [TAB_SHAPES[id].names[code], words[at] as string, [words[1 - at], ...words.slice(2)].join(', ')]),
  );
  const rungs = [...PRESETS.values()].flatMap(({ id, stages }) => stages.map((stage) => stageLine(id, stage, code)));
  const headers = (Object.values(TAB_SHAPES.cadence.columns) as readonly (readonly string[])[]).map((words) => words[at] as string);
  const fields = (Object.keys(PLACEHOLDER_NAMES) as (keyof typeof PLACEHOLDER_NAMES)[]).map((id) => {
    const name = placeholderName(id, code);
    return [
      `\`{{${name}}}\``,
      PLACEHOLDER_NAMES[id].filter((other) => other !== name).join(', '),
      isBlock(id) ? says.lines : isClaim(id) ? says.onlyIf : '',
    ];
  });
  const { stages } = LANGUAGES[code];
  return [
    `# ${says.title}`,
    '',
    says.intro,
    '',
    ...table([says.tab, says.columns], tabs),
    `## ${says.settings}`,
    '',
    ...table(
      [says.key, says.byDefault, says.meaning],
      settingLines(DEFAULT_SETTINGS, code).map(([key = '', value = '', meaning = '']) => [key, value === '' ? says.blank : value, meaning]),
    ),
    says.rates,
    '',
    `## ${says.cadences}`,
    '',
    `${says.cadencesNote}${Object.entries(stages)
      .filter(([id]) => id !== 'hand-over')
      .map(([, label]) => label)
      .join(', ')}.`,
    '',
    ...table(headers, rungs),
    `## ${says.customers}`,
    '',
    `${says.customersNote}${[...new Set([...CUSTOMER_TYPE_WORDS.values(), ...REGIME_WORDS.values()].map((id) => `\`${written(id, code)}\``))].join(', ')}. ${says.backup}`,
    '',
    `## ${says.placeholders}`,
    '',
    says.placeholdersNote,
    '',
    ...table(['', says.alsoRead, ''], fields),
    `## ${says.alsoRead}`,
    '',
    ...table([says.tab, says.columns, says.alsoRead], columns),
  ];
}

/** The whole page, English then French. */
export function tabsPage(): string {
  return `${[...part('en'), ...part('fr')].join('\n').trimEnd()}\n`;
}
