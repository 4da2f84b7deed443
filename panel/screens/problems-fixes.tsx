/** Cells that may be put right: what would change is shown cell by cell, and nothing is written before the user says so. */
import { useRef, useState } from 'preact/hooks';
import { type ChosenFix, dayFromIso, longDate, type OfferedFix } from '../../core/for-panel.ts';
import { fixesOf } from '../long-lists.ts';
import { Button, Small, useRoom } from '../parts.tsx';
import type { Session } from '../session.ts';
import { ScrollerContext, WindowList } from '../window-list.tsx';

/** The cells that may be put right, none before the user has confirmed the table. */
export function offersOf({ view, confirmed }: Session): readonly OfferedFix[] {
  return confirmed ? fixesOf(view) : [];
}

/** The dates of each column that are text and have one meaning: one consent for all of a column, whose dates explain each other. */
export function TextDates() {
  const [session, speech] = useRoom();
  const words = speech.view.problems;
  const [column, look] = useState<string | null>(null);
  const sure = offersOf(session).filter(({ to }) => to.length === 1);
  const roles = Object.entries(session.view?.report?.table.columns ?? {});
  const columns = [...new Set(sure.map((offer) => offer.column))];
  if (columns.length === 0) return null;
  return (
    <div class="fixes">
      <h3>{words.texts}</h3>
      <Small>{words.textsHelp}</Small>
      {columns.map((letter) => {
        const cells = sure.flatMap(({ to, ...offer }) => (offer.column === letter ? [{ ...offer, to: to[0] as string }] : []));
        const role = roles.find(([, at]) => at === letter)?.[0] as keyof typeof speech.view.roles;
        const name = `${speech.view.roles[role]} (${speech.words.problems.column} ${letter})`;
        return (
          <div key={letter}>
            <p class="row-between">
              <span>{name}</span>
              <span class="amount">{speech.count(cells.length)}</span>
            </p>
            {column === letter ? (
              <Consent cells={cells} leave={() => look(null)} />
            ) : (
              <Button label={`${words.look}${speech.words.colon}${name}`} onClick={() => look(letter)}>
                {words.look}
              </Button>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** A date that can be two days: the user says which, each in words. */
export function Readings({ offer: { to, ...offer } }: { readonly offer: OfferedFix }) {
  const [, speech] = useRoom();
  const [chosen, choose] = useState<string | null>(null);
  if (chosen !== null) return <Consent cells={[{ ...offer, to: chosen }]} leave={() => choose(null)} />;
  return (
    <fieldset class="readings">
      <legend>{speech.view.problems.which}</legend>
      {to.map((day) => (
        <Button key={day} onClick={() => choose(day)}>
          {dayInWords(day, speech.code)}
        </Button>
      ))}
    </fieldset>
  );
}

/** What would be written, to be looked at before it is consented to. */
function Consent({ cells, leave }: { readonly cells: readonly ChosenFix[]; readonly leave: () => void }) {
  const [session, speech] = useRoom();
  const words = speech.view.problems;
  const scroller = useRef<HTMLElement>(null);
  return (
    <div class="mending">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <section class="changes" ref={scroller} tabIndex={0} aria-label={words.look}>
        <ScrollerContext.Provider value={scroller}>
          <WindowList items={cells} keyOf={({ row, column }) => `${column}${row}`} label={words.look} estimate={29}>
            {(cell) => <Change cell={cell} />}
          </WindowList>
        </ScrollerContext.Provider>
      </section>
      <Small>{words.only}</Small>
      <div class="actions">
        <Button look="primary" disabled={session.isBusy} onClick={() => void session.mend(cells)}>
          {words.go} ({speech.count(cells.length)})
        </Button>
        <Button onClick={leave}>{words.leave}</Button>
      </div>
    </div>
  );
}

function Change({ cell: { sheet, row, column, found, to } }: { readonly cell: ChosenFix }) {
  const [session, speech] = useRoom();
  const place = `${column}${row}`;
  return (
    <p class="change">
      <Button look="link" label={speech.words.problems.jump(place)} onClick={() => session.go(sheet, row, column)}>
        {place}
      </Button>
      <span>
        <span class="typed">{found}</span> <span aria-hidden="true">→</span>
        <span class="unseen"> {speech.view.problems.becomes} </span> <strong>{dayInWords(to, speech.code)}</strong>
      </span>
    </p>
  );
}

function dayInWords(iso: string, code: 'fr' | 'en'): string {
  const day = dayFromIso(iso);
  return day === null ? iso : longDate(day, code);
}
