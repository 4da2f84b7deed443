// Every reason for which a line of one of the user's own tabs is set aside, by a tab with that line.
import { LANGUAGES } from '../../../core/index.ts';
import type { TabTrouble } from '../../../core/languages/language.ts';
import type { Cell } from '../../../core/workbook.ts';
import { journalOf, type Row } from '../../core/workbook-of.ts';
import type { Family, InEach, MessageCase } from '../message-case.ts';
import { cellAt, houseOf, told } from './small-house.ts';

type Lines = readonly (readonly Cell[])[];

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Settings: ['Key', 'Value'],
  Cadence: ['Cadence', 'Stage', 'Offset', 'Channel', 'Tone', 'Template', 'Segment', 'Minimum amount', 'Rest'],
  Templates: ['Stage', 'Language', 'Profile', 'Subject', 'Body'],
  Customers: ['Customer', 'Email', 'Cadence', 'Type', 'Regime', 'Credit limit', 'Hold until', 'Language'],
  Payments: ['Invoice', 'Paid on', 'Amount', 'Currency'],
  Plans: ['Invoice', 'Customer', 'Due on', 'Amount'],
};

/** A tab of these lines; the trouble is of the last, in `column`. */
function of(
  tab: string,
  id: TabTrouble,
  column: string,
  when: InEach,
  lines: Lines,
  rows: readonly Row[] = [{}],
  headers = HEADERS[tab] as Lines[number],
): MessageCase {
  const tabs = tab === 'Reminder journal' ? { [tab]: [journalOf([])[tab]?.[0] as Cell[], ...lines] } : { [tab]: [headers, ...lines] };
  return {
    id,
    when,
    at: `${tab} ${column}${id === 'missing-headers' ? '' : lines.length + 1}`.trim(),
    said: (language) => {
      const problems =
        told(houseOf(rows, { tabs }), { kind: 'open' }, language).report?.problems.filter(({ kind }) => kind === 'bad-tab-line') ?? [];
      const { message = '', advice = '' } = problems[0] ?? {};
      const troubles = Object.entries(LANGUAGES[language].tabTroubles);
      return {
        ids: problems.map((problem) => troubles.find(([, end]) => problem.message.endsWith(`${end}.`))?.[0] ?? problem.message),
        at: problems.map(({ sheet, row, column: letter }) => `${sheet} ${cellAt(row, letter)}`.trim()).join(', '),
        message,
        advice,
      };
    },
  };
}
const setting = (id: TabTrouble, key: string, value: Cell, when: InEach, column = 'B') => of('Settings', id, column, when, [[key, value]]);
const journalLine = (id: TabTrouble, column: string, when: InEach, changed: Readonly<Record<number, Cell>>) =>
  of('Reminder journal', id, column, when, [
    Object.assign(['1', '2025-09-15T10:00:00', 'called', 'Dupont', 'F1', 'call', '1', 'call', '', '', '', '', '', '', ''], changed),
  ]);
const template = (id: TabTrouble, when: InEach, body: string, subject = 'Invoice') =>
  of('Templates', id, id === 'table-in-subject' ? 'D' : 'E', when, [['reminder', '', '', subject, body]]);

export const TAB_LINES: Family = {
  title: ['Lines of your own tabs', 'Lignes de vos propres onglets'],
  intro: [
    'Each is a problem `bad-tab-line`: it names the tab and the cell. The line is set aside, the other lines apply.',
    'Chacune est une anomalie `bad-tab-line`\u00a0: elle nomme l’onglet et la cellule. La ligne est écartée, les autres s’appliquent.',
  ],
  ids: (language) => Object.keys(LANGUAGES[language].tabTroubles),
  cases: [
    of(
      'Settings',
      'unknown-key',
      'A',
      ['a setting Relance does not have', 'un réglage que Relance n’a pas'],
      [
        ['Company', 'Morel'],
        ['Colour', 'blue'],
      ],
    ),
    of(
      'Settings',
      'missing-key',
      'A',
      ['a value without its setting', 'une valeur sans son réglage'],
      [
        ['Company', 'Morel'],
        ['', 'blue'],
      ],
    ),
    of(
      'Settings',
      'repeated-key',
      'A',
      ['the same setting twice', 'deux fois le même réglage'],
      [
        ['Company', 'Morel'],
        ['Company', 'Martin'],
      ],
    ),
    setting('not-an-iban', 'IBAN', 'FR00 1234', ['IBAN: FR00 1234', 'IBAN\u00a0: FR00 1234']),
    setting('not-a-bic', 'BIC', 'MOREL', ['BIC: MOREL', 'BIC\u00a0: MOREL']),
    setting('not-a-link', 'Payment link', 'pay.example', ['Payment link: pay.example', 'Lien de paiement\u00a0: pay.example']),
    setting('not-yes-or-no', 'Calls', 'sometimes', ['Calls: sometimes', 'Appels\u00a0: sometimes']),
    setting('unknown-country', 'Country', 'Atlantis', ['Country: Atlantis', 'Pays\u00a0: Atlantis']),
    setting('unknown-locale', 'Locale', 'somewhere', ['Locale: somewhere', 'Format régional\u00a0: somewhere']),
    setting('unknown-date-order', 'Date order', 'backwards', ['Date order: backwards', 'Ordre des dates\u00a0: backwards']),
    setting('unknown-entry', 'Entry', 'middle', ['Entry: middle', 'Entrée\u00a0: middle']),
    setting('unknown-terms', 'End of month terms', 'whichever', ['End of month terms: whichever', 'Fin de mois\u00a0: whichever']),
    setting('not-a-number', 'Tolerance', 'a little', ['Tolerance: a little', 'Tolérance\u00a0: a little']),
    setting('ambiguous-number', 'Tolerance', '1.234', ['Tolerance: 1.234', 'Tolérance\u00a0: 1.234']),
    setting('not-a-whole-number', 'Rest', 'a week', ['Rest: a week', 'Repos\u00a0: a week']),
    setting('rate-out-of-reach', 'Rate 1980-S1', 0.1, ['a legal rate for 1980', 'un taux légal pour 1980'], 'A'),
    setting('out-of-range', 'Notice days', 900, ['Notice days: 900', 'Délai de mise en demeure\u00a0: 900']),
    of('Customers', 'not-a-date', 'G', ['Hold until: later', 'Pause jusqu’au\u00a0: later'], [['Dupont', '', '', '', '', '', 'later']]),
    of(
      'Customers',
      'impossible-date',
      'G',
      ['Hold until: 31/02/2026', 'Pause jusqu’au\u00a0: 31/02/2026'],
      [['Dupont', '', '', '', '', '', '31/02/2026']],
    ),
    of(
      'Customers',
      'ambiguous-date',
      'G',
      ['Hold until: 03/04/2026', 'Pause jusqu’au\u00a0: 03/04/2026'],
      [['Dupont', '', '', '', '', '', '03/04/2026']],
    ),
    of(
      'Plans',
      'other-currency',
      '',
      ['an instalment in dollars of an invoice in euros', 'une mensualité en dollars d’une facture en euros'],
      [['F1', 'Dupont', '2025-10-01', 'USD 100']],
    ),
    setting('unknown-currency', 'Currency', 'shells', ['Currency: shells', 'Devise\u00a0: shells']),
    setting('unknown-cadence', 'Cadence', 'ferocious', ['Cadence: ferocious', 'Scénario\u00a0: ferocious']),
    of('Cadence', 'unknown-channel', 'D', ['a step by pigeon', 'une étape par pigeon'], [['mine', 'reminder', 5, 'pigeon']]),
    of(
      'Cadence',
      'unknown-tone',
      'E',
      ['a step in a furious tone', 'une étape sur un ton furious'],
      [['mine', 'reminder', 5, 'email', 'furious']],
    ),
    journalLine('unknown-event', 'C', ['an event “thought about it”', 'un événement «\u00a0thought about it\u00a0»'], {
      2: 'thought about it',
    }),
    of('Customers', 'unknown-type', 'D', ['Type: friend', 'Type\u00a0: friend'], [['Dupont', '', '', 'friend']]),
    setting('unknown-regime', 'Regime', 'ancien', ['Regime: ancien', 'Régime\u00a0: ancien']),
    setting('unknown-language', 'Language', 'Klingon', ['Language: Klingon', 'Langue\u00a0: Klingon']),
    of('Cadence', 'missing-stage', 'B', ['a step without its name', 'une étape sans nom'], [['mine', '', 5]]),
    of('Cadence', 'missing-offset', 'C', ['a step without its days', 'une étape sans délai'], [['mine', 'reminder', '']]),
    of('Customers', 'missing-customer', 'A', ['an address without its customer', 'une adresse sans client'], [['', 'pay@dupont.example']]),
    of('Payments', 'missing-invoice', 'A', ['a payment without its invoice', 'un paiement sans facture'], [['', '2025-09-01', 10]]),
    of('Payments', 'missing-amount', 'C', ['a payment without its amount', 'un paiement sans montant'], [['F1', '2025-09-01', '']]),
    journalLine('missing-event', 'C', ['a row without its event', 'une ligne sans événement'], { 2: '' }),
    of('Plans', 'missing-date', 'C', ['an instalment without its day', 'une mensualité sans date'], [['F1', 'Dupont', '', 100]]),
    journalLine('missing-id', 'A', ['a row without its id', 'une ligne sans identifiant'], { 0: '' }),
    of('Payments', 'missing-headers', '', ['a Payments tab without headers', 'un onglet Paiements sans en-têtes'], [], [{}], [
      'F1',
      '2025-09-01',
      10,
    ] as never),
    of(
      'Cadence',
      'repeated-stage',
      'B',
      ['the same step twice', 'deux fois la même étape'],
      [
        ['mine', 'reminder', 5],
        ['mine', 'reminder', 9],
      ],
    ),
    of(
      'Customers',
      'repeated-customer',
      'A',
      ['the same customer twice', 'deux fois le même client'],
      [
        ['Dupont', 'a@x.example'],
        ['Dupont', 'b@x.example'],
      ],
    ),
    of('Cadence', 'reserved-stage', 'B', ['a step called hand-over', 'une étape appelée hand-over'], [['mine', 'hand-over', 60]]),
    of('Templates', 'missing-body', 'E', ['a subject without a text', 'un objet sans texte'], [['reminder', '', '', 'Invoice', '']]),
    of(
      'Templates',
      'unknown-profile',
      'C',
      ['a text for a payer called “odd”', 'un texte pour un payeur «\u00a0odd\u00a0»'],
      [['reminder', '', 'odd', '', 'Please pay.']],
    ),
    of(
      'Templates',
      'repeated-template',
      'A',
      ['two texts for the same step', 'deux textes pour la même étape'],
      [
        ['reminder', '', '', '', 'Please pay.'],
        ['reminder', '', '', '', 'Please do pay.'],
      ],
    ),
    template('unknown-placeholder', ['{{Invioce}} in a text', '{{Invioce}} dans un texte'], 'About {{Invioce}}.'),
    template('unclosed-tag', ['{{Amount without its braces', '{{Amount sans ses accolades'], 'You owe {{Amount today.'),
    template('unclosed-condition', ['{{#if …}} without {{/if}}', '{{#if …}} sans {{/if}}'], '{{#if Payment link}}Pay here.'),
    template('unopened-condition', ['{{/if}} without {{#if …}}', '{{/if}} sans {{#if …}}'], 'Pay here.{{/if}}'),
    template('other-brackets', ['[Amount] in a text', '[Amount] dans un texte'], 'You owe [Amount].'),
    template('table-in-subject', ['a list of invoices in the subject', 'la liste des factures dans l’objet'], 'Please pay.', '{{Table}}'),
    of('Plans', 'unknown-invoice', '', ['an instalment of F-99', 'une mensualité de F-99'], [['F-99', 'Dupont', '2025-10-01', 100]]),
    of('Plans', 'plan-not-whole', '', ['60 by instalments, of 100', '60 en plusieurs fois, sur 100'], [['F1', 'Dupont', '2025-10-01', 60]]),
    of(
      'Customers',
      'cell-error',
      'F',
      ['a credit limit that is #REF!', 'un plafond qui vaut #REF!'],
      [['Dupont', '', '', '', '', { error: '#REF!' }]],
    ),
  ],
};
