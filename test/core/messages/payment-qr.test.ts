import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jsqr from 'jsqr';
import { encode } from 'uqr';
import { paymentQr, type QrRequest } from '../../../core/messages/payment-qr.ts';
import { paymentQrSvg } from '../../../core/messages/payment-qr-picture.ts';

const line = (number: string, openMinor: number, currency: string | null = 'EUR') => ({ number, openMinor, currency });
const REQUEST: QrRequest = { name: 'ACME SARL', iban: 'FR14 2004 1010 0505 0001 3M02 606', bic: '', lines: [line('F2025-0041', 320000)] };
const EXACT = 'BCD\n002\n1\nSCT\n\nACME SARL\nFR1420041010050500013M02606\nEUR3200.00\n\n\nF2025-0041';

/** The picture as a camera sees it: each module of the SVG as 3 × 3 pixels. */
function seen(svg: string): string | null {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const scale = 3;
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
  const black = svg.slice(svg.indexOf('fill="#000"'));
  for (const [, x, y, length] of black.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < Number(length) * scale; column++) {
        const at = ((Number(y) * scale + row) * size * scale + Number(x) * scale + column) * 4;
        pixels.fill(0, at, at + 3);
      }
  // jsqr is a CommonJS module: what is imported is its namespace.
  const read = ((jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr) as typeof jsqr;
  const found = read(pixels, size * scale, size * scale);
  return found === null ? null : Buffer.from(found.binaryData).toString('utf8');
}

describe('the payment square', () => {
  it('holds the exact text of EPC069-12, version 002', () => {
    expect(paymentQr(REQUEST)).toEqual({ payload: EXACT });
  });

  it.each<[string, Partial<QrRequest>, string]>([
    // what | change | line of the payload
    ['a BIC when there is one', { bic: 'psstfrppxxx' }, '\nPSSTFRPPXXX\nACME SARL\n'],
    ['a BIC that is none is left out', { bic: 'nope' }, 'SCT\n\nACME SARL'],
    ['several invoices: their total and their numbers', { lines: [line('F1', 1), line('F2', 99999)] }, 'EUR1000.00\n\n\nF1, F2'],
    ['a cent', { lines: [line('F1', 1)] }, 'EUR0.01\n'],
    ['the most', { lines: [line('F1', 99_999_999_999)] }, 'EUR999999999.99\n'],
    ['a name cut at 70', { name: 'é'.repeat(80) }, `\n${'é'.repeat(70)}\nFR14`],
    ['a name on one line', { name: 'ACME\r\nSARL' }, '\nACME SARL\nFR14'],
  ])('%s', (_, change, part) => {
    expect(paymentQr({ ...REQUEST, ...change })).toEqual({ payload: expect.stringContaining(part) });
  });

  it.each<[string, Partial<QrRequest>, string]>([
    ['no company', { name: ' ' }, 'no-name'],
    ['no account', { iban: '' }, 'no-iban'],
    ['a mistyped account', { iban: 'FR1420041010050500013M02607' }, 'wrong-iban'],
    ['francs', { lines: [line('F1', 100, 'CHF')] }, 'not-euro'],
    ['a currency nobody named', { lines: [line('F1', 100, null)] }, 'not-euro'],
    ['two currencies', { lines: [line('F1', 100), line('F2', 100, 'USD')] }, 'several-currencies'],
    ['nothing owed', { lines: [line('F1', 0)] }, 'amount-out-of-range'],
    ['a credit', { lines: [line('F1', -100)] }, 'amount-out-of-range'],
    ['more than a transfer carries', { lines: [line('F1', 100_000_000_000)] }, 'amount-out-of-range'],
    ['an amount nobody could read', { lines: [line('F1', Number.NaN)] }, 'amount-out-of-range'],
    ['no invoice', { lines: [] }, 'not-euro'],
    ['an invoice without number', { lines: [line('F1', 5), line('', 5)] }, 'no-reference'],
    ['too many numbers', { lines: Array.from({ length: 30 }, (_, n) => line(`F2025-${n}`, 100)) }, 'too-long'],
    ['too many bytes', { name: '漢'.repeat(70), lines: [line('漢'.repeat(60), 100)] }, 'too-long'],
  ])('%s: none, and why', (_, change, refusal) => {
    expect(paymentQr({ ...REQUEST, ...change })).toEqual({ refusal });
  });

  it('decodes to the exact text', () => {
    const numbers = fc.array(fc.string({ unit: fc.constantFrom('F', '2', '-', '/', 'é', '°', 'a'), minLength: 1, maxLength: 16 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 70 }),
        numbers,
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('', 'PSSTFRPPXXX'),
        (name, all, cents, bic) => {
          const made = paymentQr({ ...REQUEST, name, bic, lines: all.map((number) => line(number, cents)) });
          fc.pre('payload' in made);
          const { payload } = made as { payload: string };
          expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(331);
          expect(payload.split('\n')).toHaveLength(11);
          expect(encode(payload, { ecc: 'M', boostEcc: false }).version).toBeLessThanOrEqual(13);
          expect(seen(paymentQrSvg(payload))).toBe(payload);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('holds the longest text there may be', () => {
    const made = paymentQr({ ...REQUEST, name: 'é'.repeat(70), bic: 'PSSTFRPPXXX', lines: [line('F'.repeat(118), 99_999_999_999)] });
    const { payload } = made as { payload: string };
    expect(Buffer.byteLength(payload)).toBe(331);
    expect(seen(paymentQrSvg(payload))).toBe(payload);
  });
});
