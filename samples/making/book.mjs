// How the ledger looks as a workbook: which columns stand where, under which words. The French book and its English twin are the same rows
// through two tables of columns.
import { dateCell, moneyCell } from './cells.mjs';
import { day, english, englishShort, french, frenchShort, iso, TERMS } from './days.mjs';
import { AS_OF } from './open-book.mjs';
import { customerSheet, notesSheet, paymentSheet, settingSheet } from './tabs.mjs';
import { columnLetter } from './xlsx.mjs';

const STATUS = {
  paid: ['Payée', 'Paid'],
  partial: ['Partielle', 'Partially paid'],
  open: ['En attente', 'Open'],
  overdue: ['En retard', 'Overdue'],
  disputed: ['Litige', 'Disputed'],
  legal: ['Contentieux', 'Legal'],
  notice: ['Mise en demeure', 'Formal notice'],
  writtenOff: ['Perte', 'Written off'],
  cancelled: ['Annulée', 'Cancelled'],
  draft: ['Brouillon', 'Draft'],
  credit: ['Avoir', 'Credit note'],
  own: ['voir avec Luc', 'ask Luke'],
};

const ACTION = {
  pre: ['Pré-rappel J-7', 'Pre-reminder D-7'],
  reminder: ['Relance J+3', 'Reminder D+3'],
  call: ['Appel J+10', 'Call D+10'],
  second: ['Rappel 2', 'Reminder 2'],
  firm: ['Relance ferme', 'Firm reminder'],
  notice: ['Mise en demeure', 'Formal notice'],
};

/** `09/03` this year, `14/11/2025` in older ones: a date without year is read as the latest such day. */
function lastAction({ last }, lang) {
  if (!last) return null;
  const words = ACTION[last.stage][lang === 'fr' ? 0 : 1];
  if (last.on === null) return words;
  const isThisYear = iso(last.on) >= '2026';
  const on = lang === 'fr' ? (isThisYear ? frenchShort : french)(last.on) : (isThisYear ? englishShort : english)(last.on);
  return `${words} (${on})`;
}

/** What stands in a cell: the words typed there if any, else the value. */
function cellOf(row, field, lang, cell) {
  const typed = row.typed?.[field];
  if (typed === undefined) return cell;
  return typed.error ? { error: typed.error, ...(cell ? { style: cell.style } : {}) } : typed[lang];
}

/** field → [French header, English header, width, cell(row, lang)] */
const COLUMNS = {
  number: ['N° facture', 'Invoice No.', 13, (row) => row.number],
  customer: ['Client', 'Customer', 31, (row) => row.customer || null],
  email: ['E-mail', 'Email', 34, (row) => row.email || null],
  issued: ['Date facture', 'Invoice Date', 12, (row, lang) => cellOf(row, 'issued', lang, dateCell(row.issued))],
  terms: ['Conditions de paiement', 'Payment Terms', 20, (row, lang) => (row.terms ? TERMS[row.terms][lang] : null)],
  due: ['Échéance', 'Due Date', 12, (row, lang) => cellOf(row, 'due', lang, dateCell(row.due))],
  currency: ['Devise', 'Currency', 9, () => 'EUR'],
  net: ['Montant HT', 'Amount excl. VAT', 13, (row, lang) => cellOf(row, 'net', lang, moneyCell(row.net))],
  gross: ['Montant TTC', 'Amount incl. VAT', 13, (row, lang) => cellOf(row, 'gross', lang, moneyCell(row.gross))],
  paidOn: ['Réglé le', 'Date Paid', 12, (row, lang) => cellOf(row, 'paidOn', lang, dateCell(row.paidOn))],
  paid: ['Montant réglé', 'Amount Paid', 13, (row) => moneyCell(row.paid)],
  status: ['Statut', 'Status', 15, (row, lang) => (row.status ? STATUS[row.status][lang === 'fr' ? 0 : 1] : null)],
  last: ['Dernière action', 'Last Action', 24, lastAction],
  promiseOn: ['Date promesse', 'Promise date', 12, (row) => dateCell(row.promiseOn)],
  holdUntil: ["Pause jusqu'au", 'Hold until', 12, (row) => dateCell(row.holdUntil)],
  creditOf: ['Avoir sur', 'Credit of', 13, (row) => row.creditOf ?? null],
  note: ['Commentaire', 'Notes', 38, (row, lang) => row.note?.[lang] ?? null],
};

const ORDER = {
  fr: 'number customer email issued terms due net gross paidOn paid status last promiseOn holdUntil creditOf note'.split(' '),
  en: 'customer number issued due currency gross net paid paidOn status last promiseOn holdUntil creditOf email terms note'.split(' '),
};

const TITLES = {
  fr: [
    [{ text: 'Atelier Morel — menuiserie et agencement', style: 'title' }],
    [{ text: 'Suivi des factures clients, février 2025 à mars 2026', style: 'subtitle' }],
    [{ text: 'À jour au', style: 'subtitle' }, dateCell(AS_OF)],
    [],
  ],
  en: [
    [{ text: 'Morel Workshop — joinery and fitting', style: 'title' }],
    [{ text: 'Sales invoices, February 2025 to March 2026', style: 'subtitle' }],
    [{ text: 'Up to', style: 'subtitle' }, dateCell(AS_OF)],
  ],
};

/** The invoice sheet: titles, header, one row per invoice, a blank row and the total. Also tells the sheet row of each invoice. */
export function invoiceSheet(rows, lang) {
  const order = ORDER[lang];
  const titles = TITLES[lang];
  const headerRow = titles.length + 1;
  const first = headerRow + 1;
  const end = headerRow + rows.length;
  const at = (field) => columnLetter(order.indexOf(field));
  const header = order.map((field) => ({ text: COLUMNS[field][lang === 'fr' ? 0 : 1], style: 'header' }));
  const body = rows.map((row) => order.map((field) => COLUMNS[field][3](row, lang)));
  const total = order.map((field, c) => {
    if (c === 0) return { text: 'Total', style: 'totalText' };
    if (!['net', 'gross', 'paid'].includes(field)) return null;
    // SUMIF, as people do once a #N/A has spoilt their SUM.
    const range = `${at(field)}${first}:${at(field)}${end}`;
    const sum = body.reduce((cents, cells) => cents + Math.round((cells[c]?.number ?? 0) * 100), 0);
    return { formula: `SUMIF(${range},"<>#N/A")`, number: sum / 100, style: 'totalMoney' };
  });
  return {
    name: lang === 'fr' ? 'Factures' : 'Invoices',
    headerRow,
    widths: order.map((field) => COLUMNS[field][2]),
    merges: ['A1:D1', 'A2:D2'],
    red: {
      range: `${at('due')}${first}:${at('due')}${end}`,
      when: `AND(ISNUMBER($${at('due')}${first}),$${at('due')}${first}<$B$3,$${at('paidOn')}${first}="")`,
    },
    rows: [...titles, header, ...body, [], total],
  };
}

/** All sheets of the workbook, the invoices first. */
export function book(rows, lang) {
  return [invoiceSheet(rows, lang), notesSheet(lang), customerSheet(lang), paymentSheet(rows, lang), settingSheet(lang)];
}

/** The rows of the CSV: the invoice sheet alone, so what the Payments tab knows is copied into the row and the currency into the headers. */
export function flatRows(rows) {
  const known = rows.map((row) => {
    if (row.paid !== undefined || !row.payments) return row;
    return {
      ...row,
      paidOn: day(row.payments.at(-1)[0]),
      paid: row.payments.reduce((sum, [, amount]) => sum + amount, 0),
    };
  });
  const { rows: all, headerRow } = invoiceSheet(known, 'fr');
  const named = all[headerRow - 1].map((cell) => (/^Montant/.test(cell.text) ? { ...cell, text: `${cell.text} (€)` } : cell));
  return all.map((cells, r) => (r === headerRow - 1 ? named : cells));
}
