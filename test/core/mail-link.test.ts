// A reminder as a link, for whoever writes mail in a browser.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MailWay, mailLink } from '../../core/index.ts';

const WAYS: readonly MailWay[] = ['gmail', 'outlook', 'mailto'];
const MESSAGE = { to: 'compta@dupont.example', subject: 'Rappel\u00a0: FA-1 & FA-2', text: 'Bonjour,\nReste dû\u00a0: 40 € + 1 %' };

describe('a message as a link', () => {
  it.each([
    ['gmail', 'https://mail.google.com/mail/', { to: MESSAGE.to, su: MESSAGE.subject, body: MESSAGE.text.replace('\n', '\r\n') }],
    ['outlook', 'https://outlook.office.com/mail/deeplink/compose', { to: MESSAGE.to, subject: MESSAGE.subject, body: MESSAGE.text }],
    ['mailto', `mailto:${MESSAGE.to}`, { subject: MESSAGE.subject, body: MESSAGE.text.replace('\n', '\r\n') }],
  ] as const)('%s', (way, place, said) => {
    const { url, isWhole } = mailLink(MESSAGE, way);
    expect(isWhole).toBe(true);
    expect(url.startsWith(place)).toBe(true);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject(said);
  });

  it.each(WAYS)('%s: too long, it goes without its text rather than with half of it', (way) => {
    const { url, isWhole } = mailLink({ ...MESSAGE, text: 'é'.repeat(2000) }, way);
    expect([isWhole, url.includes('body=')]).toEqual([false, false]);
    expect(new URL(url).searchParams.get(way === 'gmail' ? 'su' : 'subject')).toBe(MESSAGE.subject);
  });

  it.each(WAYS)('%s: no words of a sheet can add an address or a field, or stop it', (way) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), (subject, text) => {
        const names = [...new URL(mailLink({ to: 'a@b.example', subject, text }, way).url).searchParams.keys()];
        expect(names.filter((name) => !['view', 'fs', 'to', 'su', 'subject', 'body'].includes(name))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
    expect(mailLink({ to: 'a@b.example', subject: '\ud800', text: 'x\udc00😀' }, way).url).toContain('%EF%BF%BD');
  });
});
