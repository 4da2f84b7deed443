/** Who owes most, and how far a customer can be relied on to pay on time. */
import { counts } from '../assess.ts';
import type { CalendarDay } from '../calendar.ts';
import { ratio } from '../indicators/indicator.ts';
import { LANGUAGES } from '../languages/index.ts';
import { type Currency, toDecimal } from '../money.ts';
import { NO_BUCKET } from '../types.ts';
import type { Asked } from './asked.ts';
import { customerNamed } from './balances.ts';
import { AS_OF, asOfDay, type Books, booksOf, INVOICES, needOfBooks } from './books.ts';
import { CURRENCY, currencyAsked } from './currency-asked.ts';
import { type FormulaFunction, optional, required } from './entry.ts';
import type { FormulaValue } from './function.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';

interface Debtor {
  readonly name: string;
  open: number;
  overdue: number;
  /** Days late of its oldest open invoice; 0 when nothing is late. */
  daysLate: number;
}

/** Who owes anything in a currency (index), the largest open balance first. Rows without a customer are one nameless debtor. */
function debtorsOf({ ledger, assessment, asOf }: Books, c: number): Debtor[] {
  const debtors = new Map<number, Debtor>();
  for (let i = 0; i < ledger.size; i++) {
    if (ledger.currency[i] !== c || !counts(ledger, assessment, i)) continue;
    const who = ledger.customer[i] as number;
    const debtor = debtors.get(who) ?? { name: ledger.customers[who]?.name ?? '', open: 0, overdue: 0, daysLate: 0 };
    debtors.set(who, debtor);
    const left = assessment.open[i] as number;
    const bucket = assessment.bucket[i] as number;
    debtor.open += left;
    if (bucket === NO_BUCKET || bucket === 0) continue;
    debtor.overdue += left;
    debtor.daysLate = Math.max(debtor.daysLate, asOf - (ledger.dueOn[i] as CalendarDay));
  }
  const owing = [...debtors.values()].filter(({ open }) => open > 0);
  return owing.sort((a, b) => b.open - a.open || b.overdue - a.overdue || (a.name < b.name ? -1 : 1));
}

export const topDebtors: FormulaFunction = {
  names: NAMES.TOP_DEBTORS,
  text: {
    en: 'Who owes most: open balance, what of it is overdue, share of all that is owed, days late of the oldest invoice.',
    fr: 'Qui doit le plus\u00a0: reste dû, dont échu, part de l’encours, jours de retard de la plus ancienne facture.',
  },
  parameters: [
    INVOICES,
    AS_OF,
    optional('count', 'nombre', 'number', { en: 'How many; 10 when left out.', fr: 'Combien\u00a0; 10 par défaut.' }),
    CURRENCY,
  ],
  result: 'rows',
  example: ['A1:H9', '"2025-09-17"', '2'],
  need: needOfBooks,
  run: (asked) => {
    const most = asked.count('count', 10, 1, 10_000);
    const books = booksOf(asked, asOfDay(asked));
    const c = currencyAsked(asked, books);
    const debtors = debtorsOf(books, c);
    const { words, language } = asked;
    const { headers } = words;
    if (debtors.length === 0) throw new NoAnswer('not-available', words.nothingOwed);
    const money = (minor: number) => toDecimal(minor, books.ledger.currencies[c] as Currency);
    const all = outstandingIn(books, c);
    const share = (open: number): FormulaValue => ratio(open, all) ?? { error: words.nothingOwed, code: 'not-available' };
    const rows = debtors
      .slice(0, most)
      .map(({ name, open, overdue, daysLate }): FormulaValue[] => [name, money(open), money(overdue), share(open), daysLate]);
    const header = [headers.customer, headers.open, headers.overdue, headers.share, LANGUAGES[language].headers.daysLate];
    return { kind: 'rows', rows: [header, ...rows] };
  },
};

function outstandingIn({ ledger, assessment }: Books, c: number): number {
  let sum = 0;
  for (let i = 0; i < ledger.size; i++) if (ledger.currency[i] === c && counts(ledger, assessment, i)) sum += assessment.open[i] as number;
  return sum;
}

export const customerScore: FormulaFunction = {
  names: NAMES.CUSTOMER_SCORE,
  text: {
    en: 'How far a customer pays on time, 0 to 100, from its own settled invoices (3 at least).',
    fr: 'La ponctualité d’un client, de 0 à 100, d’après ses propres factures réglées (3 au moins).',
  },
  parameters: [required('customer', 'client', 'text', { en: 'Its name or its id.', fr: 'Son nom ou son code.' }), INVOICES, AS_OF],
  result: 'number',
  example: ['"Dupont"', 'A1:H9', '"2025-09-17"'],
  need: needOfBooks,
  run: (asked: Asked) => {
    const books = booksOf(asked, asOfDay(asked));
    const name = asked.text('customer');
    if (name === null) throw new NoAnswer('value', asked.words.missing(asked.nameOf('customer')));
    const customer = customerNamed(asked, books, name);
    const found = books.study().habits().scores[customer];
    if (found?.score == null) throw new NoAnswer('not-available', asked.words.noScore(found?.n ?? 0));
    return { kind: 'value', value: found.score };
  },
};
