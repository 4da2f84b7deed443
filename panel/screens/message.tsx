/** The message as it will be drafted, to read and to change; for a call what to say, for a letter its text. */
import { useState } from 'preact/hooks';
import type { LanguageCode, WorklistEntry } from '../../core/for-panel.ts';
import { Button, Note, Small, useFieldId, useRoom } from '../parts.tsx';

interface WordsProps {
  /** To whom; null where it is read out or printed rather than sent. */
  readonly to: string | null;
  readonly label: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly onChange: (part: { readonly subject?: string; readonly text?: string }) => void;
}

/** An e-mail to read and to change: to whom, its subject, its words; of what is no e-mail, the words to read. */
export function MessageWords({ to, label, language, subject, text, onChange }: WordsProps) {
  const [, speech] = useRoom();
  const words = speech.words.entry;
  const subjectId = useFieldId();
  const textId = useFieldId();
  return (
    <>
      {to !== null && (
        <p>
          <span class="muted">
            {words.to}
            {speech.words.colon}
          </span>
          <span class="breakable">{to === '' ? words.noAddress : to}</span>
        </p>
      )}
      {to !== null && (
        <div class="field">
          <label for={subjectId}>{words.subject}</label>
          {/* Two lines to read, one line to write: a subject has no line break. */}
          <textarea
            id={subjectId}
            class="subject"
            lang={language}
            rows={2}
            value={subject}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            onInput={(event) => onChange({ subject: event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ') })}
          />
        </div>
      )}
      <div class="field">
        <label for={textId}>
          {label} ({words.writtenIn[language as LanguageCode]})
        </label>
        <textarea
          id={textId}
          lang={language}
          rows={14}
          readOnly={to === null}
          value={text}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

export function Message({ entry }: { readonly entry: WorklistEntry }) {
  const [session, speech] = useRoom();
  const words = speech.words.entry;
  const edit = session.editOf(entry);
  const isShown = session.message === entry.id;
  const isEmail = entry.channel === 'email';
  const show = isEmail ? words.showMessage : entry.channel === 'call' ? words.showScript : words.showLetter;
  const message = session.view?.messages?.find((candidate) => candidate.entry === entry.id);
  if (!isShown || !message)
    return (
      <div class="actions">
        <Button expanded={false} onClick={() => void session.showMessage(entry.id)}>
          {show}
        </Button>
        {edit !== null && <span class="muted">{words.edited}</span>}
      </div>
    );
  const { subject, text } = edit ?? message;
  return (
    <div class="message">
      <MessageWords
        to={isEmail ? message.to : null}
        label={isEmail ? words.text : entry.channel === 'call' ? words.script : words.letter}
        language={message.language}
        subject={subject}
        text={text}
        onChange={(part) => session.edit(entry, { subject, text, ...part, basis: message.basis })}
      />
      <Small>
        {message.earlier.length === 0
          ? words.noneEarlier
          : `${words.earlier}${speech.words.colon}${message.earlier.map(({ stage, on }) => words.earlierOne(speech.stage(stage), speech.day(on))).join(' · ')}`}
      </Small>
      {edit !== null && edit.basis !== message.basis && <Note kind="warn" title={speech.words.act.write.changed} />}
      <div class="actions">
        {edit !== null && (
          <>
            <span class="muted">{words.edited}</span>
            <Button onClick={() => session.edit(entry, null)}>{words.restore}</Button>
          </>
        )}
        {!isEmail && <Copy text={text} />}
        <Button look="link" expanded onClick={() => void session.showMessage(null)}>
          {words.hide}
        </Button>
      </div>
    </div>
  );
}

export function Copy({ text, name }: { readonly text: string; readonly name?: string }) {
  const [, speech] = useRoom();
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
      {done ? speech.words.entry.copied : (name ?? speech.words.entry.copy)}
    </Button>
  );
}
