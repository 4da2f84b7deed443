/** The figures of receivables: how much, since when, how it went, what will come in; each with what it means and the sum behind it. */
import { useState } from 'preact/hooks';
import type { Figures as Indicators, Kpis, MonthFigures, View } from '../../core/for-panel.ts';
import { ChartTable, Columns, type Point, Spark } from '../chart.tsx';
import type { Speech } from '../format.ts';
import { Button, Choice, More, Sign, Small, useRoom } from '../parts.tsx';
import { Aging } from './aging.tsx';
import { DsoMoves } from './dso-moves.tsx';
import { Receipts } from './receipts.tsx';

type Id = keyof Indicators;
type Unit = NonNullable<View['indicators']>[number]['unit'];

export function Figures() {
  const [session, speech] = useRoom();
  const { words } = speech;
  const all = session.view?.report?.kpis ?? [];
  const [chosen, setChosen] = useState(0);
  const kpis = all[Math.min(chosen, all.length - 1)];
  return (
    <section class="screen">
      <h2 class="unseen">{words.nav.figures}</h2>
      {all.length > 1 && kpis && (
        <Choice
          label={words.figures.currency}
          value={String(all.indexOf(kpis))}
          options={all.map(({ currency }, at) => [String(at), currency ?? words.noCurrency] as const)}
          onChoose={(at) => setChosen(Number(at))}
        />
      )}
      {kpis ? (
        <>
          <Headline kpis={kpis} />
          <Year kpis={kpis} />
          <Aging kpis={kpis} />
          <DsoMoves kpis={kpis} />
          <Receipts currency={kpis.currency} key={kpis.currency} />
          <List kpis={kpis} />
          {session.confirmed && <InTab />}
        </>
      ) : (
        <p class="empty">{words.figures.noInvoices}</p>
      )}
    </section>
  );
}

/** A figure as it is read; null when it is not available. */
export function figureText(value: number | null, unit: Unit, { days, percent, decimal, words }: Speech): string | null {
  if (value === null) return null;
  return unit === 'days' ? days(value) : unit === 'fraction' ? percent(value) : words.figures.times(decimal(value, 1));
}

function Headline({ kpis }: { readonly kpis: Kpis }) {
  const [, speech] = useRoom();
  const { indicators } = speech.view;
  const { currency, outstanding, overdue, overdueRate, dso } = kpis;
  const none = speech.words.notAvailable;
  const tiles = [
    ['outstanding', speech.money(outstanding, currency)],
    ['overdue', speech.money(overdue, currency)],
    ['overdueRate', figureText(overdueRate, 'fraction', speech) ?? none],
    ['dso', figureText(dso, 'days', speech) ?? none],
  ] as const;
  return (
    <dl class="tiles">
      {tiles.map(([id, value]) => (
        <div key={id}>
          <dt>{indicators[id].label}</dt>
          <dd class={id === 'overdue' && overdue > 0 ? 'figure late' : 'figure'}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Twelve months of receivables, the overdue part dark. */
function Year({ kpis: { history, currency } }: { readonly kpis: Kpis }) {
  const [, speech] = useRoom();
  const { figures } = speech.words;
  const { outstanding, overdue } = speech.view.indicators;
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last || history.every((month) => month.outstanding <= 0)) return null;
  // Where no invoice says its day, nothing tells since when it is owed: a year drawn over it would be false.
  if (history.every((month) => month.receivablesTurnover === null)) return <Small>{speech.view.explained.noPast}</Small>;
  const money = (amount: number) => speech.money(amount, currency);
  const points = history.map(
    (month): Point => ({
      name: speech.month(month.month),
      value: month.outstanding,
      part: Math.max(0, Math.min(month.overdue, month.outstanding)),
      cells: [speech.count(month.outstanding), speech.count(month.overdue)],
    }),
  );
  const text = figures.trendText({
    from: speech.month(first.month),
    to: speech.month(last.month),
    first: money(first.outstanding),
    last: money(last.outstanding),
  });
  return (
    <>
      <h3>{figures.trend}</h3>
      <Columns
        points={points}
        text={text}
        top={money}
        keys={[
          ['whole', outstanding.label],
          ['late', overdue.label],
        ]}
      />
      <ChartTable points={points} text={text} heads={[figures.month, outstanding.label, overdue.label]} />
    </>
  );
}

function List({ kpis }: { readonly kpis: Kpis }) {
  const [session, speech] = useRoom();
  const { figures } = speech.words;
  const { indicators } = speech.view;
  // The days that are not enough to count back are said with the figure they stand for.
  const listed = (session.view?.indicators ?? []).filter(({ id }) => id !== 'dsoCountBackMoreThan');
  const isKnown = ({ id }: { readonly id: Id }) => kpis[id] !== null || (id === 'dsoCountBack' && kpis.dsoCountBackMoreThan !== null);
  const unknown = listed.filter((indicator) => !isKnown(indicator));
  return (
    <>
      <h3>{figures.all}</h3>
      <ul class="figures">
        {listed.filter(isKnown).map(({ id, unit }) => (
          <li key={id}>
            <Indicator id={id} unit={unit} kpis={kpis} />
          </li>
        ))}
      </ul>
      {unknown.length > 0 && (
        <More summary={figures.unavailable(speech.count(unknown.length))}>
          <p>{figures.unavailableWhy}</p>
          <ul class="plain-list">
            {unknown.map(({ id }) => (
              <li key={id}>
                <strong>{indicators[id].label}</strong>
                <Small>{indicators[id].means}</Small>
              </li>
            ))}
          </ul>
        </More>
      )}
    </>
  );
}

function Indicator({ id, unit, kpis }: { readonly id: Id; readonly unit: Unit; readonly kpis: Kpis }) {
  const [, speech] = useRoom();
  const [isOpen, setOpen] = useState(false);
  const { figures } = speech.words;
  const { label, means } = speech.view.indicators[id];
  const { history, dsoCountBackMoreThan } = kpis;
  const value =
    figureText(kpis[id], unit, speech) ?? (dsoCountBackMoreThan === null ? '' : figures.moreThan(speech.days(dsoCountBackMoreThan)));
  const working = kpis.workings[id];
  const say = (month: MonthFigures) => figureText(month[id], unit, speech) ?? '–';
  const known = history.filter((month) => month[id] !== null);
  const [first, last] = [known[0], known.at(-1)];
  const went =
    first && last && first !== last
      ? figures.went({ from: speech.month(first.month), to: speech.month(last.month), first: say(first), last: say(last) })
      : null;
  const points = history.map((month): Point => ({ name: speech.month(month.month), value: month[id], cells: [say(month)] }));
  const text = `${label}${speech.words.colon}${went}`;
  return (
    <details class="indicator" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Sign name="chevron" />
        <span class="grow">{label}</span>
        {went !== null && <Spark values={points.map((point) => point.value)} text={went} />}
        <strong class="amount">{value}</strong>
      </summary>
      {isOpen && (
        <div class="more-body">
          <p>{means}</p>
          {working !== undefined && (
            <p class="working">
              {working} = {value}
            </p>
          )}
          {went !== null && (
            <>
              <Columns points={points} text={text} top={(most) => figureText(most, unit, speech) ?? ''} />
              <ChartTable points={points} text={text} heads={[figures.month, label]} />
            </>
          )}
        </div>
      )}
    </details>
  );
}

/** The figures as formulas in the workbook, where they follow by themselves. */
function InTab() {
  const [session, speech] = useRoom();
  const { board } = speech.words.figures;
  return (
    <div class="setting">
      <Small>{speech.view.explained.board}</Small>
      <Button disabled={session.isBusy} onClick={() => void session.putFigures()}>
        {board.go}
      </Button>
    </div>
  );
}
