import { Alert, Group, Kbd, Stack, Switch, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, useCallback, useId, useMemo, useState } from 'react';
import type { Matrix } from '@/lib/permissionMatrix';
import { changeRow, withScope } from '@/lib/permissionMatrix';
import type { Granting } from '@/lib/permissionMatrixToggles';
import { typeWords } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { groupTypes, isById } from '@/lib/typeGroups';
import { MatrixTable } from './MatrixTable';
import type { ChangeRow } from './MatrixRowLines';
import { OtherPermissions } from './OtherPermissions';

export interface PermissionMatrixProps {
  matrix: Matrix;
  onChange: (change: (matrix: Matrix) => Matrix) => void;
  around: Surroundings;
  /** By `useGranting`. */
  granting: Granting;
}

/** A set of permissions to be edited: by type, action and scope, down to single resources. */
export const PermissionMatrix = memo(function PermissionMatrix({
  matrix,
  onChange,
  around,
  granting,
}: PermissionMatrixProps) {
  const [typed, setTyped] = useState('');
  const keysId = useId();
  const [isSwitched, setIsSwitched] = useState(false);
  const global = matrix.rows.filter(({ scope }) => scope === 'global');
  const allowsGlobal = isSwitched || global.length > 0;
  const types = matrix.rows.map(({ type }) => type).join();
  const groups = useMemo(() => groupTypes(shownTypes(types.split(','), typed)), [types, typed]);
  const onChangeRow: ChangeRow = useCallback(
    (type, change) => onChange((before) => changeRow(before, type, change)),
    [onChange],
  );
  const switchGlobal = (isOn: boolean) => {
    setIsSwitched(isOn);
    if (!isOn) onChange(withoutGlobal);
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <TextInput
          size="xs"
          w={220}
          leftSection={<IconSearch size={14} />}
          aria-label="Search types"
          placeholder="Search types"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Switch
          size="xs"
          label="Allow every org"
          checked={allowsGlobal}
          onChange={(event) => switchGlobal(event.currentTarget.checked)}
        />
      </Group>
      {allowsGlobal && <GlobalDanger count={global.length} />}
      <MatrixTable
        matrix={matrix}
        groups={groups}
        granting={granting}
        around={around}
        allowsGlobal={allowsGlobal}
        describedBy={keysId}
        onChange={onChange}
        onChangeRow={onChangeRow}
      />
      {groups.length === 0 && <Text c="dimmed">No type matches “{typed}”.</Text>}
      <OtherPermissions others={matrix.others} around={around} onChange={onChange} />
      <Keys id={keysId} />
    </Stack>
  );
});

function shownTypes(types: readonly string[], typed: string): readonly string[] {
  const text = typed.trim().toLowerCase();
  return types.filter((type) => `${type} ${typeWords(type)}`.toLowerCase().includes(text));
}

/** Everything that held in every org holds in the org of the token only. */
function withoutGlobal(matrix: Matrix): Matrix {
  return {
    ...matrix,
    rows: matrix.rows.map((row) =>
      row.scope === 'global' ? withScope(row, isById(row.type) ? 'selected' : 'org') : row,
    ),
  };
}

function GlobalDanger({ count }: { count: number }) {
  const now = count === 0 ? 'No type is set to it yet.' : `Set for ${count} of the types below.`;
  return (
    <Alert color="danger" variant="light" title="Every org means every org" py="xs">
      <Text size="sm">
        A permission without an org holds in all orgs of this server, those that are made later too,
        whoever they belong to. {now}
      </Text>
    </Alert>
  );
}

function Keys({ id }: { id: string }) {
  return (
    <Text size="xs" c="dimmed" visibleFrom="sm" id={id}>
      <VisuallyHidden>Keys in the table: </VisuallyHidden>
      <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> <Kbd size="xs">←</Kbd> <Kbd size="xs">→</Kbd>{' '}
      move, <Kbd size="xs">Space</Kbd> ticks, <Kbd size="xs">Shift</Kbd> <Kbd size="xs">Space</Kbd>{' '}
      the row, <Kbd size="xs">r</Kbd> and <Kbd size="xs">w</Kbd> the column
    </Text>
  );
}
