import { expect, test } from 'vitest';
import { spanOf } from './seriesSpan';

const at = (...times: number[]) => ({ t: Float64Array.from(times) });

test.each([
  ['no series', [], null],
  ['series without points', [at(), at()], null],
  ['several series', [at(50, 60), at(), at(40, 55)], { from: 40, to: 60 }],
  ['a single time', [at(100_000), at(100_000)], { from: 40_000, to: 160_000 }],
])('%s', (_name, series, span) => {
  expect(spanOf(series)).toEqual(span);
});
