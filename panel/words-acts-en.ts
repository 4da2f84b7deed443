/** English. */
import type { OwnActs } from './own-words.ts';

export const ACTS_EN: OwnActs = {
  toldCall: (outcome) => `Call noted (${outcome.toLowerCase()})`,
  cardOf: (customer) => `Customer card: ${customer}`,

  which: (count, amount) => `Invoices concerned (${count})${amount === '' ? '' : `, ${amount}`}`,
  amountAll: (amount) => `all: ${amount}`,

  call: {
    ask: (contact) => `Ask for ${contact}`,
  },
  plan: {
    line: (n) => `Instalment ${n}`,
    lineDay: (n) => `Instalment ${n}, day`,
    lineAmount: (n) => `Instalment ${n}, amount`,
    remove: (n) => `Remove instalment ${n}`,
    whole: (sum) => `It adds up: ${sum}.`,
    short: (missing, open) => `${missing} is missing of ${open}.`,
    over: (extra, open) => `${extra} too much for ${open}.`,
  },

  result: {
    notPrepared: (count) => (count === 1 ? 'One message was not prepared:' : `${count} messages were not prepared:`),
  },
  week: {
    title: (count) => `This week (${count})`,
    late: (day) => `late, ${day}`,
    more: (count) => (count === 1 ? 'Show the other one' : `Show ${count} more`),
  },
  customer: {
    overdue: (amount) => `${amount} of it overdue`,
    credits: (amount) => `${amount} of credits not applied`,
    open: (count) => `Open invoices (${count})`,
    closed: (count) => `Other invoices (${count})`,
  },
};
