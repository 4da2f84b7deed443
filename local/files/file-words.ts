/**
 * What to tell someone whose file could not be opened or saved: what happened and what to do about it, in the words of an accounts office.
 */
import type { FileTrouble, FileTroubleKind, JsonFault } from './trouble.ts';
import type { WriteTroubleKind } from './write-trouble.ts';

interface Words {
  readonly message: string;
  readonly advice: string;
}
type Say = (name: string, detail: string) => Words;

const FILE: Readonly<Record<'fr' | 'en', Readonly<Record<Exclude<FileTroubleKind, 'bad-json'>, Say>>>> = {
  fr: {
    empty: (name) => ({
      message: `Le fichier ${name} est vide.`,
      advice: 'Vérifiez que c’est le bon fichier, ou exportez-le de nouveau depuis votre logiciel.',
    }),
    'too-big': (name, detail) => ({
      message: `Le fichier ${name} est trop gros pour être ouvert${detail === '' ? '' : ` (${detail} Mo une fois décompressé, 200 au plus)`}.`,
      advice: 'Gardez l’année en cours et les factures encore dues dans un fichier à part, puis ouvrez celui-là.',
    }),
    password: (name) => ({
      message: `Le fichier ${name} est protégé par un mot de passe.`,
      advice:
        'Ouvrez-le dans votre tableur, retirez le mot de passe (Fichier > Informations > Protéger le classeur) et enregistrez une copie.',
    }),
    'not-a-spreadsheet': (name, detail) => ({
      message: `Le fichier ${name} n’est pas un tableau${detail === '' ? '' : ` (c’est ${NOT_FR[detail] ?? detail})`}.`,
      advice: 'Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx ou .csv.',
    }),
    damaged: (name, detail) => ({
      message: `Le fichier ${name} est abîmé ou incomplet${detail === '' ? '' : ` (partie ${detail})`}.`,
      advice: 'Téléchargez-le de nouveau, ou ouvrez-le dans votre tableur et acceptez la réparation, puis enregistrez une copie.',
    }),
    'unknown-type': (name, detail) => ({
      message: `Le fichier ${name} est d’un type que Relance ne lit pas${detail === '' ? '' : ` (${detail})`}.`,
      advice: 'Enregistrez-le au format .xlsx, .ods ou .csv.',
    }),
  },
  en: {
    empty: (name) => ({
      message: `The file ${name} is empty.`,
      advice: 'Check that it is the right file, or export it again from your software.',
    }),
    'too-big': (name, detail) => ({
      message: `The file ${name} is too big to open${detail === '' ? '' : ` (${detail} MB once unpacked, 200 at most)`}.`,
      advice: 'Keep the current year and the invoices still owed in a file of their own, then open that one.',
    }),
    password: (name) => ({
      message: `The file ${name} is protected by a password.`,
      advice: 'Open it in your spreadsheet program, remove the password (File > Info > Protect Workbook) and save a copy.',
    }),
    'not-a-spreadsheet': (name, detail) => ({
      message: `The file ${name} is not a spreadsheet${detail === '' ? '' : ` (it is ${NOT_EN[detail] ?? detail})`}.`,
      advice: 'Open it in your spreadsheet program and save it as .xlsx or .csv.',
    }),
    damaged: (name, detail) => ({
      message: `The file ${name} is damaged or incomplete${detail === '' ? '' : ` (part ${detail})`}.`,
      advice: 'Download it again, or open it in your spreadsheet program, accept the repair and save a copy.',
    }),
    'unknown-type': (name, detail) => ({
      message: `The file ${name} is of a type Relance does not read${detail === '' ? '' : ` (${detail})`}.`,
      advice: 'Save it as .xlsx, .ods or .csv.',
    }),
  },
};

/** What a file that is no spreadsheet turned out to be. */
const NOT_FR: Readonly<Record<string, string>> = {
  html: 'une page web, malgré son nom',
  xml: 'un fichier XML',
  pdf: 'un PDF',
  image: 'une image',
  zip: 'une archive zip',
  office: 'un autre document bureautique',
  binary: 'un fichier binaire',
};
const NOT_EN: Readonly<Record<string, string>> = {
  html: 'a web page, whatever its name says',
  xml: 'an XML file',
  pdf: 'a PDF',
  image: 'an image',
  zip: 'a zip archive',
  office: 'another office document',
  binary: 'a binary file',
};

const EXPECTED: Readonly<Record<'fr' | 'en', Readonly<Record<JsonFault, string>>>> = {
  fr: {
    syntax: 'ce n’est pas du JSON valide',
    workbook: 'il faut un objet avec «\u00a0sheets\u00a0»',
    sheets: 'il faut une liste de feuilles',
    sheet: 'il faut un objet avec «\u00a0name\u00a0» et «\u00a0cells\u00a0»',
    name: 'il faut le nom de la feuille, en texte',
    rows: 'il faut une liste de lignes',
    row: 'il faut une liste de cellules',
    cell: 'il faut un texte, un nombre, true, false, null, {"number", "format"}, {"date"} ou {"error"}',
    'number-cell': 'il faut un nombre et son format, en texte',
    'date-cell': 'il faut une date, en texte',
    'error-cell': 'il faut une erreur, en texte',
    'text-or-null': 'il faut un texte ou null',
    text: 'il faut un texte',
    boolean: 'il faut true ou false',
    binding: 'il faut une feuille, une ligne d’en-têtes et des lettres de colonnes',
  },
  en: {
    syntax: 'this is not valid JSON',
    workbook: 'an object with "sheets" is expected',
    sheets: 'a list of sheets is expected',
    sheet: 'an object with "name" and "cells" is expected',
    name: 'the name of the sheet is expected, as text',
    rows: 'a list of rows is expected',
    row: 'a list of cells is expected',
    cell: 'a text, a number, true, false, null, {"number", "format"}, {"date"} or {"error"} is expected',
    'number-cell': 'a number and its format (text) are expected',
    'date-cell': 'a date is expected, as text',
    'error-cell': 'an error is expected, as text',
    'text-or-null': 'a text or null is expected',
    text: 'a text is expected',
    boolean: 'true or false is expected',
    binding: 'a sheet, a header row and column letters are expected',
  },
};

/** What happened to the file called `name`, and what to do. */
export function fileWords(trouble: FileTrouble, name: string, language: 'fr' | 'en'): Words {
  if (trouble.kind !== 'bad-json') return FILE[language][trouble.kind](name, trouble.detail);
  const expected = trouble.fault === null ? '' : EXPECTED[language][trouble.fault];
  const where = trouble.detail === '' ? '' : language === 'fr' ? ` à ${trouble.detail}` : ` at ${trouble.detail}`;
  return language === 'fr'
    ? {
        message: `Le classeur ${name} ne se lit pas${where}\u00a0: ${expected}.`,
        advice: 'Corrigez cet endroit, ou exportez le classeur de nouveau.',
      }
    : { message: `The workbook ${name} cannot be read${where}: ${expected}.`, advice: 'Correct that place, or export the workbook again.' };
}

const WRITE: Readonly<Record<'fr' | 'en', Readonly<Record<WriteTroubleKind, (path: string) => Words>>>> = {
  fr: {
    'over-input': (path) => ({
      message: `${path} est le fichier de départ\u00a0: Relance ne l’écrase jamais.`,
      advice: 'Donnez un autre nom à la copie.',
    }),
    'no-permission': (path) => ({
      message: `Relance n’a pas le droit d’écrire ${path}.`,
      advice: 'Choisissez un autre dossier, ou fermez le fichier s’il est ouvert ailleurs.',
    }),
    'disk-full': (path) => ({
      message: `Le disque est plein\u00a0: ${path} n’a pas été écrit.`,
      advice: 'Libérez de la place ou choisissez un autre disque\u00a0; rien n’a été modifié.',
    }),
    'no-folder': (path) => ({ message: `Le dossier de ${path} n’existe pas.`, advice: 'Créez le dossier, ou choisissez-en un autre.' }),
    'is-folder': (path) => ({ message: `${path} est un dossier.`, advice: 'Donnez un nom de fichier.' }),
    failed: (path) => ({ message: `${path} n’a pas pu être écrit.`, advice: 'Réessayez, ou choisissez un autre dossier.' }),
  },
  en: {
    'over-input': (path) => ({
      message: `${path} is the file you started from: Relance never writes over it.`,
      advice: 'Give the copy another name.',
    }),
    'no-permission': (path) => ({
      message: `Relance is not allowed to write ${path}.`,
      advice: 'Choose another folder, or close the file if it is open elsewhere.',
    }),
    'disk-full': (path) => ({
      message: `The disk is full: ${path} was not written.`,
      advice: 'Free some space or choose another disk; nothing was changed.',
    }),
    'no-folder': (path) => ({ message: `The folder of ${path} does not exist.`, advice: 'Create the folder, or choose another.' }),
    'is-folder': (path) => ({ message: `${path} is a folder.`, advice: 'Give the name of a file.' }),
    failed: (path) => ({ message: `${path} could not be written.`, advice: 'Try again, or choose another folder.' }),
  },
};

/** Why `path` was not written, and what to do. */
export function writeWords(kind: WriteTroubleKind, path: string, language: 'fr' | 'en'): Words {
  return WRITE[language][kind](path);
}
