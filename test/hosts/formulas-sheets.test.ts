/** The formulas in Google Sheets: the built script in a bare V8 context, as a cell calls it, against what the core answers. */

import { createContext, Script } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import {
  bearsTabName,
  type Cell,
  dayFromIso,
  evaluate,
  type FormulaAnswer,
  type FormulaArgument,
  type FormulaSignature,
  type FormulaValue,
  FUNCTIONS,
  startOfDay,
} from '../../core/index.ts';
import { oneOrAll } from '../thorough.ts';
import { callOf, TODAY, WORKBOOK } from './formula-calls.ts';
import { builtScript } from './sheets/built-script.ts';
import { bookOf, Execution, runBuilt, surroundings } from './sheets/index.ts';

const script = builtScript();

const NEW_YORK = 'America/New_York';
const day = (iso: string) => dayFromIso(iso) as NonNullable<ReturnType<typeof dayFromIso>>;

/** A cell as Google hands it over: dates are instants, midnight of the spreadsheet's zone. */
const handed =
  (zone: string) =>
  (argument: FormulaArgument): unknown =>
    Array.isArray(argument)
      ? argument.map((row: readonly Cell[]) => row.map((cell) => cellHanded(cell, zone)))
      : cellHanded(argument as Cell | undefined, zone);

function cellHanded(cell: Cell | undefined, zone: string): unknown {
  if (cell === null) return '';
  return typeof cell === 'object' && 'date' in cell ? startOfDay(day(cell.date), zone) : cell;
}

/** What a cell shows, dates by the calendar of the zone. */
function seen(value: unknown, zone: string): unknown {
  if (Array.isArray(value)) return value.map((each) => seen(each, zone));
  if (Object.prototype.toString.call(value) !== '[object Date]') return value;
  return { date: new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(value as Date) };
}

/** The same of the core’s answer; a sensible call has one. */
function expected(answer: FormulaAnswer): unknown {
  const cell = (value: FormulaValue) => (value === null ? '' : typeof value === 'object' && 'error' in value ? value.error : value);
  if (answer.kind === 'error') throw new Error(answer.message);
  return answer.kind === 'rows' ? answer.rows.map((row) => row.map(cell)) : cell(answer.value);
}

const pairs = FUNCTIONS.flatMap((signature, i) => (i % 2 === 0 ? [[signature, FUNCTIONS[i + 1] as FormulaSignature] as const] : []));

/** Calls a formula of the built script in a spreadsheet of `zone` with a script of another. */
function asked(name: string, args: readonly unknown[], zone: string, scriptTimeZone = 'Europe/Paris') {
  const execution = new Execution(surroundings(bookOf(WORKBOOK, { timeZone: zone }), { scriptTimeZone }));
  return { answer: runBuilt(script(), name, execution, ...args), counts: execution.counts };
}

describe('the catalogue in the built script', () => {
  it('has a top-level function of each name, with the comment autocomplete is made of', () => {
    for (const { name, text, parameters } of FUNCTIONS) {
      const comment = new RegExp(`/\\*\\*\\n((?: \\*[^\\n]*\\n)+) \\*/\\nfunction ${name}\\(([^)]*)\\) \\{`, 'u').exec(script());
      expect([name, comment?.[1]?.includes('@customfunction'), comment?.[1]?.includes(text)]).toEqual([name, true, true]);
      expect(comment?.[2]?.split(', ').filter(Boolean)).toHaveLength(parameters.length);
      expect(comment?.[1]?.match(/@param/g) ?? []).toHaveLength(parameters.length);
    }
    expect(script().match(/@customfunction/g)).toHaveLength(FUNCTIONS.length);
  });

  it.each(oneOrAll(NEW_YORK, 'Europe/Paris', 'Pacific/Auckland'))('answers like the core in a spreadsheet of %s', (zone) => {
    for (const [english, french] of pairs) {
      const args = callOf(english);
      for (const { name } of [english, french]) {
        const context = { today: day(TODAY), locale: 'fr-FR', timeZone: zone, date1904: false, workbook: { ...WORKBOOK, timeZone: zone } };
        const answer = expected(evaluate(name, args, context));
        expect({ name, answer: seen(asked(name, args.map(handed(zone)), zone).answer, zone) }).toEqual({ name, answer });
      }
    }
  });
});

describe('in a cell', () => {
  it('dates show the right day whatever the zones of sheet and script', () => {
    for (const [zone, script] of [
      [NEW_YORK, 'Europe/Paris'],
      ['Europe/Paris', NEW_YORK],
      ['Pacific/Auckland', NEW_YORK],
    ] as const) {
      const issued = startOfDay(day('2025-09-10'), zone);
      expect(seen(asked('DUE_DATE', [issued, '30 days'], zone, script).answer, zone)).toEqual({ date: '2025-10-10' });
      expect(asked('DUE_DATE', [issued, '30 days'], zone, script).answer).toEqual(startOfDay(day('2025-10-10'), zone));
    }
  });

  it('today is the spreadsheet’s day', () => {
    // Wherever this runs, one of the two is already on another day than the other for some hours; each must be right.
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
      const before = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
      const late = asked('DAYS_LATE', [startOfDay(day(before), zone)], zone).answer;
      const after = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
      expect(after === before ? late : 0).toBe(0);
    }
  });

  it('an error throws its reason, in the language of the name', () => {
    expect(() => asked('DUE_DATE', ['31/02/2025', '30 days'], 'Europe/Paris')).toThrow(/31\/02\/2025/);
    expect(() => asked('DATE_ECHEANCE', ['31/02/2025', '30 jours'], 'Europe/Paris')).toThrow(/31\/02\/2025.*date|date.*31\/02\/2025/);
  });

  it('without a range reads the workbook; with one only our tabs; plain arithmetic asks Google nothing', () => {
    const range = handed('Europe/Paris')(callOf(FUNCTIONS[0] as FormulaSignature)[0]) as unknown[][];
    const whole = asked('OUTSTANDING', [], 'Europe/Paris');
    const tabs = asked('OUTSTANDING', [range], 'Europe/Paris');
    expect(whole.answer).toBe(tabs.answer);
    expect(whole.answer).toBeCloseTo(4465.75 - 0, 2);
    expect([whole.counts.reads > tabs.counts.reads, tabs.counts.reads]).toEqual([true, 1]);
    expect(WORKBOOK.sheets.map(({ name }) => bearsTabName(name))).toEqual([false, true]);
    expect(asked('CASH_CONVERSION_CYCLE', [1, 2, 3], 'Europe/Paris').counts.total).toBe(0);
  });

  it('answers without any of Google’s services, and where they refuse', () => {
    const range = handed('UTC')(callOf(FUNCTIONS[0] as FormulaSignature)[0]);
    const bare = createContext({});
    new Script(script()).runInContext(bare);
    const call = (name: string, ...args: unknown[]) => (bare[name] as (...all: unknown[]) => unknown)(...args);
    expect(call('OUTSTANDING', range, startOfDay(day(TODAY), 'UTC'))).toBeCloseTo(4465.75, 2);
    expect(call('RECOVERY_FEE', 100)).toBe(40);
    const refuses = () => {
      throw new Error('You do not have permission to call this.');
    };
    Object.assign(bare, {
      SpreadsheetApp: { getActive: refuses },
      PropertiesService: { getDocumentProperties: refuses },
      Session: { getScriptTimeZone: refuses },
    });
    expect(call('OUTSTANDING', range, startOfDay(day(TODAY), 'UTC'))).toBeCloseTo(4465.75, 2);
    expect(() => call('OUTSTANDING')).toThrow(/./);
  });
});
