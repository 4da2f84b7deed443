/** What is told in one line, or in a line and a day: a pause, a dispute settled, a reply, a note, a letter posted, a step passed over. */
import { worklistOf } from '../long-lists.ts';
import { useRoom } from '../parts.tsx';
import type { Act, Wanted } from '../session.ts';
import { ActForm, Field, useChosen, Which } from './act-parts.tsx';

type Kind = 'resolve' | 'hold' | 'reply' | 'note' | 'log-letter' | 'log-hand-over' | 'skip';

export function WordsForm({ act, kind }: { readonly act: Act; readonly kind: Kind }) {
  const [session, speech] = useRoom();
  const words = speech.words.act;
  const { all, chosen } = useChosen(act);
  const entry = worklistOf(session.view).find(({ id }) => id === act.entry);
  // A formal notice without earlier contacts is sent for a reason, or not at all.
  const isEarlyNotice = kind === 'log-letter' && entry?.warnings.some(({ guard }) => guard === 'notice-without-contacts') === true;
  const isNeeded = kind === 'skip' || isEarlyNotice;
  const { note = '', day = '' } = session.filledOf(act).fields;
  const numbers = chosen.map(({ number }) => number);
  const isAboutSome = kind === 'hold' || kind === 'resolve' || kind === 'reply' || kind === 'note';
  const isReady = (!isNeeded || note.trim() !== '') && (!isAboutSome || all.length === 0 || chosen.length > 0);
  const wanted = (): Wanted | null => {
    const about = { customer: act.customer, note: note.trim() };
    switch (kind) {
      case 'hold':
        return { kind, ...about, invoices: numbers, until: day };
      case 'resolve':
      case 'reply':
      case 'note':
        return all.length === 0 ? { kind, ...about } : { kind, ...about, invoices: numbers };
      case 'log-letter':
      case 'log-hand-over':
        return { kind, entry: act.entry ?? '', note: note.trim() };
      case 'skip':
        return { kind, entry: act.entry ?? '', reason: note.trim() };
      default:
        return kind satisfies never;
    }
  };
  return (
    <ActForm act={act} go={speech.view.acts.go[kind]} wanted={() => (isReady ? wanted() : null)} isReady={isReady}>
      {kind === 'hold' && <Field act={act} name="day" kind="day" label={words.day.hold} />}
      {isAboutSome && <Which act={act} />}
      <Field
        act={act}
        name="note"
        kind={kind === 'reply' || kind === 'note' ? 'words' : 'text'}
        label={isEarlyNotice ? words.noteNotice : speech.view.acts.note[kind]}
      />
    </ActForm>
  );
}
