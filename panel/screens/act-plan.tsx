/** A plan: proposed from a deposit, a number of parts and a rhythm, then adjusted line by line; it adds up to what is open, to the cent. */
import { addDays, addMonths, dayFromIso, decimalsOf, isoOf, proposePlan, toDecimal, toMinor } from '../../core/for-panel.ts';
import { sumsOf } from '../long-lists.ts';
import { Button, Choice, Sign, useRoom } from '../parts.tsx';
import type { Act, Filled } from '../session.ts';
import { typedAmount } from '../typed-amount.ts';
import { ActForm, Field, Tick, useChosen, Which } from './act-parts.tsx';

type Rhythm = 'month' | 'week' | 'days';
type Part = NonNullable<Filled['parts']>[number];

/** A week to make the first payment, three parts a month apart: where talks usually begin. */
const FIRST_AFTER = 7;
const FIRST_FIELDS = { deposit: '', parts: '3', every: 'month', distance: '15', counterpart: '', note: '', confirm: 'yes' };

export function PlanForm({ act }: { readonly act: Act }) {
  const [session, speech] = useRoom();
  const words = speech.words.act;
  const { plan } = words;
  const said = speech.view.acts.plan;
  const { chosen } = useChosen(act);
  const filled = session.filledOf(act);
  const sums = Object.entries(sumsOf(chosen));
  const [code = '', open = 0] = sums[0] ?? [];
  const currency = code === '' ? null : code;
  const asOf = dayFromIso(session.view?.report?.asOf ?? '');
  const first = asOf === null ? '' : isoOf(addDays(asOf, FIRST_AFTER));
  const fields: Readonly<Record<string, string>> = { ...FIRST_FIELDS, first, ...filled.fields };
  const text = (minor: number) => toDecimal(minor, currency).toFixed(decimalsOf(currency)).replace('.', speech.words.decimal);
  const openMinor = toMinor(open, currency);
  const proposed = (): Part[] => {
    const deposit = fields.deposit?.trim() === '' ? 0 : typedAmount(fields.deposit ?? '', speech.code);
    const firstOn = dayFromIso(fields.first ?? '');
    if (deposit === null || firstOn === null) return [];
    const every = fields.every === 'days' ? Number(fields.distance) : (fields.every as 'month' | 'week');
    return proposePlan({ openMinor, deposit: toMinor(deposit, currency), parts: Number(fields.parts), every, firstOn }).map(
      ({ on, minor }) => ({ on: isoOf(on), amount: text(minor) }),
    );
  };
  const parts = filled.parts ?? proposed();
  const amounts = parts.map(({ amount }) => typedAmount(amount, speech.code));
  const isReadable = amounts.every((amount) => amount !== null) && parts.every(({ on }) => dayFromIso(on) !== null);
  const follow = () => session.fill(act, { parts: null });
  const change = (n: number, part: Partial<Part>) =>
    session.fill(act, { parts: parts.map((each, k) => (k === n ? { ...each, ...part } : each)) });
  const lineName = (n: number) => `relance-plan-${n}`;
  return (
    <ActForm
      act={act}
      go={speech.view.acts.go.plan}
      isReady={sums.length === 1}
      wanted={() =>
        !isReadable || chosen.length === 0
          ? null
          : {
              kind: 'plan',
              customer: act.customer,
              invoices: chosen.map(({ number }) => number),
              instalments: parts.map(({ on }, n) => ({ on, amount: amounts[n] as number })),
              counterpart: fields.counterpart ?? '',
              note: fields.note ?? '',
              confirm: fields.confirm === 'yes',
            }
      }
    >
      <Which act={act} />
      {sums.length > 1 ? (
        <p class="wrong">{said.currencies}</p>
      ) : (
        <>
          <div class="two">
            <Field act={act} name="deposit" kind="amount" label={said.deposit} onChange={follow} />
            <Field act={act} name="parts" kind="count" label={said.parts} first="3" onChange={follow} />
          </div>
          <div class="two">
            <Choice<Rhythm>
              label={said.every}
              value={fields.every as Rhythm}
              options={(['month', 'week', 'days'] as const).map((rhythm) => [rhythm, said.rhythms[rhythm]] as const)}
              onChoose={(every) => session.fill(act, { fields: { every }, parts: null })}
            />
            {fields.every === 'days' && (
              <Field act={act} name="distance" kind="count" label={said.distance} first={FIRST_FIELDS.distance} onChange={follow} />
            )}
          </div>
          <Field act={act} name="first" kind="day" label={said.first} first={first} onChange={follow} />
          <fieldset class="parts">
            <legend>{said.lines}</legend>
            {parts.length === 0 && <p class="wrong">{said.none}</p>}
            <ol class="plain-list">
              {parts.map((part, n) => (
                <li key={n} class="part">
                  <input
                    type="date"
                    lang={speech.code}
                    aria-label={plan.lineDay(n + 1)}
                    value={part.on}
                    onInput={({ currentTarget }) => change(n, { on: currentTarget.value })}
                  />
                  <input
                    id={lineName(n)}
                    type="text"
                    inputMode="decimal"
                    autocomplete="off"
                    class="number"
                    aria-label={plan.lineAmount(n + 1)}
                    aria-invalid={amounts[n] === null}
                    value={part.amount}
                    onInput={({ currentTarget }) => change(n, { amount: currentTarget.value })}
                  />
                  <Button
                    look="quiet"
                    class="icon"
                    label={plan.remove(n + 1)}
                    onClick={() => session.fill(act, { parts: parts.filter((_, k) => k !== n) })}
                  >
                    <Sign name="close" />
                  </Button>
                </li>
              ))}
            </ol>
            <Sum
              total={isReadable ? amounts.reduce<number>((sum, amount) => sum + toMinor(amount ?? 0, currency), 0) : null}
              open={openMinor}
              currency={currency}
            />
            <div class="actions">
              <Button onClick={() => session.fill(act, { parts: [...parts, nextPart(parts, text)] })}>{said.add}</Button>
              {filled.parts !== null && (
                <Button look="quiet" onClick={follow}>
                  {said.again}
                </Button>
              )}
            </div>
          </fieldset>
          <Field act={act} name="counterpart" label={said.counterpart} help={said.counterpartHelp} />
          <Field act={act} name="note" label={speech.view.acts.note.plan} />
          <Tick isOn={fields.confirm === 'yes'} onChange={(on) => session.fill(act, { fields: { confirm: on ? 'yes' : 'no' } })}>
            {said.confirm}
          </Tick>
        </>
      )}
    </ActForm>
  );

  /** A line more, a month after the last, for what is missing. */
  function nextPart(before: readonly Part[], textOf: (minor: number) => string): Part {
    const missing = openMinor - amounts.reduce<number>((sum, amount) => sum + toMinor(amount ?? 0, currency), 0);
    const last = dayFromIso(before.at(-1)?.on ?? '');
    return { on: last === null ? first : isoOf(addMonths(last, 1)), amount: textOf(Math.max(0, missing)) };
  }
}

/** Whether the lines add up, said while they are typed. */
function Sum({ total, open, currency }: { readonly total: number | null; readonly open: number; readonly currency: string | null }) {
  const [, speech] = useRoom();
  const { plan } = speech.words.act;
  const money = (minor: number) => speech.money(toDecimal(minor, currency), currency);
  const isWhole = total === open;
  const said =
    total === null
      ? speech.view.acts.plan.unsure
      : isWhole
        ? plan.whole(money(open))
        : total < open
          ? plan.short(money(open - total), money(open))
          : plan.over(money(total - open), money(open));
  return (
    <output class={isWhole ? 'sum good' : 'sum wrong'}>
      <Sign name={isWhole ? 'check' : 'warning'} />
      <span>{said}</span>
    </output>
  );
}
