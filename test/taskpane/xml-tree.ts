/** A manifest as a tree. Strict, as Excel is: what is not well-formed is refused here too. */

export interface Element {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const TOKEN = /<!--([\s\S]*?)-->|<\?[\s\S]*?\?>|<(\/?)((?:\w+:)?\w+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

export function treeOf(xml: string): Element {
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [root];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < xml.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(xml);
    if (!token) throw new Error(`not well-formed at ${xml.slice(at, at + 60)}`);
    const [, comment, closing, tag, attributes, empty, text] = token;
    if (comment?.includes('--')) throw new Error('two hyphens in a comment');
    const inside = open.at(-1) as (typeof open)[number];
    if (text !== undefined) inside.text += text.trim();
    if (tag === undefined) continue;
    const name = tag.slice(tag.indexOf(':') + 1);
    if (closing) {
      if (inside.name !== name) throw new Error(`</${tag}> closes <${inside.name}>`);
      open.pop();
      continue;
    }
    const found = [...(attributes ?? '').matchAll(/(?:\w+:)?(\w+)="([^"]*)"/g)].map(([, key, value]) => [key as string, value as string]);
    const element = { name, attributes: Object.fromEntries(found) as Record<string, string>, children: [], text: '' };
    inside.children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('something is left open');
  return root.children[0] as Element;
}

/** All elements under this one, itself first. */
export function everything(element: Element): Element[] {
  return [element, ...element.children.flatMap(everything)];
}
