import { Group, Paper, Text } from '@mantine/core';
import { CopyButton } from '@/ui/CopyButton';

/** Of a v1 user that was just made anew: it may have been generated, and nobody noted it. */
export function HandedPassword({ password }: { password: string }) {
  return (
    <Paper withBorder p="sm" mb="sm" component="section" aria-label="New password">
      <Group gap={4}>
        <Text>
          Hand on the new password if it is another one: the server keeps only a hash of it.
        </Text>
        <CopyButton text={password} what="password" />
      </Group>
    </Paper>
  );
}
