/**
 * A page taken apart as a browser does it: tags with their attributes, and the text between. What a name in a sheet adds to a page is text, and nothing
 * else; whoever finds one tag or attribute more has found a hole.
 */

export interface Page {
  /** Tags in their order: name, attributes with their values; closing ones as `/p`, declarations and comments as `!…`. */
  readonly tags: readonly string[];
  /** Addresses of links. */
  readonly links: readonly string[];
  /** The text a reader sees, entities resolved. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const resolved = (text: string): string =>
  text.replace(/&(\w+|#\w+);?/g, (whole, name: string) => {
    const found = ENTITIES[name];
    if (found === undefined) throw new Error(`an entity that is not ours: ${whole}`);
    return found;
  });

/** Where a tag ends: at the first `>` outside quotes. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const letter = html.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at;
  }
  throw new Error(`a tag without end: ${html.slice(from, from + 80)}`);
}

/** Takes a page apart. The link of an anchor is told apart from its tag, for it is the sheet's. */
export function taken(html: string): Page {
  const tags: string[] = [];
  const links: string[] = [];
  const text: string[] = [];
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    text.push(resolved(html.slice(at, next < 0 ? html.length : next)));
    if (next < 0) break;
    if (!/[a-z!/?]/i.test(html.charAt(next + 1))) throw new Error(`a bare < in ${html.slice(next, next + 40)}`);
    const end = endOfTag(html, next + 1);
    let tag = html.slice(next + 1, end);
    const href = /^a href="([^"]*)"/.exec(tag);
    if (href) {
      links.push(resolved(href[1] as string));
      tag = `a href${tag.slice(href[0].length)}`;
    }
    tags.push(tag);
    at = end + 1;
    // Style is text to a browser up to its end.
    if (/^style\b/.test(tag)) {
      const close = html.indexOf('</style', at);
      tags.push(html.slice(at, close));
      at = close;
    }
  }
  return { tags, links, text: text.join('') };
}
