/** What was prepared and done: the drafts that wait for the user's word, and the journal, newest first. */
import type { JournalLine, WaitingDraft } from '../../core/for-panel.ts';
import { amountsText } from '../format.ts';
import { Button, CustomerLink, Note, Small, useFieldId, useRoom } from '../parts.tsx';
import { WindowList } from '../window-list.tsx';
import { MailLine } from './mail-way.tsx';
import { OtherWays } from './other-ways.tsx';
import { UndoLast } from './undo-last.tsx';

export function FollowUp() {
  const [session, speech] = useRoom();
  const words = speech.words.follow;
  const outbox = session.view?.outbox ?? [];
  const journal = session.journal;
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
          <MailLine withWhy />
          <Small>{session.hooks.draftsAreFiles ? speech.view.explained.outboxFile : speech.view.explained.outbox}</Small>
          <WindowList items={outbox} keyOf={(draft) => draft.id} label={words.outbox} estimate={130}>
            {(draft) => <Waiting draft={draft} />}
          </WindowList>
        </>
      )}
      <h3>{words.journal}</h3>
      {journal !== null && <UndoLast lines={journal.lines} />}
      <JournalLines label={words.journal} empty={speech.view.explained.journalEmpty} />
    </section>
  );
}

function Waiting({ draft }: { readonly draft: WaitingDraft }) {
  const [session, speech] = useRoom();
  const words = speech.words.follow;
  const isBusy = session.isBusy;
  const mark = (fate: 'sent' | 'discarded') => void session.tell({ kind: 'mark', draft: draft.id, fate }, draft.customer);
  const id = useFieldId();
  const of = `${speech.words.colon}${draft.customer}`;
  const open = session.hooks.draftsAreFiles ? words.openFile : words.open;
  const asks = draft.state === 'unknown' || draft.state === 'presumed-sent';
  return (
    <article class="line" aria-labelledby={id}>
      <p class="row-between">
        <strong id={id}>{draft.customer}</strong>
        <span class="amount">{amountsText(draft.amounts, speech)}</span>
      </p>
      <Small>
        {draft.message === '' ? draft.stages.map(speech.stage).join(', ') : draft.message} · {words.madeOn(speech.day(draft.madeOn))}
      </Small>
      <p class="muted breakable">{draft.invoices.join(', ')}</p>
      {asks ? (
        <Note kind="warn" title={speech.view.explained.drafts[draft.state]}>
          <Small>{speech.view.explained.fates}</Small>
        </Note>
      ) : (
        draft.state === 'intent' && <Small>{speech.view.explained.drafts.intent}</Small>
      )}
      <div class="actions">
        {draft.state === 'drafted' && (
          <Button label={`${open}${of}`} onClick={() => session.hooks.download(draft.id)}>
            {open}
          </Button>
        )}
        <Button disabled={isBusy} label={`${words.sent}${of}`} onClick={() => mark('sent')}>
          {words.sentShort}
        </Button>
        <Button disabled={isBusy} label={`${words.discarded}${of}`} onClick={() => mark('discarded')}>
          {words.discardedShort}
        </Button>
      </div>
      {draft.state === 'drafted' && <OtherWays draft={draft} />}
    </article>
  );
}

/** The journal as it was read, newest first; on the card of a customer, its own. */
export function JournalLines({
  label,
  empty,
  isOfCard = false,
}: {
  readonly label: string;
  readonly empty: string;
  readonly isOfCard?: boolean;
}) {
  const [session, speech] = useRoom();
  const { journal } = session;
  if (journal === null) return <p class="empty">{speech.words.doing.open}</p>;
  const { total, lines } = journal;
  if (lines.length === 0) return <p class="empty">{empty}</p>;
  const older = total - lines.length;
  return (
    <>
      <WindowList items={lines} keyOf={(line) => `${line.id} ${line.at} ${line.customer}`} label={label} estimate={64}>
        {(line) => <Happened line={line} isOfCard={isOfCard} />}
      </WindowList>
      {older > 0 && (
        <Button disabled={session.isBusy} onClick={() => void session.showOlder()}>
          {speech.words.follow.older(speech.count(Math.min(older, 400)))}
        </Button>
      )}
    </>
  );
}

/** One thing that happened; on the card of its customer, who need not be named. */
function Happened({ line, isOfCard }: { readonly line: JournalLine; readonly isOfCard: boolean }) {
  const [, speech] = useRoom();
  const words = speech.words.follow;
  const amounts = amountsText(line.amounts, speech);
  const earlier = line.steps.slice(0, -1).filter(({ event }) => event !== 'intent');
  return (
    <article class="line">
      <p>
        <strong>{speech.view.events[line.event]}</strong>
        {line.stages.length > 0 && ` · ${line.stages.map(speech.stage).join(', ')}`}
        {line.message !== '' && ` · ${line.message}`}
        {isOfCard && amounts !== '' && ` · ${amounts.replace(/\n/g, ' + ')}`}
      </p>
      {!isOfCard && (line.customer !== '' || amounts !== '') && (
        <p class="row-between">
          <CustomerLink id={`did-${line.id} ${line.at} ${line.customer}`} customer={line.customer} />
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
          ...earlier.map(({ event, at }) => `${speech.view.events[event]} ${speech.day(at.slice(0, 10))}`),
          line.by === '' ? '' : words.by(line.by),
        ]
          .filter((text, at) => at === 0 || text !== '')
          .join(' · ')}
      </p>
      {line.note !== '' && <p class="quoted">{line.note}</p>}
    </article>
  );
}
