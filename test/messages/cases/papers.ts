// What a formal notice lacks to be complete, said beside its preview: a house that has filled in all but one thing.
import { PAPER_LACKS, type PaperLacks } from '../../../core/languages/paper-lacks.ts';
import type { Cell } from '../../../core/workbook.ts';
import { type Around, journalOf, type Row } from '../../core/workbook-of.ts';
import type { Family, InEach, MessageCase } from '../message-case.ts';
import { DUE, houseOf, ON, told } from './small-house.ts';

const SETTINGS: Readonly<Record<string, Cell>> = {
  Company: 'Morel',
  'Company address': '1 rue du Port',
  'Company town': 'Lyon',
  'Company number': '123 456 789',
  Signature: 'Anne Morel',
  IBAN: 'FR14 2004 1010 0505 0001 3M02 606',
  Regime: 'FR',
};
const CUSTOMER: readonly (readonly Cell[])[] = [
  ['Customer', 'Address'],
  ['Dupont', '2 quai des Indes'],
];
/** Late enough for a formal notice, with two contacts behind it. */
const LATE: Row = { ...DUE, issued: '2025-07-08', due: '2025-08-08' };
const CONTACTS = journalOf([
  { at: '2025-08-11', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'reminder' },
  { at: '2025-08-18', event: 'called', customer: 'Dupont', invoices: 'F1', stage: 'call' },
  { at: '2025-08-29', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'formal-reminder' },
]);

interface Wanting {
  readonly settings?: Readonly<Record<string, Cell>>;
  readonly tabs?: Around['tabs'];
  readonly rows?: readonly Row[];
  readonly on?: string;
}

/** The notice of a house that has everything, but for what is changed. */
function lacking(id: keyof PaperLacks, at: string, when: InEach, { settings = {}, tabs = {}, rows = [{}], on = ON }: Wanting): MessageCase {
  return {
    id,
    when,
    at,
    said: (language) => {
      const kept = Object.entries({ ...SETTINGS, ...settings }).filter(([, value]) => value !== '');
      const around: Around = { tabs: { Settings: [['Key', 'Value'], ...kept], Customers: CUSTOMER, ...CONTACTS, ...tabs } };
      const host = houseOf(rows, around, LATE);
      const entry = told(host, { kind: 'open' }, language, { on }).report?.worklist[0]?.id ?? '';
      const words = PAPER_LACKS[language] as unknown as Record<string, string | ((...facts: never[]) => string)>;
      const before = { ...words };
      const seen = new Set<string>();
      for (const [key, say] of Object.entries(before))
        if (typeof say === 'function')
          words[key] = (...facts: never[]) => {
            seen.add(key);
            return say(...facts);
          };
      try {
        const view = told(
          host,
          { kind: 'open', options: { panel: { papers: [{ kind: 'formal-notice', of: entry }] } } } as never,
          language,
          { on },
        );
        const lacks = view.papers?.[0]?.lacks ?? [];
        for (const [key, sentence] of Object.entries(before)) if (lacks.some(({ text }) => text === sentence)) seen.add(key);
        const [first] = lacks;
        return {
          ids: [...seen],
          at: first?.fillAt == null ? '' : 'sheet' in first.fillAt ? first.fillAt.sheet : first.fillAt.tab,
          message: first?.text ?? '',
          advice: '',
        };
      } finally {
        Object.assign(words, before);
      }
    },
  };
}

export const PAPERS: Family = {
  title: ['What a letter lacks', 'Ce qui manque à une lettre'],
  intro: [
    'Said beside the preview of a formal notice, with a link to where it is filled in; never printed.',
    'Dit à côté de l’aperçu d’une mise en demeure, avec un lien vers l’endroit à remplir\u00a0; jamais imprimé.',
  ],
  ids: (language) => Object.keys(PAPER_LACKS[language]),
  cases: [
    lacking('setting', 'settings', ['no signature in the Settings tab', 'pas de signature dans l’onglet Réglages'], {
      settings: { Signature: '' },
    }),
    lacking('customerAddress', 'Customers', ['no address of the customer', 'pas d’adresse du client'], {
      tabs: {
        Customers: [
          ['Customer', 'Address'],
          ['Dupont', ''],
        ],
      },
    }),
    lacking('noEarlier', '', ['no reminder with its day comes before', 'aucune relance datée avant'], {
      tabs: { 'Reminder journal': [] },
      rows: [{ last: 'Formal reminder' }],
    }),
    lacking(
      'provisional',
      '',
      ['a half-year whose legal rate is not published yet', 'un semestre dont le taux légal n’est pas encore publié'],
      {
        rows: [{ issued: '2031-07-08', due: '2031-08-08' }],
        on: ON.replace('2025', '2031'),
        tabs: journalOf([
          { at: '2031-08-11', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'reminder' },
          { at: '2031-08-18', event: 'called', customer: 'Dupont', invoices: 'F1', stage: 'call' },
          { at: '2031-08-29', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'formal-reminder' },
        ]),
      },
    ),
    lacking('shortNotice', 'settings', ['8 days given before a British court', '8 jours devant une juridiction britannique'], {
      settings: { Regime: 'UK', Country: 'GB' },
      rows: [{ currency: 'GBP' }],
    }),
    lacking('blocked', '', ['a credit note that no invoice has used covers it', 'un avoir non imputé la couvre'], {
      rows: [{}, { number: 'A1', due: null, issued: '2025-09-01', amount: -100 }],
    }),
    lacking(
      'leftOut',
      '',
      [
        'a notice to come, for an invoice that is late and one that is not yet',
        'une mise en demeure à venir, pour une facture en retard et une qui ne l’est pas encore',
      ],
      {
        settings: { Rest: 47 },
        rows: [{}, { due: '2025-09-27', issued: '2025-08-27', last: 'Formal reminder' }],
        tabs: journalOf([
          { at: '2025-08-11', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'reminder' },
          { at: '2025-08-18', event: 'called', customer: 'Dupont', invoices: 'F1', stage: 'call' },
          { at: '2025-09-10', event: 'sent', customer: 'Dupont', invoices: 'F1', stage: 'formal-reminder' },
        ]),
      },
    ),
  ],
};
