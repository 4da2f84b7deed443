/**
 * The little language of the user's own messages, read once. It has three things only:
 *   `{{MONTANT}}`                      the fact; when the sheet does not give it, the message is not sent
 *   `{{?PÉNALITÉS}}`                   the fact; when there is none, its whole line is left out
 *   `{{#si PÉNALITÉS}}…{{/si}}`        what stands between is said only when there is such a fact (English: `{{#if …}}…{{/if}}`)
 * Whatever else looks like a tag is a trouble said by its name, never text that goes out.
 */
import { type ClaimId, isBlock, isClaim, type PlaceholderId, placeholderId } from './placeholders.ts';

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly id: PlaceholderId; readonly written: string; readonly optional: boolean }
  /** A tag that could not be read: shown as written in the preview. */
  | { readonly kind: 'wrong'; readonly written: string }
  | { readonly kind: 'if'; readonly id: PlaceholderId | ClaimId }
  | { readonly kind: 'end' };

/** Machine words for what is wrong with a template; sentences stand in `languages/`. */
export type TemplateTrouble =
  | 'unknown-placeholder'
  | 'unclosed-tag'
  | 'unclosed-condition'
  | 'unopened-condition'
  | 'other-brackets'
  | 'table-in-subject';

/** A trouble and the tag it is about, as written. */
export interface Trouble {
  readonly trouble: TemplateTrouble;
  readonly written: string;
}

/** A text by lines of tokens, with all that is wrong with it, in the order of reading. */
export interface ParsedText {
  readonly lines: readonly (readonly Token[])[];
  readonly troubles: readonly Trouble[];
}

const TAG = /\{\{([^{}]*)\}\}/g;
const CONDITION = /^#\s*(?:if|si)\s+(\S.*)$/i;
const CONDITION_END = /^\/\s*(?:if|si)?$/i;
/** Other brackets in which articles write their placeholders. */
const OTHER_BRACKETS = /\[([^[\]{}]{2,60})\]|(?<!\{)\{([^{}]{2,60})\}(?!\})/g;

/** Reads a body or a subject. Total: any text has tokens, and what cannot be read is a trouble. */
export function parseTemplate(text: string, part: 'subject' | 'body'): ParsedText {
  const troubles: Trouble[] = [];
  const open: string[] = [];
  const lines = text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/).map((line) => {
    const tokens: Token[] = [];
    let from = 0;
    for (const found of line.matchAll(TAG)) {
      tokens.push(...plain(line.slice(from, found.index), troubles));
      tokens.push(tagOf(found[0], (found[1] as string).trim(), part, open, troubles));
      from = found.index + found[0].length;
    }
    tokens.push(...plain(line.slice(from), troubles));
    return tokens;
  });
  for (const written of open) troubles.push({ trouble: 'unclosed-condition', written });
  return { lines, troubles };
}

function tagOf(written: string, inner: string, part: 'subject' | 'body', open: string[], troubles: Trouble[]): Token {
  const wrong = (trouble: TemplateTrouble): Token => {
    troubles.push({ trouble, written });
    return { kind: 'wrong', written };
  };
  if (CONDITION_END.test(inner)) return open.pop() === undefined ? wrong('unopened-condition') : { kind: 'end' };
  const condition = CONDITION.exec(inner);
  if (condition) {
    // Even with an unknown name it opens: its end is not another mistake.
    open.push(written);
    const id = placeholderId(condition[1] as string);
    if (id === null) troubles.push({ trouble: 'unknown-placeholder', written });
    return id === null ? { kind: 'wrong', written } : { kind: 'if', id };
  }
  const optional = inner.startsWith('?');
  const id = placeholderId(optional ? inner.slice(1) : inner);
  if (id === null || isClaim(id)) return wrong('unknown-placeholder');
  if (part === 'subject' && isBlock(id)) return wrong('table-in-subject');
  return { kind: 'fact', id, written, optional };
}

/** Text between tags; what is left of a tag in it, or a known name in other brackets, is a trouble. */
function plain(text: string, troubles: Trouble[]): Token[] {
  if (text === '') return [];
  const half = /\{\{.{0,30}|.{0,30}\}\}/.exec(text);
  if (half) troubles.push({ trouble: 'unclosed-tag', written: half[0].trim() });
  for (const found of text.matchAll(OTHER_BRACKETS))
    if (placeholderId((found[1] ?? found[2]) as string) !== null) troubles.push({ trouble: 'other-brackets', written: found[0] });
  return [{ kind: 'text', text }];
}
