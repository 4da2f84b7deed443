/** The message as it will be drafted, to read and to change; for a call what to say, for a letter its text. */
import { useState } from 'preact/hooks';
import type { WorklistEntry } from '../../core/for-panel.ts';
import { Button, useFieldId, useRoom } from '../parts.tsx';

interface Written {
  readonly subject: string;
  readonly text: string;
}

export function Message({ entry }: { readonly entry: WorklistEntry }) {
  const { session, speech } = useRoom();
  const words = speech.words.entry;
  const edit = session.editOf(entry);
  const isShown = session.message === entry.id;
  const isEmail = entry.channel === 'email';
  const show = isEmail ? words.showMessage : entry.channel === 'call' ? words.showScript : words.showLetter;
  const message = session.view?.messages?.find((candidate) => candidate.entry === entry.id);
  const subjectId = useFieldId();
  const textId = useFieldId();
  if (!isShown || !message)
    return (
      <div class="actions">
        <Button expanded={false} onClick={() => void session.showMessage(entry.id)}>
          {show}
        </Button>
        {edit !== null && <span class="muted">{words.edited}</span>}
      </div>
    );
  const shown = edit ?? message;
  const change = (part: Partial<Written>) => session.edit(entry, { subject: shown.subject, text: shown.text, ...part });
  return (
    <div class="message" lang={message.language}>
      {isEmail && (
        <p lang={speech.code}>
          <span class="muted">
            {words.to}
            {speech.words.colon}
          </span>
          <span class="breakable">{message.to === '' ? words.noAddress : message.to}</span>
        </p>
      )}
      {isEmail && (
        <div class="field">
          <label for={subjectId} lang={speech.code}>
            {words.subject}
          </label>
          {/* Two lines to read, one line to write: a subject has no line break. */}
          <textarea
            id={subjectId}
            class="subject"
            rows={2}
            value={shown.subject}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            onInput={(event) => change({ subject: event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ') })}
          />
        </div>
      )}
      <div class="field">
        <label for={textId} lang={speech.code}>
          {isEmail ? words.text : entry.channel === 'call' ? words.script : words.letter}
        </label>
        <textarea
          id={textId}
          rows={14}
          readOnly={!isEmail}
          value={shown.text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <p class="muted" lang={speech.code}>
        {message.earlier.length === 0
          ? words.noneEarlier
          : `${words.earlier}${speech.words.colon}${message.earlier.map(({ stage, on }) => words.earlierOne(speech.stage(stage), speech.day(on))).join(' · ')}`}
      </p>
      <div class="actions" lang={speech.code}>
        {edit !== null && (
          <>
            <span class="muted">{words.edited}</span>
            <Button onClick={() => session.edit(entry, null)}>{words.restore}</Button>
          </>
        )}
        {!isEmail && <Copy text={shown.text} />}
        <Button look="link" expanded onClick={() => void session.showMessage(null)}>
          {words.hide}
        </Button>
      </div>
    </div>
  );
}

function Copy({ text }: { readonly text: string }) {
  const { speech } = useRoom();
  const [done, setDone] = useState(false);
  if (!globalThis.navigator?.clipboard) return null;
  return (
    <Button
      onClick={() =>
        void navigator.clipboard.writeText(text).then(
          () => setDone(true),
          () => setDone(false),
        )
      }
    >
      {done ? speech.words.entry.copied : speech.words.entry.copy}
    </Button>
  );
}
