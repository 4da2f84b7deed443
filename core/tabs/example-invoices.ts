/**
 * Invoices of an invented business, in a tab of their own: for somebody whose workbook holds none and who would see Relance at work first. They are
 * told from the day one looks, so that there is always something late, something coming and something paid. Nobody owns the addresses.
 */
import { addDays, type CalendarDay } from '../calendar.ts';
import { LANGUAGES } from '../languages/index.ts';
import { longDate, moneyText } from '../messages/money-text.ts';
import type { Snapshot, TabAppend } from '../workbook.ts';
import { freeSheetName } from './made-tabs.ts';

interface Example {
  readonly customer: readonly [fr: string, en: string, address: string];
  /** Days from the due date to today: 12 is twelve days late, -5 due in five. */
  readonly late: number;
  /** Days between invoice and due date. */
  readonly terms: number;
  readonly cents: number;
  readonly paidCents?: number;
  /** Days after the due date. */
  readonly paidAfter?: number;
}

const ORCHARD = ['Les Vergers Lointains', 'Farland Orchards', 'contact@orchard.example'] as const;
const CIDER = ['Cidrerie du Gué', 'Ford Cider House', 'contact@cider.example'] as const;
const CLINIC = ['Clinique des Tilleuls', 'Linden Clinic', 'contact@clinic.example'] as const;
const PRINTER = ['Imprimerie Octave', 'Octave Printers', 'contact@octave.example'] as const;

const EXAMPLES: readonly Example[] = [
  { customer: ORCHARD, late: 118, terms: 30, cents: 96_000, paidCents: 96_000, paidAfter: 21 },
  { customer: CLINIC, late: 95, terms: 30, cents: 148_000, paidCents: 148_000, paidAfter: 2 },
  { customer: ORCHARD, late: 74, terms: 30, cents: 124_050, paidCents: 124_050, paidAfter: 33 },
  { customer: CIDER, late: 61, terms: 45, cents: 320_000, paidCents: 120_000, paidAfter: 20 },
  { customer: CLINIC, late: 40, terms: 30, cents: 87_500, paidCents: 87_500, paidAfter: 0 },
  { customer: ORCHARD, late: 24, terms: 30, cents: 185_000 },
  { customer: PRINTER, late: 12, terms: 30, cents: 64_000 },
  { customer: CIDER, late: 4, terms: 45, cents: 210_000 },
  { customer: CLINIC, late: -5, terms: 30, cents: 93_000 },
  { customer: PRINTER, late: -18, terms: 30, cents: 71_225 },
];

const TAB = { fr: 'Exemple de factures', en: 'Sample invoices' } as const;
const CURRENCY = { fr: 'EUR', en: 'GBP' } as const;

/** A new tab of ten invoices as they stand on `asOf`; a sheet of the same name is left as it is, and ours takes another. */
export function exampleTab(snapshot: Pick<Snapshot, 'sheets'>, language: 'fr' | 'en', asOf: CalendarDay): TabAppend {
  const { roles } = LANGUAGES[language];
  const { number, customer, email, issuedOn, dueOn, amount, paidAmount, paidOn } = roles;
  const money = (cents: number | undefined): string => (cents === undefined ? '' : moneyText(cents, CURRENCY[language], language));
  return {
    tab: freeSheetName(snapshot, TAB[language]),
    create: true,
    header: [number, customer, email, issuedOn, dueOn, amount, paidAmount, paidOn],
    rows: EXAMPLES.map(({ customer: [fr, en, address], late, terms, cents, paidCents, paidAfter }, n) => {
      const due = addDays(asOf, -late);
      const day = (at: CalendarDay): string => longDate(at, language);
      return [
        `${language === 'fr' ? 'EX' : 'SI'}-${String(n + 1).padStart(3, '0')}`,
        language === 'fr' ? fr : en,
        address,
        day(addDays(due, -terms)),
        day(due),
        money(cents),
        money(paidCents),
        paidAfter === undefined ? '' : day(addDays(due, paidAfter)),
      ];
    }),
  };
}
