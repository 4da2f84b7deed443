// The longest test files begin first, so that no worker is left with one of them when the others are done. Jest knows by itself only what it has run
// before, and a fresh clone has run nothing.
import Sequencer from '@jest/test-sequencer';

/** Files that open a browser, live through many histories or build the whole product, from the longest on. */
const LONGEST = [
  'page/faults',
  'sidebar/sidebar',
  'page/screens',
  'page/page',
  'taskpane/pane',
  'panel/stories',
  'panel/follow-up',
  'panel/figures',
  'page/formulas',
  'panel/ahead',
  'panel/screens',
  'page/plans-kept',
  'page/story',
  'panel/first-day',
  'page/follow-up',
  'hosts/sheets-faults',
  'page/dashboard',
  'laws/crashes',
  'local/report-killed',
  'page/fixes',
  'laws/injection',
  'messages/',
  'laws/reading',
  'hosts/sheets-built',
  'page/',
  'panel/',
  'taskpane/',
  'papers/',
  'hosts/',
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
