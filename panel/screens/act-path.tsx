/** A promise heard, a dispute opened: what takes invoices off the ladder for a while. */
import { useState } from 'preact/hooks';
import type { DisputeCategory } from '../../core/for-panel.ts';
import { amountsLine } from '../format.ts';
import { sumsOf } from '../long-lists.ts';
import { Choice, useRoom } from '../parts.tsx';
import type { Act } from '../session.ts';
import { typedAmount } from '../typed-amount.ts';
import { ActForm, Field, useChosen, Which } from './act-parts.tsx';

/** The amount typed in the field `amount`: undefined for none, null for one that cannot be read. */
function useAmount(act: Act): number | undefined | null {
  const [session, speech] = useRoom();
  const typed = (session.filledOf(act).fields.amount ?? '').trim();
  return typed === '' ? undefined : typedAmount(typed, speech.code);
}

/** What a form says once one has tried to send it, not while it is being typed. */
function useTried(): readonly [boolean, () => void] {
  const [tried, setTried] = useState(false);
  return [tried, () => setTried(true)];
}

export function PromiseForm({ act }: { readonly act: Act }) {
  const [session, speech] = useRoom();
  const words = speech.words.act;
  const { chosen } = useChosen(act);
  const amount = useAmount(act);
  const [tried, setTried] = useTried();
  return (
    <ActForm
      act={act}
      go={speech.view.acts.go.promise}
      wanted={() => {
        setTried();
        if (amount === null || chosen.length === 0) return null;
        const { day = '', note = '' } = session.filledOf(act).fields;
        return {
          kind: 'promise',
          customer: act.customer,
          invoices: chosen.map(({ number }) => number),
          until: day,
          note,
          ...(amount === undefined ? {} : { amount }),
        };
      }}
    >
      <Field act={act} name="day" kind="day" label={words.day.promise} />
      <Field
        act={act}
        name="amount"
        kind="amount"
        label={words.amount.promise}
        placeholder={words.amountAll(amountsLine(sumsOf(chosen), speech))}
        wrong={tried && amount === null ? words.unreadable : null}
      />
      <Which act={act} />
      <Field act={act} name="note" label={speech.view.acts.note.promise} />
    </ActForm>
  );
}

export function DisputeForm({ act }: { readonly act: Act }) {
  const [session, speech] = useRoom();
  const words = speech.words.act;
  const { chosen } = useChosen(act);
  const amount = useAmount(act);
  const [tried, setTried] = useTried();
  const { category = '' } = session.filledOf(act).fields;
  return (
    <ActForm
      act={act}
      go={speech.view.acts.go.dispute}
      isReady={category !== ''}
      wanted={() => {
        setTried();
        if (amount === null || chosen.length === 0 || category === '') return null;
        const { day = '', owner = '', note = '' } = session.filledOf(act).fields;
        return {
          kind: 'dispute',
          customer: act.customer,
          invoices: chosen.map(({ number }) => number),
          category: category as DisputeCategory,
          owner,
          note,
          ...(day === '' ? {} : { until: day }),
          ...(amount === undefined ? {} : { amount }),
        };
      }}
    >
      <Choice<DisputeCategory | ''>
        label={words.category}
        value={category as DisputeCategory | ''}
        options={[['', words.choose], ...(Object.entries(speech.view.disputeCategories) as [DisputeCategory, string][])]}
        onChoose={(chosenCategory) => session.fill(act, { fields: { category: chosenCategory } })}
      />
      <Which act={act} />
      <Field
        act={act}
        name="amount"
        kind="amount"
        label={words.amount.dispute}
        placeholder={words.amountAll(amountsLine(sumsOf(chosen), speech))}
        wrong={tried && amount === null ? words.unreadable : null}
        {...(chosen.length > 1 ? { help: words.amountOfOne } : {})}
      />
      <Field act={act} name="owner" label={words.owner} />
      <Field act={act} name="day" kind="day" label={words.day.dispute} />
      <Field act={act} name="note" label={speech.view.acts.note.dispute} />
    </ActForm>
  );
}
