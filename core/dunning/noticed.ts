/**
 * What happens without anybody's word, and is journaled when it is first seen: a promise whose grace passed unkept, a plan typed in its tab (or
 * written there just before a crash). Each once, whatever is undone or looked at from another day.
 */
import { NO_DAY } from '../calendar.ts';
import { LANGUAGES } from '../languages/index.ts';
import { toDecimal } from '../money.ts';
import type { Study } from '../study.ts';
import type { JournalEntry } from '../types.ts';
import { currencyOf } from './about.ts';
import { promiseOfSheet } from './course.ts';
import type { JournalPen } from './drafts.ts';
import { numberKey, type PromiseMade } from './journal.ts';
import { planDays } from './plans.ts';
import { PromiseJudge } from './promises.ts';

/** Heads the reference of a plan nobody told but its tab. */
export const FOUND_IN_TAB = 'tab';

/** The rows to append on the as-of day; none when all is known. */
export function noticedRows(study: Study, pen: JournalPen): JournalEntry[] {
  return [...foundPlans(study, pen), ...brokenPromises(study, pen)];
}

function foundPlans(study: Study, pen: JournalPen): JournalEntry[] {
  const { ledger, chased, asOf } = study;
  return chased.plans.unnoted.map(({ invoices, parts }) => {
    const currency = currencyOf(study, invoices);
    return pen.write('plan', asOf, {
      customer: ledger.customers[ledger.customer[invoices[0] as number] as number]?.name ?? '',
      invoices: invoices.map((i) => ledger.number[i] as string),
      amount: toDecimal(
        parts.reduce((sum, { minor }) => sum + minor, 0),
        currency,
      ),
      currency,
      until: parts.at(-1)?.on ?? null,
      reference: `${FOUND_IN_TAB} ${planDays(parts)}`,
      text: LANGUAGES[study.ownLanguage].foundPlan,
    });
  });
}

/**
 * One row for each promise and customer that was broken, with the promised day in `until`. A promise that another replaced before its grace had
 * passed was never put to the test.
 */
function brokenPromises(study: Study, pen: JournalPen): JournalEntry[] {
  const { ledger, chased, book, asOf, settings, journal } = study;
  const judge = new PromiseJudge(ledger, settings, asOf);
  // Ever said, even if taken back: said once.
  const said = new Set(
    journal
      .filter(({ event }) => event === 'promise-broken')
      .flatMap((row) => row.invoices.map((number) => `${numberKey(number)} ${row.until}`)),
  );
  const broken = new Map<string, { invoices: number[]; promise: PromiseMade }>();
  for (let i = 0; i < ledger.size; i++) {
    const number = ledger.number[i] as string;
    if (number === '' || chased.assessment.exists[i] === 0) continue;
    const tested = (book.invoices.get(numberKey(number))?.promises ?? [])
      .filter(({ made, replacedOn }) => replacedOn === NO_DAY || replacedOn > judge.graceOf(made))
      .map(({ made }) => made);
    const ofSheet = promiseOfSheet(ledger, i, ledger.rare.get(i));
    if (ofSheet !== null) tested.push(ofSheet);
    for (const promise of tested) {
      if (!judge.isOver(promise) || said.has(`${numberKey(number)} ${promise.promisedOn}`) || judge.isKept(i, promise)) continue;
      const key = `${ledger.customer[i]} ${ledger.currency[i]} ${promise.promisedOn}`;
      const known = broken.get(key);
      if (known) known.invoices.push(i);
      else broken.set(key, { invoices: [i], promise });
    }
  }
  return [...broken.values()].map(({ invoices, promise }) =>
    pen.write('promise-broken', asOf, {
      customer: ledger.customers[ledger.customer[invoices[0] as number] as number]?.name ?? '',
      invoices: invoices.map((i) => ledger.number[i] as string),
      until: promise.promisedOn,
    }),
  );
}
