import { Modal, Stack, Text } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { Navigate, Outlet, useLocation, useNavigate, useParams } from 'react-router-dom';
import { callerQueries } from '@/api/caller';
import type { Connection } from '@/api/client';
import type { Credentials } from '@/api/credentials';
import { connect, open, recoverWith } from '@/api/client';
import { askOtherTabs, keep, kept, shareWithOtherTabs } from '@/api/credentialStore';
import { resumeSession } from '@/api/session';
import { denialWords } from '@/components/denialWords';
import { SignInForm } from '@/features/session/SignInForm';
import { paths } from '@/lib/paths';
import { ErrorWordsContext } from '@/ui/errorWords';
import { Booting } from './Booting';
import { createExpiry } from './expiry';
import { createQueryClient } from './queryClient';
import { useSignOut } from './useSignOut';

/** A cookie of an earlier sign-in first, then the tabs beside this one. */
async function resume(server: string): Promise<Connection | null> {
  const session = await resumeSession(server);
  if (session) return session;
  const credentials = await askOtherTabs(server);
  return credentials ? open(server, credentials) : null;
}

/** Everything below knows its server and its caller. */
export function SignedIn() {
  const { server = '' } = useParams();
  return <SignedInTo key={server} server={server} />;
}

function SignedInTo({ server }: { server: string }) {
  const [credentials] = useState(() => kept(server));
  if (!credentials) return <Resumed server={server} />;
  return <Connected initial={open(server, credentials)} />;
}

function Resumed({ server }: { server: string }) {
  const { pathname, search } = useLocation();
  const { data: found } = useSuspenseQuery({
    queryKey: ['resume', server],
    queryFn: () => resume(server),
    gcTime: 0,
  });
  if (found) return <Connected initial={found} />;
  const returnTo = new URLSearchParams({ returnTo: pathname + search });
  return <Navigate to={`${paths.signIn(server)}?${returnTo.toString()}`} replace />;
}

function Connected({ initial }: { initial: Connection }) {
  const { server } = initial;
  const [client] = useState(() => {
    if (initial.credentials) keep(server, initial.credentials);
    connect(initial);
    return createQueryClient();
  });
  const [expiry] = useState(createExpiry);
  const navigate = useNavigate();
  useEffect(() => {
    recoverWith(expiry.signInAgain);
    return () => recoverWith(undefined);
  }, [expiry]);
  useEffect(
    () =>
      shareWithOtherTabs((forgotten) => {
        if (forgotten === server) void navigate(paths.signIn(server));
      }),
    [navigate, server],
  );
  const isAsking = useSyncExternalStore(expiry.subscribe, expiry.isAsking);
  const signedInAgain = (connection: Connection) => {
    if (connection.credentials) keep(server, connection.credentials);
    connect(connection);
    expiry.signedIn();
    void client.invalidateQueries(callerQueries.current);
  };
  return (
    <QueryClientProvider client={client}>
      <ModalsProvider>
        <Suspense fallback={<Booting />}>
          <KnownCaller />
        </Suspense>
        <SignInAgain
          server={server}
          kind={initial.credentials?.kind}
          isOpen={isAsking}
          onSignedIn={signedInAgain}
        />
      </ModalsProvider>
    </QueryClientProvider>
  );
}

/** Asked once, before any page: below it `useCaller` never waits. */
function KnownCaller() {
  useSuspenseQuery(callerQueries.current);
  return (
    <ErrorWordsContext value={denialWords}>
      <Outlet />
    </ErrorWordsContext>
  );
}

interface SignInAgainProps {
  server: string;
  /** Of the credential that ended. */
  kind: Credentials['kind'] | undefined;
  isOpen: boolean;
  onSignedIn: (connection: Connection) => void;
}

function SignInAgain({ server, kind, isOpen, onSignedIn }: SignInAgainProps) {
  const signOut = useSignOut(server);
  return (
    <Modal
      opened={isOpen}
      onClose={() => void signOut()}
      title="Your sign-in has ended"
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': 'Sign out' }}
      zIndex={400}
    >
      <Stack>
        <Text c="dimmed">
          The server does not know this credential any more. Sign in again and go on where you are:
          what you typed is still there.
        </Text>
        <SignInForm
          server={server}
          initialKind={kind === 'session' ? 'password' : kind}
          onSignedIn={onSignedIn}
        />
      </Stack>
    </Modal>
  );
}
