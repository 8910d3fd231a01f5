import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import type { SavedPreset } from '@/lib/presetsSaved';
import { presetFileText } from '@/lib/presetsSaved';
import { saveFile } from '@/ui/saveFile';
import type { SavedListProps } from './savedList';
import { withoutSaved, withSaved } from './savedList';

export interface SavedPresetMenuProps extends SavedListProps {
  preset: SavedPreset;
}

export function SavedPresetMenu({ preset, saved, onChange }: SavedPresetMenuProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const { name } = preset;
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={`Actions for preset ${name}`}>
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={open}>Rename</Menu.Item>
          <Menu.Item onClick={() => saveFile(`${name}.json`, presetFileText(preset))}>
            Export as JSON
          </Menu.Item>
          <Menu.Item c="danger" onClick={() => onChange((before) => withoutSaved(before, name))}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={opened} onClose={close} title={`Rename preset ${name}`}>
        <RenameForm preset={preset} saved={saved} onChange={onChange} onClose={close} />
      </Modal>
    </>
  );
}

function RenameForm(props: SavedPresetMenuProps & { onClose: () => void }) {
  const { preset, saved, onChange, onClose } = props;
  const [name, setName] = useState(preset.name);
  const text = name.trim();
  const isTaken = text !== preset.name && saved.some((each) => each.name === text);
  const rename = (event: SyntheticEvent) => {
    event.preventDefault();
    onChange((before) => withSaved(withoutSaved(before, preset.name), { ...preset, name: text }));
    onClose();
  };
  return (
    <form onSubmit={rename}>
      <Stack gap="md">
        <TextInput
          label="Name"
          data-autofocus
          autoComplete="off"
          value={name}
          error={isTaken ? 'Another preset has this name' : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" disabled={text === '' || isTaken}>
            Rename
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
