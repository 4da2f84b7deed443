/**
 * What a locale is used to: which of 03/04 is the month, and whether 1.234 is a thousand or a bit more than one. Only habits without a rival
 * in the same country are listed; where people write both, there is no habit and the cell has to speak for itself.
 */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What separates thousands, the usual sign first, and what separates decimals. */
export interface NumberHabit {
  readonly groups: string;
  readonly decimal: '.' | ',';
}

/** Language and region of `fr-FR`, `fr_FR`, `zh-Hant-HK`, `en_US.UTF-8`; '' for what is not said. */
export function localeParts(locale: string | null): { language: string; region: string } {
  const [language = '', ...rest] = (locale ?? '').split('.')[0]?.split(/[-_]/) ?? [];
  return { language: language.toLowerCase(), region: (rest.find((part) => /^[a-z]{2}$/i.test(part)) ?? '').toUpperCase() };
}

/** By language, unless the region has its own line; null: both orders are in use. */
const DATE_ORDERS: Readonly<Record<string, DateOrder | null>> = {
  ...listed(
    'fr de es it nl pt da nb nn no fi pl cs sk sl hr sr bs ro bg el tr ru uk be et lv id ms vi th he ar ca gl ga is mt mk sq az',
    'dmy',
  ),
  ...listed('sv hu lt zh ja ko mn fa eu', 'ymd'),
  ...listed('en-US', 'mdy'),
  ...listed('en-GB en-AU en-NZ en-IE en-IN en-SG en-HK en-MT en-NG en-KE en-PK en-JM en-TT en-CY zh-HK sv-FI', 'dmy'),
  ...listed('fr-CA es-US es-PR es-PA', null),
};

const COMMA_GROUPS: NumberHabit = { groups: ',', decimal: '.' };
const DOT_GROUPS: NumberHabit = { groups: '.', decimal: ',' };
const SPACE_GROUPS: NumberHabit = { groups: ' ', decimal: ',' };
/** French groups with a space; a dot is met as a group, never as a decimal. */
const SPACE_OR_DOT_GROUPS: NumberHabit = { groups: ' .', decimal: ',' };
const APOSTROPHE_GROUPS: NumberHabit = { groups: "'", decimal: '.' };

const NUMBER_HABITS: Readonly<Record<string, NumberHabit | null>> = {
  ...listed('en ja zh ko th he ms mt ga', COMMA_GROUPS),
  ...listed('de es it nl pt da el tr id ro hr sr bs sl ca gl eu vi is az mk', DOT_GROUPS),
  ...listed('sv nb nn no fi pl cs sk hu bg ru uk be et lv lt sq', SPACE_GROUPS),
  ...listed('fr', SPACE_OR_DOT_GROUPS),
  ...listed('de-CH de-LI it-CH rm', APOSTROPHE_GROUPS),
  ...listed('es-MX es-US es-PR es-PA es-GT es-HN es-NI es-SV es-DO es-PE', COMMA_GROUPS),
  ...listed('fr-CA', SPACE_GROUPS),
  ...listed('fr-CH en-CH en-ZA en-AT en-BE en-DE en-DK en-FI en-NL en-SE en-SI', null),
};

function listed<T>(names: string, value: T): Record<string, T> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

function habitOf<T>(table: Readonly<Record<string, T | null>>, locale: string | null): T | null {
  const { language, region } = localeParts(locale);
  const regional = table[`${language}-${region}`];
  return regional !== undefined ? regional : (table[language] ?? null);
}

/** The one order in which a locale writes numeric dates; null when it has none (bare `en`, `en-CA`) or is unknown. */
export function dateOrderOf(locale: string | null): DateOrder | null {
  return habitOf(DATE_ORDERS, locale);
}

/** How a locale writes thousands and decimals; null when unknown or mixed. */
export function numberHabitOf(locale: string | null): NumberHabit | null {
  return habitOf(NUMBER_HABITS, locale);
}
