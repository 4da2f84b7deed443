/** What a part of the screen needs of every view as long as it is shown: a paper, the coming days. Nothing is made that nobody looks at. */
import { useEffect } from 'preact/hooks';
import type { PanelWish } from '../core/for-panel.ts';
import { useRoom } from './parts.tsx';

export type Wish = Pick<PanelWish, 'papers' | 'routes' | 'comingDays' | 'backTest' | 'fixes'>;

/** All wishes as one: lists together, the longest stretch of days. */
export function joinedWishes(wishes: readonly Wish[]): Wish {
  const all = <Item>(list: (wish: Wish) => readonly Item[] | undefined) => wishes.flatMap((wish) => list(wish) ?? []);
  const days = Math.max(0, ...wishes.map(({ comingDays }) => comingDays ?? 0));
  const backTest = [...new Set(all((wish) => wish.backTest))];
  return {
    papers: all((wish) => wish.papers),
    routes: all((wish) => wish.routes),
    ...(days > 0 ? { comingDays: days } : {}),
    ...(backTest.length > 0 ? { backTest } : {}),
    ...(wishes.some(({ fixes }) => fixes) ? { fixes: true } : {}),
  };
}

/** Wishes for something while the part is shown; null wishes for nothing. */
export function useWish(wish: Wish | null): void {
  const [session] = useRoom();
  useEffect(() => (wish === null ? undefined : session.wish(wish)), [session, JSON.stringify(wish)]);
}
