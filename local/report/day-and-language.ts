/**
 * The two things only a shell knows: what day it is for the person at the keyboard, and which language their machine speaks. Samples carry the day
 * they were written for, so that their figures are the same for every reader.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CalendarDay, dayFromIso, dayOf } from '../../core/index.ts';

/** Both this file and the built command lie two folders below the project's. */
export const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'samples');

/** Today where the user is. */
export function today(now: Date): CalendarDay {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CalendarDay;
}

/** `HH:MM:SS` of the user's clock. */
export function timeOfDay(now: Date): string {
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The day a sample was written for; null for any other file. */
export function sampleDay(path: string): CalendarDay | null {
  try {
    const real = realpathSync(path);
    if (dirname(real) !== realpathSync(SAMPLES)) return null;
    const samples = JSON.parse(readFileSync(join(SAMPLES, 'samples.json'), 'utf8')) as Record<string, { asOf?: string }>;
    const name = basename(real);
    return Object.hasOwn(samples, name) ? dayFromIso(samples[name]?.asOf ?? '') : null;
  } catch {
    return null;
  }
}

/** The language of the machine: French when its locale is, else English. */
export function machineLanguage(env: Readonly<Record<string, string | undefined>>): 'fr' | 'en' {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^fr/i.test(locale) ? 'fr' : 'en';
}
