/**
 * What went wrong, in words with what to do. Google's errors are sentences, some in the account's language, few with a code; what is not known is said
 * as Google said it.
 */
import { spreadsheet, tried } from './google.ts';
import type { Trouble } from './wire.ts';
import type { Words } from './words.ts';

/** A click that ends with words of ours. */
export class Ended extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.message);
    this.trouble = trouble;
  }
}

/** A trouble of a kind, from its words. */
export function troubleOf(kind: Trouble['kind'], [message, advice]: readonly [string, string]): Trouble {
  return { kind, message, advice };
}

const QUOTA =
  /too many times|too much computer time|quota|rate.?limit|limit exceeded|too many (?:simultaneous|concurrent)|trop de fois|trop de temps de calcul|limite dépassée/i;
const AUTHORISATION =
  /authori[sz]ation|not have permission|permission_denied|insufficient .*(?:scope|permission)|autorisation|n.êtes pas autorisé/i;
const PROTECTED = /protected (?:cell|range|sheet|object)|protégé/i;
const TIME = /maximum execution time|timed? ?out|temps d.exécution|durée d.exécution/i;

/** What kind of error Google has raised. */
export function kindOf(error: unknown): Trouble['kind'] {
  const code = codeOf(error);
  const said = saidBy(error);
  if (code === 429 || QUOTA.test(said)) return 'quota';
  if (PROTECTED.test(said)) return 'protected';
  if (code === 401 || code === 403 || AUTHORISATION.test(said)) return 'not-authorised';
  return TIME.test(said) ? 'time' : 'failed';
}

/** The number of an error of Google's web services; null for all others. */
export function codeOf(error: unknown): number | null {
  const code = (error as { details?: { code?: unknown } } | null)?.details?.code;
  return typeof code === 'number' ? code : null;
}

/** The sentence of an error, whatever was thrown. */
export function saidBy(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message);
}

/** An error as the user reads it. */
export function inWords(error: unknown, words: Words): Trouble {
  if (error instanceof Ended) return error.trouble;
  const kind = kindOf(error);
  switch (kind) {
    case 'failed':
      return troubleOf(kind, words.failed(saidBy(error)));
    case 'protected':
      return troubleOf(kind, words.protected(protectedPlaces()));
    default:
      return troubleOf(kind, words.trouble[kind]);
  }
}

/** The ranges of the spreadsheet that this user may not edit, as people know them: by what was said of them, their sheet and address. */
function protectedPlaces(): string {
  const { ProtectionType } = SpreadsheetApp;
  const found = tried(() =>
    [ProtectionType.SHEET, ProtectionType.RANGE].flatMap((type) =>
      spreadsheet()
        .getProtections(type)
        .filter((protection) => !protection.canEdit())
        .map((protection) => {
          const range = protection.getRange();
          const place =
            type === ProtectionType.SHEET ? range.getSheet().getName() : `${range.getSheet().getName()}!${range.getA1Notation()}`;
          const description = protection.getDescription();
          return description === '' ? place : `${place} (${description})`;
        }),
    ),
  );
  return (found ?? []).join(', ');
}
