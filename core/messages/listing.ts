/**
 * The invoices of a reminder as a list and the sums below it: what a bookkeeper compares with the ledger, figure by figure.
 */
import { type Block, type Line, type ListedInvoice, paragraph } from './blocks.ts';
import { saidLine } from './facts.ts';
import type { Correspondence, MessageInput, MessageLine } from './message.ts';
import { longDate, type MessageLanguage, moneyText } from './money-text.ts';
import { documentName, oneLine } from './sheet-text.ts';
import type { MessageTexts, SaidLine } from './texts.ts';
import { penaltyTotals, sumText, Totals } from './totals.ts';

const COLUMNS = ['number', 'issuedOn', 'purchaseOrder', 'dueOn', 'amount', 'open', 'daysLate', 'interest', 'fee'] as const;
const FIGURES: ReadonlySet<string> = new Set(['amount', 'open', 'daysLate', 'interest', 'fee']);

function cellText(line: SaidLine, column: (typeof COLUMNS)[number]): string {
  switch (column) {
    case 'issuedOn':
      return line.issuedShort;
    case 'dueOn':
      return line.dueShort;
    case 'daysLate':
      return line.daysLate !== null && line.daysLate > 0 ? String(line.daysLate) : '';
    default:
      return line[column];
  }
}

/** The invoices of a list; a column in which nothing would be written is left out. */
export function invoiceList(lines: readonly MessageLine[], language: MessageLanguage, penalties: boolean, texts: MessageTexts): Block {
  const said = lines.map((line) => saidLine(line, language, penalties));
  const columns = COLUMNS.filter((column) => said.some((line) => cellText(line, column) !== ''));
  return {
    kind: 'invoices',
    headers: columns.map((column) => texts.columns[column]),
    figures: columns.map((column) => FIGURES.has(column)),
    rows: said.map(
      (line, i): ListedInvoice => ({
        cells: columns.map((column) => cellText(line, column)),
        sentence: texts.listed(line),
        links: [oneLine((lines[i] as MessageLine).paymentLink), documentName((lines[i] as MessageLine).document)],
      }),
    ),
    linkLabels: [texts.pay.link, texts.pay.document],
    colon: texts.colon,
  };
}

/** The total of several invoices, and with penalties each sum and what they make together; nothing for one invoice without penalties. */
export function sums(input: MessageInput, main: readonly MessageLine[], penalties: boolean, texts: MessageTexts): Block[] {
  const { language } = input;
  const open = new Totals().addOpen(main);
  const { interest, fees, grand } = penaltyTotals(main, penalties);
  const extras = interest.minor.size + fees.minor.size > 0;
  if (main.length < 2 && !extras) return [];
  const row = (label: string, totals: Totals | null): string | Line =>
    totals === null || totals.minor.size === 0 ? '' : [`${label}${texts.colon}`, { strong: sumText(totals, language, texts) }];
  return [
    paragraph(
      row(extras ? texts.sums.principal : texts.sums.total, open),
      row(texts.sums.interest(longDate(input.asOf, language)), interest),
      row(texts.sums.fee, fees),
      row(texts.sums.grandTotal, extras ? grand : null),
    ),
  ];
}

/**
 * The customer's other invoices, named apart: those that only fall due soon, those that wait for their own stage. The sum of all holds what was added to
 * the late ones, or two totals of one message would not agree.
 */
export function soonDueList(
  input: MessageInput,
  soon: readonly MessageLine[],
  { late, penalties }: { readonly late: readonly MessageLine[]; readonly penalties: boolean },
  texts: MessageTexts,
): Block[] {
  if (soon.length === 0) return [];
  const all = sumText(penaltyTotals(late, penalties).grand.addOpen(soon), input.language, texts);
  return [
    paragraph(texts.soonDue(soon.length)),
    invoiceList(soon, input.language, false, texts),
    paragraph([`${texts.sums.withSoonDue}${texts.colon}`, { strong: all }]),
  ];
}

export function alsoOpenList(input: MessageInput, texts: MessageTexts): Block[] {
  if (input.alsoOpen.length === 0) return [];
  return [paragraph(texts.alsoOpen(input.alsoOpen.length)), invoiceList(input.alsoOpen, input.language, false, texts)];
}

/** The sentence about open credits; none when there is no credit. */
export function creditLines(input: Correspondence, texts: MessageTexts): string[] {
  const said = input.credits
    .filter((credit) => credit.minor !== 0)
    .map((credit) => ({ number: oneLine(credit.number), amount: moneyText(Math.abs(credit.minor), credit.currency, input.language) }));
  return said.length === 0 ? [] : [texts.credits(said)];
}
