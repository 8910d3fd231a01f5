import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Credentials } from '@/api/credentials';
import { ALL_ACCESS_TOKEN, OPERATOR_TOKEN, SENSOR_TOKEN, V1_USER } from '@/demo/seed/credentials';
import type { Permission } from '@/demo/state';
import { createToken } from '@/demo/store/authorizations';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function addToken(demo: TestDemo, token: string, permissions: Permission[]) {
  const bucket = [...demo.state.buckets.values()].find(({ name }) => name === 'airsensors')!;
  const [user] = demo.state.users.values();
  createToken(demo.state, {
    orgID: bucket.orgID,
    userID: user!.id,
    token,
    description: token,
    permissions: permissions.map(({ action, resource }) => ({
      action,
      resource: { ...resource, orgID: bucket.orgID, id: bucket.id },
    })),
  });
}

async function identity(as: Credentials, prepare?: (demo: TestDemo) => void) {
  const rendered = await renderRoute('/servers/demo', { as, prepare });
  const chip = await screen.findByRole('button', { name: /^Signed in as/ });
  await rendered.user.click(chip);
  return { chip, menu: await screen.findByRole('dialog', { name: /^Signed in as/ }), ...rendered };
}

const token = (value: string): Credentials => ({ kind: 'token', token: value });

it('an operator token reaches every org', async () => {
  const { chip, menu } = await identity(token(OPERATOR_TOKEN));
  expect(chip).toHaveTextContent('admin');
  expect(chip).toHaveTextContent('operator');
  expect(menu).toHaveTextContent('Reach: every org');
});

it('an all-access token is known by its own row', async () => {
  const { chip, menu } = await identity(token(ALL_ACCESS_TOKEN));
  expect(chip).toHaveTextContent('all-access');
  expect(menu).toHaveTextContent('API token “iot: all access”');
  expect(menu).toHaveTextContent('Reach: org iot');
});

it('of two tokens that could be the one, none is called the one', async () => {
  const { chip, menu } = await identity(token(ALL_ACCESS_TOKEN), ({ state }) => {
    const row = [...state.tokens.values()].find(({ description }) =>
      /all access/.test(description),
    )!;
    state.tokens.set('0000000000000099', { ...row, id: '0000000000000099', token: 'another' });
  });
  expect(chip).toHaveTextContent('all-access');
  expect(menu).toHaveTextContent('or one just like it');
});

it('a bucket token is seen to read and write, and said to be a lower bound', async () => {
  const { chip, menu } = await identity(token(SENSOR_TOKEN));
  expect(chip).toHaveTextContent('at least read/write');
  expect(menu).toHaveTextContent('Reach: reads 1 bucket, writes 1');
  expect(menu).toHaveTextContent('cannot list its own permissions');
});

it('a read-only token is not seen to write', async () => {
  const { chip } = await identity(token('reader'), (demo) =>
    addToken(demo, 'reader', [{ action: 'read', resource: { type: 'buckets' } }]),
  );
  expect(chip).toHaveTextContent('at least read-only');
});

it('a write-only token sees nothing and is asked where to write', async () => {
  const { chip, user, here } = await identity(token('writer'), (demo) =>
    addToken(demo, 'writer', [{ action: 'write', resource: { type: 'buckets' } }]),
  );
  expect(chip).toHaveTextContent('class unknown');
  await user.keyboard('{Escape}');
  await user.type(screen.getByLabelText('Org'), 'iot');
  await user.type(screen.getByLabelText('Bucket'), 'airsensors');
  await user.click(screen.getByRole('button', { name: 'Write line protocol' }));
  const target = '/servers/demo/orgs/iot/write?bucket=airsensors';
  await waitFor(() => expect(here()).toBe(target));
  expect(await screen.findByLabelText('Bucket')).toHaveValue('airsensors');
  await user.click(screen.getByRole('link', { name: 'Another org' }));
  expect(await screen.findByLabelText('Org')).toHaveValue('iot');
  // Asked once: the next time it goes straight there.
  await user.click(screen.getByRole('link', { name: 'Headgate' }));
  await waitFor(() => expect(here()).toBe(target));
});

it('a v1 user sees only what the 1.x paths offer', async () => {
  const { chip, menu } = await identity({ kind: 'v1', ...V1_USER });
  expect(chip).toHaveTextContent(V1_USER.username);
  expect(menu).toHaveTextContent('reads 1 database');
  const screens = screen.getByRole('navigation', { name: 'Screens' });
  expect(within(screens).queryByRole('link', { name: 'Buckets' })).toBeNull();
  expect(screens).toHaveTextContent('a v1 user');
});

it('a token that may not read its org is told so in the menu, and the screen stays closed', async () => {
  const { user } = await identity(token(SENSOR_TOKEN));
  await user.keyboard('{Escape}');
  const item = await screen.findByRole('button', { name: 'Org settings' });
  expect(item).toHaveAttribute('aria-disabled', 'true');
  await user.hover(item);
  expect(await screen.findByRole('tooltip')).toHaveTextContent(/does not hold read:orgs\//);
});

it('a token that may read its org learns the name, though no list has it', async () => {
  const { menu } = await identity(token('org-reader'), (demo) => {
    addToken(demo, 'org-reader', [{ action: 'read', resource: { type: 'buckets' } }]);
    const row = [...demo.state.tokens.values()].at(-1)!;
    row.permissions.push({ action: 'read', resource: { type: 'orgs', id: row.orgID } });
    demo.state.mappings = [];
  });
  expect(menu).toHaveTextContent('Reach: reads 1 bucket');
  expect(await screen.findAllByText('iot')).not.toHaveLength(0);
});
