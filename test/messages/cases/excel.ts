// What Excel and Outlook can put in the way of a command, by the refusal of the real client over a workbook of ours.
import type { LanguageCode, Snapshot } from '../../../core/index.ts';
import { excelDesk } from '../../../office-addin/desk.ts';
import { MailDesk } from '../../../office-addin/mail/mail-desk.ts';
import { MAIL_WORDS, type NotOutlook } from '../../../office-addin/mail/mail-words.ts';
import { TROUBLE_WORDS } from '../../../office-addin/trouble-words.ts';
import { AS_OF, bound, cellsOf, invoices, sent, settled } from '../../hosts/excel/desk-stories.ts';
import { type ExcelApp, openExcel } from '../../hosts/excel/index.ts';
import { type MailDouble, mailOf } from '../../hosts/excel/mail.ts';
import type { Family, InEach, MessageCase, Said } from '../message-case.ts';

const SHEET = 'Factures';
const JOURNAL = 'Journal des relances';

function opened(language: LanguageCode, snapshot: Snapshot = bound(invoices(4)), mail: MailDouble = mailOf()) {
  const app = openExcel(snapshot);
  const remarks: Error[] = [];
  const desk = excelDesk({
    run: (batch) => app.excel.run(batch),
    formulas: { recalculateNext: () => {}, recalculate: async () => {} },
    mail: mail.place,
    clientId: 'client',
    readerLanguage: language,
    today: () => AS_OF,
    remark: (error) => void remarks.push(error),
  });
  return { app, desk, remarks };
}

/** What the panel is told: the sentence, and the advice beside it. */
const words = (error: unknown): Pick<Said, 'message' | 'advice'> => {
  const { message, advice } = error as { message: string; advice?: string };
  return { message, advice: advice ?? '' };
};

/** What a command comes to over a workbook in which something is wrong. */
async function stopped(
  language: LanguageCode,
  kind: 'refresh' | 'prepare',
  wrong: (app: ExcelApp) => void,
  snapshot?: Snapshot,
): Promise<Said> {
  const { app, desk } = opened(language, snapshot);
  await desk.ready;
  wrong(app);
  const spoken = TROUBLE_WORDS[language] as Record<string, (about: string) => { message: string; advice: string }>;
  const before = { ...spoken };
  const seen = new Set<string>();
  for (const [key, say] of Object.entries(before))
    spoken[key] = (about) => {
      seen.add(key);
      return say(about);
    };
  try {
    const done = await sent(desk, kind).then(
      () => null,
      (error: unknown) => error,
    );
    return { ids: [...seen], at: '', ...(done === null ? { message: '', advice: '' } : words(done)) };
  } finally {
    Object.assign(spoken, before);
  }
}

function refused(
  id: string,
  at: string,
  when: InEach,
  kind: 'refresh' | 'prepare',
  wrong: (app: ExcelApp) => void,
  snapshot?: () => Snapshot,
): MessageCase {
  return {
    id,
    when,
    at,
    said: async (language) => {
      const said = await stopped(language, kind, wrong, snapshot?.());
      return { ...said, at: said.message.includes(at) ? at : said.message };
    },
  };
}

/** Too many rows, and too long ones, to be read in one exchange. */
function large(): Snapshot {
  const [header = [], ...rows] = invoices(1_500);
  return bound([[...header, 'Notes'], ...rows.map((row) => [...row, 'n'.repeat(3_000)])]);
}

/** Our announcement and a colleague's of the same reminders, at every moment at which theirs can come between ours: the first that stops us. */
async function forestalled(language: LanguageCode): Promise<Said> {
  const paul = opened(language, bound(invoices(4)));
  await sent(paul.desk, 'prepare');
  const [header = [], ...rows] = cellsOf(paul.app.book, JOURNAL);
  const theirs = rows.map((row) => row.map((cell, column) => (column === BY ? 'paul' : cell)));
  const { sheets, ...rest } = bound(invoices(4));
  for (let position = 1; position <= 8; position++) {
    const announced = (book: ExcelApp['book']) => {
      const journal = book.sheet(JOURNAL);
      const below = journal.used(true)?.rows ?? 0;
      for (const [row, line] of theirs.entries())
        for (const [column, cell] of line.entries()) if (cell !== null) journal.put(below + row, column, cell as string);
    };
    const snapshot = { ...rest, sheets: [...sheets, { name: JOURNAL, cells: [header] }] };
    const said = await stopped(language, 'prepare', (app) => app.beforeSync(position, announced), snapshot);
    if (said.ids.length > 0) return said;
  }
  throw new Error('never forestalled');
}
const BY = 11;

const failing = (code: string) => (app: ExcelApp) => app.failSync(2, 'before', code);

export const EXCEL: Family = {
  title: ['In Excel', 'Dans Excel'],
  intro: ['Said in the panel, where one clicked.', 'Dit dans le panneau, là où l’on a cliqué.'],
  ids: (language) => Object.keys(TROUBLE_WORDS[language]),
  cases: [
    refused('protected-sheet', SHEET, ['the invoice sheet is protected', 'la feuille des factures est protégée'], 'refresh', (app) => {
      app.book.sheet(SHEET).protected = true;
    }),
    refused('protected-workbook', '', ['Excel denies a change', 'Excel refuse une modification'], 'refresh', failing('AccessDenied')),
    refused(
      'editing-cell',
      '',
      ['a cell is being typed in', 'une cellule est en cours de saisie'],
      'refresh',
      failing('InvalidOperationInCellEditMode'),
    ),
    refused(
      'rows-move',
      '',
      [
        'colleagues insert rows in a large workbook all the while it is read',
        'des collègues insèrent des lignes dans un grand classeur pendant toute la lecture',
      ],
      'refresh',
      (app) => {
        for (let position = 1; position < 40; position++) app.beforeSync(position, (book) => book.sheet(SHEET).insertRow(500));
      },
      large,
    ),
    {
      id: 'forestalled',
      when: ['a colleague prepares the same reminders from another Excel', 'un collègue prépare les mêmes relances depuis un autre Excel'],
      at: '',
      said: forestalled,
    },
    refused(
      'too-big',
      '',
      ['more is to be written than Excel takes', 'il y a plus à écrire qu’Excel n’accepte'],
      'refresh',
      failing('RequestPayloadSizeLimitExceeded'),
    ),
    refused('connection', '', ['Excel does not answer', 'Excel ne répond pas'], 'refresh', failing('GeneralException')),
    refused(
      'other',
      'ItemNotFound',
      ['Excel refuses with a code of its own', 'Excel refuse avec un code à lui'],
      'refresh',
      failing('ItemNotFound'),
    ),
  ],
};

// ── Outlook ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

type Desk = ReturnType<typeof opened>['desk'];

/** A click, and what the mailbox does with what it is asked; what the panel says of the reminder. */
function outlook(
  id: string,
  when: InEach,
  mood: (mail: MailDouble, desk: Desk) => void,
  click: 'prepare' | 'show' = 'prepare',
): MessageCase {
  return {
    id,
    when,
    at: '',
    said: async (language) => {
      const mail = mailOf();
      const { desk, remarks } = opened(language, bound(invoices(4)), mail);
      await desk.ready;
      mood(mail, desk);
      const answer = await (click === 'show' ? shown(desk, remarks) : prepared(desk, language));
      const { trouble, ...whole } = {
        trouble: MAIL_WORDS[language].trouble,
        notSignedIn: MAIL_WORDS[language].notSignedIn,
        notHere: MAIL_WORDS[language].notHere,
      };
      const ids = [
        ...Object.entries(trouble).filter(([, sentence]) => answer.message.includes(sentence)),
        ...Object.entries(whole).filter(([, { message }]) => answer.message === message),
      ].map(([kind]) => kind);
      return { ids, at: '', ...answer };
    },
  };
}

async function prepared(desk: Desk, language: LanguageCode): Promise<Pick<Said, 'message' | 'advice'>> {
  try {
    const [first] = (await sent(desk, 'prepare', { options: { panel: {}, language } })).notPrepared ?? [];
    return { message: first?.message ?? '', advice: first?.advice ?? '' };
  } catch (error) {
    return words(error);
  }
}

async function shown(desk: Desk, remarks: readonly Error[]): Promise<Pick<Said, 'message' | 'advice'>> {
  desk.hooks.download('unknown');
  await settled();
  return words(remarks[0]);
}

const refusing = (status: number, more: { retryAfter?: string } = {}): MailDouble['moods'][number] => ({ kind: 'refuse', status, ...more });

export const OUTLOOK: Family = {
  title: ['Drafts in Outlook', 'Brouillons dans Outlook'],
  intro: [
    'Said beside Excel’s own words. What is surely not laid down is prepared by the next click; nothing is laid down twice.',
    'Dit à côté des mots d’Excel. Ce qui n’est sûrement pas déposé l’est au clic suivant\u00a0; rien n’est déposé deux fois.',
  ],
  ids: (language) => [...Object.keys(MAIL_WORDS[language].trouble), 'notSignedIn', 'notHere'],
  cases: [
    outlook('sign-in', ['the sign-in has expired and is not renewed', 'la connexion a expiré et n’est pas renouvelée'], ({ moods }) =>
      moods.push(refusing(401), refusing(401)),
    ),
    outlook('forbidden', ['the administrator has not allowed drafts', 'l’administrateur n’a pas autorisé les brouillons'], ({ moods }) =>
      moods.push(refusing(403)),
    ),
    outlook('cancelled', ['stopped while Outlook takes the draft', 'arrêté pendant qu’Outlook prend le brouillon'], (mail, desk) => {
      const fetch = async () => {
        desk.cancel();
        throw new Error('aborted');
      };
      Object.assign(mail.place, { fetch });
    }),
    outlook('notSignedIn', ['the window to sign in was closed', 'la fenêtre de connexion a été fermée'], (mail) => {
      mail.signsIn = false;
    }),
    outlook('notHere', ['the draft was made on another computer', 'le brouillon a été fait sur un autre ordinateur'], () => {}, 'show'),
  ],
};

function way(id: NotOutlook, when: InEach, clientId: string | null, canSignIn: boolean): MessageCase {
  return {
    id,
    when,
    at: '',
    said: (language) => {
      const mail = mailOf();
      mail.canSignIn = canSignIn;
      const { why, advice } = new MailDesk(
        mail.place,
        () => clientId,
        () => language,
      ).status();
      const ids = Object.entries(MAIL_WORDS[language].why).filter(([, sentence]) => sentence === why);
      return { ids: ids.map(([kind]) => kind), at: '', message: why, advice: advice ?? '' };
    },
  };
}

export const MAIL_WAYS: Family = {
  title: ['Why drafts are not laid in Outlook', 'Pourquoi les brouillons ne vont pas dans Outlook'],
  intro: [
    'Said in the settings of the pane; reminders go another way meanwhile.',
    'Dit dans les réglages du volet\u00a0; les relances passent entre-temps par une autre voie.',
  ],
  ids: (language) => Object.keys(MAIL_WORDS[language].advice),
  cases: [
    way('no-client-id', ['no application id is given', 'aucun identifiant d’application n’est indiqué'], null, true),
    way('no-nested-sign-in', ['an Excel that cannot sign in', 'un Excel qui ne sait pas se connecter'], 'client', false),
  ],
};
