import { startBodyServer } from '../bodyServer';
import type { Measured } from '../measure';
import { atMost, interleaved, median } from '../measure';
import { buildPage, withPage } from '../pageBuild';
import type { TableKind } from '../pages/tablePage';

/** A table of so many rows, mounted in a fresh browser after one of a thousand; ms. */
function mount(server: string, kind: TableKind, rows: number) {
  return withPage(server, 'table', (page) =>
    page.evaluate(
      async ([name, count]) => {
        const { make, painted, clear } = tablePage;
        make(1000);
        await painted(() => tablePage[name]());
        // The rows are there before, as after an answer; what making them leaves behind goes meanwhile.
        make(count);
        await painted(clear);
        return (await painted(() => tablePage[name]())).ms;
      },
      [kind, rows] as const,
    ),
  );
}

const lateMs = 20;

/** Share of late frames while the page scrolls by 120 px a frame, and the elements of the page then. */
function scrolled(server: string) {
  return withPage(server, 'table', (page) =>
    page.evaluate(async (late) => {
      const { make, painted, table, scroll } = tablePage;
      make(10_000);
      await painted(table);
      const gaps = await scroll(120, 120);
      return {
        late: gaps.filter((gap) => gap > late).length / gaps.length,
        longest: Math.max(...gaps),
        nodes: document.querySelectorAll('#root *').length,
      };
    }, lateMs),
  );
}

export async function tables(isQuick: boolean): Promise<Measured[]> {
  const { url, stop } = await startBodyServer(await buildPage('table'));
  const repetitions = isQuick ? 3 : 5;
  try {
    const ms = await interleaved(
      {
        'at 10,000': () => mount(url, 'table', 10_000),
        'at 1,000': () => mount(url, 'table', 1_000),
      },
      repetitions,
    );
    const plain = await interleaved({ plain: () => mount(url, 'plain', 10_000) }, isQuick ? 1 : 2);
    const scrolls = [];
    for (let i = 0; i < repetitions; i++) scrolls.push(await scrolled(url));
    const late = median(scrolls.map((one) => one.late));
    const nodes = Math.max(...scrolls.map((one) => one.nodes));
    const goal = 'long tables';
    return [
      atMost(
        goal,
        'mount of 10,000 rows ÷ the same cells in a plain Mantine table',
        ms['at 10,000'] / plain.plain,
        0.1,
        { ...ms, ...plain },
      ),
      atMost(
        goal,
        'mount of 10,000 rows ÷ mount of 1,000',
        ms['at 10,000'] / ms['at 1,000'],
        1.3,
        ms,
      ),
      atMost(goal, 'elements in the page at 10,000 rows', nodes, 800, { nodes }),
      atMost(goal, 'share of frames over 20 ms in a scroll of 120 steps', late, 0.25, {
        late,
        'longest, ms': median(scrolls.map((one) => one.longest)),
      }),
    ];
  } finally {
    await stop();
  }
}
