/** The one panel of all hosts: mounted beside a grid, it sends commands to a desk and shows what comes back. */
import { render } from 'preact';
import { App } from './app.tsx';
import type { Desk, Hooks, Panel } from './desk.ts';
import { bringLater } from './later.tsx';
import './panel.css';
import { Session } from './session.ts';

export type { Desk, Hooks, Panel, Selection } from './desk.ts';

/** Puts the panel into `element` and opens the workbook. The element decides the width (300 px or more) and the height. */
export function mountPanel(element: Element, desk: Desk, hooks: Hooks): Panel {
  const session = new Session(desk, hooks);
  element.classList.add('relance');
  render(<App session={session} />, element);
  // Later they are asked for again where they could not be brought.
  void session.open().then(() => bringLater().catch(() => undefined));
  return {
    reload: () => session.open(),
    refresh: () => session.refreshAsked(),
    askToPrepare: () => session.prepareAsked(),
    unmount: () => {
      session.close();
      render(null, element);
      element.classList.remove('relance');
    },
  };
}
