/**
 * The cadences a house may remind by, as a page a credit manager would write: which stage, how many days after the due date, by which channel,
 * in which tone. A rung is climbed on or after its day, never "exactly on", so a missed day loses no reminder; below 0 is before the due date.
 */
import type { Cadence, Channel, Stage, StageId, Tone } from '../types.ts';
import { folded } from '../words.ts';

/** When a row of the page is only for some customers or sums. Rows of one stage and offset are alternatives: one that fits makes the rung. */
type Only = { readonly segment?: string; readonly minAmount?: number };
type Row = readonly [cadence: string, stage: StageId, offset: number, channel: Channel, tone: Tone, only?: Only];

const PAGE: readonly Row[] = [
  ['standard', 'pre-reminder', -7, 'email', 'courtesy'],
  ['standard', 'reminder', 3, 'email', 'reminder'],
  ['standard', 'call', 10, 'call', 'reminder'],
  ['standard', 'formal-reminder', 20, 'email', 'firm'],
  ['standard', 'formal-notice', 30, 'registered-letter', 'final'],

  ['classic', 'reminder', 5, 'email', 'courtesy'],
  ['classic', 'reminder-2', 15, 'email', 'reminder'],
  ['classic', 'reminder-3', 30, 'email', 'firm'],
  ['classic', 'formal-notice', 45, 'registered-letter', 'final'],

  ['gentle', 'pre-reminder', -5, 'email', 'courtesy', { segment: 'sensitive' }],
  ['gentle', 'pre-reminder', -5, 'email', 'courtesy', { minAmount: 5000 }],
  ['gentle', 'reminder', 10, 'email', 'reminder'],
  ['gentle', 'call', 20, 'call', 'reminder'],
  ['gentle', 'formal-notice', 45, 'registered-letter', 'final'],

  ['prompt', 'reminder', 1, 'email', 'reminder'],
  ['prompt', 'call', 8, 'call', 'reminder'],
  ['prompt', 'reminder-2', 15, 'email', 'firm'],
  ['prompt', 'formal-notice', 30, 'registered-letter', 'final'],

  ['due-day', 'reminder', 0, 'email', 'courtesy'],
  ['due-day', 'reminder-2', 7, 'email', 'reminder'],
  ['due-day', 'call', 14, 'call', 'reminder'],
  ['due-day', 'formal-notice', 30, 'registered-letter', 'final'],
];

/** How French managers name the presets, and what the user may type for a sensitive segment. */
const PRESET_WORDS: Readonly<Record<string, string>> = {
  classique: 'classic',
  doux: 'gentle',
  douce: 'gentle',
  rapide: 'prompt',
  "jour d'échéance": 'due-day',
};
const SEGMENT_WORDS: Readonly<Record<string, string>> = { sensible: 'sensitive', sensibles: 'sensitive', 'client sensible': 'sensitive' };

/** Days before the due date from which an invoice is watched, and days late from which it is overdue, where the cadence does not say. */
const WATCH_FROM = -7;
const OVERDUE_FROM = 3;

/** The five presets by name. A cadence of the same name in the user's tab replaces one whole. */
export const PRESETS: ReadonlyMap<string, Cadence> = presetsOf(PAGE);

function presetsOf(page: readonly Row[]): Map<string, Cadence> {
  const stages = new Map<string, Stage[]>();
  for (const [cadence, id, offset, channel, tone, only] of page) {
    const stage = {
      id,
      offset,
      channel,
      tone,
      template: null,
      segment: only?.segment ?? null,
      minAmount: only?.minAmount ?? null,
      rest: null,
    };
    stages.set(cadence, [...(stages.get(cadence) ?? []), stage]);
  }
  return new Map([...stages].map(([id, of]) => [id, { id, stages: of }]));
}

const NAMES = new Map<string, string>([
  ...[...PRESETS.keys()].map((id) => [folded(id), id] as const),
  ...Object.entries(PRESET_WORDS).map(([word, id]) => [folded(word), id] as const),
]);

/** The id of a cadence from what somebody typed: a preset's id ("Classique" is `classic`), else the folded name; '' for a blank. */
export function cadenceId(name: string): string {
  const key = folded(name);
  return NAMES.get(key) ?? key;
}

/** Whether the stage comes on the due date or after it; the others are courtesies before it, and expire once the invoice is overdue. */
export function isPostDue(stage: Stage): boolean {
  return stage.offset >= 0;
}

/** The first stage on or after the due date, where an invoice nobody chased begins; null when the cadence has none. */
export function firstPostDue(cadence: Cadence): Stage | null {
  return cadence.stages.find(isPostDue) ?? null;
}

/** Days late from which an invoice has the status `overdue`: the first post-due stage's offset, at least 1; 3 when there is none. */
export function overdueFrom(cadence: Cadence): number {
  return Math.max(1, firstPostDue(cadence)?.offset ?? OVERDUE_FROM);
}

/** Signed days from the due date from which an invoice is watched: the earliest pre-due stage's offset, else −7. */
export function watchFrom(cadence: Cadence): number {
  const first = cadence.stages[0];
  return first !== undefined && !isPostDue(first) ? first.offset : WATCH_FROM;
}

/** How segments are compared: without accents, capitals or the language of "sensitive". */
export function segmentKey(segment: string): string {
  const key = folded(segment);
  return SEGMENT_WORDS[key] ?? key;
}
