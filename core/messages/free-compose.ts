/**
 * A message beside the ladder, from its facts to a subject, a plain text and an HTML page: in the user's own words where the Templates tab has some,
 * else in ours. None of them speaks of interest or recovery fees: those belong to reminders.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { type Block, type Line, paragraph, textOf } from './blocks.ts';
import { type Composed, closing, howToPay, inWords, TEXTS } from './compose.ts';
import type { FreeMessageInput, PlannedPart, ReceivedPayment } from './free-message.ts';
import type { FreeTexts } from './free-texts.ts';
import { FREE_TEXTS_EN } from './free-texts-en.ts';
import { FREE_TEXTS_FR } from './free-texts-fr.ts';
import { htmlOf } from './html.ts';
import { creditLines, invoiceList } from './listing.ts';
import { longDate, type MessageLanguage, moneyText, shortDate } from './money-text.ts';
import { paymentReference } from './paying.ts';
import { oneLine } from './sheet-text.ts';
import { commonFacts } from './template-facts.ts';
import { saidByTemplate } from './template-message.ts';
import type { MessageTexts } from './texts.ts';
import { sumText, Totals } from './totals.ts';

const FREE: Readonly<Record<MessageLanguage, FreeTexts>> = { fr: FREE_TEXTS_FR, en: FREE_TEXTS_EN };

/** What a message says between its greeting and its closing, and its subject. */
interface Body {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** The message for one customer at one address. Throws a RangeError for thanks without a payment, or a plan without a part. */
export function composeFree(input: FreeMessageInput): Composed {
  const said = inWords(input);
  const texts = TEXTS[input.language];
  const { subject, blocks } = bodyOf(said, FREE[input.language], texts);
  if (input.template !== null) {
    const { words, blocks: lists, claims } = commonFacts(said, said.lines, texts);
    const facts = {
      words: {
        ...words,
        paid: said.kind === 'thank-you' ? [[sumOf(said.payments, said.language, texts)]] : [],
        counterpart: said.kind === 'plan' && oneLine(said.counterpart) !== '' ? [[oneLine(said.counterpart)]] : [],
        deadline: said.kind === 'after-call' && said.promise !== null ? [[longDate(said.promise.on, said.language)]] : [],
      },
      blocks: { ...lists, instalments: said.kind === 'plan' ? [partsOf(said.instalments, said.language, FREE[said.language])] : [] },
      claims,
      missing: () => 'empty' as const,
    };
    // A confirmation that forgot its parts, or a statement its invoices, would confirm nothing.
    const essential = said.kind === 'plan' ? 'instalments' : said.kind === 'statement' ? 'table' : null;
    return saidByTemplate(input.template, facts, {
      language: input.language,
      subject,
      always: [],
      unlessSaid: {
        ...(essential === null ? {} : { [essential]: facts.blocks[essential] }),
        ...(said.kind === 'statement' ? { credits: creditLines(said, texts).map((line) => paragraph(line)) } : {}),
      },
    });
  }
  const all = [paragraph(texts.greeting(said.contact, false)), ...blocks, closing(said, texts)];
  return { subject, text: textOf(all), html: htmlOf(all, input.language), gaps: [] };
}

function bodyOf(input: FreeMessageInput, free: FreeTexts, texts: MessageTexts): Body {
  switch (input.kind) {
    case 'after-call':
      return afterCall(input, free.afterCall, texts);
    case 'thank-you':
      return thankYou(input, free.thankYou, texts);
    case 'statement':
      return statement(input, free.statement, texts);
    case 'plan':
      return plan(input, free, texts);
    default:
      return input satisfies never;
  }
}

type InputOf<Kind extends FreeMessageInput['kind']> = Extract<FreeMessageInput, { readonly kind: Kind }>;

function sumOf(parts: readonly (ReceivedPayment | PlannedPart)[], language: MessageLanguage, texts: MessageTexts): string {
  const sum = new Totals();
  for (const part of parts) sum.add(part.currency, part.minor);
  return sumText(sum, language, texts);
}

function strongRow(label: string, value: string, texts: MessageTexts): Line {
  return value === '' ? [] : [`${label}${texts.colon}`, { strong: value }];
}

/** The list of invoices with its total, when there are several. */
function listed(input: FreeMessageInput, texts: MessageTexts): Block[] {
  if (input.lines.length === 0) return [];
  const total = input.lines.length < 2 ? '' : sumText(new Totals().addOpen(input.lines), input.language, texts);
  return [invoiceList(input.lines, input.language, false, texts), paragraph(strongRow(texts.sums.total, total, texts))];
}

function afterCall(input: InputOf<'after-call'>, free: FreeTexts['afterCall'], texts: MessageTexts): Body {
  const { language, outcome, promise, lines } = input;
  const promised =
    promise === null
      ? ''
      : free.promised(longDate(promise.on, language), promise.minor === null ? '' : moneyText(promise.minor, promise.currency, language));
  return {
    subject: free.subject(paymentReference(lines)),
    blocks: [
      paragraph(free.opening(longDate(input.calledOn, language), outcome)),
      ...(lines.length === 0 ? [] : [paragraph(free.about(lines.length)), ...listed(input, texts)]),
      paragraph(promised, free.next(outcome)),
      ...howToPay(input, lines, texts),
    ],
  };
}

function thankYou(input: InputOf<'thank-you'>, free: FreeTexts['thankYou'], texts: MessageTexts): Body {
  const { language, payments, lines } = input;
  const [first] = payments;
  if (first === undefined) throw new RangeError('one gives thanks for at least one payment');
  const total = sumOf(payments, language, texts);
  const one = (payment: ReceivedPayment) => {
    const on = payment.paidOn === null || payment.paidOn === NO_DAY ? '' : longDate(payment.paidOn, language);
    return { amount: moneyText(payment.minor, payment.currency, language), on, number: oneLine(payment.number) };
  };
  const single = one(first);
  const received =
    payments.length === 1
      ? paragraph(free.received(single.amount, single.on, single.number))
      : paragraph(
          free.receivedSeveral(total),
          ...payments.map((payment) => {
            const { amount, on, number } = one(payment);
            return `- ${[number, on, amount].filter((word) => word !== '').join(', ')}`;
          }),
        );
  // A payment that names no invoice settles none that could be told; other invoices of the customer are no part of these thanks.
  const numbers = new Set(payments.map((payment) => oneLine(payment.number)));
  const settled = numbers.has('') ? '' : free.settled(numbers.size);
  const open = lines.length === 0 ? [paragraph(settled)] : [paragraph(free.stillOpen), ...listed(input, texts)];
  return { subject: free.subject(total), blocks: [received, ...open] };
}

function statement(input: InputOf<'statement'>, free: FreeTexts['statement'], texts: MessageTexts): Body {
  const { language, lines } = input;
  const day = longDate(input.asOf, language);
  const late = lines.filter((line) => (line.daysLate ?? 0) > 0);
  const dueDays = late.flatMap((line) => (line.dueOn === null || line.dueOn === NO_DAY ? [] : [line.dueOn]));
  const [open, overdue, credits] = [new Totals().addOpen(lines), new Totals().addOpen(late), new Totals()];
  for (const credit of input.credits) if (credit.minor !== 0) credits.add(credit.currency, Math.abs(credit.minor));
  const net = new Totals().addOpen(lines);
  for (const [currency, minor] of credits.minor) net.add(currency, -minor);
  const text = (totals: Totals) => sumText(totals, language, texts);
  const sums = paragraph(
    strongRow(free.total, text(open), texts),
    strongRow(free.overdue, text(overdue), texts),
    strongRow(free.oldest, dueDays.length === 0 ? '' : longDate(Math.min(...dueDays) as CalendarDay, language), texts),
    strongRow(free.credits, text(credits), texts),
    strongRow(free.net, credits.minor.size === 0 ? '' : text(net), texts),
  );
  return {
    subject: free.subject(day),
    blocks: [
      paragraph(free.opening(day)),
      ...(lines.length === 0 ? [paragraph(free.nothing)] : [invoiceList(lines, language, false, texts)]),
      sums,
      ...(lines.length === 0 ? [] : howToPay(input, lines, texts)),
      paragraph(free.ask),
    ],
  };
}

/** The parts of a plan as a list. */
function partsOf(parts: readonly PlannedPart[], language: MessageLanguage, { plan: free }: FreeTexts): Block {
  return {
    kind: 'invoices',
    headers: [free.columns.rank, free.columns.on, free.columns.amount],
    figures: [false, false, true],
    rows: parts.map((part, at) => {
      const amount = moneyText(part.minor, part.currency, language);
      return {
        cells: [String(at + 1), shortDate(part.on, language), amount],
        sentence: free.part(at + 1, longDate(part.on, language), amount),
        links: [],
      };
    }),
    linkLabels: [],
    colon: '',
  };
}

function plan(input: InputOf<'plan'>, texts: FreeTexts, said: MessageTexts): Body {
  const { language, instalments, lines } = input;
  const free = texts.plan;
  if (instalments.length === 0) throw new RangeError('a plan has at least one part');
  const total = sumOf(instalments, language, said);
  const counterpart = oneLine(input.counterpart);
  return {
    subject: free.subject(paymentReference(lines)),
    blocks: [
      paragraph(free.opening(instalments.length, total)),
      partsOf(instalments, language, texts),
      paragraph(strongRow(free.total, total, said)),
      ...(lines.length === 0 ? [] : [paragraph(free.invoices(lines.length)), invoiceList(lines, language, false, said)]),
      paragraph(counterpart === '' ? '' : free.counterpart(counterpart)),
      paragraph(free.rule),
      ...howToPay(input, lines, said),
      paragraph(free.ask),
    ],
  };
}
