import { IconKey } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '@/components/feature';
import { TokenCrumb } from './TokenCrumb';

export const feature: Feature = {
  label: 'Tokens',
  icon: IconKey,
  path: 'tokens',
  scope: 'server',
  background: lazy(async () => ({
    default: (await import('./replace/DueReplacements')).DueReplacements,
  })),
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./TokensPage')).TokensPage }),
    },
    {
      path: 'new',
      handle: { crumb: 'New token' },
      lazy: async () => ({ Component: (await import('./new/NewTokenPage')).NewTokenPage }),
    },
    {
      path: 'compare',
      handle: { crumb: 'Compare' },
      lazy: async () => ({ Component: (await import('./ComparePage')).ComparePage }),
    },
    {
      path: 'check',
      handle: { crumb: 'What is this token?' },
      lazy: async () => ({ Component: (await import('./CheckTokenPage')).CheckTokenPage }),
    },
    {
      path: ':tokenId',
      handle: { crumb: TokenCrumb },
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('./TokenPage')).TokenPage }),
        },
        {
          path: 'replace',
          handle: { crumb: 'Replace' },
          lazy: async () => ({
            Component: (await import('./replace/ReplaceTokenPage')).ReplaceTokenPage,
          }),
        },
      ],
    },
  ],
};
