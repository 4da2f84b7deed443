/** How far one can go with a customer: what hangs on it, its limit and what is insured, how it pays and why the score says so, what one may do. */
import type { ReportCustomer } from '../../core/for-panel.ts';
import { customersOf } from '../long-lists.ts';
import { Button, Facts, Note, Small, useRoom } from '../parts.tsx';
import { Band } from './band.tsx';

export function Reliance({ customer }: { readonly customer: string }) {
  const [session, speech] = useRoom();
  const words = speech.words.customers;
  const lines = customersOf(session.view).filter(({ name }) => name === customer);
  // The score is of the customer, whatever it pays in.
  const [first] = lines;
  if (!first) return null;
  const { band, score, scoredOn, scoreWhy } = first;
  const messages = [...new Set(lines.flatMap(({ signals }) => signals.map(({ message }) => message)))];
  return (
    <>
      <h3>{words.title}</h3>
      <Band band={band} score={score} />
      <Small>{words.scoredOn(scoredOn, score !== null)}</Small>
      {scoreWhy.length > 0 && (
        <div>
          <p>{words.points}</p>
          <ul class="dots">
            {scoreWhy.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      )}
      {messages.length > 0 && (
        <Note kind="warn" title={words.signals}>
          {messages.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Note>
      )}
      {lines.map((line) => (
        <Exposure key={line.currency ?? ''} line={line} />
      ))}
      <Suggested line={first} />
    </>
  );
}

function Exposure({ line }: { readonly line: ReportCustomer }) {
  const [, speech] = useRoom();
  const words = speech.words.customers;
  const { currency, share, creditLimit, overLimit, insured, uninsured } = line;
  const money = (amount: number) => speech.money(amount, currency);
  const held = (bound: number | null, beyond: number | null) =>
    bound === null ? null : (
      <>
        {money(bound)}
        <span class="muted below">{beyond ? words.beyond(money(beyond)) : words.within}</span>
      </>
    );
  return (
    <Facts
      facts={[
        [words.share, share === null || share <= 0 ? null : speech.percent(share)],
        [words.limit, held(creditLimit, overLimit)],
        [words.insured, held(insured, uninsured)],
      ]}
    />
  );
}

function Suggested({ line: { suggestedCadence, suggestedTerms } }: { readonly line: ReportCustomer }) {
  const [session, speech] = useRoom();
  const words = speech.words.customers;
  const house = session.view?.house;
  const ladder = house?.ladders.find(({ id }) => id === suggestedCadence);
  const tab = house?.tabs.find((one) => one.tab === 'customers');
  if (!tab || (suggestedCadence === null && suggestedTerms === null)) return null;
  return (
    <div class="card">
      <h4>{words.suggested}</h4>
      <p>{[ladder ? words.steps(ladder.name) : '', suggestedTerms ?? ''].filter((text) => text !== '').join(' ')}</p>
      <Small>{words.suggestedHelp(tab.sheet)}</Small>
      {tab.firstRow !== null ? (
        <Button look="link" onClick={() => session.go(tab.sheet, tab.firstRow ?? 1, tab.column)}>
          {speech.words.ahead.tabs.see(tab.sheet)}
        </Button>
      ) : (
        session.confirmed && (
          <Button look="link" disabled={session.isBusy} onClick={() => void session.makeTab('customers')}>
            {speech.words.ahead.tabs.make(tab.sheet)}
          </Button>
        )
      )}
    </div>
  );
}
