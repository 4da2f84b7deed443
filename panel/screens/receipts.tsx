/** What should come in, week by week, how far it can be trusted, and what nobody can date. */
import { ChartTable, Columns, type Point } from '../chart.tsx';
import { CustomerLink, More, Small, useRoom } from '../parts.tsx';

export function Receipts({ currency }: { readonly currency: string | null }) {
  const [session, speech] = useRoom();
  const words = speech.words.figures.receipts;
  const report = session.view?.report;
  const detail = report?.forecastDetail.find((one) => one.currency === currency);
  const weeks = report?.forecast.filter((week) => week.currency === currency) ?? [];
  if (!detail) return null;
  const money = (amount: number) => speech.money(amount, currency);
  const hasPlanned = weeks.some(({ planned }) => planned !== undefined);
  const points = weeks.map(
    ({ week, expected, low, high, planned }): Point => ({
      name: speech.day(week),
      value: expected,
      low,
      high,
      ...(hasPlanned ? { beside: planned ?? 0 } : {}),
      cells: [speech.count(expected), `${speech.count(low)} – ${speech.count(high)}`, ...(hasPlanned ? [speech.count(planned ?? 0)] : [])],
    }),
  );
  const total = weeks.reduce((sum, { expected }) => sum + expected, 0);
  const text = words.text(weeks.length, money(total));
  const names = [words.expected, words.range, ...(hasPlanned ? [words.planned] : [])];
  const left = detail.excludedCount - detail.excluded.length;
  const reasons = detail.excludedWhy.map(({ message, open }) => (detail.excludedWhy.length > 1 ? `${message} (${money(open)})` : message));
  const notCounted = detail.excludedTotal > 0 && <p>{words.notCounted(money(detail.excludedTotal), reasons.join(', '))}</p>;
  return (
    <>
      <h3>{words.title}</h3>
      {detail.forecastable > 0 ? (
        <>
          <p>{text}</p>
          {notCounted}
          <Columns points={points} text={text} top={money} keys={names.map((name, at) => [['whole', 'range', 'beside'][at] ?? '', name])} />
          <ChartTable points={points} text={text} heads={[words.week, ...names]} summary={words.table} />
          <Small>
            {words.rangeHelp} {detail.error === null ? words.untried : words.error(speech.words.percent(speech.count(detail.error * 100)))}
          </Small>
          {detail.later > 0 && <Small>{words.later(money(detail.later))}</Small>}
        </>
      ) : (
        <>
          <p class="empty">{words.none}</p>
          {notCounted}
        </>
      )}
      {detail.excludedCount > 0 && (
        <More summary={words.left(detail.excludedCount, money(detail.excludedTotal))}>
          <ul class="plain-list">
            {detail.excluded.map(({ customer, number, open, message }) => (
              <li key={`${customer} ${number}`}>
                <p class="row-between">
                  <CustomerLink id={`left-${customer}-${number}`} customer={customer} />
                  <span class="amount">{money(open)}</span>
                </p>
                <p class="muted breakable">
                  {number}
                  {speech.words.colon}
                  {message}
                </p>
              </li>
            ))}
          </ul>
          {left > 0 && <Small>{speech.words.result.more(left)}</Small>}
        </More>
      )}
    </>
  );
}
