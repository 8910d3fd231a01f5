import { Button, Divider, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { Connection } from '@/api/client';
import { keepAnew } from '@/api/credentialStore';
import type { GatewayServer } from '@/api/gateway';
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
  const { data: configuration } = useSuspenseQuery(gatewayQueries.configuration);
  const { servers } = configuration;
  const chosen = servers.find(({ id }) => id === server);
  const signedIn = useSignedIn(server);
  const { data: status } = useQuery(serverStatusQueries.of(server));
  const samples = status?.needsSetup ? [] : (chosen?.demo?.credentials ?? []);
  const aside = samples.length > 0 && (
    <SamplesList key={server} server={server} samples={samples} onSignedIn={signedIn} />
  );
  return (
    <SessionFrame title="Sign in" aside={aside}>
      <Stack gap="sm" className={classes.panel}>
        <Title order={1} size="h4">
          {chosen ? `Sign in to ${chosen.name}` : 'Sign in'}
        </Title>
        <ServerPicker servers={servers} server={server} isKnown={chosen !== undefined} />
        {chosen && <Entrance key={server} server={server} onSignedIn={signedIn} />}
      </Stack>
    </SessionFrame>
  );
}

interface ServerPickerProps {
  servers: readonly GatewayServer[];
  server: string;
  isKnown: boolean;
}

function ServerPicker({ servers, server, isKnown }: ServerPickerProps) {
  const navigate = useNavigate();
  return (
    <>
      {(servers.length > 1 || !isKnown) && (
        <Select
          label="Server"
          data={servers.map(({ id, name }) => ({ value: id, label: name }))}
          value={isKnown ? server : null}
          allowDeselect={false}
          onChange={(id) => id !== null && void navigate(paths.signIn(id))}
        />
      )}
      {!isKnown && (
        <NothingHere title={`This Headgate knows no server “${server}”`}>
          Choose one above, or start Headgate with --influx NAME=URL.
        </NothingHere>
      )}
    </>
  );
}

interface EntranceProps {
  server: string;
  onSignedIn: (connection: Connection) => void;
}

function Entrance({ server, onSignedIn }: EntranceProps) {
  const { data: status } = useQuery(serverStatusQueries.of(server));
  return (
    <>
      <ServerStatusLine server={server} />
      <Divider my={4} />
      {status?.needsSetup ? (
        <NeverSetUp server={server} />
      ) : (
        <SignInForm
          server={server}
          kinds={status?.line === '1.x' ? ['v1'] : undefined}
          onSignedIn={onSignedIn}
        />
      )}
    </>
  );
}

function NeverSetUp({ server }: { server: string }) {
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2} size="h5">
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

/** Keeps the credential for this tab and goes back to where the person wanted to be. */
function useSignedIn(server: string): (connection: Connection) => void {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [, setLastServer] = usePreference('lastServer');
  return ({ credentials }) => {
    if (credentials) keepAnew(server, credentials);
    setLastServer(server);
    void navigate(safeReturn(params.get('returnTo')) ?? paths.server(server), { replace: true });
  };
}
