import { IconDatabase } from '@tabler/icons-react';
import { useNavigate } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { Switcher } from './Switcher';
import { useCaller } from './useCaller';

export interface DatabaseSwitcherProps {
  server: string;
  database: string;
}

/** Of a v1 user: the databases that it may read. */
export function DatabaseSwitcher({ server, database }: DatabaseSwitcherProps) {
  const { caller } = useCaller();
  const navigate = useNavigate();
  return (
    <Switcher
      noun="Database"
      icon={<IconDatabase size={17} stroke={1.7} />}
      choices={caller.databases.map((name) => ({ id: name, name }))}
      current={database}
      onPick={(name) => void navigate(paths.databaseExplorer(server, name))}
    />
  );
}
