/**
 * Yes or no as people tick it: a paid, disputed or insured column says `oui`, `x`, `✓`, `ja`, `1`.
 */
import type { Cell } from '../workbook.ts';
import { bare } from './month-words.ts';

const YES = new Set('oui o vrai yes y true ja j wahr si s verdadero vero waar x ok 1 ✓ ✔ ☑ ✅ 🗸'.split(' '));
const NO = new Set('non n faux no false nein falsch falso nee onwaar 0 ✗ ✘ ✕ ☐ ❌'.split(' '));

/** True, false, or null for a blank cell and for any other word. */
export function yesNo(cell: Cell | undefined): boolean | null {
  if (typeof cell === 'boolean') return cell;
  const value = typeof cell === 'object' && cell !== null && 'number' in cell ? cell.number : cell;
  if (typeof value === 'number') return value === 1 ? true : value === 0 ? false : null;
  if (typeof value !== 'string') return null;
  const word = bare(value.replace(/\ufe0f/g, '').trim());
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
