import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Permission } from '@/demo/state';
import { createToken } from '@/demo/store/authorizations';
import type { TestDemo } from '@/demo/testing';
import type { Rendered } from '@/test/renderRoute';
import { renderRoute } from '@/test/renderRoute';

function addReaders(count: number) {
  return ({ state }: TestDemo) => {
    const [user] = state.users.values();
    const bucket = [...state.buckets.values()].find(({ name }) => name === 'airsensors')!;
    const permissions: Permission[] = [
      { action: 'read', resource: { type: 'buckets', id: bucket.id, orgID: bucket.orgID } },
    ];
    for (let number = 1; number <= count; number++) {
      const owner = { orgID: bucket.orgID, userID: user!.id };
      createToken(state, { ...owner, description: `reader-${number}`, permissions });
    }
  };
}

function named({ state }: TestDemo, description: string) {
  return [...state.tokens.values()].find((token) => token.description === description);
}

async function openReaders(count: number): Promise<Rendered> {
  const rendered = await renderRoute('/servers/demo/tokens?q=reader', {
    prepare: addReaders(count),
  });
  await rendered.user.click(await screen.findByRole('checkbox', { name: 'Select all shown' }));
  return rendered;
}

const button = (name: string) => screen.getByRole('button', { name });

/** The dialog's own cross is called the same: this is the one below. */
async function press(user: Rendered['user'], name: string) {
  const all = await within(screen.getByRole('dialog')).findAllByRole('button', { name });
  await user.click(all.at(-1)!);
}

test('a run notes what the server refuses, does the rest, and asks for the list once', async () => {
  const { user, demo, gateway } = await openReaders(6);
  const { id } = named(demo, 'reader-2')!;
  gateway.intercept = ({ method, url }) =>
    method === 'PATCH' && url.endsWith(id)
      ? Response.json({ code: 'internal error', message: 'disk is full' }, { status: 500 })
      : undefined;
  await user.click(button('Deactivate'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/No bucket loses its last reader or writer/)).toBeVisible();
  const before = gateway.asked.length;
  await user.click(dialog.getByRole('button', { name: 'Deactivate 6 tokens' }));
  expect(await dialog.findByText('5 tokens deactivated, 1 refused')).toBeVisible();
  const refused = within(dialog.getByRole('alert'));
  expect(refused.getByText('reader-2')).toBeVisible();
  expect(refused.getByText('disk is full')).toBeVisible();
  const lists = gateway.asked.slice(before).filter((call) => call === 'GET /api/v2/authorizations');
  expect(lists).toHaveLength(1);
  expect(named(demo, 'reader-1')).toMatchObject({ status: 'inactive' });
  expect(named(demo, 'reader-2')).toMatchObject({ status: 'active' });
  await press(user, 'Close');
  expect(await screen.findByText(/^1 selected of/)).toBeVisible();
  await user.click(button('Show the API calls that ran'));
  const calls = await screen.findByRole('region', { name: 'API call' });
  expect(calls.textContent.match(/--request PATCH/g)).toHaveLength(5);
});

test('a run that is stopped ends what is under way, and leaves the rest selected', async () => {
  const { user, demo, gateway } = await openReaders(12);
  const waiting: (() => void)[] = [];
  gateway.intercept = ({ method }) =>
    method === 'DELETE'
      ? new Promise((answer) => {
          waiting.push(() => answer(undefined as unknown as Response));
        })
      : undefined;
  await user.click(button('Delete'));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(await dialog.findByRole('textbox'), '12 tokens');
  await user.click(dialog.getByRole('button', { name: 'Delete 12 tokens' }));
  expect(await dialog.findByText('0 of 12')).toBeVisible();
  await waitFor(() => expect(waiting).toHaveLength(4));
  await press(user, 'Stop');
  for (const answer of waiting) answer();
  expect(await dialog.findByText('4 tokens deleted, 8 left as they were')).toBeVisible();
  expect([...demo.state.tokens.values()].filter(isReader)).toHaveLength(8);
  await press(user, 'Close');
  expect(await screen.findByText(/^8 selected of/)).toBeVisible();
});

function isReader({ description }: { description: string }): boolean {
  return description.startsWith('reader');
}

test('deleting waits for the typed count, and what is deleted is not asked for again', async () => {
  const { user, demo, gateway } = await openReaders(3);
  await user.click(button('Delete'));
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: 'Delete 3 tokens' });
  expect(confirm).toBeDisabled();
  await user.type(await dialog.findByRole('textbox'), '3 tokens');
  await user.click(confirm);
  expect(await dialog.findByText('3 tokens deleted')).toBeVisible();
  expect([...demo.state.tokens.values()].filter(isReader)).toHaveLength(0);
  expect(gateway.asked.filter((call) => call.startsWith('DELETE'))).toHaveLength(3);
});

test('the own credential goes last, after its consequences were told', async () => {
  const { user, demo, gateway } = await renderRoute('/servers/demo/tokens', {
    prepare: addReaders(2),
  });
  for (const name of ["admin's Token", 'reader-1', 'reader-2']) {
    await user.click(await screen.findByRole('checkbox', { name: `Select ${name}` }));
  }
  await user.click(button('Deactivate'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/is the credential you are signed in with/)).toBeVisible();
  expect(await dialog.findByText('No operator token is left')).toBeVisible();
  await user.type(dialog.getByRole('textbox'), '3 tokens');
  await user.click(dialog.getByRole('button', { name: 'Deactivate 3 tokens' }));
  expect(await screen.findByText('Your sign-in has ended')).toBeVisible();
  const changed = gateway.asked.filter((call) => call.startsWith('PATCH'));
  expect(changed).toHaveLength(3);
  expect(changed.at(-1)).toContain(named(demo, "admin's Token")?.id);
  expect(named(demo, 'reader-1')).toMatchObject({ status: 'inactive' });
  expect(named(demo, 'reader-2')).toMatchObject({ status: 'inactive' });
});

test('only those are offered that an action changes', async () => {
  const { user } = await openReaders(2);
  expect(button('Activate')).toHaveAccessibleDescription('All of them are active');
  await user.click(button('Deactivate'));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Deactivate 2 tokens' }));
  await press(user, 'Close');
  await user.click(await screen.findByRole('checkbox', { name: 'Select reader-1' }));
  expect(button('Deactivate')).toHaveAccessibleDescription('None of them is active');
  expect(button('Activate')).not.toHaveAttribute('aria-disabled');
});
