/**
 * Who the user is to Outlook: Excel itself signs them in (nested app authentication), and Microsoft's library, which weighs as much as the pane, comes
 * only when a draft is first asked for. No password passes here, and nothing but drafts may be read or written (Mail.ReadWrite).
 */
import { MailTrouble } from './graph.ts';

const SCOPES = ['Mail.ReadWrite'];

/** A signed-in user. */
export interface Account {
  /** The same for the same mailbox, on every computer. */
  readonly id: string;
  /** The address the user signs in with. */
  readonly name: string;
  /** A token for the mailbox; `fresh` when the one before was refused. Throws a {@link MailTrouble}. */
  token(options: { readonly fresh: boolean }): Promise<string>;
}

/** What is used of Microsoft's library. */
export interface SignInLibrary {
  createNestablePublicClientApplication(configuration: {
    readonly auth: { readonly clientId: string; readonly authority: string };
  }): Promise<NestedClient>;
}
interface NestedClient {
  acquireTokenSilent(request: { readonly scopes: string[]; readonly forceRefresh?: boolean }): Promise<Granted>;
  acquireTokenPopup(request: { readonly scopes: string[] }): Promise<Granted>;
}
interface Granted {
  readonly accessToken: string;
  readonly account: { readonly homeAccountId: string; readonly username: string };
}

export class SignIn {
  readonly #library: () => Promise<SignInLibrary>;
  readonly #clients = new Map<string, Promise<NestedClient>>();

  constructor(library: () => Promise<SignInLibrary>) {
    this.#library = library;
  }

  /**
   * The user of this Excel. Without `mayAsk` nothing is shown: a reminder that is only looked for is not worth a window. Throws a {@link MailTrouble}.
   */
  async account(clientId: string, { mayAsk }: { readonly mayAsk: boolean }): Promise<Account> {
    const client = await this.#client(clientId).catch((error: unknown) => {
      throw new MailTrouble('sign-in', 'no', codeOf(error));
    });
    let granted = await grant(client, { mayAsk, fresh: false });
    return {
      id: granted.account.homeAccountId,
      name: granted.account.username,
      token: async ({ fresh }) => {
        if (fresh) granted = await grant(client, { mayAsk, fresh });
        return granted.accessToken;
      },
    };
  }

  #client(clientId: string): Promise<NestedClient> {
    const known = this.#clients.get(clientId);
    if (known) return known;
    const client = this.#library().then(({ createNestablePublicClientApplication }) =>
      createNestablePublicClientApplication({ auth: { clientId, authority: 'https://login.microsoftonline.com/common' } }),
    );
    this.#clients.set(clientId, client);
    // What could not be loaded now may be later.
    client.catch(() => this.#clients.delete(clientId));
    return client;
  }
}

async function grant(client: NestedClient, { mayAsk, fresh }: { mayAsk: boolean; fresh: boolean }): Promise<Granted> {
  try {
    return await client.acquireTokenSilent({ scopes: SCOPES, ...(fresh ? { forceRefresh: true } : {}) });
  } catch (error) {
    if (!mayAsk) throw new MailTrouble('sign-in', 'no', codeOf(error));
  }
  try {
    return await client.acquireTokenPopup({ scopes: SCOPES });
  } catch (error) {
    throw new MailTrouble('sign-in', 'no', codeOf(error));
  }
}

/** The library's own code, such as `user_cancelled`. */
function codeOf(error: unknown): string {
  const code = (error as { readonly errorCode?: unknown } | null)?.errorCode;
  return typeof code === 'string' ? code : '';
}
