/**
 * A message beside the ladder, read before it is drafted: what would be written, or in words why it cannot be. It is made by the same function as the
 * draft, so that both say the same.
 */
import { freeDraft } from './dunning/free-drafts.ts';
import { refusedInWords } from './dunning/refused.ts';
import { basisOf } from './preview.ts';
import type { Study } from './study.ts';
import type { FreeWish } from './workbook.ts';

export type FreePreview =
  | {
      readonly kind: 'message';
      readonly wish: FreeWish;
      /** As in a message preview: an edit that carries it is only used while the message would still say this. */
      readonly basis: string;
      readonly to: string;
      readonly subject: string;
      readonly text: string;
      readonly language: string;
    }
  | { readonly kind: 'refused'; readonly wish: FreeWish; readonly message: string; readonly advice: string };

/** The message of a wish on the study's day. Nothing is drafted or noted. */
export function freePreview(study: Study, wish: FreeWish): FreePreview {
  const announced = freeDraft(study, { kind: 'write-to', at: '', ...wish });
  if ('why' in announced) return { kind: 'refused', wish, ...refusedInWords(announced, study.language) };
  const { draft } = announced;
  return { kind: 'message', wish, basis: basisOf(draft), to: draft.to, subject: draft.subject, text: draft.text, language: draft.language };
}
