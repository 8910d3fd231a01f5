import { IconBuilding } from '@tabler/icons-react';
import { useNavigate } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { Switcher } from './Switcher';
import { useOrgs } from './useOrgs';

export interface OrgSwitcherProps {
  server: string;
  orgId: string;
}

export function OrgSwitcher({ server, orgId }: OrgSwitcherProps) {
  const orgs = useOrgs();
  const navigate = useNavigate();
  return (
    <Switcher
      noun="Org"
      icon={<IconBuilding size={17} stroke={1.7} />}
      choices={orgs.map(({ id, name = id }) => ({ id, name }))}
      current={orgId}
      onPick={(id) => void navigate(paths.home(server, id))}
    />
  );
}
