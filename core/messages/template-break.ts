/**
 * Why a message in the user's own words may not go out: a tag nobody can read, a fact that is not there, a template that is named and not written.
 * One is said at a time: the first met in reading.
 */

import { likelyName, placeholderName } from './placeholders.ts';
import type { Gap, GapReason } from './template-fill.ts';
import type { TemplateTrouble } from './template-parse.ts';
import { type Template, templateTrouble } from './templates.ts';

export interface TemplateBreak {
  /** The tag as written, or the name of the template. */
  readonly about: string;
  readonly why: TemplateTrouble | GapReason | 'no-template';
  /** Sheet and cell; '' when there is none. */
  readonly where: string;
  /** What was probably meant, ready to be typed; '' for no idea. */
  readonly instead: string;
}

/** What stops a message of this template with these gaps; null when nothing does. */
export function templateBreak(template: Template, gaps: readonly Gap[], language: 'fr' | 'en'): TemplateBreak | null {
  const { sheet, row } = template.place;
  const trouble = templateTrouble(template);
  if (trouble !== null)
    return {
      about: trouble.written,
      why: trouble.trouble,
      where: `${sheet} ${trouble.cell}`,
      instead: trouble.trouble === 'unclosed-tag' ? '' : meant(trouble.written, language),
    };
  const [gap] = gaps;
  return gap ? { about: gap.written, why: gap.reason, where: `${sheet} ${template.place[gap.part]}${row}`, instead: '' } : null;
}

/** The tag somebody probably meant: `{{MONTAN}}` → `{{MONTANT}}`, `[Montant]` → `{{MONTANT}}`. */
function meant(written: string, language: 'fr' | 'en'): string {
  const condition = /^\{\{\s*#\s*(if|si)\s+/i.exec(written);
  const optional = /^\{\{\s*\?/.test(written) ? '?' : '';
  const id = likelyName(written.replace(/^[[{]+\s*(?:\?|#\s*(?:if|si)\s+)?|[\]}]+$/gi, ''));
  if (id === null) return '';
  return `{{${condition ? `#${condition[1]} ` : optional}${placeholderName(id, language)}}}`;
}
