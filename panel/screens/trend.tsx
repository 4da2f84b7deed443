/** Twelve months of receivables as bars, the overdue part dark; the same figures stand in a table for whoever wants to read them. */
import type { MonthFigures } from '../../core/for-panel.ts';
import { More, useRoom } from '../parts.tsx';

const WIDTH = 276;
const HEIGHT = 96;
const GAP = 4;

export function Trend({ history, currency }: { readonly history: readonly MonthFigures[]; readonly currency: string | null }) {
  const { speech } = useRoom();
  const { figures } = speech.words;
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last || history.every(({ outstanding }) => outstanding <= 0)) return null;
  const money = (amount: number) => speech.money(amount, currency);
  const most = Math.max(...history.map(({ outstanding }) => outstanding), 1e-9);
  const step = WIDTH / history.length;
  const height = (amount: number) => Math.max(0, (amount / most) * HEIGHT);
  const text = figures.trendText({
    from: speech.month(first.month),
    to: speech.month(last.month),
    first: money(first.outstanding),
    last: money(last.outstanding),
  });
  return (
    <>
      <h3>{figures.trend}</h3>
      <figure class="trend">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} role="img" aria-label={text}>
          {history.map(({ month, outstanding, overdue }, at) => {
            const whole = height(outstanding);
            const late = Math.min(height(overdue), whole);
            return (
              <g key={month}>
                <rect class="whole" x={at * step + GAP / 2} y={HEIGHT - whole} width={step - GAP} height={whole} />
                <rect class="late" x={at * step + GAP / 2} y={HEIGHT - late} width={step - GAP} height={late} />
              </g>
            );
          })}
          <line x1="0" y1={HEIGHT + 0.5} x2={WIDTH} y2={HEIGHT + 0.5} />
        </svg>
        <p class="axis muted" aria-hidden="true">
          <span>{speech.month(first.month)}</span>
          <span>{speech.month(last.month)}</span>
        </p>
        <figcaption>
          <span class="key">
            <i class="whole" aria-hidden="true" />
            {figures.outstanding}
          </span>
          <span class="key">
            <i class="late" aria-hidden="true" />
            {figures.overdue}
          </span>
        </figcaption>
      </figure>
      <More summary={figures.trendTable}>
        <table class="months">
          <caption class="unseen">{text}</caption>
          <thead>
            <tr>
              <th scope="col">{figures.month}</th>
              <th scope="col" class="number">
                {figures.outstanding}
              </th>
              <th scope="col" class="number">
                {figures.overdue}
              </th>
              <th scope="col" class="number">
                DSO
              </th>
            </tr>
          </thead>
          <tbody>
            {history.map(({ month, outstanding, overdue, dso }) => (
              <tr key={month}>
                <th scope="row">{speech.month(month)}</th>
                <td class="number">{speech.count(outstanding)}</td>
                <td class="number">{speech.count(overdue)}</td>
                <td class="number">{dso === null ? '–' : speech.count(dso)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </More>
    </>
  );
}
