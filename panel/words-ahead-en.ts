/** English. */
import type { OwnAhead } from './own-words.ts';

const S = '\u00a0';
const many = (count: number, one: string, more = `${one}s`) => `${count}${S}${count === 1 ? one : more}`;

export const AHEAD_EN: OwnAhead = {
  paper: {
    lacks: (count) => `To complete before it leaves (${count})`,
    preview: (title) => `Preview: ${title}`,
  },
  routes: {
    checked: (source, day) => `${source}, checked on ${day}`,
    closed: (count) => `${many(count, 'way')} not open to this claim`,
  },
  coming: {
    count: (contacts, customers) => `${many(contacts, 'contact')}, ${many(customers, 'customer')}.`,
    todayOn: (day) => `Today, ${day}`,
    on: (weekday, day) => `${weekday} ${day}`,
  },
  ladder: {
    offset: (days) =>
      days === 0 ? 'on the due date' : days < 0 ? `${many(-days, 'day')} before the due date` : `${many(days, 'day')} after the due date`,
    onlySegment: (segment) => `only for “${segment}” customers`,
    onlyFrom: (amount) => `only from ${amount} on`,
  },
  backTest: {
    sum: ({ messages, customers, invoices, since }) =>
      `${many(messages, 'message')} to ${many(customers, 'customer')}, for ${many(invoices, 'invoice')} since ${since}.`,
    spared: (none, all) => `${none} of ${all} invoices would have had no message at all.`,
    at: (days) => (days < 0 ? `${many(-days, 'day')} before` : `after ${many(days, 'day')}`),
    leftOut: (count) => `${many(count, 'paid invoice')} without a payment date cannot be counted.`,
  },
  tabs: {
    see: (tab) => `See ${tab}`,
    make: (tab) => `Create the ${tab} tab`,
  },
};
