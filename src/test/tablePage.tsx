import type { BucketRow } from '@/features/buckets/bucketSpec';
import { bucketSpec } from '@/features/buckets/bucketSpec';
import { DataTable } from '@/ui/table/DataTable';
import { createStage, PlainTable } from './benchTable';
import { bucketRows } from './bucketRows';
import { painted, watchPaint } from './paintProbe';

const show = createStage();

const href = ({ id }: BucketRow) => `/buckets/${id}`;
const menu = () => [{ label: 'Edit' }];

function frame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

let rows: BucketRow[] = [];

/** What the benchmark calls. */
const page = {
  painted,
  make: (count: number) => (rows = bucketRows(count)),
  table: () =>
    show(<DataTable spec={bucketSpec} rows={rows} href={href} menu={menu} empty={null} />),
  plain: () => show(<PlainTable spec={bucketSpec} href={href} rows={rows} />),
  clear: () => show(null),
  async scroll(steps: number, pixels: number) {
    const gaps: number[] = [];
    let last = await frame();
    for (let step = 1; step <= steps; step++) {
      scrollTo(0, step * pixels);
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  },
};

show(null);
watchPaint();
Object.assign(window, { tablePage: page });
