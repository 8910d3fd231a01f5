import { connect, open } from '@/api/client';
import type { TokenList } from '@/api/tokens';
import { accessIn } from '@/components/useAccess';
import { credentialOf } from '@/components/useCredentials';
import type { TokenRow } from '@/features/tokens/tokenRows';
import { tokenRows } from '@/features/tokens/tokenRows';
import { tokenSpec } from '@/features/tokens/tokenSpec';
import { DataTable } from '@/ui/table/DataTable';
import { createStage, PlainTable } from './benchTable';
import { painted, watchPaint } from './paintProbe';
import { manyBuckets, tokenAnswer } from './tokenAnswer';

const show = createStage();

const href = ({ id }: TokenRow) => `/tokens/${id}`;
const menu = () => [{ label: 'Clone' }];

const { caller, ...around } = manyBuckets(500);
connect(open('bench', { kind: 'token', token: 'none' }));
let answer = '';

function tokens() {
  return (JSON.parse(answer) as TokenList).authorizations;
}

/** What the benchmark calls. */
const page = {
  painted,
  make: (count: number) => {
    answer = tokenAnswer(count, around);
  },
  table: () =>
    show(
      <DataTable
        spec={tokenSpec}
        rows={tokenRows(tokens(), around, caller)}
        href={href}
        menu={menu}
        empty={null}
      />,
    ),
  plain: () =>
    show(<PlainTable spec={tokenSpec} href={href} rows={tokenRows(tokens(), around, caller)} />),
  clear: () => show(null),
  /** Ms of parsing the answer, and of what the list says about each token. */
  words() {
    const start = performance.now();
    const rows = tokens();
    const parsed = performance.now();
    for (const { classification, scope, findings } of tokenRows(rows, around, caller)) {
      void [classification, scope, findings];
    }
    return { parse: parsed - start, words: performance.now() - parsed };
  },
  /** Ms from fresh credentials to who reaches what, and the longest task of this thread meanwhile. */
  async invert() {
    const credentials = tokens().map((row) => credentialOf(row, 'token'));
    let longestTask = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    });
    // What parsing the answer took is over when the next task begins.
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    tasks.observe({ type: 'longtask' });
    const start = performance.now();
    await accessIn(credentials, around);
    const ms = performance.now() - start;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    tasks.disconnect();
    return { ms, longestTask };
  },
};

show(null);
watchPaint();
Object.assign(window, { accessPage: page });
