import { Button, MultiSelect, Popover, Stack, Text } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useMemo } from 'react';
import { counted } from '@/lib/counted';
import type { KnownBucket } from '@/lib/surroundings';

export interface ColumnsMenuProps {
  buckets: readonly KnownBucket[];
  labelOf: (bucket: KnownBucket) => string;
  chosen: readonly string[];
  isUsual: boolean;
  onChange: (ids: readonly string[] | null) => void;
}

const mostShown = 100;

export function ColumnsMenu({ buckets, labelOf, chosen, isUsual, onChange }: ColumnsMenuProps) {
  const data = useMemo(
    () =>
      buckets
        .filter(({ type }) => type === 'user')
        .map((bucket) => ({ value: bucket.id, label: labelOf(bucket) })),
    [buckets, labelOf],
  );
  return (
    <Popover width={340} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={14} />}>
          Columns: {counted(chosen.length, 'bucket')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <MultiSelect
            label="A column for each of these buckets"
            data={data}
            value={[...chosen]}
            onChange={onChange}
            searchable
            limit={mostShown}
            nothingFoundMessage="No bucket matches"
            comboboxProps={{ withinPortal: false }}
          />
          {!isUsual && (
            <Button size="xs" variant="subtle" onClick={() => onChange(null)}>
              Those that most v1 users reach
            </Button>
          )}
          {data.length > mostShown && (
            <Text size="xs" c="dimmed">
              More are found by typing.
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
