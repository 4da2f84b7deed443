/**
 * The panel's words are in two halves: its own, which are made of numbers and names, and the fixed ones, which come with the view. Together they are
 * {@link Words}; the compiler holds each half to what the other leaves.
 */
import type { ViewWords } from '../core/for-panel.ts';
import type { Words } from './words.ts';

/** What is left of words when the fixed ones are taken away. */
type Own<All, Fixed> = {
  readonly [Key in keyof All as Key extends keyof Fixed
    ? Fixed[Key] extends string
      ? never
      : [keyof Own<All[Key], Fixed[Key]>] extends [never]
        ? never
        : Key
    : Key]: Key extends keyof Fixed ? Own<All[Key], Fixed[Key]> : All[Key];
};

export type OwnWords = Own<Words, ViewWords['panel']>;
export type OwnActs = OwnWords['act'];
export type OwnAhead = OwnWords['ahead'];

type Tree = { readonly [key: string]: unknown };

function joined(own: Tree, fixed: Tree): Tree {
  const all: { [key: string]: unknown } = { ...fixed };
  for (const [key, word] of Object.entries(own)) {
    const beside = fixed[key];
    all[key] = typeof word === 'object' && typeof beside === 'object' ? joined(word as Tree, beside as Tree) : word;
  }
  return all;
}

const known = new WeakMap<OwnWords, readonly [fixed: ViewWords['panel'], words: Words]>();

/** Both halves together; made once for a view. Before the first view, the fixed half is not there yet. */
export function wordsOf(own: OwnWords, fixed: ViewWords['panel'] = {} as ViewWords['panel']): Words {
  const before = known.get(own);
  if (before?.[0] === fixed) return before[1];
  const words = joined(own as unknown as Tree, fixed as unknown as Tree) as unknown as Words;
  known.set(own, [fixed, words]);
  return words;
}
