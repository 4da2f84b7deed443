/**
 * The report command: the whole story on files, for people and for scripts. Facts go to stdout (a page, or pure JSON), everything said about the
 * work itself to stderr, and the exit code says whether at least one file was read.
 */
import { isoOf } from '../../core/index.ts';
import type { Report } from '../../core/report.ts';
import type { LeftCell } from '../../core/workbook.ts';
import { writeSafely } from '../files/write-safely.ts';
import { type Answer, answer, openFile } from './answer.ts';
import { endingTrouble, overwriteTrouble } from './copy-place.ts';
import { machineLanguage, sampleDay, timeOfDay, today } from './day-and-language.ts';
import { type DraftFolder, openDraftFolder } from './journal-folder.ts';
import { COLOURS, NO_COLOURS, plain } from './layout.ts';
import { type Asked, parseOptions } from './options.ts';
import { terminalPage } from './terminal-page.ts';
import { troubleInWords } from './trouble-words.ts';
import { usageText, WORDS } from './words.ts';

/** What the command sees of the machine it runs on. */
export interface Machine {
  readonly now: Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal; null when stdout is none. */
  readonly columns: number | null;
  readonly out: (text: string) => void;
  readonly say: (text: string) => void;
}

/** Runs `report` with these arguments and answers the exit code. */
export function reportCommand(args: readonly string[], machine: Machine): 0 | 1 | 2 {
  const parsed = parseOptions(args);
  const language = parsed.language ?? machineLanguage(machine.env);
  switch (parsed.kind) {
    case 'help':
      machine.out(`${WORDS[language].help}\n`);
      return 0;
    case 'usage':
      machine.say(`${usageText(parsed.trouble, language)}\n`);
      return 2;
    case 'run':
      return new Run(parsed.asked, language, machine).all();
    default:
      return parsed satisfies never;
  }
}

/** A mistake in what was typed that only the files could show. */
class UsageMistake extends Error {}

type Outcome =
  | { readonly file: string; readonly report: Report; readonly answer: Answer }
  | { readonly file: string; readonly error: string };

class Run {
  readonly #asked: Asked;
  readonly #language: 'fr' | 'en';
  readonly #machine: Machine;
  #folder: DraftFolder | null = null;
  #hasFailedToWrite = false;

  constructor(asked: Asked, language: 'fr' | 'en', machine: Machine) {
    this.#asked = asked;
    this.#language = language;
    this.#machine = machine;
  }

  all(): 0 | 1 | 2 {
    const { files, out, json } = this.#asked;
    try {
      if (out !== null) this.#refuse(overwriteTrouble(out, files, this.#asked.drafts, this.#language));
      const outcomes = files.map((file, i) => {
        const outcome = this.#one(file);
        if (!json) this.#show(outcome, i > 0);
        return outcome;
      });
      if (json) this.#printJson(outcomes);
      return this.#hasFailedToWrite || outcomes.every((outcome) => 'error' in outcome) ? 1 : 0;
    } catch (error) {
      if (!(error instanceof UsageMistake)) throw error;
      this.#machine.say(`${error.message}\n`);
      return 2;
    } finally {
      this.#folder?.close();
    }
  }

  #refuse(mistake: string | null): void {
    if (mistake !== null) throw new UsageMistake(mistake);
  }

  #one(file: string): Outcome {
    try {
      const opened = openFile(file);
      const { out, drafts, options } = this.#asked;
      if (out !== null) this.#refuse(endingTrouble(out, file, opened, this.#language));
      const { now } = this.#machine;
      const asOf = this.#asked.asOf ?? sampleDay(file) ?? today(now);
      const at = `${isoOf(asOf)}T${timeOfDay(now)}`;
      this.#folder ??= drafts === null ? null : openDraftFolder(drafts, isoOf(today(now)));
      return this.#finished(
        file,
        answer(opened, {
          asOf,
          at,
          options: { ...options, readerLanguage: this.#language },
          folder: this.#folder,
          wantsCopy: out !== null,
        }),
      );
    } catch (error) {
      if (error instanceof UsageMistake) throw error;
      return { file, error: troubleInWords(error, file, this.#language, this.#machine.say) };
    }
  }

  #finished(file: string, made: Answer): Outcome {
    const { report, refusal } = made.view;
    if (report === null) return { file, error: refusal === null ? '' : `${refusal.message} ${refusal.advice}` };
    return { file, report: { ...report, file }, answer: made };
  }

  #printJson(outcomes: readonly Outcome[]): void {
    const answers = outcomes.map((outcome) => ('error' in outcome ? { file: outcome.file, error: outcome.error } : outcome.report));
    for (const outcome of outcomes) {
      if ('error' in outcome) this.#machine.say(`${plain(outcome.error)}\n`);
      else this.#tell(outcome.report, outcome.answer);
    }
    this.#machine.out(`${JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2)}\n`);
  }

  #show(outcome: Outcome, isNext: boolean): void {
    const { out, say, columns, env } = this.#machine;
    if ('error' in outcome) {
      say(`${plain(outcome.error)}\n`);
      return;
    }
    const hasColours = columns !== null && !env.NO_COLOR && env.TERM !== 'dumb';
    out(`${isNext ? '\n' : ''}${terminalPage(outcome.report, columns ?? 100, hasColours ? COLOURS : NO_COLOURS)}\n`);
    this.#tell(outcome.report, outcome.answer);
  }

  /** What was done beside the figures: drafts, the journal, the copy. */
  #tell(report: Report, made: Answer): void {
    const { drafts, out } = this.#asked;
    const words = WORDS[report.language];
    const lines: string[] = [];
    if (drafts !== null) {
      const { drafted } = made.view;
      for (const line of made.cutLines) lines.push(words.cutLine(line.row, line.customer === null ? null : plain(line.customer)));
      lines.push(drafted.length === 0 ? words.nonePrepared : words.prepared(drafted.length, drafts));
      for (const { customer, reference } of drafted) lines.push(`  ${reference}  ${plain(customer)}`);
      for (const name of this.#folder?.copies ?? []) lines.push(words.copyKept(name));
    }
    if (out !== null && made.copy !== null) lines.push(...this.#copied(out, made.copy, made.left, report));
    if (lines.length > 0) this.#machine.say(`${lines.join('\n')}\n`);
  }

  #copied(out: string, copy: Uint8Array, left: readonly LeftCell[], report: Report): string[] {
    const words = WORDS[report.language];
    try {
      writeSafely(out, copy, this.#asked.files);
    } catch (error) {
      this.#hasFailedToWrite = true;
      return [troubleInWords(error, out, this.#language, this.#machine.say)];
    }
    if (left.length === 0) return [words.copyWritten(out)];
    const named = left.map((cell) => `  ${words.cell(plain(cell.sheet), cell.row, cell.column)}: ${words.why[cell.why]}`);
    return [words.copyWritten(out), words.leftCells(left.length), ...named];
  }
}
