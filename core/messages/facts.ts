/**
 * What the sentences of one reminder may speak of, in the reader's words: amounts and days written out, how late, what was sent before. A fact
 * that the sheet does not give is '' and its part of the sentence is not said.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { MessageInput, MessageLine } from './message.ts';
import { amountText, longDate, type MessageLanguage, moneyText, shortDate } from './money-text.ts';
import { oneLine } from './sheet-text.ts';
import type { Facts, MessageTexts, SaidLine, Timing } from './texts.ts';
import { sumText, Totals } from './totals.ts';

/** The invoices the sentences are about, and those which only fall due soon: a firm word is never said of an invoice that is not late. */
export function lateAndSoon(lines: readonly MessageLine[]): { late: readonly MessageLine[]; soon: readonly MessageLine[] } {
  const late = lines.filter((line) => line.daysLate === null || line.daysLate > 0);
  return late.length === 0 ? { late: lines, soon: [] } : { late, soon: lines.filter((line) => !late.includes(line)) };
}

function dayText(day: CalendarDay | null, language: MessageLanguage, form: typeof longDate): string {
  return day === null || day === NO_DAY ? '' : form(day, language);
}

/** One invoice, said; its penalties only where they may be told. */
export function saidLine(line: MessageLine, language: MessageLanguage, penalties: boolean): SaidLine {
  return {
    number: oneLine(line.number),
    issuedOn: dayText(line.issuedOn, language, longDate),
    dueOn: dayText(line.dueOn, language, longDate),
    issuedShort: dayText(line.issuedOn, language, shortDate),
    dueShort: dayText(line.dueOn, language, shortDate),
    amount: moneyText(line.amountMinor, line.currency, language),
    open: moneyText(line.openMinor, line.currency, language),
    partlyPaid: line.openMinor < line.amountMinor,
    daysLate: line.daysLate,
    purchaseOrder: oneLine(line.purchaseOrder),
    interest: penalties && line.interestMinor ? moneyText(line.interestMinor, line.currency, language) : '',
    fee: penalties && line.fee !== null && line.fee.minor > 0 ? amountText(line.fee, language) : '',
  };
}

/** The facts of a message about the invoices `main`. */
export function factsOf(input: MessageInput, main: readonly MessageLine[], penalties: boolean, texts: MessageTexts): Facts {
  const { language } = input;
  const dueDays = main.flatMap((line) => (line.dueOn === null || line.dueOn === NO_DAY ? [] : [line.dueOn]));
  const oldest = dueDays.length === 0 ? null : (Math.min(...dueDays) as CalendarDay);
  // A word before the due date was no reminder: it is quoted, but nobody is reproached with it.
  const about = input.earlier.filter((one) => one.stage !== 'pre-reminder' && concernsAll(one.invoices, main));
  return {
    lines: main.map((line) => saidLine(line, language, penalties)),
    timing: timingOf(main),
    customer: input.customer,
    total: sumText(new Totals().addOpen(main), language, texts),
    sameDue: dueDays.every((day) => day === oldest),
    oldestDue: dayText(oldest, language, longDate),
    deadline: dayText(input.deadline, language, longDate),
    remindersSent: new Set(about.filter((one) => one.stage !== 'call').map((one) => one.on)).size,
    contactedBefore: about.length > 0,
    profile: input.profile,
    letter: input.channel === 'letter' || input.channel === 'registered-letter' ? input.channel : null,
  };
}

/** Late or early when all of them are so; `open`, neither, where some due date is not known. */
function timingOf(main: readonly MessageLine[]): Timing {
  if (main.some((line) => line.daysLate === null || line.dueOn === null || line.dueOn === NO_DAY)) return 'open';
  return main.every((line) => (line.daysLate as number) > 0) ? 'late' : 'early';
}

function concernsAll(numbers: readonly string[], lines: readonly MessageLine[]): boolean {
  return numbers.length === 0 || lines.every((line) => numbers.includes(line.number));
}

/** What was sent before about these invoices, oldest first, each once; with its numbers when it concerned only some of them. */
function earlierOnes(input: MessageInput, lines: readonly MessageLine[], texts: MessageTexts): string[] {
  const said = [...input.earlier]
    .sort((a, b) => a.on - b.on)
    .flatMap(({ stage, on, invoices }) => {
      const concerned = lines.filter((line) => invoices.includes(line.number)).map((line) => oneLine(line.number));
      if (invoices.length > 0 && concerned.length === 0) return [];
      const some = invoices.length > 0 && concerned.length < lines.length ? concerned.join(', ') : '';
      return [texts.earlierOne(stage, longDate(on, input.language), some)];
    });
  return [...new Set(said)];
}

/** The sentence that quotes what was sent before; '' when nothing was. */
export function followsText(input: MessageInput, lines: readonly MessageLine[], texts: MessageTexts): string {
  const earlier = earlierOnes(input, lines, texts);
  return earlier.length > 0 ? texts.follows(input.channel === 'call' ? 'call' : 'message', earlier) : '';
}
