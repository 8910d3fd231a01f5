import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Navigate, useNavigate, useSearchParams } from 'react-router-dom';
import { callerGaps } from '@/components/callerText';
import { usePreference } from '@/components/preferences';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { useInitialFocus } from '@/ui/form/useInitialFocus';

/** A write-only token sees nothing at all: where it may write has to be told, once. */
export function NoOrgSeen({ server }: { server: string }) {
  const [targets] = usePreference('writeTargets');
  const [params] = useSearchParams();
  const known = targets[server];
  if (known && !params.has('choose')) {
    return <Navigate to={paths.write(server, known.org, known.bucket)} replace />;
  }
  return <AskTarget server={server} />;
}

function AskTarget({ server }: { server: string }) {
  const { caller } = useCaller();
  const navigate = useNavigate();
  const [targets, setTargets] = usePreference('writeTargets');
  const first = useInitialFocus<HTMLInputElement>();
  const form = useForm({
    initialValues: targets[server] ?? { org: '', bucket: '' },
    validate: {
      org: (org) => (org.trim() === '' ? 'Give the org, by name or id' : null),
      bucket: (bucket) => (bucket.trim() === '' ? 'Give the bucket, by name or id' : null),
    },
  });
  const go = form.onSubmit((values) => {
    const target = { org: values.org.trim(), bucket: values.bucket.trim() };
    setTargets((before) => ({ ...before, [server]: target }));
    void navigate(paths.write(server, target.org, target.bucket));
  });
  return (
    <Stack maw={460} gap="sm">
      <Title order={1} size="h3">
        This credential sees no org
      </Title>
      <Text c="dimmed">
        {callerGaps(caller)} It may still be able to write: tell where, and try. This browser
        remembers the names.
      </Text>
      <form onSubmit={go} noValidate>
        <Stack gap="sm" align="stretch">
          <TextInput label="Org" ref={first} {...form.getInputProps('org')} />
          <TextInput label="Bucket" {...form.getInputProps('bucket')} />
          <Button type="submit" style={{ alignSelf: 'flex-start' }}>
            Write line protocol
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
