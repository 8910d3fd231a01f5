import { IconStairs } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';

export const feature: Feature = {
  label: 'Hierarchy',
  icon: IconStairs,
  path: 'hierarchy',
  scope: 'server',
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./HierarchyPage')).HierarchyPage }),
    },
  ],
};
