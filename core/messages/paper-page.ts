/**
 * A formal paper as a page to print: A4, numbered pages, tables whose headers come back on every page, nothing fetched from outside and no script.
 * The same page reads on a narrow panel. Everything that came from the sheet passes `escaped`.
 */
import { escaped } from './html.ts';

/** A piece of HTML already safe to print. */
export interface Html {
  readonly html: string;
}

/** Text, made safe. */
export function said(text: string): Html {
  return { html: escaped(text) };
}

/** Pieces one after the other. */
export function joined(...pieces: readonly (Html | string)[]): Html {
  return { html: pieces.map((piece) => (typeof piece === 'string' ? escaped(piece) : piece.html)).join('') };
}

/** An element around pieces; `kind` is one of our own class names, '' for none. No pieces: nothing. */
export function element(tag: string, kind: string, ...pieces: readonly (Html | string)[]): Html {
  const inner = joined(...pieces).html;
  return { html: inner === '' ? '' : `<${tag}${kind === '' ? '' : ` class="${kind}"`}>${inner}</${tag}>\n` };
}

/** A paragraph; '' gives nothing. */
export function para(text: Html | string, kind = ''): Html {
  return element('p', kind, text);
}

/** Lines of an address or a signature, one under the other. */
export function stacked(lines: readonly string[], kind: string): Html {
  return lines.length === 0 ? { html: '' } : element('div', kind, ...lines.map((line) => element('div', '', line)));
}

/** A list of points. */
export function points(items: readonly string[]): Html {
  return element('ul', '', ...items.map((item) => element('li', '', item)));
}

/** What heads a column: `sum` columns are figures and stand to the right. */
export interface ColumnHead {
  readonly text: string;
  readonly kind: 'words' | 'sum' | 'short';
}

/** A row of a table: `group` ends a group with its subtotal, `total` ends the table. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly kind: 'line' | 'group' | 'total';
}

/** A table; without rows nothing. */
export function table(heads: readonly ColumnHead[], rows: readonly TableRow[], caption = ''): Html {
  if (rows.length === 0) return { html: '' };
  const head = heads.map(({ text, kind }) => `<th scope="col" class="${kind}">${escaped(text)}</th>`).join('');
  const line = ({ cells, kind }: TableRow) =>
    `<tr class="${kind}">${cells.map((cell, at) => `<td class="${heads[at]?.kind ?? 'words'}">${escaped(cell)}</td>`).join('')}</tr>`;
  const title = caption === '' ? '' : `<caption>${escaped(caption)}</caption>`;
  return {
    html: `<div class="wide"><table>${title}<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.map(line).join('\n')}\n</tbody></table></div>\n`,
  };
}

/** A table without the columns that are blank in every row: a sheet without order numbers shows none. */
export function tableOfFilled(heads: readonly ColumnHead[], rows: readonly TableRow[], caption = ''): Html {
  const kept = heads.map((_, at) => rows.some(({ cells }) => (cells[at] ?? '') !== ''));
  const only = <T>(list: readonly T[]) => list.filter((_, at) => kept[at]);
  return table(
    only(heads),
    rows.map(({ cells, kind }) => ({ cells: only(cells), kind })),
    caption,
  );
}

const STYLE = `
@page { size: A4; margin: 16mm 20mm 20mm; @bottom-left { content: "FOOT"; font: 8pt Arial, Helvetica, sans-serif; color: #555 }
  @bottom-right { content: "page " counter(page) " / " counter(pages); font: 8pt Arial, Helvetica, sans-serif; color: #555 } }
* { box-sizing: border-box }
body { margin: 0; font: 10pt/1.42 Arial, "Liberation Sans", Helvetica, sans-serif; color: #111; overflow-wrap: break-word }
p { margin: 0 0 2.6mm } h1 { font-size: 15pt; margin: 0 0 4mm } h2 { font-size: 11.5pt; margin: 6mm 0 2mm; break-after: avoid }
h3 { font-size: 10pt; margin: 3mm 0 1mm; break-after: avoid }
ul { margin: 0 0 2.6mm; padding-left: 5mm } p, li { orphans: 3; widows: 3 }
.head { display: grid; grid-template-columns: 85mm 85mm; margin-bottom: 5mm; min-height: 78mm }
.sender div:first-child { font-weight: bold; font-size: 11.5pt }
.sender, .to { overflow-wrap: anywhere }
.to { min-height: 33mm; font-size: 10.5pt }
.right .to { margin: 39mm 0 4mm 5mm } .left .sender { order: 2; padding-left: 10mm } .left .to { margin: 36mm 0 4mm }
.right .place { margin-left: 5mm } .left .place { margin-left: 0 }
.subject { font-weight: bold; margin-bottom: 4mm } .subject div { margin-bottom: 0.8mm }
.notice { border: 0.4mm solid #111; padding: 2.6mm 3.4mm; margin: 3.4mm 0; break-inside: avoid }
.notice p:last-child { margin: 0 }
.together { break-inside: avoid }
.small { font-size: 8.5pt; color: #333 }
.pay { display: flex; gap: 8mm; align-items: flex-start; margin-bottom: 2.6mm; break-inside: avoid }
.pay svg { width: 30mm; height: 30mm; flex: none }
.pay div div { margin-bottom: 0.6mm }
.sign { margin-top: 4mm; break-inside: avoid } .sign .room { height: 20mm }
table { border-collapse: collapse; width: 100%; margin: 0 0 3.4mm; font-size: 8.8pt; line-height: 1.3 }
caption { text-align: left; font-weight: bold; padding: 0 0 1.2mm; break-after: avoid }
thead { display: table-header-group } tr { break-inside: avoid }
th { text-align: left; border-bottom: 0.4mm solid #111; padding: 1mm 1.6mm 1mm 0; vertical-align: bottom }
td { border-bottom: 0.15mm solid #bbb; padding: 0.9mm 1.6mm 0.9mm 0; vertical-align: top; overflow-wrap: anywhere }
th:last-child, td:last-child { padding-right: 0 }
.sum { text-align: right; white-space: nowrap } .short { white-space: nowrap }
th.sum, th.short { white-space: normal }
.group td { font-weight: bold } .total td { font-weight: bold; border-top: 0.4mm solid #111; border-bottom: 0.4mm solid #111 }
.sum + .words, .sum + .short { padding-left: 4mm }
.parties { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; margin-bottom: 5mm; overflow-wrap: anywhere }
.cover { margin-bottom: 6mm } .last { break-before: page }
@media screen { body { padding: 16px; max-width: 820px; background: #fff } }
@media screen and (max-width: 600px) {
  body { padding: 12px; font-size: 13px } .head { display: block; min-height: 0 }
  .right .to, .left .to { margin: 14px 0; min-height: 0 } .left .sender { padding: 0 } .right .place { margin: 0 }
  .wide { overflow-x: auto } table { font-size: 11px } td, th { padding-right: 8px } td { overflow-wrap: normal }
  .pay { display: block } }
`;

/** What a page says of itself. `foot` stands at the bottom of each page and is one of our own words, never the user's. */
export interface PageAbout {
  readonly language: 'fr' | 'en';
  readonly title: string;
  readonly foot: string;
}

/** The whole page. */
export function paperPage({ language, title, foot }: PageAbout, ...body: readonly Html[]): string {
  const style = STYLE.replace('FOOT', foot.replace(/["\\<>\n]/g, ' '));
  return `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)}</title>
<style>${style}</style></head>
<body>
${joined(...body).html}</body>
</html>
`;
}
