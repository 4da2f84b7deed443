/**
 * Whatever stands in the cells: no formula, no tag, no header, no recipient and no field that is not ours. Each law throws at the first that is. The same
 * laws run over a few books in `npm test` and over hundreds of thousands of texts in `npm run verify`.
 */
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import {
  asRaw,
  type Binding,
  type CalendarDay,
  type Cell,
  type ChangeSet,
  type Command,
  type Draft,
  dayFromIso,
  type HostRequest,
  mailLink,
  perform,
  readAddress,
  toEml,
  type View,
} from '../../core/index.ts';
import { isErrorCell } from '../../core/ledger/cell-text.ts';
import { oneLine } from '../../core/messages/sheet-text.ts';
import { unpacked } from '../../core/packed-rows.ts';
import { copyWorkbook } from '../../local/files/copy.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { withRows } from '../../local/report/journal-file.ts';
import { plain } from '../hosts/contract.ts';
import { excelHost } from '../hosts/excel/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { sheetsHost } from '../hosts/sheets/index.ts';
import { changes, edits } from '../local/odd-workbook.ts';
import { type Book, CUSTOMERS, DAY } from './hostile-book.ts';
import { taken } from './html-tokens.ts';

const TODAY = dayFromIso(DAY) as CalendarDay;
const same = (what: string, ours: unknown, wanted: unknown): void => {
  const [said, meant] = [JSON.stringify(ours), JSON.stringify(wanted)];
  if (said === meant) return;
  // Where they part, with what comes before.
  let at = 0;
  while (said?.charAt(at) === meant?.charAt(at)) at++;
  const near = (text = 'undefined') => `…${text.slice(Math.max(0, at - 120), at + 120)}…`;
  throw new Error(`${what}:\n${near(said)}\nand not\n${near(meant)}`);
};
const must = (what: string, is: boolean, about: unknown): void => {
  if (!is) throw new Error(`${what}: ${JSON.stringify(about)?.slice(0, 400)}`);
};

const commandOf = (told: Record<string, unknown>): Generator<HostRequest, View, unknown> =>
  perform({ at: `${DAY}T09:30:00`, ...told } as unknown as Command, TODAY);

// ── What is made of a book ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Made {
  /** Every page, by what it is: messages and papers. */
  readonly pages: ReadonlyMap<string, string>;
  readonly drafts: readonly Draft[];
  readonly fileNames: readonly string[];
  readonly host: MemoryHost;
}

/** The tabs and the journal rows somebody asks for in the course of a morning, then the reminders. */
const MORNING = (book: Book): Record<string, unknown>[] => [
  { kind: 'refresh' },
  { kind: 'note', customer: book.names[0], note: book.note },
  { kind: 'make-tab', tab: 'customers' },
  { kind: 'dashboard' },
  { kind: 'prepare' },
];

/** Lives the morning in memory; looks at every message and paper first. */
export function make(book: Book): Made {
  const host = new MemoryHost(book.snapshot);
  const first = host.run(commandOf({ kind: 'open', options: { panel: {} } }));
  const entries = first.packed === undefined ? [] : unpacked(first.packed.worklist);
  const papers = [
    ...entries.map(({ id }) => ({ kind: 'formal-notice', of: id })),
    ...book.names.flatMap((of) => [
      { kind: 'evidence', of },
      { kind: 'statement', of },
    ]),
  ];
  const ids = entries.map(({ id }) => id);
  const seen = host.run(commandOf({ kind: 'open', options: { panel: { messages: ids, scripts: ids, routes: ids, papers } } }));
  const pages = new Map<string, string>();
  for (const [n, { html }] of (seen.messages ?? []).entries()) pages.set(`message ${n}`, html);
  for (const [n, { kind, html }] of (seen.papers ?? []).entries()) pages.set(`${kind} ${n}`, html);
  for (const told of MORNING(book)) host.run(commandOf(told));
  const drafts = [...host.drafts.values()];
  for (const { to, html } of drafts) pages.set(`draft to ${to}`, html);
  return { pages, drafts, fileNames: (seen.papers ?? []).map(({ fileName }) => fileName), host };
}

// ── Pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The square to pay with is drawn from the name, the sum and the numbers, where a bank's program would read them all: a picture with its caption, and
 * nothing else.
 */
const SQUARE =
  /div\nsvg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+" shape-rendering="crispEdges" role="img"\n(?:path fill="#(?:fff|000)" d="[Mhvz\d -]*"\/\n){2}\/svg\n\/div\ndiv class="small"\n\/div\n/g;

/** Where a link stands is the sheet's to say; what it may be is looked at by itself. */
const LINK = /^(?:\/a|a href style="[\w:#;-]*")$/;

/** Each page of the hostile house has the elements and attributes of its twin's, and its links lead over https. Answers how many pages. */
export function pages(hostile: Made, twin: Made): number {
  for (const [name, html] of hostile.pages) {
    const page = taken(html);
    for (const link of page.links) must(`a link in ${name}`, /^https:\/\/[a-z0-9][^"'<>\s]*$/i.test(link), link);
    const of = twin.pages.get(name);
    if (of === undefined) continue;
    const skeleton = (tags: readonly string[]) =>
      tags
        .filter((tag) => !LINK.test(tag))
        .join('\n')
        .replace(SQUARE, '');
    same(`elements of ${name}`, skeleton(page.tags), skeleton(taken(of).tags));
  }
  for (const name of hostile.fileNames) must('a file name', /^[a-z0-9-]{1,150}$/.test(name), name);
  return hostile.pages.size;
}

/** The letters of a text that leave ink. */
const seen = (text: string): string => text.replace(/[\p{Cf}\s]/gu, '');

/** A contact's name can be read in the reminder as it stands in the sheet, whatever it is made of. */
export function names({ drafts }: Made, book: Book): void {
  for (const { to, html } of drafts) {
    const c = book.addresses.indexOf(to);
    if (c < 0 || c === CUSTOMERS - 1) continue;
    const cell = book.snapshot.sheets[0]?.cells.find((row) => row[1] === book.names[c])?.[3] ?? '';
    const contact = oneLine(String(cell));
    // Nobody is greeted by an address, nor as `#N/A`.
    if (contact === '' || contact.includes('@') || isErrorCell(cell)) continue;
    must(`the greeting of ${to}`, seen(taken(html).text).includes(seen(contact)), contact);
  }
}

// ── Mail ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const HEADERS =
  /^(?:(?:X-Unsent|To|Subject|X-Relance-Key|MIME-Version|Content-Language|Content-Type|Message-ID|X-Relance-Draft|In-Reply-To|References): | =\?UTF-8\?B\?)/;
/** Nothing that could end an address or begin another. */
const ONE_ADDRESS = /^[^\s,;:<>()[\]\\"\p{Cc}]+@[^\s@,;:<>()[\]\\"\p{Cc}]+$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a subject may not hold
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;

/** A message as a file, as a draft of a mailbox and as a link: one recipient, our headers, our parts. */
export async function mail(draft: Draft): Promise<void> {
  const read = readAddress(draft.to);
  if ('trouble' in read) throw new Error(`a draft to ${JSON.stringify(draft.to)}`);
  must('one address', ONE_ADDRESS.test(read.address), read.address);
  must('a subject of one line', !UNSEEN.test(draft.subject), draft.subject);
  const mailing = { messageId: 'a@b.example', inReplyTo: 'c@d.example' };
  for (const eml of [toEml(draft), toEml(draft, { mailing })]) {
    const head = eml.slice(0, eml.indexOf('\r\n\r\n')).split('\r\n');
    for (const line of head) must('a header of ours', HEADERS.test(line), line);
    must('no lone line ends', !/[\r\n]/.test(eml.replaceAll('\r\n', '')), eml.slice(0, 200));
    const found = await PostalMime.parse(eml);
    same(
      'recipients',
      found.to?.map(({ address }) => address),
      [read.address],
    );
    same('others', [found.cc, found.bcc, found.from, found.replyTo, found.sender], [undefined, undefined, undefined, undefined, undefined]);
    same('attachments', found.attachments.length, 0);
    same('subject', (found.subject ?? '').replace(/\s+/g, ' ').trim(), draft.subject.replace(/\s+/g, ' ').trim());
    // The body arrives as it was: no part of it became a part of the message.
    same(
      'page',
      found.html?.replace(/\r?\n/g, '\n').trim(),
      draft.html
        .replace(/\p{Cs}/gu, '\ufffd')
        .replace(/\r\n?/g, '\n')
        .trim(),
    );
    same('raw', Buffer.from(asRaw(eml), 'base64url').toString(), eml);
  }
  link(draft, read.address);
}

/** A link that opens the message says its recipient, subject and text, and nothing more. */
function link(draft: Draft, address: string): void {
  const parts = { to: address, subject: draft.subject, text: draft.text };
  const names = (url: URL) => [...url.searchParams.keys()].filter((key) => key !== 'body');
  const gmail = new URL(mailLink(parts, 'gmail').url);
  same(
    'Gmail',
    [gmail.origin, gmail.pathname, gmail.hash, ...names(gmail)],
    ['https://mail.google.com', '/mail/', '', 'view', 'fs', 'to', 'su'],
  );
  same('Gmail’s recipient', gmail.searchParams.get('to'), address);
  const outlook = new URL(mailLink(parts, 'outlook').url);
  same('Outlook', [outlook.origin, outlook.hash, ...names(outlook)], ['https://outlook.office.com', '', 'to', 'subject']);
  same('Outlook’s recipient', outlook.searchParams.get('to'), address);
  const mailto = new URL(mailLink(parts, 'mailto').url);
  same('mailto', [mailto.protocol, mailto.hash, ...names(mailto)], ['mailto:', '', 'subject']);
  same('the recipient of mailto', decodeURIComponent(mailto.pathname), address);
  must('no second address', !/[,;]/.test(mailto.pathname), mailto.pathname);
}

/** A text as the subject and the words of a message to a true address. */
export async function message(text: string): Promise<void> {
  const subject = oneLine(text);
  await mail({
    keys: ['0', '1'],
    id: '1',
    customer: text,
    to: 'pay@client.example',
    subject,
    text,
    html: `<p>${text}</p>`,
    language: 'fr',
  });
}

/** A text as the cell of an address, and around a true one: one address is understood, or none. */
export async function address(text: string): Promise<void> {
  for (const cell of [text, `pay@client.example${text}`, `${text}pay@client.example`, `${text} <pay@client.example>`]) {
    const read = readAddress(cell);
    if ('trouble' in read) continue;
    await mail({ keys: ['0'], id: '1', customer: text, to: cell, subject: oneLine(text), text, html: '<p>x</p>', language: 'fr' });
  }
}

// ── Sheets ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A formula without the name of a sheet and without texts: what it does. */
const bones = (formula: string): string =>
  formula
    .replace(/'(?:[^']|'')*'!/g, 'S!')
    .replace(/[\p{L}\p{N}_]+!/gu, 'S!')
    .replace(/"(?:[^"]|"")*"/g, '""');

interface Formulas {
  readonly board: readonly string[];
  readonly elsewhere: readonly string[];
}
const told = (all: Iterable<readonly [sheet: string, formula: string]>): Formulas => {
  const list = [...all];
  const isBoard = ([sheet]: readonly [string, string]) => /^(?:Tableau de bord|Dashboard)/.test(sheet);
  return {
    board: list.filter(isBoard).map(([, formula]) => bones(formula)),
    elsewhere: list.filter((one) => !isBoard(one)).map(([, formula]) => formula),
  };
};

/** Each host has its own names of drafts; the journal's rows are the same but for these, and for the marks made of them. */
const ofAnyHost = (tab: string, rows: ReturnType<typeof plain>): unknown =>
  /journal/i.test(tab) ? rows.map((row) => [...row.slice(0, 11), row[2] === 'note' ? row[13] : null]) : rows;

/** What stands in the tabs we write, as in memory: no text became a number, a date or a formula. */
function sameTabs(what: string, memory: MemoryHost, cells: (sheet: string) => Parameters<typeof plain>[0]): void {
  for (const { name } of memory.sheets.slice(1)) {
    if (/^(?:Tableau de bord|Dashboard)/.test(name)) continue;
    same(`${name} in ${what}`, ofAnyHost(name, plain(cells(name))), ofAnyHost(name, plain(memory.cells(name))));
  }
}

/** Google reads what a script writes as if typed. */
export function google(book: Book, memory: MemoryHost): Formulas {
  const host = sheetsHost(book.snapshot);
  for (const command of MORNING(book)) host.run(commandOf(command));
  sameTabs('Google', memory, (sheet) => host.cells(sheet));
  return told(
    host.book.sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row) => (row ?? []).flatMap((cell) => (cell?.formula ? [[name, cell.formula] as const] : []))),
    ),
  );
}

/** Excel reads what an add-in writes as if typed on an American keyboard. */
export async function excel(book: Book, memory: MemoryHost): Promise<Formulas> {
  const host = excelHost(book.snapshot);
  const drafts = {
    find: async (ids: readonly string[]) => ids.map((id) => ({ id, state: 'absent' as const, reference: null })),
    draft: async ({ id }: Draft) => id,
  };
  for (const command of MORNING(book)) await host.run(commandOf(command), { drafts });
  sameTabs('Excel', memory, (sheet) => host.cells(sheet));
  const { book: kept } = host.app;
  return told(
    kept.sheets.flatMap((sheet) => {
      const used = sheet.used(false);
      if (!used) return [];
      const found: (readonly [string, string])[] = [];
      for (let row = 0; row < used.row + used.rows; row++)
        for (let column = 0; column < used.column + used.columns; column++) {
          const formula = sheet.formulaAt(row, column);
          if (formula !== null) found.push([sheet.name, formula]);
        }
      return found;
    }),
  );
}

// ── Tables of text ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const rowsOf = (text: string, delimiter: string): string[][] => Papa.parse<string[]>(text, { delimiter }).data;
/** What spreadsheet programs run, told here once more: not by the rule that is put to the test. */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;
const isNumber = (text: string): boolean => /^-?\d+(?:[.,]\d+)?$/.test(text);

/** A text table comes back with its own fields as they were and ours beside them, none of which runs. Answers how many cells were looked at. */
export function csvCopy(book: Book): number {
  const cells = book.snapshot.sheets[0]?.cells ?? [];
  // What no file of text can hold: NUL, half a letter, a mark of the byte order.
  const clean = (cell: Cell): string =>
    (typeof cell === 'object' && cell !== null && 'date' in cell ? cell.date : String(cell ?? '')).replace(/[\0\ufeff\p{Cs}]/gu, '');
  const text = Papa.unparse(
    cells.map((row) => row.map(clean)),
    { delimiter: ';', newline: '\n', quotes: true },
  );
  const opened = openWorkbook(new TextEncoder().encode(`${text}\n`), 'a.csv');
  const written: ChangeSet[] = [];
  const binding = { ...(book.snapshot.binding as Binding), sheet: opened.snapshot.sheets[0]?.name as string };
  new MemoryHost({ ...opened.snapshot, binding }).run(commandOf({ kind: 'refresh' }), (request) => {
    if (request.kind === 'write') written.push(request.changes);
  });
  const [change] = written;
  if (change === undefined) throw new Error('nothing was written');
  const before = rowsOf(text, ';');
  const after = rowsOf(new TextDecoder().decode(copyWorkbook(opened, change).bytes).replace(/\n$/, ''), ';');
  same('lines', after.length, before.length);
  let looked = 0;
  after.forEach((row, n) => {
    same(`the user’s fields of line ${n + 1}`, row.slice(0, cells[0]?.length), before[n]);
    for (const field of row.slice(cells[0]?.length)) {
      looked++;
      must('a field of ours', !RUNS.test(field) || isNumber(field), field);
    }
  });
  return looked;
}

/** Texts written by us into a table of text, as a cell of ours and as a row of the journal: as many fields as texts, each the text, none of which runs. */
export function fields(texts: readonly string[]): void {
  const holds = (text: string) => text.replace(/[\0\p{Cs}]/gu, '\ufffd');
  const bytes = new TextEncoder().encode(`N;S\n${texts.map((_, n) => `F${n};`).join('\n')}\n`);
  const cells = edits(1, Object.fromEntries(texts.map((text, n) => [n + 2, text])));
  const copy = copyWorkbook(openWorkbook(bytes, 'a.csv'), changes('a', [cells])).bytes;
  const rows = texts.map((text, n) => [String(n), text]);
  const journal = withRows(null, { tab: 'journal.csv', create: true, header: ['id', 'text'], rows }).bytes;
  for (const [what, file, separator] of [
    ['a copy', copy, ';'],
    ['the journal', journal, ','],
  ] as const) {
    const found = rowsOf(new TextDecoder().decode(file).replace(/\n$/, ''), separator).slice(1);
    same(
      `fields of ${what}`,
      found.map((row) => row.length),
      texts.map(() => 2),
    );
    for (const [n, [, field = '']] of found.entries()) {
      must(`a field of ${what}`, !RUNS.test(field), field);
      const text = holds(texts[n] as string);
      must(`the text in ${what}`, holds(field) === (RUNS.test(text) ? `'${text}` : text), [field, text]);
    }
  }
}

/** The journal as a file: as many rows and fields as were told, none of which runs. */
export function journalFile(memory: MemoryHost): number {
  const [header = [], ...rows] = (memory.sheets.find(({ name }) => /journal/i.test(name))?.cells ?? []).map((row) =>
    row.map((cell) => String(cell ?? '')),
  );
  const { bytes } = withRows(null, { tab: 'journal.csv', create: true, header, rows });
  const found = rowsOf(new TextDecoder().decode(bytes).replace(/\n$/, ''), ',');
  same(
    'rows of the journal',
    found.map((row) => row.length),
    [header, ...rows].map((row) => row.length),
  );
  for (const field of found.flat()) must('a field of the journal', !RUNS.test(field), field);
  return found.length;
}

// ── All of it ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Looked {
  pages: number;
  drafts: number;
  csvCells: number;
}

/** The formulas of a harmless dashboard: the same for every house. */
let boards: { readonly google: Formulas; readonly excel: Formulas } | undefined;

/** Holds a hostile house against its twin in every way there is. */
export async function lived({ hostile, plain: twin }: { readonly hostile: Book; readonly plain: Book }): Promise<Looked> {
  const [made, wanted] = [make(hostile), make(twin)];
  must('reminders are prepared', made.drafts.length >= CUSTOMERS - 1, made.drafts.length);
  const looked = pages(made, wanted);
  names(made, hostile);
  for (const draft of made.drafts) {
    must(
      'a known recipient',
      hostile.addresses.slice(0, -1).includes(draft.to) || 'address' in readAddress(hostile.addresses.at(-1) ?? ''),
      draft.to,
    );
    await mail(draft);
  }
  boards ??= { google: google(twin, wanted.host), excel: await excel(twin, wanted.host) };
  must('a dashboard', boards.google.board.length > 10, boards);
  same('formulas in Google', google(hostile, made.host), { ...boards.google, elsewhere: [] });
  same('formulas in Excel', await excel(hostile, made.host), { ...boards.excel, elsewhere: [] });
  journalFile(made.host);
  return { pages: looked, drafts: made.drafts.length, csvCells: csvCopy(hostile) };
}
