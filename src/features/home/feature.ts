import { IconHome2 } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';

export const feature: Feature = {
  label: 'Home',
  icon: IconHome2,
  path: '',
  scope: 'org',
  routes: [
    { index: true, lazy: async () => ({ Component: (await import('./HomePage')).HomePage }) },
  ],
};
