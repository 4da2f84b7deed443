// What Google can put in the way of a click, by the built script over an account of ours.

import type { Answer, Ask } from '../../../appsscript/server/wire.ts';
import { WORDS, type Words } from '../../../appsscript/server/words.ts';
import type { Command, LanguageCode } from '../../../core/index.ts';
import { builtScript, Clicks, SHEET } from '../../hosts/sheets/built-script.ts';
import { Account, bookOf, type RunOptions } from '../../hosts/sheets/index.ts';
import type { Family, InEach, MessageCase } from '../message-case.ts';

const script = builtScript();
const DAY = '2026-03-16';
const REFRESH: Ask = { kind: 'command', command: { kind: 'refresh', at: '' } as Command, asOf: DAY };
const PREPARE: Ask = { kind: 'command', command: { kind: 'prepare', at: '' } as Command, asOf: DAY };

/** Every sentence the script itself has for what goes wrong. */
const IDS = [
  'busy',
  'not-authorised',
  'quota',
  'time',
  'protected',
  'failed',
  'notUnderstood',
  'noCell',
  'columnsLater',
  'draftsLater',
] as const;
type Id = (typeof IDS)[number];
/** What is no trouble. */
const OTHERS = ['menu', 'trouble', 'refreshed', 'digest'] as const;

const saying = ({ trouble, ...words }: Words, id: Id, about: string): readonly [string, string] => {
  const said = id in trouble ? trouble[id as keyof typeof trouble] : words[id as keyof typeof words];
  return (typeof said === 'function' ? (said as (about: string) => unknown)(about) : said) as readonly [string, string];
};

/** What the click is answered, or what is said beside its answer. */
function clicked(id: Id, about: string, when: InEach, click: (clicks: Clicks) => Answer): MessageCase {
  return {
    id,
    when,
    at: about,
    said: (language) => {
      const clicks = new Clicks(script(), bookOf(SHEET), { account: new Account(language === 'fr' ? 'fr' : 'en_GB') });
      const answer = click(clicks);
      const { message, advice } = answer.ok ? (answer.remark ?? { message: '', advice: '' }) : answer;
      const ids = IDS.filter(
        (each) => saying(WORDS[language], each, about)[0] === message && saying(WORDS[language], each, about)[1] === advice,
      );
      return { ids, at: about, message, advice };
    },
  };
}
const failing = (said: string): RunOptions => ({
  meanwhile: (_, name) => {
    if (name === 'Sheet.getDataRange') throw new Error(said);
  },
});
const FELL_OVER = 'Service Spreadsheets failed while accessing document with id w.';

export const GOOGLE: Family = {
  title: ['In Google Sheets', 'Dans Google Sheets'],
  intro: [
    'Said in the sidebar, where one clicked, and by the morning’s refresh.',
    'Dit dans le panneau latéral, là où l’on a cliqué, et par l’actualisation du matin.',
  ],
  ids: (language: LanguageCode) => [
    ...Object.keys(WORDS[language].trouble),
    ...Object.keys(WORDS[language]).filter((key) => !(OTHERS as readonly string[]).includes(key)),
  ],
  cases: [
    clicked('busy', '', ['another refresh is running', 'une autre actualisation est en cours'], (clicks) => {
      clicks.book.lockedByAnother = true;
      return clicks.ask(REFRESH);
    }),
    clicked(
      'not-authorised',
      '',
      ['the rights were not granted, or taken back', 'les droits n’ont pas été accordés, ou ont été retirés'],
      (clicks) =>
        clicks.ask(
          REFRESH,
          failing('You do not have permission to call SpreadsheetApp.getActive. Required permissions: spreadsheets.currentonly'),
        ),
    ),
    clicked('quota', '', ['Google takes no more of this account today', 'Google n’accepte plus rien de ce compte aujourd’hui'], (clicks) =>
      clicks.ask(
        REFRESH,
        failing('Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.'),
      ),
    ),
    clicked('time', '', ['the sheet is too large for one click', 'la feuille est trop grande pour un clic'], (clicks) =>
      clicks.ask(REFRESH, { minutesALook: 5 }),
    ),
    clicked(
      'protected',
      'Factures!H2:H4',
      ['a column of ours lies in a protected range', 'une de nos colonnes est dans une plage protégée'],
      (clicks) => {
        clicks.ask(REFRESH);
        clicks.book.sheet('Factures').protections.push({ row: 2, column: 8, lastRow: 4, lastColumn: 8 });
        return clicks.ask({ ...REFRESH, asOf: '2026-04-25' });
      },
    ),
    clicked('failed', FELL_OVER, ['Google’s service fell over', 'le service de Google est tombé'], (clicks) =>
      clicks.ask(REFRESH, failing(FELL_OVER)),
    ),
    clicked('notUnderstood', '', ['a panel left open over a newer script', 'un panneau resté ouvert sur un script plus récent'], (clicks) =>
      clicks.raw('{"kind":"erase"}'),
    ),
    clicked(
      'noCell',
      'Anciennes',
      ['a problem is clicked whose sheet was deleted', 'clic sur une anomalie dont la feuille a été supprimée'],
      (clicks) => clicks.ask({ kind: 'select', sheet: 'Anciennes', row: 1, column: 'A' }),
    ),
    clicked(
      'columnsLater',
      '',
      ['time ran out after the reminders, before the columns', 'le temps s’est écoulé après les relances, avant les colonnes'],
      (clicks) => clicks.ask(PREPARE, { minutesALook: 2 }),
    ),
    clicked('draftsLater', '', ['time ran out among the reminders', 'le temps s’est écoulé au milieu des relances'], (clicks) =>
      clicks.ask(PREPARE, { minutesALook: 3 }),
    ),
  ],
};
