/**
 * The built script as Google runs it: in a bare V8 context, a new one for every click, over services that behave as Google documents them. A whole
 * story from opening to what became of the reminders, in two languages and with three clocks that disagree.
 */
import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../appsscript/server/wire.ts';
import { type Cell, type Command, dayFromIso, perform, type Snapshot } from '../../core/index.ts';
import { IS_THOROUGH } from '../thorough.ts';
import { plain } from './contract.ts';
import { MemoryHost } from './memory.ts';
import { builtScript, Clicks, SHEET } from './sheets/built-script.ts';
import { Account, bookOf, cellsOf, type Mailbox } from './sheets/index.ts';
import { STORIES } from './stories.ts';

const script = builtScript();

const PANEL = { options: { panel: {} } } as const;
/** A ladder that goes on in writing. */
const WRITTEN = { options: { cadence: 'classic' } } as const;
const DAY = '2026-03-16';

const clicksOn = (snapshot: Snapshot, more: ConstructorParameters<typeof Clicks>[2] & { timeZone?: string; locale?: string } = {}) =>
  new Clicks(script(), bookOf(snapshot, more), more);
const cells = (clicks: Clicks, sheet = 'Factures'): (string | number | boolean | null)[][] => plain(cellsOf(clicks.book.sheet(sheet)));
const journal = (clicks: Clicks): Cell[][] => cellsOf(clicks.book.sheet('Journal des relances')).slice(1);
const EVENT = 2;
const events = (clicks: Clicks): Cell[] => journal(clicks).map((row) => row[EVENT] as Cell);
const head = (clicks: Clicks, n: number, name: string): string | undefined =>
  clicks.account.mailbox?.made[n]?.headers.find((header) => header.name === name)?.value;

describe('the menu', () => {
  it.each([
    ['fr', ['Ouvrir', 'Actualiser', 'Préparer les relances', 'Réglages', 'Aide']],
    ['en_GB', ['Open', 'Refresh', 'Prepare reminders', 'Settings', 'Help']],
    ['de', ['Open', 'Refresh', 'Prepare reminders', 'Settings', 'Help']],
  ])('on a %s account, at opening and at installation', (locale, captions) => {
    const clicks = clicksOn(SHEET, { account: new Account(locale) });
    for (const event of ['onOpen', 'onInstall']) {
      const { menus } = clicks.call(event);
      expect(menus.map(({ name, items }) => [name, items.map(({ caption }) => caption)])).toEqual([['Relance', captions]]);
    }
  });

  it('opens before any right was given: only the menu itself is asked for', () => {
    const { byName } = clicksOn(SHEET).call('onOpen').counts;
    expect(Object.keys(byName).filter((name) => !/Ui|Menu|Session/.test(name))).toEqual([]);
  });

  it('every entry but Refresh opens the panel at its screen, Refresh says what it did', () => {
    const clicks = clicksOn(SHEET);
    const pages = { sidebar: '<html><body data-start=""><main></main></body></html>' };
    const { menus } = clicks.call('onOpen');
    const seen = menus[0]?.items.map(({ functionName }) => {
      const { shown, said } = clicks.call(functionName, { pages });
      return shown.length > 0 ? shown.map(({ title, content }) => `${title} ${/data-start="(\w*)"/.exec(content)?.[1]}`) : said;
    });
    expect(seen).toEqual([['Relance today'], ['La feuille est à jour.'], ['Relance prepare'], ['Relance settings'], ['Relance help']]);
  });
});

describe('a story', () => {
  const places = [
    { locale: 'fr-FR', account: 'fr' },
    { locale: 'en-US', account: 'en_US' },
  ];
  // Each story in each place in the long run; in every run each in one of them, the places in turn.
  const told = STORIES.flatMap((story, nth) =>
    places.flatMap((place, at) => (IS_THOROUGH || nth % 2 === at ? [{ ...place, story, name: `${story.name}, ${place.locale}` }] : [])),
  );
  it.each(told)('$name: in New York under a script of Paris, the cells are those of any other host', ({ story, locale, account }) => {
    const snapshot = { ...story.snapshot, locale, timeZone: 'America/New_York' };
    const memory = new MemoryHost(snapshot);
    const clicks = clicksOn(snapshot, { timeZone: 'America/New_York', scriptTimeZone: 'Europe/Paris', account: new Account(account) });
    const alike = (command: Omit<Command & { kind: 'open' | 'refresh' | 'prepare' }, 'at'>) => {
      const view = clicks.do(command, story.asOf);
      const wanted = memory.run(perform({ ...command, at: `${story.asOf}T09:00:00` } as Command, dayFromIso(story.asOf) as never));
      expect({ ...view, drafted: view.drafted.map(({ id }) => id) }).toEqual({
        ...JSON.parse(JSON.stringify(wanted)),
        drafted: wanted.drafted.map(({ id }) => id),
      });
      for (const { name } of snapshot.sheets) expect(cells(clicks, name)).toEqual(plain(memory.cells(name)));
    };
    alike({ kind: 'open' });
    alike({ kind: 'refresh' });
    alike({ kind: 'prepare' });
    const drafts = clicks.account.mailbox?.made.length ?? 0;
    expect(drafts).toBe(memory.drafts.size);
    expect(clicks.do({ kind: 'prepare' }, story.asOf).drafted).toEqual([]);
    expect(clicks.account.mailbox?.made).toHaveLength(drafts);
  });

  it('from binding to what became of a reminder, and back', () => {
    const clicks = clicksOn(SHEET);
    const columns = { number: 'A', customer: 'B', email: 'C', amount: 'D', issuedOn: 'E', dueOn: 'F', paidOn: 'G' } as const;
    clicks.do({ kind: 'bind', binding: { sheet: 'Factures', headerRow: 1, columns } }, DAY, PANEL);
    expect(clicks.do({ kind: 'open' }, DAY, PANEL).understood).toMatchObject({ sheet: 'Factures' });
    const { drafted } = clicks.do({ kind: 'prepare' }, DAY, PANEL);
    expect(drafted.map(({ customer }) => customer)).toEqual(['Durand', 'Martin']);
    expect(events(clicks)).toEqual(['intent', 'intent', 'drafted', 'drafted']);
    clicks.do({ kind: 'mark', draft: drafted[0]?.id as string, fate: 'sent' }, DAY, PANEL);
    expect(events(clicks).slice(4)).toEqual(['sent']);
    const undone = clicks.do({ kind: 'undo-last' }, DAY, PANEL);
    expect(events(clicks).slice(5)).toEqual(['undone']);
    expect(undone.outbox?.map(({ customer, state }) => [customer, state])).toContainEqual(['Durand', 'drafted']);
  });

  it('notes who acted: the account, unless Settings name somebody', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'prepare' }, DAY, { options: { by: 'somebody@else.example' } });
    const by = (cellsOf(clicks.book.sheet('Journal des relances'))[0] ?? []).indexOf('par');
    expect(journal(clicks)[0]?.[by]).toBe('marie@atelier.example');
  });

  it('today is the spreadsheet’s, whatever the script’s zone', () => {
    const clicks = [
      ['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
      ['Pacific/Pago_Pago', 'Pacific/Kiritimati'],
    ].map(([timeZone, scriptTimeZone]) => clicksOn(SHEET, { timeZone: timeZone as string, scriptTimeZone: scriptTimeZone as string }));
    const days = clicks.map((one) => {
      const answer = one.click({ kind: 'open' }, null);
      expect(answer.view?.report?.asOf).toBe(answer.today);
      return answer.today;
    });
    // Between the two, it is always another day.
    expect((days[0] as string) > (days[1] as string)).toBe(true);
  });

  it('leaves the user on the sheet they were looking at, though tabs were added', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'prepare' }, DAY);
    expect(clicks.last.activeSheet).toBe('Factures');
    clicks.do({ kind: 'make-tab', tab: 'settings' }, DAY);
    expect([clicks.last.activeSheet, clicks.book.sheets.length]).toEqual(['Factures', 3]);
  });
});

describe('drafts in Gmail', () => {
  it('go to one person, bear the keys of their invoices, and are known again', () => {
    const clicks = clicksOn(SHEET);
    const { drafted } = clicks.do({ kind: 'prepare' }, DAY);
    const box = clicks.account.mailbox as Mailbox;
    expect([head(clicks, 0, 'To'), head(clicks, 1, 'To')]).toEqual(['durand@a.example', 'martin@a.example']);
    expect(head(clicks, 0, 'X-Relance-Draft')).toBe(drafted[0]?.id);
    expect(box.made[0]?.headers.some(({ name }) => /^(?:Cc|Bcc|From|X-Unsent)$/i.test(name))).toBe(false);
    clicks.do({ kind: 'refresh' }, DAY);
    expect(events(clicks)).not.toContain('presumed-sent');
  });

  it('gone from the drafts are presumed sent, and the next reminder follows in their thread', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'prepare' }, DAY, WRITTEN);
    const box = clicks.account.mailbox as Mailbox;
    for (const id of [...box.drafts.keys()]) box.send(id);
    clicks.do({ kind: 'refresh' }, '2026-03-17', WRITTEN);
    expect(events(clicks).filter((event) => event === 'presumed-sent')).toHaveLength(2);
    clicks.do({ kind: 'prepare' }, '2026-04-16', WRITTEN);
    const followUps = box.made.slice(2).filter(({ threadId }) => box.sent.some((sent) => sent.threadId === threadId));
    expect(followUps).toHaveLength(2);
    expect(head(clicks, 2, 'In-Reply-To')).toBe(head(clicks, 0, 'Message-ID'));
    expect(head(clicks, 2, 'References')).toBe(head(clicks, 0, 'Message-ID'));
  });

  it('start a thread of their own where Gmail no longer has the former one', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'prepare' }, DAY, WRITTEN);
    const box = clicks.account.mailbox as Mailbox;
    for (const id of [...box.drafts.keys()]) box.drafts.delete(id);
    clicks.do({ kind: 'refresh' }, '2026-03-17', WRITTEN);
    const { drafted } = clicks.do({ kind: 'prepare' }, '2026-04-16', WRITTEN);
    expect(drafted.length).toBeGreaterThan(0);
    expect(box.drafts.size).toBe(drafted.length);
  });

  it('in a colleague’s mailbox are neither gone nor sent', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'prepare' }, DAY);
    const colleague = new Clicks(script(), clicks.book, { account: new Account('fr', 'paul@atelier.example') });
    colleague.do({ kind: 'refresh' }, '2026-03-17');
    expect(events(clicks)).toEqual(['intent', 'intent', 'drafted', 'drafted']);
    expect(colleague.do({ kind: 'prepare' }, '2026-03-17').drafted).toEqual([]);
  });

  it.each(['api', 'service'] as const)('stop where Gmail takes no more (%s), keep what is made, and go on the next day', (says) => {
    const clicks = clicksOn(SHEET);
    const box = clicks.account.mailbox as Mailbox;
    [box.quota, box.saysOfQuota] = [1, says];
    const { view, remark } = clicks.click({ kind: 'prepare' }, DAY);
    expect(view?.drafted.map(({ customer }) => customer)).toEqual(['Durand']);
    expect(view?.notPrepared).toEqual([expect.objectContaining({ customer: 'Martin', why: 'mail-quota' })]);
    expect(remark?.kind).toBe('quota');
    expect(events(clicks)).toEqual(['intent', 'intent', 'drafted', 'discarded']);
    box.quota = 10;
    expect(clicks.do({ kind: 'prepare' }, '2026-03-17').drafted.map(({ customer }) => customer)).toEqual(['Martin']);
    expect(box.made).toHaveLength(2);
  });

  it('stop when time is short, with what is made kept', () => {
    const clicks = clicksOn(SHEET);
    // Every look at the clock is three minutes later than the last.
    const { view, remark } = clicks.click({ kind: 'prepare' }, DAY, { minutesALook: 3 });
    expect(remark?.kind).toBe('time');
    expect(view?.drafted.length).toBeLessThan(2);
    const rest = clicks.do({ kind: 'prepare' }, DAY).drafted.length;
    expect([(view?.drafted.length ?? 0) + rest, clicks.account.mailbox?.made.length]).toEqual([2, 2]);
  });

  it('that Gmail refuses are said, one by one, and nothing blocks them later', () => {
    const clicks = clicksOn(SHEET);
    const box = clicks.account.mailbox as Mailbox;
    box.refuses = 'Request had insufficient authentication scopes.';
    const { notPrepared } = clicks.do({ kind: 'prepare' }, DAY);
    expect(notPrepared?.map(({ why }) => why)).toEqual(['mail-refused', 'mail-refused']);
    box.refuses = null;
    expect(clicks.do({ kind: 'prepare' }, DAY).drafted).toHaveLength(2);
  });
});

describe('without any right to the mailbox', () => {
  const account = () => new Account('fr', 'marie@atelier.example', null);

  it('reminders open as links, wait in the outbox, and are asked about', () => {
    const clicks = clicksOn(SHEET, { account: account() });
    const { view, links } = clicks.click({ kind: 'prepare' }, DAY, PANEL);
    expect(links?.map(({ id }) => id)).toEqual(view?.drafted.map(({ id }) => id));
    const url = new URL(links?.[0]?.url as string);
    expect([url.origin + url.pathname, url.searchParams.get('view'), url.searchParams.get('to')]).toEqual([
      'https://mail.google.com/mail/',
      'cm',
      'durand@a.example',
    ]);
    expect(url.searchParams.get('body')).toContain('F-1');
    const later = clicks.click({ kind: 'refresh' }, '2026-03-17', PANEL);
    expect(later.links?.map(({ url }) => url)).toEqual(links?.map(({ url }) => url));
    expect(later.view?.outbox?.map(({ state }) => state)).toEqual(['drafted', 'drafted']);
    const marked = clicks.click({ kind: 'mark', draft: view?.drafted[0]?.id as string, fate: 'sent' }, '2026-03-17', PANEL);
    expect(marked.links).toHaveLength(1);
    expect([...clicks.account.properties.keys()].filter((key) => key.includes('link'))).toHaveLength(1);
  });

  it('a text too long for a link stays out of it, whole, to be pasted', () => {
    const many: Cell[][] = Array.from({ length: 160 }, (_, i) => [
      `FACTURE-2026-${i}`,
      'Durand',
      'durand@a.example',
      100 + i,
      { date: '2026-01-10' },
      { date: '2026-02-10' },
      null,
    ]);
    const [sheet] = SHEET.sheets;
    const snapshot = { ...SHEET, sheets: [{ name: 'Factures', cells: [...(sheet?.cells.slice(0, 1) ?? []), ...many] }] };
    const { links } = clicksOn(snapshot, { account: account() }).click({ kind: 'prepare' }, DAY, PANEL);
    const [link] = links ?? [];
    expect(link).toMatchObject({ isShortened: true });
    expect(link?.url).not.toContain('body=');
    expect(link?.text).toContain('FACTURE-2026-159');
  });
});

describe('taking back a refresh', () => {
  it('leaves the sheet as it was, but for what somebody typed since', () => {
    const clicks = clicksOn(SHEET);
    const before = cells(clicks);
    const { written } = clicks.do({ kind: 'refresh' }, DAY, PANEL);
    const after = cells(clicks);
    expect(after[0]?.slice(7)).toContain('Statut');
    const status = (after[0] ?? []).indexOf('Statut');
    clicks.book.sheet('Factures').put(3, status + 1, { value: 'voir Paul', formula: null, format: null });
    const view = clicks.do({ kind: 'put-back', written: written as never }, DAY, PANEL);
    expect(view.left.map(({ row, why }) => [row, why])).toEqual([[3, 'words']]);
    expect(cells(clicks)).toEqual(
      before.map((row, r) => (r === 2 ? Object.assign(Array(status + 1).fill(null), row, { [status]: 'voir Paul' }) : row)),
    );
  });

  it('finds the rows after a sort, and puts true dates back as dates', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'refresh' }, DAY, PANEL);
    const first = cells(clicks);
    const { written } = clicks.do({ kind: 'refresh' }, '2026-03-25', PANEL);
    const { rows } = clicks.book.sheet('Factures');
    rows.splice(1, 3, ...rows.slice(1, 4).reverse());
    clicks.do({ kind: 'put-back', written: written as never }, '2026-03-25', PANEL);
    expect(cells(clicks)).toEqual([first[0], ...first.slice(1).reverse()]);
  });

  it('touches no column but our own, whatever it is asked', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'refresh' }, DAY, PANEL);
    const before = cells(clicks);
    const { written } = clicks.do({ kind: 'refresh' }, '2026-03-25', PANEL);
    const after = cells(clicks);
    const columns = [{ column: 'D', header: 'Montant TTC', look: 'count' as const, rows: [0], before: [1], after: [1850] }];
    clicks.do({ kind: 'put-back', written: { sheet: 'Factures', keys: written?.keys ?? [], columns } }, DAY, PANEL);
    expect(cells(clicks)).toEqual(after);
    expect(after).not.toEqual(before);
  });
});

describe('what is kept for the user', () => {
  it('the language, and the day of the visit before this one', () => {
    const clicks = clicksOn(SHEET);
    const about = (ask: object) => {
      const answer = clicks.ask({ kind: 'about', about: true, ...ask });
      return answer.ok ? answer.about : null;
    };
    expect(about({ keep: { lastVisit: '2026-03-16', language: 'en' } })).toEqual({
      language: null,
      accountLanguage: 'fr',
      lastVisit: null,
      daily: { on: false, hour: 6 },
      account: 'marie@atelier.example',
      mail: 'drafts',
      digest: null,
    });
    expect(about({ keep: { lastVisit: '2026-03-17' } })).toMatchObject({ language: 'en', lastVisit: '2026-03-16' });
    expect(about({ keep: { language: null } })).toMatchObject({ language: 'en', lastVisit: '2026-03-17' });
    expect(about({})).toMatchObject({ language: null });
  });

  it('a cell is shown; one that is gone is said', () => {
    const clicks = clicksOn(SHEET);
    expect(clicks.ask({ kind: 'select', sheet: 'Factures', row: 2, column: 'D' }).ok).toBe(true);
    expect(clicks.last.selected).toBe('Factures!D2');
    clicks.ask({ kind: 'select', sheet: 'Factures', row: 3, column: null });
    expect(clicks.last.selected).toBe('Factures!A3:G3');
    for (const gone of [
      { sheet: 'Nulle part', row: 1, column: 'A' },
      { sheet: 'Factures', row: 9999, column: 'A' },
      { sheet: 'Factures', row: 1, column: 'ZZZ' },
    ])
      expect(clicks.ask({ kind: 'select', ...gone })).toMatchObject({ ok: false, kind: 'failed' });
  });
});

describe('the refresh of the morning', () => {
  it('is one trigger however often it is turned on, and none once it is off', () => {
    const clicks = clicksOn(SHEET, { timeZone: 'America/New_York' });
    clicks.account.triggers.push({ id: 'other', handler: 'somethingElse', everyDays: 1, atHour: 1, timeZone: null });
    for (let times = 0; times < 2; times++) {
      const answer = clicks.ask({ kind: 'daily', on: true, about: true });
      expect(answer).toMatchObject({ ok: true, about: { daily: { on: true, hour: 6 } } });
    }
    expect(clicks.account.triggers.map(({ handler, everyDays, atHour, timeZone }) => [handler, everyDays, atHour, timeZone])).toEqual([
      ['somethingElse', 1, 1, null],
      ['dailyRefresh', 1, 6, 'America/New_York'],
    ]);
    expect(clicks.ask({ kind: 'daily', on: false, about: true })).toMatchObject({ about: { daily: { on: false } } });
    expect(clicks.account.triggers.map(({ handler }) => handler)).toEqual(['somethingElse']);
  });

  it('refreshes, tells the user once, and writes to nobody else', () => {
    const clicks = clicksOn(SHEET);
    for (let morning = 0; morning < 2; morning++) clicks.call('dailyRefresh');
    expect(cells(clicks)[0]).toContain('Statut');
    const box = clicks.account.mailbox as Mailbox;
    expect([...box.drafts.values()].map(({ headers }) => headers.find(({ name }) => name === 'To')?.value)).toEqual([
      'marie@atelier.example',
    ]);
    const digestOf = (answer: Answer) => (answer.ok ? (answer.about?.digest ?? null) : null);
    expect(digestOf(clicks.ask({ kind: 'about', about: true }))).toMatch(/^Actualisé le .*Aucun client n’a reçu de message\.$/);
    expect(digestOf(clicks.ask({ kind: 'about', about: true }))).toBeNull();
    expect(clicks.book.sheets.map(({ name }) => name)).toEqual(['Factures']);
  });

  it('that could not be done says why, at the next opening', () => {
    const clicks = clicksOn(SHEET);
    clicks.book.sheet('Factures').protections.push({ row: 1, column: 1, lastRow: 1000, lastColumn: 7 });
    clicks.book.lockedByAnother = true;
    clicks.call('dailyRefresh');
    expect(clicks.ask({ kind: 'about', about: true })).toMatchObject({
      about: { digest: expect.stringContaining('Une autre actualisation est en cours') },
    });
  });
});

describe('what goes wrong is said in words', () => {
  it('somebody else at work', () => {
    const clicks = clicksOn(SHEET);
    clicks.book.lockedByAnother = true;
    expect(clicks.ask({ kind: 'command', command: { kind: 'refresh', at: '' }, asOf: null })).toMatchObject({ ok: false, kind: 'busy' });
    expect(clicks.last.counts.reads).toBe(0);
  });

  it('a protected range, by its name', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'refresh' }, DAY);
    clicks.book.sheet('Factures').protections.push({ row: 2, column: 9, lastRow: 4, lastColumn: 9 });
    const answer = clicks.ask({ kind: 'command', command: { kind: 'refresh', at: '' }, asOf: '2026-04-25' });
    expect(answer).toMatchObject({ ok: false, kind: 'protected', message: expect.stringContaining('Factures!I2:I4') });
  });

  const SAID: readonly (readonly [kind: string, said: string])[] = [
    ['not-authorised', 'You do not have permission to call SpreadsheetApp.getActive. Required permissions: spreadsheets.currentonly'],
    ['not-authorised', 'L’autorisation est nécessaire pour exécuter cette action.'],
    ['quota', 'Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.'],
    ['quota', 'Service using too much computer time for one day'],
    ['failed', 'Service Spreadsheets failed while accessing document with id w.'],
  ];
  it.each(SAID)('%s: %s', (kind, said) => {
    const clicks = clicksOn(SHEET);
    const answer = clicks.ask(
      { kind: 'command', command: { kind: 'refresh', at: '' }, asOf: null },
      {
        meanwhile: (_, name) => {
          if (name === 'Sheet.getDataRange') throw new Error(said);
        },
      },
    );
    expect(answer).toMatchObject({ ok: false, kind });
    if (!answer.ok) expect(answer.message.length * answer.advice.length).toBeGreaterThan(0);
  });

  it('a refresh for which there is no time writes nothing, and the next one does it', () => {
    const clicks = clicksOn(SHEET);
    const before = cells(clicks);
    const answer = clicks.ask({ kind: 'command', command: { kind: 'refresh', at: '' }, asOf: DAY }, { minutesALook: 5 });
    expect(answer).toMatchObject({ ok: false, kind: 'time' });
    expect(cells(clicks)).toEqual(before);
    clicks.do({ kind: 'refresh' }, DAY);
    expect(cells(clicks)).not.toEqual(before);
  });

  const NONSENSE: readonly unknown[] = [
    null,
    42,
    'refresh',
    '{',
    '[]',
    '{"kind":"erase"}',
    '{"kind":"__proto__"}',
    '{"kind":"command"}',
    '{"kind":"command","command":{"kind":"refresh"},"asOf":"soon"}',
    '{"kind":"command","command":{"kind":"drop"},"asOf":null}',
    '{"kind":"command","command":{"kind":"constructor"},"asOf":null}',
    '{"kind":"command","command":{"kind":"prepare","entries":"all"},"asOf":null}',
    '{"kind":"command","command":{"kind":"prepare","entries":[1]},"asOf":null}',
    '{"kind":"command","command":{"kind":"prepare","edits":{"a":{"text":5}}},"asOf":null}',
    '{"kind":"command","command":{"kind":"mark","draft":"a","fate":"eaten"},"asOf":null}',
    '{"kind":"command","command":{"kind":"refresh","options":{"language":"de"}},"asOf":null}',
    '{"kind":"command","command":{"kind":"refresh","options":{"panel":{"comingDays":"all"}}},"asOf":null}',
    '{"kind":"command","command":{"kind":"bind","binding":{"sheet":"Factures"}},"asOf":null}',
    '{"kind":"command","command":{"kind":"plan","customer":"Durand","instalments":[{"on":"x"}]},"asOf":null}',
    '{"kind":"select","sheet":"Factures","row":0,"column":"A"}',
    '{"kind":"select","sheet":"Factures","row":1,"column":"A1:Z9"}',
    '{"kind":"daily","on":"yes"}',
  ];
  it.each(NONSENSE)('an ask that is none is refused and does nothing: %s', (ask) => {
    const clicks = clicksOn(SHEET);
    const before = cells(clicks);
    expect(clicks.raw(ask)).toMatchObject({ ok: false, kind: 'failed', message: 'Le panneau a demandé ce que le script ne connaît pas.' });
    expect([cells(clicks), clicks.last.counts.writes, clicks.account.triggers]).toEqual([before, 0, []]);
  });

  it('a put-back that is none puts nothing back', () => {
    const clicks = clicksOn(SHEET);
    clicks.do({ kind: 'refresh' }, DAY, PANEL);
    const before = cells(clicks);
    for (const written of [
      {},
      { sheet: 'Factures', keys: [1], columns: [] },
      { sheet: 'Factures', keys: ['a'], columns: [{ column: 'H', rows: [9] }] },
    ])
      expect(clicks.do({ kind: 'put-back', written: written as never }, DAY, PANEL).fixed).toBe(0);
    expect(cells(clicks)).toEqual(before);
  });
});
