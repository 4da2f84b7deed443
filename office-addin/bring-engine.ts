/** Brings the engine, once, for the first who needs it: the pane, a ribbon button, or a cell while the pane is closed. */
type Engine = typeof import('./engine.ts');

let coming: Promise<Engine> | null = null;

/** Rejects when its scripts cannot be had; the next who asks tries anew. */
export function bringEngine(): Promise<Engine> {
  coming ??= import('./engine.ts').catch((error: unknown) => {
    coming = null;
    throw error;
  });
  return coming;
}
