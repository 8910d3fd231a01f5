import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import { DiffList } from '@/components/DiffList';
import { nameOrId } from '@/lib/credentialName';
import { paths } from '@/lib/paths';
import { permissionDiff } from '@/lib/permissionDiff';
import type { Permission } from '@/lib/permissions';
import type { Surroundings } from '@/lib/surroundings';
import { Section } from '@/ui/Section';
import type { Side } from './sides';

export interface DifferencesProps {
  left: Side;
  right: Side;
  around: Surroundings;
}

const none: readonly Permission[] = [];

function permissionsOf(side: Side): readonly Permission[] {
  return side.kind === 'credential' || side.kind === 'preset' ? side.permissions : none;
}

export function Differences({ left, right, around }: DifferencesProps) {
  const [first, second] = [permissionsOf(left), permissionsOf(right)];
  const diff = useMemo(() => permissionDiff(first, second, around), [first, second, around]);
  const isKnown = [left, right].every(({ kind }) => kind === 'credential' || kind === 'preset');
  if (!isKnown) return null;
  return (
    <Section title="Differences">
      {diff.isSame ? (
        <Same left={left} right={right} />
      ) : (
        <DiffList diff={diff} around={around} titles={['Only the first', 'Only the second']} />
      )}
    </Section>
  );
}

function Same({ left, right }: Pick<DifferencesProps, 'left' | 'right'>) {
  const { server = '' } = useParams();
  if (left.kind !== 'credential' || right.kind !== 'credential') {
    return (
      <Alert variant="light" title="The same access">
        Neither has anything the other lacks.
      </Alert>
    );
  }
  const [a, b] = [left.credential, right.credential];
  if (a.id === b.id) return <Text c="dimmed">Both are the same credential.</Text>;
  const apart = [
    ...(a.userID === b.userID ? [] : [`the owner (${a.user} and ${b.user})`]),
    ...(a.orgID === b.orgID ? [] : [`the org (${a.org} and ${b.org})`]),
    ...(a.status === b.status ? [] : [`the state (${a.status} and ${b.status})`]),
  ];
  return (
    <Alert variant="light" title="The same access">
      <Stack gap="xs">
        <Text size="sm">
          Neither has anything the other lacks.
          {apart.length > 0 && ` What differs is ${apart.join(' and ')}.`}
        </Text>
        <Text size="sm">
          InfluxDB does not record when a credential was last used. To find out whether one is
          needed, deactivate it and see who complains: that can be taken back, deleting cannot.
        </Text>
        {[a, b].map((credential) => (
          <Anchor
            key={credential.id}
            size="sm"
            component={Link}
            to={paths.credential(server, credential)}
          >
            Open “{nameOrId(credential)}”
          </Anchor>
        ))}
      </Stack>
    </Alert>
  );
}
