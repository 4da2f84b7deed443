/**
 * The evidence file of a customer: all that a lawyer, a commissaire de justice or a court asks for on one table. Who owes what since when, what was
 * paid, what was done about it, what was promised, how the sum is reckoned line by line and from which rates, and which ways are open.
 */
import { statusOf } from '../assess.ts';
import { addDays, dayFromIso, NO_DAY } from '../calendar.ts';
import { claimsOf } from '../dunning/claim.ts';
import { numberKey } from '../dunning/journal.ts';
import { checkedText, limitationText, routesShown } from '../hand-over.ts';
import { LANGUAGES } from '../languages/index.ts';
import { halfYearOf, RATE_SOURCES, REGIME_RATES, yearlyRate } from '../law/rates.ts';
import type { Study } from '../study.ts';
import { CLOSED_STATUSES, FLAG } from '../types.ts';
import { type AccountLine, accountLine } from './account.ts';
import { interestTable, invoicesTable, numberText, paymentsTable } from './account-tables.ts';
import { disputes, integrity, journalOf, plans, promises, timeline } from './evidence-history.ts';
import { EVIDENCE_TEXTS, type EvidenceTexts } from './evidence-texts.ts';
import type { EarlierContact } from './letter.ts';
import { type Recipient, recipientLines, type Sender, senderLines } from './letter-head.ts';
import { LETTER_TEXTS } from './letter-texts.ts';
import { longDate, type MessageLanguage, moneyText, shortDate } from './money-text.ts';
import { element, type Html, joined, paperPage, para, points, stacked, table, tableOfFilled } from './paper-page.ts';
import { oneLine } from './sheet-text.ts';
import { Totals } from './totals.ts';

export interface EvidenceInput {
  readonly customer: number;
  readonly language: MessageLanguage;
  readonly sender: Sender;
  readonly recipient: Recipient;
  /** Contacts truly made about the customer's invoices. */
  readonly contacts: readonly EarlierContact[];
}

/** The customer's open invoices: those a sum is claimed for, due or not. */
export function openLines(study: Study, customer: number): AccountLine[] {
  const { ledger, chased } = study;
  const lines: AccountLine[] = [];
  for (let i = 0; i < ledger.size; i++) {
    if (ledger.customer[i] !== customer || chased.assessment.exists[i] === 0) continue;
    const status = statusOf(chased.assessment, i);
    if ((ledger.flags[i] as number) & FLAG.error || CLOSED_STATUSES.has(status)) continue;
    lines.push(accountLine(study, i));
  }
  return lines.sort((a, b) => a.dueOn - b.dueOn);
}

/** The file as pages to print. */
export function evidenceHtml(study: Study, input: EvidenceInput): string {
  const { customer, language } = input;
  const texts = EVIDENCE_TEXTS[language];
  const account = LETTER_TEXTS[language].account;
  const lines = openLines(study, customer);
  const history = journalOf(study, customer);
  const settled = settledInJournal(study, history, lines);
  const all = [...lines, ...settled];
  const received = paymentsTable(all, language, account, texts.payments);
  return paperPage(
    { language, title: `${texts.title} – ${oneLine(input.recipient.name)}`, foot: texts.foot },
    cover(study, input, lines, texts),
    element('h2', '', texts.openInvoices),
    lines.length === 0 ? para(texts.noOpen) : invoicesTable(lines, language, account),
    settled.length === 0 ? joined() : element('h2', '', texts.settledInvoices),
    invoicesTable(settled, language, account),
    received.html === '' ? para(texts.payments.none) : received,
    element('h2', '', texts.contacts.title),
    contacts(input, texts),
    promises(study, history, language, texts),
    disputes(study, history, language, texts),
    plans(study, history, language, texts),
    element('h2', '', texts.reckoning.interest),
    reckoning(study, lines, language, texts),
    element('h2', '', texts.journal.title),
    timeline(history, language, texts),
    integrity(study, texts),
    waysOn(study, customer, lines, language, texts),
  );
}

/** Invoices settled since, which the journal speaks of: they show how the customer pays. */
function settledInJournal(study: Study, { entries, byNumber }: ReturnType<typeof journalOf>, open: readonly AccountLine[]): AccountLine[] {
  const named = new Set(entries.flatMap(({ invoices }) => invoices.map(numberKey)));
  const shown = new Set(open.map(({ i }) => i));
  return [...byNumber]
    .filter(([key, i]) => named.has(key) && !shown.has(i) && statusOf(study.chased.assessment, i) === 'paid')
    .map(([, i]) => accountLine(study, i));
}

function cover(study: Study, { language, sender, recipient }: EvidenceInput, lines: readonly AccountLine[], texts: EvidenceTexts): Html {
  const [late, early, interest, fees, total] = [new Totals(), new Totals(), new Totals(), new Totals(), new Totals()];
  for (const { currency, openMinor, dueOn, interestMinor, fee } of lines) {
    (dueOn !== NO_DAY && dueOn < study.asOf ? late : early).add(currency, openMinor);
    total.add(currency, openMinor);
    if (interestMinor) {
      interest.add(currency, interestMinor);
      total.add(currency, interestMinor);
    }
    if (fee !== null && fee.minor > 0) {
      fees.add(fee.currency, fee.minor);
      total.add(fee.currency, fee.minor);
    }
  }
  const letter = LETTER_TEXTS[language];
  const rowsOf = (label: string, totals: Totals, kind: 'line' | 'total') =>
    [...totals.minor].map(([currency, minor]) => ({ kind, cells: [label, moneyText(minor, currency, language)] }));
  const rows = [
    ...rowsOf(texts.overdue, late, 'line'),
    ...rowsOf(texts.notDue, early, 'line'),
    ...rowsOf(letter.account.interest, interest, 'line'),
    ...rowsOf(texts.reckoning.fees, fees, 'line'),
    ...rowsOf(letter.account.total, total, 'total'),
  ];
  return element(
    'div',
    'cover',
    element('h1', '', `${texts.title} – ${oneLine(recipient.name)}`),
    para(texts.drawnUp(longDate(study.asOf, language))),
    element(
      'div',
      'parties',
      element('div', '', element('h3', '', texts.creditor), stacked(senderLines(sender), '')),
      element('div', '', element('h3', '', texts.debtor), stacked(recipientLines(recipient), '')),
    ),
    table(
      [
        { text: texts.summary, kind: 'words' },
        { text: letter.account.sum, kind: 'sum' },
      ],
      rows,
    ),
    lines.some(({ stale }) => stale) ? para(texts.reckoning.provisional) : joined(),
  );
}

function contacts({ contacts: made, language }: EvidenceInput, { contacts: words }: EvidenceTexts): Html {
  const { stages, channels } = LANGUAGES[language];
  if (made.length === 0) return para(words.none);
  return tableOfFilled(
    [
      { text: words.on, kind: 'short' },
      { text: words.what, kind: 'words' },
      { text: words.channel, kind: 'words' },
      { text: words.invoices, kind: 'words' },
    ],
    made.map(({ on, stage, channel, invoices }) => ({
      kind: 'line',
      cells: [
        shortDate(on, language),
        stages[stage] ?? oneLine(stage),
        channel === null ? '' : channels[channel],
        invoices.map(oneLine).join(', '),
      ],
    })),
  );
}

/** Interest stretch by stretch, fees, and where the rates come from. */
function reckoning(study: Study, lines: readonly AccountLine[], language: MessageLanguage, texts: EvidenceTexts): Html {
  const account = LETTER_TEXTS[language].account;
  const words = texts.reckoning;
  const interest = interestTable(lines, language, account);
  const fees = tableOfFilled(
    [
      { text: account.number, kind: 'words' },
      { text: words.fee, kind: 'sum' },
    ],
    lines.flatMap((line) =>
      line.fee === null || line.fee.minor === 0
        ? []
        : [{ kind: 'line' as const, cells: [numberText(line, account), moneyText(line.fee.minor, line.fee.currency, language)] }],
    ),
    words.fees,
  );
  if (interest.html === '') return joined(para(words.none), fees);
  return joined(interest, para(`${account.method} ${account.rounding}`, 'small'), fees, sources(study, lines, language, texts));
}

function sources(study: Study, lines: readonly AccountLine[], language: MessageLanguage, { reckoning: words }: EvidenceTexts): Html {
  const rates = LETTER_TEXTS[language].account;
  const isContract = study.settings.contractRate !== null;
  const found = new Map<string, string[]>();
  for (const { regime, segments, dueOn } of lines)
    for (const { ratePercent, from } of segments) {
      const own = REGIME_RATES[regime];
      const rate = rates.percent(ratePercent);
      if (isContract || own === null) {
        found.set(rate, [rate, words.contract, words.contractSource, '']);
        continue;
      }
      const half = halfYearOf(own.span === 'first-half' ? addDays(dueOn, 1) : from);
      const isPublished = half !== null && yearlyRate(regime, half) === Math.round(ratePercent * 100);
      const { source, checkedOn } = RATE_SOURCES[own.reference];
      const day = dayFromIso(checkedOn);
      const told = isPublished ? [source, day === null ? checkedOn : shortDate(day, language)] : [words.corrected, ''];
      found.set(`${rate} ${own.reference} ${isPublished}`, [rate, words.references[own.reference], ...told]);
    }
  return tableOfFilled(
    [
      { text: rates.rate, kind: 'sum' },
      { text: words.reference, kind: 'words' },
      { text: words.source, kind: 'words' },
      { text: words.checkedOn, kind: 'short' },
    ],
    [...found.values()].map((cells) => ({ kind: 'line', cells })),
    words.sources,
  );
}

/** The last page: limitation and routes, currency by currency. */
function waysOn(study: Study, customer: number, lines: readonly AccountLine[], language: MessageLanguage, texts: EvidenceTexts): Html {
  const claims = claimsOf(
    study,
    customer,
    lines.map(({ i }) => i),
  );
  if (claims.length === 0) return joined();
  const words = texts.routes;
  return element(
    'div',
    'last',
    element('h2', '', words.title),
    ...claims.flatMap(({ claim }) => [
      para(element('strong', '', moneyText(claim.principalMinor, claim.currency, language))),
      para(limitationText(claim, language)),
      ...routesShown(claim, language).map((route) =>
        element(
          'div',
          'together',
          element('h3', '', `${route.verdictText} – ${route.title}`),
          para(`${route.why} ${route.fits}`),
          route.verdict === 'closed'
            ? joined()
            : joined(
                points([
                  `${words.needs}${LETTER_TEXTS[language].colon}${route.needs.join('. ')}.`,
                  `${words.cost}${LETTER_TEXTS[language].colon}${route.cost}`,
                  `${words.delay}${LETTER_TEXTS[language].colon}${route.delay}`,
                ]),
                para(
                  `${words.source}${LETTER_TEXTS[language].colon}${route.source}, ${texts.checked(checkedText(route, language))}.`,
                  'small',
                ),
              ),
        ),
      ),
    ]),
    para(words.advice, 'small'),
  );
}
