/** What was prepared and done: the drafts that wait for the user's word, and the journal, newest first. */
import type { JournalLine, WaitingDraft } from '../../core/for-panel.ts';
import { amountsText } from '../format.ts';
import { Button, Note, useFieldId, useRoom } from '../parts.tsx';
import { WindowList } from '../window-list.tsx';
import { UndoLast } from './undo-last.tsx';

export function FollowUp() {
  const { session, speech } = useRoom();
  const words = speech.words.follow;
  const outbox = session.view?.outbox ?? [];
  const journal = session.journal;
  const older = journal === null ? 0 : journal.total - journal.lines.length;
  return (
    <section class="screen">
      <h2 class="unseen">{speech.words.nav.follow}</h2>
      <h3>
        {words.outbox} {outbox.length > 0 && `(${speech.count(outbox.length)})`}
      </h3>
      {outbox.length === 0 ? (
        <p class="empty">{words.outboxEmpty}</p>
      ) : (
        <>
          <p class="muted">{words.outboxHelp}</p>
          <WindowList items={outbox} keyOf={(draft) => draft.id} label={words.outbox} estimate={130}>
            {(draft) => <Waiting draft={draft} />}
          </WindowList>
        </>
      )}
      <h3>{words.journal}</h3>
      {journal !== null && <UndoLast lines={journal.lines} />}
      {journal === null ? (
        <p class="empty">{speech.words.doing.open}</p>
      ) : journal.lines.length === 0 ? (
        <p class="empty">{words.journalEmpty}</p>
      ) : (
        <WindowList items={journal.lines} keyOf={(line) => `${line.id} ${line.at} ${line.customer}`} label={words.journal} estimate={64}>
          {(line) => <Happened line={line} />}
        </WindowList>
      )}
      {older > 0 && (
        <Button disabled={session.doing !== null} onClick={() => void session.showOlder()}>
          {words.older(speech.count(Math.min(older, 400)))}
        </Button>
      )}
    </section>
  );
}

function Waiting({ draft }: { readonly draft: WaitingDraft }) {
  const { session, speech } = useRoom();
  const words = speech.words.follow;
  const isBusy = session.doing !== null;
  const mark = (fate: 'sent' | 'discarded') => void session.tell({ kind: 'mark', draft: draft.id, fate }, draft.customer);
  const id = useFieldId();
  const of = `${speech.words.colon}${draft.customer}`;
  const asks = draft.state === 'unknown' || draft.state === 'presumed-sent';
  return (
    <article class="line" aria-labelledby={id}>
      <p class="row-between">
        <strong id={id}>{draft.customer}</strong>
        <span class="amount">{amountsText(draft.amounts, speech)}</span>
      </p>
      <p class="muted">
        {draft.message === '' ? draft.stages.map(speech.stage).join(', ') : draft.message} · {words.madeOn(speech.day(draft.madeOn))}
      </p>
      <p class="muted breakable">{draft.invoices.join(', ')}</p>
      {asks ? (
        <Note kind="warn" title={words.states[draft.state]} />
      ) : (
        draft.state === 'intent' && <p class="muted">{words.states.intent}</p>
      )}
      <div class="actions">
        {draft.state === 'drafted' && (
          <Button label={`${words.download}${of}`} onClick={() => session.hooks.download(draft.id)}>
            {words.downloadShort}
          </Button>
        )}
        <Button disabled={isBusy} label={`${words.sent}${of}`} onClick={() => mark('sent')}>
          {words.sentShort}
        </Button>
        <Button disabled={isBusy} label={`${words.discarded}${of}`} onClick={() => mark('discarded')}>
          {words.discardedShort}
        </Button>
      </div>
    </article>
  );
}

/** One thing that happened; on the card of its customer, who need not be named. */
export function Happened({ line, isOfCard = false }: { readonly line: JournalLine; readonly isOfCard?: boolean }) {
  const { session, speech } = useRoom();
  const words = speech.words.follow;
  const amounts = amountsText(line.amounts, speech);
  const earlier = line.steps.slice(0, -1).filter(({ event }) => event !== 'intent');
  return (
    <article class="line">
      <p>
        <strong>{words.events[line.event]}</strong>
        {line.stages.length > 0 && ` · ${line.stages.map(speech.stage).join(', ')}`}
        {line.message !== '' && ` · ${line.message}`}
        {isOfCard && amounts !== '' && ` · ${amounts.replace(/\n/g, ' + ')}`}
      </p>
      {!isOfCard && (
        <p class="row-between">
          <Button look="link" label={speech.words.act.cardOf(line.customer)} onClick={() => void session.openCustomer(line.customer)}>
            {line.customer}
          </Button>
          {amounts !== '' && <span class="amount">{amounts}</span>}
        </p>
      )}
      <p class="muted breakable">
        <time dateTime={line.at}>{speech.moment(line.at)}</time>
        {[
          '',
          words.invoicesOf(line.invoices.join(', ')),
          line.mentioned.length > 0 ? words.mentioned(line.mentioned.join(', ')) : '',
          line.until === null ? '' : words.until(speech.day(line.until)),
          ...earlier.map(({ event, at }) => `${words.events[event]} ${speech.day(at.slice(0, 10))}`),
          line.by === '' ? '' : words.by(line.by),
        ]
          .filter((text, at) => at === 0 || text !== '')
          .join(' · ')}
      </p>
      {line.note !== '' && <p class="quoted">{line.note}</p>}
    </article>
  );
}
