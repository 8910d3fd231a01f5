import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router-dom';
import { kept } from '@/api/credentialStore';
import { gatewayQueries } from '@/api/gateway';
import { paths } from '@/lib/paths';
import { readPreference } from '@/components/preferences';
import { NothingHere } from '@/ui/NothingHere';

/** Where somebody goes who asks for nothing in particular: the server they used last, or the first one. */
export function Start() {
  const { data } = useSuspenseQuery(gatewayQueries.configuration);
  const last = readPreference('lastServer');
  const ids = data.servers.map(({ id }) => id);
  const id = ids.find((each) => each === last) ?? ids[0];
  if (id === undefined) {
    return (
      <NothingHere title="No server is configured">
        Start Headgate with --influx NAME=URL to name one.
      </NothingHere>
    );
  }
  return <Navigate to={kept(id) ? paths.server(id) : paths.signIn(id)} replace />;
}
