/** A call: whom to ask for, what to say, and what came of it in one click. */
import type { CallOutcome } from '../../core/for-panel.ts';
import { worklistOf } from '../long-lists.ts';
import { Button, useRoom } from '../parts.tsx';
import type { Act } from '../session.ts';
import { Field, RefusedHere } from './act-parts.tsx';
import { EntryInvoices } from './entry-invoices.tsx';

/** What some calls come to is told further in a form of its own. */
const GOES_ON: Readonly<Partial<Record<CallOutcome, 'promise' | 'dispute'>>> = { promise: 'promise', dispute: 'dispute' };

export function CallForm({ act }: { readonly act: Act }) {
  const [session, speech] = useRoom();
  const { call } = speech.words.act;
  const { note } = speech.view.acts;
  const entry = worklistOf(session.view).find(({ id }) => id === act.entry);
  const script = session.view?.scripts?.find((candidate) => candidate.entry === act.entry);
  const ends = (outcome: CallOutcome) => {
    const next = GOES_ON[outcome];
    const said = (session.filledOf(act).fields.note ?? '').trim();
    void session.tell(
      { kind: 'log-call', entry: act.entry ?? '', outcome, note: said },
      act.customer,
      act,
      next === undefined ? null : { ...act, kind: next },
    );
  };
  return (
    <div class="telling">
      {script && (
        <>
          <p>
            <span class="muted">
              {call.phone}
              {speech.words.colon}
            </span>
            {script.phone === '' ? (
              <span class="muted">{call.noPhone}</span>
            ) : (
              <a class="phone" href={`tel:${script.phone.replace(/[^\d+]/g, '')}`}>
                {script.phone}
              </a>
            )}
          </p>
          <section class="script" lang={script.language} aria-label={speech.words.entry.script}>
            {script.text.trimEnd()}
          </section>
        </>
      )}
      <Field act={act} name="note" label={note['log-call']} />
      <RefusedHere />
      <fieldset class="outcomes">
        <legend>{call.outcomes}</legend>
        <div class="actions">
          {(Object.entries(speech.view.callOutcomes) as [CallOutcome, string][]).map(([outcome, text]) => (
            <Button key={outcome} disabled={session.isBusy} onClick={() => ends(outcome)}>
              {text}
              {GOES_ON[outcome] !== undefined && '…'}
            </Button>
          ))}
        </div>
      </fieldset>
      {entry && <EntryInvoices entry={entry} />}
      <div class="actions">
        <Button look="quiet" onClick={() => session.giveUp(act)}>
          {speech.words.entry.cancel}
        </Button>
      </div>
    </div>
  );
}
