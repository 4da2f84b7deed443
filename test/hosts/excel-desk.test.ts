/**
 * The desk of the task pane over Microsoft's own client: what a day's work costs in exchanges with Excel, and what holds when an exchange fails or a
 * colleague moves rows between two of them.
 */
import { describe, expect, it } from '@jest/globals';
import { firstCell } from '../../office-addin/listening.ts';
import { tell } from './excel/client.ts';
import { bound, cellsOf, invoices, open, sent, settled } from './excel/desk-stories.ts';

describe('what a day’s work costs', () => {
  it.each([
    ['a first refresh, nothing read before', [], 4],
    ['a refresh of the open pane', ['open'], 3],
    ['a second refresh, which changes nothing', ['open', 'refresh'], 2],
  ] as const)('%s: %s syncs', async (_what, before, syncs) => {
    const { app, desk } = open(bound(invoices(400)));
    await desk.ready;
    for (const kind of before) await sent(desk, kind);
    const from = app.counts().syncs;
    await sent(desk, 'refresh');
    expect(app.counts().syncs - from).toBeLessThanOrEqual(syncs);
  });

  it.each([['HasSpill'], ['CultureInfo'], ['GetNextOrNullObject'], ['Functions']])(
    'an Excel that does not know %s is asked plainer questions, and comes to the same',
    async (member) => {
      const [wanted, older] = [open(bound(invoices(60))), open(bound(invoices(60)))];
      older.app.lacks(member);
      await sent(wanted.desk, 'refresh');
      await sent(older.desk, 'refresh');
      expect(cellsOf(older.app.book, 'Factures')).toEqual(cellsOf(wanted.app.book, 'Factures'));
    },
  );

  it('writes nothing when nothing changed, and nothing by looking', async () => {
    const { app, desk } = open(bound(invoices(60)));
    await sent(desk, 'open');
    expect(app.counts().cellsWritten).toBe(0);
    await sent(desk, 'refresh');
    const written = app.counts().cellsWritten;
    await sent(desk, 'refresh');
    await sent(desk, 'open');
    expect([app.counts().cellsWritten, app.book.noisyWrites, app.book.eventsOn]).toEqual([written, 0, true]);
  });
});

describe('what the panel asks of Excel besides', () => {
  it('a cell or a row is shown, on its sheet', async () => {
    const { app, desk } = open(bound(invoices(3)));
    await desk.hooks.selectCell('Factures', 3, 'B');
    expect(app.book.selected).toBe('Factures!B3');
    await desk.hooks.selectCell('Factures', 3, null);
    expect(app.book.selected).toBe('Factures!A3:XFD3');
    await expect(desk.hooks.selectCell('Nulle part', 3, 'B')).rejects.toMatchObject({ advice: expect.any(String) });
  });

  it('what the user selects and edits is heard; what Relance writes is not', async () => {
    const { app, desk } = open(bound(invoices(3)));
    await desk.ready;
    const heard: unknown[] = [];
    const stop = desk.hooks.onSelection((selection) => heard.push(selection));
    desk.hooks.onEdit(() => heard.push('edit'));
    await settled();
    const worksheetId = app.book.sheet('Factures').id;
    tell('selected', { address: 'B3', worksheetId });
    tell('selected', { address: 'C4:D9', worksheetId });
    tell('changed', { address: 'C4', worksheetId, source: 'Local', triggerSource: 'ThisLocalAddin' });
    tell('changed', { address: 'C4', worksheetId, source: 'Remote' });
    tell('changed', { address: 'C5', worksheetId, source: 'Local' });
    await settled();
    // Of two selections in a breath only the last is told.
    expect(heard).toEqual(['edit', 'edit', { sheet: 'Factures', row: 4, column: 'C' }]);
    stop();
    tell('selected', { address: 'A1', worksheetId });
    await settled();
    expect(heard).toHaveLength(3);
  });

  it.each([
    ['B4', { row: 4, column: 'B' }],
    ['$AB$40:AC50', { row: 40, column: 'AB' }],
    ['4:9', { row: 4, column: null }],
    ['C:D', { row: 1, column: 'C' }],
    ['B4,D7:E9', { row: 4, column: 'B' }],
    ["'Mes factures'!B4", { row: 4, column: 'B' }],
    ['', null],
  ])('the first cell of %s', (address, place) => {
    expect(firstCell(address)).toEqual(place);
  });

  it('the last refresh is taken back, but for what was typed since', async () => {
    const { app, desk } = open(bound(invoices(12)));
    const before = cellsOf(app.book, 'Factures');
    expect(desk.hooks.canUndo()).toBe(false);
    await sent(desk, 'refresh');
    expect(desk.hooks.canUndo()).toBe(true);
    app.book.sheet('Factures').put(3, 8, 'mes mots');
    await desk.hooks.undo({ panel: {} });
    expect(desk.hooks.canUndo()).toBe(false);
    const after = cellsOf(app.book, 'Factures');
    expect(after.map((line) => line.slice(0, 7))).toEqual(before);
    expect(
      after
        .slice(1)
        .flatMap((line) => line.slice(7))
        .filter((cell) => cell !== null),
    ).toEqual(['mes mots']);
  });

  it('the user’s choices go with the workbook, the last visit stays with the reader', async () => {
    const opened = open(bound(invoices(3)));
    await opened.desk.ready;
    const { language, automatic, asOf, lastVisit } = opened.desk.hooks;
    expect([language.get(), automatic.get(), lastVisit.get(), asOf.get()]).toEqual([null, false, null, '2026-03-16']);
    language.set('en');
    automatic.set(true);
    asOf.set('2026-02-01');
    lastVisit.set('2026-03-16');
    expect([language.get(), automatic.get(), lastVisit.get(), asOf.get()]).toEqual(['en', true, '2026-03-16', '2026-02-01']);
    await settled();
    const later = opened.reopened();
    await later.desk.ready;
    expect([later.desk.language(), later.desk.hooks.automatic.get(), later.desk.hooks.asOf.get()]).toEqual(['en', true, '2026-03-16']);
    later.desk.hooks.language.set(null);
    await settled();
    expect([...opened.app.book.settings.keys()].sort()).toEqual(['relance.automatic', 'relance.binding', 'relance.workbookId']);
    expect(opened.app.counts().cellsWritten).toBe(0);
  });

  it('speaks the workbook’s language once it is known, and words its troubles in it', async () => {
    const { app, desk } = open(bound(invoices(3)));
    expect(desk.language()).toBe('en');
    await sent(desk, 'open');
    expect(desk.language()).toBe('fr');
    for (let position = 1; position <= 6; position++) app.failSync(position, 'before', 'GeneralException');
    await expect(sent(desk, 'refresh')).rejects.toMatchObject({
      message: expect.stringContaining('Excel n’a pas répondu'),
      advice: expect.stringContaining('Réessayez'),
    });
  });

  it('one command at a time: a second waits for the first', async () => {
    const { app, desk } = open(bound(invoices(12)));
    const views = await Promise.all([sent(desk, 'refresh'), sent(desk, 'prepare'), sent(desk, 'prepare')]);
    expect(views.map(({ drafted }) => drafted.length)).toEqual([0, 4, 0]);
    expect(app.book.eventsOn).toBe(true);
  });
});
