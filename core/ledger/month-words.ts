/**
 * The names of months and weekdays as people type them on invoices, in the six languages the sheets come in. `mar.` may be a Tuesday or
 * March: the reader of dates tries both.
 */
import { seen } from '../words.ts';

/** Per language twelve entries, `long short other…`; the short one is written back as it stands. */
const MONTHS: Readonly<Record<string, string>> = {
  fr: 'janvier janv. jan|février févr. fév|mars mars|avril avr.|mai mai|juin juin|juillet juil. juill|août août|septembre sept. sep|octobre oct.|novembre nov.|décembre déc.',
  en: 'January Jan|February Feb|March Mar|April Apr|May May|June Jun|July Jul|August Aug|September Sep Sept|October Oct|November Nov|December Dec',
  de: 'Januar Jan. Jänner|Februar Feb. Feber|März März Mrz Maerz Mär|April Apr.|Mai Mai|Juni Jun.|Juli Jul.|August Aug.|September Sep.|Oktober Okt.|November Nov.|Dezember Dez.',
  es: 'enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre sept setiembre set|octubre oct|noviembre nov|diciembre dic',
  it: 'gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre set sett|ottobre ott|novembre nov|dicembre dic',
  nl: 'januari jan|februari feb|maart mrt|april apr|mei mei|juni jun|juli jul|augustus aug|september sep|oktober okt|november nov|december dec',
};

/** Monday first. */
const WEEKDAYS = [
  'lundi lun monday mon montag mo lunes lunedi maandag ma',
  'mardi mar tuesday tue tues dienstag di martes martedi dinsdag',
  'mercredi mer wednesday wed mittwoch mi miercoles mie mercoledi woensdag wo',
  'jeudi jeu thursday thu thur thurs donnerstag do jueves jue giovedi gio donderdag',
  'vendredi ven friday fri freitag fr viernes vie venerdi vrijdag vr',
  'samedi sam saturday sat samstag sonnabend sa sabado sab sabato zaterdag za',
  'dimanche dim sunday sun sonntag so domingo dom domenica zondag zo',
];

/** A word without accents, capitals, points and what nobody sees. */
export function bare(word: string): string {
  return seen(word)
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
}

const NAMES: Readonly<Record<string, readonly string[][]>> = Object.fromEntries(
  Object.entries(MONTHS).map(([language, months]) => [language, months.split('|').map((month) => month.split(' '))]),
);
const MONTH_BY_WORD = new Map(
  Object.values(NAMES).flatMap((months) => months.flatMap((words, index) => words.map((word) => [bare(word), index + 1] as const))),
);
const LONG_WORDS = new Set(Object.values(NAMES).flatMap((months) => months.map((words) => bare(words[0] as string))));
const WEEKDAY_BY_WORD = new Map(WEEKDAYS.flatMap((words, index) => words.split(' ').map((word) => [word, index] as const)));

/** 1–12 for the bare name or abbreviation of a month in any of the six languages, else null. */
export function monthOfWord(word: string): number | null {
  return MONTH_BY_WORD.get(word) ?? null;
}

/** Is this bare month word the whole name rather than an abbreviation? */
export function isLongMonth(word: string): boolean {
  return LONG_WORDS.has(word);
}

/** 0 (Monday) – 6 for the bare name or abbreviation of a weekday, else null. */
export function weekdayOfWord(word: string): number | null {
  return WEEKDAY_BY_WORD.get(word) ?? null;
}

/** The name of month 1–12 in a language (English when it is not one of the six), whole or short. */
export function monthName(month: number, language: string, length: 'long' | 'short'): string {
  const words = (NAMES[language] ?? (NAMES.en as readonly string[][]))[month - 1] as readonly string[];
  return words[length === 'long' ? 0 : 1] as string;
}
