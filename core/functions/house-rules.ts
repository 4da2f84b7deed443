/** The house's own rules as its tabs keep them, for formulas that look at no invoice: without tabs, the defaults of the trade. */
import { PRESETS } from '../dunning/cadence.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { readTabs } from '../tabs/index.ts';
import type { Cadence } from '../types.ts';
import type { Snapshot } from '../workbook.ts';
import type { FormulaContext } from './function.ts';

export interface House {
  readonly settings: Settings;
  readonly cadences: ReadonlyMap<string, Cadence>;
}

/** One call asks once per row: the tabs of a snapshot are read once. */
const known = new WeakMap<Snapshot, House>();
const USUAL: House = { settings: DEFAULT_SETTINGS, cadences: PRESETS };

/** The settings and cadences in force. */
export function houseOf({ workbook, today }: FormulaContext): House {
  if (workbook === null) return USUAL;
  let house = known.get(workbook);
  if (house === undefined) {
    house = readTabs(workbook, { asOf: today, language: null });
    known.set(workbook, house);
  }
  return house;
}
