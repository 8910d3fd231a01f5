import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import { gatewayQueries } from '@/api/gateway';
import { ActionButton } from '@/components/ActionButton';
import { usePreference } from '@/components/preferences';
import { RequestPreview } from '@/components/RequestPreview';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { useSurroundings } from '@/components/useSurroundings';
import { writeOf } from '@/lib/permissions';
import { useErrorWords } from '@/ui/errorWords';
import { Refusal } from '@/ui/form/Refusal';
import { demoDemonstration } from './demoCredentials';
import type { Demonstration, Plan } from './demonstration';
import { newMark, planCalls, prepare } from './demonstration';

export interface StartFormProps {
  onStart: (demonstration: Demonstration) => void;
}

const prepareMutation = {
  mutationFn: prepare,
  /** The answer holds secrets. */
  gcTime: 0,
  meta: { done: 'Four credentials made', errorShownInForm: true, calls: planCalls },
};

/** The demo's own four, where this server is the demo InfluxDB and they are all there. */
function useDemo(plan: Plan): Demonstration | undefined {
  const { server = '' } = useParams();
  const { buckets } = useSurroundings();
  const { data: configuration } = useQuery(gatewayQueries.configuration);
  const samples = configuration?.servers.find(({ id }) => id === server)?.demo?.credentials;
  return samples && demoDemonstration(samples, [...buckets.values()], plan);
}

export function StartForm({ onStart }: StartFormProps) {
  const orgs = useOrgs();
  const { caller } = useCaller();
  const { types } = useSurroundings();
  const [mark] = useState(newMark);
  const { server = '' } = useParams();
  const [lastOrgs] = usePreference('lastOrgs');
  const start = orgs.find(({ id }) => id === lastOrgs[server]) ?? orgs[0];
  const [orgID, setOrgID] = useState(start?.id ?? '');
  const plan = useMemo(
    () => ({ mark, orgID, userID: caller.user?.id ?? '', types }),
    [mark, orgID, caller.user?.id, types],
  );
  const demo = useDemo(plan);
  const describe = useErrorWords();
  const { mutate, isPending, error } = useMutation(prepareMutation);
  if (orgs.length === 0) {
    return <Text c="dimmed">This credential sees no org: it cannot make others.</Text>;
  }
  return (
    <Stack gap="md" maw={720}>
      <Text size="sm">
        Headgate makes two buckets and four credentials in an org, tries every call with each of
        them, and takes everything away again. Their names begin with {mark}.
      </Text>
      <Group align="flex-end" gap="sm">
        <Select
          label="Org"
          data={orgs.map(({ id, name = id }) => ({ value: id, label: name }))}
          value={orgID}
          onChange={(id) => id !== null && setOrgID(id)}
          allowDeselect={false}
          searchable
        />
        <ActionButton
          needs={writeOf('authorizations', { orgID })}
          loading={isPending}
          onClick={() => mutate(plan, { onSuccess: onStart })}
        >
          Make the four credentials
        </ActionButton>
        {demo && (
          <Button variant="default" onClick={() => onStart(demo)}>
            Use those of the demo
          </Button>
        )}
      </Group>
      <Refusal words={error && describe(error)} />
      <RequestPreview calls={planCalls(plan)} label="Show the API calls" />
    </Stack>
  );
}
