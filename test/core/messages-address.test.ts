import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAddress } from '../../core/messages/address.ts';
import { tries } from '../thorough.ts';

describe('the one address of a cell', () => {
  it.each([
    // cell | address, or trouble
    ['compta@client-b.fr', 'compta@client-b.fr'],
    ['  compta@client-b.fr\u00a0', 'compta@client-b.fr'],
    ['Compta@Client-B.FR', 'Compta@Client-B.FR'],
    ['Jean Dupont <jean@dupont.fr>', 'jean@dupont.fr'],
    ['"Dupont, Jean" <jean@dupont.fr>', 'jean@dupont.fr'],
    ['Dupont; Jean <jean@dupont.fr>', 'jean@dupont.fr'],
    ['jean@dupont.fr <jean@dupont.fr>', 'jean@dupont.fr'],
    ['jean@dupont.fr<mailto:jean@dupont.fr>', 'jean@dupont.fr'],
    ['<jean@dupont.fr>', 'jean@dupont.fr'],
    ['mailto:jean@dupont.fr', 'jean@dupont.fr'],
    ['MAILTO: jean@dupont.fr', 'jean@dupont.fr'],
    ['jean.p+relance@mail.dupont.co.uk', 'jean.p+relance@mail.dupont.co.uk'],
    ['dept/sales@dupont.fr', 'dept/sales@dupont.fr'],
    ['X <dept/sales@dupont.fr>', 'dept/sales@dupont.fr'],
    ["o'brien@dupont.ie", "o'brien@dupont.ie"],
    ['jean@société.fr', 'jean@société.fr'],
    ['rené@例え.jp', 'rené@例え.jp'],
    ['a@xn--socit-esab.fr', 'a@xn--socit-esab.fr'],

    ['', 'none!'],
    [' \u00a0\t ', 'none!'],
    ['\n', 'none!'],
    ['a@b.fr\nBcc: c@d.fr', 'line-break!'],
    ['a@b.fr\r\n', 'line-break!'],
    ['a@b.fr\u2028c@d.fr', 'line-break!'],
    ['a@b.fr\u0085', 'line-break!'],
    ['a@b.fr, c@d.fr', 'several!'],
    ['a@b.fr;c@d.fr', 'several!'],
    ['a@b.fr c@d.fr', 'several!'],
    ['a@b.fr/c@d.fr', 'several!'],
    ['a@b.fr et c@d.fr', 'several!'],
    ['A <a@b.fr>, C <c@d.fr>', 'several!'],
    ['a@b.fr <c@d.fr>', 'several!'],
    ['mailto:a@b.fr,mailto:c@d.fr', 'several!'],
    ['pas d’adresse', 'invalid!'],
    ['a@b', 'invalid!'],
    ['a@localhost', 'invalid!'],
    ['@b.fr', 'invalid!'],
    ['a@', 'invalid!'],
    ['a@@b.fr', 'invalid!'],
    ['a@b..fr', 'invalid!'],
    ['a@b.fr.', 'invalid!'],
    ['a@.b.fr', 'invalid!'],
    ['a@-b.fr', 'invalid!'],
    ['a@b-.fr', 'invalid!'],
    ['a@b.f', 'invalid!'],
    ['a@127.0.0.1', 'invalid!'],
    ['.a@b.fr', 'invalid!'],
    ['a.@b.fr', 'invalid!'],
    ['a..b@c.fr', 'invalid!'],
    ['a b@c.fr', 'invalid!'],
    ['a@b .fr', 'invalid!'],
    ['"a b"@c.fr', 'invalid!'],
    ['a@b.fr;', 'invalid!'],
    ['a@b.fr\0', 'invalid!'],
    ['a@b.fr\u200b', 'invalid!'],
    ['a\u202e@b.fr', 'invalid!'],
    ['mailto:a@b.fr?cc=c@d.fr', 'invalid!'],
    ['mailto:a%2Bx@b.fr', 'invalid!'],
    ['x@ <a@b.fr>', 'invalid!'],
    ['Jean <a@b.fr', 'invalid!'],
    ['=HYPERLINK("mailto:a@b.fr")', 'invalid!'],
    [`${'a'.repeat(65)}@b.fr`, 'invalid!'],
    [`a@${'b'.repeat(64)}.fr`, 'invalid!'],
  ])('%j', (cell, expected) => {
    const read = readAddress(cell);
    if (expected.endsWith('!')) expect(read).toEqual({ trouble: expected.slice(0, -1) });
    else expect(read).toEqual({ address: expected });
  });

  it('never lets through what could end a header line, a second address or a blank', () => {
    const hostile = fc.array(
      fc.constantFrom(
        'a@b.fr',
        'c@d.fr',
        ' ',
        ',',
        ';',
        '<',
        '>',
        '\n',
        '\r',
        '\0',
        '\u2028',
        '\u2029',
        '\u0085',
        '"',
        ':',
        'Bcc',
        '@',
        'x',
        'é',
        '\u00a0',
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          hostile.map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (cell) => {
          const read = readAddress(cell);
          if ('address' in read) expect(read.address).toMatch(/^[^\s\p{C}<>,;:"()@]+@[^\s\p{C}<>,;:"()@]+$/u);
        },
      ),
      { numRuns: tries(1500) },
    );
  });
});
