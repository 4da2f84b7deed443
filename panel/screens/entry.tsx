/** One customer to contact: how much, which step, why; opened, everything needed to decide and to do it. */
import type { ActKind, WorklistEntry } from '../../core/for-panel.ts';
import { amountsText, type Speech } from '../format.ts';
import { Button, Note, Sign, Small, useRoom } from '../parts.tsx';
import { Begin, OtherActs } from './act-row.tsx';
import { EntryInvoices } from './entry-invoices.tsx';
import { Message } from './message.tsx';
import { LackLines, useLacks } from './message-lacks.tsx';
import { isNotice, PaperPart } from './papers.tsx';
import { Routes } from './routes.tsx';

/** May the entry be prepared as a draft now? */
export function isPreparable(entry: WorklistEntry): boolean {
  return entry.due && entry.channel === 'email' && entry.blockedBy.length === 0;
}

/** Was its draft prepared already? Then it is no work of today: it waits to be sent, among the drafts. */
export function isPrepared(entry: WorklistEntry): boolean {
  return entry.blockedBy.some(isOfDraft);
}

/** A draft that waits is news, and nothing to be mended. */
const isOfDraft = ({ guard }: WorklistEntry['blockedBy'][number]): boolean => guard === 'already-drafted';

/** `Formal reminder · e-mail`. */
export function stagesText(entry: WorklistEntry, speech: Speech): string {
  const stage = speech.stage(entry.stage);
  const channel = entry.channel === null ? speech.words.today.handOver : speech.view.channels[entry.channel];
  return channel.toLowerCase() === stage.toLowerCase() ? stage : `${stage} · ${channel}`;
}

interface EntryProps {
  readonly entry: WorklistEntry;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Warnings already said above the list. */
  readonly hidden: readonly string[];
}

export function Entry({ entry, isOpen, onToggle, hidden }: EntryProps) {
  const [, speech] = useRoom();
  const { words } = speech;
  const id = `entry-${entry.id}`;
  const prepared = isPrepared(entry);
  const lacksOfAll = useLacks([entry.currencies]);
  const lacks = entry.channel === 'email' && !prepared ? lacksOfAll : [];
  const toCheck = entry.warnings.filter(({ message }) => !hidden.includes(message)).length;
  return (
    <article class={isOpen ? 'entry open' : 'entry'}>
      <h4>
        <button type="button" class="entry-head" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <Sign name="chevron" />
          <span class="entry-lines">
            <span class="row-between">
              <span class="entry-name">{entry.customer}</span>
              <span class="amount">{amountsText(entry.currencies, speech)}</span>
            </span>
            <span class="muted">
              {stagesText(entry, speech)}
              {!entry.due && ` · ${words.today.on(speech.day(entry.on))}`}
            </span>
            {entry.due && prepared && (
              <span class="tag">
                <Sign name="check" />
                <span>{entry.blockedBy[0]?.message}</span>
              </span>
            )}
            {entry.due && entry.blockedBy.length > 0 && !prepared && (
              <span class="tag bad">
                <Sign name="stop" />
                <span>
                  {words.today.blocked}
                  {words.colon}
                  {entry.blockedBy[0]?.message}
                </span>
              </span>
            )}
            {entry.due && entry.blockedBy.length === 0 && toCheck > 0 && (
              <span class="tag warn">
                <Sign name="warning" />
                {words.today.toCheck(toCheck)}
              </span>
            )}
          </span>
        </button>
      </h4>
      {isOpen && (
        <div class="entry-body" id={id}>
          <EntryInvoices entry={entry} />
          <Guards kind="info" guards={entry.blockedBy.filter(isOfDraft)} />
          <Guards title={words.entry.blocks} kind="bad" guards={entry.blockedBy.filter((block) => !isOfDraft(block))} />
          <Guards title={words.entry.warnings} kind="warn" guards={entry.warnings} lacks={lacks} />
          {isNotice(entry) ? (
            <PaperPart wish={{ kind: 'formal-notice', of: entry.id }} />
          ) : (
            entry.channel !== null && entry.invoices.length > 0 && <Message entry={entry} />
          )}
          {entry.channel === null && <Routes entry={entry} />}
          <Actions entry={entry} />
        </div>
      )}
    </article>
  );
}

function Guards({
  title,
  kind,
  guards,
  lacks = [],
}: {
  readonly title?: string;
  readonly kind: 'bad' | 'warn' | 'info';
  readonly guards: readonly { readonly guard: string; readonly message: string; readonly advice: string }[];
  readonly lacks?: ReturnType<typeof useLacks>;
}) {
  const [session] = useRoom();
  if (guards.length + lacks.length === 0) return null;
  return (
    <Note kind={kind} {...(title === undefined ? {} : { title })}>
      <ul class="guards">
        <LackLines lacks={lacks} />
        {guards.map(({ guard, message, advice }) => (
          <li key={guard}>
            <p>{message}</p>
            {/* Why a notice goes out all the same is said in a form, which is there once the table is confirmed. */}
            {(session.confirmed || guard !== 'notice-without-contacts') && <Small>{advice}</Small>}
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** What to do about the entry: its own step first, then all that may happen with a customer. */
function Actions({ entry }: { readonly entry: WorklistEntry }) {
  const [session, speech] = useRoom();
  const { words } = speech;
  const isBusy = session.isBusy;
  if (!session.confirmed)
    return (
      <div class="actions">
        <Button onClick={() => session.show('sheet')}>{words.today.check}</Button>
      </div>
    );
  const invoices = [...entry.invoices, ...entry.alsoOpen];
  const isLetter = entry.channel === 'letter' || entry.channel === 'registered-letter';
  const of = (kind: ActKind) => ({ id: `entry-${entry.id}-${kind}`, act: { kind, customer: entry.customer, entry: entry.id, invoices } });
  return (
    <>
      <div class="actions">
        {isPrepared(entry) && <Button onClick={() => session.show('follow')}>{words.result.seeOutbox}</Button>}
        {entry.channel === 'email' && entry.due && !isPrepared(entry) && (
          <Button look="primary" disabled={isBusy || !isPreparable(entry)} onClick={() => void session.prepare([entry])}>
            {words.entry.prepare}
          </Button>
        )}
        {isLetter && <Begin look="primary" {...of('log-letter')} />}
        {entry.channel === null && <Begin look="primary" {...of('log-hand-over')} />}
        <Begin look={entry.channel === 'call' ? 'primary' : 'plain'} {...of('log-call')} />
        {entry.channel !== null && <Begin {...of('skip')} />}
      </div>
      <div class="actions">
        <Button
          id={`entry-${entry.id}-card`}
          onClick={() => void session.openCustomer(entry.customer)}
          label={words.act.cardOf(entry.customer)}
        >
          {words.act.card}
        </Button>
        <OtherActs place={`entry-${entry.id}`} of={of} customer={entry.customer} />
      </div>
    </>
  );
}
