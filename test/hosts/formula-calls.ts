/** One sensible call of every formula of the catalogue, as somebody would type it over a small ledger; by English name, arguments in order. */
import type { Cell, FormulaArgument, FormulaSignature, Snapshot } from '../../core/index.ts';

/** 2025-09-17, a Wednesday. */
export const TODAY = '2025-09-17';

const HEADERS = ['N° facture', 'Client', 'Date de facture', 'Échéance', 'Montant TTC', 'Montant payé', 'Payé le', 'Statut', 'Devise'];

/** Invoices as true dates: ISO text, for each host to turn into its own kind. */
const INVOICES: readonly (readonly Cell[])[] = [
  ['F-1', 'Dupont', { date: '2025-06-02' }, { date: '2025-07-02' }, 1200, 1200, { date: '2025-07-20' }, null, 'EUR'],
  ['F-2', 'Dupont', { date: '2025-07-01' }, { date: '2025-07-31' }, 850.5, null, null, null, 'EUR'],
  ['F-3', 'Martin', { date: '2025-08-04' }, { date: '2025-09-03' }, 2400, 400, { date: '2025-09-01' }, null, 'EUR'],
  ['F-4', 'Martin', { date: '2025-08-25' }, { date: '2025-09-24' }, 640, null, null, 'Litige', 'EUR'],
  ['F-5', 'Perrin', { date: '2025-05-05' }, { date: '2025-06-04' }, 300, 300, { date: '2025-06-30' }, null, 'EUR'],
  ['F-7', 'Dupont', { date: '2025-03-03' }, { date: '2025-04-02' }, 510, 510, { date: '2025-04-12' }, null, 'EUR'],
  ['F-8', 'Dupont', { date: '2025-04-07' }, { date: '2025-05-07' }, 760, 760, { date: '2025-05-07' }, null, 'EUR'],
  ['F-6', 'Perrin', { date: '2025-09-01' }, { date: '2025-10-01' }, 975.25, null, null, null, 'EUR'],
];

/** The workbook the calls are made in. */
export const WORKBOOK: Snapshot = {
  sheets: [
    { name: 'Factures', cells: [HEADERS, ...INVOICES] },
    {
      name: 'Réglages',
      cells: [
        ['clé', 'valeur'],
        ['regime', 'FR'],
      ],
    },
  ],
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
};

/** As a whole column comes: with blank rows below. */
const RANGE: readonly (readonly Cell[])[] = [HEADERS, ...INVOICES, ...[0, 1, 2].map(() => HEADERS.map(() => null))];

const ON: Cell = { date: TODAY };

/** What each parameter is given, by its English name. */
const GIVEN: Readonly<Record<string, FormulaArgument>> = {
  invoices: RANGE,
  as_of: ON,
  from: { date: '2025-07-01' },
  to: ON,
  until: ON,
  days: 90,
  months: 6,
  weeks: 4,
  count: 2,
  currency: 'EUR',
  method: 'classic',
  customer: 'Dupont',
  due: { date: '2025-07-31' },
  paid: { date: '2025-08-10' },
  paid_on: { date: '2025-08-10' },
  issue_date: { date: '2025-07-01' },
  terms: '30 days end of month',
  last_action: 'Reminder D+3',
  last_on: { date: '2025-08-03' },
  amount: 850.5,
  paid_amount: 100,
  regime: 'FR',
  cost: 120,
  recovered: 4000,
  dio: 40,
  dso: 50,
  dpo: 30,
  loss: 1000,
  net_margin: 0.05,
  cash: 9000,
  short_term_debts: 2500,
};

/** The arguments of a sensible call; English and French names take the same, in the same order. What is not in the list is left out. */
export function callOf(english: FormulaSignature): FormulaArgument[] {
  return english.parameters.map(({ name, optional }) => {
    const given = GIVEN[name];
    if (given === undefined && !optional) throw new Error(`${english.name}: nothing to give for ${name}`);
    return given;
  });
}
