import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useMemo, useState } from 'react';

export interface Line {
  /** What to draw, in order; pixels left out before each and after the last. */
  drawn: readonly { index: number; gapBefore: number }[];
  gapAfter: number;
}

interface LineOptions {
  count: number;
  /** Of each, in pixels. */
  size: number;
  /** What stands before the first and sticks. */
  head: number;
  /** The one that holds the focus is always drawn. */
  active: number;
  isHorizontal: boolean;
}

/** Up to here all are drawn, so that the browser can find and print them. */
const virtualFrom = 80;

/** The rows or the columns of a grid that are in view. */
export function useLine(
  scroller: RefObject<HTMLElement | null>,
  { count, size, head, active, isHorizontal }: LineOptions,
): Line {
  const isVirtual = count >= virtualFrom;
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    horizontal: isHorizontal,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    scrollMargin: head,
    overscan: isHorizontal ? 4 : 6,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      if (active < 0 || active >= count || inView.includes(active)) return inView;
      return [...inView, active].sort((a, b) => a - b);
    },
  });
  const all = useMemo(
    () => Array.from({ length: isVirtual ? 0 : count }, (_, index) => ({ index, gapBefore: 0 })),
    [isVirtual, count],
  );
  let next = 0;
  const inView = virtualizer.getVirtualItems().map(({ index }) => {
    const gapBefore = (index - next) * size;
    next = index + 1;
    return { index, gapBefore };
  });
  return useSame(
    isVirtual ? { drawn: inView, gapAfter: (count - next) * size } : { drawn: all, gapAfter: 0 },
  );
}

/** The same object as long as it says the same: what is drawn by it is not drawn again. */
function useSame(line: Line): Line {
  const [kept, setKept] = useState(line);
  const isSame =
    kept.gapAfter === line.gapAfter &&
    kept.drawn.length === line.drawn.length &&
    kept.drawn.every(({ index }, place) => index === line.drawn[place]?.index);
  if (isSame) return kept;
  setKept(line);
  return line;
}
