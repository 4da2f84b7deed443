/**
 * The way to the script: one question at a time, each answered once. Google starts the script anew for every call and takes a second for it; two at
 * once would only wait for each other's lock.
 */
import type { Answer, Ask } from '../server/wire.ts';

/** What Google lays under the page. */
interface Runner {
  withSuccessHandler(handler: (answer: string | null) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  relance(ask: string): void;
}
declare const google: { readonly script: { readonly run: Runner } };

/**
 * Why the script gave no answer. `offline`: it was not even asked. `cut`: the connection broke on the way. `refused`: Google did not let it run. `late`:
 * it was stopped, or is not heard of any more. `failed`: whatever else Google says in `detail`.
 */
export interface Unreached {
  readonly unreached: 'offline' | 'cut' | 'refused' | 'late' | 'failed';
  readonly detail: string;
}

/** Google stops a script after six minutes: what has not answered by then will not. */
const PATIENCE = 7 * 60_000;

let tail: Promise<unknown> = Promise.resolve();

/** Asks the script, after all that was asked before. Never rejects. */
export function askScript(ask: Ask): Promise<Answer | Unreached> {
  const turn = tail.then(() => reach(ask));
  tail = turn;
  return turn;
}

function reach(ask: Ask): Promise<Answer | Unreached> {
  return new Promise((resolve) => {
    const fail = (unreached: Unreached['unreached'], detail = '') => resolve({ unreached, detail });
    if (!navigator.onLine) return fail('offline');
    const late = setTimeout(fail, PATIENCE, 'late');
    google.script.run
      .withSuccessHandler((text) => {
        clearTimeout(late);
        if (text) resolve(JSON.parse(text));
        else fail('cut');
      })
      .withFailureHandler((error) => {
        clearTimeout(late);
        const detail = String(error?.message ?? error);
        fail(whyOf(detail), detail);
      })
      .relance(JSON.stringify(ask));
  });
}

/** Google's own errors come as sentences, some in the account's language. */
function whyOf(detail: string): Unreached['unreached'] {
  if (/permission|authori[sz]|autoris/i.test(detail)) return 'refused';
  if (!navigator.onLine || /network|HTTP 0|connection|connexion/i.test(detail)) return 'cut';
  return /execution time|(?:temps|durée) d.exécution/i.test(detail) ? 'late' : 'failed';
}
