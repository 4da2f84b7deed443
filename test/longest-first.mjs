// The longest test files begin first, so that no worker is left with one of them when the others are done. Jest knows by itself only what it has run
// before, and a fresh clone has run nothing.
import Sequencer from '@jest/test-sequencer';

/** Files that open a browser or build the whole product, from the longest on. */
const LONGEST = [
  'page/faults',
  'page/screens',
  'page/page',
  'page/story',
  'panel/stories',
  'panel/screens',
  'page/follow-up',
  'page/formulas',
  'panel/follow-up',
  'panel/ahead',
  'panel/figures',
  'page/dashboard',
  'panel/problems',
  'page/plans-kept',
  'page/fixes',
  'page/grid',
  'docs/',
];
const place = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.replaceAll('\\', '/').includes(`/test/${name}`));
  return at < 0 ? LONGEST.length : at;
};

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => place(a) - place(b));
  }
}
