import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDay, dayFromIso, isoOf, NO_DAY } from '../../core/calendar.ts';
import { HEADER_LANGUAGES, HEADER_WORDS } from '../../core/ledger/header-words.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { JOURNAL_HEADERS, journalRow, readTabs, SETTING_KEYS, TAB_NAMES, type Tabs, tabHeader } from '../../core/tabs/index.ts';
import { JOURNAL_EVENTS, type JournalEntry, ROLES, type Role } from '../../core/types.ts';
import type { Cell, Sheet, Snapshot } from '../../core/workbook.ts';
import { tries } from '../thorough.ts';

const day = (iso: string) => dayFromIso(iso) as CalendarDay;
const sheet = (name: string, cells: Cell[][]): Sheet => ({ name, cells });
const INVOICES = sheet('Factures', [
  ['N° facture', 'Client', 'Montant', 'Échéance'],
  ['F1', 'Alpha', 100, '2025-09-10'],
]);
const workbook = (sheets: Sheet[], over: Partial<Snapshot> = {}): Snapshot => ({
  sheets,
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
  ...over,
});
const read = (...sheets: Sheet[]): Tabs => readTabs(workbook([INVOICES, ...sheets]), { asOf: day('2025-09-17'), language: 'fr' });
/** `row column: detail (found)` of each problem. */
const said = (tabs: Tabs) =>
  tabs.problems.map((problem) => `${problem.row ?? '-'}${problem.column ?? '-'}: ${problem.detail} (${problem.found})`);

describe('which sheets are tabs', () => {
  const JOURNAL = ['id', 'le', 'événement', 'client', 'factures', 'étape'];
  it.each<[string, string, Cell[][], boolean]>([
    // what | sheet | cells | a tab?
    [
      'settings by name',
      'Réglages',
      [
        ['Clé', 'Valeur'],
        ['pays', 'FR'],
      ],
      true,
    ],
    ['settings in English', 'Settings', [['key', 'value']], true],
    ['settings without accents or capitals', 'REGLAGES', [['cle', 'VALEUR']], true],
    [
      'settings by headers, with a key of ours',
      'Feuille 3',
      [
        ['Value', 'Key'],
        ['FR', 'Country'],
      ],
      true,
    ],
    [
      'another tool’s key and value',
      'Config',
      [
        ['Key', 'Value'],
        ['theme', 'dark'],
      ],
      false,
    ],
    ['settings under title lines', 'Settings', [['Our house'], [], ['Key', 'Value', 'Notes']], true],
    [
      'cadence by name',
      'Scénarios',
      [
        ['étape', 'décalage'],
        ['reminder', 3],
      ],
      true,
    ],
    ['cadence by headers', 'x', [['Stage', 'Offset', 'Channel']], true],
    ['stages and tones alone', 'x', [['Stage', 'Tone']], false],
    ['customers by name', 'Clients', [['Client', 'Ville']], true],
    ['customers with a common word', 'Clients', [['Nom', 'E-mail']], true],
    ['customers by headers', 'Carnet', [['Client', 'Téléphone', 'Ville']], true],
    ['names and towns under another name', 'Carnet', [['Client', 'Ville']], false],
    ['customers, with insured amounts and terms', 'Clients', [['Client', 'Montant assuré', 'Délai de paiement']], true],
    ['payments by name', 'Paiements', [['Facture', 'Date', 'Montant']], true],
    ['payments by headers', 'Banque', [['Facture', 'Date de paiement', 'Montant']], true],
    ['templates, for the invoice finder to leave alone', 'Modèles', [['étape', 'objet', 'texte']], true],
    ['plans', 'Échéanciers', [['facture', 'client', 'échéance', 'montant']], true],
    ['journal by name', 'Journal des relances', [JOURNAL], true],
    ['journal kept as a file', 'journal.csv', [JOURNAL], true],
    ['journal by headers', 'Feuille 9', [JOURNAL], true],
    ['an accounting journal', 'Journal', [['Date', 'Compte', 'Libellé', 'Débit', 'Crédit']], false],
    ['a blank sheet with our name', 'Reminder journal', [], true],
    ['invoices called Clients', 'Clients', [['Client', 'E-mail', 'Facture', 'Montant', 'Échéance']], false],
    ['invoices called Clients, without number', 'Clients', [['Client', 'E-mail', 'Montant TTC', 'Date limite']], false],
    ['invoices called Paiements', 'Paiements', [['Facture', 'Client', 'Montant', 'Échéance', 'Date de paiement']], false],
    ['invoices called Settings', 'Settings', [['Key', 'Value', 'Invoice', 'Amount due', 'Due date']], false],
    ['invoices with addresses and segments', 'x', [['Client', 'E-mail', 'Segment', 'Facture', 'Total TTC', 'Date facture']], false],
    ['invoices issued and paid, without due date', 'x', [['Facture', 'Client', 'Montant', 'Date facture', 'Payé le']], false],
    ['invoices with a balance', 'x', [['Facture', 'Payé le', 'Montant', 'Solde']], false],
    [
      'a letterhead above invoices',
      'x',
      [['Client', 'ACME', 'E-mail', 'a@b.fr'], [], ['Facture', 'Date', 'Montant', 'Échéance', 'Statut']],
      false,
    ],
    ['payments with the invoice’s own date', 'Paiements', [['N° facture', 'Date facture', 'Payé le', 'Montant payé']], true],
    ['payments in German words', 'Payments', [['Rechnungsnummer', 'Zahlungsdatum', 'Betrag']], true],
    [
      'an American ledger',
      'x',
      [['countryCode', 'customerID', 'invoiceNumber', 'InvoiceDate', 'DueDate', 'InvoiceAmount', 'SettledDate', 'DaysLate']],
      false,
    ],
  ])('%s', (_, name, cells, isTab) => {
    expect(read(sheet(name, cells)).sheets.has(name)).toBe(isTab);
  });

  it('never takes the only sheet that can hold invoices', () => {
    const only = (cells: Cell[][], name = 'x') =>
      readTabs(workbook([sheet(name, cells)]), { asOf: day('2025-09-17'), language: null }).sheets.size;
    expect(only([['Facture', 'Client', 'Montant', 'Date de paiement']])).toBe(0);
    expect(only([['Facture', 'Client', 'Échéance', 'Montant']], 'Échéanciers')).toBe(0);
    expect(only([['Facture', 'Client', 'Montant', 'Date de paiement']], 'Paiements')).toBe(0);
  });

  it('says which named tab cannot be read, at the sheet', () => {
    expect(said(read(sheet('Journal des relances', [['quand', 'quoi']])))).toEqual(['--: missing-headers (Journal des relances)']);
    expect(said(read(sheet('Clients', [['Ville', 'Code postal']])))).toEqual([]);
    expect(said(read())).toEqual([]);
  });

  it('names and headers of new tabs are read back as those tabs', () => {
    for (const language of ['fr', 'en'] as const)
      for (const id of Object.keys(TAB_NAMES) as (keyof typeof TAB_NAMES)[]) {
        const name = TAB_NAMES[id][language];
        expect(read(sheet(name, [tabHeader(id, language)])).sheets).toContain(name);
        if (id !== 'plans' && id !== 'settings') expect(read(sheet('Other', [tabHeader(id, language)])).sheets).toContain('Other');
      }
  });
});

describe('Settings', () => {
  const settings = (...lines: Cell[][]) => read(sheet('Réglages', [['Clé', 'Valeur'], ...lines]));
  it.each<[Cell, Cell, string, unknown]>([
    // key | value | setting | read as
    ['company', 'Durand SARL', 'company', 'Durand SARL'],
    ['Société', ' Durand SARL ', 'company', 'Durand SARL'],
    ['iban', 'FR76 3000 6000 0112 3456 7890 189', 'iban', 'FR7630006000011234567890189'],
    ['BIC', 'agrifrpp', 'bic', 'AGRIFRPP'],
    ['payment link', 'https://pay.example/x', 'paymentLink', 'https://pay.example/x'],
    ['pays', 'France', 'country', 'FR'],
    ['country', 'be', 'country', 'BE'],
    ['devise', '€', 'currency', 'EUR'],
    ['currency', 'chf', 'currency', 'CHF'],
    ['langue', 'Français', 'language', 'fr'],
    ['language', 'en', 'language', 'en'],
    ['locale', 'fr_fr', 'locale', 'fr-FR'],
    ['dateOrder', 'jj/mm/aaaa', 'dateOrder', 'dmy'],
    ['scénario', 'Classique', 'cadence', 'classic'],
    ['minimumInterval', 4, 'minimumInterval', 4],
    ['Délai minimum', '4 jours', 'minimumInterval', 4],
    ['repos', '0', 'rest', 0],
    ['tolérance', '1,50', 'tolerance', 1.5],
    ['tolerance', { number: 0.5, format: '0.00' }, 'tolerance', 0.5],
    ['appels', 'non', 'calls', false],
    ['calls', false, 'calls', false],
    ['Calls', 'YES', 'calls', true],
    ['entry', 'by-age', 'entry', 'by-age'],
    ['repeatHandOver', 30, 'repeatHandOver', 30],
    ['régime', 'fr-public', 'regime', 'FR-PUBLIC'],
    ['regime', 'aucun', 'regime', 'none'],
    ['contractRate', '12 %', 'contractRate', 0.12],
    ['contractRate', 12, 'contractRate', 0.12],
    ['contractRate', '0,125', 'contractRate', 0.125],
    ['taux contractuel', { number: 0.12, format: '0.00%' }, 'contractRate', 0.12],
    ['noticeDays', 15, 'noticeDays', 15],
    ['promise grace', '3', 'promiseGrace', 3],
    ['endOfMonthTerms', 'days-then-end', 'endOfMonthTerms', 'days-then-end'],
    ['cadence', '', 'cadence', 'standard'],
    ['rest (days)', '9', 'rest', 9],
  ])('%j = %j sets %s', (key, value, setting, expected) => {
    const tabs = settings([key, value]);
    expect(said(tabs)).toEqual([]);
    expect(tabs.settings).toEqual({ ...DEFAULT_SETTINGS, [setting]: expected });
  });

  it.each<[Cell, Cell, string]>([
    ['colour', 'blue', '2A: unknown-key (colour)'],
    ['', 'blue', '2A: missing-key ()'],
    ['iban', 'FR76 3000 6000 0112 3456 7890 188', '2B: not-an-iban (FR76 3000 6000 0112 3456 7890 188)'],
    ['bic', 'X', '2B: not-a-bic (X)'],
    ['paymentLink', 'javascript:alert(1)', '2B: not-a-link (javascript:alert(1))'],
    ['country', 'Atlantis', '2B: unknown-country (Atlantis)'],
    ['currency', 'gold', '2B: unknown-currency (gold)'],
    ['language', 'klingon', '2B: unknown-language (klingon)'],
    ['cadence', 'unheard of', '2B: unknown-cadence (unheard of)'],
    ['minimumInterval', 'soon', '2B: not-a-whole-number (soon)'],
    ['minimumInterval', -1, '2B: out-of-range (-1)'],
    ['rest', 2.5, '2B: not-a-whole-number (2.5)'],
    ['tolerance', -1, '2B: out-of-range (-1)'],
    ['calls', 'perhaps', '2B: not-yes-or-no (perhaps)'],
    ['regime', 'Mars', '2B: unknown-regime (Mars)'],
    ['contractRate', '150 %', '2B: out-of-range (150 %)'],
    ['company', { error: '#REF!' }, '2B: cell-error (#REF!)'],
  ])('%j = %j is a problem and leaves the default', (key, value, problem) => {
    const tabs = settings([key, value], ['rest', 3]);
    expect(said(tabs)).toEqual(key === 'rest' ? [problem] : [problem]);
    expect(tabs.settings).toEqual({ ...DEFAULT_SETTINGS, rest: 3 });
    expect(tabs.problems[0]).toMatchObject({ sheet: 'Réglages', kind: 'bad-tab-line', severity: 'notice' });
  });

  it('a key said twice: the first stands; section titles are no keys', () => {
    const tabs = settings(['Notre maison', ''], ['rest', 3], ['repos', 4]);
    expect(said(tabs)).toEqual(['4A: repeated-key (repos)']);
    expect(tabs.settings.rest).toBe(3);
  });

  it('documents each key once, in both languages, and no word means two keys', () => {
    expect([...Object.keys(SETTING_KEYS), 'rates', 'disbursements'].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
    const words = Object.values(SETTING_KEYS).flatMap(({ names, alsoNamed }) => [
      ...new Set([names.en, names.fr, ...alsoNamed].map((word) => word.toLowerCase())),
    ]);
    expect(new Set(words).size).toBe(words.length);
    for (const { means } of Object.values(SETTING_KEYS)) expect(means.en.length * means.fr.length).toBeGreaterThan(100);
  });
});

describe('Cadence', () => {
  const HEADER = ['scénario', 'étape', 'décalage', 'canal', 'ton', 'segment', 'montant minimum', 'repos'];
  const cadences = (...lines: Cell[][]) => read(sheet('Scénarios', [HEADER, ...lines]));
  const ladder = (tabs: Tabs, id: string) =>
    tabs.cadences.get(id)?.stages.map(({ id: stage, offset, channel, tone }) => `${stage} ${offset} ${channel} ${tone}`);

  it('a cadence named here replaces the whole preset; the other presets stay', () => {
    const tabs = cadences(['standard', 'mise en demeure', 'J+40', 'LRAR', 'final'], ['Standard', 'Relance', 5, 'courriel', 'ferme']);
    expect(ladder(tabs, 'standard')).toEqual(['reminder 5 email firm', 'formal-notice 40 registered-letter final']);
    expect(ladder(tabs, 'prompt')).toEqual(ladder(read(), 'prompt'));
    expect(said(tabs)).toEqual([]);
  });

  it.each<[Cell, Cell, Cell, Cell, string]>([
    // stage | offset | channel | tone → rung
    ['reminder', 3, 'email', 'reminder', 'reminder 3 email reminder'],
    ['Pré-relance', -7, 'e-mail', 'courtois', 'pre-reminder -7 email courtesy'],
    ['Pre-rappel', 'J-7', 'mail', 'courtesy', 'pre-reminder -7 email courtesy'],
    ['Relance 2', '+15', 'Courriel', 'rappel', 'reminder-2 15 email reminder'],
    ['Deuxième relance', '15 jours', '', '', 'reminder-2 15 email reminder'],
    ['Appel', '10', 'téléphone', '', 'call 10 call reminder'],
    ['call', { number: 10, format: '0' }, 'appel', '', 'call 10 call reminder'],
    ['Rappel formel', '\u221220', 'courrier', 'FERME', 'formal-reminder -20 letter firm'],
    ['formal notice', 30, 'registered letter', 'last', 'formal-notice 30 registered-letter final'],
    ['MED', 30, 'lettre recommandée', 'dernier', 'formal-notice 30 registered-letter final'],
    ['Mise en demeure', 30, 'recommandé', 'final', 'formal-notice 30 registered-letter final'],
    ['formal-notice', 30, 'registered-letter', 'final', 'formal-notice 30 registered-letter final'],
    ['Visite sur place', 25, 'appel', 'ferme', 'visite-sur-place 25 call firm'],
  ])('%j %j %j %j', (stage, offset, channel, tone, rung) => {
    const tabs = cadences(['maison', stage, offset, channel, tone]);
    expect(said(tabs)).toEqual([]);
    expect(ladder(tabs, 'maison')).toEqual([rung]);
  });

  it.each<[Cell[], string]>([
    [['maison', '', 3, 'email', 'ferme'], '2B: missing-stage ()'],
    [['maison', 'reminder', '', 'email', 'ferme'], '2C: missing-offset ()'],
    [['maison', 'reminder', 'bientôt', 'email', 'ferme'], '2C: not-a-whole-number (bientôt)'],
    [['maison', 'reminder', 99999, 'email', 'ferme'], '2C: out-of-range (99999)'],
    [['maison', 'reminder', 3, 'pigeon', 'ferme'], '2D: unknown-channel (pigeon)'],
    [['maison', 'reminder', 3, 'email', 'rude'], '2E: unknown-tone (rude)'],
    [['maison', 'reminder', 3, 'email', 'ferme', '', 'beaucoup'], '2G: not-a-number (beaucoup)'],
    [['maison', 'reminder', 3, 'email', 'ferme', '', '', 'x'], '2H: not-a-whole-number (x)'],
    [['maison', 'contentieux', 60, 'email', 'ferme'], '2B: reserved-stage (contentieux)'],
  ])('%j is a problem; the other lines apply', (line, problem) => {
    const tabs = cadences(line, ['maison', 'call', 10, 'call', 'ferme']);
    expect(said(tabs)).toEqual([problem]);
    expect(ladder(tabs, 'maison')).toEqual(['call 10 call firm']);
  });

  it('one stage has one rung, but for other segments or amounts', () => {
    const tabs = cadences(
      ['maison', 'reminder', 3, 'email', 'ferme', 'PME'],
      ['maison', 'reminder', 9, 'email', 'ferme', 'Grands comptes'],
      ['maison', 'reminder', 12, 'email', 'ferme', 'pme'],
      ['maison', 'call', 20, 'call', 'ferme', 'Sensible', '1 500,00', 2],
    );
    expect(said(tabs)).toEqual(['4B: repeated-stage (reminder)']);
    expect(tabs.cadences.get('maison')?.stages).toMatchObject([
      { offset: 3, segment: 'pme' },
      { offset: 9, segment: 'grands comptes' },
      { offset: 20, segment: 'sensitive', minAmount: 1500, rest: 2 },
    ]);
  });

  it('lines without a name are the default cadence; a cadence of bad lines only leaves the preset', () => {
    expect(
      ladder(
        read(
          sheet('Cadence', [
            ['Stage', 'Offset'],
            ['call', 4],
          ]),
        ),
        'standard',
      ),
    ).toEqual(['call 4 call reminder']);
    expect(ladder(cadences(['prompt', 'reminder', '?']), 'prompt')).toEqual(ladder(read(), 'prompt'));
  });

  it('the Settings tab may choose a cadence of this tab', () => {
    const tabs = read(
      sheet('Settings', [
        ['Key', 'Value'],
        ['cadence', 'Grands Comptes'],
      ]),
      sheet('Cadence', [
        ['Cadence', 'Stage', 'Offset'],
        ['grands comptes', 'call', 4],
      ]),
    );
    expect([tabs.settings.cadence, said(tabs)]).toEqual(['grands comptes', []]);
  });
});

describe('Customers', () => {
  it('reads each column in both languages, any order, and leaves out what it cannot read', () => {
    const tabs = read(
      sheet('Clients', [
        ['Clients de la maison'],
        [
          'E-mail',
          'Client',
          'Code client',
          'E-mail de secours',
          'Contact',
          'Téléphone',
          'Langue',
          'Segment',
          'Scénario',
          'Type',
          'Régime',
          'Mode de paiement',
          'Plafond (€)',
          'Montant assuré',
          "Pause jusqu'au",
          'Responsable',
          'Ville',
        ],
        [
          'a@alpha.fr',
          'Alpha',
          'C001',
          'b@alpha.fr',
          'Mme A',
          612345678,
          'Français',
          'PME',
          'Doux',
          'entreprise',
          'FR',
          'prélèvement',
          '10 000,00',
          5000,
          '2025-10-01',
          'Léa',
          'Lyon',
        ],
        ['', 'Beta', '', '', '', '', 'elfique', '', 'inconnu', 'fantôme', 'Mars', '', 'beaucoup', '', 'bientôt', '', ''],
      ]),
    );
    expect(tabs.customers[0]).toEqual({
      row: 3,
      customer: 'Alpha',
      customerId: 'C001',
      email: 'a@alpha.fr',
      backup: 'b@alpha.fr',
      contact: 'Mme A',
      phone: '612345678',
      language: 'fr',
      segment: 'PME',
      cadence: 'gentle',
      type: 'business',
      regime: 'FR',
      paymentMethod: 'prélèvement',
      creditLimit: 10000,
      insured: 5000,
      holdUntil: day('2025-10-01'),
      owner: 'Léa',
      address: '',
    });
    expect(tabs.customers[1]).toMatchObject({
      customer: 'Beta',
      language: '',
      cadence: '',
      type: null,
      regime: null,
      creditLimit: null,
      holdUntil: null,
    });
    expect(said(tabs)).toEqual([
      '4G: unknown-language (elfique)',
      '4I: unknown-cadence (inconnu)',
      '4J: unknown-type (fantôme)',
      '4K: unknown-regime (Mars)',
      '4M: not-a-number (beaucoup)',
      '4O: not-a-date (bientôt)',
    ]);
  });

  it('a line without a name, and a second line about one customer, are problems; addresses stay as typed for the guards', () => {
    const tabs = read(
      sheet('Customers', [
        ['Customer', 'Customer id', 'Email'],
        ['Alpha', '', 'a@x.fr\r\nBcc: all@x.fr'],
        ['ALPHA', '', 'b@x.fr'],
        ['', '', 'c@x.fr'],
        ['Alpha', 'C2', '#N/A'],
        ['', 'C3', ''],
      ]),
    );
    expect(said(tabs)).toEqual(['3A: repeated-customer (ALPHA)', '4A: missing-customer ()', '5C: cell-error (#N/A)']);
    expect(tabs.customers.map(({ customer, customerId, email }) => [customer, customerId, email])).toEqual([
      ['Alpha', '', 'a@x.fr\r\nBcc: all@x.fr'],
      ['Alpha', 'C2', ''],
      ['', 'C3', ''],
    ]);
  });
});

describe('Payments', () => {
  it('reads receipts; one it cannot read is doubtful, not lost', () => {
    const tabs = read(
      sheet('Paiements', [
        ['Facture', 'Client', 'Date de paiement', 'Montant', 'Devise'],
        ['F1', 'Alpha', '14/09/2025', '1 000,00 €', 'EUR'],
        [1002, '', { date: '2025-09-10' }, 12.5, ''],
        ['F3', '', '', '-20,00', '€'],
        ['F4', '', '31/02/2025', 100, ''],
        ['F5', '', '2025-09-01', 'douze', ''],
        ['F6', '', '2025-09-01', '', ''],
        ['', 'Alpha', '2025-09-01', 5, ''],
        ['F7', '', '2025-09-01', 5, 'or'],
        ['Total', '', '', 1097.5, ''],
      ]),
    );
    expect(tabs.payments).toEqual([
      { sheet: 'Paiements', row: 2, invoice: 'F1', customer: 'Alpha', paidOn: day('2025-09-14'), amount: 1000, currency: 'EUR' },
      { sheet: 'Paiements', row: 3, invoice: '1002', customer: '', paidOn: day('2025-09-10'), amount: 12.5, currency: null },
      { sheet: 'Paiements', row: 4, invoice: 'F3', customer: '', paidOn: NO_DAY, amount: -20, currency: 'EUR' },
    ]);
    expect(tabs.doubtfulPayments.map(({ invoice, row }) => `${invoice} ${row}`)).toEqual(['F4 5', 'F5 6', 'F6 7', 'F7 9']);
    expect(said(tabs).map((problem) => problem.replace(/ \(.*/, ''))).toEqual([
      '5C: impossible-date',
      '6D: not-a-number',
      '7D: missing-amount',
      '8A: missing-invoice',
      '9E: unknown-currency',
    ]);
  });
});

describe('undecided dates and amounts in a tab', () => {
  const paid = (over: Partial<Snapshot>, context: { locale?: string; dateOrder?: 'dmy' | 'mdy' }, ...lines: Cell[][]) => {
    const tabs = readTabs(workbook([INVOICES, sheet('Payments', [['Invoice', 'Paid on', 'Amount'], ...lines])], over), {
      asOf: day('2025-09-17'),
      language: null,
      ...context,
    });
    return [
      ...tabs.payments.map(({ paidOn, amount, currency }) => `${isoOf(paidOn)} ${amount} ${currency ?? ''}`.trim()),
      ...said(tabs).map((problem) => problem.replace(/ \(.*/, '')),
    ];
  };
  it.each<[string, Partial<Snapshot>, { locale?: string; dateOrder?: 'dmy' | 'mdy' }, Cell[][], string[]]>([
    ['nothing decides', { locale: null }, {}, [['F1', '03/04/2025', '1,234']], ['2B: ambiguous-date', '2C: ambiguous-number']],
    ['the workbook’s locale', { locale: 'en-US' }, {}, [['F1', '03/04/2025', '1,234']], ['2025-03-04 1234']],
    ['the user’s word wins over it', { locale: 'en-US' }, { locale: 'fr-FR' }, [['F1', '03/04/2025', '1.234']], ['2025-04-03 1234']],
    ['the declared order', { locale: null }, { dateOrder: 'dmy' }, [['F1', '03/04/2025', 5]], ['2025-04-03 5']],
    [
      'the column’s own evidence',
      { locale: null },
      {},
      [
        ['F1', '03/04/2025', '1,234'],
        ['F2', '03/14/2025', '1,234.50'],
      ],
      ['2025-03-04 1234', '2025-03-14 1234.5'],
    ],
    ['a currency in the amount', { locale: 'fr-FR' }, {}, [['F1', '2025-09-01', '1 000,00 €']], ['2025-09-01 1000 EUR']],
    [
      'a serial',
      { locale: 'fr-FR' },
      {},
      [['F1', { number: 45901, format: 'dd/mm/yyyy' }, { number: 12.5, format: '# ##0.00' }]],
      ['2025-09-01 12.5'],
    ],
    ['an instant, as Google gives it', { locale: 'fr-FR' }, {}, [['F1', new Date('2025-08-31T22:00:00Z'), 1]], ['2025-09-01 1']],
    ['a true number has the decimals its invoice allows', { locale: 'fr-FR' }, {}, [['F1', '2025-09-01', 1.234]], ['2025-09-01 1.234']],
    ['a percentage is no amount', { locale: 'fr-FR' }, {}, [['F1', '2025-09-01', { number: 0.5, format: '0%' }]], ['2C: not-a-number']],
  ])('%s', (_, over, context, lines, expected) => {
    expect(paid(over, context, ...lines)).toEqual(expected);
  });

  it('the Settings tab’s own locale decides for all tabs', () => {
    const tabs = readTabs(
      workbook(
        [
          INVOICES,
          sheet('Payments', [
            ['Invoice', 'Paid on', 'Amount'],
            ['F1', '03/04/2025', '1.234'],
          ]),
          sheet('Settings', [
            ['Key', 'Value'],
            ['locale', 'fr-FR'],
          ]),
        ],
        { locale: null },
      ),
      { asOf: day('2025-09-17'), language: null },
    );
    expect(tabs.payments).toMatchObject([{ paidOn: day('2025-04-03'), amount: 1234 }]);
  });

  it('a customer in error does not make its receipt doubtful', () => {
    const tabs = read(
      sheet('Payments', [
        ['Invoice', 'Customer', 'Paid on', 'Amount'],
        ['F1', '#N/A', '2025-09-01', 5],
      ]),
    );
    expect([tabs.payments.length, tabs.doubtfulPayments.length, said(tabs)]).toEqual([1, 0, ['2B: cell-error (#N/A)']]);
  });
});

describe('Journal', () => {
  const journal = (...lines: Cell[][]) => read(sheet('Journal des relances', [[...JOURNAL_HEADERS.fr], ...lines]));

  it('is put in the order of its ids, whatever the user sorted by', () => {
    const tabs = journal(
      ['10', '2025-09-12T08:00:00', 'envoyé', 'Alpha', 'F1', 'Relance'],
      ['', '2025-09-13T08:00:00', 'note'],
      ['9', '2025-09-11T08:00:00', 'intent', 'Alpha', 'F1; F2', 'reminder', '1', 'courriel'],
    );
    expect(tabs.journal.map(({ id, event, stage, invoices }) => [id, event, stage, invoices])).toEqual([
      ['9', 'intent', 'reminder', ['F1', 'F2']],
      ['10', 'sent', 'reminder', ['F1']],
      ['', 'note', '', []],
    ]);
    expect(said(tabs)).toEqual(['3A: missing-id ()']);
  });

  it.each<[Cell, string, string]>([
    // at | day | text
    ['2025-09-17T23:30:00+02:00', '2025-09-17', '2025-09-17T23:30:00+02:00'],
    ['2025-09-17T23:30:00Z', '2025-09-17', '2025-09-17T23:30:00Z'],
    ['2025-09-17', '2025-09-17', '2025-09-17'],
    ['17/09/2025 9:05', '2025-09-17', '2025-09-17T09:05'],
    ['17/09/2025', '2025-09-17', '2025-09-17'],
    [{ date: '2025-09-17' }, '2025-09-17', '2025-09-17'],
    [{ number: 45917.5, format: 'dd/mm/yyyy hh:mm' }, '2025-09-17', '2025-09-17'],
  ])('at %j is %s', (at, on, text) => {
    const [entry] = journal(['1', at, 'note']).journal;
    expect([isoOf(entry?.on as CalendarDay), entry?.at]).toEqual([on, text]);
  });

  it('a row partly unreadable still stands, so that it blocks a second draft', () => {
    const tabs = journal(
      ['1', 'hier', 'brouillon', 'Alpha', 'F1', 'Relance', 'x', 'pigeon', 'cent', 'EUR', 'demain'],
      ['2', '2025-09-10', 'envoyée par erreur', 'Alpha', 'F1', 'Relance'],
      ['3', '2025-09-10', 'sent', 'Alpha', '', 'Relance'],
      ['4', '2025-09-10', '', 'Alpha', 'F1', 'Relance'],
    );
    expect(tabs.journal).toMatchObject([
      {
        id: '1',
        on: NO_DAY,
        at: 'hier',
        event: 'drafted',
        invoices: ['F1'],
        stage: 'reminder',
        round: 1,
        channel: null,
        amount: null,
        until: null,
      },
      { id: '3', event: 'sent', invoices: [] },
    ]);
    expect(said(tabs).map((problem) => problem.replace(/ \(.*/, ''))).toEqual([
      '2B: not-a-date',
      '2G: not-a-whole-number',
      '2H: unknown-channel',
      '2I: not-a-number',
      '2K: not-a-date',
      '3C: unknown-event',
      '4E: missing-invoice',
      '5C: missing-event',
    ]);
  });

  it('of several journals, a row standing in two counts once; appends go to the last', () => {
    const rows = [['1', '2025-09-10', 'sent', 'Alpha', 'F1', 'reminder']];
    const tabs = read(
      sheet('Reminder journal', [[...JOURNAL_HEADERS.en], ...rows]),
      sheet('journal.csv', [
        ['événement', 'factures', 'étape', 'mes notes', 'id', 'le', 'client'],
        ['sent', 'F1', 'reminder', 'x', '1', '2025-09-10', 'Alpha'],
        ['sent', 'F2', 'reminder', '', '2', '2025-09-10', 'Alpha'],
      ]),
    );
    expect(tabs.journal.map(({ id }) => id)).toEqual(['1', '2']);
    expect(tabs.journalSheet).toBe('journal.csv');
    expect(tabs.journalHeader).toEqual(['événement', 'factures', 'étape', 'mes notes', 'id', 'le', 'client']);
  });

  it('none, or one still blank', () => {
    expect([read().journalSheet, read().journalHeader]).toEqual([null, null]);
    const blank = read(sheet('Reminder journal', [['', null]]));
    expect([blank.journalSheet, blank.journalHeader]).toEqual(['Reminder journal', null]);
  });

  const words = fc
    .string({ maxLength: 12 })
    .map((text) => text.trim())
    .filter((text) => !text.startsWith('#') && !/^'+[^'=+\-@\t\r]/.test(text));
  const number = fc.oneof(
    fc.constantFrom('F1', 'F;1', 'F\\', '\\;', "'=A1", '=1+1', '00012', 'a\\b'),
    words.filter((text) => text !== '' && !text.startsWith("'")),
  );
  const anyDay = fc.integer({ min: 0, max: 30_000 }).map((value) => value as CalendarDay);
  const entries: fc.Arbitrary<JournalEntry> = fc
    .record({
      id: fc.integer({ min: 1, max: 9999 }).map(String),
      on: anyDay,
      event: fc.constantFrom(...JOURNAL_EVENTS),
      customer: fc.oneof(words, fc.constant('=HYPERLINK("http://x")'), fc.constant("'=SUM(A1)"), fc.constant("''-x")),
      invoices: fc.array(number, { minLength: 1, maxLength: 3 }),
      stage: fc.constantFrom(
        'pre-reminder',
        'reminder',
        'reminder-2',
        'call',
        'formal-reminder',
        'formal-notice',
        'hand-over',
        'visite-sur-place',
      ),
      round: fc.integer({ min: 1, max: 9 }),
      channel: fc.constantFrom(null, 'email', 'call', 'letter', 'registered-letter'),
      amount: fc.option(fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => cents / 1000)),
      currency: fc.constantFrom(null, 'EUR', 'TND'),
      until: fc.option(anyDay),
      by: words,
      reference: words,
      text: fc.oneof(words, fc.constant('two\nlines, "quoted"; '), fc.constant('-1')),
      check: words,
    })
    .map((entry) => ({ ...entry, at: `${isoOf(entry.on)}T10:00:00Z` })) as fc.Arbitrary<JournalEntry>;

  it('reading what we wrote gives the same entry, in either language and any column order', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('fr' as const, 'en' as const), fc.boolean(), (entry, language, reversed) => {
        const header = reversed ? [...JOURNAL_HEADERS[language], 'x'].reverse() : [...JOURNAL_HEADERS[language]];
        const tabs = read(sheet('Journal des relances', [header, journalRow(entry, header)]));
        expect(tabs.journal).toEqual([entry]);
        // A check made up at random hangs on nothing; its own tests are in dunning/chain.
        expect(tabs.problems.filter(({ kind }) => kind !== 'journal-chain-broken')).toEqual([]);
      }),
      { numRuns: tries(300) },
    );
  });

  it('shuffling the rows changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entries, { maxLength: 6, selector: ({ id }) => id }), fc.infiniteStream(fc.nat()), (all, order) => {
        const rows = all.map((entry) => journalRow(entry, JOURNAL_HEADERS.fr));
        const shuffled = rows
          .map((row) => [order.next().value as number, row] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, row]) => row);
        expect(journal(...shuffled).journal).toEqual(journal(...rows).journal);
      }),
      { numRuns: tries(100) },
    );
  });
});

describe('laws of all tabs', () => {
  const names = fc.constantFrom('Sheet1', ...Object.values(TAB_NAMES).flatMap(({ fr, en }) => [fr, en]));
  const headers = fc
    .record({
      language: fc.constantFrom(...HEADER_LANGUAGES),
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 9 }),
      needed: fc.constantFrom<Role[]>(
        ['amount', 'dueOn', 'number'],
        ['amount', 'issuedOn', 'dueOn'],
        ['balance', 'dueOn', 'customer'],
        ['amount', 'dueOn', 'customer', 'email'],
      ),
      word: fc.nat(),
    })
    .map(({ language, roles, needed, word }) =>
      [...new Set([...needed, ...roles])].map((role) => {
        const words = (HEADER_WORDS[role].words[language] ?? role).split(', ');
        return words[word % words.length] as string;
      }),
    )
    .chain((cells) => fc.shuffledSubarray(cells, { minLength: cells.length }));
  it('an ordinary invoice sheet is never a tab, in any language and under any name', () => {
    fc.assert(
      fc.property(names, headers, (name, header) => {
        expect(read(sheet(name, [header, header.map(() => 'x')])).sheets.size).toBe(0);
      }),
      { numRuns: tries(1000) },
    );
  });

  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom<Cell>(
      null,
      '',
      { error: '#N/A' },
      { number: Number.NaN, format: '' },
      { date: 'nonsense' },
      { date: '2025-09-10' },
      '1e999',
      '\u0000',
      '31/02/2025',
    ),
  );
  it('whatever the cells, tabs come back, and every problem is located in its sheet', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('settings', 'cadence', 'customers', 'payments', 'journal' as const),
        fc.array(fc.array(cell, { maxLength: 17 }), { maxLength: 6 }),
        (id, rows) => {
          const header = tabHeader(id as keyof typeof TAB_NAMES, 'en');
          const tabs = read(sheet('Tab', [header, ...rows]), sheet(TAB_NAMES[id as keyof typeof TAB_NAMES].fr, [header, ...rows]));
          for (const problem of tabs.problems) {
            expect(problem.kind).toBe('bad-tab-line');
            expect(problem.row).toBeGreaterThan(1);
            expect(problem.row).toBeLessThanOrEqual(rows.length + 1);
          }
          for (const payment of tabs.payments) expect(Number.isFinite(payment.amount)).toBe(true);
        },
      ),
      { numRuns: tries(200) },
    );
  });
});
