// What stands between a reminder and the customer: every block and every warning, and every way in which the house's own words cannot be said.
import { blocksOf } from '../../../core/dunning/guards.ts';
import { refuse, refusedInWords } from '../../../core/dunning/refused.ts';
import type { WorkEntry } from '../../../core/dunning/worklist.ts';
import { LANGUAGES, type LanguageCode } from '../../../core/index.ts';
import type { GapReason } from '../../../core/messages/template-fill.ts';
import { type Study, study } from '../../../core/study.ts';
import type { GuardId, WarningId } from '../../../core/types.ts';
import type { Cell } from '../../../core/workbook.ts';
import { type Around, day, journalOf, type Row } from '../../core/workbook-of.ts';
import type { Family, InEach, MessageCase, Said } from '../message-case.ts';
import { DUE, houseOf, ON, told } from './small-house.ts';

/** Somebody else's payment of this week: payments are entered. */
const PAYER: Row = { number: 'P1', customer: 'Payer', email: 'pay@payer.example', due: '2025-09-10', paidOn: '2025-09-15' };
const journal = (event: string, stage: string, at = '2025-09-15'): Around => ({
  tabs: journalOf([{ at, event, customer: 'Dupont', invoices: 'F1', stage }]),
});
const line = (more: Row): Row => ({ ...DUE, ...more });
const AT = 'Dupont';

/** What the list says of the entry it does not let through. */
function block(id: GuardId, when: InEach, rows: readonly Row[], around: Around = {}): MessageCase {
  return {
    id,
    when,
    at: AT,
    said: (language) => {
      const { worklist = [] } = told(houseOf([...rows, PAYER], around, DUE), { kind: 'open' }, language).report ?? {};
      const entry = worklist.find(({ blockedBy }) => blockedBy.length > 0);
      const [first] = entry?.blockedBy ?? [];
      return {
        ids: entry?.blockedBy.map(({ guard }) => guard) ?? [],
        at: entry?.customer ?? '',
        message: first?.message ?? '',
        advice: first?.advice ?? '',
      };
    },
  };
}

/** What is said of an entry that was on the list when it was looked at, and is not when it is to be prepared. */
function gone(id: GuardId, when: InEach, since: Row): MessageCase {
  return {
    id,
    when,
    at: AT,
    said: (language) => {
      const before = told(houseOf([{}, PAYER], {}, DUE), { kind: 'open' }, language).report?.worklist.map((entry) => entry.id) ?? [];
      const view = told(houseOf([since, PAYER], {}, DUE), { kind: 'prepare', entries: before } as never, language);
      const [first] = view.notPrepared ?? [];
      return {
        ids: view.notPrepared?.map(({ why }) => why) ?? [],
        at: first?.customer ?? '',
        message: first?.message ?? '',
        advice: first?.advice ?? '',
      };
    },
  };
}

export const GUARDS: Family = {
  title: ['What stops a reminder', 'Ce qui arrête une relance'],
  intro: [
    'Said in the list, beside the customer; the reminder is not prepared until it is settled. What was settled between looking and clicking is said after the click.',
    'Dit dans la liste, à côté du client\u00a0; la relance n’est pas préparée tant que ce n’est pas réglé. Ce qui a changé entre la lecture et le clic est dit après le clic.',
  ],
  ids: (language) => Object.keys(LANGUAGES[language].guards),
  cases: [
    block(
      'no-email',
      ['no address, neither in the sheet nor in a Customers tab', 'pas d’adresse, ni dans la feuille ni dans un onglet Clients'],
      [{ email: null }],
    ),
    block('invalid-email', ['two addresses in one cell', 'deux adresses dans une cellule'], [{ email: 'a@x.example, b@x.example' }]),
    block(
      'already-drafted',
      ['the draft of this reminder still waits in the mailbox', 'le brouillon de cette relance attend encore dans la messagerie'],
      [{}],
      journal('drafted', 'reminder'),
    ),
    gone('paid', ['the payment was typed meanwhile', 'le paiement a été saisi entre-temps'], line({ paid: 100, paidOn: '2025-09-16' })),
    gone(
      'disputed',
      ['a dispute was noted in the sheet meanwhile', 'un litige a été noté dans la feuille entre-temps'],
      line({ dispute: 'yes' }),
    ),
    block(
      'promised',
      ['the customer promised to pay by a day still to come', 'le client a promis de payer à une date à venir'],
      [{ promiseOn: '2025-09-20' }],
    ),
    block(
      'on-hold',
      ['the row is on hold until a day still to come', 'la ligne est en pause jusqu’à une date à venir'],
      [{ hold: '2025-09-20' }],
    ),
    block(
      'interval',
      [
        'the same customer was contacted two days ago about another invoice',
        'le même client a été contacté il y a deux jours pour une autre facture',
      ],
      [{ last: 'Reminder (2025-09-15)' }, {}],
    ),
    gone(
      'below-tolerance',
      ['all but a few cents was paid meanwhile', 'tout a été payé entre-temps, à quelques centimes près'],
      line({ paid: 99.99, paidOn: '2025-09-16' }),
    ),
    block(
      'covered-by-credit',
      ['a credit note that no invoice has used covers it', 'un avoir non imputé la couvre'],
      [{}, { number: 'A1', due: null, issued: '2025-09-01', amount: -100 }],
    ),
    gone(
      'held-row',
      ['the amount was made unreadable meanwhile', 'le montant est devenu illisible entre-temps'],
      line({ amount: 'see with Paul' }),
    ),
    {
      id: 'no-number',
      when: [
        'never in practice: a row without a number is held before it reaches the list; this stands behind',
        'jamais en pratique\u00a0: une ligne sans numéro est retenue avant d’arriver dans la liste\u00a0; ceci veille derrière',
      ],
      at: AT,
      said: noNumber,
    },
    block('template-broken', ['a text of your own with {{Invioce}}', 'un texte à vous avec {{Invioce}}'], [{}], {
      tabs: {
        Templates: [
          ['Stage', 'Subject', 'Body'],
          ['reminder', 'Invoice', 'About {{Invioce}}.'],
        ],
      },
    }),
    block(
      'unsent-draft',
      ['the draft of the step before was neither sent nor thrown away', 'le brouillon de l’étape d’avant n’a été ni envoyé ni jeté'],
      [{}],
      journal('drafted', 'pre-reminder'),
    ),
  ],
};

/** The guard itself, asked about an entry that holds the row all the same. */
function noNumber(language: LanguageCode): Said {
  const studied = study(houseOf([{}, { number: '' }], {}, DUE).snapshot(), day(ON), { language }) as Study;
  const [entry] = studied.work.entries;
  const hits = blocksOf({ ...(entry as WorkEntry), invoices: [1] }, studied.guards);
  const { message, advice } = refusedInWords(refuse((hits[0] as (typeof hits)[number]).guard), language);
  return { ids: hits.map(({ guard }) => guard), at: AT, message, advice };
}

const FRESH_NOTICE: Row = { due: '2025-08-08', issued: '2025-07-08', last: 'Formal reminder' };
const customers = (...cells: Cell[]): Around => ({ tabs: { Customers: [['Customer', 'Type', 'Payment method'], cells] } });

function warning(id: WarningId, when: InEach, rows: readonly Row[], around: Around = {}, on = ON): MessageCase {
  return {
    id,
    when,
    at: AT,
    said: (language) => {
      const others = id === 'payments-not-entered-since' ? [] : [PAYER];
      const { worklist = [] } = told(houseOf([...rows, ...others], around, DUE), { kind: 'open' }, language, { on }).report ?? {};
      const entry = worklist.find(({ warnings, customer }) => warnings.length > 0 && customer === AT);
      const [first] = entry?.warnings ?? [];
      return {
        ids: entry?.warnings.map(({ guard }) => guard) ?? [],
        at: entry?.customer ?? '',
        message: first?.message ?? '',
        advice: first?.advice ?? '',
      };
    },
  };
}

export const WARNINGS: Family = {
  title: ['What to look at before a reminder', 'Ce qu’il faut regarder avant une relance'],
  intro: [
    'Said beside the customer in the list; the reminder can be prepared all the same.',
    'Dit à côté du client dans la liste\u00a0; la relance peut être préparée malgré tout.',
  ],
  ids: (language) => Object.keys(LANGUAGES[language].warnings),
  cases: [
    warning('payments-not-entered-since', ['no payment is entered in the sheet', 'aucun paiement n’est saisi dans la feuille'], [{}]),
    warning(
      'shared-email',
      ['two customers have one address', 'deux clients ont la même adresse'],
      [{}, { customer: 'Durand', paidOn: '2025-09-15' }],
    ),
    warning(
      'direct-debit',
      ['the payment method is a direct debit', 'le mode de paiement est un prélèvement'],
      [{ method: 'Direct debit' }],
    ),
    warning(
      'notice-without-contacts',
      ['a formal notice is next, and one contact without a day came before', 'une mise en demeure suit un seul contact, sans date'],
      [FRESH_NOTICE],
    ),
    warning(
      'consumer',
      ['a firm step towards a private person', 'une étape ferme envers un particulier'],
      [{ due: '2025-08-23', issued: '2025-07-23', last: 'Call' }],
      customers('Dupont', 'consumer', null),
    ),
    warning(
      'stale-rate',
      [
        'a firm step in a half-year whose legal rate is not published yet',
        'une étape ferme dans un semestre dont le taux légal n’est pas encore publié',
      ],
      [
        { due: '2031-08-23', issued: '2031-07-23', last: 'Call' },
        { ...PAYER, number: 'P2', issued: '2031-08-20', due: '2031-09-10', paidOn: '2031-09-15' },
      ],
      {
        tabs: {
          Settings: [
            ['Key', 'Value'],
            ['Regime', 'FR'],
          ],
        },
      },
      '2031-09-17',
    ),
    warning(
      'same-name-other-address',
      ['the same customer stands in the sheet with two addresses', 'le même client figure dans la feuille avec deux adresses'],
      [{}, { email: 'other@dupont.example', paidOn: '2025-09-15' }],
    ),
    warning(
      'written-stages-wait',
      ['a call and a reminder fall due the same day', 'un appel et une relance tombent le même jour'],
      [{ due: '2025-09-06', last: 'Reminder (2025-09-09)' }, {}],
    ),
  ],
};

/** Why a text of the user's own cannot be filled in for a customer. */
function gap(id: GapReason | 'no-template', when: InEach, body: string, rows: readonly Row[], around: Around = {}): MessageCase {
  const tabs: Around['tabs'] =
    id === 'no-template'
      ? {
          Cadence: [
            ['Cadence', 'Stage', 'Offset', 'Template'],
            ['standard', 'reminder', 3, 'gentle words'],
          ],
        }
      : {
          Templates: [
            ['Stage', 'Subject', 'Body'],
            ['reminder', 'Invoice', body],
            ['formal-reminder', 'Invoice', body],
          ],
          ...around.tabs,
        };
  const base = block('template-broken', when, rows, { tabs });
  return {
    ...base,
    id,
    said: async (language) => {
      const { ids, ...said } = await base.said(language);
      const reasons = Object.entries(LANGUAGES[language].templateGaps).filter(([, end]) => said.message.includes(end));
      return { ...said, ids: ids.length === 1 && ids[0] === 'template-broken' ? reasons.map(([reason]) => reason) : ids };
    },
  };
}

export const GAPS: Family = {
  title: ['Texts of your own that lack a fact', 'Vos propres textes quand un fait manque'],
  intro: [
    'Each is a block `template-broken`: nothing goes out until the text is mended.',
    'Chacun est un blocage `template-broken`\u00a0: rien ne part avant correction.',
  ],
  ids: (language) => Object.keys(LANGUAGES[language].templateGaps),
  cases: [
    gap('empty', ['{{Payment link}}, and there is none', '{{Payment link}}, et il n’y en a pas'], 'Pay here: {{Payment link}}.', [{}]),
    gap(
      'penalties-later',
      ['{{Interest}} in the first, courteous reminder', '{{Interest}} dans la première relance, courtoise'],
      'You owe {{Interest}} more.',
      [{}],
    ),
    gap(
      'penalties-never',
      ['{{Interest}} to a private person', '{{Interest}} à un particulier'],
      'You owe {{Interest}} more.',
      [{ due: '2025-08-23', issued: '2025-07-23', last: 'Call' }],
      customers('Dupont', 'consumer', null),
    ),
    gap('no-template', ['a step names a text that the Templates tab has not', 'une étape nomme un texte absent de l’onglet Modèles'], '', [
      {},
    ]),
  ],
};
