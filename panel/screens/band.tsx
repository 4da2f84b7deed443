/** How far a customer can be relied on, in a word, a shape and a score: never in a colour alone. */
import type { ReportCustomer } from '../../core/for-panel.ts';
import { Sign, useRoom } from '../parts.tsx';

const SHAPES = { good: 'check', watch: 'warning', risky: 'stop', unknown: 'unknown' } as const;
const LOOKS = { good: 'good', watch: 'warn', risky: 'bad', unknown: 'muted' } as const;

export function Band({ band, score }: Pick<ReportCustomer, 'band' | 'score'>) {
  const [, speech] = useRoom();
  return (
    <span class={`tag ${LOOKS[band]}`}>
      <Sign name={SHAPES[band]} />
      <span>
        {speech.view.bands[band]}
        {score !== null && ` · ${speech.words.customers.score(score)}`}
      </span>
    </span>
  );
}
