/** A paper on the clipboard with its looks, for where a pane has neither printer nor downloads: the webview of Excel for Mac. */
import type { Paper } from '../core/for-panel.ts';

/** In a click; the older of the two ways to the clipboard, because the newer one is not given to every webview. */
export function copyPaper({ html, title }: Paper): void {
  const hand = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', title);
    event.preventDefault();
  };
  document.addEventListener('copy', hand);
  document.execCommand('copy');
  document.removeEventListener('copy', hand);
}
