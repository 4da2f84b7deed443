/**
 * The Settings tab: one line per habit of the house. A line that cannot be used leaves the trade's default in force, and is said.
 */
import { correctedRates } from '../law/rates.ts';
import { DEFAULT_SETTINGS, type Disbursement, type Settings } from '../settings.ts';
import { disbursementKey, readDisbursement } from './disbursement-lines.ts';
import { rateKey } from './rate-lines.ts';
import { SETTING_KEYS, type SettingId, type SettingLine, settingId } from './setting-keys.ts';

/** The settings, with the lines that set them so that a later check can still point at its cell. */
export interface SettingsRead {
  readonly settings: Settings;
  readonly lines: ReadonlyMap<SettingId, SettingLine>;
}

/** Whether any line of a sheet with Key and Value headers is ours: other tools keep such sheets too. */
export function hasSetting(lines: Iterable<SettingLine>): boolean {
  for (const line of lines) {
    const word = line.text('key');
    if (settingId(word) !== null || rateKey(word) !== null || disbursementKey(word) !== null) return true;
  }
  return false;
}

/** Reads the lines. A key said twice: the first stands. A blank value is the default; a key of ours nobody knows is a problem when it has a value. */
export function readSettings(lines: Iterable<SettingLine>): SettingsRead {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  const from = new Map<SettingId, SettingLine>();
  const corrected = new Set<string>();
  let { rates } = DEFAULT_SETTINGS;
  const disbursements: Disbursement[] = [];
  for (const line of lines) {
    const word = line.text('key');
    if (line.text('value') === '') continue;
    const rate = rateKey(word);
    if (rate !== null) {
      const name = `${rate.half} ${rate.reference}`;
      if (corrected.has(name)) line.complain('key', 'repeated-key');
      else {
        corrected.add(name);
        const percent = line.percent('value', -20, 99);
        const table = percent === null ? null : correctedRates(rate.half, rate.reference, percent, rates);
        if (table !== null) rates = table;
        else if (percent !== null) line.complain('key', 'rate-out-of-reach');
      }
      continue;
    }
    const planned = disbursementKey(word);
    if (planned !== null) {
      const disbursement = readDisbursement(line, planned);
      if (disbursement !== null) disbursements.push(disbursement);
      continue;
    }
    const id = settingId(word);
    if (id === null) line.complain('key', word === '' ? 'missing-key' : 'unknown-key');
    else if (from.has(id)) line.complain('key', 'repeated-key');
    else {
      const value = SETTING_KEYS[id].read(line);
      if (value === null) continue;
      settings[id] = value;
      from.set(id, line);
    }
  }
  return { settings: { ...(settings as unknown as Settings), rates, disbursements }, lines: from };
}
