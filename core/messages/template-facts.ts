/**
 * What each placeholder of the user's own reminders says. About several invoices: the list of their numbers, their total, the oldest due date. As in
 * our own texts, the words speak of the late invoices; those which only fall due soon are named apart.
 */
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Block, Line } from './blocks.ts';
import { followsText } from './facts.ts';
import { alsoOpenList, creditLines, invoiceList } from './listing.ts';
import type { Correspondence, MessageInput, MessageLine } from './message.ts';
import { longDate } from './money-text.ts';
import { bankLines, payLines, paymentPage } from './paying.ts';
import type { BlockId, WordId } from './placeholders.ts';
import { documentName, linesOf, oneLine } from './sheet-text.ts';
import type { GapReason, TemplateFacts } from './template-fill.ts';
import type { MessageTexts } from './texts.ts';
import { penaltyTotals, sumText, Totals } from './totals.ts';

const said = (text: string): readonly Line[] => (text === '' ? [] : [[text]]);
const PENALTY_WORDS: ReadonlySet<WordId | BlockId> = new Set(['interest', 'fee', 'grandTotal']);

/** Facts that any message to a customer may name. `main`: the invoices it is about; may be none. */
export function commonFacts(
  input: Correspondence,
  main: readonly MessageLine[],
  texts: MessageTexts,
): {
  readonly words: Record<WordId, readonly Line[]>;
  readonly blocks: Record<BlockId, readonly Block[]>;
  readonly claims: TemplateFacts['claims'];
} {
  const { language } = input;
  const list = (values: readonly string[]) => said(texts.all([...new Set(values.filter((value) => value !== ''))]));
  const day = (value: CalendarDay | null) => (value === null || value === NO_DAY ? '' : longDate(value, language));
  const dueDays = main.flatMap((line) => (line.dueOn === null || line.dueOn === NO_DAY ? [] : [line.dueOn]));
  const latest = Math.max(0, ...main.map((line) => line.daysLate ?? 0));
  const invoiced = new Totals();
  for (const line of main) invoiced.add(line.currency, line.amountMinor);
  const contact = input.contact === '' ? input.customer : input.contact;
  const page = paymentPage(input, main);
  const documents = main.map((line) => documentName(line.document)).filter((name) => name !== '');
  return {
    words: {
      number: list(main.map((line) => oneLine(line.number))),
      dueOn: said(dueDays.length === 0 ? '' : day(Math.min(...dueDays) as CalendarDay)),
      issuedOn: main.some((line) => day(line.issuedOn) === '') ? [] : list(main.map((line) => day(line.issuedOn))),
      amount: said(sumText(new Totals().addOpen(main), language, texts)),
      invoiced: said(sumText(invoiced, language, texts)),
      daysLate: said(latest === 0 ? '' : String(latest)),
      purchaseOrder: list(main.map((line) => oneLine(line.purchaseOrder))),
      document: documents.length === 0 ? [] : [documents.flatMap((link, at) => (at === 0 ? [{ link }] : [', ', { link }]))],
      customer: said(input.customer),
      contact: said(contact),
      contactOrTeam: said(input.contact === '' ? texts.accountsTeam : input.contact),
      company: said(input.company),
      signature: linesOf(input.signature === '' ? input.company : input.signature).map((line) => [line]),
      today: said(day(input.asOf)),
      paymentLink: page === '' ? [] : [[{ link: page }]],
      bank: bankLines(input, texts),
      howToPay: payLines(input, main, texts),
      notice: [],
      deadline: [],
      interest: [],
      fee: [],
      grandTotal: [],
      earlier: [],
      credits: creditLines(input, texts).map((line) => [line]),
      paid: [],
      counterpart: [],
    },
    blocks: { table: main.length === 0 ? [] : [invoiceList(main, language, false, texts)], alsoOpen: [], instalments: [] },
    claims: { several: main.length > 1, single: main.length === 1 },
  };
}

/** The facts of one reminder. A user's text may give a deadline at any stage: the days of a formal notice then count from the as-of day. */
export function reminderFacts(input: MessageInput, main: readonly MessageLine[], penalties: boolean, texts: MessageTexts): TemplateFacts {
  const { language } = input;
  const { words, blocks, claims } = commonFacts(input, main, texts);
  const { interest, fees, grand } = penaltyTotals(main, penalties);
  const deadline = input.deadline ?? addDays(input.asOf, input.noticeDays);
  return {
    words: {
      ...words,
      notice: said(texts.days(deadline - input.asOf)),
      deadline: said(longDate(deadline, language)),
      interest: said(sumText(interest, language, texts)),
      fee: said(sumText(fees, language, texts)),
      grandTotal: said(interest.minor.size + fees.minor.size === 0 ? '' : sumText(grand, language, texts)),
      earlier: said(followsText(input, main, texts)),
    },
    blocks: {
      ...blocks,
      table: main.length === 0 ? [] : [invoiceList(main, language, penalties, texts)],
      alsoOpen: alsoOpenList(input, texts),
    },
    claims,
    missing: (id): GapReason => {
      if (!PENALTY_WORDS.has(id)) return 'empty';
      return input.consumer ? 'penalties-never' : penalties ? 'empty' : 'penalties-later';
    },
  };
}
