// Every reminder a customer can get, as a page a bookkeeper can read and correct. `UPDATE_GOLDEN=1 npx jest test/golden/messages` writes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compose, type MessageInput, type MessageLine } from '../../core/messages/compose.ts';
import { B, C, day } from '../core/messages/message-samples.ts';

const PARTLY: MessageLine = {
  ...B,
  number: 'F2025-0033',
  dueOn: day('2025-08-31'),
  issuedOn: day('2025-07-31'),
  amountMinor: 500000,
  openMinor: 120000,
  daysLate: 17,
  interestMinor: 679,
  purchaseOrder: 'BC-7781',
};
const DOLLARS: MessageLine = {
  ...B,
  number: 'F2025-0060',
  currency: 'USD',
  fee: null,
  interestMinor: null,
  amountMinor: 145050,
  openMinor: 145050,
};

const BASE: MessageInput = {
  language: 'fr',
  stage: 'reminder',
  tone: 'reminder',
  channel: 'email',
  customer: 'Menuiserie Lambert',
  contact: 'Sophie Lambert',
  to: 'compta@lambert.example',
  asOf: day('2025-09-17'),
  company: 'Atelier Morel SARL',
  signature: 'Claire Morel',
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPXXX',
  paymentLink: '',
  lines: [B],
  alsoOpen: [],
  credits: [],
  earlier: [],
  deadline: null,
  noticeDays: 8,
  profile: 'unknown',
  template: null,
  showPenalties: false,
  consumer: false,
};
const BARE = { contact: '', company: '', signature: '', iban: '', bic: '', customer: '' };
const early = { dueOn: day('2025-09-24'), daysLate: -7, interestMinor: null, fee: null };
const late = (line: MessageLine, daysLate: number): MessageLine => ({ ...line, daysLate });
const sent = (stage: string, on: string, ...invoices: string[]) => ({ stage, on: day(on), invoices });
const FIRM = { stage: 'formal-reminder', tone: 'firm', showPenalties: true } as const;
const FINAL = {
  stage: 'formal-notice',
  tone: 'final',
  channel: 'registered-letter',
  showPenalties: true,
  deadline: day('2025-10-21'),
} as const;
const BEFORE = [sent('reminder', '2025-09-15', 'F2025-0041'), sent('call', '2025-09-22', 'F2025-0041')];

const PAGES: Readonly<Record<string, readonly (readonly [string, Partial<MessageInput>])[]>> = {
  'before-due': [
    ['one invoice', { stage: 'pre-reminder', tone: 'courtesy', lines: [{ ...B, ...early }] }],
    [
      'two invoices',
      {
        stage: 'pre-reminder',
        tone: 'courtesy',
        lines: [
          { ...B, ...early },
          { ...C, ...early },
        ],
      },
    ],
    ['on the due day', { stage: 'reminder', lines: [{ ...B, daysLate: 0, dueOn: day('2025-09-17') }] }],
  ],
  reminder: [
    ['one invoice', {}],
    ['nothing set in the settings', BARE],
    ['one day, its own payment page', { ...BARE, lines: [{ ...C, paymentLink: 'https://pay.example/F2025-0057' }] }],
    ['balance of a partly paid invoice, purchase order', { lines: [PARTLY] }],
    ['courtesy although late', { tone: 'courtesy' }],
  ],
  'several-invoices': [
    ['three, one partly paid', { lines: [PARTLY, B, C], contact: '' }],
    [
      'two currencies, a payment page, another open one, a credit',
      {
        lines: [{ ...B, paymentLink: 'https://pay.example/41' }, DOLLARS],
        alsoOpen: [C],
        credits: [{ number: 'A2025-003', minor: -12000, currency: 'EUR' }],
      },
    ],
    [
      'one late, one not yet due, others open, two credits',
      {
        lines: [B, { ...C, ...early }],
        alsoOpen: [PARTLY, DOLLARS],
        credits: [
          { number: 'A1', minor: 1000, currency: 'EUR' },
          { number: '', minor: 2500, currency: 'EUR' },
        ],
      },
    ],
    [
      'currency not named',
      {
        lines: [
          { ...B, currency: null },
          { ...C, currency: null },
        ],
      },
    ],
  ],
  'second-and-third': [
    ['second', { stage: 'reminder-2', lines: [late(B, 15)], earlier: [sent('reminder', '2025-09-17', 'F2025-0041')] }],
    [
      'third, firm',
      {
        stage: 'reminder-3',
        tone: 'firm',
        lines: [late(B, 30)],
        showPenalties: false,
        deadline: day('2025-10-20'),
        earlier: [sent('reminder', '2025-09-17'), sent('reminder-2', '2025-09-27')],
      },
    ],
    [
      'third, several invoices with a different past',
      {
        stage: 'reminder-3',
        lines: [late(B, 30), late(C, 26)],
        earlier: [
          sent('reminder', '2025-09-17', 'F2025-0041'),
          sent('reminder', '2025-09-21', 'F2025-0057'),
          sent('reminder-2', '2025-09-27', 'F2025-0041', 'F2025-0057'),
        ],
      },
    ],
  ],
  firm: [
    ['one invoice, penalties', { ...FIRM, asOf: day('2025-10-02'), lines: [{ ...late(B, 20), interestMinor: 2130 }], earlier: BEFORE }],
    [
      'several',
      {
        ...FIRM,
        asOf: day('2025-10-02'),
        lines: [
          { ...late(B, 20), interestMinor: 2130 },
          { ...late(C, 16), interestMinor: 522 },
        ],
        contact: '',
      },
    ],
    ['consumer: no penalty, no fee', { ...FIRM, consumer: true, lines: [late(B, 20)], earlier: BEFORE }],
  ],
  final: [
    [
      'announces the letter',
      {
        ...FINAL,
        asOf: day('2025-10-13'),
        lines: [{ ...late(B, 31), interestMinor: 3302 }],
        earlier: [...BEFORE, sent('formal-reminder', '2025-10-02', 'F2025-0041')],
      },
    ],
    ['several, one partly paid', { ...FINAL, asOf: day('2025-10-13'), lines: [PARTLY, late(B, 31)], contact: '' }],
    ['by e-mail alone, no last day', { ...FINAL, channel: 'email', deadline: null, showPenalties: false, lines: [late(PARTLY, 43)] }],
  ],
  call: [
    ['one invoice', { stage: 'call', channel: 'call', lines: [late(B, 10)], earlier: [sent('reminder', '2025-09-15')] }],
    [
      'several, nobody named',
      { stage: 'call', channel: 'call', ...BARE, customer: 'Menuiserie Lambert', lines: [PARTLY, B], alsoOpen: [C] },
    ],
  ],
};

function pageOf(language: 'fr' | 'en', cases: readonly (readonly [string, Partial<MessageInput>])[]): string {
  return cases
    .map(([title, change]) => {
      const { subject, text } = compose({ ...BASE, ...change, language });
      return `════ ${title}\n${language === 'fr' ? 'Objet' : 'Subject'}: ${subject}\n\n${text}`;
    })
    .join('\n');
}

describe('the reminders, as customers read them', () => {
  for (const language of ['fr', 'en'] as const) {
    for (const [name, cases] of Object.entries(PAGES)) {
      it(`${name} (${language})`, () => {
        const file = join(__dirname, 'pages', `message-${name}-${language}.txt`);
        const page = pageOf(language, cases);
        if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, page);
        expect(page).toBe(readFileSync(file, 'utf8'));
      });
    }
  }
});
