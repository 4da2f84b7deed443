// A house that tells Relance what happened, command after command, each clicked at its own moment; and its journal as people read it.
import { type Command, perform, type View } from '../../../core/index.ts';
import { MemoryHost } from '../../hosts/memory.ts';
import { type Around, day, type Row, workbookOf } from '../workbook-of.ts';

export type Click = Command extends infer One ? (One extends Command ? Omit<One, 'at'> : never) : never;

export class House {
  readonly host: MemoryHost;
  #clicks = 0;

  constructor(rows: readonly Row[], around: Around = {}) {
    this.host = new MemoryHost(workbookOf(rows, around));
  }

  does(click: Click, asOf: string): View {
    this.#clicks++;
    return this.host.run(perform({ ...click, at: `2026-01-01T09:00:${String(this.#clicks).padStart(2, '0')}` } as Command, day(asOf)));
  }

  /** `event invoices stage until amount reference text`, blanks left out. */
  journal(): string[] {
    return this.host
      .cells('Reminder journal')
      .slice(1)
      .map((row) =>
        [2, 4, 5, 10, 8, 13]
          .map((at) => String(row[at] ?? ''))
          .filter(Boolean)
          .join(' '),
      );
  }

  /** `F1 status next action` of each invoice. */
  stands(asOf: string): string[] {
    const { report } = this.does({ kind: 'open' }, asOf);
    return (report?.invoices ?? []).map(
      ({ number, status, nextAction }) => `${number} ${status} ${nextAction ? `${nextAction.stage} ${nextAction.on}` : '–'}`,
    );
  }

  reason(asOf: string): string | undefined {
    return this.does({ kind: 'open' }, asOf).report?.invoices[0]?.reason;
  }
}
