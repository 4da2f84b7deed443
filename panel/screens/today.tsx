/** Today: how much is overdue, and whom to contact now, customer by customer. */
import { useState } from 'preact/hooks';
import { dayFromIso, type ReportInvoice, type WorklistEntry, weekdayOf } from '../../core/for-panel.ts';
import { amountsText } from '../format.ts';
import { sumsOf, worklistOf } from '../long-lists.ts';
import { Button, Note, Sign, Small, useRoom } from '../parts.tsx';
import { WindowList } from '../window-list.tsx';
import { Batch } from './batch.tsx';
import { Entry, isPreparable, isPrepared } from './entry.tsx';
import { Week } from './week.tsx';

/** What is no work of today stands below it, folded. */
type Folded = 'prepared' | 'soon';
type Line = { readonly kind: Folded; readonly count: number } | { readonly kind: 'entry'; readonly entry: WorklistEntry };

function isWeekend(asOf = ''): boolean {
  const day = dayFromIso(asOf);
  return day !== null && weekdayOf(day) >= 5;
}

export function Today() {
  const [session, speech] = useRoom();
  const { today } = speech.words;
  const { opened } = session;
  const [wanted, setWanted] = useState<Readonly<Partial<Record<Folded, boolean>>>>({});
  const worklist = worklistOf(session.view);
  const due = worklist.filter((entry) => entry.due && !isPrepared(entry));
  const prepared = worklist.filter((entry) => entry.due && isPrepared(entry));
  const soon = worklist.filter((entry) => !entry.due);
  const ready = due.filter(isPreparable);
  const common = commonWarnings(due);
  const lines: Line[] = due.map((entry) => ({ kind: 'entry', entry }));
  // On a day with nobody to contact, what comes next is what one wants to know.
  const shows = { prepared: wanted.prepared ?? false, soon: wanted.soon ?? due.length === 0 };
  for (const [kind, entries] of [['prepared', prepared] as const, ['soon', soon] as const]) {
    if (entries.length > 0) lines.push({ kind, count: entries.length });
    if (shows[kind]) lines.push(...entries.map((entry) => ({ kind: 'entry', entry }) as const));
  }
  const nextOn = soon.reduce<string | null>((first, { on }) => (first === null || on < first ? on : first), null);
  return (
    <section class="screen">
      <h2 class="unseen">{speech.words.nav.today}</h2>
      <Headline />
      <SinceLastVisit />
      {!session.confirmed && (
        <Note kind="info" title={today.notWritten}>
          <div class="actions">
            <Button onClick={() => session.show('sheet')}>{today.check}</Button>
          </div>
        </Note>
      )}
      {common.map(({ guard, message, advice, count }) => (
        <Note key={guard} kind="warn" title={message}>
          <p>{advice}</p>
          <Small>{today.forAll(speech.count(count), speech.count(due.length))}</Small>
        </Note>
      ))}
      <Week />
      {due.length === 0 ? (
        <p class="empty">
          {nextOn === null
            ? today.nothingNow
            : (isWeekend(session.view?.report?.asOf) ? today.weekend : today.nothingNowNext)(speech.day(nextOn))}
        </p>
      ) : (
        <div class="group row-between">
          <h3>{today.now(speech.count(due.length))}</h3>
          {session.confirmed && ready.length > 0 && (
            <Button look="primary" disabled={session.isBusy} onClick={() => session.askAll(true)}>
              {today.prepareAll(speech.count(ready.length))}
            </Button>
          )}
        </div>
      )}
      {due.length > 0 && ready.length === 0 && <Small>{today.nonePreparable}</Small>}
      <WindowList
        items={lines}
        keyOf={(line) => (line.kind === 'entry' ? line.entry.id : line.kind)}
        label={today.now(speech.count(due.length))}
        estimate={64}
      >
        {(line) =>
          line.kind !== 'entry' ? (
            <h3>
              <Button
                look="quiet"
                class="toggle"
                expanded={shows[line.kind]}
                onClick={() => setWanted({ ...wanted, [line.kind]: !shows[line.kind] })}
              >
                <Sign name="chevron" />
                {today[line.kind](speech.count(line.count))}
              </Button>
            </h3>
          ) : (
            <Entry
              entry={line.entry}
              isOpen={opened === line.entry.id}
              onToggle={() => session.openEntry(opened === line.entry.id ? null : line.entry.id)}
              hidden={common.map((warning) => warning.message)}
            />
          )
        }
      </WindowList>
      <div class="actions">
        <Button onClick={() => session.show('coming')}>{speech.words.ahead.coming.open}</Button>
      </div>
      {session.isAskingAll && ready.length > 0 && (
        <Batch
          ready={ready}
          blocked={due.filter((entry) => entry.channel === 'email' && !isPreparable(entry))}
          onClose={() => session.askAll(false)}
          onGo={() => {
            session.askAll(false);
            void session.prepare(ready);
          }}
        />
      )}
    </section>
  );
}

function Headline() {
  const [session, speech] = useRoom();
  const { today } = speech.words;
  const kpis = session.view?.report?.kpis ?? [];
  return (
    <div class="headline">
      {kpis.map(({ currency, overdue, outstanding }) => (
        <dl key={currency ?? ''}>
          <dt>{overdue > 0 ? today.overdue : today.nothingOverdue}</dt>
          <dd class={overdue > 0 ? 'figure late' : 'figure'}>{speech.money(overdue, currency)}</dd>
          <dd class="muted">{today.ofOutstanding(speech.money(outstanding, currency))}</dd>
        </dl>
      ))}
    </div>
  );
}

/** What changed while nobody looked. */
function SinceLastVisit() {
  const [session, speech] = useRoom();
  const { today } = speech.words;
  const { since } = session;
  if (since === null || since.paid.length + since.late.length === 0) return null;
  const line = (text: (count: string) => string, invoices: readonly ReportInvoice[], what: 'open' | 'paid') =>
    invoices.length > 0 && (
      <p class="row-between">
        <span>{text(speech.count(invoices.length))}</span>
        <span class="amount">{amountsText(sumsOf(invoices, what), speech)}</span>
      </p>
    );
  return (
    <Note kind="info" title={today.since(speech.day(since.day))}>
      {line(today.paidSince, since.paid, 'paid')}
      {line(today.lateSince, since.late, 'open')}
    </Note>
  );
}

/** A warning said of most entries is about the sheet: it is said once, above them. */
function commonWarnings(due: readonly WorklistEntry[]): (WorklistEntry['warnings'][number] & { readonly count: number })[] {
  const counts = new Map<string, WorklistEntry['warnings'][number] & { count: number }>();
  for (const { warnings } of due)
    for (const warning of warnings) {
      const known = counts.get(warning.message);
      if (known) known.count++;
      else counts.set(warning.message, { ...warning, count: 1 });
    }
  return [...counts.values()].filter(({ count }) => due.length >= 3 && count > due.length / 2);
}
