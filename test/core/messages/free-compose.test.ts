import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { composeFree } from '../../../core/messages/free-compose.ts';
import type { FreeMessageInput } from '../../../core/messages/free-message.ts';
import { CALL_OUTCOMES } from '../../../core/workbook.ts';
import { B, C, day, INPUT, plain, SOON, template } from './message-samples.ts';

const { stage, tone, channel, alsoOpen, earlier, deadline, noticeDays, showPenalties, consumer, ...BASE } = INPUT;
const EUR = { currency: 'EUR' };
const AFTER_CALL = {
  ...BASE,
  kind: 'after-call',
  calledOn: day('2025-09-17'),
  outcome: null,
  promise: null,
} as const satisfies FreeMessageInput;
const THANKS = {
  ...BASE,
  kind: 'thank-you',
  payments: [{ number: 'F2025-0012', paidOn: day('2025-09-14'), minor: 185000, ...EUR }],
  lines: [],
} as const satisfies FreeMessageInput;
const STATEMENT = {
  ...BASE,
  kind: 'statement',
  lines: [B, C, SOON],
  credits: [{ number: 'AV-7', minor: 20000, ...EUR }],
} as const satisfies FreeMessageInput;
const PLAN = {
  ...BASE,
  kind: 'plan',
  lines: [B, C],
  instalments: [
    { on: day('2025-09-30'), minor: 118000, ...EUR },
    { on: day('2025-10-31'), minor: 300000, ...EUR },
  ],
  counterpart: 'abandon de l’indemnité',
} as const satisfies FreeMessageInput;
const ALL: FreeMessageInput[] = [AFTER_CALL, THANKS, STATEMENT, PLAN];
const textOf = (input: FreeMessageInput) => plain(composeFree(input).text);

describe('messages beside the ladder', () => {
  it('after a call: what was said, what is asked', () => {
    expect(
      textOf({ ...AFTER_CALL, outcome: 'promise', promise: { on: day('2025-09-24'), minor: 200000, ...EUR } }),
    ).toBe(`Bonjour Sophie Lambert,

Merci pour notre échange téléphonique du 17 septembre 2025.

Pour mémoire, il s’agit de la facture suivante :

- F2025-0041 du 28/08/2025, échue le 12/09/2025 (5 jours de retard) : 3 200,00 €

Vous nous avez annoncé un règlement de 2 000,00 € pour le 24 septembre 2025 ; nous comptons dessus et vous en remercions.
Si cette date devait changer, merci de nous prévenir en répondant à ce message.

Pour régler :
IBAN : FR14 2004 1010 0505 0001 3M02 606
BIC : PSSTFRPPXXX
Référence à rappeler : F2025-0041

Cordialement,
Claire Morel
Comptabilité
Atelier Morel SARL
`);
  });

  it('after a call: each outcome has its own words, in both languages', () => {
    for (const language of ['fr', 'en'] as const) {
      const texts = CALL_OUTCOMES.map((outcome) => textOf({ ...AFTER_CALL, language, outcome }));
      expect(new Set(texts).size).toBe(CALL_OUTCOMES.length);
      for (const outcome of ['voicemail', 'wrong-contact'] as const)
        expect(textOf({ ...AFTER_CALL, language, outcome })).not.toMatch(/Merci pour notre échange|Thank you for speaking/);
    }
  });

  it('thanks for one payment, and for several', () => {
    expect(textOf(THANKS)).toContain(
      'Nous avons bien reçu votre règlement de 1 850,00 € le 14 septembre 2025 (F2025-0012) et vous en remercions.\n\nCette facture est soldée.',
    );
    const several = textOf({ ...THANKS, payments: [...THANKS.payments, { number: '', paidOn: null, minor: 5000, ...EUR }], lines: [C] });
    expect(several).toContain('1 900,00 € au total');
    expect(several).toContain('- F2025-0012, 14 septembre 2025, 1 850,00 €\n- 50,00 €');
    expect(several).toContain('il reste à régler :\n\n- F2025-0057');
  });

  it('states the account: every open invoice, what is overdue, the credits, the balance', () => {
    expect(textOf(STATEMENT)).toContain(`Total des factures ouvertes : 4 680,00 €
Dont échu : 4 180,00 €
Plus ancienne échéance : 12 septembre 2025
Avoirs et trop-perçus non imputés : 200,00 €
Solde après avoirs : 4 480,00 €`);
    expect(textOf({ ...STATEMENT, lines: [B, { ...C, currency: 'USD' }], credits: [] })).toContain(
      'Total des factures ouvertes : 3 200,00 € et 980,00 USD',
    );
    expect(textOf({ ...STATEMENT, lines: [], credits: [] })).toContain('Aucune facture n’est ouverte');
  });

  it('confirms a plan: every part, their sum, what is given in return', () => {
    const text = textOf(PLAN);
    expect(text).toContain('la somme de 4 180,00 € sera réglée en 2 échéances');
    expect(text).toContain(
      '- Échéance 1, le 30 septembre 2025 : 1 180,00 €\n- Échéance 2, le 31 octobre 2025 : 3 000,00 €\n\nTotal : 4 180,00 €',
    );
    expect(text).toContain('En contrepartie : abandon de l’indemnité');
    expect(textOf({ ...PLAN, counterpart: ' ' })).not.toContain('contrepartie');
  });

  it('refuses to confirm nothing', () => {
    expect(() => composeFree({ ...PLAN, instalments: [] })).toThrow(RangeError);
    expect(() => composeFree({ ...THANKS, payments: [] })).toThrow(RangeError);
  });

  it('speaks English throughout to an English reader', () => {
    for (const input of ALL) {
      const { subject, text } = composeFree({
        ...input,
        language: 'en',
        signature: 'Claire',
        ...(input.kind === 'plan' ? { counterpart: '' } : {}),
      } as FreeMessageInput);
      expect(subject + text).not.toMatch(/facture|règlement|échéance|Bonjour|Montant|\u00a0:/i);
    }
  });

  it('never speaks of interest or of the recovery fee', () => {
    for (const input of ALL) {
      const { text, html } = composeFree(input.kind === 'plan' ? { ...input, counterpart: '' } : input);
      expect(text + html).not.toMatch(/pénalit|indemnit|40,00|5,33/i);
    }
  });

  it('in the user’s own words, with what it cannot go without', () => {
    const own = template('Bonjour,\n\nVoici notre accord.\n\nCordialement,\n{{Signature}}', 'Votre échéancier');
    const confirmed = composeFree({ ...PLAN, template: own });
    expect(confirmed.subject).toBe('Votre échéancier');
    expect(plain(confirmed.text)).toMatch(/accord\.\n\n- Échéance 1, .*\n- Échéance 2, .*\n\nCordialement/);
    expect(textOf({ ...PLAN, template: template('{{ÉCHÉANCIER}}\n\n{{CONTREPARTIE}}') }).split('Échéance 1,')).toHaveLength(2);
    expect(textOf({ ...THANKS, template: template('Merci pour {{PAIEMENT REÇU}} !') })).toBe('Merci pour 1 850,00 € !\n');
    expect(composeFree({ ...STATEMENT, template: template('{{PÉNALITÉS}}') }).gaps).toHaveLength(1);
    expect(textOf({ ...STATEMENT, template: template('Votre compte :') })).toContain('- F2025-0063');
  });

  it('text and HTML say the same, whatever the sheet holds', () => {
    const words = fc.constantFrom('Lambert', '<b>x</b>', '{{MONTANT}}', 'A\r\nBcc: x@y.z', '=1+1', '');
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.constantFrom('fr' as const, 'en' as const),
        words,
        words,
        (input, language, customer, number) => {
          const lines = input.lines.map((one) => ({ ...one, number }));
          const { subject, text, html } = composeFree({ ...input, language, customer, contact: customer, lines } as FreeMessageInput);
          expect(subject).not.toMatch(/[\r\n]/);
          expect(html).not.toContain('<b>');
          const shown = html
            .replace(/<[^>]+>/g, ' ')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&amp;/g, '&')
            .replace(/&quot;/g, '"')
            .replace(/&#39;/g, "'");
          const figures = (from: string) => new Set(plain(from).match(/\d+,\d{2}/g));
          expect(figures(shown)).toEqual(figures(text));
          expect(text).not.toMatch(/\n{3}| \n|null|undefined|NaN/);
        },
      ),
    );
  });
});
