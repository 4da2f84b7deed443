/** Short questions about one cell of a row: what text it holds, whether it is in error, whether it speaks of a dispute. */
import { folded } from '../words.ts';
import type { Cell } from '../workbook.ts';
import { displayText, isBlankCell } from './cell-text.ts';
import { yesNo } from './yes-no.ts';

/** The text a person reads in a cell, trimmed; '' for a blank. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return isTidy(cell) ? cell : cell.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
  return cell === null ? '' : displayText(cell).trim();
}

/** Neither end holds a blank: the common cell, told without a regular expression. */
function isTidy(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 32 && last > 32 && first < 0x2000 && last < 0x2000 && first !== 0xa0 && last !== 0xa0;
}

const NO_DISPUTE =
  /^(0|-+|non|no|n|none|aucun|aucune|nein|faux|false|nee|ninguna|nessuna|ras|clos|close|closed|resolu|resolue|regle|reglee|resolved|leve|levee)$/;

/** Whether a dispute cell says there is one: yes, or words about it. */
export function saysDisputed(cell: Cell): boolean {
  const answer = yesNo(cell);
  if (answer !== null) return answer;
  return typeof cell === 'string' && !isBlankCell(cell) && !NO_DISPUTE.test(folded(cell));
}
