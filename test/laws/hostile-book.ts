/**
 * A house whose every cell that may hold words was filled by somebody with bad intentions; and its harmless twin, which has the same cells, lines and
 * addresses in plain words. What differs between what is made of the two may be words only.
 */
import { type CalendarDay, type Cell, dayFromIso, perform, type Snapshot } from '../../core/index.ts';
import { isBlankText, isErrorText, plainText } from '../../core/ledger/cell-text.ts';
import { documentName, linesOf, oneLine } from '../../core/messages/sheet-text.ts';
import { MemoryHost } from '../hosts/memory.ts';

export const DAY = '2026-03-16';
export const CUSTOMERS = 4;
const PER_CUSTOMER = 10;
const DUE = ['2026-03-06', '2026-02-20', '2026-01-30', '2025-12-20'];

/** How many hostile texts one book takes. */
export const TEXTS_A_BOOK = 300;

/** Names of sheets that Google and Excel both allow. */
export const SHEET_NAMES = ["L'été", 'a"b', '=1+1', '<b>&amp;', "x'!A1", '{{MONTANT}}', "';DROP", 'Factures'];

export interface Book {
  readonly snapshot: Snapshot;
  readonly names: readonly string[];
  /** Where customers may be written to; the last customer's cell holds a hostile text. */
  readonly addresses: readonly string[];
  /** What the user says of a call. */
  readonly note: string;
}

/** Fills the cells in one order, from what a cell of that kind is given. */
function bookOf(word: (kind: Kind) => string, sheetName: string, keepsCustomers: boolean): Book {
  const names = Array.from({ length: CUSTOMERS }, (_, c) => `${word('name')} ${c}`);
  const addresses = Array.from({ length: CUSTOMERS }, (_, c) => (c === CUSTOMERS - 1 ? word('address') : `pay${c}@client${c}.example`));
  const rows = names.flatMap((name, c) =>
    Array.from({ length: PER_CUSTOMER }, (_, n): Cell[] => [
      `${word('number')}-${c}${n}`,
      name,
      addresses[c] as string,
      word('contact'),
      { date: '2025-11-20' },
      { date: n === 0 ? (DUE[c] as string) : `2026-03-${String(n + 1).padStart(2, '0')}` },
      1000 * (CUSTOMERS - c) + n,
      n === 1 ? 10 : null,
      word('words'),
      word('link'),
      word('document'),
      word('words'),
    ]),
  );
  const header = [
    'N° facture',
    'Client',
    'E-mail',
    'Contact',
    'Date facture',
    'Échéance',
    'Montant TTC',
    'Montant payé',
    'Bon de commande',
    'Lien de paiement',
    'Document',
    'Notes',
  ];
  const settings: Cell[][] = [
    ['Clé', 'Valeur'],
    // Ended as no other text is: a name that a signature repeats is not told twice.
    ['Société', `${word('name')} SARL`],
    ['Adresse de la société', word('lines')],
    ['Ville de la société', word('name')],
    ['SIREN', word('name')],
    ['Coordonnées de la société', word('lines')],
    ['Signature', word('lines')],
    ['IBAN', 'FR14 2004 1010 0505 0001 3M02 606'],
  ];
  const customers: Cell[][] = [['Client', 'Adresse'], ...names.map((name): Cell[] => [name, word('lines')])];
  return {
    names,
    addresses,
    note: word('words'),
    snapshot: {
      workbookId: 'hostile',
      locale: 'fr-FR',
      timeZone: 'Europe/Paris',
      date1904: false,
      sheets: [
        { name: sheetName, cells: [header, ...rows] },
        { name: 'Réglages', cells: settings },
        ...(keepsCustomers ? [{ name: 'Clients', cells: customers }] : []),
      ],
      binding: {
        sheet: sheetName,
        headerRow: 1,
        columns: {
          number: 'A',
          customer: 'B',
          email: 'C',
          contact: 'D',
          issuedOn: 'E',
          dueOn: 'F',
          amount: 'G',
          paidAmount: 'H',
          purchaseOrder: 'I',
          paymentLink: 'J',
          document: 'K',
          notes: 'L',
        },
      },
    },
  };
}

type Kind = 'name' | 'number' | 'address' | 'contact' | 'words' | 'link' | 'document' | 'lines';

/** A plain word of as many letters, each as many bytes: how long a text is decides whether a bank's program can take it. */
const asLong = (text: string): string =>
  Array.from(text, (letter) => ['P', 'é', 'あ', '𠮷'][Buffer.byteLength(letter) - 1] ?? 'P').join('');

/** A number for each text, equal for equal ones: what is said once for all of them is said once by the twin, too. */
const seen = new Map<string, number>();
function nth(text: string): number {
  const found = seen.get(text) ?? seen.size;
  seen.set(text, found);
  return found;
}

/** What the harmless twin says where the house says `text`: nothing where a reader would see nothing, as many lines as there are. */
function harmless(text: string, kind: Kind): string {
  // `#Q` is how a cell in error looks.
  const isError = isErrorText(plainText(text));
  const isShown = oneLine(text) !== '' && !isBlankText(oneLine(text)) && !isError;
  switch (kind) {
    case 'name':
    case 'number':
      return isShown ? asLong(oneLine(text)) : '';
    case 'words':
    case 'link':
      return isShown ? `Plain ${kind} ${nth(oneLine(text))}` : '';
    case 'contact':
      // A contact that is an address is greeted by nobody, and stands on letters.
      return isShown ? (text.includes('@') ? `someone${nth(oneLine(text))}@plain.example` : `Plain contact ${nth(oneLine(text))}`) : '';
    case 'document':
      return isShown && documentName(text) !== '' ? `Plain document ${nth(oneLine(text))}` : '';
    case 'lines':
      return (isError ? [] : linesOf(text)).map((_, n) => `Plain line ${n}`).join('\n');
    case 'address':
      return 'pay3@client3.example';
    default:
      return kind satisfies never;
  }
}

/** How the numbers and the names of the house are read, in the order of its cells: what hangs on their length must hang on the same. */
function readings({ snapshot, names }: Book): { readonly numbers: string[]; readonly names: string[] } {
  const host = new MemoryHost(snapshot);
  const view = host.run(perform({ kind: 'open', at: `${DAY}T09:00:00` }, dayFromIso(DAY) as CalendarDay));
  const numbers = view.report?.invoices.map(({ number }) => number) ?? [];
  if (numbers.length !== names.length * PER_CUSTOMER) throw new Error(`${numbers.length} invoices are read`);
  return { numbers, names: names.map((_, c) => view.report?.invoices[c * PER_CUSTOMER]?.customer ?? '') };
}

/** The house of these texts, and its harmless twin; without a Customers tab of its own, where one may be made of the sheet. */
export function houses(texts: readonly string[], sheetName: string, keepsCustomers: boolean): { hostile: Book; plain: Book } {
  const filler = (say: (text: string, kind: Kind) => string) => {
    let at = 0;
    return (kind: Kind) => say(texts[at++ % texts.length] as string, kind);
  };
  const hostile = bookOf(
    filler((text) => text),
    sheetName,
    keepsCustomers,
  );
  const read = readings(hostile);
  seen.clear();
  const twin = filler((text, kind) => {
    const own = kind === 'number' ? read.numbers.shift() : kind === 'name' ? read.names.shift() : undefined;
    // Without what ends each in both houses: `-00`, ` 0`.
    return own === undefined ? harmless(text, kind) : asLong(oneLine(own).slice(0, kind === 'number' ? -3 : -2));
  });
  return { hostile, plain: bookOf(twin, 'Factures', keepsCustomers) };
}
