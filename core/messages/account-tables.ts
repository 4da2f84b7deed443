/**
 * The tables every formal paper is composed of: the invoices, and their interest stretch by stretch with a subtotal for each invoice. Two currencies
 * are never added: each has its own total line.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { AccountLine } from './account.ts';
import type { AccountWords } from './letter-texts.ts';
import { type MessageLanguage, moneyText, shortDate } from './money-text.ts';
import { type ColumnHead, type Html, type TableRow, tableOfFilled } from './paper-page.ts';
import { oneLine } from './sheet-text.ts';
import { Totals } from './totals.ts';

function dayText(day: number, language: MessageLanguage): string {
  return day === NO_DAY ? '' : shortDate(day as CalendarDay, language);
}

/** The number of an invoice as papers name it. */
export function numberText(line: AccountLine, words: AccountWords): string {
  return oneLine(line.number) || words.unknownNumber;
}

/** The lines with their sums, one total per currency (none for a single line). */
export function invoicesTable(lines: readonly AccountLine[], language: MessageLanguage, words: AccountWords, caption = ''): Html {
  const heads: ColumnHead[] = [
    { text: words.number, kind: 'words' },
    { text: words.purchaseOrder, kind: 'words' },
    { text: words.issuedOn, kind: 'short' },
    { text: words.dueOn, kind: 'short' },
    { text: words.daysLate, kind: 'sum' },
    { text: words.amount, kind: 'sum' },
    { text: words.paid, kind: 'sum' },
    { text: words.credited, kind: 'sum' },
    { text: words.contested, kind: 'sum' },
    { text: words.open, kind: 'sum' },
  ];
  const money = (minor: number, line: Pick<AccountLine, 'currency'>) => moneyText(minor, line.currency, language);
  // A column of zeros says nothing: it is there as soon as one line has something in it.
  const some = (of: (line: AccountLine) => number) => lines.some((line) => of(line) !== 0);
  const [paid, credited, contested] = [some((l) => l.paidMinor), some((l) => l.creditedMinor), some((l) => l.contestedMinor)];
  const sums = (line: Sums): string[] => [
    money(line.amountMinor, line),
    paid ? money(line.paidMinor, line) : '',
    credited ? money(line.creditedMinor, line) : '',
    contested ? money(line.contestedMinor, line) : '',
    money(line.openMinor, line),
  ];
  const rows = lines.map((line): TableRow => {
    const late = line.daysLate === NO_DAY || line.daysLate < 0 ? '' : String(line.daysLate);
    const texts = [
      numberText(line, words),
      oneLine(line.purchaseOrder),
      dayText(line.issuedOn, language),
      dayText(line.dueOn, language),
      late,
    ];
    return { kind: 'line', cells: [...texts, ...sums(line)] };
  });
  const totals =
    lines.length > 1
      ? sumsByCurrency(lines).map((sum): TableRow => ({ kind: 'total', cells: [words.total, '', '', '', '', ...sums(sum)] }))
      : [];
  return tableOfFilled(heads, [...rows, ...totals], caption);
}

type Sums = Pick<AccountLine, 'currency' | 'amountMinor' | 'paidMinor' | 'creditedMinor' | 'contestedMinor' | 'openMinor'>;

function sumsByCurrency(lines: readonly AccountLine[]): Sums[] {
  const totals = (of: (line: AccountLine) => number) => {
    const all = new Totals();
    for (const line of lines) all.add(line.currency, of(line));
    return all.minor;
  };
  const amount = totals((line) => line.amountMinor);
  const paid = totals((line) => line.paidMinor);
  const credited = totals((line) => line.creditedMinor);
  const contested = totals((line) => line.contestedMinor);
  const open = totals((line) => line.openMinor);
  return [...amount.keys()].map((currency) => ({
    currency,
    amountMinor: amount.get(currency) ?? 0,
    paidMinor: paid.get(currency) ?? 0,
    creditedMinor: credited.get(currency) ?? 0,
    contestedMinor: contested.get(currency) ?? 0,
    openMinor: open.get(currency) ?? 0,
  }));
}

/** Every stretch of days of every invoice that has earned interest, and what they add up to; nothing when none has. */
export function interestTable(lines: readonly AccountLine[], language: MessageLanguage, words: AccountWords, caption = ''): Html {
  const earning = lines.filter((line) => line.segments.length > 0);
  const heads: ColumnHead[] = [
    { text: words.number, kind: 'words' },
    { text: words.period, kind: 'short' },
    { text: words.days, kind: 'sum' },
    { text: words.base, kind: 'sum' },
    { text: words.rate, kind: 'sum' },
    { text: words.interest, kind: 'sum' },
  ];
  const rows = earning.flatMap((line): TableRow[] => {
    const number = numberText(line, words);
    const stretches = line.segments.map(
      ({ from, to, days, baseMinor, ratePercent, minor }): TableRow => ({
        kind: 'line',
        cells: [
          number,
          words.from(shortDate(from, language), shortDate(to, language)),
          String(days),
          moneyText(baseMinor, line.currency, language),
          words.percent(ratePercent),
          moneyText(minor, line.currency, language),
        ],
      }),
    );
    if (stretches.length < 2) return stretches;
    const days = line.segments.reduce((sum, segment) => sum + segment.days, 0);
    const subtotal = moneyText(line.interestMinor ?? 0, line.currency, language);
    return [...stretches, { kind: 'group', cells: [words.interestOf(number), '', String(days), '', '', subtotal] }];
  });
  if (earning.length < 2) return tableOfFilled(heads, rows, caption);
  const totals = new Totals();
  for (const line of earning) totals.add(line.currency, line.interestMinor ?? 0);
  const ends = [...totals.minor].map(
    ([currency, minor]): TableRow => ({ kind: 'total', cells: [words.total, '', '', '', '', moneyText(minor, currency, language)] }),
  );
  return tableOfFilled(heads, [...rows, ...ends], caption);
}

/** The payments received on the invoices, by invoice and day; nothing when there is none. */
export function paymentsTable(
  lines: readonly AccountLine[],
  language: MessageLanguage,
  words: AccountWords,
  said: { readonly title: string; readonly on: string; readonly amount: string; readonly undated: string },
): Html {
  const rows = lines.flatMap((line) =>
    line.payments.map(
      ({ paidOn, minor }): TableRow => ({
        kind: 'line',
        cells: [numberText(line, words), dayText(paidOn, language) || said.undated, moneyText(minor, line.currency, language)],
      }),
    ),
  );
  const heads: ColumnHead[] = [
    { text: words.number, kind: 'words' },
    { text: said.on, kind: 'short' },
    { text: said.amount, kind: 'sum' },
  ];
  return tableOfFilled(heads, rows, said.title);
}
