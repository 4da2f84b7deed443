/** English. */

import type { GapReason } from '../messages/template-fill.ts';
import { customerWordsEn } from './customer-words-en.ts';
import { INDICATORS_EN } from './indicator-words-en.ts';
import { daysIn, isOne, type Language, type TabTrouble } from './language.ts';

const quoted = (text: string) => `“${text}”`;
/** What was seen, behind the sentence. */
const seen = (detail: string) => (detail === '' ? '' : ` (${detail})`);
const days = (n: number) => `${n} day${Math.abs(n) === 1 ? '' : 's'}`;

const bucketOf: Language['bucketOf'] = (from, to) => (to === null ? `Over ${from - 1} days` : `${from}–${to} days`);
const due = (inDays: number) => (inDays === 0 ? 'Due today' : `Due in ${days(inDays)}`);

/** Why a cell of a tab cannot be used: the end of "…: it …". */
const TAB_TROUBLES: Language['tabTroubles'] = {
  'unknown-key': 'there is no such setting',
  'missing-key': 'the line names no setting',
  'repeated-key': 'this setting already stands above',
  'not-an-iban': 'this is no IBAN (its check digits do not agree)',
  'not-a-bic': 'this is no BIC (8 or 11 letters and figures)',
  'not-a-link': 'this is no web address (https://…)',
  'not-yes-or-no': 'the answer is yes or no',
  'unknown-country': 'no such country is known (FR, BE, DE …)',
  'unknown-locale': 'no such locale is known (fr-FR, en-US …)',
  'unknown-date-order': 'the order is dmy, mdy or ymd',
  'unknown-entry': 'the entry rule is ladder or by-age',
  'unknown-terms': 'the rule is days-then-end or end-then-days',
  'not-a-number': 'this is no number',
  'ambiguous-number': 'it can be read as thousands or as decimals',
  'not-a-whole-number': 'a whole number is expected',
  'rate-out-of-reach': 'the half-year is not in the table, or the percent has more than two decimals',
  'out-of-range': 'the number is too small or too large',
  'not-a-date': 'this is no date (write 2026-03-31)',
  'impossible-date': 'there is no such day',
  'ambiguous-date': 'it can be read day first or month first',
  'other-currency': 'the amount is in another currency than its line or its invoice',
  'unknown-currency': 'no such currency is known (EUR, GBP …)',
  'unknown-cadence': 'there is no cadence of that name (standard, classic … or one of the Cadence tab)',
  'unknown-channel': 'the channel is email, call, letter or registered letter',
  'unknown-tone': 'the tone is courtesy, reminder, firm or final',
  'unknown-event': 'the journal knows no such event (sent, called, promise …)',
  'unknown-type': 'the type is business, public or consumer',
  'unknown-regime': 'no such regime is known (FR, EU, UK, none …)',
  'unknown-language': 'the language is fr or en',
  'missing-stage': 'the stage is missing',
  'missing-offset': 'the number of days is missing',
  'missing-customer': 'the customer is missing',
  'missing-invoice': 'the invoice number is missing',
  'missing-amount': 'the amount is missing',
  'missing-event': 'the event is missing',
  'missing-date': 'the date is missing',
  'missing-id': 'the id is missing',
  'missing-headers': 'the headers of this tab are not found: its first row names the columns',
  'repeated-stage': 'this stage already stands above in the same cadence',
  'repeated-customer': 'this customer already stands above',
  'reserved-stage': 'handing over always follows the last stage: it is not one',
  'unknown-invoice': 'the sheet has no such invoice of this customer',
  'plan-not-whole': 'the instalments do not add up to what is open',
  'missing-body': 'the text of the message is missing',
  'unknown-profile': 'the profile is good, unknown or bad (blank: all)',
  'repeated-template': 'this template stands higher up already for the same language and profile',
  'unknown-placeholder': 'there is no such placeholder; write for example {{Invoice}}, {{Amount}} or {{Due date}}',
  'unclosed-tag': 'a placeholder stands between double braces, like {{Amount}}',
  'unclosed-condition': 'this condition is not closed: add {{/if}} at its end',
  'unopened-condition': 'there is nothing to close here: take it out, or open the condition with {{#if …}}',
  'other-brackets': 'placeholders stand between double braces: {{…}}',
  'table-in-subject': 'this placeholder takes several lines: it has no place in the subject',
  'cell-error': 'the cell holds an error',
};

const TEMPLATE_GAPS: Language['templateGaps'] = {
  empty: 'nothing gives it for this customer; fill in the sheet or the Settings, or write {{?…}} for its line to go when it is empty',
  'penalties-later': 'interest and the recovery fee are told from the firm tone on only; write {{?…}} for the line to go before that',
  'penalties-never': 'a consumer owes neither this interest nor this fee; write {{?…}} for the line to go',
  'no-template': 'the cadence names this template, and the Templates tab has none of that name',
};

export const en: Language = {
  code: 'en',
  customers: customerWordsEn,
  quoted,
  tabTroubles: TAB_TROUBLES,
  templateGaps: TEMPLATE_GAPS,
  dayMark: 'D',
  statuses: {
    draft: 'Draft',
    cancelled: 'Cancelled',
    'written-off': 'Written off',
    credit: 'Credit note',
    paid: 'Paid',
    'to-fix': 'To fix',
    legal: 'Legal',
    disputed: 'Disputed',
    'on-plan': 'On plan',
    promised: 'Promised',
    'on-hold': 'On hold',
    overdue: 'Overdue',
    watch: 'Watch',
    'not-due': 'Not due',
  },
  stages: {
    'pre-reminder': 'Pre-reminder',
    reminder: 'Reminder',
    'reminder-2': 'Second reminder',
    'reminder-3': 'Third reminder',
    call: 'Call',
    'formal-reminder': 'Formal reminder',
    'formal-notice': 'Formal notice',
    'hand-over': 'Hand over',
  },
  channels: { email: 'e-mail', call: 'call', letter: 'letter', 'registered-letter': 'registered letter' },
  buckets: {
    'not-due': 'Not due',
    '1-30': bucketOf(1, 30),
    '31-60': bucketOf(31, 60),
    '61-90': bucketOf(61, 90),
    'over-90': bucketOf(91, null),
  },
  bucketOf,
  indicators: INDICATORS_EN,
  headers: {
    daysLate: 'Days late',
    status: 'Status',
    lastAction: 'Last action',
    nextAction: 'Next action',
    nextActionOn: 'Next action date',
    reason: 'Reason',
  },
  roles: {
    number: 'Invoice number',
    customer: 'Customer',
    customerId: 'Customer code',
    owner: 'In charge',
    email: 'E-mail',
    contact: 'Contact',
    phone: 'Phone',
    language: 'Language',
    segment: 'Segment',
    kind: 'Kind of document',
    creditOf: 'Credit of (invoice)',
    currency: 'Currency',
    amount: 'Amount incl. tax',
    amountNet: 'Amount excl. tax',
    paidAmount: 'Amount paid',
    balance: 'Balance left',
    issuedOn: 'Invoice date',
    sentOn: 'Sent on',
    receivedOn: 'Received on',
    serviceOn: 'Service date',
    dueOn: 'Due date',
    terms: 'Payment terms',
    paidOn: 'Payment date',
    paymentMethod: 'Payment method',
    dispute: 'Dispute',
    disputedAmount: 'Disputed amount',
    disputeDeadline: 'Dispute deadline',
    promiseOn: 'Promise date',
    promiseAmount: 'Promised amount',
    holdUntil: 'Hold until',
    paymentLink: 'Payment link',
    purchaseOrder: 'Purchase order',
    document: 'Document',
    notes: 'Notes',
  },
  reasons: {
    paid: (r, say) => (r.on === null ? 'Paid.' : `Paid on ${say.day(r.on)}.`),
    'within-tolerance': (r, say, currency) => `Only ${say.money(r.minor, currency)} left: counts as paid.`,
    draft: () => 'Draft: not an invoice yet.',
    cancelled: () => 'Cancelled.',
    'written-off': () => 'Written off: no longer expected.',
    legal: () => 'Handed over: no reminder from here.',
    'handed-over': () => 'Handed over: no reminder from here.',
    undated: () => 'No due date: cannot be late, so nothing is asked.',
    credit: (r, say, currency) => `Credit note of ${say.money(r.minor, currency)}.`,
    disputed: (r, say) =>
      r.deadline === null ? 'Disputed: settle the dispute first.' : `Disputed: to be settled by ${say.day(r.deadline)}.`,
    'dispute-overdue': (r, say) => `Disputed: was to be settled by ${say.day(r.deadline)}.`,
    'to-fix': (r) => `To fix first: ${TO_FIX[r.problem] ?? 'a cell of this row cannot be trusted'}.`,
    promised: (r, say) => `Promised for ${say.day(r.on)}.`,
    'on-hold': (r, say) => `On hold until ${say.day(r.until)}.`,
    'on-plan': (r, say) => `On a payment plan: next instalment on ${say.day(r.until)}.`,
    'promise-broken': (r, say) => `Promised for ${say.day(r.promisedOn)} and not paid.`,
    'instalment-missed': (r, say) => `The instalment of ${say.day(r.instalmentOn)} did not come in: all of it is due again.`,
    stage: (r) =>
      r.offset < 0
        ? `${days(-r.offset)} before the due date.`
        : r.offset === 0
          ? 'On the due date.'
          : `${days(r.offset)} after the due date.`,
    'catch-up': (r) =>
      r.offset < 0
        ? `${due(-r.daysLate)}; this step was planned ${days(-r.offset)} before.`
        : `${days(r.daysLate)} late; this step was planned ${r.offset === 0 ? 'on the due date' : `after ${days(r.offset)}`}.`,
    rest: (r, say) => `${r.lastStage === 'call' ? 'Called' : 'Reminded'} on ${say.day(r.lastOn)}: left in peace a few days.`,
    interval: (r, say) => `Customer contacted on ${say.day(r.lastOn)}: left alone a few days.`,
    'written-waits': (r, say) => `A call comes first on ${say.day(r.callOn)}: the written reminder waits.`,
    'already-drafted': (r, say) => `A draft of ${say.day(r.on)} is waiting to be sent.`,
    'covered-by-credit': (r, say, currency) => `A credit of ${say.money(r.minor, currency)} covers it.`,
    'hand-over': (r) => `${days(r.daysLate)} late, every step done: decide to hand over.`,
    'no-stage': () => 'The cadence has no step for this invoice.',
  },
  problems: {
    'unreadable-amount': [
      (p) => (p.found === '' ? 'The amount is missing.' : `The amount ${quoted(p.found)} cannot be read.`),
      'Type the amount as a number.',
    ],
    'ambiguous-amount': [
      (p) => `${quoted(p.found)} can be read as thousands or as decimals.`,
      'Type it as a plain number, or set the locale.',
    ],
    'unknown-currency': [(p) => `The currency of ${quoted(p.found)} is not known.`, 'Write a currency code such as EUR in the row.'],
    'cell-error': [(p) => `The cell holds the error ${quoted(p.found)}.`, 'Mend the formula in this cell.'],
    'unreadable-row': [(p) => `This row is not an invoice: ${quoted(p.found)}.`, 'Complete the row, or move the note out of the table.'],
    'duplicate-number': [
      (p) => `Number ${quoted(p.found)} is also on row ${p.detail}.`,
      'Keep one of the two, or correct the number: neither is reminded meanwhile.',
    ],
    'unreadable-due-date': [(p) => `The due date ${quoted(p.found)} cannot be read.`, 'Type it as a date.'],
    'impossible-date': [(p) => `${quoted(p.found)} is not a possible date.`, 'Correct the date.'],
    'ambiguous-date': [
      (p) => `${quoted(p.found)} can be read day first or month first.`,
      'Set the date order, or type the date as a true date.',
    ],
    'missing-due-date': [
      (p) =>
        p.found === '' ? 'No due date and no terms to compute it from.' : `No due date: the terms ${quoted(p.found)} do not give one.`,
      'Fill in the due date or the payment terms.',
    ],
    'missing-customer': [() => 'No customer on this row.', 'Fill in who owes.'],
    'unreadable-payment': [
      (p) => `The payment ${quoted(p.found)} cannot be read.`,
      'Type the amount paid as a number and the day as a date.',
    ],
    'payments-contradict': [
      (p) => `What was paid is said in two ways that differ: ${quoted(p.found)}.`,
      'Correct the amount paid, the balance or the payment date.',
    ],
    'status-contradiction': [
      (p) =>
        p.detail === 'refused'
          ? `The e-invoice is marked ${quoted(p.found)}.`
          : `The status ${quoted(p.found)} does not agree with the ${p.detail === 'journal' ? 'reminder journal' : 'payments'}.`,
      'Correct the cell that is wrong: nothing is sent meanwhile.',
    ],
    'missing-number': [() => 'No invoice number on this row.', 'Fill in the number: a reminder must name it.'],
    'due-before-issue': [(p, say) => `The due date lies before the invoice date (${daysIn(p.detail, say)}).`, 'Check both dates.'],
    'paid-before-issue': [(p, say) => `The payment lies before the invoice date (${daysIn(p.detail, say)}).`, 'Check both dates.'],
    overpaid: [(p) => `More was paid than invoiced: ${p.detail} too much.`, 'Refund it, or apply it to another invoice.'],
    'unlinked-credit': [
      (p) =>
        p.detail === undefined
          ? 'This credit note names no invoice.'
          : `This credit note names ${quoted(p.detail)}, which is not in the sheet.`,
      'Name the invoice it reduces in a column “Credit of”.',
    ],
    'paid-without-date': [
      () => 'Paid, but the day is not given: left out of averages.',
      (p) =>
        p.detail === 'no-column' ? 'Add a column “Paid on” to the sheet, and fill in the days of payment.' : 'Fill in the payment date.',
    ],
    'missing-issue-date': [
      (p) =>
        p.found === ''
          ? 'No invoice date: left out of sales and DSO.'
          : `The invoice date ${quoted(p.found)} cannot be read: left out of sales and DSO.`,
      'Fill in the invoice date.',
    ],
    'terms-over-limit': [
      (p) =>
        p.detail === undefined
          ? `The terms ${quoted(p.found)} are longer than the law allows.`
          : `Due ${p.detail} days after the invoice date: longer than the law allows between businesses.`,
      'Check the terms: French law allows 60 days, or 45 days end of month.',
    ],
    'date-against-column-order': [
      (p) => `${quoted(p.found)} only makes sense in another order than the rest of its column.`,
      'Check that it is the right date.',
    ],
    'look-alike-number': [(p) => `Number ${quoted(p.found)} looks like ${quoted(p.detail ?? '')}.`, 'Check that these are two invoices.'],
    'disputed-part-paid': [() => 'Disputed, yet part of it was paid.', 'Check whether the dispute is settled.'],
    'bad-tab-line': [
      (p) =>
        `${p.found === '' ? 'The cell is blank' : quoted(p.found)}: ${TAB_TROUBLES[p.detail as TabTrouble] ?? 'this is not understood'}.`,
      'Correct the cell; the other lines apply.',
    ],
    'payment-without-invoice': [
      (p) => `This payment names invoice ${quoted(p.found)}, which is not in the sheet.`,
      'Check the invoice number.',
    ],
    'journal-chain-broken': [
      (p) => {
        const byHand = /^by-hand (\d+)$/.exec(p.detail ?? '')?.[1];
        if (byHand === undefined) return `Row ${p.found} of the journal was edited, or the one before it was taken out.`;
        return byHand === '1'
          ? 'This row was typed in the journal by hand.'
          : `${byHand} rows were typed in the journal by hand; this is the first.`;
      },
      'They count like the others. Check that they say what was done.',
    ],
    'chased-invoice-changed': [
      (p, say) => `Invoice ${quoted(p.found)} changed after it was reminded (${daysIn(p.detail, say)}).`,
      'Check the row.',
    ],
    'chased-invoice-vanished': [
      (p) => `Invoice ${quoted(p.found)} was reminded and is no longer in the sheet.`,
      'Restore the row, or note why it left.',
    ],
  },
  guards: {
    'no-email': [(f) => `No e-mail address for ${f.about}.`, 'Fill in the address in the sheet or in the Customers tab.'],
    'invalid-email': [(f) => `${quoted(f.about)} is not one e-mail address.`, 'Keep exactly one address in the cell.'],
    'already-drafted': [
      (f, say) =>
        f.isUnsent
          ? `A draft is ready${f.about === '' ? '' : ` (${f.about})`}${f.day === null ? '' : `, made on ${say.day(f.day)}`}: not sent yet.`
          : `This reminder was prepared${f.day === null ? '' : ` on ${say.day(f.day)}`}${f.about === '' ? '' : ` (${f.about})`} and may be on its way.`,
      'Send or discard the draft, then say so in Follow-up.',
    ],
    paid: [(f) => `${f.about} ${isOne(f.about) ? 'is' : 'are'} paid.`, 'Nothing to do.'],
    disputed: [(f) => `${f.about} ${isOne(f.about) ? 'is' : 'are'} disputed.`, 'Settle the dispute first.'],
    promised: [(f, say) => `Payment is promised${f.day === null ? '' : ` for ${say.day(f.day)}`}.`, 'Wait for the promised day.'],
    'on-hold': [(f, say) => `On hold${f.day === null ? '' : ` until ${say.day(f.day)}`}.`, 'Wait, or end the hold.'],
    interval: [
      (f, say) => `Contacted on ${f.day === null ? '?' : say.day(f.day)}, too recently to write again.`,
      'Wait for the date shown.',
    ],
    'below-tolerance': [(f, say) => `Only ${say.money(f.minor, f.currency)} left.`, 'Nothing to ask for so little.'],
    'covered-by-credit': [
      (f, say) => `Unapplied credits of ${say.money(f.minor, f.currency)} cover what is due.`,
      'Apply the credit to the invoices first.',
    ],
    'held-row': [
      (f) => (isOne(f.about) ? `${f.about} has a problem to fix.` : `${f.about} have problems to fix.`),
      'Fix the problem in the sheet first.',
    ],
    'no-number': [() => 'An invoice without a number cannot be reminded.', 'Fill in the number.'],
    'template-broken': [
      ({ about, broken }) =>
        broken === undefined
          ? `The template of this stage needs mending: ${quoted(about)}.`
          : `Template${broken.where === '' ? '' : ` (${broken.where})`}, ${quoted(about)}: ${TEMPLATE_GAPS[broken.why as GapReason] ?? TAB_TROUBLES[broken.why as TabTrouble]}${broken.instead === '' ? '.' : `; did you mean ${broken.instead}?`}`,
      'Mend the text in the Templates tab: nothing goes out until then.',
    ],
    'unsent-draft': [
      (f, say) => `Another draft${f.stage === '' ? '' : ` (${say.stage(f.stage)})`} about ${f.about} still waits.`,
      'Send or discard it first.',
    ],
  },
  refused: {
    'unknown-customer': [(f) => `No customer is called ${quoted(f.about)}.`, 'Name the customer as the sheet does.'],
    'unknown-invoice': [(f) => `This customer has no invoice ${quoted(f.about)} in the sheet.`, 'Check the number.'],
    'several-customers': [(f) => `Several customers are called ${quoted(f.about)}.`, 'Name the invoices, of one customer at a time.'],
    'nothing-open': [(f) => `${f.about} has nothing open.`, 'Nothing to do.'],
    'not-open': [(f) => `Nothing is expected of ${f.about} any more.`, 'Leave it out.'],
    'unknown-entry': [() => 'What was to be done has changed meanwhile.', 'Look at the list again.'],
    'unknown-draft': [() => 'This draft has its answer already, or is not known.', 'Look at the list again.'],
    'not-a-day': [(f) => (f.about === '' ? 'The day is missing.' : `${quoted(f.about)} is not a day.`), 'Give a day.'],
    'day-past': [(f, say) => `${f.day === null ? 'The day' : say.day(f.day)} has passed.`, 'Give a day still to come.'],
    'amount-not-positive': [() => 'The amount must be above zero.', 'Correct the amount.'],
    'amount-above-open': [(f, say) => `Only ${say.money(f.minor, f.currency)} is open.`, 'Give at most that.'],
    'several-currencies': [() => 'These invoices are in several currencies.', 'Take one currency at a time.'],
    'part-of-several': [() => 'A contested part is of one invoice.', 'Name the one invoice, or contest the whole.'],
    'not-disputed': [(f) => `${f.about} is not disputed.`, 'Nothing to settle.'],
    'no-instalments': [() => 'The plan has no instalment.', 'Give at least one day and amount.'],
    'instalments-not-ascending': [() => 'The days of the instalments do not follow one another.', 'Put each after the one before.'],
    'plan-not-whole': [
      (f, say) => `The instalments do not add up to the ${say.money(f.minor, f.currency)} that are open.`,
      'Correct an amount, so that the plan covers all of it.',
    ],
    'instalment-taken': [
      (f, say) => `The Plans tab already has another instalment of ${f.about} on ${f.day === null ? 'that day' : say.day(f.day)}.`,
      'Take another day, or delete that line of the former plan.',
    ],
    'no-words': [() => 'There is nothing to note.', 'Write what is to be remembered.'],
    'several-addresses': [(f) => `These invoices go to several addresses: ${f.about}.`, 'Name the invoices of one address.'],
    'nothing-called': [(f) => `No call to ${f.about} is noted.`, 'Note the call first, and what came of it.'],
    'nothing-paid': [(f) => `No payment of ${f.about} was entered lately.`, 'Enter the payment first.'],
    'written-before': [
      (f, say) => {
        const on = f.day === null ? '' : ` on ${say.day(f.day)}`;
        return f.isUnsent
          ? `A draft of this message was made${on}: not sent yet.`
          : `This message was prepared${on} and may be on its way.`;
      },
      'Send or discard that draft; or write again another day.',
    ],
    'nothing-to-undo': [() => 'The journal has nothing to take back.', 'Nothing to do.'],
    'drafts-stay': [
      () => 'The last command made drafts, and a draft cannot be unmade from here.',
      'Discard the drafts, and say so in the list of drafts.',
    ],
    'ids-repeat': [
      () => 'Rows of the journal share an id: which one to take back is not certain.',
      'Correct the row in the journal by hand.',
    ],
    'entry-gone': [() => 'This customer has nothing more to be reminded of here.', 'Look at the list again.'],
    'not-due': [(f, say) => (f.day === null ? 'Nothing is due now.' : `Nothing is due before ${say.day(f.day)}.`), 'Wait for that day.'],
    'not-a-message': [
      (f, say) => `The step is ${f.stage === '' ? 'no e-mail' : `“${say.stage(f.stage)}”`}, which is not sent by e-mail.`,
      'Do it from the list.',
    ],
    'changed-meanwhile': [() => 'What the message says has changed since you wrote it.', 'Read the new message and write it again.'],
    'tag-in-words': [(f) => `Your text still holds “${f.about}”, which would go out as it stands.`, 'Put the words you want in its place.'],
    'others-would-change': [
      () => 'With these cells changed, other dates of the sheet would no longer be read as they are now.',
      'Make all the dates of the column true dates together, or set the date order first.',
    ],
    'mail-quota': [
      () => 'Your mail account takes no more drafts for now: this one was not prepared.',
      'Prepare the rest later, tomorrow at the latest; nothing is prepared twice.',
    ],
    'mail-refused': [
      ({ about }) => `Your mail account refused the draft${about === '' ? '' : ` (${about})`}: it was not prepared.`,
      'Check that this account may use its mailbox here and that Relance was allowed to write drafts, then prepare again.',
    ],
    'mail-silent': [
      ({ about }) => `Your mail account did not say whether the draft was made${about === '' ? '' : ` (${about})`}.`,
      'The next refresh looks for it; until then it is not prepared again.',
    ],
    'mail-stopped': [
      () => 'The mail account did not answer for the draft before: this one was not prepared.',
      'Prepare again to go on; nothing is prepared twice.',
    ],
    'stopped-by-you': [() => 'You stopped before this one was prepared.', 'Prepare again to go on; what is prepared stays prepared.'],
    'time-short': [
      () => 'There was no time left in this click: this one was not prepared.',
      'Prepare again to go on; what is prepared stays prepared.',
    ],
  },
  callOutcomes: {
    reached: 'Reached',
    voicemail: 'Voicemail',
    promise: 'Promises to pay',
    dispute: 'Disputes',
    'asks-for-copy': 'Asks for a copy',
    'wrong-contact': 'Wrong contact',
    'in-payment-run': 'In a payment run',
  },
  disputeCategories: {
    price: 'Price',
    quantity: 'Quantity',
    quality: 'Quality',
    delivery: 'Delivery',
    'not-ordered': 'Not ordered',
    'already-paid': 'Already paid',
    document: 'Document missing or wrong',
    other: 'Other',
  },
  freeMessages: { 'after-call': 'After a call', 'thank-you': 'Thanks', statement: 'Statement', plan: 'Plan confirmation' },
  seenBy: (owner) => `seen to by ${owner}`,
  foundPlan: 'Found in the Plans tab',
  datesMade: 'Text made true dates: ',
  useBackup: (address) => `Correct the address, or write ${address}, the backup in the Customers tab, in its place.`,
  warnings: {
    'payments-not-entered-since': [
      (f, say) => (f.day === null ? 'No dated payment is entered in the sheet.' : `The last payment entered is of ${say.day(f.day)}.`),
      (f) =>
        f.day === null
          ? 'Enter the payments you have received, each with its day, so that nobody who paid is reminded.'
          : 'Enter the payments received since, so that nobody who paid is reminded.',
    ],
    'shared-email': [(f) => `The address also serves ${f.about}.`, 'Each customer gets a message of their own; check the address.'],
    'direct-debit': [() => 'Paid by direct debit.', 'Check that the debit was made before writing.'],
    'notice-without-contacts': [
      () => 'Fewer than two dated contacts after the due date, one of them written, come before this notice.',
      'Say why you send it all the same.',
    ],
    consumer: [() => 'A private person: no recovery fee and no business interest.', 'The message leaves them out.'],
    'stale-rate': [() => 'The interest rate of this half-year is provisional.', 'Check the rate in Settings.'],
    'same-name-other-address': [
      (f) => `The same customer also has ${f.about}.`,
      'Each address gets a message of its own; check which is right.',
    ],
    'written-stages-wait': [(f) => `A call comes first; written reminders wait (${f.about}).`, 'They come back after the interval.'],
  },
  board: {
    asOf: 'As of',
    note: 'Refresh brings this day up to date, and every figure with it.',
    figure: 'Figure',
    amount: 'Amount',
    headlines: {
      outstanding: 'Outstanding',
      overdue: 'Overdue',
      overdueRate: 'Overdue rate',
      dso: 'DSO (days)',
      bestPossibleDso: 'Best possible DSO (days)',
      averageDaysDelinquent: 'Average days delinquent',
      weightedDaysLate: 'Weighted days late',
      averagePaymentTime: 'Average payment time (days)',
      disputeRate: 'Dispute rate',
      badDebtRate: 'Bad-debt rate',
      receivablesTurnover: 'Receivables turnover (times a year)',
    },
    tables: { aging: 'Aging balance', debtors: 'Top debtors', trend: 'DSO over 12 months', receipts: 'Expected receipts by week' },
  },
  refusals: {
    empty: [() => 'There is nothing in this file.', 'Open the file that holds your invoices.'],
    'no-header': [
      (detail) => `The invoices have no header row${detail === '' ? '' : ` (first row: ${detail})`}.`,
      'Add a first row that names the columns: number, customer, date, due date, amount.',
    ],
    'no-amount': [
      (detail) => `No column of amounts was found${detail === '' ? '' : ` (${detail})`}.`,
      'Name the column of amounts “Amount” or “Total”.',
    ],
    'no-date': [
      (detail) => `No invoice date nor due date was found${detail === '' ? '' : ` (${detail})`}.`,
      'Name the columns “Invoice date” and “Due date”.',
    ],
    'bank-statement': [
      (detail) => `This is a bank statement: it shows what was paid, not what is owed${seen(detail)}.`,
      'Export the list of sales invoices, with its due dates, from your invoicing or accounting tool.',
    ],
    journal: [
      (detail) =>
        `This is an accounting journal: each line is one side of an entry, and nothing says which payment settles which invoice${seen(detail)}.`,
      'Export the customers’ open items, or the list of sales invoices, with their due dates.',
    ],
    balances: [
      (detail) => `This gives one balance per customer, without the invoices${seen(detail)}.`,
      'Export the detailed list: one line per invoice, with its number and its due date.',
    ],
    payments: [
      (detail) => `This is a list of payments, not of invoices${seen(detail)}.`,
      'Open the list of sales invoices; payments may stand beside it in a tab “Payments”.',
    ],
    payroll: [(detail) => `This is a payroll, not a list of sales invoices${seen(detail)}.`, 'Open the list of what your customers owe.'],
    products: [
      (detail) => `This lists products or orders, not invoices${seen(detail)}.`,
      'Open the list of sales invoices, with customers, totals and due dates.',
    ],
    'supplier-bills': [
      (detail) => `These are bills of your suppliers: you owe them${seen(detail)}.`,
      'Open the list of sales invoices: what your customers owe you.',
    ],
    quotes: [(detail) => `These are quotes: nothing is owed yet${seen(detail)}.`, 'Open the list of sales invoices.'],
    'not-invoices': [
      (detail) => `This does not look like a list of invoices${detail === '' ? '' : ` (${detail})`}.`,
      'Choose the sheet that lists what your customers owe.',
    ],
    'no-such-sheet': [
      (detail) => `There is no such sheet${detail === '' ? '' : `; the file has: ${detail}`}.`,
      'Check the name of the sheet.',
    ],
  },
  notices: {
    'no-currency': () =>
      'No currency is named: amounts are read with two decimals; interest and fees wait until it is named, in the header or in Settings.',
    'amounts-scaled': (factor) =>
      `The sheet keeps its amounts in ${{ '0.01': 'cents', '1000': 'thousands' }[factor] ?? 'millions'}: each was multiplied by ${factor.replace(/000/g, ',000')}.`,
    'net-amounts': (detail) => `Only amounts without tax were found (${detail}): the figures are without tax, and so are the reminders.`,
    'twin-columns': (detail) =>
      `Columns with the same header as one that is read were left out: ${detail}. Rename the right one, or choose it in the columns.`,
    'ambiguous-terms': (detail) => `The terms ${quoted(detail)} can be read in two ways; say which under “End of month terms” in Settings.`,
    'stale-rate': () => 'An interest rate used here is provisional: check it, and give the published one in Settings (“Rate 2027-S1”).',
    'other-tables': (detail) => `Other tables look like invoices too: ${detail}. Choose another sheet if this is the wrong one.`,
    'several-currencies-by-symbol': (detail) => `Currencies are read from signs in the cells: ${detail}.`,
    'sums-and-blanks-skipped': (detail) => `Rows left out because they add up others: ${detail}.`,
    'line-items': (detail) => `The sheet has a row for each item sold: each invoice is read once (further rows left out: ${detail}).`,
    'not-confirmed-sent': (detail) =>
      `Past due, and nobody noted that they were sent or received: ${detail}. Check that the customer has them before insisting.`,
    'no-email-column': () => 'The sheet has no e-mail column: reminders need an address, here or in a Customers tab.',
  },
};

/** The end of "To fix first: …". */
const TO_FIX: Readonly<Record<string, string>> = {
  'unreadable-amount': 'the amount cannot be read',
  'ambiguous-amount': 'the amount can be read in two ways',
  'unknown-currency': 'the currency is not known',
  'cell-error': 'a cell holds an error',
  'duplicate-number': 'the number appears twice',
  'unreadable-due-date': 'the due date cannot be read',
  'impossible-date': 'a date is impossible',
  'ambiguous-date': 'a date can be read in two ways',
  'missing-due-date': 'the due date is missing',
  'missing-customer': 'the customer is missing',
  'unreadable-payment': 'the payment cannot be read',
  'payments-contradict': 'the payments contradict each other',
  'status-contradiction': 'the status is contradicted',
  'missing-number': 'the number is missing',
};
