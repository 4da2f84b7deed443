/**
 * Whom a reminder goes to: exactly one address, read strictly. What people type in an address cell (a name around it, a `mailto:` left by a
 * copy) is understood; two addresses or a line break are not, for a reminder sent to a third person says who owes what.
 */

/** Why a cell holds no address a reminder may go to. */
export type AddressTrouble = 'none' | 'invalid' | 'line-break' | 'several';

/** The common address, told at a glance; all that is odd is looked at closely. */
const PLAIN_ADDRESS = /^[a-z\d]+(?:[._+-][a-z\d]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/i;
const LINE_BREAK = /[\r\n\v\f\u0085\u2028\u2029]/;
/** Letters of any script, digits, and what RFC 5322 allows in an atom. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const BETWEEN_ADDRESSES = /[\s,;|/&<>()[\]"]+/;

/** True for one bare addr-spec. A domain without a dot, a numeric last label and quoted local parts are refused: typing errors, in practice. */
function isAddrSpec(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254 || !LOCAL.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split('.');
  const last = labels[labels.length - 1] as string;
  return (
    labels.length >= 2 && last.length >= 2 && !/^\p{N}+$/u.test(last) && labels.every((label) => label.length <= 63 && LABEL.test(label))
  );
}

function withoutMailto(text: string): string {
  // A percent sign in a mailto link is an escape, in an address a letter: rather refuse than write to somebody else.
  return /^mailto:[^%]*$/i.test(text) ? text.slice('mailto:'.length).trim() : text;
}

function addressesIn(text: string): string[] {
  return text.split(BETWEEN_ADDRESSES).map(withoutMailto).filter(isAddrSpec);
}

/**
 * The one address of a cell: bare, `Name <a@b.fr>` or `mailto:a@b.fr`, blanks around it ignored, letters kept as typed. Otherwise the trouble:
 * `none` for a blank cell, `line-break`, `several` for two addresses, `invalid` for all the rest.
 */
export function readAddress(text: string): { readonly address: string } | { readonly trouble: AddressTrouble } {
  if (text.length < 64 && PLAIN_ADDRESS.test(text)) return { address: text };
  if (LINE_BREAK.test(text)) return { trouble: text.trim() === '' ? 'none' : 'line-break' };
  const cell = text.trim();
  if (cell === '') return { trouble: 'none' };
  const named = /^([^<>]*)<([^<>]*)>$/.exec(cell);
  const name = named ? (named[1] as string) : '';
  const address = withoutMailto((named ? (named[2] as string) : cell).trim());
  const others = addressesIn(named ? name : cell);
  // Outlook writes `jean@x.fr <jean@x.fr>`: one address said twice, as long as both agree.
  if (named ? others.some((other) => other !== address) : others.length > 1) return { trouble: 'several' };
  // An at sign in a name that is no address: nobody can tell who is meant.
  if (name.includes('@') && others.length === 0) return { trouble: 'invalid' };
  return isAddrSpec(address) ? { address } : { trouble: 'invalid' };
}
