/**
 * The invoices of a reminder as a list and the sums below it: what a bookkeeper compares with the ledger, figure by figure.
 */
import { type Block, type Line, type ListedInvoice, paragraph } from './blocks.ts';
import { saidLine } from './facts.ts';
import type { MessageInput, MessageLine } from './message.ts';
import { longDate, type MessageLanguage } from './money-text.ts';
import { oneLine } from './sheet-text.ts';
import type { MessageTexts, SaidLine } from './texts.ts';
import { sumText, Totals } from './totals.ts';

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
        link: oneLine((lines[i] as MessageLine).paymentLink),
      }),
    ),
    linkLabel: `${texts.pay.link}${texts.colon}`,
  };
}

/** The total of several invoices, and with penalties each sum and what they make together; nothing for one invoice without penalties. */
export function sums(input: MessageInput, main: readonly MessageLine[], penalties: boolean, texts: MessageTexts): Block[] {
  const { language } = input;
  const [open, interest, fees] = [new Totals().addOpen(main), new Totals(), new Totals()];
  for (const line of penalties ? main : []) {
    if (line.interestMinor) interest.add(line.currency, line.interestMinor);
    if (line.fee !== null && line.fee.minor > 0) fees.add(line.fee.currency, line.fee.minor);
  }
  const extras = interest.minor.size + fees.minor.size > 0;
  if (main.length < 2 && !extras) return [];
  const row = (label: string, totals: Totals): string | Line =>
    totals.minor.size === 0 ? '' : [`${label}${texts.colon}`, { strong: sumText(totals, language, texts) }];
  const grand = new Totals();
  for (const part of extras ? [open, interest, fees] : []) for (const [currency, minor] of part.minor) grand.add(currency, minor);
  return [
    paragraph(
      row(extras ? texts.sums.principal : texts.sums.total, open),
      row(texts.sums.interest(longDate(input.asOf, language)), interest),
      row(texts.sums.fee, fees),
      row(texts.sums.grandTotal, grand),
    ),
  ];
}
