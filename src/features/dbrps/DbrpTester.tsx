import { Anchor, Autocomplete, Code, Group, List, Select, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { Dbrp } from '@/api/dbrps';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { v1UserQueries } from '@/api/v1Users';
import { joinedCredentials } from '@/components/useCredentials';
import { nameOrId } from '@/lib/credentialName';
import type { Landing } from '@/lib/dbrpResolve';
import { resolveQuery, resolveWrite } from '@/lib/dbrpResolve';
import { paths } from '@/lib/paths';
import type { Credential } from '@/lib/surroundings';
import { useUrlState } from '@/ui/useUrlState';
import { LandingText } from './LandingText';
import type { TesterState } from './testerUrl';
import { testerUrl } from './testerUrl';
import type { SeenMappings } from './useMappedOrg';
import { useMappedOrg } from './useMappedOrg';

const mostShown = 100;

/** What `db` and `rp` of a 1.x request lead to, told without sending one. */
export function DbrpTester() {
  const { orgId = '' } = useParams();
  const org = useMappedOrg(orgId);
  const { state, adjust } = useUrlState(testerUrl);
  const credentials = useCredentialsOf(orgId);
  const databases = useMemo(() => namesOf(org, ({ database }) => database), [org]);
  const policies = useMemo(
    () =>
      namesOf(org, (mapping) =>
        mapping.database === state.database ? mapping.retention_policy : undefined,
      ),
    [org, state.database],
  );
  const choices = useMemo(() => choicesOf(credentials), [credentials]);
  const held = credentials.find((credential) => keyOf(credential) === state.as);
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <Autocomplete
          label="Database"
          data={databases}
          limit={mostShown}
          value={state.database}
          onChange={(database) => adjust({ database })}
          w={220}
          spellCheck={false}
        />
        <Autocomplete
          label="Retention policy"
          placeholder="not given"
          data={policies}
          limit={mostShown}
          value={state.retentionPolicy}
          onChange={(retentionPolicy) => adjust({ retentionPolicy })}
          w={180}
          spellCheck={false}
        />
        <Select
          label="Asked by"
          placeholder="somebody who may do everything"
          data={choices}
          value={held ? state.as : null}
          onChange={(as) => adjust({ as: as ?? '' })}
          searchable
          clearable
          limit={mostShown}
          nothingFoundMessage="No credential of this org matches"
          w={280}
        />
      </Group>
      {state.database !== '' && <Outcome org={org} state={state} credential={held} />}
    </Stack>
  );
}

interface OutcomeProps {
  org: SeenMappings;
  state: TesterState;
  credential: Credential | undefined;
}

function Outcome({ org, state, credential }: OutcomeProps) {
  const held = credential?.permissions ?? null;
  const isOff = credential?.status === 'inactive';
  const off: Landing = { status: 401, message: 'Unauthorized' };
  const write = isOff ? off : resolveWrite(org, state, held);
  const query = isOff ? off : resolveQuery(org, state, held);
  const search = searchOf(state);
  const isMapped = org.mappings.some(({ database }) => database === state.database);
  return (
    <Stack gap={6} component="output" aria-label="Where it lands">
      <List size="sm" spacing={4} listStyleType="none">
        <List.Item>
          <Code>POST /write{search}</Code>{' '}
          <LandingText landing={write} verb="lands in" bucketName={org.bucketName} />
        </List.Item>
        <List.Item>
          <Code>GET /query{search}</Code>{' '}
          <LandingText landing={query} verb="reads" bucketName={org.bucketName} />
        </List.Item>
      </List>
      {'message' in write && !isOff && !isMapped && <MapIt database={state.database} />}
      {isOff && (
        <Text size="sm" c="dimmed">
          {credential.name} is inactive: it can do neither.
        </Text>
      )}
      {credential && !isOff && (
        <Text size="sm" c="dimmed">
          Mappings to buckets that a credential cannot reach do not count for it; a default that is
          hidden from it still counts.
        </Text>
      )}
      {!org.seesAll && (
        <Text size="sm" c="dimmed">
          You see only the mappings of buckets that your credential may read: the server may know
          more.
        </Text>
      )}
    </Stack>
  );
}

/** What is missing when nothing answers to the name. */
function MapIt({ database }: { database: string }) {
  const { server = '', orgId = '' } = useParams();
  return (
    <Text size="sm">
      No bucket answers to this name.{' '}
      <Anchor
        component={Link}
        to={paths.newDbrp(server, orgId, undefined, database)}
        underline="always"
      >
        Map {database} to a bucket
      </Anchor>
    </Text>
  );
}

function searchOf({ database, retentionPolicy }: TesterState): string {
  const rp = retentionPolicy === '' ? '' : `&rp=${encodeURIComponent(retentionPolicy)}`;
  return `?db=${encodeURIComponent(database)}${rp}`;
}

function namesOf(
  { mappings }: SeenMappings,
  nameOf: (mapping: Dbrp) => string | undefined,
): string[] {
  return [...new Set(mappings.map(nameOf))].filter((name) => name !== undefined);
}

function keyOf({ kind, id }: Credential): string {
  return `${kind} ${id}`;
}

function choicesOf(credentials: readonly Credential[]) {
  const group = (kind: Credential['kind'], label: string) => ({
    group: label,
    items: credentials
      .filter((credential) => credential.kind === kind)
      .map((credential) => ({ value: keyOf(credential), label: nameOrId(credential) })),
  });
  return [group('v1 user', 'v1 users'), group('token', 'Tokens')].filter(
    ({ items }) => items.length > 0,
  );
}

const none: readonly Token[] = [];

/** Those that the caller may list; the tester does not wait for them. 1.x paths act in the credential's own org. */
function useCredentialsOf(orgID: string): readonly Credential[] {
  const [{ data: tokens = none }, { data: v1Users = none }] = useQueries({
    queries: [tokenQueries.all, v1UserQueries.all],
  });
  return useMemo(
    () => joinedCredentials(tokens, v1Users).filter((credential) => credential.orgID === orgID),
    [tokens, v1Users, orgID],
  );
}
