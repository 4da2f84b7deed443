/** What was understood of the sheet, to be confirmed or put right by choosing. Every choice is tried at once on the real cells; nothing is kept or written before the yes. */
import { useState } from 'preact/hooks';
import type { Binding, OwnedChoice, Understood } from '../../core/for-panel.ts';
import { problemsOf } from '../long-lists.ts';
import { Button, Choice, More, Note, Small, useFieldId, useRoom } from '../parts.tsx';
import { ColumnList, roleNames, tableBinding } from './columns.tsx';

/** The binding that says exactly what was understood, with the user's changes in it. */
function bindingOf(understood: Understood, change: Partial<Binding> = {}): Binding {
  const { decided } = understood;
  const owned = Object.fromEntries(understood.owned.filter(({ column }) => column !== null).map(({ role, choice }) => [role, choice]));
  const bound: Binding = { ...tableBinding(understood), owned };
  const words = {
    ...(decided.currency === null ? {} : { currency: decided.currency }),
    ...(decided.locale === null ? {} : { locale: decided.locale }),
    ...(decided.dateOrder === null ? {} : { dateOrder: decided.dateOrder }),
  };
  return { ...bound, ...words, ...change };
}

export function SheetUnderstood() {
  const [session, speech] = useRoom();
  const { sheet: words, result } = speech.words;
  const { view } = session;
  const understood = view?.understood;
  if (!understood) return null;
  const isBusy = session.isBusy;
  const isTrying = session.trial !== null;
  const tried = session.trial?.binding;
  const notHonoured = !isBusy && tried !== undefined && (tried.sheet !== understood.sheet || tried.headerRow !== understood.headerRow);
  const attempt = (binding: Binding) => void session.attempt({ ...session.trial, binding });
  const problems = problemsOf(view).length;
  return (
    <section class="screen">
      <h2 class="title">{understood.confirmed && !isTrying ? words.titleConfirmed : words.title}</h2>
      <p>{words.found(speech.count(understood.invoices), understood.sheet, understood.headerRow)}</p>
      {!understood.confirmed && <Small>{words.nothingWritten}</Small>}
      {notHonoured && <Note kind="warn" title={result.notHonoured(tried?.headerRow ?? 0)} />}
      <p>
        {problems === 0 ? words.noProblems : words.problems(speech.count(problems))}{' '}
        {problems > 0 && (
          <Button look="link" onClick={() => session.show('problems')}>
            {words.see}
          </Button>
        )}
      </p>
      <TwoWays understood={understood} onChoose={(dateOrder) => attempt(bindingOf(understood, { dateOrder }))} />
      <Where understood={understood} />
      <ColumnList columns={understood.columns} onChange={(change) => attempt(bindingOf(understood, change))} />
      <Reading
        understood={understood}
        onChange={(change) => attempt(bindingOf(understood, change))}
        without={(key) => attempt(dropped(bindingOf(understood), key))}
      />
      <Owned understood={understood} onChange={(owned) => attempt({ ...bindingOf({ ...understood, owned }) })} />
      <div class="stack consent">
        <Button look="primary" disabled={isBusy || notHonoured} onClick={() => void session.confirm(bindingOf(understood), true)}>
          {words.confirmAndFill}
        </Button>
        <div class="row-between">
          <Button look="link" disabled={isBusy || notHonoured} onClick={() => void session.confirm(bindingOf(understood), false)}>
            {understood.confirmed ? words.save : words.confirmOnly}
          </Button>
          {!understood.confirmed && (
            <Button look="link" onClick={() => session.show('figures')}>
              {words.lookFirst}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

/** Dates that may be read two ways beside others that may not: one word of the user's settles them all. */
function TwoWays({ understood, onChoose }: { readonly understood: Understood; readonly onChoose: (order: 'dmy' | 'mdy' | 'ymd') => void }) {
  const [session, speech] = useRoom();
  const { sheet: words } = speech.words;
  const { dateOrder, decided } = understood;
  const open = problemsOf(session.view).filter(({ kind }) => kind === 'ambiguous-date').length;
  if (open === 0 || dateOrder === null || decided.dateOrder !== null) return null;
  return (
    <Note kind="warn" title={words.twoWays(speech.count(open), words.orders[dateOrder])}>
      <div class="actions">
        <Button disabled={session.isBusy} onClick={() => onChoose(dateOrder)}>
          {words.readAll(words.orders[dateOrder])}
        </Button>
      </div>
    </Note>
  );
}

function dropped(binding: Binding, key: 'currency' | 'locale' | 'dateOrder'): Binding {
  return Object.fromEntries(Object.entries(binding).filter(([name]) => name !== key)) as unknown as Binding;
}

/** Which table: another that could be meant, another sheet, another row of headers. */
function Where({ understood }: { readonly understood: Understood }) {
  const [session, speech] = useRoom();
  const words = speech.words.sheet;
  const [row, setRow] = useState<string | null>(null);
  // At first one looks whether this is the right table at all; what is tried later folds nothing out.
  const [isFirst] = useState(!understood.confirmed);
  const rowId = useFieldId();
  const sheets = session.view?.sheets ?? [];
  const headerRow = Number(row ?? understood.headerRow);
  const here = `${understood.sheet}\u0000${understood.headerRow}`;
  const others = understood.tables.map(
    ({ sheet, headerRow: at, rows }) => [`${sheet}\u0000${at}`, words.tableAt(sheet, at, speech.count(rows))] as const,
  );
  const known = new Set([understood.sheet, ...understood.tables.map((table) => table.sheet)]);
  const strangers = sheets
    .filter((name) => !known.has(name))
    .map((name) => [`${name}\u0000`, `${words.otherSheets}${speech.words.colon}${name}`] as const);
  const choose = (value: string) => {
    const [sheet, at] = value.split('\u0000') as [string, string];
    setRow(null);
    void session.attempt(at === '' ? { sheet } : { binding: { sheet, headerRow: Number(at), columns: {} } });
  };
  return (
    <More summary={words.table} open={isFirst}>
      <Choice
        label={words.table}
        value={here}
        options={[
          [here, words.tableAt(understood.sheet, understood.headerRow, speech.count(understood.invoices))],
          ...others,
          ...strangers,
        ]}
        onChoose={choose}
      />
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (headerRow >= 1) void session.attempt({ binding: { sheet: understood.sheet, headerRow, columns: {} } });
        }}
      >
        <label for={rowId}>{words.headerRow}</label>
        <div class="row">
          <input
            id={rowId}
            type="number"
            min="1"
            step="1"
            value={row ?? String(understood.headerRow)}
            onInput={(event) => setRow(event.currentTarget.value)}
          />
          <button type="submit" class="button plain" disabled={session.isBusy}>
            {words.reread}
          </button>
        </div>
      </form>
    </More>
  );
}

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'MAD', 'XOF', 'TND', 'DZD', 'PLN', 'SEK', 'NOK', 'DKK', 'JPY', 'AUD'];
const NUMBER_STYLES = ['fr-FR', 'en-US', 'de-DE'] as const;

interface ReadingProps {
  readonly understood: Understood;
  readonly onChange: (change: Partial<Binding>) => void;
  readonly without: (key: 'currency' | 'locale' | 'dateOrder') => void;
}

function Reading({ understood, onChange, without }: ReadingProps) {
  const [, speech] = useRoom();
  const { words } = speech;
  const { decided, currencies, dateOrder } = understood;
  const named = currencies.map((currency) => currency ?? words.sheet.noCurrency).join(', ');
  const codes = decided.currency === null || CURRENCIES.includes(decided.currency) ? CURRENCIES : [decided.currency, ...CURRENCIES];
  const guessed = NUMBER_STYLES.find((locale) => locale.slice(0, 2) === understood.locale?.slice(0, 2));
  const styleText = guessed === undefined ? understood.locale : words.sheet.numberStyles[guessed];
  const style = NUMBER_STYLES.find((locale) => locale === decided.locale) ?? '';
  return (
    <>
      <h3>{words.sheet.reading}</h3>
      <Choice
        label={words.sheet.currency}
        value={decided.currency ?? ''}
        options={[['', words.sheet.asSheet(named === '' ? words.sheet.noCurrency : named)], ...codes.map((code) => [code, code] as const)]}
        onChoose={(currency) => (currency === '' ? without('currency') : onChange({ currency }))}
      />
      <Choice<'' | 'dmy' | 'mdy' | 'ymd'>
        label={words.sheet.dateOrder}
        value={decided.dateOrder ?? ''}
        options={[
          [
            '',
            words.sheet.asSheet(decided.dateOrder === null && dateOrder !== null ? words.sheet.orders[dateOrder] : words.sheet.trueDates),
          ],
          ['dmy', words.sheet.orders.dmy],
          ['mdy', words.sheet.orders.mdy],
          ['ymd', words.sheet.orders.ymd],
        ]}
        onChoose={(order) => (order === '' ? without('dateOrder') : onChange({ dateOrder: order }))}
      />
      <Choice<'' | (typeof NUMBER_STYLES)[number]>
        label={words.sheet.numbers}
        value={style}
        options={[
          ['', styleText === null ? words.sheet.asCells : words.sheet.asSheet(styleText)],
          ...NUMBER_STYLES.map((locale) => [locale, words.sheet.numberStyles[locale]] as const),
        ]}
        onChoose={(locale) => (locale === '' ? without('locale') : onChange({ locale }))}
      />
    </>
  );
}

function Owned({ understood, onChange }: { readonly understood: Understood; readonly onChange: (owned: readonly OwnedChoice[]) => void }) {
  const [, speech] = useRoom();
  const words = speech.words.sheet;
  const names = roleNames(speech);
  const headerOf = (column: string) => understood.columns.find((candidate) => candidate.column === column)?.header || column;
  return (
    <>
      <h3>{words.writes}</h3>
      <Small>{speech.view.explained.writes}</Small>
      <ul class="columns">
        {understood.owned.map(({ role, column, choice, typed }) => (
          <li key={role}>
            {column === null ? (
              <p class="row-between">
                <span>{names[role]}</span>
                <span class="muted">{words.added}</span>
              </p>
            ) : (
              <Choice<'fill' | 'add'>
                label={`${names[role]} (${words.addedHere(column)})`}
                value={choice}
                options={[
                  ['fill', words.fill(headerOf(column))],
                  ['add', words.add],
                ]}
                onChoose={(chosen) => onChange(understood.owned.map((one) => (one.role === role ? { ...one, choice: chosen } : one)))}
              />
            )}
            {typed !== undefined && (
              <p class={choice === 'fill' ? 'wrong' : 'muted'}>
                {(choice === 'fill' ? words.replaces : words.staysTyped)(speech.count(typed.count), typed.words)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
