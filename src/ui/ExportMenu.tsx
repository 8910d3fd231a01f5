import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { saveFile } from './saveFile';

export interface ExportMenuProps {
  /** Of the files, without an ending. */
  name: string;
  /** By ending; each is made when it is asked for. */
  texts: Readonly<Partial<Record<'csv' | 'json', () => string>>>;
}

/** What a screen shows, as a file. */
export function ExportMenu({ name, texts }: ExportMenuProps) {
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(texts).map(([ending, text]) => (
          <Menu.Item key={ending} onClick={() => saveFile(`${name}.${ending}`, text())}>
            {ending.toUpperCase()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
