import { describe, expect, it } from '@jest/globals';
import { JournalPen } from '../../../core/dunning/drafts.ts';
import { journalRow } from '../../../core/tabs/index.ts';
import type { Cell } from '../../../core/workbook.ts';
import { day, type Entry, JOURNAL, journalOf, type Row, workbookOf } from '../workbook-of.ts';
import { asked, HOUSE_FR, paperOf, textOf } from './paper-of.ts';

const AS_OF = '2026-09-03';
const ROWS: readonly Row[] = [
  { number: 'F1', customer: 'Berthier', email: 'b@x.example', due: '2026-04-30', amount: '10 000,00 €' },
  {
    number: 'F2',
    customer: 'Berthier',
    email: 'b@x.example',
    due: '2026-05-31',
    amount: '1 000,00 €',
    paid: '1 000,00 €',
    paidOn: '2026-06-20',
  },
  { number: 'F3', customer: 'Berthier', email: 'b@x.example', issued: '2026-08-31', due: '2026-10-31', amount: '400,00 €' },
  { number: 'G1', customer: 'Gomez', email: 'g@x.example', due: '2026-04-30', amount: '77,00 €' },
];
const JOURNALED: readonly Entry[] = [
  { at: '2026-05-04', event: 'drafted', customer: 'Berthier', invoices: 'F1', stage: 'reminder', reference: 'd1' },
  { at: '2026-05-05', event: 'sent', customer: 'Berthier', invoices: 'F1', stage: 'reminder', reference: 'd1' },
  { at: '2026-05-20', event: 'drafted', customer: 'Berthier', invoices: 'F1', stage: 'formal-reminder', reference: 'd2' },
  { at: '2026-05-21', event: 'called', customer: 'Berthier', invoices: 'F1', stage: 'call' },
  { at: '2026-05-25', event: 'promise', customer: 'Berthier', invoices: 'F1', until: '2026-06-10' },
  { at: '2026-06-05', event: 'promise', customer: 'Berthier', invoices: 'F2', until: '2026-06-20' },
  { at: '2026-06-06', event: 'called', customer: 'Gomez', invoices: 'G1', stage: 'call' },
  { at: '2026-06-21', event: 'dispute', customer: 'Berthier', invoices: 'F1' },
  { at: '2026-06-30', event: 'resolved', customer: 'Berthier', invoices: 'F1' },
  { at: '2026-12-24', event: 'note', customer: 'Berthier', invoices: 'F1' },
];
const book = (tabs: Record<string, readonly (readonly Cell[])[]> = journalOf(JOURNALED)) =>
  workbookOf(ROWS, { french: true, timeZone: 'Europe/Paris', locale: 'fr-FR', tabs: { Réglages: HOUSE_FR, ...tabs } });
const fileOf = (workbook = book(), language: 'fr' | 'en' = 'fr') => textOf(paperOf(workbook, AS_OF, 'evidence', 'Berthier', language).html);

describe('the evidence file', () => {
  const text = fileOf();
  const [, contacts = ''] = /Relances envoyées et appels passés\n([\s\S]*?)\nPromesses/.exec(text) ?? [];

  it('has a cover with both parties and the sums', () => {
    expect(text).toContain('Dossier de preuves – Berthier');
    expect(text).toContain(
      'Principal échu | 10 000,00 €\nPrincipal non échu | 400,00 €\nIntérêts | 423,88 €\nIndemnités forfaitaires | 40,00 €\nTotal | 10 863,88 €',
    );
  });

  it('shows a draft as a draft, in the timeline only', () => {
    expect(text).toContain('20/05/2026 10:00 | Brouillon préparé (non envoyé) | F1 · Relance ferme');
    expect(contacts).toContain('05/05/2026 | Relance | e-mail | F1');
    expect(contacts).toContain('21/05/2026 | Appel | appel | F1');
    expect(contacts).not.toContain('Relance ferme');
  });

  it('judges promises', () => {
    expect(text).toContain('25/05/2026 | 10/06/2026 | tout le solde | F1 | non tenue');
    expect(text).toContain('05/06/2026 | 20/06/2026 | tout le solde | F2 | tenue');
  });

  it('tells disputes, payments, interest line by line, rates with source and day', () => {
    expect(text).toContain('21/06/2026 | F1 | 30/06/2026');
    expect(text).toContain('F2 | 20/06/2026 | 1 000,00 €');
    expect(text).toContain('F1 | 01/05/2026 – 30/06/2026 | 61 | 10 000,00 € | 12,15 % | 203,06 €');
    expect(text).toContain('F1 | 01/07/2026 – 03/09/2026 | 65 | 10 000,00 € | 12,40 % | 220,82 €');
    expect(text).toContain('12,40 % | Banque centrale européenne, opérations principales de refinancement');
    expect(text).toContain('08/10/2026');
  });

  it('ends with the ways on and the limitation', () => {
    expect(text).toContain('Suites possibles');
    expect(text).toContain('Prescription le 30 avril 2031 (facture F1)');
    expect(text).toContain('pas un conseil juridique');
  });

  it('never shows another customer’s rows, nor what has not happened yet', () => {
    expect(text).not.toMatch(/Gomez|G1|77,00|24\/12/);
  });

  it('speaks the user’s language', () => {
    const english = fileOf(book(), 'en');
    expect(english).toContain('Draft prepared (not sent)');
    expect(english).toContain('25 May 2026 | 10 Jun 2026 | the whole balance | F1 | broken');
  });
});

describe('two houses of one name', () => {
  it('have each their own file, with their own invoices', () => {
    const rows = [
      { number: 'A1', customer: 'Martin', id: '1', email: 'a@x.example', due: '2026-04-30', amount: '10,00 €' },
      { number: 'B1', customer: 'Martin', id: '2', email: 'b@x.example', due: '2026-04-30', amount: '20,00 €' },
    ];
    const journal = journalOf([{ at: '2026-05-05', event: 'called', customer: 'Martin', invoices: 'A1', stage: 'call' }]);
    const texts = asked(workbookOf(rows, { french: true, tabs: journal }), AS_OF, [{ kind: 'evidence', of: 'Martin' }]).papers.map(
      ({ html }) => textOf(html),
    );
    expect(texts).toHaveLength(2);
    expect([texts[0]?.includes('A1'), texts[0]?.includes('B1'), texts[1]?.includes('A1'), texts[1]?.includes('B1')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('the check chain', () => {
  const pen = new JournalPen([], '2026-05-05T10:00:00', 'Claire');
  const written = ['note', 'reply', 'note'].map((event) =>
    journalRow(pen.write(event as 'note', day('2026-05-05'), { customer: 'Berthier', invoices: ['F1'], text: `dit ${event}` }), JOURNAL),
  );
  const withJournal = (rows: readonly (readonly string[])[]) => fileOf(book({ 'Reminder journal': [JOURNAL, ...rows] }));

  it('intact: said, and not called a signature', () => {
    const text = withJournal(written);
    expect(text).toContain('intacte (3 lignes au journal)');
    expect(text).toContain('elle n’est pas une signature');
    expect(text).toContain('Claire | dit reply');
  });
  it('a row changed by hand breaks it', () => {
    const edited = written.map((row, at) => (at === 1 ? row.map((cell) => (cell === 'dit reply' ? 'dit oui' : cell)) : row));
    expect(withJournal(edited)).toContain('chaîne de contrôle du journal est rompue');
  });
});

describe('the statement of account', () => {
  it('lists open invoices and credits, and claims no penalties', () => {
    const rows = [
      ...ROWS,
      { number: 'AV1', customer: 'Berthier', email: 'b@x.example', issued: '2026-06-01', due: '2026-06-01', amount: '-100,00 €' },
    ];
    const workbook = workbookOf(rows, { french: true, timeZone: 'Europe/Paris', locale: 'fr-FR', tabs: { Réglages: HOUSE_FR } });
    const text = textOf(paperOf(workbook, AS_OF, 'statement', 'Berthier').html);
    expect(text).toContain(
      'Principal échu | 10 000,00 €\nPrincipal non échu | 400,00 €\nCrédits non imputés | -100,00 €\nSolde du compte | 10 300,00 €',
    );
    expect(text).not.toMatch(/Intérêts|Indemnité|F2|G1/);
  });
});
