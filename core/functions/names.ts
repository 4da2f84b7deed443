/** What the formulas are called: each English name with its French alias. Names alone, so that the reader of a sheet knows our formulas without being able to run them. */
import type { LanguageCode } from '../languages/language.ts';

/** Formulas about the invoices as a whole. */
const FIGURES = {
  DSO: { en: 'DSO', fr: 'DELAI_MOYEN_PAIEMENT' },
  DSO_TREND: { en: 'DSO_TREND', fr: 'TENDANCE_DSO' },
  AVERAGE_DAYS_DELINQUENT: { en: 'AVERAGE_DAYS_DELINQUENT', fr: 'DSO_RETARD' },
  AGING: { en: 'AGING', fr: 'BALANCE_AGEE' },
  OUTSTANDING: { en: 'OUTSTANDING', fr: 'ENCOURS' },
  OVERDUE: { en: 'OVERDUE', fr: 'ECHU' },
  OVERDUE_RATE: { en: 'OVERDUE_RATE', fr: 'TAUX_ECHU' },
  DISPUTE_RATE: { en: 'DISPUTE_RATE', fr: 'TAUX_LITIGE' },
  BAD_DEBT_RATE: { en: 'BAD_DEBT_RATE', fr: 'TAUX_IRRECOUVRABLE' },
  RECOVERY_RATE: { en: 'RECOVERY_RATE', fr: 'TAUX_RECOUVREMENT' },
  CEI: { en: 'CEI', fr: 'EFFICACITE_RECOUVREMENT' },
  WEIGHTED_DAYS_LATE: { en: 'WEIGHTED_DAYS_LATE', fr: 'RETARD_PONDERE' },
  AVERAGE_PAYMENT_TIME: { en: 'AVERAGE_PAYMENT_TIME', fr: 'DELAI_PAIEMENT_MOYEN' },
  RECEIVABLES_TURNOVER: { en: 'RECEIVABLES_TURNOVER', fr: 'ROTATION_CLIENTS' },
  TOP_DEBTORS: { en: 'TOP_DEBTORS', fr: 'PRINCIPAUX_DEBITEURS' },
  CUSTOMER_SCORE: { en: 'CUSTOMER_SCORE', fr: 'SCORE_CLIENT' },
  EXPECTED_RECEIPTS: { en: 'EXPECTED_RECEIPTS', fr: 'ENCAISSEMENTS_PREVUS' },
} as const;

/** Formulas about what is typed in or stands in a row: they may be a column of the invoice table. */
const ANSWERS = {
  DAYS_LATE: { en: 'DAYS_LATE', fr: 'JOURS_RETARD' },
  INVOICE_STATUS: { en: 'INVOICE_STATUS', fr: 'STATUT_FACTURE' },
  NEXT_ACTION: { en: 'NEXT_ACTION', fr: 'PROCHAINE_ACTION' },
  DUE_DATE: { en: 'DUE_DATE', fr: 'DATE_ECHEANCE' },
  LATE_INTEREST: { en: 'LATE_INTEREST', fr: 'INTERETS_RETARD' },
  RECOVERY_FEE: { en: 'RECOVERY_FEE', fr: 'INDEMNITE_RECOUVREMENT' },
  LIMITATION_DATE: { en: 'LIMITATION_DATE', fr: 'DATE_PRESCRIPTION' },
  COLLECTION_COST: { en: 'COLLECTION_COST', fr: 'COUT_RECOUVREMENT' },
  CASH_CONVERSION_CYCLE: { en: 'CASH_CONVERSION_CYCLE', fr: 'CYCLE_CONVERSION' },
  SALES_TO_ABSORB: { en: 'SALES_TO_ABSORB', fr: 'CA_COMPENSATION' },
  NET_CASH: { en: 'NET_CASH', fr: 'TRESORERIE_NETTE' },
} as const;

export const NAMES = { ...FIGURES, ...ANSWERS } as const;
/** The English name stands for the formula. */
export type FormulaId = keyof typeof NAMES;

const bothOf = (names: typeof FIGURES | typeof ANSWERS): ReadonlySet<string> =>
  new Set(Object.values(names).flatMap(({ en, fr }) => [en, fr]));
const FIGURE_NAMES = bothOf(FIGURES);
const ANSWER_NAMES = bothOf(ANSWERS);

/** What a formula is called in a language. */
export function formulaName(id: FormulaId, language: LanguageCode): string {
  return NAMES[id][language];
}

/** Whether a formula of ours is called so, in either language and any case. */
export function isFormulaName(name: string): boolean {
  return isFigureName(name) || ANSWER_NAMES.has(name.toUpperCase());
}

/** Whether a formula of that name answers about the invoices as a whole. */
export function isFigureName(name: string): boolean {
  return FIGURE_NAMES.has(name.toUpperCase());
}

/** The names of all functions a formula calls, as they stand in it. */
export function namesCalled(formula: string): readonly string[] {
  return formula.match(/[\w.]+(?=\s*\()/g) ?? [];
}

/** A name without what Excel puts before ours: its namespace in a cell, a longer one in a file. */
export function withoutNamespace(name: string): string {
  return name.replace(/^(?:AR\.|_xldudf_AR_)/i, '');
}
