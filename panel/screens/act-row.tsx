/** The buttons that begin what one tells of a customer. */

import type { ActKind } from '../../core/for-panel.ts';
import { openInvoicesOf } from '../long-lists.ts';
import { Button, Sign, useRoom } from '../parts.tsx';
import type { Act } from '../session.ts';

interface BeginProps {
  readonly id: string;
  readonly act: Act;
  readonly look?: 'primary' | 'plain';
}

export function Begin({ id, act, look = 'plain' }: BeginProps) {
  const [session, speech] = useRoom();
  return (
    <Button id={id} look={look} disabled={session.isBusy} onClick={() => void session.begin(act)}>
      {speech.view.acts.begin[act.kind]}
    </Button>
  );
}

/** What can be told of a customer as things stand: without anything open there is nothing to promise or contest. */
export function useActs(customer: string): readonly ActKind[] {
  const [session] = useRoom();
  const open = openInvoicesOf(session.view, customer);
  if (open.length === 0) return ['reply', 'note', 'write-to'];
  // A dispute of a part of an invoice leaves its status as it was, so it may always be one.
  return ['promise', 'dispute', 'resolve', 'hold', 'plan', 'reply', 'note', 'write-to'];
}

/** All that may be told beside the step that is due, folded. */
export function OtherActs({
  place,
  customer,
  of,
}: {
  /** Where they stand: the entry, the drawer. */
  readonly place: string;
  readonly customer: string;
  readonly of: (kind: ActKind) => { readonly id: string; readonly act: Act };
}) {
  const [session, speech] = useRoom();
  const id = `${place}-others`;
  const isOpen = session.unfolded === place;
  const acts = useActs(customer);
  return (
    <>
      <Button look="quiet" class="fold" expanded={isOpen} controls={id} onClick={() => session.unfold(isOpen ? null : place)}>
        <Sign name="chevron" />
        {speech.words.act.others}
      </Button>
      <div id={id} class="actions acts" hidden={!isOpen}>
        {isOpen && acts.map((kind) => <Begin key={kind} {...of(kind)} />)}
      </div>
    </>
  );
}
