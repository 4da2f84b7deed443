/**
 * Whether the message of a worklist entry can be said in the user's own words: asked before anything is drafted, for every entry that has such words.
 */
import { compose } from '../messages/compose.ts';
import { type TemplateBreak, templateBreak } from '../messages/template-break.ts';
import type { Study } from '../study.ts';
import { messageInput } from './drafts.ts';
import type { WorkEntry } from './worklist.ts';

/** What stops the message of an entry; null when nothing does, or when it is said in our words. */
export function templateBreakOf(study: Study, entry: WorkEntry): TemplateBreak | null {
  const { rung } = entry;
  const { templates } = study.tabs;
  if (rung === null || entry.invoices.length === 0 || (templates.length === 0 && rung.template === null)) return null;
  const input = messageInput(study, entry);
  if (input.template !== null) return templateBreak(input.template, compose(input).gaps, study.language);
  // A stage that names its words means those, and no others.
  return rung.template === null ? null : { about: rung.template, why: 'no-template', where: '', instead: '' };
}
