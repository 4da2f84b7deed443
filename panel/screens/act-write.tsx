/** A message beside the ladder: read before it is drafted, and changed where the user knows better. */
import { useEffect, useRef } from 'preact/hooks';
import type { FreeMessage } from '../../core/for-panel.ts';
import { sumsOf } from '../long-lists.ts';
import { Choice, Note, Small, useRoom } from '../parts.tsx';
import type { Act } from '../session.ts';
import { ActForm, useChosen, Which } from './act-parts.tsx';
import { MessageWords } from './message.tsx';
import { MessageLacks } from './message-lacks.tsx';

const MESSAGES = ['statement', 'after-call', 'thank-you'] as const satisfies readonly FreeMessage[];
/** Ticking several invoices asks for the message once. */
const SOON = 300;

export function WriteForm({ act }: { readonly act: Act }) {
  const [session, speech] = useRoom();
  const words = speech.words.act;
  const wish = session.freeWish(act);
  const { fields } = session.filledOf(act);
  const { chosen } = useChosen(act);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const readSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void session.read(), SOON);
  };
  const free = session.view?.free ?? null;
  const shown = free !== null && JSON.stringify(free.wish) === JSON.stringify(wish) ? free : null;
  const message = shown?.kind === 'message' ? shown : null;
  // Words are written over one proposal: of this kind, for these invoices.
  const isEdited = fields.basis !== undefined && fields.basis !== '' && fields.editOf === wish.message;
  const { subject = '', text = '' } = isEdited ? fields : (message ?? {});
  return (
    <ActForm
      act={act}
      go={speech.view.acts.go['write-to']}
      isReady={message !== null}
      wanted={() =>
        message === null
          ? null
          : {
              kind: 'write-to',
              ...wish,
              ...(isEdited ? { edit: { basis: fields.basis as string, subject, text } } : { edit: { basis: message.basis } }),
            }
      }
    >
      <Choice<FreeMessage>
        label={words.write.which}
        value={wish.message}
        options={MESSAGES.map((each) => [each, speech.view.freeMessages[each]] as const)}
        onChoose={(chosen) => {
          session.fill(act, { fields: { message: chosen } });
          readSoon();
        }}
      />
      {wish.message !== 'thank-you' && <Which act={act} onChange={readSoon} />}
      {shown === null && <Small>{speech.words.doing.open}</Small>}
      {shown?.kind === 'refused' && (
        <Note kind="warn" title={words.write.cannot}>
          <p>{shown.message}</p>
          <Small>{shown.advice}</Small>
        </Note>
      )}
      {message !== null && <MessageLacks sums={sumsOf(chosen)} />}
      {message !== null && (
        <MessageWords
          to={message.to}
          label={speech.words.entry.text}
          language={message.language}
          subject={subject}
          text={text}
          onChange={(part) => session.fill(act, { fields: { subject, text, ...part, basis: message.basis, editOf: wish.message } })}
        />
      )}
      {isEdited && message !== null && fields.basis !== message.basis && <Note kind="warn" title={words.write.changed} />}
      {isEdited && (
        <div class="actions">
          <span class="muted">{speech.words.entry.edited}</span>
          <button type="button" class="button plain" onClick={() => session.fill(act, { fields: { basis: '' } })}>
            {speech.words.entry.restore}
          </button>
        </div>
      )}
    </ActForm>
  );
}
