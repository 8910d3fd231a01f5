import { IconBuilding, IconSettings } from '@tabler/icons-react';
import type { Feature } from '@/components/feature';
import { readOf } from '@/lib/permissions';

export const feature: Feature = {
  label: 'Orgs',
  icon: IconBuilding,
  path: 'orgs',
  scope: 'server',
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./OrgsPage')).OrgsPage }),
    },
    {
      path: 'new',
      handle: { crumb: 'New org' },
      lazy: async () => ({ Component: (await import('./NewOrgPage')).NewOrgPage }),
    },
  ],
};

export const settingsFeature: Feature = {
  label: 'Org settings',
  icon: IconSettings,
  path: 'settings',
  scope: 'org',
  needs: ({ orgId }) => readOf('orgs', { id: orgId }),
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./OrgPage')).OrgPage }),
    },
    {
      path: 'edit',
      handle: { crumb: 'Edit' },
      lazy: async () => ({ Component: (await import('./EditOrgPage')).EditOrgPage }),
    },
    {
      path: 'members',
      handle: { crumb: 'Members' },
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('./MembersPage')).MembersPage }),
        },
        {
          path: 'add',
          handle: { crumb: 'Add member' },
          lazy: async () => ({ Component: (await import('./AddMemberPage')).AddMemberPage }),
        },
      ],
    },
  ],
};
