// The small house of the cases: invoices of 100 € a week late on 17 September 2025, one line where the message comes about, a line below a good one.
import { type Command, type CommandOptions, type LanguageCode, perform, type View } from '../../../core/index.ts';
import type { Cell, HostRequest } from '../../../core/workbook.ts';
import { type Around, day, type Row, workbookOf } from '../../core/workbook-of.ts';
import { type Meanwhile, MemoryHost } from '../../hosts/memory.ts';

export const ON = '2025-09-17';

/** What an invoice has unless its line says otherwise. */
export const GOOD: Row = { issued: '2025-08-20', due: '2025-09-10', amount: 100, currency: 'EUR' };
/** One that may be reminded today. */
export const DUE: Row = { ...GOOD, email: 'pay@dupont.example' };

export const houseOf = (rows: readonly Row[], around: Around = {}, base: Row = GOOD): MemoryHost =>
  new MemoryHost(
    workbookOf(
      rows.map((row) => ({ ...base, ...row })),
      around,
    ),
  );

/** A command before its moment and language are known. */
export type Asked = Omit<Command, 'at' | 'options'> & { readonly options?: CommandOptions };

/** The answer to a command, clicked at nine on the day. */
export function told(
  host: MemoryHost,
  command: Asked | { readonly kind: Command['kind'] },
  language: LanguageCode,
  { on = ON, time = '09:00:00', meanwhile }: { on?: string; time?: string; meanwhile?: Meanwhile } = {},
): View {
  const { options = {}, ...rest } = command as Asked;
  const whole = { ...rest, at: `${on}T${time}`, options: { ...options, language } } as unknown as Command;
  return host.run(perform(whole, day(on)) as Generator<HostRequest, View, unknown>, meanwhile);
}

/** `B3` */
export const cellAt = (row: number | null, column: string | null): string => `${column ?? ''}${row ?? ''}`;

/** A tab of ours under English headers. */
export const tab = (name: string, ...lines: readonly (readonly Cell[])[]): Around['tabs'] => ({ [name]: lines });
