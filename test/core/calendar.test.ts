import { describe, expect, it } from '@jest/globals';
import { addMonths, type CalendarDay, dayFromIso, dayOf, isoOf, isoOrNull, monthOf, NO_DAY, startOfMonth } from '../../core/calendar.ts';

const day = (iso: string) => dayFromIso(iso) as CalendarDay;

describe('a day of the calendar', () => {
  it.each([
    ['1900-02-28', '1900-03-01', 'a century is no leap year'],
    ['2000-02-28', '2000-02-29', 'but every fourth is'],
    ['2000-02-29', '2000-03-01', 'with its last day of February'],
    ['2024-02-29', '2024-03-01', 'as every fourth year is'],
    ['2025-02-28', '2025-03-01', 'and no other'],
    ['2100-02-28', '2100-03-01', 'nor is the next century'],
    ['1999-12-31', '2000-01-01', 'a year ends'],
    ['2000-12-30', '2000-12-31', 'a leap year has its last day'],
    ['0099-12-31', '0100-01-01', 'years are written with four digits'],
  ])('%s is followed by %s: %s', (first, next) => {
    expect(isoOf((day(first) + 1) as CalendarDay)).toBe(next);
    expect(day(next) - day(first)).toBe(1);
  });

  it.each([
    [2025, 0, 15],
    [2025, 13, 15],
    [2025, 6, 0],
    [2025, 6, 31],
    [2025, 2, 29],
    [1900, 2, 29],
    [2100, 2, 29],
  ])('there is no %i-%i-%i', (year, month, dayOfMonth) => expect(dayOf(year, month, dayOfMonth)).toBeNull());

  it.each(['2025-09-101', 'le 2025-09-10', '2025-9-10', '25-09-10', '2025-09-1', ''])('%j is not how a day is kept', (text) =>
    expect(dayFromIso(text)).toBeNull(),
  );

  it('no day has no text', () => expect([isoOrNull(NO_DAY), isoOrNull(day('2025-09-10'))]).toEqual([null, '2025-09-10']));

  it('belongs to a month, which begins on its first', () => {
    expect([monthOf(day('2025-09-10')), isoOf(startOfMonth(day('2025-09-10'))), isoOf(startOfMonth(day('2025-09-01')))]).toEqual([
      '2025-09',
      '2025-09-01',
      '2025-09-01',
    ]);
  });

  it('the same day some months on, or the last of a month that is shorter', () => {
    expect(['2025-01-31', '2025-01-28', '2025-12-31'].map((iso) => isoOf(addMonths(day(iso), 1)))).toEqual([
      '2025-02-28',
      '2025-02-28',
      '2026-01-31',
    ]);
  });
});
