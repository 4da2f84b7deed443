// Every sentence Relance can say, in both languages: no hole, no figure that is not one, nothing left in the other language's words.
import { describe, expect, it } from '@jest/globals';
import { addDays, type CalendarDay, dayFromIso } from '../../core/calendar.ts';
import { LANGUAGES, type LanguageCode, saidOf, sayIn } from '../../core/languages/index.ts';
import { isStatusLabel } from '../../core/ledger/status-words.ts';
import { isReasonText, reasonText } from '../../core/reason-text.ts';
import type { OwnedRole, Problem, ProblemKind, Reason } from '../../core/types.ts';

const CODES = Object.keys(LANGUAGES) as LanguageCode[];
const DAY = dayFromIso('2025-09-15') as CalendarDay;
const HOLE = /undefined|null|NaN|\[object|Infinity|-1073741824|\b1970\b/;

/** A sentence as people end one, with nothing missing. */
function isSaid(sentence: string): void {
  expect(sentence).not.toMatch(HOLE);
  expect(sentence.trim()).not.toBe('');
  expect(sentence).toMatch(/[.!?]$/);
  expect(sentence).not.toMatch(/ {2}|\s[.,]|\(\)|“”|«\u00a0\u00a0»|: \./);
}

const WHEN = { daysLate: 5, offset: 3 };
const REASONS: readonly Reason[] = [
  { kind: 'paid', on: DAY },
  { kind: 'paid', on: null },
  { kind: 'within-tolerance', minor: 8 },
  ...(['draft', 'cancelled', 'written-off', 'legal', 'handed-over', 'undated', 'no-stage'] as const).map((kind) => ({ kind })),
  { kind: 'credit', minor: 123456789 },
  { kind: 'disputed', deadline: DAY },
  { kind: 'disputed', deadline: null },
  { kind: 'dispute-overdue', deadline: DAY },
  ...(Object.keys(LANGUAGES.en.problems) as ProblemKind[]).map((problem): Reason => ({ kind: 'to-fix', problem })),
  { kind: 'promised', on: DAY, stage: '' },
  { kind: 'on-hold', until: DAY, stage: '' },
  { kind: 'on-plan', until: DAY, stage: '' },
  { kind: 'promise-broken', promisedOn: DAY },
  { kind: 'instalment-missed', instalmentOn: DAY },
  { kind: 'stage', ...WHEN },
  { kind: 'stage', daysLate: -30, offset: -7 },
  { kind: 'stage', daysLate: 1, offset: 1 },
  { kind: 'stage', daysLate: 0, offset: 0 },
  { kind: 'catch-up', ...WHEN },
  { kind: 'catch-up', daysLate: 1, offset: 0 },
  { kind: 'catch-up', daysLate: -1, offset: -7 },
  { kind: 'catch-up', daysLate: 0, offset: -1 },
  { kind: 'catch-up', daysLate: 1234, offset: 30 },
  { kind: 'rest', lastOn: DAY, lastStage: 'reminder' },
  { kind: 'rest', lastOn: DAY, lastStage: 'call' },
  { kind: 'rest', lastOn: DAY, lastStage: '' },
  { kind: 'interval', lastOn: DAY },
  { kind: 'written-waits', callOn: DAY },
  { kind: 'already-drafted', on: DAY, stage: 'reminder' },
  { kind: 'covered-by-credit', minor: 45000 },
  { kind: 'hand-over', daysLate: 94 },
];

describe.each(CODES)('%s', (code) => {
  const words = LANGUAGES[code];
  const say = sayIn(code);

  it('says every reason, in every currency, and knows its own sentences again', () => {
    expect(new Set(REASONS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(words.reasons)));
    for (const reason of REASONS)
      for (const currency of ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'TND', null]) {
        const sentence = reasonText(reason, currency, code);
        isSaid(sentence);
        expect([sentence, isReasonText(sentence)]).toEqual([sentence, true]);
      }
  });

  it('does not take the words of the user for its own', () => {
    for (const text of [
      'Mme Durand rappelle mardi',
      'Payée par erreur sur le compte de Luc',
      'voir Luc',
      '15/09/2025',
      'Waiting for the credit note',
      'Paid',
    ])
      expect([text, isReasonText(text)]).toEqual([text, false]);
  });

  it('says every problem, found or blank, with and without detail', () => {
    for (const kind of Object.keys(words.problems) as ProblemKind[]) {
      const problem: Problem = { sheet: 'Factures', row: 7, column: 'C', kind, severity: 'hold', found: '31/02/2026' };
      for (const detail of ['12', 'journal', 'refused', 'no-column'])
        Object.values(saidOf(words.problems[kind], { ...problem, detail }, code)).forEach(isSaid);
    }
    const [early] = words.problems['due-before-issue'];
    const said = early(
      { sheet: '', row: 1, column: null, kind: 'due-before-issue', severity: 'notice', found: '', detail: '2025-09-13 < 2025-10-14' },
      say,
    );
    expect(said).toContain(code === 'fr' ? '13/09/2025 < 14/10/2025' : '13 Sep 2025 < 14 Oct 2025');
    for (const kind of [
      'unreadable-amount',
      'missing-due-date',
      'missing-issue-date',
      'missing-number',
      'missing-customer',
      'unlinked-credit',
    ] as const)
      isSaid(words.problems[kind][0]({ sheet: '', row: 1, column: null, kind, severity: 'hold', found: '' }, say));
  });

  it('says every trouble of a tab', () => {
    const [message] = words.problems['bad-tab-line'];
    for (const [detail, end] of Object.entries(words.tabTroubles)) {
      const found = message(
        { sheet: 'Settings', row: 2, column: 'B', kind: 'bad-tab-line', severity: 'notice', found: 'abc', detail },
        say,
      );
      isSaid(found);
      expect(found).toContain(end);
      isSaid(message({ sheet: 'Settings', row: 2, column: 'B', kind: 'bad-tab-line', severity: 'notice', found: '', detail }, say));
    }
    expect(new Set(Object.values(words.tabTroubles)).size).toBe(Object.keys(words.tabTroubles).length);
  });

  it('says every block and warning, whatever is known', () => {
    const facts = { about: 'Dupont', day: DAY, minor: 45000, currency: 'EUR', stage: 'reminder' };
    for (const sentence of [...Object.values(words.guards), ...Object.values(words.refused), ...Object.values(words.warnings)])
      for (const known of [facts, { ...facts, day: null, currency: null }, { ...facts, isUnsent: true }])
        Object.values(saidOf(sentence, known, code)).forEach(isSaid);
  });

  it('says why a workbook is refused and what is to be known of it', () => {
    for (const [message, advice] of Object.values(words.refusals))
      for (const detail of ['', 'Feuil1']) [message(detail), advice].forEach(isSaid);
    for (const notice of Object.values(words.notices)) isSaid(notice('45 FDM'));
  });

  it('has a label for everything, and knows its status labels', () => {
    for (const labels of [words.statuses, words.stages, words.channels, words.buckets, words.headers])
      for (const label of Object.values(labels)) expect(label).toMatch(/\S/);
    for (const label of Object.values(words.statuses)) expect([label, isStatusLabel(label)]).toEqual([label, true]);
    expect(new Set(Object.values(words.statuses)).size).toBe(Object.keys(words.statuses).length);
  });
});

it('both languages say the same things', () => {
  const shape = (code: LanguageCode) =>
    Object.fromEntries(
      Object.entries(LANGUAGES[code]).map(([key, value]) => [
        key,
        typeof value === 'object' ? Object.keys(value as object).sort() : typeof value,
      ]),
    );
  expect(shape('fr')).toEqual(shape('en'));
  for (const role of Object.keys(LANGUAGES.fr.headers) as OwnedRole[])
    expect(LANGUAGES.fr.headers[role]).not.toBe(LANGUAGES.en.headers[role]);
});

it('days are said as days', () => {
  expect([sayIn('fr').day(DAY), sayIn('en').day(DAY), sayIn('en').day(addDays(DAY, 20))]).toEqual([
    '15/09/2025',
    '15 Sep 2025',
    '5 Oct 2025',
  ]);
});
