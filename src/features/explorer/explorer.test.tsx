import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { V1_USER } from '@/demo/seed/credentials';
import type { TestDemo } from '@/demo/testing';
import { parseLines } from '@/lib/lineProtocolParse';
import { renderRoute } from '@/test/renderRoute';

function iot({ state }: TestDemo): string {
  return [...state.orgs.values()].find(({ name }) => name === 'iot')!.id;
}

const page =
  (query = '') =>
  (demo: TestDemo) =>
    `/servers/demo/orgs/${iot(demo)}/explorer${query}`;

const picked = '?bucket=airsensors&m=air&f=temperature';

/** A few points, just now. */
function fill(bucketName: string) {
  return ({ state }: TestDemo) => {
    const bucket = [...state.buckets.values()].find(({ name }) => name === bucketName)!;
    const ns = BigInt(Date.now()) * 1_000_000n;
    const lines = `air,room=a temperature=20.5,count=9007199254740993i ${ns - 60_000_000_001n}
air,room=b temperature=21.5 ${ns - 60_000_000_001n}`;
    state.storage.write(bucket.id, parseLines(lines).points, ns);
  };
}

const live = { now: Date.now, prepare: fill('airsensors') };
const text = () => screen.findByRole('textbox', { name: 'Flux query' });

describe('the builder', () => {
  test('bucket, measurement, field and tag become Flux, and the result comes by itself', async () => {
    const { user, here } = await renderRoute(page(), live);
    await user.click(await screen.findByRole('combobox', { name: 'Bucket' }));
    await user.click(await screen.findByRole('option', { name: 'airsensors' }));
    await user.click(await screen.findByRole('checkbox', { name: 'air' }));
    await user.click(await screen.findByRole('checkbox', { name: 'temperature' }));
    expect(await screen.findByText(/^2 series · 2 rows/)).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'room' }));
    await user.click(await screen.findByRole('checkbox', { name: 'b' }));
    expect(await screen.findByText(/^1 series · 1 row ·/)).toBeVisible();
    expect(await text()).toHaveTextContent('filter(fn: (r) => r.room == "b")');
    expect(here()).toContain('bucket=airsensors&m=air&f=temperature&t=room%3Db');
  });

  test('an empty range says so', async () => {
    await renderRoute(page(`${picked}&range=2001-01-01..2001-01-02`), live);
    expect(await screen.findByText('No data in this range')).toBeVisible();
  });
});

describe('the result', () => {
  test('the legend has last, min, max and mean of every series', async () => {
    await renderRoute(page(`${picked}&fn=none`), live);
    const legend = await screen.findByRole('region', { name: 'Legend' });
    const [, first] = within(legend).getAllByRole('row');
    expect(first).toHaveTextContent(/a.*20\.5.*20\.5.*20\.5.*20\.5/);
  });

  test('the table keeps every digit of integers and nanoseconds', async () => {
    await renderRoute(page('?bucket=airsensors&m=air&f=count&fn=none&view=table'), live);
    const table = await screen.findByRole('table', { name: 'air' });
    expect(within(table).getByText('9007199254740993')).toBeVisible();
    expect(within(table).getByText(/\.\d{6}999Z$/)).toBeVisible();
  });

  test('the server’s error is shown in its words', async () => {
    const query = encodeURIComponent('from(bucket: "airsensors") |> nonsense()');
    const { user } = await renderRoute(page(`?q=${query}`), live);
    await user.click(await screen.findByRole('button', { name: 'Run' }));
    expect(await screen.findByText(/undefined identifier nonsense/)).toBeVisible();
  });

  test('a query in the address that was written by hand waits for Run', async () => {
    const query = encodeURIComponent('from(bucket: "airsensors") |> range(start: -1h)');
    const { user, gateway } = await renderRoute(page(`?q=${query}`), live);
    expect(await screen.findByText('Not run yet')).toBeVisible();
    expect(gateway.asked).not.toContain('POST /api/v2/query');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText(/^3 series · 3 rows/)).toBeVisible();
  });

  test('a cancelled query says cancelled, and reaches the server as an abort', async () => {
    const aborted: boolean[] = [];
    const { user } = await renderRoute(page(picked), {
      ...live,
      intercept: (request) => {
        if (!request.url.endsWith('/api/v2/query') && !request.url.includes('/api/v2/query?'))
          return;
        return request
          .clone()
          .text()
          .then(
            (body) =>
              new Promise<Response>((resolve, reject) => {
                if (!body.includes('windowPeriod')) resolve(new Response('\r\n'));
                request.signal.addEventListener('abort', () => {
                  aborted.push(true);
                  reject(new DOMException('aborted', 'AbortError'));
                });
              }),
          );
      },
    });
    const [cancel] = await screen.findAllByRole('button', { name: 'Cancel' });
    await user.click(cancel!);
    expect(await screen.findByText(/The query was cancelled before any row came/)).toBeVisible();
    expect(aborted).toEqual([true]);
  });
});

test('what has come of a slow answer is drawn as incomplete until the rest is there', async () => {
  const realNow = performance.now.bind(performance);
  let later = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => realNow() + later);
  onTestFinished(() => clock.mockRestore());
  const gate = { open: () => undefined as void };
  const opened = new Promise<void>((resolve) => (gate.open = resolve));
  const { user } = await renderRoute(page(`?q=${encodeURIComponent('from(bucket: "slow")')}`), {
    ...live,
    intercept: (request) => {
      if (!request.url.includes('/api/v2/query?')) return;
      later = 300;
      return new Response(
        new ReadableStream({
          async start(controller) {
            const send = (text: string) => controller.enqueue(new TextEncoder().encode(text));
            send(head + row('a', 1));
            await opened;
            send(row('b', 2));
            controller.close();
          },
        }),
        { headers: { 'content-type': 'text/csv' } },
      );
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Run' }));
  const legend = await screen.findByRole('region', { name: 'Legend' });
  expect(screen.getByText('Incomplete')).toBeVisible();
  expect(within(legend).getAllByRole('row')).toHaveLength(1 + 1);
  gate.open();
  expect(await screen.findByText(/^2 series · 2 rows/)).toBeVisible();
  expect(screen.queryByText('Incomplete')).toBeNull();
  expect(within(legend).getAllByRole('row')).toHaveLength(1 + 2);
});

const head =
  '#datatype,string,long,dateTime:RFC3339,double,string\r\n#group,false,false,false,false,true\r\n' +
  '#default,_result,,,,\r\n,result,table,_time,_value,room\r\n';
const row = (room: string, table: number) =>
  `,,${table},${new Date(Date.now() - 60_000).toISOString()},${table},${room}\r\n`;

test('a v1 user explores a database by InfluxQL', async () => {
  const { user } = await renderRoute('/servers/demo/databases/ts-bucket/explorer', {
    now: Date.now,
    prepare: fill('ts-bucket'),
    as: { kind: 'v1', ...V1_USER },
  });
  await user.click(await screen.findByRole('checkbox', { name: 'air' }));
  await user.click(await screen.findByRole('checkbox', { name: 'temperature' }));
  expect(await screen.findByText(/^2 series · 2 rows/)).toBeVisible();
  expect(await screen.findByRole('textbox', { name: 'InfluxQL query' })).toHaveTextContent(
    'SELECT mean("temperature") AS "temperature"',
  );
});

test('choosing a range asks again', async () => {
  const { user, here } = await renderRoute(page(picked), live);
  await screen.findByText(/^2 series/);
  await user.click(screen.getByRole('button', { name: 'Time range: Past hour' }));
  await user.click(await screen.findByRole('button', { name: 'Past 24 hours' }));
  await waitFor(() => expect(here()).toContain('range=24h'));
  await user.click(screen.getByRole('button', { name: 'Time range: Past 24 hours' }));
  fireEvent.change(await screen.findByLabelText('Or the past'), { target: { value: '45m' } });
  await user.click(screen.getByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(here()).toContain('range=45m'));
  expect(await screen.findByText(/^2 series/)).toBeVisible();
});

test('Run asks again over fixed times', async () => {
  const day = 86_400_000;
  const [from, to] = [-day, day].map((ms) => new Date(Date.now() + ms).toISOString().slice(0, 10));
  const { user, demo } = await renderRoute(page(`${picked}&range=${from}..${to}`), live);
  expect(await screen.findByText(/^2 series · 2 rows/)).toBeVisible();
  const bucket = [...demo.state.buckets.values()].find(({ name }) => name === 'airsensors')!;
  const ns = BigInt(Date.now()) * 1_000_000n;
  demo.state.storage.write(bucket.id, parseLines('air,room=c temperature=1').points, ns);
  await user.click(screen.getByRole('button', { name: 'Run' }));
  expect(await screen.findByText(/^3 series · 3 rows/)).toBeVisible();
});
