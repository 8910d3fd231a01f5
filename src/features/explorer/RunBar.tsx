import { Button, Group, Select, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { windowText } from '@/lib/aggregateWindow';
import { formatBytes } from '@/lib/bytes';
import { counted } from '@/lib/counted';
import { useState } from 'react';
import { TimeRangePicker } from './TimeRangePicker';
import type { Explorer } from './useExplorer';

const refreshes = [
  { value: '0', label: 'No refresh' },
  { value: '10', label: 'Every 10 s' },
  { value: '30', label: 'Every 30 s' },
  { value: '60', label: 'Every minute' },
];

/** When, how fine, and run. */
export function RunBar({ explorer }: { explorer: Explorer }) {
  const { state, adjust, go, range, interval, run, cancel, isRunning, canRun } = explorer;
  const choose = (text: string) => {
    go({ range: text });
    run();
  };
  return (
    <Group gap="xs">
      <TimeRangePicker range={range} interval={interval} onChange={choose} />
      <WindowSelect explorer={explorer} />
      <Select
        size="xs"
        w={116}
        aria-label="Refresh"
        data={refreshes}
        value={String(state.refresh)}
        allowDeselect={false}
        onChange={(value) => adjust({ refresh: Number(value) })}
      />
      {isRunning ? (
        <Button color="gray" leftSection={<IconPlayerStop size={15} />} onClick={cancel}>
          Cancel
        </Button>
      ) : (
        <Button leftSection={<IconPlayerPlay size={15} />} onClick={run} disabled={!canRun}>
          Run
        </Button>
      )}
    </Group>
  );
}

const windows = ['1s', '10s', '1m', '5m', '10m', '1h', '6h', '1d'];

function WindowSelect({ explorer }: { explorer: Explorer }) {
  const { state, go, variables } = explorer;
  const own = windows.includes(state.every) || state.every === 'auto' ? [] : [state.every];
  const automatic =
    state.every === 'auto' ? `Window auto: ${windowText(variables.everyMs)}` : 'Window auto';
  return (
    <Select
      size="xs"
      w={156}
      aria-label="Window"
      data={[
        { value: 'auto', label: automatic },
        ...[...own, ...windows].map((value) => ({ value, label: `Window ${value}` })),
      ]}
      value={state.every}
      allowDeselect={false}
      onChange={(every) => every && go({ every })}
    />
  );
}

/** What came, or is coming. */
export function RunStatus({ explorer }: { explorer: Explorer }) {
  const { isRunning } = explorer;
  return (
    <Text component="div" size="xs" c="dimmed">
      <output>{statusText(explorer)}</output>
      {isRunning && <Elapsed />}
    </Text>
  );
}

function statusText({ query, progress, isRunning, isCancelled }: Explorer): string {
  if (isCancelled) return 'Cancelled';
  if (isRunning) return ['Running', ...(progress ? [amounts(progress)] : [])].join(' · ');
  if (query.isError || !query.data) return '';
  const { series, result } = query.data;
  const counts = counted(series.length, 'series', 'series');
  return `${counts} · ${amounts(result)} · ${timeText(result.ms)}`;
}

function amounts({ rows, bytes }: { rows: number; bytes: number }): string {
  return `${counted(rows, 'row')} · ${formatBytes(bytes)}`;
}

function timeText(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Apart from the status, which is read out when it changes. */
function Elapsed() {
  const [seconds, setSeconds] = useState(0);
  useInterval(() => setSeconds((before) => before + 1), 1000, { autoInvoke: true });
  return seconds > 0 && ` · ${seconds} s`;
}
