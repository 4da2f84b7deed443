/** Payment terms as people write them, and the due dates they give. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay, dayFromIso, endOfMonth, isoOf, NO_DAY } from '../../core/calendar.ts';
import { readTerms } from '../../core/law/terms.ts';
import { tries } from '../thorough.ts';

const day = (iso: string) => dayFromIso(iso) as CalendarDay;

/** `2025-03-17 days`, with `?` when the other order was possible and `!` when over the French limit; `ask` without a date. */
function told(
  text: string | number,
  issuedOn: string,
  choice: 'days-then-end' | 'end-then-days' | null = null,
  french = false,
): string | null {
  const answer = readTerms(text, day(issuedOn), choice, french);
  if (answer === null) return null;
  const due = answer.dueOn === null ? 'ask' : isoOf(answer.dueOn);
  return `${due} ${answer.reading}${answer.ambiguous ? ' ?' : ''}${answer.overLimit ? ' !' : ''}`;
}

describe('French worked terms: net 30, net 60, 45 then end of month, end of month then 45', () => {
  it.each([
    ['2023-01-02', '2023-02-01', '2023-03-03', '2023-02-28', '2023-03-17'],
    ['2024-01-02', '2024-02-01', '2024-03-02', '2024-02-29', '2024-03-16'], // leap year: 16, not 17
    ['2023-01-15', '2023-02-14', '2023-03-16', '2023-03-31', '2023-03-17'],
    ['2025-02-15', '2025-03-17', '2025-04-16', '2025-04-30', '2025-04-14'],
    ['2024-02-15', '2024-03-16', '2024-04-15', '2024-03-31', '2024-04-14'],
    ['2025-03-10', '2025-04-09', '2025-05-09', '2025-04-30', '2025-05-15'],
    ['2025-04-02', '2025-05-02', '2025-06-01', '2025-05-31', '2025-06-14'],
    ['2011-10-05', '2011-11-04', '2011-12-04', '2011-11-30', '2011-12-15'],
    ['2011-10-22', '2011-11-21', '2011-12-21', '2011-12-31', '2011-12-15'],
    ['2024-12-31', '2025-01-30', '2025-03-01', '2025-02-28', '2025-02-14'],
  ])('issued %s', (issued, net30, net60, daysThenEnd, endThenDays) => {
    expect(told('30 jours', issued)).toBe(`${net30} days`);
    expect(told('60 jours nets', issued, null, true)).toBe(`${net60} days`);
    expect(told('45 jours + fin de mois', issued, null, true)).toBe(`${daysThenEnd} days-then-end`);
    expect(told('fin de mois + 45 jours', issued, null, true)).toBe(`${endThenDays} end-then-days`);
  });
});

describe('every way of writing terms (issued 2025-02-15)', () => {
  it.each<[string | number, string]>([
    // Days.
    [30, '2025-03-17 days'],
    ['30', '2025-03-17 days'],
    ['net 60', '2025-04-16 days'],
    ['NET30', '2025-03-17 days'],
    ['n/30', '2025-03-17 days'],
    ['30 j', '2025-03-17 days'],
    ['30J', '2025-03-17 days'],
    ['30\u00a0jours', '2025-03-17 days'],
    ['60 jours nets', '2025-04-16 days'],
    ['J+30', '2025-03-17 days'],
    ['Paiement à 30 jours', '2025-03-17 days'],
    ['30 jours date de facture', '2025-03-17 days'],
    ["30 jours à compter de l'émission de la facture", '2025-03-17 days'],
    ['30 jours à réception de facture', '2025-03-17 days'],
    ['Payment within 30 days of invoice date', '2025-03-17 days'],
    ['2 weeks', '2025-03-01 days'],
    ['1 mois', '2025-03-15 months'],
    // Discounts are for paying early.
    ['2/10 net 30', '2025-03-17 days'],
    ['2/10, n/30', '2025-03-17 days'],
    ['2% 10 net 30', '2025-03-17 days'],
    ['2 % 10 jours, 30 jours net', '2025-03-17 days'],
    ['14 Tage 2% Skonto, 30 Tage netto', '2025-03-17 days'],
    // At once.
    ['à réception', '2025-02-15 immediate'],
    ['À réception de facture', '2025-02-15 immediate'],
    ['comptant', '2025-02-15 immediate'],
    ['Due on receipt', '2025-02-15 immediate'],
    ['immediate', '2025-02-15 immediate'],
    ['sofort fällig', '2025-02-15 immediate'],
    ['al contado', '2025-02-15 immediate'],
    ['vista fattura', '2025-02-15 immediate'],
    [0, '2025-02-15 immediate'],
    // A day of the next month.
    ['10 du mois suivant', '2025-03-10 day-of-next-month'],
    ['le 15 du mois suivant', '2025-03-15 day-of-next-month'],
    ['10th of the following month', '2025-03-10 day-of-next-month'],
    ['zum 15. des Folgemonats', '2025-03-15 day-of-next-month'],
    ['fin du mois suivant', '2025-03-31 day-of-next-month'],
    ['30 jours fin de mois le 10', '2025-04-10 day-of-next-month'],
    ['30 jours fin de mois + 10', '2025-04-10 day-of-next-month'],
    // The end of the month: French word order decides, and says so.
    ['fin de mois', '2025-02-28 end-of-month'],
    ['30 jours fin de mois', '2025-03-31 days-then-end ?'],
    ['45 jours fin de mois', '2025-04-30 days-then-end ?'],
    ['45 fin de mois', '2025-04-30 days-then-end ?'],
    ['30 jours/fin de mois', '2025-03-31 days-then-end ?'],
    ['fin de mois 45', '2025-04-14 end-then-days ?'],
    ['fin de mois + 45', '2025-04-14 end-then-days'],
    ['45 jours à partir de la fin du mois', '2025-04-14 end-then-days'],
    ['45 FDM', 'ask ask-order ?'],
    ['45fdm', 'ask ask-order ?'],
    // English: always the end of the month first.
    ['net 30 EOM', '2025-03-30 end-then-days'],
    ['EOM 30', '2025-03-30 end-then-days'],
    ['30 days end of month', '2025-03-30 end-then-days'],
    ['30 days after the end of the month', '2025-03-30 end-then-days'],
    // German, Spanish, Italian, Dutch.
    ['30 Tage netto', '2025-03-17 days'],
    ['Zahlbar innerhalb von 30 Tagen', '2025-03-17 days'],
    ['30 días', '2025-03-17 days'],
    ['30 días fecha factura', '2025-03-17 days'],
    ['30 gg d.f.', '2025-03-17 days'],
    ['30 gg fm', '2025-03-31 days-then-end ?'],
    ['30 gg d.f.f.m.', '2025-03-31 days-then-end ?'],
    ['30 dagen', '2025-03-17 days'],
    ['14 dagen na factuurdatum', '2025-03-01 days'],
  ])('%p is %s', (text, expected) => expect(told(text, '2025-02-15')).toBe(expected));

  it.each<[string | number]>([
    [''],
    ['net'],
    ['-30'],
    [-30],
    [30.5],
    ['30,5'],
    ['30 %'],
    [46043],
    [Number.NaN],
    ['999 jours'],
    ['30 ou 45'],
    ['30/60/90'],
    ['30 jours ouvrés'],
    ['30 business days'],
    ['30 jours après livraison'],
    ['30% acompte, 30 jours'],
    ['fin de mois -30'],
    ['30 jours fin de décade'],
    ['le 15'],
    ['net 10th'],
    ['10 m+2'],
    ['15/09/2025'],
    ['as agreed'],
  ])('%p is not readable, and no due date is guessed', (text) => expect(told(text, '2025-02-15')).toBeNull());

  it('a month too short gives its last day', () => {
    expect(told('le 31 du mois suivant', '2025-01-15')).toBe('2025-02-28 day-of-next-month');
    expect(told('1 mois', '2024-01-31')).toBe('2024-02-29 months');
  });

  it('without an issue date there is nothing to count from', () => expect(readTerms('30 jours', NO_DAY, null)).toBeNull());
});

describe('the user’s word on end-of-month terms', () => {
  it.each([
    ['45 FDM', 'days-then-end', '2025-04-30 days-then-end'],
    ['45 FDM', 'end-then-days', '2025-04-14 end-then-days'],
    ['45 jours fin de mois', 'end-then-days', '2025-04-14 end-then-days'],
    ['fin de mois 45', 'days-then-end', '2025-04-30 days-then-end'],
    // What is said plainly stays.
    ['fin de mois + 45', 'days-then-end', '2025-04-14 end-then-days'],
    ['net 45 EOM', 'days-then-end', '2025-04-14 end-then-days'],
    ['45 jours', 'end-then-days', '2025-04-01 days'],
  ] as const)('%s with %s', (text, choice, expected) => expect(told(text, '2025-02-15', choice)).toBe(expected));
});

describe('longer than French law allows', () => {
  it.each([
    ['60 jours', '2025-04-16 days'],
    ['61 jours', '2025-04-17 days !'],
    ['45 jours fin de mois', '2025-04-30 days-then-end ?'], // 74 days, yet legal
    ['60 jours fin de mois', '2025-04-30 days-then-end ? !'],
    ['60 FDM', 'ask ask-order ? !'],
    ['60 jours fin de mois le 10', '2025-05-10 day-of-next-month !'],
    ['3 mois', '2025-05-15 months !'],
    ['le 10 du mois suivant', '2025-03-10 day-of-next-month'],
  ])('%s: %s', (text, expected) => expect(told(text, '2025-02-15', null, true)).toBe(expected));

  it('is nobody’s business outside France', () => expect(told('90 days', '2025-02-15')).toBe('2025-05-16 days'));
});

describe('laws', () => {
  const issued = fc.integer({ min: 12_000, max: 24_000 }).map((n) => n as CalendarDay);
  const days = fc.integer({ min: 1, max: 365 });

  it('the two orders end where the calendar says', () => {
    fc.assert(
      fc.property(issued, days, (from, n) => {
        expect(readTerms(`${n} jours fin de mois`, from, null)?.dueOn).toBe(endOfMonth(addDays(from, n)));
        expect(readTerms(`fin de mois ${n}`, from, null)?.dueOn).toBe(addDays(endOfMonth(from), n));
      }),
      { numRuns: tries(200) },
    );
  });

  it('a due date is never before the issue date, whatever is typed', () => {
    const piece = fc.constantFrom(
      '30',
      '45',
      '2/10',
      'net',
      'jours',
      'j',
      'fin de mois',
      'FDM',
      'EOM',
      'le',
      '10',
      'du mois suivant',
      '+',
      '%',
      'Tage',
      'à réception',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 6 }).map((all) => all.join(' ')),
          fc.string(),
        ),
        issued,
        (text, from) => {
          const dueOn = readTerms(text, from, null)?.dueOn ?? from;
          expect(dueOn).toBeGreaterThanOrEqual(from);
          expect(dueOn - from).toBeLessThan(460);
        },
      ),
      { numRuns: tries(500) },
    );
  });
});
