import { Group, Text } from '@mantine/core';
import { CopyButton } from './CopyButton';

export interface IdProps {
  id: string;
  /** What it identifies: "bucket". */
  of: string;
}

/** An id in mono, to copy in one click. */
export function Id({ id, of }: IdProps) {
  return (
    <Group component="span" gap={4} wrap="nowrap" display="inline-flex">
      <Text span ff="monospace" size="sm">
        {id}
      </Text>
      <CopyButton text={id} what={`${of} id`} />
    </Group>
  );
}
