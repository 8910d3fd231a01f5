import { Anchor } from '@mantine/core';
import { Link, Outlet, useParams } from 'react-router-dom';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';

/** The server answers a v1 user on these paths as it answers a stranger, which would look like an ended sign-in. */
export function NotForV1Users() {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  if (caller.kind !== 'v1') return <Outlet />;
  return (
    <NothingHere
      title="A v1 user cannot open this page"
      action={
        <Anchor component={Link} to={paths.server(server)}>
          To the databases
        </Anchor>
      }
    >
      InfluxDB lets a v1 user use only the 1.x paths. Sign in with a token or a password to see it.
    </NothingHere>
  );
}
