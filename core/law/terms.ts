/**
 * When an invoice falls due by its payment terms, as people write them: `30 jours fin de mois le 10`, `net 60`, `2/10 net 30`, `30 gg fm`.
 * A text is first rewritten in the few words that terms are made of (a number, days, end of month, next month …) and must then match one of the
 * known shapes entirely: a word nobody knows (`30 jours ouvrés`) makes it unreadable, never a guess. French houses count `45 fin de mois` in two
 * ways that give two due dates; the order of the words decides, and says so.
 */
import { addDays, addMonths, type CalendarDay, dayOf, daysInMonth, NO_DAY, partsOf } from '../calendar.ts';
import type { Settings } from '../settings.ts';

export type TermsReading =
  | 'immediate'
  | 'days'
  | 'months'
  /** The end of the month of issue, or of the next. */
  | 'end-of-month'
  /** Days counted first, then the end of the month reached. */
  | 'days-then-end'
  /** The end of the month of issue first, then the days. */
  | 'end-then-days'
  /** A day of the month after the issue date (plus days, if any). */
  | 'day-of-next-month'
  /** Both orders are possible: the user has to say which. */
  | 'ask-order';

export interface TermsAnswer {
  /** Null only for `ask-order`. */
  readonly dueOn: CalendarDay | null;
  readonly reading: TermsReading;
  /** True when the other order of days and end of month was possible: a notice when dated by the order of the words, a question otherwise. */
  readonly ambiguous: boolean;
  /** True when later than French law lets a business agree (60 days, or 45 days end of month). */
  readonly overLimit: boolean;
}

/** What a text of terms means before any date is known. */
type Terms =
  | { readonly kind: 'days'; readonly days: number; readonly immediate: boolean }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'end-of-month' }
  | { readonly kind: 'days-and-end'; readonly days: number; readonly order: Order; readonly said: 'plainly' | 'by-word-order' | 'not' }
  | { readonly kind: 'next-month'; readonly days: number; readonly day: number };
type Order = 'days-then-end' | 'end-then-days';

/**
 * The due date of an invoice issued on a day, from its terms as text or as a number of days. `choice` is the user's word on end-of-month terms
 * and wins over the order of words (never over a `+`). `frenchLimit`: French law applies, so flag terms longer than it allows. Null: the terms
 * cannot be read, or there is no issue date to count from.
 */
export function readTerms(
  text: string | number,
  issuedOn: CalendarDay,
  choice: Settings['endOfMonthTerms'],
  frenchLimit = false,
): TermsAnswer | null {
  const terms = typeof text === 'number' ? daysTerms(text) : termsOf(text);
  if (terms === null || issuedOn === NO_DAY) return null;
  switch (terms.kind) {
    case 'days': {
      const reading = terms.immediate ? 'immediate' : 'days';
      return { dueOn: addDays(issuedOn, terms.days), reading, ambiguous: false, overLimit: frenchLimit && terms.days > NET_LIMIT };
    }
    case 'months': {
      const dueOn = addMonths(issuedOn, terms.months);
      return { dueOn, reading: 'months', ambiguous: false, overLimit: frenchLimit && dueOn - issuedOn > NET_LIMIT };
    }
    case 'end-of-month':
      return dated(endOf(issuedOn), 'end-of-month', issuedOn, frenchLimit);
    case 'next-month':
      return dated(dayOfNextMonth(addDays(issuedOn, terms.days), terms.day), 'day-of-next-month', issuedOn, frenchLimit);
    case 'days-and-end': {
      const overLimit = frenchLimit && terms.days > END_OF_MONTH_LIMIT;
      const ours = terms.said === 'plainly' || choice === null;
      if (ours && terms.said === 'not') return { dueOn: null, reading: 'ask-order', ambiguous: true, overLimit };
      const reading = ours ? terms.order : choice;
      return { dueOn: inOrder(issuedOn, terms.days, reading), reading, ambiguous: ours && terms.said === 'by-word-order', overLimit };
    }
    default:
      return terms satisfies never;
  }
}

// ── dates ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** French commercial code L441-10: days from the issue date, or days end of month. */
const NET_LIMIT = 60;
const END_OF_MONTH_LIMIT = 45;

/** Whether a due date is later than French law lets a business agree, by net days and by either way of counting 45 days end of month. */
export function isOverFrenchLimit(issuedOn: CalendarDay, dueOn: CalendarDay): boolean {
  return (
    dueOn - issuedOn > NET_LIMIT &&
    dueOn > inOrder(issuedOn, END_OF_MONTH_LIMIT, 'days-then-end') &&
    dueOn > inOrder(issuedOn, END_OF_MONTH_LIMIT, 'end-then-days')
  );
}

function dated(dueOn: CalendarDay, reading: TermsReading, issuedOn: CalendarDay, frenchLimit: boolean): TermsAnswer {
  return { dueOn, reading, ambiguous: false, overLimit: frenchLimit && isOverFrenchLimit(issuedOn, dueOn) };
}

function inOrder(issuedOn: CalendarDay, days: number, order: Order): CalendarDay {
  return order === 'days-then-end' ? endOf(addDays(issuedOn, days)) : addDays(endOf(issuedOn), days);
}

/** The month's end by arithmetic: terms are read on every row, and date-fns costs a Date each. */
function endOf(day: CalendarDay): CalendarDay {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return addDays(day, daysInMonth(year, month) - dayOfMonth);
}

function dayOfNextMonth(day: CalendarDay, wanted: number): CalendarDay {
  const { year, month } = partsOf(addDays(endOf(day), 1));
  return dayOf(year, month, Math.min(wanted, daysInMonth(year, month))) as CalendarDay;
}

// ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const FROM = '(?:a )?(?:compter|partir)|from|after|nach|ab|dalla?|desde|na|vanaf|apres|depuis|des|dopo';
const ARTICLES = '(?:de|du|d|of|la|le|l|the|der|des|dem|il|el|del|della) ';
const INVOICE =
  '(?:dates? (?:de |d |of )?(?:la |the |l )?)?(?:emission (?:de )?(?:la )?)?(?:facture|facturation|emission|invoice|issue)(?: date)?|date|rechnung|rechnungsdatum|' +
  '(?:fecha )?(?:de )?(?:la )?factura|(?:data )?(?:della )?fattura|factuurdatum|factuur|d ?d ?f|d ?f|f ?f';

/**
 * The words terms are made of, each rewritten as one capital word; longest phrases first. Texts arrive in lower case, without accents, with
 * points, commas, dashes and apostrophes as blanks, and letters parted from digits.
 */
const VOCABULARY: readonly (readonly [words: string, symbol: string])[] = [
  // End of the next month before end of month before months.
  [
    'fin (?:du |de )?mois (?:suivant|prochain)|(?:the )?end of (?:the )?(?:next|following) month|(?:the )?end of (?:the )?month following|' +
      '(?:zum )?ende (?:des )?(?:folgemonats?|nachsten monats)|(?:a )?fin (?:de|del) mes (?:siguiente|proximo)|fine (?:del )?mese (?:successivo|prossimo)|' +
      'einde (?:van de )?volgende maand',
    'ENDNEXT',
  ],
  [
    'fin (?:(?:de|du|d) )?(?:le )?mois|fin (?:de|del) mes|(?:a )?fine (?:del )?mese|d ?f ?f ?m|(?:zum |bis )?(?:ende (?:des )?monats?|monatsende)|' +
      '(?:op |het )?einde? (?:van )?(?:de )?maand',
    'END',
  ],
  // Abbreviations: `45 FDM` alone does not say which order.
  ['jfd?m', 'JOURS FDM'],
  ['jn', 'JOURS NET'],
  ['f ?d ?m|f ?m', 'FDM'],
  ['(?:the )?end of (?:the )?month|month end|e ?o ?m', 'EOM'],
  [
    '(?:du |de |le )?mois (?:suivant|prochain)|du mois d apres|m \\+ 1(?! ?\\d)|(?:of )?(?:the )?(?:following|next) month|(?:of )?(?:the )?month following(?: invoice)?|' +
      'm ?f ?i|prox(?:imo)?|(?:des )?(?:folgemonats?|nachsten monats)|(?:del? )?(?:mes|mese) (?:siguiente|proximo|successivo|prossimo)|(?:van )?(?:de )?volgende maand',
    'NEXT',
  ],
  // Where counting starts: at the invoice or its receipt changes nothing, at the end of the month it does.
  [`(?:${FROM}) (?:${ARTICLES})*(?=END|EOM|FDM)`, 'AFTER'],
  [
    `(?:${FROM}|a|sur|upon|up on|on|at|bei|bij|al)? ?(?:${ARTICLES})*` +
      `(?:reception|receipt|erhalt|recepcion|ricevimento|ontvangst)(?: (?:${ARTICLES})*(?:${INVOICE}))?|rechnungserhalt`,
    'RECEIPT',
  ],
  [`(?:${FROM}|of|de)? ?(?:${ARTICLES})*(?:${INVOICE})`, ''],
  [
    '(?:au |payable )?comptant|immediat(?:e|ement|ely)?|cash(?: in advance)?|c ?i ?a|p ?i ?a|sight|a vue|now|sofort(?: fallig)?|prompt|vorkasse|vorauskasse|' +
      '(?:pago )?al? ?contado|contado|a la vista|(?:pago )?inmediato|immediato|a vista|vista|contanti|contant|per direct|direct|onmiddellijk|direkt|' +
      '(?:pre ?payment|prepaid|(?:payment )?in advance|(?:paiement )?d avance|a la commande|vooruitbetaling|anticipato|anticipado|pago anticipado)',
    'NOW',
  ],
  ['jours?|jrs?|j', 'JOURS'],
  ['days?|d|tage?n?|tg|dias?|giorn[oi]|gg|dag(?:en)?|dgn', 'DAYS'],
  ['semaines?|weeks?|wochen?|semanas?|settiman[ae]|we(?:e)?ken', 'WEEKS'],
  ['mois|months?|monate?n?|mes(?:es|e|i)?|maand(?:en)?', 'MONTHS'],
  ['skonto|escompte|discount|rabais|rabatt|sconto|descuento|korting', 'DISCOUNT'],
  ['puis|then|plus|dann|luego|poi', '+'],
  // The house's way of saying it and the means of payment do not change the day.
  [
    'payables?|paiements?|a payer|payments?|pay|paid|conditions?|terms?|zahlbar|zahlung|zahlungsziel|pago|pagamento|betaling|te betalen|betaalbaar|due|' +
      'delais?|sous|dans|within|in|innerhalb|binnen|entro|en|von|a|at|echeance|regles?|reglements?|jusqu|par|by|per|mit|con|bonifico|bancario|' +
      'virements?(?: bancaires?)?|cheques?|traites?|lcr|l c r|prelevements?(?: sepa)?|bank transfer|wire(?: transfer)?|transferencia(?: bancaria)?|uberweisung|ri ?ba|' +
      'calendaires?|calendar|strictly|only|rein|ohne abzug',
    '',
  ],
  ['nette?s?|nets?|netto|neto|netti|n', 'NET'],
  ['(?:le|au|the|on|am|zum|bis zum|el|al|il|op)(?: the| de)?(?= (?:LE )?\\d)', 'LE'],
];

const REWRITES = VOCABULARY.map(([words, symbol]) => [new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z0-9])`, 'g'), ` ${symbol} `] as const);

/** Nothing but days and early-payment discounts: `2 % 10 jours, 30 jours net`, `14 Tage 3 % Skonto, 30 Tage netto`. */
const DAYS_AND_DISCOUNTS = /^(?:(?:\d{1,3}|JOURS|DAYS|NET|RECEIPT|PCT|DISCOUNT) ?)+$/;

// ── shapes ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const N = '(\\d{1,3})';
const DAYS = '(?: (?:JOURS|DAYS))?';

/** Every shape terms may take once rewritten (NET left out), and what it means. */
const SHAPES: readonly (readonly [shape: RegExp, means: (found: RegExpExecArray) => Terms | null])[] = [
  [/^(?:(?:NOW|RECEIPT) ?)+$/, () => ({ kind: 'days', days: 0, immediate: true })],
  [new RegExp(`^(?:${N}${DAYS}|LE ${N} (?:JOURS|DAYS))(?: RECEIPT)?$`), ([, n, m]) => daysTerms(Number(n ?? m))],
  [new RegExp(`^(?:JOURS|DAYS) (?:\\+ )?${N}$`), ([, n]) => daysTerms(Number(n))],
  [new RegExp(`^${N} WEEKS$`), ([, n]) => daysTerms(Number(n) * 7)],
  [new RegExp(`^${N} MONTHS$`), ([, n]) => (Number(n) <= 12 ? { kind: 'months', months: Number(n) } : null)],
  [/^(?:END|FDM|EOM)$/, () => ({ kind: 'end-of-month' })],
  [/^ENDNEXT$/, () => ({ kind: 'next-month', days: 0, day: 31 })],
  [new RegExp(`^(?:LE )?${N} NEXT$`), ([, day]) => nextMonth(0, Number(day))],
  [new RegExp(`^(?:END|FDM|EOM) LE ${N}(?: NEXT)?$`), ([, day]) => nextMonth(0, Number(day))],
  // +30, end of month, then the 10th of the next month: the ten days after that end are the same day.
  [
    new RegExp(`^${N}${DAYS} (?:\\+ )?(?:END|FDM) (?:LE |\\+ )?${N}(?: JOURS| DAYS| NEXT)?$`),
    ([, n, day]) => nextMonth(Number(n), Number(day)),
  ],
  [new RegExp(`^${N}${DAYS} LE ${N} NEXT$`), ([, n, day]) => nextMonth(Number(n), Number(day))],
  [new RegExp(`^${N}${DAYS} \\+ (?:END|FDM|EOM)$`), ([, n]) => daysAndEnd(n, 'days-then-end', 'plainly')],
  [new RegExp(`^(?:END|FDM|EOM) \\+ ${N}${DAYS}$`), ([, n]) => daysAndEnd(n, 'end-then-days', 'plainly')],
  [new RegExp(`^${N}${DAYS} AFTER (?:END|FDM|EOM)$`), ([, n]) => daysAndEnd(n, 'end-then-days', 'plainly')],
  [new RegExp(`^(?:EOM ${N}(?: DAYS)?|${N}(?: DAYS)? EOM)$`), ([, n, m]) => daysAndEnd(n ?? m, 'end-then-days', 'plainly')],
  [new RegExp(`^${N} FDM$`), ([, n]) => daysAndEnd(n, 'days-then-end', 'not')],
  [new RegExp(`^${N}${DAYS} (?:END|FDM|EOM)$`), ([, n]) => daysAndEnd(n, 'days-then-end', 'by-word-order')],
  [new RegExp(`^(?:END|FDM|EOM) ${N}${DAYS}$`), ([, n]) => daysAndEnd(n, 'end-then-days', 'by-word-order')],
];

const LONGEST_TERM = 365;

function daysTerms(days: number): Terms | null {
  return Number.isInteger(days) && days >= 0 && days <= LONGEST_TERM ? { kind: 'days', days, immediate: days === 0 } : null;
}

function nextMonth(days: number, day: number): Terms | null {
  return days <= LONGEST_TERM && day >= 1 && day <= 31 ? { kind: 'next-month', days, day } : null;
}

function daysAndEnd(text: string | undefined, order: Order, said: 'plainly' | 'by-word-order' | 'not'): Terms | null {
  const days = Number(text);
  if (days > LONGEST_TERM) return null;
  return days === 0 ? { kind: 'end-of-month' } : { kind: 'days-and-end', days, order, said };
}

/** A discount is for paying earlier: of its days and the net days, the longest are the terms, when each percent has its own days. */
function netOfDiscounts(words: string): Terms | null {
  const counts = (words.match(/\d+/g) ?? []).map(Number);
  const percents = words.split('PCT').length - 1;
  return counts.length === percents + 1 ? daysTerms(Math.max(...counts)) : null;
}

/** A ledger has a handful of different terms on thousands of rows. */
const known = new Map<string, Terms | null>();
const KNOWN_AT_MOST = 5_000;

function termsOf(text: string): Terms | null {
  let terms = known.get(text);
  if (terms === undefined) {
    terms = parse(text);
    if (known.size >= KNOWN_AT_MOST) known.clear();
    known.set(text, terms);
  }
  return terms;
}

function parse(text: string): Terms | null {
  if (text.length > 120) return null;
  let words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  // A negative term is a slip of the hand, and a tenth of a day too.
  if (/(?:^|\s)[-−–]\s*\d/.test(words) || /\d[.,]\d(?!\d*\s*[%/])/.test(words)) return null;
  words = words
    .replace(/\d+(?:[.,]\d+)?\s*(?:%|pct|percent)/g, ' PCT ')
    .replace(/(?<![\d/])\d+(?:[.,]\d+)?\s*\/\s*\d+[\s,;]*(?=n)/g, ' ')
    .replace(/(\d+)(?:st|nd|rd|th|er|eme|e)(?![a-z])/g, ' LE $1 ')
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
    .replace(/(?<!\d\s*)\/|\/(?!\s*\d)/g, ' ')
    .replace(/[\s.,;:()'’‘´`"_–-]+/g, ' ')
    .replace(/\+/g, ' + ');
  for (const [phrase, symbol] of REWRITES) words = words.replace(/ +/g, ' ').replace(phrase, symbol);
  words = words.replace(/ +/g, ' ').trim();
  if (words.includes('PCT')) {
    if (DAYS_AND_DISCOUNTS.test(words)) return netOfDiscounts(words);
    words = words.replace(/^PCT (?:DISCOUNT )?\d+ (?:(?:JOURS|DAYS) )?(?=NET)/, '');
  }
  words = words
    .replace(/\bNET\b/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/(?:LE )+/g, 'LE ')
    .trim();
  for (const [shape, means] of SHAPES) {
    const found = shape.exec(words);
    if (found !== null) return means(found);
  }
  return null;
}
