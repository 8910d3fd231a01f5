import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { SENSOR_TOKEN, V1_USER } from '@/demo/seed/credentials';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function iot({ state }: TestDemo): string {
  return [...state.orgs.values()].find(({ name }) => name === 'iot')!.id;
}

const page = (bucket: string) => (demo: TestDemo) =>
  `/servers/demo/orgs/${iot(demo)}/write?bucket=${bucket}`;

function pointsIn({ state }: TestDemo, bucketName: string): number {
  const bucket = [...state.buckets.values()].find(({ name }) => name === bucketName)!;
  const all = { start: -(2n ** 62n), stop: 2n ** 62n };
  return [...state.storage.read(bucket.id, all)].reduce((sum, { times }) => sum + times.length, 0);
}

async function type(text: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText('Line protocol'), { target: { value: text } });
}

describe('writing to a bucket', () => {
  test('the two sample lines are one click away, and are stored', async () => {
    const { user, demo } = await renderRoute(page('airsensors'));
    await user.click(await screen.findByRole('button', { name: 'Insert two sample lines' }));
    expect(screen.getByText(/^2 points · 6 field values · measurement airSensors/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Write to airsensors' }));
    expect(await screen.findByText('2 points were stored')).toBeVisible();
    expect(pointsIn(demo, 'airsensors')).toBe(6);
    expect(screen.getByRole('link', { name: 'Explore airsensors' })).toHaveAttribute(
      'href',
      expect.stringMatching(/explorer\?bucket=airsensors&m=airSensors&f=temperature&range=15m$/),
    );
  });

  test('what was sent stands in the activity, a refusal too', async () => {
    const { user } = await renderRoute(page('airsensors'));
    await type('m v=1');
    await user.click(screen.getByRole('button', { name: 'Write to airsensors' }));
    await screen.findByText('One point was stored');
    await type('m v=2\nm v="text"');
    await user.click(screen.getByRole('button', { name: 'Write to airsensors' }));
    await screen.findByText('Only a part was stored');
    const entries = JSON.parse(localStorage.getItem('headgate.activity') ?? '[]') as unknown[];
    expect(entries).toMatchObject([
      { action: 'Points written', outcome: 'done', calls: [{ body: 'm v=1' }] },
      { action: 'Points written', outcome: 'in part' },
    ]);
  });

  test('Windows line ends are converted, and it is said', async () => {
    const { user, demo } = await renderRoute(page('airsensors'));
    await type('m v=1\r\nm,a=b v=2\r\n');
    await user.click(screen.getByRole('button', { name: 'Write to airsensors' }));
    expect(await screen.findByText('2 points were stored')).toBeVisible();
    expect(pointsIn(demo, 'airsensors')).toBe(2);
  });

  test('a bad line is named before sending; sent all the same, the server’s words are shown', async () => {
    const { user, demo } = await renderRoute(page('airsensors'));
    await type('m v=1\nm v=abc\n');
    expect(await screen.findByRole('button', { name: 'Line 2' })).toBeVisible();
    expect(screen.getByText(/invalid boolean/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Write to airsensors' }));
    expect(await screen.findByText("unable to parse 'm v=abc': invalid boolean")).toBeVisible();
    expect(screen.getByLabelText('Line protocol')).toHaveValue('m v=1\nm v=abc\n');
    expect(pointsIn(demo, 'airsensors')).toBe(0);
  });

  test('a partial write says what was dropped', async () => {
    const { user, demo } = await renderRoute(page('airsensors'));
    await type('m v=1\nm v="text"\nm,a=b v=2\n');
    await user.click(screen.getByRole('button', { name: 'Write to airsensors' }));
    expect(await screen.findByText('Only a part was stored')).toBeVisible();
    expect(screen.getByText(/field type conflict: input field "v"/)).toBeVisible();
    expect(pointsIn(demo, 'airsensors')).toBe(2);
  });

  test('a bucket that the token may not write is refused in the server’s words', async () => {
    const { user } = await renderRoute(page('ts-bucket'), {
      as: { kind: 'token', token: SENSOR_TOKEN },
    });
    await type('m v=1');
    await user.click(screen.getByRole('button', { name: 'Write to ts-bucket' }));
    expect(
      await screen.findByText(/bucket "ts-bucket" not found|insufficient permissions/),
    ).toBeVisible();
    expect(screen.getByLabelText('Line protocol')).toHaveValue('m v=1');
  });

  test('the call can be shown as it is sent, without a secret', async () => {
    const { user } = await renderRoute(page('airsensors'));
    await type('m v=1');
    await user.click(screen.getByRole('button', { name: 'Show the API call' }));
    const code = await screen.findByText(/curl/, { selector: 'code, pre, code *' });
    expect(code).toHaveTextContent('/api/v2/write?org=');
    expect(code).toHaveTextContent('m v=1');
    expect(document.body).not.toHaveTextContent('demo-operator-token');
  });
});

test('a v1 user writes by the 1.x path', async () => {
  const { user, demo, gateway } = await renderRoute('/servers/demo/databases/ts-bucket/write', {
    as: { kind: 'v1', ...V1_USER },
  });
  await type('m v=1 1700000000');
  await user.click(screen.getByRole('radio', { name: 's' }));
  await user.click(screen.getByRole('button', { name: 'Write to ts-bucket' }));
  expect(await screen.findByText('One point was stored')).toBeVisible();
  expect(gateway.asked).toContain('POST /write');
  expect(pointsIn(demo, 'ts-bucket')).toBe(1);
});
