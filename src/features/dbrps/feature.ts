import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';
import { DbrpCrumb } from './DbrpCrumb';

export const feature: Feature = {
  label: 'Databases (1.x)',
  icon: IconArrowsSplit2,
  path: 'dbrps',
  scope: 'org',
  needsBucket: 'read',
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./DbrpsPage')).DbrpsPage }),
    },
    {
      path: 'new',
      handle: { crumb: 'New mapping' },
      lazy: async () => ({ Component: (await import('./NewDbrpPage')).NewDbrpPage }),
    },
    {
      path: ':dbrpId',
      handle: { crumb: DbrpCrumb },
      lazy: async () => ({ Component: (await import('./DbrpPage')).DbrpPage }),
    },
  ],
};
