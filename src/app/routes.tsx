import type { RouteObject } from 'react-router-dom';
import { Outlet } from 'react-router-dom';
import type { Feature, RouteHandle } from '@/components/feature';
import { Booting } from './Booting';
import { DatabaseName } from './DatabaseName';
import { features } from './features';
import { NotFoundPage } from './NotFoundPage';
import { NotForV1Users } from './NotForV1Users';
import { PageError } from './PageError';
import { Start } from './Start';

function featureRoutes(scope: Feature['scope']): RouteObject[] {
  return features
    .filter((feature) => feature.scope === scope)
    .map((feature) => ({
      path: feature.path,
      handle: { crumb: feature.label, feature } satisfies RouteHandle,
      children: feature.routes,
    }));
}

const screens: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./Landing')).Landing }) },
  {
    element: <NotForV1Users />,
    children: [...featureRoutes('server'), { path: 'orgs/:orgId', children: featureRoutes('org') }],
  },
  {
    path: 'databases/:database?',
    handle: { crumb: DatabaseName } satisfies RouteHandle,
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./DatabasesPage')).DatabasesPage }),
      },
      ...featureRoutes('database'),
    ],
  },
  { path: '*', element: <NotFoundPage /> },
];

export const routes: RouteObject[] = [
  {
    element: <Outlet />,
    errorElement: <PageError />,
    hydrateFallbackElement: <Booting />,
    children: [
      { path: '/', element: <Start /> },
      {
        path: '/servers/:server/sign-in',
        lazy: async () => ({
          Component: (await import('@/features/session/SignInPage')).SignInPage,
        }),
      },
      {
        path: '/servers/:server/setup',
        lazy: async () => ({ Component: (await import('@/features/session/SetupPage')).SetupPage }),
      },
      {
        path: '/servers/:server',
        lazy: async () => ({ Component: (await import('./SignedIn')).SignedIn }),
        children: [
          {
            lazy: async () => ({ Component: (await import('./Shell')).Shell }),
            children: [{ errorElement: <PageError />, children: screens }],
          },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
