/** Charts drawn here, without a library: a line to glance at, columns to read. Each has its words; a table beside the columns holds every figure. */
import { More, useRoom } from './parts.tsx';

const WIDTH = 276;
const HEIGHT = 80;
const SPARK = { width: 56, height: 18, edge: 2 };

/** Where a value stands between the ends of a scale that holds zero. */
function scaleOf(values: readonly number[], height: number): (value: number) => number {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  return (value) => ((top - value) / (top - bottom || 1)) * height;
}

/** How a figure went, at a glance; a gap where it was not available. */
export function Spark({ values, text }: { readonly values: readonly (number | null)[]; readonly text: string }) {
  const { width, height, edge } = SPARK;
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <span class="spark" />;
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const x = (at: number) => edge + (at / (values.length - 1)) * (width - 2 * edge);
  // A figure that does not move is a line through the middle.
  const y = (value: number) => (span === 0 ? height / 2 : height - edge - ((value - low) / span) * (height - 2 * edge));
  let pen = 'M';
  const path = values.map((value, at) => {
    const step = value === null ? '' : `${pen}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = value === null ? 'M' : 'L';
    return step;
  });
  const last = values.at(-1) ?? null;
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
      <path d={path.join('')} />
      {last !== null && <circle cx={x(values.length - 1)} cy={y(last)} r="2" />}
    </svg>
  );
}

/** One column of a chart and one line of its table. */
export interface Point {
  readonly name: string;
  readonly value: number | null;
  /** The dark foot of the column: what of it is overdue. */
  readonly part?: number;
  /** Where the value may well come to lie. */
  readonly low?: number;
  readonly high?: number;
  /** Stands beside the value as an outline. */
  readonly beside?: number;
  /** The line of the table, without the name. */
  readonly cells: readonly string[];
}

export function Columns({
  points,
  text,
  top,
  keys = [],
}: {
  readonly points: readonly Point[];
  /** What the chart shows, for who does not see it. */
  readonly text: string;
  /** How high the scale goes, as text. */
  readonly top: (value: number) => string;
  readonly keys?: readonly (readonly [mark: string, name: string])[];
}) {
  const values = points.flatMap(({ value, high, beside }) => [value ?? 0, high ?? 0, beside ?? 0]);
  const y = scaleOf(values, HEIGHT);
  const step = WIDTH / points.length;
  const hasBeside = points.some(({ beside }) => beside !== undefined);
  const wide = step - 4;
  const bar = (mark: string, left: number, width: number, value: number) => (
    <rect class={mark} x={left} y={y(Math.max(value, 0))} width={width} height={Math.abs(y(value) - y(0))} />
  );
  const most = Math.max(...values.map(Math.abs));
  return (
    <figure class="chart">
      <p class="axis muted" aria-hidden="true">
        {top(values.find((value) => Math.abs(value) === most) ?? 0)}
      </p>
      <svg viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`} role="img" aria-label={text}>
        {points.map(({ name, value, part, low, high, beside }, at) => {
          const left = at * step + 2;
          const width = hasBeside ? wide * 0.6 : wide;
          const middle = left + width / 2;
          return (
            <g key={name}>
              {value !== null && bar('whole', left, width, value)}
              {part !== undefined && bar('late', left, width, part)}
              {beside !== undefined && bar('beside', left + width + 1, wide - width - 1, beside)}
              {low !== undefined && high !== undefined && <path class="range" d={`M${middle - 3} ${y(high)}h6m-3 0V${y(low)}m-3 0h6`} />}
            </g>
          );
        })}
        <line x1="0" y1={y(0)} x2={WIDTH} y2={y(0)} />
      </svg>
      <p class="axis row-between muted" aria-hidden="true">
        <span>{points[0]?.name}</span>
        <span>{points.at(-1)?.name}</span>
      </p>
      {keys.length > 0 && (
        <figcaption>
          {keys.map(([mark, name]) => (
            <span class="key" key={mark}>
              <i class={mark} aria-hidden="true" />
              {name}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

/** The figures of a chart, line by line. */
export function ChartTable({
  points,
  text,
  heads,
  summary,
}: {
  readonly points: readonly Point[];
  readonly text: string;
  /** The name's first. */
  readonly heads: readonly string[];
  readonly summary?: string;
}) {
  const [, speech] = useRoom();
  return (
    <More summary={summary ?? speech.words.figures.trendTable}>
      <table class="months">
        <caption class="unseen">{text}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" class={at === 0 ? '' : 'number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]} class="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </More>
  );
}
