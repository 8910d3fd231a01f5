import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ALL_ACCESS_TOKEN } from '@/demo/seed/credentials';
import { createToken } from '@/demo/store/authorizations';
import { createUser } from '@/demo/store/users';
import type { TestDemo } from '@/demo/testing';
import { permissionText } from '@/lib/permissions';
import { renderRoute } from '@/test/renderRoute';

const bucketIn = (demo: TestDemo, name: string) =>
  [...demo.state.buckets.values()].find((bucket) => bucket.name === name)!;
const iot = (demo: TestDemo) => bucketIn(demo, 'airsensors').orgID;
const heldBy = (demo: TestDemo, description: string) =>
  [...demo.state.tokens.values()]
    .find((each) => each.description === description)
    ?.permissions.map(permissionText);

const page =
  (query: (demo: TestDemo) => Record<string, string> = () => ({})) =>
  (demo: TestDemo) =>
    `/servers/demo/tokens/new?${new URLSearchParams({ org: iot(demo), ...query(demo) }).toString()}`;

/** By their labels: looking for roles among so many boxes takes its time. */
const box = (name: string) => screen.getByLabelText(name);
const outlook = () => screen.getByLabelText('What it will do');
const ready = () => screen.findByLabelText('Permissions');
const allAccess = { as: { kind: 'token' as const, token: ALL_ACCESS_TOKEN } };

test('a link for a bucket starts with reading and writing it, and creates exactly that', async () => {
  const { user, demo, here } = await renderRoute(
    page((content) => ({ bucket: bucketIn(content, 'airsensors').id })),
  );
  await ready();
  expect(box('read bucket airsensors')).toBeChecked();
  expect(box('write bucket airsensors')).toBeChecked();
  expect(within(outlook()).getByText('read/write')).toBeVisible();
  expect(outlook()).toHaveTextContent(/Reads and writes .*airsensors/);
  expect(outlook()).toHaveTextContent('May also rename and delete this bucket');
  await user.click(screen.getByText('Create token'));

  const secret = await screen.findByLabelText<HTMLInputElement>('Secret');
  const { id, orgID } = bucketIn(demo, 'airsensors');
  expect(heldBy(demo, 'Reads and writes airsensors')).toEqual([
    `read:orgs/${orgID}/buckets/${id}`,
    `write:orgs/${orgID}/buckets/${id}`,
  ]);
  expect(secret.value).toMatch(/^[\w-]{86}==$/);
  expect(await screen.findByText(/keeps only a hash of it/)).toBeVisible();
  expect(here()).not.toContain(secret.value);
  const kept = JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
  expect(kept).not.toContain(secret.value);

  const done = screen.getByText('Go to the token').closest('button')!;
  expect(done).toBeDisabled();
  await user.click(within(screen.getByLabelText('Screens')).getByText('Tokens'));
  expect(await screen.findByText('Leave without the secret?')).toBeVisible();
  await user.click(screen.getByText('Stay'));
  await user.click(screen.getByLabelText('I have stored it'));
  await user.click(done);
  await waitFor(() => expect(here()).toMatch(/\/tokens\/[0-9a-f]{16}$/));
});

test('presets replace what is ticked, keep the selected buckets, and say their class', async () => {
  const { user } = await renderRoute(
    page((content) => ({ bucket: bucketIn(content, 'ts-bucket').id })),
  );
  await ready();
  await user.click(screen.getByText('Telegraf writer'));
  expect(within(outlook()).getByText('write-only')).toBeVisible();
  expect(box('read bucket ts-bucket')).not.toBeChecked();
  await user.click(screen.getByText('Grafana reader'));
  expect(within(outlook()).getByText('read-only')).toBeVisible();
  await user.click(screen.getByText('All access'));
  expect(within(outlook()).getByText('all-access')).toBeVisible();
  expect(outlook()).toHaveTextContent('43 permissions');
  expect(box('read data')).toBeChecked();
  expect(box('write access')).toBePartiallyChecked();
  await user.click(screen.getByText('Operator'));
  expect(outlook()).toHaveTextContent('44 permissions');
  expect(screen.getByText('Every org means every org')).toBeVisible();
  await user.click(screen.getByLabelText('Allow every org'));
  expect(within(outlook()).queryByText('operator')).toBeNull();
  expect(screen.queryByText('Every org means every org')).toBeNull();
});

test('the table is used by keys alone: arrows, Space, Shift+Space, r and w, Home and End', async () => {
  const { user } = await renderRoute(page(() => ({ preset: 'blank' })));
  await ready();
  const table = screen.getByLabelText('Permissions');
  expect(table.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  box('read tasks in iot').focus();
  await user.keyboard(' ');
  expect(box('read tasks in iot')).toBeChecked();
  expect(box('read automation')).toBePartiallyChecked();
  await user.keyboard('{ArrowDown}');
  expect(box('read checks in iot')).toHaveFocus();
  await user.keyboard('{Shift>} {/Shift}');
  expect(box('read checks in iot')).toBeChecked();
  expect(box('write checks in iot')).toBeChecked();
  await user.keyboard('{End}');
  expect(box('write checks in iot')).toHaveFocus();
  await user.keyboard('{Home}');
  expect(screen.getByLabelText('Scope of checks: all in iot')).toHaveFocus();
  expect(table.querySelectorAll('[tabindex="0"]')).toHaveLength(1);

  await user.keyboard('r');
  expect(outlook()).toHaveTextContent('23 permissions');
  expect(screen.getByText('Every type shown: read ticked')).toBeInTheDocument();
  await user.keyboard('r');
  expect(outlook()).toHaveTextContent('1 permission');
  await user.keyboard('{Control>}{Home}{/Control}{ArrowRight} ');
  expect(box('write every type shown')).toHaveFocus();
  expect(box('write every type shown')).toBeChecked();
  await user.keyboard('w');
  expect(outlook()).toHaveTextContent('Nothing yet: tick what it needs.');

  await user.type(screen.getByLabelText('Search types'), 'notif');
  box('read notification rules in iot').focus();
  await user.keyboard('w');
  expect(outlook()).toHaveTextContent('2 permissions');
});

test('resources of a type are found by name, picked, and taken out again', async () => {
  const { user } = await renderRoute(page(() => ({ preset: 'telegraf-writer' })));
  await ready();
  expect(screen.getByText('Grants nothing until a bucket is chosen')).toBeVisible();
  expect(outlook()).toHaveTextContent('Nothing yet: choose buckets.');
  await user.click(screen.getByText('Choose buckets'));
  await user.type(await screen.findByLabelText('Find buckets'), 'ts-');
  await user.click(await screen.findByRole('option', { name: 'ts-bucket' }));
  expect(box('write bucket ts-bucket')).toBeChecked();
  expect(box('read bucket ts-bucket')).not.toBeChecked();
  await user.keyboard('{Escape}');
  expect(screen.getByText('Add or remove').closest('button')).toHaveFocus();
  await user.click(screen.getByLabelText('Remove bucket ts-bucket'));
  expect(screen.queryByLabelText('write bucket ts-bucket')).toBeNull();
});

test('what the caller does not hold is disabled with the reason; a refusal keeps everything', async () => {
  const { user, demo } = await renderRoute(
    page(() => ({ preset: 'blank', grant: 'read:buckets' })),
    allAccess,
  );
  await ready();
  expect(box('write selected orgs')).toHaveAttribute('aria-disabled', 'true');
  expect(box('write selected orgs')).toHaveAccessibleDescription(
    /You cannot grant write org “iot”/,
  );
  await user.click(box('write selected orgs'));
  expect(box('write selected orgs')).not.toBeChecked();
  expect(within(outlook()).getByText('The server will refuse this')).toBeVisible();

  await user.type(screen.getByLabelText('Description'), 'typed with care');
  await user.click(screen.getByText('Create token'));
  expect(await screen.findByText(/permission read:buckets is not allowed/)).toBeVisible();
  expect(heldBy(demo, 'typed with care')).toBeUndefined();
  expect(screen.getByLabelText('Description')).toHaveValue('typed with care');
  await user.click(screen.getByLabelText('Allow every org'));
  expect(screen.queryByText(/permission read:buckets is not allowed/)).toBeNull();
  await user.click(screen.getByText('Create token'));
  await screen.findByText('Token created');
  expect(heldBy(demo, 'typed with care')).toEqual([`read:orgs/${iot(demo)}/buckets`]);
});

test('a token is made like another one', async () => {
  const { user, demo } = await renderRoute(
    page((content) => ({
      like: [...content.state.tokens.values()].find(
        ({ description }) => description === 'airsensors: read and write',
      )!.id,
    })),
  );
  await ready();
  expect(screen.getByLabelText('Description')).toHaveValue('airsensors: read and write (copy)');
  await user.click(screen.getByText('Create token'));
  await screen.findByText('Token created');
  expect(heldBy(demo, 'airsensors: read and write (copy)')).toEqual(
    heldBy(demo, 'airsensors: read and write'),
  );
});

test('presets of one’s own are saved for any org, used, renamed, imported and deleted', async () => {
  const { user } = await renderRoute(page(() => ({ preset: 'task-runner' })));
  await ready();
  await user.click(screen.getByText('Save as preset'));
  await user.type(await screen.findByLabelText('Name'), 'My tasks');
  await user.click(screen.getByText('Save'));
  await user.click(screen.getByText('Blank'));
  await user.click(await screen.findByText('My tasks'));
  expect(outlook()).toHaveTextContent('2 permissions');
  expect(localStorage.getItem('headgate.tokenPresets')).toContain('"orgID":"$org"');

  await user.click(screen.getByLabelText('Actions for preset My tasks'));
  await user.click(await screen.findByText('Rename'));
  const name = await screen.findByLabelText('Name');
  await user.clear(name);
  await user.type(name, 'Night tasks{Enter}');
  await screen.findByText('Night tasks');

  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  const file = (content: object) =>
    new File([JSON.stringify(content)], 'preset.json', { type: 'application/json' });
  const preset = { headgate: 'token-preset', version: 1, name: 'Labels' };
  const permission = { action: 'readd', resource: { type: 'labels', orgID: '$org' } };
  await user.upload(input, file({ ...preset, permissions: [permission] }));
  expect(await screen.findByText('permissions.0.action must be read or write')).toBeVisible();
  const right = { ...permission, action: 'read' };
  await user.upload(input, file({ ...preset, permissions: [right] }));
  await user.click(await screen.findByText('Labels', { selector: 'button' }));
  expect(box('read labels in iot')).toBeChecked();

  await user.click(screen.getByLabelText('Actions for preset Night tasks'));
  await user.click(await screen.findByText('Delete'));
  await waitFor(() => expect(screen.queryByText('Night tasks')).toBeNull());
});

test('another org takes over what is for all of it, and says what stayed behind', async () => {
  const { user } = await renderRoute(
    page((content) => ({
      preset: 'task-runner',
      bucket: bucketIn(content, 'airsensors').id,
    })),
  );
  await ready();
  await user.click(screen.getByLabelText('Org', { selector: 'input' }));
  await user.click(await screen.findByRole('option', { name: 'factory' }));
  expect(screen.getByText(/1 selected resource stayed behind/)).toBeVisible();
  expect(box('read tasks in factory')).toBeChecked();
  expect(outlook()).toHaveTextContent('2 permissions');
});

test('who may make no token is told what is missing', async () => {
  const { demo, gateway, user } = await renderRoute('/servers/demo/tokens/new', {
    as: { kind: 'token', token: 'only-reads' },
    prepare: ({ state }) => {
      const [org] = [...state.orgs.values()].filter(({ name }) => name === 'iot');
      const owner = createUser(state, { name: 'rita', password: 'rita-password' });
      createToken(state, {
        orgID: org!.id,
        userID: owner.id,
        token: 'only-reads',
        description: 'only reads',
        permissions: [
          { action: 'read', resource: { type: 'authorizations', orgID: org!.id } },
          { action: 'read', resource: { type: 'users', id: owner.id } },
        ],
      });
    },
  });
  await ready();
  const create = screen.getByText('Create token').closest('button')!;
  expect(create).toHaveAttribute('aria-disabled', 'true');
  expect(create).toHaveAccessibleDescription(
    `This credential does not hold write:orgs/${iot(demo)}/authorizations`,
  );
  await user.click(create);
  expect(gateway.asked).not.toContain('POST /api/v2/authorizations');
});
