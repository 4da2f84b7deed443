/** All messages by family, in the order of the pages. */
import { EXCEL, MAIL_WAYS, OUTLOOK } from './cases/excel.ts';
import { COPIES, FILES, FOLDERS, JSON_FAULTS, OPTION_VALUES, PATHS, USAGE } from './cases/files.ts';
import { FORMULAS } from './cases/formulas.ts';
import { GOOGLE } from './cases/google.ts';
import { GAPS, GUARDS, WARNINGS } from './cases/guards.ts';
import { LEFT_CELLS } from './cases/left-cells.ts';
import { SINCE, SOURCES, STORAGE } from './cases/page.ts';
import { PAPERS } from './cases/papers.ts';
import { PROBLEMS } from './cases/problems.ts';
import { REFUSED } from './cases/refused.ts';
import { SIDEBAR } from './cases/sidebar.ts';
import { TAB_LINES } from './cases/tab-lines.ts';
import { NO_INVOICES, NOTICES } from './cases/whole-file.ts';
import type { Family } from './message-case.ts';

export const FAMILIES: readonly Family[] = [
  PROBLEMS,
  TAB_LINES,
  NO_INVOICES,
  NOTICES,
  GUARDS,
  WARNINGS,
  GAPS,
  REFUSED,
  LEFT_CELLS,
  PAPERS,
  FORMULAS,
  GOOGLE,
  SIDEBAR,
  EXCEL,
  OUTLOOK,
  MAIL_WAYS,
  SOURCES,
  SINCE,
  STORAGE,
  FILES,
  JSON_FAULTS,
  COPIES,
  PATHS,
  FOLDERS,
  USAGE,
  OPTION_VALUES,
];
