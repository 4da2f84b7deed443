/** Prints a paper alone: not the page around it. No script of the paper runs, and nothing is fetched. */
import type { Paper } from '../core/for-panel.ts';

/** Opens the browser's print dialogue on the paper. The frame goes once it was printed or given up. */
export function printPaper({ html, title }: Paper): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  // Same origin, so that we may ask it to print; without scripts, so that it can ask nothing of us.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.className = 'printed';
  // As wide as the paper, and out of sight.
  frame.style.cssText = 'position:fixed;right:100%;bottom:100%;width:210mm;height:297mm;border:0';
  frame.srcdoc = html;
  frame.onload = () => {
    const printed = frame.contentWindow;
    if (!printed) return frame.remove();
    printed.onafterprint = () => frame.remove();
    printed.focus();
    printed.print();
  };
  document.body.append(frame);
}
