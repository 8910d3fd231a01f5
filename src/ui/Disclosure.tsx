import { Button, Collapse, Group, Stack } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface DisclosureProps {
  label: string;
  /** Made when it is opened. */
  children: () => ReactNode;
}

/** What few people want to see, behind a quiet button. */
export function Disclosure({ label, children }: DisclosureProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const panel = useId();
  return (
    <Stack gap="xs">
      <Group>
        <Button
          size="compact-sm"
          px={6}
          ml={-6}
          variant="subtle"
          color="gray"
          leftSection={opened ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          aria-expanded={opened}
          aria-controls={panel}
          onClick={toggle}
        >
          {label}
        </Button>
      </Group>
      <Collapse expanded={opened} id={panel}>
        {opened && children()}
      </Collapse>
    </Stack>
  );
}
