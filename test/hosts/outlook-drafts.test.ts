/**
 * Reminders laid down in Outlook: each message is for one person, is laid down once whatever Outlook answers, and is found again; where Outlook is not
 * to be had, the next best way, and the pane says which and why.
 */
import { describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import type { View } from '../../core/index.ts';
import { composeLink } from '../../office-addin/mail/compose-link.ts';
import { bound, cellsOf, invoices, type Opened, open, sent, settled } from './excel/desk-stories.ts';
import { type MailDouble, type Mood, mailOf } from './excel/mail.ts';

const DRAFTS = 4;
const start = () => open(bound(invoices(14)));
const fine: Mood = { kind: 'fine' };
const refused = (status: number, more: { readonly retryAfter?: string; readonly code?: string } = {}): Mood => ({
  kind: 'refuse',
  status,
  ...more,
});

const idsLaid = ({ mail }: Opened): string[] => mail.messages.map(({ internetMessageId }) => internetMessageId);
const states = (view: View): string[] => (view.outbox ?? []).map(({ state }) => state);
const journal = ({ app }: Opened): unknown[][] => cellsOf(app.book, 'Journal des relances');
const events = (opened: Opened): unknown[] =>
  journal(opened)
    .slice(1)
    .map(([, , event]) => event);

describe('a reminder in Outlook', () => {
  it('is a draft from MIME to exactly its customer, answers to its key and carries no other address', async () => {
    const opened = start();
    const { drafted } = await sent(opened.desk, 'prepare');
    expect(opened.mail.asked).toEqual(new Array(DRAFTS).fill('POST /v1.0/me/messages'));
    for (const [i, { mime, internetMessageId }] of opened.mail.messages.entries()) {
      const message = await PostalMime.parse(mime);
      const { id, customer } = drafted[i] as (typeof drafted)[number];
      expect([message.to, message.cc, message.bcc]).toEqual([
        [{ address: `compta@${customer.toLowerCase().replace(' ', '')}.example`, name: '' }],
        undefined,
        undefined,
      ]);
      expect(internetMessageId).toBe(`<relance.${id}@atelier.example>`);
      expect(message.headers.some(({ key }) => key === 'x-unsent')).toBe(false);
      expect(message.text).toContain('Bonjour');
    }
  });

  it.each<[string, Mood[], { laid: number; waits: number[]; why?: string }]>([
    ['a token that has expired: renewed once', [refused(401)], { laid: DRAFTS, waits: [] }],
    ['a token refused twice: nothing is laid', [refused(401), refused(401)], { laid: 0, waits: [], why: 'mail-refused' }],
    ['no permission', [refused(403, { code: 'ErrorAccessDenied' })], { laid: 0, waits: [], why: 'mail-refused' }],
    ['a message refused', [fine, refused(400)], { laid: 1, waits: [], why: 'mail-refused' }],
    ['too many requests: waits as long as told', [refused(429, { retryAfter: '7' })], { laid: DRAFTS, waits: [7_000] }],
    ['busy, with a time to come back', [fine, refused(503, { retryAfter: '3' })], { laid: DRAFTS, waits: [3_000] }],
    ['too many requests without a time', [refused(429), refused(429)], { laid: DRAFTS, waits: [2_000, 4_000] }],
    ['too many, and for an hour', [fine, refused(429, { retryAfter: '3600' })], { laid: 1, waits: [], why: 'mail-quota' }],
    [
      'too many, again and again',
      new Array<Mood>(4).fill(refused(429, { retryAfter: '1' })),
      { laid: 0, waits: [1_000, 1_000, 1_000], why: 'mail-quota' },
    ],
  ])('%s', async (_what, moods, { laid, waits, why }) => {
    const opened = start();
    opened.mail.moods.push(...moods);
    const view = await sent(opened.desk, 'prepare');
    expect([opened.mail.messages.length, opened.mail.waits]).toEqual([laid, waits]);
    expect(view.drafted).toHaveLength(laid);
    expect([...new Set((view.notPrepared ?? []).map((one) => one.why))]).toEqual(why === undefined ? [] : [why]);
    // What was surely not laid is prepared by the next click, and nothing twice.
    const again = await sent(opened.desk, 'prepare');
    expect(again.drafted).toHaveLength(DRAFTS - laid);
    expect(new Set(idsLaid(opened)).size).toBe(DRAFTS);
    expect(idsLaid(opened)).toHaveLength(DRAFTS);
  });

  it.each<[string, Mood, 'laid' | 'not laid']>([
    ['the network lost before the message arrived', { kind: 'lost', done: false }, 'not laid'],
    ['the network lost before the answer arrived', { kind: 'lost', done: true }, 'laid'],
    ['Outlook falling over after it laid the message', { kind: 'fell-over', status: 500 }, 'laid'],
    ['a gateway that gave up', { kind: 'fell-over', status: 504 }, 'laid'],
    ['a gateway that passed nothing on', refused(502), 'not laid'],
  ])('%s: found, or asked about, and never laid twice', async (_what, mood, outcome) => {
    for (let position = 0; position < DRAFTS; position++) {
      const opened = start();
      opened.mail.moods.push(...new Array<Mood>(position).fill(fine), mood);
      const view = await sent(opened.desk, 'prepare');
      if (outcome === 'laid') expect(view.drafted).toHaveLength(DRAFTS);
      else expect(view.notPrepared?.[0]).toMatchObject({ why: 'mail-silent' });
      const again = await sent(opened.desk, 'prepare');
      await sent(opened.desk, 'prepare');
      expect(new Set(idsLaid(opened)).size).toBe(idsLaid(opened).length);
      if (outcome === 'not laid') expect(states(again)).toContain('unknown');
    }
  });

  it('laid down before Excel was lost is adopted by the next command, wherever that was', async () => {
    const { app, desk } = start();
    await desk.ready;
    const from = app.counts().syncs;
    await sent(desk, 'prepare');
    for (let position = 1; position <= app.counts().syncs - from; position++) {
      const opened = start();
      await opened.desk.ready;
      opened.app.failSync(position, 'after');
      await sent(opened.desk, 'prepare').catch(() => undefined);
      const view = await sent(opened.desk, 'refresh');
      const adopted = states(view).filter((state) => state === 'drafted').length;
      expect(adopted).toBe(opened.mail.messages.length);
    }
  });

  it('is cancelled while Outlook makes it wait: what is laid stays, the rest is prepared by another click', async () => {
    const opened = start();
    opened.mail.moods.push(fine, refused(429, { retryAfter: '30' }));
    const { wait } = opened.mail.place;
    Object.assign(opened.mail.place, {
      wait: (milliseconds: number, signal: AbortSignal) => {
        opened.desk.cancel();
        return wait(milliseconds, signal);
      },
    });
    const view = await sent(opened.desk, 'prepare');
    expect([view.drafted.length, view.notPrepared?.length]).toEqual([1, DRAFTS - 1]);
    Object.assign(opened.mail.place, { wait });
    expect((await sent(opened.desk, 'prepare')).drafted).toHaveLength(DRAFTS - 1);
    expect(new Set(idsLaid(opened)).size).toBe(DRAFTS);
  });

  it('announces nothing for a user who does not sign in', async () => {
    const opened = start();
    await sent(opened.desk, 'open');
    opened.mail.signsIn = false;
    await expect(sent(opened.desk, 'prepare')).rejects.toMatchObject({ advice: expect.stringContaining('connectez-vous') });
    expect(opened.app.book.sheets).toHaveLength(1);
    opened.mail.signsIn = true;
    expect((await sent(opened.desk, 'prepare')).drafted).toHaveLength(DRAFTS);
  });
});

describe('what became of a draft', () => {
  const later = async (change: (mail: MailDouble) => void): Promise<{ opened: Opened; view: View }> => {
    const before = start();
    await sent(before.desk, 'prepare');
    // Another day, another pane over the same workbook.
    const opened = before.reopened();
    change(opened.mail);
    return { opened, view: await sent(opened.desk, 'refresh') };
  };

  it.each<[string, (mail: MailDouble) => void, { readonly waiting: readonly string[]; readonly last: string }]>([
    ['still in Drafts', () => undefined, { waiting: ['drafted'], last: 'drafted' }],
    [
      'sent',
      ({ messages }) => {
        for (const message of messages) message.isDraft = false;
      },
      { waiting: [], last: 'sent' },
    ],
    ['deleted for good', ({ messages }) => void messages.splice(0), { waiting: ['presumed-sent'], last: 'presumed-sent' }],
    [
      'in a colleague’s mailbox',
      (mail) => {
        mail.user = 'paul@atelier.example';
        mail.messages.splice(0);
      },
      { waiting: ['drafted'], last: 'drafted' },
    ],
    [
      'asked of a user who is signed out',
      (mail) => {
        mail.signsIn = false;
      },
      { waiting: ['drafted'], last: 'drafted' },
    ],
    [
      'asked of an Outlook that does not answer',
      ({ moods }) => void moods.push(...new Array<Mood>(40).fill(refused(500))),
      { waiting: ['drafted'], last: 'drafted' },
    ],
  ])('%s', async (_what, change, { waiting, last }) => {
    const { opened, view } = await later(change);
    expect([[...new Set(states(view))], events(opened).at(-1)]).toEqual([waiting, last]);
  });

  it('opens in Outlook on the web', async () => {
    const opened = start();
    const { drafted } = await sent(opened.desk, 'prepare');
    opened.desk.hooks.download(drafted[1]?.id ?? '');
    await settled();
    expect(opened.mail.opened).toEqual(['https://outlook.office365.com/owa/?ItemID=AAM1']);
  });
});

describe('without Outlook', () => {
  const without = (mail = mailOf(), clientId: string | null = null) => open(bound(invoices(14)), { mail, clientId });

  it.each([
    ['link', mailOf(), 'Outlook sur le web'],
    ['file', mailOf({ open: false }), '.eml'],
    ['copy', mailOf({ open: false, save: false }), 'copiée'],
  ] as const)('reminders go by %s, and the pane says so and why', async (way, mail, word) => {
    const opened = without(mail);
    await sent(opened.desk, 'open');
    const status = opened.desk.mail();
    expect([status.way, status.title.includes(word), status.why]).toEqual([
      way,
      true,
      'Aucune application n’est inscrite pour les brouillons dans Outlook.',
    ]);
    const { drafted } = await sent(opened.desk, 'prepare');
    expect([drafted.length, mail.asked, mail.opened, mail.saved]).toEqual([DRAFTS, [], [], []]);
    opened.desk.hooks.download(drafted[0]?.id ?? '');
    await settled();
    expect([mail.opened.length, mail.saved.length, mail.copied.length]).toEqual([
      way === 'link' ? 1 : 0,
      way === 'file' ? 1 : 0,
      way === 'copy' ? 1 : 0,
    ]);
    if (way === 'file')
      expect((await PostalMime.parse(mail.saved[0]?.text ?? '')).headers).toContainEqual(
        expect.objectContaining({ key: 'x-unsent', value: '1' }),
      );
    if (way === 'link') expect(new URL(mail.opened[0] ?? '').searchParams.get('to')).toMatch(/^compta@client\d\.example$/);
  });

  it('an Excel that cannot sign in says that; the user’s own id wins and is kept with the workbook', async () => {
    const mail = mailOf();
    mail.canSignIn = false;
    const opened = without(mail, 'client');
    await sent(opened.desk, 'open');
    expect(opened.desk.mail().why).toContain('Cette version d’Excel');
    mail.canSignIn = true;
    opened.desk.clientId.set('another');
    await opened.desk.idle();
    await settled();
    const later = opened.reopened();
    await later.desk.ready;
    expect([later.desk.clientId.get(), later.desk.mail().way, later.desk.mail().advice]).toEqual(['another', 'outlook', null]);
  });

  it('a pane that was closed shows them again, and waits for the user to say what became of them', async () => {
    const opened = without();
    const { drafted } = await sent(opened.desk, 'prepare');
    const later = opened.reopened();
    const view = await sent(later.desk, 'refresh');
    expect(states(view)).toEqual(new Array(DRAFTS).fill('drafted'));
    later.desk.hooks.download(drafted[0]?.id ?? '');
    await settled();
    expect(opened.mail.opened).toHaveLength(1);
    expect((await sent(later.desk, 'prepare')).drafted).toEqual([]);
  });

  it('stopped between the announcement and the draft, it is taken up again', async () => {
    const opened = without();
    await opened.desk.ready;
    opened.app.failSync(3, 'before');
    await sent(opened.desk, 'prepare').catch(() => undefined);
    const view = await sent(opened.desk, 'refresh');
    expect(new Set(states(view))).toEqual(new Set(['drafted']));
  });

  it('a draft nobody kept here is said, not shown', async () => {
    const opened = without();
    opened.desk.hooks.download('unknown');
    await settled();
    expect(opened.remarks.map(({ message }) => message)).toEqual(['This draft cannot be opened from here.']);
  });
});

describe('a message as a link', () => {
  it.each([
    ['spaces and accents', 'Rappel : échue & due', 'Bonjour,\nà régler + 40 €'],
    ['what would be another address', 'x&cc=other@x.example', 'text'],
  ])('keeps %s as they are', (_what, subject, text) => {
    const link = new URL(composeLink({ to: 'a@b.example', subject, text }) ?? '');
    expect([...link.searchParams]).toEqual([
      ['to', 'a@b.example'],
      ['subject', subject],
      ['body', text],
    ]);
    expect(link.href).not.toContain('+');
  });

  it('is none when it would be too long for a browser', () => {
    expect(composeLink({ to: 'a@b.example', subject: 's', text: 'é'.repeat(400) })).toBeNull();
  });
});
