import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PAYER_PROFILES } from '../../../core/customers/payer-profile.ts';
import { compose } from '../../../core/messages/compose.ts';
import type { MessageInput } from '../../../core/messages/message.ts';
import { toEml } from '../../../core/messages/mime.ts';
import { PLACEHOLDER_NAMES, placeholderId } from '../../../core/messages/placeholders.ts';
import { STARTER_STAGES, starterTemplate } from '../../../core/messages/starter-templates.ts';
import { templateBreak } from '../../../core/messages/template-break.ts';
import { parseTemplate } from '../../../core/messages/template-parse.ts';
import { chosenTemplate, type Template } from '../../../core/messages/templates.ts';
import { TONES } from '../../../core/types.ts';
import { tries } from '../../thorough.ts';
import { B, C, day, INPUT, plain, SOON, template } from './message-samples.ts';

const FIRM = { stage: 'formal-reminder', tone: 'firm', showPenalties: true } as const;
const said = (body: string, change: Partial<MessageInput> = {}) =>
  plain(compose({ ...INPUT, ...change, template: template(body) }).text).trim();
const gaps = (body: string, change: Partial<MessageInput> = {}) =>
  compose({ ...INPUT, ...change, template: template(body) }).gaps.map(({ written, reason }) => `${written} ${reason}`);

describe('what a placeholder says', () => {
  it.each<[string, string, string]>([
    // written | about one invoice | about two
    ['{{N° FACTURE}}', 'F2025-0041', 'F2025-0041 et F2025-0057'],
    ['{{n_facture}}', 'F2025-0041', 'F2025-0041 et F2025-0057'],
    ['{{Numero Facture}}', 'F2025-0041', 'F2025-0041 et F2025-0057'],
    ['{{ Invoice number }}', 'F2025-0041', 'F2025-0041 et F2025-0057'],
    ['{{ÉCHÉANCE}}', '12 septembre 2025', '12 septembre 2025'],
    ['{{Date d’échéance}}', '12 septembre 2025', '12 septembre 2025'],
    ['{{MONTANT}}', '3 200,00 €', '4 180,00 €'],
    ['{{Montant TTC}}', '3 200,00 €', '4 180,00 €'],
    ['{{amount due}}', '3 200,00 €', '4 180,00 €'],
    ['{{DATE FACTURE}}', '28 août 2025', '28 août 2025 et 1er septembre 2025'],
    ['{{Prénom Nom}}', 'Sophie Lambert', 'Sophie Lambert'],
    ['{{Prénom Nom / Équipe Comptable}}', 'Sophie Lambert', 'Sophie Lambert'],
    ['{{CLIENT}}', 'Menuiserie Lambert', 'Menuiserie Lambert'],
    ['{{JOURS DE RETARD}}', '5', '5'],
    ['{{DÉLAI (ex. 8 jours)}}', '8 jours', '8 jours'],
    ['{{Délai}}', '8 jours', '8 jours'],
    ['{{DATE LIMITE}}', '25 septembre 2025', '25 septembre 2025'],
    ['{{Signature}}', 'Claire Morel\nComptabilité', 'Claire Morel\nComptabilité'],
    ['Bien à vous, {{Signature}}', 'Bien à vous, Claire Morel, Comptabilité', 'Bien à vous, Claire Morel, Comptabilité'],
    [
      '{{RIB}}',
      'IBAN : FR14 2004 1010 0505 0001 3M02 606\nBIC : PSSTFRPPXXX',
      'IBAN : FR14 2004 1010 0505 0001 3M02 606\nBIC : PSSTFRPPXXX',
    ],
    [
      '{{LIEN DE PAIEMENT / RIB}}',
      'IBAN : FR14 2004 1010 0505 0001 3M02 606\nBIC : PSSTFRPPXXX\nRéférence à rappeler : F2025-0041',
      'IBAN : FR14 2004 1010 0505 0001 3M02 606\nBIC : PSSTFRPPXXX\nRéférence à rappeler : F2025-0041, F2025-0057',
    ],
    [
      '{{TABLEAU}}',
      '- F2025-0041 du 28/08/2025, échue le 12/09/2025 (5 jours de retard) : 3 200,00 €',
      '- F2025-0041 du 28/08/2025, échue le 12/09/2025 (5 jours de retard) : 3 200,00 €\n- F2025-0057 du 01/09/2025, échue le 16/09/2025 (1 jour de retard) : 980,00 €',
    ],
    ['{{#si PLUSIEURS}}vos factures{{/si}}{{#si UNE SEULE}}votre facture{{/si}}', 'votre facture', 'vos factures'],
  ])('%s', (written, one, two) => {
    expect(said(written)).toBe(one);
    expect(said(written, { lines: [B, C] })).toBe(two);
    expect(gaps(written)).toEqual([]);
  });

  it('greets the customer where no contact is known, or its accounts team when asked to', () => {
    expect(said('Bonjour {{Prénom Nom}},', { contact: '' })).toBe('Bonjour Menuiserie Lambert,');
    expect(said('Bonjour {{Prénom Nom / Équipe Comptable}},', { contact: '' })).toBe('Bonjour Équipe comptable,');
  });

  it('means the oldest due date whatever the order of the rows', () => {
    expect(said('{{ÉCHÉANCE}}', { lines: [C, B] })).toBe('12 septembre 2025');
  });

  it('says totals per currency', () => {
    expect(said('{{MONTANT}}', { lines: [B, { ...C, currency: 'USD' }] })).toBe('3 200,00 € et 980,00 USD');
  });

  it('knows every name of its table, one meaning each', () => {
    const meanings = Object.entries(PLACEHOLDER_NAMES).flatMap(([id, names]) => names.map((name) => [name, placeholderId(name), id]));
    for (const [name, found, id] of meanings) expect([name, found]).toEqual([name, id]);
  });
});

describe('what is not there', () => {
  it.each<[string, string, Partial<MessageInput>, string]>([
    // what | written | change | gap
    ['no account', 'IBAN {{RIB}}', { iban: '', bic: '' }, '{{RIB}} empty'],
    ['no payment page', '{{LIEN DE PAIEMENT}}', {}, '{{LIEN DE PAIEMENT}} empty'],
    ['penalties in a reminder', '{{PÉNALITÉS}}', {}, '{{PÉNALITÉS}} penalties-later'],
    ['the fee of a consumer', '{{Indemnité}}', { ...FIRM, showPenalties: true, consumer: true }, '{{Indemnité}} penalties-never'],
    ['no other invoice', '{{AUTRES FACTURES}}', {}, '{{AUTRES FACTURES}} empty'],
  ])('%s is shown as written and is a gap', (_, written, change, gap) => {
    expect(gaps(`Bonjour,\n\n${written}\n\nMerci`, change)).toEqual([gap]);
    expect(said(`Bonjour,\n\n${written}\n\nMerci`, change)).toContain(gap.split(' ').slice(0, -1).join(' '));
  });

  it('takes the line of an optional placeholder with it', () => {
    const body = 'Bonjour,\n\nTotal : {{MONTANT}}\nPénalités : {{?PÉNALITÉS}}\n\n{{?AUTRES FACTURES}}\n\nMerci';
    expect(said(body)).toBe('Bonjour,\n\nTotal : 3 200,00 €\n\nMerci');
    expect(gaps(body)).toEqual([]);
    expect(said(body, FIRM)).toContain('Pénalités : 5,33 €');
  });

  it('says what a condition holds only when there is such a fact', () => {
    const body = 'Bonjour,\n\n{{#si PÉNALITÉS}}\nPénalités : {{PÉNALITÉS}}\n\nIndemnité : {{INDEMNITÉ}}\n{{/si}}\n\nMerci';
    expect(said(body)).toBe('Bonjour,\n\nMerci');
    expect(said(body, FIRM)).toBe('Bonjour,\n\nPénalités : 5,33 €\n\nIndemnité : 40,00 €\n\nMerci');
    expect(said(body, { ...FIRM, consumer: true })).toBe('Bonjour,\n\nMerci');
  });

  it('never tells a consumer of the 40 € nor of interest, whatever the template asks', () => {
    for (const tone of TONES) {
      const body = '{{?PÉNALITÉS}}\n{{?INDEMNITÉ}}\n{{?TOTAL AVEC PÉNALITÉS}}\n{{MONTANT}}\n{{TABLEAU}}';
      const { text, html } = compose({ ...INPUT, tone, showPenalties: true, consumer: true, lines: [B, C], template: template(body) });
      expect(text + html).not.toMatch(/40,00|5,33|pénalit|indemnit/i);
    }
  });
});

describe('what is wrong with a template', () => {
  it.each<[string, string, string, string]>([
    // body | trouble | written | what was probably meant
    ['{{MONTAN}}', 'unknown-placeholder', '{{MONTAN}}', '{{MONTANT}}'],
    ['{{?PENALITE}}', 'unknown-placeholder', '{{?PENALITE}}', '{{?PÉNALITÉS}}'],
    ['{{prix du pain}}', 'unknown-placeholder', '{{prix du pain}}', ''],
    ['{{}}', 'unknown-placeholder', '{{}}', ''],
    ['{{PLUSIEURS}}', 'unknown-placeholder', '{{PLUSIEURS}}', '{{PLUSIEURS}}'],
    ['{{MONTANT', 'unclosed-tag', '{{MONTANT', ''],
    ['MONTANT}} à payer', 'unclosed-tag', 'MONTANT}}', ''],
    ['{{#si PÉNALITÉS}}x', 'unclosed-condition', '{{#si PÉNALITÉS}}', '{{#si PÉNALITÉS}}'],
    ['{{#if nothing known}}x{{/if}}', 'unknown-placeholder', '{{#if nothing known}}', ''],
    ['x{{/si}}', 'unopened-condition', '{{/si}}', ''],
    ['[N° FACTURE]', 'other-brackets', '[N° FACTURE]', '{{N° FACTURE}}'],
    ['{Montant}', 'other-brackets', '{Montant}', '{{MONTANT}}'],
  ])('%s: %s', (body, trouble, written, instead) => {
    expect(templateBreak(template(body), [], 'fr')).toMatchObject({ about: written, why: trouble, where: 'Modèles E4' });
    if (trouble !== 'unclosed-condition' && body !== '{{PLUSIEURS}}')
      expect(templateBreak(template(body), [], 'fr')?.instead).toBe(instead);
  });

  it('a table has no place in a subject', () => {
    expect(templateBreak(template('Bonjour', 'Vos factures {{TABLEAU}}'), [], 'en')).toMatchObject({
      why: 'table-in-subject',
      where: 'Modèles D4',
    });
  });

  it('other words in brackets are words', () => {
    expect(parseTemplate('[merci] {voir note} (MONTANT)', 'body').troubles).toEqual([]);
  });

  it('any text is read, and no tag is lost: what cannot be said is a trouble', () => {
    const bits = fc.constantFrom('{{', '}}', '{', '}', '#si ', '/si', '?', 'MONTANT', 'x', '\n', ' ', '[', ']', 'PÉNALITÉS');
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
        const body = parts.join('');
        const broken = template(body);
        const { text, subject, html, gaps: missing } = compose({ ...INPUT, ...FIRM, template: broken });
        if (templateBreak(broken, missing, 'fr') === null) expect(text + subject + html).not.toMatch(/\{\{|\}\}/);
      }),
      { numRuns: tries(800) },
    );
  });
});

describe('a message in the user’s own words', () => {
  it('keeps our subject where the template has none', () => {
    expect(compose({ ...INPUT, template: template('Bonjour') }).subject).toBe(compose(INPUT).subject);
    expect(compose({ ...INPUT, template: template('Bonjour', 'Facture {{N° FACTURE}}') }).subject).toBe('Facture F2025-0041');
  });

  it('names what the customer must not miss even when the template forgot it, before the signature', () => {
    const text = said('Bonjour,\n\nMerci de régler {{MONTANT}}.\n\nCordialement,\n\n{{Signature}}', {
      lines: [B, SOON],
      alsoOpen: [C],
      credits: [{ number: 'AV-7', minor: 20000, currency: 'EUR' }],
    });
    expect(text).toMatch(/^Bonjour,\n\nMerci de régler 3 200,00 €\.\n\nUne autre facture arrive à échéance/);
    for (const one of ['F2025-0063', 'F2025-0057', 'AV-7']) expect(text.split(one)).toHaveLength(2);
    expect(text).toMatch(/ci-dessus\.\n\nCordialement,\n\nClaire Morel\nComptabilité$/);
  });

  it('does not say twice what the template says', () => {
    const text = said('{{MONTANT}}\n\n{{AUTRES FACTURES}}\n\n{{AVOIRS}}', {
      alsoOpen: [C],
      credits: [{ number: 'AV-7', minor: 20000, currency: 'EUR' }],
    });
    expect([text.split('F2025-0057').length, text.split('AV-7').length]).toEqual([2, 2]);
  });

  it('links to the payment page and to the copy, where they are addresses', () => {
    const change = { paymentLink: 'https://pay.example/', lines: [{ ...B, document: 'https://copies.example/F41.pdf' }] };
    const { html } = compose({ ...INPUT, ...change, template: template('{{Lien de paiement}}\n{{Copie facture}}') });
    expect(html.match(/<a href="[^"]+"/g)).toEqual(['<a href="https://pay.example/"', '<a href="https://copies.example/F41.pdf"']);
    expect(compose({ ...INPUT, lines: [{ ...B, document: 'F41.pdf' }] }).text).toContain('F41.pdf');
    expect(compose({ ...INPUT, lines: [{ ...B, document: 'javascript:alert(1)' }] }).html).not.toContain('<a href');
    for (const path of ['C:\\Factures\\F41.pdf', '\\\\serveur\\F41.pdf', 'file:///home/x/F41.pdf', '/home/x/F41.pdf'])
      expect(compose({ ...INPUT, lines: [{ ...B, document: path }] }).text).not.toContain('F41.pdf');
  });

  it('what the sheet says is never a tag, never markup, never a header', () => {
    const hostile = fc.constantFrom(
      '{{MONTANT}}',
      '{{#si X}}',
      '<script>alert(1)</script>',
      'A\r\nBcc: x@y.z',
      '=1+1',
      '{{',
      '}}',
      '\u202eX',
      '"><img>',
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (customer, contact, number) => {
        const body = 'Bonjour {{Prénom Nom}},\n\n{{CLIENT}} {{N° FACTURE}} {{MONTANT}}\n\n{{TABLEAU}}\n\n{{Signature}}';
        const {
          subject,
          text,
          html,
          gaps: missing,
        } = compose({
          ...INPUT,
          customer,
          contact,
          lines: [{ ...B, number }, C],
          template: template(body, '{{CLIENT}} {{N° FACTURE}}'),
        });
        expect(missing).toEqual([]);
        expect(html).not.toMatch(/<script|<img/);
        expect(subject).not.toMatch(/[\r\n]/);
        expect(text.split('4\u202f180,00').length).toBe(2);
        const eml = toEml({ keys: ['k'], id: 'i', customer, to: INPUT.to, subject, text, html, language: 'fr' });
        expect(eml.split('\r\n\r\n')[0]).not.toMatch(/\r\nBcc:/i);
      }),
    );
  });
});

describe('which template is said', () => {
  const line = (name: string, language: 'fr' | 'en' | null, profile: Template['profile'], row: number): Template => ({
    ...template('x'),
    name,
    language,
    profile,
    place: { sheet: 'Modèles', row, subject: 'D', body: 'E' },
  });
  const TAB = [
    line('reminder', null, null, 2),
    line('reminder', 'en', null, 3),
    line('reminder', 'fr', 'bad', 4),
    line('visite', 'fr', null, 5),
  ];
  it.each<[string[], 'fr' | 'en', Template['profile'] & string, number | null]>([
    // names | language | profile | row
    [['reminder'], 'fr', 'unknown', 2],
    [['reminder'], 'fr', 'bad', 4],
    [['reminder'], 'en', 'bad', 3],
    [['visite'], 'fr', 'good', 5],
    [['visite'], 'en', 'good', null],
    [['call'], 'fr', 'good', null],
  ])('%j in %s for a %s payer: row %s', (names, language, profile, row) => {
    expect(chosenTemplate(TAB, { names, language, ownLanguage: 'fr', profile })?.place.row ?? null).toBe(row);
  });
});

describe('the texts a made tab begins with', () => {
  for (const language of ['fr', 'en'] as const)
    it.each(STARTER_STAGES)(`%s (${language}) says something for any invoices, with nothing missing`, (stage) => {
      const starter = starterTemplate(stage, language);
      if (starter === null) throw new Error(stage);
      const own = template(starter.body, starter.subject);
      const bare = { iban: '', bic: '', signature: '', company: '', contact: '' };
      for (const profile of PAYER_PROFILES)
        for (const consumer of [false, true])
          for (const lines of [[B], [B, C], [{ ...B, currency: 'USD', fee: null, interestMinor: null }]])
            for (const change of [{}, bare]) {
              const {
                text,
                subject,
                gaps: missing,
              } = compose({ ...INPUT, ...FIRM, language, profile, consumer, lines, ...change, template: own });
              expect([templateBreak(own, missing, language), missing]).toEqual([null, []]);
              expect(text + subject).not.toMatch(/[{}]| {2}|\n{3}| ,|\.\./);
            }
    });
});

describe('how a customer usually pays', () => {
  it('changes warmth and firmness, never a figure, a date or a number', () => {
    const facts = (text: string) => plain(text).match(/\d+(?:[ ,./-]\d+)*/g);
    for (const language of ['fr', 'en'] as const)
      for (const tone of TONES)
        for (const stage of ['reminder', 'reminder-2', 'reminder-3', 'formal-notice'])
          for (const lines of [[B], [B, C], [SOON]])
            for (const deadline of [null, day('2025-09-25')]) {
              const texts = PAYER_PROFILES.map((profile) =>
                compose({ ...INPUT, language, tone, stage, lines, deadline, showPenalties: true, profile }),
              );
              const [good, unknown, bad] = texts.map(({ text }) => text);
              expect(new Set([good, unknown, bad]).size).toBe(3);
              for (const other of [good, bad]) expect(facts(other as string)).toEqual(facts(unknown as string));
              expect(new Set(texts.map(({ subject }) => subject)).size).toBe(1);
            }
  });
});
