/**
 * The Cadence tab: the house's own ladders, one line per stage. A cadence named here replaces the whole preset of that name; nothing is merged in.
 */
import { cadenceId, PRESETS, segmentKey } from '../dunning/cadence.ts';
import { type Cadence, type Channel, type Stage, TONES, type Tone } from '../types.ts';
import type { TabLine } from './tab-line.ts';
import type { ColumnOf } from './tab-shapes.ts';
import { CHANNEL_WORDS, stageId, TONE_WORDS } from './tab-words.ts';

/** What a stage is by habit where its line says neither channel nor tone. */
const HABIT: Readonly<Record<string, readonly [Channel, Tone]>> = {
  'pre-reminder': ['email', 'courtesy'],
  reminder: ['email', 'reminder'],
  'reminder-2': ['email', 'reminder'],
  'reminder-3': ['email', 'firm'],
  call: ['call', 'reminder'],
  'formal-reminder': ['email', 'firm'],
  'formal-notice': ['registered-letter', 'final'],
};

type Line = TabLine<ColumnOf<'cadence'>>;

/** The presets, each replaced by the cadence of its name, and the house's own. Lines without a name belong to `byDefault`. */
export function readCadences(lines: Iterable<Line>, byDefault: string): ReadonlyMap<string, Cadence> {
  const own = new Map<string, Stage[]>();
  for (const line of lines) {
    const stage = readStage(line);
    if (stage === null) continue;
    const name = cadenceId(line.text('cadence')) || byDefault;
    const stages = own.get(name) ?? [];
    // Done stages are known by their names: a second rung of one name could never be told from the first.
    if (stages.some((other) => isTwin(other, stage))) line.complain('stage', 'repeated-stage');
    else own.set(name, [...stages, stage]);
  }
  const cadences = new Map(PRESETS);
  for (const [id, stages] of own)
    cadences.set(id, { id, stages: stages.sort((a, b) => a.offset - b.offset || TONES.indexOf(a.tone) - TONES.indexOf(b.tone)) });
  return cadences;
}

function isTwin(one: Stage, other: Stage): boolean {
  return (
    one.id === other.id &&
    (one.offset !== other.offset || (one.segment === other.segment && one.minAmount === other.minAmount)) &&
    overlaps(one, other)
  );
}

/** Lines for two different segments never meet on one invoice. */
function overlaps(one: Stage, other: Stage): boolean {
  return one.segment === null || other.segment === null || one.segment === other.segment;
}

function readStage(line: Line): Stage | null {
  const id = stageId(line.text('stage'));
  if (id === '') return line.complain('stage', 'missing-stage');
  // Handing over is what follows the last stage of every cadence.
  if (id === 'hand-over') return line.complain('stage', 'reserved-stage');
  const offset = line.whole('offset', -365, 3650);
  if (offset === null && !line.isBad) line.complain('offset', 'missing-offset');
  const [channel, tone] = HABIT[id] ?? ['email', 'reminder'];
  const minAmount = line.amount('minAmount', 0);
  const stage: Stage = {
    id,
    offset: offset ?? 0,
    channel: line.word('channel', CHANNEL_WORDS, 'unknown-channel') ?? channel,
    tone: line.word('tone', TONE_WORDS, 'unknown-tone') ?? tone,
    template: line.text('template') || null,
    segment: segmentKey(line.text('segment')) || null,
    minAmount,
    rest: line.whole('rest', 0, 3650),
  };
  // A stage with a condition nobody can read might chase whom the house meant to spare.
  return line.isBad ? null : stage;
}
