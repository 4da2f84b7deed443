import { describe, expect, it } from '@jest/globals';
import { cadenceId, firstPostDue, overdueFrom, PRESETS, segmentKey, watchFrom } from '../../core/dunning/cadence.ts';
import { type Cadence, type Stage, TONES } from '../../core/types.ts';

const preset = (id: string) => PRESETS.get(id) as Cadence;
const line = (stage: Stage) =>
  `${stage.id} ${stage.offset > 0 ? '+' : ''}${stage.offset} ${stage.channel} ${stage.tone}${stage.segment ? ` for ${stage.segment}` : ''}${stage.minAmount ? ` from ${stage.minAmount}` : ''}`;

describe('the presets, as a manager would read them', () => {
  it('are these five pages', () => {
    expect(Object.fromEntries([...PRESETS].map(([id, cadence]) => [id, cadence.stages.map(line)]))).toEqual({
      standard: [
        'pre-reminder -7 email courtesy',
        'reminder +3 email reminder',
        'call +10 call reminder',
        'formal-reminder +20 email firm',
        'formal-notice +30 registered-letter final',
      ],
      classic: [
        'reminder +5 email courtesy',
        'reminder-2 +15 email reminder',
        'reminder-3 +30 email firm',
        'formal-notice +45 registered-letter final',
      ],
      gentle: [
        'pre-reminder -5 email courtesy for sensitive',
        'pre-reminder -5 email courtesy from 5000',
        'reminder +10 email reminder',
        'call +20 call reminder',
        'formal-notice +45 registered-letter final',
      ],
      prompt: [
        'reminder +1 email reminder',
        'call +8 call reminder',
        'reminder-2 +15 email firm',
        'formal-notice +30 registered-letter final',
      ],
      'due-day': [
        'reminder 0 email courtesy',
        'reminder-2 +7 email reminder',
        'call +14 call reminder',
        'formal-notice +30 registered-letter final',
      ],
    });
  });

  it('climb: offsets ascend and no rung is softer than the one below', () => {
    for (const { stages } of PRESETS.values())
      stages.slice(1).forEach((stage, below) => {
        expect(stage.offset).toBeGreaterThanOrEqual((stages[below] as Stage).offset);
        expect(TONES.indexOf(stage.tone)).toBeGreaterThanOrEqual(TONES.indexOf((stages[below] as Stage).tone));
      });
  });
});

describe('when an invoice is watched and when it is overdue', () => {
  const bare: Cadence = { id: 'own', stages: [] };
  it.each([
    // cadence | watched from | overdue from | first post-due stage
    [preset('standard'), -7, 3, 'reminder'],
    [preset('classic'), -7, 5, 'reminder'],
    [preset('gentle'), -5, 10, 'reminder'],
    [preset('prompt'), -7, 1, 'reminder'],
    [preset('due-day'), -7, 1, 'reminder'],
    [bare, -7, 3, undefined],
    [{ id: 'own', stages: preset('standard').stages.slice(0, 1) }, -7, 3, undefined],
    [{ id: 'own', stages: [{ ...(preset('standard').stages[0] as Stage), offset: -15 }, ...preset('prompt').stages] }, -15, 1, 'reminder'],
  ])('%j', (cadence, watched, overdue, first) => {
    expect([watchFrom(cadence), overdueFrom(cadence), firstPostDue(cadence)?.id]).toEqual([watched, overdue, first]);
  });
});

describe('names', () => {
  it.each([
    ['standard', 'standard'],
    ['  Standard ', 'standard'],
    ['Classique', 'classic'],
    ['Doux', 'gentle'],
    ['due_day', 'due-day'],
    ['Due day', 'due-day'],
    ["Jour d'échéance", 'due-day'],
    ['Grands comptes', 'grands comptes'],
    ['', ''],
  ])('%j is cadence %j', (typed, id) => expect(cadenceId(typed)).toBe(id));

  it('sensitive is one segment in both languages', () => {
    expect(['Sensible', 'sensitive', ' SENSIBLES'].map(segmentKey)).toEqual(['sensitive', 'sensitive', 'sensitive']);
    expect(segmentKey('Grands comptes')).toBe('grands comptes');
  });
});
