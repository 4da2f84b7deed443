/**
 * The same reminders said more warmly to a good payer, and more firmly to a bad one. Facts do not change: no sum, no date, no right; and nobody
 * reads here what is thought of their habits.
 */
import { by, invoices, lateInvoices, sentence, until } from './phrases-en.ts';
import type { Facts, MessageTexts } from './texts.ts';

const open = (facts: Facts) => `${lateInvoices(facts)} ${by(facts, 'is', 'are')} still open`;
const outstanding = (facts: Facts) => `${lateInvoices(facts)} ${by(facts, 'remains', 'remain')} outstanding`;
const falls = (facts: Facts) => (facts.lines.length > 1 ? 'will soon fall due' : `falls due on ${facts.lines[0]?.dueOn}`);
/** The notice given by this message, or the letter that gives it. */
const notice = (facts: Facts, alone: string) =>
  facts.letter === null
    ? alone
    : `A formal notice to pay is being sent to you by ${facts.letter === 'registered-letter' ? 'registered letter' : 'post'}; we also wish to let you know by this message.`;

export const MANNERS_EN: MessageTexts['manners'] = {
  good: {
    early: {
      opening: (facts) => `Just a quick note to say that ${invoices(facts)} ${falls(facts)}.`,
      ask: () =>
        'Thank you for planning payment; if there is anything you are missing (a copy, our bank details, an order number), simply reply to this message.',
    },
    courtesy: {
      opening: (facts) => `Unless we are mistaken, ${open(facts)}. It has probably just slipped through, as happens to all of us.`,
      ask: () => 'Thank you in advance for arranging payment when you have a moment.',
    },
    reminder: {
      opening: (facts) => `Unless we are mistaken, ${open(facts)}. It has probably just been overlooked.`,
      ask: () => 'Could you let us know when payment is planned? If you are missing anything, we will gladly send it.',
    },
    'reminder-2': {
      opening: (facts) => `May we come back to you: ${lateInvoices(facts)} ${by(facts, 'is', 'are')} still awaiting payment.`,
      ask: (facts) =>
        `If anything about ${by(facts, 'the invoice', 'these invoices')} is unclear, tell us and we will sort it out together. Otherwise, please arrange payment ${until(facts, 'as soon as you can')}.`,
    },
    'reminder-3': {
      opening: (facts) => `May we insist: ${lateInvoices(facts)} ${by(facts, 'has', 'have')} still not been settled.`,
      ask: (facts) =>
        `Is there a difficulty we could talk about? Please pay ${by(facts, 'it', 'them')} ${until(facts, 'without delay')}, or let us have your answer.`,
    },
    firm: {
      opening: (facts) =>
        sentence(`${facts.contactedBefore ? 'although we have contacted you before' : 'as of today'}, ${outstanding(facts)}.`),
      ask: (facts) =>
        `Please pay ${by(facts, 'it', 'them')} ${until(facts, 'without delay')}. If something prevents you, give us a call: we value working with you and will look for a solution together.`,
    },
    final: {
      opening: (facts) =>
        `${sentence(outstanding(facts))}. ${notice(facts, `It is with regret that, by this message, we give you formal notice to pay ${by(facts, 'it', 'them')}.`)}`,
      ask: (facts) =>
        `We ask you to pay this sum ${until(facts, 'on receipt')}. An amicable solution is what we would prefer: if a difficulty or a disagreement prevents you, please contact us ${facts.deadline === '' ? 'straight away' : 'before that date'}.`,
    },
  },
  bad: {
    early: {
      opening: (facts) => `We remind you that ${invoices(facts)} ${falls(facts)}.`,
      ask: (facts) =>
        `Please schedule payment for ${by(facts, 'that date', 'those dates')} now. If you are missing anything (a copy, our bank details, an order number), ask us for it straight away.`,
    },
    courtesy: {
      opening: (facts) => sentence(`${open(facts)}.`),
      ask: () => 'Please arrange payment on receipt of this message.',
    },
    reminder: {
      opening: (facts) => sentence(`${open(facts)}.`),
      ask: () => 'Please arrange payment on receipt of this message, or tell us by return the date on which it will be made.',
    },
    'reminder-2': {
      opening: (facts) => sentence(`${lateInvoices(facts)} ${by(facts, 'has', 'have')} still not been settled.`),
      ask: (facts) =>
        `We ask you to pay ${by(facts, 'it', 'them')} ${until(facts, 'without delay')}. If you dispute anything, tell us what by return; otherwise we take it that nothing stands in the way of payment.`,
    },
    'reminder-3': {
      opening: (facts) => sentence(`${outstanding(facts)}.`),
      ask: (facts) =>
        `We ask you to pay ${by(facts, 'it', 'them')} ${until(facts, 'without delay')}. We need a firm payment date in order not to take this further.`,
    },
    firm: {
      opening: (facts) =>
        sentence(`${facts.contactedBefore ? 'although we have contacted you before' : 'as of today'}, ${outstanding(facts)}.`),
      ask: (facts) =>
        `We ask you to pay ${by(facts, 'it', 'them')} in full ${until(facts, 'without delay')}. Without payment or an answer from you, the next step will be a formal notice.`,
    },
    final: {
      opening: (facts) =>
        `${sentence(outstanding(facts))}. ${notice(facts, `With this message we give you formal notice to pay ${by(facts, 'it', 'them')}.`)}`,
      ask: (facts) =>
        `We ask you to pay this sum in full ${until(facts, 'on receipt')}. Without payment or an answer ${facts.deadline === '' ? 'from you' : 'by that date'}, we will start its recovery. If a difficulty or a disagreement prevents you from paying, let us know before then.`,
    },
  },
};
