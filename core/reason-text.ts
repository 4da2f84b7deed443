/**
 * The reason of each row in words, and how a reason we wrote is known again: by its sentence with figures, sums and days taken out. Other words in
 * a reason column are the user's and stay.
 */
import type { CalendarDay } from './calendar.ts';
import { LANGUAGES, type LanguageCode, sayIn } from './languages/index.ts';
import type { Currency } from './money.ts';
import type { Reason } from './types.ts';

/** The sentence of a reason. */
export function reasonText(reason: Reason, currency: Currency, language: LanguageCode): string {
  const sentence = LANGUAGES[language].reasons[reason.kind] as (
    reason: Reason,
    say: ReturnType<typeof sayIn>,
    currency: Currency,
  ) => string;
  return sentence(reason, sayIn(language), currency);
}

const DAYS = /\d{2}\/\d{2}\/\d{4}|\d{1,2} [A-Z][a-z]{2} \d{4}/g;
const SUMS = /(?:[A-Z]{3}\u00a0)?-?[€£$]?\d(?:[\d\u00a0\u202f ,.]*\d)?(?:\u00a0(?:[€£$]|[A-Z]{3}))?/g;

function skeleton(text: string): string {
  return text
    .replace(DAYS, '#')
    .replace(SUMS, '#')
    .replace(/\bdays?\b|\bjours?\b/g, '~')
    .replace(/[#\s\u00a0\u202f]+/g, ' ')
    .trim();
}

let known: ReadonlySet<string> | null = null;

/** One example of every reason, in every form its sentence can take. */
function examples(): Reason[] {
  const day = 20_000 as CalendarDay;
  const kinds = Object.keys(LANGUAGES.en.reasons) as Reason['kind'][];
  const problems = Object.keys(LANGUAGES.en.problems) as (Reason & { kind: 'to-fix' })['problem'][];
  const forms = [
    { on: day, until: day, deadline: day, offset: 3, daysLate: 5 },
    { on: null, until: day, deadline: null, offset: -7, daysLate: 1, lastStage: 'call' },
    { on: day, until: day, deadline: null, offset: 0, daysLate: 1 },
    { on: day, until: day, deadline: null, offset: -7, daysLate: -3 },
    { on: day, until: day, deadline: null, offset: -7, daysLate: 0 },
  ];
  return kinds.flatMap((kind) =>
    (kind === 'to-fix' ? problems : ['']).flatMap((problem) =>
      forms.map(
        (form) =>
          ({
            lastStage: '',
            ...form,
            kind,
            problem,
            minor: 12345,
            lastOn: day,
            promisedOn: day,
            instalmentOn: day,
            callOn: day,
            stage: '',
          }) as unknown as Reason,
      ),
    ),
  );
}

/** Whether a cell's text is a reason Relance wrote, in any language. */
export function isReasonText(text: string): boolean {
  if (known === null) {
    const all = examples();
    known = new Set(
      (Object.keys(LANGUAGES) as LanguageCode[]).flatMap((code) => all.map((reason) => skeleton(reasonText(reason, 'EUR', code)))),
    );
  }
  return known.has(skeleton(text));
}
