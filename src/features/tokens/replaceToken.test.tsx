import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ALL_ACCESS_TOKEN, OPERATOR_TOKEN, SENSOR_TOKEN } from '@/demo/seed/credentials';
import type { TestDemo } from '@/demo/testing';
import { paths } from '@/lib/paths';
import type { Rendered } from '@/test/renderRoute';
import { renderRoute } from '@/test/renderRoute';

const sensors = 'airsensors: read and write';

afterEach(() => vi.useRealTimers());

function named(demo: TestDemo, description: string) {
  return [...demo.state.tokens.values()].filter((token) => token.description === description);
}

function old(demo: TestDemo) {
  const [token] = named(demo, sensors);
  if (!token) throw new Error('no such token');
  return token;
}

const page = (demo: TestDemo) => paths.replaceToken('demo', old(demo).id);

function button(name: string | RegExp) {
  return screen.findByRole('button', { name });
}

async function create({ user }: Pick<Rendered, 'user'>) {
  const input = await screen.findByLabelText('Description of the new token');
  await user.clear(input);
  await user.click(input);
  await user.paste('sensors, new');
  await user.click(await button('Create the new token'));
}

async function toRetire(rendered: Pick<Rendered, 'user'>) {
  await create(rendered);
  await rendered.user.click(await screen.findByLabelText('I have stored it'));
  await rendered.user.click(await button('Go on: prove that it works'));
  await screen.findByText('The new token works');
}

async function deactivate({ user }: Pick<Rendered, 'user'>) {
  await user.click(await button('Deactivate the old token now'));
  await user.click(await button('Deactivate token'));
}

async function undo({ user }: Pick<Rendered, 'user'>) {
  await user.click(await button('Undo the replacement'));
  await user.click(await button('Undo'));
}

function failing(method: string, message = 'no disk', status = 500) {
  return (request: Request) =>
    request.method === method
      ? Response.json({ code: 'internal error', message }, { status })
      : undefined;
}

test('the server is asked with the new secret before the old token is deactivated', async () => {
  const rendered = await renderRoute((demo) =>
    paths.replaceToken('demo', old(demo).id, `read:orgs/${old(demo).orgID}/tasks`),
  );
  const { user, demo, gateway } = rendered;
  const gains = await screen.findByRole('region', { name: 'Gains' });
  expect(within(gains).getByText('read tasks in iot')).toBeVisible();
  const asks: string[] = [];
  gateway.intercept = (request) => {
    const { pathname } = new URL(request.url);
    asks.push(`${request.headers.get('authorization') ?? ''} ${request.method} ${pathname}`);
    return undefined;
  };
  await create(rendered);
  const secret = (await screen.findByLabelText<HTMLInputElement>('Secret')).value;
  expect(old(demo).status).toBe('active');
  expect(screen.getByRole('region', { name: 'Telegraf' })).toHaveTextContent(
    'bucket = "airsensors"',
  );
  expect(screen.getByRole('region', { name: 'curl' })).not.toHaveTextContent(secret);
  expect(JSON.stringify(Object.entries(localStorage))).not.toContain(secret);

  expect(await button('Go on: prove that it works')).toBeDisabled();
  await user.click(screen.getByLabelText('I have stored it'));
  await user.click(await button('Go on: prove that it works'));
  expect(await screen.findByText('It reads “airsensors” (200)')).toBeVisible();
  expect(screen.getByText(/It writes “airsensors” \(204/)).toBeVisible();
  expect(asks).toContain(`Token ${secret} POST /api/v2/write`);
  expect(asks.some((ask) => / (PATCH|DELETE) /.test(ask))).toBe(false);

  await deactivate(rendered);
  expect(await screen.findByText(/is inactive\. Test its clients now/)).toBeVisible();
  expect(old(demo).status).toBe('inactive');
});

test('a refused creation keeps the choice, and changes nothing', async () => {
  const rendered = await renderRoute(page);
  const { demo, gateway } = rendered;
  await screen.findByLabelText('Description of the new token');
  gateway.intercept = failing('POST', 'permission write:orgs is not allowed', 403);
  await create(rendered);
  expect(await screen.findByText(/permission write:orgs is not allowed/)).toBeVisible();
  expect(screen.getByLabelText('Description of the new token')).toHaveValue('sensors, new');
  expect(old(demo).status).toBe('active');
  gateway.intercept = () => undefined;
  await toRetire(rendered);
});

test('an answer that got lost: the list tells whether the token was created', async () => {
  const rendered = await renderRoute(page);
  const { user, demo, gateway } = rendered;
  await screen.findByLabelText('Description of the new token');
  gateway.intercept = failing('POST');
  await create(rendered);
  expect(await screen.findByText(/No token was created: no disk/)).toBeVisible();

  gateway.intercept = async (request) => {
    if (request.method !== 'POST') return undefined as unknown as Response;
    await demo.handle(request);
    return Response.json({ code: 'internal error', message: 'cut' }, { status: 502 });
  };
  await user.click(await button('Create the new token'));
  expect(await screen.findByText('The new token exists, its secret is lost')).toBeVisible();
  expect(named(demo, 'sensors, new')).toHaveLength(1);
  await user.click(await button('Delete it'));
  expect(await screen.findByText(`Undone: “${sensors}” is as it was.`)).toBeVisible();
  expect(named(demo, 'sensors, new')).toHaveLength(0);
  gateway.intercept = () => undefined;
  await user.click(await button('Begin again with the same choice'));
  expect(await screen.findByLabelText('Description of the new token')).toHaveValue('sensors, new');
});

test('a new token that does not work is not gone past, and can be undone', async () => {
  const rendered = await renderRoute(page);
  const { user, demo, gateway } = rendered;
  await create(rendered);
  await user.click(await screen.findByLabelText('I have stored it'));
  const [made] = named(demo, 'sensors, new');
  if (made) made.status = 'inactive';
  await user.click(await button('Go on: prove that it works'));
  expect(await screen.findByText('The new token is not proven')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Deactivate/ })).not.toBeInTheDocument();
  expect(gateway.asked.some((ask) => ask.startsWith('PATCH'))).toBe(false);
  if (made) made.status = 'active';
  await user.click(await button('Try again'));
  await screen.findByText('The new token works');
  await undo(rendered);
  expect(await screen.findByText(`Undone: “${sensors}” is as it was.`)).toBeVisible();
  expect(named(demo, 'sensors, new')).toHaveLength(0);
  expect(old(demo).status).toBe('active');
});

test('a failed deactivation stays where it is; undoing after it makes the old one active first', async () => {
  const rendered = await renderRoute(page);
  const { user, demo, gateway } = rendered;
  await toRetire(rendered);
  gateway.intercept = failing('PATCH');
  await deactivate(rendered);
  expect(await screen.findByText('The old token may still be active')).toBeVisible();
  expect(screen.getByText(/no disk/)).toBeVisible();
  gateway.intercept = () => undefined;
  await deactivate(rendered);
  await screen.findByText(/is inactive\. Test its clients now/);

  gateway.intercept = failing('DELETE');
  gateway.asked.length = 0;
  await undo(rendered);
  expect(await screen.findByText('The old token works, the new one is left over')).toBeVisible();
  expect(old(demo).status).toBe('active');
  gateway.intercept = () => undefined;
  await user.click(await button('Try again'));
  expect(await screen.findByText(`Undone: “${sensors}” is as it was.`)).toBeVisible();
  const changes = gateway.asked.filter((ask) => /^(PATCH|DELETE)/.test(ask));
  expect(changes.map((ask) => ask.split(' ')[0])).toEqual(['PATCH', 'DELETE', 'DELETE']);
});

test('the old one is left alone when the new one has gone meanwhile', async () => {
  const rendered = await renderRoute(page);
  const { demo } = rendered;
  await toRetire(rendered);
  for (const { id } of named(demo, 'sensors, new')) {
    await demo.ask('DELETE', `/api/v2/authorizations/${id}`, { token: OPERATOR_TOKEN });
  }
  await deactivate(rendered);
  expect(await screen.findByText(/The new token is gone/)).toBeVisible();
  expect(old(demo).status).toBe('active');
});

test('both tokens can be kept: the replacement is forgotten, and its secret', async () => {
  const rendered = await renderRoute(page);
  const { user, demo, here } = rendered;
  await create(rendered);
  const secret = (await screen.findByLabelText<HTMLInputElement>('Secret')).value;
  await user.click(await button('Keep both tokens'));
  await user.click(await button('End the replacement'));
  await waitFor(() => expect(here()).toBe(paths.token('demo', old(demo).id)));
  expect(named(demo, 'sensors, new')).toHaveLength(1);
  await waitFor(() => expect(localStorage.getItem('headgate.replacements:/:demo')).toBeNull());
  expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain(secret);
});

test('another tab offers it, and has to be given the secret', async () => {
  const rendered = await renderRoute(page);
  const { user, openAnew, demo } = rendered;
  await create(rendered);
  const secret = (await screen.findByLabelText<HTMLInputElement>('Secret')).value;
  openAnew(`/servers/demo/sign-in?returnTo=${page(demo)}`);
  await user.type(await screen.findByLabelText('Token'), OPERATOR_TOKEN);
  await user.click(await button('Sign in'));
  expect(await screen.findByText('This tab does not know the new secret')).toBeVisible();
  await user.click(screen.getByLabelText('New secret'));
  await user.paste(secret);
  await user.click(await button('Use it'));
  expect(await screen.findByText('The new token works')).toBeVisible();
});

test('a stated moment is kept while Headgate is open; the old token is deleted when its clients were tested', async () => {
  const rendered = await renderRoute(page);
  const { user, demo } = rendered;
  await toRetire(rendered);
  const input = screen.getByLabelText('Or deactivate it at');
  const local = (date: Date) =>
    new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  fireEvent.change(input, { target: { value: local(new Date(Date.now() - 60_000)) } });
  await user.click(await button('State the moment'));
  expect(await screen.findByText('State a moment that is still to come')).toBeVisible();
  const moment = Date.now() + 3_600_000;
  fireEvent.change(input, { target: { value: local(new Date(moment)) } });
  await user.click(await button('State the moment'));
  expect(await screen.findByText(/To be deactivated at/)).toBeVisible();
  expect(screen.getByText(/only while a tab of it is open/)).toBeVisible();
  expect(old(demo).status).toBe('active');

  vi.useFakeTimers({ toFake: ['Date'], now: moment + 10_000 });
  await waitFor(() => expect(old(demo).status).toBe('inactive'), { timeout: 20_000 });
  expect(await screen.findByText(/is inactive\. Test its clients now/)).toBeVisible();

  const { id } = old(demo);
  await user.click(await button('Delete the old token'));
  await user.click(await screen.findByLabelText(/^Type airsensors: read and write/));
  await user.paste(sensors);
  await user.click(await button('Delete token'));
  expect(await screen.findByText(/has taken its place/)).toBeVisible();
  expect(demo.state.tokens.has(id)).toBe(false);
  expect(named(demo, 'sensors, new')[0]).toMatchObject({
    status: 'active',
    userID: expect.any(String) as string,
  });
});

/** As another tab has left it. */
function left(dueAt: number) {
  return (demo: TestDemo) => {
    const { id, description, orgID, userID, permissions } = old(demo);
    const replacement = {
      step: 'retire',
      old: { id, description, status: 'active', orgID, userID, permissions },
      draft: { description, userID, permissions },
      made: { id: '00000000000000aa' },
      proof: { at: 1, lines: [] },
      isTried: false,
      dueAt,
    };
    const entries = { [id]: { tab: 'another', replacement }, odd: { replacement: 'nonsense' } };
    localStorage.setItem('headgate.replacements:/:demo', JSON.stringify(entries));
  };
}

test('a moment that passed while nothing was open is said on any screen, and nothing is done', async () => {
  const { user, demo, here, gateway } = await renderRoute('/servers/demo/orgs', {
    prepare: left(Date.now() - 3_600_000),
  });
  expect(await screen.findByText(`“${sensors}” was to be deactivated`)).toBeVisible();
  expect(old(demo).status).toBe('active');
  expect(gateway.asked.some((ask) => ask.startsWith('PATCH'))).toBe(false);
  await user.click(await button('Go on with its replacement'));
  expect(await screen.findByText(/^The moment has passed/)).toBeVisible();
  expect(here()).toBe(page(demo));
});

test('the list of tokens offers what another tab has left', async () => {
  await renderRoute('/servers/demo/tokens', { prepare: left(Date.now() + 3_600_000) });
  expect(await screen.findByText('1 unfinished replacement')).toBeVisible();
  expect(screen.getByRole('link', { name: `Replace ${sensors}` })).toBeVisible();
  expect(screen.getByText(/the old token is to be deactivated at/)).toBeVisible();
});

test('who is signed in with the old token changes over to the new one', async () => {
  const rendered = await renderRoute(
    (demo) => paths.replaceToken('demo', named(demo, 'iot: all access')[0]?.id ?? ''),
    { as: { kind: 'token', token: ALL_ACCESS_TOKEN } },
  );
  const { user, gateway } = rendered;
  await toRetire(rendered);
  expect(await screen.findByText('You are signed in with the old token')).toBeVisible();
  const before = gateway.asked.length;
  await user.click(await button('Sign in with the new token'));
  expect(await screen.findByText('Signed in with the new token')).toBeVisible();
  expect(gateway.asked.slice(before)).toContain('GET /api/v2/me');
  const kept = JSON.stringify(Object.entries(sessionStorage));
  expect(kept).not.toContain(ALL_ACCESS_TOKEN);
  expect(screen.queryByText('You are signed in with the old token')).not.toBeInTheDocument();
  await deactivate(rendered);
  expect(await screen.findByText(/is inactive\. Test its clients now/)).toBeVisible();
});

test('a token that the caller may not read is refused in the server’s words', async () => {
  await renderRoute(page, { as: { kind: 'token', token: SENSOR_TOKEN } });
  expect(await screen.findByRole('alert')).toHaveTextContent(/is unauthorized/);
});
