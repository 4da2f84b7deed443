/** The few parts every screen is made of. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Speech } from './format.ts';
import type { Session } from './session.ts';

/** What is under the hand of every part: the session, and how it speaks. */
export type Room = readonly [session: Session, speech: Speech];

export const RoomContext = createContext<Room | null>(null);
export function useRoom(): Room {
  return useContext(RoomContext) as Room;
}

/** Drawn signs, never alone: a word stands beside each, or names it. */
export type SignName = 'chevron' | 'back' | 'close' | 'gear' | 'warning' | 'stop' | 'check' | 'info' | 'unknown';
const PATHS: Readonly<Record<SignName, string>> = {
  chevron: 'M6 4l4 4-4 4',
  back: 'M10 4l-4 4 4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  gear: 'M2 5h6M12 5h2M2 11h2M8 11h6M10 3v4M6 9v4',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.2v.3',
  stop: 'M8 2a6 6 0 100 12A6 6 0 008 2zM4 12l8-8',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  info: 'M8 2a6 6 0 100 12A6 6 0 008 2zM8 7.5v3.5M8 5v.3',
  unknown: 'M4 8h8',
};

export function Sign({ name }: { readonly name: SignName }) {
  return (
    <svg class={`sign sign-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

interface ButtonProps {
  /** Where the keyboard comes back to from what the button opens. */
  readonly id?: string;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'link';
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly current?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Button({ look = 'plain', onClick, disabled, label, expanded, controls, current, id, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      id={id}
      class={`button ${look} ${rest.class ?? ''}`}
      onClick={onClick}
      disabled={disabled}
      aria-label={label}
      title={rest.class === 'icon' ? label : undefined}
      aria-expanded={expanded}
      aria-controls={controls}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </button>
  );
}

/** Leads back to where one came from. */
export function Back({ to, go }: { readonly to: string; readonly go: () => void }) {
  return (
    <div class="back">
      <Button look="quiet" onClick={go}>
        <Sign name="back" />
        {to}
      </Button>
    </div>
  );
}

/** A customer by name, leading to its card; `id` is where the keyboard comes back to. Invoices without a customer have no card. */
export function CustomerLink({ id, customer }: { readonly id: string; readonly customer: string }) {
  const [session, { words }] = useRoom();
  if (customer === '') return <strong>{words.customers.noName}</strong>;
  return (
    <Button id={id} look="link" label={words.act.cardOf(customer)} onClick={() => void session.openCustomer(customer)}>
      {customer}
    </Button>
  );
}

/** What helps, and may be passed over. */
export function Small({ children }: { readonly children: ComponentChildren }) {
  return <p class="muted">{children}</p>;
}

/** Something the user should read. The word `title` carries the meaning; colour and sign only help. */
export function Note({
  kind,
  title,
  close,
  children,
}: {
  readonly kind: 'info' | 'good' | 'warn' | 'bad';
  readonly title?: string;
  readonly close?: { readonly label: string; readonly go: () => void };
  readonly children?: ComponentChildren;
}) {
  const sign = ({ info: 'info', good: 'check', warn: 'warning', bad: 'stop' } as const)[kind];
  return (
    <div class={`note ${kind}`}>
      <Sign name={sign} />
      <div>
        {title !== undefined && <p class="note-title">{title}</p>}
        {children}
      </div>
      {close && (
        <Button look="quiet" class="icon" label={close.label} onClick={close.go}>
          <Sign name="close" />
        </Button>
      )}
    </div>
  );
}

/** Facts by name, one under the other; what there is nothing to say of is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** A part that opens. */
export function More({
  summary,
  children,
  open = false,
}: {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly open?: boolean;
}) {
  return (
    <details class="more" open={open}>
      <summary>
        <Sign name="chevron" />
        <span>{summary}</span>
      </summary>
      <div class="more-body">{children}</div>
    </details>
  );
}

let fields = 0;
/** A name for a field and its label, the same as long as the field is shown. */
export function useFieldId(): string {
  const id = useRef('');
  if (id.current === '') id.current = `relance-${++fields}`;
  return id.current;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly onChoose: (value: Value) => void;
  readonly disabled?: boolean;
}

export function Choice<Value extends string>({ label, hideLabel = false, value, options, onChoose, disabled }: ChoiceProps<Value>) {
  const id = useFieldId();
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'unseen' : ''}>
        {label}
      </label>
      <select id={id} disabled={disabled} value={value} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A dialog over the panel: focus goes in, Escape closes, focus comes back. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useFieldId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} class="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <section class="dialog-body" tabIndex={0} aria-labelledby={id}>
        {children}
      </section>
      <div class="actions end">{actions}</div>
    </dialog>
  );
}
