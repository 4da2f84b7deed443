/** The buttons that begin what one tells of a customer. */

import type { ActKind } from '../../core/for-panel.ts';
import { contestedBy, openInvoicesOf } from '../long-lists.ts';
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

/**
 * What can be told of a customer, or of one of its invoices, as things stand: without anything open there is nothing to promise or contest, without a
 * dispute none to settle.
 */
export function useActs(customer: string, invoice: string | null = null): readonly ActKind[] {
  const [session] = useRoom();
  const open = openInvoicesOf(session.view, customer);
  const contested = contestedBy(session.view, customer);
  const isContested = invoice === null ? contested.length > 0 : contested.includes(invoice);
  return [
    ...(open.length > 0 ? (['promise', 'dispute'] as const) : []),
    ...(isContested ? (['resolve'] as const) : []),
    ...(open.length > 0 ? (['hold', 'plan'] as const) : []),
    'reply',
    'note',
    'write-to',
  ];
}

/** All that may be told beside the step that is due, folded. */
export function OtherActs({
  place,
  customer,
  invoice = null,
  of,
}: {
  /** Where they stand: the entry, the drawer. */
  readonly place: string;
  readonly customer: string;
  /** The one invoice they are about; null for all of the customer. */
  readonly invoice?: string | null;
  readonly of: (kind: ActKind) => { readonly id: string; readonly act: Act };
}) {
  const [session, speech] = useRoom();
  const id = `${place}-others`;
  const isOpen = session.unfolded === place;
  const acts = useActs(customer, invoice);
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
