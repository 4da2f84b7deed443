/** Why DSO is where it is: the days the terms allow, the days contested, the days simply late, and the three customers that moved it most. */
import type { Kpis } from '../../core/for-panel.ts';
import { CustomerLink, useRoom } from '../parts.tsx';

/** Each part of DSO, and the mark of its colour. */
const PARTS = [
  ['bestPossible', 'age-0'],
  ['late', 'age-4'],
  ['disputed', 'age-2'],
] as const;

export function DsoMoves({ kpis: { dso, dsoSplit } }: { readonly kpis: Kpis }) {
  const [, speech] = useRoom();
  const words = speech.words.figures.moves;
  if (dso === null || dsoSplit === null) return null;
  const movers = dsoSplit.movers.filter(({ days }) => days !== 0);
  return (
    <>
      <h3>{words.title}</h3>
      <p>{words.today(speech.days(dso))}</p>
      <div class="split" aria-hidden="true">
        {PARTS.map(([part, mark]) => (
          <span key={part} class={mark} style={{ flexGrow: Math.max(0, dsoSplit[part]) }} />
        ))}
      </div>
      <dl class="parts">
        {PARTS.map(([part, mark]) => (
          <div key={part} class="row-between">
            <dt class="key">
              <i class={mark} aria-hidden="true" />
              {words.parts[part]}
            </dt>
            <dd class="amount">{speech.days(dsoSplit[part])}</dd>
          </div>
        ))}
      </dl>
      {movers.length > 0 && (
        <>
          <p>{words.movers(movers.length)}</p>
          <ul class="plain-list">
            {movers.map(({ customer, days }) => (
              <li key={customer}>
                <CustomerLink id={`mover-${customer}`} customer={customer} />
                <p class="muted">{days > 0 ? words.added(speech.days(days)) : words.took(speech.days(-days))}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
