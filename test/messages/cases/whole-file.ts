// Why a workbook is not read as invoices, and what must be known of one that is: by the smallest sheets that say so.
import { LANGUAGES } from '../../../core/index.ts';
import type { Notice } from '../../../core/types.ts';
import type { Cell, Sheet } from '../../../core/workbook.ts';
import type { Row } from '../../core/workbook-of.ts';
import { openSheets } from '../../problems/opened.ts';
import type { Family, InEach, MessageCase } from '../message-case.ts';
import { houseOf, ON, told } from './small-house.ts';

type Rows = readonly (readonly Cell[])[];

/** Rows from lines of cells parted by `;`, the line with `#` fifteen times. */
const rowsOf = (...lines: readonly string[]): Rows =>
  lines
    .flatMap((line) => (line.includes('#') ? Array.from({ length: 15 }, (_, i) => line.replaceAll('#', String(i + 10))) : [line]))
    .map((line) => line.split(';'));

function refused(id: string, when: InEach, cells: Rows, name = 'Sheet1', sheet?: string): MessageCase {
  return {
    id,
    when,
    at: '',
    said: (language) => {
      const { refusals } = LANGUAGES[language];
      const before = { ...refusals };
      const seen = new Set<string>();
      const words = refusals as Record<string, readonly [(detail: string) => string, string]>;
      for (const [kind, [message, advice]] of Object.entries(before))
        words[kind] = [
          (detail) => {
            seen.add(kind);
            return message(detail);
          },
          advice,
        ];
      try {
        const view = openSheets([{ name, cells }], { asOf: ON, options: { language, ...(sheet === undefined ? {} : { sheet }) } });
        return { ids: [...seen], at: '', message: view.refusal?.message ?? '', advice: view.refusal?.advice ?? '' };
      } finally {
        Object.assign(words, before);
      }
    },
  };
}

export const NO_INVOICES: Family = {
  title: ['Why a file is not read as invoices', 'Pourquoi un fichier n’est pas lu comme des factures'],
  intro: [
    'Said in place of the figures. Reminders from a bank statement or from bills one has to pay oneself would be worse than none.',
    'Dit à la place des chiffres. Relancer d’après un relevé bancaire ou des factures à payer soi-même serait pire que de ne pas relancer.',
  ],
  ids: (language) => Object.keys(LANGUAGES[language].refusals),
  cases: [
    refused('empty', ['an empty sheet', 'une feuille vide'], []),
    refused('no-header', ['invoices without headers', 'des factures sans en-têtes'], rowsOf('F#;Martin;2025-08-#;2025-09-#;1#.00')),
    refused(
      'no-amount',
      ['customers and due dates, no amounts', 'des clients et des échéances, sans montants'],
      rowsOf('Customer;Due date;Comment', 'Martin;2025-09-#;called'),
    ),
    refused(
      'no-date',
      ['customers and amounts, no dates', 'des clients et des montants, sans dates'],
      rowsOf('Customer;Amount;Comment', 'Martin;1#.00;called'),
    ),
    refused(
      'bank-statement',
      ['the statement of a bank account', 'le relevé d’un compte bancaire'],
      rowsOf('Transaction Date;Transaction Description;Money Out;Money In;Balance;Reference', '#/08/2025;FASTER PAYMENT;;1#.00;10#.00;R#'),
    ),
    refused(
      'journal',
      ['an accounting journal, debit and credit', 'un journal comptable, débit et crédit'],
      rowsOf('Date;Journal;Account;Label;Debit;Credit', '2025-08-#;VE;411000;Martin;1#.00;', '2025-08-#;VE;706000;Martin;;1#.00'),
    ),
    refused(
      'balances',
      ['one balance per customer', 'un solde par client'],
      rowsOf('Customer;Current;1 - 30;31 - 60;61 - 90;91 and over;Total', 'Customer #;1#.00;20.00;0.00;0.00;0.00;14#.00'),
    ),
    refused(
      'payments',
      ['a sheet called Payments', 'une feuille appelée Payments'],
      rowsOf('Customer;Date;Amount;Method', 'Acme;2025-08-#;1#.00;Transfer'),
      'Payments',
    ),
    refused(
      'payroll',
      ['a payroll', 'un état de paie'],
      rowsOf('Employee ID;Employee Name;Pay Date;Gross Pay;Deductions;Net Pay', 'E#;Ann #;2025-08-#;25#.00;5#.00;20#.00'),
    ),
    refused(
      'products',
      ['a price list', 'une liste de prix'],
      rowsOf('SKU;Product;Stock;Unit price;Created;Amount', 'S#;Screw;1#;1.20;2025-08-#;1#.00'),
    ),
    refused(
      'supplier-bills',
      ['bills to be paid', 'des factures à payer'],
      rowsOf('Invoice number;Supplier;Invoice date;Due date;Amount', 'A#;Power Co;2025-08-#;2025-09-#;1#.00'),
    ),
    refused(
      'quotes',
      ['a list of quotes', 'une liste de devis'],
      rowsOf('Quote number;Customer;Quote date;Validity;Amount', 'D#;Martin;2025-08-#;2025-09-#;1#.00'),
    ),
    refused(
      'not-invoices',
      ['dates, references and amounts of no known kind', 'des dates, références et montants d’on ne sait quoi'],
      rowsOf('Date;Reference;Amount;Comment', '2025-08-#;R#;1#.00;blue'),
    ),
    refused(
      'no-such-sheet',
      ['a sheet was asked for by a name the file does not have', 'une feuille demandée sous un nom que le fichier n’a pas'],
      rowsOf('Customer;Due date;Amount', 'Martin;2025-09-#;1#.00'),
      'Invoices',
      'Sales',
    ),
  ],
};

function noticed(
  id: Notice['kind'],
  when: InEach,
  cells: Rows | { readonly rows: readonly Row[]; readonly around: Parameters<typeof houseOf>[1] },
  more: { locale?: string; tabs?: readonly Sheet[]; on?: string } = {},
): MessageCase {
  return {
    id,
    when,
    at: '',
    said: (language) => {
      const notices =
        'rows' in cells
          ? told(houseOf(cells.rows, cells.around), { kind: 'open' }, language, { on: more.on ?? ON }).report?.notices
          : openSheets([{ name: 'Invoices', cells: cells as Rows }, ...(more.tabs ?? [])], {
              asOf: more.on ?? ON,
              locale: more.locale ?? null,
              options: { language },
            }).report?.notices;
      const said = (notices ?? []).filter(({ kind }) => kind === id || !USUAL.has(kind));
      return { ids: said.map(({ kind }) => kind), at: '', message: said[0]?.message ?? '', advice: '' };
    },
  };
}
/** What smallest sheets say of themselves whatever they show: they name no currency and no address. */
const USUAL: ReadonlySet<string> = new Set(['no-currency', 'no-email-column']);

export const NOTICES: Family = {
  title: ['What is to be known of a file', 'Ce qu’il faut savoir d’un fichier'],
  intro: [
    'Said under *About this file*: the figures are right, and read with this in mind.',
    'Dit sous *À propos de ce fichier*\u00a0: les chiffres sont justes, et se lisent avec ceci en tête.',
  ],
  ids: (language) => Object.keys(LANGUAGES[language].notices),
  cases: [
    noticed(
      'no-currency',
      ['amounts without any currency', 'des montants sans aucune devise'],
      rowsOf('Invoice number;Customer;Invoice date;Due date;Amount;Email', 'F1;Martin;2025-08-20;2025-09-10;100;a@x.example'),
    ),
    noticed(
      'amounts-scaled',
      ['amounts in thousands, by the header', 'des montants en milliers, d’après l’en-tête'],
      rowsOf('Invoice number;Customer;Invoice date;Due date;Amount (k€)', 'F1;Martin;2025-08-20;2025-09-10;12'),
    ),
    noticed(
      'twin-columns',
      ['two columns headed Amount', 'deux colonnes intitulées Amount'],
      [
        ['Invoice number', 'Customer', 'Amount', 'Amount', 'Due date'],
        ['F1', 'Martin', 12.5, 99, '2025-09-10'],
      ],
    ),
    noticed(
      'net-amounts',
      ['amounts without tax only', 'seulement des montants hors taxes'],
      rowsOf('Invoice number;Customer;Due date;Amount excl. tax', 'F1;Martin;2025-09-10;100'),
    ),
    noticed(
      'ambiguous-terms',
      ['“45 FDM” in a French sheet', '«\u00a045 FDM\u00a0» dans une feuille française'],
      rowsOf('N° facture;Client;Date facture;Conditions de règlement;Montant TTC', 'F1;Martin;2025-08-20;45 FDM;100'),
      { locale: 'fr-FR' },
    ),
    noticed(
      'stale-rate',
      ['interest of a half-year whose rate is not published yet', 'des pénalités d’un semestre dont le taux n’est pas encore publié'],
      {
        rows: [{ issued: '2031-07-23', due: '2031-08-23' }],
        around: {
          tabs: {
            Settings: [
              ['Key', 'Value'],
              ['Regime', 'FR'],
            ],
          },
        },
      },
      { on: '2031-09-17' },
    ),
    noticed(
      'other-tables',
      ['a second sheet that looks like invoices', 'une deuxième feuille qui ressemble à des factures'],
      rowsOf('Invoice number;Customer;Due date;Amount', 'F1;Martin;2025-09-10;100', 'F2;Petit;2025-09-11;200'),
      {
        tabs: [{ name: 'Old', cells: rowsOf('Invoice number;Customer;Due date;Amount', 'G1;Martin;2024-09-10;100') }],
      },
    ),
    noticed(
      'several-currencies-by-symbol',
      ['€ in some cells, £ in others', '€ dans certaines cellules, £ dans d’autres'],
      rowsOf('Invoice number;Customer;Due date;Amount', 'F1;Martin;2025-09-10;100 €', 'F2;Smith;2025-09-11;£200'),
    ),
    noticed(
      'sums-and-blanks-skipped',
      ['a row of totals below the invoices', 'une ligne de totaux sous les factures'],
      rowsOf('Invoice number;Customer;Due date;Amount', 'F1;Martin;2025-09-10;100', 'F2;Petit;2025-09-11;200', 'Total;;;300'),
    ),
    noticed(
      'no-email-column',
      ['no column of addresses', 'pas de colonne d’adresses'],
      rowsOf('Invoice number;Customer;Invoice date;Due date;Amount', 'F1;Martin;2025-08-20;2025-09-10;100 €'),
    ),
    noticed(
      'not-confirmed-sent',
      ['a column “Sent on” that is blank for an overdue invoice', 'une colonne «\u00a0Sent on\u00a0» vide pour une facture échue'],
      rowsOf('Invoice number;Customer;Sent on;Due date;Amount', 'F1;Martin;;2025-09-10;100', 'F2;Petit;2025-08-20;2025-09-11;200'),
    ),
    noticed(
      'line-items',
      ['a row for each item sold', 'une ligne par article vendu'],
      rowsOf(
        'Invoice number;Customer;Due date;Total;Item;Quantity;Price',
        'F1;Martin;2025-09-10;300;Chair;1;100',
        'F1;Martin;2025-09-10;300;Table;1;200',
        'F2;Petit;2025-09-11;50;Lamp;1;50',
      ),
    ),
  ],
};
