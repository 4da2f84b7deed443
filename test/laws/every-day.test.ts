/** Every day from 1900 to 2100 is the day two other calendars say it is, whichever way a cell holds it. */
import { describe, expect, it } from '@jest/globals';
import { IS_THOROUGH } from '../thorough.ts';
import { calendar, cells, EVERY_DAY, lateness, months, serials } from './every-day.ts';

/** All of them where there is no zone; in the short run, elsewhere, those where months turn, for nothing else could be another day there. */
const HERE = IS_THOROUGH || process.env.TZ === 'UTC' ? EVERY_DAY : EVERY_DAY.filter(({ day }) => day < 3 || day > 26);

describe('every day from 1900 to 2100', () => {
  it('is told by two calendars that are not ours, and they agree', () => {
    expect([EVERY_DAY.length, EVERY_DAY[0]?.iso, EVERY_DAY.at(-1)?.iso]).toEqual([73_414, '1900-01-01', '2100-12-31']);
  });

  it('has its number, its ISO text, its weekday and its month; no month has days more', () => {
    expect(calendar(HERE)).toBeGreaterThan(HERE.length * 11);
  });

  it('is the same day of the month some months away, or that month’s last', () => {
    expect(months([-13, -1, 1, 2, 12, 59], 13)).toBe(5648 * 6);
  });

  it('is a day number, counted from 1900 or from 1904', () => {
    expect(serials()).toBe(73_414 * 3 + 1);
  });

  it('is read from a cell in every form, and as we print it in French and English', () => {
    expect(cells(29)).toBeGreaterThan(2532 * 14);
  });

  it('makes an invoice late by as many days as lie between', () => {
    expect(lateness(97)).toBeGreaterThan(3500);
  });
});
