/**
 * Brings the screens that are not the first one. They are asked for as soon as the panel has something to show, and are there before anybody can want
 * them; where the script is one piece they are in it.
 */
import { useEffect, useState } from 'preact/hooks';
import { Button, Note, useRoom } from './parts.tsx';

type Screens = typeof import('./screens/later.ts');
let brought: Screens | null = null;

/** Rejects where the file cannot be fetched: without a connection, or gone with a newer version. */
export async function bringLater(): Promise<void> {
  brought ??= await import('./screens/later.ts');
}

/** One of these screens; until it is here, that it comes; where it cannot be fetched, why, and a way to try again. */
export function Later({ screen }: { readonly screen: keyof Screens }) {
  const [, { words }] = useRoom();
  const [fate, setFate] = useState<'coming' | 'here' | 'failed'>('coming');
  const ask = () => {
    setFate('coming');
    bringLater().then(
      () => setFate('here'),
      () => setFate('failed'),
    );
  };
  useEffect(() => {
    if (brought === null) ask();
  }, []);
  const Screen = brought?.[screen];
  if (Screen) return <Screen />;
  if (fate === 'failed')
    return (
      <Note kind="bad" title={words.failed.title}>
        <Button onClick={ask}>{words.failed.retry}</Button>
      </Note>
    );
  ask();
  return <p class="loading muted">{words.doing.open}</p>;
}
