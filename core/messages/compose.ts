/**
 * One reminder, from the facts of one worklist entry to a subject, a plain text and an HTML page. What is said depends on facts only: earlier
 * reminders are named when some were sent, penalties when they may be told, a bank account when there is one.
 */
import type { StageId, Tone } from '../types.ts';
import { type Block, type Line, paragraph, textOf } from './blocks.ts';
import { earlierOnes, factsOf, lateAndSoon } from './facts.ts';
import { htmlOf } from './html.ts';
import { invoiceList, sums } from './listing.ts';
import type { MessageInput, MessageLine } from './message.ts';
import { type MessageLanguage, moneyText } from './money-text.ts';
import { ibanText, linesOf, oneLine } from './sheet-text.ts';
import type { Facts, MessageTexts, TextId } from './texts.ts';
import { TEXTS_EN } from './texts-en.ts';
import { TEXTS_FR } from './texts-fr.ts';
import { sumText, Totals } from './totals.ts';

export type { MessageInput, MessageLine } from './message.ts';

const TEXTS: Readonly<Record<MessageLanguage, MessageTexts>> = { fr: TEXTS_FR, en: TEXTS_EN };

/** A stage unknown to us, the user's own, speaks with the words of its tone. */
const TEXT_OF_TONE: Readonly<Record<Tone, TextId>> = { courtesy: 'courtesy', reminder: 'reminder', firm: 'firm', final: 'final' };

/** Stages whose words differ from those of their tone. */
const TEXT_OF_STAGE: ReadonlyMap<StageId, Partial<Record<Tone, TextId>>> = new Map([
  ['reminder-2', { reminder: 'reminder-2' }],
  ['reminder-3', { reminder: 'reminder-3', firm: 'reminder-3' }],
]);

/** Interest and fee are told from the firm tone on. */
const PENALTY_TONES: readonly Tone[] = ['firm', 'final'];

/** What a SEPA transfer carries to the payee; a longer reference could not be typed. */
const REFERENCE_LENGTH = 140;

/** Which words a stage of a tone is written with. */
export function textIdOf(stage: StageId, tone: Tone): TextId {
  return TEXT_OF_STAGE.get(stage)?.[tone] ?? TEXT_OF_TONE[tone];
}

/**
 * The message for one customer at one address, or the call script when the channel is a call, in the reader's language. Text of the sheet is
 * put on one line and never read as markup. Throws a RangeError when there is no invoice to speak of.
 */
export function compose(input: MessageInput): { subject: string; text: string; html: string } {
  if (input.lines.length === 0) throw new RangeError('a reminder speaks of at least one invoice');
  const said = { ...input, customer: oneLine(input.customer), contact: contactName(input.contact), company: oneLine(input.company) };
  const texts = TEXTS[input.language];
  const penalties = input.showPenalties && !input.consumer && PENALTY_TONES.includes(input.tone);
  const { late, soon } = lateAndSoon(input.lines);
  const facts = factsOf(said, late, penalties, texts);
  const figures = [
    ...(late.length > 1 ? [invoiceList(late, input.language, penalties, texts)] : []),
    ...sums(said, late, penalties, texts),
  ];
  const beside = [...soonDue(said, soon, texts), ...alsoOpen(said, texts), ...credits(said, texts)];
  const call = input.channel === 'call';
  const blocks = call
    ? [callScript(said, late, facts, texts), ...figures, ...beside]
    : [...opening(said, late, facts, texts), ...figures, ...request(said, late, facts, texts), ...beside, ...ending(said, facts, texts)];
  const prefix = texts.stages[textIdOf(input.stage, input.tone)].subject(facts);
  return {
    subject: call ? texts.call.subject(facts) : texts.subject(prefix, facts),
    text: textOf(blocks),
    html: htmlOf(blocks, input.language),
  };
}

/** A contact cell that holds an address is no name to greet. */
function contactName(contact: string): string {
  return contact.includes('@') ? '' : oneLine(contact);
}

/** Before the due date every reminder is a courtesy, whatever the tone of its stage. */
function wordsOf(input: MessageInput, facts: Facts, texts: MessageTexts): MessageTexts['early'] & { readonly formal: boolean } {
  return facts.timing === 'early' ? { ...texts.early, formal: false } : texts.stages[textIdOf(input.stage, input.tone)];
}

function opening(input: MessageInput, late: readonly MessageLine[], facts: Facts, texts: MessageTexts): Block[] {
  const words = wordsOf(input, facts, texts);
  const oldest = facts.lines.length > 1 && facts.timing === 'late' ? ` ${texts.oldest(facts)}` : '';
  const earlier = earlierOnes(input, late, texts);
  return [
    paragraph(texts.greeting(input.contact, words.formal)),
    paragraph(words.opening(facts) + oldest, earlier.length > 0 ? texts.follows('message', earlier) : ''),
  ];
}

function request(input: MessageInput, late: readonly MessageLine[], facts: Facts, texts: MessageTexts): Block[] {
  return [paragraph(wordsOf(input, facts, texts).ask(facts)), howToPay(input, late, texts)];
}

function ending(input: MessageInput, facts: Facts, texts: MessageTexts): Block[] {
  const signature = linesOf(input.signature);
  if (input.company !== '' && !signature.includes(input.company)) signature.push(input.company);
  return [paragraph(texts.crossed(facts)), paragraph(`${texts.closing}${signature.length > 0 ? ',' : '.'}`, ...signature)];
}

function callScript(input: MessageInput, late: readonly MessageLine[], facts: Facts, texts: MessageTexts): Block {
  const earlier = earlierOnes(input, late, texts);
  const words = { contact: input.contact, company: input.company, earlier: earlier.length > 0 ? texts.follows('call', earlier) : '' };
  return paragraph(...texts.call.lines(facts, words));
}

function soonDue(input: MessageInput, soon: readonly MessageLine[], texts: MessageTexts): Block[] {
  if (soon.length === 0) return [];
  const all = sumText(new Totals().addOpen(input.lines), input.language, texts);
  return [
    paragraph(texts.soonDue(soon.length)),
    invoiceList(soon, input.language, false, texts),
    paragraph([`${texts.sums.withSoonDue}${texts.colon}`, { strong: all }]),
  ];
}

function alsoOpen(input: MessageInput, texts: MessageTexts): Block[] {
  if (input.alsoOpen.length === 0) return [];
  return [paragraph(texts.alsoOpen(input.alsoOpen.length)), invoiceList(input.alsoOpen, input.language, false, texts)];
}

function credits(input: MessageInput, texts: MessageTexts): Block[] {
  const said = input.credits
    .filter((credit) => credit.minor !== 0)
    .map((credit) => ({ number: oneLine(credit.number), amount: moneyText(Math.abs(credit.minor), credit.currency, input.language) }));
  return said.length === 0 ? [] : [paragraph(texts.credits(said))];
}

/** Only what is set: no label without its value. An invoice alone is paid on its own page if it has one. */
function howToPay(input: MessageInput, late: readonly MessageLine[], texts: MessageTexts): Block {
  const iban = ibanText(input.iban);
  const bic = oneLine(input.bic);
  const own = late.length === 1 ? oneLine((late[0] as MessageLine).paymentLink) : '';
  const link = own === '' ? oneLine(input.paymentLink) : own;
  const numbers = late
    .map((line) => oneLine(line.number))
    .filter((number) => number !== '')
    .join(', ');
  const labelled = (label: string, piece: Line[number]): Line => [`${label}${texts.colon}`, piece];
  const rows = [
    ...(iban === '' ? [] : [labelled(texts.pay.iban, iban)]),
    ...(bic === '' ? [] : [labelled(texts.pay.bic, bic)]),
    ...(link === '' ? [] : [labelled(texts.pay.link, { link })]),
    ...(iban === '' || numbers === '' || numbers.length > REFERENCE_LENGTH ? [] : [labelled(texts.pay.reference, numbers)]),
  ];
  return rows.length === 0 ? paragraph() : paragraph(`${texts.pay.heading}${texts.colon.trimEnd()}`, ...rows);
}
