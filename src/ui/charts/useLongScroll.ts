import type { KeyboardEvent, RefObject } from 'react';
import { useRef, useState } from 'react';

export interface LongScroll {
  scroller: RefObject<HTMLDivElement | null>;
  first: number;
  /** How far there is to scroll; pixels. */
  distance: number;
  onScroll: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Browsers refuse elements of more than about 17 million pixels: above this, a pixel of scrolling is more than one. */
const mostPixels = 8_000_000;

/** Which rows are in view. Rows by the million are reached by a scroll bar that is scaled, and one by one by keys. */
export function useLongScroll(rows: number, rowHeight: number, visible: number): LongScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState(0);
  const last = Math.max(0, rows - visible);
  const distance = Math.min(last * rowHeight, mostPixels);
  const rowsPerPixel = last / Math.max(1, distance);
  const first = Math.min(last, position);

  const moveTo = (row: number) => {
    const target = Math.max(0, Math.min(last, row));
    if (scroller.current && rowsPerPixel > 0) scroller.current.scrollTop = target / rowsPerPixel;
    setPosition(target);
  };
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: visible - 1,
    PageUp: 1 - visible,
    Home: -rows,
    End: rows,
  };
  return {
    scroller,
    first,
    distance,
    onScroll: () => {
      const { scrollTop = 0 } = scroller.current ?? {};
      // A move by keys sets the scroll bar to within half a pixel of its row: keep the row.
      if (Math.abs(scrollTop - first / (rowsPerPixel || 1)) < 1) return;
      setPosition(Math.round(scrollTop * rowsPerPixel));
    },
    onKeyDown: (event) => {
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      moveTo(first + step);
    },
  };
}
