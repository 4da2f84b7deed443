/** A draft for whoever writes mail in a browser and has no program that opens files: its words to copy, or already written where mail is written. */
import { useState } from 'preact/hooks';
import { type MailWay, type MailWords, mailLink, type WaitingDraft } from '../../core/for-panel.ts';
import { Button, Note, Sign, Small, useRoom } from '../parts.tsx';
import { Copy } from './message.tsx';

const WAYS = ['gmail', 'outlook', 'mailto'] as const satisfies readonly MailWay[];

export function OtherWays({ draft }: { readonly draft: WaitingDraft }) {
  const [session, speech] = useRoom();
  const { follow, colon } = speech.words;
  const [isOpen, setOpen] = useState(false);
  /** Undefined until it was asked for. */
  const [words, setWords] = useState<MailWords | null | undefined>(undefined);
  const { draftWords } = session.hooks;
  if (!draftWords) return null;
  const id = `ways-${draft.id}`;
  const unfold = () => {
    setOpen(!isOpen);
    if (words === undefined)
      void draftWords(draft.id).then(setWords, () => {
        setWords(null);
      });
  };
  return (
    <div>
      <Button
        look="quiet"
        class="fold"
        expanded={isOpen}
        controls={id}
        label={`${follow.otherWays}${colon}${draft.customer}`}
        onClick={unfold}
      >
        <Sign name="chevron" />
        {follow.otherWays}
      </Button>
      <div id={id} class="ways-on" hidden={!isOpen}>
        {words === null && <Note kind="warn" title={follow.noWords} />}
        {words && <Ways words={words} />}
      </div>
    </div>
  );
}

function Ways({ words }: { readonly words: MailWords }) {
  const [, speech] = useRoom();
  const { follow, colon } = speech.words;
  const links = WAYS.map((way) => [way, mailLink(words, way)] as const);
  const short = links.filter(([, { isWhole }]) => !isWhole);
  return (
    <>
      <div class="actions">
        <Copy text={`${words.subject}\n\n${words.text}`} name={follow.copy} />
      </div>
      <p class="muted">{follow.ownWay}</p>
      <p class="row">
        {links.map(([way, { url }]) => (
          <a key={way} class="button link" href={url} target="_blank" rel="noopener noreferrer">
            {follow.ways[way]}
          </a>
        ))}
      </p>
      {short.length > 0 && (
        <Small>
          {short.map(([way]) => follow.ways[way]).join(', ')}
          {colon}
          {follow.tooLong}
        </Small>
      )}
    </>
  );
}
