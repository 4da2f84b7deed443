/**
 * A disk that fails at a chosen step, or a process that dies there: every call that changes a file is counted, and the nth one goes wrong. Dying is
 * for good: nothing the process still tries (cleaning up included) reaches the disk.
 */
import fs from 'node:fs';

/** Calls that change files; opening for reading does not count. */
const STEPS = ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'linkSync', 'unlinkSync', 'writeFileSync', 'mkdirSync'] as const;
const OTHERS = ['closeSync', 'readFileSync', 'readdirSync', 'statSync', 'existsSync', 'fstatSync', 'realpathSync'] as const;

/** `die-before`, `die-after`: killed around the call; `die-within`: a write that got half-way. `fail`: the call alone fails, with that code. */
export type Fault = { readonly how: 'die-before' | 'die-after' | 'die-within' } | { readonly how: 'fail'; readonly code: string };

type Call = (...args: unknown[]) => unknown;

export class Died extends Error {}

/** Runs `work` with the fault at its `at`-th step (0: none); answers how many steps there were, which of them wrote, and what came of it. */
export function withFault<T>(
  at: number,
  fault: Fault,
  work: () => T,
): { readonly steps: number; readonly writes: readonly number[]; readonly result: T | null } {
  const real = new Map<string, Call>();
  const disk = fs as unknown as Record<string, Call>;
  let steps = 0;
  let dead = false;
  const writes: number[] = [];
  const die = () => {
    dead = true;
    throw new Died(`died at step ${steps}`);
  };
  const wrap = (name: string, isStep: boolean) => {
    const call = disk[name] as Call;
    real.set(name, call);
    disk[name] = (...args) => {
      if (dead) throw new Died('already dead');
      const isReading = name === 'openSync' && typeof args[1] !== 'string' ? true : name === 'openSync' && args[1] === 'r';
      if (!isStep || isReading) return call(...args);
      steps++;
      if (name === 'writeSync' || name === 'writeFileSync') writes.push(steps);
      if (steps !== at) return call(...args);
      if (fault.how === 'fail') throw Object.assign(new Error(`${fault.code}: at step ${steps}`), { code: fault.code });
      if (fault.how === 'die-before') return die();
      if (fault.how === 'die-within' && name === 'writeSync') {
        const bytes = args[1] as Uint8Array;
        call(args[0], bytes.subarray(0, bytes.length >> 1));
        return die();
      }
      if (fault.how === 'die-within' && name === 'writeFileSync') {
        call(args[0], (args[1] as string).slice(0, 3), args[2]);
        return die();
      }
      call(...args);
      return die();
    };
  };
  for (const name of STEPS) wrap(name, true);
  for (const name of OTHERS) wrap(name, false);
  try {
    const result = work();
    return { result, steps, writes };
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    return { result: null, steps, writes };
  } finally {
    for (const [name, call] of real) disk[name] = call;
  }
}
