import { describe, expect, it } from '@jest/globals';
import type { ComingContact } from '../../core/coming-days.ts';
import { perform } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { type Around, AT, day, type Row, workbookOf } from './workbook-of.ts';

function coming(rows: readonly Row[], asOf: string, days: number, around: Around = {}): readonly ComingContact[] {
  const host = new MemoryHost(workbookOf(rows, around));
  const before = JSON.stringify(host.snapshot());
  const view = host.run(perform({ kind: 'open', at: AT, options: { panel: { comingDays: days } } }, day(asOf)));
  expect(JSON.stringify(host.snapshot())).toBe(before);
  return view.comingDays ?? [];
}
const said = ({ on, customer, stage, channel, currencies, invoices, blockedBy }: ComingContact) =>
  `${on} ${customer}: ${stage} (${channel ?? '–'}) ${invoices.join('+')} ${Object.values(currencies).join('/')}${blockedBy.length > 0 ? ` !${blockedBy.join(' ')}` : ''}`;

const email = 'a@x.example';

describe('the coming days, if nobody pays and each step is done on its day', () => {
  it('climbs the whole ladder of an invoice, on business days, to the hand-over', () => {
    // Due Monday 2025-06-02.
    expect(coming([{ due: '2025-06-02', email }], '2025-05-20', 90).map(said)).toEqual([
      '2025-05-26 Dupont: pre-reminder (email) F1 1000',
      '2025-06-05 Dupont: reminder (email) F1 1000',
      '2025-06-12 Dupont: call (call) F1 1000',
      '2025-06-23 Dupont: formal-reminder (email) F1 1000',
      '2025-07-02 Dupont: formal-notice (registered-letter) F1 1000',
      '2025-07-11 Dupont: hand-over (–) F1 1000',
    ]);
  });

  it('starts with today, and keeps rest and interval', () => {
    // 2025-06-02 is a Monday; the call of F1 is overdue, the reminder of F2 falls two days later and waits for the interval.
    const rows = [
      { due: '2025-05-20', email, last: 'Reminder 2025-05-23' },
      { due: '2025-06-01', email },
    ];
    expect(coming(rows, '2025-06-02', 10).map(said)).toEqual([
      '2025-06-02 Dupont: call (call) F1 1000',
      '2025-06-09 Dupont: formal-reminder (email) F1+F2 2000',
    ]);
  });

  it('says what stands in the way today, and counts on its being put right', () => {
    expect(coming([{ due: '2025-05-30' }], '2025-06-02', 10, { columns: ['email'] }).map(said)).toEqual([
      '2025-06-02 Dupont: reminder (email) F1 1000 !no-email',
      '2025-06-09 Dupont: call (call) F1 1000',
    ]);
  });

  it('leaves out what a credit covers, and what is paused until its pause ends', () => {
    const rows = [
      { due: '2025-05-20', customer: 'Covered', email },
      { number: 'A1', customer: 'Covered', amount: -1000, due: '2025-05-20', email },
      { due: '2025-05-20', customer: 'Paused', email, hold: '2025-06-05' },
    ];
    expect(coming(rows, '2025-06-02', 8).map(said)).toEqual(['2025-06-06 Paused: reminder (email) F3 1000']);
  });

  it('nothing unasked', () => {
    const host = new MemoryHost(workbookOf([{ due: '2025-05-30' }]));
    expect(host.run(perform({ kind: 'open', at: AT, options: { panel: {} } }, day('2025-06-02'))).comingDays).toBeUndefined();
    expect(coming([{ due: '2025-05-30', email }], '2025-06-02', 0)).toEqual([]);
  });
});
