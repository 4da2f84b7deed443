/** How much a promise is worth here: of the promises of payment that fell due within the year, the part that was kept. */
import { type Indicator, ratio } from './indicator.ts';

export const promisesKept = {
  id: 'promisesKept',
  unit: 'fraction',
  of: ({ promises: { kept, fallenDue } }) => ratio(kept, fallenDue),
  working: ({ promises: { kept, fallenDue } }, { number }) => `${number(kept)} / ${number(fallenDue)}`,
} satisfies Indicator;
