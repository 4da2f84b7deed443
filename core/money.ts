/**
 * Money is counted in whole minor units (cents) of one currency, so that sums are exact; decimals exist only at the edges. Two currencies are
 * never added: columns of amounts are summed currency by currency.
 */

/** An ISO 4217 code, or null: the one unnamed currency of a sheet that names none (read with two decimals). */
export type Currency = string | null;

/** An amount in minor units of one currency: `{ minor: 185000, currency: 'EUR' }` is 1 850.00 €. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** Currencies whose minor unit is not the hundredth (ISO 4217). */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);

/** How many decimals a currency is written with: 2 for most and for the unnamed one, 0 for JPY or XOF, 3 for TND. */
export function decimalsOf(currency: Currency): number {
  return currency === null ? 2 : (DECIMALS.get(currency) ?? 2);
}

/** Above it, a double has no fractions left. */
const NO_FRACTIONS = 2 ** 52;

/**
 * Rounds half away from zero on the decimal digits a person sees: 1.005 is 1.01 although its nearest double lies below. What a formula left a hair under
 * a half (2.675 as 2.6749999999999998), by at most a millionth of a unit, is that half; a trillion keeps its cents.
 */
export function roundHalfUp(value: number, decimals: number): number {
  const units = 10 ** decimals;
  const size = Math.abs(value);
  const scaled = size * units;
  const whole = Math.floor(scaled);
  // The half, as the double that its digits are read as: no error of a multiplication comes in.
  const half = (whole + 0.5) / units;
  const hair = Math.min(size * Number.EPSILON * 4, 1e-6 / units);
  const rounded = scaled >= NO_FRACTIONS ? Math.round(scaled) : size + hair >= half ? whole + 1 : whole;
  return (value < 0 ? -rounded : rounded) + 0;
}

/** Minor units of a decimal number, rounded half up: `toMinor(1850, 'EUR')` is 185000. */
export function toMinor(value: number, currency: Currency): number {
  return roundHalfUp(value, decimalsOf(currency));
}

/** The decimal number of minor units, exact to the minor unit: `toDecimal(185000, 'EUR')` is 1850. */
export function toDecimal(minor: number, currency: Currency): number {
  return minor / 10 ** decimalsOf(currency);
}
