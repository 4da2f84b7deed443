/** A paper into the downloads of the browser: a page that opens anywhere, prints as it reads, and asks nothing of the outside. */
import type { Paper } from '../core/for-panel.ts';

/** How long the browser may take to fetch what it was handed, in milliseconds. */
const KEPT_FOR = 60_000;

export function savePaper({ html, fileName }: Paper): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }));
  link.download = `${fileName}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}
