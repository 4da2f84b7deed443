/** All that one run of the bench finds. A part that was not measured is null, with the reason said where it would stand. */
import { cpus, totalmem } from 'node:os';
import type { Bundle } from './bundles.ts';
import type { FormulaMeasures } from './formula.ts';
import type { HostCost } from './host-costs.ts';
import type { WarmTimes } from './measure.ts';
import type { Database, SqlTimes } from './measure-sql.ts';
import type { OfficeTimes } from './office.ts';
import type { RowKind } from './rows.ts';

export interface KindMeasures {
  readonly kind: RowKind;
  readonly warm: readonly WarmTimes[];
  readonly cold: { readonly product: number; readonly floor: number; readonly ratio: number; readonly processes: number };
  readonly memory: { readonly kept: number; readonly answer: number };
}

export interface SqlMeasures {
  readonly warm: readonly { readonly kind: RowKind; readonly times: SqlTimes }[];
  /** Milliseconds of a first call in a fresh process on 10,000 rows, and bytes a row a process grew by on 100,000. */
  readonly cold: Readonly<Record<Database | 'product', number>>;
  readonly memory: Readonly<Record<Database | 'product', number>>;
}

export interface Results {
  readonly made: Made;
  readonly limit: readonly KindMeasures[];
  readonly sql: SqlMeasures | null;
  readonly office: readonly OfficeTimes[] | null;
  readonly hosts: readonly HostCost[];
  readonly bundles: readonly Bundle[];
  readonly formula: FormulaMeasures | null;
}

/** When, where and with what. */
export interface Made {
  readonly on: string;
  readonly isQuick: boolean;
  readonly machine: string;
  /** By name; a contender that is not here has none. */
  readonly versions: Readonly<Record<string, string | null>>;
}

export const machineClass = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`;
