/** Nothing to work on: what Relance is for, how to begin, and why the file that is open was not understood. */
import { useState } from 'preact/hooks';
import type { View } from '../../core/for-panel.ts';
import { Button, Choice, Note, Small, useFieldId, useRoom } from '../parts.tsx';
import { ColumnList, tableBinding } from './columns.tsx';

const SAMPLES = { fr: 'factures-atelier-morel.xlsx', en: 'invoices-morel-workshop.xlsx' } as const;
const SMALL = 'small-table.csv';

export function Welcome({ view }: { readonly view: View }) {
  const [session, speech] = useRoom();
  const { welcome, sheet: sheetWords } = speech.words;
  const { hooks } = session;
  const sheets = view.sheets ?? [];
  const near = view.near ?? null;
  const [sheet, setSheet] = useState(near?.sheet ?? sheets[0] ?? '');
  const [row, setRow] = useState(String(near?.headerRow ?? 1));
  const rowId = useFieldId();
  const headerRow = Number(row);
  return (
    <section class="screen">
      {view.refusal && sheets.length > 0 && (
        <Note kind="warn" title={view.refusal.message}>
          <p>{view.refusal.advice}</p>
        </Note>
      )}
      {session.trial !== null && <Button onClick={() => void session.attempt({})}>{speech.words.entry.cancel}</Button>}
      {near && (
        <>
          <p>{welcome.whichColumn}</p>
          <ColumnList
            isOpen
            columns={near.columns}
            onChange={(change) => void session.attempt({ binding: { ...tableBinding(near), ...change } })}
          />
        </>
      )}
      {sheets.length > 0 && (
        <form
          class="card"
          onSubmit={(event) => {
            event.preventDefault();
            if (headerRow >= 1) void session.attempt({ binding: { sheet, headerRow, columns: {} } });
          }}
        >
          <p>{welcome.otherSheet}</p>
          <Choice label={welcome.chooseSheet} value={sheet} options={sheets.map((name) => [name, name] as const)} onChoose={setSheet} />
          <div class="field">
            <label for={rowId}>{sheetWords.headerRow}</label>
            <input id={rowId} type="number" min="1" step="1" value={row} onInput={(event) => setRow(event.currentTarget.value)} />
          </div>
          <button type="submit" class="button plain">
            {welcome.tryRow}
          </button>
        </form>
      )}
      <h2 class="title">{welcome.title}</h2>
      <p>{welcome.lead}</p>
      <div class="stack">
        {hooks.openFile && (
          <Button look="primary" onClick={() => hooks.openFile?.()}>
            {welcome.open}
          </Button>
        )}
        {hooks.openSample && (
          <>
            <Button onClick={() => hooks.openSample?.(SAMPLES[speech.code])}>{welcome.sample}</Button>
            <Button onClick={() => hooks.openSample?.(SMALL)}>{welcome.smallSample}</Button>
          </>
        )}
        {!hooks.openSample && sheets.length > 0 && (
          <Button disabled={session.isBusy} onClick={() => void session.makeExample()}>
            {welcome.example}
          </Button>
        )}
      </div>
      <Small>{welcome.privacy}</Small>
    </section>
  );
}
