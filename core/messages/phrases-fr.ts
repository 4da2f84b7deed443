/**
 * Les tournures communes à tous les messages en français : comment une facture, une échéance, un retard se disent dans une phrase.
 */
import type { Facts, SaidLine } from './texts.ts';

/** Le deux-points français est précédé d'une espace insécable. */
export const COLON = '\u00a0: ';

export function all(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts[parts.length - 1]}`;
}

function days(count: number): string {
  return count === 1 ? '1 jour de retard' : `${count} jours de retard`;
}

function late(line: SaidLine): string {
  return line.daysLate !== null && line.daysLate > 0 ? ` (${days(line.daysLate)})` : '';
}

/** « échue le 12 septembre 2025 (5 jours de retard) », « à échéance du 16 septembre 2025 » ; '' sans échéance. */
export function due(line: SaidLine, day: string): string {
  if (day === '') return '';
  return line.daysLate !== null && line.daysLate > 0 ? `, échue le ${day}${late(line)}` : `, à échéance du ${day}`;
}

export function owed(line: SaidLine): string {
  return line.partlyPaid ? `${line.open} restant dus sur ${line.amount}` : line.open;
}

/** Le sujet des phrases : « la facture F1 du …, adressée à … pour un montant de …, » ou « les 3 factures ci-dessous, » ; l'échéance suit. */
export function invoices({ lines, customer }: Facts): string {
  const [line] = lines as [SaidLine];
  if (lines.length > 1) return `les ${lines.length} factures ci-dessous${customer === '' ? '' : `, adressées à ${customer},`}`;
  const balance = line.partlyPaid ? `le solde de ${line.open} de ` : '';
  const number = line.number === '' ? '' : ` ${line.number}`;
  const issued = line.issuedOn === '' ? '' : ` du ${line.issuedOn}`;
  const order = line.purchaseOrder === '' ? '' : ` (votre commande ${line.purchaseOrder})`;
  return `${balance}la facture${number}${issued}${order}, ${customer === '' ? 'd’un' : `adressée à ${customer} pour un`} montant de ${line.amount},`;
}

/** Le même, avec l'échéance et le retard d'une facture seule : « …, échue le … (5 jours de retard), ». */
export function lateInvoices(facts: Facts): string {
  const [line] = facts.lines as [SaidLine];
  return facts.lines.length > 1 || line.dueOn === '' ? invoices(facts) : `${invoices(facts).slice(0, -1)}${due(line, line.dueOn)},`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Le mot qui convient à une facture, à plusieurs, au solde d'une facture. */
export function by({ lines }: Facts, one: string, several: string, balance = one): string {
  if (lines.length > 1) return several;
  return lines[0]?.partlyPaid ? balance : one;
}

export function until(facts: Facts, otherwise: string): string {
  return facts.deadline === '' ? otherwise : `au plus tard le ${facts.deadline}`;
}
