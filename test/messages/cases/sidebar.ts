// Why the script behind the sidebar in Google Sheets gave no answer. The same in a real browser: test/sidebar/sidebar.test.ts.
import { askScript, type Unreached } from '../../../appsscript/sidebar/script.ts';
import { WORDS } from '../../../appsscript/sidebar/words.ts';
import type { Family, InEach, MessageCase } from '../message-case.ts';

/** Words that are no answer to a click. */
const OTHERS: readonly string[] = ['close', 'noLink', 'tooLong'];

/** What Google does with the question: hands back this answer, or fails with this sentence; null where there is no connection to ask by. */
type Google = { readonly answers: string | null } | { readonly says: string } | null;

function asked(id: Unreached['unreached'], when: InEach, google: Google): MessageCase {
  return {
    id,
    when,
    at: '',
    said: async (language) => {
      const world = { google: { script: { run: runner(google) } }, navigator: { onLine: google !== null } };
      const before = Object.keys(world).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
      for (const [name, value] of Object.entries(world)) Object.defineProperty(globalThis, name, { value, configurable: true });
      try {
        const answer = await askScript({ kind: 'about' });
        if (!('unreached' in answer)) throw new Error('reached');
        const [message, advice] = WORDS[language][answer.unreached](answer.detail);
        return { ids: [answer.unreached], at: '', message, advice };
      } finally {
        for (const [name, descriptor] of before)
          if (descriptor) Object.defineProperty(globalThis, name, descriptor);
          else Reflect.deleteProperty(globalThis, name);
      }
    },
  };
}

function runner(google: Google) {
  let [well, badly]: [(answer: string | null) => void, (error: Error) => void] = [() => {}, () => {}];
  const run = {
    withSuccessHandler: (handler: typeof well) => {
      well = handler;
      return run;
    },
    withFailureHandler: (handler: typeof badly) => {
      badly = handler;
      return run;
    },
    relance: () => (google !== null && 'says' in google ? badly(new Error(google.says)) : well(google?.answers ?? null)),
  };
  return run;
}

export const SIDEBAR: Family = {
  title: ['When Google does not answer', 'Quand Google ne répond pas'],
  intro: ['Said in the sidebar, with a button to try again.', 'Dit dans le panneau latéral, avec un bouton pour réessayer.'],
  ids: (language) => Object.keys(WORDS[language]).filter((key) => !OTHERS.includes(key)),
  cases: [
    asked('offline', ['no internet connection', 'pas de connexion à Internet'], null),
    asked('cut', ['the connection broke on the way', 'la connexion s’est coupée en route'], {
      says: 'NetworkError: Connection failure due to HTTP 0',
    }),
    asked('refused', ['several Google accounts in one browser', 'plusieurs comptes Google dans un navigateur'], {
      says: 'You do not have permission to perform that action.',
    }),
    asked('late', ['the script was stopped after six minutes', 'le script a été arrêté après six minutes'], {
      says: 'Exceeded maximum execution time',
    }),
    asked('failed', ['anything else Google says', 'tout le reste que dit Google'], { says: 'We’re sorry, a server error occurred.' }),
  ],
};
