import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useState } from 'react';

const virtualFrom = 200;
const rowHeight = 36;

export interface RowWindow {
  /** Rows to draw, in order; heights in pixels of what is left out before each and after the last. */
  drawn: readonly { index: number; gapBefore: number }[];
  gapAfter: number;
  ref: (body: HTMLElement | null) => void;
}

/** The rows in view, and always the one that holds the focus. All of them where there are few. */
export function useRowWindow(count: number, active: number): RowWindow {
  const [scrollMargin, setScrollMargin] = useState(0);
  const ref = useCallback((body: HTMLElement | null) => {
    if (body) setScrollMargin(body.getBoundingClientRect().top + window.scrollY);
  }, []);
  const isVirtual = count >= virtualFrom;
  const virtualizer = useWindowVirtualizer({
    count: isVirtual ? count : 0,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      if (active >= count || inView.includes(active)) return inView;
      return [...inView, active].sort((a, b) => a - b);
    },
  });
  const all = useMemo(
    () => Array.from({ length: isVirtual ? 0 : count }, (_, index) => ({ index, gapBefore: 0 })),
    [isVirtual, count],
  );
  if (!isVirtual) return { drawn: all, gapAfter: 0, ref };
  let next = 0;
  const drawn = virtualizer.getVirtualItems().map(({ index }) => {
    const gapBefore = (index - next) * rowHeight;
    next = index + 1;
    return { index, gapBefore };
  });
  return { drawn, gapAfter: (count - next) * rowHeight, ref };
}
