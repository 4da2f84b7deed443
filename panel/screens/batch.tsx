/** Before several drafts are prepared at once: which ones, what to check, and which are left out and why. */
import type { WorklistEntry } from '../../core/for-panel.ts';
import { amountsText } from '../format.ts';
import { Button, Dialog, Small, useRoom } from '../parts.tsx';
import { stagesText } from './entry.tsx';
import { MailLine } from './mail-way.tsx';
import { LackLines, useLacks } from './message-lacks.tsx';

interface BatchProps {
  readonly ready: readonly WorklistEntry[];
  readonly blocked: readonly WorklistEntry[];
  readonly onClose: () => void;
  readonly onGo: () => void;
}

/** Customers named beside a warning before they are only counted. */
const NAMED = 3;

export function Batch({ ready, blocked, onClose, onGo }: BatchProps) {
  const [, speech] = useRoom();
  const { batch } = speech.words;
  const count = speech.count(ready.length);
  const lacks = useLacks(ready.map(({ currencies }) => currencies));
  const warnings = new Map<string, { readonly advice: string; readonly customers: string[] }>();
  for (const entry of ready)
    for (const { message, advice } of entry.warnings) {
      const known = warnings.get(message);
      if (known) known.customers.push(entry.customer);
      else warnings.set(message, { advice, customers: [entry.customer] });
    }
  return (
    <Dialog
      title={batch.title(count)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{batch.cancel}</Button>
          <Button look="primary" onClick={onGo}>
            {batch.go(count)}
          </Button>
        </>
      }
    >
      <p>{batch.lead}</p>
      <MailLine />
      {warnings.size + lacks.length > 0 && (
        <>
          <h3>{batch.check}</h3>
          <ul class="guards">
            <LackLines lacks={lacks} onGo={onClose} />
            {[...warnings].map(([message, { advice, customers }]) => (
              <li key={message}>
                <p>{message}</p>
                <Small>{advice}</Small>
                <Small>
                  {customers.length > NAMED ? batch.concernsMany(speech.count(customers.length)) : batch.concerns(customers.join(', '))}
                </Small>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{batch.messages}</h3>
      <ul class="plain-list">
        {ready.map((entry) => (
          <li key={entry.id} class="row-between">
            <span>
              {entry.customer}
              <span class="muted below">{stagesText(entry, speech)}</span>
            </span>
            <span class="amount">{amountsText(entry.currencies, speech)}</span>
          </li>
        ))}
      </ul>
      {blocked.length > 0 && (
        <>
          <h3>{batch.left(speech.count(blocked.length))}</h3>
          <ul class="plain-list">
            {blocked.map((entry) => (
              <li key={entry.id}>
                {entry.customer}
                {entry.blockedBy.map(({ guard, message }) => (
                  <p key={guard} class="muted">
                    {message}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
