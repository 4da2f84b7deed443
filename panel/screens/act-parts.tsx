/** What the forms of acts are made of: which invoices, days, amounts, words, and what was refused. Everything typed is kept by the session. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ReportInvoice, View } from '../../core/for-panel.ts';
import { amountsLine } from '../format.ts';
import { contestedBy, openInvoicesOf, sumsOf } from '../long-lists.ts';
import { Button, More, Note, useFieldId, useRoom } from '../parts.tsx';
import type { Act, Wanted } from '../session.ts';

/** The invoices an act may be about, and those it is about. */
export function useChosen(act: Act): { readonly all: readonly ReportInvoice[]; readonly chosen: readonly ReportInvoice[] } {
  const [session] = useRoom();
  const open = openInvoicesOf(session.view, act.customer);
  const contested = act.kind === 'resolve' ? contestedBy(session.view, act.customer) : null;
  const all = contested === null ? open : open.filter(({ number }) => contested.includes(number));
  const numbers = session.filledOf(act).invoices ?? act.invoices;
  return { all, chosen: numbers === null ? all : all.filter(({ number }) => numbers.includes(number)) };
}

/** The invoices of the act, all that it began with unless the user unticks some. */
export function Which({ act, onChange }: { readonly act: Act; readonly onChange?: () => void }) {
  const [session, speech] = useRoom();
  const words = speech.words.act;
  const { all, chosen } = useChosen(act);
  if (all.length === 0) return null;
  const choose = (numbers: readonly string[]) => {
    session.fill(act, { invoices: numbers, parts: null });
    onChange?.();
  };
  const numbers = chosen.map(({ number }) => number);
  return (
    <>
      <More summary={words.which(`${speech.count(chosen.length)}/${speech.count(all.length)}`, amountsLine(sumsOf(chosen), speech))}>
        <fieldset class="which">
          <legend class="unseen">{words.whichLabel}</legend>
          {all.map((invoice) => (
            <Tick
              key={invoice.row}
              isOn={numbers.includes(invoice.number)}
              onChange={(on) => choose(on ? [...numbers, invoice.number] : numbers.filter((number) => number !== invoice.number))}
            >
              <span class="row-between">
                <span>
                  {invoice.number}
                  <span class="muted below">
                    {speech.view.statuses[invoice.status]}
                    {invoice.dueOn !== null && ` · ${speech.words.entry.dueOn(speech.day(invoice.dueOn))}`}
                  </span>
                </span>
                <span class="amount">{invoice.open === null ? '' : speech.money(invoice.open, invoice.currency)}</span>
              </span>
            </Tick>
          ))}
        </fieldset>
      </More>
      {chosen.length === 0 && <p class="wrong">{words.noneChosen}</p>}
    </>
  );
}

export function Tick({
  isOn,
  onChange,
  children,
}: {
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ComponentChildren;
}) {
  const id = useFieldId();
  return (
    <div class="check">
      <input id={id} type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <label for={id}>{children}</label>
    </div>
  );
}

interface FieldProps {
  readonly act: Act;
  /** Its name among the fields of the act. */
  readonly name: string;
  readonly label: string;
  /** What it holds before anything is typed. */
  readonly first?: string;
  readonly help?: string;
  readonly wrong?: string | null;
  readonly placeholder?: string;
  readonly onChange?: () => void;
}

type FieldKind = 'text' | 'day' | 'amount' | 'count' | 'words';

/** Which field a refusal is about, where it is about one. */
const REFUSED_FIELD: Readonly<Partial<Record<NonNullable<View['refused']>['why'], string>>> = {
  'not-a-day': 'day',
  'day-past': 'day',
  'amount-not-positive': 'amount',
  'amount-above-open': 'amount',
  'part-of-several': 'amount',
  'no-words': 'note',
};
const REFUSED_ID = 'relance-refused';

/** One field of an act. What is wrong with it stands under it and is read with it. */
export function Field({
  act,
  name,
  label,
  first = '',
  help,
  wrong = null,
  placeholder,
  onChange,
  kind = 'text',
}: FieldProps & { readonly kind?: FieldKind }) {
  const [session, speech] = useRoom();
  const id = useFieldId();
  const value = session.filledOf(act).fields[name] ?? first;
  const said = wrong ?? help;
  // What was refused stands above the button; here is what it is about.
  const isRefused = session.refused !== null && REFUSED_FIELD[session.refused.why] === name;
  const described = [...(said === undefined ? [] : [`${id}-said`]), ...(isRefused ? [REFUSED_ID] : [])].join(' ');
  const shared = {
    id,
    value,
    placeholder,
    'aria-invalid': wrong !== null || isRefused,
    'aria-describedby': described === '' ? undefined : described,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      session.fill(act, { fields: { [name]: event.currentTarget.value } });
      onChange?.();
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind === 'words' ? (
        <textarea {...shared} class="words" rows={2} />
      ) : kind === 'day' ? (
        <input {...shared} type="date" lang={speech.code} />
      ) : kind === 'count' ? (
        <input {...shared} type="number" min={1} max={60} inputMode="numeric" />
      ) : (
        <input {...shared} type="text" autocomplete="off" inputMode={kind === 'amount' ? 'decimal' : 'text'} />
      )}
      {said !== undefined && (
        <p id={`${id}-said`} class={wrong === null ? 'muted' : 'wrong'}>
          {said}
        </p>
      )}
    </div>
  );
}

/** The form of an act: its fields, why it was refused, and the button that tells it. `wanted` is null while something cannot be read. */
export function ActForm({
  act,
  go,
  wanted,
  isReady = true,
  children,
}: {
  readonly act: Act;
  readonly go: string;
  readonly wanted: () => Wanted | null;
  readonly isReady?: boolean;
  readonly children: ComponentChildren;
}) {
  const [session, speech] = useRoom();
  return (
    <form
      class="telling"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const said = session.doing === null ? wanted() : null;
        if (said !== null) void session.tell(said, act.customer, act);
      }}
    >
      {children}
      <RefusedHere />
      <div class="actions">
        <button type="submit" class="button primary" disabled={session.isBusy || !isReady}>
          {go}
        </button>
        <Button look="quiet" onClick={() => session.giveUp(act)}>
          {speech.words.entry.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Why the core would not note it; the keyboard comes here, for the button was out of use meanwhile. */
export function RefusedHere() {
  const [session] = useRoom();
  const { refused } = session;
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused) here.current?.focus();
  }, [refused]);
  if (!refused) return null;
  return (
    <div ref={here} id={REFUSED_ID} tabIndex={-1}>
      <Note kind="bad" title={refused.message}>
        <p class="muted">{refused.advice}</p>
      </Note>
    </div>
  );
}
