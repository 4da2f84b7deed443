/**
 * What a refresh costs beside the reckoning: calls to the host, bytes between the two, cells written. In Google Sheets a call costs a tenth of a second
 * whatever it does; in Excel an exchange is a trip to a server and back. Counted on strict doubles of both (for Excel, Microsoft's own client speaks).
 */
import { dayFromIso, type HostRequest, perform, type Snapshot, type View } from '../core/index.ts';
import { excelHost } from '../test/hosts/excel/index.ts';
import { MemoryHost } from '../test/hosts/memory.ts';
import { sheetsHost } from '../test/hosts/sheets/index.ts';
import { COLUMN, freshWorkbook, rowsAsJson } from './rows.ts';

/** The first refresh writes our columns; the second finds nothing to write; the third is that of the next morning. */
const MORNINGS = [
  { moment: 'first', day: '2025-09-17' },
  { moment: 'nothing changed', day: '2025-09-17' },
  { moment: 'new day', day: '2025-09-18' },
] as const;

export interface HostCost {
  readonly rows: number;
  readonly moment: (typeof MORNINGS)[number]['moment'];
  /** Calls of Google's services: all, those that read cells, those that write. */
  readonly sheets: { readonly calls: number; readonly reads: number; readonly writes: number; readonly cellsWritten: number };
  /** Exchanges with Excel, their bytes either way, the largest of them. */
  readonly excel: {
    readonly syncs: number;
    readonly sent: number;
    readonly received: number;
    readonly largest: number;
    readonly cellsWritten: number;
  };
  /** What the core itself asks of a host, as JSON: requests, bytes read, bytes to write, cells written. */
  readonly core: { readonly requests: number; readonly read: number; readonly write: number; readonly cellsWritten: number };
}

const letter = (column: number): string => String.fromCharCode(65 + column);

/** The bench's invoices in a workbook whose columns were confirmed once. */
function bound(rows: number): Snapshot {
  const { number, customer, email, issuedOn, dueOn, amount, paidAmount, paidOn, status, lastAction } = COLUMN;
  const roles = { number, customer, email, issuedOn, dueOn, amount, paidAmount, paidOn, status, lastAction };
  return {
    ...freshWorkbook('excel', rowsAsJson('excel', rows)),
    timeZone: 'Europe/Paris',
    workbookId: 'bench',
    binding: {
      sheet: 'Factures',
      headerRow: 1,
      columns: Object.fromEntries(Object.entries(roles).map(([role, column]) => [role, letter(column)])),
    },
  };
}

const refresh = (day: string): Generator<HostRequest, View, unknown> =>
  perform({ kind: 'refresh', at: `${day}T09:00:00` }, dayFromIso(day) as never);

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

export async function measureHosts(rows: number): Promise<HostCost[]> {
  const [google, excel, memory] = [sheetsHost(bound(rows)), excelHost(bound(rows)), new MemoryHost(bound(rows))];
  const costs: HostCost[] = [];
  for (const { moment, day } of MORNINGS) {
    google.run(refresh(day));
    const { total, reads, writes } = google.counts;
    const before = structuredClone(excel.counts);
    await excel.run(refresh(day));
    const { syncs, requestBytes, responseBytes, cellsWritten } = excel.counts;
    const [sent, received] = [requestBytes.slice(before.syncs), responseBytes.slice(before.syncs)];
    const core = { requests: memory.requests, read: 0, write: 0, cellsWritten: memory.cellsWritten };
    memory.run(refresh(day), (request) => {
      if (request.kind === 'read') core.read += bytes(memory.snapshot());
      if (request.kind === 'write') core.write += bytes(request.changes);
    });
    costs.push({
      rows,
      moment,
      sheets: { calls: total, reads, writes, cellsWritten: google.written.reduce((sum, area) => sum + cellsOf(area), 0) },
      excel: {
        syncs: syncs - before.syncs,
        sent: sum(sent),
        received: sum(received),
        largest: Math.max(...sent, ...received),
        cellsWritten: cellsWritten - before.cellsWritten,
      },
      core: { ...core, requests: memory.requests - core.requests, cellsWritten: memory.cellsWritten - core.cellsWritten },
    });
  }
  return costs;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const cellsOf = (area: { row: number; column: number; lastRow: number; lastColumn: number }): number =>
  (area.lastRow - area.row + 1) * (area.lastColumn - area.column + 1);
