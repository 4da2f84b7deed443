/** What reminders need of the place they are made in: Excel, its browser, the network and the clock. */
import type { GraphWorld } from './graph.ts';
import { browserShelf, type Shelf } from './shelf.ts';
import { SignIn } from './sign-in.ts';

export interface MailPlace extends GraphWorld {
  readonly signIn: SignIn;
  readonly shelf: Shelf;
  /** Whether Excel can sign the user in to Outlook. */
  readonly canSignIn: () => boolean;
  /** Opens an address beside Excel; null where nothing can be opened. */
  readonly open: ((address: string) => void) | null;
  /** Gives the user a file; null where there are no downloads. */
  readonly save: ((text: string, name: string) => void) | null;
  readonly copy: (text: string) => Promise<void>;
}

/** The place of a task pane. */
export function mailPlace(): MailPlace {
  return {
    fetch: (...request) => fetch(...request),
    wait,
    signIn: new SignIn(() => import('./nested-sign-in.ts')),
    shelf: browserShelf(),
    canSignIn: () => isSupported('NestedAppAuth', '1.1'),
    open: opener(),
    save: typeof document === 'undefined' || platform() === 'Mac' ? null : save,
    copy: (text) => navigator.clipboard.writeText(text),
  };
}

const isSupported = (set: string, version: string): boolean =>
  typeof Office !== 'undefined' && (Office.context?.requirements?.isSetSupported(set, version) ?? false);

/** The desktop opens the user's browser; on the web, where that is not to be had, a window does. */
function opener(): MailPlace['open'] {
  if (isSupported('OpenBrowserWindowApi', '1.1')) return (address) => Office.context.ui.openBrowserWindow(address);
  return typeof window === 'undefined' || isDesktop() ? null : (address) => void window.open(address, '_blank', 'noopener');
}

/** A window of its own opened by a desktop pane shows no sign-in. */
const isDesktop = (): boolean => !['', 'OfficeOnline'].includes(platform());

/** `Mac`, `PC`, `OfficeOnline`; '' when nobody says. On a Mac, a pane's downloads are passed over without a word (OfficeDev/office-js, issue 3385). */
const platform = (): string => (typeof Office === 'undefined' ? '' : String(Office.context?.platform ?? ''));

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function save(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'message/rfc822' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
