/** What is owed by age, with bars, and the proof that its lines are all there is. */
import { BUCKETS, decimalsOf, type Kpis } from '../../core/for-panel.ts';
import { Note, Small, useRoom } from '../parts.tsx';

export function Aging({ kpis }: { readonly kpis: Kpis }) {
  const [, speech] = useRoom();
  const { figures } = speech.words;
  const { indicators } = speech.view;
  const { currency, aging, undated, unapplied, outstanding } = kpis;
  const money = (amount: number) => speech.money(amount, currency);
  const most = Math.max(...BUCKETS.map((bucket) => Math.abs(aging[bucket].amount)), 1e-9);
  const sum = BUCKETS.reduce((total, bucket) => total + aging[bucket].amount, undated + unapplied);
  const addsUp = Math.abs(sum - outstanding) < 0.5 / 10 ** decimalsOf(currency);
  const besides = [
    ['undated', undated],
    ['unapplied', unapplied],
  ] as const;
  return (
    <>
      <h3>{indicators.aging.label}</h3>
      <table class="aging">
        <caption class="unseen">{indicators.aging.means}</caption>
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
          {besides.map(
            ([id, amount]) =>
              amount !== 0 && (
                <tr key={id}>
                  <th scope="row">{indicators[id].label}</th>
                  <td class="number">{money(amount)}</td>
                  <td />
                </tr>
              ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{indicators.outstanding.label}</th>
            <td class="number">{money(outstanding)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <Note kind={addsUp ? 'good' : 'bad'} title={addsUp ? figures.proof : figures.proofFails}>
        {addsUp && <Small>{speech.view.explained.proof}</Small>}
      </Note>
    </>
  );
}
