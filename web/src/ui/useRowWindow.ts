import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react';

/** Rows kept beyond the edges, so that a fast scroll shows no gap. */
const overscan = 8;
const firstGuess = 40;

/** Which rows of one height are in sight, and which one the keyboard is on. */
export function useRowWindow(scroll: RefObject<HTMLDivElement | null>, count: number, rowHeight: number, open: (index: number) => void) {
  const [first, setFirst] = useState(0);
  const [visible, setVisible] = useState(firstGuess);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));

  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const measure = () => {
      setFirst(Math.floor(element.scrollTop / rowHeight));
      if (element.clientHeight > 0) setVisible(Math.ceil(element.clientHeight / rowHeight));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroll, rowHeight]);

  const from = Math.max(0, Math.min(first, count) - overscan);
  const to = Math.min(count, first + visible + overscan);

  const go = (index: number) => {
    const element = scroll.current;
    if (element === null || count === 0) return;
    const target = Math.max(0, Math.min(count - 1, index));
    setActive(target);
    const head = element.querySelector('thead')?.clientHeight ?? 0;
    const top = target * rowHeight;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (top + rowHeight + head > element.scrollTop + element.clientHeight) element.scrollTo({ top: top + rowHeight + head - element.clientHeight });
    // The row may only come into being with the next render.
    requestAnimationFrame(() => requestAnimationFrame(() => element.querySelector<HTMLElement>(`tr[data-index="${target}"]`)?.focus({ preventScroll: true })));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const page = Math.max(1, visible - 2);
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1 };
    const target = moves[event.key];
    if (target !== undefined) go(target);
    else if (event.key === 'Enter') open(active);
    else return;
    event.preventDefault();
  };

  return { first: from, last: to, active, setActive, onKeyDown };
}
