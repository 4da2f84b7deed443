/**
 * The formulas of cells while the engine is still on its way. Excel wants to know at once which function answers which formula of functions.json; the
 * first cell that asks brings the engine.
 */
import { bringEngine } from './bring-engine.ts';
import { paneWords } from './reader.ts';

/** The ids of functions.json, put here by the build: the catalogue they come from is part of the engine. */
declare const RELANCE_FORMULAS: readonly string[];

/** Tells Excel who answers. */
export function registerFormulas(): void {
  for (const name of RELANCE_FORMULAS) CustomFunctions.associate(name, ((...given: unknown[]) => answer(name, given)) as never);
}

async function answer(name: string, given: readonly unknown[]): Promise<unknown> {
  const engine = await bringEngine().catch(() => null);
  if (engine) return engine.answerCell(name, given);
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, paneWords().noFormulas);
}
