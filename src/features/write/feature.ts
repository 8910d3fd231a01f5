import { IconPencilPlus } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';

export const feature: Feature = {
  label: 'Write',
  icon: IconPencilPlus,
  path: 'write',
  scope: 'org',
  needsBucket: 'write',
  routes: [
    {
      index: true,
      lazy: () => import('./WritePage').then((m) => ({ Component: m.WritePage })),
    },
  ],
};

export const databaseFeature: Feature = {
  label: 'Write',
  icon: IconPencilPlus,
  path: 'write',
  scope: 'database',
  routes: [
    {
      index: true,
      lazy: () => import('./DatabaseWritePage').then((m) => ({ Component: m.DatabaseWritePage })),
    },
  ],
};
