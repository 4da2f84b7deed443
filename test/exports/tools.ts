/** One look-alike export: the file a tool gives, what its columns mean, and the sales it was made from. */
import { expect, it } from '@jest/globals';
import type { Report } from '../../core/report.ts';
import type { CommandOptions } from '../../core/workbook.ts';
import { mappingOf, type Row, reportOn } from './export-file.ts';
import { expectSales, type Reading, type Sale } from './sales.ts';

export interface Tool {
  readonly tool: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly header: Row;
  readonly sales: readonly Sale[];
  readonly mapping: string;
  readonly reading: Reading;
  readonly language: 'fr' | 'en';
  readonly headerRow?: number;
  readonly options?: CommandOptions;
  /** What else this tool's export shows. */
  readonly also?: (report: Report) => void;
}

/** Reads the export from its first byte and checks every line of the report. */
export function itReads(one: Tool): void {
  it(one.tool, () => {
    const report = reportOn(one.file, one.bytes, one.reading.asOf, one.options);
    expect(mappingOf(report, one.header)).toBe(one.mapping);
    expect([report.language, report.table.headerRow]).toEqual([one.language, one.headerRow ?? 1]);
    expectSales(report, one.sales, one.reading);
    one.also?.(report);
  });
}
