import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { AddressError, asBase64, asRaw, toEml } from '../../core/messages/mime.ts';
import { oneLine } from '../../core/messages/sheet-text.ts';
import type { Draft } from '../../core/workbook.ts';
import { tries } from '../thorough.ts';

const DRAFT: Draft = {
  keys: ['0011223344556677', '8899aabbccddeeff'],
  id: 'abcdef0123456789',
  customer: 'Client B',
  to: 'compta@client-b.fr',
  subject: 'Rappel\u00a0: facture F2025-0041 de 3\u202f200,00\u00a0€, échue le 12 septembre 2025 (5 jours de retard)',
  text: 'Bonjour,\n\nLa facture échue… 3\u202f200,00\u00a0€ = dû.\n.\nFrom here\n\nCordialement,\nClaire \n',
  html: '<!DOCTYPE html>\n<html lang="fr"><body><p style="color:#000">Échue – 3\u202f200,00\u00a0€</p></body></html>\n',
  language: 'fr',
};

const lines = (eml: string) => eml.split('\r\n');
const headLines = (eml: string) => lines(eml.slice(0, eml.indexOf('\r\n\r\n')));
const spaced = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

async function check(draft: Draft) {
  const eml = toEml(draft);
  expect(eml).toMatch(/^[\x20-\x7e\r\n]*$/);
  expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of lines(eml)) expect(line.length).toBeLessThanOrEqual(76);
  for (const line of headLines(eml))
    expect(line).toMatch(/^(X-Unsent|To|Subject|X-Relance-Key|MIME-Version|Content-Language|Content-Type): | =\?UTF-8\?B\?/);
  const read = await PostalMime.parse(eml);
  expect(read.to?.map((one) => one.address)).toEqual([draft.to]);
  expect(read.cc ?? read.bcc ?? read.from ?? read.date).toBeUndefined();
  expect(read.subject ?? '').toBe(oneLine(draft.subject));
  expect(read.attachments).toEqual([]);
  expect(read.headers.filter((one) => one.key === 'x-relance-key')).toHaveLength(draft.keys.length);
  return read;
}

describe('a reminder as an unsent draft', () => {
  it('reads back whole: one recipient, subject, both bodies, the keys', async () => {
    const read = await check(DRAFT);
    expect(read.subject).toBe(DRAFT.subject);
    expect(spaced(read.text)).toBe(spaced(DRAFT.text));
    expect(spaced(read.html)).toBe(spaced(DRAFT.html));
    expect(read.headers.filter((one) => one.key === 'x-relance-key').map((one) => one.value)).toEqual(DRAFT.keys);
    const head = headLines(toEml(DRAFT)).join('\n');
    expect(head).toContain('X-Unsent: 1');
    expect(head).toContain('To: compta@client-b.fr');
    expect(head).not.toMatch(/^(From|Date|Cc|Bcc|Sender|Message-ID):/im);
    expect(head).toMatch(/Content-Type: multipart\/alternative; boundary="=_relance_[0-9a-f]{16}"/);
  });

  it('writes the same bytes for the same draft', () => {
    expect(toEml(DRAFT)).toBe(toEml({ ...DRAFT }));
  });

  it.each([
    ['2025-09-17T09:05:00+02:00', 'Date: Wed, 17 Sep 2025 09:05:00 +0200'],
    ['2025-09-17T09:05:00.123Z', 'Date: Wed, 17 Sep 2025 09:05:00 +0000'],
  ])('dates it only when asked: %s', (date, header) => {
    expect(headLines(toEml(DRAFT, { date }))).toContain(header);
  });

  it('leaves out a date it cannot read', () => {
    expect(toEml(DRAFT, { date: 'x\r\nBcc: a@b.fr' })).toBe(toEml(DRAFT));
  });

  it('keeps an address of another script', async () => {
    const eml = toEml({ ...DRAFT, to: 'jean@société.fr' });
    expect(eml).toContain('\r\nTo: jean@société.fr\r\n');
    expect((await PostalMime.parse(eml)).to?.[0]?.address).toBe('jean@société.fr');
  });

  it.each([
    ['', 'none'],
    ['a@b.fr, c@d.fr', 'several'],
    ['a@b.fr\r\nBcc: c@d.fr', 'line-break'],
    ['a@b.fr\0', 'invalid'],
    ['nobody', 'invalid'],
  ])('builds nothing for %j', (to, trouble) => {
    expect(() => toEml({ ...DRAFT, to })).toThrow(AddressError);
    try {
      toEml({ ...DRAFT, to });
    } catch (error) {
      expect((error as AddressError).trouble).toBe(trouble);
    }
  });

  it('takes the bare address out of a name', () => {
    expect(toEml({ ...DRAFT, to: 'Dupont, Jean <jean@dupont.fr>' })).toContain('\r\nTo: jean@dupont.fr\r\n');
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\r',
          '\0',
          '\u2028',
          '\u2029',
          '\u0085',
          'Bcc: x@y.fr',
          '=?UTF-8?B?eA==?=',
          'é',
          '😀',
          ' ',
          'From ',
          '.',
          '--',
          '=_relance_',
          'mot',
          '\ud83d',
          '\t',
          '=',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  it('no text of the sheet becomes a header, a recipient or a part', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, other) => {
        const read = await check({
          ...DRAFT,
          subject: one,
          keys: [other === '' ? 'k' : `k${other}`],
          text: other,
          html: `<p>x${one}</p>`,
          customer: one,
        });
        const whole = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');
        expect(spaced(read.text).replaceAll('\0', '')).toBe(spaced(whole(other)).replaceAll('\0', ''));
        expect(spaced(read.html)).toBe(spaced(whole(`<p>x${one}</p>`)));
      }),
      { numRuns: tries(300) },
    );
  });
});

describe('a draft for a mailbox', () => {
  const mailing = { messageId: 'relance.a1@atelier.example', inReplyTo: 'relance.b2@atelier.example' };

  it('says what it is called, which draft it is and what it follows, and nothing of being unsent', () => {
    const head = headLines(toEml(DRAFT, { mailing }));
    expect(head.slice(0, 4)).toEqual([
      'Message-ID: <relance.a1@atelier.example>',
      `X-Relance-Draft: ${DRAFT.id}`,
      'In-Reply-To: <relance.b2@atelier.example>',
      'References: <relance.b2@atelier.example>',
    ]);
    expect(head).not.toContain('X-Unsent: 1');
    expect(toEml(DRAFT, { mailing: { ...mailing, inReplyTo: null } })).not.toMatch(/^(?:In-Reply-To|References):/m);
  });

  it('takes no header in the place of an id', () => {
    for (const messageId of ['a@b.example>\r\nBcc: <eve@c.example', 'a b@c.example', 'none', ''])
      expect(() => toEml(DRAFT, { mailing: { ...mailing, messageId } })).toThrow(RangeError);
  });

  it('travels as base64 with letters for addresses, and comes back the same', () => {
    const eml = toEml(DRAFT, { mailing });
    expect(asRaw(eml)).toMatch(/^[\w-]+={0,2}$/);
    expect(Buffer.from(asRaw(eml), 'base64url').toString()).toBe(eml);
  });

  it.each(['jean@société.example', 'paweł@firma.example', 'josé.muñoz@空港.example', 'δ@δοκιμή.example'])(
    'never reaches another address: %s',
    async (to) => {
      const eml = toEml({ ...DRAFT, to }, { mailing });
      for (const travelled of [Buffer.from(asRaw(eml), 'base64url'), Buffer.from(asBase64(eml), 'base64')])
        expect((await PostalMime.parse(travelled)).to?.map(({ address }) => address)).toEqual([to]);
    },
  );
});
