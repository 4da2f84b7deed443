/** The figures of receivables, each with what it means and how it is worked out, so that nobody has to take them on trust. */
import { useState } from 'preact/hooks';
import { BUCKETS, decimalsOf, type Kpis } from '../../core/for-panel.ts';
import { Choice, More, Note, useRoom } from '../parts.tsx';
import { Trend } from './trend.tsx';

export function Figures() {
  const { session, speech } = useRoom();
  const { words } = speech;
  const all = session.view?.report?.kpis ?? [];
  const [chosen, setChosen] = useState(0);
  const kpis = all[Math.min(chosen, all.length - 1)];
  if (!kpis)
    return (
      <section class="screen">
        <h2 class="unseen">{words.nav.figures}</h2>
        <p class="empty">{words.figures.noInvoices}</p>
      </section>
    );
  return (
    <section class="screen">
      <h2 class="unseen">{words.nav.figures}</h2>
      {all.length > 1 && (
        <Choice
          label={words.figures.currency}
          value={String(all.indexOf(kpis))}
          options={all.map(({ currency }, at) => [String(at), currency ?? words.noCurrency] as const)}
          onChoose={(at) => setChosen(Number(at))}
        />
      )}
      <Aging kpis={kpis} />
      <Delays kpis={kpis} />
      <Trend history={kpis.history} currency={kpis.currency} />
    </section>
  );
}

/** Aging with bars, and the proof that its lines are all there is. */
function Aging({ kpis }: { readonly kpis: Kpis }) {
  const { speech } = useRoom();
  const { figures } = speech.words;
  const { currency, aging, undated, unapplied, outstanding } = kpis;
  const money = (amount: number) => speech.money(amount, currency);
  const most = Math.max(...BUCKETS.map((bucket) => Math.abs(aging[bucket].amount)), 1e-9);
  const sum = BUCKETS.reduce((total, bucket) => total + aging[bucket].amount, undated + unapplied);
  const addsUp = Math.abs(sum - outstanding) < 0.5 / 10 ** decimalsOf(currency);
  return (
    <>
      <h3>{figures.aging}</h3>
      <table class="aging">
        <caption class="unseen">{figures.aging}</caption>
        <thead>
          <tr>
            <th scope="col">{figures.bucket}</th>
            <th scope="col" class="number">
              {figures.amount}
            </th>
            <th scope="col" class="number">
              {figures.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {BUCKETS.map((bucket, at) => {
            const { amount, share, count } = aging[bucket];
            return (
              <tr key={bucket}>
                <th scope="row">
                  {speech.view.buckets[bucket]}
                  <span class="muted below">{figures.invoicesCount(speech.count(count))}</span>
                  <span class={`bar age-${at}`} aria-hidden="true">
                    <span style={{ width: `${Math.max(0, (amount / most) * 100)}%` }} />
                  </span>
                </th>
                <td class="number">{money(amount)}</td>
                <td class="number">{share === null ? '–' : speech.percent(share)}</td>
              </tr>
            );
          })}
          {undated !== 0 && (
            <tr>
              <th scope="row">{figures.undated}</th>
              <td class="number">{money(undated)}</td>
              <td />
            </tr>
          )}
          {unapplied !== 0 && (
            <tr>
              <th scope="row">{figures.unapplied}</th>
              <td class="number">{money(unapplied)}</td>
              <td />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{figures.total}</th>
            <td class="number">{money(outstanding)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <Note kind={addsUp ? 'good' : 'bad'} title={addsUp ? figures.proof : figures.proofFails}>
        {addsUp && <p class="muted">{figures.proofHow}</p>}
      </Note>
    </>
  );
}

/** A figure's name, value (null: not available), meaning and working. */
type Line = readonly [name: string, value: string | null, meaning: string, working: string];

function Delays({ kpis }: { readonly kpis: Kpis }) {
  const { speech } = useRoom();
  const { figures } = speech.words;
  const { currency, outstanding, overdue, notDue, sales } = kpis;
  const money = (amount: number) => speech.money(amount, currency);
  const days = (n: number | null) => (n === null ? null : speech.days(n));
  const text = (value: string | null) => value ?? '';
  const dso = days(kpis.dso);
  const best = days(kpis.bestPossibleDso);
  const delinquent = days(kpis.averageDaysDelinquent);
  const countBack =
    days(kpis.dsoCountBack) ?? (kpis.dsoCountBackMoreThan === null ? null : figures.moreThan(speech.days(kpis.dsoCountBackMoreThan)));
  const weighted = days(kpis.weightedDaysLate);
  const rate = kpis.overdueRate === null ? null : speech.percent(kpis.overdueRate);
  const whole = money(sales['90']);
  const lines: readonly Line[] = [
    [figures.dso.name, dso, figures.dso.meaning, figures.dso.working({ part: money(outstanding), whole, result: text(dso) })],
    [figures.dsoCountBack.name, countBack, figures.dsoCountBack.meaning, figures.dsoCountBack.working({ result: text(countBack) })],
    [
      figures.bestPossibleDso.name,
      best,
      figures.bestPossibleDso.meaning,
      figures.bestPossibleDso.working({ part: money(notDue), whole, result: text(best) }),
    ],
    [
      figures.averageDaysDelinquent.name,
      delinquent,
      figures.averageDaysDelinquent.meaning,
      figures.averageDaysDelinquent.working({ part: text(dso), whole: text(best), result: text(delinquent) }),
    ],
    [
      figures.overdueRate.name,
      rate,
      figures.overdueRate.meaning,
      figures.overdueRate.working({ part: money(overdue), whole: money(outstanding), result: text(rate) }),
    ],
    [
      figures.weightedDaysLate.name,
      weighted,
      figures.weightedDaysLate.meaning,
      figures.weightedDaysLate.working({ result: text(weighted) }),
    ],
  ];
  return (
    <>
      <h3>{figures.delays}</h3>
      <ul class="figures">
        {lines.map(([name, value, meaning, working]) => (
          <li key={name}>
            <p class="row-between">
              <span>{name}</span>
              <strong class="amount">{value ?? speech.words.notAvailable}</strong>
            </p>
            <p class="muted">{meaning}</p>
            {value === null ? <p class="muted">{figures.unavailable}</p> : <More summary={figures.how}>{working}</More>}
          </li>
        ))}
      </ul>
    </>
  );
}
