/**
 * The law of the whole follow-up. Whatever is told, typed, paid, undone and wherever a host stops: nothing is drafted twice, nobody is reminded of what
 * is paid, disputed, promised, paused or on a plan, nor within days of being spoken to, no message names another customer's invoice, and every event
 * stands in the journal.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type CalendarDay, type Cell, type Command, type Draft, dayFromIso, isoOf, perform, type View } from '../../core/index.ts';
import { columnOf, day, INVOICES, type Row, workbookOf } from '../core/workbook-of.ts';
import { type Meanwhile, MemoryHost } from '../hosts/memory.ts';
import { count, type Law, type Tally } from './law.ts';

const START = day('2025-09-15');
const GRACE = 2;
/** Days for which a customer who was written or spoken to is left alone. */
const MINIMUM_INTERVAL = 5;
const CONTACTS: readonly string[] = ['sent', 'presumed-sent', 'called', 'letter'];

const BOOK: readonly (Row & { readonly amount: number; readonly customer: string })[] = [
  { customer: 'Dupont', email: 'a@x.example', due: '2025-09-01', amount: 1000 },
  { customer: 'Dupont', email: 'a@x.example', due: '2025-09-12', amount: 500 },
  { customer: 'Durand', email: 'b@x.example', due: '2025-09-05', amount: 800 },
  { customer: 'Martin', email: 'c@x.example', due: '2025-08-20', amount: 1200 },
  { customer: 'Martin', email: 'c@x.example', due: '2025-09-20', amount: 300 },
];
const OWNER = new Map(BOOK.map(({ customer }, i) => [`F${i + 1}`, customer]));
const AMOUNT = new Map(BOOK.map(({ amount }, i) => [`F${i + 1}`, amount]));
const WORKBOOK = workbookOf(BOOK, { columns: ['paid', 'paidOn'] });
const AT = { number: columnOf(WORKBOOK, 'number'), paid: columnOf(WORKBOOK, 'paid'), paidOn: columnOf(WORKBOOK, 'paidOn') };

// ── What may happen ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const customers = fc.constantFrom('Dupont', 'Durand', 'Martin');
const ahead = fc.integer({ min: -2, max: 9 });
const told = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'prepare' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'refresh' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'undo-last' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      nth: fc.nat(3),
      fate: fc.constantFrom('sent' as const, 'discarded' as const, 'unknown' as const),
    }),
  },
  fc.record({
    kind: fc.constant('promise' as const),
    customer: customers,
    in: ahead,
    amount: fc.option(fc.integer({ min: -1, max: 1500 }), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('dispute' as const),
    customer: customers,
    amount: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('resolve' as const), customer: customers }),
  fc.record({ kind: fc.constant('hold' as const), customer: customers, in: ahead }),
  fc.record({
    kind: fc.constant('plan' as const),
    customer: customers,
    in: ahead,
    parts: fc.integer({ min: 1, max: 3 }),
    slip: fc.constantFrom(0, 0, 0, 1),
    confirm: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('write-to' as const),
    customer: customers,
    message: fc.constantFrom('after-call' as const, 'thank-you' as const, 'statement' as const),
  }),
  fc.record({ kind: fc.constant('note' as const), customer: customers }),
  fc.record({
    kind: fc.constant('log-call' as const),
    nth: fc.nat(3),
    outcome: fc.constantFrom('reached' as const, 'voicemail' as const, 'wrong-contact' as const, 'in-payment-run' as const),
  }),
);
const payment = fc.record({ row: fc.nat(BOOK.length - 1), share: fc.constantFrom(0.3, 0.5, 1) });
const step = fc.record({
  days: fc.constantFrom(0, 0, 1, 2, 5, 8),
  payment: fc.option(payment, { freq: 4, nil: null }),
  told,
  /** Before this request the host stops. */
  crash: fc.option(fc.nat(9), { freq: 3, nil: null }),
  /** Before this request the user types a payment or sorts the sheet. */
  meanwhile: fc.option(fc.record({ at: fc.nat(6), payment: fc.option(payment, { nil: null }) }), { freq: 3, nil: null }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

class Crash extends Error {}

// ── A house living through it ───────────────────────────────────────────────────────────────────────────────────────────────────────────

class House {
  readonly host = new MemoryHost(WORKBOOK);
  today: CalendarDay = START;
  #clicks = 0;
  /** What was paid when the command last read the sheet: what is typed later it cannot know. */
  #paidAtRead = new Map<string, number>();

  live({ days, payment: paid, told: what, crash, meanwhile }: Step): void {
    this.today = addDays(this.today, days);
    if (paid) this.pay(paid);
    const command = this.#command(what);
    if (command === null) return;
    const before = this.rows().length;
    const watch: Meanwhile = (request, n) => {
      if (n === crash) throw new Crash();
      if (meanwhile?.at === n) {
        if (meanwhile.payment) this.pay(meanwhile.payment);
        // A sort and a stop within one command leave cells where they landed: that is another law's (the sheet is put right by the command's end).
        else if (crash === null) this.host.cells(INVOICES).splice(1, BOOK.length, ...this.host.cells(INVOICES).slice(1).reverse());
      }
      if (request.kind === 'read') this.#paidAtRead = this.paid();
      if (request.kind === 'draft') this.#mayGo(request.draft);
    };
    let view: View | null = null;
    try {
      view = this.host.run(perform(command, this.today), watch);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    if (view !== null) this.#isTold(command, view, before);
    this.#throwAway();
    for (const [id, times] of this.host.made) assert.equal(times, 1, `draft ${id}`);
  }

  pay({ row, share }: { readonly row: number; readonly share: number }): void {
    const cells = this.host.cells(INVOICES).find((line) => line[AT.number] === `F${row + 1}`) as Cell[];
    const total = AMOUNT.get(`F${row + 1}`) as number;
    const paid = Number(cells[AT.paid] ?? 0);
    if (paid >= total) return;
    cells[AT.paid] = Math.min(total, Math.round((paid + total * share) * 100) / 100);
    cells[AT.paidOn] = { date: isoOf(this.today) };
  }

  paid(): Map<string, number> {
    const lines = this.host.cells(INVOICES).slice(1);
    return new Map(lines.map((line) => [String(line[AT.number]), Number(line[AT.paid] ?? 0)]));
  }

  /** The journal as it stands, told without the core: what was taken back left out. */
  rows(): Told[] {
    const all = this.host.cells('Reminder journal').slice(1).map(toldRow);
    const taken = new Set<string>();
    for (const row of [...all].reverse()) if (row.event === 'undone' && !taken.has(row.id)) taken.add(row.reference);
    return all.filter(({ id }) => !taken.has(id));
  }

  #command(what: Step['told']): Command | null {
    const at = `2026-01-01T09:${String(Math.floor(this.#clicks / 60)).padStart(2, '0')}:${String(this.#clicks++ % 60).padStart(2, '0')}`;
    const inDays = (n: number) => isoOf(addDays(this.today, n));
    switch (what.kind) {
      case 'prepare':
      case 'refresh':
      case 'undo-last':
        return { kind: what.kind, at };
      case 'mark': {
        const ids = [...this.host.drafts.keys()];
        return ids.length === 0 ? null : { kind: 'mark', at, draft: ids[what.nth % ids.length] as string, fate: what.fate };
      }
      case 'promise':
        return {
          kind: what.kind,
          at,
          customer: what.customer,
          until: inDays(what.in),
          ...(what.amount === undefined ? {} : { amount: what.amount }),
        };
      case 'dispute': {
        const invoices = [...OWNER]
          .filter(([, owner]) => owner === what.customer)
          .map(([number]) => number)
          .slice(0, 1);
        return {
          kind: what.kind,
          at,
          customer: what.customer,
          category: 'price',
          ...(what.amount === undefined ? {} : { amount: what.amount, invoices }),
        };
      }
      case 'resolve':
        return { kind: what.kind, at, customer: what.customer };
      case 'hold':
        return { kind: what.kind, at, customer: what.customer, until: inDays(what.in) };
      case 'plan': {
        const paid = this.paid();
        const open = [...OWNER]
          .filter(([, owner]) => owner === what.customer)
          .reduce((sum, [number]) => sum + (AMOUNT.get(number) as number) - (paid.get(number) as number), 0);
        const cents = Math.round(open * 100);
        const share = Math.floor(cents / what.parts);
        const instalments = Array.from({ length: what.parts }, (_, n) => ({
          on: inDays(what.in + n * 7),
          amount: (n === what.parts - 1 ? cents - share * (what.parts - 1) + what.slip : share) / 100,
        }));
        return { kind: 'plan', at, customer: what.customer, instalments, confirm: what.confirm };
      }
      case 'write-to':
        return { kind: 'write-to', at, customer: what.customer, message: what.message };
      case 'note':
        return { kind: 'note', at, customer: what.customer, note: 'a word' };
      case 'log-call': {
        const list = new MemoryHost(this.host.snapshot()).run(perform({ kind: 'open', at }, this.today)).report?.worklist ?? [];
        const entry = list[what.nth % Math.max(1, list.length)];
        return entry === undefined ? null : { kind: 'log-call', at, entry: entry.id, outcome: what.outcome };
      }
      default:
        return what satisfies never;
    }
  }

  /** What the user says was thrown away is: only then may it be made again. */
  #throwAway(): void {
    for (const id of [...this.host.made.keys()]) {
      const fate = this.rows().filter((row) => row.reference === id && row.event !== 'mentioned');
      if (fate.at(-1)?.event !== 'discarded') continue;
      this.host.drafts.delete(id);
      this.host.made.delete(id);
    }
  }

  /** A draft about to be made. */
  #mayGo(draft: Draft): void {
    const told = this.rows();
    const announced = told.filter((row) => row.event === 'intent' && row.reference === draft.id);
    const numbers = [...new Set(announced.flatMap(({ invoices }) => invoices))];
    assert.ok(numbers.length > 0, `draft ${draft.id} was not announced`);
    for (const number of numbers) assert.equal(OWNER.get(number), draft.customer);
    for (const [number, owner] of OWNER)
      if (owner !== draft.customer) assert.doesNotMatch(`${draft.subject} ${draft.text} ${draft.html}`, new RegExp(`\\b${number}\\b`));
    if (announced.every(({ stage }) => stage === '')) return;
    for (const number of numbers) assert.equal(this.#why(number, told), null, `a reminder of ${number}: ${this.#why(number, told)}`);
    for (const { event, customer, on } of told)
      if (customer === draft.customer && CONTACTS.includes(event))
        assert.ok(this.today - (dayFromIso(on) as CalendarDay) >= MINIMUM_INTERVAL, `a reminder to ${customer}, ${event} on ${on}`);
  }

  /** Why invoice `number` must be left alone today; null when it may be reminded. */
  #why(number: string, told: readonly Told[]): string | null {
    const paid = this.#paidAtRead.get(number) as number;
    if (paid >= (AMOUNT.get(number) as number) - 0.1) return 'paid';
    const about = told.filter(({ invoices }) => invoices.includes(number));
    const last = (...events: string[]) => about.filter(({ event }) => events.includes(event)).at(-1);
    const dispute = last('dispute', 'resolved');
    if (dispute?.event === 'dispute' && dispute.amount === '') return 'disputed';
    const promise = last('promise');
    // A part promised may have come in since, on any of its invoices, and then the rest is chased.
    const isWhole = promise?.invoices.every((other) => this.#paidAtRead.get(other) === 0);
    if (promise && isWhole && addDays(dayFromIso(promise.until) as CalendarDay, GRACE) >= this.today) return 'promised';
    const hold = last('hold');
    if (hold && (dayFromIso(hold.until) as CalendarDay) >= this.today) return 'on hold';
    const plan = last('plan');
    const first = plan?.reference
      .split(' ')
      .map(dayFromIso)
      .find((on) => on !== null);
    return first != null && addDays(first, GRACE) >= this.today && paid === 0 ? 'on plan' : null;
  }

  /** What a command was said to have done stands in the journal; what was refused wrote nothing of its own. */
  #isTold(command: Command, view: View, before: number): void {
    const told = this.rows();
    if (view.refused) {
      assert.doesNotMatch(view.refused.message, /undefined|null|NaN/);
      return;
    }
    const event = EVENT[command.kind];
    if (event !== undefined)
      assert.ok(
        told.slice(-20).some((row) => row.event === event),
        `no ${event} in the journal`,
      );
    for (const { id } of view.drafted)
      for (const event of ['intent', 'drafted'])
        assert.ok(
          told.some((row) => row.reference === id && row.event === event),
          `no ${event} of ${id}`,
        );
    assert.ok(this.host.cells('Reminder journal').length >= (before > 0 ? 2 : 0));
  }

  /** At the end: every draft is known, the journal hangs together, and nothing in the workbook is amiss. */
  isSound(): void {
    const { report } = this.host.run(perform({ kind: 'refresh', at: '2026-01-02T09:00:00' }, this.today));
    const all = this.host.cells('Reminder journal').slice(1).map(toldRow);
    for (const id of this.host.drafts.keys()) assert.ok(all.some((row) => row.reference === id && row.event === 'intent'));
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    const amiss = (report?.problems ?? []).filter(({ kind }) => kind !== 'disputed-part-paid');
    assert.deepEqual(
      amiss.map(({ kind, found, message }) => `${kind} ${found} ${message}`),
      [],
    );
  }
}

const EVENT: Partial<Record<Command['kind'], string>> = {
  promise: 'promise',
  dispute: 'dispute',
  resolve: 'resolved',
  hold: 'hold',
  plan: 'plan',
  note: 'note',
  'write-to': 'drafted',
};

interface Told {
  readonly id: string;
  readonly on: string;
  readonly event: string;
  readonly customer: string;
  readonly invoices: readonly string[];
  readonly stage: string;
  readonly amount: string;
  readonly until: string;
  readonly reference: string;
}

function toldRow(cells: readonly Cell[]): Told {
  const text = (at: number) => String(cells[at] ?? '');
  return {
    id: text(0),
    on: text(1).slice(0, 10),
    event: text(2),
    customer: text(3),
    invoices: text(4).split('; ').filter(Boolean),
    stage: text(5),
    amount: text(8),
    until: text(10),
    reference: text(12),
  };
}

function lives(steps: readonly Step[], tally: Tally): void {
  const house = new House();
  for (const one of steps) house.live(one);
  house.isSound();
  count(tally, 'commands', steps.length);
  count(tally, 'drafts', [...house.host.made.values()].length);
}

export const dunningHistories: Law<readonly Step[]> = {
  name: 'dunning histories',
  cases: fc.array(step, { minLength: 2, maxLength: 14 }),
  holds: lives,
  never: ['reminders made twice', 'of what must be left alone', 'of another customer’s invoice', 'events untold'],
};
