/**
 * The turns of phrase all English messages share: how an invoice, a due date, a delay are said in a sentence.
 */
import type { Facts, SaidLine } from './texts.ts';

export function all(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

function late(line: SaidLine): string {
  if (line.daysLate === null || line.daysLate <= 0) return '';
  return line.daysLate === 1 ? ' (1 day late)' : ` (${line.daysLate} days late)`;
}

export function due(line: SaidLine, day: string): string {
  return day === '' ? '' : `, due on ${day}${late(line)}`;
}

export function owed(line: SaidLine): string {
  return line.partlyPaid ? `${line.open} still owed of ${line.amount}` : line.open;
}

/** The subject of the sentences: `invoice F1 of …, made out to … for …,` or `the 3 invoices below`; the due date follows. */
export function invoices({ lines, customer }: Facts): string {
  const [line] = lines as [SaidLine];
  if (lines.length > 1) return `the ${lines.length} invoices below${customer === '' ? '' : `, made out to ${customer},`}`;
  const balance = line.partlyPaid ? `the balance of ${line.open} on ` : '';
  const number = line.number === '' ? 'our invoice' : `invoice ${line.number}`;
  const issued = line.issuedOn === '' ? '' : ` of ${line.issuedOn}`;
  const order = line.purchaseOrder === '' ? '' : ` (your order ${line.purchaseOrder})`;
  return `${balance}${number}${issued}${order}${customer === '' ? '' : `, made out to ${customer}`} for ${line.amount}${customer === '' ? '' : ','}`;
}

/** The same with the due date and lateness of an invoice alone: `…, due on … (5 days late),`. */
export function lateInvoices(facts: Facts): string {
  const [line] = facts.lines as [SaidLine];
  return facts.lines.length > 1 || line.dueOn === '' ? invoices(facts) : `${invoices(facts).replace(/,$/, '')}${due(line, line.dueOn)},`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The word that fits one invoice or several. */
export function by(facts: Facts, one: string, several: string): string {
  return facts.lines.length > 1 ? several : one;
}

export function until(facts: Facts, otherwise: string): string {
  return facts.deadline === '' ? otherwise : `by ${facts.deadline} at the latest`;
}
