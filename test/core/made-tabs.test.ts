import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { perform, type Report } from '../../core/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import { readTabs, TAB_NAMES, tabHeader } from '../../core/tabs/index.ts';
import { settingLines, stageLine } from '../../core/tabs/made-tabs.ts';
import { type Stage, TONES } from '../../core/types.ts';
import type { Cell, MadeTab, Snapshot } from '../../core/workbook.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { tries } from '../thorough.ts';
import { AT, day, INVOICES, type Row, reportOf, workbookOf } from './workbook-of.ts';

const AS_OF = '2025-09-17';
const MADE: readonly MadeTab[] = ['settings', 'cadence', 'templates', 'customers', 'payments'];
const make = (host: MemoryHost, tab: MadeTab) => host.run(perform({ kind: 'make-tab', at: AT, tab, options: { panel: {} } }, day(AS_OF)));
const read = (sheets: Snapshot['sheets'], locale: string | null = null) =>
  readTabs({ sheets, locale, timeZone: null, date1904: false }, { asOf: day(AS_OF), language: null });

const ROWS: readonly Row[] = [
  { customer: 'Dupont', id: 'C1', email: 'a@dupont.example', segment: 'Sensible', due: '2025-08-01' },
  { customer: 'Dupont', id: 'C1', email: 'a@dupont.example', segment: 'Sensible', due: '2025-09-01' },
  { customer: 'Dupont', id: 'C2', email: 'other@dupont.example', due: '2025-09-01' },
  { customer: 'Blank here', email: 'b@blank.example', language: 'en', due: '2025-08-10' },
  { customer: 'Blank here', due: '2025-08-20' },
  { customer: '=1+1', email: 'one@x.example, two@x.example', method: 'Prélèvement', due: '2025-08-05' },
];

describe('a tab made on request', () => {
  it.each(MADE.flatMap((tab) => [true, false].map((french) => [tab, french] as const)))(
    '%s (French: %s) changes nothing of the report',
    (tab, french) => {
      const before = workbookOf(ROWS, { french });
      const host = new MemoryHost(before);
      make(host, tab);
      const language = french ? 'fr' : 'en';
      expect(host.sheets.map(({ name }) => name)).toEqual([INVOICES, TAB_NAMES[tab][language]]);
      expect(host.cells(TAB_NAMES[tab][language])[0]).toEqual(tabHeader(tab, language));
      expect(host.cells(INVOICES)).toEqual(before.sheets[0]?.cells);
      expect(withoutNames(reportOf(host.snapshot(), AS_OF))).toEqual(withoutNames(reportOf(before, AS_OF)));
    },
  );

  it('fills in the presets', () => {
    const host = new MemoryHost(workbookOf(ROWS, { french: true }));
    make(host, 'settings');
    make(host, 'cadence');
    const settings = host.cells('Réglages');
    expect(settings[0]).toEqual(['Clé', 'Valeur', 'Signification']);
    expect(settings).toContainEqual(['Délai minimum', '5', 'Jours sans nouveau contact avec un client']);
    expect(settings).toContainEqual(['Appels', 'oui', 'Si la maison appelle ses clients (oui, non)']);
    expect(settings.length - 1).toBe(Object.keys(DEFAULT_SETTINGS).length - 1);
    expect(host.cells('Scénarios')).toContainEqual(['standard', 'Mise en demeure', '30', 'lettre recommandée', 'final', '', '', '', '']);
    expect(host.cells('Scénarios')).toContainEqual(['doux', 'Pré-rappel', '-5', 'e-mail', 'courtois', '', 'sensible', '', '']);
  });

  it('offers a text per written stage and language to be typed over', () => {
    const host = new MemoryHost(workbookOf(ROWS, { french: true }));
    make(host, 'templates');
    const lines = host.cells('Modèles').slice(1);
    expect(lines.slice(0, 3).map((line) => line.slice(0, 2))).toEqual([
      ['Pré-rappel', 'fr'],
      ['Relance', 'fr'],
      ['Deuxième relance', 'fr'],
    ]);
    expect(lines.map((line) => line[1])).toEqual([...Array(6).fill('fr'), ...Array(6).fill('en')]);
    for (const [, , profile, subject, body] of lines) {
      expect(profile).toBe('');
      expect(String(subject)).toMatch(/{{.+}}/);
      expect(String(body)).toMatch(/{{.+}}/);
    }
  });

  it('lists the customers with what their rows agree on: a blank row inherits no address', () => {
    const host = new MemoryHost(workbookOf(ROWS));
    make(host, 'customers');
    expect(host.cells('Customers').map((line) => [line[0], line[1], line[2], line[7]])).toEqual([
      ['Customer', 'Customer id', 'Email', 'Segment'],
      ['Dupont', 'C1', 'a@dupont.example', 'Sensible'],
      ['Dupont', 'C2', 'other@dupont.example', ''],
      ['Blank here', '', '', ''],
      ['=1+1', '', 'one@x.example, two@x.example', ''],
    ]);
  });

  it('never touches a tab that exists, fills a blank one, and stands beside a sheet of the user’s', () => {
    const own = {
      Settings: [
        ['Key', 'Value'],
        ['rest', 9],
      ],
      Payments: [],
      Customers: [
        ['Town', 'Country'],
        ['Lyon', 'France'],
      ],
    };
    const host = new MemoryHost(workbookOf(ROWS, { tabs: own as Record<string, Cell[][]> }));
    make(host, 'settings');
    expect(host.cells('Settings')).toEqual(own.Settings);
    make(host, 'customers');
    expect(host.cells('Customers')).toEqual(own.Customers);
    expect(host.cells('Customers (Relance)')[1]?.[0]).toBe('Dupont');
    make(host, 'customers');
    make(host, 'payments');
    expect(host.cells('Payments')).toEqual([tabHeader('payments', 'en')]);
    expect(host.sheets.map(({ name }) => name)).toEqual([INVOICES, 'Settings', 'Payments', 'Customers', 'Customers (Relance)']);
  });

  it('the answer knows the tab', () => {
    const view = make(new MemoryHost(workbookOf(ROWS)), 'payments');
    expect(view.sheets).toEqual([INVOICES, 'Payments']);
  });
});

/** A made Customers tab may bring the only e-mail column; nothing else of the report moves. */
function withoutNames(report: Report) {
  return { ...report, notices: report.notices.filter(({ kind }) => kind !== 'no-email-column') };
}

describe('what is written reads back', () => {
  const word = fc.stringMatching(/^[A-Za-z][A-Za-z ,.;'’-]{0,20}[a-z]$/);
  const settings: fc.Arbitrary<Settings> = fc.record({
    company: word,
    companyAddress: word,
    companyCity: word,
    companyId: word,
    companyContact: word,
    signature: word,
    by: word,
    iban: fc.constantFrom('', 'FR7630006000011234567890189'),
    bic: fc.constantFrom('', 'AGRIFRPP'),
    paymentLink: fc.constantFrom('', 'https://pay.example/x?a=1,5'),
    country: fc.constantFrom(null, 'FR', 'GB', 'AT'),
    currency: fc.constantFrom(null, 'EUR', 'CHF'),
    language: fc.constantFrom(null, 'fr', 'en'),
    locale: fc.constantFrom(null, 'fr-FR', 'en-US'),
    dateOrder: fc.constantFrom(null, 'dmy', 'mdy', 'ymd'),
    cadence: fc.constantFrom('standard', 'classic', 'gentle', 'prompt', 'due-day'),
    minimumInterval: fc.integer({ min: 0, max: 3650 }),
    rest: fc.integer({ min: 0, max: 3650 }),
    tolerance: fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
    calls: fc.boolean(),
    entry: fc.constantFrom('ladder', 'by-age'),
    repeatHandOver: fc.option(fc.integer({ min: 1, max: 3650 })),
    regime: fc.constantFrom(null, 'FR', 'FR-PUBLIC', 'EU', 'DE', 'UK', 'CONSUMER', 'none'),
    contractRate: fc.option(fc.integer({ min: 0, max: 9999 }).map((n) => n / 10_000)),
    noticeDays: fc.integer({ min: 1, max: 365 }),
    endOfMonthTerms: fc.constantFrom(null, 'days-then-end', 'end-then-days'),
    agencyFrom: fc.option(fc.integer({ min: 0, max: 99_999 })),
    promiseGrace: fc.integer({ min: 0, max: 3650 }),
    disputeDays: fc.integer({ min: 1, max: 3650 }),
    paymentRunPause: fc.integer({ min: 1, max: 365 }),
    rates: fc.constant(DEFAULT_SETTINGS.rates),
    disbursements: fc.constant(DEFAULT_SETTINGS.disbursements),
  });

  it('settings, in either language, under any locale', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom('fr', 'en'), fc.constantFrom(null, 'fr-FR', 'en-US', 'de-DE'), (house, language, locale) => {
        const cells = [tabHeader('settings', language), ...settingLines(house, language)];
        const tabs = read([{ name: TAB_NAMES.settings[language], cells }], locale);
        expect(tabs.problems).toEqual([]);
        expect(tabs.settings).toEqual(house);
      }),
      { numRuns: tries(300) },
    );
  });

  const stage: fc.Arbitrary<Stage> = fc.record({
    id: fc.constantFrom(
      'pre-reminder',
      'reminder',
      'reminder-2',
      'reminder-3',
      'call',
      'formal-reminder',
      'formal-notice',
      'visite-sur-place',
    ),
    offset: fc.integer({ min: -365, max: 3650 }),
    channel: fc.constantFrom('email', 'call', 'letter', 'registered-letter'),
    tone: fc.constantFrom(...TONES),
    template: fc.constantFrom(null, 'Friendly one'),
    segment: fc.constantFrom(null, 'sensitive', 'grands comptes'),
    minAmount: fc.option(fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100)),
    rest: fc.option(fc.integer({ min: 0, max: 3650 })),
  });

  it('cadences, in either language, under any locale', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(stage, { minLength: 1, maxLength: 6, selector: ({ id }) => id }),
        fc.constantFrom('fr', 'en'),
        fc.constantFrom(null, 'fr-FR', 'en-US'),
        fc.constantFrom('standard', 'due-day', 'maison'),
        (stages, language, locale, id) => {
          const cells = [tabHeader('cadence', language), ...stages.map((rung) => stageLine(id, rung, language))];
          const tabs = read([{ name: TAB_NAMES.cadence[language], cells }], locale);
          expect(tabs.problems).toEqual([]);
          const byOffset = (a: Stage, b: Stage) => a.offset - b.offset || TONES.indexOf(a.tone) - TONES.indexOf(b.tone);
          expect(tabs.cadences.get(id)).toEqual({ id, stages: [...stages].sort(byOffset) });
        },
      ),
      { numRuns: tries(300) },
    );
  });
});
