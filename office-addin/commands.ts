/**
 * The ribbon's buttons. They work through the panel, which is there (unseen) also while the pane is closed: so what a button did is what the pane
 * says when it is opened. Excel waits until a button has said that it is done, whatever happened.
 */
import type { Panel } from '../panel/desk.ts';

/** The names of the functions in manifest.xml. */
export const COMMANDS = ['refresh', 'prepare'] as const;
type CommandName = (typeof COMMANDS)[number];

const WORK: Readonly<Record<CommandName, (panel: Panel) => Promise<boolean>>> = {
  refresh: (panel) => panel.refresh(),
  prepare: async (panel) => {
    // Shown first: the question comes up before the user's eyes.
    await showPane();
    await panel.askToPrepare();
    return false;
  },
};

/** Tells Excel which function does the work of which button; `panel` resolves once it is mounted and rejects when it cannot be. */
export function registerCommands(panel: Promise<Panel>): void {
  for (const name of COMMANDS)
    Office.actions?.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        if (await WORK[name](await panel)) await showPane();
      } catch {
        await showPane();
      } finally {
        event?.completed?.();
      }
    });
}

/** Brings the pane into view. Excel does so for add-ins that were installed by their users or their organisation, and ignores it for those of its store. */
async function showPane(): Promise<void> {
  await Office.addin?.showAsTaskpane?.().catch(() => undefined);
}
