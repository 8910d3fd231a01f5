import { useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import type { Connection } from '@/api/client';
import { connect } from '@/api/client';
import { keep } from '@/api/credentialStore';

/** From here on this tab uses another credential of the same server. */
export function useSwitchCredential() {
  const client = useQueryClient();
  return async (to: Connection) => {
    if (to.credentials) keep(to.server, to.credentials);
    connect(to);
    await client.invalidateQueries();
    notifications.show({ message: 'Signed in with the new token', color: 'healthy' });
  };
}
