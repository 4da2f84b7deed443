/** Which way reminders go from here, said where drafts are asked for and where they wait. */
import { Small, useRoom } from '../parts.tsx';

/** One line; nothing where the host has but one way. */
export function MailLine({ withWhy = false }: { readonly withWhy?: boolean }) {
  const [session] = useRoom();
  const status = session.hooks.mail?.status();
  return status ? <Small>{withWhy ? `${status.title} ${status.why}` : status.title}</Small> : null;
}
