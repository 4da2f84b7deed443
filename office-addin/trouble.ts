/** Why a command could not end in Excel, in words the user can act on: the panel shows an error by its message and advice. */
import { type ExcelTroubleKind, TROUBLE_WORDS } from './trouble-words.ts';

/** A trouble of ours, before it is said in a language. `about`: the sheet it concerns, or Excel's own code. */
export class ExcelTrouble extends Error {
  readonly kind: ExcelTroubleKind;
  readonly about: string;
  constructor(kind: ExcelTroubleKind, about = '') {
    super(about === '' ? kind : `${kind}: ${about}`);
    this.name = 'ExcelTrouble';
    this.kind = kind;
    this.about = about;
  }
}

/** Excel's own codes, and what they come to here. */
const CODES: Readonly<Record<string, ExcelTroubleKind>> = {
  AccessDenied: 'protected-workbook',
  ReadOnly: 'protected-workbook',
  InvalidOperationInCellEditMode: 'editing-cell',
  RequestPayloadSizeLimitExceeded: 'too-big',
  ResponsePayloadSizeLimitExceeded: 'too-big',
  GeneralException: 'connection',
  Timeout: 'connection',
  RequestAborted: 'connection',
  ConnectionFailure: 'connection',
  HttpRequestTimeout: 'connection',
};

/** The code of an error of Excel's; '' for any other. */
export const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

/** An error whose message and advice can be shown; one that has them already is given back. */
export function inWords(error: unknown, language: 'fr' | 'en'): Error {
  if (error instanceof Error && 'advice' in error) return error;
  const code = codeOf(error);
  if (!(error instanceof ExcelTrouble) && code === '') return error instanceof Error ? error : new Error(String(error));
  const [kind, about] = error instanceof ExcelTrouble ? [error.kind, error.about] : [CODES[code] ?? 'other', code];
  const { message, advice } = TROUBLE_WORDS[language][kind](about);
  return Object.assign(new Error(message, { cause: error }), { advice });
}
