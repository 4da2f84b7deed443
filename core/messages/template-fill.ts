/**
 * A template and the facts of one message become what is sent. Facts come in as finished words: what somebody typed in the sheet is never read as
 * a tag. A fact that is asked for and not there is a gap: shown as written, and the message waits.
 */
import { type Block, type Line, type Piece, paragraph, spoken } from './blocks.ts';
import type { BlockId, ClaimId, WordId } from './placeholders.ts';
import { isBlock, isClaim } from './placeholders.ts';
import { visible } from './sheet-text.ts';
import type { ParsedText, Token } from './template-parse.ts';

/** Why a fact is not told: the sheet or the settings do not give it, penalties come with the firm tone only, or never to a consumer. */
export type GapReason = 'empty' | 'penalties-later' | 'penalties-never';

/** A fact asked for and not there. */
export interface Gap {
  readonly part: 'subject' | 'body';
  readonly written: string;
  readonly reason: GapReason;
}

/** The facts of a message: lines of words by placeholder (none: the fact is not there), blocks, and what is so. */
export interface TemplateFacts {
  readonly words: Readonly<Record<WordId, readonly Line[]>>;
  readonly blocks: Readonly<Record<BlockId, readonly Block[]>>;
  readonly claims: Readonly<Record<ClaimId, boolean>>;
  /** Why a fact that is not there is not. */
  readonly missing: (id: WordId | BlockId) => GapReason;
}

/** One block of the message, and the facts its words name. */
export interface FilledBlock {
  readonly block: Block;
  readonly says: ReadonlySet<WordId | BlockId>;
}

/** A line being filled: what it says so far, and whether a condition has left anything of it. */
interface Filling {
  readonly lines: Line[];
  readonly says: Set<WordId | BlockId>;
}

/** The body as blocks: a blank line parts paragraphs, a table stands alone. */
export function filledBody(
  text: ParsedText,
  facts: TemplateFacts,
): { readonly blocks: readonly FilledBlock[]; readonly gaps: readonly Gap[] } {
  const gaps: Gap[] = [];
  const blocks: FilledBlock[] = [];
  const missing = (written: string, reason: GapReason) => gaps.push({ part: 'body', written, reason });
  let filling: Filling = { lines: [], says: new Set() };
  const close = () => {
    if (filling.lines.length > 0) blocks.push({ block: paragraph(...filling.lines), says: filling.says });
    filling = { lines: [], says: new Set() };
  };
  const conditions: boolean[] = [];
  for (const tokens of text.lines) {
    const said = saidTokens(tokens, facts, conditions);
    if (said === null) continue;
    if (said.every((token) => token.kind === 'text' && token.text.trim() === '')) {
      close();
      continue;
    }
    for (const part of partsOf(said)) {
      if ('block' in part) {
        const { id, written, optional } = part.block;
        const found = spoken(facts.blocks[id as BlockId]);
        if (found.length === 0 && !optional) {
          missing(written, facts.missing(id));
          filling.lines.push([written]);
        }
        if (found.length > 0) close();
        for (const block of found) blocks.push({ block, says: new Set([id]) });
      } else filling.lines.push(...filledLines(part.words, facts, filling.says, missing));
    }
  }
  close();
  return { blocks, gaps };
}

/** The subject, on one line. */
export function filledSubject(text: ParsedText, facts: TemplateFacts): { readonly subject: string; readonly gaps: readonly Gap[] } {
  const gaps: Gap[] = [];
  const conditions: boolean[] = [];
  const lines = text.lines.flatMap((tokens) => {
    const said = saidTokens(tokens, facts, conditions);
    return said === null ? [] : filledLines(said, facts, new Set(), (written, reason) => gaps.push({ part: 'subject', written, reason }));
  });
  return { subject: lines.map(lineText).join(' '), gaps };
}

type SaidToken = Exclude<Token, { kind: 'if' | 'end' }>;

/** The tokens of a line that its conditions let be said; null for a line of which they leave nothing. */
function saidTokens(tokens: readonly Token[], facts: TemplateFacts, conditions: boolean[]): SaidToken[] | null {
  let isTouched = conditions.includes(false);
  const said: SaidToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'if') {
      isTouched = true;
      conditions.push(holds(token.id, facts));
    } else if (token.kind === 'end') {
      isTouched = true;
      conditions.pop();
    } else if (!conditions.includes(false)) said.push(token);
  }
  return isTouched && said.every((token) => token.kind === 'text' && token.text.trim() === '') ? null : said;
}

function holds(id: WordId | BlockId | ClaimId, facts: TemplateFacts): boolean {
  if (isClaim(id)) return facts.claims[id];
  return isBlock(id) ? spoken(facts.blocks[id]).length > 0 : facts.words[id].length > 0;
}

type FactToken = Extract<Token, { kind: 'fact' }>;

/** A line cut where a table stands in it. */
function partsOf(tokens: readonly SaidToken[]): ({ readonly words: SaidToken[] } | { readonly block: FactToken })[] {
  const parts: ({ words: SaidToken[] } | { block: FactToken })[] = [];
  let words: SaidToken[] = [];
  for (const token of tokens) {
    if (token.kind !== 'fact' || !isBlock(token.id)) {
      words.push(token);
      continue;
    }
    parts.push({ words }, { block: token });
    words = [];
  }
  return [...parts, { words }].filter(
    (part) => 'block' in part || part.words.some((token) => token.kind !== 'text' || token.text.trim() !== ''),
  );
}

/** One line of a template: none when an optional fact of it is not there; several when a fact that has several stands alone on it. */
function filledLines(
  tokens: readonly SaidToken[],
  facts: TemplateFacts,
  says: Set<WordId | BlockId>,
  missing: (written: string, reason: GapReason) => void,
): Line[] {
  const words = (token: FactToken): readonly Line[] => facts.words[token.id as WordId];
  if (tokens.some((token) => token.kind === 'fact' && token.optional && words(token).length === 0)) return [];
  const solid = tokens.filter((token) => token.kind !== 'text' || token.text.trim() !== '');
  const [only] = solid;
  if (solid.length === 1 && only?.kind === 'fact' && words(only).length > 0) {
    says.add(only.id);
    return [...words(only)];
  }
  const line: Piece[] = [];
  for (const token of tokens) {
    if (token.kind === 'text') line.push(visible(token.text));
    else if (token.kind === 'wrong') line.push(token.written);
    else {
      const lines = words(token);
      if (lines.length === 0) {
        missing(token.written, facts.missing(token.id as WordId));
        line.push(token.written);
      }
      says.add(token.id);
      for (const [at, pieces] of lines.entries()) line.push(...(at === 0 ? [] : [', ']), ...pieces);
    }
  }
  return [trimmed(line)];
}

/** Without the blanks at its two ends. */
function trimmed(line: readonly Piece[]): Line {
  const pieces = [...line];
  if (typeof pieces[0] === 'string') pieces[0] = pieces[0].trimStart();
  const last = pieces.length - 1;
  if (typeof pieces[last] === 'string') pieces[last] = (pieces[last] as string).trimEnd();
  return pieces.filter((piece) => piece !== '');
}

function lineText(line: Line): string {
  return line.map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.link)).join('');
}
