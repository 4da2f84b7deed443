/**
 * What goes wrong on a desk: files that are no invoices, disks that fill up, browsers that keep nothing, pages killed while reminders are being
 * prepared. Each time: it is said, nothing is lost, and no customer gets a second reminder.
 */
import { unlinkSync, utimesSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Binding, Command, Report } from '../../core/index.ts';
import { freshXlsx } from '../../local/files/xlsx-fresh.ts';
import { itAtLength } from '../at-length.ts';
import { settled } from '../panel/stage.ts';
import { IS_THOROUGH, oneOrAll } from '../thorough.ts';
import { bareDesk } from './desk.ts';
import { builtPage, opened, type Visit, type VisitOptions } from './page.ts';

const AT = '2026-03-16T09:00:00';
const DAY = 'asOf=2026-03-16';
const OPEN: Command = { kind: 'open', at: AT };
const REFRESH: Command = { kind: 'refresh', at: AT };
const PREPARE: Command = { kind: 'prepare', at: AT };
const HEADER = 'N° facture;Client;E-mail;Date facture;Échéance;Montant TTC;Réglé le';
/** Two invoices to chase, one paid. */
const ledger = (prefix: string) => `${HEADER}
${prefix}-1;Durand;durand@a.example;15/12/2025;15/01/2026;1 850,00;
${prefix}-2;Martin;martin@a.example;20/12/2025;20/01/2026;320,50;
${prefix}-3;Noël;noel@a.example;20/12/2025;20/01/2026;99,00;22/01/2026
`;

const desk = bareDesk();
let real: string;
beforeAll(async () => {
  real = await builtPage('real');
});
const visited = (options: VisitOptions): Promise<Visit> => desk.visit({ query: DAY, ...options });
const noticeOf = (page: Page) => page.textContent('#notices p span');
const drop = (page: Page, name: string, bytes: Uint8Array) =>
  page.evaluate(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], fileName));
      document.querySelector('#grid')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, [...bytes]] as const,
  );
/** Drops a file, and waits until it is open, on the day of the story. */
async function taken(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await drop(page, name, bytes);
  await page.waitForFunction((wanted) => document.querySelector('#bar .file')?.textContent === wanted, name);
  await opened(page);
  await page.evaluate(() => window.given.hooks.asOf.set('2026-03-16'));
}
/** What the browser keeps: how many drafts, shown or not, and how many announcements. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ staged: number; drafted: number; intents: number }>((resolve) => {
        const asked = indexedDB.open('relance', 1);
        asked.onsuccess = () => {
          const all = asked.result.transaction(['drafts', 'journals']);
          const [drafts, journals] = [all.objectStore('drafts').getAll(), all.objectStore('journals').getAll()];
          all.oncomplete = () => {
            const states = drafts.result.map(({ state }: { state: string }) => state);
            const rows = journals.result.flatMap((journal: { rows: string[][] }) => journal.rows);
            resolve({
              staged: states.filter((state) => state === 'staged').length,
              drafted: states.filter((state) => state === 'drafted').length,
              intents: rows.filter((row) => row[2] === 'intent').length,
            });
          };
        };
      }),
  );
const ONCE = { staged: 0, drafted: 2, intents: 2 };

const book = (...sheets: (readonly [string, (string | number | null)[][]])[]): Uint8Array =>
  freshXlsx(
    { sheets: sheets.map(([name, cells]) => ({ name, cells })), locale: 'fr-FR', timeZone: null, date1904: false },
    { sheets: new Map(), newTabs: [], left: [], invoiceSheet: -1 },
    null,
  );
const cellsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(';'));

describe('files that hold no invoices', () => {
  const whole = book(['Factures', cellsOf(ledger('T'))]);
  /** How Office wraps a workbook that is locked: a compound file with this name in it. */
  const locked = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le'), ...new Array(512).fill(0)]);
  const REFUSED: readonly (readonly [string, Uint8Array, RegExp, RegExp])[] = [
    ['vide.xlsx', new Uint8Array(), /vide\.xlsx est vide.*Vérifiez/, /vide\.xlsx is empty.*Check/],
    ['abime.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), /abîmé ou incomplet.*Téléchargez-le/, /damaged or incomplete.*Download/],
    ['coupe.xlsx', whole.slice(0, whole.length / 2), /abîmé ou incomplet/, /damaged or incomplete/],
    ['secret.xlsx', locked, /protégé par un mot de passe.*retirez/, /protected by a password.*remove/],
    [
      'photo.png',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]),
      /n’est pas un tableau.*\.xlsx ou \.csv/,
      /is not a spreadsheet.*\.xlsx or \.csv/,
    ],
  ];
  const EMPTY: readonly (readonly [string, Uint8Array])[] = [
    ['entetes.csv', new TextEncoder().encode(`${HEADER}\n`)],
    ['sans-donnees.xlsx', book(['Feuil1', []], ['Feuil2', [[null, null]]])],
  ];

  it.each(oneOrAll('fr', 'en'))('are said with what to do, and the panel still opens another (%s)', async (lang) => {
    const file = desk.put('rien.csv', '');
    const { page, close } = await desk.town.visit(real, { file, query: `lang=${lang}`, locale: 'de-DE' });
    expect(await noticeOf(page)).toMatch(lang === 'fr' ? /rien\.csv est vide/ : /rien\.csv is empty/);
    // Nothing is open: the panel says how to begin, there is nothing to save a copy of.
    await page.waitForSelector('#panel .button.primary');
    expect(await page.isDisabled('#save')).toBe(true);
    for (const [name, bytes, fr, en] of REFUSED) {
      await drop(page, name, bytes);
      await page.waitForFunction((wanted) => document.querySelector('#notices .trouble')?.textContent?.includes(wanted), name);
      expect(await noticeOf(page)).toMatch(lang === 'fr' ? fr : en);
    }
    for (const [name, bytes] of EMPTY) {
      await drop(page, name, bytes);
      await page.waitForFunction((wanted) => document.querySelector('#bar .file')?.textContent === wanted, name);
      await settled(page);
      expect(await page.textContent('#panel main')).toMatch(lang === 'fr' ? /0\sfacture|est vide/ : /0\sinvoice|nothing in this file/);
      expect(await page.isEnabled('#panel .button.primary')).toBe(true);
    }
    await close();
  });
});

describe('two invoice tables', () => {
  const other = ledger('S').replace('Durand', 'Petit').replace('1 850,00', '77,00');
  const CASES: readonly (readonly [string, Uint8Array, Binding])[] = [
    ['in two sheets', book(['2025', cellsOf(ledger('R'))], ['2026', cellsOf(other)]), { sheet: '2026', headerRow: 1, columns: {} }],
    [
      'in one sheet',
      book(['Factures', [...cellsOf(ledger('R')), [], [], ...cellsOf(other)]]),
      { sheet: 'Factures', headerRow: 7, columns: {} },
    ],
  ];
  it.each(IS_THOROUGH ? CASES : CASES.slice(1))(
    '%s: the one the user chose last is read, and stays chosen in the file and in its copy',
    async (_, bytes, binding) => {
      const visit = await visited({ file: desk.put('deux.xlsx', bytes) });
      const chosen = { sheet: binding.sheet, headerRow: binding.headerRow };
      const proposed = (await visit.send(OPEN)).report?.table as { sheet: string; headerRow: number };
      const other1 = binding.headerRow === 1 ? { sheet: '2025', headerRow: 1 } : { sheet: 'Factures', headerRow: 1 };
      expect([chosen, other1]).toContainEqual({ sheet: proposed.sheet, headerRow: proposed.headerRow });
      await visit.send({ kind: 'bind', at: AT, binding: { ...other1, columns: {} } });
      await visit.send({ kind: 'bind', at: '2026-03-16T09:05:00', binding });
      await visit.send(REFRESH);
      const copy = await visit.copy();
      await visit.page.reload();
      await opened(visit.page);
      expect((await visit.send(OPEN)).report?.table).toMatchObject(chosen);
      await taken(visit.page, copy.name, copy.bytes);
      expect((await visit.send(OPEN)).report?.table).toMatchObject(chosen);
      await visit.close();
    },
  );

  itAtLength('are offered by the panel, which keeps what was chosen', async () => {
    const { page, close } = await desk.town.visit(real, { file: desk.put('choix.xlsx', CASES[0]?.[1] as Uint8Array), query: DAY });
    await page.waitForSelector('#panel .consent');
    await settled(page);
    const select = page.locator('#panel select').first();
    const now = await select.inputValue();
    const wanted = await select
      .locator('option')
      .evaluateAll(
        (options, value) => options.map((option) => (option as HTMLOptionElement).value).find((one) => one !== value) as string,
        now,
      );
    await select.selectOption(wanted);
    await page.waitForFunction((value) => document.querySelector<HTMLSelectElement>('#panel select')?.value === value, wanted);
    await settled(page);
    await page.click('#panel .consent button >> nth=1');
    await page.waitForSelector('#panel .note.good');
    await page.reload();
    await settled(page);
    expect(await page.textContent('#panel h1')).toBe(wanted.split('\u0000')[0]);
    await close();
  });
});

describe('the file on disk', () => {
  it.each(
    oneOrAll(
      ['fr', /a changé sur le disque.*rouvrez/, /n’est plus à sa place.*gardez-la/, /Rechargez|introuvable.*Ouvrir/],
      ['en', /has changed on disk.*open the file again/, /no longer in its place.*keep it/, /cannot be found.*Open/],
    ),
  )('changed, then deleted, while it is open: the copy is made all the same, and it is said (%s)', async (lang, changed, gone, missing) => {
    const file = desk.put('meanwhile.csv', ledger('D'));
    const visit = await visited({ file, query: `lang=${lang}` });
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    expect(new TextDecoder().decode((await visit.copy()).bytes)).toBe(ledger('D'));
    expect(await noticeOf(visit.page)).toMatch(changed);
    unlinkSync(file);
    expect(new TextDecoder().decode((await visit.copy()).bytes)).toBe(ledger('D'));
    expect(await noticeOf(visit.page)).toMatch(gone);
    await visit.page.reload();
    expect(await noticeOf(visit.page)).toMatch(missing);
    await visit.close();
  });

  itAtLength('is not left behind with unsaved changes unless the user says so; a file that cannot be read costs no question', async () => {
    const visit = await visited({ file: desk.put('reste.csv', ledger('U')) });
    const questions: string[] = [];
    let answer = false;
    visit.page.on('dialog', (dialog) => {
      questions.push(dialog.message());
      void (answer ? dialog.accept() : dialog.dismiss());
    });
    const next = new TextEncoder().encode(ledger('V'));
    await visit.send(REFRESH);
    await drop(visit.page, 'photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
    await visit.page.waitForSelector('#notices .trouble');
    expect(questions).toEqual([]);
    await drop(visit.page, 'autre.csv', next);
    await visit.page.waitForFunction(() => document.querySelector('#notices p') === null);
    expect([questions.length, await visit.page.textContent('#bar .file')]).toEqual([1, 'reste.csv']);
    expect(questions[0]).toMatch(/pas été enregistrés.*Ouvrir un autre fichier/);
    answer = true;
    // Two clicks, two files: one after the other, the last one stays.
    await drop(visit.page, 'autre.csv', next);
    await drop(visit.page, 'dernier.csv', next);
    await visit.page.waitForFunction(() => document.querySelector('#bar .file')?.textContent === 'dernier.csv');
    expect((await visit.send(OPEN)).report?.invoices[0]?.number).toBe('V-1');
    expect(await visit.page.locator('#grid canvas').count()).toBeLessThan(6);
    await visit.close();
  });
});

/** Makes the n-th write to the browser's database fail for want of room, until room is made. */
const fullAt = (write: number) => `{
  const begin = IDBDatabase.prototype.transaction;
  let count = 0;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const made = begin.call(this, stores, mode, options);
    if (mode === 'readwrite' && ++count >= ${write} && !window.room) {
      const store = made.objectStore.bind(made);
      Object.defineProperty(made, 'error', { get: () => new DOMException('no room', 'QuotaExceededError') });
      made.objectStore = (name) => { queueMicrotask(() => made.abort()); return store(name); };
    }
    return made;
  };
}`;

describe('a browser that keeps nothing', () => {
  const NONE = 'Object.defineProperty(window, "indexedDB", { value: undefined });';
  const STORAGE = 'Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new DOMException("no", "SecurityError"); };';
  const REFUSALS: readonly (readonly [string, string, string, RegExp])[] = [
    ['has no database', 'fr', NONE + STORAGE, /refuse de conserver.*rien n’a été préparé/],
    [
      'forbids it',
      'en',
      `indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };`,
      /refuses to keep data.*nothing was prepared/,
    ],
    [
      'fails to open it',
      'fr',
      `IDBFactory.prototype.open = () => { const asked = new EventTarget(); asked.error = new DOMException('private', 'InvalidStateError'); setTimeout(() => asked.onerror(new Event('error'))); return asked; };`,
      /refuse de conserver.*La feuille est intacte/,
    ],
    ['never answers', 'en', 'IDBFactory.prototype.open = () => ({});', /could not keep the reminder.*The sheet is untouched/],
  ];
  it.each(oneOrAll(...REFUSALS))(
    '%s: figures, refresh and the choice of the table work; nothing is prepared, and it is said (%s)',
    async (_, lang, before, wanted) => {
      const visit = await visited({ file: desk.put('refus.csv', ledger('N')), query: `${DAY}&lang=${lang}`, before });
      const report = (await visit.send(OPEN)).report as Report;
      expect(report.kpis[0]?.outstanding).toBe(2170.5);
      const { sheet, headerRow } = report.table;
      const bound = await visit.send({ kind: 'bind', at: AT, binding: { sheet, headerRow, columns: {} }, options: { panel: {} } });
      expect(bound.understood?.confirmed).toBe(true);
      expect(await noticeOf(visit.page)).toMatch(lang === 'fr' ? /jusqu’à la fermeture/ : /until this page is closed/);
      await visit.send(REFRESH);
      await expect(visit.send(PREPARE)).rejects.toThrow(wanted);
      const advice = await visit.page.evaluate((command) => window.given.desk.send(command).catch(({ advice }) => advice), PREPARE);
      expect(advice).toMatch(lang === 'fr' ? /Autorisez/ : /Allow|Close the other windows/);
      const { snapshot } = await visit.copy();
      expect(snapshot.sheets.map(({ cells }) => cells.flat().join())[0]).not.toContain('drafted');
      await visit.page.evaluate(() => window.given.hooks.automatic?.set(true));
      expect(await visit.page.evaluate(() => window.given.hooks.automatic?.get())).toBe(true);
      await visit.close();
    },
  );
});

describe('a browser that keeps nothing, and a promise not kept', () => {
  itAtLength('the columns are filled all the same; what is noticed is noted nowhere', async () => {
    const book = {
      locale: 'fr-FR',
      timeZone: 'Europe/Paris',
      sheets: [
        {
          name: 'Factures',
          cells: [
            ['N° facture', 'Client', 'Échéance', 'Montant TTC'],
            ['F-1', 'Durand', '15/01/2026', '1 850,00 €'],
          ],
        },
        {
          name: 'Journal des relances',
          cells: [
            ['id', 'le', 'événement', 'client', 'factures', 'étape', "jusqu'au"],
            ['1', '2026-01-20T09:00:00', 'promise', 'Durand', 'F-1', '', '2026-02-01'],
          ],
        },
      ],
    };
    const before = 'Object.defineProperty(window, "indexedDB", { value: undefined });';
    const visit = await visited({ file: desk.put('promesse.json', JSON.stringify(book)), query: DAY, before });
    const { report } = await visit.send(REFRESH);
    expect(report?.invoices[0]?.reason).toContain('01/02/2026');
    const { snapshot } = await visit.copy();
    expect(snapshot.sheets[0]?.cells[1]?.includes('En retard')).toBe(true);
    expect(snapshot.sheets[1]?.cells).toHaveLength(2);
    await visit.close();
  });
});

describe('a disk that is full', () => {
  // Announcing, showing the first draft, confirming; the second draft is shown as the first is.
  it.each(oneOrAll(4, 1, 2, 3))(
    'at write %i of a preparation: said; with room again, what was announced is found and nothing is made twice',
    async (write) => {
      const lang = write % 2 === 0 ? 'fr' : 'en';
      const visit = await visited({
        file: desk.put('plein.csv', ledger(`Q${write}`)),
        query: `${DAY}&lang=${lang}`,
        before: fullAt(write),
      });
      await expect(visit.send(PREPARE)).rejects.toThrow(
        lang === 'fr' ? /Le disque est plein.*rien de plus/ : /The disk is full.*nothing more/,
      );
      expect((await kept(visit.page)).intents).toBe(write === 1 ? 0 : 2);
      await visit.page.evaluate(() => Object.assign(window, { room: true }));
      expect((await visit.send(PREPARE)).drafted.length).toBe(write === 1 ? 2 : 0);
      if (write > 1) expect(await noticeOf(visit.page)).toMatch(lang === 'fr' ? /2 relances.*retrouvées/ : /2 reminders.*found again/);
      expect(await kept(visit.page)).toEqual(ONCE);
      expect((await visit.send(PREPARE)).drafted).toEqual([]);
      await visit.close();
    },
  );

  itAtLength('in the folder of drafts: they are in the outbox, no empty message is left, and it is said', async () => {
    const before = `
      window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('brouillons', { create: true });
      FileSystemFileHandle.prototype.createWritable = async () => { throw new DOMException('full', window.kind ?? 'QuotaExceededError'); };`;
    const visit = await visited({ file: desk.put('dossier.csv', ledger('G')), before });
    expect(await visit.page.evaluate(() => window.given.hooks.pickFolder?.())).toBe('brouillons');
    const { drafted } = await visit.send(PREPARE);
    expect(drafted.length).toBe(2);
    expect(await noticeOf(visit.page)).toMatch(/disque du dossier choisi est plein.*journal.*Libérez de la place/);
    const names = await visit.page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('brouillons');
      const found: string[] = [];
      for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) found.push(name);
      return found;
    });
    expect(names).toEqual([]);
    const waited = visit.page.waitForEvent('download');
    await visit.page.evaluate((id) => window.given.hooks.download(id), drafted[0]?.id as string);
    expect((await waited).suggestedFilename()).toMatch(/\.eml$/);
    await visit.page.evaluate(() => window.given.hooks.download('of another browser'));
    await visit.page.waitForFunction(() => /n’est pas dans ce navigateur/.test(document.querySelector('#notices')?.textContent ?? ''));
    expect(await kept(visit.page)).toEqual(ONCE);
    await visit.close();
  });
});

describe('a page that dies while reminders are prepared', () => {
  /** Holds the page still at the n-th write: before it is on disk, or once it is and before the page knows. */
  const deadAt = (write: number, isWritten: boolean) => `{
    const begin = IDBDatabase.prototype.transaction;
    let count = 0;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode !== 'readwrite' || localStorage.getItem('dead') || ++count !== ${write}) return begin.call(this, stores, mode, options);
      if (!${isWritten}) { localStorage.setItem('dead', 'yes'); return { objectStore: () => ({ put: () => undefined }) }; }
      const made = begin.call(this, stores, mode, options);
      made.addEventListener('complete', (event) => { event.stopImmediatePropagation(); localStorage.setItem('dead', 'yes'); });
      return made;
    };
  }`;
  const reopen = async (page: Page, url: string, copy: { name: string; bytes: Uint8Array } | null): Promise<void> => {
    await page.goto(url);
    await opened(page);
    if (copy) await taken(page, copy.name, copy.bytes);
  };
  const prepared = (page: Page) => page.evaluate((command) => window.given.desk.send(command), PREPARE);

  it.each(
    oneOrAll(
      ['confirming, not yet on disk', 4, false],
      ['confirming', 4, true],
      ['announcing', 1, true],
      ['announcing, not yet on disk', 1, false],
      ['showing the first', 2, true],
      ['showing the first, not yet on disk', 2, false],
      ['showing the second, not yet on disk', 3, false],
      ['showing the second', 3, true],
    ),
  )('%s: opened again, as it was or from a copy, there is no second draft', async (_, write, isWritten) => {
    const visit = await visited({ file: desk.put('coupe.csv', ledger('K')), before: deadAt(write, isWritten) });
    const bytes = (await visit.copy()).bytes;
    const copy = { name: 'Suivi clients mars.csv', bytes };
    void visit.page.evaluate((command) => void window.given.desk.send(command), PREPARE);
    await visit.page.waitForFunction(() => localStorage.getItem('dead') !== null);
    const session = await visit.context.newCDPSession(visit.page);
    const crash = new Promise((resolve) => visit.page.once('crash', resolve));
    session.send('Page.crash').catch(() => undefined);
    await crash;
    const isAnnounced = write > 1 || isWritten;
    // The copy first, and the file after it; then the other way round. In the short run one of the two.
    const ways = oneOrAll(...(write % 2 === 0 ? [copy, null] : [null, copy]));
    const page = await visit.context.newPage();
    for (const [turn, way] of ways.entries()) {
      await reopen(page, visit.url, way);
      const { drafted } = await prepared(page);
      expect(drafted.length).toBe(turn === 0 && !isAnnounced ? 2 : 0);
      if (turn === 0 && isAnnounced && !(write === 4 && isWritten)) expect(await noticeOf(page)).toMatch(/2 relances.*retrouvées/);
      expect(await kept(page)).toEqual(ONCE);
    }
    await visit.close();
  });

  itAtLength('or is reloaded in the middle of a refresh: nothing is lost', async () => {
    const visit = await visited({ file: desk.put('recharge.csv', ledger('L')) });
    await visit.send(PREPARE);
    void visit.page.evaluate((command) => void window.given.desk.send(command), REFRESH);
    await visit.page.reload();
    await opened(visit.page);
    expect((await visit.send(PREPARE)).drafted).toEqual([]);
    expect((await visit.send(OPEN)).report?.kpis[0]?.outstanding).toBe(2170.5);
    expect(await kept(visit.page)).toEqual(ONCE);
    await visit.close();
  });
});

describe('two windows', () => {
  it('on the same new workbook, preparing at the same moment, prepare each reminder once', async () => {
    const visit = await visited({ file: desk.put('fenetres.csv', ledger('W')) });
    const second = await visit.context.newPage();
    await second.goto(visit.url);
    await opened(second);
    const both = await Promise.all(
      [visit.page, second].map((page) => page.evaluate((command) => window.given.desk.send(command), PREPARE)),
    );
    expect(both.map(({ drafted }) => drafted.length).sort()).toEqual([0, 2]);
    expect(await kept(second)).toEqual(ONCE);
    await visit.close();
  });

  itAtLength('on two lists that are put together later: what each has prepared is known in the whole', async () => {
    const visit = await visited({ file: desk.put('janvier.csv', ledger('X')) });
    await visit.send(PREPARE);
    const list = (text: string) => new TextEncoder().encode(text);
    const february = ledger('Y')
      .replaceAll('Durand', 'Petit')
      .replaceAll('durand@', 'petit@')
      .replaceAll('Martin', 'Blanc')
      .replaceAll('martin@', 'blanc@');
    visit.page.on('dialog', (dialog) => void dialog.accept());
    const take = async (name: string, text: string) => {
      await taken(visit.page, name, list(text));
      return (await visit.send(PREPARE)).drafted.length;
    };
    expect(await take('février.csv', february)).toBe(2);
    expect(await take('année.csv', `${ledger('X')}${february.split('\n').slice(1).join('\n')}`)).toBe(0);
    await visit.close();
  });
});

describe('the journal', () => {
  itAtLength('deleted in the grid comes back with the next click; undoing takes back no announcement; the copy holds it once', async () => {
    const visit = await visited({ file: desk.put('onglet.xlsx', book(['Factures', cellsOf(ledger('J'))])) });
    expect((await visit.send(PREPARE)).drafted.length).toBe(2);
    await visit.page.mouse.click(300, 300);
    for (let i = 0; i < 4; i++) await visit.page.keyboard.press('Control+z');
    expect((await visit.send(PREPARE)).drafted).toEqual([]);
    const first = await visit.copy();
    expect(first.snapshot.sheets.map(({ name }) => name)).toEqual(['Factures', 'Journal des relances']);
    // Now the tab is part of the file, and the user deletes it.
    await taken(visit.page, 'onglet (Relance).xlsx', first.bytes);
    await visit.send(OPEN);
    const tab = visit.page.locator('[data-u-comp="slide-tab-item"]', { hasText: 'Journal des relances' });
    await tab.click();
    await tab.click({ button: 'right' });
    await visit.page.getByText('Supprimer', { exact: false }).first().click();
    await visit.page.getByRole('button', { name: 'OK' }).click();
    await tab.waitFor({ state: 'detached' });
    expect((await visit.send(PREPARE)).drafted).toEqual([]);
    const { snapshot, bytes } = await visit.copy();
    expect(snapshot.sheets.filter(({ name }) => name.startsWith('Journal')).length).toBe(1);
    expect(snapshot.sheets[1]?.cells.filter((row) => row[2] === 'intent').length).toBe(2);
    await visit.close();
    const stranger = await visited({ file: desk.put('copie.xlsx', bytes) });
    expect((await stranger.send(PREPARE)).drafted).toEqual([]);
    await stranger.close();
  });
});

const ROWS = IS_THOROUGH ? 50_000 : 2_000;

describe(`${ROWS} rows`, () => {
  itAtLength('are opened, refreshed and shown in the panel; what is going on is said', async () => {
    const lines = Array.from(
      { length: ROWS },
      (_, i) =>
        `L-${i};Client ${i % 900};c${i % 900}@a.example;15/12/2025;${String((i % 28) + 1).padStart(2, '0')}/02/2026;${(i % 5000) + 1},50;`,
    );
    const file = desk.put('grand.csv', `${HEADER}\n${lines.join('\n')}\n`);
    // Noted as it is said: on a fast machine it does not stand long.
    const before = `new MutationObserver(() => {
      const said = document.querySelector('#grid')?.textContent ?? '';
      if (said.includes('Ouverture de grand.csv')) window.saidOpening = true;
    }).observe(document, { childList: true, subtree: true });`;
    const { page, close } = await desk.town.visit(real, { file, query: DAY, before });
    await page.waitForFunction(() => 'saidOpening' in window);
    await page.waitForSelector('#panel .consent');
    await settled(page);
    expect(await page.textContent('#panel main')).toMatch(new RegExp(`${ROWS / 1000}\\s000\\sfactures`));
    await page.click('#panel .consent button >> nth=0');
    await page.waitForFunction(() => document.querySelector('#panel .note.good') !== null, null);
    await page.click('#panel nav button >> nth=1');
    await page.waitForSelector('#panel .screen');
    await close();
  });
});
