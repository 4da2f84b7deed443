/** The messages beside the ladder in English: after a call, thanks, statement of account, confirmation of a payment plan. */
import type { FreeTexts } from './free-texts.ts';

export const FREE_TEXTS_EN: FreeTexts = {
  afterCall: {
    subject: (numbers) => `Following our telephone call${numbers === '' ? '' : `: ${numbers}`}`,
    opening: (calledOn, outcome) =>
      outcome === 'voicemail' || outcome === 'wrong-contact'
        ? `We tried to reach you by telephone on ${calledOn}, without success.`
        : `Thank you for speaking with us on the telephone on ${calledOn}.`,
    about: (count) =>
      count === 1
        ? 'For the record, this is the invoice we called about:'
        : `For the record, these are the ${count} invoices we called about:`,
    promised: (on, amount) =>
      `You announced a payment${amount === '' ? '' : ` of ${amount}`} for ${on}; we are counting on it, and thank you.`,
    next: (outcome) => {
      switch (outcome) {
        case 'promise':
          return 'Should that date change, please let us know by replying to this message.';
        case 'dispute':
          return 'You told us of a disagreement. Please set it out in writing, with any papers that help, by replying to this message: we will look into it without delay.';
        case 'asks-for-copy':
          return 'You asked us for a copy: you will find it with this message. Please then let us know when payment is planned.';
        case 'in-payment-run':
          return 'You told us that payment is under way. Please confirm the date on which it will be made.';
        case 'wrong-contact':
          return 'Could you pass this message on to the person in charge of payments, or let us know how to reach them?';
        case 'voicemail':
          return 'Could you call us back, or tell us by return when payment is planned?';
        case 'reached':
        case null:
          return 'Please confirm by return when payment is planned.';
        default:
          return outcome satisfies never;
      }
    },
  },
  thankYou: {
    subject: (total) => `Thank you for your payment of ${total}`,
    received: (amount, on, numbers) =>
      `We have received your payment of ${amount}${on === '' ? '' : ` on ${on}`}${numbers === '' ? '' : ` (${numbers})`}: thank you.`,
    receivedSeveral: (total) => `We have received your payments, ${total} in total; thank you:`,
    settled: (count) => (count === 1 ? 'This invoice is now settled.' : 'These invoices are now settled.'),
    stillOpen: 'For your information, this is still open:',
  },
  statement: {
    subject: (day) => `Statement of account at ${day}`,
    opening: (day) => `This is how your account with us stands at ${day}.`,
    nothing: 'No invoice is open at this date.',
    total: 'Total of open invoices',
    overdue: 'Of which overdue',
    credits: 'Credits and overpayments not yet applied',
    net: 'Balance after credits',
    oldest: 'Oldest due date',
    ask: 'If this statement does not agree with your books, reply to this message and tell us what differs: we will check it with you.',
  },
  plan: {
    subject: (numbers) => `Confirmation of your payment plan${numbers === '' ? '' : `: ${numbers}`}`,
    opening: (count, total) =>
      count === 1
        ? `As agreed, the sum of ${total} will be paid on the date below.`
        : `As agreed, the sum of ${total} will be paid in ${count} instalments, on the dates below.`,
    columns: { rank: 'Instalment', on: 'Date', amount: 'Amount' },
    part: (rank, on, amount) => `Instalment ${rank}, on ${on}: ${amount}`,
    total: 'Total',
    invoices: (count) => (count === 1 ? 'Invoice concerned:' : 'Invoices concerned:'),
    counterpart: (text) => `In return: ${text}`,
    rule: 'As long as these instalments are kept, we will not remind you of these invoices. A missed instalment makes the whole balance payable again.',
    ask: 'Please confirm your agreement by replying to this message.',
  },
};
