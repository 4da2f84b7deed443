// The longest test files begin first, so that no worker is left with one of them when the others are done. Jest knows by itself only what it has run
// before, and a fresh clone has run nothing.
import Sequencer from '@jest/test-sequencer';

/** Files that open a browser, live through many histories or build the whole product, from the longest on. */
const LONGEST = [
  'page/screens',
  'page/faults',
  'sidebar/sidebar',
  'page/page',
  'panel/screens',
  'page/formulas',
  'panel/stories',
  'taskpane/pane',
  'panel/ahead',
  'page/story',
  'page/plans-kept',
  'panel/figures',
  'panel/follow-up',
  'page/follow-up',
  'supply/builds',
  'hosts/sheets-faults',
  'page/dashboard',
  'page/fixes',
  'hosts/contract',
  'hosts/sheets-built',
  'local/report-killed',
  'local/report-drafts',
  'laws/injection',
  'page/',
  'panel/',
  'taskpane/',
  'messages/',
  'sidebar/',
  'laws/',
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
