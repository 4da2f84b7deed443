// The "last action" cell: what people write there, in six languages, and which rung and day it stands for. Due on 2025-09-12, issued on 2025-08-13.
import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../core/workbook.ts';
import { type Around, action, invoiceOf, journalOf, type Row } from './workbook-of.ts';

const read = (
  last: Cell,
  options: { cadence?: string; asOf?: string; dateOrder?: 'dmy' | 'mdy'; row?: Row; around?: Around } = {},
): string => {
  const { cadence = 'standard', asOf = '2025-12-31', dateOrder = 'dmy', row = {}, around = {} } = options;
  return action(invoiceOf({ due: '2025-09-12', last, ...row }, asOf, around, { cadence, dateOrder })?.lastAction);
};

describe('words, in the standard cadence', () => {
  it.each<[text: string, standsFor: string]>([
    // The trade article's own
    ['Relance J+3', 'reminder ?'],
    ['Appel J+10 (15/09)', 'call 2025-09-15'],
    ['Pre-rappel J-7', 'pre-reminder ?'],
    // French
    ['Pré-rappel', 'pre-reminder ?'],
    ['Rappel avant échéance le 05/09', 'pre-reminder 2025-09-05'],
    ['Relance', 'reminder ?'],
    ['RELANCE', 'reminder ?'],
    ['relancé par mail le 16/09/2025', 'reminder 2025-09-16'],
    ['Appel', 'call ?'],
    ['Appelé Mme Durand le 3 oct. 2025', 'call 2025-10-03'],
    ['tél. 22/9', 'call 2025-09-22'],
    ['message laissé sur la messagerie 22/09', 'call 2025-09-22'],
    ['Relance ferme', 'formal-reminder ?'],
    ['dernier rappel', 'formal-reminder ?'],
    ['Mise en demeure', 'formal-notice ?'],
    ['MED envoyée 13.10.25', 'formal-notice 2025-10-13'],
    ['LRAR du 13/10/2025', 'formal-notice 2025-10-13'],
    ['Passage au contentieux le 20/10/2025', 'hand-over 2025-10-20'],
    ['transmis à l’huissier', 'hand-over ?'],
    // English
    ['Handed over to collections', 'hand-over ?'],
    ['Pre-reminder', 'pre-reminder ?'],
    ['Reminder D+3', 'reminder ?'],
    ['Emailed Sep 15, 2025', 'reminder 2025-09-15'],
    ['Called 22 September 2025', 'call 2025-09-22'],
    ['left a voicemail', 'call ?'],
    ['Final reminder', 'formal-reminder ?'],
    ['Final notice', 'formal-notice ?'],
    ['letter before action', 'formal-notice ?'],
    // German
    ['Zahlungserinnerung', 'reminder ?'],
    ['Mahnung am 15.09.2025', 'reminder 2025-09-15'],
    ['Anruf 22. September 2025', 'call 2025-09-22'],
    ['Letzte Mahnung', 'formal-notice ?'],
    ['Einschreiben 13.10.', 'formal-notice 2025-10-13'],
    // Spanish
    ['Recordatorio', 'reminder ?'],
    ['Llamada 22/09', 'call 2025-09-22'],
    ['Burofax', 'formal-notice ?'],
    ['Preaviso', 'pre-reminder ?'],
    // Italian
    ['Sollecito', 'reminder ?'],
    ['Telefonata del 22 settembre 2025', 'call 2025-09-22'],
    ['Messa in mora', 'formal-notice ?'],
    // Dutch
    ['Herinnering', 'reminder ?'],
    ['Gebeld op 22-09-2025', 'call 2025-09-22'],
    ['Ingebrekestelling', 'formal-notice ?'],
    // What is no reminder
    ['', '–'],
    ['-', '–'],
    ['Facture envoyée le 13/08/2025', '–'],
    ['aucune', '–'],
    ['RAS', '–'],
    ['voir avec Luc', '–'],
    ['payé', '–'],
  ])('%j is %s', (text, standsFor) => expect(read(text)).toBe(standsFor));
});

describe('which rung', () => {
  it.each<[cadence: string, text: string, standsFor: string]>([
    // A word with a stage of its own, whatever the figure.
    ['standard', 'Appel J+8', 'call ?'],
    // J±n: the stage at or below it.
    ['standard', 'J+3', 'reminder ?'],
    ['standard', 'Relance J+5', 'reminder ?'],
    ['standard', 'Relance J + 20', 'formal-reminder ?'],
    ['standard', 'Relance J+25', 'formal-reminder ?'],
    ['standard', 'D-7', 'pre-reminder ?'],
    ['standard', 'J−7', 'pre-reminder ?'],
    ['standard', 'Relance J+1', 'reminder ?'],
    // "Relance J+10" was written, not a call.
    ['standard', 'Relance J+10', 'reminder ?'],
    ['classic', 'Relance J+15', 'reminder-2 ?'],
    ['classic', 'Relance J+3', 'reminder ?'],
    ['classic', 'Reminder D+30', 'reminder-3 ?'],
    // The rank among the written stages from the due date on.
    ['standard', 'Rappel 2', 'formal-reminder ?'],
    ['standard', 'Relance n°1', 'reminder ?'],
    ['standard', '2ème relance', 'formal-reminder ?'],
    ['standard', 'Relance 3', 'formal-notice ?'],
    ['classic', 'Rappel 2', 'reminder-2 ?'],
    ['classic', 'relance2', 'reminder-2 ?'],
    ['classic', 'R3', 'reminder-3 ?'],
    ['classic', '2. Mahnung', 'reminder-2 ?'],
    ['classic', '2. Mahnung am 29. September 2025', 'reminder-2 2025-09-29'],
    ['classic', 'segundo recordatorio', 'reminder-2 ?'],
    ['classic', 'secondo sollecito', 'reminder-2 ?'],
    ['classic', 'tweede herinnering', 'reminder-2 ?'],
    ['classic', 'second reminder', 'reminder-2 ?'],
    ['classic', 'troisième relance (13/10)', 'reminder-3 2025-10-13'],
    ['due-day', 'Rappel 2', 'reminder-2 ?'],
    // A stage the cadence lacks keeps its name.
    ['classic', 'Appel', 'call ?'],
    ['classic', 'Pré-rappel', 'pre-reminder ?'],
    // A day is no rank, mails are no months.
    ['standard', 'Relance le 5', 'reminder ?'],
    ['standard', '2 mails', 'formal-reminder ?'],
    ['standard', '1 mail', 'reminder ?'],
  ])('%s: %j is %s', (cadence, text, standsFor) => expect(read(text, { cadence })).toBe(standsFor));
});

describe('which day', () => {
  it.each<[what: string, text: Cell, options: Parameters<typeof read>[1], standsFor: string]>([
    ['no year: the latest such day up to as-of', 'Relance (15/09)', {}, 'reminder 2025-09-15'],
    ['no year, across the new year', 'Relance (28/12)', { asOf: '2026-01-15' }, 'reminder 2025-12-28'],
    ['no year, before the issue: done, not dated', 'Relance (10/08)', {}, 'reminder ?'],
    ['no year, still to come: not done', 'Appel (20/09)', { asOf: '2025-09-17' }, '–'],
    ['a whole date still to come: not done', 'Appel 20/09/2025', { asOf: '2025-09-17' }, '–'],
    ['on the as-of day', 'Appel 17/09/2025', { asOf: '2025-09-17' }, 'call 2025-09-17'],
    ['ISO', 'Relance 2025-09-15', {}, 'reminder 2025-09-15'],
    ['two digits', 'Relance 15/09/25', {}, 'reminder 2025-09-15'],
    ['month first, as the sheet has it', 'Reminder 09/10/2025', { dateOrder: 'mdy' }, 'reminder 2025-09-10'],
    ['day first', 'Reminder 09/10/2025', { dateOrder: 'dmy' }, 'reminder 2025-10-09'],
    ['a sure day against the order', 'Reminder 09/15/2025', { dateOrder: 'dmy' }, 'reminder 2025-09-15'],
    ['impossible: done, not dated', 'Relance 31/02/2025', {}, 'reminder ?'],
    ['a true date alone: a contact, no stage', { date: '2025-09-16' }, {}, '–'],
  ])('%s', (_, text, options, standsFor) => expect(read(text, options)).toBe(standsFor));

  it('a date alone is a contact all the same', () => {
    expect(invoiceOf({ due: '2025-09-12', last: { date: '2025-09-16' } }, '2025-09-17')?.reason).toBe(
      'Reminded on 16 Sep 2025: left in peace a few days.',
    );
  });
  it('an undated action advances and is no contact', () => {
    const found = invoiceOf({ due: '2025-09-12', last: 'Reminder' }, '2025-09-22');
    expect([action(found?.nextAction), found?.reason]).toEqual(['call 2025-09-22', '10 days after the due date.']);
  });
});

describe('the journal is believed first', () => {
  const journaled = (at: string, event = 'sent', stage = 'reminder'): Around => ({
    tabs: journalOf([{ at, event, stage, customer: 'Dupont', invoices: 'F1' }]),
  });
  it.each<[what: string, cell: string, around: Around, last: string]>([
    ['older than the cell: the cell counts', 'Appel (22/09/2025)', journaled('2025-09-15'), 'call 2025-09-22'],
    ['newer than the cell', 'Appel (12/09/2025)', journaled('2025-09-15'), 'reminder 2025-09-15'],
    ['the same day', 'Appel (15/09/2025)', journaled('2025-09-15'), 'reminder 2025-09-15'],
    ['a cell without a day is no newer', 'Appel', journaled('2025-09-15'), 'reminder 2025-09-15'],
    ['only a draft: nothing was done, the cell counts', 'Appel', journaled('2025-09-15', 'drafted'), 'call ?'],
    ['skipped is not done', '', journaled('2025-09-15', 'skipped'), '–'],
    ['after the as-of day: not yet', 'Relance', journaled('2026-01-15', 'called', 'call'), 'reminder ?'],
  ])('%s', (_, cell, around, last) => expect(read(cell, { around })).toBe(last));
});

// Found in review: "Contentieux" counted as nothing done, and the ladder began again with a first reminder.
it.each(['Contentieux', 'Passage au contentieux (20/10)', 'Hand over'])('who was handed over (%s) is not reminded again', (last) => {
  const invoice = invoiceOf({ due: '2025-09-12', last }, '2025-12-31', {}, { cadence: 'standard', dateOrder: 'dmy' });
  expect(invoice?.nextAction).toMatchObject({ stage: 'hand-over', channel: null });
});
