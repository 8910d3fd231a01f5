import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { permissionsOf } from '@/lib/permissionMatrix';
import { distinct } from '@/lib/permissions';
import { relativeTo } from '@/lib/presetsSaved';
import type { NewToken } from './newTokenDraft';
import type { SavedListProps } from './savedList';
import { withSaved } from './savedList';

export interface SavePresetProps extends SavedListProps {
  token: NewToken;
}

/** Keeps what is ticked now, in this browser. */
export function SavePreset(props: SavePresetProps) {
  const [opened, { open, close }] = useDisclosure(false);
  if (permissionsOf(props.token.matrix).length === 0) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        justify="flex-start"
        px={8}
        leftSection={<IconPlus size={14} />}
        onClick={open}
      >
        Save as preset
      </Button>
      <Modal opened={opened} onClose={close} title="Save as preset">
        <SaveForm {...props} onClose={close} />
      </Modal>
    </>
  );
}

type Reach = 'any-org' | 'exact';

const reaches: { value: Reach; label: string }[] = [
  { value: 'any-org', label: 'For any org' },
  { value: 'exact', label: 'With these ids' },
];

function SaveForm({ token, saved, onChange, onClose }: SavePresetProps & { onClose: () => void }) {
  const permissions = distinct(permissionsOf(token.matrix));
  const relative = relativeTo(permissions, token);
  const isRelative = 'permissions' in relative;
  const [name, setName] = useState('');
  const [reach, setReach] = useState<Reach>(isRelative ? 'any-org' : 'exact');
  const text = name.trim();
  const isTaken = saved.some((each) => each.name === text);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const kept = reach === 'any-org' && isRelative ? relative.permissions : permissions;
    onChange((before) => withSaved(before, { name: text, permissions: kept }));
    onClose();
  };
  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <TextInput
          label="Name"
          data-autofocus
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          description={isTaken ? 'Replaces the preset of this name' : undefined}
        />
        <Stack gap={4}>
          <SegmentedControl
            data={reaches}
            value={reach}
            onChange={setReach}
            disabled={!isRelative}
            w="fit-content"
            aria-label="What it is for"
          />
          <Text size="sm" c="dimmed">
            {reachText(reach, isRelative ? undefined : relative.problem)}
          </Text>
        </Stack>
        <Text size="sm" c="dimmed">
          Kept in this browser. It holds permissions, never a secret.
        </Text>
        <Group gap="xs">
          <Button type="submit" disabled={text === ''}>
            Save
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function reachText(reach: Reach, problem: string | undefined): string {
  if (problem !== undefined) return `Only with its ids: ${problem}.`;
  return reach === 'any-org'
    ? 'Org, owner and buckets are those chosen when the preset is used.'
    : 'Org, owner and buckets stay those of now, by their ids.';
}
