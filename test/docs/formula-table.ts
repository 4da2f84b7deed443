// The small table the reference page of the formulas works its examples on: who paid late, in part, contested, or never.
import type { Cell, LanguageCode } from '../../core/index.ts';

const HEADERS = {
  en: ['Number', 'Customer', 'Invoice date', 'Due date', 'Amount', 'Amount paid', 'Payment date', 'Status'],
  fr: ['N° facture', 'Client', 'Date de facture', 'Échéance', 'Montant TTC', 'Montant payé', 'Date de paiement', 'Statut'],
};
const STATUS: Readonly<Record<string, Readonly<Record<LanguageCode, string>>>> = {
  disputed: { en: 'Disputed', fr: 'Litige' },
  lost: { en: 'Written off', fr: 'Perte' },
};
const ROWS: readonly (readonly [string, string, string, string, number, (number | null)?, (string | null)?, string?])[] = [
  ['F1', 'Dupont', '2025-05-05', '2025-06-04', 1200, 1200, '2025-06-10'],
  ['F2', 'Dupont', '2025-06-02', '2025-07-02', 900, 900, '2025-07-01'],
  ['F3', 'Dupont', '2025-07-07', '2025-08-06', 1500, 1500, '2025-08-20'],
  ['F4', 'Dupont', '2025-08-20', '2025-09-19', 1850],
  ['F5', 'Martin', '2025-08-01', '2025-08-31', 3200, 1200, '2025-09-05'],
  ['F6', 'Martin', '2025-09-01', '2025-10-01', 980],
  ['F7', 'Leroy', '2025-07-01', '2025-07-31', 640, null, null, 'disputed'],
  ['F8', 'Leroy', '2025-05-20', '2025-06-19', 300, null, null, 'lost'],
];

/** The table as cells, from A1 on; dates are true dates. */
export function formulaTable(language: LanguageCode): Cell[][] {
  const cell = (value: string | number | null | undefined): Cell =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { date: value } : (value ?? null);
  return [
    HEADERS[language],
    ...ROWS.map(([number, customer, issued, due, amount, paid, paidOn, status]) => [
      number,
      customer,
      cell(issued),
      cell(due),
      amount,
      cell(paid),
      cell(paidOn),
      status === undefined ? null : (STATUS[status]?.[language] ?? null),
    ]),
  ];
}
