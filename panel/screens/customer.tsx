/** One customer: what it owes, where each invoice stands, what was done, and all that may be told of it. */
import type { ReportInvoice } from '../../core/for-panel.ts';
import { CLOSED_STATUSES } from '../../core/for-panel.ts';
import { amountsText } from '../format.ts';
import { customersOf, invoicesOf, openInvoicesOf, worklistOf } from '../long-lists.ts';
import { Back, More, useRoom } from '../parts.tsx';
import { Begin, useActs } from './act-row.tsx';
import { stagesText } from './entry.tsx';
import { InvoiceHead, InvoiceRow } from './entry-invoices.tsx';
import { JournalLines } from './follow-up.tsx';
import { CustomerPapers } from './papers.tsx';
import { Reliance } from './reliance.tsx';

export function CustomerCard({ customer }: { readonly customer: string }) {
  const [session, speech] = useRoom();
  const words = speech.words.act;
  const { view } = session;
  const open = openInvoicesOf(view, customer);
  const all = view === null ? [] : invoicesOf(view).ofCustomer(customer);
  const closed = all.filter(({ status, number }) => CLOSED_STATUSES.has(status) || number === '');
  const entries = worklistOf(view).filter((entry) => entry.customer === customer);
  const acts = useActs(customer);
  return (
    <section class="screen">
      <Back go={() => void session.openCustomer(null)} to={words.back} />
      <h2 class="title breakable" tabIndex={-1}>
        {customer}
      </h2>
      <Owes customer={customer} />
      {entries.map((entry) => (
        <p key={entry.id} class="breakable">
          {stagesText(entry, speech)} · {speech.words.today.on(speech.day(entry.on))}
          {entry.to !== null && <span class="muted below">{entry.to}</span>}
        </p>
      ))}
      {session.confirmed && (
        <div class="actions acts">
          {entries.map((entry) => (
            <Begin
              key={entry.id}
              id={`card-call-${entry.id}`}
              look={entry.due && entry.channel === 'call' ? 'primary' : 'plain'}
              act={{ kind: 'log-call', customer, entry: entry.id, invoices: [...entry.invoices, ...entry.alsoOpen] }}
            />
          ))}
          {acts.map((kind) => (
            <Begin key={kind} id={`card-${kind}`} act={{ kind, customer, entry: null, invoices: null }} />
          ))}
        </div>
      )}
      <Reliance customer={customer} />
      {open.length > 0 && (
        <>
          <h3>{words.customer.open(speech.count(open.length))}</h3>
          <Invoices invoices={open} />
        </>
      )}
      {closed.length > 0 && (
        <More summary={words.customer.closed(speech.count(closed.length))}>
          <Invoices invoices={closed} />
        </More>
      )}
      <CustomerPapers customer={customer} />
      <h3>{words.customer.history}</h3>
      <TypedActions invoices={all} />
      <JournalLines label={words.customer.history} empty={words.customer.noHistory} isOfCard />
    </section>
  );
}

/** What was done by the sheet's word alone, before Relance kept a journal: the steps go on from there, so the history shows it. */
function TypedActions({ invoices }: { readonly invoices: readonly ReportInvoice[] }) {
  const [session, speech] = useRoom();
  const { journal } = session;
  if (journal === null) return null;
  const noted = new Set(journal.lines.flatMap((line) => line.invoices));
  const typed = invoices.filter(({ lastAction, number, status }) => lastAction && !noted.has(number) && !CLOSED_STATUSES.has(status));
  if (typed.length === 0) return null;
  return (
    <>
      <p class="muted">{speech.words.act.customer.typed}</p>
      <ul class="dots">
        {typed.map(({ row, number, lastAction }) => (
          <li key={row}>
            {number}
            {speech.words.colon}
            {[speech.stage(lastAction?.stage ?? ''), lastAction?.on ? speech.day(lastAction.on) : ''].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Owes({ customer }: { readonly customer: string }) {
  const [session, speech] = useRoom();
  const words = speech.words.act.customer;
  const lines = customersOf(session.view).filter(({ name }) => name === customer);
  const owed = lines.filter(({ open }) => open > 0);
  return (
    <dl class="headline-card">
      <dt class="muted">{owed.length > 0 ? words.owes : words.owesNothing}</dt>
      {owed.map(({ currency, open, overdue }) => (
        <dd key={currency ?? ''}>
          <span class="figure">{speech.money(open, currency)}</span>
          {overdue > 0 && <span class="muted below">{words.overdue(speech.money(overdue, currency))}</span>}
        </dd>
      ))}
      {lines
        .filter(({ unapplied }) => unapplied < 0)
        .map(({ currency, unapplied }) => (
          <dd key={`credit ${currency}`} class="muted">
            {words.credits(amountsText({ [currency ?? '']: -unapplied }, speech))}
          </dd>
        ))}
    </dl>
  );
}

function Invoices({ invoices }: { readonly invoices: readonly ReportInvoice[] }) {
  return (
    <table class="invoices">
      <InvoiceHead />
      <tbody>
        {invoices.map((invoice) => (
          <InvoiceRow key={invoice.row} number={invoice.number} invoice={invoice} says />
        ))}
      </tbody>
    </table>
  );
}
