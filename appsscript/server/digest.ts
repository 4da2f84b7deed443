/**
 * What the refresh of the morning found, in a few lines: told by the panel when it is next opened, and kept as one draft to oneself where Gmail is at
 * hand, written over every morning. It has no recipient but the user, and is never sent.
 */
import { asRaw, type CalendarDay, type LanguageCode, longDate, moneyText, toEml, toMinor, type View } from '../../core/index.ts';
import { hasGmail, mailbox } from './gmail.ts';
import { accountOf, tried } from './google.ts';
import { type KeptForUser, MOST_KEPT } from './kept.ts';
import type { Trouble } from './wire.ts';
import { WORDS, type Words } from './words.ts';

const [DIGEST, DRAFT] = ['digest', 'digestDraft'];

/** What came of the refresh. */
export type Outcome = { readonly view: View | null } | { readonly trouble: Trouble };

interface Where {
  readonly language: LanguageCode;
  readonly day: CalendarDay;
  /** The name of the spreadsheet. */
  readonly book: string;
  readonly kept: KeptForUser;
}

/** Leaves the digest of a morning in the place of the last one. */
export function leaveDigest(outcome: Outcome, where: Where): void {
  const { language, day, book, kept } = where;
  const words = WORDS[language].digest;
  const lines = linesOf(outcome, words, language, day);
  kept.set(DIGEST, lines.join(' ').slice(0, MOST_KEPT));
  // A morning without Gmail is told by the panel alone.
  if (hasGmail()) tried(() => draftToOneself(words.subject(book, longDate(day, language)), lines, where));
}

/** The digest nobody has read yet; null when there is none. It is told once. */
export function takeDigest(kept: KeptForUser): string | null {
  const digest = kept.get(DIGEST);
  if (digest !== null) kept.set(DIGEST, null);
  return digest;
}

function linesOf(outcome: Outcome, words: Words['digest'], language: LanguageCode, day: CalendarDay): string[] {
  if ('trouble' in outcome) return [words.notRefreshed(`${outcome.trouble.message} ${outcome.trouble.advice}`)];
  const { view } = outcome;
  if (view?.refusal) return [words.notRefreshed(`${view.refusal.message} ${view.refusal.advice}`)];
  const report = view?.report;
  if (!report) return [];
  const due = report.worklist.filter((entry) => entry.due && entry.blockedBy.length === 0);
  const [emails, calls] = (['email', 'call'] as const).map((channel) => due.filter((entry) => entry.channel === channel).length);
  const others = due.length - (emails as number) - (calls as number);
  const overdue = report.kpis
    .filter((kpi) => kpi.overdue > 0)
    .map(({ overdue: sum, currency }) => moneyText(toMinor(sum, currency), currency, language));
  return [
    words.title(longDate(day, language)),
    ...(overdue.length > 0 ? [words.overdue(overdue.join(', '))] : []),
    ...(due.length === 0 ? [words.nothingDue] : []),
    ...(emails ? [words.emails(emails)] : []),
    ...(calls ? [words.calls(calls)] : []),
    ...(others > 0 ? [words.others(others)] : []),
    ...(report.problems.length > 0 ? [words.problems(report.problems.length)] : []),
    words.nobodyMailed,
  ];
}

/** One draft, to the user's own address: the one of yesterday with today's words, or a new one where it went. */
function draftToOneself(subject: string, lines: readonly string[], { language, kept }: Where): void {
  const to = accountOf();
  if (to === '') return;
  const text = lines.join('\n');
  const html = `<div>${lines.map((line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;')).join('<br>')}</div>`;
  const raw = asRaw(toEml({ keys: [], id: 'digest', customer: '', to, subject, text, html, language }));
  const before = kept.get(DRAFT);
  const resource = { message: { raw } };
  if (before !== null && tried(() => mailbox().update(resource, 'me', before)) !== null) return;
  kept.set(DRAFT, mailbox().create(resource, 'me').id ?? null);
}
