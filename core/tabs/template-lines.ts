/**
 * The lines of a Templates tab made on request: one per written stage and language, each beginning with a text to be typed over. A stage of the house's
 * own has no text to begin with: blank, it leaves ours in force.
 */
import { LANGUAGES } from '../languages/index.ts';
import { starterTemplate } from '../messages/starter-templates.ts';
import type { Cadence } from '../types.ts';
import type { ColumnOf } from './tab-shapes.ts';

type TemplateLine = Readonly<Partial<Record<ColumnOf<'templates'>, string>>>;

/** A line for each stage of these cadences that is written to the customer, in the order in which they come, first in the workbook's own language. */
export function templateLines(cadences: ReadonlyMap<string, Cadence>, language: 'fr' | 'en'): TemplateLine[] {
  const stages = [...cadences.values()].flatMap((cadence) => cadence.stages.filter(({ channel }) => channel !== 'call'));
  const ids = [...new Set([...stages].sort((a, b) => a.offset - b.offset).map(({ id }) => id))];
  const languages = language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  return languages.flatMap((code) =>
    ids.map((id) => ({ stage: LANGUAGES[language].stages[id] ?? id, language: code, ...starterTemplate(id, code) })),
  );
}
