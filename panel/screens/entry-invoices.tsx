/** The invoices of a reminder: how late, how much, and why each is there. */
import type { ReportInvoice, WorklistEntry } from '../../core/for-panel.ts';
import { invoicesOf } from '../long-lists.ts';
import { Button, useRoom } from '../parts.tsx';

export function EntryInvoices({ entry }: { readonly entry: WorklistEntry }) {
  const [session, speech] = useRoom();
  const words = speech.words.entry;
  const invoices = session.view ? invoicesOf(session.view) : null;
  const found = (numbers: readonly string[]) => numbers.map((number) => [number, invoices?.of(entry.customer, number) ?? null] as const);
  return (
    <table class="invoices">
      <caption class="unseen">{words.invoices}</caption>
      <InvoiceHead />
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
export function InvoiceRow({
  number,
  invoice,
  says,
}: {
  readonly number: string;
  readonly invoice: ReportInvoice | null;
  readonly says: boolean;
}) {
  const [session, speech] = useRoom();
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

/** The heads of every list of invoices. */
export function InvoiceHead() {
  const [, speech] = useRoom();
  const words = speech.words.entry;
  return (
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
  );
}
