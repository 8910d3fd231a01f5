import { render } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { keep } from '@/api/credentialStore';
import type { Credentials } from '@/api/credentials';
import { App } from '@/app/App';
import { routes } from '@/app/routes';
import { readFluxWasm } from '@/demo/mounts/fluxWasm';
import { OPERATOR_TOKEN } from '@/demo/seed/credentials';
import { createDemo } from '@/demo/server';
import type { Handler } from '@/demo/server';
import type { DemoOptions } from '@/demo/state';
import type { TestDemo } from '@/demo/testing';
import { testDemo } from '@/demo/testing';
import type { GatewayStub } from './gateway';
import { stubGateway } from './gateway';

export interface Rendered {
  user: UserEvent;
  /** Path and query of the screen that is open. */
  here: () => string;
  /** Loads the app anew, as a new tab: without what the tab kept. */
  openAnew: (path: string) => void;
  demo: TestDemo;
  gateway: GatewayStub;
}

export interface RenderOptions extends Partial<DemoOptions> {
  /** Without it as the operator; null: not signed in. */
  as?: Credentials | null;
  /** Filled before anything is rendered. */
  prepare?: (demo: TestDemo) => void | Promise<void>;
  intercept?: GatewayStub['intercept'];
}

/** The whole app at one address, over a demo InfluxDB of its own with orgs `iot` and `factory`. */
export async function renderRoute(
  path: string | ((demo: TestDemo) => string),
  {
    as = { kind: 'token', token: OPERATOR_TOKEN },
    prepare,
    intercept,
    ...options
  }: RenderOptions = {},
): Promise<Rendered> {
  const demo = testDemo({ fluxWasm: readFluxWasm, ...options });
  await prepare?.(demo);
  const gateway = stubGateway(demo.handle);
  if (intercept) gateway.intercept = intercept;
  if (as) keep('demo', as);
  return { ...show(typeof path === 'string' ? path : path(demo)), demo, gateway };
}

/** As `renderRoute`, over a server that was never set up. */
export function renderFresh(path: string): Omit<Rendered, 'demo'> & { handle: Handler } {
  const { handle } = createDemo({ fluxWasm: readFluxWasm });
  const gateway = stubGateway(handle);
  return { ...show(path), gateway, handle };
}

function show(path: string): Pick<Rendered, 'user' | 'here' | 'openAnew'> {
  let router = createMemoryRouter(routes, { initialEntries: [path] });
  const user = userEvent.setup();
  const { unmount } = render(app(router));
  const openAnew = (next: string) => {
    unmount();
    sessionStorage.clear();
    router = createMemoryRouter(routes, { initialEntries: [next] });
    render(app(router));
  };
  const here = () => router.state.location.pathname + router.state.location.search;
  return { user, here, openAnew };
}

function app(router: ReturnType<typeof createMemoryRouter>) {
  return (
    <App env="test">
      <RouterProvider router={router} />
    </App>
  );
}
