// Every reason a formula gives in place of a figure, by the call that meets it, under both of its names.
import { CATALOGUE } from '../../../core/functions/catalogue.ts';
import { evaluate } from '../../../core/functions/index.ts';
import { FORMULA_WORDS, type FormulaWords } from '../../../core/functions/words.ts';
import type { Cell, FormulaAnswer, FormulaArgument, FormulaContext, LanguageCode } from '../../../core/index.ts';
import { type Around, day, workbookOf } from '../../core/workbook-of.ts';
import { type Family, heard, type InEach, type MessageCase } from '../message-case.ts';

/** What is no message: headers and labels of what a formula answers. */
const LABELS = ['headers', 'span', 'over', 'undated', 'unapplied', 'total', 'month', 'range', 'unnamedCurrency', 'rangeAdvice'] as const;
type ReasonId = Exclude<keyof FormulaWords, (typeof LABELS)[number]>;

const workbook = (rows: Parameters<typeof workbookOf>[0], around: Around = {}): Cell[][] =>
  (workbookOf(rows, around).sheets[0]?.cells ?? []) as Cell[][];
const TABLE = workbook([
  { customer: 'Dupont', issued: '2025-08-01', due: '2025-09-01' },
  { customer: 'Martin', issued: '2025-08-15', due: '2025-09-15', amount: 500, paid: 500, paidOn: '2025-09-10' },
]);
const HEADERS = TABLE[0] as Cell[];
const TWO = workbook([
  { due: '2025-09-01', currency: 'EUR' },
  { due: '2025-09-01', currency: 'GBP' },
]);
const ON = '2025-09-17';

/** A workbook that says nothing of its region, unless it does. */
const NOWHERE: FormulaContext = { today: day('2026-11-21'), locale: null, timeZone: null, date1904: false, workbook: null };
/** A house whose only step is for large customers. */
const FOR_LARGE = workbookOf([{}], {
  tabs: {
    Cadence: [
      ['Cadence', 'Stage', 'Offset', 'Segment'],
      ['standard', 'reminder', 3, 'large'],
    ],
  },
});

const messageOf = (answer: FormulaAnswer): string => {
  if (answer.kind === 'error') return answer.message;
  const cells = answer.kind === 'rows' ? answer.rows.flat() : [answer.value];
  const wrong = cells.find((cell) => typeof cell === 'object' && cell !== null && 'error' in cell);
  return wrong !== undefined ? (wrong as { error: string }).error : '';
};

function reason(
  id: ReasonId,
  when: InEach,
  name: string,
  given: readonly FormulaArgument[] | ((language: LanguageCode) => readonly FormulaArgument[]),
  around: Partial<FormulaContext> = {},
): MessageCase {
  return {
    id,
    when,
    at: '',
    said: (language) => {
      const called = CATALOGUE.find(({ names }) => names.en === name)?.names[language] ?? name;
      const args = typeof given === 'function' ? given(language) : given;
      const context = { ...NOWHERE, ...(id === 'unknownFunction' ? { locale: language } : {}), ...around };
      const { ids, answer } = heard(
        FORMULA_WORDS[language],
        () => messageOf(evaluate(called, args, context)),
        (message) => message,
      );
      const labels: readonly string[] = LABELS;
      return { ids: ids.filter((each) => !labels.includes(each)), at: '', message: answer, advice: '' };
    },
  };
}

export const FORMULAS: Family = {
  title: ['What a formula says in place of a figure', 'Ce qu’une formule dit à la place d’un chiffre'],
  intro: [
    'The reason stands with the error of the cell: `#VALUE!` where an argument cannot be read, `#N/A` where the question has no answer on this data (in Google Sheets, `#ERROR!`). Never 0, never a blank.',
    'Le motif accompagne l’erreur de la cellule\u00a0: `#VALEUR!` quand un argument est illisible, `#N/A` quand la question n’a pas de réponse sur ces données (dans Google Sheets, `#ERROR!`). Jamais 0, jamais un vide.',
  ],
  ids: (language) => Object.keys(FORMULA_WORDS[language]).filter((key) => !(LABELS as readonly string[]).includes(key)),
  cases: [
    reason('unknownFunction', ['a name that is none of ours', 'un nom qui n’est pas des nôtres'], 'DSOO', []),
    reason('missing', ['`=DAYS_LATE()`', '`=JOURS_RETARD()`'], 'DAYS_LATE', []),
    reason('tooMany', ['a fourth argument where three are expected', 'un quatrième argument quand trois sont attendus'], 'DAYS_LATE', [
      '2025-09-10',
      null,
      null,
      1,
    ]),
    reason('oneCell', ['two cells where a day is expected', 'deux cellules à la place d’un jour'], 'DAYS_LATE', [
      '2025-09-10',
      null,
      [[1, 2]],
    ]),
    reason('rangeExpected', ['42 in place of the invoices', '42 à la place des factures'], 'DSO', [42, ON]),
    reason('unlikeColumns', ['due dates of two rows, payments of three', 'deux échéances, trois paiements'], 'DAYS_LATE', [
      [['2025-09-10'], ['2025-09-11']],
      [[null], [null], [null]],
      ON,
    ]),
    reason('emptyColumn', ['a column without any date', 'une colonne sans aucune date'], 'DAYS_LATE', [[[null], [null]], null, ON]),
    reason('oneColumn', ['two columns of due dates', 'deux colonnes d’échéances'], 'DAYS_LATE', [
      [
        ['2025-09-10', '2025-09-11'],
        ['2025-09-12', '2025-09-13'],
      ],
      null,
      ON,
    ]),
    reason('cellError', ['a due date that is #N/A', 'une échéance qui vaut #N/A'], 'DAYS_LATE', [{ error: '#N/A' }]),
    reason('notADate', ['“soon” as a due date', '«\u00a0soon\u00a0» comme échéance'], 'DAYS_LATE', ['soon']),
    reason('impossibleDate', ['31/02/2026 as a due date', '31/02/2026 comme échéance'], 'DAYS_LATE', ['31/02/2026']),
    reason(
      'ambiguousDate',
      ['03/04/2026 in a workbook without a locale', '03/04/2026 dans un classeur sans paramètres régionaux'],
      'DAYS_LATE',
      ['03/04/2026'],
    ),
    reason('notANumber', ['“abc” as an amount', '«\u00a0abc\u00a0» comme montant'], 'NET_CASH', ['abc', 1]),
    reason(
      'ambiguousNumber',
      ['1.234 as an amount, under an English name', '1,234 comme montant, sous un nom français'],
      'NET_CASH',
      (language) => [language === 'fr' ? '1,234' : '1.234', 1],
    ),
    reason('notACount', ['a DSO over 0 days', 'un DSO sur 0 jour'], 'DSO', [TABLE, ON, 0]),
    reason('notAFraction', ['a margin of 12, not of 12 %', 'une marge de 12, et non de 12\u00a0%'], 'SALES_TO_ABSORB', [5000, 12]),
    reason('negative', ['interest on a negative amount', 'des pénalités sur un montant négatif'], 'LATE_INTEREST', [-100, ON]),
    reason('notText', ['TRUE in place of a method', 'VRAI à la place d’une méthode'], 'DSO', [TABLE, ON, null, true]),
    reason('notOneOf', ['a method called “median”', 'une méthode appelée «\u00a0median\u00a0»'], 'DSO', [TABLE, ON, null, 'median']),
    reason('badBounds', ['the bounds 30,30', 'les bornes 30,30'], 'AGING', [TABLE, ON, '30,30']),
    reason('otherCurrencies', ['euros less pounds', 'des euros moins des livres'], 'NET_CASH', ['1 €', '1 £']),
    reason('reversed', ['a period that ends before it begins', 'une période qui finit avant de commencer'], 'RECOVERY_RATE', [
      TABLE,
      ON,
      '2025-09-01',
    ]),
    reason('unreadableTerms', ['terms “30 working days”', 'des conditions «\u00a030 working days\u00a0»'], 'DUE_DATE', [
      ON,
      '30 working days',
    ]),
    reason('askOrder', ['terms “45 FDM”', 'des conditions «\u00a045 FDM\u00a0»'], 'DUE_DATE', [ON, '45 FDM']),
    reason('toCome', ['a figure of a day still to come', 'un chiffre d’un jour à venir'], 'DSO', [TABLE, '2030-01-01']),
    reason('emptyRange', ['a range of blanks', 'une plage vide'], 'DSO', [[[null], ['']], ON]),
    reason('noWorkbook', ['`=DSO()` where the workbook cannot be read', '`=DSO()` là où le classeur ne peut être lu'], 'DSO', []),
    reason('noInvoices', ['headers and nothing below', 'des en-têtes et rien dessous'], 'DSO', [[HEADERS], ON]),
    reason('noneYet', ['a day before the first invoice', 'un jour avant la première facture'], 'DSO', [TABLE, '2025-07-01']),
    reason('noneReadable', ['words in place of every amount', 'des mots à la place de tous les montants'], 'OVERDUE_RATE', [
      workbook([{ due: '2025-09-01', amount: 'much' }]),
      ON,
    ]),
    reason('severalCurrencies', ['invoices in euros and in pounds', 'des factures en euros et en livres'], 'DSO', [TWO, ON]),
    reason('noSuchCurrency', ['dollars asked of euros and pounds', 'des dollars demandés à des euros et des livres'], 'OUTSTANDING', [
      TWO,
      ON,
      null,
      'USD',
    ]),
    reason('unknownCustomer', ['a customer who is not in the range', 'un client absent de la plage'], 'OUTSTANDING', [TABLE, ON, 'Durand']),
    reason('severalCustomers', ['two customers of one name', 'deux clients du même nom'], 'OUTSTANDING', [
      workbook([
        { id: 'C1', due: '2025-09-01' },
        { id: 'C2', due: '2025-09-01' },
      ]),
      ON,
      'Dupont',
    ]),
    reason('noSales', ['a DSO months after the last invoice', 'un DSO des mois après la dernière facture'], 'DSO', [TABLE, '2026-03-01']),
    reason('moreThan', ['more is owed than was ever invoiced', 'il est dû plus que ce qui a jamais été facturé'], 'DSO', [
      workbook([
        { issued: '2025-08-20', due: '2025-09-20', amount: 100 },
        { issued: '', due: '2025-09-20', amount: 900 },
      ]),
      ON,
      null,
      'count-back',
    ]),
    reason('noDatedSales', ['invoices without invoice dates', 'des factures sans date de facture'], 'DSO', [
      workbook([{ issued: '', due: '2025-09-20' }]),
      ON,
      null,
      'count-back',
    ]),
    reason('nothingOwed', ['a rate of what is overdue, and nothing is owed', 'un taux d’échu quand rien n’est dû'], 'OVERDUE_RATE', [
      workbook([{ due: '2025-09-01', paid: 1000, paidOn: '2025-09-01' }]),
      ON,
    ]),
    reason('nothingToCollect', ['a period in which nothing was owed', 'une période où rien n’était dû'], 'RECOVERY_RATE', [
      TABLE,
      '2025-08-01',
      '2025-08-10',
    ]),
    reason('nothingSettled', ['no paid invoice yet', 'pas encore de facture payée'], 'WEIGHTED_DAYS_LATE', [TABLE, '2025-08-20']),
    reason(
      'noScore',
      ['the score of a customer who has paid nothing yet', 'le score d’un client qui n’a encore rien payé'],
      'CUSTOMER_SCORE',
      ['Dupont', TABLE, ON],
    ),
    reason(
      'noForecast',
      ['invoices older than anything that was ever paid', 'des factures plus anciennes que tout ce qui a été payé'],
      'EXPECTED_RECEIPTS',
      [TABLE, ON],
    ),
    reason('noRate', ['interest on a debt of 2005', 'des pénalités sur une dette de 2005'], 'LATE_INTEREST', [100, '2005-01-01']),
    reason('noInterest', ['business interest of a private person', 'des pénalités professionnelles pour un particulier'], 'LATE_INTEREST', [
      100,
      ON,
      null,
      'CONSUMER',
    ]),
    reason('noFee', ['a recovery fee of a private person', 'une indemnité de recouvrement pour un particulier'], 'RECOVERY_FEE', [
      100,
      'consumer',
    ]),
    reason('feeInCurrency', ['the British fee on euros', 'l’indemnité britannique sur des euros'], 'RECOVERY_FEE', ['1 000 €', 'UK']),
    reason(
      'noLimitation',
      ['the limitation of a debt of the French State', 'la prescription d’une dette de l’État français'],
      'LIMITATION_DATE',
      [ON, 'FR-PUBLIC'],
    ),
    reason(
      'noStage',
      ['a cadence whose only step is for large customers', 'un scénario dont la seule étape vise les grands comptes'],
      'NEXT_ACTION',
      [ON],
      { workbook: FOR_LARGE },
    ),
    reason('zero', ['a cost for nothing recovered', 'un coût pour rien de recouvré'], 'COLLECTION_COST', [3200, 0]),
    reason('notPositive', ['a margin of 0', 'une marge de 0'], 'SALES_TO_ABSORB', [5000, 0]),
  ],
};
