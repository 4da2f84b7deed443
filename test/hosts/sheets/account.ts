/** A Google account, between two calls of a script: its address and language, its mailbox, what scripts keep for it, the triggers it installed. */
import { Mailbox } from './mailbox.ts';

/** A call of a function of the script that Google makes by itself. */
export interface TriggerData {
  readonly id: string;
  readonly handler: string;
  readonly everyDays: number;
  readonly atHour: number | null;
  readonly timeZone: string | null;
}

export class Account {
  readonly email: string;
  /** As Session.getActiveUserLocale() says it: `fr`. */
  readonly locale: string;
  /** Null in the installation that may not use Gmail. */
  readonly mailbox: Mailbox | null;
  readonly properties = new Map<string, string>();
  readonly triggers: TriggerData[] = [];

  constructor(locale = 'fr', email = 'marie@atelier.example', mailbox: Mailbox | null = new Mailbox(email)) {
    this.locale = locale;
    this.email = email;
    this.mailbox = mailbox;
  }

  /** The same account, to go another way from here. */
  copy(): Account {
    const copy = new Account(this.locale, this.email, this.mailbox?.copy() ?? null);
    for (const [key, value] of this.properties) copy.properties.set(key, value);
    copy.triggers.push(...this.triggers);
    return copy;
  }
}
