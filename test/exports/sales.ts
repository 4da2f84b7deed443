/**
 * Invented sales, and what they are worth on a day by the simplest arithmetic there is: the figures every look-alike export is checked against.
 * Money is in whole cents, days are ISO text; nothing here knows how Relance reads or counts.
 */
import { expect } from '@jest/globals';
import type { Report } from '../../core/report.ts';

export interface Sale {
  readonly number: string;
  readonly customer: string;
  readonly id: string;
  readonly email: string;
  readonly issued: string;
  readonly due: string;
  /** Cents; negative for a credit note. */
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly paid: number;
  /** Day of the last payment; null while nothing is paid. */
  readonly paidOn: string | null;
}

export interface Habits {
  readonly seed: number;
  readonly count: number;
  readonly customers: readonly string[];
  readonly number: (i: number) => string;
  /** First issue day and the day of the export: nothing is issued or paid after it. */
  readonly from: string;
  readonly to: string;
  /** Days given to pay, by turns. */
  readonly terms?: readonly number[];
  readonly taxRate?: number;
  /** Every so many sales is a credit note; 0 for none. */
  readonly creditEvery?: number;
  readonly partial?: boolean;
}

/** Numbers between 0 and 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
export const later = (iso: string, days: number): string => isoDay(dayNumber(iso) + days);

/** Sales in order of issue: a third paid late, a third on time, the rest open or part paid. */
export function salesOf(habits: Habits): Sale[] {
  const { seed, count, customers, from, to, terms = [30, 30, 45, 60], taxRate = 0.2, creditEvery = 0, partial = true } = habits;
  const roll = dice(seed);
  const span = dayNumber(to) - dayNumber(from);
  return Array.from({ length: count }, (_, i) => {
    const who = Math.floor(roll() * customers.length);
    const issued = later(from, Math.floor((span * i) / count));
    const isCredit = creditEvery > 0 && i % creditEvery === creditEvery - 1;
    const net = (isCredit ? -1 : 1) * (2_000 + Math.floor(roll() * (isCredit ? 40_000 : 480_000)));
    const tax = Math.round(net * taxRate);
    const total = net + tax;
    const due = isCredit ? issued : later(issued, terms[Math.floor(roll() * terms.length)] as number);
    const settles = later(due, Math.floor(roll() * 45) - 12);
    const fate = roll();
    const happened = settles <= to && settles >= issued && !isCredit;
    const paid = !happened || fate > 0.72 ? 0 : partial && fate > 0.6 ? Math.floor(total / 3) : total;
    return {
      number: habits.number(i),
      customer: customers[who] as string,
      id: `C${1000 + who}`,
      email: `compta${who}@client.example`,
      issued,
      due,
      net,
      tax,
      total,
      paid,
      paidOn: paid === 0 ? null : settles,
    };
  });
}

/** What is still owed of a sale once the export is made. */
export const openOf = (sale: Sale): number => sale.total - sale.paid;
export const isSettled = (sale: Sale): boolean => openOf(sale) <= 10;

export interface Worth {
  /** Sum of the open balances, credits taken off. */
  readonly outstanding: number;
  /** Open balances past their due day. */
  readonly overdue: number;
  readonly unapplied: number;
}

/** The worth of sales on the day of their export, in cents. */
export function worthOf(sales: readonly Sale[], asOf: string): Worth {
  let [outstanding, overdue, unapplied] = [0, 0, 0];
  for (const sale of sales) {
    if (sale.issued > asOf) continue;
    const open = openOf(sale);
    outstanding += open;
    if (open <= 0) unapplied += open;
    else if (sale.due < asOf) overdue += open;
  }
  return { outstanding, overdue, unapplied };
}

export interface Reading {
  readonly asOf: string;
  readonly currency?: string | null;
  /** False when the export does not say when things were paid. */
  readonly paymentDays?: boolean;
  /** False when the export shows no due day and no terms. */
  readonly dueDays?: boolean;
  readonly issueDays?: boolean;
}

/** Every line of the report says what its sale says, the sums are right, and nothing was doubted. */
export function expectSales(report: Report, sales: readonly Sale[], reading: Reading): void {
  const { asOf, currency = null, paymentDays = true, issueDays = true } = reading;
  const doubts = report.problems.filter((problem) => problem.severity !== 'notice');
  expect(doubts.map((problem) => `${problem.row} ${problem.column} ${problem.kind} ${problem.found}`)).toEqual([]);
  const known = sales.filter((sale) => sale.issued <= asOf);
  const wanted = known.map((sale) => {
    const settled = isSettled(sale);
    const late = settled
      ? sale.paidOn === null || !paymentDays
        ? null
        : dayNumber(sale.paidOn) - dayNumber(sale.due)
      : dayNumber(asOf) - dayNumber(sale.due);
    return [
      sale.number,
      sale.customer,
      (sale.total / 100).toFixed(2),
      (openOf(sale) / 100).toFixed(2),
      issueDays ? sale.issued : null,
      sale.total < 0 ? 'credit' : sale.due,
      sale.total < 0 ? null : late,
    ].join(' | ');
  });
  const found = report.invoices.map((invoice) =>
    [
      invoice.number,
      invoice.customer,
      invoice.amount?.toFixed(2),
      invoice.open?.toFixed(2),
      invoice.issuedOn,
      invoice.kind === 'credit-note' ? 'credit' : invoice.dueOn,
      invoice.daysLate,
    ].join(' | '),
  );
  expect(found).toEqual(wanted);
  const worth = worthOf(sales, asOf);
  expect(report.kpis.map((figures) => figures.currency)).toEqual([currency]);
  const [figures] = report.kpis;
  expect({ outstanding: figures?.outstanding, overdue: figures?.overdue, unapplied: figures?.unapplied }).toEqual({
    outstanding: worth.outstanding / 100,
    overdue: worth.overdue / 100,
    unapplied: worth.unapplied / 100,
  });
}
