import { Alert, Group, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { describe, NotInfluxError, unreachable } from '@/api/errors';
import type { Unreachable } from '@/api/errors';
import { serverStatusQueries } from '@/api/serverStatus';

const remedies: Record<Unreachable['reason'], string> = {
  refused: 'Start influxd, or correct the address and port of this server in the gateway.',
  dns: 'Correct the host name of this server in the gateway, or the DNS of its machine.',
  tls: 'Use the host name of the certificate, or allow this certificate in the gateway’s configuration.',
  timeout: 'Check the network and any firewall between Headgate and the server.',
  closed: 'A proxy or TLS port may stand there: check http against https.',
};

/** Undefined where the words about the error say it already. */
function remedyFor(error: unknown): string | undefined {
  const down = unreachable(error);
  if (down) return remedies[down.reason];
  if (error instanceof NotInfluxError) return undefined;
  return 'Headgate asks again every 15 seconds.';
}

/** Name, version and health of a server, or what is wrong with it and how to mend it. */
export function ServerStatusLine({ server }: { server: string }) {
  const { data: status, error } = useQuery(serverStatusQueries.of(server));
  if (error) {
    const { title, detail } = describe(error);
    const remedy = remedyFor(error);
    return (
      <Alert color="danger" variant="light" icon={<IconAlertTriangle />} title={title} role="alert">
        {detail !== undefined && <Text size="sm">{detail}</Text>}
        {remedy !== undefined && (
          <Text size="sm" mt={4}>
            {remedy}
          </Text>
        )}
      </Alert>
    );
  }
  if (!status) return <Skeleton h={20} w={200} component="output" aria-label="Asking the server" />;
  return (
    <Group gap={6} component="output">
      {status.isHealthy ? (
        <IconCircleCheckFilled size={16} color="var(--mantine-color-healthy-6)" />
      ) : (
        <IconAlertTriangle size={16} color="var(--mantine-color-danger-6)" />
      )}
      <Text c="dimmed">
        InfluxDB {status.version} · {status.isHealthy ? 'healthy' : status.message}
      </Text>
    </Group>
  );
}
