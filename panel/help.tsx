/** A few lines on the screen one is at, for whoever asks: nobody has to leave it to learn what it is for. */
import type { ViewWords } from '../core/for-panel.ts';
import { Button, useRoom } from './parts.tsx';
import type { Session } from './session.ts';

/** What one looks at: a form or a card stands before its screen. */
function shown({ act, customer, screen }: Session): keyof ViewWords['explained']['screens'] {
  return act !== null ? 'act' : customer !== null ? 'customer' : screen;
}

const ID = 'relance-help';

export function HelpButton() {
  const [session, { words }] = useRoom();
  return (
    <Button look="quiet" class="icon" label={words.help} expanded={session.isHelped} controls={ID} onClick={() => session.help()}>
      <span aria-hidden="true">?</span>
    </Button>
  );
}

export function Help() {
  const [session, { words, view }] = useRoom();
  return (
    <section id={ID} class="help" aria-label={words.help} hidden={!session.isHelped}>
      <ul class="dots">
        {[...view.explained.screens[shown(session)], ...(session.hooks.help?.() ?? [])].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
