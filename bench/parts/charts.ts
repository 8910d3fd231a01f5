import { startBodyServer } from '../bodyServer';
import { buildPage, withPage } from '../pageBuild';
import type { Measured } from '../measure';
import { atMost, interleaved, median } from '../measure';
import type { ChartKind, Painted, QueryKind } from '../pages/chartPage';

interface Points {
  points: number;
  hasOwnTimes?: boolean;
}

/** The second paint of a chart of eight series from memory, in a fresh browser; ms. */
function paint(server: string, kind: ChartKind, { points, hasOwnTimes = false }: Points) {
  return withPage(server, 'chart', (page) =>
    page.evaluate(
      async ([name, count, own]) => {
        chartPage.make(count, 8, own);
        await chartPage.painted(() => chartPage[name]());
        chartPage.clear();
        return (await chartPage.painted(() => chartPage[name]())).ms;
      },
      [kind, points, hasOwnTimes] as const,
    ),
  );
}

/** Charts of data that is there already. */
async function fromMemory(server: string, isQuick: boolean, repetitions: number) {
  const both = (points: Points) =>
    interleaved(
      {
        chart: () => paint(server, 'chart', points),
        uplot: () => paint(server, 'uplot', points),
      },
      repetitions,
    );
  const few = await both({ points: 10_000 });
  const many = await both({ points: 100_000 });
  const own = await both({ points: 100_000, hasOwnTimes: true });
  const naive = await interleaved({ naive: () => paint(server, 'naive', { points: 100_000 }) }, 2);
  const results = [
    atMost('chart from memory', 'paint of 10,000 points ÷ uPlot', few.chart / few.uplot, 3, few),
    atMost(
      'chart from memory',
      'paint of 100,000 points ÷ uPlot',
      many.chart / many.uplot,
      2,
      many,
    ),
    atMost(
      'chart from memory',
      'paint of 100,000 points, own times in each series ÷ uPlot',
      own.chart / own.uplot,
      1,
      own,
    ),
    atMost(
      'flat in the points',
      'paint of 100,000 points ÷ Recharts by the book',
      many.chart / naive.naive,
      0.1,
      {
        ...many,
        ...naive,
      },
    ),
  ];
  if (isQuick) return results;
  const most = await both({ points: 1_000_000 });
  const flat = { 'at 10,000': few.chart, 'at 1,000,000': most.chart };
  return [
    ...results,
    atMost(
      'chart from memory',
      'paint of 1,000,000 points ÷ uPlot',
      most.chart / most.uplot,
      1.3,
      most,
    ),
    atMost(
      'flat in the points',
      'paint of 1,000,000 points ÷ that of 10,000',
      most.chart / few.chart,
      1.5,
      flat,
    ),
  ];
}

/** From the move of the pointer to the tooltip on the screen, at 100,000 points; ms. */
function hover(server: string, kind: ChartKind) {
  return withPage(server, 'chart', async (page) => {
    await page.evaluate(async (name) => {
      chartPage.make(100_000, 8);
      await chartPage.painted(() => chartPage[name]());
    }, kind);
    const legend = await page.locator('#root figure section *').count();
    const nodes = (await page.locator('#root figure *').count()) - legend;
    const times: number[] = [];
    for (let x = 200; x < 700; x += 25) {
      await page.evaluate(() => chartPage.awaitMove());
      await page.mouse.move(x, 150);
      times.push((await page.evaluate(() => chartPage.moved())).ms);
    }
    return { ms: median(times), nodes };
  });
}

/** How fast the tooltip is, and how light the chart. */
async function interaction(server: string): Promise<Measured[]> {
  const chart = await hover(server, 'chart');
  const uplot = await hover(server, 'uplot');
  const ms = { chart: chart.ms, uplot: uplot.ms };
  const { nodes } = chart;
  return [
    atMost(
      'tooltip',
      'hover to tooltip at 100,000 points: ms more than uPlot',
      chart.ms - uplot.ms,
      8,
      ms,
    ),
    atMost('light chart', 'DOM nodes of a chart of 100,000 points, legend apart', nodes, 150, {
      nodes,
    }),
  ];
}

function query(server: string, kind: QueryKind, rows: number): Promise<Painted> {
  return withPage(server, 'chart', (page) =>
    page.evaluate(
      async ([name, url]) => {
        await chartPage.painted(() => chartPage[name](url));
        chartPage.clear();
        return chartPage.painted(() => chartPage[name](url));
      },
      [kind, `${server}/temperature/${rows}`] as const,
    ),
  );
}

/** From the call to the painted chart, parse and network included. */
async function endToEnd(server: string, rows: number, bar: number, repetitions: number) {
  const longest: Record<'task' | 'gap', number[]> = { task: [], gap: [] };
  const msOf = async (kind: QueryKind) => (await query(server, kind, rows)).ms;
  const ms = await interleaved(
    {
      chart: () => msOf('queryChart'),
      uplot: () => msOf('queryUplot'),
      naive: () => msOf('queryNaive'),
      'no chart': async () => {
        const painted = await query(server, 'queryNothing', rows);
        longest.task.push(painted.longestTask);
        longest.gap.push(painted.longestGap);
        return painted.ms;
      },
    },
    repetitions,
  );
  const what = `query to painted, ${rows} rows`;
  const results = [
    atMost(
      'query to painted chart',
      `${what} ÷ collectRows and Recharts by the book`,
      ms.chart / ms.naive,
      bar,
      ms,
    ),
  ];
  if (rows < 100_000) return results;
  const main = { task: median(longest.task), gap: median(longest.gap) };
  return [
    ...results,
    atMost('cost of drawing', `${what} ÷ the same with uPlot`, ms.chart / ms.uplot, 1.3, ms),
    atMost(
      'cost of drawing',
      `${what} ÷ the same without a chart`,
      ms.chart / ms['no chart'],
      1.4,
      ms,
    ),
    atMost(
      'quiet main thread',
      `longest main thread task while ${rows} rows load, ms`,
      main.task,
      50,
      main,
    ),
    atMost(
      'quiet main thread',
      `longest gap between frames while ${rows} rows load, ms`,
      main.gap,
      50,
      main,
    ),
  ];
}

export async function charts(isQuick: boolean): Promise<Measured[]> {
  const { url, stop } = await startBodyServer(await buildPage('chart'));
  const repetitions = isQuick ? 3 : 5;
  try {
    const results = [
      ...(await fromMemory(url, isQuick, repetitions)),
      ...(await interaction(url)),
      ...(await endToEnd(url, 10_000, 1 / 2, repetitions)),
      ...(await endToEnd(url, 100_000, 1 / 5, repetitions)),
    ];
    if (isQuick) return results;
    return [...results, ...(await endToEnd(url, 1_000_000, 1 / 10, 3))];
  } finally {
    await stop();
  }
}
