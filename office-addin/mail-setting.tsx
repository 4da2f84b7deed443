/** Among the settings: which way reminders go from this Excel, and the id that lets drafts be laid in the user's mailbox. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Small, useFieldId } from '../panel/parts.tsx';
import type { ExcelDesk } from './desk.ts';
import { PANE_WORDS } from './pane-words.ts';

/** The setting over this desk. */
export const mailSetting =
  (desk: Pick<ExcelDesk, 'mail' | 'clientId' | 'language'>): (() => JSX.Element) =>
  () => {
    const id = useFieldId();
    const [typed, setTyped] = useState<string | null>(null);
    const words = PANE_WORDS[desk.language()].mail;
    const { title, why, advice } = desk.mail();
    const kept = desk.clientId.get() ?? '';
    return (
      <div class="setting">
        <h3>{words.title}</h3>
        <p>{title}</p>
        <Small>{advice === null ? why : `${why} ${advice}`}</Small>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            desk.clientId.set((typed ?? kept).trim() || null);
            setTyped(null);
          }}
        >
          <label for={id}>{words.clientId}</label>
          <input
            id={id}
            value={typed ?? kept}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          {typed !== null && typed.trim() !== kept && (
            <button type="submit" class="button primary">
              {words.keep}
            </button>
          )}
        </form>
      </div>
    );
  };
