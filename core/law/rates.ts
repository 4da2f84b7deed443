/**
 * What a year of lateness costs by law. Each regime adds its points to a central bank's rate, fixed for a half-year by what was in force on its
 * first day (in the United Kingdom: on the day before). The table is dated: each reference says where it comes from and when it was checked,
 * and a half-year known from one source only, or ahead of time, is provisional, so that no letter quotes it as settled.
 */
import { addDays, type CalendarDay, dayOf } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { Regime } from '../settings.ts';

/** `ecb`: main refinancing operations, fixed rate. `bundesbank`: Basiszinssatz of BGB 247. `boe`: Bank Rate. */
export type Reference = 'ecb' | 'bundesbank' | 'boe';

/** One half-year of reference rates, in hundredths of a percent (265 is 2.65 %). */
export interface HalfYear {
  /** `2025-S2`. */
  readonly half: string;
  readonly startsOn: CalendarDay;
  readonly ecb: number;
  readonly bundesbank: number;
  readonly boe: number;
  /** References that may still change for this half-year. */
  readonly provisional: readonly Reference[];
}

/** Consecutive half-years, oldest first. */
export type RateTable = readonly HalfYear[];

export const RATE_SOURCES: Readonly<Record<Reference, { readonly source: string; readonly checkedOn: string }>> = {
  ecb: { source: 'European Central Bank, key rates (Banque de France, Banka Slovenije)', checkedOn: '2026-10-08' },
  bundesbank: { source: 'Deutsche Bundesbank, Basiszinssatz (BGB 247)', checkedOn: '2026-10-08' },
  boe: { source: 'Bank of England, official Bank Rate history', checkedOn: '2026-10-08' },
};

const ALL: readonly Reference[] = ['ecb', 'bundesbank', 'boe'];

/** In percent: half-year, ECB on its first day, German base rate, Bank Rate on the day before. */
const PUBLISHED: readonly (readonly [half: string, ecb: number, bundesbank: number, boe: number, provisional?: readonly Reference[]])[] = [
  ['2009-S1', 2.5, 1.62, 2.0],
  ['2009-S2', 1.0, 0.12, 0.5],
  ['2010-S1', 1.0, 0.12, 0.5],
  ['2010-S2', 1.0, 0.12, 0.5],
  ['2011-S1', 1.0, 0.12, 0.5],
  ['2011-S2', 1.25, 0.37, 0.5],
  ['2012-S1', 1.0, 0.12, 0.5],
  ['2012-S2', 1.0, 0.12, 0.5],
  ['2013-S1', 0.75, -0.13, 0.5],
  ['2013-S2', 0.5, -0.38, 0.5],
  ['2014-S1', 0.25, -0.63, 0.5],
  ['2014-S2', 0.15, -0.73, 0.5],
  ['2015-S1', 0.05, -0.83, 0.5],
  ['2015-S2', 0.05, -0.83, 0.5],
  ['2016-S1', 0.05, -0.83, 0.5],
  ['2016-S2', 0.0, -0.88, 0.5],
  ['2017-S1', 0.0, -0.88, 0.25],
  ['2017-S2', 0.0, -0.88, 0.25],
  ['2018-S1', 0.0, -0.88, 0.5],
  ['2018-S2', 0.0, -0.88, 0.5],
  ['2019-S1', 0.0, -0.88, 0.75],
  ['2019-S2', 0.0, -0.88, 0.75],
  ['2020-S1', 0.0, -0.88, 0.75],
  ['2020-S2', 0.0, -0.88, 0.1],
  ['2021-S1', 0.0, -0.88, 0.1],
  ['2021-S2', 0.0, -0.88, 0.1],
  ['2022-S1', 0.0, -0.88, 0.25],
  ['2022-S2', 0.0, -0.88, 1.25],
  ['2023-S1', 2.5, 1.62, 3.5],
  ['2023-S2', 4.0, 3.12, 5.0],
  ['2024-S1', 4.5, 3.62, 5.25],
  ['2024-S2', 4.25, 3.37, 5.25],
  ['2025-S1', 3.15, 2.27, 4.75],
  ['2025-S2', 2.15, 1.27, 4.25],
  ['2026-S1', 2.15, 1.27, 3.75],
  ['2026-S2', 2.4, 1.52, 3.75],
  ['2027-S1', 2.65, 1.77, 3.75, ALL],
];

/** The published half-years, 2009-S1 on. French figures before 2013 are indicative: the half-year rule dates from the 2012 law. */
export const RATES: RateTable = PUBLISHED.map(([half, ecb, bundesbank, boe, provisional]) => ({
  half,
  startsOn: firstDayOf(half),
  ecb: hundredths(ecb),
  bundesbank: hundredths(bundesbank),
  boe: hundredths(boe),
  provisional: provisional ?? [],
}));

/** How a regime makes its yearly rate; `points` in hundredths of a percent, by the half-year from which they hold, latest first. */
interface RegimeRate {
  readonly reference: Reference;
  readonly points: readonly (readonly [from: string, points: number])[];
  /** `each-half`: interest is split at half-years. `first-half`: the half-year in which interest began decides for the whole debt. */
  readonly span: 'each-half' | 'first-half';
}

/** Null: no lateness interest by law without a contract. EU points hold from the directive's transposition, German ones rose in July 2014. */
export const REGIME_RATES: Readonly<Record<Regime, RegimeRate | null>> = {
  FR: { reference: 'ecb', points: [['2009-S1', 1000]], span: 'each-half' },
  'FR-PUBLIC': { reference: 'ecb', points: [['2013-S2', 800]], span: 'first-half' },
  EU: { reference: 'ecb', points: [['2013-S2', 800]], span: 'each-half' },
  DE: {
    reference: 'bundesbank',
    points: [
      ['2014-S2', 900],
      ['2009-S1', 800],
    ],
    span: 'each-half',
  },
  UK: { reference: 'boe', points: [['2009-S1', 800]], span: 'first-half' },
  CONSUMER: null,
  none: null,
};

/** The regime when nobody chose one: French law for euros in French, British for pounds, else `none`. */
export function defaultRegime(currency: Currency, language: string): Regime {
  if (currency === 'GBP') return 'UK';
  return currency === 'EUR' && language === 'fr' ? 'FR' : 'none';
}

/** The regime's yearly rate in a half-year, in hundredths of a percent; null when the regime has none or its points did not hold yet. */
export function yearlyRate(regime: Regime, halfYear: HalfYear): number | null {
  const rule = REGIME_RATES[regime];
  const points = rule?.points.find(([from]) => from <= halfYear.half);
  return rule && points ? halfYear[rule.reference] + points[1] : null;
}

/** The half-year a day falls in; past the table's end the last one (its rate is then out of date); null before its beginning. */
export function halfYearOf(day: CalendarDay, table: RateTable = RATES): HalfYear | null {
  const index = halfIndexOf(day, table);
  return index < 0 ? null : (table[index] as HalfYear);
}

/** Position of a day's half-year in the table, the last one for later days; -1 before the table. No search: a half-year is 181 to 184 days. */
export function halfIndexOf(day: CalendarDay, table: RateTable): number {
  const first = table[0] as HalfYear;
  if (day < first.startsOn) return -1;
  let index = Math.min(Math.floor((day - first.startsOn) / 182.625) + 1, table.length - 1);
  while ((table[index] as HalfYear).startsOn > day) index--;
  return index;
}

/** The last day whose rate is settled for a reference: the eve of its first provisional half-year, or the table's end. */
export function settledUntil(reference: Reference, table: RateTable = RATES): CalendarDay {
  const firstOpen = table.find((halfYear) => halfYear.provisional.includes(reference));
  return addDays(firstOpen ? firstOpen.startsOn : firstDayOf(nextHalf((table[table.length - 1] as HalfYear).half)), -1);
}

/**
 * The table with one rate put right by the user (`percent` as published, such as 2.65), which settles it. The half-year after the last may be
 * added; its other references stay provisional at their last value. Null when the half-year is out of reach or the percent has no sense.
 */
export function correctedRates(half: string, reference: Reference, percent: number, table: RateTable = RATES): RateTable | null {
  const exact = hundredths(percent);
  if (!(Math.abs(percent) < 100) || Math.abs(exact - percent * 100) > 1e-6) return null;
  const last = table[table.length - 1] as HalfYear;
  const next = nextHalf(last.half);
  const grown = half === next ? [...table, { ...last, half, startsOn: firstDayOf(half), provisional: ALL }] : table;
  if (!grown.some((halfYear) => halfYear.half === half)) return null;
  return grown.map((halfYear) =>
    halfYear.half === half
      ? { ...halfYear, [reference]: exact, provisional: halfYear.provisional.filter((open) => open !== reference) }
      : halfYear,
  );
}

function hundredths(percent: number): number {
  return Math.round(percent * 100);
}

function firstDayOf(half: string): CalendarDay {
  return dayOf(Number(half.slice(0, 4)), half.endsWith('S1') ? 1 : 7, 1) as CalendarDay;
}

function nextHalf(half: string): string {
  const year = Number(half.slice(0, 4));
  return half.endsWith('S1') ? `${year}-S2` : `${year + 1}-S1`;
}
