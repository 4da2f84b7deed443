/** What the user is telling of a customer: one form at a time, with a way back; what is typed stays until it is told or given up. */
import { Back, Small, useRoom } from '../parts.tsx';
import type { Act } from '../session.ts';
import { CallForm } from './act-call.tsx';
import { DisputeForm, PromiseForm } from './act-path.tsx';
import { PlanForm } from './act-plan.tsx';
import { WordsForm } from './act-words.tsx';
import { WriteForm } from './act-write.tsx';

export function Acting({ act }: { readonly act: Act }) {
  const [session, speech] = useRoom();
  const words = speech.words.act;
  return (
    <section class="screen">
      <Back go={() => session.leave()} to={words.back} />
      <div>
        <h2 class="title" tabIndex={-1}>
          {speech.view.acts.titles[act.kind]}
        </h2>
        <p class="breakable">{act.customer}</p>
        {speech.view.acts.comes[act.kind] && <Small>{speech.view.acts.comes[act.kind]}</Small>}
      </div>
      <Form act={act} />
    </section>
  );
}

function Form({ act }: { readonly act: Act }) {
  switch (act.kind) {
    case 'log-call':
      return <CallForm act={act} />;
    case 'promise':
      return <PromiseForm act={act} />;
    case 'dispute':
      return <DisputeForm act={act} />;
    case 'plan':
      return <PlanForm act={act} />;
    case 'write-to':
      return <WriteForm act={act} />;
    case 'resolve':
    case 'hold':
    case 'reply':
    case 'note':
    case 'log-letter':
    case 'log-hand-over':
    case 'skip':
      return <WordsForm act={act} kind={act.kind} />;
    default:
      return act.kind satisfies never;
  }
}
