/** Number formats added to the styles of a workbook, for the cells of tabs it did not have: its own styles keep their places. */
import { beforeClose, Tags } from './xml.ts';
import { escaped } from './xml-text.ts';

/** Where the numbers of formats that Excel does not know by heart begin. */
const FIRST_OWN = 164;

/** The styles part with one plain cell style more for each format; `styleOf` answers the number of each. */
export function withFormats(
  xml: string,
  formats: readonly string[],
): { readonly xml: string; readonly styleOf: ReadonlyMap<string, number> } {
  const wanted = [...new Set(formats)];
  const { styles, lastFormat, hasFormats } = counted(xml);
  const idOf = (format: string): number => lastFormat + 1 + wanted.indexOf(format);
  const numFmts = (prefix: string): string =>
    wanted.map((format) => `<${prefix}numFmt numFmtId="${idOf(format)}" formatCode="${escaped(format)}"/>`).join('');
  const xfs = (prefix: string): string =>
    wanted
      .map((format) => `<${prefix}xf numFmtId="${idOf(format)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
      .join('');
  const named = hasFormats
    ? more(beforeClose(xml, 'numFmts', numFmts), 'numFmts', wanted.length)
    : firstInside(xml, (prefix) => `<${prefix}numFmts count="${wanted.length}">${numFmts(prefix)}</${prefix}numFmts>`);
  const dressed = more(beforeClose(named, 'cellXfs', xfs), 'cellXfs', wanted.length);
  return { xml: dressed, styleOf: new Map(wanted.map((format, i) => [format, styles + i])) };
}

/** How many cell styles there are, and which number of a format is the last one taken. */
function counted(xml: string): { readonly styles: number; readonly lastFormat: number; readonly hasFormats: boolean } {
  const tags = new Tags(xml);
  let styles = 0;
  let lastFormat = FIRST_OWN - 1;
  let hasFormats = false;
  let inCells = false;
  while (tags.next()) {
    if (tags.is('cellXfs')) inCells = !tags.closing && !tags.empty;
    else if (tags.closing) continue;
    else if (tags.is('numFmts')) hasFormats = !tags.empty;
    else if (tags.is('numFmt')) lastFormat = Math.max(lastFormat, Number(tags.value('numFmtId')) || 0);
    else if (inCells && tags.is('xf')) styles++;
  }
  return { styles, lastFormat, hasFormats };
}

/** The number of children an element says it has, raised. */
function more(xml: string, name: string, by: number): string {
  return xml.replace(
    new RegExp(`(<(?:\\w+:)?${name}\\b[^>]*?\\scount\\s*=\\s*["'])(\\d+)`),
    (_, before: string, count: string) => before + (Number(count) + by),
  );
}

/** Formats come first of all in a styles part. */
function firstInside(xml: string, text: (prefix: string) => string): string {
  const tags = new Tags(xml);
  while (tags.next()) if (!tags.closing && tags.is('styleSheet')) return xml.slice(0, tags.end) + text(tags.prefix()) + xml.slice(tags.end);
  return xml;
}
