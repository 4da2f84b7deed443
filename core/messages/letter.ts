/**
 * The formal notice: the letter after which a debt may be taken to court. It carries every mention the trade and the courts look for (who, to whom,
 * which invoices, how much and how reckoned, what was done before, until when, what follows), and its figures are those of the sheet.
 */
import { addDays, type CalendarDay } from '../calendar.ts';
import { LANGUAGES } from '../languages/index.ts';
import type { RouteId } from '../law/routes-table.ts';
import type { Currency, Money } from '../money.ts';
import type { Channel, StageId } from '../types.ts';
import type { AccountLine } from './account.ts';
import { interestTable, invoicesTable } from './account-tables.ts';
import { letterHead, type Recipient, type Sender } from './letter-head.ts';
import { howToPay } from './letter-payment.ts';
import { LETTER_TEXTS, type Legal, type LetterTexts } from './letter-texts.ts';
import { amountText, longDate, type MessageLanguage, moneyText } from './money-text.ts';
import { element, type Html, joined, paperPage, para, points, said, table } from './paper-page.ts';
import { linesOf, oneLine } from './sheet-text.ts';
import { Totals } from './totals.ts';

/** Something done before about the invoices: a message sent, a call made, a letter posted. Never a draft. */
export interface EarlierContact {
  readonly stage: StageId;
  readonly on: CalendarDay;
  /** Null when nobody noted it. */
  readonly channel: Channel | null;
  readonly invoices: readonly string[];
}

export interface LetterInput {
  readonly language: MessageLanguage;
  readonly asOf: CalendarDay;
  /** Days given to pay from the date of the letter. */
  readonly noticeDays: number;
  readonly sender: Sender;
  readonly customer: Recipient;
  /** Late and not held by anything; at least one. */
  readonly lines: readonly AccountLine[];
  readonly credits: readonly { readonly number: string; readonly minor: number; readonly currency: Currency }[];
  readonly earlier: readonly EarlierContact[];
  readonly legal: Legal;
  /** The route the matter would take; null when none is known. */
  readonly route: RouteId | null;
  readonly isRegistered: boolean;
}

/** A line of the sums due. `part`: of which kind. */
export interface DueSum {
  readonly part: 'principal' | 'interest' | 'fee' | 'credit';
  readonly minor: number;
  readonly currency: Currency;
  /** Of a fee: how many, and how much each. */
  readonly count: number;
  readonly eachMinor: number;
}

/** What the letter asks for, part by part; the parts of a currency add up to its total. A consumer owes neither interest of businesses nor fee. */
export function dueSums({ lines, credits, legal }: Pick<LetterInput, 'lines' | 'credits' | 'legal'>): DueSum[] {
  const sums: DueSum[] = [];
  const plain = (part: DueSum['part'], totals: Totals) => {
    for (const [currency, minor] of totals.minor) if (minor !== 0) sums.push({ part, minor, currency, count: 1, eachMinor: minor });
  };
  const principal = new Totals();
  for (const line of lines) principal.add(line.currency, line.openMinor - line.contestedMinor);
  plain('principal', principal);
  if (!legal.consumer) {
    const interest = new Totals();
    for (const line of lines) interest.add(line.currency, line.interestMinor ?? 0);
    plain('interest', interest);
    const fees = new Map<string, { fee: Money; count: number }>();
    for (const { fee } of lines) {
      if (fee === null || fee.minor === 0) continue;
      const key = `${fee.currency} ${fee.minor}`;
      fees.set(key, { fee, count: (fees.get(key)?.count ?? 0) + 1 });
    }
    for (const { fee, count } of fees.values())
      sums.push({ part: 'fee', minor: fee.minor * count, currency: fee.currency, count, eachMinor: fee.minor });
  }
  const less = new Totals();
  for (const { minor, currency } of credits) if (principal.minor.has(currency)) less.add(currency, -minor);
  plain('credit', less);
  return sums;
}

/** The totals of the sums, by currency. */
export function totalsOf(sums: readonly DueSum[]): Totals {
  const totals = new Totals();
  for (const { currency, minor } of sums) totals.add(currency, minor);
  return totals;
}

/** The letter as a page to print. */
export function letterHtml(input: LetterInput): string {
  const texts = LETTER_TEXTS[input.language];
  const { language, lines, legal, asOf } = input;
  const words = texts.account;
  const deadline = longDate(addDays(asOf, input.noticeDays), language);
  const today = longDate(asOf, language);
  const sums = dueSums(input);
  const total = sumsText(totalsOf(sums), input, texts);
  const principal = sumsText(totalsOf(sums.filter(({ part }) => part === 'principal')), input, texts);
  const isContested = lines.some((line) => line.contestedMinor !== 0);
  const interest = legal.consumer ? said('') : interestTable(lines, language, words, texts.interestCaption(today));
  return paperPage(
    { language, title: `${texts.title(legal)} – ${oneLine(input.customer.name)}`, foot: texts.foot },
    letterHead(input, { placeAndDate: texts.placeAndDate, mention: input.isRegistered ? texts.registered : '' }),
    subject(input, texts),
    para(texts.greeting),
    para(texts.opening({ count: lines.length, customer: oneLine(input.customer.name), total: principal, day: today })),
    invoicesTable(lines, language, words, texts.invoicesCaption),
    isContested ? para(texts.contestedNote) : said(''),
    earlier(input, texts),
    interest,
    interest.html === '' ? said('') : para(`${words.method} ${words.rounding}`, 'small'),
    sumsTable(sums, input, texts, today),
    element('div', 'notice', para(element('strong', '', texts.demand({ total, days: input.noticeDays, deadline, legal })))),
    ...texts.laws(legal).map((law) => para(law)),
    howToPay(input.sender, lines, [...totalsOf(sums).minor], texts),
    para(texts.consequence(input.route, legal, deadline)),
    para(`${texts.amicable(legal, linesOf(input.sender.contact).join(', '))} ${texts.crossed}`),
    signature(input, texts),
  );
}

function sumsText(totals: Totals, { language }: LetterInput, texts: LetterTexts): string {
  return texts.all([...totals.minor].map(([currency, minor]) => moneyText(minor, currency, language)));
}

/** The objects of a letter are named up to here; more are said by their count. */
const NAMED = 4;

function subject({ lines, legal }: LetterInput, texts: LetterTexts): Html {
  const numbers = lines.map((line) => oneLine(line.number)).filter((number) => number !== '');
  const orders = [...new Set(lines.map((line) => oneLine(line.purchaseOrder)).filter((order) => order !== ''))];
  return joined(
    element('h1', '', texts.title(legal)),
    element(
      'div',
      'subject',
      element('div', '', texts.subjectLabel, texts.subject(legal, numbers.length > NAMED ? [] : numbers)),
      orders.length === 0 || orders.length > NAMED ? said('') : element('div', '', texts.orderLabel, orders.join(', ')),
    ),
  );
}

/** What was done before, oldest first, with day and channel. A word before the due date reproached nobody with anything. */
function earlier({ earlier: contacts, lines, language }: LetterInput, texts: LetterTexts): Html {
  const { stages, channels } = LANGUAGES[language];
  const items = [...contacts]
    .filter(({ stage }) => stage !== 'pre-reminder')
    .sort((a, b) => a.on - b.on)
    .map(({ stage, on, channel, invoices }) => {
      const concerned = invoices.map(oneLine).filter((number) => number !== '');
      const numbers = invoices.length < lines.length ? concerned.join(', ') : '';
      // A call by telephone needs not be told twice.
      const by = channel === null || channel === stage ? '' : channels[channel];
      return texts.earlierOne(stages[stage] ?? oneLine(stage), longDate(on, language), by, numbers);
    });
  return items.length === 0 ? said('') : joined(para(texts.earlierHeading), points(items));
}

function sumsTable(sums: readonly DueSum[], { credits, language }: LetterInput, texts: LetterTexts, today: string): Html {
  const named = { principal: () => texts.principal, interest: () => texts.interestTo(today) };
  const rows = sums.map(({ part, minor, currency, count, eachMinor }) => {
    const label =
      part === 'fee'
        ? texts.fee(count, moneyText(eachMinor, currency, language))
        : part === 'credit'
          ? texts.credits(
              texts.all(credits.filter((one) => one.currency === currency && one.number !== '').map(({ number }) => oneLine(number))),
            )
          : named[part]();
    return { kind: 'line' as const, cells: [label, moneyText(minor, currency, language)] };
  });
  const totals = [...totalsOf(sums).minor].map(([currency, minor]) => ({
    kind: 'total' as const,
    cells: [texts.grandTotal, amountText({ minor, currency }, language)],
  }));
  const heads = [
    { text: texts.owedCaption, kind: 'words' as const },
    { text: texts.account.sum, kind: 'sum' as const },
  ];
  return element('div', 'together', table(heads, [...rows, ...totals]));
}

function signature({ sender, earlier: contacts }: LetterInput, texts: LetterTexts): Html {
  const { invoices, reminders } = texts.enclosures;
  const enclosed = contacts.some(({ channel }) => channel !== 'call') ? [invoices, reminders] : [invoices];
  const company = oneLine(sender.company);
  const lines = linesOf(sender.signature).filter((line) => line !== company);
  return joined(
    para(texts.closing),
    element(
      'div',
      'sign',
      company === '' ? said('') : element('div', '', `${texts.forCompany} ${company}`),
      { html: '<div class="room"></div>\n' },
      ...lines.map((line) => element('div', '', line)),
    ),
    para(`${texts.enclosed}${texts.all(enclosed)}.`, 'small'),
  );
}
