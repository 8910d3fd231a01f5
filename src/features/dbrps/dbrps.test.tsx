import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { DbrpRecord } from '@/demo/state';
import { createBucket } from '@/demo/store/buckets';
import { addDbrp } from '@/demo/store/dbrpChanges';
import type { TestDemo } from '@/demo/testing';
import { SENSOR_TOKEN } from '@/demo/seed/credentials';
import { renderRoute } from '@/test/renderRoute';

function bucketOf({ state }: TestDemo, name: string) {
  return [...state.buckets.values()].find((bucket) => bucket.name === name)!;
}

const list = (demo: TestDemo) => `/servers/demo/orgs/${bucketOf(demo, 'airsensors').orgID}/dbrps`;

/** In `iot`; ids grow with their number. */
function addMapping(
  demo: TestDemo,
  number: number,
  names: string,
  bucket: string,
  isDefault = false,
) {
  const [database = '', retention_policy = ''] = names.split('/');
  const { id: bucketID, orgID } = bucketOf(demo, bucket);
  const id = `00000000000000d${number}`;
  const record: DbrpRecord = { id, database, retention_policy, virtual: false, orgID, bucketID };
  addDbrp(demo.state, record, isDefault);
  return id;
}

function stored({ state }: TestDemo): DbrpRecord[] {
  return [...state.dbrps.values()];
}

async function rowOf(name: string) {
  return (await screen.findByRole('link', { name })).closest('tr')!;
}

test('stored and computed mappings are told apart, system buckets last, and each says what it lacks', async () => {
  await renderRoute(list, {
    prepare: (demo) => {
      addMapping(demo, 1, 'plant/raw', 'airsensors');
      addMapping(demo, 2, 'ts-bucket/mapped', 'airsensors');
      const { orgID } = bucketOf(demo, 'airsensors');
      createBucket(demo.state, { orgID, name: 'only/raw', everySeconds: 0 });
    },
  });
  const plant = await rowOf('plant');
  expect(within(plant).getByText('stored')).toBeVisible();
  expect(within(plant).getByText('default')).toBeVisible();
  expect(within(await rowOf('only')).getByText('needs rp: no default')).toBeVisible();
  const ownName = screen
    .getAllByRole('row')
    .find(({ textContent }) => textContent.startsWith('ts-bucketautogen'));
  expect(ownName).toHaveTextContent('a stored mapping is the default');
  const rows = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(rows.slice(-3)).toEqual([
    'System buckets: kept by InfluxDB itself',
    '_monitoring',
    '_tasks',
  ]);
});

test('a computed mapping is neither edited nor deleted', async () => {
  const { user, gateway } = await renderRoute(list);
  await user.click(await screen.findByRole('button', { name: 'Actions for airsensors/autogen' }));
  expect(await screen.findByRole('menuitem', { name: /^Edit/ })).toBeDisabled();
  expect(screen.getByRole('menuitem', { name: /^Delete/ })).toBeDisabled();
  await user.keyboard('{Escape}');
  await user.click(screen.getAllByRole('link', { name: 'airsensors' })[0]!);
  expect(await screen.findByText(/The server computes this mapping/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(gateway.asked.filter((call) => /^(PATCH|DELETE)/.test(call))).toEqual([]);
});

test('the tester says where a write and a query end, or why not', async () => {
  const { user, here } = await renderRoute(list);
  const database = await screen.findByRole('combobox', { name: 'Database' });
  await user.type(database, 'ts-bucket');
  await user.keyboard('{Escape}');
  const outcome = screen.getByRole('status', { name: 'Where it lands' });
  expect(outcome).toHaveTextContent(
    'POST /write?db=ts-bucket lands in bucket ts-bucket, by its name',
  );
  await user.type(screen.getByRole('combobox', { name: 'Retention policy' }), 'raw');
  expect(outcome).toHaveTextContent('404 no dbrp mapping found');
  expect(outcome).toHaveTextContent('retention policy not found: raw');
  expect(here()).toContain('?db=ts-bucket&rp=raw');
});

test('a database that leads nowhere is mapped from the tester, under that name', async () => {
  const { user } = await renderRoute((demo) => `${list(demo)}?db=plcdata`);
  await user.click(await screen.findByRole('link', { name: 'Map plcdata to a bucket' }));
  expect(await screen.findByLabelText('Database')).toHaveValue('plcdata');
});

test('for a credential only the mappings count that it reaches', async () => {
  const { user } = await renderRoute((demo) => `${list(demo)}?db=airsensors`);
  const outcome = await screen.findByRole('status', { name: 'Where it lands' });
  expect(outcome).toHaveTextContent('lands in bucket airsensors');
  await user.click(screen.getByRole('combobox', { name: 'Asked by' }));
  await user.click(await screen.findByRole('option', { name: 'influxv1' }));
  expect(outcome).toHaveTextContent('no dbrp mapping found');
  expect(outcome).toHaveTextContent('database not found: airsensors');
});

const newMapping = (bucket: string) => (demo: TestDemo) =>
  `${list(demo)}/new?bucket=${bucketOf(demo, bucket).id}`;

test('a bucket is mapped in one click: the names are filled in', async () => {
  const { user, here, demo } = await renderRoute(newMapping('airsensors'));
  expect(await screen.findByRole('textbox', { name: 'Database' })).toHaveValue('airsensors');
  expect(screen.getByRole('textbox', { name: 'Retention policy' })).toHaveValue('autogen');
  expect(screen.getByRole('checkbox')).toBeChecked();
  expect(screen.getByRole('note')).toHaveTextContent('Nothing: requests for airsensors end');
  await user.click(screen.getByRole('button', { name: 'Create mapping' }));
  expect(await screen.findByRole('heading', { name: 'airsensors/autogen' })).toBeVisible();
  const [record] = stored(demo);
  expect(record).toMatchObject({ database: 'airsensors', retention_policy: 'autogen' });
  expect(here()).toContain(record!.id);
  expect(screen.getByRole('button', { name: 'Show the API call that ran' })).toBeVisible();
});

test('what a mapping takes over is shown before it is made', async () => {
  const { user, demo } = await renderRoute(newMapping('airsensors'));
  const database = await screen.findByRole('textbox', { name: 'Database' });
  await user.clear(database);
  await user.type(database, 'ts-bucket');
  const policy = screen.getByRole('textbox', { name: 'Retention policy' });
  await user.clear(policy);
  await user.type(policy, 'raw');
  await user.click(screen.getByRole('checkbox'));
  const note = screen.getByRole('note');
  expect(note).toHaveTextContent(
    'db=ts-bucket without rp leads to airsensors, no longer to ts-bucket',
  );
  expect(note).toHaveTextContent(
    'raw is the default of ts-bucket: the first stored mapping always is',
  );
  await user.click(screen.getByRole('button', { name: 'Create mapping' }));
  await screen.findByRole('heading', { name: 'ts-bucket/raw' });
  const [record] = stored(demo);
  expect([...demo.state.dbrpDefaults.values()]).toEqual([record!.id]);
});

test('names are looked at before anything is sent', async () => {
  const { user, gateway } = await renderRoute(newMapping('airsensors'), {
    prepare: (demo) => void addMapping(demo, 1, 'plant/raw', 'ts-bucket'),
  });
  const database = await screen.findByRole('textbox', { name: 'Database' });
  const policy = screen.getByRole('textbox', { name: 'Retention policy' });
  await user.clear(database);
  await user.type(database, 'a/b');
  await user.click(screen.getByRole('button', { name: 'Create mapping' }));
  expect(await screen.findByText('A database holds no slash and no backslash')).toBeVisible();
  await user.clear(database);
  await user.type(database, 'plant');
  await user.clear(policy);
  await user.type(policy, 'raw');
  await user.click(screen.getByRole('button', { name: 'Create mapping' }));
  expect(await screen.findByText('plant/raw is mapped already, to ts-bucket')).toBeVisible();
  expect(gateway.asked).not.toContain('POST /api/v2/dbrps');
});

test('a conflict that came meanwhile is shown in the words of the server, and what was typed stays', async () => {
  const { user, demo } = await renderRoute(newMapping('airsensors'));
  await screen.findByRole('textbox', { name: 'Database' });
  addMapping(demo, 1, 'airsensors/autogen', 'ts-bucket');
  await user.click(screen.getByRole('button', { name: 'Create mapping' }));
  expect(
    await screen.findByText('another DBRP mapping with same orgID, db, and rp exists'),
  ).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Database' })).toHaveValue('airsensors');
});

test('giving the default up passes it on, as was said before', async () => {
  const { user, demo } = await renderRoute((d) => `${list(d)}/00000000000000d1`, {
    prepare: (d) => {
      addMapping(d, 1, 'plant/raw', 'airsensors');
      addMapping(d, 2, 'plant/daily', 'ts-bucket');
    },
  });
  await user.click(await screen.findByRole('checkbox'));
  const note = screen.getByRole('note');
  expect(note).toHaveTextContent('db=plant without rp leads to ts-bucket, no longer to airsensors');
  expect(note).toHaveTextContent('The default of plant moves from raw to daily.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect([...demo.state.dbrpDefaults.values()]).toEqual(['00000000000000d2']));
});

test('the only stored mapping stays the default, which is said', async () => {
  const { user } = await renderRoute((d) => `${list(d)}/00000000000000d1`, {
    prepare: (d) => void addMapping(d, 1, 'plant/raw', 'airsensors'),
  });
  await user.click(await screen.findByRole('checkbox'));
  expect(screen.getByRole('note')).toHaveTextContent('It stays the default: plant has no other');
});

test('a delete names the databases and v1 users it hits, and waits for the typed name', async () => {
  const { user, demo, here } = await renderRoute((d) => `${list(d)}/00000000000000d1`, {
    prepare: (d) => void addMapping(d, 1, 'plant/raw', 'ts-bucket'),
  });
  await user.click(await screen.findByRole('button', { name: 'Delete mapping' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('note')).toHaveTextContent(
    'db=plant without rp is found no more; it led to ts-bucket',
  );
  expect(await within(dialog).findByText('1 v1 user may come this way: influxv1.')).toBeVisible();
  const confirm = within(dialog).getByRole('button', { name: 'Delete mapping' });
  expect(confirm).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), 'plant/raw');
  await user.click(confirm);
  await waitFor(() => expect(here()).toMatch(/\/dbrps$/));
  expect(stored(demo)).toEqual([]);
});

test('a restricted credential is told that it sees a part', async () => {
  await renderRoute((demo) => `${list(demo)}?db=airsensors`, {
    as: { kind: 'token', token: SENSOR_TOKEN },
  });
  expect(await screen.findByText(/You see only the mappings of buckets/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'ts-bucket' })).toBeNull();
});

test('a mapping that is gone says so', async () => {
  await renderRoute((demo) => `${list(demo)}/0123456789abcdef`);
  expect(await screen.findByRole('heading', { name: 'No such mapping' })).toBeVisible();
});
