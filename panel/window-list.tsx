/** A list of thousands of lines of which only those near the eye exist. Lines may have any height: each is measured when it is shown. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The element that scrolls. */
export const ScrollerContext = createContext<{ readonly current: HTMLElement | null }>({ current: null });

interface WindowListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly label: string;
  /** A first guess of a line's height in pixels. */
  readonly estimate: number;
  readonly children: (item: Item) => ComponentChildren;
}

/** Shorter lists are simply shown. */
const SHOWN_WHOLE = 60;
const MARGIN = 500;

export function WindowList<Item>({ items, keyOf, label, estimate, children }: WindowListProps<Item>) {
  const scroller = useContext(ScrollerContext);
  const list = useRef<HTMLUListElement>(null);
  const heights = useRef(new Map<string, number>());
  const [view, setView] = useState({ top: 0, height: 800 });
  const [, remeasure] = useState(0);
  const isWhole = items.length <= SHOWN_WHOLE;

  useEffect(() => {
    const element = scroller.current;
    if (isWhole || !element) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      if (!list.current) return;
      const top = element.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
      setView((before) =>
        Math.abs(before.top - top) < 40 && before.height === element.clientHeight ? before : { top, height: element.clientHeight },
      );
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', soon, { passive: true });
    const watch = new ResizeObserver(soon);
    watch.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', soon);
      watch.disconnect();
    };
  }, [isWhole, scroller]);

  const heightOf = (item: Item) => heights.current.get(keyOf(item)) ?? estimate;
  let from = 0;
  let before = 0;
  let to = items.length;
  let after = 0;
  if (!isWhole) {
    while (from < items.length && before + heightOf(items[from] as Item) < view.top - MARGIN) before += heightOf(items[from++] as Item);
    let at = before;
    to = from;
    while (to < items.length && at < view.top + view.height + MARGIN) at += heightOf(items[to++] as Item);
    for (let i = to; i < items.length; i++) after += heightOf(items[i] as Item);
  }

  useLayoutEffect(() => {
    if (isWhole || !list.current) return;
    let changed = false;
    for (const line of list.current.children) {
      const key = (line as HTMLElement).dataset.key as string;
      const height = (line as HTMLElement).offsetHeight;
      if (height > 0 && Math.abs((heights.current.get(key) ?? estimate) - height) > 1) changed = true;
      heights.current.set(key, height);
    }
    if (changed) remeasure((n) => n + 1);
  });

  return (
    <ul
      class="lines"
      ref={list}
      aria-label={label}
      style={isWhole ? undefined : { paddingTop: `${before}px`, paddingBottom: `${after}px` }}
    >
      {items.slice(from, to).map((item, k) => (
        <li
          key={keyOf(item)}
          data-key={keyOf(item)}
          aria-setsize={isWhole ? undefined : items.length}
          aria-posinset={isWhole ? undefined : from + k + 1}
        >
          {children(item)}
        </li>
      ))}
    </ul>
  );
}
