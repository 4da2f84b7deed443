/** A hundred thousand texts of bad intentions in the cells of houses, and as many in cells of addresses. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { houses, SHEET_NAMES, TEXTS_A_BOOK } from '../laws/hostile-book.ts';
import { hostileText } from '../laws/hostile-texts.ts';
import { address, fields, type Looked, lived, message } from '../laws/injection.ts';

const TEXTS = Number(process.env.INJECTED_TEXTS ?? 100_000);

it('texts of bad intentions', async () => {
  const total: Looked = { pages: 0, drafts: 0, csvCells: 0 };
  const texts = fc.array(hostileText, { minLength: TEXTS_A_BOOK, maxLength: TEXTS_A_BOOK });
  const numRuns = Math.ceil(TEXTS / TEXTS_A_BOOK);
  const book = fc.asyncProperty(texts, fc.constantFrom(...SHEET_NAMES), fc.boolean(), async (words, sheetName, keepsCustomers) => {
    fields(words);
    const looked = await lived(houses(words, sheetName, keepsCustomers));
    for (const what of Object.keys(total) as (keyof Looked)[]) total[what] += looked[what];
  });
  await fc.assert(book, { numRuns, endOnFailure: true });
  await fc.assert(fc.asyncProperty(hostileText, address), { numRuns: TEXTS });
  await fc.assert(fc.asyncProperty(hostileText, message), { numRuns: TEXTS / 10 });
  expect(total.drafts).toBeGreaterThan(numRuns * 2);
  console.info(
    `injection: ${numRuns * TEXTS_A_BOOK} texts in ${numRuns} workbooks (memory, Google, Excel, CSV), ${total.pages} pages, ${total.drafts} messages, ${total.csvCells} cells of CSV; ${TEXTS} texts as addresses, ${TEXTS / 10} as subjects: 0 formulas, 0 elements or attributes, 0 headers, 0 recipients`,
  );
});
