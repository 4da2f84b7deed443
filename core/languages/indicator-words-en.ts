/** The figures of receivables, in English. */
import type { IndicatorWords } from './indicator-words.ts';

export const INDICATORS_EN: IndicatorWords = {
  outstanding: { label: 'Outstanding', means: 'All that customers owe on that day, less the credits not yet set against an invoice.' },
  overdue: { label: 'Overdue', means: 'What is owed on invoices at least one day past their due date.' },
  notDue: { label: 'Not due', means: 'What is owed on invoices whose due date has not passed.' },
  undated: { label: 'Undated', means: 'What is owed on invoices without a due date: nobody can say whether it is late.' },
  unapplied: { label: 'Unapplied credits', means: 'Credit notes and overpayments that no invoice has used yet.' },
  aging: { label: 'Aging balance', means: 'What is owed, by how many days late it is.' },
  dsoSplit: {
    label: 'What DSO is made of',
    means: 'DSO in three parts: the days your terms allow, the days customers contest, and the days that are simply late.',
  },
  dso: { label: 'DSO', means: 'How many days of sales your customers still owe you: receivables / sales of the last 90 days × 90.' },
  dsoCountBack: {
    label: 'Count-back DSO',
    means: 'How many days of the latest sales are still to be paid, counted back month by month; seasons do not distort it.',
  },
  dsoCountBackMoreThan: {
    label: 'Count-back DSO, more than',
    means: 'Customers owe more than all the sales of your sheet: DSO is more than these days.',
  },
  bestPossibleDso: { label: 'Best possible DSO', means: 'What DSO would be if every customer paid on the due date.' },
  averageDaysDelinquent: {
    label: 'Average days delinquent',
    means: 'The days of DSO that lateness costs: DSO less the best possible DSO.',
  },
  overdueRate: { label: 'Overdue rate', means: 'The part of what is owed that is past its due date.' },
  recoveryRate: {
    label: 'Recovery rate',
    means: 'Of what was overdue 90 days ago or has fallen due since, the part that was paid in these 90 days.',
  },
  collectionEffectiveness: {
    label: 'Collection effectiveness (CEI)',
    means: 'Of all that could be collected in the last 90 days, the part that was; 100% when only what is not due is left.',
  },
  weightedDaysLate: {
    label: 'Weighted days late',
    means: 'How many days late your money comes in, large invoices counting more; invoices settled within a year, and those late today.',
  },
  averagePaymentTime: {
    label: 'Average payment time',
    means: 'Days from the invoice to its payment, large invoices counting more; invoices settled within a year.',
  },
  disputeRate: { label: 'Dispute rate', means: 'The part of what is owed that customers contest.' },
  disputeRateByNumber: { label: 'Dispute rate by number', means: 'How many of the open invoices are contested.' },
  badDebtRate: { label: 'Bad-debt rate', means: 'What was given up in twelve months, for what was sold in them.' },
  receivablesTurnover: {
    label: 'Receivables turnover',
    means: 'How many times a year receivables turn into money: a year of sales / the mean of what was owed at its start and its end.',
  },
  promisesKept: { label: 'Promises kept', means: 'Of the promises to pay that fell due within a year, the part that was kept.' },
  invoicingDelay: {
    label: 'Invoicing delay',
    means: 'Mean days from the service or delivery to the invoice, for the invoices of a year; below zero when you invoice in advance.',
  },
  sendingDelay: { label: 'Sending delay', means: 'Mean days from the date of the invoice to its sending, for the invoices of a year.' },
};
