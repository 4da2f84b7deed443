/** What falls due this week beside the reminders, what is late first; each leads to its customer. */
import { useState } from 'preact/hooks';
import { Button, useRoom } from '../parts.tsx';

/** Enough to see at a glance; the rest is a click away. */
const SHOWN = 3;

export function Week() {
  const [session, speech] = useRoom();
  const words = speech.words.act.week;
  const [isWhole, setWhole] = useState(false);
  const agenda = session.view?.agenda ?? [];
  const asOf = session.view?.report?.asOf ?? '';
  if (agenda.length === 0) return null;
  const shown = isWhole ? agenda : agenda.slice(0, SHOWN);
  return (
    <section class="week" aria-label={words.title(speech.count(agenda.length))}>
      <h3>{words.title(speech.count(agenda.length))}</h3>
      <ul>
        {shown.map(({ on, kind, customer, invoices, amount, currency }) => {
          const key = `${on} ${kind} ${customer} ${currency}`;
          return (
            <li key={key}>
              <button type="button" id={`week-${key}`} class="week-line" onClick={() => void session.openCustomer(customer)}>
                <span class="row-between">
                  <span class="entry-name">{customer}</span>
                  <span class="amount">{speech.money(amount, currency)}</span>
                </span>
                <span class={on < asOf ? 'week-late' : 'muted'}>
                  {speech.view.explained.agenda[kind]} · {on < asOf ? words.late(speech.day(on)) : speech.day(on)}
                </span>
                <span class="muted breakable">{invoices.join(', ')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {agenda.length > SHOWN && (
        <Button look="link" expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.more(agenda.length - SHOWN)}
        </Button>
      )}
    </section>
  );
}
