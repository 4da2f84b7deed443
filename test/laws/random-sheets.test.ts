// Whatever stands in a sheet, no message or paper shows anything of another customer, none is about what must not be chased, and sums are exact.
import { expect, it } from '@jest/globals';
import { sizeOf, tried } from './law.ts';
import { randomSheets } from './random-sheets.ts';

it('random sheets, every message and paper read', async () => {
  await expect(tried(randomSheets, sizeOf(randomSheets.name, 'short'))).resolves.toMatch(/^random sheets: /);
});
