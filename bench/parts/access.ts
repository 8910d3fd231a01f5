import { startBodyServer } from '../bodyServer';
import type { Measured } from '../measure';
import { atMost, interleaved, median } from '../measure';
import { buildPage, withPage } from '../pageBuild';
import '../pages/accessPage';
import type { TableKind } from '../pages/tablePage';

const tokens = 10_000;

/** From the text of the answer to the painted list, in a fresh browser after a list of a hundred; ms. */
function list(server: string, kind: TableKind) {
  return withPage(server, 'access', (page) =>
    page.evaluate(
      async ([name, count]) => {
        const { make, painted, clear } = accessPage;
        make(100);
        await painted(() => accessPage[name]());
        make(count);
        await painted(clear);
        return (await painted(() => accessPage[name]())).ms;
      },
      [kind, tokens] as const,
    ),
  );
}

/** Who reaches what, from credentials that were just read; the second time, as code is warm then. */
function inversion(server: string) {
  return withPage(server, 'access', (page) =>
    page.evaluate(async (count) => {
      accessPage.make(count);
      await accessPage.invert();
      return accessPage.invert();
    }, tokens),
  );
}

/** Parsing the answer, and class, scope and findings of each token; warm. */
function words(server: string) {
  return withPage(server, 'access', (page) =>
    page.evaluate((count) => {
      accessPage.make(count);
      accessPage.words();
      return accessPage.words();
    }, tokens),
  );
}

export async function access(isQuick: boolean): Promise<Measured[]> {
  const { url, stop } = await startBodyServer(await buildPage('access'));
  const repetitions = isQuick ? 3 : 5;
  try {
    const inverted = [];
    for (let i = 0; i < repetitions; i++) inverted.push(await inversion(url));
    const ms = median(inverted.map((one) => one.ms));
    const task = median(inverted.map((one) => one.longestTask));
    const figures = { ms, task };
    const said = [];
    for (let i = 0; i < repetitions; i++) said.push(await words(url));
    const saying = {
      parse: median(said.map((one) => one.parse)),
      words: median(said.map((one) => one.words)),
    };
    const lists = await interleaved({ list: () => list(url, 'table') }, repetitions);
    const plain = await interleaved({ plain: () => list(url, 'plain') }, isQuick ? 1 : 2);
    const both = { ...lists, ...plain };
    return [
      atMost('who reaches what', '10,000 tokens × 500 buckets turned round, ms', ms, 200, figures),
      atMost('who reaches what', 'longest main thread task meanwhile, ms', task, 50, figures),
      atMost(
        'list of tokens',
        'class, scope and findings of all ÷ parsing the answer',
        saying.words / saying.parse,
        1,
        saying,
      ),
      atMost('list of tokens', 'answer to painted, 10,000 tokens × 40, ms', both.list, 1000, both),
      atMost(
        'list of tokens',
        'answer to painted ÷ the same cells in a plain Mantine table',
        both.list / both.plain,
        0.1,
        both,
      ),
    ];
  } finally {
    await stop();
  }
}
