/**
 * Planned disbursements in the Settings tab, to be seen beside the money expected: `Disbursement 15/04/2026`, `Monthly disbursement 25`, `Weekly
 * disbursement`, each with its amount; a note in brackets says what it is for. Two alike are two.
 */
import type { Disbursement } from '../settings.ts';
import type { SettingLine } from './setting-keys.ts';

/** What a key of the Settings tab plans, before its day is read. */
interface DisbursementKey {
  readonly pace: 'once' | 'monthly' | 'weekly';
  /** The words that name the day. */
  readonly day: string;
}

const PACES: Readonly<Record<string, DisbursementKey['pace']>> = {
  monthly: 'monthly',
  mensuel: 'monthly',
  weekly: 'weekly',
  hebdomadaire: 'weekly',
};
const KEY =
  /^(?:planned )?(?:(monthly|weekly) )?(?:disbursements?|d[ée]caissements?)(?: pr[ée]vus?)?(?: (mensuel|hebdomadaire|monthly|weekly)s?)?(?: (?:le|on|du) )?(.*)$/i;

/** How a made Settings tab shows that such lines exist: a key, and what it means. */
export const DISBURSEMENT_EXAMPLE = {
  en: [
    'Monthly disbursement 25 (wages)',
    'Money you plan to pay out, shown beside the forecast; also “Disbursement 15/04/2026”, “Weekly disbursement”',
  ],
  fr: [
    'Décaissement mensuel 25 (salaires)',
    'Argent que vous prévoyez de sortir, montré à côté de la prévision\u00a0; aussi «\u00a0Décaissement 15/04/2026\u00a0», «\u00a0Décaissement hebdomadaire\u00a0»',
  ],
} as const;

/** What a key plans; null for any other key. */
export function disbursementKey(word: string): DisbursementKey | null {
  const plain = word
    .normalize('NFC')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\s\u00a0\u202f:]+/g, ' ')
    .trim();
  const found = KEY.exec(plain);
  if (!found) return null;
  const pace = PACES[(found[1] ?? found[2] ?? '').toLowerCase()] ?? 'once';
  return { pace, day: (found[3] ?? '').trim() };
}

/** The disbursement of a line; null when its day or amount cannot be read (the line has complained). */
export function readDisbursement(line: SettingLine, { pace, day }: DisbursementKey): Disbursement | null {
  const money = line.money('value', null);
  if (money === null) return null;
  if (!(money.amount >= 0)) return line.complain('value', 'out-of-range');
  const planned = { amount: money.amount, currency: money.currency };
  switch (pace) {
    case 'once': {
      if (day === '') return line.complain('key', 'missing-date');
      const on = line.dayWithin('key', day);
      return on === null ? null : { ...planned, when: { kind: 'once', on } };
    }
    case 'monthly': {
      const dayOfMonth = /^\d{1,2}$/.test(day) ? Number(day) : 0;
      return dayOfMonth < 1 || dayOfMonth > 31
        ? line.complain('key', 'out-of-range')
        : { ...planned, when: { kind: 'monthly', day: dayOfMonth } };
    }
    case 'weekly':
      return day === '' ? { ...planned, when: { kind: 'weekly' } } : line.complain('key', 'unknown-key');
    default:
      return pace satisfies never;
  }
}
