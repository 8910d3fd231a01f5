import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SENSOR_TOKEN } from '@/demo/seed/credentials';
import type { TestDemo } from '@/demo/testing';
import { parseLines } from '@/lib/lineProtocolParse';
import { renderRoute } from '@/test/renderRoute';

const hour = 3_600_000;

function org({ state }: TestDemo, orgName = 'iot'): string {
  return [...state.orgs.values()].find(({ name }) => name === orgName)!.id;
}

const page = (query: string) => (demo: TestDemo) =>
  `/servers/demo/orgs/${org(demo)}/explorer${query}`;

function write(bucketName: string, lines: string) {
  return ({ state }: TestDemo) => {
    const bucket = [...state.buckets.values()].find(({ name }) => name === bucketName)!;
    state.storage.write(bucket.id, parseLines(lines).points, BigInt(Date.now()) * 1_000_000n);
  };
}

const threeHoursAgo = `${Date.now() - 3 * hour}000000`;

test('an empty range leads to the newest point', async () => {
  const { user, here } = await renderRoute(page('?bucket=airsensors&m=old&f=v&fn=none'), {
    now: Date.now,
    prepare: write('airsensors', `old v=42.5 ${threeHoursAgo}`),
  });
  expect(await screen.findByText(/Newest point of this selection/)).toHaveTextContent('3h ago');
  await user.click(screen.getByRole('button', { name: 'Show the range around it' }));
  expect(await screen.findByText(/^1 series · 1 row ·/)).toBeVisible();
  expect(here()).toMatch(/range=.+\.\./);
});

test('a selection without any point says so', async () => {
  await renderRoute(page('?bucket=airsensors&m=nothing&f=v'), { now: Date.now });
  expect(await screen.findByText('This selection has no points at any time.')).toBeVisible();
});

test('a bucket that the token may not read is told once, with those it reads', async () => {
  await renderRoute(page('?bucket=ts-bucket&m=power&f=kilowatts'), {
    as: { kind: 'token', token: SENSOR_TOKEN },
  });
  const why = /no bucket ts-bucket in this org, or this credential may not read it/;
  const result = await screen.findByRole('region', { name: 'Result' });
  expect(await within(result).findByText(why)).toHaveTextContent('It reads airsensors.');
  expect(screen.queryByRole('region', { name: 'Measurement' })).toBeNull();
});

test('an org without buckets offers to create one', async () => {
  await renderRoute((demo) => {
    for (const [id, { type, orgID }] of demo.state.buckets) {
      if (type === 'user' && orgID === org(demo)) demo.state.buckets.delete(id);
    }
    return page('')(demo);
  });
  expect(await screen.findByRole('link', { name: 'Create the first bucket' })).toBeVisible();
});

test('Tab reaches a list of names once, and the arrow keys move in it', async () => {
  const { user } = await renderRoute(page('?bucket=airsensors&m=air'), {
    now: Date.now,
    prepare: write('airsensors', 'air,room=a co=1,humidity=2,temperature=3'),
  });
  const first = await screen.findByRole('checkbox', { name: 'co' });
  first.focus();
  await user.keyboard('{ArrowDown} ');
  expect(screen.getByRole('checkbox', { name: 'humidity' })).toHaveFocus();
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'humidity' })).toBeChecked());
  await user.keyboard('{End}');
  expect(screen.getByRole('checkbox', { name: 'temperature' })).toHaveFocus();
  await user.tab();
  expect(screen.getByRole('button', { name: 'room' })).toHaveFocus();
});

test('a query with a range of its own says so, and is drawn over its own times', async () => {
  const text =
    'from(bucket: "airsensors") |> range(start: -6h) |> filter(fn: (r) => r._measurement == "old")';
  const { user } = await renderRoute(page(`?q=${encodeURIComponent(text)}`), {
    now: Date.now,
    prepare: write('airsensors', `old v=42.5 ${threeHoursAgo}`),
  });
  expect(await screen.findByText(/with a time range of its own/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Run' }));
  const legend = await screen.findByRole('region', { name: 'Legend' });
  expect(within(legend).getAllByText('42.5').length).toBeGreaterThan(0);
});
