/**
 * One reminder, from the facts of one worklist entry to a subject, a plain text and an HTML page. What is said depends on facts only: earlier
 * reminders are named when some were sent, penalties when they may be told, a bank account when there is one.
 */
import type { StageId, Tone } from '../types.ts';
import { type Block, paragraph, textOf } from './blocks.ts';
import { factsOf, followsText, lateAndSoon } from './facts.ts';
import { htmlOf } from './html.ts';
import { alsoOpenList, creditLines, invoiceList, soonDueList, sums } from './listing.ts';
import type { Correspondence, MessageInput, MessageLine } from './message.ts';
import type { MessageLanguage } from './money-text.ts';
import { payLines } from './paying.ts';
import { documentName, linesOf, oneLine } from './sheet-text.ts';
import { reminderFacts } from './template-facts.ts';
import type { Gap } from './template-fill.ts';
import { saidByTemplate } from './template-message.ts';
import type { Ask, Facts, MessageTexts, TextId } from './texts.ts';
import { TEXTS_EN } from './texts-en.ts';
import { TEXTS_FR } from './texts-fr.ts';

export type { MessageInput, MessageLine } from './message.ts';

export const TEXTS: Readonly<Record<MessageLanguage, MessageTexts>> = { fr: TEXTS_FR, en: TEXTS_EN };

/** A stage unknown to us, the user's own, speaks with the words of its tone. */
const TEXT_OF_TONE: Readonly<Record<Tone, TextId>> = { courtesy: 'courtesy', reminder: 'reminder', firm: 'firm', final: 'final' };

/** Stages whose words differ from those of their tone. */
const TEXT_OF_STAGE: ReadonlyMap<StageId, Partial<Record<Tone, TextId>>> = new Map([
  ['reminder-2', { reminder: 'reminder-2' }],
  ['reminder-3', { reminder: 'reminder-3', firm: 'reminder-3' }],
]);

/** Interest and fee are told from the firm tone on. */
const PENALTY_TONES: readonly Tone[] = ['firm', 'final'];

/** A message as it is drafted; `gaps` are the facts it asks for and does not have: with any, it is only looked at. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly gaps: readonly Gap[];
}

/** Which words a stage of a tone is written with. */
export function textIdOf(stage: StageId, tone: Tone): TextId {
  return TEXT_OF_STAGE.get(stage)?.[tone] ?? TEXT_OF_TONE[tone];
}

/**
 * The message for one customer at one address, or the call script when the channel is a call, in the reader's language. Text of the sheet is
 * put on one line and never read as markup. Throws a RangeError when there is no invoice to speak of.
 */
export function compose(input: MessageInput): Composed {
  if (input.lines.length === 0) throw new RangeError('a reminder speaks of at least one invoice');
  const said = inWords(input);
  const texts = TEXTS[input.language];
  const penalties = input.showPenalties && !input.consumer && PENALTY_TONES.includes(input.tone);
  const { late, soon } = lateAndSoon(input.lines);
  const facts = factsOf(said, late, penalties, texts);
  const call = input.channel === 'call';
  const prefix = texts.stages[textIdOf(input.stage, input.tone)].subject(facts);
  const subject = call ? texts.call.subject(facts) : texts.subject(prefix, facts);
  const soonOnes = soonDueList(said, soon, { late, penalties }, texts);
  const others = { alsoOpen: alsoOpenList(said, texts), credits: creditLines(said, texts).map((line) => paragraph(line)) };
  if (input.template !== null)
    return saidByTemplate(input.template, reminderFacts(said, late, penalties, texts), {
      language: input.language,
      subject,
      always: soonOnes,
      unlessSaid: others,
    });
  const figures = [
    ...(late.length > 1 ? [invoiceList(late, input.language, penalties, texts)] : []),
    ...sums(said, late, penalties, texts),
  ];
  const beside = [...soonOnes, ...others.alsoOpen, ...others.credits];
  const blocks = call
    ? [callScript(said, late, facts, texts), ...figures, ...beside]
    : [...opening(said, late, facts, texts), ...figures, ...request(said, late, facts, texts), ...beside, ...ending(said, facts, texts)];
  return { subject, text: textOf(blocks), html: htmlOf(blocks, input.language), gaps: [] };
}

/** The names a message speaks with, on one line each. A contact cell that holds an address is no name to greet. */
export function inWords<Input extends Correspondence>(input: Input): Input {
  const contact = input.contact.includes('@') ? '' : oneLine(input.contact);
  return { ...input, customer: oneLine(input.customer), contact, company: oneLine(input.company) };
}

/** Before the due date every reminder is a courtesy, whatever the tone of its stage. */
function wordsOf(input: MessageInput, facts: Facts, texts: MessageTexts): Ask & { readonly formal: boolean } {
  const id = facts.timing === 'early' ? 'early' : textIdOf(input.stage, input.tone);
  const usual = id === 'early' ? { ...texts.early, formal: false } : texts.stages[id];
  return facts.profile === 'unknown' ? usual : { ...texts.manners[facts.profile][id], formal: usual.formal };
}

function opening(input: MessageInput, late: readonly MessageLine[], facts: Facts, texts: MessageTexts): Block[] {
  const words = wordsOf(input, facts, texts);
  const oldest = facts.lines.length > 1 && facts.timing === 'late' ? ` ${texts.oldest(facts)}` : '';
  return [
    paragraph(texts.greeting(input.contact, words.formal)),
    paragraph(words.opening(facts) + oldest, followsText(input, late, texts)),
  ];
}

function request(input: MessageInput, late: readonly MessageLine[], facts: Facts, texts: MessageTexts): Block[] {
  return [paragraph(wordsOf(input, facts, texts).ask(facts)), ...howToPay(input, late, texts)];
}

function ending(input: MessageInput, facts: Facts, texts: MessageTexts): Block[] {
  return [paragraph(texts.crossed(facts)), closing(input, texts)];
}

/** The last words, and who signs. */
export function closing(input: Correspondence, texts: MessageTexts): Block {
  const signature = linesOf(input.signature);
  if (input.company !== '' && !signature.includes(input.company)) signature.push(input.company);
  return paragraph(`${texts.closing}${signature.length > 0 ? ',' : '.'}`, ...signature);
}

function callScript(input: MessageInput, late: readonly MessageLine[], facts: Facts, texts: MessageTexts): Block {
  const words = { contact: input.contact, company: input.company, earlier: followsText(input, late, texts) };
  return paragraph(...texts.call.lines(facts, words));
}

/** How to pay, and where the copy of an invoice alone is; in a list each has its own. */
export function howToPay(input: Correspondence, lines: readonly MessageLine[], texts: MessageTexts): Block[] {
  const rows = payLines(input, lines, texts);
  const copy = lines.length === 1 ? documentName((lines[0] as MessageLine).document) : '';
  return [
    copy === '' ? paragraph() : paragraph([`${texts.pay.document}${texts.colon}`, { link: copy }]),
    rows.length === 0 ? paragraph() : paragraph(`${texts.pay.heading}${texts.colon.trimEnd()}`, ...rows),
  ];
}
