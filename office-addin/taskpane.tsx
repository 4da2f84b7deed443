/**
 * The task pane, and with it the formulas and the ribbon's buttons: Excel keeps this one page running behind all three, also while the pane is closed.
 * Who answers a formula or a button is told first; the panel follows as soon as Excel is ready, and the engine once something can be seen.
 */
import type { Hooks, Panel } from '../panel/desk.ts';
import { mountPanel } from '../panel/main.tsx';
import { notice } from '../panel/notice.ts';
import { printPaper } from '../panel/print-paper.ts';
import { clear, nameLanguage, showMissing, showOutside, showWaiting } from './alone.tsx';
import { bringEngine } from './bring-engine.ts';
import { registerFormulas } from './cells.ts';
import { registerCommands } from './commands.ts';
import { copyPaper } from './copy-paper.ts';
import { keepKeys } from './keys.ts';
import { mailSetting } from './mail-setting.tsx';
import { PANE_WORDS, type PaneWords } from './pane-words.ts';
import { paneWords } from './reader.ts';
import '../panel/whole-window.css';
import './taskpane.css';
import { followTheme } from './theme.ts';

/** How long Excel may keep the reader waiting without a word, in milliseconds. */
const PATIENCE = 12_000;

const place = document.getElementById('panel') as HTMLElement;
place.classList.add('relance');
nameLanguage();

if (typeof Office === 'undefined') showMissing(place, 'noOffice');
else begin();

function begin(): void {
  showWaiting(place, paneWords().opening);
  const slow = setTimeout(() => showWaiting(place, paneWords().slow), PATIENCE);
  if (typeof CustomFunctions !== 'undefined') registerFormulas();
  const panel = Office.onReady().then(({ host }) => {
    clearTimeout(slow);
    nameLanguage();
    if (String(host) === 'Excel') return openPanel();
    showOutside(place);
    throw new Error('not in Excel');
  });
  // Who waits for the panel is told; so is the user, in the pane.
  panel.catch(() => undefined);
  registerCommands(panel);
}

/** There, what is asked to print or to be saved is passed over without a word (OfficeDev/office-js, issue 3385). */
const onMac = (words: () => PaneWords): NonNullable<Hooks['takePaper']> => ({
  words: () => words().copyPaper,
  take: (paper) => {
    copyPaper(paper);
    notice(words().copyPaper.done, words().close);
  },
});

const spoken = ({ message, advice }: Error & { readonly advice?: string }): string => `${message} ${advice ?? ''}`.trim();

async function openPanel(): Promise<Panel> {
  followTheme(place);
  keepKeys();
  showWaiting(place, paneWords().opening);
  try {
    const { openDesk } = await bringEngine();
    const desk = openDesk({ remark: (error) => notice(spoken(error), PANE_WORDS[desk.language()].close) });
    await desk.ready;
    clear(place);
    const words = (): PaneWords => PANE_WORDS[desk.language()];
    return mountPanel(place, desk, {
      ...desk.hooks,
      ...(String(Office.context?.platform) === 'Mac' ? { takePaper: onMac(words) } : { print: printPaper }),
      mail: { status: () => desk.mail() },
      OwnSetting: mailSetting(desk),
    });
  } catch (error) {
    showMissing(place, 'noEngine');
    throw error;
  }
}
