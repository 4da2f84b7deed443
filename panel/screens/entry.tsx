/** One customer to contact: how much, which step, why; opened, everything needed to decide and to do it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportInvoice, WorklistEntry } from '../../core/for-panel.ts';
import type { Speech } from '../format.ts';
import { invoicesOf } from '../long-lists.ts';
import { Button, Note, Sign, useFieldId, useRoom } from '../parts.tsx';
import type { Wanted } from '../session.ts';
import { Message } from './message.tsx';

/** May the entry be prepared as a draft now? */
export function isPreparable(entry: WorklistEntry): boolean {
  return entry.due && entry.channel === 'email' && entry.blockedBy.length === 0;
}

/** Was its draft prepared already? Then it is no work of today: it waits to be sent, among the drafts. */
export function isPrepared(entry: WorklistEntry): boolean {
  return entry.blockedBy.some(({ guard }) => guard === 'already-drafted');
}

export function amountsText(currencies: Readonly<Record<string, number>>, speech: Speech): string {
  return Object.entries(currencies)
    .map(([currency, amount]) => speech.money(amount, currency === '' ? null : currency))
    .join('\n');
}

/** `Formal reminder · e-mail`. */
export function stagesText(entry: WorklistEntry, speech: Speech): string {
  const stage = speech.stage(entry.stage);
  const channel = entry.channel === null ? speech.words.today.handOver : speech.view.channels[entry.channel];
  return channel.toLowerCase() === stage.toLowerCase() ? stage : `${stage} · ${channel}`;
}

interface EntryProps {
  readonly entry: WorklistEntry;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Warnings already said above the list. */
  readonly hidden: readonly string[];
}

export function Entry({ entry, isOpen, onToggle, hidden }: EntryProps) {
  const { speech } = useRoom();
  const { words } = speech;
  const id = `entry-${entry.id}`;
  const prepared = isPrepared(entry);
  const toCheck = entry.warnings.filter(({ message }) => !hidden.includes(message)).length;
  return (
    <article class={isOpen ? 'entry open' : 'entry'}>
      <h4>
        <button type="button" class="entry-head" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <Sign name="chevron" />
          <span class="entry-lines">
            <span class="row-between">
              <span class="entry-name">{entry.customer}</span>
              <span class="amount">{amountsText(entry.currencies, speech)}</span>
            </span>
            <span class="muted">
              {stagesText(entry, speech)}
              {!entry.due && ` · ${words.today.on(speech.day(entry.on))}`}
            </span>
            {entry.due && prepared && (
              <span class="tag">
                <Sign name="check" />
                <span>{entry.blockedBy[0]?.message}</span>
              </span>
            )}
            {entry.due && entry.blockedBy.length > 0 && !prepared && (
              <span class="tag bad">
                <Sign name="stop" />
                <span>
                  {words.today.blocked}
                  {words.colon}
                  {entry.blockedBy[0]?.message}
                </span>
              </span>
            )}
            {entry.due && entry.blockedBy.length === 0 && toCheck > 0 && (
              <span class="tag warn">
                <Sign name="warning" />
                {words.today.toCheck(toCheck)}
              </span>
            )}
          </span>
        </button>
      </h4>
      {isOpen && (
        <div class="entry-body" id={id}>
          <EntryInvoices entry={entry} />
          <Guards title={words.entry.blocks} kind={prepared ? 'info' : 'bad'} guards={entry.blockedBy} />
          <Guards title={words.entry.warnings} kind="warn" guards={entry.warnings} />
          {entry.channel !== null && entry.invoices.length > 0 && <Message entry={entry} />}
          <Actions entry={entry} />
        </div>
      )}
    </article>
  );
}

function Guards({
  title,
  kind,
  guards,
}: {
  readonly title: string;
  readonly kind: 'bad' | 'warn' | 'info';
  readonly guards: readonly { readonly guard: string; readonly message: string; readonly advice: string }[];
}) {
  if (guards.length === 0) return null;
  return (
    <Note kind={kind} title={title}>
      <ul class="guards">
        {guards.map(({ guard, message, advice }) => (
          <li key={guard}>
            <p>{message}</p>
            <p class="muted">{advice}</p>
          </li>
        ))}
      </ul>
    </Note>
  );
}

function EntryInvoices({ entry }: { readonly entry: WorklistEntry }) {
  const { session, speech } = useRoom();
  const words = speech.words.entry;
  const invoices = session.view ? invoicesOf(session.view) : null;
  const found = (numbers: readonly string[]) => numbers.map((number) => [number, invoices?.of(entry.customer, number) ?? null] as const);
  return (
    <table class="invoices">
      <caption class="unseen">{words.invoices}</caption>
      <thead>
        <tr>
          <th scope="col">{words.invoice}</th>
          <th scope="col" class="number">
            {words.late}
          </th>
          <th scope="col" class="number">
            {words.open}
          </th>
        </tr>
      </thead>
      <tbody>
        {found(entry.invoices).map(([number, invoice]) => (
          <InvoiceRow key={number} number={number} invoice={invoice} says />
        ))}
      </tbody>
      {entry.alsoOpen.length > 0 && (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={3} class="sub">
              {words.alsoOpen}
            </th>
          </tr>
          {found(entry.alsoOpen).map(([number, invoice]) => (
            <InvoiceRow key={number} number={number} invoice={invoice} says={false} />
          ))}
        </tbody>
      )}
    </table>
  );
}

/** One invoice and, when `says`, why it is there. */
function InvoiceRow({
  number,
  invoice,
  says,
}: {
  readonly number: string;
  readonly invoice: ReportInvoice | null;
  readonly says: boolean;
}) {
  const { session, speech } = useRoom();
  const { words } = speech;
  const sheet = session.view?.report?.table.sheet ?? '';
  const name = number === '' ? words.invoice.noNumber : number;
  if (!invoice)
    return (
      <tr>
        <th scope="row" colSpan={3}>
          {name}
        </th>
      </tr>
    );
  const late = invoice.daysLate ?? 0;
  return (
    <>
      <tr>
        <th scope="row">
          <Button look="link" label={words.entry.selectRow(name)} onClick={() => session.go(sheet, invoice.row, null)}>
            {name}
          </Button>
        </th>
        <td class="number">{late > 0 ? words.shortDays(speech.count(late)) : '–'}</td>
        <td class="number">{invoice.open === null ? words.notAvailable : speech.money(invoice.open, invoice.currency)}</td>
      </tr>
      <tr class="why">
        <td colSpan={3}>
          {[invoice.dueOn === null ? '' : words.entry.dueOn(speech.day(invoice.dueOn)), says ? invoice.reason : '']
            .filter((text) => text !== '')
            .join(' · ')}
        </td>
      </tr>
    </>
  );
}

type Asking = 'log-call' | 'log-letter' | 'log-hand-over' | 'skip';

function Actions({ entry }: { readonly entry: WorklistEntry }) {
  const { session, speech } = useRoom();
  const { words } = speech;
  const [asking, setAsking] = useState<Asking | null>(null);
  const isBusy = session.doing !== null;
  if (!session.confirmed)
    return (
      <div class="actions">
        <Button onClick={() => session.show('sheet')}>{words.today.check}</Button>
      </div>
    );
  if (asking !== null) return <Telling entry={entry} kind={asking} onDone={() => setAsking(null)} />;
  const isLetter = entry.channel === 'letter' || entry.channel === 'registered-letter';
  return (
    <div class="actions">
      {isPrepared(entry) && <Button onClick={() => session.show('follow')}>{words.result.seeOutbox}</Button>}
      {entry.channel === 'email' && entry.due && !isPrepared(entry) && (
        <Button look="primary" disabled={isBusy || !isPreparable(entry)} onClick={() => void session.prepare([entry])}>
          {words.entry.prepare}
        </Button>
      )}
      {isLetter && (
        <Button look="primary" disabled={isBusy} onClick={() => setAsking('log-letter')}>
          {words.entry.posted}
        </Button>
      )}
      {entry.channel === null && (
        <Button look="primary" disabled={isBusy} onClick={() => setAsking('log-hand-over')}>
          {words.entry.handedOver}
        </Button>
      )}
      <Button look={entry.channel === 'call' ? 'primary' : 'plain'} disabled={isBusy} onClick={() => setAsking('log-call')}>
        {words.entry.called}
      </Button>
      {entry.channel !== null && (
        <Button disabled={isBusy} onClick={() => setAsking('skip')}>
          {words.entry.skip}
        </Button>
      )}
    </div>
  );
}

/** One line of text, and it is in the journal. */
function Telling({ entry, kind, onDone }: { readonly entry: WorklistEntry; readonly kind: Asking; readonly onDone: () => void }) {
  const { session, speech } = useRoom();
  const words = speech.words.entry;
  const [note, setNote] = useState('');
  const id = useFieldId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  // A formal notice without earlier contacts is sent for a reason, or not at all.
  const isEarlyNotice = kind === 'log-letter' && entry.warnings.some(({ guard }) => guard === 'notice-without-contacts');
  const isNeeded = kind === 'skip' || isEarlyNotice;
  const label = {
    'log-call': words.noteCall,
    'log-letter': isEarlyNotice ? words.noteNotice : words.notePosted,
    'log-hand-over': words.noteHandOver,
    skip: words.noteSkip,
  }[kind];
  const go = {
    'log-call': words.recordCall,
    'log-letter': words.recordLetter,
    'log-hand-over': words.recordHandOver,
    skip: words.recordSkip,
  }[kind];
  const wanted: Wanted = kind === 'skip' ? { kind, entry: entry.id, reason: note.trim() } : { kind, entry: entry.id, note: note.trim() };
  return (
    <form
      class="telling"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNeeded && note.trim() === '') return;
        onDone();
        void session.tell(wanted);
      }}
    >
      <div class="field">
        <label for={id}>{label}</label>
        <input id={id} type="text" required={isNeeded} value={note} ref={input} onInput={(event) => setNote(event.currentTarget.value)} />
      </div>
      <div class="actions">
        <button type="submit" class="button primary" disabled={session.doing !== null || (isNeeded && note.trim() === '')}>
          {go}
        </button>
        <Button look="quiet" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
