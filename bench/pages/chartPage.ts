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
  };

declare global {
  /** What the page of `chart.html` offers. */
  const chartPage: ChartPage;
}
