/** What the user said of their table, as text in a file: taken as it stands, or not at all. */
import type { Binding } from '../../core/index.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isLetters = (value: unknown): boolean => isText(value) && /^[A-Z]{1,3}$/.test(value);
const all = (map: unknown, holds: (value: unknown) => boolean): boolean => isObject(map) && Object.values(map).every(holds);
const orNone = (value: unknown, holds: (value: unknown) => boolean): boolean => value === undefined || holds(value);

/** The first member that cannot be: '' for the whole; null when it is a binding. */
export function bindingFault(value: unknown): string | null {
  if (!isObject(value) || !isText(value.sheet)) return '';
  if (!Number.isInteger(value.headerRow) || (value.headerRow as number) < 1) return 'headerRow';
  if (!all(value.columns, (letters) => letters === '' || isLetters(letters))) return 'columns';
  if (!orNone(value.ignored, (list) => Array.isArray(list) && list.every(isLetters))) return 'ignored';
  if (!orNone(value.headers, (words) => all(words, isText))) return 'headers';
  if (!orNone(value.owned, (owned) => all(owned, (choice) => choice === 'fill' || choice === 'add'))) return 'owned';
  if (!orNone(value.currency, isText)) return 'currency';
  if (!orNone(value.locale, isText)) return 'locale';
  return orNone(value.dateOrder, (order) => isText(order) && ['dmy', 'mdy', 'ymd'].includes(order)) ? null : 'dateOrder';
}

/** The binding this text holds; null when it holds none. */
export function bindingIn(text: string): Binding | null {
  try {
    const value: unknown = JSON.parse(text);
    return bindingFault(value) === null ? (value as Binding) : null;
  } catch {
    return null;
  }
}
