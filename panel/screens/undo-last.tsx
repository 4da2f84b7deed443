/** Taking back the last action: what it was and what stays is said before anything is done. */
import { useState } from 'preact/hooks';
import type { JournalEvent, JournalLine } from '../../core/for-panel.ts';
import { Button, Dialog, Small, useRoom } from '../parts.tsx';

/** Relance saw these by itself: they are no action of the user's. */
const NOTICED: ReadonlySet<JournalEvent> = new Set(['presumed-sent', 'unknown', 'promise-broken']);

/** What the last command noted: its lines share the moment of the click. */
function lastOf(lines: readonly JournalLine[]): readonly JournalLine[] {
  const told = lines.filter(({ event }) => !NOTICED.has(event));
  const moment = told[0]?.at.slice(11);
  return told.slice(0, Math.max(0, ...told.flatMap(({ at }, k) => (at.slice(11) === moment ? [k + 1] : []))));
}

export function UndoLast({ lines }: { readonly lines: readonly JournalLine[] }) {
  const [session, speech] = useRoom();
  const { undo } = speech.words.act;
  const [asks, setAsks] = useState(false);
  const last = lastOf(lines);
  if (last.length === 0 || !session.confirmed) return null;
  return (
    <>
      <div class="actions">
        <Button disabled={session.isBusy} onClick={() => setAsks(true)}>
          {undo.go}
        </Button>
      </div>
      {asks && (
        <Dialog
          title={undo.title}
          onClose={() => setAsks(false)}
          actions={
            <>
              <Button onClick={() => setAsks(false)}>{undo.keep}</Button>
              <Button
                look="primary"
                onClick={() => {
                  setAsks(false);
                  void session.takeBack();
                }}
              >
                {undo.go}
              </Button>
            </>
          }
        >
          <p>{undo.lead}</p>
          <ul class="plain-list">
            {last.map((line) => (
              <li key={`${line.id} ${line.customer}`}>
                {[speech.view.events[line.event], line.customer].filter((text) => text !== '').join(' · ')}
                <span class="muted below breakable">{[line.invoices.join(', '), line.note].filter((text) => text !== '').join(' · ')}</span>
              </li>
            ))}
          </ul>
          <Small>{speech.view.explained.takenBack}</Small>
        </Dialog>
      )}
    </>
  );
}
