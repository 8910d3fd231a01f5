import { IconUserCircle } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';

export const accountFeature: Feature = {
  label: 'My account',
  icon: IconUserCircle,
  path: 'account',
  scope: 'server',
  isUnlisted: true,
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./AccountPage')).AccountPage }),
    },
  ],
};
