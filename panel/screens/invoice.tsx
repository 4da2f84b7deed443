/** The invoice of the selected row, at the foot of the panel: one line, and everything about it when opened. */
import { useEffect, useState } from 'preact/hooks';
import type { ActKind, ReportInvoice } from '../../core/for-panel.ts';
import { CLOSED_STATUSES } from '../../core/for-panel.ts';
import type { Speech } from '../format.ts';
import { invoicesOf, worklistOf } from '../long-lists.ts';
import { Button, Facts, Sign, useRoom } from '../parts.tsx';
import { Begin, OtherActs } from './act-row.tsx';

export function InvoiceDrawer() {
  const [session, speech] = useRoom();
  const [isOpen, setOpen] = useState(false);
  const { view, selection } = session;
  // A form or a card needs the room.
  const isUnder = session.act !== null || session.customer !== null;
  useEffect(() => {
    if (isUnder) setOpen(false);
  }, [isUnder]);
  if (!view?.report || selection === null || selection.sheet !== view.report.table.sheet) return null;
  const invoice = invoicesOf(view).inRow(selection.row);
  if (!invoice) return null;
  const { words } = speech;
  const number = invoice.number === '' ? words.invoice.noNumber : invoice.number;
  return (
    <aside class="drawer" aria-label={words.invoice.open(number)}>
      <div class="drawer-head">
        <button type="button" class="drawer-toggle" aria-expanded={isOpen} aria-controls="relance-invoice" onClick={() => setOpen(!isOpen)}>
          <Sign name="chevron" />
          <span class="entry-lines">
            <span>
              <strong>{number}</strong> <span class="muted">{words.invoice.row(invoice.row)}</span>
            </span>
            <span>
              <StatusWord invoice={invoice} />
              {(invoice.daysLate ?? 0) > 0 && invoice.status !== 'paid' && ` · ${speech.days(invoice.daysLate as number)}`}
            </span>
          </span>
        </button>
        <Button look="quiet" class="icon" label={words.invoice.close} onClick={() => session.deselect()}>
          <Sign name="close" />
        </Button>
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
        <section id="relance-invoice" class="drawer-body" tabIndex={0} aria-label={words.invoice.open(number)}>
          <Facts facts={factsOf(invoice, speech)} />
          <div class="actions">
            <Button onClick={() => session.go(view.report?.table.sheet ?? '', invoice.row, null)}>{words.invoice.select}</Button>
            {invoice.customer !== '' && (
              <Button
                id="drawer-card"
                label={words.act.cardOf(invoice.customer)}
                onClick={() => void session.openCustomer(invoice.customer)}
              >
                {words.act.card}
              </Button>
            )}
          </div>
          {session.confirmed && invoice.number !== '' && !CLOSED_STATUSES.has(invoice.status) && <InvoiceActs invoice={invoice} />}
        </section>
      )}
    </aside>
  );
}

/** What may be told of this one invoice. A call is about all that its reminder is about. */
function InvoiceActs({ invoice }: { readonly invoice: ReportInvoice }) {
  const [session] = useRoom();
  const { customer, number } = invoice;
  const entry = worklistOf(session.view).find((each) => each.customer === customer && each.invoices.includes(number));
  const of = (kind: ActKind) => ({ id: `drawer-${kind}`, act: { kind, customer, entry: null, invoices: [number] } });
  return (
    <div class="actions">
      {entry && (
        <Begin
          id="drawer-log-call"
          act={{ kind: 'log-call', customer, entry: entry.id, invoices: [...entry.invoices, ...entry.alsoOpen] }}
        />
      )}
      <OtherActs place="drawer" of={of} customer={customer} invoice={number} />
    </div>
  );
}

function StatusWord({ invoice }: { readonly invoice: ReportInvoice }) {
  const [, speech] = useRoom();
  return (
    <span class={`status ${invoice.status}`}>
      {speech.view.statuses[invoice.status]}
      {invoice.partlyPaid && `, ${speech.words.invoice.partlyPaid}`}
    </span>
  );
}

/** What there is to say of the invoice; what the sheet does not say is left out. */
function factsOf(invoice: ReportInvoice, speech: Speech): (readonly [name: string, value: string | null])[] {
  const { words } = speech;
  const { roles, headers } = speech.view;
  const money = (amount: number | null) => (amount === null ? null : speech.money(amount, invoice.currency));
  const day = (iso: string | null) => (iso === null ? null : speech.day(iso));
  const late = invoice.daysLate;
  const lateText =
    late === null ? null : late > 0 ? speech.days(late) : late < 0 ? words.invoice.early(speech.days(-late)) : words.invoice.notLate;
  const last = invoice.lastAction;
  const next = invoice.nextAction;
  return [
    [roles.customer, invoice.customer],
    [headers.reason, invoice.reason],
    [words.invoice.left, money(invoice.open)],
    [invoice.kind === 'credit-note' ? words.invoice.creditNote : roles.amount, money(invoice.amount) ?? words.invoice.amountUnreadable],
    [roles.paidAmount, invoice.paid === 0 ? null : money(invoice.paid)],
    [roles.paidOn, day(invoice.paidOn)],
    [roles.issuedOn, day(invoice.issuedOn)],
    [roles.dueOn, day(invoice.dueOn)],
    [headers.daysLate, invoice.kind === 'credit-note' ? null : lateText],
    [headers.lastAction, last === null ? words.invoice.none : [speech.stage(last.stage), day(last.on)].filter(Boolean).join(', ')],
    [headers.nextAction, next === null ? words.invoice.none : `${speech.stage(next.stage)}, ${speech.day(next.on)}`],
    [words.invoice.interest, invoice.interest === 0 ? null : money(invoice.interest)],
    [words.invoice.fee, invoice.recoveryFee === 0 ? null : money(invoice.recoveryFee)],
  ];
}
