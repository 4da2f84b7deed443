/** The measures as a table people read. Times are this machine's at this hour; the ratios are what the targets are about. */
import type { WarmTimes } from './measure.ts';
import type { RowKind } from './rows.ts';

export interface KindMeasures {
  readonly kind: RowKind;
  readonly warm: readonly WarmTimes[];
  readonly cold: { readonly product: number; readonly floor: number; readonly ratio: number; readonly processes: number };
  readonly memory: { readonly kept: number; readonly answer: number };
}

/** What issue 2 asks for. */
const WARM_RATIO: Readonly<Record<RowKind, number>> = { excel: 2, google: 2, text: 2.5 };
const COLD_RATIO = 2;
const BYTES_PER_ROW = 130;
/** A million rows may cost this much more a row than a hundred thousand: caches end, the algorithm does not change. */
const LINEAR = 1.3;

const NAMES: Readonly<Record<RowKind, string>> = {
  excel: 'as Excel gives them (day numbers, number formats)',
  google: 'as Google gives them (Dates, number formats)',
  text: 'as text (dd/mm/yyyy, 1 850,00 €)',
};

const verdict = (holds: boolean): string => (holds ? 'ok' : 'OVER');
const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
const pad = (text: string | number, width: number): string => String(text).padStart(width);

export interface Target {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly holds: boolean;
}

/** Every target with what was measured against it. */
export function targetsOf({ kind, warm, cold, memory }: KindMeasures): Target[] {
  const upTo = (name: string, value: number, limit: number): Target => ({ name, value, limit, holds: value <= limit });
  const usual = warm.filter(({ rows }) => rows <= 100_000);
  const [hundred, million] = [100_000, 1_000_000].map((rows) => warm.find((row) => row.rows === rows));
  return [
    ...usual.map(({ rows, over }) => upTo(`${kind}: warm, ${rows} rows, over the floor`, over.floor, WARM_RATIO[kind])),
    ...usual.map(({ rows, over }) => upTo(`${kind}: warm, ${rows} rows, over JSON.parse`, over.parse, 1)),
    upTo(`${kind}: cold first call, over the floor's`, cold.ratio, COLD_RATIO),
    upTo(`${kind}: bytes a row kept beside input and answer`, memory.kept - memory.answer, BYTES_PER_ROW),
    ...(hundred && million
      ? [
          upTo(
            `${kind}: a row of a million over one of a hundred thousand`,
            million.nanoseconds.product / hundred.nanoseconds.product,
            LINEAR,
          ),
        ]
      : []),
  ];
}

/** The readable page. */
export function page(measures: readonly KindMeasures[]): string {
  const lines = [
    'Relance: cells → statuses, next actions, indicators, 12-month history, customers, forecast (the floor: no customers, no forecast). Medians, nanoseconds a row, same answers.',
    '',
  ];
  for (const measured of measures) {
    const { kind, warm, cold, memory } = measured;
    lines.push(`Rows ${NAMES[kind]}`);
    lines.push(
      `${pad('rows', 10)}${pad('product', 10)}${pad('floor', 10)}${pad('cells once', 12)}${pad('JSON.parse', 12)}${pad('/ floor', 10)}${pad('/ once', 10)}${pad('/ parse', 10)}`,
    );
    for (const { rows, nanoseconds: ns, over } of warm)
      lines.push(
        `${pad(rows, 10)}${pad(ns.product.toFixed(0), 10)}${pad(ns.floor.toFixed(0), 10)}${pad(ns.touch.toFixed(0), 12)}${pad(ns.parse.toFixed(0), 12)}${pad(times(over.floor), 10)}${pad(times(over.touch), 10)}${pad(times(over.parse), 10)}`,
      );
    lines.push(
      `  first call, 10000 rows, ${cold.processes} fresh processes: ${cold.product.toFixed(1)} ms, floor ${cold.floor.toFixed(1)} ms, ${times(cold.ratio)}`,
    );
    lines.push(
      `  kept a row beside input and answer: ${(memory.kept - memory.answer).toFixed(0)} bytes (the answer: ${memory.answer.toFixed(0)})`,
      '',
    );
  }
  lines.push('Targets');
  for (const { name, value, limit, holds } of measures.flatMap(targetsOf))
    lines.push(`  ${pad(verdict(holds), 5)}  ${pad(value.toFixed(2), 7)} ≤ ${pad(limit, 4)}  ${name}`);
  return lines.join('\n');
}
