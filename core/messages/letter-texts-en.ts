/** The formal notice, in English. */
import type { RouteId } from '../law/routes-table.ts';
import type { Legal, LetterTexts } from './letter-texts.ts';

function all(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** What will follow, by the route the matter would take. */
const CONSEQUENCES: Partial<Record<RouteId, string>> = {
  'small-claim':
    'instruct a commissaire de justice under the French simplified procedure for small claims (article L125-1 of the Code des procédures civiles d’exécution), or apply to the competent court, in particular for an order to pay (injonction de payer, articles 1405 and following of the French Code of Civil Procedure)',
  'order-to-pay':
    'apply to the competent court, in particular for an order to pay (injonction de payer, articles 1405 and following of the French Code of Civil Procedure)',
  interim: 'apply to the competent court, in particular for an interim payment order (référé-provision)',
  claim: 'bring a claim before the competent court',
  administrative:
    'apply to the administrative court, in particular for an interim payment order (article R. 541-1 of the French Code of Administrative Justice)',
  'uk-claim': 'issue a claim in the County Court',
  'de-order': 'apply to the competent court for an order for payment (Mahnbescheid)',
  'eu-order': 'apply to the competent court for an order for payment',
};

function isBritish({ jurisdiction }: Legal): boolean {
  return jurisdiction === 'UK';
}

export const LETTER_EN: LetterTexts = {
  account: {
    number: 'Invoice',
    purchaseOrder: 'Order',
    issuedOn: 'Issued on',
    dueOn: 'Due on',
    daysLate: 'Days late',
    amount: 'Amount incl. tax',
    paid: 'Paid',
    credited: 'Credited',
    open: 'Outstanding',
    contested: 'Contested part',
    period: 'Period',
    days: 'Days',
    base: 'Base',
    rate: 'Yearly rate',
    interest: 'Interest',
    fee: 'Fee',
    total: 'Total',
    sum: 'Amount',
    unknownNumber: 'Without number',
    from: (first, last) => (first === last ? first : `${first} – ${last}`),
    interestOf: (number) => `Invoice ${number}`,
    percent: (rate) =>
      `${String(rate)
        .replace(/^(-?\d+)$/, '$1.00')
        .replace(/(\.\d)$/, '$10')}\u00a0%`,
    rounding: 'The exact sum is rounded once, to the cent; the lines are rounded so as to add up to it.',
    method:
      'Simple interest: outstanding base incl. tax × yearly rate × days / 365, from the day after the due date to the day of payment or of this account; a part payment lowers the base from the next day on.',
  },
  foot: 'Formal notice',
  title: (legal) =>
    isBritish(legal)
      ? 'Letter before claim – formal notice to pay'
      : legal.jurisdiction === 'FR'
        ? 'Formal notice to pay (mise en demeure)'
        : 'Formal notice to pay',
  registered: 'Registered letter with advice of receipt',
  subjectLabel: 'Re: ',
  subject: (legal, numbers) =>
    `${isBritish(legal) ? 'letter before claim, ' : ''}formal notice to pay${legal.jurisdiction === 'FR' ? ' (mise en demeure)' : ''}${numbers.length === 0 ? '' : ` – ${numbers.length > 1 ? 'invoices' : 'invoice'} ${all(numbers)}`}`,
  orderLabel: 'Your orders: ',
  placeAndDate: (city, day) => (city === '' ? day : `${city}, ${day}`),
  greeting: 'Dear Sir or Madam,',
  opening: ({ count, customer, total, day }) =>
    count > 1
      ? `According to our records, the ${count} invoices below, addressed to ${customer} and past their due dates, are unpaid on ${day}. The principal outstanding is ${total}.`
      : `According to our records, the invoice below, addressed to ${customer} and past its due date, is unpaid on ${day}. The principal outstanding is ${total}.`,
  earlierHeading: 'This notice follows these steps, which had no effect:',
  earlierOne: (what, day, channel, numbers) =>
    `${what} of ${day}${channel === '' ? '' : ` (${channel})`}${numbers === '' ? '' : `, ${numbers}`}`,
  invoicesCaption: 'Unpaid invoices',
  interestCaption: (day) => `Interest for late payment to ${day}`,
  owedCaption: 'Sums due',
  principal: 'Principal outstanding',
  interestTo: (day) => `Interest for late payment to ${day}`,
  fee: (count, each) => `Fixed compensation for recovery costs (${count}\u00a0×\u00a0${each})`,
  credits: (numbers) => `Less: credits on your account${numbers === '' ? '' : ` (${numbers})`}`,
  grandTotal: 'Total due',
  demand: ({ total, days, deadline, legal }) =>
    `We hereby give you formal notice to pay us the sum of ${total} within ${days}\u00a0days of the date of this letter, that is by ${deadline} at the latest.${
      legal.jurisdiction === 'FR' ? ' This letter is a mise en demeure within the meaning of article 1344 of the French Civil Code.' : ''
    }`,
  laws: lawsOf,
  contestedNote:
    'The part you contest is not claimed by this letter; it is dealt with separately and our rights in respect of it are reserved.',
  pay: {
    heading: 'How to pay',
    holder: 'Account holder',
    iban: 'IBAN',
    bic: 'BIC',
    link: 'Pay online',
    reference: 'Reference to quote',
    qr: 'Transfer by QR code',
  },
  consequence: (route, legal, deadline) => {
    const way = (route === null ? undefined : CONSEQUENCES[route]) ?? 'apply to the competent court';
    const more = legal.consumer
      ? ', claiming such interest and costs as the law allows'
      : ', claiming interest until payment, reasonable costs of recovery and court costs as well';
    const british = isBritish(legal)
      ? ' We refer you to the Practice Direction on Pre-action Conduct under the Civil Procedure Rules, and in particular to paragraphs 13 to 16 on the sanctions the court may impose for failing to comply with it.'
      : '';
    return `If payment in full is not received by ${deadline}, we shall ${way} without further notice${more}.${british}`;
  },
  amicable: (legal, contact) =>
    `If a disagreement or a difficulty keeps you from paying, write to us before that date${contact === '' ? '' : ` (${contact})`}: a settlement out of court remains possible${isBritish(legal) ? ', and we are willing to try mediation' : ''}.${
      legal.consumer && legal.jurisdiction === 'FR'
        ? ' You may also turn, free of charge, to consumer mediation (article L612-1 of the French Consumer Code).'
        : ''
    }`,
  crossed: 'If your payment has crossed this letter, please disregard it.',
  closing: 'Yours faithfully,',
  forCompany: 'For',
  enclosed: 'Enclosed: ',
  enclosures: { invoices: 'copies of the invoices', reminders: 'copies of the reminders' },
  colon: ': ',
  all,
};

function lawsOf({ regimes, jurisdiction, consumer, contractRate }: Legal): string[] {
  if (consumer)
    return jurisdiction === 'FR'
      ? ['From this formal notice on, the sum due bears interest at the French legal rate (article 1231-6 of the French Civil Code).']
      : [];
  const rate = contractRate === '' ? '' : `at the contractual rate of ${contractRate} a year`;
  const laws: Record<string, string> = {
    FR: `Between businesses, interest for late payment is due by operation of law, without a reminder, from the day after the due date (article L441-10 II of the French Commercial Code), ${rate === '' ? 'at the European Central Bank’s rate of 1 January or 1 July of each half-year plus 10 points' : rate}. The fixed compensation of €40 per invoice is due by operation of law (articles L441-10 II and D441-5 of the same code).`,
    'FR-PUBLIC': `Interest for late payment is due by the contracting authority by operation of law, without a request (articles L2192-12 and following of the French Public Procurement Code), ${rate === '' ? 'at the European Central Bank’s rate plus 8 points' : rate}, and so is the fixed compensation of €40 per invoice.`,
    EU: `Interest for late payment is due by law between businesses (Directive 2011/7/EU and the law that transposes it), ${rate === '' ? 'at the reference rate plus 8 points' : rate}, and so is the compensation of €40 per invoice.`,
    DE: `Interest for late payment is due between businesses under section 288(2) of the German Civil Code (BGB), ${rate === '' ? 'at the base rate plus 9 points' : rate}, and so is the lump sum of €40 (section 288(5)).`,
    UK: `Interest and fixed compensation are due under the Late Payment of Commercial Debts (Interest) Act 1998, ${rate === '' ? 'at 8 points above the Bank of England’s base rate in force for the half-year in which interest began' : rate}.`,
    none: rate === '' ? '' : `Interest for late payment is due ${rate}.`,
  };
  const said = regimes.flatMap((regime) => laws[regime] || []);
  return said.length === 0 ? [] : [...said, 'Interest goes on until payment in full.'];
}
