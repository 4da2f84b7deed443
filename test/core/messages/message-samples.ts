// One customer, one house and a few invoices, told in every message of these tests.
import { type CalendarDay, dayFromIso } from '../../../core/calendar.ts';
import type { MessageInput, MessageLine } from '../../../core/messages/message.ts';
import { parseTemplate } from '../../../core/messages/template-parse.ts';
import type { Template } from '../../../core/messages/templates.ts';

export const day = (iso: string): CalendarDay => dayFromIso(iso) as CalendarDay;

export const B: MessageLine = {
  number: 'F2025-0041',
  issuedOn: day('2025-08-28'),
  dueOn: day('2025-09-12'),
  amountMinor: 320000,
  openMinor: 320000,
  currency: 'EUR',
  daysLate: 5,
  interestMinor: 533,
  fee: { minor: 4000, currency: 'EUR' },
  purchaseOrder: '',
  paymentLink: '',
  document: '',
};
export const C: MessageLine = {
  ...B,
  number: 'F2025-0057',
  issuedOn: day('2025-09-01'),
  dueOn: day('2025-09-16'),
  amountMinor: 98000,
  openMinor: 98000,
  daysLate: 1,
  interestMinor: 33,
};
export const SOON: MessageLine = {
  ...B,
  number: 'F2025-0063',
  dueOn: day('2025-09-24'),
  amountMinor: 50000,
  openMinor: 50000,
  daysLate: -7,
  interestMinor: null,
  fee: null,
};

export const INPUT: MessageInput = {
  language: 'fr',
  stage: 'reminder',
  tone: 'reminder',
  channel: 'email',
  customer: 'Menuiserie Lambert',
  contact: 'Sophie Lambert',
  to: 'compta@lambert.example',
  asOf: day('2025-09-17'),
  company: 'Atelier Morel SARL',
  signature: 'Claire Morel\nComptabilité',
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPXXX',
  paymentLink: '',
  lines: [B],
  alsoOpen: [],
  credits: [],
  earlier: [],
  deadline: null,
  noticeDays: 8,
  showPenalties: false,
  consumer: false,
  profile: 'unknown',
  template: null,
};

/** A template as its line of the tab would be read. */
export function template(body: string, subject = ''): Template {
  return {
    name: 'reminder',
    language: null,
    profile: null,
    subject: subject === '' ? null : parseTemplate(subject, 'subject'),
    body: parseTemplate(body, 'body'),
    place: { sheet: 'Modèles', row: 4, subject: 'D', body: 'E' },
  };
}

/** No-break spaces read as spaces. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
