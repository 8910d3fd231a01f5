import { IconUsers } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';
import { UserCrumb } from '@/components/UserCrumb';

export const feature: Feature = {
  label: 'Users',
  icon: IconUsers,
  path: 'users',
  scope: 'server',
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./UsersPage')).UsersPage }),
    },
    {
      path: 'new',
      handle: { crumb: 'New user' },
      lazy: async () => ({ Component: (await import('./NewUserPage')).NewUserPage }),
    },
    {
      path: ':userId',
      handle: { crumb: UserCrumb },
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('./UserPage')).UserPage }),
        },
        {
          path: 'edit',
          handle: { crumb: 'Rename' },
          lazy: async () => ({ Component: (await import('./EditUserPage')).EditUserPage }),
        },
        {
          path: 'password',
          handle: { crumb: 'Password' },
          lazy: async () => ({ Component: (await import('./SetPasswordPage')).SetPasswordPage }),
        },
      ],
    },
  ],
};
