/**
 * The report as a page for the terminal: what is owed and how late, then whom to contact now and what stands in the way, then what is wrong in the
 * sheet and how to mend it. Read from top to bottom by somebody with a telephone in the other hand.
 */
import { type CalendarDay, dayFromIso, LANGUAGES, sayIn, toMinor } from '../../core/index.ts';
import type { Kpis, Report, ReportProblem, WorklistEntry } from '../../core/report.ts';
import type { Bucket } from '../../core/types.ts';
import { type Dress, left, plain, right, widthOf, wrapped } from './layout.ts';
import { WORDS } from './words.ts';

const UPCOMING_SHOWN = 8;
const PROBLEMS_SHOWN = 40;
const NUMBERS_SHOWN = 12;
const CUSTOMERS_SHOWN = 10;
const BAR = 24;

/** The page, its lines at most `width` columns wide where words allow. */
export function terminalPage(report: Report, width: number, dress: Dress): string {
  const page = new Page(report, Math.max(40, Math.min(width, 120)), dress);
  return page.lines().join('\n');
}

/** Its first lines alone: which file, and what is owed. */
export function headline(report: Report, width: number, dress: Dress): string {
  return new Page(report, Math.max(40, Math.min(width, 120)), dress).headline().join('\n');
}

class Page {
  readonly #report: Report;
  readonly #width: number;
  readonly #dress: Dress;
  readonly #figure: Intl.NumberFormat;
  readonly #share: Intl.NumberFormat;

  constructor(report: Report, width: number, dress: Dress) {
    this.#report = report;
    this.#width = width;
    this.#dress = dress;
    this.#figure = new Intl.NumberFormat(report.language, { maximumFractionDigits: 1 });
    this.#share = new Intl.NumberFormat(report.language, { style: 'percent', maximumFractionDigits: 1 });
  }

  get #words() {
    return WORDS[this.#report.language].page;
  }

  headline(): string[] {
    return [...this.#title(), ...this.#report.kpis.flatMap((figures) => ['', ...this.#figures(figures)])];
  }

  lines(): string[] {
    const { kpis, worklist, problems, notices } = this.#report;
    const due = worklist.filter((entry) => entry.due);
    const upcoming = worklist.filter((entry) => !entry.due).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
    return [
      ...this.#title(),
      ...kpis.flatMap((figures) => ['', ...this.#figures(figures), '', ...this.#aging(figures)]),
      ...this.#section(
        due.length === 0 ? this.#words.nothingToDo : this.#words.toDo(due.length),
        due.flatMap((entry, i) => this.#entry(entry, i + 1)),
      ),
      ...(upcoming.length === 0 ? [] : this.#section(this.#words.upcoming(upcoming.length), this.#upcoming(upcoming))),
      ...this.#customers(),
      ...this.#forecasts(),
      ...this.#section(problems.length === 0 ? this.#words.noProblem : this.#words.problems(problems.length), this.#problems(problems)),
      ...(notices.length === 0
        ? []
        : this.#section(
            this.#words.notices,
            notices.flatMap(({ message }) => this.#wrap(message, '  ')),
          )),
    ];
  }

  #wrap(text: string, indent: string, first = indent): string[] {
    return wrapped(text, this.#width, indent, first);
  }

  #section(title: string, lines: readonly string[]): string[] {
    return ['', this.#dress.title(title), ...lines];
  }

  #day(iso: string): string {
    return sayIn(this.#report.language).day(dayFromIso(iso) as CalendarDay);
  }

  #money(amount: number, currency: string | null): string {
    return sayIn(this.#report.language).money(toMinor(amount, currency), currency);
  }

  #title(): string[] {
    const { file, table, asOf, invoices } = this.#report;
    const words = this.#words;
    const parts = [plain(file), words.sheet(plain(table.sheet)), words.asOf(this.#day(asOf)), words.invoices(invoices.length)];
    return this.#wrap(parts.join(' · '), '').map(this.#dress.title);
  }

  #figures(kpis: Kpis): string[] {
    const { figures, days, ofOutstanding, bestAndLate, moreThan } = this.#words;
    const { currency } = kpis;
    const money = (amount: number) => this.#money(amount, currency);
    const number = (value: number) => this.#figure.format(value);
    const inDays = (value: number | null) => (value === null ? null : days(number(value)));
    const split =
      kpis.bestPossibleDso === null || kpis.averageDaysDelinquent === null
        ? ''
        : bestAndLate(number(kpis.bestPossibleDso), number(kpis.averageDaysDelinquent));
    const countBack =
      kpis.dsoCountBackMoreThan !== null && kpis.dsoCountBack === null
        ? moreThan(days(number(kpis.dsoCountBackMoreThan)))
        : inDays(kpis.dsoCountBack);
    const table: [label: string, value: string | null, note: string][] = [
      [figures.outstanding, money(kpis.outstanding), currency === null ? this.#words.unnamedCurrency : ''],
      [figures.overdue, money(kpis.overdue), kpis.overdueRate === null ? '' : ofOutstanding(this.#share.format(kpis.overdueRate))],
      [figures.notDue, money(kpis.notDue), ''],
      [figures.undated, kpis.undated === 0 ? null : money(kpis.undated), ''],
      [figures.unapplied, kpis.unapplied === 0 ? null : money(kpis.unapplied), ''],
      [figures.dso, inDays(kpis.dso), split],
      [figures.countBack, countBack, ''],
      [figures.weightedDaysLate, inDays(kpis.weightedDaysLate), ''],
    ];
    const shown = table.filter((row): row is [string, string, string] => row[1] !== null);
    const labels = Math.max(...shown.map(([label]) => widthOf(label)));
    const values = Math.max(...shown.map(([, value]) => widthOf(value)));
    return shown.map(([label, value, note]) => {
      const line = `  ${left(label, labels)}  ${right(value, values)}`;
      const fits = note !== '' && widthOf(line) + 3 + widthOf(note) <= this.#width;
      return fits ? `${line}   ${this.#dress.faint(note)}` : line;
    });
  }

  #aging(kpis: Kpis): string[] {
    const { buckets } = LANGUAGES[this.#report.language];
    const rows = (Object.keys(buckets) as Bucket[]).map((bucket) => {
      const { count, amount, share } = kpis.aging[bucket];
      return {
        label: buckets[bucket],
        count: String(count),
        amount: this.#money(amount, kpis.currency),
        share: share ?? 0,
        percent: share === null ? '' : this.#share.format(share),
      };
    });
    const wide = (of: (row: (typeof rows)[number]) => string) => Math.max(...rows.map((row) => widthOf(of(row))));
    const [labels, counts, amounts, percents] = [
      wide((row) => row.label),
      wide((row) => row.count),
      wide((row) => row.amount),
      wide((row) => row.percent),
    ];
    const room = Math.min(BAR, this.#width - labels - counts - amounts - percents - 11);
    const lines = rows.map((row) => {
      const bar = room < 4 ? '' : '█'.repeat(Math.max(row.share > 0 ? 1 : 0, Math.min(room, Math.round(row.share * room))));
      return `  ${left(row.label, labels)}  ${right(row.count, counts)}  ${right(row.amount, amounts)}  ${right(row.percent, percents)}  ${bar}`.trimEnd();
    });
    return [this.#dress.title(this.#words.aging), ...lines];
  }

  /** Totals of an entry, one per currency. */
  #totals(entry: WorklistEntry): string {
    return Object.entries(entry.currencies)
      .map(([currency, amount]) => this.#money(amount, currency === '' ? null : currency))
      .join(' + ');
  }

  #numbers(numbers: readonly string[]): string {
    const shown = numbers.slice(0, NUMBERS_SHOWN).map((number) => (number === '' ? '—' : plain(number)));
    return shown.join(', ') + (numbers.length > shown.length ? ` +${numbers.length - shown.length}` : '');
  }

  #action(entry: WorklistEntry): string {
    const stage = sayIn(this.#report.language).stage(entry.stage);
    const channel = entry.channel === null ? '' : LANGUAGES[this.#report.language].channels[entry.channel];
    return channel === '' || channel.toLowerCase() === stage.toLowerCase() ? plain(stage) : `${plain(stage)} (${channel})`;
  }

  #entry(entry: WorklistEntry, rank: number): string[] {
    const words = this.#words;
    const indent = ' '.repeat(5);
    const address = entry.channel === 'email' && entry.to !== null ? words.to(plain(entry.to)) : '';
    const numbers = this.#wrap(this.#numbers(entry.invoices), indent);
    const fits = widthOf(numbers.at(-1) as string) + 2 + widthOf(address) <= this.#width;
    if (address !== '') {
      const faint = this.#dress.faint(address);
      if (fits) numbers.push(`${numbers.pop()}  ${faint}`);
      else numbers.push(indent + faint);
    }
    const guarded = (label: string, dress: (text: string) => string, hits: readonly { message: string; advice: string }[]) =>
      hits.flatMap(({ message, advice }) => this.#wrap(`${label}: ${plain(message)} ${advice}`, `${indent}  `, indent).map(dress));
    return [
      ...this.#wrap(
        `${plain(entry.customer) || '—'} · ${this.#action(entry)} · ${this.#totals(entry)}`,
        indent,
        `${`${rank}.`.padStart(4)} `,
      ),
      ...numbers,
      ...(entry.alsoOpen.length === 0 ? [] : this.#wrap(words.alsoOpen(this.#numbers(entry.alsoOpen)), indent)),
      ...guarded(this.#colon(words.blocked), this.#dress.alarm, entry.blockedBy),
      ...guarded(this.#colon(words.careful), this.#dress.care, entry.warnings),
    ];
  }

  /** French leaves a space before its colon. */
  #colon(label: string): string {
    return this.#report.language === 'fr' ? `${label}\u00a0` : label;
  }

  #upcoming(entries: readonly WorklistEntry[]): string[] {
    const shown = entries.slice(0, UPCOMING_SHOWN);
    const days = Math.max(...shown.map((entry) => widthOf(this.#day(entry.on))));
    // On a narrow screen names have no column of their own.
    const names = this.#width < 76 ? null : Math.min(32, Math.max(...shown.map((entry) => widthOf(plain(entry.customer)))));
    const lines = shown.flatMap((entry) => {
      const name = plain(entry.customer) || '—';
      const start = `  ${left(this.#day(entry.on), days)}  `;
      const rest = `${this.#action(entry)} · ${this.#totals(entry)} · ${this.#numbers(entry.invoices)}`;
      const indent = ' '.repeat(days + 4);
      return names === null ? this.#wrap(`${name} · ${rest}`, indent, start) : this.#wrap(rest, indent, `${start}${left(name, names)}  `);
    });
    return entries.length > shown.length ? [...lines, `  ${this.#words.andMore(entries.length - shown.length)}`] : lines;
  }

  /** Who owes most, and how each pays. */
  #customers(): string[] {
    const owing = this.#report.customers.filter(({ open }) => open > 0);
    if (owing.length === 0) return [];
    const shown = owing.slice(0, CUSTOMERS_SHOWN);
    const { bands } = LANGUAGES[this.#report.language].customers;
    const lines = shown.flatMap(({ name, currency, open, overdue, score, band, scoredOn, signals }) => {
      const sums = [
        this.#money(open, currency),
        ...(overdue > 0 ? [`${this.#words.figures.overdue.toLowerCase()} ${this.#money(overdue, currency)}`] : []),
      ];
      const habit = score === null ? [] : [`${bands[band]} (${this.#words.score(score, scoredOn)})`];
      return [
        ...this.#wrap([plain(name) || '—', ...sums, ...habit].join(' · '), '    ', '  '),
        ...signals.flatMap(({ message }) => this.#wrap(plain(message), '    ').map(this.#dress.care)),
      ];
    });
    return this.#section(this.#words.customers(shown.length, owing.length), lines);
  }

  /** The weeks that bring something, currency by currency. */
  #forecasts(): string[] {
    const { forecast, forecastDetail } = this.#report;
    const words = this.#words;
    return forecastDetail.flatMap(({ currency, forecastable, later, excludedCount, excludedTotal, error }) => {
      const weeks = forecast.filter(
        (week) => week.currency === currency && (week.expected > 0 || week.high > 0 || (week.planned ?? 0) > 0),
      );
      if (forecastable === 0 && weeks.length === 0 && excludedCount === 0) return [];
      const rows = weeks.map(({ week, expected, low, high, planned = 0 }) => ({
        label: words.weekOf(this.#day(week)),
        sum: this.#money(expected, currency),
        notes: [
          ...(low < high ? [words.between(this.#money(low, currency), this.#money(high, currency))] : []),
          ...(planned > 0 ? [words.planned(this.#money(planned, currency))] : []),
        ],
      }));
      if (later > 0) rows.push({ label: words.later, sum: this.#money(later, currency), notes: [] });
      const labels = Math.max(0, ...rows.map(({ label }) => widthOf(label)));
      const sums = Math.max(0, ...rows.map(({ sum }) => widthOf(sum)));
      const after = [
        ...(excludedCount > 0 ? [words.notExpected(excludedCount, this.#money(excludedTotal, currency))] : []),
        ...(error === null ? [] : [words.forecastError(this.#share.format(error))]),
      ];
      return this.#section(forecastDetail.length > 1 && currency !== null ? `${words.forecast} (${plain(currency)})` : words.forecast, [
        ...rows.map(({ label, sum, notes }) => {
          const line = `  ${left(label, labels)}  ${right(sum, sums)}`;
          const note = notes.join(' · ');
          return note !== '' && widthOf(line) + 3 + widthOf(note) <= this.#width ? `${line}   ${this.#dress.faint(note)}` : line;
        }),
        ...after.flatMap((text) => this.#wrap(text, '  ')),
      ]);
    });
  }

  #problems(problems: readonly ReportProblem[]): string[] {
    const words = this.#words;
    const weight = { error: 0, hold: 1, notice: 2 };
    const ordered = [...problems].sort((a, b) => weight[a.severity] - weight[b.severity]);
    const { sheet } = this.#report.table;
    const lines = ordered.slice(0, PROBLEMS_SHOWN).flatMap((problem) => {
      const place = words.place(problem.sheet === sheet ? null : plain(problem.sheet), problem.row, problem.column) || plain(problem.sheet);
      const mark = problem.severity === 'notice' ? this.#dress.care : this.#dress.alarm;
      const text = `${place} (${words.severities[problem.severity]})${this.#report.language === 'fr' ? '\u00a0' : ''}: ${plain(problem.message)} ${problem.advice}`;
      return this.#wrap(text, '    ', '  ').map((line, i) => (i === 0 ? line.replace(place, mark(place)) : line));
    });
    return problems.length > PROBLEMS_SHOWN ? [...lines, `  ${words.andMore(problems.length - PROBLEMS_SHOWN)}`] : lines;
  }
}
