/**
 * A reminder before it is plain text or HTML: a few blocks said in order. Both forms are made from the same blocks, so the customer who reads
 * the one cannot be told something else than the customer who reads the other.
 */

/** Words, a stressed figure, or an address to click where the reader's program can. */
export type Piece = string | { readonly strong: string } | { readonly link: string };

/** One line of a paragraph. */
export type Line = readonly Piece[];

/** One invoice of a list: its cells for a table, its sentence for plain text, its own addresses ('' for none): payment page, copy. */
export interface ListedInvoice {
  readonly cells: readonly string[];
  readonly sentence: string;
  readonly links: readonly string[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'invoices';
      readonly headers: readonly string[];
      /** Columns of figures, set at the right. */
      readonly figures: readonly boolean[];
      readonly rows: readonly ListedInvoice[];
      /** What the addresses are, in their order: headers of their columns, and what is written before one in plain text. */
      readonly linkLabels: readonly string[];
      /** Between a label and its value in plain text. */
      readonly colon: string;
    };

/** A paragraph of plain lines; empty ones are left out, so nothing dangles where the sheet had nothing to say. */
export function paragraph(...lines: readonly (string | Line)[]): Block {
  const said = lines.filter((line) => line.length > 0).map((line): Line => (typeof line === 'string' ? [line] : line));
  return { kind: 'paragraph', lines: said };
}

/** The blocks that have something to say. */
export function spoken(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => (block.kind === 'paragraph' ? block.lines.length > 0 : block.rows.length > 0));
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return 'strong' in piece ? piece.strong : piece.link;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map((line) => line.map(pieceText).join('')).join('\n');
    case 'invoices':
      return block.rows
        .map(({ sentence, links }) =>
          [`- ${sentence}`, ...links.flatMap((link, at) => (link === '' ? [] : [`  ${block.linkLabels[at]}${block.colon}${link}`]))].join(
            '\n',
          ),
        )
        .join('\n');
    default:
      return block satisfies never;
  }
}

/** The message as plain text: blocks apart by one blank line, lines by LF, a last LF at the end. */
export function textOf(blocks: readonly Block[]): string {
  return `${spoken(blocks).map(blockText).join('\n\n')}\n`;
}
