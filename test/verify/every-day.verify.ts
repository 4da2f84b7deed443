/** Every day from 1900 to 2100, in every form and by every law: no day is left out, as it is in the short run. */
import { expect, it } from '@jest/globals';
import { calendar, cells, EVERY_DAY, lateness, months, serials } from '../laws/every-day.ts';

it('every day from 1900 to 2100', () => {
  const shifts = Array.from({ length: 49 }, (_, i) => i - 24);
  const counts = {
    calendar: calendar(),
    months: months(shifts),
    serials: serials(),
    cells: cells(),
    'days late': lateness(1),
  };
  const told = Object.entries(counts).map(([law, count]) => `${law} ${count}`);
  console.info(`days: ${EVERY_DAY.length} days, two calendars, 0 differences in ${told.join(', ')} comparisons`);
  expect(counts.months).toBe(EVERY_DAY.length * shifts.length);
});
