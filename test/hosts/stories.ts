/** The workbooks on which all hosts are compared: the samples, and a table with everything a stranger's sheet may hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../core/index.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { IS_THOROUGH } from '../thorough.ts';
import type { Story } from './contract.ts';

function sample(name: string): Snapshot {
  const path = join(__dirname, '../../samples', name);
  const { snapshot } = openWorkbook(new Uint8Array(readFileSync(path)), name);
  // What a hosted workbook says of itself and a file does not.
  return { ...snapshot, workbookId: `sample-${name}`, locale: 'fr-FR', timeZone: 'Europe/Paris' };
}

const HOSTILE: Snapshot = {
  workbookId: 'hostile',
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
  sheets: [
    {
      name: 'Suivi',
      cells: [
        ['Suivi des factures 2026'],
        [],
        ['Échéance', 'N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Statut', 'Réglé le', 'Notes'],
        ['15/01/2026', 'F-1', 'Durand', 'durand@a.example', '1 850,00 €', '15/12/2025', 'voir Paul', null, '=2+2'],
        ['31/02/2026', 'F-2', '=HYPERLINK("http://x";"y")', 'x@a.example', '100,00 €', '15/12/2025', null, null, null],
        ['16/01/2026', 'F-3', '+33 Plus', 'plus@a.example', '(40,00)', '15/12/2025', null, null, 'avoir'],
        ['05/02/2026', 'F-4', '-Tiret', 'tiret@a.example', '1.234,5', '20/12/2025', 'En retard', null, null],
        ['05/02/2026', 'F-5', 'Durand', 'durand@a.example', 'à voir', '20/12/2025', null, null, null],
        ['06/02/2026', 'F-6', 'Martin', 'martin@a.example', '300', '20/12/2025', 'Litige', null, null],
        ['07/02/2026', 'F-6', 'Martin', 'martin@a.example', '310', '20/12/2025', null, null, null],
        ['08/02/2026', 'F-7', 'Martin', 'martin@a.example', '320', '20/12/2025', 'Payée', '09/02/2026', null],
        [null, 'Total', null, null, '3 000,00 €', null, null, null, null],
      ],
    },
  ],
};

export const STORIES: readonly Story[] = [
  { name: 'small table', snapshot: sample('small-table.csv'), asOf: '2025-09-17' },
  { name: 'the year', snapshot: sample('factures-atelier-morel.xlsx'), asOf: '2026-03-16' },
  { name: 'its English twin', snapshot: sample('invoices-morel-workshop.xlsx'), asOf: '2026-03-16' },
  { name: 'a stranger’s sheet', snapshot: HOSTILE, asOf: '2026-03-16' },
];

/** All stories in the long run; in every run those that are named: over all hosts together each of them is there. */
export const someOf = (...names: readonly string[]): readonly Story[] => STORIES.filter(({ name }) => IS_THOROUGH || names.includes(name));
