import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import { callerGaps } from '@/components/callerText';
import { usePreference } from '@/components/preferences';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { paths } from '@/lib/paths';
import { useHere } from './useHere';

/** Where a caller goes who asks for nothing in particular on a server. */
export function Landing() {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  const { orgId } = useHere();
  const orgs = useOrgs();
  const [lastOrgs] = usePreference('lastOrgs');
  if (caller.kind === 'v1') {
    const [database] = caller.databases;
    const to =
      database === undefined ? paths.databases(server) : paths.databaseExplorer(server, database);
    return <Navigate to={to} replace />;
  }
  const isChoice = orgs.length > 1 && lastOrgs[server] !== orgId;
  if (orgId !== undefined && !isChoice) {
    return <Navigate to={paths.home(server, orgId)} replace />;
  }
  if (orgs.length > 0 || caller.isOperator) return <Navigate to={paths.orgs(server)} replace />;
  return <NoOrgSeen server={server} />;
}

/** A write-only token sees nothing at all: where it may write has to be told. */
function NoOrgSeen({ server }: { server: string }) {
  const { caller } = useCaller();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { org: '', bucket: '' },
    validate: {
      org: (org) => (org.trim() === '' ? 'Give the org, by name or id' : null),
      bucket: (bucket) => (bucket.trim() === '' ? 'Give the bucket, by name or id' : null),
    },
  });
  const go = form.onSubmit(({ org, bucket }) =>
    navigate(paths.write(server, org.trim(), bucket.trim())),
  );
  return (
    <Stack maw={460} gap="sm">
      <Title order={1} size="h3">
        This credential sees no org
      </Title>
      <Text c="dimmed">
        {callerGaps(caller)} It may still be able to write: tell where, and try.
      </Text>
      <form onSubmit={go} noValidate>
        <Stack gap="sm" align="stretch">
          <TextInput label="Org" {...form.getInputProps('org')} />
          <TextInput label="Bucket" {...form.getInputProps('bucket')} />
          <Button type="submit" style={{ alignSelf: 'flex-start' }}>
            Write line protocol
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
