// Every problem of a cell or row, brought about by one line of a sheet.
import { LANGUAGES } from '../../../core/index.ts';
import type { Around, Row } from '../../core/workbook-of.ts';
import type { MemoryHost } from '../../hosts/memory.ts';
import type { Family, InEach, MessageCase } from '../message-case.ts';
import { cellAt, DUE, houseOf, told } from './small-house.ts';

function problemOf(id: string, at: string, when: InEach, host: () => MemoryHost): MessageCase {
  return {
    id,
    at,
    when,
    said: (language) => {
      const problems = told(host(), { kind: 'open' }, language).report?.problems ?? [];
      const { message = '', advice = '' } = problems[0] ?? {};
      return {
        ids: [...new Set(problems.map(({ kind }) => kind))],
        at: problems.map(({ sheet, row, column }) => `${sheet === 'Invoices' ? '' : `${sheet} `}${cellAt(row, column)}`).join(', '),
        message,
        advice,
      };
    },
  };
}

/** The line in question stands below a good one. */
const line = (id: string, at: string, when: InEach, row: Row, around: Around = {}) =>
  problemOf(id, at, when, () => houseOf([{}, row], around));

/** A house that reminded F1 two days ago, and what was done to its sheet since. */
function reminded(since: (host: MemoryHost) => void): () => MemoryHost {
  return () => {
    const host = houseOf([{}, { customer: 'Durand', email: 'pay@durand.example' }], {}, DUE);
    told(host, { kind: 'prepare' }, 'en', { on: '2025-09-15' });
    since(host);
    return host;
  };
}

export const PROBLEMS: Family = {
  title: ['Problems of a cell or a row', 'Anomalies d’une cellule ou d’une ligne'],
  intro: [
    'Shown under *Problems* in the panel, in the report and in the terminal, each with its sheet, row and column. A bad row never hides a good one.',
    'Montrées sous *Anomalies* dans le panneau, dans le rapport et dans le terminal, chacune avec sa feuille, sa ligne et sa colonne. Une mauvaise ligne n’en cache jamais une bonne.',
  ],
  ids: (language) => Object.keys(LANGUAGES[language].problems),
  cases: [
    line(
      'unreadable-amount',
      'E3',
      ['“to be checked” stands where the amount belongs', '«\u00a0to be checked\u00a0» à la place du montant'],
      {
        amount: 'to be checked',
      },
    ),
    line(
      'ambiguous-amount',
      'E3',
      [
        '“1.234” in a column that does not show which sign is decimal',
        '«\u00a01.234\u00a0» dans une colonne qui ne montre pas le signe décimal',
      ],
      { amount: '1.234' },
    ),
    line('unknown-currency', 'F3', ['XYZ in the currency column', 'XYZ dans la colonne des devises'], { currency: 'XYZ' }),
    line('cell-error', 'E3', ['the formula of the amount gives #N/A', 'la formule du montant donne #N/A'], { amount: { error: '#N/A' } }),
    line('unreadable-row', 'A3', ['a note typed as a row of the table', 'une note tapée comme une ligne du tableau'], {
      number: 'See with Paul',
      customer: '',
      issued: '',
      due: '',
      amount: '',
      currency: '',
    }),
    line('duplicate-number', 'A2, A3', ['two rows with the number F1', 'deux lignes numérotées F1'], { number: 'F1' }),
    line(
      'unreadable-due-date',
      'D3',
      ['“when done” stands where the due date belongs', '«\u00a0when done\u00a0» à la place de l’échéance'],
      {
        due: 'when done',
      },
    ),
    line('impossible-date', 'D3', ['due on 31/02/2025', 'échéance au 31/02/2025'], { due: '31/02/2025' }),
    line('ambiguous-date', 'D3', ['due on 03/10/2025, the only text date', 'échéance au 03/10/2025, seule date en texte'], {
      due: '03/10/2025',
    }),
    line('missing-due-date', 'D3', ['neither due date nor terms', 'ni échéance ni conditions'], { due: '' }),
    line('missing-customer', 'B3', ['no customer', 'pas de client'], { customer: '' }),
    line(
      'unreadable-payment',
      'G3',
      ['“deposit” stands where the amount paid belongs', '«\u00a0deposit\u00a0» à la place du montant payé'],
      {
        paid: 'deposit',
      },
    ),
    line('payments-contradict', 'G3', ['0 paid, and a day of payment', '0 payé, et un jour de paiement'], {
      paid: 0,
      paidOn: '2025-09-12',
    }),
    line('status-contradiction', 'I3', ['marked Paid, of which 40 of 100 were', 'marquée Paid, alors que 40 sur 100 le sont'], {
      status: 'Paid',
      paid: 40,
      paidOn: '2025-09-12',
    }),
    line('missing-number', 'A3', ['no invoice number', 'pas de numéro de facture'], { number: '' }),
    line('due-before-issue', 'D3', ['due ten days before it was issued', 'échue dix jours avant d’être émise'], { due: '2025-08-10' }),
    line('paid-before-issue', 'G3', ['paid before it was issued', 'payée avant d’être émise'], { paidOn: '2025-08-01' }),
    line('overpaid', 'G3', ['120.50 paid of 100', '120,50 payés sur 100'], { paid: 120.5, paidOn: '2025-09-12' }),
    line(
      'unlinked-credit',
      'G3',
      ['a credit note that names no invoice', 'un avoir qui ne nomme pas de facture'],
      { amount: -30, due: '' },
      {
        columns: ['creditOf'],
      },
    ),
    line('paid-without-date', 'H3', ['40 paid, without a day', '40 payés, sans date'], { paid: 40 }, { columns: ['paidOn'] }),
    line('missing-issue-date', 'C3', ['no invoice date', 'pas de date de facture'], { issued: '' }),
    line(
      'terms-over-limit',
      'E3',
      ['no due date, terms of 90 days, in a French sheet', 'pas d’échéance, conditions à 90 jours, dans une feuille française'],
      { due: '', terms: '90 days' },
      { timeZone: 'Europe/Paris' },
    ),
    line(
      'date-against-column-order',
      'D3',
      ['13/09/2025 in an American sheet', '13/09/2025 dans une feuille américaine'],
      { due: '13/09/2025' },
      { locale: 'en-US' },
    ),
    problemOf('look-alike-number', 'A2, A3', ['F2025-0041 and F2025-OO41', 'F2025-0041 et F2025-OO41'], () =>
      houseOf([{ number: 'F2025-0041' }, { number: 'F2025-OO41' }]),
    ),
    line('disputed-part-paid', 'I3', ['disputed, and 40 of 100 paid', 'en litige, et 40 sur 100 payés'], {
      paid: 40,
      paidOn: '2025-09-12',
      dispute: 'yes',
    }),
    line(
      'bad-tab-line',
      'Settings B2',
      ['an IBAN in the Settings tab whose check digits do not agree', 'un IBAN de l’onglet Réglages dont la clé est fausse'],
      {},
      {
        tabs: {
          Settings: [
            ['Key', 'Value'],
            ['IBAN', 'FR00 1234'],
          ],
        },
      },
    ),
    line(
      'payment-without-invoice',
      'Payments 2',
      ['a line of the Payments tab about F-99', 'une ligne de l’onglet Paiements au sujet de F-99'],
      {},
      {
        tabs: {
          Payments: [
            ['Invoice', 'Paid on', 'Amount'],
            ['F-99', '2025-09-01', 10],
          ],
        },
      },
    ),
    problemOf(
      'journal-chain-broken',
      'Reminder journal 6',
      ['a row typed by hand under those of the journal', 'une ligne tapée à la main sous celles du journal'],
      reminded((host) => {
        host
          .cells('Reminder journal')
          .push(['x1', '2025-09-16T10:00:00', 'note', 'Dupont', 'F1', '', '1', '', '', '', '', '', '', 'promised by phone', '']);
      }),
    ),
    problemOf(
      'chased-invoice-changed',
      '2',
      ['the amount of an invoice was changed after its reminder', 'le montant d’une facture a changé après sa relance'],
      reminded((host) => {
        (host.cells('Invoices')[1] as (typeof host.sheets)[number]['cells'][number])[5] = 250;
      }),
    ),
    problemOf(
      'chased-invoice-vanished',
      'Reminder journal 4',
      ['the row of an invoice was deleted after its reminder', 'la ligne d’une facture a été supprimée après sa relance'],
      reminded((host) => {
        host.cells('Invoices').splice(1, 1);
      }),
    ),
  ],
};
