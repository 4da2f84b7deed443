// The reference page of the sheet formulas, made from the catalogue: what each is called, takes and answers, with an example worked out by itself.
import { dayFromIso } from '../../core/calendar.ts';
import { CATALOGUE } from '../../core/functions/catalogue.ts';
import type { FormulaFunction, Parameter } from '../../core/functions/entry.ts';
import type { Cell, FormulaAnswer, FormulaContext, FormulaValue, LanguageCode } from '../../core/index.ts';
import { shortDate } from '../../core/messages/money-text.ts';
import { answerOf } from './formula-reader.ts';
import { formulaTable } from './formula-table.ts';

const SAYS = {
  en: {
    title: 'The sheet formulas',
    other: 'En français : [Les formules](formules.md).',
    intro: [
      'Every formula answers in a cell of your own workbook, in Google Sheets and in the local page under its plain name (`=DSO(…)`), in Excel behind `AR.` (`=AR.DSO(…)`). Each has an English and a French name; labels and reasons answer in the language of the name used, the figures are the same. Arguments in brackets may be left out.',
      '**The invoices** are a range with its header row, read as the panel reads it: whole columns (`A:J`) may be given, headers may stand under titles, rows that cannot be read are left out and never hide the others. The *Payments*, *Settings* and other tabs of the workbook count. Left out, it is the table the panel works on: `=DSO()`. Where the currency shows only in the number format of the cells, leave the range out: a range carries values, not formats.',
      '**Dates** may be true dates, day numbers, or text such as `2025-09-10`; text such as 10/09/2025 is read by the workbook’s locale. **The day of a figure** is today when left out, and never a day to come. Google keeps the answer as long as the arguments stay the same: give a day, or a cell that changes, to have it worked out again.',
      '**Columns**: where an argument takes a column, one formula answers for all its rows; a blank row answers with a blank, a bad one with its own reason.',
      '**When there is no answer** the cell shows an error with its reason: `#N/A` in Excel when the question has none on this data, `#VALUE!` when an argument cannot be read; in Google Sheets the reason stands beside `#ERROR!`. Never 0, and never a blank. Days come to 0.01, rates as fractions (format the cell as a percentage).',
    ],
    table: 'The examples work on this table, in `A1:H9`:',
    argument: 'Argument',
    meaning: 'Meaning',
    example: 'Example',
    shows: 'shows',
    separator: ', ',
    decimal: '.',
  },
  fr: {
    title: 'Les formules',
    other: 'In English: [The sheet formulas](formulas.md).',
    intro: [
      'Chaque formule répond dans une cellule de votre propre classeur\u00a0: sous son nom (`=DELAI_MOYEN_PAIEMENT(…)`) dans Google Sheets et dans la page locale, derrière `AR.` (`=AR.DELAI_MOYEN_PAIEMENT(…)`) dans Excel. Chacune a un nom anglais et un nom français\u00a0: libellés et motifs répondent dans la langue du nom employé, les chiffres sont les mêmes. Les arguments entre crochets sont facultatifs.',
      '**Les factures** sont une plage avec sa ligne d’en-têtes, lue comme le panneau la lit\u00a0: colonnes entières (`A:J`) acceptées, en-têtes sous des titres aussi\u00a0; une ligne illisible est laissée de côté et ne cache jamais les autres. Les onglets *Paiements*, *Réglages* et autres comptent. Sans plage, c’est le tableau du panneau\u00a0: `=DSO()`. Si la devise n’apparaît que dans le format des cellules, ne donnez pas de plage\u00a0: une plage porte des valeurs, pas des formats.',
      '**Les dates** peuvent être de vraies dates, des numéros de jour ou un texte comme `2025-09-10`\u00a0; un texte comme 10/09/2025 se lit selon les paramètres régionaux du classeur. **Le jour du calcul** est aujourd’hui par défaut, jamais un jour à venir. Google garde la réponse tant que les arguments ne changent pas\u00a0: donnez un jour, ou une cellule qui change, pour qu’elle soit recalculée.',
      '**Colonnes**\u00a0: là où un argument prend une colonne, une seule formule répond pour toutes ses lignes\u00a0; une ligne vide répond par un vide, une mauvaise par son propre motif.',
      '**Quand il n’y a pas de réponse**, la cellule montre une erreur et son motif\u00a0: `#N/A` dans Excel quand la question n’en a pas sur ces données, `#VALEUR!` quand un argument est illisible\u00a0; dans Google Sheets, le motif accompagne `#ERROR!`. Jamais 0, jamais un vide. Les jours sont donnés au centième, les taux en fractions (mettez la cellule en pourcentage).',
    ],
    table: 'Les exemples portent sur ce tableau, en `A1:H9`\u00a0:',
    argument: 'Argument',
    meaning: 'Sens',
    example: 'Exemple',
    shows: 'affiche',
    separator: '; ',
    decimal: ',',
  },
} as const;

/** The workbook of the examples, some days after the day they look from. */
export const exampleContext = (language: LanguageCode): FormulaContext => ({
  today: dayFromIso('2025-09-30') as FormulaContext['today'],
  locale: language === 'fr' ? 'fr-FR' : 'en-GB',
  timeZone: 'Europe/Paris',
  date1904: false,
  workbook: null,
});

/** `=DSO(A1:H9; "2025-09-17")` in the writing of the language. */
export function exampleOf({ names, example }: FormulaFunction, language: LanguageCode): string {
  const { separator, decimal } = SAYS[language];
  const texts = example.map((each) => (typeof each === 'string' ? each : each[language]));
  return `=${names[language]}(${texts.map((text) => (/^[\d.]+$/.test(text) ? text.replace('.', decimal) : text)).join(separator)})`;
}

/** What a formula's text shows on the page: one value, or its rows. */
export function shownBy(text: string, language: LanguageCode): string[][] {
  const answer = answerOf(text, formulaTable(language), exampleContext(language), language === 'fr' ? ';' : ',');
  return rowsOf(answer).map((row) => row.map((value) => valueText(value, language)));
}

function rowsOf(answer: FormulaAnswer): readonly (readonly FormulaValue[])[] {
  if (answer.kind === 'error') throw new Error(answer.message);
  return answer.kind === 'rows' ? answer.rows : [[answer.value]];
}

function valueText(value: FormulaValue, language: LanguageCode): string {
  if (typeof value === 'number') return String(Math.round(value * 10_000) / 10_000).replace('.', SAYS[language].decimal);
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return 'date' in value ? shortDate(dayFromIso(value.date) as FormulaContext['today'], language) : '#N/A';
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const tableOf = (header: readonly string[], rows: readonly (readonly string[])[]) => [
  line(header),
  line(header.map(() => '---')),
  ...rows.map(line),
];

/** The page in one language. */
export function formulasPage(language: LanguageCode): string {
  const says = SAYS[language];
  const [header = [], ...rows] = formulaTable(language).map((row) => row.map((cell: Cell) => valueText(cell as FormulaValue, language)));
  const parts = [`# ${says.title}`, ...says.intro, says.table, tableOf(header, rows).join('\n')];
  for (const entry of CATALOGUE) {
    const text = exampleOf(entry, language);
    const shown = shownBy(text, language);
    const [[only = ''] = []] = shown;
    const isOne = shown.length === 1 && shown[0]?.length === 1;
    const { names, parameters } = entry;
    const bracketed = (each: Parameter) => (each.optional ? `[${each.names[language]}]` : each.names[language]);
    const list = parameters.map(bracketed).join(says.separator);
    parts.push(
      `## ${names[language]}`,
      `\`${names[language]}(${list})\` · *${names[language === 'en' ? 'fr' : 'en']}*`,
      entry.text[language],
      tableOf(
        [says.argument, says.meaning],
        parameters.map((each) => [bracketed(each), each.text[language]]),
      ).join('\n'),
      `${says.example}${language === 'fr' ? '\u00a0' : ''}: \`${text}\` ${says.shows}${isOne ? ` **${only}**` : ''}`,
    );
    if (!isOne)
      parts.push((shown.length === 1 ? tableOf(shown[0] as string[], []) : tableOf(shown[0] as string[], shown.slice(1))).join('\n'));
  }
  return `${[...parts, says.other].join('\n\n')}\n`;
}
