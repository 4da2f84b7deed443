/**
 * Files as accounting tools write them, and their reading from the first byte to the report: separators, quotes, encodings, preface and footer lines
 * are part of the proof.
 */
import { expect } from '@jest/globals';
import type { CalendarDay } from '../../core/calendar.ts';
import { type CommandOptions, dayFromIso, perform, type Snapshot } from '../../core/index.ts';
import type { Report } from '../../core/report.ts';
import type { View } from '../../core/workbook.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { encodeText } from '../../local/files/text-encoding.ts';
import { workbookOf, worksheet } from '../local/odd-workbook.ts';
import { dayNumber } from './sales.ts';

export type Field = string | number | null | { readonly day: string };
export type Row = readonly Field[];

export interface CsvStyle {
  readonly separator?: ';' | ',' | '\t' | '|';
  readonly newline?: '\r\n' | '\n';
  readonly quote?: 'all' | 'needed';
  readonly encoding?: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le-bom';
}

/** A text file of these rows. */
export function csvFile(rows: readonly Row[], style: CsvStyle = {}): Uint8Array {
  const { separator = ',', newline = '\r\n', quote = 'needed', encoding = 'utf-8' } = style;
  const written = (field: Field): string => {
    const text = field === null ? '' : typeof field === 'object' ? field.day : String(field);
    const needs = quote === 'all' || text.includes(separator) || /["\r\n]/.test(text);
    return needs ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => row.map(written).join(separator) + newline).join('');
  if (encoding === 'utf-16le-bom') return Uint8Array.from([0xff, 0xfe, ...encodeText(text, 'utf-16le')]);
  if (encoding === 'utf-8-bom') return Uint8Array.from([0xef, 0xbb, 0xbf, ...encodeText(text, 'utf-8')]);
  return encodeText(text, encoding);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const lettersOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${lettersOf(Math.floor(column / 26) - 1)}${lettersOf(column % 26)}`;

/** An Excel workbook of one sheet: texts, numbers, true dates shown day first. */
export function xlsxFile(rows: readonly Row[], sheet: string): Uint8Array {
  const cell = (field: Field, row: number, column: number): string => {
    const at = `${lettersOf(column)}${row + 1}`;
    if (field === null || field === '') return '';
    if (typeof field === 'number') return `<c r="${at}"><v>${field}</v></c>`;
    if (typeof field === 'object') return `<c r="${at}" s="4"><v>${dayNumber(field.day) + 25569}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(field)}</t></is></c>`;
  };
  const lines = rows.map((row, i) => `<row r="${i + 1}">${row.map((field, column) => cell(field, i, column)).join('')}</row>`).join('');
  return workbookOf([{ name: sheet, xml: worksheet(lines) }]);
}

/** A workbook as JSON, the form in which reports of bugs travel. */
export function jsonFile(rows: readonly Row[], sheet: string, locale: string | null = null): Uint8Array {
  const cells = rows.map((row) => row.map((field) => (field !== null && typeof field === 'object' ? { date: field.day } : field)));
  return encodeText(JSON.stringify({ sheets: [{ name: sheet, cells }], ...(locale === null ? {} : { locale }) }), 'utf-8');
}

/** What a person sees who opens the file on that day. */
export function viewOf(name: string, bytes: Uint8Array, asOf: string, options: CommandOptions = {}): View {
  const snapshot: Snapshot = openWorkbook(bytes, name).snapshot;
  const steps = perform({ kind: 'open', at: `${asOf}T09:00:00`, options }, dayFromIso(asOf) as CalendarDay);
  for (let step = steps.next(); ; step = steps.next(snapshot)) if (step.done) return step.value;
}

/** The report of a file that is to be read. */
export function reportOn(name: string, bytes: Uint8Array, asOf: string, options: CommandOptions = {}): Report {
  const { report, refusal } = viewOf(name, bytes, asOf, options);
  if (report === null) throw new Error(`refused: ${refusal?.message}`);
  return report;
}

/** `number=Num · customer=Client`: each role with the header it was found under, in the order of the columns. */
export function mappingOf(report: Report, header: Row): string {
  const place = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return Object.entries(report.table.columns)
    .map(([role, letters]) => ({ role, at: place(letters as string) }))
    .sort((a, b) => a.at - b.at)
    .map(({ role, at }) => `${role}=${header[at] ?? ''}`)
    .join(' · ');
}

/** The file is not taken for invoices, and the sentence says why. */
export function expectRefusal(name: string, bytes: Uint8Array, why: RegExp, options: CommandOptions = {}): void {
  const { report, refusal } = viewOf(name, bytes, '2025-09-17', options);
  expect(report === null ? null : Object.keys(report.table.columns)).toBeNull();
  expect(refusal?.message).toMatch(why);
  expect(refusal?.advice.length).toBeGreaterThan(20);
}

// How people write money and days.

const grouped = (cents: number, group: string, decimal: string): string => {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${whole}${decimal}${String(Math.abs(cents) % 100).padStart(2, '0')}`;
};
export const money = {
  plain: (cents: number) => grouped(cents, '', '.'),
  comma: (cents: number) => grouped(cents, '', ','),
  us: (cents: number) => grouped(cents, ',', '.'),
  dollars: (cents: number) => `${cents < 0 ? '-' : ''}$${grouped(Math.abs(cents), ',', '.')}`,
  fr: (cents: number) => grouped(cents, '\u202f', ','),
  euros: (cents: number) => `${grouped(cents, '\u00a0', ',')}\u00a0€`,
  de: (cents: number) => grouped(cents, '.', ','),
  number: (cents: number) => cents / 100,
};
const parts = (iso: string): [string, string, string] => iso.split('-') as [string, string, string];
export const day = {
  iso: (iso: string) => iso,
  slash: (iso: string) => parts(iso).reverse().join('/'),
  dash: (iso: string) => parts(iso).reverse().join('-'),
  dot: (iso: string) => parts(iso).reverse().join('.'),
  short: (iso: string) => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(2, 4)}`,
  us: (iso: string) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`,
  usShort: (iso: string) => `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`,
  compact: (iso: string) => iso.replaceAll('-', ''),
  words: (iso: string) =>
    `${Number(iso.slice(8))} ${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`,
  true: (iso: string): Field => ({ day: iso }),
};
export const maybe = <T>(write: (iso: string) => T, iso: string | null): T | null => (iso === null ? null : write(iso));
