import { expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';

const SERIES = 'from(bucket: "b0") |> range(start: 2021-08-31T00:00:00Z)';

/** Two fields of two series: the storage reads series by series. */
async function server() {
  const made = await fluxServer();
  made.write(['m,t=a x=1,y=2 1630424257', 'm,t=b x=3,y=4 1630424257'].join('\n'));
  return made;
}

async function order(piped: string): Promise<string[]> {
  const { rows } = await server();
  const all = await rows(`${SERIES}${piped}`, 't', '_field');
  return all.map((cells) => cells.join(''));
}

test.each([
  '',
  ' |> limit(n: 1)',
  ' |> sort()',
  ' |> fill(value: 0.0)',
  ' |> filter(fn: (r) => r.t > "")',
])('tables keep the order of the storage%s', async (piped) => {
  expect(await order(piped)).toEqual(['ax', 'ay', 'bx', 'by']);
});

test.each([
  'tail(n: 1)',
  'distinct()',
  'unique()',
  'window(every: 1h)',
  'range(start: 2021-08-31T12:00:00Z)',
  'set(key: "k", value: "v")',
  'spread()',
  'limit(n: 1) |> sum()',
  'limit(n: 1) |> last()',
])('tables come by their keys from %s', async (piped) => {
  expect(await order(` |> ${piped}`)).toEqual(['ax', 'bx', 'ay', 'by']);
});

test('the windows of all tables come by their bounds first', async () => {
  const { rows, write } = await fluxServer();
  write('m,t=a x=1 1630424257\nm,t=a x=1 1630427857\nm,t=b x=1 1630424257\nm,t=b x=1 1630427857');
  const all = await rows(`${SERIES} |> window(every: 1h)`, '_start', 't');
  expect(all.map(([start, t]) => `${start?.slice(11, 13)}${t}`)).toEqual([
    '15a',
    '15b',
    '16a',
    '16b',
  ]);
});
