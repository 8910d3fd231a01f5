import { IconChartLine } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';

export const feature: Feature = {
  label: 'Explorer',
  icon: IconChartLine,
  path: 'explorer',
  scope: 'org',
  needsBucket: 'read',
  routes: [
    {
      index: true,
      lazy: () => import('./ExplorerPage').then((m) => ({ Component: m.ExplorerPage })),
    },
  ],
};

export const databaseFeature: Feature = {
  label: 'Explorer',
  icon: IconChartLine,
  path: 'explorer',
  scope: 'database',
  routes: [
    {
      index: true,
      lazy: () => import('./ExplorerPage').then((m) => ({ Component: m.DatabaseExplorerPage })),
    },
  ],
};
