/** Everybody who is in the sheet: what each owes, how it pays; found by a part of the name. */
import { useMemo } from 'preact/hooks';
import type { ReportCustomer } from '../../core/for-panel.ts';
import { customersOf } from '../long-lists.ts';
import { Choice, Small, useFieldId, useRoom } from '../parts.tsx';
import type { CustomerOrder } from '../session.ts';
import { WindowList } from '../window-list.tsx';
import { Band } from './band.tsx';

/** A name as it is compared: "societe" finds "Société". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Most overdue first is how the report gives them, currency by currency; whoever nobody can judge comes after those who are known. */
const ORDERS: Readonly<Record<CustomerOrder, (a: ReportCustomer, b: ReportCustomer) => number>> = {
  overdue: (a, b) => b.overdue - a.overdue || b.open - a.open,
  risk: (a, b) => (a.score ?? 101) - (b.score ?? 101) || b.open - a.open,
  name: (a, b) => a.name.localeCompare(b.name),
};

export function Customers() {
  const [session, speech] = useRoom();
  const words = speech.words.customers;
  const { text, order } = session.customerList;
  const searchId = useFieldId();
  const { view } = session;
  const all = useMemo(() => customersOf(view).filter(({ name }) => name !== ''), [view]);
  const found = useMemo(() => {
    const wanted = plain(text.trim());
    const currencies = (view?.report?.kpis ?? []).map(({ currency }) => currency);
    const rank = ({ currency }: ReportCustomer) => currencies.indexOf(currency);
    return (
      all
        .filter(({ name }) => plain(name).includes(wanted))
        // Sums in two currencies cannot be compared.
        .sort((a, b) => (order === 'overdue' ? rank(a) - rank(b) : 0) || ORDERS[order](a, b))
    );
  }, [all, text, order]);
  const count = words.count(speech.count(found.length));
  return (
    <section class="screen">
      <h2 class="unseen">{speech.words.nav.customers}</h2>
      {all.length === 0 ? (
        <p class="empty">{words.empty}</p>
      ) : (
        <>
          <div class="field">
            <label for={searchId}>{words.search}</label>
            <input
              id={searchId}
              type="search"
              autocomplete="off"
              value={text}
              onInput={({ currentTarget }) => session.listCustomers({ text: currentTarget.value })}
            />
          </div>
          <Choice<CustomerOrder>
            label={words.sort}
            value={order}
            options={[
              ['overdue', words.orders.overdue],
              ['risk', words.orders.risk],
              ['name', words.orders.name],
            ]}
            onChoose={(next) => session.listCustomers({ order: next })}
          />
          <div role="status">
            <Small>{found.length === 0 ? words.none : count}</Small>
          </div>
          {/* Another order is another list: heights measured before belong to other lines. */}
          <WindowList items={found} keyOf={keyOf} label={speech.words.nav.customers} estimate={66} key={order}>
            {(customer) => <Line customer={customer} />}
          </WindowList>
        </>
      )}
    </section>
  );
}

const keyOf = ({ name, currency }: ReportCustomer) => `${name} ${currency}`;

function Line({ customer }: { readonly customer: ReportCustomer }) {
  const [session, speech] = useRoom();
  const words = speech.words.customers;
  const { name, currency, open, overdue, daysLateAverage, band, score } = customer;
  return (
    <button type="button" id={`customer-${keyOf(customer)}`} class="week-line" onClick={() => void session.openCustomer(name)}>
      <span class="row-between">
        <span class="entry-name">{name}</span>
        <span class="amount">{open > 0 ? speech.money(open, currency) : words.owesNothing}</span>
      </span>
      <span class="row-between">
        <Band band={band} score={score} />
        {overdue > 0 && <span class="amount week-late">{words.overdue(speech.money(overdue, currency))}</span>}
      </span>
      {daysLateAverage !== null && (
        <span class="muted">{words.pays(speech.days(Math.abs(daysLateAverage)), Math.sign(daysLateAverage))}</span>
      )}
    </button>
  );
}
