import { expect, test } from 'vitest';
import { readOf, writeOf } from './permissions';
import { tokenUsage } from './tokenUsage';

const org = '0000000000000001';
const id = '00000000000000a1';

test('a write-only token is shown how to write, by the id of its bucket', () => {
  const [write, ...others] = tokenUsage([writeOf('buckets', { orgID: org, id })]);
  expect(others).toEqual([]);
  expect(write?.code).toContain(`&bucket=${id}&`);
  expect(write?.code).toContain('Token $INFLUX_TOKEN');
});

test('a name is quoted for Flux and for the shell', () => {
  const [query] = tokenUsage([readOf('buckets', { orgID: org, id, name: `it's "raw"` })]);
  expect(query?.code).toContain(`'from(bucket: "it'\\''s \\"raw\\"") |> range(start: -1h)`);
});

test('what reaches no bucket has nothing to try', () => {
  expect(tokenUsage([readOf('tasks', { orgID: org })])).toEqual([]);
});

test('a bucket by id is tried before all of them', () => {
  const [write] = tokenUsage([writeOf('buckets'), writeOf('buckets', { orgID: org, id })]);
  expect(write?.code).toContain(id);
});
