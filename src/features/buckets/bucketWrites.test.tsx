import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { BucketRecord } from '@/demo/state';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function named(demo: TestDemo, name: string): BucketRecord | undefined {
  return [...demo.state.buckets.values()].find((bucket) => bucket.name === name);
}

function page(name: string, below = '') {
  return (demo: TestDemo) => {
    const { orgID, id } = named(demo, name)!;
    return `/servers/demo/orgs/${orgID}/buckets/${id}${below}`;
  };
}

const newBucket = (demo: TestDemo) =>
  `/servers/demo/orgs/${named(demo, 'airsensors')!.orgID}/buckets/new`;

async function typeInto(
  user: Awaited<ReturnType<typeof renderRoute>>['user'],
  label: string,
  text: string,
) {
  const input = await screen.findByRole('textbox', { name: label });
  await user.clear(input);
  await user.click(input);
  await user.paste(text);
  return input;
}

test('a bucket is created with a free retention, and the call is shown before and after', async () => {
  const { user, here, demo } = await renderRoute(newBucket);
  await typeInto(user, 'Name', 'energy');
  await typeInto(user, 'Retention', '4w2d');
  expect(screen.getByText('= 720 h')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show the API call' }));
  expect(await screen.findByRole('region', { name: 'API call' })).toHaveTextContent(
    '"name":"energy","retentionRules":[{"type":"expire","everySeconds":2592000}]',
  );
  await user.click(screen.getByRole('button', { name: 'Create bucket' }));
  await screen.findByRole('heading', { name: 'energy', level: 1 });
  expect(named(demo, 'energy')).toMatchObject({ everySeconds: 2_592_000, shardSeconds: 86_400 });
  expect(here()).toContain(named(demo, 'energy')!.id);
  await user.click(screen.getByRole('button', { name: 'Show the API call that ran' }));
  expect(await screen.findByRole('region', { name: 'API call' })).toHaveTextContent(
    '"name":"energy"',
  );
});

test('a refused form keeps what was typed and shows the words of the server', async () => {
  const { user, gateway } = await renderRoute(newBucket);
  gateway.intercept = ({ method, url }) =>
    method === 'POST' && url.endsWith('/api/v2/buckets')
      ? Response.json(
          { code: 'conflict', message: 'bucket with name energy already exists' },
          { status: 422 },
        )
      : undefined;
  const name = await typeInto(user, 'Name', 'energy');
  const retention = await typeInto(user, 'Retention', '36h');
  await user.click(screen.getByRole('button', { name: 'Create bucket' }));
  expect(await screen.findByText('bucket with name energy already exists')).toBeVisible();
  expect(name).toHaveValue('energy');
  expect(retention).toHaveValue('36h');
});

test('names are looked at before anything is sent', async () => {
  const { user, gateway } = await renderRoute(newBucket);
  await typeInto(user, 'Name', 'ts-bucket');
  await user.click(screen.getByRole('button', { name: 'Create bucket' }));
  expect(await screen.findByText('A bucket with name ts-bucket already exists')).toBeVisible();
  await typeInto(user, 'Name', '_mine');
  await user.click(screen.getByRole('button', { name: 'Create bucket' }));
  expect(await screen.findByText('Buckets may not start with underscore')).toBeVisible();
  expect(gateway.asked).not.toContain('POST /api/v2/buckets');
});

test('shrinking sends retention and shard duration together, and warns before', async () => {
  const { user, demo } = await renderRoute(page('ts-bucket', '/edit'));
  await typeInto(user, 'Retention', '1d');
  expect(screen.getByText('Older points will be deleted')).toBeVisible();
  expect(screen.getByText('does not fit: becomes 1h')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'ts-bucket', level: 1 });
  expect(named(demo, 'ts-bucket')).toMatchObject({ everySeconds: 86_400, shardSeconds: 3600 });
});

test('renaming and retention go out one after the other; what is left is sent again after a refusal', async () => {
  const { user, demo, gateway } = await renderRoute(page('ts-bucket', '/edit'));
  const bodies: string[] = [];
  gateway.intercept = async (request) => {
    if (request.method !== 'PATCH') return undefined as unknown as Response;
    const body = await request.clone().text();
    bodies.push(body);
    return body.includes('retentionRules') && bodies.length === 2
      ? Response.json({ code: 'internal error', message: 'engine is busy' }, { status: 500 })
      : (undefined as unknown as Response);
  };
  await typeInto(user, 'Name', 'renamed');
  await typeInto(user, 'Retention', '30d');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('engine is busy')).toBeVisible();
  expect(named(demo, 'renamed')).toMatchObject({ everySeconds: 0 });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'renamed', level: 1 });
  const rule = '{"type":"expire","everySeconds":2592000,"shardGroupDurationSeconds":604800}';
  expect(bodies).toEqual([
    '{"name":"renamed"}',
    `{"retentionRules":[${rule}]}`,
    `{"retentionRules":[${rule}]}`,
  ]);
});

test('a system bucket keeps its name and is never deleted', async () => {
  const { gateway } = await renderRoute(page('_tasks'));
  expect(await screen.findByText(/Headgate never sends that/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Delete bucket' })).not.toBeInTheDocument();
  expect(gateway.asked.some((call) => call.startsWith('DELETE'))).toBe(false);
});

test('deleting names what goes and waits for the typed name', async () => {
  const { user, here, demo, gateway } = await renderRoute(page('airsensors'));
  const { id } = named(demo, 'airsensors')!;
  await user.click(await screen.findByRole('button', { name: 'Delete bucket' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/3 tokens name it and stay/)).toBeVisible();
  expect(await within(dialog).findByText(/1.x clients lose the database airsensors/)).toBeVisible();
  const confirm = within(dialog).getByRole('button', { name: 'Delete bucket and data' });
  expect(confirm).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), 'airsensors');
  await user.click(confirm);
  await waitFor(() => expect(here()).toMatch(/\/buckets$/));
  expect(demo.state.buckets.has(id)).toBe(false);
  await waitFor(() =>
    expect(screen.queryByRole('link', { name: 'airsensors' })).not.toBeInTheDocument(),
  );
  // Nothing asks for the bucket after it is gone.
  const deleted = gateway.asked.indexOf(`DELETE /api/v2/buckets/${id}`);
  expect(gateway.asked.slice(deleted + 1)).not.toContain(`GET /api/v2/buckets/${id}`);
});

test('a save that took two requests shows both', async () => {
  const { user } = await renderRoute(page('ts-bucket', '/edit'));
  await typeInto(user, 'Name', 'renamed');
  await typeInto(user, 'Retention', '30d');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'renamed', level: 1 });
  expect(screen.getByText('Name and description saved · Retention saved')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show the API calls that ran' }));
  const calls = await screen.findByRole('region', { name: 'API call' });
  expect(calls).toHaveTextContent('"name":"renamed"');
  expect(calls).toHaveTextContent('"everySeconds":2592000');
});

test('the call is not shown while a value is wrong', async () => {
  const { user } = await renderRoute(newBucket);
  await typeInto(user, 'Name', '_mine');
  await user.click(screen.getByRole('button', { name: 'Show the API call' }));
  const why = await screen.findByText(/while a value above is missing or wrong/);
  await waitFor(() => expect(why).toBeVisible());
});

test('a bucket that is gone says so, with a way on', async () => {
  await renderRoute((demo) => page('ts-bucket')(demo).replace(/[0-9a-f]{16}$/, '0123456789abcdef'));
  expect(await screen.findByRole('heading', { name: 'No such bucket' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'To the buckets' })).toBeVisible();
});
