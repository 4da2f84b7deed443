/**
 * What the user said of their table goes with the file: an Excel workbook keeps it among its own properties (File, Properties, Custom), where every
 * spreadsheet program leaves it in peace. So a copy opened on another computer reads as it was corrected on this one.
 */
import type { Binding } from '../../core/index.ts';
import { bindingIn } from './binding-json.ts';
import { Tags } from './xml.ts';
import { escaped, textBetween } from './xml-text.ts';

export const PROPERTIES = 'docProps/custom.xml';
export const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
export const PROPERTIES_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
/** The kind of every custom property. */
const KIND = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const NAME = 'Relance';

/** The property that is ours: where it stands in the part, and what it holds. */
function ours(xml: string): { readonly start: number; readonly end: number; readonly pid: string; readonly text: string } | null {
  const tags = new Tags(xml);
  while (tags.next()) {
    if (tags.closing || tags.empty || !tags.is('property') || tags.value('name') !== NAME) continue;
    const [start, pid] = [tags.start, tags.value('pid') ?? '2'];
    let text = '';
    while (tags.next() && !tags.is('property')) {
      if (tags.closing || tags.empty) continue;
      const from = tags.end;
      if (tags.next()) text += textBetween(xml, from, tags.start);
    }
    return tags.is('property') && tags.closing ? { start, end: tags.end, pid, text } : null;
  }
  return null;
}

/** The binding kept in this part; null when there is none. */
export function keptBinding(xml: string): Binding | null {
  const property = ours(xml);
  return property === null ? null : bindingIn(property.text);
}

/** The part with `binding` in it, all its other properties as they were; the unchanged part when it holds just that already, or is no such part. */
export function withBinding(xml: string, binding: Binding): string {
  const text = JSON.stringify(binding);
  const known = ours(xml);
  if (known?.text === text) return xml;
  const property = (prefix: string, pid: string) =>
    `<${prefix}property fmtid="${KIND}" pid="${pid}" name="${NAME}"><vt:lpwstr xmlns:vt="${TYPES_NAMESPACE}">${escaped(text)}</vt:lpwstr></${prefix}property>`;
  const tags = new Tags(xml);
  let last = 1;
  while (tags.next()) {
    if (tags.is('property') && !tags.closing) last = Math.max(last, Number(tags.value('pid')) || 0);
    if (known !== null && tags.start === known.start)
      return xml.slice(0, known.start) + property(tags.prefix(), known.pid) + xml.slice(known.end);
    if (!tags.is('Properties') || !(tags.closing || tags.empty)) continue;
    const added = property(tags.prefix(), String(last + 1));
    if (tags.closing) return xml.slice(0, tags.start) + added + xml.slice(tags.start);
    return `${xml.slice(0, tags.end - 2)}>${added}</${xml.slice(tags.nameStart, tags.nameEnd)}>${xml.slice(tags.end)}`;
  }
  return xml;
}

/** A part for a workbook that has no properties of its own. */
export function newProperties(binding: Binding): string {
  return withBinding(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${NAMESPACE}"/>`, binding);
}
