export type ChartKind = 'chart' | 'uplot' | 'naive';
export type QueryKind = 'queryChart' | 'queryUplot' | 'queryNothing' | 'queryNaive';

export interface Painted {
  ms: number;
  longestTask: number;
  longestGap: number;
}

type ChartPage = Record<ChartKind, () => unknown> &
  Record<QueryKind, (url: string) => Promise<void>> & {
    make: (points: number, series: number, hasOwnTimes?: boolean) => void;
    clear: () => void;
    /** Resolves when what `run` caused is on the screen. */
    painted: (run: () => unknown) => Promise<Painted>;
    /** From now on the next move of the pointer is measured, from its event on; `moved` waits for it. */
    awaitMove: () => void;
    moved: () => Promise<Painted>;
  };

declare global {
  /** What the page of `chart.html` offers. */
  const chartPage: ChartPage;
}
