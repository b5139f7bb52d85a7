import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { enlist } from './lists';

/** Rows beyond those in sight that are drawn, so that scrolling shows no gaps. */
const OVERSCAN = 6;
/** How high a row is until it was drawn, in pixels. */
const ROW_PX = 84;

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Where a row leads. */
  pathOf: (item: T) => string;
  render: (item: T) => ReactNode;
  /** The last row came into sight. */
  onEnd?: () => void;
}

/** The box that the lists of the desk scroll in. */
export const SCROLLER = 'data-desk-scroller';

/** Rows of which only those in sight are drawn: thousands cost no more than a screenful. */
export function VirtualList<T>({ items, keyOf, pathOf, render, onEnd }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const margin = useMargin(list);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => boxOf(list.current),
    estimateSize: () => ROW_PX,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: OVERSCAN,
    scrollMargin: margin,
    scrollPaddingStart: 52,
    scrollPaddingEnd: 12,
  });
  const paths = useMemo(() => items.map(pathOf), [items, pathOf]);
  useEffect(() => {
    if (!list.current) return;
    return enlist(list.current, { paths, reveal: (index) => virtual.scrollToIndex(index) });
  }, [paths, virtual]);
  const rows = virtual.getVirtualItems();
  const isAtEnd = (rows.at(-1)?.index ?? -1) >= items.length - 1;
  useEffect(() => {
    if (isAtEnd) onEnd?.();
  }, [isAtEnd, onEnd]);
  return (
    <Box
      component="ul"
      ref={list}
      sx={{ position: 'relative', listStyle: 'none', m: 0, p: 0 }}
      style={{ height: virtual.getTotalSize() }}
    >
      {rows.map(({ key, index, start }) => {
        const item = items[index];
        return (
          <Box
            component="li"
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            sx={{ position: 'absolute', top: 0, left: 0, right: 0 }}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            {item !== undefined && render(item)}
          </Box>
        );
      })}
    </Box>
  );
}

function boxOf(list: Element | null): Element | null {
  return list && (list.closest(`[${SCROLLER}]`) ?? document.documentElement);
}

/** How far below the beginning of the box a list begins; it moves when a list above it grows. */
function useMargin(list: { current: Element | null }): number {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const box = boxOf(list.current);
    const measure = () => {
      if (!list.current || !box) return;
      const top = list.current.getBoundingClientRect().top - box.getBoundingClientRect().top;
      setMargin(Math.round(top + box.scrollTop));
    };
    measure();
    const resized = new ResizeObserver(measure);
    for (const part of box?.children ?? []) resized.observe(part);
    return () => resized.disconnect();
  }, [list]);
  return margin;
}
