// A year of invoices as the house kept them: the open book, and before it a history in which each customer pays after its own habit.
// Seeded, so that the same figures come out on every machine.
import { CUSTOMERS } from './customers.mjs';
import { american, day, english, french, frenchPoints, frenchWords, iso, nextWorkday, TERMS, weekday } from './days.mjs';
import { AS_OF, OPEN_BOOK } from './open-book.mjs';

/** mulberry32: small, seeded, the same everywhere. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How many invoices leave the house each month, the open book included: quiet Augusts, busy autumns. */
const MONTHS = {
  '2025-02': 14,
  '2025-03': 17,
  '2025-04': 16,
  '2025-05': 15,
  '2025-06': 18,
  '2025-07': 17,
  '2025-08': 9,
  '2025-09': 18,
  '2025-10': 19,
  '2025-11': 16,
  '2025-12': 20,
  '2026-01': 33,
  '2026-02': 33,
};

function settled(random) {
  const between = (low, high) => low + random() * (high - low);
  const bell = () => random() + random() + random() - 1.5; // −1.5 … 1.5, most often near 0
  const rows = [];
  for (const [month, wanted] of Object.entries(MONTHS)) {
    const first = day(`${month}-01`);
    const byHand = OPEN_BOOK.filter((row) => row.kind === 'invoice' && iso(row.issued).startsWith(month)).length;
    for (let left = wanted - byHand, tries = 0; left > 0 && tries < 400; tries += 1) {
      const buyers = CUSTOMERS.filter((c) => !c.until || first < day(c.until));
      let ticket = random() * buyers.reduce((sum, c) => sum + c.share, 0);
      const who = buyers.find((c) => {
        ticket -= c.share;
        return ticket < 0;
      });
      const issued = nextWorkday(first + Math.floor(between(0, 27)));
      const due = TERMS[who.terms].due(issued);
      // A customer in trouble pays a little later every month.
      const drift = who.worse ? (issued - day('2025-02-01')) / 16 : 0;
      const late = Math.round(who.late + drift + bell() * who.spread * 1.3);
      const paidOn = nextWorkday(Math.max(issued + 2, due + late));
      const net = Math.round((who.size * (0.7 + random() * 0.6 + (random() < 0.06 ? 0.6 : 0))) / 5) * 5;
      const mood = random();
      if (paidOn > AS_OF - 3) continue; // still open: the open book speaks of those
      left -= 1;
      rows.push({
        tag: '',
        kind: 'invoice',
        customer: who.name,
        email: who.email,
        issued,
        due,
        terms: who.terms,
        gross: Math.round(net * 120) / 100,
        paidOn,
        paid: mood < 0.06 ? null : Math.round(net * 120) / 100, // the date alone means paid in full
        status: mood > 0.12 ? 'paid' : null,
        last: chased(due, paidOn, mood),
      });
    }
  }
  return rows;
}

/** What the house did about an invoice that was paid late; nobody writes everything down. */
function chased(due, paidOn, mood) {
  const late = paidOn - due;
  if (mood > 0.8 || late < 4) return mood < 0.2 && late > -5 ? { stage: 'pre', on: null } : null;
  const [stage, on] = late > 22 ? ['second', due + 20] : late > 12 ? ['call', due + 10] : ['reminder', due + 3];
  return nextWorkday(on) < Math.min(paidOn, AS_OF - 6) ? { stage, on: nextWorkday(on) } : null;
}

/** All rows of the book, in order of issue, numbered as the house numbers them: FA-2025-001, AV-2026-001. */
export function ledger() {
  const rows = [...OPEN_BOOK, ...settled(chance(6))].map((row, order) => ({ ...row, order }));
  rows.sort((a, b) => a.issued - b.issued || a.order - b.order);
  const next = {};
  for (const row of rows) {
    if (weekday(row.issued) > 4) throw new Error(`${row.tag}: issued on a weekend, ${iso(row.issued)}`);
    const series = `${row.kind === 'credit' ? 'AV' : 'FA'}-${iso(row.issued).slice(0, 4)}`;
    next[series] = (next[series] ?? 0) + 1;
    row.number = `${series}-${String(next[series]).padStart(3, '0')}`;
    if (row.kind === 'credit') row.status = 'credit';
    row.net = Math.round((row.gross / 1.2) * 100) / 100;
  }
  const named = (id) => rows.find((row) => row.id === id).number;
  for (const row of rows) {
    if (row.creditOf) row.creditOf = named(row.creditOf);
    if (row.sameNumberAs) row.number = named(row.sameNumberAs);
    row.status ??= standing(row);
  }
  rows.filter((row) => row.tag === '' && row.kind === 'invoice').forEach(typedAsText);
  return rows;
}

const NARROW = '\u202f';
const grouped = (amount, space, point) =>
  amount
    .toFixed(2)
    .replace('.', point)
    .replace(/\B(?=(\d{3})+\D)/g, space);

/** Here and there a value was pasted as text, as any sheet that lived a year shows. */
const PASTED = [
  [41, 5, 'date as text', 'issued', (row) => ({ fr: french(row.issued), en: english(row.issued) })],
  [53, 17, 'date in words', 'due', (row) => ({ fr: frenchWords(row.due), en: american(row.due) })],
  [67, 9, 'date as text', 'due', (row) => ({ fr: french(row.due), en: iso(row.due) })],
  [59, 12, 'date with points', 'paidOn', (row) => row.paidOn && { fr: frenchPoints(row.paidOn), en: english(row.paidOn) }],
  [31, 22, 'amount as text', 'gross', ({ gross }) => ({ fr: `${grouped(gross, NARROW, ',')}\u00a0€`, en: grouped(gross, ',', '.') })],
  [71, 40, 'amount as text', 'gross', ({ gross }) => ({ fr: grouped(gross, '\u00a0', ','), en: `EUR ${grouped(gross, ',', '.')}` })],
];

function typedAsText(row, i) {
  for (const [every, from, tag, field, words] of PASTED) {
    const text = i % every === from && !row.typed ? words(row) : null;
    if (text) Object.assign(row, { tag, typed: { [field]: text } });
  }
}

/** What a person writes in the status column of an open invoice, when they write anything. */
function standing(row) {
  if (row.paidOn || row.kind === 'credit') return null;
  if (row.due === null || row.typed) return null;
  return row.due < AS_OF - 8 ? 'overdue' : row.order % 3 === 0 ? null : 'open';
}
