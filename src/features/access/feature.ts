import { IconEyeCheck } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';

export const feature: Feature = {
  label: 'Access',
  icon: IconEyeCheck,
  path: 'access',
  scope: 'server',
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./overview/AccessPage')).AccessPage }),
    },
    {
      path: 'buckets/:bucketId',
      lazy: async () => ({
        Component: (await import('./bucket/BucketAccessPage')).BucketAccessPage,
        handle: { crumb: (await import('./crumbs')).BucketCrumb },
      }),
    },
    {
      path: 'users/:userId',
      lazy: async () => ({
        Component: (await import('./user/UserAccessPage')).UserAccessPage,
        handle: { crumb: (await import('./crumbs')).UserCrumb },
      }),
    },
    {
      path: 'orgs/:orgId',
      handle: { crumb: 'Credentials by buckets' },
      lazy: async () => ({ Component: (await import('./heat/OrgAccessPage')).OrgAccessPage }),
    },
    {
      path: 'findings',
      handle: { crumb: 'Findings' },
      lazy: async () => ({ Component: (await import('./findings/FindingsPage')).FindingsPage }),
    },
  ],
};
