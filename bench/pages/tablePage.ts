export type TableKind = 'table' | 'plain';

type TablePage = Record<TableKind, () => void> & {
  make: (rows: number) => void;
  clear: () => void;
  /** Ms until what `run` caused is on the screen. */
  painted: (run: () => unknown) => Promise<{ ms: number }>;
  /** Scrolls the window by so many pixels a frame; answers the ms between frames. */
  scroll: (steps: number, pixels: number) => Promise<number[]>;
};

declare global {
  /** What the page of `table.html` offers. */
  const tablePage: TablePage;
}
