/** The columns of the user's table and what each means, to be put right by choosing. */
import type { Binding, Role, Understood, UnderstoodColumn } from '../../core/for-panel.ts';
import type { Speech } from '../format.ts';
import { Choice, More, Small, useRoom } from '../parts.tsx';

type Columns = Readonly<Partial<Record<Role, string>>>;

/** What every role is called, the user's own first, as the core lists them. */
export function roleNames({ view: { roles, headers } }: Speech): Readonly<Record<Role, string>> {
  return { ...roles, ...headers };
}

/** The binding that says exactly what each column of a table is taken for. */
export function tableBinding(table: Pick<Understood, 'sheet' | 'headerRow' | 'columns'>): Binding {
  return {
    sheet: table.sheet,
    headerRow: table.headerRow,
    ...meaningsOf(table.columns),
    headers: Object.fromEntries(table.columns.map(({ column, header }) => [column, header])),
  };
}

function meaningsOf(columns: readonly UnderstoodColumn[]): { readonly columns: Columns; readonly ignored: readonly string[] } {
  const meanings: Record<string, string> = {};
  for (const { role, column } of columns) if (role !== null) meanings[role] = column;
  return { columns: meanings, ignored: columns.filter((column) => column.ignored).map(({ column }) => column) };
}

interface ColumnListProps {
  readonly columns: readonly UnderstoodColumn[];
  readonly onChange: (change: Pick<Binding, 'columns' | 'ignored'>) => void;
  /** Shows the columns that are not used at once: one of them is the one that lacks. */
  readonly isOpen?: boolean;
}

/** Every column with a header, its meaning to choose, and values one recognises. */
export function ColumnList({ columns: all, onChange, isOpen = false }: ColumnListProps) {
  const [, speech] = useRoom();
  const words = speech.words.sheet;
  // Among the columns Relance fills, only the status and the last action are ever the user's word.
  const isRead = (role: Role) => role in speech.view.roles || role === 'status' || role === 'lastAction';
  const inputs = all.filter(({ role }) => role !== null && isRead(role));
  const unused = all.filter(({ role }) => role === null);
  const change = (column: string, role: Role | '') => {
    const bound = meaningsOf(all);
    const columns: Columns = Object.fromEntries(Object.entries(bound.columns).filter(([, at]) => at !== column));
    const others = bound.ignored.filter((at) => at !== column);
    onChange(role === '' ? { columns, ignored: [...others, column] } : { columns: { ...columns, [role]: column }, ignored: others });
  };
  return (
    <>
      <h3>{words.columns}</h3>
      <Small>{words.columnsHelp}</Small>
      <ul class="columns">
        {inputs.map((column) => (
          <ColumnLine key={column.column} column={column} onChoose={change} />
        ))}
      </ul>
      {unused.length > 0 && (
        <More summary={words.unused(unused.length)} open={isOpen}>
          <ul class="columns">
            {unused.map((column) => (
              <ColumnLine key={column.column} column={column} onChoose={change} />
            ))}
          </ul>
        </More>
      )}
    </>
  );
}

function ColumnLine({
  column,
  onChoose,
}: {
  readonly column: UnderstoodColumn;
  readonly onChoose: (column: string, role: Role | '') => void;
}) {
  const [session, speech] = useRoom();
  const words = speech.words.sheet;
  const header = column.header === '' ? words.noHeader : column.header;
  return (
    <li>
      <p>
        <span class="letter">{column.column}</span> <strong>{header}</strong>
      </p>
      <Choice<Role | ''>
        label={words.meaning(header)}
        hideLabel
        value={column.role ?? ''}
        disabled={session.doing !== null && session.doing.kind !== 'open'}
        options={[['', words.notUsed], ...(Object.entries(roleNames(speech)) as [Role, string][])]}
        onChoose={(role) => onChoose(column.column, role)}
      />
      <p class="muted breakable">{column.examples.length === 0 ? words.blank : column.examples.join(' · ')}</p>
    </li>
  );
}
