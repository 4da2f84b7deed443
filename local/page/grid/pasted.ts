/** Cells copied from another program arrive as text: tabs between cells, line ends between rows, quotes around a cell that has either inside. */
export function rowsPasted(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const row = rows.at(-1) as string[];
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(at));
    const cell = quoted?.[0] ?? (/^[^\t\r\n]*/.exec(text.slice(at))?.[0] as string);
    row.push(quoted ? (quoted[1] as string).replaceAll('""', '"') : cell);
    at += cell.length;
    if (at >= text.length) break;
    if (text[at] === '\t') at++;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      if (at < text.length) rows.push([]);
      else break;
    }
  }
  return rows;
}
