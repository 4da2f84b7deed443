/** What to do next for one open invoice, by its due date and what was done last alone. A column of invoices is answered row by row. */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { stageLabel } from '../dunning/action-label.ts';
import { cadenceId } from '../dunning/cadence.ts';
import { actionDay, readLastAction, standsFor } from '../dunning/last-action.ts';
import { nextAction as planned } from '../dunning/next-action.ts';
import { dateOrderOf } from '../ledger/locale-habits.ts';
import type { Cadence } from '../types.ts';
import { type Asked, dateValue } from './asked.ts';
import { type FormulaFunction, optional } from './entry.ts';
import type { FormulaValue } from './function.ts';
import { houseOf } from './house-rules.ts';
import { DUE, LOOKED_FROM, lookedFrom } from './invoice.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';
import { eachRow } from './spill.ts';

export const nextAction: FormulaFunction = {
  names: NAMES.NEXT_ACTION,
  text: {
    en: 'What to do next for an open invoice, and on which day, side by side.',
    fr: 'Que faire ensuite pour une facture ouverte, et quel jour, côte à côte.',
  },
  parameters: [
    DUE,
    optional('last_action', 'derniere_action', 'any', {
      en: 'What was done last (“Reminder D+3”), or a column.',
      fr: 'Ce qui a été fait en dernier («\u00a0Relance J+3\u00a0»), ou une colonne.',
    }),
    optional('last_on', 'date_derniere_action', 'any', { en: 'When, or a column.', fr: 'Quand, ou une colonne.' }),
    LOOKED_FROM,
    optional('cadence', 'scenario', 'text', {
      en: 'standard, classic, gentle, prompt, due-day or one of yours; the one of your settings when left out.',
      fr: 'standard, classique, doux, rapide, jour d’échéance ou l’un des vôtres\u00a0; par défaut celui de vos réglages.',
    }),
  ],
  result: 'rows',
  example: ['D6', { en: '"Reminder D+3"', fr: '"Relance J+3"' }, '"2025-09-05"', '"2025-09-17"'],
  need: () => 'tabs',
  run: eachRow((asked): FormulaValue[] => {
    const asOf = lookedFrom(asked);
    const { settings } = houseOf(asked.context);
    const cadence = cadenceOf(asked);
    const past = lastActionOf(asked, cadence, asOf);
    const facts = {
      dueOn: asked.dayOf('due'),
      done: past.done,
      invoiceContactOn: past.on,
      customerContactOn: past.on,
      lastStage: past.done?.stage ?? '',
      pause: null,
      brokenPromiseOn: NO_DAY,
      missedInstalmentOn: NO_DAY,
      handedOverOn: NO_DAY,
      segment: '',
      openAmount: 0,
    };
    const next = planned(facts, cadence, { ...settings, country: settings.country ?? countryOf(asked) }, asOf);
    if (next === null) throw new NoAnswer('not-available', asked.words.noStage);
    return [stageLabel(next.action.stage, next.stage?.offset ?? null, asked.language), dateValue(next.action.on)];
  }, 2),
};

function cadenceOf(asked: Asked): Cadence {
  const { settings, cadences } = houseOf(asked.context);
  const text = asked.text('cadence');
  const cadence = cadences.get(text === null ? settings.cadence : cadenceId(text));
  if (cadence === undefined) throw new NoAnswer('value', asked.words.notOneOf(asked.nameOf('cadence'), text ?? '', [...cadences.keys()]));
  return cadence;
}

/** What was done last, as the sheet's own column would be read: what lies after the as-of day has not happened. */
function lastActionOf(asked: Asked, cadence: Cadence, asOf: CalendarDay) {
  const order = dateOrderOf(asked.context.locale);
  const read = readLastAction(asked.text('last_action') ?? '', order === null ? null : order === 'mdy', asOf);
  const on = asked.day('last_on') ?? (read === null || read.word === 'not-a-contact' ? null : actionDay(read.date, NO_DAY, asOf));
  if (on !== null && on > asOf) return { done: null, on: NO_DAY };
  return { done: read === null ? null : standsFor(read, cadence), on: on ?? NO_DAY };
}

/** Whose business days count where no setting says: France's in a French workbook. */
function countryOf({ context: { timeZone, locale } }: Asked): string | null {
  return timeZone === 'Europe/Paris' || locale?.toLowerCase().startsWith('fr') ? 'FR' : null;
}
