import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '../../local/report/options.ts';
import { report } from './report-runs.ts';

describe('what was typed', () => {
  it.each([
    [['a.csv'], {}],
    [['a.csv', '--as-of', '2026-02-28'], { asOf: true }],
    [['--as-of=2024-02-29', 'a.csv'], { asOf: true }],
    [['a.csv', '--lang', 'FR'], { options: { language: 'fr' } }],
    [['a.csv', '--sheet', ' 2026 '], { options: { sheet: ' 2026 ' } }],
    [['a.csv', '--sheet=--odd'], { options: { sheet: '--odd' } }],
    [['a.csv', '--locale', 'fr_FR'], { options: { locale: 'fr-FR' } }],
    [['a.csv', '--locale', 'de-at'], { options: { locale: 'de-AT' } }],
    [['a.csv', '--date-order', 'mdy'], { options: { dateOrder: 'mdy' } }],
    [['a.csv', '--currency', 'eur'], { options: { currency: 'EUR' } }],
    [['a.csv', '--cadence', 'due-day'], { options: { cadence: 'due-day' } }],
    [['a.csv', '--drafts', 'd', '--out', 'o.csv', '--json'], { drafts: 'd', out: 'o.csv', json: true }],
    [['--json', '--json', 'a.csv'], { json: true }],
    [['a.csv', '--lang', 'fr', '--lang=fr'], { options: { language: 'fr' } }],
    [['a.csv', '--', '--b.csv'], { files: ['a.csv', '--b.csv'] }],
  ] as const)('%j is obeyed', (args, wanted) => {
    const parsed = parseOptions(args);
    expect(parsed).toMatchObject({ kind: 'run' });
    if (parsed.kind !== 'run') return;
    const { asOf, ...rest } = wanted as { asOf?: boolean };
    expect(parsed.asked).toMatchObject(rest);
    expect(parsed.asked.asOf !== null).toBe(asOf === true);
  });

  it.each([
    [[], 'no-file', 'Which file'],
    [['--json'], 'no-file', 'Which file'],
    [[''], 'no-file', 'Which file'],
    [['a', '--asof', '2026-01-01'], 'unknown-option', 'Did you mean --as-of?'],
    [['a', '--draft', 'd'], 'unknown-option', 'Did you mean --drafts?'],
    [['a', '--Lang', 'fr'], 'unknown-option', 'Did you mean --lang?'],
    [['a', '-x'], 'unknown-option', 'no option -x'],
    [['a', '--as-of'], 'missing-value', 'YYYY-MM-DD'],
    [['a', '--as-of='], 'missing-value', 'YYYY-MM-DD'],
    [['a', '--as-of', '--json'], 'missing-value', 'YYYY-MM-DD'],
    [['a', '--as-of', 'today'], 'bad-value', '"today"'],
    [['a', '--as-of', '2026-02-30'], 'bad-value', 'YYYY-MM-DD'],
    [['a', '--as-of', '16/03/2026'], 'bad-value', 'YYYY-MM-DD'],
    [['a', '--as-of', '2026-3-1'], 'bad-value', 'YYYY-MM-DD'],
    [['a', '--lang', 'de'], 'bad-value', 'fr, en'],
    [['a', '--locale', 'klingon'], 'bad-value', 'en-GB'],
    [['a', '--locale', 'x'], 'bad-value', 'en-GB'],
    [['a', '--date-order', 'dym'], 'bad-value', 'dmy, mdy, ymd'],
    [['a', '--currency', 'EURO'], 'bad-value', 'three letters'],
    [['a', '--currency', '€'], 'bad-value', 'three letters'],
    [['a', '--cadence', 'soft'], 'bad-value', 'standard, classic, gentle, prompt, due-day'],
    [['a', '--sheet', ' '], 'bad-value', 'name of a sheet'],
    [['a', '--drafts', ''], 'missing-value', 'folder'],
    [['a', '--json=yes'], 'no-value-taken', 'no value'],
    [['a', '--currency', 'EUR', '--currency', 'USD'], 'given-twice', 'twice'],
    [['a', 'b', '--out', 'c.csv'], 'out-of-several', 'one file'],
  ])('%j is a mistake: %s', (args, kind, said) => {
    expect(parseOptions(args)).toMatchObject({ kind: 'usage', trouble: { kind } });
    const { code, out, err } = report(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).toContain('--help');
  });

  it('speaks French when asked, or when the machine does', () => {
    expect(report(['--zorglub', '--lang', 'fr']).err).toContain('n’existe pas');
    expect(report([], { env: { LANG: 'fr_FR.UTF-8' } }).err).toContain('Quel fichier');
    expect(report([], { env: { LANG: 'fr_FR.UTF-8', LC_ALL: 'en_US' } }).err).toContain('Which file');
    expect(report(['--zorglub', '--lang', 'en'], { env: { LANG: 'fr_FR.UTF-8' } }).err).toContain('no option');
  });

  it('helps on stdout whatever else is typed, in both languages, naming every option', () => {
    for (const language of ['fr', 'en']) {
      const { code, out, err } = report(['--zorglub', '--help', '--lang', language]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      for (const option of ['as-of', 'json', 'sheet', 'lang', 'locale', 'date-order', 'currency', 'cadence', 'drafts', 'out', 'help'])
        expect(out).toContain(`--${option}`);
    }
  });
});
