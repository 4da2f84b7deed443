import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Binding,
  type Cell,
  type Command,
  dayFromIso,
  type HostRequest,
  perform,
  type Snapshot,
  type View,
} from '../../core/index.ts';
import { journalLines, outboxOf } from '../../core/journal-view.ts';
import { packed, rowAt, unpacked } from '../../core/packed-rows.ts';
import type { JournalEntry, JournalEvent } from '../../core/types.ts';
import { tries } from '../thorough.ts';

// ── a host in memory that keeps bindings ────────────────────────────────────────────────────────────────────────────────────────────────

const HEADERS: Cell[] = ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Échéance', 'Statut'];
const ROWS: Cell[][] = [
  ['F-1', 'Durand', 'durand@a.example', '1 850,00 €', '10/01/2026', '10/02/2026', null],
  ['F-2', 'Durand', 'durand@a.example', '300,00 €', '15/01/2026', '15/02/2026', 'vu avec Paul'],
  ['F-3', 'Martin', 'martin@a.example', '90,00 €', '20/01/2026', '20/02/2026', null],
];

class Book {
  snapshot: Snapshot = {
    sheets: [{ name: 'Factures', cells: [HEADERS, ...ROWS] }],
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    date1904: false,
    workbookId: 'w',
  };
  readonly asked: HostRequest['kind'][] = [];
  readonly drafts: { subject: string; text: string; html: string; id: string }[] = [];
  state: 'drafted' | 'gone' = 'drafted';

  run(command: Record<string, unknown>, asOf = '2026-02-23'): View {
    const options = { panel: {}, ...(command.options as object) };
    const doing = perform({ at: `${asOf}T09:00:00`, ...command, options } as unknown as Command, dayFromIso(asOf) as never);
    let step = doing.next();
    while (!step.done) {
      this.asked.push(step.value.kind);
      step = doing.next(this.answer(step.value));
    }
    return step.value;
  }

  private answer(request: HostRequest): unknown {
    switch (request.kind) {
      case 'read':
        return this.snapshot;
      case 'keep':
        this.snapshot = { ...this.snapshot, binding: request.binding };
        return null;
      case 'find-drafts':
        return request.ids.map((id) => ({ id, state: this.state, reference: id }));
      case 'intend':
        this.append(request.append);
        return null;
      case 'draft':
        this.drafts.push(request.draft);
        return `ref-${request.draft.id}`;
      case 'write':
        for (const append of request.changes.appends) this.append(append);
        return null;
      default:
        return request satisfies never;
    }
  }

  private append({ tab, header, rows }: { tab: string; header: readonly string[]; rows: readonly (readonly string[])[] }): void {
    const known = this.snapshot.sheets.find((sheet) => sheet.name === tab);
    const sheet = { name: tab, cells: [...(known?.cells ?? [header]), ...rows] };
    this.snapshot = { ...this.snapshot, sheets: [...this.snapshot.sheets.filter((one) => one.name !== tab), sheet] };
  }
}

const bindingOf = (view: View): Binding => {
  const { sheet, headerRow, columns } = view.understood as NonNullable<View['understood']>;
  return { sheet, headerRow, columns: Object.fromEntries(columns.flatMap(({ role, column }) => (role === null ? [] : [[role, column]]))) };
};
const worklistOf = (view: View) => unpacked(view.packed?.worklist as NonNullable<View['packed']>['worklist']);
const entryOf = (view: View, customer: string) => worklistOf(view).find((entry) => entry.customer === customer)?.id as string;

// ── what is looked at before it is done ─────────────────────────────────────────────────────────────────────────────────────────────────

describe('a call and a message beside the ladder, looked at first', () => {
  it('there is a script for every entry, whatever its step', () => {
    const book = new Book();
    const id = entryOf(book.run({ kind: 'open' }), 'Durand');
    const { scripts } = book.run({ kind: 'open', options: { panel: { scripts: [id, 'nobody'] } } });
    expect(scripts).toHaveLength(1);
    expect(scripts?.[0]).toMatchObject({ entry: id, phone: '', language: 'fr' });
    expect(scripts?.[0]?.text).toContain('Quand le règlement est-il prévu');
  });

  it('what is shown is what is drafted; words written over what it no longer says are not used', () => {
    const book = new Book();
    const wish = { customer: 'Durand', message: 'statement' } as const;
    const { free } = book.run({ kind: 'open', options: { panel: { free: wish } } });
    if (free?.kind !== 'message') throw new Error('no message');
    expect(free).toMatchObject({ wish, to: 'durand@a.example' });
    const rows = ROWS.map((row, at) => row.map((cell, column) => (at === 0 && column === 3 ? '1 950,00 €' : cell)));
    const before = book.snapshot;
    book.snapshot = { ...before, sheets: [{ name: 'Factures', cells: [HEADERS, ...rows] }] };
    const late = book.run({ kind: 'write-to', ...wish, edit: { basis: free.basis, text: 'Bonjour' } });
    expect([late.refused?.why, book.drafts.length]).toEqual(['changed-meanwhile', 0]);
    book.snapshot = before;
    book.run({ kind: 'write-to', ...wish, edit: { basis: free.basis } });
    expect(book.drafts[0]).toMatchObject({ subject: free.subject, text: free.text });
  });

  it('what cannot be written says why', () => {
    const { free } = new Book().run({ kind: 'open', options: { panel: { free: { customer: 'Martin', message: 'thank-you' } } } });
    expect(free).toMatchObject({ kind: 'refused', message: expect.stringContaining('Martin') });
  });
});

// ── what was understood ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

describe('what was understood of a sheet', () => {
  it('names table, columns with examples, currency, date order, and what would be filled or added', () => {
    const { understood, sheets } = new Book().run({ kind: 'open' });
    expect(sheets).toEqual(['Factures']);
    expect(understood).toMatchObject({
      confirmed: false,
      sheet: 'Factures',
      headerRow: 1,
      invoices: 3,
      currencies: ['EUR'],
      dateOrder: 'dmy',
      tables: [],
    });
    expect(understood?.columns[3]).toEqual({
      column: 'D',
      header: 'Montant TTC',
      role: 'amount',
      ignored: false,
      examples: ['1 850,00 €', '300,00 €', '90,00 €'],
    });
    expect(understood?.columns[6]).toEqual({ column: 'G', header: 'Statut', role: 'status', ignored: false, examples: ['vu avec Paul'] });
    expect(understood?.owned.slice(0, 2)).toEqual([
      { role: 'daysLate', column: null, choice: 'add' },
      { role: 'status', column: 'G', choice: 'fill' },
    ]);
  });

  it('true dates are shown as days, whatever they look like in the cells', () => {
    const book = new Book();
    const dated = ROWS.map((row) => row.map((cell, at) => (at === 5 ? { number: 46063, format: 'General' } : cell)));
    book.snapshot = { ...book.snapshot, sheets: [{ name: 'Factures', cells: [HEADERS, ...dated] }] };
    expect(book.run({ kind: 'open' }).understood?.columns[5]?.examples).toEqual(['10/02/2026']);
  });

  it('a column nobody understood shows days and amounts as a person writes them', () => {
    const book = new Book();
    const odd = [...HEADERS, 'Fait', 'Rentré'];
    const rows = ROWS.map((row, at) => [...row, { number: 46063 + at, format: 'dd/mm/yyyy' }, [1200, 420.5, null][at] ?? null]);
    book.snapshot = { ...book.snapshot, sheets: [{ name: 'Factures', cells: [odd, ...rows] }] };
    const { columns } = book.run({ kind: 'open' }).understood as NonNullable<View['understood']>;
    expect(columns.slice(-2)).toEqual([
      { column: 'H', header: 'Fait', role: null, ignored: false, examples: ['10/02/2026', '11/02/2026', '12/02/2026'] },
      { column: 'I', header: 'Rentré', role: null, ignored: false, examples: ['1200', '420,50'] },
    ]);
  });

  it('a column the user wants left unread stays so, whatever its words say', () => {
    const book = new Book();
    const proposed = bindingOf(book.run({ kind: 'open' }));
    const { status: _, ...columns } = proposed.columns;
    const ignoring: Binding = { ...proposed, columns, ignored: ['G'], headers: { G: 'Statut' } };
    const kept = book.run({ kind: 'bind', binding: ignoring });
    expect(kept.understood?.confirmed).toBe(true);
    expect(kept.understood?.columns[6]).toMatchObject({ header: 'Statut', role: null, ignored: true });
    expect(kept.understood?.owned[1]).toEqual({ role: 'status', column: null, choice: 'add' });
  });

  it('a trial is read and not kept; a yes is kept and writes no cell', () => {
    const book = new Book();
    const proposed = bindingOf(book.run({ kind: 'open' }));
    const asNotes = { ...proposed, columns: { ...proposed.columns, status: '', notes: 'G' } };
    const tried = book.run({ kind: 'open', options: { trial: asNotes } });
    expect([tried.understood?.confirmed, tried.understood?.columns[6]?.role]).toEqual([false, 'notes']);
    expect(book.snapshot.binding).toBeUndefined();
    const kept = book.run({ kind: 'bind', binding: { ...asNotes, currency: 'CHF' } });
    expect([kept.understood?.confirmed, kept.understood?.decided.currency]).toEqual([true, 'CHF']);
    expect(book.asked).toEqual(['read', 'read', 'read', 'keep']);
  });

  it('a binding that does not hold is not kept', () => {
    const book = new Book();
    const view = book.run({ kind: 'bind', binding: { sheet: 'Factures', headerRow: 3, columns: { number: 'A' } } });
    expect([view.understood?.confirmed, book.snapshot.binding]).toEqual([false, undefined]);
  });

  it('a currency said at binding is the currency of amounts that name none', () => {
    const book = new Book();
    const bare = ROWS.map((row) => row.map((cell, at) => (at === 3 ? String(cell).replace(' €', '') : cell)));
    book.snapshot = { ...book.snapshot, sheets: [{ name: 'Factures', cells: [HEADERS, ...bare] }] };
    const proposed = bindingOf(book.run({ kind: 'open' }));
    expect(book.run({ kind: 'open' }).report?.kpis[0]?.currency).toBe(null);
    book.run({ kind: 'bind', binding: { ...proposed, currency: 'EUR' } });
    expect(book.run({ kind: 'open' }).report?.kpis[0]?.currency).toBe('EUR');
  });
});

// ── messages, and what the user says was done ───────────────────────────────────────────────────────────────────────────────────────────

describe('messages of the entries asked for', () => {
  it('none is made unasked; one asked for is what will be drafted', () => {
    const book = new Book();
    const view = book.run({ kind: 'open' });
    expect(view.messages).toEqual([]);
    const durand = entryOf(view, 'Durand');
    const [message] = book.run({ kind: 'open', options: { panel: { messages: [durand] } } }).messages ?? [];
    expect(message).toMatchObject({ entry: durand, to: 'durand@a.example', earlier: [] });
    book.run({ kind: 'prepare', entries: [durand] });
    expect(book.drafts[0]).toMatchObject({ subject: message?.subject, text: message?.text, html: message?.html });
  });

  it('the user’s words win, on one line in the subject, never as markup', () => {
    const book = new Book();
    const durand = entryOf(book.run({ kind: 'open' }), 'Durand');
    book.run({ kind: 'prepare', entries: [durand], edits: { [durand]: { subject: 'Un\r\nBcc: x@y.example', text: 'a\n\n<b>' } } });
    const [draft] = book.drafts;
    expect(draft?.subject).not.toMatch(/[\r\n]/);
    expect(draft?.text).toBe('a\n\n<b>\n');
    expect(draft?.html).toContain('&lt;b&gt;');
    expect(draft?.html).not.toContain('<b>');
  });
});

describe('what the user says was done', () => {
  const prepared = () => {
    const book = new Book();
    const durand = entryOf(book.run({ kind: 'open' }), 'Durand');
    const view = book.run({ kind: 'prepare', entries: [durand] });
    return { book, durand, draft: view.drafted[0]?.id as string };
  };

  it('a draft waits in the outbox until its fate is told', () => {
    const { book, durand, draft } = prepared();
    const view = book.run({ kind: 'open' });
    expect(view.outbox).toMatchObject([
      { id: draft, state: 'drafted', customer: 'Durand', madeOn: '2026-02-23', amounts: { EUR: 2150 }, reference: `ref-${draft}` },
    ]);
    expect(
      worklistOf(view)
        .find(({ id }) => id === durand)
        ?.blockedBy.map(({ guard }) => guard),
    ).toContain('already-drafted');
    const sent = book.run({ kind: 'mark', draft, fate: 'sent' });
    expect(sent.outbox).toEqual([]);
    expect(sent.journal?.lines[0]).toMatchObject({
      event: 'sent',
      draft,
      steps: [{ event: 'intent' }, { event: 'drafted' }, { event: 'sent' }],
    });
    expect(book.run({ kind: 'mark', draft, fate: 'discarded' }).journal?.lines[0]?.event).toBe('sent');
  });

  it('a discarded draft may be prepared again', () => {
    const { book, durand, draft } = prepared();
    book.run({ kind: 'mark', draft, fate: 'discarded' });
    expect(book.run({ kind: 'prepare', entries: [durand] }).drafted).toHaveLength(1);
  });

  it('a call where an e-mail was due is a contact, and leaves the e-mail to be done', () => {
    const book = new Book();
    const durand = entryOf(book.run({ kind: 'open' }), 'Durand');
    const view = book.run({ kind: 'log-call', entry: durand, note: 'paie vendredi' });
    expect(view.journal?.lines[0]).toMatchObject({
      event: 'called',
      customer: 'Durand',
      channel: 'call',
      stages: [],
      note: 'paie vendredi',
    });
    const next = worklistOf(view).find(({ customer }) => customer === 'Durand');
    expect([next?.due, next?.stage]).toEqual([false, 'reminder']);
  });

  it('a skipped step is passed over and the next one comes', () => {
    const book = new Book();
    const durand = entryOf(book.run({ kind: 'open' }), 'Durand');
    const view = book.run({ kind: 'skip', entry: durand, reason: 'vu ce matin' });
    expect(view.journal?.lines[0]).toMatchObject({ event: 'skipped', stages: ['reminder'], note: 'vu ce matin' });
    expect(worklistOf(view).find(({ customer }) => customer === 'Durand')?.stage).not.toBe('reminder');
  });

  it('of an entry that is no more, nothing is written', () => {
    const book = new Book();
    expect(book.run({ kind: 'log-call', entry: 'nobody' }).journal?.total).toBe(0);
  });
});

// ── the journal in lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const row = (id: number, event: JournalEvent, more: Partial<JournalEntry> = {}): JournalEntry => ({
  id: String(id),
  on: (20_000 + id) as JournalEntry['on'],
  at: `2026-01-0${id}T10:00:00`,
  event,
  customer: 'Durand',
  invoices: ['F-1'],
  stage: 'reminder',
  round: 1,
  channel: 'email',
  amount: 100,
  currency: 'EUR',
  until: null,
  by: '',
  reference: 'd',
  text: '',
  check: '',
  ...more,
});

describe('the journal in lines', () => {
  it.each([
    ['nothing', [], [], []],
    ['one reminder, one line', [row(1, 'intent'), row(2, 'drafted'), row(3, 'sent')], ['sent'], []],
    ['a draft waits', [row(1, 'intent'), row(2, 'drafted')], ['drafted'], ['drafted']],
    ['what was mentioned does not decide', [row(1, 'drafted'), row(2, 'mentioned', { invoices: ['F-9'] })], ['drafted'], ['drafted']],
    ['gone: to be confirmed', [row(1, 'drafted'), row(2, 'presumed-sent')], ['presumed-sent'], ['presumed-sent']],
    ['taken back', [row(1, 'drafted'), row(2, 'sent'), row(3, 'undone', { reference: '2' })], ['drafted'], ['drafted']],
    ['a call beside a draft', [row(1, 'drafted'), row(2, 'called', { reference: '' })], ['called', 'drafted'], ['drafted']],
  ] as const)('%s', (_, entries, events, waiting) => {
    expect(journalLines(entries).map((line) => line.event)).toEqual(events);
    expect(outboxOf(entries).map((draft) => draft.state)).toEqual(waiting);
  });

  it('an invoice announced, drafted and sent counts its amount once; two stages of a message add up', () => {
    const entries = [
      row(1, 'intent'),
      row(2, 'intent', { invoices: ['F-2'], stage: 'call', amount: 50 }),
      row(3, 'drafted'),
      row(4, 'drafted', { invoices: ['F-2'], stage: 'call', amount: 50 }),
    ];
    expect(journalLines(entries)[0]).toMatchObject({ amounts: { EUR: 150 }, invoices: ['F-1', 'F-2'], stages: ['reminder', 'call'] });
  });
});

describe('packed rows', () => {
  it('come out as they went in', () => {
    const shape = fc.record({
      a: fc.integer({ min: 0, max: 3 }),
      b: fc.option(fc.string()),
      c: fc.constantFrom(null, { stage: 'x', on: null }, { stage: 'y', on: '2026-01-01' }),
      d: fc.array(fc.string()),
    });
    fc.assert(
      fc.property(fc.array(shape), (rows) => expect(unpacked(packed(rows))).toEqual(rows)),
      { numRuns: tries(60) },
    );
    expect(rowAt(packed([{ a: 1 }]), 1)).toBe(null);
  });
});
