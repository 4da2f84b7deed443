/**
 * The statement of account: every open invoice of a customer and every credit that is not applied yet, so that both sides can compare their books. It
 * reminds of nothing and claims no penalties.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { AccountLine } from './account.ts';
import { invoicesTable, paymentsTable } from './account-tables.ts';
import { EVIDENCE_TEXTS } from './evidence-texts.ts';
import { letterHead, type Recipient, type Sender } from './letter-head.ts';
import { howToPay } from './letter-payment.ts';
import { LETTER_TEXTS } from './letter-texts.ts';
import { longDate, type MessageLanguage, moneyText } from './money-text.ts';
import { element, paperPage, para, said, table } from './paper-page.ts';
import { oneLine } from './sheet-text.ts';
import { Totals } from './totals.ts';

export interface StatementInput {
  readonly language: MessageLanguage;
  readonly asOf: CalendarDay;
  readonly sender: Sender;
  readonly customer: Recipient;
  /** Open invoices, due or not. */
  readonly lines: readonly AccountLine[];
  /** Open credits and overpayments, in positive minor units. */
  readonly credits: readonly { readonly number: string; readonly minor: number; readonly currency: Currency }[];
}

/** The statement as a page to print. */
export function statementHtml(input: StatementInput): string {
  const { language, lines, credits, asOf } = input;
  const { statement, summary, overdue, notDue, payments } = EVIDENCE_TEXTS[language];
  const letter = LETTER_TEXTS[language];
  const [late, early, less, balance] = [new Totals(), new Totals(), new Totals(), new Totals()];
  for (const { currency, openMinor, dueOn } of lines) {
    (dueOn !== NO_DAY && dueOn < asOf ? late : early).add(currency, openMinor);
    balance.add(currency, openMinor);
  }
  for (const { currency, minor } of credits) {
    less.add(currency, -minor);
    balance.add(currency, -minor);
  }
  const rowsOf = (label: string, totals: Totals, kind: 'line' | 'total') =>
    [...totals.minor].map(([currency, minor]) => ({ kind, cells: [label, moneyText(minor, currency, language)] }));
  const sums = [
    ...rowsOf(overdue, late, 'line'),
    ...rowsOf(notDue, early, 'line'),
    ...rowsOf(statement.credits, less, 'line'),
    ...rowsOf(statement.balance, balance, 'total'),
  ];
  return paperPage(
    { language, title: `${statement.title} – ${oneLine(input.customer.name)}`, foot: statement.foot },
    letterHead(input, { placeAndDate: letter.placeAndDate, mention: '' }),
    element('h1', '', statement.title),
    para(letter.greeting),
    para(statement.opening(longDate(asOf, language))),
    lines.length === 0 ? para(statement.nothingOpen) : invoicesTable(lines, language, letter.account),
    paymentsTable(lines, language, letter.account, payments),
    table(
      [
        { text: statement.number, kind: 'words' },
        { text: letter.account.sum, kind: 'sum' },
      ],
      credits.map(({ number, minor, currency }) => ({ kind: 'line', cells: [oneLine(number), moneyText(-minor, currency, language)] })),
      statement.credits,
    ),
    element(
      'div',
      'together',
      table(
        [
          { text: summary, kind: 'words' },
          { text: letter.account.sum, kind: 'sum' },
        ],
        sums,
      ),
    ),
    lines.length === 0 ? said('') : howToPay(input.sender, lines, [...balance.minor], letter),
    para(statement.ask),
  );
}
