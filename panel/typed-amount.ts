/**
 * An amount as a hand types it in a form: `1 234,50`, `1,234.50`, `€1234.5`. The user's language decides what a lone comma or point before three
 * digits means; what can be read two ways otherwise is not read.
 */
import type { LanguageCode } from '../core/for-panel.ts';

/** Decimal; null for what is no amount. */
export function typedAmount(text: string, language: LanguageCode): number | null {
  const bare = text.replace(/[\s\u00a0\u202f\u0027’€$£]/g, '').replace(/^[A-Za-z]{3}|[A-Za-z]{3}$/g, '');
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(bare)) return null;
  const point = bare.includes('.') && bare.includes(',') ? lastOf(bare) : loneMark(bare, language);
  const [whole = '', ...rest] = point === null ? [bare.replace(/[.,]/g, '')] : bare.split(point);
  if (rest.length > 1) return null;
  const [decimals = ''] = rest;
  if (/\D/.test(decimals) || decimals.length > 3 || !isGrouped(point === null ? bare : whole)) return null;
  return Number(`${whole.replace(/[.,]/g, '') || '0'}.${decimals || '0'}`);
}

function lastOf(text: string): string {
  return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
}

/** The decimal mark where only one of the two stands, or none: before three digits it is the language's thousands, or its decimals. */
function loneMark(text: string, language: LanguageCode): string | null {
  const [mark] = /[.,]/.exec(text) ?? [];
  if (mark === undefined) return null;
  const isDecimal = mark === (language === 'fr' ? ',' : '.');
  const looksGrouped = /^\d{1,3}([.,]\d{3})+$/.test(text);
  return looksGrouped && !isDecimal ? null : mark;
}

/** Thousands, where they are marked, are marked every three digits. */
function isGrouped(whole: string): boolean {
  return /^\d*$/.test(whole) || /^\d{1,3}([.,]\d{3})+$/.test(whole);
}
