/**
 * The plan of an Excel workbook: which part of its zip is which sheet, under what name and counted from which year.
 * Reading and copying both start here, so that they cannot disagree about where a sheet is.
 */
import { decodeText } from './text-encoding.ts';
import { FileTrouble } from './trouble.ts';
import { Tags } from './xml.ts';
import { partOf, type Zip } from './zip.ts';

export interface BookSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly relation: string;
  /** Its part in the zip, by the zip's own spelling. */
  readonly part: string;
  /** False for chart and macro sheets, which hold no cells. */
  readonly isTable: boolean;
  readonly hidden: boolean;
}

export interface XlsxBook {
  readonly zip: Zip;
  readonly path: string;
  readonly relationsPath: string;
  readonly sheets: readonly BookSheet[];
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
  /** Custom properties of the workbook; null when it has none. */
  readonly propertiesPart: string | null;
  readonly date1904: boolean;
  /** `null`: a template or a binary workbook, which a copy cannot keep as it is. */
  readonly extension: 'xlsx' | 'xlsm' | null;
}

const TYPES = '[Content_Types].xml';
/** The part that lists the parts of the package itself. */
export const PACKAGE_RELATIONS = '_rels/.rels';

/** The text of a part; null when the zip has none of that name. */
export function xmlOf(zip: Zip, name: string): string | null {
  const bytes = partOf(zip, name);
  return bytes === null ? null : decodeText(bytes).text;
}

function needed(zip: Zip, name: string): string {
  const xml = xmlOf(zip, name);
  if (xml === null) throw new FileTrouble('damaged', name);
  return xml;
}

/** Path of a relation's target, from the part that names it. */
function resolved(target: string, from: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The part that lists a part's relations. */
export function relationsOf(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationsIn(xml: string, from: string): Relation[] {
  const found: Relation[] = [];
  const tags = new Tags(xml);
  while (tags.next()) {
    if (tags.closing || !tags.is('Relationship') || tags.value('TargetMode') === 'External') continue;
    const type = tags.value('Type') ?? '';
    found.push({
      id: tags.value('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolved(tags.value('Target') ?? '', from),
    });
  }
  return found;
}

/** Path of the workbook part by the package's own relations; null when this zip is no Excel workbook. */
export function workbookPath(zip: Zip): string | null {
  const relations = xmlOf(zip, PACKAGE_RELATIONS);
  const named = relations === null ? undefined : relationsIn(relations, '').find((relation) => relation.type === 'officeDocument')?.target;
  const path = named ?? 'xl/workbook.xml';
  const entry = zip.byName.get(path.toLowerCase());
  return entry !== undefined && /workbook[^/]*\.xml$/i.test(path) ? entry.name : null;
}

function propertiesPartOf(zip: Zip): string | null {
  const relation = relationsIn(xmlOf(zip, PACKAGE_RELATIONS) ?? '', '').find(({ type }) => /^custom-?properties$/i.test(type));
  return relation === undefined ? null : (zip.byName.get(relation.target.toLowerCase())?.name ?? null);
}

function extensionOf(types: string, path: string): XlsxBook['extension'] {
  const tags = new Tags(types);
  while (tags.next()) {
    if (tags.closing || !tags.is('Override') || tags.value('PartName')?.toLowerCase() !== `/${path.toLowerCase()}`) continue;
    const type = tags.value('ContentType') ?? '';
    if (/macroEnabled\.main\+xml$/i.test(type) && !/template/i.test(type)) return 'xlsm';
    return /template/i.test(type) ? null : 'xlsx';
  }
  return 'xlsx';
}

/** Reads the plan of the workbook whose main part is `path`. Throws `damaged` when a part it names is missing. */
export function readBook(zip: Zip, path: string): XlsxBook {
  const relationsPath = relationsOf(path);
  const relations = relationsIn(needed(zip, relationsPath), path);
  const partNamed = (name: string) => zip.byName.get(name.toLowerCase())?.name ?? null;
  const partOfType = (type: string) => {
    const relation = relations.find((candidate) => candidate.type === type);
    return relation === undefined ? null : partNamed(relation.target);
  };
  const sheets: BookSheet[] = [];
  let date1904 = false;
  const tags = new Tags(needed(zip, path));
  while (tags.next()) {
    if (tags.closing) continue;
    if (tags.is('workbookPr')) date1904 = /^(?:1|true|on)$/.test(tags.value('date1904') ?? '');
    if (!tags.is('sheet')) continue;
    const id = relationIdOf(tags);
    const relation = relations.find((candidate) => candidate.id === id);
    const part = relation === undefined ? null : partNamed(relation.target);
    if (relation === undefined || part === null) throw new FileTrouble('damaged', relation?.target ?? path);
    const isTable = relation.type === 'worksheet';
    sheets.push({
      name: tags.value('name') ?? '',
      sheetId: Number(tags.value('sheetId')),
      relation: id,
      part,
      isTable,
      hidden: /hidden$/i.test(tags.value('state') ?? ''),
    });
  }
  const extension = extensionOf(needed(zip, TYPES), path);
  return {
    zip,
    path,
    relationsPath,
    sheets,
    stylesPart: partOfType('styles'),
    stringsPart: partOfType('sharedStrings'),
    propertiesPart: propertiesPartOf(zip),
    date1904,
    extension,
  };
}

/** The `r:id` of a `<sheet>`, whatever the prefix of the relations namespace. */
function relationIdOf(tags: Tags): string {
  return tags.value('r:id') ?? tags.value(/\s([\w.-]+:id)\s*=/.exec(tags.xml.slice(tags.nameEnd, tags.end))?.[1] ?? 'r:id') ?? '';
}
