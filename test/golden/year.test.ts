// A believable year of a small company, in French and in English: two pages to review, and one answer.
import { describe, expect, it } from '@jest/globals';
import { type CalendarDay, dayFromIso, perform, type Report } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { expectPage, pageOf, sample } from './page-of.ts';

const ASOF = '2026-03-16';
const report = (name: string) =>
  new MemoryHost(sample(name)).run(perform({ kind: 'open', at: `${ASOF}T09:00:00` }, dayFromIso(ASOF) as CalendarDay)).report as Report;

describe('a year of invoices', () => {
  it.each([
    ['year-fr', 'factures-atelier-morel.xlsx'],
    ['year-en', 'invoices-morel-workshop.xlsx'],
  ])('%s is this page', (page, name) => expectPage(page, pageOf(sample(name), ASOF)));

  it('says the same in both languages', () => {
    const [french, english] = [report('factures-atelier-morel.xlsx'), report('invoices-morel-workshop.xlsx')];
    const facts = ({ invoices, worklist, kpis, problems }: Report) => ({
      invoices: invoices.map(({ status, daysLate, open, bucket, partlyPaid, nextAction, lastAction, interest }) => ({
        status,
        daysLate,
        open,
        bucket,
        partlyPaid,
        nextAction,
        lastAction,
        interest,
      })),
      worklist: worklist.map(({ stage, on, due, currencies, blockedBy, warnings }) => ({
        stage,
        on,
        due,
        currencies,
        guards: [...blockedBy, ...warnings].map(({ guard }) => guard),
      })),
      // A working is written in the digits of its language.
      kpis: kpis.map(({ workings, ...figures }) => ({ ...figures, workings: Object.keys(workings) })),
      problems: problems.map(({ kind, severity }) => [kind, severity]),
    });
    expect(facts(english)).toEqual(facts(french));
  });
});
