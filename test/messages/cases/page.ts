// What the page in a browser says of files and of what it could not keep. The same in a real browser: test/page/faults.test.ts.
import type { LanguageCode } from '../../../core/index.ts';
import { type Source, SourceTrouble, served } from '../../../local/page/sources.ts';
import { type StorageTroubleKind, storageTrouble } from '../../../local/page/storage/trouble.ts';
import { WORDS } from '../../../local/page/words.ts';
import type { Family, InEach, MessageCase } from '../message-case.ts';

const NAME = 'invoices.xlsx';

/** A file served beside the page, while the server answers so. */
async function answered<T>(answer: () => Promise<Response>, ask: (source: Source) => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = answer;
  try {
    return await ask(served(`file/${NAME}`, NAME, null));
  } finally {
    globalThis.fetch = real;
  }
}

function source(id: keyof (typeof WORDS)['en']['source'], when: InEach, answer: () => Promise<Response>): MessageCase {
  return {
    id,
    when,
    at: NAME,
    said: async (language) => {
      const trouble = await answered(answer, (file) =>
        file.bytes().then(
          () => null,
          (error: unknown) => error,
        ),
      );
      if (!(trouble instanceof SourceTrouble)) throw trouble ?? new Error('read');
      return { ids: [trouble.kind], at: trouble.file, message: WORDS[language].source[trouble.kind](trouble.file), advice: '' };
    },
  };
}

export const SOURCES: Family = {
  title: ['The page: files', 'La page\u00a0: les fichiers'],
  intro: ['Said at the foot of the page; what is on the screen stays.', 'Dit au bas de la page\u00a0; ce qui est à l’écran reste.'],
  ids: (language) => Object.keys(WORDS[language].source),
  cases: [
    source(
      'gone',
      ['the file was moved after `npm start`', 'le fichier a été déplacé après `npm start`'],
      async () => new Response(null, { status: 404 }),
    ),
    source(
      'locked',
      ['another program holds the file', 'un autre programme tient le fichier'],
      async () => new Response(null, { status: 423 }),
    ),
    source('unreachable', ['`npm start` was ended', '`npm start` a été arrêté'], () => Promise.reject(new TypeError('Failed to fetch'))),
  ],
};

function since(id: 'changed' | 'gone', when: InEach, later: () => Response): MessageCase {
  return {
    id,
    when,
    at: NAME,
    said: async (language) => {
      const answers = [new Response('x', { headers: { etag: '1' } }), later()];
      const fate = await answered(
        async () => answers.shift() as Response,
        async (file) => {
          await file.bytes();
          return file.fate();
        },
      );
      if (fate === 'same') throw new Error('the same file');
      return { ids: [fate], at: NAME, message: WORDS[language].since[fate](NAME), advice: '' };
    },
  };
}

export const SINCE: Family = {
  title: ['The page: a file that changed since it was opened', 'La page\u00a0: un fichier qui a changé depuis son ouverture'],
  intro: ['Said when a copy is saved.', 'Dit à l’enregistrement d’une copie.'],
  ids: (language) => Object.keys(WORDS[language].since),
  cases: [
    since(
      'changed',
      ['the file was saved by another program', 'le fichier a été enregistré par un autre programme'],
      () => new Response(null, { headers: { etag: '2' } }),
    ),
    since('gone', ['the file was deleted or renamed', 'le fichier a été supprimé ou renommé'], () => new Response(null, { status: 404 })),
  ],
};

function storage(id: StorageTroubleKind, when: InEach, thrown: unknown, isFolder = false): MessageCase {
  return {
    id,
    when,
    at: '',
    said: (language: LanguageCode) => {
      const { kind } = storageTrouble(thrown, isFolder);
      return { ids: [kind], at: '', ...WORDS[language].storage[kind] };
    },
  };
}

export const STORAGE: Family = {
  title: ['The page: what could not be kept', 'La page\u00a0: ce qui n’a pu être conservé'],
  intro: [
    'Said at the click. A reminder that cannot be kept is not prepared.',
    'Dit au clic. Une relance qui ne peut être conservée n’est pas préparée.',
  ],
  ids: (language) => Object.keys(WORDS[language].storage),
  cases: [
    storage(
      'refused',
      ['the browser keeps nothing for this page', 'le navigateur ne conserve rien pour cette page'],
      new DOMException('', 'SecurityError'),
    ),
    storage('full', ['the disk is full', 'le disque est plein'], new DOMException('', 'QuotaExceededError')),
    storage(
      'folder-refused',
      ['the chosen folder may not be written', 'le dossier choisi ne peut être écrit'],
      new DOMException('', 'NotAllowedError'),
      true,
    ),
    storage(
      'folder-full',
      ['the disk of the chosen folder is full', 'le disque du dossier choisi est plein'],
      new DOMException('', 'QuotaExceededError'),
      true,
    ),
    storage(
      'failed',
      ['another window of the page holds what is kept', 'une autre fenêtre de la page tient ce qui est conservé'],
      new DOMException('', 'AbortError'),
    ),
  ],
};
