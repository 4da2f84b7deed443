/** Invoices under headers nobody can guess: refused by name, and told column by column so that the user can point at what lacks. */
import { expect, it } from '@jest/globals';
import { type Binding, type Command, dayFromIso, perform, type Snapshot, type View } from '../../core/index.ts';

const CELLS = [
  ['N° pièce', 'Client', 'Fait le', 'À régler pour le', 'Total TTC'],
  ['F-1', 'Durand', '15/12/2025', '15/01/2026', '1 850,00'],
  ['F-2', 'Martin', '20/12/2025', '20/01/2026', '320,50'],
];
const BOOK: Snapshot = { sheets: [{ name: 'Suivi', cells: CELLS }], locale: 'fr-FR', timeZone: 'Europe/Paris', date1904: false };

function open(snapshot: Snapshot, trial?: Binding): View {
  const command: Command = { kind: 'open', at: '2026-03-16T09:00:00', options: { panel: {}, ...(trial ? { trial } : {}) } };
  const story = perform(command, dayFromIso('2026-03-16') as NonNullable<ReturnType<typeof dayFromIso>>);
  let step = story.next();
  while (!step.done) step = story.next(snapshot);
  return step.value;
}

it('tells each column, with what it was taken for and values one recognises', () => {
  const view = open(BOOK);
  expect(view.report).toBeNull();
  expect(view.refusal).not.toBeNull();
  expect(view.near).toMatchObject({ sheet: 'Suivi', headerRow: 1 });
  expect(view.near?.columns.map(({ column, header, role, examples }) => [column, header, role, examples[0]])).toEqual([
    ['A', 'N° pièce', 'number', 'F-1'],
    ['B', 'Client', 'customer', 'Durand'],
    ['C', 'Fait le', null, '15/12/2025'],
    ['D', 'À régler pour le', null, '15/01/2026'],
    ['E', 'Total TTC', 'amount', '1 850,00'],
  ]);
});

it('is read once the user has pointed at the date', () => {
  const view = open(BOOK, { sheet: 'Suivi', headerRow: 1, columns: { dueOn: 'D', issuedOn: 'C' } });
  expect(view.refusal).toBeNull();
  expect(view.report?.table.columns).toMatchObject({ issuedOn: 'C', dueOn: 'D', amount: 'E' });
});

it('keeps what was chosen while something still lacks', () => {
  const view = open(BOOK, { sheet: 'Suivi', headerRow: 1, columns: { contact: 'B' }, ignored: ['E'] });
  expect(view.near?.columns.map(({ role, ignored }) => [role, ignored])).toEqual([
    ['number', false],
    ['contact', false],
    [null, false],
    [null, false],
    [null, true],
  ]);
});

it('says nothing of a list that is something else', () => {
  const cells = [
    ['Salarié', 'Salaire brut', 'Cotisations', 'Net à payer'],
    ['Léa', '2 500,00', '550,00', '1 950,00'],
  ];
  expect(open({ ...BOOK, sheets: [{ name: 'Paie', cells }] }).near).toBeNull();
});
