import { Button, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { Connection } from '@/api/client';
import { keep } from '@/api/credentialStore';
import { gatewayQueries } from '@/api/gateway';
import { serverStatusQueries } from '@/api/serverStatus';
import { usePreference } from '@/components/preferences';
import { paths, safeReturn } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';
import { SamplesList } from './SamplesList';
import { ServerStatusLine } from './ServerStatusLine';
import classes from './session.module.css';
import { SessionFrame } from './SessionFrame';
import { SignInForm } from './SignInForm';

export function SignInPage() {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const { data: configuration } = useSuspenseQuery(gatewayQueries.configuration);
  const { servers } = configuration;
  const chosen = servers.find(({ id }) => id === server);
  return (
    <SessionFrame title="Sign in">
      <Stack gap="xs" className={classes.panel}>
        <Title order={1} size="h4">
          {servers.length > 1 ? 'Sign in to a server' : `Sign in to ${chosen?.name ?? server}`}
        </Title>
        {(servers.length > 1 || !chosen) && (
          <Select
            label="Server"
            data={servers.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen ? server : null}
            allowDeselect={false}
            onChange={(id) => id !== null && void navigate(paths.signIn(id))}
          />
        )}
        {chosen ? (
          <ServerStatusLine key={server} server={server} />
        ) : (
          <NothingHere title={`This Headgate knows no server “${server}”`}>
            Choose one above, or start Headgate with --influx NAME=URL.
          </NothingHere>
        )}
      </Stack>
      {chosen && <Credentials key={server} server={server} samples={chosen.demo?.credentials} />}
    </SessionFrame>
  );
}

interface CredentialsProps {
  server: string;
  samples: Parameters<typeof SamplesList>[0]['samples'] | undefined;
}

function Credentials({ server, samples = [] }: CredentialsProps) {
  const { data: status } = useQuery(serverStatusQueries.of(server));
  const signedIn = useSignedIn(server);
  if (status?.needsSetup) {
    return (
      <Stack className={classes.panel} gap="sm" align="flex-start">
        <Title order={2} size="h4">
          This server was never set up
        </Title>
        <Text c="dimmed">
          Nobody can sign in yet. Set it up with a first user, org and bucket; you get its operator
          token.
        </Text>
        <Button component={Link} to={paths.setup(server)}>
          Set up this server
        </Button>
      </Stack>
    );
  }
  return (
    <>
      <div className={classes.panel}>
        <SignInForm
          server={server}
          kinds={status?.line === '1.x' ? ['v1'] : undefined}
          onSignedIn={signedIn}
        />
      </div>
      {samples.length > 0 && (
        <SamplesList server={server} samples={samples} onSignedIn={signedIn} />
      )}
    </>
  );
}

/** Keeps the credential for this tab and goes back to where the person wanted to be. */
function useSignedIn(server: string): (connection: Connection) => void {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [, setLastServer] = usePreference('lastServer');
  return ({ credentials }) => {
    if (credentials) keep(server, credentials);
    setLastServer(server);
    void navigate(safeReturn(params.get('returnTo')) ?? paths.server(server), { replace: true });
  };
}
