/** Words and names on their way in and out of XML: customers are called `Dupont & Fils`, and cells hold what people paste. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities read; unknown ones stay as they stand. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The text between two places of an element that holds text only: entities and CDATA read, comments left out. */
export function textBetween(xml: string, start: number, end: number): string {
  const raw = xml.slice(start, end);
  if (!raw.includes('<')) return unescaped(raw);
  return raw
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)|<!--[\s\S]*?-->/)
    .map((piece) => (piece === undefined ? '' : piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : unescaped(piece)))
    .join('');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text made safe between tags and in a double-quoted attribute; characters XML forbids are left out. */
export function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Cells hold 32 767 characters at most. */
const LONGEST = 32_767;

/** The content of a text cell: as {@link escaped}, with one kind of line end, and `_x0041_` kept from being read as a letter's code. */
export function escapedCell(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return escaped(plain.length > LONGEST ? plain.slice(0, LONGEST) : plain);
}
