/**
 * Where the columns of a binding stand today. People insert a column, or move one, long after they said what each means: letters alone would then
 * read the due dates as amounts, and the amounts as payments. The words that stood above each column say where it went.
 */
import type { Role } from '../types.ts';
import { folded } from '../words.ts';
import type { Binding } from '../workbook.ts';

export interface BoundColumns {
  /** 0-based column by role; null for a role the user says no column has. */
  readonly roles: ReadonlyMap<Role, number | null>;
  /** Columns the user wants left unread. */
  readonly ignored: ReadonlySet<number>;
}

/** 0-based column of its letters: A is 0, AA is 26. */
export function columnOfLetters(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The columns of `binding` under these headers (text by column); null when they are not the ones the user spoke of, and nobody can say where those went. */
export function boundColumns(binding: Binding, headers: readonly string[]): BoundColumns | null {
  const spoken = [...Object.values(binding.columns).filter((letters) => letters !== ''), ...(binding.ignored ?? [])];
  const places = placesOf(new Set(spoken), binding.headers ?? {}, headers);
  if (places === null) return null;
  const roles = new Map<Role, number | null>();
  for (const [role, letters] of Object.entries(binding.columns) as [Role, string][])
    roles.set(role, letters === '' ? null : (places.get(letters) as number));
  return { roles, ignored: new Set((binding.ignored ?? []).map((letters) => places.get(letters) as number)) };
}

function placesOf(
  spoken: ReadonlySet<string>,
  words: Readonly<Record<string, string>>,
  headers: readonly string[],
): ReadonlyMap<string, number> | null {
  const today = headers.map(folded);
  const then = (letters: string) => (words[letters] === undefined ? null : folded(words[letters]));
  const isInPlace = (letters: string) => {
    const wanted = then(letters);
    return wanted === null || today[columnOfLetters(letters)] === wanted;
  };
  const places = new Map([...spoken].map((letters) => [letters, columnOfLetters(letters)]));
  const strayed = [...spoken].filter((letters) => !isInPlace(letters));
  if (strayed.length === 0) return places;
  const found = (letters: string) => today.flatMap((text, column) => (text === then(letters) ? [column] : []));
  // One header was reworded, and nothing moved: it is the same column.
  if (strayed.every((letters) => found(letters).length === 0 && (today[columnOfLetters(letters)] ?? '') !== '')) return places;
  for (const letters of spoken) {
    const [column, twin] = found(letters);
    if (column === undefined || twin !== undefined) return null;
    places.set(letters, column);
  }
  return new Set(places.values()).size === places.size ? places : null;
}
