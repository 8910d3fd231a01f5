import { IconDatabase } from '@tabler/icons-react';
import { BucketCrumb } from '@/components/BucketCrumb';
import type { Feature } from '@/components/feature';

export const feature: Feature = {
  label: 'Buckets',
  icon: IconDatabase,
  path: 'buckets',
  scope: 'org',
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./BucketsPage')).BucketsPage }),
    },
    {
      path: 'new',
      handle: { crumb: 'New bucket' },
      lazy: async () => ({ Component: (await import('./NewBucketPage')).NewBucketPage }),
    },
    {
      path: ':bucketId',
      handle: { crumb: BucketCrumb },
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('./BucketPage')).BucketPage }),
        },
        {
          path: 'edit',
          handle: { crumb: 'Edit' },
          lazy: async () => ({ Component: (await import('./EditBucketPage')).EditBucketPage }),
        },
      ],
    },
  ],
};
