/**
 * The limit the product is measured against: the same answers found by one loop tuned by hand over this very sheet. It is told where the columns stand,
 * in which order dates are written and by which cadence to remind; it knows one currency, no tabs, no other spelling, and reports nothing. What no
 * reading of such a sheet can go without it does: every mapped cell, who owes, twin numbers, what was done last, when a customer was last contacted.
 */
import type { Cell, Snapshot } from '../core/workbook.ts';
import { businessDays, civil, dayNumber, instantDays } from './floor-days.ts';
import { type FloorKpis, floorFigures, type Milestone, type Sums } from './floor-figures.ts';
import { AS_OF, COLUMN, type RowKind } from './rows.ts';

/** What both candidates must agree on. Indexes into the lists below; stage 255 and day 0 where nothing is to be done; status 255 where an invoice is still to come. */
export interface FloorAnswer {
  readonly status: Uint8Array;
  readonly stage: Uint8Array;
  readonly on: Int32Array;
  readonly kpis: FloorKpis;
}

export const FLOOR_STATUSES = ['credit', 'paid', 'to-fix', 'disputed', 'overdue', 'watch', 'not-due'] as const;
const [CREDIT, PAID, TO_FIX, DISPUTED, OVERDUE, WATCH, NOT_DUE] = [0, 1, 2, 3, 4, 5, 6];
export const FLOOR_STAGES = ['pre-reminder', 'reminder', 'call', 'formal-reminder', 'formal-notice', 'hand-over'] as const;
const [PRE_REMINDER, CALL, FORMAL_NOTICE, HAND_OVER] = [0, 2, 4, 5];
const OFFSETS = [-7, 3, 10, 20, 30];
const OVERDUE_FROM = 3;
const WATCH_FROM = -7;
const REST = 7;
const INTERVAL = 5;
const NOTICE_REST = 9;
const TOLERANCE = 10;
export const NONE = 255;
const NO_DAY = -0x40000000;

/** A day before 1920 or more than 50 years ahead is no date of an invoice. */
const FIRST_DAY = dayNumber(1920, 1, 1);
const LAST_DAY = dayNumber(civil(AS_OF).year + 50, 9, 17);

/** A text of the last-action column, understood once: the rung it stands for and the latest such day up to the as-of day. */
interface Done {
  readonly stage: number;
  readonly on: number;
}
const ACTION = /^(Pré-rappel|Relance|Appel|Mise en demeure) J[+-](\d+)(?: \((\d\d)\/(\d\d)\))?$/;

function readAction(text: string): Done {
  const found = ACTION.exec(text);
  if (!found) throw new Error(`the floor does not know "${text}"`);
  const stage = found[1] === 'Pré-rappel' ? 0 : found[1] === 'Appel' ? 2 : found[1] === 'Mise en demeure' ? 4 : found[2] === '3' ? 1 : 3;
  if (found[3] === undefined) return { stage, on: NO_DAY };
  const { year } = civil(AS_OF);
  const [day, month] = [Number(found[3]), Number(found[4])];
  const on = dayNumber(year, month, day);
  // 29 February is of the year before when this one has none.
  return { stage, on: on <= AS_OF && civil(on).day === day ? on : dayNumber(year - 1, month, day) };
}

function unreadable(cell: Cell | number): never {
  throw new Error(`the floor cannot read ${JSON.stringify(cell)}`);
}

const two = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** First days of the months since 1920, so that a date text is two look-ups. */
const MONTH_STARTS = Int32Array.from({ length: 200 * 12 + 1 }, (_, m) => dayNumber(1920 + Math.floor(m / 12), (m % 12) + 1, 1));

/** `dd/mm/yyyy` as a day. */
function dayOfText(text: string): number {
  if (text.length !== 10 || text.charCodeAt(2) !== 47 || text.charCodeAt(5) !== 47) unreadable(text);
  const day = two(text, 0);
  const month = two(text, 3);
  const year = two(text, 6) * 100 + two(text, 8);
  const m = (year - 1920) * 12 + month - 1;
  // NaN and impossible parts fail one of these.
  if (!(month >= 1 && month <= 12 && m >= 0 && m < MONTH_STARTS.length - 1 && day >= 1)) unreadable(text);
  const on = (MONTH_STARTS[m] as number) + day - 1;
  if (on >= (MONTH_STARTS[m + 1] as number)) unreadable(text);
  return on;
}

/** `-1 850,00 €` in cents. */
function centsOfText(text: string): number {
  const end = text.length - 2;
  if (text.charCodeAt(end + 1) !== 8364 || text.charCodeAt(end) !== 160 || text.charCodeAt(end - 3) !== 44) unreadable(text);
  const first = text.charCodeAt(0) === 45 ? 1 : 0;
  let digits = 0;
  for (let at = first; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit !== 8239 - 48 && at !== end - 3) unreadable(text);
  }
  return first === 1 ? -digits : digits;
}

/** Twin invoice numbers, compared without capitals or blanks, in one open table; the rows of each twin are held. */
class Numbers {
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
  constructor(size: number) {
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.slots = new Int32Array(capacity);
    this.hashes = new Int32Array(size);
  }
  /** The earlier row of the same number, −1 for none. */
  add(row: number, number: string, rows: readonly (readonly Cell[])[]): number {
    let hash = 0x811c9dc5;
    for (let at = 0; at < number.length; at++) {
      const unit = number.charCodeAt(at);
      if (unit > 32) hash = Math.imul(hash ^ (unit >= 97 && unit <= 122 ? unit - 32 : unit), 0x01000193);
    }
    this.hashes[row] = hash;
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let other = this.slots[slot] as number; other !== 0; other = this.slots[slot] as number) {
      if (this.hashes[other - 1] === hash && (rows[other] as readonly Cell[])[COLUMN.number] === number) return other - 1;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = row + 1;
    return -1;
  }
}

/** Sales by issue day, grown backwards when an older invoice is met. */
class DailySales {
  from = AS_OF - 2047;
  sums = new Float64Array(2048);
  count = 0;
  first = AS_OF + 1;
  add(day: number, cents: number): void {
    if (day < this.from) {
      const sums = new Float64Array(AS_OF + 1 - day + 1024);
      sums.set(this.sums, sums.length - this.sums.length);
      this.sums = sums;
      this.from = AS_OF + 1 - sums.length;
    }
    if (day < this.first) this.first = day;
    this.sums[day - this.from] = (this.sums[day - this.from] as number) + cents;
    this.count++;
  }
}

/** The answers for the rows of `rows.ts`, whichever host they came from. */
export function floor(snapshot: Snapshot, kind: RowKind): FloorAnswer {
  const sheet = snapshot.sheets[0] as Snapshot['sheets'][number];
  const rows = sheet.cells;
  const formats = sheet.formats;
  const size = rows.length - 1;
  const moneyFormat = formats?.[1]?.[COLUMN.amount] ?? null;
  const dayFormat = formats?.[1]?.[COLUMN.dueOn] ?? null;
  const ofInstant = kind === 'google' ? instantDays(snapshot.timeZone ?? 'UTC') : unreadable;

  const status = new Uint8Array(size);
  const stage = new Uint8Array(size).fill(NONE);
  const on = new Int32Array(size);
  const dueOn = new Int32Array(size);
  const open = new Float64Array(size);
  const issuedOn = new Int32Array(size);
  const customer = new Int32Array(size);
  const doneOf = new Uint8Array(size).fill(NONE);
  const contactOn = new Int32Array(size).fill(NO_DAY);
  const customers = new Map<string, number>();
  const customerKeys = new Map<string, number>();
  let lastContact = new Int32Array(1024).fill(NO_DAY);
  const actions = new Map<string, Done>();
  const numbers = new Numbers(size);
  const sales = new DailySales();
  const milestones = milestonesOf();
  const { following, days } = milestones;
  const end = days.length;
  const firstMilestone = days[0] as number;
  const quarterAgo = AS_OF - 90;
  const yearAgo = AS_OF - 365;
  const outstanding = new Float64Array(end + 1);
  const overdue = new Float64Array(end + 1);
  const ageless = new Float64Array(end + 1);
  const bucketCounts = [0, 0, 0, 0, 0];
  const bucketAmounts = [0, 0, 0, 0, 0];
  const sums: Sums = { unapplied: 0, disputed: 0, lateDays: 0, late: 0, paymentDays: 0, payment: 0, recoverable: 0, recovered: 0 };
  const held: number[] = [];
  const chased = new Int32Array(size);
  let chasedCount = 0;

  const readDay = (cell: Cell, row: number, column: number): number => {
    if (cell === null || cell === '' || cell === undefined) return NO_DAY;
    let day: number;
    if (typeof cell === 'number') {
      if ((formats?.[row]?.[column] ?? null) !== dayFormat) unreadable(cell);
      day = Math.floor(cell) - 25569;
    } else if (typeof cell === 'string') day = dayOfText(cell);
    else if (cell instanceof Date) day = ofInstant(cell.getTime());
    else return unreadable(cell);
    return day >= FIRST_DAY && day <= LAST_DAY ? day : unreadable(cell);
  };
  const readCents = (cell: Cell, row: number, column: number): number => {
    if (typeof cell === 'number') {
      if ((formats?.[row]?.[column] ?? null) !== moneyFormat) unreadable(cell);
      return Math.round(cell * 100);
    }
    return typeof cell === 'string' && cell !== '' ? centsOfText(cell) : cell === null || cell === '' ? Number.NaN : unreadable(cell);
  };
  const milestoneOf = (day: number): number => {
    const since = day - firstMilestone;
    return following[since < 0 ? 0 : since < following.length ? since : following.length - 1] as number;
  };
  const stretch = (cents: number, from: number, to: number, late: number): void => {
    if (cents === 0 || from >= to) return;
    outstanding[from] = (outstanding[from] as number) + cents;
    outstanding[to] = (outstanding[to] as number) - cents;
    if (cents < 0 || late < 0) {
      ageless[from] = (ageless[from] as number) + cents;
      ageless[to] = (ageless[to] as number) - cents;
      return;
    }
    const turn = late < from ? from : Math.min(late, to);
    overdue[turn] = (overdue[turn] as number) + cents;
    overdue[to] = (overdue[to] as number) - cents;
  };

  for (let i = 0; i < size; i++) {
    const row = i + 1;
    const cells = rows[row] as readonly Cell[];
    const number = cells[COLUMN.number] as string;
    const twin = numbers.add(i, number, rows);
    if (twin >= 0) held.push(twin, i);

    const name = cells[COLUMN.customer] as string;
    let who = customers.get(name);
    if (who === undefined) {
      const key = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
      who = customerKeys.get(key);
      if (who === undefined) {
        who = customerKeys.size;
        customerKeys.set(key, who);
        if (who === lastContact.length) {
          const more = new Int32Array(who * 2).fill(NO_DAY);
          more.set(lastContact);
          lastContact = more;
        }
      }
      customers.set(name, who);
    }
    customer[i] = who;

    const issued = readDay(cells[COLUMN.issuedOn] as Cell, row, COLUMN.issuedOn);
    const due = readDay(cells[COLUMN.dueOn] as Cell, row, COLUMN.dueOn);
    const amount = readCents(cells[COLUMN.amount] as Cell, row, COLUMN.amount);
    const paidCents = readCents(cells[COLUMN.paidAmount] as Cell, row, COLUMN.paidAmount);
    const paidOn = readDay(cells[COLUMN.paidOn] as Cell, row, COLUMN.paidOn);
    const said = cells[COLUMN.status];
    const told = cells[COLUMN.lastAction];
    const isDisputed = said === 'Litige';
    if (!isDisputed && said !== null && said !== '') unreadable(said as Cell);
    // As long as the payment has not happened it is not there; without an amount it is the whole.
    const paid = !Number.isNaN(paidCents) ? paidCents : paidOn === NO_DAY ? 0 : amount;
    issuedOn[i] = issued;
    dueOn[i] = due;
    if (issued > AS_OF) {
      status[i] = NONE;
      continue;
    }

    if (told !== null && told !== '') {
      let done = actions.get(told as string);
      if (done === undefined) {
        done = readAction(told as string);
        actions.set(told as string, done);
      }
      doneOf[i] = done.stage;
      if (done.on >= issued) {
        contactOn[i] = done.on;
        if (done.on > (lastContact[who] as number)) lastContact[who] = done.on;
      }
    }

    const settled = paidOn <= AS_OF ? paid : 0;
    const left = amount - settled;
    open[i] = left;
    sales.add(issued, amount);

    // Where it stands today.
    if (amount < 0) {
      status[i] = CREDIT;
      sums.unapplied += left;
    } else {
      const age = AS_OF - due;
      if (left > 0) {
        const bucket = age <= 0 ? 0 : age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4;
        bucketCounts[bucket] = (bucketCounts[bucket] as number) + 1;
        bucketAmounts[bucket] = (bucketAmounts[bucket] as number) + left;
      } else if (left < 0) sums.unapplied += left;
      if (left <= TOLERANCE) {
        status[i] = PAID;
        if (paidOn > yearAgo) {
          sums.lateDays += amount * (paidOn - due);
          sums.late += amount;
          sums.paymentDays += amount * (paidOn - issued);
          sums.payment += amount;
        }
      } else {
        if (age >= 1) {
          sums.lateDays += amount * age;
          sums.late += amount;
        }
        if (isDisputed) {
          status[i] = DISPUTED;
          sums.disputed += left;
        } else {
          status[i] = age >= OVERDUE_FROM ? OVERDUE : age >= WATCH_FROM ? WATCH : NOT_DUE;
          chased[chasedCount++] = i;
        }
      }
      // What could be asked for in the last quarter, and what of it came in.
      if (due <= AS_OF) {
        const counted = Math.max(paidOn, issued);
        const base = counted <= quarterAgo ? amount - paid : amount;
        if (base > 0) {
          sums.recoverable += base;
          if (counted > quarterAgo && counted <= AS_OF) sums.recovered += Math.min(paid, base);
        }
      }
    }

    // Where it stood at each milestone.
    const paidFrom = Math.max(paidOn, issued);
    if (paid !== amount || paidFrom > firstMilestone) {
      const from = milestoneOf(issued);
      const late = amount < 0 ? -1 : milestoneOf(due + 1);
      const to = paid === 0 ? end : milestoneOf(paidFrom);
      stretch(amount, from, to, late);
      if (paid !== amount) stretch(amount - paid, to, end, late);
    }
  }
  for (const i of held) if (status[i] !== NONE && status[i] !== CREDIT && status[i] !== PAID) status[i] = TO_FIX;

  plan(rows, { status, stage, on, dueOn, customer, doneOf, contactOn, lastContact }, chased.subarray(0, chasedCount), customerKeys.size);
  return {
    status,
    stage,
    on,
    kpis: floorFigures(sums, bucketCounts, bucketAmounts, sales, days, milestones, { outstanding, overdue, ageless }),
  };
}

interface Plans {
  readonly status: Uint8Array;
  readonly stage: Uint8Array;
  readonly on: Int32Array;
  readonly dueOn: Int32Array;
  readonly customer: Int32Array;
  readonly doneOf: Uint8Array;
  readonly contactOn: Int32Array;
  readonly lastContact: Int32Array;
}

/** The next action of every open invoice; then, where a customer is to be called at an address, what is to be written there waits. */
function plan(rows: readonly (readonly Cell[])[], plans: Plans, chased: Int32Array, customers: number): void {
  const { status, stage, on, dueOn, customer, doneOf, contactOn, lastContact } = plans;
  const nextBusinessDay = businessDays(AS_OF);
  const firstAddress = new Array<string>(customers).fill('');
  const addresses = new Map<string, number>();
  // Firmest stage due today of each customer and address, −1 for none; addresses beyond a customer's first follow the customers.
  const groupOf = new Int32Array(chased.length);
  let firmest = new Int8Array(customers + 64).fill(-1);
  let groups = customers;
  for (let c = 0; c < chased.length; c++) {
    const i = chased[c] as number;
    if (status[i] === TO_FIX) continue;
    const due = dueOn[i] as number;
    const who = customer[i] as number;
    const contact = contactOn[i] as number;
    const fromInterval = (lastContact[who] as number) + INTERVAL;
    const done = doneOf[i] as number;
    let next = done === NONE ? PRE_REMINDER : done + 1;
    let day = 0;
    for (; next <= HAND_OVER; next++) {
      if (next === PRE_REMINDER && AS_OF > due) continue;
      const rest = next === HAND_OVER && done === FORMAL_NOTICE ? NOTICE_REST : REST;
      day = due + (next === HAND_OVER ? (OFFSETS[done] as number) : (OFFSETS[next] as number));
      if (day < AS_OF) day = AS_OF;
      if (contact + rest > day) day = contact + rest;
      if (fromInterval > day) day = fromInterval;
      day = nextBusinessDay(day);
      if (next !== PRE_REMINDER || day <= due) break;
    }
    stage[i] = next;
    on[i] = day;

    const address = (rows[i + 1] as readonly Cell[])[COLUMN.email] as string;
    let group = who;
    if (firstAddress[who] === '') firstAddress[who] = address;
    else if (firstAddress[who] !== address) {
      const key = `${who} ${address.trim().toLowerCase()}`;
      group = addresses.get(key) ?? groups++;
      addresses.set(key, group);
      if (group === firmest.length) {
        const more = new Int8Array(group * 2).fill(-1);
        more.set(firmest);
        firmest = more;
      }
    }
    groupOf[c] = group;
    if (day <= AS_OF && next !== HAND_OVER && next > (firmest[group] as number)) firmest[group] = next;
  }
  const afterCall = nextBusinessDay(AS_OF + INTERVAL);
  for (let c = 0; c < chased.length; c++) {
    const i = chased[c] as number;
    if (status[i] !== TO_FIX && firmest[groupOf[c] as number] === CALL && (stage[i] as number) < CALL && (on[i] as number) <= AS_OF)
      on[i] = afterCall;
  }
}

function milestonesOf(): Milestone {
  const { year, month } = civil(AS_OF);
  const months = Array.from({ length: 12 }, (_, m) => (m === 11 ? AS_OF : dayNumber(year, month - 10 + m, 1) - 1));
  const days = [...new Set([...months, AS_OF - 90, AS_OF - 365])].sort((a, b) => a - b);
  const first = days[0] as number;
  const following = Uint8Array.from({ length: AS_OF - first + 2 }, (_, since) => days.filter((day) => day < first + since).length);
  return {
    days,
    following,
    months: months.map((day) => days.indexOf(day)),
    quarterAgo: days.indexOf(AS_OF - 90),
    yearAgo: days.indexOf(AS_OF - 365),
  };
}
