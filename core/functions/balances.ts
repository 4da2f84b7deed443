/** What is owed on a day: in all, by one customer, by age. */

import { BUCKET_BOUNDS, counts } from '../assess.ts';
import { type AgingBy, agingBy } from '../indicators/aging.ts';
import { LANGUAGES } from '../languages/index.ts';
import { displayText, isBlankCell } from '../ledger/cell-text.ts';
import { type Currency, toDecimal } from '../money.ts';
import { NO_BUCKET } from '../types.ts';
import { nameKey } from '../words.ts';
import type { Cell } from '../workbook.ts';
import { type Asked, isRange } from './asked.ts';
import { AS_OF, asOfDay, type Books, booksOf, currenciesOf, INVOICES, needOfBooks } from './books.ts';
import { CURRENCY, currencyAsked } from './currency-asked.ts';
import { type FormulaFunction, type InLanguages, optional } from './entry.ts';
import type { FormulaAnswer, FormulaValue } from './function.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';

const CUSTOMER = optional('customer', 'client', 'text', {
  en: 'Only this customer: its name or its id.',
  fr: 'Seulement ce client\u00a0: son nom ou son code.',
});

/** Index of the customer somebody named, by id or name. Throws a NoAnswer for one nobody knows, or a name that several bear. */
export function customerNamed(asked: Asked, { ledger }: Books, text: string): number {
  const key = nameKey(text);
  const byId = ledger.customers.findIndex(({ id }) => id !== null && nameKey(id) === key);
  if (byId >= 0) return byId;
  const named = ledger.customers.flatMap(({ name }, c) => (nameKey(name) === key ? [c] : []));
  const [only] = named;
  if (only === undefined) throw new NoAnswer('not-available', asked.words.unknownCustomer(text));
  if (named.length > 1) throw new NoAnswer('value', asked.words.severalCustomers(text));
  return only;
}

/** The sum of what is open (or open and late), of everybody or one customer, in the currency asked. */
function balanceOf(asked: Asked, onlyLate: boolean): FormulaAnswer {
  const books = booksOf(asked, asOfDay(asked));
  const { ledger, assessment } = books;
  const name = asked.text('customer');
  const customer = name === null ? null : customerNamed(asked, books, name);
  const isTheirs = (i: number) => customer === null || ledger.customer[i] === customer;
  const own = currenciesOf(books, isTheirs);
  const isNamed = customer === null || asked.has('currency') || own.length === 0;
  const c = currencyAsked(asked, books, isNamed ? currenciesOf(books) : own);
  let minor = 0;
  for (let i = 0; i < ledger.size; i++) {
    if (ledger.currency[i] !== c || !isTheirs(i) || !counts(ledger, assessment, i)) continue;
    const bucket = assessment.bucket[i] as number;
    if (!onlyLate || (bucket !== NO_BUCKET && bucket > 0)) minor += assessment.open[i] as number;
  }
  return { kind: 'value', value: toDecimal(minor, ledger.currencies[c] as Currency) };
}

const balance = (names: InLanguages, text: InLanguages, example: FormulaFunction['example'], onlyLate: boolean): FormulaFunction => ({
  names,
  text,
  example,
  parameters: [INVOICES, AS_OF, CUSTOMER, CURRENCY],
  result: 'number',
  need: needOfBooks,
  run: (asked) => balanceOf(asked, onlyLate),
});

export const outstanding = balance(
  NAMES.OUTSTANDING,
  {
    en: 'What customers owe on a day, tax included, less open credits.',
    fr: 'Ce que les clients doivent à une date, TTC, moins les avoirs ouverts.',
  },
  ['A1:H9', '"2025-09-17"', '"Martin"'],
  false,
);
export const overdue = balance(
  NAMES.OVERDUE,
  { en: 'What is past its due date and still open on a day.', fr: 'Ce qui est échu et reste dû à une date.' },
  ['A1:H9', '"2025-09-17"'],
  true,
);

export const aging: FormulaFunction = {
  names: NAMES.AGING,
  text: {
    en: 'The aging balance: number, amount and share by days late; then what has no due date, open credits, and the total.',
    fr: 'La balance âgée\u00a0: nombre, montant et part par tranche de retard\u00a0; puis sans échéance, crédits non imputés et total.',
  },
  parameters: [
    INVOICES,
    AS_OF,
    optional('bounds', 'bornes', 'range', {
      en: 'Last days of the buckets: "30,60,90" (default) or cells.',
      fr: 'Derniers jours des tranches\u00a0: "30;60;90" (par défaut) ou des cellules.',
    }),
    CURRENCY,
  ],
  result: 'rows',
  example: ['A1:H9', '"2025-09-17"'],
  need: needOfBooks,
  run: (asked) => {
    const bounds = boundsOf(asked);
    const books = booksOf(asked, asOfDay(asked));
    const c = currencyAsked(asked, books);
    const balance = agingBy(books.ledger, books.assessment, bounds)?.[c];
    if (balance === undefined) throw new NoAnswer('value', asked.words.badBounds(bounds.join(', ')));
    return { kind: 'rows', rows: agingRows(asked, books, c, balance) };
  },
};

/** Header, a row for each bucket, undated, unapplied, total. The shares are of the buckets, as in the panel. */
function agingRows(asked: Asked, books: Books, c: number, { buckets, undated, unapplied, outstanding: total }: AgingBy): FormulaValue[][] {
  const { words } = asked;
  const [undatedCount, unappliedCount] = outsideBuckets(books, c);
  const none: FormulaValue = { error: words.nothingOwed, code: 'not-available' };
  const label = ({ from, to }: AgingBy['buckets'][number]): string => {
    if (from === null) return LANGUAGES[asked.language].buckets['not-due'];
    return to === null ? words.over(from - 1) : words.span(from, to);
  };
  const count = buckets.reduce((sum, bucket) => sum + bucket.count, undatedCount + unappliedCount);
  return [
    [words.headers.bucket, words.headers.count, words.headers.amount, words.headers.share],
    ...buckets.map((bucket): FormulaValue[] => [label(bucket), bucket.count, bucket.amount, bucket.share ?? none]),
    [words.undated, undatedCount, undated, ''],
    [words.unapplied, unappliedCount, unapplied, ''],
    [words.total, count, total, ''],
  ];
}

/** How many open rows are in no bucket: without a due date, and credits or overpayments. */
function outsideBuckets({ ledger, assessment }: Books, c: number): [undated: number, unapplied: number] {
  let [undated, unapplied] = [0, 0];
  for (let i = 0; i < ledger.size; i++) {
    const left = assessment.open[i] as number;
    const isOut = ledger.currency[i] === c && assessment.bucket[i] === NO_BUCKET && left !== 0 && counts(ledger, assessment, i);
    if (isOut && left > 0) undated++;
    else if (isOut) unapplied++;
  }
  return [undated, unapplied];
}

/** The bounds as given, in cells or as text; what is no number is NaN. */
function boundsOf(asked: Asked): readonly number[] {
  const given = asked.raw('bounds');
  const cells: readonly Cell[] = isRange(given) ? given.flat() : [given ?? null];
  const filled = cells.filter((cell) => !isBlankCell(cell));
  if (filled.length === 0) return BUCKET_BOUNDS.slice(1);
  const texts = filled.flatMap((cell) => displayText(cell).split(/[,;\s]+/)).filter((part) => part !== '');
  if (texts.every((part) => /^\d{1,4}$/.test(part))) return texts.map(Number);
  throw new NoAnswer('value', asked.words.badBounds(texts.join(', ')));
}
