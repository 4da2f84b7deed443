/**
 * The message as HTML that any mail program shows: inline styles, one column of at most 600 pixels, no image, nothing fetched from outside.
 * Everything that came from the sheet passes {@link escaped}: a customer called `<script>` is a customer, not a script.
 */
import { type Block, type Line, type ListedInvoice, type Piece, spoken } from './blocks.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The text with the five characters of HTML written as entities: safe between tags and inside a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Only such an address is made clickable: https, and no character that could end the attribute or hide where it leads. */
const SAFE_LINK = /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:[/?#][a-z0-9\-._~:/?#[\]@!$&()*+,;=%]*)?$/i;

/** An anchor for a plain https address; anything else is shown as text. */
export function linkHtml(address: string): string {
  const shown = escaped(address);
  return SAFE_LINK.test(address) ? `<a href="${shown}" style="${STYLE.link}">${shown}</a>` : shown;
}

const STYLE = {
  body: 'margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1f2933',
  page: 'max-width:600px',
  paragraph: 'margin:0 0 14px',
  table: 'width:100%;max-width:600px;border-collapse:collapse;margin:0 0 14px;font-size:13px;line-height:1.4',
  head: 'padding:6px 8px;border-bottom:2px solid #52606d;vertical-align:bottom',
  cell: 'padding:6px 8px;border-bottom:1px solid #cbd2d9;vertical-align:top',
  words: ';text-align:left',
  figure: ';text-align:right;white-space:nowrap',
  link: 'color:#0b5cad;word-break:break-all',
} as const;

function pieceHtml(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  return 'strong' in piece ? `<strong>${escaped(piece.strong)}</strong>` : linkHtml(piece.link);
}

function lineHtml(line: Line): string {
  return line.map(pieceHtml).join('');
}

function rowHtml(row: ListedInvoice, figures: readonly boolean[], linked: readonly number[]): string {
  const cells = row.cells.map((cell, i) => `<td style="${STYLE.cell}${figures[i] ? STYLE.figure : STYLE.words}">${escaped(cell)}</td>`);
  for (const at of linked) cells.push(`<td style="${STYLE.cell}${STYLE.words}">${linkHtml(row.links[at] ?? '')}</td>`);
  return `<tr>${cells.join('')}</tr>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${STYLE.paragraph}">${block.lines.map(lineHtml).join('<br>\n')}</p>`;
    case 'invoices': {
      const linked = [...block.linkLabels.keys()].filter((at) => block.rows.some(({ links }) => links[at] !== ''));
      const headers = [...block.headers, ...linked.map((at) => block.linkLabels[at] as string)];
      const head = headers.map(
        (header, i) => `<th scope="col" style="${STYLE.head}${block.figures[i] ? STYLE.figure : STYLE.words}">${escaped(header)}</th>`,
      );
      const rows = block.rows.map((row) => rowHtml(row, block.figures, linked));
      return `<table style="${STYLE.table}">\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
    }
    default:
      return block satisfies never;
  }
}

/** The message as a whole HTML page in the language given (`fr`, `en`). */
export function htmlOf(blocks: readonly Block[], language: string): string {
  const body = spoken(blocks).map(blockHtml).join('\n');
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"></head>
<body style="${STYLE.body}">
<div style="${STYLE.page}">
${body}
</div>
</body>
</html>
`;
}
