/** Excel names a colour in four ways: by its red, green and blue, by its place in an old palette, by its role in the theme, lightened or darkened. */
import { type XlsxBook, xmlOf } from './xlsx-book.ts';
import { Tags } from './xml.ts';

/** The palette of Excel 97, from index 8 on; the first eight repeat it. */
const PALETTE = `
  000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080
  c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff
  800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc
  99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333
`
  .trim()
  .split(/\s+/);
/** The Office theme, for a file that brings none. In the order cells count: light and dark, then accents. */
const OFFICE = 'ffffff 000000 e7e6e6 44546a 4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 0563c1 954f72'.split(' ');
const ROLES = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

export type ColourOf = (tags: Tags) => string | null;

/** Reads the colour a tag names (`<color>`, `<fgColor>`); null for "automatic" and for what names none. */
export function coloursOf(book: XlsxBook): ColourOf {
  const theme = themeOf(book);
  return (tags) => {
    const rgb = /([0-9a-f]{6})$/i.exec(tags.raw('rgb') ?? '')?.[1]?.toLowerCase();
    const indexed = tags.raw('indexed');
    const role = tags.raw('theme');
    const colour = rgb ?? (indexed === null ? (role === null ? null : theme[Number(role)]) : paletteColour(Number(indexed)));
    return colour ? `#${tinted(colour, Number(tags.raw('tint') ?? 0))}` : null;
  };
}

function paletteColour(index: number): string | null {
  return PALETTE[index < 8 ? index : index - 8] ?? null;
}

function themeOf({ zip }: XlsxBook): readonly string[] {
  const name = [...zip.byName.values()].find((entry) => /(?:^|\/)theme\/theme1?\.xml$/i.test(entry.name))?.name;
  const tags = new Tags((name === undefined ? null : xmlOf(zip, name)) ?? '');
  const theme = [...OFFICE];
  let role = -1;
  while (tags.next() && !(tags.is('clrScheme') && tags.closing)) {
    if (tags.closing) continue;
    const place = ROLES.findIndex((name) => tags.is(name));
    if (place >= 0) role = place;
    const found = tags.is('srgbClr') ? tags.raw('val') : tags.is('sysClr') ? tags.raw('lastClr') : null;
    if (found !== null && /^[0-9a-f]{6}$/i.test(found) && role >= 0) theme[role] = found.toLowerCase();
  }
  return theme;
}

/** Lightened towards white (`tint` above 0) or darkened towards black, in the lightness of the colour alone. */
function tinted(colour: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return colour;
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
  // The same hue and saturation at another lightness: each part keeps its place between the least and the most.
  const spread = most === least ? 0 : (most - least) / (1 - Math.abs(2 * light - 1));
  const chroma = (1 - Math.abs(2 * wanted - 1)) * spread;
  return parts
    .map((part) => wanted + chroma * (most === least ? 0 : (part - least) / (most - least) - 0.5))
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}
