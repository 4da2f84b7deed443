/**
 * The reminders in English: short, courteous, firm without threat. Interest and the recovery fee are due by law between businesses; no text
 * makes them depend on a mention on the invoice. A consumer never reads a word of them.
 */
import type { StageId } from '../types.ts';
import { MANNERS_EN } from './manners-en.ts';
import { all, by, due, invoices, lateInvoices, owed, sentence, until } from './phrases-en.ts';
import type { Facts, MessageTexts, SaidLine } from './texts.ts';

const EARLIER: ReadonlyMap<StageId, string> = new Map([
  ['pre-reminder', 'message'],
  ['reminder', 'reminder'],
  ['reminder-2', 'reminder'],
  ['reminder-3', 'reminder'],
  ['call', 'call'],
  ['formal-reminder', 'formal reminder'],
  ['formal-notice', 'formal notice'],
]);

const ORDINALS = ['Reminder', 'Second reminder', 'Third reminder'];

function reminderOrdinal(facts: Facts): string {
  return ORDINALS[facts.remindersSent] ?? 'Further reminder';
}

export const TEXTS_EN: MessageTexts = {
  stages: {
    courtesy: {
      subject: () => 'Friendly reminder',
      opening: (facts) =>
        `Unless we are mistaken, ${lateInvoices(facts)} ${by(facts, 'is', 'are')} still open. It has probably just been overlooked.`,
      ask: () => 'Could you please arrange payment as soon as you can?',
      formal: false,
    },
    reminder: {
      subject: reminderOrdinal,
      opening: (facts) => `Unless we are mistaken, ${lateInvoices(facts)} ${by(facts, 'is', 'are')} still open.`,
      ask: () => 'Could you please arrange payment, or tell us the date on which it is planned?',
      formal: false,
    },
    'reminder-2': {
      subject: reminderOrdinal,
      opening: (facts) => sentence(`${lateInvoices(facts)} ${by(facts, 'is', 'are')} still awaiting payment.`),
      ask: (facts) =>
        `Please arrange payment ${until(facts, 'without delay')}, or let us know when we can expect it. If anything about ${by(facts, 'the invoice', 'these invoices')} is unclear, tell us and we will sort it out with you.`,
      formal: false,
    },
    'reminder-3': {
      subject: reminderOrdinal,
      opening: (facts) => sentence(`${lateInvoices(facts)} ${by(facts, 'has', 'have')} still not been settled.`),
      ask: (facts) =>
        `We ask you to pay ${by(facts, 'it', 'them')} ${until(facts, 'without delay')}, or to tell us now what stands in the way.`,
      formal: true,
    },
    firm: {
      subject: () => 'Payment request',
      opening: (facts) =>
        sentence(
          `${facts.contactedBefore ? 'although we have contacted you before' : 'as of today'}, ${lateInvoices(facts)} ${by(facts, 'remains', 'remain')} outstanding.`,
        ),
      ask: (facts) =>
        `We ask you to pay ${by(facts, 'it', 'them')} ${until(facts, 'without delay')}. If you are in difficulty or disagree, please reply promptly and we will look for a solution with you.`,
      formal: true,
    },
    final: {
      subject: () => 'Formal notice',
      opening: (facts) => {
        const owing = sentence(`${lateInvoices(facts)} ${by(facts, 'remains', 'remain')} outstanding.`);
        if (facts.letter === null) return `${owing} With this message we give you formal notice to pay ${by(facts, 'it', 'them')}.`;
        const letter = facts.letter === 'registered-letter' ? 'registered letter' : 'post';
        return `${owing} A formal notice to pay is being sent to you by ${letter}; we also wish to let you know by this message.`;
      },
      ask: (facts) =>
        `We ask you to pay this sum ${until(facts, 'on receipt')}. If a difficulty or a disagreement prevents you, please contact us ${facts.deadline === '' ? 'straight away' : 'before that date'}: an amicable solution is still possible.`,
      formal: true,
    },
  },
  call: {
    subject: (facts) => `Call${facts.customer === '' ? '' : ` to ${facts.customer}`}: ${about(facts)}`,
    lines: (facts, { contact, company, earlier }) => [
      `Ask for ${contact === '' ? 'the person in charge of payments' : contact}.${earlier === '' ? '' : ` ${earlier}`}`,
      `“Hello, ${company === '' ? '' : `this is ${company}, `}I am calling about ${spoken(facts)} When is payment planned?”`,
      'If a date is given: repeat it, note it as a promise and say thank you.',
      'If there is a disagreement or a difficulty: note why, offer to send whatever is missing and agree on the next contact.',
    ],
  },
  subject: (prefix, facts) => {
    const what = about(facts);
    return facts.timing === 'early' ? sentence(what) : `${prefix}: ${what}`;
  },
  greeting: (contact, formal) => (contact === '' ? (formal ? 'Dear Sir or Madam,' : 'Hello,') : `${formal ? 'Dear' : 'Hello'} ${contact},`),
  early: {
    opening: (facts) => {
      const [line] = facts.lines as [SaidLine];
      const falls = facts.lines.length > 1 ? 'will soon fall due' : `falls due on ${line.dueOn}`;
      return `This is just to let you know that ${invoices(facts)} ${falls}.`;
    },
    ask: (facts) =>
      `Please plan payment for ${by(facts, 'that date', 'those dates')}. If you are missing anything (a copy, our bank details, an order number), simply reply to this message.`,
  },
  manners: MANNERS_EN,
  oldest: (facts) => `${facts.sameDue ? 'They have' : 'The oldest has'} been due since ${facts.oldestDue}.`,
  earlierOne: (stage, day, concerned) => `our ${EARLIER.get(stage) ?? 'message'} of ${day}${concerned === '' ? '' : ` (${concerned})`}`,
  follows: (what, earlier) => `This ${what} follows ${all(earlier)}.`,
  crossed: (facts) =>
    facts.timing === 'early'
      ? 'If your payment is already on its way, please disregard this message.'
      : 'If your payment has crossed this message, please disregard it.',
  alsoOpen: (count) =>
    count === 1
      ? 'For your information, one other invoice is also awaiting payment:'
      : `For your information, ${count} other invoices are also awaiting payment:`,
  soonDue: (count) => (count === 1 ? 'One other invoice is falling due:' : `${count} other invoices are falling due:`),
  credits: (credits) => {
    const named = credits.map(({ number, amount }) => `${amount}${number === '' ? '' : ` (${number})`}`);
    return credits.length === 1
      ? `A credit of ${all(named)} stands on your account; it has not been deducted from the amounts above.`
      : `Credits of ${all(named)} stand on your account; they have not been deducted from the amounts above.`;
  },
  listed: (line) => {
    const number = line.number === '' ? 'Invoice' : line.number;
    const issued = line.issuedShort === '' ? '' : ` of ${line.issuedShort}`;
    const order = line.purchaseOrder === '' ? '' : ` (order ${line.purchaseOrder})`;
    const interest = line.interest === '' ? '' : ` + ${line.interest} interest`;
    const fee = line.fee === '' ? '' : ` + ${line.fee} compensation`;
    return `${number}${issued}${order}${due(line, line.dueShort)}: ${owed(line)}${interest}${fee}`;
  },
  columns: {
    number: 'Invoice',
    issuedOn: 'Date',
    purchaseOrder: 'Order',
    dueOn: 'Due date',
    amount: 'Amount',
    open: 'Still owed',
    daysLate: 'Days late',
    interest: 'Interest',
    fee: 'Compensation',
  },
  sums: {
    total: 'Total to pay',
    principal: 'Still owed',
    interest: (day) => `Late-payment interest to ${day}`,
    fee: 'Fixed compensation for recovery costs',
    grandTotal: 'Total to date',
    withSoonDue: 'Total including invoices not yet due',
  },
  pay: {
    heading: 'How to pay',
    iban: 'IBAN',
    bic: 'BIC',
    link: 'Online payment',
    reference: 'Reference to quote',
    document: 'Copy of the invoice',
  },
  accountsTeam: 'Accounts team',
  days: (count) => (count === 1 ? '1\u00a0day' : `${count}\u00a0days`),
  closing: 'Kind regards',
  colon: ': ',
  all,
};

/** The subject without its first word: number, amount, due date, days late. */
function about({ lines, timing, total }: Facts): string {
  const [line] = lines as [SaidLine];
  if (lines.length > 1) {
    const kind = { late: 'overdue invoices', early: 'invoices soon due', open: 'open invoices' }[timing];
    return `${lines.length} ${kind}, ${total} in total`;
  }
  const number = line.number === '' ? '' : ` ${line.number}`;
  return `${line.partlyPaid ? `balance of ${line.open} on invoice${number}` : `invoice${number} for ${line.open}`}${due(line, line.dueOn)}`;
}

/** The same facts, said on the telephone. */
function spoken({ lines, total }: Facts): string {
  const [line] = lines as [SaidLine];
  if (lines.length > 1) return `${lines.length} invoices awaiting payment, ${total} in total.`;
  const number = line.number === '' ? 'our invoice' : `invoice ${line.number}`;
  const what = line.partlyPaid ? `the balance of ${line.open} on ${number}` : `${number} for ${line.open}`;
  return `${what}${due(line, line.dueOn)}.`;
}
