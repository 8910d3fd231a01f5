import { Button, Collapse, Group, Stack } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { Permission } from '@/lib/permissions';
import { CodeBlock } from '@/ui/CodeBlock';

/** The permissions as the server takes them. */
export function JsonPreview({ permissions }: { permissions: readonly Permission[] }) {
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
          Show the permissions as JSON
        </Button>
      </Group>
      <Collapse expanded={opened} id={panel}>
        {opened && <CodeBlock code={jsonLines(permissions)} label="Permissions as JSON" />}
      </Collapse>
    </Stack>
  );
}

/** One permission a line. */
function jsonLines(permissions: readonly Permission[]): string {
  return `[\n${permissions.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]`;
}
