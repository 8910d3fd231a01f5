import { expect, test } from 'vitest';
import { parseLines } from '@/lib/lineProtocolParse';
import { writtenBy } from './written';

const written = (text: string) => writtenBy(parseLines(text, { precision: 's' }).points);

test.each([
  ['', {}],
  ['m,a=b v=1', { measurement: 'm', field: 'v', range: '15m' }],
  ['m text="a",v=1i\nother w=2', { measurement: 'm', field: 'v', range: '15m' }],
  ['m text="a"', { measurement: 'm', field: 'text', range: '15m' }],
  [
    'm v=1 1700000000\nm v=2 1700007200\nother v=1 1',
    { measurement: 'm', field: 'v', range: '2023-11-14T22:07:20Z..2023-11-15T00:19:20Z' },
  ],
  [
    'm v=1 1700000000',
    { measurement: 'm', field: 'v', range: '2023-11-14T22:12:20Z..2023-11-14T22:14:20Z' },
  ],
])('%j', (text, picked) => {
  expect(written(text)).toEqual(picked);
});
