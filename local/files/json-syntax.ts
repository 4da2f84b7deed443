/** Where a JSON text stops being JSON: engines word it differently or not at all, and a person needs the line to correct. */

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

/** What may come next: a value, a key, what follows a key, what follows a value. */
type Awaited = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** `line:column` of the first fault, both from 1; null when there is none. */
export function jsonFaultAt(text: string): string | null {
  const inside: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  let at = 0;
  while (awaited !== 'nothing') {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return placeOf(text, at);
    const next = step(awaited, found[1] ?? (found[0].trimStart().startsWith('"') ? 'text' : 'plain'), inside);
    if (next === null) return placeOf(text, at);
    awaited = next;
    at = TOKEN.lastIndex;
  }
  return text.slice(at).trim() === '' ? null : placeOf(text, at);
}

function step(awaited: Awaited, token: string, inside: ('{' | '[')[]): Awaited | null {
  const afterValue = (): Awaited => (inside.length === 0 ? 'nothing' : 'comma-or-end');
  const top = inside.at(-1);
  if (token === '}' || token === ']') {
    const allowed = awaited === 'comma-or-end' || (token === '}' ? awaited === 'key-or-end' : awaited === 'value-or-end');
    if (!allowed || top !== (token === '}' ? '{' : '[')) return null;
    inside.pop();
    return afterValue();
  }
  switch (awaited) {
    case 'value':
    case 'value-or-end':
      if (token === '{' || token === '[') {
        inside.push(token);
        return token === '{' ? 'key-or-end' : 'value-or-end';
      }
      return token === 'text' || token === 'plain' ? afterValue() : null;
    case 'key':
    case 'key-or-end':
      return token === 'text' ? 'colon' : null;
    case 'colon':
      return token === ':' ? 'value' : null;
    case 'comma-or-end':
      return token === ',' ? (top === '{' ? 'key' : 'value') : null;
    case 'nothing':
      return null;
    default:
      return awaited satisfies never;
  }
}

function placeOf(text: string, from: number): string {
  const at = from + (text.slice(from).length - text.slice(from).trimStart().length);
  const before = text.slice(0, at);
  return `${before.split('\n').length}:${at - before.lastIndexOf('\n')}`;
}
