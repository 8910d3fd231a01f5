import { IconEyeCheck } from '@tabler/icons-react';
import { BucketCrumb } from '@/components/BucketCrumb';
import type { Feature } from '@/components/feature';
import { UserCrumb } from '@/components/UserCrumb';

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
      handle: { crumb: BucketCrumb },
      lazy: async () => ({
        Component: (await import('./bucket/BucketAccessPage')).BucketAccessPage,
      }),
    },
    {
      path: 'users/:userId',
      handle: { crumb: UserCrumb },
      lazy: async () => ({ Component: (await import('./user/UserAccessPage')).UserAccessPage }),
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
