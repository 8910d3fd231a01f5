import { Alert, Code, List, Stack, Text } from '@mantine/core';
import type { Mapping, RouteChange } from '@/lib/dbrpArbitration';
import { allMappings, routeChanges } from '@/lib/dbrpArbitration';
import type { SeenMappings } from './useMappedOrg';

export interface RouteChangesProps {
  org: SeenMappings;
  /** The stored mappings as they would be. */
  after: readonly Mapping[];
  database: string;
  /** It was asked to be the default no more, and stays it. */
  staysDefault?: boolean;
}

/** What a write would change for clients and for the defaults, before it is sent. */
export function RouteChanges(props: RouteChangesProps) {
  const { org, after, database, staysDefault = false } = props;
  const { stored, buckets, bucketName, seesAll } = org;
  const changes = routeChanges(allMappings(stored, buckets), allMappings(after, buckets), database);
  const moved = defaultText(stored, after, database);
  const isLoss = changes.some(({ from }) => from !== undefined);
  return (
    <Alert
      color={isLoss ? 'warning' : 'gray'}
      variant={isLoss ? 'light' : 'default'}
      title="What changes for 1.x clients"
      role="note"
    >
      <Stack gap={6}>
        {changes.length === 0 ? (
          <Text size="sm">Nothing: requests for {database} end in the same buckets as before.</Text>
        ) : (
          <List size="sm" spacing={4}>
            {changes.map((change) => (
              <List.Item key={change.retentionPolicy ?? ''}>
                <ChangeText change={change} bucketName={bucketName} />
              </List.Item>
            ))}
          </List>
        )}
        {moved !== null && <Text size="sm">{moved}</Text>}
        {staysDefault && (
          <Text size="sm">
            It stays the default: {database} has no other stored mapping to pass it on to.
          </Text>
        )}
        {!seesAll && (
          <Text size="sm" c="dimmed">
            Mappings that your credential may not read count too: the server may decide otherwise.
          </Text>
        )}
      </Stack>
    </Alert>
  );
}

interface ChangeTextProps {
  change: RouteChange;
  bucketName: (id: string) => string;
}

function ChangeText({ change, bucketName }: ChangeTextProps) {
  const { database, retentionPolicy, from, to } = change;
  const asked = (
    <Code>
      db={database}
      {retentionPolicy === undefined ? '' : `&rp=${retentionPolicy}`}
    </Code>
  );
  const where = retentionPolicy === undefined ? ' without rp' : '';
  if (to === undefined) {
    return (
      <>
        {asked}
        {where} is found no more; it led to {bucketName(from ?? '')}
      </>
    );
  }
  return (
    <>
      {asked}
      {where} leads to {bucketName(to)}
      {from === undefined ? '' : `, no longer to ${bucketName(from)}`}
    </>
  );
}

function defaultOf(stored: readonly Mapping[], database: string): Mapping | undefined {
  return stored.find((mapping) => mapping.database === database && mapping.default);
}

/** How the default of the stored mappings moves: the server decides that by itself. */
function defaultText(before: readonly Mapping[], after: readonly Mapping[], database: string) {
  const was = defaultOf(before, database);
  const is = defaultOf(after, database);
  if (!is) return was ? `${database} has no stored mapping any more.` : null;
  if (!was) {
    return `${is.retention_policy} is the default of ${database}: the first stored mapping always is.`;
  }
  if (was.id === is.id) return null;
  return `The default of ${database} moves from ${was.retention_policy} to ${is.retention_policy}.`;
}
