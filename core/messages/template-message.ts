/**
 * A message in the user's own words. What the customer must not miss is said even when the template forgot it: the other invoices of the message
 * and of the customer, and open credits, before the signature.
 */
import { type Block, textOf } from './blocks.ts';
import type { Composed } from './compose.ts';
import { htmlOf } from './html.ts';
import type { BlockId } from './placeholders.ts';
import { type FilledBlock, filledBody, filledSubject, type TemplateFacts } from './template-fill.ts';
import type { Template } from './templates.ts';

/** What stands beside the user's words: our subject where the template has none, and what is said whether they ask for it or not. */
export interface Beside {
  readonly language: 'fr' | 'en';
  readonly subject: string;
  readonly always: readonly Block[];
  readonly unlessSaid: Readonly<Partial<Record<BlockId | 'credits', readonly Block[]>>>;
}

/** The message of a template. With gaps it is only shown: the placeholders without a fact stand in it as written. */
export function saidByTemplate(template: Template, facts: TemplateFacts, beside: Beside): Composed {
  const body = filledBody(template.body, facts);
  const title = template.subject === null ? null : filledSubject(template.subject, facts);
  const says = new Set(body.blocks.flatMap((part) => [...part.says]));
  const forgotten = (Object.entries(beside.unlessSaid) as [BlockId | 'credits', readonly Block[]][]).filter(([id]) => !says.has(id));
  const added = [...beside.always, ...forgotten.flatMap(([, blocks]) => blocks)];
  const at = beforeSignature(body.blocks);
  const said = body.blocks.map((part) => part.block);
  const blocks = [...said.slice(0, at), ...added, ...said.slice(at)];
  return {
    subject: title?.subject || beside.subject,
    text: textOf(blocks),
    html: htmlOf(blocks, beside.language),
    gaps: [...(title?.gaps ?? []), ...body.gaps],
  };
}

/** The paragraph that signs, with a "Kind regards," that stands alone above it; the end when nobody signs. */
function beforeSignature(blocks: readonly FilledBlock[]): number {
  const signed = blocks.map((part) => part.says.has('signature')).lastIndexOf(true);
  if (signed < 0) return blocks.length;
  const above = blocks[signed - 1]?.block;
  const isFarewell = signed > 1 && above?.kind === 'paragraph' && above.lines.length === 1 && /,$/.test(textOf([above]).trim());
  return isFarewell ? signed - 1 : signed;
}
