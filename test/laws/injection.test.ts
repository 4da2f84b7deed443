/** What somebody puts into a cell stays words: in sheets, pages, messages, addresses, links and tables of text. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { houses, SHEET_NAMES, TEXTS_A_BOOK } from './hostile-book.ts';
import { hostileText, PIECES } from './hostile-texts.ts';
import { taken } from './html-tokens.ts';
import { address, fields, lived, message } from './injection.ts';

describe('whoever takes a page apart', () => {
  it('finds its tags, its links and its text', () => {
    expect(taken('<p style="a>b">x &lt;b&gt; &amp;</p><a href="https://x.example/?a=1&amp;b">go</a>')).toEqual({
      tags: ['p style="a>b"', '/p', 'a href', '/a'],
      links: ['https://x.example/?a=1&b'],
      text: 'x <b> &go',
    });
  });

  it.each(['a < b', '<p', 'x &nbsp; y'])('does not pass over %s', (html) => {
    expect(() => taken(html)).toThrow();
  });
});

describe('texts of bad intentions in every cell of a house', () => {
  it('add no formula, element, attribute, header, recipient or field', async () => {
    const texts = fc.array(hostileText, { minLength: TEXTS_A_BOOK, maxLength: TEXTS_A_BOOK });
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...SHEET_NAMES), fc.boolean(), async (words, sheetName, keepsCustomers) => {
        await lived(houses(words, sheetName, keepsCustomers));
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });

  it('each by itself is one field of a table of text, and does not run', () => {
    fields(PIECES);
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 20 }), (texts) => fields(texts)),
      { numRuns: 50 },
    );
  });

  it('each by itself is a subject and a text, and makes no second address', async () => {
    for (const piece of PIECES) {
      await message(piece);
      await address(piece);
    }
  });

  it('never make two addresses of one cell', async () => {
    await fc.assert(fc.asyncProperty(hostileText, address), { numRuns: 150 });
    await fc.assert(fc.asyncProperty(hostileText, message), { numRuns: 100 });
  });
});
