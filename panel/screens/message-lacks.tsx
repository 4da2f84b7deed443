/** What a message would leave without, said before it is made: who signs it, the currency of its amounts; each with the way to fill it in. */
import type { FillPlace } from '../../core/for-panel.ts';
import { Button, Note, useRoom } from '../parts.tsx';
import { Fill } from './papers.tsx';

interface Lack {
  readonly text: string;
  /** Null: on the screen of the sheet. */
  readonly at: FillPlace | null;
}

/** What messages about these sums (by currency code, '' for the unnamed one) would lack. */
export function useLacks(sums: readonly Readonly<Record<string, number>>[]): readonly Lack[] {
  const [session, speech] = useRoom();
  const words = speech.words.entry;
  const signAt = session.view?.house?.signAt ?? null;
  return [
    ...(signAt === null ? [] : [{ text: words.unsigned, at: signAt }]),
    ...(sums.some((currencies) => '' in currencies) ? [{ text: words.noCurrency, at: null }] : []),
  ];
}

/** They are lines of a list; `onGo` is told before one is followed, for the way leads elsewhere. */
export function LackLines({ lacks, onGo }: { readonly lacks: readonly Lack[]; readonly onGo?: () => void }) {
  const [session, speech] = useRoom();
  return (
    <>
      {lacks.map(({ text, at }) => (
        <li key={text}>
          <p>{text}</p>
          {at === null ? (
            <Button
              look="link"
              onClick={() => {
                onGo?.();
                session.show('sheet');
              }}
            >
              {speech.words.entry.nameCurrency}
            </Button>
          ) : (
            <Fill at={at} what={text} {...(onGo ? { onGo } : {})} />
          )}
        </li>
      ))}
    </>
  );
}

/** Beside a message; nothing where it lacks nothing. */
export function MessageLacks({ sums }: { readonly sums: Readonly<Record<string, number>> }) {
  const [, speech] = useRoom();
  const lacks = useLacks([sums]);
  if (lacks.length === 0) return null;
  return (
    <Note kind="warn" title={speech.words.entry.warnings}>
      <ul class="guards">
        <LackLines lacks={lacks} />
      </ul>
    </Note>
  );
}
