/**
 * What `npm start` does: says what is owed in the file, or in the sample when none is given, and serves the page on which everything else happens.
 * A file the page cannot show is said here too; the page is served all the same, for another file to be chosen there.
 */
import { basename, join, resolve } from 'node:path';
import { isoOf } from '../../core/index.ts';
import { answer, openFile, PathTrouble } from '../report/answer.ts';
import type { Machine } from '../report/command.ts';
import { machineLanguage, SAMPLES, sampleDay, timeOfDay, today } from '../report/day-and-language.ts';
import { COLOURS, NO_COLOURS } from '../report/layout.ts';
import { headline } from '../report/terminal-page.ts';
import { troubleInWords } from '../report/trouble-words.ts';
import { serve } from '../serve.ts';
import { parseStart, START_WORDS } from './start-options.ts';

const SAMPLE = { fr: 'factures-atelier-morel.xlsx', en: 'invoices-morel-workshop.xlsx' };

export interface Started {
  readonly code: 0 | 1 | 2;
  /** Where the page is; null when there is none. */
  readonly url: string | null;
  readonly close: () => Promise<void>;
}

const nothing = (code: 0 | 1 | 2): Started => ({ code, url: null, close: async () => undefined });

/** Serves the built page lying in `pages`; `port` 0 for any free one. Exit code 1: there is no such file; 2: the command line cannot be obeyed. */
export async function startCommand(args: readonly string[], machine: Machine, pages: string, port?: number): Promise<Started> {
  const parsed = parseStart(args);
  const language = parsed.language ?? machineLanguage(machine.env);
  const words = START_WORDS[language];
  if (parsed.kind !== 'run') {
    const isHelp = parsed.kind === 'help';
    (isHelp ? machine.out : machine.say)(`${isHelp ? words.help : words.usage(parsed.word)}\n`);
    return nothing(isHelp ? 0 : 2);
  }
  const { now, columns, env } = machine;
  const path = parsed.file === null ? join(SAMPLES, SAMPLE[language]) : resolve(parsed.file);
  const asOf = parsed.asOf ?? sampleDay(path);
  try {
    const day = asOf ?? today(now);
    const options = { readerLanguage: language, ...(parsed.language === null ? {} : { language: parsed.language }) };
    const { view } = answer(openFile(path), {
      asOf: day,
      at: `${isoOf(day)}T${timeOfDay(now)}`,
      options,
      folder: null,
      wantsCopy: false,
    });
    if (view.report === null) machine.say(`${view.refusal === null ? '' : `${view.refusal.message} ${view.refusal.advice}`}\n`);
    else {
      const hasColours = columns !== null && !env.NO_COLOR && env.TERM !== 'dumb';
      machine.out(`${headline({ ...view.report, file: basename(path) }, columns ?? 100, hasColours ? COLOURS : NO_COLOURS)}\n\n`);
    }
  } catch (error) {
    machine.say(`${troubleInWords(error, path, language, machine.say)}\n`);
    if (error instanceof PathTrouble) return nothing(1);
  }
  const { url, close } = await serve(pages, parsed.file === null ? null : path, port === undefined ? {} : { port });
  const address = new URL(url);
  if (parsed.language !== null) address.searchParams.set('lang', parsed.language);
  if (asOf !== null && (parsed.file !== null || parsed.asOf !== null)) address.searchParams.set('asOf', isoOf(asOf));
  machine.out(`${words.there(address.href)}\n`);
  return { code: 0, url: address.href, close };
}
