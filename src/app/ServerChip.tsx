import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconPlugConnected, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import { kept } from '@/api/credentialStore';
import { describe } from '@/api/errors';
import { gatewayQueries } from '@/api/gateway';
import { serverStatusQueries } from '@/api/serverStatus';
import { paths } from '@/lib/paths';
import classes from './Shell.module.css';

/** Which server this is, its version and whether it is well; other servers in its menu. */
export function ServerChip() {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const { data: configuration } = useQuery(gatewayQueries.configuration);
  const { data: status, error } = useQuery(serverStatusQueries.of(server));
  const servers = configuration?.servers ?? [];
  const name = servers.find(({ id }) => id === server)?.name ?? server;
  const health = error ? 'fail' : status && (status.isHealthy ? 'pass' : 'fail');
  return (
    <Menu width="target">
      <Menu.Target>
        <UnstyledButton className={classes.chip}>
          <VisuallyHidden>Server</VisuallyHidden>
          <span className={classes.dot} data-health={health} />
          <span className={classes.chipLines}>
            <div>{name}</div>
            <div className={classes.chipLabel}>
              {error ? describe(error).title : stateText(status)}
            </div>
          </span>
          <IconSelector size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Servers</Menu.Label>
        {servers.map(({ id, name: each }) => (
          <Menu.Item
            key={id}
            rightSection={id === server ? <IconCheck size={14} aria-label="here" /> : undefined}
            onClick={() => void navigate(kept(id) ? paths.server(id) : paths.signIn(id))}
          >
            {each}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlugConnected size={15} />}
          onClick={() => void navigate(paths.signIn(server))}
        >
          Use another credential
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function stateText(status: { version: string; isHealthy: boolean } | undefined): string {
  if (!status) return 'asking…';
  return `InfluxDB ${status.version} · ${status.isHealthy ? 'healthy' : 'not healthy'}`;
}
