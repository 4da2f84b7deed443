/** What we set out to reach, and whether this run did. Times are one machine's at one hour; the ratios are what is promised. */
import type { KindMeasures, Results } from './results.ts';
import type { RowKind } from './rows.ts';

export interface Target {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly kind: 'at most' | 'at least';
  readonly holds: boolean;
}

const WARM_RATIO: Readonly<Record<RowKind, number>> = { excel: 2, google: 2, text: 2.5 };
const COLD_RATIO = 2;
const BYTES_PER_ROW = 130;
/** A million rows may cost this much more a row than a hundred thousand: caches end, the algorithm does not change. */
const LINEAR = 1.3;
const FASTER_THAN_SQL = 9;
const FASTER_THAN_OFFICE = { alone: 20, withCustomers: 70 } as const;
/** The sizes promises are about: below, fixed costs rule; above, the memory of the machine. */
const PROMISED: readonly number[] = [10_000, 100_000];

const atMost = (name: string, value: number, limit: number): Target => ({ name, value, limit, kind: 'at most', holds: value <= limit });
const atLeast = (name: string, value: number, limit: number): Target => ({ name, value, limit, kind: 'at least', holds: value >= limit });
const isPromised = ({ rows }: { readonly rows: number }): boolean => PROMISED.includes(rows);

/** Every target with what was measured against it; what was not measured has none. */
export function targetsOf({ limit, sql, office, formula }: Pick<Results, 'limit' | 'sql' | 'office' | 'formula'>): Target[] {
  return [
    ...limit.flatMap(ofKind),
    ...(office ?? []).flatMap(({ rows, withCustomers, over }) =>
      withCustomers
        ? rows === 10_000
          ? [atLeast(`LibreOffice with customer sums over Relance, ${rows} rows`, over, FASTER_THAN_OFFICE.withCustomers)]
          : []
        : isPromised({ rows })
          ? [atLeast(`LibreOffice over Relance, ${rows} rows`, over, FASTER_THAN_OFFICE.alone)]
          : [],
    ),
    ...(sql?.warm ?? []).flatMap(({ kind, times }) =>
      isPromised(times)
        ? [
            atLeast(`${kind}: DuckDB over Relance, ${times.rows} rows`, times.over.duckdb, FASTER_THAN_SQL),
            atLeast(`${kind}: SQLite over Relance, ${times.rows} rows`, times.over.sqlite, FASTER_THAN_SQL),
          ]
        : [],
    ),
    ...(formula ? [atMost('=DSO(A:J), first call, over script and one look', formula.ratio, formula.limit)] : []),
  ];
}

function ofKind({ kind, warm, cold, memory }: KindMeasures): Target[] {
  const usual = warm.filter(isPromised);
  const [hundred, million] = [100_000, 1_000_000].map((rows) => warm.find((row) => row.rows === rows));
  return [
    ...usual.map(({ rows, likeForLike }) =>
      atMost(`${kind}: warm, ${rows} rows, the floor’s answers over the floor`, likeForLike, WARM_RATIO[kind]),
    ),
    ...usual.map(({ rows, over }) => atMost(`${kind}: warm, ${rows} rows, over JSON.parse`, over.parse, 1)),
    atMost(`${kind}: cold first call, over the floor's`, cold.ratio, COLD_RATIO),
    atMost(`${kind}: bytes a row kept beside input and answer`, memory.kept - memory.answer, BYTES_PER_ROW),
    ...(hundred && million
      ? [
          atMost(
            `${kind}: a row of a million over one of a hundred thousand`,
            million.nanoseconds.product / hundred.nanoseconds.product,
            LINEAR,
          ),
        ]
      : []),
  ];
}
