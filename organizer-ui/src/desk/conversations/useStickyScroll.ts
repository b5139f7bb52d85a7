import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Nearer to the end than this counts as being there, in pixels. */
const NEAR = 48;

interface StickyScroll {
  box: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
  /** Goes where reading begins: to the line "New" if there is one, else to the end. */
  start: () => void;
}

/**
 * Keeps the end in sight while one is there, and the place where one reads while older messages appear above.
 * `end` changes with what comes below, `top` with what comes above.
 */
export function useStickyScroll(end: number, top: number): StickyScroll {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const sticky = useRef(true);
  const seen = useRef({ top, fromBottom: 0 });

  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const fromBottom = element.scrollHeight - element.scrollTop;
    seen.current.fromBottom = fromBottom;
    sticky.current = fromBottom - element.clientHeight < NEAR;
    setAtEnd(sticky.current);
  }, []);

  const toEnd = useCallback(() => {
    const element = box.current;
    if (!element) return;
    sticky.current = true;
    element.scrollTop = element.scrollHeight;
    setAtEnd(true);
  }, []);

  const start = useCallback(() => {
    const line = box.current?.querySelector('[data-unread-line]');
    if (line) line.scrollIntoView({ block: 'center' });
    else toEnd();
    measure();
  }, [measure, toEnd]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when something came below
  useLayoutEffect(() => {
    if (sticky.current) toEnd();
  }, [end, toEnd]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element && top < seen.current.top) element.scrollTop = element.scrollHeight - seen.current.fromBottom;
    seen.current.top = top;
  }, [top]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (sticky.current) toEnd();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [toEnd]);

  return { box, atEnd, onScroll: measure, toEnd, start };
}
