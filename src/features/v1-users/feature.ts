import { IconUserCode } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';
import { V1UserCrumb } from './V1UserCrumb';

export const feature: Feature = {
  label: 'v1 users',
  icon: IconUserCode,
  path: 'v1-users',
  scope: 'server',
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./V1UsersPage')).V1UsersPage }),
    },
    {
      path: 'new',
      handle: { crumb: 'New v1 user' },
      lazy: async () => ({ Component: (await import('./NewV1UserPage')).NewV1UserPage }),
    },
    {
      path: ':v1UserId',
      handle: { crumb: V1UserCrumb },
      lazy: async () => ({ Component: (await import('./V1UserPage')).V1UserPage }),
    },
  ],
};
