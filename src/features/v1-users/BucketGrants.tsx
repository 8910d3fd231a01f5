import { Anchor, Chip, Group, Table, Text, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { bucketQueries } from '@/api/buckets';
import { useCaller } from '@/components/useCaller';
import { countText } from '@/lib/counted';
import { compareNatural } from '@/lib/naturalOrder';
import { paths } from '@/lib/paths';
import type { Action } from '@/lib/permissions';
import type { V1Grants } from '@/lib/v1Grants';
import { grantOf } from '@/lib/v1Grants';
import { databaseText, useDatabases } from './useDatabases';

export interface BucketGrantsProps {
  orgID: string;
  grants: V1Grants;
  /** What is stored: chips that differ are marked. Absent while nothing is. */
  before?: V1Grants;
  onToggle: (bucketID: string, action: Action, isHeld: boolean) => void;
  disabled?: boolean;
}

interface GrantRow {
  id: string;
  name: string;
  isKnown: boolean;
}

const mostShown = 40;
const actions = [
  ['read', 'Read'],
  ['write', 'Write'],
] as const;

/** The buckets of the org with a chip for each action. Those that are held, or were, come first. */
export function BucketGrants({ orgID, grants, before, ...rest }: BucketGrantsProps) {
  const { data: buckets } = useSuspenseQuery(bucketQueries.inOrg(orgID));
  const [sought, setSought] = useState('');
  const orgIDs = useMemo(() => [orgID], [orgID]);
  const { ofBucket } = useDatabases(orgIDs);
  const known = useMemo(
    () =>
      buckets
        .filter(({ type }) => type === 'user')
        .toSorted((a, b) => compareNatural(a.name, b.name)),
    [buckets],
  );
  // The order of the first look stays while chips are pressed.
  const [first] = useState(
    () => new Set([...(before ?? grants).buckets.keys(), ...grants.buckets.keys()]),
  );
  const rows = orderedRows(known, first, sought);
  const shown = rows.slice(0, mostShown);
  return (
    <>
      {known.length > mostShown / 4 && (
        <TextInput
          size="xs"
          maw={320}
          mb="xs"
          aria-label="Find buckets"
          placeholder={`Find among ${countText(known.length)} buckets`}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <Table.ScrollContainer minWidth={420}>
        <Table fz="sm" verticalSpacing={5} aria-label="Buckets">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Bucket</Table.Th>
              <Table.Th>Access</Table.Th>
              <Table.Th>Databases</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <BucketName orgID={orgID} row={row} />
                </Table.Td>
                <Table.Td>
                  <GrantChips row={row} orgID={orgID} grants={grants} before={before} {...rest} />
                </Table.Td>
                <Table.Td c="dimmed">
                  {(ofBucket.get(row.id) ?? []).map(databaseText).join(', ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length === 0 && <Text c="dimmed">No bucket matches.</Text>}
      {rows.length > shown.length && (
        <Text size="sm" c="dimmed" mt={4}>
          and {countText(rows.length - shown.length)} more: find them by name
        </Text>
      )}
    </>
  );
}

function orderedRows(
  known: readonly { id: string; name: string }[],
  first: ReadonlySet<string>,
  sought: string,
): GrantRow[] {
  const ids = new Set(known.map(({ id }) => id));
  const unknown = [...first]
    .filter((id) => !ids.has(id))
    .map((id) => ({ id, name: id, isKnown: false }));
  const all = known.map(({ id, name }) => ({ id, name, isKnown: true }));
  const text = sought.trim().toLowerCase();
  return [
    ...unknown,
    ...all.filter(({ id }) => first.has(id)),
    ...all.filter(({ id }) => !first.has(id)),
  ].filter(({ id, name }) => name.toLowerCase().includes(text) || id === text);
}

function BucketName({ orgID, row }: { orgID: string; row: GrantRow }) {
  const { server = '' } = useParams();
  if (row.isKnown) {
    return (
      <Anchor component={Link} to={paths.bucket(server, orgID, row.id)} size="sm">
        {row.name}
      </Anchor>
    );
  }
  return (
    <Text span size="sm">
      <Text span ff="monospace" size="xs">
        {row.id}
      </Text>{' '}
      <Text span c="dimmed" size="sm">
        gone, hidden or of another org
      </Text>
    </Text>
  );
}

interface GrantChipsProps extends BucketGrantsProps {
  row: GrantRow;
}

function GrantChips(props: GrantChipsProps) {
  const { row, orgID, grants, before = grants, onToggle, disabled } = props;
  const { can } = useCaller();
  const { id, name, isKnown } = row;
  const held = grantOf(grants, id);
  const was = grantOf(before, id);
  const isChanged = actions.some(([action]) => held[action] !== was[action]);
  return (
    <Group gap={6} wrap="nowrap">
      {actions.map(([action, label]) => {
        const needed = {
          action,
          resource: { type: 'buckets', ...(isKnown && { orgID }), id },
        };
        const { answer, reason } = can(needed);
        const isRefused = answer === 'no' && !held[action];
        return (
          <Chip
            key={action}
            size="xs"
            color="v1-user"
            variant={held[action] === was[action] ? 'light' : 'outline'}
            checked={held[action]}
            disabled={disabled ?? (isRefused || (!isKnown && !held[action]))}
            title={isRefused ? reason : undefined}
            aria-label={`${label} ${name}`}
            onChange={(isHeld) => onToggle(id, action, isHeld)}
          >
            {label}
          </Chip>
        );
      })}
      {isChanged && (
        <Text span size="xs" c="dimmed">
          unsaved
        </Text>
      )}
    </Group>
  );
}
