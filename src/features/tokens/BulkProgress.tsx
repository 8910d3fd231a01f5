import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { countText } from '@/lib/counted';

export interface BulkProgressProps {
  total: number;
  answered: number;
  isStopping: boolean;
  onStop: () => void;
}

export function BulkProgress({ total, answered, isStopping, onStop }: BulkProgressProps) {
  return (
    <Stack gap="sm">
      <Progress value={(answered / total) * 100} aria-label="Progress" />
      <Group justify="space-between">
        <Text component="output" size="sm">
          {countText(answered)} of {countText(total)}
          {isStopping && ', stopping'}
        </Text>
        <Button variant="default" disabled={isStopping} onClick={onStop}>
          Stop
        </Button>
      </Group>
    </Stack>
  );
}
