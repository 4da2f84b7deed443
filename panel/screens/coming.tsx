/** The coming two weeks, day by day: whom there will be to contact, so that a week can be planned and a trip announced. */
import type { ComingContact } from '../../core/for-panel.ts';
import { amountsText } from '../format.ts';
import { worklistOf } from '../long-lists.ts';
import { Back, Sign, Small, useRoom } from '../parts.tsx';
import { useWish } from '../wishes.ts';

/** Beyond two weeks, payments will have changed everything. */
const DAYS = 14;

export function Coming() {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.coming;
  useWish({ comingDays: DAYS });
  const contacts = session.view?.comingDays;
  const days = [...new Set(contacts?.map(({ on }) => on))];
  const customers = new Set(contacts?.map(({ customer }) => customer)).size;
  return (
    <section class="screen">
      <Back go={() => session.show('today')} to={speech.words.act.back} />
      <h2 class="title">{words.title}</h2>
      <Small>{speech.view.explained.coming}</Small>
      {contacts === undefined ? (
        session.trouble === null && <p class="loading muted">{speech.words.doing.open}</p>
      ) : contacts.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <p>{words.count(contacts.length, customers)}</p>
      )}
      {days.map((day) => (
        <Day key={day} day={day} contacts={contacts?.filter(({ on }) => on === day) ?? []} />
      ))}
    </section>
  );
}

function Day({ day, contacts }: { readonly day: string; readonly contacts: readonly ComingContact[] }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.coming;
  const isToday = day === session.view?.report?.asOf;
  const weekday = new Date(day).toLocaleDateString(speech.code, { weekday: 'long', timeZone: 'UTC' });
  return (
    <section>
      <h3>{isToday ? words.todayOn(speech.day(day)) : words.on(weekday.charAt(0).toUpperCase() + weekday.slice(1), speech.day(day))}</h3>
      <ul class="plain-list">
        {contacts.map((contact) => (
          <Contact key={`${contact.customer} ${contact.to}`} contact={contact} />
        ))}
      </ul>
    </section>
  );
}

function Contact({ contact }: { readonly contact: ComingContact }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.coming;
  const { customer, to, stage, channel, currencies, invoices, blockedBy } = contact;
  const entry = worklistOf(session.view).find((one) => one.customer === customer && one.to === to);
  const why = entry?.blockedBy.find(({ guard }) => blockedBy.includes(guard))?.message;
  const by = channel === null ? speech.words.today.handOver : speech.view.channels[channel];
  const step = speech.stage(stage);
  return (
    <li>
      <p class="row-between">
        <span class="entry-name">{customer}</span>
        <span class="amount">{amountsText(currencies, speech)}</span>
      </p>
      <Small>{step.toLowerCase() === by.toLowerCase() ? step : `${step} · ${by}`}</Small>
      <p class="muted breakable">{invoices.join(', ')}</p>
      {blockedBy.length > 0 && (
        <p class="tag warn">
          <Sign name="warning" />
          <span>
            {words.toSettle}
            {why !== undefined && `${speech.words.colon}${why}`}
          </span>
        </p>
      )}
    </li>
  );
}
