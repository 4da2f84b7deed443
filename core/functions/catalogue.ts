/** Every formula there is, in the order of the reference page. */
import { cashConversionCycle, collectionCost, netCash, salesToAbsorb } from './arithmetic.ts';
import { aging, outstanding, overdue } from './balances.ts';
import { customerScore, topDebtors } from './customers.ts';
import { averageDaysDelinquent, dso, dsoTrend } from './dso.ts';
import { dueDate } from './due-date.ts';
import type { FormulaFunction } from './entry.ts';
import { expectedReceipts } from './forecast.ts';
import { daysLate, invoiceStatus } from './invoice.ts';
import { lateInterest, limitation, recoveryFee } from './law.ts';
import { nextAction } from './next-action.ts';
import { averagePaymentTime, badDebtRate, disputeRate, overdueRate, receivablesTurnover, weightedDaysLate } from './rates.ts';
import { collectionEffectiveness, recoveryRate } from './recovery.ts';

export const CATALOGUE: readonly FormulaFunction[] = [
  dso,
  dsoTrend,
  averageDaysDelinquent,
  aging,
  outstanding,
  overdue,
  overdueRate,
  disputeRate,
  badDebtRate,
  recoveryRate,
  collectionEffectiveness,
  weightedDaysLate,
  averagePaymentTime,
  receivablesTurnover,
  topDebtors,
  customerScore,
  expectedReceipts,
  daysLate,
  invoiceStatus,
  nextAction,
  dueDate,
  lateInterest,
  recoveryFee,
  limitation,
  collectionCost,
  cashConversionCycle,
  salesToAbsorb,
  netCash,
];
