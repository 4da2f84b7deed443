import { describe, expect, it } from '@jest/globals';
import { type CalendarDay, dayFromIso } from '../../core/calendar.ts';
import { draftOf } from '../../core/dunning/drafts.ts';
import { templateBreakOf } from '../../core/dunning/template-guard.ts';
import { LANGUAGES, sayIn } from '../../core/languages/index.ts';
import { preparable } from '../../core/perform.ts';
import { type Study, study } from '../../core/study.ts';
import { reportOf } from '../../core/view.ts';
import type { Cell, Sheet } from '../../core/workbook.ts';

const INVOICES: Cell[][] = [
  ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date de facture', 'Échéance', 'Date de paiement'],
  ['F1', 'Alpha', 'alpha@example.fr', 1000, { date: '2025-08-28' }, { date: '2025-09-12' }, ''],
];
const paid = (number: string, due: string, on: string): Cell[] => [
  number,
  'Alpha',
  'alpha@example.fr',
  100,
  { date: '2025-01-02' },
  { date: due },
  { date: on },
];

function studied(templates: Cell[][], more: Cell[][] = [], cadence: Cell[][] = []): Study {
  const sheets: Sheet[] = [{ name: 'Factures', cells: [...INVOICES, ...more] }];
  if (templates.length > 0) sheets.push({ name: 'Modèles', cells: [['Étape', 'Langue', 'Profil', 'Objet', 'Texte'], ...templates] });
  if (cadence.length > 0)
    sheets.push({ name: 'Scénarios', cells: [['Scénario', 'Étape', 'Décalage', 'Canal', 'Ton', 'Modèle'], ...cadence] });
  const made = study({ sheets, locale: 'fr-FR', timeZone: 'Europe/Paris', date1904: false }, dayFromIso('2025-09-17') as CalendarDay, {
    currency: 'EUR',
  });
  if ('refusal' in made) throw new Error('no table');
  return made;
}
const entryOf = (made: Study) => made.work.entries[0] as Study['work']['entries'][number];
const said = (made: Study) => reportOf(made, 'Factures').worklist[0]?.blockedBy.filter(({ guard }) => guard === 'template-broken');

describe('the user’s own words before anything is drafted', () => {
  it('are what is drafted when all is well', () => {
    const made = studied([['Relance', '', '', 'Facture {{N° FACTURE}}', 'Bonjour {{Prénom Nom}},\n\nMerci de régler {{MONTANT}}.']]);
    expect(said(made)).toEqual([]);
    expect(draftOf(made, entryOf(made))).toMatchObject({
      subject: 'Facture F1',
      text: 'Bonjour Alpha,\n\nMerci de régler 1\u202f000,00\u00a0€.\n',
    });
    expect(preparable(made)).toHaveLength(1);
  });

  it('block when a tag cannot be read, saying which, where, and what to write', () => {
    const made = studied([['Relance', '', '', '', 'Bonjour {{Montan}}']]);
    const [block] = said(made) ?? [];
    expect(block?.message).toContain('{{Montan}}');
    expect(block?.message).toContain('Modèles E2');
    expect(block?.message).toContain('vouliez-vous dire {{MONTANT}}');
    expect(draftOf(made, entryOf(made)).text).toContain('{{Montan}}');
    expect(preparable(made)).toEqual([]);
  });

  it('block when a fact is not there, saying where it is asked', () => {
    const [block] = said(studied([['Relance', '', '', 'RIB {{RIB}}', 'Bonjour']])) ?? [];
    expect(block?.message).toContain('Modèles D2');
    expect(block?.message).toContain('{{RIB}}');
  });

  it('do not block the stages they are not for', () => {
    expect(said(studied([['Mise en demeure', '', '', '', '{{foo}}']]))).toEqual([]);
  });

  it('block when the cadence names words that are not written', () => {
    const cadence = [['standard', 'Relance', 3, 'e-mail', 'rappel', 'Chaleureux']];
    expect(templateBreakOf(studied([], [], cadence), entryOf(studied([], [], cadence)))).toMatchObject({
      about: 'Chaleureux',
      why: 'no-template',
    });
    const written = studied([['Chaleureux', '', '', '', 'Cher client']], [], cadence);
    expect(said(written)).toEqual([]);
    expect(draftOf(written, entryOf(written)).text).toBe('Cher client\n');
  });

  it('are those for the payer this customer is', () => {
    const templates = [
      ['Relance', '', '', '', 'à tous'],
      ['Relance', '', 'bon', '', 'au bon'],
      ['Relance', '', 'mauvais', '', 'au mauvais'],
    ];
    const good = [paid('P1', '2025-02-01', '2025-02-01'), paid('P2', '2025-03-01', '2025-03-01'), paid('P3', '2025-04-01', '2025-03-30')];
    const bad = [paid('P1', '2025-02-01', '2025-03-01'), paid('P2', '2025-03-01', '2025-04-01'), paid('P3', '2025-04-01', '2025-04-30')];
    const text = (more: Cell[][]) => draftOf(studied(templates, more), entryOf(studied(templates, more))).text;
    expect([text([]), text(good), text(bad), text(bad.slice(0, 2))]).toEqual(['à tous\n', 'au bon\n', 'au mauvais\n', 'à tous\n']);
  });
});

it('every reason is said in both languages, with the tag and its cell', () => {
  const facts = { about: '{{X}}', day: null, minor: 0, currency: null, stage: '' };
  for (const code of ['fr', 'en'] as const) {
    const { guards, templateGaps } = LANGUAGES[code];
    const [message, advice] = guards['template-broken'];
    const reasons = [
      ...(Object.keys(templateGaps) as (keyof typeof templateGaps)[]),
      'unknown-placeholder',
      'unclosed-tag',
      'other-brackets',
    ] as const;
    const said = reasons.map((why) =>
      message({ ...facts, broken: { about: '{{X}}', why, where: 'Modèles E2', instead: '' } }, sayIn(code)),
    );
    expect(new Set(said).size).toBe(reasons.length);
    for (const sentence of said) {
      expect(sentence).toMatch(/\{\{X\}\}.*\.$/);
      expect(sentence).toContain('Modèles E2');
      expect(sentence).not.toMatch(/undefined|null/);
    }
    expect(advice).toMatch(/\.$/);
  }
});
