import { describe, expect, it } from '@jest/globals';
import { type CalendarDay, dayFromIso } from '../../../core/calendar.ts';
import { LANGUAGES, sayIn } from '../../../core/languages/index.ts';
import { readTabs } from '../../../core/tabs/index.ts';
import type { Cell } from '../../../core/workbook.ts';

const HEADERS = ['Étape', 'Langue', 'Profil', 'Objet', 'Texte'];
const read = (...rows: Cell[][]) =>
  readTabs(
    { sheets: [{ name: 'Modèles', cells: [HEADERS, ...rows] }], locale: 'fr-FR', timeZone: 'Europe/Paris', date1904: false },
    { asOf: dayFromIso('2025-09-17') as CalendarDay, language: 'fr' },
  );

describe('the Templates tab', () => {
  it.each<[string, Cell[], string]>([
    // what | line | name language profile
    ['a stage in French words', ['Relance', 'fr', 'bon payeur', 'x', 'y'], 'reminder fr good'],
    ['every language and payer', ['Mise en demeure', '', '', '', 'y'], 'formal-notice null null'],
    ['in English words', ['second reminder', 'English', 'risky', '', 'y'], 'reminder-2 en bad'],
    ['for all payers', ['call', 'fr', 'tous', '', 'y'], 'call fr null'],
    ['a message beside the ladder', ['Remerciement', '', '', '', 'y'], 'thank-you null null'],
    ['an account statement', ['Relevé de compte', '', '', '', 'y'], 'statement null null'],
    ['a plan', ['Échéancier', '', '', '', 'y'], 'plan null null'],
    ['after a call', ['Après appel', '', '', '', 'y'], 'after-call null null'],
    ['a name of the house', ['Visite sur place', '', 'inconnu', '', 'y'], 'visite-sur-place null unknown'],
  ])('%s', (_, line, expected) => {
    const { templates, problems } = read(line);
    expect(problems).toEqual([]);
    expect(templates.map(({ name, language, profile }) => `${name} ${language} ${profile}`)).toEqual([expected]);
  });

  it.each<[string, Cell[][], string[], number]>([
    // what | lines | problems | templates that apply
    ['no stage', [['', 'fr', '', 'x', 'y']], ['2A missing-stage '], 0],
    ['no body', [['Relance', 'fr', '', 'x', '']], ['2E missing-body '], 0],
    ['a line still to be written', [['Relance', 'fr', '', '', '']], [], 0],
    ['an unknown language', [['Relance', 'klingon', '', '', 'y']], ['2B unknown-language klingon'], 0],
    ['an unknown payer', [['Relance', '', 'VIP', '', 'y']], ['2C unknown-profile VIP'], 0],
    ['an unknown placeholder', [['Relance', '', '', '', 'Bonjour {{Montan}}, {{foo}}']], ['2E unknown-placeholder {{Montan}}'], 1],
    ['an unclosed tag', [['Relance', '', '', '', 'Bonjour {{Montant']], ['2E unclosed-tag {{Montant'], 1],
    ['an unclosed condition', [['Relance', '', '', '', '{{#si PÉNALITÉS}}x']], ['2E unclosed-condition {{#si PÉNALITÉS}}'], 1],
    ['brackets of an article', [['Relance', '', '', '[N° FACTURE]', 'y']], ['2D other-brackets [N° FACTURE]'], 1],
    ['a table in a subject', [['Relance', '', '', '{{TABLEAU}}', 'y']], ['2D table-in-subject {{TABLEAU}}'], 1],
    ['a cell in error', [['Relance', '', '', '', { error: '#N/A' }]], [], 0],
    [
      'twice the same',
      [
        ['Relance', '', '', '', 'y'],
        ['reminder', '', '', '', 'z'],
      ],
      ['3A repeated-template reminder'],
      1,
    ],
  ])('%s', (_, lines, expected, applying) => {
    const { templates, problems } = read(...lines, ['Relance', 'en', 'good', '', 'A good line']);
    const said = problems.map(({ row, column, detail, found }) => `${row}${column} ${detail} ${found}`);
    if (lines[0]?.[4] !== null && typeof lines[0]?.[4] === 'object') expect(said[0]).toContain('cell-error');
    else expect(said).toEqual(expected);
    expect(templates).toHaveLength(applying + 1);
    for (const problem of problems)
      for (const code of ['fr', 'en'] as const) expect(LANGUAGES[code].problems['bad-tab-line'][0](problem, sayIn(code))).toMatch(/\.$/);
  });

  it('keeps the paragraphs of a body and puts a subject on one line', () => {
    const [template] = read(['Relance', '', '', 'Facture\n{{N° FACTURE}}', 'Bonjour,\n\n{{MONTANT}}\n']).templates;
    expect([template?.subject?.lines.length, template?.body.lines.length]).toEqual([1, 3]);
  });
});
