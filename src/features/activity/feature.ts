import { IconHistory } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';

export const feature: Feature = {
  label: 'Activity',
  icon: IconHistory,
  path: 'activity',
  scope: 'server',
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./ActivityPage')).ActivityPage }),
    },
    {
      path: ':entryId',
      handle: { crumb: 'Entry' },
      lazy: async () => ({ Component: (await import('./EntryPage')).EntryPage }),
    },
  ],
};
