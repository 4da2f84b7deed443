// Why a cell of one of our columns was left as it is: by a refresh of the smallest sheet in which that happens.
import { perform } from '../../../core/index.ts';
import type { Cell, HostRequest, View } from '../../../core/workbook.ts';
import { WORDS } from '../../../local/report/words.ts';
import { day, workbookOf } from '../../core/workbook-of.ts';
import { type Meanwhile, MemoryHost } from '../../hosts/memory.ts';
import type { Family, InEach, MessageCase } from '../message-case.ts';
import { cellAt, DUE, ON } from './small-house.ts';

/** The last cell a refresh left, of the second row on. */
function left(id: string, at: string, when: InEach, book: ReturnType<typeof workbookOf>, meanwhile?: Meanwhile): MessageCase {
  return {
    id,
    when,
    at,
    said: (language) => {
      const command = perform({ kind: 'refresh', at: `${ON}T09:00:00`, options: { language } }, day(ON)) as Generator<
        HostRequest,
        View,
        unknown
      >;
      const cells = new MemoryHost(book).run(command, meanwhile).left;
      const [first] = cells;
      const { why } = WORDS[language];
      const name = first === undefined ? '' : WORDS[language].cell(first.sheet, first.row, first.column);
      return {
        ids: cells.map((cell) => cell.why),
        at: cellAt(first?.row ?? null, first?.column ?? null),
        message: first === undefined ? '' : `${name}${language === 'fr' ? '\u00a0' : ''}: ${why[first.why]}.`,
        advice: '',
      };
    },
  };
}

const STATUS = workbookOf([
  { ...DUE, status: 'see Paul' },
  { ...DUE, status: null },
]);
const blank = workbookOf([{ ...DUE, status: null }]);
const FORMULA = {
  ...blank,
  sheets: blank.sheets.map((each) => ({ ...each, formulas: [[], [...new Array<Cell>(7).fill(null), '=IF(TRUE,"","")']] })),
};

/** Somebody types another amount while the columns are written. */
const typing: Meanwhile = (request, _, host) => {
  if (request.kind === 'write' && request.changes.columns.length > 0) (host.cells('Invoices')[1] as Cell[])[5] = 250;
};

export const LEFT_CELLS: Family = {
  title: ['Cells left as they are', 'Cellules laissées telles quelles'],
  intro: [
    'Named after every refresh: nothing of the user’s is written over.',
    'Nommées après chaque actualisation\u00a0: rien de ce qui est à vous n’est écrasé.',
  ],
  ids: (language) => Object.keys(WORDS[language].why),
  cases: [
    left('words', 'H2', ['“see Paul” in the status column', '«\u00a0see Paul\u00a0» dans la colonne des statuts'], STATUS),
    left('formula', 'H2', ['a formula in the status column', 'une formule dans la colonne des statuts'], FORMULA),
    left(
      'row-changed',
      'H2',
      ['the amount was changed while the columns were written', 'le montant a changé pendant l’écriture des colonnes'],
      workbookOf([DUE]),
      typing,
    ),
    left(
      'twin-rows',
      'A2',
      ['two rows that nothing tells apart', 'deux lignes que rien ne distingue'],
      workbookOf([
        { ...DUE, number: '' },
        { ...DUE, number: '' },
      ]),
    ),
  ],
};
