// Makes the sample files: an invented French company a person can try Relance on, with every case of the trade somewhere in its book. Seeded
// and clock-free, so running it twice gives identical bytes.
//
//   node samples/make.mjs            writes the files beside this one
//   node samples/make.mjs --check    says whether the files are what this would write (exit 1 when not)
//   node samples/make.mjs --rows     prints the rows that show something, with their place in each file
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { book, flatRows, invoiceSheet } from './making/book.mjs';
import { csv } from './making/csv.mjs';
import { iso } from './making/days.mjs';
import { ledger } from './making/ledger.mjs';
import { AS_OF } from './making/open-book.mjs';
import { xlsx } from './making/xlsx.mjs';

/** The table of the trade article, as its readers copy it. */
const SMALL_TABLE = `Numero Facture,Client,Montant,Date Facture,Echeance,Date Paiement,Jours Retard,Statut,Derniere Action,Prochaine Action
F2025-0012,Client A,1850.00,2025-08-20,2025-09-10,2025-09-14,,,Relance J+3,
F2025-0041,Client B,3200.00,2025-08-28,2025-09-12,,,,Appel J+10 (15/09),
F2025-0057,Client C,980.00,2025-09-01,2025-09-16,,,,Pre-rappel J-7,
`;

const rows = ledger();
const asOf = iso(AS_OF);
const samples = {
  'factures-atelier-morel.xlsx': { asOf, language: 'fr' },
  'factures-atelier-morel.csv': { asOf, language: 'fr' },
  'invoices-morel-workshop.xlsx': { asOf, language: 'en' },
  'small-table.csv': { asOf: '2025-09-17', language: 'fr' },
};

const files = {
  'small-table.csv': SMALL_TABLE,
  'factures-atelier-morel.xlsx': xlsx(book(rows, 'fr'), { date: 'dd/mm/yyyy', money: '#,##0.00\\ "€"' }),
  'factures-atelier-morel.csv': csv(flatRows(rows)),
  'invoices-morel-workshop.xlsx': xlsx(book(rows, 'en'), { date: 'd mmm yyyy', money: '#,##0.00' }),
  'samples.json': `${JSON.stringify(samples, null, 2)}\n`,
};

const place = (name) => new URL(name, import.meta.url);

if (process.argv.includes('--rows')) {
  const french = invoiceSheet(rows, 'fr').headerRow;
  const english = invoiceSheet(rows, 'en').headerRow;
  rows.forEach((row, i) => {
    if (row.tag) console.log(`${row.number}  fr ${french + 1 + i}  en ${english + 1 + i}  ${row.customer}: ${row.tag}`);
  });
} else if (process.argv.includes('--check')) {
  const stale = Object.entries(files).filter(
    ([name, made]) => !existsSync(place(name)) || !Buffer.from(made).equals(readFileSync(place(name))),
  );
  for (const [name] of stale) console.error(`samples/${name} is not what make.mjs writes`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [name, made] of Object.entries(files)) writeFileSync(place(name), made);
}
