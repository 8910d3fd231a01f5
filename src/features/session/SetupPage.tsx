import { Alert, Anchor, Button, Checkbox, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { keepAnew } from '@/api/credentialStore';
import { serverStatusQueries } from '@/api/serverStatus';
import type { SetupOutcome } from '@/api/setup';
import { setupMutations } from '@/api/setup';
import { paths } from '@/lib/paths';
import { CodeBlock } from '@/ui/CodeBlock';
import { ServerStatusLine } from './ServerStatusLine';
import { SessionFrame } from './SessionFrame';
import classes from './session.module.css';
import { SetupForm } from './SetupForm';

export function SetupPage() {
  const { server = '' } = useParams();
  const { data: status } = useQuery(serverStatusQueries.of(server));
  const { mutateAsync: setUp, data: outcome } = useMutation(setupMutations.run(server));
  const isClosed = status?.needsSetup === false && !outcome;
  return (
    <SessionFrame title="Set up">
      <Stack gap="sm" className={classes.panel}>
        <Title order={1} size="h4">
          {outcome ? 'The server is set up' : 'Set up this server'}
        </Title>
        {!outcome && <ServerStatusLine server={server} />}
        {outcome && <OperatorToken server={server} outcome={outcome} />}
        {isClosed && <Text>This server is set up already. Sign in to it.</Text>}
        {!outcome && !isClosed && <SetupForm onSubmit={setUp} />}
        {!outcome && (
          <Anchor component={Link} to={paths.signIn(server)} size="sm">
            Back to sign-in
          </Anchor>
        )}
      </Stack>
    </SessionFrame>
  );
}

/** The server shows an operator token once; from then on it may keep only a hash. */
function OperatorToken({ server, outcome }: { server: string; outcome: SetupOutcome }) {
  const { token } = outcome.auth;
  const navigate = useNavigate();
  const [isStored, setIsStored] = useState(false);
  const enter = () => {
    keepAnew(server, { kind: 'token', token });
    void navigate(paths.home(server, outcome.org.id));
  };
  return (
    <Stack gap="sm">
      <Alert color="warning" variant="light" title="This is the operator token. It is shown once.">
        <Text size="sm">
          It may do everything in every org. The server may keep only a hash of it: store it in a
          password manager now.
        </Text>
      </Alert>
      <CodeBlock code={token} label="operator token" />
      <Checkbox
        label="I have stored the operator token"
        checked={isStored}
        onChange={({ currentTarget: { checked } }) => setIsStored(checked)}
      />
      <Button disabled={!isStored} onClick={enter}>
        Continue as {outcome.user.name}
      </Button>
    </Stack>
  );
}
