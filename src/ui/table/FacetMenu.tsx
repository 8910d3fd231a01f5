import { Button, Menu, ScrollArea, Text } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';

export interface FacetMenuProps {
  label: string;
  counts: readonly (readonly [value: string, count: number])[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

export function FacetMenu({ label, counts, chosen, onChange }: FacetMenuProps) {
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Menu closeOnItemClick={false} position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          size="xs"
          variant={chosen.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} />}
        >
          {chosen.length === 0 ? label : `${label}: ${chosen.join(', ')}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={320}>
          {counts.map(([value, count]) => (
            <Menu.Item
              key={value}
              role="menuitemcheckbox"
              aria-checked={chosen.includes(value)}
              leftSection={<IconCheck size={14} opacity={chosen.includes(value) ? 1 : 0} />}
              rightSection={
                <Text span size="xs" c="dimmed">
                  {count}
                </Text>
              }
              onClick={() => toggle(value)}
            >
              {value}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
        {chosen.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onChange([])}>Clear</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
